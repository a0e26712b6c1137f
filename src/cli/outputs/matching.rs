//! What `match` prints.

use schemars::JsonSchema;
use serde::Serialize;

use super::ById;
use crate::config::model::Verdict;

/// A line of what `career-matcher match` prints: the ranking for one row of answers. Rows that can't be read have none.
/// New keys may come; those that there are stay.
#[derive(Serialize, JsonSchema)]
pub(in crate::cli) struct Match<'a> {
    /// The row of answers, from 0.
    pub(in crate::cli) row: u64,
    /// The line in the file of answers where the row begins, from 1, as errors name it.
    #[schemars(range(min = 1))]
    pub(in crate::cli) line: u64,
    /// How sure the result is.
    pub(in crate::cli) verdict: Verdict,
    /// Careers, the best first; at most as many as `--top` says.
    pub(in crate::cli) ranking: Vec<Ranked<'a>>,
    /// With `--id`: the cell of that column; otherwise missing.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(with = "String")]
    pub(in crate::cli) id: Option<&'a str>,
    /// The careers that a rule keeps out; missing where there are none.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(in crate::cli) excluded: Vec<Excluded<'a>>,
    /// With the verdict `band`: the ids of careers that are about as good as the first; otherwise missing.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(in crate::cli) band: Vec<&'a str>,
    /// With `--reasons`: the smallest change of one answer that would put another career first; `null` where there is
    /// none, as in a clear result. Missing without `--reasons`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(in crate::cli) counterfactual: Option<Option<Change<'a>>>,
}

/// A career in the ranking.
#[derive(Serialize, JsonSchema)]
pub(in crate::cli) struct Ranked<'a> {
    /// Its id.
    pub(in crate::cli) career: &'a str,
    /// The number that orders careers. Its unit and range depend on how the quiz matches.
    pub(in crate::cli) score: f64,
    /// How well it fits, as visitors are shown: 0 to 1.
    #[serde(rename = "match")]
    #[schemars(range(min = 0, max = 1))]
    pub(in crate::cli) share: f64,
    /// With `--reasons`: what the score is made of; otherwise missing.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(with = "Reasons")]
    pub(in crate::cli) reasons: Option<Reasons>,
}

/// What a score is made of: `start` and all of `cards` add up to it.
#[derive(Serialize, JsonSchema)]
pub(in crate::cli) struct Reasons {
    /// The score without any answer, in units of the score.
    pub(in crate::cli) start: f64,
    /// By card id: what the answer added to the score or took from it, in units of the score; 0 where it does not count.
    pub(in crate::cli) cards: ById<f64>,
}

/// A career that a rule keeps out.
#[derive(Serialize, JsonSchema)]
pub(in crate::cli) struct Excluded<'a> {
    /// Its id.
    pub(in crate::cli) career: &'a str,
    /// Why, in the words of the quiz.
    pub(in crate::cli) reason: &'a str,
}

/// A change of one answer.
#[derive(Serialize, JsonSchema)]
pub(in crate::cli) struct Change<'a> {
    /// The id of the card to answer otherwise.
    pub(in crate::cli) card: &'a str,
    /// The other answer, as a cell of answers has it; `null` for leaving it open.
    pub(in crate::cli) answer: Option<String>,
    /// The ids of the careers that would come first then.
    pub(in crate::cli) first: Vec<&'a str>,
}
