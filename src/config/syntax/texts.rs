//! Mistakes in strings and in the quotes around them.

use super::slip::Slip;

const QUOTES: &str = "put straight quotes `\"` around names and texts";
const CURLY: [char; 7] = ['“', '”', '„', '«', '»', '‘', '’'];
/// The number of letters of a text that a message repeats.
const SHOWN: usize = 60;
/// Extensions of picture files.
const PICTURES: [&str; 7] = ["jpg", "jpeg", "png", "gif", "svg", "webp", "avif"];

fn is_short(text: &str) -> bool {
    text.chars().count() <= SHOWN
}

fn line_at(text: &str, at: usize) -> usize {
    text[..at].rfind('\n').map_or(0, |it| it + 1)
}

/// A string that continues past its line: closed by another kind of quote, or not closed.
pub(super) fn open_text(text: &str, at: usize) -> Slip {
    let start = line_at(text, at);
    let line = text[start..at].trim_end().trim_end_matches([',', ';']).trim_end();
    let last = line.chars().next_back().unwrap_or(' ');
    if text[at..].starts_with('\t') {
        return Slip {
            at,
            said: "there is a tab in this text; replace it with a space".to_owned(),
            mend: Some((at..at + 1, String::new())),
        };
    }
    if CURLY.contains(&last) {
        let quote = start + line.len() - last.len_utf8();
        let mend = Some((quote..quote + last.len_utf8(), "\"".to_owned()));
        return Slip {
            at: quote,
            said: format!("this text ends with the curly quote `{last}`; write the straight `\"`"),
            mend,
        };
    }
    let next = text[at..].trim_start();
    let end = start + line.len();
    let has_comma = text[end..].trim_start().starts_with(',');
    if has_comma || next.starts_with(['"', '}', ']', '{']) {
        let open = text[start..end].rfind('"').map_or(start, |it| start + it);
        let whole = &text[open..end];
        let (place, comma) = if has_comma { ("before the comma", ",") } else { ("at the end of this text", "") };
        let example = if is_short(whole) { format!("; write `{whole}\"{comma}`") } else { String::new() };
        // The character that ends the line becomes the comma; the quote takes the comma's place.
        let mend =
            (has_comma && end + 1 == at && text[at..].starts_with('\n')).then(|| (end..at + 1, "\",".to_owned()));
        return Slip { at: end, said: format!("a `\"` is missing {place}{example}"), mend };
    }
    let said = "this text continues on the next line; join the two lines, and write `\\n` where visitors should see a line break";
    let mend = text.as_bytes().get(at).is_some_and(u8::is_ascii_whitespace).then(|| (at..at + 1, String::new()));
    Slip { at, said: said.to_owned(), mend }
}

/// A backslash that is not an escape: in a path on the author's own machine, or in a text.
pub(super) fn backslash(text: &str, at: usize) -> Slip {
    let back = text[..at].rfind('\\').unwrap_or(at);
    let start = text[line_at(text, back)..back].rfind('"').map_or(back, |it| line_at(text, back) + it + 1);
    let end = text[back..].find(['"', '\n']).map_or(text.len(), |it| back + it);
    let inner = &text[start..end];
    let mend = Some((start..end, inner.replace('\\', "/")));
    let is_way = inner.get(1..2) == Some(":") && inner.starts_with(|it: char| it.is_ascii_alphabetic());
    if !is_way && !inner.starts_with("\\\\") {
        return Slip {
            at: back,
            said: "write `\\\\` instead of each `\\` in this text".to_owned(),
            mend,
        };
    }
    let name = inner.rsplit('\\').next().unwrap_or_default().to_lowercase().replace(' ', "-");
    let is_picture = name.rsplit_once('.').is_some_and(|(_, ending)| PICTURES.contains(&ending));
    let said = if is_picture {
        format!("this picture is on your own computer; upload it to your site and write `images/{name}`")
    } else {
        "this file is on your own computer; upload it to your site and write its address".to_owned()
    };
    Slip { at: start, said, mend }
}

/// Half of a character that JSON writes as a surrogate pair.
pub(super) fn half(text: &str, at: usize) -> Slip {
    let Some(back) = text[..at].rfind("\\u") else {
        return Slip { at, said: "this `\\u` is half of a character; remove it".to_owned(), mend: None };
    };
    let digits = text[back..].chars().skip(2).take(4).take_while(char::is_ascii_hexdigit).count();
    let end = (back + 2 + digits).min(text.len());
    let half = &text[back..end];
    Slip {
        at: back,
        said: format!("`{half}` is half of a character, perhaps an emoji; remove it or type the emoji itself"),
        mend: Some((back..end, "?".to_owned())),
    }
}

