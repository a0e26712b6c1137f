//! Conditions: which cards and options a visitor sees, and so which answers count.
//!
//! The answer to a hidden card is kept but does not count; if the card is shown again, the answer counts again. This
//! module must never know weights or scores.

use super::{
    TIE,
    answer::{Answer, Answers},
};
use crate::config::Condition;

/// The conditions of a quiz, and the permitted answers to each card.
#[derive(Clone, Debug)]
pub struct Flow {
    pub(crate) cards: Vec<CompiledCard>,
    /// Groups of cards that depend on each other through conditions, each in the order of the quiz.
    pub(super) linked: Vec<Vec<usize>>,
}

/// A card compiled for conditions, without its texts.
#[derive(Clone, Debug)]
pub(crate) struct CompiledCard {
    pub(crate) rows: usize,
    /// The minimum and maximum number of picked rows.
    pub(crate) picks: (usize, usize),
    /// Rows that are picked alone, one bit per row.
    pub(crate) exclusive: u64,
    pub(crate) required: bool,
    pub(crate) tie_break: bool,
    /// Never asked, because the quiz ended early.
    pub(super) left_out: bool,
    pub(super) kind: AnswerShape,
    pub(super) when: Option<Condition>,
    pub(super) options: Vec<Option<Condition>>,
    /// Some condition depends on this card.
    pub(crate) gate: bool,
    /// The condition of a card or an option depends on it.
    pub(crate) followed: bool,
    /// Some answers to earlier cards show it.
    pub(super) reachable: bool,
    /// Sets of rows (one bit per row) that no condition on cards distinguishes, and the numbers of picks that
    /// conditions ask for.
    pub(super) groups: Vec<u64>,
    pub(super) counts: Vec<usize>,
    /// Cards that this card's conditions depend on.
    pub(crate) looks_at: Vec<usize>,
}

/// How to measure the size of a change.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum AnswerShape {
    One,
    Several,
    Scale,
}

/// Answers with conditions resolved.
#[derive(Clone, Debug, PartialEq)]
pub struct ResolvedAnswers {
    /// By card: the available rows, one bit per row; zero for a hidden card.
    pub available: Vec<u64>,
    /// By card: the effective part of the answer.
    pub effective: Answers,
}

impl ResolvedAnswers {
    pub fn shows(&self, card: usize) -> bool {
        self.available[card] != 0
    }

    pub(crate) fn hidden(cards: usize) -> Self {
        Self { available: vec![0; cards], effective: vec![None; cards] }
    }
}

impl Flow {
    /// Resolves the conditions of all cards except the tie-break, from the first to the last.
    pub fn resolve(&self, answers: &Answers) -> ResolvedAnswers {
        let mut resolved = ResolvedAnswers::hidden(self.cards.len());
        for card in 0..self.cards.len() {
            let open = self.available(card, &resolved.effective);
            resolved.available[card] = open;
            resolved.effective[card] = answers.get(card).copied().flatten().and_then(|answer| answer.within(open));
        }
        resolved
    }

    /// The effective answers, including the tie-break.
    pub fn effective(&self, answers: &Answers) -> Answers {
        let mut effective = self.resolve(answers).effective;
        if let Some(card) = self.tie_break() {
            effective[card] = answers[card];
        }
        effective
    }

    /// The available rows of a card, given the effective answers to the cards before it.
    pub(crate) fn available(&self, card: usize, counted: &Answers) -> u64 {
        let compiled = &self.cards[card];
        if compiled.tie_break || compiled.left_out || compiled.when.as_ref().is_some_and(|when| !holds(when, counted)) {
            return 0;
        }
        compiled.all_rows()
            & !compiled.options.iter().enumerate().fold(0, |closed, (row, when)| {
                if when.as_ref().is_none_or(|when| holds(when, counted)) { closed } else { closed | 1 << row }
            })
    }

    /// Whether a card's conditions are decided, for any future answers.
    pub(crate) fn is_decided(&self, card: usize, resolved: &ResolvedAnswers, asked: &[bool]) -> bool {
        self.cards[card].looks_at.iter().all(|at| self.is_over(*at, resolved, asked))
    }

