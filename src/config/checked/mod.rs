//! The proof: a config in which every id resolves, every number is in range and no text is empty.
//!
//! Only `config` can build one, so its users need no further checks.

mod card;
mod texts;

pub(in crate::config) use card::counting;
pub use card::{Card, Choice, Condition, Image, Line, ResponseFormat, Weights};

use super::model::{self, Cta, Trait, Verdict};

/// A config that can be played as it is.
#[derive(Clone, Debug)]
pub struct Checked {
    pub(in crate::config) language: String,
    pub(in crate::config) title: String,
    pub(in crate::config) logo: Option<Image>,
    pub(in crate::config) intro: model::Intro,
    pub(in crate::config) careers: Vec<Career>,
    pub(in crate::config) traits: Vec<Trait>,
    pub(in crate::config) groups: Vec<model::Group>,
    pub(in crate::config) cards: Vec<Card>,
    pub(in crate::config) matching: Matching,
    pub(in crate::config) ties: Ties,
    pub(in crate::config) asking: Asking,
    pub(in crate::config) calibration: Option<Calibration>,
    pub(in crate::config) filters: Vec<model::Filter>,
    pub(in crate::config) shortcuts: bool,
    pub(in crate::config) keep: model::Keep,
    pub(in crate::config) credit: Option<String>,
    pub(in crate::config) theme: model::Theme,
    pub(in crate::config) cta: Vec<Cta>,
    pub(in crate::config) links: Option<model::Links>,
    pub(in crate::config) result: Option<model::ResultPage>,
    pub(in crate::config) heading_level: u32,
    pub(in crate::config) personas: Vec<Persona>,
    #[cfg(feature = "authors")]
    pub(in crate::config) accept: Vec<model::Accept>,
}

impl Checked {
    pub fn language(&self) -> &str {
        &self.language
    }

    pub fn title(&self) -> &str {
        &self.title
    }

