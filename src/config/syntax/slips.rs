//! What authors most often mean by invalid JSON, and the characters that would repair it.

use std::ops::Range;

use super::{brackets, files, invisible, numbers, slip::Slip, texts};

/// The mistake at which parsing stopped.
pub(super) fn slip(text: &str, at: usize, error: &serde_json::Error) -> Slip {
    let message = error.to_string();
    let told = |what: &str| message.contains(what);
    let (before, rest) = text.split_at(at);
    let solid = before.trim_ascii_end();
    let letter = rest.chars().next().unwrap_or(' ');
    let here = |said: &str| Slip { at, said: said.to_owned(), mend: None };
    let mended = |said: &str, range: Range<usize>, with: &str| Slip {
        at,
        said: said.to_owned(),
        mend: Some((range, with.to_owned())),
    };
    let one = at..at + letter.len_utf8();
    if let Some(what) = files::other(text) {
        return Slip { at: text.len() - text.trim_start().len(), said: what.to_owned(), mend: None };
    }
    if rest.starts_with("```") || solid.ends_with("```") {
        let start = text[..at].rfind('\n').map_or(0, |it| it + 1);
        let end = rest.find('\n').map_or(text.len(), |it| at + it);
        return mended("remove the lines with the backticks", start..end, "");
    }
    if told("control character") {
        return texts::open_text(text, at);
    }
    if error.is_eof() {
        return Slip { at, said: brackets::unfinished(text), mend: None };
    }
    if told("invalid escape") {
        return texts::backslash(text, at);
    }
    if told("trailing characters") {
        return match letter {
            '}' | ']' => mended(&format!("there is one `{letter}` too many; remove it"), one, ""),
            ',' => mended("there is a comma after the end; remove it", one, ""),
            ';' => mended("remove the `;` after the last `}`", one, ""),
            '{' => here("a second quiz begins here; keep only one in this file"),
            _ if invisible::is_odd(letter) => mended(&invisible::after(letter), one, ""),
            _ => here("the quiz ends before this point; remove the rest"),
        };
    }
    if told("surrogate") || told("hex escape") || told("code point") {
        return texts::half(text, at);
    }
    if told("number out of range") {
        return numbers::too_large(text, at);
    }
    if told("invalid number") {
        return numbers::unfinished(text, at);
    }
    if rest.starts_with("<!--") {
        let end = rest.find("-->").map_or(text.len(), |it| at + it + 3);
        return mended("JSON has no comments; remove it", at..end, "");
    }
    // A word that begins like `true`, `false` or `null` is parsed up to the first different letter.
    if told("expected ident") && before.ends_with(char::is_alphanumeric) {
        let start = before.trim_end_matches(char::is_alphanumeric).len();
        return bare(text, start);
    }
    match letter {
        '/' | '#' => {
            let end = if rest.starts_with("/*") { rest.find("*/").map(|it| it + 2) } else { rest.find('\n') };
            mended("JSON has no comments; remove it", at..at + end.unwrap_or(rest.len()), "")
        }
        '“' | '”' | '„' | '«' | '»' | '‘' | '’' | '\'' | '`' => texts::other_quotes(rest, at),
        '{' | '[' if told("key must be a string") && solid.ends_with(',') => {
            brackets::not_closed(text, solid.len() - 1)
        }
        '}' | ']' if solid.ends_with(',') => {
            let comma = solid.len() - 1;
            Slip {
                at: comma,
                ..mended("remove the comma after the last item", comma..comma + 1, "")
            }
        }
        '}' | ']' if told("expected `,` or") => here(&brackets::crossed(text, at, letter)),
        '0'..='9' if told("key must be a string") && numbers::decimal(before, rest).is_some() => {
            let number = numbers::decimal(before, rest).unwrap_or_default();
            Slip {
                at: at - 1,
                ..mended(&format!("write decimals with a point: `{number}`"), at - 1..at, ".")
            }
        }
        '"' | '{' | '[' | '-' | '0'..='9' if told("expected `,`") => {
            let is_name = rest.splitn(3, '"').nth(2).is_some_and(|it| it.trim_start().starts_with(':'));
            let is_item = letter == '"' && brackets::innermost(before).is_some_and(|it| it.0 == '[');
            if (before.ends_with('"') && !is_name && !is_item) || rest.starts_with("\"\"") {
                return texts::inner_quotes(text, at);
            }
            comma_missing(text, solid.len(), at)
        }
        ',' if told("expected `:`") => mended("write `:` and a value after a name, not a comma", one, ":"),
        '=' => mended("write `:` between a name and its value", one, ":"),
        _ if told("expected `:`") && texts::is_open_name(solid) => texts::open_name(text, solid.len()),
        _ if told("expected `:`") && !invisible::is_odd(letter) => {
            let gap = solid.len();
            let mend = (gap < at).then(|| (gap..gap + 1, ":".to_owned()));
            Slip { at, said: "a `:` is missing after the name".to_owned(), mend }
        }
        ';' => mended("write `,` between entries", one, ","),
        ',' if solid.ends_with(',') => mended("there are two commas; remove one", one, ""),
        ',' if solid.ends_with(['[', '{']) => mended("there is nothing before this comma; remove it", one, ""),
        ',' if solid.ends_with(':') => here("a value is missing between the `:` and the `,`"),
        ':' if brackets::innermost(before).is_some_and(|it| it.0 == '[') => brackets::name_in_list(text, solid),
        ',' | ':' => here("a value is missing before this"),
        '.' if rest.starts_with("...") => {
            mended("replace the three dots with the missing part, or remove them", at..at + 3, "")
        }
        '…' => mended("replace the three dots with the missing part, or remove them", one, ""),
        '.' if before.ends_with(|it: char| it.is_ascii_digit()) => here("this number has two points; keep one"),
        '.' => here("write a 0 before the point, as in `0.5`"),
        '+' => mended("write numbers without `+`", one, ""),
        _ if invisible::is_odd(letter) => mended(&invisible::said(text, at).unwrap_or_default(), one, ""),
        _ if letter.is_alphanumeric() && told("expected `,`") && before.ends_with('"') => texts::inner_quotes(text, at),
        _ if letter.is_alphanumeric() && told("expected `,`") => comma_missing(text, solid.len(), at),
        _ if letter.is_alphabetic() || letter == '_' => bare(text, at),
        _ if letter.is_ascii() => here(&format!("`{letter}` is not allowed here; remove it")),
        _ => here(&format!("`{letter}` is not allowed here; remove it, or put straight quotes `\"` around the text")),
    }
}

