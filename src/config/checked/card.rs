//! Cards of the proof: what each asks for, and conditions on what was answered before.

use std::sync::Arc;

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
    pub response: ResponseFormat,
}

/// By card, what each of its rows counts.
pub type Counts = Vec<(usize, Vec<f64>)>;

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
    /// What answers count for a career or a trait, added up, lies between these: by card, what each row counts.
    Total {
        column: usize,
        cards: Arc<Counts>,
        least: f64,
        most: f64,
    },
    Not(Box<Condition>),
    All(Vec<Condition>),
    Any(Vec<Condition>),
}

/// How a card is answered: there are two ways, however many kinds of cards an author can choose from.
#[derive(Clone, Debug)]
pub enum ResponseFormat {
    /// A choice among options: from `min` to `max` of them.
    Options {
        options: Vec<Choice>,
        min: usize,
        max: usize,
        /// Whether the author asks for several (`multiple`), even where the limits leave one.
        several: bool,
    },
    /// A place on a line from -1 to 1, times the weights.
    Line { weights: Weights, line: Line },
}

/// The places on a line, and what they are called.
#[derive(Clone, Debug)]
pub enum Line {
    /// Steps from one end to the other.
    Scale {
        steps: usize,
        low: String,
        high: String,
        /// None, or the words of each step.
        labels: Vec<String>,
        expect: Vec<(usize, Norm)>,
    },
    /// Like (1) and pass (-1).
    Swipe { chance: Weights },
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
    /// Can't be picked together with others.
    pub exclusive: bool,
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

impl Line {
    /// How many places there are.
    pub fn len(&self) -> usize {
        match self {
            Self::Scale { steps, .. } => *steps,
            Self::Swipe { .. } => 2,
        }
    }

    /// Never: a line has two ends.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The rows at 1 and at -1.
    pub fn ends(&self) -> (usize, usize) {
        match self {
            Self::Scale { steps, .. } => (*steps - 1, 0),
            Self::Swipe { .. } => (0, 1),
        }
    }

    /// Where a row lies, from -1 to 1.
    fn place(&self, row: usize) -> f64 {
        let place = (2 * row) as f64 / (self.len() - 1) as f64 - 1.0;
        if self.ends().0 == 0 { -place } else { place }
    }
}

impl ResponseFormat {
    /// How many single answers there are to give: options, or places on a line.
    pub fn len(&self) -> usize {
        match self {
            Self::Options { options, .. } => options.len(),
            Self::Line { line, .. } => line.len(),
        }
    }

    /// How many numbers say what is answered: one for each option, or one for a line.
    pub fn numbers(&self) -> usize {
        match self {
            Self::Options { options, .. } => options.len(),
            Self::Line { .. } => 1,
        }
    }

    /// Never: a card without an answer does not pass the check.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The row of an answer by its name: the id of an option, `1` to `N` of a scale, `like` or `pass`.
    pub fn row(&self, name: &str) -> Option<usize> {
        match self {
            Self::Options { options, .. } => options.iter().position(|option| option.id == name),
            Self::Line { line: Line::Scale { steps, .. }, .. } => {
                name.parse::<usize>().ok().filter(|step| (1..=*steps).contains(step)).map(|step| step - 1)
            }
            Self::Line { line: Line::Swipe { .. }, .. } => ["like", "pass"].iter().position(|word| *word == name),
        }
    }

    /// The name of a row.
    pub fn name(&self, row: usize) -> String {
        match self {
            Self::Options { options, .. } => options[row].id.clone(),
            Self::Line { line: Line::Scale { .. }, .. } => (row + 1).to_string(),
            Self::Line { line: Line::Swipe { .. }, .. } => if row == 0 { "like" } else { "pass" }.to_owned(),
        }
    }

    /// The author's own words for a row, where there are any.
    pub fn label(&self, row: usize) -> Option<&String> {
        match self {
            Self::Options { options, .. } => Some(&options[row].label),
            Self::Line { line: Line::Scale { labels, .. }, .. } => labels.get(row),
            Self::Line { line: Line::Swipe { .. }, .. } => None,
        }
    }

