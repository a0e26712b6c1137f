//! Why a career stands where it stands: what each answer moved, against not having answered.

use super::{answer::Answers, models::Matcher};

/// The parts of one career's score. They add up: `start` and all of `cards` make the score.
#[derive(Clone, Debug, PartialEq)]
pub struct Reasons {
    /// The score of somebody who has answered nothing that is shown to this visitor.
    pub start: f64,
    /// By card: what the answer added to the score or took from it; nought where there is none that counts.
    pub cards: Vec<f64>,
    /// What a score's part is worth in hundredths of the match over 100, where the match is a straight line of it.
    pub per_match: Option<f64>,
}

impl Matcher {
    /// Takes a career's score apart, card by card.
    pub fn reasons(&self, answers: &Answers, career: usize) -> Reasons {
        let resolved = self.flow().follow(answers);
        let neutral = |card| self.cell(card, 0, None, career);
        let part = |card| self.cell(card, resolved.open[card], resolved.counted[card], career) - neutral(card);
        let cards = 0..self.cards();
        Reasons {
            start: self.base(career) + cards.clone().map(neutral).sum::<f64>(),
            cards: cards.map(part).collect(),
            per_match: self.per_match(&resolved, career),
        }
    }

    /// Why one career stands before another: the difference of their reasons, which adds up to that of their scores.
    pub fn difference(&self, answers: &Answers, career: usize, other: usize) -> Reasons {
        let mut reasons = self.reasons(answers, career);
        let others = self.reasons(answers, other);
        reasons.start -= others.start;
        reasons.cards.iter_mut().zip(others.cards).for_each(|(part, other)| *part -= other);
        reasons.per_match = None;
        reasons
    }
}
