//! One visitor's place in the quiz, and the moves that lead on.

use super::Quiz;
use crate::{
    config::model::Show,
    matcher::{Answer, Answers, Course},
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
    pub fn new(quiz: &Quiz) -> Self {
        let answers = vec![None; quiz.config().cards().len()];
        let first = match quiz.config().intro().show {
            Show::Screen => Screen::Intro,
            Show::Inline | Show::Off => first_card(quiz, &answers),
        };
        Self { screen: first, answers, started: false }
    }

    pub fn screen(&self) -> Screen {
        self.screen
    }

    /// By place of the card, those of hidden cards included. On the shown card it may be unfinished: fewer picks than
    /// the card asks for.
    pub fn answers(&self) -> &Answers {
        &self.answers
    }

    /// What is picked on a card, of what can be.
    pub fn answer(&self, quiz: &Quiz, card: usize) -> Option<Answer> {
        self.answers[card].and_then(|answer| answer.within(self.open(quiz, card)))
    }

    /// Whether the visitor has done anything yet.
    pub fn started(&self) -> bool {
        self.started
    }

    /// The rows that can be picked on a card, a bit each.
    pub fn open(&self, quiz: &Quiz, card: usize) -> u64 {
        open(quiz, &self.course(quiz), card)
    }

    /// Which question a card is, counted from 1, and how many there are as things stand.
    pub fn number(&self, quiz: &Quiz, card: usize) -> (usize, usize) {
        let course = self.course(quiz);
        let count = |cards: std::ops::Range<usize>| cards.filter(|card| course.shows(*card)).count();
        let all = count(0..self.answers.len());
        // The tie-break comes after all that were counted.
        if course.shows(card) { (count(0..card) + 1, all) } else { (all + 1, all + 1) }
    }

    /// Whether [`Move::Next`] leads on from here.
    pub fn may_go_on(&self, quiz: &Quiz) -> bool {
        match self.screen {
            Screen::Intro => true,
            Screen::Card(card) => {
                let answer = self.answer(quiz, card);
                answer.is_some() && quiz.matcher().flow().permits(card, self.open(quiz, card), answer)
            }
            Screen::Result => false,
        }
    }

    /// Whether [`Move::Back`] leads anywhere.
    pub fn may_go_back(&self, quiz: &Quiz) -> bool {
        self.before(quiz).is_some()
    }

    /// The state after a move, or `None` where the move is not open: then nothing happened.
    pub fn after(&self, quiz: &Quiz, step: Move) -> Option<Self> {
        let mut next = self.clone();
        match (step, self.screen) {
            (Move::Start, Screen::Intro) => next.screen = first_card(quiz, &self.answers),
            (Move::Pick(answer), Screen::Card(card)) => {
                self.fits(quiz, card, answer).then_some(())?;
                next.answers[card] = answer;
            }
            (Move::Choose(answer), Screen::Card(card)) => {
                self.fits(quiz, card, Some(answer)).then_some(())?;
                next.answers[card] = Some(answer);
                return next.after(quiz, Move::Next).map(|after| Self { started: true, ..after });
            }
            (Move::Next, Screen::Card(card)) if self.may_go_on(quiz) => next.screen = next.beyond(quiz, card),
            (Move::NotSure, Screen::Card(card)) if !quiz.config().cards()[card].required => {
                next.answers[card] = None;
                next.screen = next.beyond(quiz, card);
            }
            (Move::Back, _) => next.screen = self.before(quiz)?,
            (Move::Restart, _) => next = Self::new(quiz),
            _ => return None,
        }
        if next == *self {
            return None;
        }
        next.started = step != Move::Restart;
        Some(next)
    }

    fn fits(&self, quiz: &Quiz, card: usize, answer: Option<Answer>) -> bool {
        answer.is_none_or(|answer| answer.within(self.open(quiz, card)) == Some(answer))
    }

    fn course(&self, quiz: &Quiz) -> Course {
        quiz.matcher().flow().follow(&self.answers)
    }

    fn beyond(&self, quiz: &Quiz, card: usize) -> Screen {
        let course = self.course(quiz);
        let next = (card + 1..self.answers.len()).find(|card| course.shows(*card));
        let next = next.or_else(|| quiz.matcher().pending_tie_break(&course).filter(|it| *it > card));
        next.map_or(Screen::Result, Screen::Card)
    }

    fn before(&self, quiz: &Quiz) -> Option<Screen> {
        let course = self.course(quiz);
        let shown_before = |card| (0..card).rev().find(|card| course.shows(*card)).map(Screen::Card);
        match self.screen {
            Screen::Intro => None,
            Screen::Result => {
                let tie_break = quiz.matcher().pending_tie_break(&course).map(Screen::Card);
                tie_break.or_else(|| shown_before(self.answers.len()))
            }
            Screen::Card(card) => {
                let intro = (quiz.config().intro().show == Show::Screen).then_some(Screen::Intro);
                shown_before(card).or(intro)
            }
        }
    }
}

fn first_card(quiz: &Quiz, answers: &Answers) -> Screen {
    let course = quiz.matcher().flow().follow(answers);
    (0..answers.len()).find(|card| course.shows(*card)).map_or(Screen::Result, Screen::Card)
}

fn open(quiz: &Quiz, course: &Course, card: usize) -> u64 {
    let ask = &quiz.config().cards()[card];
    if ask.tie_break { u64::MAX >> (64 - ask.ask.len()) } else { course.open[card] }
}
