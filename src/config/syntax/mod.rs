//! Mistakes in JSON as people make them, in plain words; several in one run if that is safe.
//!
//! After a mistake with a clear repair, the text is repaired and parsing continues. Repairs keep the length, so all
//! positions stay. The repaired text is only searched for more mistakes; it is never played.

mod brackets;
mod files;
mod invisible;
mod numbers;
mod slip;
mod slips;
mod texts;

use super::{
    limits,
    path::Path,
    position::position_at,
    problem::{Kind, Position, Problem},
    tree::Tree,
};
use slip::Slip;
use slips::slip;

/// The maximum of mistakes reported in one run.
const MOST: usize = 20;

/// All mistakes of a text that is not JSON. At least one.
pub(super) fn mistakes(text: &str, error: &serde_json::Error) -> Vec<Problem> {
    if error.to_string().starts_with("recursion limit") {
        // This parser stops at the 128th level.
        return vec![too_deep(128, Some(position_at(text, offset(text, error))))];
    }
    let mut told: Vec<Problem> = Vec::new();
    let mut mended = text.to_owned();
    let mut error = Some(serde_json::from_str::<Tree>(text));
    while let Some(Err(found)) = error.take() {
        let Slip { at, said, mend } = slip(&mended, offset(&mended, &found), &found);
        let problem = Problem::error(Path::default(), Kind::Syntax { message: said });
        let problem = Problem { position: Some(position_at(text, at)), ..problem };
        // After a repair that did not help, further mistakes are not useful.
        if told.last().is_some_and(|last| last.position == problem.position) {
            break;
        }
        told.push(problem);
        let Some((range, with)) = mend.filter(|(range, with)| with.len() <= range.len() && told.len() < MOST) else {
            break;
        };
        let blank = " ".repeat(range.len() - with.len());
        mended.replace_range(range, &(with + &blank));
        error = Some(serde_json::from_str(&mended));
    }
    told
}

pub(super) fn too_deep(depth: usize, position: Option<Position>) -> Problem {
    let kind = Kind::TooMany { what: "levels of `[ ]` and `{ }`", count: depth, limit: limits::DEPTH };
    Problem { position, ..Problem::error(Path::default(), kind) }
}

/// The byte at which parsing stopped; the end of the text if the text is incomplete.
fn offset(text: &str, error: &serde_json::Error) -> usize {
    if error.is_eof() {
        return text.trim_end().len();
    }
    let before = error.line().saturating_sub(1);
    let start = text.match_indices('\n').nth(before.wrapping_sub(1)).map_or(0, |(at, _)| at + 1);
    let at = (start + error.column()).saturating_sub(1).min(text.len());
    (0..=at).rev().find(|at| text.is_char_boundary(*at)).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const PIECES: [&str; 34] = [
        "{", "}", "[", "]", "\"", "\"a\"", ":", ",", ";", "=", " ", "\n", "\t", "\u{a0}", "\u{200b}", "é", "“", "”",
        "„", "'", "`", "```", "//", "/*", "<!--", "...", "…", "1", "-2", ",5", ".5", "True", "\\x", "\\ud83d",
    ];

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(2_000))]

        /// For any text, each mistake has a position in the text, and the search ends.
        #[test]
        fn no_text_is_too_strange(pieces in prop::collection::vec(prop::sample::select(PIECES.to_vec()), 0..25)) {
            let text = format!("{{\"k\": {}", pieces.concat());
            if let Err(error) = serde_json::from_str::<Tree>(&text) {
                let told = mistakes(&text, &error);
                prop_assert!(!told.is_empty() && told.len() <= MOST);
                let lines = text.split('\n').count() as u32;
                prop_assert!(told.iter().all(|it| it.position.is_some_and(|place| (1..=lines).contains(&place.line))));
            }
        }
    }
}
