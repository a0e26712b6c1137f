//! What authors most often mean by what is no JSON, and the letters that would do.

use std::ops::Range;

/// One mistake: where it is, what is said, and what would stand there if it were none.
pub(super) struct Slip {
    pub(super) at: usize,
    pub(super) said: String,
    pub(super) mend: Option<(Range<usize>, String)>,
}

const QUOTES: &str = "put straight quotes `\"` around names and texts";
const CURLY: [char; 7] = ['“', '”', '„', '«', '»', '‘', '’'];

/// The mistake at which reading stopped.
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
    if let Some(what) = other_file(text) {
        return Slip { at: text.len() - text.trim_start().len(), said: what.to_owned(), mend: None };
    }
    if rest.starts_with("```") || solid.ends_with("```") {
        let start = text[..at].rfind('\n').map_or(0, |it| it + 1);
        let end = rest.find('\n').map_or(text.len(), |it| at + it);
        return mended("remove the lines with the backticks", start..end, "");
    }
    if told("control character") {
        return in_a_text(text, at);
    }
    if error.is_eof() {
        return Slip { at, said: unfinished(text), mend: None };
    }
    if told("invalid escape") {
        let back = before.rfind('\\').unwrap_or(at);
        return mended("write a backslash in a text as `\\\\`", back..back + 1, "/");
    }
    if told("trailing characters") {
        return match letter {
            '}' | ']' => mended(&format!("there is one `{letter}` too many; remove it"), one, ""),
            ',' => mended("there is a comma after the end; remove it", one, ""),
            _ => here("there is more after the end; remove it"),
        };
    }
    if told("surrogate") || told("hex escape") || told("code point") {
        return here("this `\\u` is only half a letter; write the letter itself");
    }
    if told("number out of range") {
        return here("this number is too large");
    }
    if told("invalid number") {
        let number = before.trim_end_matches(|it: char| it.is_ascii_digit() || it == '-').len();
        let zero = before[number..].trim_start_matches('-').starts_with('0');
        return here(if zero {
            "write numbers without a 0 before them"
        } else {
            "write digits before and after the point"
        });
    }
    if rest.starts_with("<!--") {
        let end = rest.find("-->").map_or(text.len(), |it| at + it + 3);
        return mended("JSON has no comments; remove it", at..end, "");
    }
    let word = rest.split(|it: char| !it.is_alphanumeric()).next().unwrap_or_default();
    match letter {
        '/' | '#' => {
            let end = if rest.starts_with("/*") { rest.find("*/").map(|it| it + 2) } else { rest.find('\n') };
            mended("JSON has no comments; remove it", at..at + end.unwrap_or(rest.len()), "")
        }
        '“' | '”' | '„' | '«' | '»' | '‘' | '’' | '\'' | '`' => quoted(rest, at),
        '}' | ']' if solid.ends_with(',') => {
            let comma = solid.len() - 1;
            Slip {
                at: comma,
                ..mended("remove the comma after the last item", comma..comma + 1, "")
            }
        }
        '}' | ']' if told("expected `,` or") => here(&crossed(text, at, letter)),
        '0'..='9' if told("key must be a string") && decimal(before, rest).is_some() => {
            let number = decimal(before, rest).unwrap_or_default();
            Slip {
                at: at - 1,
                ..mended(&format!("write decimals with a point: `{number}`"), at - 1..at, ".")
            }
        }
        '"' | '{' | '[' | '-' | '0'..='9' if told("expected `,`") => {
            if before.ends_with('"') || rest.starts_with("\"\"") {
                return here("a quote inside a text is `\\\"`; or use “ ”");
            }
            comma_missing(before, solid, mended)
        }
        ',' if told("expected `:`") => mended("a name is followed by `:` and a value, not by a comma", one, ":"),
        '=' => mended("write `:` between a name and its value", one, ":"),
        _ if told("expected `:`") && odd_space(letter).is_none() => {
            let gap = solid.len();
            let mend = (gap < at).then(|| (gap..gap + 1, ":".to_owned()));
            Slip { at, said: "a `:` is missing after the name".to_owned(), mend }
        }
        ';' => mended("write `,` between entries", one, ","),
        ',' if solid.ends_with(',') => mended("there are two commas; remove one", one, ""),
        ',' | ':' => here("a value is missing before this"),
        '.' if rest.starts_with("...") => {
            mended("three dots stand for what was left out; write it, or remove them", at..at + 3, "")
        }
        '…' => mended("three dots stand for what was left out; write it, or remove them", one, ""),
        '.' => here("write a 0 before the point, as in `0.5`"),
        '+' => mended("write numbers without `+`", one, ""),
        _ if let Some(name) = odd_space(letter) => {
            let code = u32::from(letter);
            mended(&format!("there is {name} (U+{code:04X}); put a plain one in its place, or remove it"), one, "")
        }
        _ if ["None", "undefined", "NaN", "True", "False", "TRUE", "FALSE", "NULL", "Null"].contains(&word) => {
            let plain = match word {
                "True" | "TRUE" => "true",
                "False" | "FALSE" => "false",
                _ => "null",
            };
            mended(&format!("write `{plain}`"), at..at + word.len(), plain)
        }
        _ if letter.is_alphanumeric() && told("expected `,`") && before.ends_with('"') => {
            here("a quote inside a text is `\\\"`; or use “ ”")
        }
        _ if letter.is_alphanumeric() && told("expected `,`") => comma_missing(before, solid, mended),
        _ if letter.is_alphabetic() || letter == '_' => here(QUOTES),
        _ if letter.is_ascii() => here(&format!("`{letter}` has no place here; remove it")),
        _ => here(&format!("`{letter}` has no place here; remove it, or put straight quotes `\"` around the text")),
    }
}

