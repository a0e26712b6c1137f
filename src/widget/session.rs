//! The pure quiz as a Yew reducer: the only place for state, a thin layer over [`quiz::State`](crate::quiz::State).

use std::{ops::Deref, rc::Rc};

use yew::prelude::*;

use super::{
    Words,
    words::{self, Locale},
};
use crate::{
    config::Checked,
    matcher::Answer,
    quiz::{self, Action, QuizEvent, Screen, Standing, State, TemplateContext, interpolated, transition_events},
};

/// A quiz that components share, as one visitor reads it. Cheap to clone; equal only to itself.
#[derive(Clone, Debug)]
pub struct QuizView {
    source: Rc<quiz::Quiz>,
    /// With values for the names in its texts.
    shown: Rc<quiz::Quiz>,
    speech: Rc<Speech>,
}

/// The language and texts of a quiz.
#[derive(Debug, Default)]
pub struct Speech {
    /// The quiz's own texts, or those of a language other than English.
    pub words: Option<Words>,
    /// What is known about the visitor, if texts have names in braces or links pass something on.
    pub context: Option<TemplateContext>,
    /// Whether long texts may contain Markdown.
    pub rich: bool,
}

impl QuizView {
    /// In English, without Markdown or names in its texts.
    pub fn new(config: Checked) -> Self {
        Self::speaking(config, Speech::default())
    }

    pub fn speaking(config: Checked, mut speech: Speech) -> Self {
        let locale = Locale(speech.words.as_ref());
        if let Some(context) = &mut speech.context {
            context.like = locale.say(words::LIKE).to_string();
            context.pass = locale.say(words::PASS).to_string();
        }
        let source = Rc::new(quiz::Quiz::new(config));
        Self { shown: source.clone(), source, speech: Rc::new(speech) }
    }

    /// The same quiz, with its texts filled in for this state.
    fn at(&self, state: &State, standing: Option<&Standing>) -> Self {
        match &self.speech.context {
            None => self.clone(),
            Some(context) => Self {
                shown: Rc::new(interpolated(&self.source, (state, standing), context, &|it| self.locale().number(it))),
                ..self.clone()
            },
        }
    }

    /// The language of the quiz.
    pub(super) fn locale(&self) -> Locale<'_> {
        Locale(self.speech.words.as_ref())
    }

    pub(super) fn is_rich(&self) -> bool {
        self.speech.rich
    }
}

impl Deref for QuizView {
    type Target = quiz::Quiz;

    fn deref(&self) -> &quiz::Quiz {
        &self.shown
    }
}

impl PartialEq for QuizView {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.shown, &other.shown)
    }
}

/// A quiz, the state of one visitor, and all events so far.
pub(super) struct Session {
    pub(super) quiz: QuizView,
    pub(super) state: State,
    /// On the result: the ranking of the answers.
    pub(super) standing: Option<Rc<Standing>>,
    pub(super) events: Vec<QuizEvent>,
    pub(super) changed: Option<Changed>,
}

/// The last answer that was changed on the result, with its earlier value and the ranks at that time.
#[derive(PartialEq)]
pub(super) struct Changed {
    pub(super) card: usize,
    pub(super) answer: Option<Answer>,
    /// Rank by career; zero for a career that a rule excluded.
    pub(super) ranks: Vec<usize>,
}

/// An action, and the screen where it was made: the second click of a double click must not answer the next card.
pub(super) struct ScreenAction {
    pub(super) seen: Screen,
    pub(super) action: Action,
}

impl Session {
    pub(super) fn new(quiz: QuizView, state: Option<State>, seed: u16) -> Self {
        let state = state.unwrap_or_else(|| State::new(&quiz, seed));
        let standing = state.standing(&quiz).map(Rc::new);
        Self {
            quiz: quiz.at(&state, standing.as_deref()),
            state,
            standing,
            events: Vec::new(),
            changed: None,
        }
    }
}

impl Changed {
    /// The ranks before a change.
    fn new(session: &Session, card: usize) -> Self {
        let mut ranks = vec![0; session.quiz.config().careers().len()];
        let places = session.standing.iter().flat_map(|standing| standing.ranking.places());
        places.for_each(|place| ranks[place.career] = place.rank);
        Self { card, answer: session.state.answers()[card], ranks }
    }
}

impl Reducible for Session {
    type Action = ScreenAction;

    fn reduce(self: Rc<Self>, ScreenAction { seen, action }: ScreenAction) -> Rc<Self> {
        if seen != self.state.screen() {
            return self;
        }
        let Some(state) = self.state.after(&self.quiz, action) else { return self };
        let standing = state.standing(&self.quiz).map(Rc::new);
        let mut events = self.events.clone();
        events.extend(transition_events(&self.quiz, action, &self.state, &state, standing.as_deref()));
        let changed = match action {
            Action::Change(card, _) => Some(Changed::new(&self, card)),
            _ => None,
        };
        Rc::new(Self {
            quiz: self.quiz.at(&state, standing.as_deref()),
            state,
            standing,
            events,
            changed,
        })
    }
}
