//! One visitor's state in the quiz, and the transitions by actions. It must never know an address or a storage; that is
//! `link`.

use super::{Action, Quiz, Screen, Selection};
use crate::{
    config::{
        Choice,
        model::{Order, Show, Stop},
    },
    matcher::{Answer, Answers, ResolvedAnswers},
    random::Random,
    sorting::sort_by_value,
};

/// Cards added when a visitor asks for a more certain result.
const MORE: usize = 5;

/// The screen and all answers so far.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct State {
    screen: Screen,
    answers: Answers,
    started: bool,
    /// The cards shown, in order. Going back and forward again shows the same cards.
    history: Vec<usize>,
    seed: u16,
    /// The minimum number of cards to ask.
    least: usize,
    /// Whether there was a result before; a restart does not reset it.
    done: bool,
}

impl State {
    /// The seed shuffles the cards of a shuffled quiz.
    pub fn new(quiz: &Quiz, seed: u16) -> Self {
        let answers = vec![None; quiz.config().cards().len()];
        let mut state = Self {
            screen: Screen::Intro,
            answers,
            started: false,
            history: Vec::new(),
            seed,
            least: 0,
            done: false,
        };
        if quiz.config().intro().show != Show::Screen {
            state.screen = state.frontier(quiz, None);
        }
        state
    }

    /// A visitor who returns with answers: on the first card that needs an answer, or at the result.
    pub(super) fn resumed(
        quiz: &Quiz,
        answers: Answers,
        (history, shown): (Vec<usize>, Option<usize>),
        least: usize,
        seed: u16,
        done: bool,
    ) -> Self {
        let started = !history.is_empty();
        let mut state = Self { answers, started, history, seed, least, done, screen: Screen::Intro };
        if !started {
            return Self { done, ..Self::new(quiz, seed) };
        }
        let tie_break = |card: &usize| quiz.config().cards()[*card].tie_break;
        state.history.retain(|card| !tie_break(card) || state.answers[*card].is_some());
        state.screen = match state.waiting(quiz, shown) {
            Some(card) => Screen::Card(card),
            None => state.frontier(quiz, None),
        };
        state.done |= state.screen == Screen::Result;
        state
    }

    /// The first card in the history without an accepted answer, or the card to be shown again.
    fn waiting(&mut self, quiz: &Quiz, shown: Option<usize>) -> Option<usize> {
        let resolved = self.resolved(quiz);
        self.fill(quiz, &resolved);
        let waits = |card: &&usize| {
            let available = available(quiz, &resolved, **card);
            available != 0
                && (shown == Some(**card) || !quiz.matcher().flow().permits(**card, available, self.answers[**card]))
        };
        self.history.iter().find(waits).copied()
    }

    /// The cards shown, in order, including those that are hidden now.
    pub fn history(&self) -> &[usize] {
        &self.history
    }

    /// The minimum number of cards that the visitor asked for.
    pub(super) fn least(&self) -> usize {
        self.least
    }

    pub(super) fn seed(&self) -> u16 {
        self.seed
    }

    /// Whether this visitor has had a result, now or before.
    pub fn done(&self) -> bool {
        self.done
    }

    pub fn screen(&self) -> Screen {
        self.screen
    }

    /// By card index, including hidden cards. On the current card the answer may be incomplete: fewer picks than the
    /// card asks for.
    pub fn answers(&self) -> &Answers {
        &self.answers
    }

    /// The picked rows on a card that are available.
    pub fn answer(&self, quiz: &Quiz, card: usize) -> Option<Answer> {
        self.answers[card].and_then(|answer| answer.within(self.available(quiz, card)))
    }

    /// Whether the visitor has done anything yet.
    pub fn started(&self) -> bool {
        self.started
    }

    /// The available rows of a card, one bit per row.
    pub fn available(&self, quiz: &Quiz, card: usize) -> u64 {
        available(quiz, &self.resolved(quiz), card)
    }

