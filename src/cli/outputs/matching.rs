//! The output of `match`.

use schemars::JsonSchema;
use serde::Serialize;

use super::ById;
use crate::config::model::Verdict;

/// A line of the output of `career-matcher match`: the ranking for one row of answers. Unreadable rows have no line.
/// New keys may be added; existing keys stay.
#[derive(Serialize, JsonSchema)]
pub(in crate::cli) struct Match<'a> {
    /// The row of answers, from 0.
    pub(in crate::cli) row: u64,
    /// The line in the answers file where the row begins, from 1, as in error messages.
    #[schemars(range(min = 1))]
    pub(in crate::cli) line: u64,
    /// How certain the result is.
    pub(in crate::cli) verdict: Verdict,
    /// Careers, the best first; `--top` limits their number.
    pub(in crate::cli) ranking: Vec<Ranked<'a>>,
    /// The cell of the column named by `--id`; missing without `--id`.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(with = "String")]
    pub(in crate::cli) id: Option<&'a str>,
    /// The careers excluded by a rule; missing if there are none.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(in crate::cli) excluded: Vec<Excluded<'a>>,
    /// With the verdict `band`: the ids of careers that fit about as well as the first; otherwise missing.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(in crate::cli) band: Vec<&'a str>,
    /// With `--reasons`: the smallest change of one answer that would put another career first; `null` if there is
    /// none, as in a clear result. Missing without `--reasons`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(in crate::cli) counterfactual: Option<Option<Change<'a>>>,
}

/// A career in the ranking.
#[derive(Serialize, JsonSchema)]
pub(in crate::cli) struct Ranked<'a> {
    /// The id.
    pub(in crate::cli) career: &'a str,
    /// The number that ranks careers. Unit and range depend on the matching model of the quiz.
    pub(in crate::cli) score: f64,
    /// How well the career fits, as shown to visitors: 0 to 1.
    #[serde(rename = "match")]
    #[schemars(range(min = 0, max = 1))]
    pub(in crate::cli) share: f64,
    /// With `--reasons`: the parts of the score; otherwise missing.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(with = "Reasons")]
    pub(in crate::cli) reasons: Option<Reasons>,
}

/// The parts of a score: `start` and all of `cards` add up to it.
#[derive(Serialize, JsonSchema)]
pub(in crate::cli) struct Reasons {
    /// The score without any answer, in units of the score.
    pub(in crate::cli) start: f64,
    /// By card id: what the answer added to the score or subtracted from it, in units of the score; 0 if it does not
    /// count.
    pub(in crate::cli) cards: ById<f64>,
}

/// A career excluded by a rule.
#[derive(Serialize, JsonSchema)]
pub(in crate::cli) struct Excluded<'a> {
    /// The id.
    pub(in crate::cli) career: &'a str,
    /// The reason given in the quiz.
    pub(in crate::cli) reason: &'a str,
}

/// A change of one answer.
#[derive(Serialize, JsonSchema)]
pub(in crate::cli) struct Change<'a> {
    /// The id of the card to answer differently.
    pub(in crate::cli) card: &'a str,
    /// The other answer, in the format of a cell in an answers file; `null` for no answer.
    pub(in crate::cli) answer: Option<String>,
    /// The ids of the careers that would then come first.
    pub(in crate::cli) first: Vec<&'a str>,
}
