//! One visitor's place in the quiz, and the moves that lead on.

use super::{Agenda, Move, Quiz, Screen};
use crate::{
    config::{
        Choice,
        model::{Order, Show, Stop},
    },
    matcher::{Answer, Answers, Course},
    random::Random,
    sorting::sort_by_value,
};

/// Cards that a visitor is asked more who wants a surer result.
const MORE: usize = 5;

/// The screen and all answers so far.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct State {
    screen: Screen,
    answers: Answers,
    started: bool,
    /// The cards that came up, in the order that they did. Going back and on again meets the same ones.
    trail: Vec<usize>,
    seed: u16,
    /// Cards to ask at least.
    least: usize,
    /// Whether there was a result before; a fresh start does not undo it.
    done: bool,
}

impl State {
    /// The seed mixes the cards of a shuffled quiz.
    pub fn new(quiz: &Quiz, seed: u16) -> Self {
        let answers = vec![None; quiz.config().cards().len()];
        let mut state = Self {
            screen: Screen::Intro,
            answers,
            started: false,
            trail: Vec::new(),
            seed,
            least: 0,
            done: false,
        };
        if quiz.config().intro().show != Show::Screen {
            state.screen = state.frontier(quiz, None);
        }
        state
    }

    /// A visitor who comes back with answers: on the first card that needs one, or at the result.
    pub(super) fn resumed(
        quiz: &Quiz,
        answers: Answers,
        (trail, shown): (Vec<usize>, Option<usize>),
        least: usize,
        seed: u16,
        done: bool,
    ) -> Self {
        let started = !trail.is_empty();
        let mut state = Self { answers, started, trail, seed, least, done, screen: Screen::Intro };
        if !started {
            return Self { done, ..Self::new(quiz, seed) };
        }
        let tie_break = |card: &usize| quiz.config().cards()[*card].tie_break;
        state.trail.retain(|card| !tie_break(card) || state.answers[*card].is_some());
        state.screen = match state.waiting(quiz, shown) {
            Some(card) => Screen::Card(card),
            None => state.frontier(quiz, None),
        };
        state.done |= state.screen == Screen::Result;
        state
    }

    /// The first card on the way that has no answer it takes, or that is to be shown again.
    fn waiting(&mut self, quiz: &Quiz, shown: Option<usize>) -> Option<usize> {
        let course = self.course(quiz);
        self.fill(quiz, &course);
        let waits = |card: &&usize| {
            let open = open(quiz, &course, **card);
            open != 0 && (shown == Some(**card) || !quiz.matcher().flow().permits(**card, open, self.answers[**card]))
        };
        self.trail.iter().find(waits).copied()
    }

    /// The cards that came up, in the order that they did, those that are hidden by now included.
    pub fn trail(&self) -> &[usize] {
        &self.trail
    }

    /// How many cards the visitor wants to be asked at least.
    pub(super) fn least(&self) -> usize {
        self.least
    }

    pub(super) fn seed(&self) -> u16 {
        self.seed
    }

    /// Whether this visitor has had a result, be it now or before.
    pub fn done(&self) -> bool {
        self.done
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

    /// The same one by one, in the order that this visitor meets them in.
    pub fn rows(&self, quiz: &Quiz, card: usize) -> Vec<usize> {
        let open = self.open(quiz, card);
        let ask = &quiz.config().cards()[card].ask;
        let mut rows: Vec<_> = (0..ask.len()).filter(|row| open >> row & 1 == 1).collect();
        if quiz.config().asking().shuffle_options && !ask.options().is_empty() {
            mix(ask.options(), u64::from(self.seed) + card as u64, &mut rows);
        }
        rows
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
            (Move::Start, Screen::Intro) => next.screen = next.onward(quiz, None),
            (Move::Pick(answer), Screen::Card(card)) => {
                self.fits(quiz, card, answer).then_some(())?;
                next.answers[card] = answer;
            }
            (Move::Choose(answer), Screen::Card(card)) => {
                self.fits(quiz, card, Some(answer)).then_some(())?;
                next.answers[card] = Some(answer);
                return next.after(quiz, Move::Next).map(|after| Self { started: true, ..after });
            }
            (Move::Next, Screen::Card(card)) if self.may_go_on(quiz) => next.screen = next.onward(quiz, Some(card)),
            (Move::NotSure, Screen::Card(card)) if !quiz.config().cards()[card].required => {
                next.answers[card] = None;
                next.screen = next.onward(quiz, Some(card));
            }
            (Move::Back, _) => next.screen = self.before(quiz)?,
            (Move::More, Screen::Result) if self.ended_early(quiz) => {
                let course = self.course(quiz);
                next.least = self.trail.iter().filter(|card| course.shows(**card)).count() + MORE;
                next.screen = next.frontier(quiz, None);
            }
            (Move::Change(card, answer), Screen::Result) => {
                let open = self.open(quiz, card);
                let asked = open != 0 && self.trail.contains(&card);
                (asked && quiz.matcher().flow().permits(card, open, answer)).then_some(())?;
                next.answers[card] = answer;
                // Questions that only come up now are asked; how sure an early result is may change, and it stays.
                next.screen = match next.waiting(quiz, None) {
                    Some(card) => Screen::Card(card),
                    None if quiz.config().asking().stop == Stop::None => next.frontier(quiz, Some(card)),
                    None => Screen::Result,
                };
            }
            (Move::GoTo(card), _) => {
                (self.trail.contains(&card) && self.course(quiz).shows(card)).then_some(())?;
                next.screen = Screen::Card(card);
            }
            (Move::Restart, _) => next = Self { done: self.done, ..Self::new(quiz, self.seed) },
            _ => return None,
        }
        if next == *self {
            return None;
        }
        next.started = step != Move::Restart;
        next.done |= next.screen == Screen::Result;
        Some(next)
    }

