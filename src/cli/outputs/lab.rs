//! The output of `lab --format json`.

use schemars::JsonSchema;
use serde::Serialize;

use super::{ById, Problem};
use crate::config::model::{Order, Stop};

/// The output of `career-matcher lab --format json`. Shares are from 0 to 1; figures not measured within the time limit
/// are `null`. New keys may be added; existing keys stay.
#[derive(Serialize, JsonSchema)]
pub(in crate::cli) struct Lab {
    /// The careers in the order of the config.
    pub(in crate::cli) careers: Vec<Career>,
    /// The share of visitors for whom several careers come first.
    pub(in crate::cli) ties: Ties,
    /// The share of changes of one answer that change which career comes first, over random visitors; 0 to 1.
    #[schemars(range(min = 0, max = 1))]
    pub(in crate::cli) flips: Option<f64>,
    /// How certain results are.
    pub(in crate::cli) verdicts: Option<Verdicts>,
    /// The effective number of careers: the number of careers with equal shares that would be as varied, the
    /// exponential of the entropy of the coherent shares.
    #[schemars(range(min = 0))]
    pub(in crate::cli) effective: Option<f64>,
    /// What early stops save and cost; empty if not measured within the time limit.
    pub(in crate::cli) stops: Vec<EarlyStop>,
    /// Items that never change which career comes first.
    pub(in crate::cli) dead: Dead,
    /// The cards in the order of the config.
    pub(in crate::cli) cards: Vec<Card>,
    /// Whether figures for random visitors come from all possible answers instead of a sample.
    pub(in crate::cli) exact: bool,
    /// The number of simulated visitors behind the shares.
    pub(in crate::cli) visitors: Visitors,
    /// The findings for the author.
    pub(in crate::cli) problems: Vec<Problem>,
}

/// A career, and how often visitors get it.
#[derive(Serialize, JsonSchema)]
pub(in crate::cli) struct Career {
    /// The id.
    pub(in crate::cli) id: String,
    /// Whether the career can come first.
    pub(in crate::cli) reach: Reach,
    /// Example answers that put the career first, by card id, in the format of cells in an answers file; `null` if none
    /// exist or none were found.
    pub(in crate::cli) witness: Option<ById<String>>,
    /// The share of visitors for whom only this career comes first.
    pub(in crate::cli) share: Share,
    /// The lowest and the highest possible sum of points, or score with models other than `points`.
    pub(in crate::cli) attainable: [f64; 2],
}

/// Whether a career can come first, for answers that count for any career.
#[derive(Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub(in crate::cli) enum Reach {
    /// Yes, alone.
    Sole,
    /// Yes, but only in a tie. This is proved.
    Tie,
    /// No. This is proved.
    Never,
    /// Neither an example nor a proof was found within the time limit.
    Unknown,
}

/// A share of visitors.
#[derive(Serialize, JsonSchema)]
pub(in crate::cli) struct Share {
    /// Of visitors who answer at random, 0 to 1.
    #[schemars(range(min = 0, max = 1))]
    pub(in crate::cli) uniform: Option<f64>,
    /// Of coherent visitors, 0 to 1.
    #[schemars(range(min = 0, max = 1))]
    pub(in crate::cli) coherent: Option<f64>,
    /// The lower end of the 95 % interval of `coherent`, 0 to 1.
    #[schemars(range(min = 0, max = 1))]
    pub(in crate::cli) low: Option<f64>,
    /// The upper end of that interval, 0 to 1.
    #[schemars(range(min = 0, max = 1))]
    pub(in crate::cli) high: Option<f64>,
}

/// The share of visitors for whom several careers come first.
#[derive(Serialize, JsonSchema)]
pub(in crate::cli) struct Ties {
    /// Of visitors who answer at random, 0 to 1.
    #[schemars(range(min = 0, max = 1))]
    pub(in crate::cli) uniform: Option<f64>,
    /// Of coherent visitors, 0 to 1.
    #[schemars(range(min = 0, max = 1))]
    pub(in crate::cli) coherent: Option<f64>,
}

