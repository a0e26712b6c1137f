//! The proof: a config in which every id resolves, every number is in range and every text says something.
//!
//! Nothing outside `config` can build one, so whoever holds one need not doubt it.

use super::{model, theme::Theme};

/// A config that can be played as it is.
#[derive(Clone, Debug)]
pub struct Checked {
    pub(super) language: String,
    pub(super) title: String,
    pub(super) intro: model::Intro,
    pub(super) careers: Vec<model::Career>,
    pub(super) cards: Vec<Card>,
    pub(super) model: model::Model,
    pub(super) theme: Theme,
}

impl Checked {
    pub fn language(&self) -> &str {
        &self.language
    }

    pub fn title(&self) -> &str {
        &self.title
    }

    pub fn intro(&self) -> &model::Intro {
        &self.intro
    }

    /// At least one.
    pub fn careers(&self) -> &[model::Career] {
        &self.careers
    }

    /// At least one.
    pub fn cards(&self) -> &[Card] {
        &self.cards
    }

    pub fn model(&self) -> model::Model {
        self.model
    }

    pub fn theme(&self) -> &Theme {
        &self.theme
    }
}

/// A question with just the fields that its kind has.
#[derive(Clone, Debug)]
pub struct Card {
    pub id: String,
    pub prompt: String,
    pub note: Option<String>,
    pub required: bool,
    pub ask: Ask,
}

/// What a card asks for.
#[derive(Clone, Debug)]
pub enum Ask {
    Single {
        options: Vec<Choice>,
    },
    /// From `min` to `max` of the options.
    Multiple {
        options: Vec<Choice>,
        min: usize,
        max: usize,
    },
    /// Steps that count from -1 to 1 times the weights.
    Scale {
        steps: usize,
        low: String,
        high: String,
        weights: Weights,
    },
    /// Like counts the weights, pass counts them with the other sign.
    Swipe {
        weights: Weights,
    },
}

/// An option of a card.
#[derive(Clone, Debug)]
pub struct Choice {
    pub id: String,
    pub label: String,
    pub weights: Weights,
}

/// What an answer counts: (place of the career in the list, points), each career at most once.
pub type Weights = Vec<(usize, f64)>;

impl Ask {
    /// How many single answers there are to give: options, steps, or like and pass.
    pub fn len(&self) -> usize {
        match self {
            Self::Single { options } | Self::Multiple { options, .. } => options.len(),
            Self::Scale { steps, .. } => *steps,
            Self::Swipe { .. } => 2,
        }
    }

    /// Never: a card without an answer does not pass the check.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }
}
