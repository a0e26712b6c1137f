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
        if !digits.bytes().all(|b| b.is_ascii_hexdigit()) {
            return None;
        }
        let colour = match digits.len() {
            6 => digits.to_ascii_lowercase(),
            3 => digits.chars().flat_map(|c| [c, c]).collect::<String>().to_ascii_lowercase(),
            _ => return None,
        };
        let channel = |at: usize| u8::from_str_radix(&colour[at..at + 2], 16).unwrap_or(0);
        let on = if luminance([channel(0), channel(2), channel(4)]) > 0.179 { "#000" } else { "#fff" };
        Some(Self { colour: format!("#{colour}"), on })
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
