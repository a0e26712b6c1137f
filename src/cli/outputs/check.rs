//! The output of `check --format json`.

use schemars::JsonSchema;
use serde::Serialize;

use super::Problem;
use crate::config::model::Verdict;

/// The output of `career-matcher check --format json`: the files in the given order, each followed by the files with
/// its translations. New keys may be added; existing keys stay.
#[derive(Serialize, JsonSchema)]
#[serde(transparent)]
pub(in crate::cli) struct Check(pub(in crate::cli) Vec<File>);

/// One file.
#[derive(Serialize, JsonSchema)]
pub(in crate::cli) struct File {
    /// The name as given; `-` for standard input.
    pub(in crate::cli) file: String,
    /// The problems of the file; may be empty.
    pub(in crate::cli) problems: Vec<Problem>,
    /// The personas of the quiz, in the order of the file; `null` if the quiz can't be played, and for translations.
    pub(in crate::cli) personas: Option<Vec<Persona>>,
    /// How many warnings the quiz accepts; they are not among the problems.
    pub(in crate::cli) accepted: usize,
    /// The other languages of the quiz; may be empty.
    pub(in crate::cli) languages: Vec<Language>,
}

/// A simulated visitor of the quiz, and the result.
#[derive(Serialize, JsonSchema)]
pub(in crate::cli) struct Persona {
    /// The name in the quiz.
    pub(in crate::cli) name: String,
    /// Whether the persona gets the expected result.
    pub(in crate::cli) passes: bool,
    /// The expected result.
    pub(in crate::cli) expected: Expected,
    /// The actual result.
    pub(in crate::cli) found: Found,
}

/// The expected result of a persona.
#[derive(Serialize, JsonSchema)]
pub(in crate::cli) struct Expected {
    /// The id of the career expected to come first, alone; `null` if the persona expects none.
    pub(in crate::cli) career: Option<String>,
    /// The expected verdict; `null` if the persona expects none.
    pub(in crate::cli) verdict: Option<Verdict>,
}

/// The actual result of a persona.
#[derive(Serialize, JsonSchema)]
pub(in crate::cli) struct Found {
    /// The ids of the careers that come first: several in a tie, none if rules exclude all.
    pub(in crate::cli) careers: Vec<String>,
    /// The actual verdict.
    pub(in crate::cli) verdict: Verdict,
}

/// A translation of the quiz.
#[derive(Serialize, JsonSchema)]
pub(in crate::cli) struct Language {
    /// The BCP 47 tag.
    pub(in crate::cli) language: String,
    /// The file with the translation, as named in the quiz; `null` if the translation is in the quiz itself.
    pub(in crate::cli) file: Option<String>,
    /// The number of texts to translate; `null` if unknown.
    pub(in crate::cli) texts: Option<usize>,
    /// The number of translated texts; `null` if unknown.
    pub(in crate::cli) translated: Option<usize>,
}