/// A word without quotes: a literal of another language, or a name or a text without its quotes.
fn bare(text: &str, at: usize) -> Slip {
    let (before, rest) = text.split_at(at);
    let word = rest.split(|it: char| !it.is_alphanumeric()).next().unwrap_or_default();
    let slip = |said: String, with: &str| Slip { at, said, mend: Some((at..at + word.len(), with.to_owned())) };
    let is_value = before.trim_ascii_end().ends_with([':', '[', ',']);
    match word.to_lowercase().as_str() {
        plain @ ("true" | "false") if is_value => slip(format!("write `{plain}`"), plain),
        "none" | "undefined" | "nan" | "null" | "nil" if is_value => {
            // Any short value can replace it.
            let entry = entry(before.trim_ascii_end(), rest, word);
            slip(format!("remove `{entry}`; leave out fields without a value"), "0")
        }
        _ => texts::no_quotes(rest, at),
    }
}

/// A comma is missing between what ends at `end` and what begins at `at`.
fn comma_missing(text: &str, end: usize, at: usize) -> Slip {
    let said = match text[end..at].contains('\n') {
        true => format!("a comma is missing at the end of line {}", text[..end].matches('\n').count() + 1),
        false => "a comma is missing here".to_owned(),
    };
    Slip { at: end, said, mend: (end < at).then(|| (end..end + 1, ",".to_owned())) }
}

/// A word with its name before it and its comma after it.
fn entry(solid: &str, rest: &str, word: &str) -> String {
    let comma = if rest[word.len()..].starts_with(',') { "," } else { "" };
    let name = solid.strip_suffix(':').and_then(|it| it.trim_end().strip_suffix('"')).and_then(|it| {
        let name = &it[it.rfind('"')? + 1..];
        (name.len() <= 40).then_some(name)
    });
    name.map_or_else(|| format!("{word}{comma}"), |name| format!("\"{name}\": {word}{comma}"))
}
