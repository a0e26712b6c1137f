//! The screens of a quiz, and the actions of a visitor.

use crate::matcher::Answer;

/// The current screen.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Screen {
    Intro,
    Card(usize),
    Result,
}

/// An action of the visitor.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Action {
    /// Leave the intro.
    Start,
    /// Pick rows on the current card, or none; stay there.
    Pick(Option<Answer>),
    /// Pick rows on the current card and continue.
    Choose(Answer),
    /// Continue with the current picks.
    Next,
    /// Answer "not sure" and continue, where the card allows it.
    NotSure,
    /// Go back one screen; the answer there is kept.
    Back,
    /// Answer more cards, after an early result.
    More,
    /// Change the answer to a card, on the result screen.
    Change(usize, Option<Answer>),
    /// Go to a card shown before; all answers are kept.
    GoTo(usize),
    /// Delete every answer and start again.
    Restart,
}