    /// Whether a card has been asked or never will be.
    fn is_over(&self, card: usize, resolved: &ResolvedAnswers, asked: &[bool]) -> bool {
        let never = !self.cards[card].reachable || !resolved.shows(card) && self.is_decided(card, resolved, asked);
        asked[card] || never
    }

    /// Whether a condition is decided, for any future answers.
    pub(super) fn is_settled(&self, when: &Condition, resolved: &ResolvedAnswers, asked: &[bool]) -> bool {
        let mut settled = true;
        when.each_card(&mut |card| settled &= self.is_over(card, resolved, asked));
        settled
    }

    /// Whether a card may still be asked.
    pub(crate) fn may_come(&self, card: usize, resolved: &ResolvedAnswers, asked: &[bool]) -> bool {
        !self.is_over(card, resolved, asked)
    }

    /// Hides cards for good.
    pub(super) fn leave_out(&mut self, out: impl Fn(usize) -> bool) {
        self.cards.iter_mut().enumerate().for_each(|(card, compiled)| compiled.left_out |= out(card));
    }

    /// The card that decides among tied first careers, if there is one.
    pub(crate) fn tie_break(&self) -> Option<usize> {
        self.cards.iter().position(|card| card.tie_break)
    }

    /// Whether a card accepts an answer as complete, with these rows available.
    pub fn permits(&self, card: usize, open: u64, answer: Option<Answer>) -> bool {
        let compiled = &self.cards[card];
        match answer {
            Some(answer) => answer.within(open) == Some(answer) && compiled.takes(open, answer),
            None => !compiled.required,
        }
    }
}

impl CompiledCard {
    /// The rows that are options, one bit per row.
    #[cfg(feature = "lab")]
    pub(crate) fn options(&self) -> u64 {
        if self.options.is_empty() { 0 } else { self.all_rows() }
    }

    pub(super) fn has_conditions(&self) -> bool {
        self.when.is_some() || self.options.iter().any(Option::is_some)
    }

    pub(super) fn all_rows(&self) -> u64 {
        u64::MAX >> (64 - self.rows)
    }

    /// The minimum and maximum number of non-exclusive picks, with these rows available.
    pub(crate) fn picks_of(&self, open: u64) -> (usize, usize) {
        let count = (open & !self.exclusive).count_ones() as usize;
        (self.picks.0.min(count), self.picks.1.min(count))
    }

    /// Whether an answer has a permitted number of picks, or is a single exclusive row.
    pub(crate) fn takes(&self, open: u64, answer: Answer) -> bool {
        let (min, max) = self.picks_of(open);
        let (least, most) = if answer.within(self.exclusive).is_some() { (1, 1) } else { (min, max) };
        (least..=most).contains(&answer.count())
    }
}

/// Whether a condition holds.
#[inline(never)]
pub(super) fn holds(condition: &Condition, counted: &Answers) -> bool {
    let answer = |card: &usize| counted[*card];
    match condition {
        Condition::Picked { card, rows } => answer(card).is_some_and(|answer| answer.within(*rows).is_some()),
        Condition::Step { card, least } => {
            answer(card).is_some_and(|answer| answer.rows().next().is_some_and(|row| row + 1 >= *least))
        }
        Condition::Count { card, least } => answer(card).is_some_and(|answer| answer.count() >= *least),
        Condition::Answered { card } => answer(card).is_some(),
        Condition::Total { cards, least, most, .. } => {
            let counts = |(card, rows): &(usize, Vec<f64>)| {
                answer(card).map_or(0.0, |answer| answer.rows().map(|row| rows[row]).sum())
            };
            let total: f64 = cards.iter().map(counts).sum();
            total >= least - TIE && total <= most + TIE
        }
        Condition::Not(inner) => !holds(inner, counted),
        Condition::All(list) => list.iter().all(|inner| holds(inner, counted)),
        Condition::Any(list) => list.iter().any(|inner| holds(inner, counted)),
    }
}
