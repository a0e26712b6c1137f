//! Brackets and braces that are not closed, or are closed by the wrong kind.

use super::slip::Slip;
use crate::config::tree::Tree;

/// The open brackets at a position, each with its own position; and whether a string is open.
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

/// The innermost bracket that is open at the end of a text, and its line.
pub(super) fn innermost(text: &str) -> Option<(char, usize)> {
    let (bracket, at) = open(text).0.pop()?;
    Some((bracket, text[..at].matches('\n').count() + 1))
}

/// A list continues like the object around it: with a name, which ends at a `:`.
pub(super) fn name_in_list(text: &str, name: &str) -> Slip {
    let line = innermost(name).map_or(1, |it| it.1);
    let start = name.strip_suffix('"').and_then(|it| it.rfind('"')).unwrap_or(name.len());
    let before = text[..start].trim_end();
    let at = before.strip_suffix(',').map_or(start, |it| it.len());
    Slip {
        at,
        said: format!("a `]` is missing here, because line {line} opened a `[`"),
        mend: None,
    }
}

/// A comma, followed by a value without a name, as in a list.
pub(super) fn not_closed(text: &str, comma: usize) -> Slip {
    let line = innermost(&text[..comma]).map_or(1, |it| it.1);
    Slip {
        at: comma,
        said: format!("a `}}` is missing before this comma, because line {line} opened a `{{`"),
        mend: None,
    }
}

pub(super) fn unfinished(text: &str) -> String {
    let (stack, in_text) = open(text);
    let closing = |(letter, _): &(char, usize)| if *letter == '{' { '}' } else { ']' };
    let missing: String = in_text.then_some('"').into_iter().chain(stack.iter().rev().map(closing)).collect();
    if missing.is_empty() {
        return "the end is missing; copy the whole quiz".to_owned();
    }
    format!("the end is missing; copy the whole quiz, or add `{missing}`")
}

/// A bracket that closes another kind: either it is the wrong one, or one is missing before it. Chooses the repair that
/// lets the parser read further.
pub(super) fn crossed(text: &str, at: usize, letter: char) -> String {
    let (other, opened) = if letter == '}' { (']', '[') } else { ('}', '{') };
    let line = open(&text[..at]).0.last().map_or(1, |(_, open)| text[..*open].matches('\n').count() + 1);
    let because = format!("because line {line} opened a `{opened}`");
    let (before, after) = text.split_at(at);
    let read = |text: String| match serde_json::from_str::<Tree>(&text) {
        Ok(_) => (usize::MAX, 0),
        Err(error) => (error.line(), error.column()),
    };
    let instead = read(format!("{before}{other}{}", &after[1..]));
    if read(format!("{before}{other}{after}")) > instead {
        format!("a `{other}` is missing before this `{letter}`, {because}")
    } else {
        format!("this `{letter}` should be `{other}`, {because}")
    }
}
