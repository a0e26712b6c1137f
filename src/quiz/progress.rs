//! A visitor's progress: the number of the current question, the number of questions, and whether the quiz ended early.

use std::borrow::Cow;

use super::{Quiz, Screen, State};
use crate::{config::model::Stop, matcher::Matcher};

impl State {
    /// The number of a card's question, counted from 1, and the current number of questions; an upper limit if the quiz
    /// [may end early](Self::may_end_early).
    pub fn number(&self, quiz: &Quiz, card: usize) -> (usize, usize) {
        let resolved = self.resolved(quiz);
        let all = (0..self.answers().len()).filter(|card| resolved.shows(*card)).count();
        let before = self.way_to(&resolved, card).count();
        let most = all.min(quiz.config().asking().max.max(self.least()));
        // The tie-break comes after all cards counted here.
        if resolved.shows(card) { (before + 1, most.max(before + 1)) } else { (before + 1, before + 1) }
    }

    /// Whether the result may come before all cards were asked.
    pub fn may_end_early(&self, quiz: &Quiz) -> bool {
        quiz.config().asking().stop != Stop::None
    }

    /// The number of questions asked, and the number of questions in all.
    pub fn asked(&self, quiz: &Quiz) -> (usize, usize) {
        let resolved = self.resolved(quiz);
        let asked = self.history().iter().filter(|card| resolved.shows(**card)).count();
        (asked, (0..self.answers().len()).filter(|card| resolved.shows(*card)).count())
    }

    /// Whether the quiz ended early.
    pub fn ended_early(&self, quiz: &Quiz) -> bool {
        self.screen() == Screen::Result
            && self.selection(quiz).is_early(&self.resolved(quiz), &self.selection(quiz).asked())
    }

    /// The matcher for the result, and the probability that its first place stays the same.
    pub fn result<'q>(&self, quiz: &'q Quiz) -> (Cow<'q, Matcher>, f64) {
        self.selection(quiz).result()
    }
}
