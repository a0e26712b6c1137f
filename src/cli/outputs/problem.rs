//! A problem of a config.

use schemars::JsonSchema;
use serde::Serialize;

use crate::config::{self, Severity};

/// A problem of a config: what is wrong, where, and the remedy.
#[derive(Serialize, JsonSchema)]
pub(in crate::cli) struct Problem {
    /// How severe the problem is.
    severity: Severity,
    /// The kind of problem, a code that never changes. `career-matcher explain CODE` explains it.
    code: &'static str,
    /// The path in the config, such as `cards[0].options[1].points`; empty for the whole file.
    path: String,
    /// The line in the file, from 1; `null` if unknown.
    #[schemars(range(min = 1))]
    line: Option<u32>,
    /// The column in that line, in characters from 1; `null` if unknown.
    #[schemars(range(min = 1))]
    column: Option<u32>,
    /// The message for people: what is wrong, and the remedy. The wording may change.
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
