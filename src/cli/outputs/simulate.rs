//! What `simulate --format json` prints.

use schemars::JsonSchema;
use serde::Serialize;

/// A line of what `career-matcher simulate` prints: one for each row of answers that can be read, and the summary of
/// them all last. New keys may come; those that there are stay.
#[derive(Serialize, JsonSchema)]
#[serde(untagged)]
pub(in crate::cli) enum Simulate<'a> {
    /// A visitor.
    Row(Row<'a>),
    /// The last line.
    Last {
        /// What all rows come to.
        summary: Summary,
    },
}

/// One visitor, asked as the quiz would ask, and held against the result of all their answers.
#[derive(Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub(in crate::cli) struct Row<'a> {
    /// The row of answers, from 0.
    pub(in crate::cli) row: u64,
    /// The ids of the cards that were asked, in that order.
    pub(in crate::cli) asked: Vec<&'a str>,
    /// How likely the first place was said to be to last, 0 to 1; above 50 careers: to stay among the first ten.
    #[schemars(range(min = 0, max = 1))]
    pub(in crate::cli) confidence: f64,
    /// The ids of the careers after those cards, the best first; at most as many as `--top` says.
    pub(in crate::cli) ranking_ids: Vec<&'a str>,
    /// The same after all cards.
    pub(in crate::cli) full_ranking_ids: Vec<&'a str>,
    /// Whether several careers came first.
    pub(in crate::cli) ties: Ties,
    /// Whether the first place was kept: a first career of the early result is a first one after all cards; above 50
    /// careers, one of the first ten.
    pub(in crate::cli) agrees: bool,
}

/// Whether several careers came first.
#[derive(Serialize, JsonSchema)]
pub(in crate::cli) struct Ties {
    /// After the cards that were asked.
    pub(in crate::cli) early: bool,
    /// After all cards.
    pub(in crate::cli) full: bool,
}

/// What all rows come to. What no row could tell is `null`.
#[derive(Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub(in crate::cli) struct Summary {
    /// How many visitors were played.
    pub(in crate::cli) rows: usize,
    /// How many cards the quiz has, without those that only settle ties.
    pub(in crate::cli) cards: usize,
    /// How many cards one visitor was asked, on average.
    #[schemars(range(min = 0))]
    pub(in crate::cli) mean_asked: Option<f64>,
    /// What the first career of an early result is held against.
    pub(in crate::cli) compared: Compared,
    /// The share of visitors whose result agrees with the full one, 0 to 1.
    #[schemars(range(min = 0, max = 1))]
    pub(in crate::cli) agreement: Option<f64>,
    /// The lower end of the 95 % interval (Wilson) of `agreement`, 0 to 1.
    #[schemars(range(min = 0, max = 1))]
    pub(in crate::cli) low: Option<f64>,
    /// Its upper end, 0 to 1.
    #[schemars(range(min = 0, max = 1))]
    pub(in crate::cli) high: Option<f64>,
    /// The share of visitors whose first career is the same, however many careers there are, 0 to 1.
    #[schemars(range(min = 0, max = 1))]
    pub(in crate::cli) same_first: Option<f64>,
    /// How many results have several first careers.
    pub(in crate::cli) ties: TieCounts,
    /// How sure results were said to be on average, 0 to 1.
    #[schemars(range(min = 0, max = 1))]
    pub(in crate::cli) mean_confidence: Option<f64>,
    /// The expected calibration error: how far confidence and agreement lie apart, averaged over ten steps of
    /// confidence, 0 to 1.
    #[schemars(range(min = 0, max = 1))]
    pub(in crate::cli) ece: Option<f64>,
}

/// How many results have several first careers.
#[derive(Serialize, JsonSchema)]
pub(in crate::cli) struct TieCounts {
    /// Of those after the cards that were asked.
    pub(in crate::cli) early: usize,
    /// Of those after all cards.
    pub(in crate::cli) full: usize,
}

/// What the first career of an early result is held against.
#[derive(Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub(in crate::cli) enum Compared {
    /// Those that come first after all cards.
    First,
    /// Above 50 careers: the first ten after all cards.
    FirstTen,
}
