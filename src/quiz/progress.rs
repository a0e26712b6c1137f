//! How far a visitor has come: which question it is, of how many, and whether the end came early.

use std::borrow::Cow;

use super::{Quiz, Screen, State};
use crate::{config::model::Stop, matcher::Matcher};

impl State {
    /// Which question a card is, counted from 1, and how many there are as things stand; at most, where the quiz
    /// [may end early](Self::may_end_early).
    pub fn number(&self, quiz: &Quiz, card: usize) -> (usize, usize) {
        let resolved = self.resolved(quiz);
        let all = (0..self.answers().len()).filter(|card| resolved.shows(*card)).count();
        let before = self.way_to(&resolved, card).count();
        let most = all.min(quiz.config().asking().max.max(self.least()));
        // The tie-break comes after all that were counted.
        if resolved.shows(card) { (before + 1, most.max(before + 1)) } else { (before + 1, before + 1) }
    }

    /// Whether the result may come before all cards were asked.
    pub fn may_end_early(&self, quiz: &Quiz) -> bool {
        quiz.config().asking().stop != Stop::None
    }

    /// How many questions were asked, and how many there are.
    pub fn asked(&self, quiz: &Quiz) -> (usize, usize) {
        let resolved = self.resolved(quiz);
        let asked = self.history().iter().filter(|card| resolved.shows(**card)).count();
        (asked, (0..self.answers().len()).filter(|card| resolved.shows(*card)).count())
    }

    /// Whether it did.
    pub fn ended_early(&self, quiz: &Quiz) -> bool {
        self.screen() == Screen::Result
            && self.selection(quiz).is_early(&self.resolved(quiz), &self.selection(quiz).asked())
    }

    /// The matcher to read the result from, and how likely its first place is to last.
    pub fn result<'q>(&self, quiz: &'q Quiz) -> (Cow<'q, Matcher>, f64) {
        self.selection(quiz).result()
    }
}
