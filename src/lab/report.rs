//! The findings, as data. Careers, cards, rows and traits are named by their place in the config. A figure that was not
//! measured in the time given is `None`, and never a number.

use crate::{
    config::{
        Problem,
        model::{Order, Stop},
    },
    matcher::Answers,
};

/// Everything that the lab found out about a quiz.
#[derive(Clone, Debug)]
pub struct Report {
    /// By place of the career.
    pub careers: Vec<CareerReport>,
    /// By place of the card.
    pub cards: Vec<CardReport>,
    /// The share of visitors for whom several careers come first.
    pub ties: Shares,
    /// Of all changes of one answer, the share that changes who comes first, over visitors who answer at random.
    pub flips: Option<f64>,
    /// How sure the result is.
    pub verdicts: Option<Verdicts>,
    /// The effective number of careers among coherent visitors: the exponential of the entropy of their shares.
    pub effective: Option<f64>,
    /// What early stops would save and cost; empty when there was no time to ask anybody.
    pub stops: Vec<StopReport>,
    pub dead: Dead,
    /// How many made-up visitors the figures come from.
    pub visitors: Visitors,
    /// Whether the figures for uniform answers come from all ways to answer, and not from a sample of them.
    pub exact: bool,
    /// What an author should look at, with code, path, hint and, where there is one, a fix.
    pub problems: Vec<Problem>,
}

/// One career.
#[derive(Clone, Debug)]
pub struct CareerReport {
    pub reach: Reach,
    /// The share of visitors for whom it alone comes first.
    pub share: Shares,
    /// The least and the most that its sum of points can be; with other models, its score.
    pub attainable: (f64, f64),
}

/// Whether a career can come first.
#[derive(Clone, Debug, PartialEq)]
pub enum Reach {
    /// With these answers it does, alone.
    Sole(Answers),
    /// With these answers it does, level with others; proved never alone.
    Tie(Answers),
    /// Proved: never.
    Never,
    /// Neither found nor proved in the time given.
    Unknown,
}

/// A share of visitors under two kinds of visitors.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Shares {
    /// Every permitted answer of every shown card is as likely.
    pub uniform: Option<f64>,
    /// Visitors with leanings: their answers hang together as the weights of the quiz do.
    pub coherent: Option<Estimate>,
}

/// A share in a sample, and the interval in which the true one lies at 95 %.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Estimate {
    pub share: f64,
    pub low: f64,
    pub high: f64,
}

/// Visitors of each kind; all ways to answer where figures are exact.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Visitors {
    pub uniform: usize,
    pub coherent: usize,
}

/// One card.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct CardReport {
    /// How often another answer to this card alone changes who comes first, over visitors who answer at random.
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

/// Coherent visitors, asked in one order until one stop, with the confidence and the bounds of the config.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct StopReport {
    pub stop: Stop,
    pub order: Order,
    pub visitors: usize,
    /// Cards that one visitor is asked on average, and how many the whole quiz asks the same visitors.
    pub asked: f64,
    pub of: f64,
    /// For how many the first career is that of the whole quiz; above 50 careers, one of its first ten.
    pub agreement: f64,
    /// The interval in which it lies at 95 %.
    pub low: f64,
    pub high: f64,
    /// How likely that was said to be, on average.
    pub confidence: f64,
    /// Stop `confident`: the expected calibration error, how far confidence and agreement lie apart.
    pub error: Option<f64>,
}

impl StopReport {
    /// Whether early results state more than they keep, by more than chance and two points in a hundred.
    pub fn overstates(&self) -> bool {
        self.stop == Stop::Confident && self.confidence - self.high > 0.02
    }

    /// The share of cards that are not asked.
    pub fn saved(&self) -> f64 {
        if self.of > 0.0 { (1.0 - self.asked / self.of).max(0.0) } else { 0.0 }
    }
}

/// What never changes who comes first, whatever else is answered.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Dead {
    /// Card and option: it never makes a difference that it counts what it counts, and not nothing.
    pub options: Vec<(usize, usize)>,
    /// No other answer in place of one ever makes a difference.
    pub cards: Vec<usize>,
    /// The same careers come first without it.
    pub traits: Vec<usize>,
    /// Which of the three lists were not finished; such a list is empty.
    pub open: Open,
}

/// What there was no time to decide.
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

/// What the lab is at, and how far it has come, 0 to 1.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Stage {
    pub name: &'static str,
    pub done: f64,
    /// By which part of the whole time this should be over, so that there is some left for what follows.
    pub until: f64,
}

/// Asked now and then whether to go on. After a no, what comes next asks once more.
pub type Progress<'a> = &'a mut dyn FnMut(Stage) -> bool;