    /// The available rows in the order that this visitor sees them.
    pub fn rows(&self, quiz: &Quiz, card: usize) -> Vec<usize> {
        let open = self.available(quiz, card);
        let response = &quiz.config().cards()[card].response;
        let mut rows: Vec<_> = (0..response.len()).filter(|row| open >> row & 1 == 1).collect();
        if quiz.config().asking().shuffle_options && !response.options().is_empty() {
            mix(response.options(), u64::from(self.seed) + card as u64, &mut rows);
        }
        rows
    }

    /// Whether [`Action::Next`] is possible here.
    pub fn may_go_on(&self, quiz: &Quiz) -> bool {
        match self.screen {
            Screen::Intro => true,
            Screen::Card(card) => {
                let answer = self.answer(quiz, card);
                answer.is_some() && quiz.matcher().flow().permits(card, self.available(quiz, card), answer)
            }
            Screen::Result => false,
        }
    }

    /// Whether [`Action::Back`] is possible here.
    pub fn may_go_back(&self, quiz: &Quiz) -> bool {
        self.before(quiz).is_some()
    }

    /// The state after an action, or `None` if the action is not possible; then nothing changes.
    pub fn after(&self, quiz: &Quiz, step: Action) -> Option<Self> {
        let mut next = self.clone();
        match (step, self.screen) {
            (Action::Start, Screen::Intro) => next.screen = next.onward(quiz, None),
            (Action::Pick(answer), Screen::Card(card)) => {
                self.fits(quiz, card, answer).then_some(())?;
                next.answers[card] = answer;
            }
            (Action::Choose(answer), Screen::Card(card)) => {
                self.fits(quiz, card, Some(answer)).then_some(())?;
                next.answers[card] = Some(answer);
                return next.after(quiz, Action::Next).map(|after| Self { started: true, ..after });
            }
            (Action::Next, Screen::Card(card)) if self.may_go_on(quiz) => next.screen = next.onward(quiz, Some(card)),
            (Action::NotSure, Screen::Card(card)) if !quiz.config().cards()[card].required => {
                next.answers[card] = None;
                next.screen = next.onward(quiz, Some(card));
            }
            (Action::Back, _) => next.screen = self.before(quiz)?,
            (Action::More, Screen::Result) if self.ended_early(quiz) => {
                let resolved = self.resolved(quiz);
                next.least = self.history.iter().filter(|card| resolved.shows(**card)).count() + MORE;
                next.screen = next.frontier(quiz, None);
            }
            (Action::Change(card, answer), Screen::Result) => {
                let open = self.available(quiz, card);
                let asked = open != 0 && self.history.contains(&card);
                (asked && quiz.matcher().flow().permits(card, open, answer)).then_some(())?;
                next.answers[card] = answer;
                // Cards that only appear now are asked. The confidence of an early result may change; the result
                // remains.
                next.screen = match next.waiting(quiz, None) {
                    Some(card) => Screen::Card(card),
                    None if quiz.config().asking().stop == Stop::None => next.frontier(quiz, Some(card)),
                    None => Screen::Result,
                };
            }
            (Action::GoTo(card), _) => {
                (self.history.contains(&card) && self.resolved(quiz).shows(card)).then_some(())?;
                next.screen = Screen::Card(card);
            }
            (Action::Restart, _) => next = Self { done: self.done, ..Self::new(quiz, self.seed) },
            _ => return None,
        }
        if next == *self {
            return None;
        }
        next.started = step != Action::Restart;
        next.done |= next.screen == Screen::Result;
        Some(next)
    }

    /// Whether these rows can be picked: they are available, and not more than the card accepts. An answer with too
    /// many picks can be reduced one by one.
    fn fits(&self, quiz: &Quiz, card: usize, answer: Option<Answer>) -> bool {
        let held = self.answers[card].map_or(0, Answer::count);
        let response = &quiz.config().cards()[card].response;
        let (_, most) = response.picks();
        answer.is_none_or(|answer| {
            let alone = answer.within(response.exclusive()).is_some();
            let most = if alone { 1 } else { most.max(held.saturating_sub(1)) };
            answer.within(self.available(quiz, card)) == Some(answer) && answer.count() <= most
        })
    }

