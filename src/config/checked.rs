//! The proof: a config in which every id resolves, every number is in range and every text says something.
//!
//! Nothing outside `config` can build one, so whoever holds one need not doubt it.

use super::{
    model::{self, Cta, Norm, Trait, Verdict},
    theme::Theme,
};

/// A config that can be played as it is.
#[derive(Clone, Debug)]
pub struct Checked {
    pub(super) language: String,
    pub(super) title: String,
    pub(super) intro: model::Intro,
    pub(super) careers: Vec<Career>,
    pub(super) traits: Vec<Trait>,
    pub(super) groups: Vec<model::Group>,
    pub(super) cards: Vec<Card>,
    pub(super) matching: Matching,
    pub(super) asking: Asking,
    pub(super) calibration: Option<Calibration>,
    pub(super) filters: Vec<model::Filter>,
    pub(super) credit: Option<String>,
    pub(super) theme: Theme,
    pub(super) personas: Vec<Persona>,
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
    pub fn careers(&self) -> &[Career] {
        &self.careers
    }

    pub fn traits(&self) -> &[Trait] {
        &self.traits
    }

    pub fn groups(&self) -> &[model::Group] {
        &self.groups
    }

    /// At least one.
    pub fn cards(&self) -> &[Card] {
        &self.cards
    }

    pub fn matching(&self) -> Matching {
        self.matching
    }

    pub fn asking(&self) -> &Asking {
        &self.asking
    }

    /// What pilot answers have taught about the cards.
    pub fn calibration(&self) -> Option<&Calibration> {
        self.calibration.as_ref()
    }

    pub fn filters(&self) -> &[model::Filter] {
        &self.filters
    }

    pub fn credit(&self) -> Option<&String> {
        self.credit.as_ref()
    }

    pub fn personas(&self) -> &[Persona] {
        &self.personas
    }

    pub fn theme(&self) -> &Theme {
        &self.theme
    }

    /// The same with one weight changed: of an option, or of a whole scale or swipe. The number stays in range.
    #[cfg(feature = "lab")]
    pub(crate) fn reweigh(&mut self, card: usize, row: Option<usize>, column: usize, weight: f64) {
        let weights = match (&mut self.cards[card].ask, row) {
            (Ask::Single { options } | Ask::Multiple { options, .. }, Some(row)) => &mut options[row].weights,
            (Ask::Scale { weights, .. } | Ask::Swipe { weights, .. }, _) => weights,
            (Ask::Single { .. } | Ask::Multiple { .. }, None) => return,
        };
        match weights.iter_mut().find(|(at, _)| *at == column) {
            Some((_, it)) => *it = weight,
            None => weights.push((column, weight)),
        }
    }

    /// The same, asked in another way.
    #[cfg(feature = "lab")]
    pub fn asked_by(&self, asking: Asking) -> Self {
        Self { asking, ..self.clone() }
    }

    /// The same with what pilot answers have taught, or without.
    #[cfg(feature = "lab")]
    pub fn calibrated_by(&self, calibration: Option<Calibration>) -> Self {
        Self { calibration, ..self.clone() }
    }

    /// The same under another way to match.
    #[cfg(feature = "lab")]
    pub(crate) fn matched_by(&self, matching: Matching) -> Self {
        Self { matching, ..self.clone() }
    }
}

/// A career, with its numbers resolved.
#[derive(Clone, Debug)]
pub struct Career {
    pub id: String,
    pub title: String,
    pub summary: Option<String>,
    pub day: Option<String>,
    pub tools: Vec<String>,
    pub first_steps: Option<String>,
    pub cta: Vec<Cta>,
    /// By place of the trait.
    pub profile: Weights,
    /// Above nought.
    pub prior: f64,
    /// By place of the filter, the place of the value that the career has.
    pub filters: Vec<Option<usize>>,
    pub require: Vec<Rule>,
    pub exclude: Vec<Rule>,
}

impl Career {
    /// The words of a rule, counted through `require` and then `exclude`.
    pub fn reason(&self, rule: usize) -> &str {
        self.require.iter().chain(&self.exclude).nth(rule).map_or("", |rule| &rule.reason)
    }
}

/// A condition that decides whether a career is suggested at all, and the words for the visitor.
#[derive(Clone, Debug)]
pub struct Rule {
    pub when: Condition,
    pub reason: String,
}

/// How answers become a match.
#[derive(Clone, Copy, Debug)]
pub enum Matching {
    Points(model::Score),
    Traits(model::Similarity),
    /// With the temper, above 0 to 1.
    Bayes(f64),
}

/// In which order cards are asked, and when enough of them have been.
#[derive(Clone, Copy, Debug)]
pub struct Asking {
    pub order: model::Order,
    pub stop: model::Stop,
    /// Above 0 to 1.
    pub confidence: f64,
    /// At least 1.
    pub min: usize,
    /// At least `min`.
    pub max: usize,
}

/// What pilot answers have taught: by place of the card; all cards have the same number of factors.
#[derive(Clone, Debug)]
pub struct Calibration {
    pub answers: usize,
    pub factors: usize,
    pub cards: Vec<model::Habit>,
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

/// A made-up visitor and what they are to be told.
#[derive(Clone, Debug)]
pub struct Persona {
    pub name: String,
    /// By place of the card, a bit for each picked row; nought for no answer.
    pub answers: Vec<u64>,
    pub career: Option<usize>,
    pub verdict: Option<Verdict>,
}

/// A question with just the fields that its kind has.
#[derive(Clone, Debug)]
pub struct Card {
    pub id: String,
    pub prompt: String,
    pub note: Option<String>,
    pub group: Option<usize>,
    pub required: bool,
    pub when: Option<Condition>,
    pub first: bool,
    pub tie_break: bool,
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
    pub weights: Weights,
    /// The chance that people in a career choose it.
    pub chance: Weights,
    pub when: Option<Condition>,
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
