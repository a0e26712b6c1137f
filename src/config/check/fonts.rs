//! Fonts that are invalid in CSS. The widget asks the browser and ignores an invalid font; this check is precise enough
//! for authors.

/// Whether a browser would accept the text as a `font-family`.
pub(super) fn is_font(text: &str) -> bool {
    let plain = !text.contains([';', '{', '}']) && !text.contains("/*");
    plain && (text.contains("var(") || families(text).is_some_and(|all| all.into_iter().all(is_family)))
}

/// The parts between commas outside quotes; `None` if a quote is not closed.
fn families(text: &str) -> Option<Vec<&str>> {
    let mut open = None;
    let mut start = 0;
    let mut all = Vec::new();
    for (at, letter) in text.char_indices() {
        match (letter, open) {
            ('"' | '\'', None) => open = Some(letter),
            (_, Some(quote)) if letter == quote => open = None,
            (',', None) => {
                all.push(&text[start..at]);
                start = at + 1;
            }
            _ => {}
        }
    }
    all.push(&text[start..]);
    open.is_none().then_some(all)
}

/// A quoted name, or plain words that don't begin with a digit.
fn is_family(family: &str) -> bool {
    let family = family.trim();
    if let Some(quote) = family.chars().next().filter(|it| ['"', '\''].contains(it)) {
        // Families are split only at commas, so there may be more text after the name.
        return family.len() > 1 && family[1..].find(quote) == Some(family.len() - 2);
    }
    let begins = |word: &str| {
        let word = word.strip_prefix('-').unwrap_or(word);
        word.starts_with(|it: char| it.is_alphabetic() || it == '_' || it == '-' || !it.is_ascii())
    };
    let goes_on = |word: &str| word.chars().all(|it| it.is_alphanumeric() || "-_".contains(it) || !it.is_ascii());
    !family.is_empty() && family.split_ascii_whitespace().all(|word| begins(word) && goes_on(word))
}

#[cfg(test)]
mod tests {
    use super::is_font;

    #[test]
    fn fonts_and_what_is_none() {
        for text in [
            "Inter",
            "Inter, sans-serif",
            "\"Segoe UI\", 'Helvetica Neue', Arial",
            "Source Sans Pro, serif",
            "-apple-system, system-ui",
            "\"A, B\", serif",
            "var(--brand-font), serif",
            "Ｎoto",
        ] {
            assert!(is_font(text), "{text}");
        }
        for text in [
            "",
            ",",
            "Inter,",
            "12px",
            "Inter; color: red",
            "\"Inter",
            "\"A\" B",
            "Source Sans 3",
            "a/b",
            "url(x)",
            "{",
            "\"",
        ] {
            assert!(!is_font(text), "{text}");
        }
    }
}
