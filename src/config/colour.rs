//! Colours as authors write them, and whether text can be read on them (WCAG 2.2, relative luminance and contrast).
//!
//! Only what helps authors is in Rust: the widget itself leaves its looks to `embed/script/looks.js`.

/// Red, green and blue.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct Colour([u8; 3]);

impl Colour {
    /// Reads `#rgb` or `#rrggbb`.
    pub fn parse(text: &str) -> Option<Self> {
        let digits: Vec<_> = text.strip_prefix('#')?.chars().map(|it| it.to_digit(16)).collect::<Option<_>>()?;
        let channels = match digits.len() {
            3 => [0, 1, 2].map(|at| digits[at] * 17),
            6 => [0, 2, 4].map(|at| digits[at] * 16 + digits[at + 1]),
            _ => return None,
        };
        Some(Self(channels.map(|it| it as u8)))
    }

    /// 1 for the same colour to 21 for black on white.
    pub fn contrast(self, other: Self) -> f64 {
        let (a, b) = (self.luminance(), other.luminance());
        (a.max(b) + 0.05) / (a.min(b) + 0.05)
    }

    /// The colour nearest to this one, darker or lighter, that has at least this contrast; if there is any.
    pub fn readable_on(self, ground: Self, least: f64) -> Option<Self> {
        (0..=255).find_map(|step| {
            [0, 255].map(|end| self.towards(end, step)).into_iter().find(|it| it.contrast(ground) >= least)
        })
    }

    fn towards(self, end: i32, step: i32) -> Self {
        Self(self.0.map(|it| (i32::from(it) + (end - i32::from(it)) * step / 255) as u8))
    }

    fn luminance(self) -> f64 {
        let linear = |channel: u8| {
            let it = f64::from(channel) / 255.0;
            if it <= 0.04045 { it / 12.92 } else { libm::pow((it + 0.055) / 1.055, 2.4) }
        };
        let [r, g, b] = self.0.map(linear);
        0.2126 * r + 0.7152 * g + 0.0722 * b
    }
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

    #[test]
    fn the_nearest_that_can_be_read() {
        let white = colour("#fff");
        assert_eq!(colour("#767676").readable_on(white, 4.5), Some(colour("#767676")));
        let better = colour("#aaa").readable_on(white, 4.5).map(|it| it.contrast(white));
        assert!(better.is_some_and(|it| (4.5..4.7).contains(&it)), "{better:?}");
        assert_eq!(white.readable_on(white, 22.0), None);
    }
}
