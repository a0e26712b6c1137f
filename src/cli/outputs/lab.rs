//! What `lab --format json` prints.

use schemars::JsonSchema;
use serde::Serialize;

use super::{ById, Problem};
use crate::config::model::{Order, Stop};

/// What `career-matcher lab --format json` prints. Shares are from 0 to 1; what was not measured within the limit is
/// `null`. New keys may come; those that there are stay.
#[derive(Serialize, JsonSchema)]
pub(in crate::cli) struct Lab {
    /// The careers in the order of the config.
    pub(in crate::cli) careers: Vec<Career>,
    /// The share of visitors for whom several careers come first.
    pub(in crate::cli) ties: Ties,
    /// Of all changes of one answer, the share that changes who comes first, over visitors who answer at random; 0 to 1.
    #[schemars(range(min = 0, max = 1))]
    pub(in crate::cli) flips: Option<f64>,
    /// How sure results are.
    pub(in crate::cli) verdicts: Option<Verdicts>,
    /// The effective number of careers: how many with even shares would be as varied, the exponential of the entropy of
    /// the coherent shares.
    #[schemars(range(min = 0))]
    pub(in crate::cli) effective: Option<f64>,
    /// What early stops save and cost; empty if there was no time.
    pub(in crate::cli) stops: Vec<EarlyStop>,
    /// What never changes who comes first, whatever else is answered.
    pub(in crate::cli) dead: Dead,
    /// The cards in the order of the config.
    pub(in crate::cli) cards: Vec<Card>,
    /// Whether figures for random visitors come from all ways to answer, and not from a sample of them.
    pub(in crate::cli) exact: bool,
    /// How many made-up visitors the shares come from.
    pub(in crate::cli) visitors: Visitors,
    /// What the author should look at.
    pub(in crate::cli) problems: Vec<Problem>,
}

/// A career, and who gets it.
#[derive(Serialize, JsonSchema)]
pub(in crate::cli) struct Career {
    /// Its id.
    pub(in crate::cli) id: String,
    /// Whether it can come first.
    pub(in crate::cli) reach: Reach,
    /// Answers with which it comes first, by card id, each as a cell of a file of answers; `null` where there are none
    /// or none were found.
    pub(in crate::cli) witness: Option<ById<String>>,
    /// The share of visitors for whom it alone comes first.
    pub(in crate::cli) share: Share,
    /// The least and the most that its sum of points can be; with other models than points, its score.
    pub(in crate::cli) attainable: [f64; 2],
}

/// Whether a career can come first for somebody whose answers say something.
#[derive(Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub(in crate::cli) enum Reach {
    /// It can, alone.
    Sole,
    /// It can, but only level with others. This is a proof.
    Tie,
    /// It can't. This is a proof.
    Never,
    /// Neither an example nor a proof was found in the time given.
    Unknown,
}

/// A share of visitors.
#[derive(Serialize, JsonSchema)]
pub(in crate::cli) struct Share {
    /// Of visitors who answer at random, 0 to 1.
    #[schemars(range(min = 0, max = 1))]
    pub(in crate::cli) uniform: Option<f64>,
    /// Of visitors with leanings, 0 to 1.
    #[schemars(range(min = 0, max = 1))]
    pub(in crate::cli) coherent: Option<f64>,
    /// The lower end of the 95 % interval of `coherent`, 0 to 1.
    #[schemars(range(min = 0, max = 1))]
    pub(in crate::cli) low: Option<f64>,
    /// Its upper end, 0 to 1.
    #[schemars(range(min = 0, max = 1))]
    pub(in crate::cli) high: Option<f64>,
}

/// The share of visitors for whom several careers come first.
#[derive(Serialize, JsonSchema)]
pub(in crate::cli) struct Ties {
    /// Of visitors who answer at random, 0 to 1.
    #[schemars(range(min = 0, max = 1))]
    pub(in crate::cli) uniform: Option<f64>,
    /// Of visitors with leanings, 0 to 1.
    #[schemars(range(min = 0, max = 1))]
    pub(in crate::cli) coherent: Option<f64>,
}