    pub(super) fn resolved(&self, quiz: &Quiz) -> ResolvedAnswers {
        quiz.matcher().flow().resolve(&self.answers)
    }

    pub(super) fn selection<'q>(&self, quiz: &'q Quiz) -> Selection<'q, '_> {
        Selection {
            quiz,
            answers: &self.answers,
            history: &self.history,
            seed: self.seed.into(),
            least: self.least,
        }
    }

    /// The cards shown before another card that are still visible.
    pub(super) fn way_to(&self, resolved: &ResolvedAnswers, card: usize) -> impl DoubleEndedIterator<Item = usize> {
        let end = self.history.iter().position(|it| *it == card).unwrap_or(self.history.len());
        self.history[..end].iter().copied().filter(|card| resolved.shows(*card))
    }

    /// The screen after a card, or after the intro: a card shown before, otherwise a new one.
    fn onward(&mut self, quiz: &Quiz, card: Option<usize>) -> Screen {
        let resolved = self.resolved(quiz);
        self.fill(quiz, &resolved);
        let at = card.and_then(|card| self.history.iter().position(|it| *it == card)).map_or(0, |at| at + 1);
        match self.history[at..].iter().find(|card| resolved.shows(**card)) {
            Some(card) => Screen::Card(*card),
            None => {
                let screen = self.frontier(quiz, card);
                // Cards shown before and hidden now move behind the new card, in case they reappear.
                if matches!(screen, Screen::Card(new) if !quiz.config().cards()[new].tie_break) {
                    self.history[at..].rotate_right(1);
                }
                screen
            }
        }
    }

    /// In a fixed order a changed answer can make earlier cards visible: they are inserted in the order of the config.
    fn fill(&mut self, quiz: &Quiz, resolved: &ResolvedAnswers) {
        if quiz.config().asking().order != Order::Fixed {
            return;
        }
        let cards = quiz.config().cards();
        let stands = |card: &usize| !cards[*card].first && !cards[*card].tie_break;
        let last = self.history.iter().copied().filter(stands).max().unwrap_or(0);
        for card in (0..last).filter(|card| stands(card) && resolved.shows(*card)) {
            let after = self.history.iter().position(|it| stands(it) && *it > card);
            if let (Some(at), false) = (after, self.history.contains(&card)) {
                self.history.insert(at, card);
            }
        }
    }

    /// The screen after all cards shown. The tie-break comes once in the history, even if it was shown before.
    fn frontier(&mut self, quiz: &Quiz, from: Option<usize>) -> Screen {
        let next = self.selection(quiz).next();
        match next.or_else(|| self.pending_tie_break(quiz).filter(|card| from != Some(*card))) {
            Some(card) => {
                self.history.retain(|it| *it != card);
                self.history.push(card);
                Screen::Card(card)
            }
            None => Screen::Result,
        }
    }

    fn before(&self, quiz: &Quiz) -> Option<Screen> {
        let resolved = self.resolved(quiz);
        let back = |card| self.way_to(&resolved, card).next_back().map(Screen::Card);
        match self.screen {
            Screen::Intro => None,
            Screen::Result => {
                let tie_break = self.pending_tie_break(quiz).map(Screen::Card);
                tie_break.or_else(|| back(usize::MAX))
            }
            Screen::Card(card) => {
                let intro = (quiz.config().intro().show == Show::Screen).then_some(Screen::Intro);
                back(card).or(intro)
            }
        }
    }
}

fn available(quiz: &Quiz, resolved: &ResolvedAnswers, card: usize) -> u64 {
    let asked = &quiz.config().cards()[card];
    if asked.tie_break { u64::MAX >> (64 - asked.response.len()) } else { resolved.available[card] }
}

/// Shuffles options; those marked `last` stay at the end.
#[inline(never)]
fn mix(options: &[Choice], seed: u64, rows: &mut [usize]) {
    Random::new(seed).shuffle(rows);
    sort_by_value(rows, &|row| if options[row].last { 0.0 } else { 1.0 });
}
