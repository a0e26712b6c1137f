//! The report as data. Careers, cards, rows and traits are given by their index in the config. A figure that was not
//! measured in time is `None`, never a number. It must never know how a report is shown.

use crate::{
    config::{
        Problem,
        model::{Order, Stop},
    },
    matcher::Answers,
};

/// All findings of the lab on a quiz.
#[derive(Clone, Debug)]
pub struct Report {
    /// By career index.
    pub careers: Vec<CareerReport>,
    /// By card index.
    pub cards: Vec<CardReport>,
    /// The share of visitors with a tie for the first place.
    pub ties: Shares,
    /// The share of all single-answer changes that change the first place, over visitors who answer at random.
    pub flips: Option<f64>,
    /// The shares of verdicts: how certain results are.
    pub verdicts: Option<Verdicts>,
    /// The effective number of careers among coherent visitors: the exponential of the entropy of their shares.
    pub effective: Option<f64>,
    /// The savings and costs of early stops; empty if time ran out before the first interview.
    pub stops: Vec<StopReport>,
    pub dead: Dead,
    /// The number of simulated visitors behind the figures.
    pub visitors: Visitors,
    /// Whether the figures for uniform answers come from all answer paths, not from a sample.
    pub exact: bool,
    /// Findings for authors, with code, path, hint and, if available, a fix.
    pub problems: Vec<Problem>,
}

/// One career.
#[derive(Clone, Debug)]
pub struct CareerReport {
    pub reach: Reach,
    /// The share of visitors with this career as sole winner.
    pub share: Shares,
    /// The minimum and maximum of its sum of points; with other models, of its score.
    pub attainable: (f64, f64),
}

/// Whether a career can come first.
#[derive(Clone, Debug, PartialEq)]
pub enum Reach {
    /// Sole winner with these answers.
    Sole(Answers),
    /// Tied for the first place with these answers; proved never the sole winner.
    Tie(Answers),
    /// Proved: never.
    Never,
    /// Neither found nor proved in time.
    Unknown,
}

/// A share under the two models of visitors.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Shares {
    /// Every permitted answer to every shown card is equally likely.
    pub uniform: Option<f64>,
    /// Coherent visitors: their answers correlate as the weights of the quiz imply.
    pub coherent: Option<Estimate>,
}

/// A share in a sample, with its 95 % confidence interval.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Estimate {
    pub share: f64,
    pub low: f64,
    pub high: f64,
}

/// Visitors of each kind; all answer paths where figures are exact.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Visitors {
    pub uniform: usize,
    pub coherent: usize,
}

/// One card.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct CardReport {
    /// How often a change of the answer to this card alone changes the first place, over visitors who answer at random.
    pub power: Option<f64>,
}

/// Shares of coherent visitors by verdict.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Verdicts {
    pub clear: f64,
    pub close: f64,
    pub tie: f64,
    pub band: f64,
    pub none: f64,
    pub nothing: f64,
}

/// Coherent visitors under one order and one stop, with the config's confidence and bounds.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct StopReport {
    pub stop: Stop,
    pub order: Order,
    pub visitors: usize,
    /// The mean number of cards asked, and the mean number that the whole quiz asks the same visitors.
    pub asked: f64,
    pub of: f64,
    /// The share of visitors with the same first career as in the whole quiz; above 50 careers, with one of its top
    /// ten.
    pub agreement: f64,
    /// Its 95 % confidence interval.
    pub low: f64,
    pub high: f64,
    /// The mean stated probability of agreement.
    pub confidence: f64,
    /// For the stop `confident`: the expected calibration error, the distance between confidence and agreement.
    pub error: Option<f64>,
}

impl StopReport {
    /// Whether early results overstate their confidence by more than chance and two percentage points.
    pub fn overstates(&self) -> bool {
        self.stop == Stop::Confident && self.confidence - self.high > 0.02
    }

    /// The share of cards saved.
    pub fn saved(&self) -> f64 {
        if self.of > 0.0 { (1.0 - self.asked / self.of).max(0.0) } else { 0.0 }
    }
}

/// Everything that never changes the first place, for any other answers.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Dead {
    /// Card and option: the first place is the same with the option's weights set to zero.
    pub options: Vec<(usize, usize)>,
    /// Replacing the answer to the card never makes a difference.
    pub cards: Vec<usize>,
    /// The first place is the same without the trait.
    pub traits: Vec<usize>,
    /// Which of the three lists are unfinished; such a list is empty.
    pub open: Open,
}

/// The lists that time did not allow.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Open {
    pub options: bool,
    pub cards: bool,
    pub traits: bool,
}

impl Open {
    pub fn any(self) -> bool {
        self.options || self.cards || self.traits
    }
}

/// The current stage of the lab, and its progress from 0 to 1.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Stage {
    pub name: &'static str,
    pub done: f64,
    /// The share of the whole time at which this stage should end, so that later stages have time left.
    pub until: f64,
}

/// Called at intervals; returns whether to continue. After a "no" the next part of the work asks again.
pub type Progress<'a> = &'a mut dyn FnMut(Stage) -> bool;
