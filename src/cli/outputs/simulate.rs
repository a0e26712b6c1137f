//! The output of `simulate --format json`.

use schemars::JsonSchema;
use serde::Serialize;

/// A line of the output of `career-matcher simulate`: one for each readable row of answers, then the summary. New keys
/// may be added; existing keys stay.
#[derive(Serialize, JsonSchema)]
#[serde(untagged)]
pub(in crate::cli) enum Simulate<'a> {
    /// A visitor.
    Row(Row<'a>),
    /// The last line.
    Last {
        /// The summary of all rows.
        summary: Summary,
    },
}

/// One visitor: the early result, compared with the result of all answers.
#[derive(Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub(in crate::cli) struct Row<'a> {
    /// The row of answers, from 0.
    pub(in crate::cli) row: u64,
    /// The ids of the asked cards, in that order.
    pub(in crate::cli) asked: Vec<&'a str>,
    /// The predicted chance that the first career stays first, 0 to 1; with more than 50 careers: stays among the first
    /// ten.
    #[schemars(range(min = 0, max = 1))]
    pub(in crate::cli) confidence: f64,
    /// The ids of the careers after those cards, the best first; `--top` limits their number.
    pub(in crate::cli) ranking_ids: Vec<&'a str>,
    /// The same after all cards.
    pub(in crate::cli) full_ranking_ids: Vec<&'a str>,
    /// Whether several careers came first.
    pub(in crate::cli) ties: Ties,
    /// Whether a first career of the early result also comes first after all cards; with more than 50 careers: is among
    /// the first ten after all cards.
    pub(in crate::cli) agrees: bool,
}

/// Whether several careers came first.
#[derive(Serialize, JsonSchema)]
pub(in crate::cli) struct Ties {
    /// After the asked cards.
    pub(in crate::cli) early: bool,
    /// After all cards.
    pub(in crate::cli) full: bool,
}

/// The summary of all rows. Figures without data are `null`.
#[derive(Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub(in crate::cli) struct Summary {
    /// The number of visitors.
    pub(in crate::cli) rows: usize,
    /// The number of cards of the quiz, without tie-break cards.
    pub(in crate::cli) cards: usize,
    /// The average number of cards asked per visitor.
    #[schemars(range(min = 0))]
    pub(in crate::cli) mean_asked: Option<f64>,
    /// What the first career of an early result is compared with.
    pub(in crate::cli) compared: Compared,
    /// The share of visitors whose result agrees with the full one, 0 to 1.
    #[schemars(range(min = 0, max = 1))]
    pub(in crate::cli) agreement: Option<f64>,
    /// The lower end of the 95 % interval (Wilson) of `agreement`, 0 to 1.
    #[schemars(range(min = 0, max = 1))]
    pub(in crate::cli) low: Option<f64>,
    /// The upper end of that interval, 0 to 1.
    #[schemars(range(min = 0, max = 1))]
    pub(in crate::cli) high: Option<f64>,
    /// The share of visitors with the same first career, for any number of careers, 0 to 1.
    #[schemars(range(min = 0, max = 1))]
    pub(in crate::cli) same_first: Option<f64>,
    /// The number of results with several first careers.
    pub(in crate::cli) ties: TieCounts,
    /// The average confidence, 0 to 1.
    #[schemars(range(min = 0, max = 1))]
    pub(in crate::cli) mean_confidence: Option<f64>,
    /// The expected calibration error: the difference between confidence and agreement, averaged over ten steps of
    /// confidence, 0 to 1.
    #[schemars(range(min = 0, max = 1))]
    pub(in crate::cli) ece: Option<f64>,
}

/// The number of results with several first careers.
#[derive(Serialize, JsonSchema)]
pub(in crate::cli) struct TieCounts {
    /// Of results after the asked cards.
    pub(in crate::cli) early: usize,
    /// Of results after all cards.
    pub(in crate::cli) full: usize,
}

/// What the first career of an early result is compared with.
#[derive(Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub(in crate::cli) enum Compared {
    /// The first careers after all cards.
    First,
    /// With more than 50 careers: the first ten after all cards.
    FirstTen,
}
