//! The accent colour, and the text colour that can be read on it (WCAG 2.2, relative luminance).

/// Colours that are known to be readable together.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Theme {
    pub accent: Option<Accent>,
}

/// A colour and black or white, whichever has the higher contrast on it.
#[derive(Clone, Debug, PartialEq)]
pub struct Accent {
    /// `#rrggbb`
    pub colour: String,
    pub on: &'static str,
}

impl Accent {
    /// Reads `#rgb` or `#rrggbb`.
    pub fn parse(text: &str) -> Option<Self> {
        let digits = text.strip_prefix('#')?;
        let mut colour = "#".to_owned();
        for digit in digits.chars() {
            let twice = if digits.len() == 3 { 2 } else { 1 };
            (0..twice).for_each(|_| colour.push(digit.to_ascii_lowercase()));
        }
        let value = |at: usize| Some(char::from(*colour.as_bytes().get(at)?).to_digit(16)? as u8);
        let channel = |at: usize| Some(value(at)? * 16 + value(at + 1)?);
        let rgb = [channel(1)?, channel(3)?, channel(5)?];
        let on = if luminance(rgb) > 0.179 { "#000" } else { "#fff" };
        (colour.len() == 7).then_some(Self { colour, on })
    }
}

/// Relative luminance of an sRGB colour. The square stands in for the exponent 2.2 that the standard's curve follows:
/// it is near enough to choose between black and white and needs no power function.
fn luminance(rgb: [u8; 3]) -> f64 {
    let [r, g, b] = rgb.map(|channel| {
        let c = f64::from(channel) / 255.0;
        c * c
    });
    0.2126 * r + 0.7152 * g + 0.0722 * b
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn short_and_long() {
        assert_eq!(Accent::parse("#3B5bdb"), Some(Accent { colour: "#3b5bdb".to_owned(), on: "#fff" }));
        assert_eq!(Accent::parse("#fd0"), Some(Accent { colour: "#ffdd00".to_owned(), on: "#000" }));
    }

    #[test]
    fn not_colours() {
        for text in ["", "#", "3b5bdb", "#12", "#12345", "#ggg", "red", "#ééé"] {
            assert_eq!(Accent::parse(text), None, "{text}");
        }
    }
}