/// What is no JSON from its first letter on.
fn other_file(text: &str) -> Option<&'static str> {
    let text = text.trim_start();
    let first = text.split(|it: char| !it.is_ascii_alphabetic()).next().unwrap_or_default();
    if text.starts_with("{\\rtf") {
        return Some("this is a Word or RTF file; save the quiz as plain text");
    }
    if text.starts_with('<') {
        return Some("this is a web page, not a config; is the address right?");
    }
    if text.starts_with("---") {
        return Some("this is YAML; write the quiz as JSON, or bring it in with `import`");
    }
    let script = ["const", "let", "var", "export", "module", "window", "import"].contains(&first);
    if script {
        return Some("remove what stands before the first `{`; a quiz is JSON, not a script");
    }
    let is_value = ["true", "false", "null"].contains(&first);
    (!first.is_empty() && !is_value && text.starts_with(first)).then_some("a quiz is JSON, and that begins with `{`")
}

/// A text that goes over its line: closed by another quote, or not at all.
fn in_a_text(text: &str, at: usize) -> Slip {
    let start = text[..at].rfind('\n').map_or(0, |it| it + 1);
    let line = text[start..at].trim_end().trim_end_matches([',', ';']).trim_end();
    let last = line.chars().next_back().unwrap_or(' ');
    if text[at..].starts_with('\t') {
        return Slip {
            at,
            said: "write a tab in a text as `\\t`".to_owned(),
            mend: Some((at..at + 1, String::new())),
        };
    }
    if CURLY.contains(&last) {
        let quote = start + line.len() - last.len_utf8();
        let mend = Some((quote..quote + last.len_utf8(), "\"".to_owned()));
        return Slip { at: quote, said: format!("this text is closed by `{last}`; use `\"`"), mend };
    }
    let next = text[at..].trim_start();
    let goes_on = next.starts_with(['"', '}', ']', '{']);
    let said = if goes_on || text[start..at].trim_end().ends_with(',') {
        "the `\"` at the end of this text is missing"
    } else {
        "write a line break in a text as `\\n`"
    };
    let mend =
        (!goes_on && text.as_bytes().get(at).is_some_and(u8::is_ascii_whitespace)).then(|| (at..at + 1, String::new()));
    Slip { at, said: said.to_owned(), mend }
}