    /// The rows that can't be picked together with others, a bit each.
    pub fn exclusive(&self) -> u64 {
        let Self::Options { options, several: true, .. } = self else { return 0 };
        let exclusive = options.iter().enumerate().filter(|(_, option)| option.exclusive);
        exclusive.fold(0, |bits, (row, _)| bits | 1 << row)
    }

    /// How many rows an answer picks, at least and at most; a row that excludes others is picked alone.
    pub fn picks(&self) -> (usize, usize) {
        match self {
            Self::Options { min, max, .. } => (*min, *max),
            Self::Line { .. } => (1, 1),
        }
    }

    /// Whether an answer picks as many rows as it may, when all of them can be picked.
    pub fn takes(&self, rows: u64) -> bool {
        let (least, most) = if rows & self.exclusive() == 0 { self.picks() } else { (1, 1) };
        (least..=most).contains(&(rows.count_ones() as usize))
    }

    /// By row, what it counts for each of so many careers or traits: an option's points as they stand, a line's times
    /// -1 to 1.
    pub fn rows(&self, width: usize) -> Vec<Vec<f64>> {
        match self {
            Self::Options { options, .. } => options.iter().map(|option| row(&option.weights, 1.0, width)).collect(),
            Self::Line { weights, line } => (0..line.len()).map(|it| row(weights, line.place(it), width)).collect(),
        }
    }

    /// What a line counts.
    pub fn weights(&self) -> &Weights {
        static NONE: Weights = Vec::new();
        match self {
            Self::Line { weights, .. } => weights,
            Self::Options { .. } => &NONE,
        }
    }

    /// The options, where the card has some.
    pub fn options(&self) -> &[Choice] {
        match self {
            Self::Options { options, .. } => options,
            Self::Line { .. } => &[],
        }
    }

    /// The weights as the author wrote them: of each option, or of the line.
    pub fn weight_lists(&self) -> Vec<&Weights> {
        match self {
            Self::Options { options, .. } => options.iter().map(|option| &option.weights).collect(),
            Self::Line { weights, .. } => vec![weights],
        }
    }
}

/// By card, what each row counts in a column; the tie-break and cards that count nothing are left out.
pub(in crate::config) fn counting(cards: &[Card], column: usize, width: usize) -> Counts {
    let of = |card: &Card| card.response.rows(width).iter().map(|row| row[column]).collect::<Vec<_>>();
    let cards = cards.iter().enumerate().filter(|(_, card)| !card.tie_break).map(|(at, card)| (at, of(card)));
    cards.filter(|(_, rows)| rows.iter().any(|points| *points != 0.0)).collect()
}

fn row(weights: &Weights, times: f64, width: usize) -> Vec<f64> {
    let mut row = vec![0.0; width];
    weights.iter().for_each(|(column, points)| row[*column] = points * times);
    row
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
            Self::Total { cards, .. } => cards.iter().for_each(|(card, _)| see(*card)),
            Self::Not(inner) => inner.each_card(see),
            Self::All(list) | Self::Any(list) => list.iter().for_each(|inner| inner.each_card(see)),
        }
    }

    /// Calls back with each card of each total, and what its rows count.
    #[cfg(feature = "lab")]
    pub fn each_count(&self, see: &mut impl FnMut(usize, &[f64])) {
        match self {
            Self::Total { cards, .. } => cards.iter().for_each(|(card, rows)| see(*card, rows)),
            Self::Not(inner) => inner.each_count(see),
            Self::All(list) | Self::Any(list) => list.iter().for_each(|inner| inner.each_count(see)),
            Self::Picked { .. } | Self::Step { .. } | Self::Count { .. } | Self::Answered { .. } => {}
        }
    }

    /// Calls back with each total: its column, and the cards that count.
    #[cfg(feature = "lab")]
    pub(in crate::config) fn each_total(&mut self, see: &mut impl FnMut(usize, &mut Arc<Counts>)) {
        match self {
            Self::Total { column, cards, .. } => see(*column, cards),
            Self::Not(inner) => inner.each_total(see),
            Self::All(list) | Self::Any(list) => list.iter_mut().for_each(|inner| inner.each_total(see)),
            Self::Picked { .. } | Self::Step { .. } | Self::Count { .. } | Self::Answered { .. } => {}
        }
    }
}
