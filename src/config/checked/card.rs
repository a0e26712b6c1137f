//! Cards of the proof: what each asks for, and conditions on what was answered before.

use crate::config::model::Norm;

/// A question with just the fields that its kind has.
#[derive(Clone, Debug)]
pub struct Card {
    pub id: String,
    pub prompt: String,
    pub note: Option<String>,
    pub image: Option<Image>,
    pub group: Option<usize>,
    pub required: bool,
    pub when: Option<Condition>,
    pub first: bool,
    pub tie_break: bool,
    pub ask: Ask,
}

/// What earlier answers must be like.
#[derive(Clone, Debug, PartialEq)]
pub enum Condition {
    /// One of these rows (a bit each) is picked.
    Picked {
        card: usize,
        rows: u64,
    },
    /// The step of a scale is at least this, counted from 1.
    Step {
        card: usize,
        least: usize,
    },
    /// At least so many options are picked.
    Count {
        card: usize,
        least: usize,
    },
    Answered {
        card: usize,
    },
    Not(Box<Condition>),
    All(Vec<Condition>),
    Any(Vec<Condition>),
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
        expect: Vec<(usize, Norm)>,
    },
    /// Like counts the weights, pass counts them with the other sign.
    Swipe {
        weights: Weights,
        chance: Weights,
    },
}

/// An option of a card.
#[derive(Clone, Debug)]
pub struct Choice {
    pub id: String,
    pub label: String,
    pub image: Option<Image>,
    pub weights: Weights,
    /// The chance that people in a career choose it.
    pub chance: Weights,
    pub when: Option<Condition>,
    /// Stays at the end when options are mixed.
    pub last: bool,
}

/// A picture, and the words for those who can't see it.
#[derive(Clone, Debug)]
pub struct Image {
    pub src: String,
    pub alt: String,
    /// Small, beside the words.
    pub icon: bool,
}

/// Numbers by the place of a career or a trait in its list, each at most once.
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

    /// How many numbers say what is answered: one for a scale or a swipe, one for each option elsewhere.
    pub fn numbers(&self) -> usize {
        match self {
            Self::Single { options } | Self::Multiple { options, .. } => options.len(),
            Self::Scale { .. } | Self::Swipe { .. } => 1,
        }
    }

    /// Never: a card without an answer does not pass the check.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The row of an answer by its name: the id of an option, `1` to `N` of a scale, `like` or `pass`.
    pub fn row(&self, name: &str) -> Option<usize> {
        match self {
            Self::Single { options } | Self::Multiple { options, .. } => {
                options.iter().position(|option| option.id == name)
            }
            Self::Scale { steps, .. } => {
                name.parse::<usize>().ok().filter(|step| (1..=*steps).contains(step)).map(|step| step - 1)
            }
            Self::Swipe { .. } => ["like", "pass"].iter().position(|word| *word == name),
        }
    }

    /// The name of a row.
    pub fn name(&self, row: usize) -> String {
        match self {
            Self::Single { options } | Self::Multiple { options, .. } => options[row].id.clone(),
            Self::Scale { .. } => (row + 1).to_string(),
            Self::Swipe { .. } => if row == 0 { "like" } else { "pass" }.to_owned(),
        }
    }

    /// How many rows an answer picks, at least and at most.
    pub fn picks(&self) -> (usize, usize) {
        match self {
            Self::Multiple { min, max, .. } => (*min, *max),
            Self::Single { .. } | Self::Scale { .. } | Self::Swipe { .. } => (1, 1),
        }
    }

    /// What a scale or a swipe counts.
    pub fn weights(&self) -> &Weights {
        static NONE: Weights = Vec::new();
        match self {
            Self::Scale { weights, .. } | Self::Swipe { weights, .. } => weights,
            Self::Single { .. } | Self::Multiple { .. } => &NONE,
        }
    }

    /// The options, where the card has some.
    pub fn options(&self) -> &[Choice] {
        match self {
            Self::Single { options } | Self::Multiple { options, .. } => options,
            Self::Scale { .. } | Self::Swipe { .. } => &[],
        }
    }
}

impl Condition {
    /// Calls back with each card that the condition looks at.
    pub fn each_card(&self, see: &mut impl FnMut(usize)) {
        match self {
            Self::Picked { card, .. }
            | Self::Step { card, .. }
            | Self::Count { card, .. }
            | Self::Answered { card } => {
                see(*card);
            }
            Self::Not(inner) => inner.each_card(see),
            Self::All(list) | Self::Any(list) => list.iter().for_each(|inner| inner.each_card(see)),
        }
    }
}
