//! Cards of the proof: the form of their answers, and conditions on earlier answers.

use std::sync::Arc;

use crate::config::model::Norm;

/// A question with only the fields of its kind.
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

/// By card, the points of each row.
pub type Counts = Vec<(usize, Vec<f64>)>;

/// A condition on earlier answers.
#[derive(Clone, Debug, PartialEq)]
pub enum Condition {
    /// One of these rows (one bit each) is selected.
    Picked {
        card: usize,
        rows: u64,
    },
    /// The step of a scale is at least this, counted from 1.
    Step {
        card: usize,
        least: usize,
    },
    /// At least this many options are selected.
    Count {
        card: usize,
        least: usize,
    },
    Answered {
        card: usize,
    },
    /// The sum of the answers' points for a career or a trait lies in this range; by card, the points of each row.
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

/// How a card is answered. There are only two forms, although authors can choose from more kinds of cards.
#[derive(Clone, Debug)]
pub enum ResponseFormat {
    /// A selection of `min` to `max` options.
    Options {
        options: Vec<Choice>,
        min: usize,
        max: usize,
        /// Whether the author asks for several (`multiple`), even if the limits allow only one.
        several: bool,
    },
    /// A position on a line from -1 to 1, multiplied by the weights.
    Line { weights: Weights, line: Line },
}

/// The positions on a line and their names.
#[derive(Clone, Debug)]
pub enum Line {
    /// Steps from one end to the other.
    Scale {
        steps: usize,
        low: String,
        high: String,
        /// Empty, or the label of each step.
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
    /// The probability that people in a career choose this option.
    pub chance: Weights,
    pub when: Option<Condition>,
    /// Stays last when options are shuffled.
    pub last: bool,
    /// Can't be combined with other options.
    pub exclusive: bool,
}

/// A picture and its alternative text.
#[derive(Clone, Debug)]
pub struct Image {
    pub src: String,
    pub alt: String,
    /// Small, beside the label.
    pub icon: bool,
}

/// Numbers by index of a career or a trait, at most one for each.
pub type Weights = Vec<(usize, f64)>;

impl Line {
    /// The number of positions.
    pub fn len(&self) -> usize {
        match self {
            Self::Scale { steps, .. } => *steps,
            Self::Swipe { .. } => 2,
        }
    }

    /// Always false: a line has two ends.
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

    /// The position of a row, from -1 to 1.
    fn place(&self, row: usize) -> f64 {
        let place = (2 * row) as f64 / (self.len() - 1) as f64 - 1.0;
        if self.ends().0 == 0 { -place } else { place }
    }
}

impl ResponseFormat {
    /// The number of single answers: options, or positions on a line.
    pub fn len(&self) -> usize {
        match self {
            Self::Options { options, .. } => options.len(),
            Self::Line { line, .. } => line.len(),
        }
    }

    /// The number of values that encode an answer: one for each option, or one for a line.
    pub fn numbers(&self) -> usize {
        match self {
            Self::Options { options, .. } => options.len(),
            Self::Line { .. } => 1,
        }
    }

    /// Always false: a card without answers does not pass the check.
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

    /// The author's label of a row, if there is one.
    pub fn label(&self, row: usize) -> Option<&String> {
        match self {
            Self::Options { options, .. } => Some(&options[row].label),
            Self::Line { line: Line::Scale { labels, .. }, .. } => labels.get(row),
            Self::Line { line: Line::Swipe { .. }, .. } => None,
        }
    }

    /// The rows that can't be combined with others, one bit each.
    pub fn exclusive(&self) -> u64 {
        let Self::Options { options, several: true, .. } = self else { return 0 };
        let exclusive = options.iter().enumerate().filter(|(_, option)| option.exclusive);
        exclusive.fold(0, |bits, (row, _)| bits | 1 << row)
    }

    /// The minimum and maximum number of rows in an answer; an exclusive row is selected alone.
    pub fn picks(&self) -> (usize, usize) {
        match self {
            Self::Options { min, max, .. } => (*min, *max),
            Self::Line { .. } => (1, 1),
        }
    }

    /// Whether an answer may select this many rows, if all of them can be selected.
    pub fn takes(&self, rows: u64) -> bool {
        let (least, most) = if rows & self.exclusive() == 0 { self.picks() } else { (1, 1) };
        (least..=most).contains(&(rows.count_ones() as usize))
    }

    /// By row, its points for each career or trait (`width` of them): the points of an option, or the points of a line
    /// multiplied by the position.
    pub fn rows(&self, width: usize) -> Vec<Vec<f64>> {
        match self {
            Self::Options { options, .. } => options.iter().map(|option| row(&option.weights, 1.0, width)).collect(),
            Self::Line { weights, line } => (0..line.len()).map(|it| row(weights, line.place(it), width)).collect(),
        }
    }

    /// The points of a line.
    pub fn weights(&self) -> &Weights {
        static NONE: Weights = Vec::new();
        match self {
            Self::Line { weights, .. } => weights,
            Self::Options { .. } => &NONE,
        }
    }

    /// The options, if the card has any.
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

/// By card, the points of each row in one column. Excludes the tie-break and cards without points.
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
    /// Calls `see` for each card in the condition.
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

    /// Calls `see` for each card of each total, with the points of its rows.
    #[cfg(feature = "lab")]
    pub fn each_count(&self, see: &mut impl FnMut(usize, &[f64])) {
        match self {
            Self::Total { cards, .. } => cards.iter().for_each(|(card, rows)| see(*card, rows)),
            Self::Not(inner) => inner.each_count(see),
            Self::All(list) | Self::Any(list) => list.iter().for_each(|inner| inner.each_count(see)),
            Self::Picked { .. } | Self::Step { .. } | Self::Count { .. } | Self::Answered { .. } => {}
        }
    }

    /// Calls `see` for each total: its column, and the cards that count.
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
