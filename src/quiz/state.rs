//! One visitor's place in the quiz, and the moves that lead on.

use crate::{
    config::{Checked, model::Show},
    matcher::{Answer, Answers},
};

/// What the visitor sees.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Screen {
    Intro,
    Card(usize),
    Result,
}

/// What the visitor does.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Move {
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
    /// Forget every answer and begin again.
    Restart,
}

/// The screen and all answers so far.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct State {
    screen: Screen,
    answers: Answers,
    started: bool,
}

impl State {
    pub fn new(config: &Checked) -> Self {
        Self { screen: first(config), answers: vec![None; config.cards().len()], started: false }
    }

    pub fn screen(&self) -> Screen {
        self.screen
    }

    /// By place of the card. On the shown card it may be unfinished: fewer picks than the card asks for.
    pub fn answers(&self) -> &Answers {
        &self.answers
    }

    /// Whether the visitor has done anything yet.
    pub fn started(&self) -> bool {
        self.started
    }

    /// Whether [`Move::Next`] leads on from here.
    pub fn may_go_on(&self, config: &Checked) -> bool {
        match self.screen {
            Screen::Intro => true,
            Screen::Card(card) => self.answers[card].is_some_and(|answer| answer.permitted(&config.cards()[card])),
            Screen::Result => false,
        }
    }

    /// Whether [`Move::Back`] leads anywhere.
    pub fn may_go_back(&self, config: &Checked) -> bool {
        self.screen != first(config)
    }

    /// The state after a move, or `None` where the move is not open: then nothing happened.
    pub fn after(&self, config: &Checked, step: Move) -> Option<Self> {
        let mut next = self.clone();
        match (step, self.screen) {
            (Move::Start, Screen::Intro) => next.screen = Screen::Card(0),
            (Move::Pick(answer), Screen::Card(card)) if answer.is_none_or(|it| it.fits(&config.cards()[card])) => {
                next.answers[card] = answer;
            }
            (Move::Choose(answer), Screen::Card(card)) => {
                next.answers[card] = Some(answer);
                return next.after(config, Move::Next);
            }
            (Move::Next, Screen::Card(card)) if self.may_go_on(config) => next.screen = beyond(config, card),
            (Move::NotSure, Screen::Card(card)) if !config.cards()[card].required => {
                next.answers[card] = None;
                next.screen = beyond(config, card);
            }
            (Move::Back, _) if self.may_go_back(config) => {
                next.screen = match self.screen {
                    Screen::Result => Screen::Card(config.cards().len() - 1),
                    Screen::Card(0) | Screen::Intro => first(config),
                    Screen::Card(card) => Screen::Card(card - 1),
                };
            }
            (Move::Restart, _) => next = Self::new(config),
            _ => return None,
        }
        if next == *self {
            return None;
        }
        next.started = step != Move::Restart;
        Some(next)
    }
}

fn first(config: &Checked) -> Screen {
    match config.intro().show {
        Show::Screen => Screen::Intro,
        Show::Inline | Show::Off => Screen::Card(0),
    }
}

fn beyond(config: &Checked, card: usize) -> Screen {
    if card + 1 < config.cards().len() { Screen::Card(card + 1) } else { Screen::Result }
}