/// Coherent visitors by verdict; the shares add up to 1.
#[derive(Serialize, JsonSchema)]
pub(in crate::cli) struct Verdicts {
    /// No single different answer would put another career first: a share, 0 to 1.
    #[schemars(range(min = 0, max = 1))]
    pub(in crate::cli) clear: f64,
    /// One different answer would: a share, 0 to 1.
    #[schemars(range(min = 0, max = 1))]
    pub(in crate::cli) close: f64,
    /// Several careers come first: a share, 0 to 1.
    #[schemars(range(min = 0, max = 1))]
    pub(in crate::cli) tie: f64,
    /// With more than 50 careers, several fit about equally well: a share, 0 to 1.
    #[schemars(range(min = 0, max = 1))]
    pub(in crate::cli) band: f64,
    /// Rules exclude every career: a share, 0 to 1.
    #[schemars(range(min = 0, max = 1))]
    pub(in crate::cli) none: f64,
    /// No answer counts for any career: a share, 0 to 1.
    #[schemars(range(min = 0, max = 1))]
    pub(in crate::cli) nothing: f64,
}

/// Coherent visitors, asked with one order and one stop, with the confidence and the limits of the config.
#[derive(Serialize, JsonSchema)]
pub(in crate::cli) struct EarlyStop {
    /// The stopping rule.
    pub(in crate::cli) stop: Stop,
    /// The order of the cards.
    pub(in crate::cli) order: Order,
    /// The number of visitors.
    pub(in crate::cli) visitors: usize,
    /// The average number of cards asked per visitor.
    #[schemars(range(min = 0))]
    pub(in crate::cli) asked: f64,
    /// The average number of cards of the whole quiz for the same visitors.
    #[schemars(range(min = 0))]
    pub(in crate::cli) of: f64,
    /// The share of cards that are not asked, 0 to 1.
    #[schemars(range(min = 0, max = 1))]
    pub(in crate::cli) saved: f64,
    /// The share of visitors whose first career also comes first after all cards, 0 to 1; with more than 50 careers:
    /// whose first career is among the first ten after all cards.
    #[schemars(range(min = 0, max = 1))]
    pub(in crate::cli) agreement: f64,
    /// The lower end of the 95 % interval of `agreement`, 0 to 1.
    #[schemars(range(min = 0, max = 1))]
    pub(in crate::cli) low: f64,
    /// The upper end of that interval, 0 to 1.
    #[schemars(range(min = 0, max = 1))]
    pub(in crate::cli) high: f64,
    /// The expected calibration error: the difference between confidence and agreement, 0 to 1; `null` for the stop
    /// `certain`, whose results are proved.
    #[schemars(range(min = 0, max = 1))]
    pub(in crate::cli) error: Option<f64>,
}

/// Items that never change which career comes first. A list not finished within the time limit is `null`.
#[derive(Serialize, JsonSchema)]
pub(in crate::cli) struct Dead {
    /// Options whose points have no effect.
    pub(in crate::cli) options: Option<Vec<CardOption>>,
    /// The ids of cards whose answers have no effect.
    pub(in crate::cli) cards: Option<Vec<String>>,
    /// The ids of traits without effect.
    pub(in crate::cli) traits: Option<Vec<String>>,
}

/// An option of a card.
#[derive(Serialize, JsonSchema)]
pub(in crate::cli) struct CardOption {
    /// The id of the card.
    pub(in crate::cli) card: String,
    /// The id of the option, a step of a scale, `like` or `pass`.
    pub(in crate::cli) option: String,
}

/// A card.
#[derive(Serialize, JsonSchema)]
pub(in crate::cli) struct Card {
    /// The id.
    pub(in crate::cli) id: String,
    /// How often a different answer to this card alone changes which career comes first, over random visitors: a share,
    /// 0 to 1.
    #[schemars(range(min = 0, max = 1))]
    pub(in crate::cli) power: Option<f64>,
}

/// The number of simulated visitors of each kind.
#[derive(Serialize, JsonSchema)]
pub(in crate::cli) struct Visitors {
    /// Random visitors; if `exact`, all possible answers.
    pub(in crate::cli) uniform: usize,
    /// Coherent visitors, who have preferences.
    pub(in crate::cli) coherent: usize,
}