/// A quote that closed a string too early, just before `at`.
pub(super) fn inner_quotes(text: &str, at: usize) -> Slip {
    let quote = if text[..at].ends_with('"') { at - 1 } else { at };
    let start = line_at(text, quote);
    // The string began at the quote before that one, and ends at one with a separator after it.
    let open = text[start..quote].rfind('"').map(|it| start + it);
    let line = text[at..].split('\n').next().unwrap_or_default();
    // A string that ends with a comma, followed by a name: the quote before the comma is missing.
    if let (Some(open), Some(name)) = (open, line.find('"'))
        && line[name + 1..].trim_start().starts_with(':')
        && let Some(words) = text[open..quote].trim_end().strip_suffix(',')
    {
        let example = if is_short(words) { format!("; write `{words}\",`") } else { String::new() };
        return Slip {
            at: open + words.len(),
            said: format!("a `\"` is missing before the comma{example}"),
            mend: None,
        };
    }
    let ends = |it: usize| {
        let after = line[it + 1..].trim_start();
        after.is_empty() || after.starts_with([',', '}', ']'])
    };
    let close = line.match_indices('"').map(|(it, _)| it).find(|it| ends(*it)).map(|it| at + it);
    let (Some(open), Some(close)) = (open, close) else {
        return Slip {
            at: quote,
            said: "put `\\` before each quote inside a text; or use “ ”".to_owned(),
            mend: None,
        };
    };
    let inner = &text[open + 1..close];
    let plain = inner.replace("\\\"", "\"");
    let example = if is_short(inner) { format!(": `\"{}\"`", plain.replace('"', "\\\"")) } else { String::new() };
    Slip {
        at: quote,
        said: format!("put `\\` before each quote inside the text{example}"),
        mend: Some((open + 1..close, plain.replace('"', "'"))),
    }
}

/// Quotes that are not JSON's, with their partner if it is on the same line.
pub(super) fn other_quotes(rest: &str, at: usize) -> Slip {
    let mut slip = Slip { at, said: QUOTES.to_owned(), mend: None };
    let open = rest.chars().next().unwrap_or('\'');
    let is_plain = open == '\'' || open == '`';
    let line = rest.lines().next().unwrap_or_default();
    let inside = &line[open.len_utf8()..];
    let ends = |it: usize| {
        let after = inside[it + 1..].trim_start();
        after.is_empty() || after.starts_with([',', ':', '}', ']'])
    };
    let close = match is_plain {
        // Apostrophes look the same.
        true => inside.match_indices(open).map(|it| it.0).find(|it| ends(*it)),
        false => inside.find(|it| CURLY.contains(&it) || it == '"'),
    };
    if let Some(end) = close.filter(|end| !inside[..*end].contains('"')) {
        let quote = inside[end..].chars().next().map_or(0, char::len_utf8);
        let whole = open.len_utf8() + end + quote;
        let words = &inside[..end];
        slip.mend = Some((at..at + whole, format!("\"{}\"", words.replace('\\', "/"))));
        slip.said = match (is_short(words), is_plain) {
            (false, _) => QUOTES.to_owned(),
            (_, true) => format!("put straight double quotes around this: `\"{words}\"`"),
            (_, false) => format!("these quotes are curly; write `\"{words}\"` with straight ones"),
        };
    }
    slip
}

/// A name or a text without quotes.
pub(super) fn no_quotes(rest: &str, at: usize) -> Slip {
    let line = rest.lines().next().unwrap_or_default();
    let words = line[..line.find([',', ':', '}', ']', '"']).unwrap_or(line.len())].trim_end();
    let said =
        if is_short(words) { format!("put straight quotes around this: `\"{words}\"`") } else { QUOTES.to_owned() };
    Slip { at, said, mend: None }
}

/// Whether what looks like a name contains a colon because its closing quote is missing.
pub(super) fn is_open_name(before: &str) -> bool {
    let name = before.strip_suffix('"').unwrap_or_default();
    name.trim_end().ends_with(':') && name.rfind('"').is_some()
}

/// A name without its closing quote: it ends at the opening quote of its value.
pub(super) fn open_name(text: &str, end: usize) -> Slip {
    let name = text[..end - 1].trim_end();
    let start = name.rfind('"').unwrap_or(0);
    let words = name[start..].trim_end_matches(':').trim_end();
    let example = if is_short(words) { format!("; write `{words}\":`") } else { String::new() };
    Slip {
        at: start + words.len(),
        said: format!("a `\"` is missing before the `:`{example}"),
        mend: None,
    }
}