/// Visitors with leanings by verdict; the shares add up to 1.
#[derive(Serialize, JsonSchema)]
pub(in crate::cli) struct Verdicts {
    /// No single other answer would put another career first: a share, 0 to 1.
    #[schemars(range(min = 0, max = 1))]
    pub(in crate::cli) clear: f64,
    /// One other answer would: a share, 0 to 1.
    #[schemars(range(min = 0, max = 1))]
    pub(in crate::cli) close: f64,
    /// Several careers come first: a share, 0 to 1.
    #[schemars(range(min = 0, max = 1))]
    pub(in crate::cli) tie: f64,
    /// Above 50 careers, several are about as good: a share, 0 to 1.
    #[schemars(range(min = 0, max = 1))]
    pub(in crate::cli) band: f64,
    /// Rules keep every career out: a share, 0 to 1.
    #[schemars(range(min = 0, max = 1))]
    pub(in crate::cli) none: f64,
    /// No answer counts for any career: a share, 0 to 1.
    #[schemars(range(min = 0, max = 1))]
    pub(in crate::cli) nothing: f64,
}

/// Visitors with leanings, asked in one order until one stop, with the confidence and the bounds of the config.
#[derive(Serialize, JsonSchema)]
pub(in crate::cli) struct EarlyStop {
    /// When the result is shown although cards are left.
    pub(in crate::cli) stop: Stop,
    /// Which card comes next.
    pub(in crate::cli) order: Order,
    /// How many visitors were asked.
    pub(in crate::cli) visitors: usize,
    /// How many cards one visitor is asked on average.
    #[schemars(range(min = 0))]
    pub(in crate::cli) asked: f64,
    /// How many cards the whole quiz asks the same visitors on average.
    #[schemars(range(min = 0))]
    pub(in crate::cli) of: f64,
    /// The share of cards that are not asked, 0 to 1.
    #[schemars(range(min = 0, max = 1))]
    pub(in crate::cli) saved: f64,
    /// The share of visitors whose first career is also first after all cards, 0 to 1; above 50 careers, among the
    /// first ten.
    #[schemars(range(min = 0, max = 1))]
    pub(in crate::cli) agreement: f64,
    /// The lower end of the 95 % interval of `agreement`, 0 to 1.
    #[schemars(range(min = 0, max = 1))]
    pub(in crate::cli) low: f64,
    /// Its upper end, 0 to 1.
    #[schemars(range(min = 0, max = 1))]
    pub(in crate::cli) high: f64,
    /// The expected calibration error: how far confidence and agreement lie apart, 0 to 1; `null` for the stop `certain`,
    /// which is a proof.
    #[schemars(range(min = 0, max = 1))]
    pub(in crate::cli) error: Option<f64>,
}

/// What never changes who comes first. A list that could not be finished in the time given is `null`.
#[derive(Serialize, JsonSchema)]
pub(in crate::cli) struct Dead {
    /// Options that could as well count for nobody.
    pub(in crate::cli) options: Option<Vec<CardOption>>,
    /// The ids of cards to which no other answer ever makes a difference.
    pub(in crate::cli) cards: Option<Vec<String>>,
    /// The ids of traits without which the same careers come first.
    pub(in crate::cli) traits: Option<Vec<String>>,
}

/// An option of a card.
#[derive(Serialize, JsonSchema)]
pub(in crate::cli) struct CardOption {
    /// The card's id.
    pub(in crate::cli) card: String,
    /// The option's id; a step of a scale; `like` or `pass`.
    pub(in crate::cli) option: String,
}

/// A card.
#[derive(Serialize, JsonSchema)]
pub(in crate::cli) struct Card {
    /// Its id.
    pub(in crate::cli) id: String,
    /// How often another answer to it alone changes who comes first, over visitors who answer at random: a share, 0 to 1.
    #[schemars(range(min = 0, max = 1))]
    pub(in crate::cli) power: Option<f64>,
}

/// Made-up visitors of each kind.
#[derive(Serialize, JsonSchema)]
pub(in crate::cli) struct Visitors {
    /// Those who answer at random; all ways to answer if `exact`.
    pub(in crate::cli) uniform: usize,
    /// Those with leanings.
    pub(in crate::cli) coherent: usize,
}
