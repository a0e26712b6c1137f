//! What a visitor sees, and what they can do about it.

use crate::matcher::Answer;

/// What the visitor sees.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Screen {
    Intro,
    Card(usize),
    Result,
}

/// What the visitor does.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Action {
    /// Leave the intro.
    Start,
    /// Pick rows on the shown card, or none; stay there.
    Pick(Option<Answer>),
    /// Pick rows on the shown card and go on.
    Choose(Answer),
    /// Go on with what is picked.
    Next,
    /// Say "not sure" and go on, where the card allows it.
    NotSure,
    /// One screen back; the answer there is kept.
    Back,
    /// Answer some more cards, after a result that came early.
    More,
    /// Answer a card otherwise, on the result itself.
    Change(usize, Option<Answer>),
    /// Go to a card that came up before; all answers are kept.
    GoTo(usize),
    /// Forget every answer and begin again.
    Restart,
}
