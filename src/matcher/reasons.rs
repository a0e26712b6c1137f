//! The reasons for a career's score: the effect of each answer, relative to no answer.

use super::{answer::Answers, models::Matcher};

/// The parts of one career's score. They are additive: `start` plus all of `cards` is the score.
#[derive(Clone, Debug, PartialEq)]
pub struct Reasons {
    /// The score without any answers.
    pub start: f64,
    /// By card: the effect of the answer on the score; zero if no answer counts.
    pub cards: Vec<f64>,
    /// The change of the match (0 to 1) per unit of score; `None` if the match is not linear in the score.
    pub per_match: Option<f64>,
}

impl Matcher {
    /// Splits a career's score by card.
    pub fn reasons(&self, answers: &Answers, career: usize) -> Reasons {
        let resolved = self.flow().resolve(answers);
        let neutral = |card| self.cell(card, 0, None, career);
        let part = |card| self.cell(card, resolved.available[card], resolved.effective[card], career) - neutral(card);
        let cards = 0..self.cards();
        Reasons {
            start: self.base(career) + cards.clone().map(neutral).sum::<f64>(),
            cards: cards.map(part).collect(),
            per_match: self.per_match(&resolved, career),
        }
    }

    /// Why one career ranks above another: the difference of their reasons; its parts add up to the difference of the
    /// scores.
    pub fn difference(&self, answers: &Answers, career: usize, other: usize) -> Reasons {
        let mut reasons = self.reasons(answers, career);
        let others = self.reasons(answers, other);
        reasons.start -= others.start;
        reasons.cards.iter_mut().zip(others.cards).for_each(|(part, other)| *part -= other);
        reasons.per_match = None;
        reasons
    }
}
