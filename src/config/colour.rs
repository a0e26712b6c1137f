//! Colours as authors write them, and whether text is readable on them (WCAG 2.2, relative luminance and contrast).
//!
//! This code only helps authors: in the widget, `embed/script/looks.js` handles colours.

/// Red, green and blue.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct Colour([u8; 3]);

impl Colour {
    pub const BLACK: Self = Self([0; 3]);
    pub const WHITE: Self = Self([255; 3]);

    /// Parses `#rgb` or `#rrggbb`.
    pub fn parse(text: &str) -> Option<Self> {
        let digits: Vec<_> = text.strip_prefix('#')?.chars().map(|it| it.to_digit(16)).collect::<Option<_>>()?;
        let channels = match digits.len() {
            3 => [0, 1, 2].map(|at| digits[at] * 17),
            6 => [0, 2, 4].map(|at| digits[at] * 16 + digits[at + 1]),
            _ => return None,
        };
        Some(Self(channels.map(|it| it as u8)))
    }

    /// From 1 for the same colour to 21 for black on white.
    pub fn contrast(self, other: Self) -> f64 {
        let (a, b) = (self.luminance(), other.luminance());
        (a.max(b) + 0.05) / (a.min(b) + 0.05)
    }

    /// The nearest colour, darker or lighter, that meets the condition, if there is one.
    pub fn nearest(self, will_do: impl Fn(Self) -> bool) -> Option<Self> {
        (0..=255).find_map(|step| [0, 255].map(|end| self.towards(end, step)).into_iter().find(|it| will_do(*it)))
    }

    fn towards(self, end: i32, step: i32) -> Self {
        Self(self.0.map(|it| (i32::from(it) + (end - i32::from(it)) * step / 255) as u8))
    }

    /// This colour over another, in percent, as `color-mix(in srgb, …)` does.
    pub fn over(self, ground: Self, hundredths: i32) -> Self {
        let [own, below] = [self.0, ground.0].map(|it| it.map(i32::from));
        Self([0, 1, 2].map(|at| ((own[at] * hundredths + below[at] * (100 - hundredths) + 50) / 100) as u8))
    }

    /// The same colour with another lightness, as `oklch(from … l c h)` does; values outside sRGB are clipped. The
    /// numbers are those of OKLab: Björn Ottosson, bottosson.github.io/posts/oklab.
    pub fn relit(self, lightness: impl Fn(f64) -> f64) -> Self {
        let [r, g, b] = self.0.map(linear);
        let l = libm::cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
        let m = libm::cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
        let s = libm::cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
        let light = lightness(0.2104542553 * l + 0.7936177850 * m - 0.0040720468 * s);
        let across = 1.9779984951 * l - 2.4285922050 * m + 0.4505937099 * s;
        let along = 0.0259040371 * l + 0.7827717662 * m - 0.8086757660 * s;
        let cube = |it: f64| it * it * it;
        let l = cube(light + 0.3963377774 * across + 0.2158037573 * along);
        let m = cube(light - 0.1055613458 * across - 0.0638541728 * along);
        let s = cube(light - 0.0894841775 * across - 1.2914855480 * along);
        let channels = [
            4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
            -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
            -0.0041960863 * l - 0.7034186147 * m + 1.7076147010 * s,
        ];
        Self(channels.map(|it| (shown(it).clamp(0.0, 1.0) * 255.0 + 0.5) as u8))
    }

    fn luminance(self) -> f64 {
        let [r, g, b] = self.0.map(linear);
        0.2126 * r + 0.7152 * g + 0.0722 * b
    }
}

/// Converts the value of a channel to linear light (sRGB, IEC 61966-2-1).
fn linear(channel: u8) -> f64 {
    let it = f64::from(channel) / 255.0;
    if it <= 0.04045 { it / 12.92 } else { libm::pow((it + 0.055) / 1.055, 2.4) }
}

/// Converts linear light to the value of a channel, 0 to 1.
fn shown(light: f64) -> f64 {
    if light <= 0.0031308 { light * 12.92 } else { 1.055 * libm::pow(light, 1.0 / 2.4) - 0.055 }
}

impl std::fmt::Display for Colour {
    fn fmt(&self, f: &mut std::fmt::Formatter) -> std::fmt::Result {
        let [r, g, b] = self.0;
        write!(f, "#{r:02x}{g:02x}{b:02x}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn colour(text: &str) -> Colour {
        Colour::parse(text).unwrap_or_else(|| panic!("{text} is a colour"))
    }

    #[test]
    fn short_and_long() {
        assert_eq!(colour("#3B5bdb").to_string(), "#3b5bdb");
        assert_eq!(colour("#fd0").to_string(), "#ffdd00");
    }

    #[test]
    fn not_colours() {
        for text in ["", "#", "3b5bdb", "#12", "#12345", "#ggg", "red", "#ééé"] {
            assert_eq!(Colour::parse(text), None, "{text}");
        }
    }

    /// WCAG 2.2, technique G18: grey #767676 is the lightest that passes on white.
    #[test]
    fn contrast_is_that_of_the_standard() {
        assert!((colour("#000").contrast(colour("#fff")) - 21.0).abs() < 1e-9);
        assert!(colour("#767676").contrast(colour("#fff")) >= 4.5);
        assert!(colour("#777").contrast(colour("#fff")) < 4.5);
    }

    /// As Chromium computes `oklch(from #fd0 min(l, 0.48) c h)`, except for colours outside sRGB.
    #[test]
    fn another_lightness_is_another_colour() {
        let blue = colour("#3b5bdb");
        assert_eq!(blue.relit(|l| l), blue);
        assert!(blue.relit(|l| l.min(0.3)).contrast(colour("#fff")) > blue.contrast(colour("#fff")) + 3.0);
        assert_eq!(colour("#000").relit(|_| 1.0), colour("#fff"));
        assert_eq!(colour("#f00").over(colour("#fff"), 10), colour("#ffe6e6"));
    }

    #[test]
    fn the_nearest_that_can_be_read() {
        let white = colour("#fff");
        assert_eq!(colour("#767676").nearest(|it| it.contrast(white) >= 4.5), Some(colour("#767676")));
        let better = colour("#aaa").nearest(|it| it.contrast(white) >= 4.5).map(|it| it.contrast(white));
        assert!(better.is_some_and(|it| (4.5..4.7).contains(&it)), "{better:?}");
        assert_eq!(white.nearest(|it| it.contrast(white) >= 22.0), None);
    }
}