    /// Shown above every screen.
    pub fn logo(&self) -> Option<&Image> {
        self.logo.as_ref()
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

    pub fn ties(&self) -> Ties {
        self.ties
    }

    pub fn asking(&self) -> &Asking {
        &self.asking
    }

    /// What was learnt about the cards from pilot answers.
    pub fn calibration(&self) -> Option<&Calibration> {
        self.calibration.as_ref()
    }

    pub fn filters(&self) -> &[model::Filter] {
        &self.filters
    }

    /// Whether number keys select answers.
    pub fn shortcuts(&self) -> bool {
        self.shortcuts
    }

    pub fn keep(&self) -> model::Keep {
        self.keep
    }

    pub fn credit(&self) -> Option<&String> {
        self.credit.as_ref()
    }

    /// Links for visitors after the quiz, whatever their result.
    pub fn cta(&self) -> &[Cta] {
        &self.cta
    }

    /// What is added to addresses.
    pub fn links(&self) -> Option<&model::Links> {
        self.links.as_ref()
    }

    /// What the result shows, if not everything.
    pub fn result(&self) -> Option<&model::ResultPage> {
        self.result.as_ref()
    }

    /// Whether the author has accepted a warning.
    #[cfg(feature = "authors")]
    pub fn accepts(&self, problem: &super::Problem) -> bool {
        let path = problem.path.to_string();
        let lies_in =
            |at: &str| path.strip_prefix(at).is_some_and(|rest| rest.is_empty() || rest.starts_with(['.', '[']));
        let is_it = |it: &model::Accept| it.code == problem.code() && it.at.as_deref().is_none_or(lies_in);
        !problem.is_error() && self.accept.iter().any(is_it)
    }

    pub fn personas(&self) -> &[Persona] {
        &self.personas
    }

    /// The level of the first heading in the page's outline.
    pub fn heading_level(&self) -> u32 {
        self.heading_level
    }

    pub fn theme(&self) -> &model::Theme {
        &self.theme
    }

    /// The same config with one weight changed: of an option, or of a whole scale or swipe. The number stays in range.
    #[cfg(feature = "lab")]
    pub(crate) fn reweigh(&mut self, card: usize, row: Option<usize>, column: usize, weight: f64) {
        let weights = match (&mut self.cards[card].response, row) {
            (ResponseFormat::Options { options, .. }, Some(row)) => &mut options[row].weights,
            (ResponseFormat::Line { weights, .. }, _) => weights,
            (ResponseFormat::Options { .. }, None) => return,
        };
        match weights.iter_mut().find(|(at, _)| *at == column) {
            Some((_, it)) => *it = weight,
            None => weights.push((column, weight)),
        }
        self.add_up(column);
    }

    /// Updates totals from the weights.
    #[cfg(feature = "lab")]
    fn add_up(&mut self, column: usize) {
        let width = if let Matching::Traits(_) = self.matching { self.traits.len() } else { self.careers.len() };
        let cards = std::sync::Arc::new(counting(&self.cards, column, width));
        for rule in self.careers.iter_mut().flat_map(|it| it.require.iter_mut().chain(&mut it.exclude)) {
            rule.when.each_total(&mut |of, known| {
                if of == column {
                    known.clone_from(&cards);
                }
            });
        }
    }

    /// The same config with another `asking`.
    #[cfg(feature = "lab")]
    pub fn asked_by(&self, asking: Asking) -> Self {
        Self { asking, ..self.clone() }
    }

    /// The same config with this calibration, or without one.
    #[cfg(feature = "lab")]
    pub fn calibrated_by(&self, calibration: Option<Calibration>) -> Self {
        Self { calibration, ..self.clone() }
    }

    /// The same config with another model.
    #[cfg(feature = "lab")]
    pub(crate) fn matched_by(&self, matching: Matching) -> Self {
        Self { matching, ..self.clone() }
    }
}

/// A career with resolved numbers.
#[derive(Clone, Debug)]
pub struct Career {
    pub id: String,
    pub title: String,
    pub image: Option<Image>,
    pub summary: Option<String>,
    pub day: Option<String>,
    pub tools: Vec<String>,
    pub first_steps: Option<String>,
    pub cta: Vec<Cta>,
    /// By index of the trait.
    pub profile: Weights,
    /// Above zero.
    pub prior: f64,
    /// By index of the filter: the index of the career's value.
    pub filters: Vec<Option<usize>>,
    pub require: Vec<Rule>,
    pub exclude: Vec<Rule>,
}

impl Career {
    /// The author's text for a rule. Rules are numbered through `require` and then `exclude`.
    pub fn reason(&self, rule: usize) -> &str {
        self.require.iter().chain(&self.exclude).nth(rule).map_or("", |rule| &rule.reason)
    }
}

/// A condition that decides whether a career is suggested at all, and the text for the visitor.
#[derive(Clone, Debug)]
pub struct Rule {
    pub when: Condition,
    pub reason: String,
}

/// The model that turns answers into a match.
#[derive(Clone, Copy, Debug)]
pub enum Matching {
    Points(model::Score),
    Traits(model::Similarity),
    /// With the temper, above 0, at most 1.
    Bayes(f64),
}

/// How a tie for the first place is resolved.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Ties {
    Shared,
    /// The career that is listed first.
    Priority,
    /// This career, which is otherwise not part of the result.
    Career(usize),
}

/// The order of the cards, and the stopping rule.
#[derive(Clone, Copy, Debug)]
pub struct Asking {
    pub order: model::Order,
    pub stop: model::Stop,
    /// Above 0, at most 1.
    pub confidence: f64,
    /// At least 1.
    pub min: usize,
    /// At least `min`.
    pub max: usize,
    pub shuffle_options: bool,
    pub auto_advance: bool,
}

impl Asking {
    /// Whether visitors see cards or options in different orders.
    pub fn is_mixed(&self) -> bool {
        self.shuffle_options || self.order == model::Order::Shuffled
    }
}

/// What was learnt from pilot answers, by index of the card; all cards have the same number of factors.
#[derive(Clone, Debug)]
pub struct Calibration {
    pub answers: usize,
    pub factors: usize,
    pub cards: Vec<model::Habit>,
}

/// A made-up visitor and the expected result.
#[derive(Clone, Debug)]
pub struct Persona {
    pub name: String,
    /// By index of the card: one bit for each selected row, zero for no answer.
    pub answers: Vec<u64>,
    pub career: Option<usize>,
    pub verdict: Option<Verdict>,
}