/// Other quotes than JSON's, with their other half where that is in the same line.
fn quoted(rest: &str, at: usize) -> Slip {
    let mut slip = Slip { at, said: QUOTES.to_owned(), mend: None };
    let open = rest.chars().next().unwrap_or('\'');
    let line = rest.lines().next().unwrap_or_default();
    let inside = &line[open.len_utf8()..];
    let close =
        inside.find(|it| if open == '\'' || open == '`' { it == open } else { CURLY.contains(&it) || it == '"' });
    if let Some(end) = close.filter(|end| !inside[..*end].contains('"')) {
        let quote = inside[end..].chars().next().map_or(0, char::len_utf8);
        let whole = open.len_utf8() + end + quote;
        slip.mend = Some((at..at + whole, format!("\"{}\"", inside[..end].replace('\\', "/"))));
    }
    slip
}

/// Two digits that a comma parts: the number with a point.
fn decimal(before: &str, rest: &str) -> Option<String> {
    let left = before.strip_suffix(',')?;
    let start = left.trim_end_matches(|it: char| it.is_ascii_digit() || it == '-').len();
    let right = rest.find(|it: char| !it.is_ascii_digit()).unwrap_or(rest.len());
    (start < left.len()).then(|| format!("{}.{}", &left[start..], &rest[..right]))
}

fn comma_missing(before: &str, solid: &str, mended: impl Fn(&str, Range<usize>, &str) -> Slip) -> Slip {
    let said = "a comma is missing before this";
    let slip = mended(said, solid.len()..solid.len() + 1, ",");
    if solid.len() < before.len() { slip } else { Slip { mend: None, ..slip } }
}

/// A letter that looks like a space, or like nothing.
fn odd_space(letter: char) -> Option<&'static str> {
    Some(match letter {
        '\u{a0}' | '\u{202f}' => "a no-break space",
        '\u{200b}' | '\u{200c}' | '\u{200d}' | '\u{2060}' => "a space of no width",
        '\u{feff}' => "a byte order mark",
        '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => "a mark of writing direction",
        _ if letter.is_whitespace() => "an unusual space",
        _ if letter.is_control() => "a control character",
        _ => return None,
    })
}

/// The brackets that are open at a place, each with where it is.
fn open(text: &str) -> (Vec<(char, usize)>, bool) {
    let (mut stack, mut in_text, mut escaped) = (Vec::new(), false, false);
    for (at, letter) in text.char_indices() {
        match letter {
            _ if escaped => escaped = false,
            '\\' if in_text => escaped = true,
            '"' => in_text = !in_text,
            '{' | '[' if !in_text => stack.push((letter, at)),
            '}' | ']' if !in_text => drop(stack.pop()),
            _ => {}
        }
    }
    (stack, in_text)
}

fn unfinished(text: &str) -> String {
    let (stack, in_text) = open(text);
    let closing = |(letter, _): &(char, usize)| if *letter == '{' { '}' } else { ']' };
    let missing: String = in_text.then_some('"').into_iter().chain(stack.iter().rev().map(closing)).collect();
    if missing.is_empty() {
        return "the end is missing; was all of it copied?".to_owned();
    }
    format!("the end is missing: `{missing}` would close what is open; was all of it copied?")
}

/// A bracket that closes another kind.
fn crossed(text: &str, at: usize, letter: char) -> String {
    let other = if letter == '}' { ']' } else { '}' };
    let line = open(&text[..at]).0.last().map_or(1, |(_, open)| text[..*open].matches('\n').count() + 1);
    format!("`{letter}` closes what was opened otherwise in line {line}; use `{other}`, or add it before this")
}
