//! The state machine: what every sequence of moves keeps to, and what the world is told.

use career_matcher::{
    config::{Audience, load},
    matcher::Answer,
    quiz::{Move, Quiz, QuizEvent, Screen, State, tell},
};
use proptest::prelude::*;

fn quiz(show: &str) -> Quiz {
    let text = include_str!("render/quiz.json").replace("\"inline\"", &format!("\"{show}\""));
    Quiz::new(load(&text, Audience::Author).expect("the quiz is fine").config)
}

fn moves() -> impl Strategy<Value = Move> {
    let answer = || prop::collection::vec(0..6usize, 0..4).prop_map(Answer::of);
    prop_oneof![
        Just(Move::Start),
        answer().prop_map(Move::Pick),
        answer().prop_filter_map("an answer", |answer| answer.map(Move::Choose)),
        Just(Move::Next),
        Just(Move::NotSure),
        Just(Move::Back),
        Just(Move::Restart),
    ]
}

proptest! {
    #[test]
    fn whatever_happens(steps in prop::collection::vec(moves(), 0..40), screen in any::<bool>()) {
        let quiz = quiz(if screen { "screen" } else { "off" });
        let mut state = State::new(&quiz, 0);
        for step in steps {
            let Some(next) = state.after(&quiz, step) else { continue };
            prop_assert_ne!(&next, &state, "a move that changes nothing is not open");
            let events = tell(&quiz, step, &state, &next);
            prop_assert_eq!(
                matches!(events.last(), Some(QuizEvent::Complete { .. })),
                next.screen() == Screen::Result && state.screen() != Screen::Result
            );
            if next.screen() == Screen::Result {
                let flow = quiz.matcher().flow();
                let course = flow.follow(next.answers());
                for (card, answer) in course.counted.iter().enumerate().filter(|(card, _)| course.shows(*card)) {
                    prop_assert!(flow.permits(card, course.open[card], *answer), "{:?}", next);
                }
            }
            if step == Move::Back {
                prop_assert_eq!(next.answers(), state.answers(), "back keeps the answers");
            }
            state = next;
        }
    }
}

#[test]
fn a_whole_quiz_is_told() {
    let quiz = quiz("screen");
    let mut state = State::new(&quiz, 0);
    let mut told = Vec::new();
    let moves = [
        Move::Start,
        Move::Choose(Answer::one(0)),
        Move::Pick(Answer::of([0, 1])),
        Move::Next,
        Move::NotSure,
        Move::Back,
        Move::NotSure,
        Move::Choose(Answer::LIKE),
    ];
    for step in moves {
        let next = state.after(&quiz, step).expect("the move is open");
        told.extend(tell(&quiz, step, &state, &next));
        state = next;
    }
    let words: Vec<_> = told
        .iter()
        .map(|event| match event {
            QuizEvent::Start => "start".to_owned(),
            QuizEvent::Step { card, number, of } => format!("step {card} {number}/{of}"),
            QuizEvent::Answer { card, answer } => format!("answer {card} {answer:?}"),
            QuizEvent::Back { card } => format!("back {card}"),
            QuizEvent::Complete { ranking, answers } => format!("complete {} {}", ranking.len(), answers.len()),
            QuizEvent::Cta { .. } => unreachable!("no link was followed"),
        })
        .collect();
    expect_test::expect![[r#"
        start
        step hour 1/4
        answer hour ["early"]
        step likes 2/4
        answer likes ["bread", "fish"]
        step depth 3/4
        answer depth []
        step flour 4/4
        back depth
        step depth 3/4
        answer depth []
        step flour 4/4
        answer flour ["like"]
        complete 2 4"#]]
    .assert_eq(&words.join("\n"));
}

#[test]
fn a_move_on_another_screen_is_not_open() {
    let quiz = quiz("screen");
    let state = State::new(&quiz, 0);
    assert_eq!(state.screen(), Screen::Intro);
    assert!(state.after(&quiz, Move::Next).is_none());
    assert!(state.after(&quiz, Move::Choose(Answer::one(0))).is_none());
    assert!(state.after(&quiz, Move::Back).is_none());
}