    /// Whether these rows can be picked: they are open, and not more than the card takes; who has more can take some away.
    fn fits(&self, quiz: &Quiz, card: usize, answer: Option<Answer>) -> bool {
        let held = self.answers[card].map_or(0, Answer::count);
        let ask = &quiz.config().cards()[card].ask;
        let (_, most) = ask.picks();
        answer.is_none_or(|answer| {
            let alone = answer.within(ask.exclusive()).is_some();
            let most = if alone { 1 } else { most.max(held.saturating_sub(1)) };
            answer.within(self.open(quiz, card)) == Some(answer) && answer.count() <= most
        })
    }

    pub(super) fn course(&self, quiz: &Quiz) -> Course {
        quiz.matcher().flow().follow(&self.answers)
    }

    pub(super) fn agenda<'q>(&self, quiz: &'q Quiz) -> Agenda<'q, '_> {
        Agenda {
            quiz,
            answers: &self.answers,
            trail: &self.trail,
            seed: self.seed.into(),
            least: self.least,
        }
    }

    /// The cards that came up before another one and are still shown. In a fixed order all those that stand before it.
    pub(super) fn way_to(&self, course: &Course, card: usize) -> impl DoubleEndedIterator<Item = usize> {
        let end = self.trail.iter().position(|it| *it == card).unwrap_or(self.trail.len());
        self.trail[..end].iter().copied().filter(|card| course.shows(*card))
    }

    /// The screen after a card, or after the intro: what came up before, or else something new.
    fn onward(&mut self, quiz: &Quiz, card: Option<usize>) -> Screen {
        let course = self.course(quiz);
        self.fill(quiz, &course);
        let at = card.and_then(|card| self.trail.iter().position(|it| *it == card)).map_or(0, |at| at + 1);
        match self.trail[at..].iter().find(|card| course.shows(**card)) {
            Some(card) => Screen::Card(*card),
            None => {
                let screen = self.frontier(quiz, card);
                // What came up before and is hidden now comes after it, should it come back.
                if matches!(screen, Screen::Card(new) if !quiz.config().cards()[new].tie_break) {
                    self.trail[at..].rotate_right(1);
                }
                screen
            }
        }
    }

    /// In a fixed order an answer that was changed may have opened cards in between: they come where they stand in the
    /// config.
    fn fill(&mut self, quiz: &Quiz, course: &Course) {
        if quiz.config().asking().order != Order::Fixed {
            return;
        }
        let cards = quiz.config().cards();
        let stands = |card: &usize| !cards[*card].first && !cards[*card].tie_break;
        let last = self.trail.iter().copied().filter(stands).max().unwrap_or(0);
        for card in (0..last).filter(|card| stands(card) && course.shows(*card)) {
            let after = self.trail.iter().position(|it| stands(it) && *it > card);
            if let (Some(at), false) = (after, self.trail.contains(&card)) {
                self.trail.insert(at, card);
            }
        }
    }

    /// The screen after all that came up. The tie-break comes once on the way, whether it was met before or not.
    fn frontier(&mut self, quiz: &Quiz, from: Option<usize>) -> Screen {
        let tie_break = |state: &Self| state.result(quiz).0.pending_tie_break(&state.course(quiz));
        let next = self.agenda(quiz).next();
        match next.or_else(|| tie_break(self).filter(|card| from != Some(*card))) {
            Some(card) => {
                self.trail.retain(|it| *it != card);
                self.trail.push(card);
                Screen::Card(card)
            }
            None => Screen::Result,
        }
    }

    fn before(&self, quiz: &Quiz) -> Option<Screen> {
        let course = self.course(quiz);
        let back = |card| self.way_to(&course, card).next_back().map(Screen::Card);
        match self.screen {
            Screen::Intro => None,
            Screen::Result => {
                let tie_break = self.result(quiz).0.pending_tie_break(&course).map(Screen::Card);
                tie_break.or_else(|| back(usize::MAX))
            }
            Screen::Card(card) => {
                let intro = (quiz.config().intro().show == Show::Screen).then_some(Screen::Intro);
                back(card).or(intro)
            }
        }
    }
}

fn open(quiz: &Quiz, course: &Course, card: usize) -> u64 {
    let ask = &quiz.config().cards()[card];
    if ask.tie_break { u64::MAX >> (64 - ask.ask.len()) } else { course.open[card] }
}

/// Mixes options; those marked `last` stay at the end.
#[inline(never)]
fn mix(options: &[Choice], seed: u64, rows: &mut [usize]) {
    Random::new(seed).shuffle(rows);
    sort_by_value(rows, &|row| if options[row].last { 0.0 } else { 1.0 });
}
