//! Characters that look like a space, or like nothing.

/// The message about such a character; nothing if the character is visible.
pub(super) fn said(text: &str, at: usize) -> Option<String> {
    let letter = text[at..].chars().next()?;
    let code = u32::from(letter);
    let next = next(text[at..].trim_start_matches(|it| is_odd(it) || it.is_whitespace()));
    let before = if next.is_empty() { String::new() } else { format!(" is before `{next}`") };
    if letter.is_whitespace() {
        return Some(format!("an unusual space (U+{code:04X}){before}; delete it and type a normal space"));
    }
    if !is_odd(letter) {
        return None;
    }
    // The character is invisible, so the message quotes everything around it.
    let start = text[..at].rfind('\n').map_or(0, |it| it + 1);
    let from = match text[start..at].trim_end_matches(is_odd).trim_end().chars().next_back() {
        None => "the start of the line".to_owned(),
        Some(last) => format!("the `{last}`"),
    };
    let to = if next.starts_with('"') { "that quote".to_owned() } else { format!("`{next}`") };
    let remedy = if next.is_empty() {
        format!("delete everything after {from}")
    } else {
        format!("delete everything between {from} and {to}, and type the spaces again")
    };
    Some(format!("an invisible character (U+{code:04X}){before}; {remedy}"))
}

/// The message about such a character after the end.
pub(super) fn after(letter: char) -> String {
    format!("an invisible character (U+{:04X}) is after the last `}}`; remove it", u32::from(letter))
}

/// Whether a character looks like a space or like nothing, but is not whitespace in JSON.
pub(super) fn is_odd(letter: char) -> bool {
    let invisible = matches!(letter,
        '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}' | '\u{2066}'..='\u{2069}' | '\u{feff}' | '\u{ad}');
    invisible || !letter.is_ascii() && letter.is_whitespace() || letter.is_control() && !letter.is_ascii_whitespace()
}

/// The next name, text or word.
fn next(rest: &str) -> &str {
    let end = match rest.strip_prefix('"') {
        Some(inner) => inner.find(['"', '\n']).map_or(rest.len(), |it| it + 2),
        None => rest
            .find(|it: char| it.is_whitespace() || ",]}".contains(it))
            .unwrap_or(rest.len())
            .max(rest.chars().next().map_or(0, char::len_utf8)),
    };
    let word = rest.get(..end).unwrap_or(rest);
    let cut = word.char_indices().nth(30).map_or(word.len(), |(at, _)| at);
    &word[..cut]
}
