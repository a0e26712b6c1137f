//! A problem of a config.

use schemars::JsonSchema;
use serde::Serialize;

use crate::config::{self, Severity};

/// What is wrong with a config, where, and what to do.
#[derive(Serialize, JsonSchema)]
pub(in crate::cli) struct Problem {
    /// How bad it is.
    severity: Severity,
    /// What kind of problem it is: a word that stays the same. `career-matcher explain CODE` says what it means.
    code: &'static str,
    /// The way to it in the config, such as `cards[0].options[1].points`; empty for the whole file.
    path: String,
    /// The line in the file, from 1; `null` where there is no text to have one.
    #[schemars(range(min = 1))]
    line: Option<u32>,
    /// The column in that line, in letters from 1; `null` where there is no line.
    #[schemars(range(min = 1))]
    column: Option<u32>,
    /// What is wrong and what to do, for people. Its words may change.
    message: String,
}

impl From<&config::Problem> for Problem {
    fn from(problem: &config::Problem) -> Self {
        Self {
            severity: problem.severity,
            code: problem.code(),
            path: problem.path.to_string(),
            line: problem.position.map(|place| place.line),
            column: problem.position.map(|place| place.column),
            message: problem.message(),
        }
    }
}
