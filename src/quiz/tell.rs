//! What a move means to the world outside: the events between one state and the next.

use super::{Move, QuizEvent, Screen, State};
use crate::{
    config::{Ask, Card, Checked},
    matcher::{Answer, Ranking},
};

/// The events of a move that led from `before` to `after`, in the order that they are told. `ranking` is asked for
/// only when the result comes up.
pub fn tell(
    config: &Checked,
    step: Move,
    before: &State,
    after: &State,
    ranking: impl FnOnce() -> Ranking,
) -> Vec<QuizEvent> {
    let cards = config.cards();
    let mut events = Vec::new();
    if after.started() && !before.started() {
        events.push(QuizEvent::Start);
    }
    if before.screen() == after.screen() {
        return events;
    }
    if let (Screen::Card(at), Move::Choose(_) | Move::Next | Move::NotSure) = (before.screen(), step) {
        let answer = answer_ids(&cards[at], after.answers()[at]);
        events.push(QuizEvent::Answer { card: cards[at].id.clone(), answer });
    }
    match after.screen() {
        Screen::Intro => {}
        Screen::Card(at) => {
            let card = cards[at].id.clone();
            if step == Move::Back {
                events.push(QuizEvent::Back { card: card.clone() });
            }
            events.push(QuizEvent::Step { card, number: at + 1, of: cards.len() });
        }
        Screen::Result => {
            let id = |career: usize| config.careers()[career].id.clone();
            let ranking = ranking().places().iter().map(|place| (id(place.career), place.share)).collect();
            let answer = |(card, answer): (&Card, &Option<Answer>)| (card.id.clone(), answer_ids(card, *answer));
            let answers = cards.iter().zip(after.answers()).map(answer).collect();
            events.push(QuizEvent::Complete { ranking, answers });
        }
    }
    events
}

/// An answer by the names that a config gives: ids of options, `1` to `N` of a scale, `like` or `pass`.
pub fn answer_ids(card: &Card, answer: Option<Answer>) -> Vec<String> {
    let name = |row: usize| match &card.ask {
        Ask::Single { options } | Ask::Multiple { options, .. } => options[row].id.clone(),
        Ask::Scale { .. } => (row + 1).to_string(),
        Ask::Swipe { .. } => if row == 0 { "like" } else { "pass" }.to_owned(),
    };
    answer.into_iter().flat_map(Answer::rows).map(name).collect()
}
