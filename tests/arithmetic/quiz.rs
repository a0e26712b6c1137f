//! The data of a quiz.

#[derive(Clone, Debug)]
pub struct Quiz {
    pub model: Model,
    pub ties: Ties,
    pub careers: Vec<Career>,
    pub traits: Vec<Trait>,
    pub cards: Vec<Card>,
}

#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Model {
    Attainable,
    Z,
    Raw,
    Shape,
    Distance,
    Affinity,
    /// With the tempering exponent.
    Bayes(f64),
}

/// How ties for the first place are decided.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Ties {
    Shared,
    Listed,
    Extra(usize),
}

#[derive(Clone, Debug)]
pub struct Career {
    pub profile: Vec<f64>,
    pub prior: f64,
    pub require: Vec<Cond>,
    pub exclude: Vec<Cond>,
}

/// Mean and standard deviation among visitors and among careers.
#[derive(Clone, Copy, Debug)]
pub struct Trait {
    pub visitors: Option<(f64, f64)>,
    pub careers: Option<(f64, f64)>,
}

#[derive(Clone, Debug)]
pub struct Card {
    pub kind: Kind,
    pub required: bool,
    pub tie_break: bool,
    pub when: Option<Cond>,
    /// By option; empty if there are none.
    pub option_when: Vec<Option<Cond>>,
    /// Exclusive options.
    pub exclusive: Vec<usize>,
    /// By option (one entry for a scale or a swipe), then by career or trait.
    pub points: Vec<Vec<f64>>,
    /// The same for probabilities by career.
    pub chance: Vec<Vec<Option<f64>>>,
    /// By career, mean and standard deviation of the chosen step.
    pub expect: Vec<Option<(f64, f64)>>,
}

#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Kind {
    Single(usize),
    Multiple { options: usize, min: usize, max: usize },
    Scale(usize),
    Swipe,
}

#[derive(Clone, Debug)]
pub enum Cond {
    Is(usize, usize),
    AnyOf(usize, Vec<usize>),
    AtLeast(usize, usize),
    Answered(usize, bool),
    /// The points of a career or trait, with a minimum and a maximum.
    Total(usize, Option<f64>, Option<f64>),
    Not(Box<Cond>),
    All(Vec<Cond>),
    Any(Vec<Cond>),
}

/// By card, the picked rows; empty if the card is not answered.
pub type Picks = Vec<Vec<usize>>;

impl Model {
    pub fn has_traits(self) -> bool {
        matches!(self, Model::Shape | Model::Distance | Model::Affinity)
    }

    pub fn is_bayes(self) -> bool {
        matches!(self, Model::Bayes(_))
    }
}

impl Kind {
    pub fn rows(self) -> usize {
        match self {
            Kind::Single(rows) | Kind::Scale(rows) | Kind::Multiple { options: rows, .. } => rows,
            Kind::Swipe => 2,
        }
    }

    pub fn has_options(self) -> bool {
        matches!(self, Kind::Single(_) | Kind::Multiple { .. })
    }
}

impl Quiz {
    /// The number of columns that answers give points to.
    pub fn width(&self) -> usize {
        if self.model.has_traits() { self.traits.len() } else { self.careers.len() }
    }
}
