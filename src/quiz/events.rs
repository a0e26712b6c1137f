//! Events for the host page: what changed between one state and the next. Plain data with ids; it must never know the
//! screen's elements.

use super::{Action, Quiz, Screen, Standing, State};
use crate::{
    config::Card,
    matcher::{Answer, RankedCareer},
};

/// An event for the host page.
#[derive(Clone, Debug, PartialEq)]
pub enum QuizEvent {
    /// The visitor left the intro or gave the first answer.
    Start,
    /// A card appeared.
    Step { card: String, number: usize, of: usize },
    /// An answer was given, or changed on the result: ids of options, `1` to `N` of a scale, `like` or `pass`; empty
    /// for "not sure".
    Answer { card: String, answer: Vec<String> },
    /// The visitor went back to a card.
    Back { card: String },
    /// The result appeared, or changed with an answer: careers by id with their match, best first, and all answers.
    /// `first` is true once for each visitor, even if the result changes or appears again. `nothing` is true if no
    /// answer counts, so that the ranking is no recommendation.
    Complete { ranking: Vec<(String, f64)>, answers: Vec<(String, Vec<String>)>, first: bool, nothing: bool },
    /// The visitor followed a call to action.
    Cta { career: String, href: String },
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
        events.push(QuizEvent::Start);
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
            events.push(QuizEvent::Step { card, number, of });
        }
        Screen::Result => {
            let Some(standing) = standing else { return events };
            let place = |place: &RankedCareer| (config.careers()[place.career].id.clone(), place.share);
            let ranking = standing.ranking.places().iter().map(place).collect();
            let answer = |(card, answer): (&Card, &Option<Answer>)| (card.id.clone(), answer_ids(card, *answer));
            let counted = quiz.matcher().flow().counted(after.answers());
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
