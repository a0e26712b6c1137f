//! Numbers that are not valid in JSON.

use super::slip::Slip;
use crate::config::limits;

/// The number around a position: where it begins, and its text.
fn whole(text: &str, at: usize) -> (usize, &str) {
    let belongs = |it: char| it.is_ascii_digit() || ".+-eE".contains(it);
    let start = text[..at].trim_end_matches(belongs).len();
    let end = text[start..].find(|it| !belongs(it)).map_or(text.len(), |it| start + it);
    (start, &text[start..end])
}

pub(super) fn too_large(text: &str, at: usize) -> Slip {
    let (start, number) = whole(text, at);
    let said = format!("this number is too large; use at most {}", limits::POINTS);
    Slip { at: start, said, mend: Some((start..start + number.len(), "1".to_owned())) }
}

/// Leading zeros, or missing digits.
pub(super) fn unfinished(text: &str, at: usize) -> Slip {
    let (start, number) = whole(text, at);
    let (sign, digits) = number.split_at(number.len() - number.trim_start_matches('-').len());
    let (before, after) = digits.split_once('.').unwrap_or((digits, ""));
    let plain = before.trim_start_matches('0');
    let plain = if plain.is_empty() { "0" } else { plain };
    let said = if before.len() > 1 && before.starts_with('0') {
        let point = if after.is_empty() { String::new() } else { format!(".{after}") };
        format!("write `{sign}{plain}{point}`, without a 0 before it")
    } else if digits == format!("{before}.") && !before.is_empty() {
        format!("write `{sign}{before}` or `{sign}{before}.5`")
    } else {
        "write digits before and after the point".to_owned()
    };
    Slip {
        at: start,
        said,
        mend: (!number.is_empty()).then(|| (start..start + number.len(), "1".to_owned())),
    }
}

/// Two numbers separated by a comma: the number with a decimal point.
pub(super) fn decimal(before: &str, rest: &str) -> Option<String> {
    let left = before.strip_suffix(',')?;
    let start = left.trim_end_matches(|it: char| it.is_ascii_digit() || it == '-').len();
    let right = rest.find(|it: char| !it.is_ascii_digit()).unwrap_or(rest.len());
    (start < left.len()).then(|| format!("{}.{}", &left[start..], &rest[..right]))
}
