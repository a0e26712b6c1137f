//! Events for the host page: what changed between one state and the next. Plain data with ids; it must never know the
//! screen's elements.

use super::{Action, Quiz, Screen, Standing, State};
use crate::{
    config::Card,
    matcher::{Answer, RankedCareer},
};

/// A value in the details of an event.
#[derive(Clone, Debug, PartialEq)]
pub enum Detail {
    Text(String),
    Number(f64),
    Flag(bool),
    /// Names of rows.
    List(Vec<String>),
    /// Careers with their match, best first.
    Ranking(Vec<(String, f64)>),
    /// By card id, the names of rows.
    Answers(Vec<(String, Vec<String>)>),
}

/// The description of an event for editors and compilers.
#[cfg(not(target_arch = "wasm32"))]
pub struct EventType {
    /// The name after `career-matcher-`.
    pub name: &'static str,
    pub about: &'static [&'static str],
    /// The details, each with its type in TypeScript.
    pub details: &'static [(&'static str, &'static str)],
}

/// The type of a detail in TypeScript.
#[cfg(not(target_arch = "wasm32"))]
macro_rules! typescript {
    (Text) => {
        "string"
    };
    (Number) => {
        "number"
    };
    (Flag) => {
        "boolean"
    };
    (List) => {
        "string[]"
    };
    (Ranking) => {
        "{ career: string; match: number }[]"
    };
    (Answers) => {
        "Record<string, string[]>"
    };
}

/// Generates the enum, the names, the details and the types of all events from one list. The doc comments in that list
/// are published texts.
macro_rules! events {
    ($($(#[doc = $about:literal])* $event:ident $name:literal { $($field:ident: $type:ty = $kind:ident,)* })*) => {
        /// An event for the host page.
        #[derive(Clone, Debug, PartialEq)]
        pub enum QuizEvent {
            $($(#[doc = $about])* $event { $($field: $type,)* },)*
        }

        impl QuizEvent {
            /// The name after `career-matcher-`.
            pub fn name(&self) -> &'static str {
                match self {
                    $(Self::$event { .. } => $name,)*
                }
            }

            /// Calls back with each detail and its name.
            pub fn each_detail(self, see: &mut dyn FnMut(&'static str, Detail)) {
                match self {
                    $(Self::$event { $($field,)* } => {
                        $(see(stringify!($field), Detail::$kind($field.into()));)*
                    })*
                }
            }
        }

        #[cfg(not(target_arch = "wasm32"))]
        pub const EVENTS: &[EventType] = &[
            $(EventType {
                name: $name,
                about: &[$($about,)*],
                details: &[$((stringify!($field), typescript!($kind)),)*],
            },)*
        ];
    };
}

events! {
    /// The visitor left the intro or gave the first answer.
    Start "start" {}
    /// A card is shown.
    Step "step" { card: String = Text, number: u32 = Number, of: u32 = Number, }
    /// An answer was given, or changed on the result: ids of options, `1` to `N` of a scale, `like` or `pass`; none for "not sure".
    Answer "answer" { card: String = Text, answer: Vec<String> = List, }
    /// The visitor went back to a card.
    Back "back" { card: String = Text, }
    /// The result is shown, or changed with an answer: all careers with their match (0 to 1), best first, and all answers.
    /// `first` is true once for each visitor, however often the result changes or is shown again: count those.
    /// `nothing` says that no answer counts for any career: the ranking is not a recommendation.
    Complete "complete" {
        ranking: Vec<(String, f64)> = Ranking,
        answers: Vec<(String, Vec<String>)> = Answers,
        first: bool = Flag,
        nothing: bool = Flag,
    }
    /// A call to action was followed. `preventDefault()` keeps the visitor on the page.
    Cta "cta" { career: String = Text, href: String = Text, }
}

/// The events of an action that led from `before` to `after`, in the order of sending.
pub fn transition_events(
    quiz: &Quiz,
    action: Action,
    before: &State,
    after: &State,
    standing: Option<&Standing>,
) -> Vec<QuizEvent> {
    let config = quiz.config();
    let cards = config.cards();
    let mut events = Vec::new();
    if after.started() && !before.started() {
        events.push(QuizEvent::Start {});
    }
    if let Action::Change(at, _) = action {
        let answer = answer_ids(&cards[at], after.answers()[at]);
        events.push(QuizEvent::Answer { card: cards[at].id.clone(), answer });
    } else if before.screen() == after.screen() {
        return events;
    }
    if let (Screen::Card(at), Action::Choose(_) | Action::Next | Action::NotSure) = (before.screen(), action) {
        let answer = answer_ids(&cards[at], after.answer(quiz, at));
        events.push(QuizEvent::Answer { card: cards[at].id.clone(), answer });
    }
    match after.screen() {
        Screen::Intro => {}
        Screen::Card(at) => {
            let card = cards[at].id.clone();
            if action == Action::Back {
                events.push(QuizEvent::Back { card: card.clone() });
            }
            let (number, of) = after.number(quiz, at);
            events.push(QuizEvent::Step { card, number: number as u32, of: of as u32 });
        }
        Screen::Result => {
            let Some(standing) = standing else { return events };
            let place = |place: &RankedCareer| (config.careers()[place.career].id.clone(), place.share);
            let ranking = standing.ranking.places().iter().map(place).collect();
            let answer = |(card, answer): (&Card, &Option<Answer>)| (card.id.clone(), answer_ids(card, *answer));
            let counted = quiz.matcher().flow().effective(after.answers());
            let answers = cards.iter().zip(&counted).map(answer).collect();
            let nothing = standing.nothing;
            events.push(QuizEvent::Complete { ranking, answers, first: !before.done(), nothing });
        }
    }
    events
}

/// An answer by the names in the config: ids of options, `1` to `N` of a scale, `like` or `pass`.
pub fn answer_ids(card: &Card, answer: Option<Answer>) -> Vec<String> {
    answer.into_iter().flat_map(Answer::rows).map(|row| card.response.name(row)).collect()
}
