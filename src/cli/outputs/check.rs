//! What `check --format json` prints.

use schemars::JsonSchema;
use serde::Serialize;

use super::Problem;
use crate::config::model::Verdict;

/// What `career-matcher check --format json` prints: the files as they were given, each followed by the files with its
/// other languages. New keys may come; those that there are stay.
#[derive(Serialize, JsonSchema)]
#[serde(transparent)]
pub(in crate::cli) struct Check(pub(in crate::cli) Vec<File>);

/// One file.
#[derive(Serialize, JsonSchema)]
pub(in crate::cli) struct File {
    /// Its name as given; `-` for standard input.
    pub(in crate::cli) file: String,
    /// What is wrong with it; empty where nothing is.
    pub(in crate::cli) problems: Vec<Problem>,
    /// The personas of the quiz, in the order of the file; `null` where it can't be played, and for translations.
    pub(in crate::cli) personas: Option<Vec<Persona>>,
    /// How many warnings the quiz accepts; they are not among the problems.
    pub(in crate::cli) accepted: usize,
    /// The other languages of the quiz; empty where there are none.
    pub(in crate::cli) languages: Vec<Language>,
}

/// A made-up visitor of the quiz, and what it was told.
#[derive(Serialize, JsonSchema)]
pub(in crate::cli) struct Persona {
    /// Its name in the quiz.
    pub(in crate::cli) name: String,
    /// Whether it gets what it should.
    pub(in crate::cli) passes: bool,
    /// What it should get.
    pub(in crate::cli) expected: Expected,
    /// What it gets.
    pub(in crate::cli) found: Found,
}

/// What a persona should get.
#[derive(Serialize, JsonSchema)]
pub(in crate::cli) struct Expected {
    /// The id of the career that should come first, alone; `null` where any may.
    pub(in crate::cli) career: Option<String>,
    /// The verdict that there should be; `null` where any may.
    pub(in crate::cli) verdict: Option<Verdict>,
}

/// What a persona gets.
#[derive(Serialize, JsonSchema)]
pub(in crate::cli) struct Found {
    /// The ids of the careers that come first: several are level, none are left where rules keep all out.
    pub(in crate::cli) careers: Vec<String>,
    /// The verdict that there is.
    pub(in crate::cli) verdict: Verdict,
}

/// A language that the quiz is translated into.
#[derive(Serialize, JsonSchema)]
pub(in crate::cli) struct Language {
    /// Its BCP 47 tag.
    pub(in crate::cli) language: String,
    /// The file with the translation as the quiz names it; `null` where it stands in the quiz itself.
    pub(in crate::cli) file: Option<String>,
    /// How many texts there are to translate; `null` where that is not known.
    pub(in crate::cli) texts: Option<usize>,
    /// How many of them are translated; `null` where that is not known.
    pub(in crate::cli) translated: Option<usize>,
}
