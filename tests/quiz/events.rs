//! What the world is told of a quiz, and how often.

use career_matcher::{
    matcher::Answer,
    quiz::{Action, QuizEvent, Screen, State, decode, encode, transition_events},
};

use super::{quiz, quizzes};

#[test]
fn a_whole_quiz_is_told() {
    let quiz = quiz("screen");
    let mut state = State::new(&quiz, 0);
    let mut told = Vec::new();
    let moves = [
        Action::Start,
        Action::Choose(Answer::one(0)),
        Action::Pick(Answer::of([0, 1])),
        Action::Next,
        Action::NotSure,
        Action::Back,
        Action::NotSure,
        Action::Choose(Answer::LIKE),
    ];
    for step in moves {
        let next = state.after(&quiz, step).expect("the move is open");
        told.extend(transition_events(&quiz, step, &state, &next, next.standing(&quiz).as_ref()));
        state = next;
    }
    let words: Vec<_> = told
        .iter()
        .map(|event| match event {
            QuizEvent::Start {} => "start".to_owned(),
            QuizEvent::Step { card, number, of } => format!("step {card} {number}/{of}"),
            QuizEvent::Answer { card, answer } => format!("answer {card} {answer:?}"),
            QuizEvent::Back { card } => format!("back {card}"),
            QuizEvent::Complete { ranking, answers, first, .. } => {
                format!("complete {} {} {first}", ranking.len(), answers.len())
            }
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
        complete 2 4 true"#]]
    .assert_eq(&words.join("\n"));
}

/// However often the result comes up or changes, it is one visitor's first only once: also after a fresh start, and
/// for one who comes back by a code.
#[test]
fn a_result_is_the_first_once() {
    let quiz = quiz("off");
    let to_result = [
        Action::Choose(Answer::one(0)),
        Action::Pick(Answer::of([0, 1])),
        Action::Next,
        Action::NotSure,
        Action::Choose(Answer::LIKE),
    ];
    let again = [Action::Change(0, Some(Answer::one(1))), Action::Back, Action::Choose(Answer::LIKE), Action::Restart];
    let firsts = |mut state: State, moves: &[Action]| {
        let mut firsts = Vec::new();
        for step in moves {
            let next = state.after(&quiz, *step).unwrap_or_else(|| panic!("{step:?} is open"));
            firsts.extend(
                transition_events(&quiz, *step, &state, &next, next.standing(&quiz).as_ref())
                    .into_iter()
                    .filter_map(|event| match event {
                        QuizEvent::Complete { first, .. } => Some(first),
                        _ => None,
                    }),
            );
            state = next;
        }
        (state, firsts)
    };
    let moves = [&to_result[..], &again, &to_result].concat();
    assert_eq!(firsts(State::new(&quiz, 0), &moves).1, [true, false, false, false]);
    // By a link with answers or after a reload: on the way, at the result, and after a fresh start.
    for (length, rest, expected) in [
        (3, &to_result[3..], true),
        (to_result.len(), &again[..1], false),
        (moves.len() - to_result.len(), &to_result, false),
    ] {
        let (state, _) = firsts(State::new(&quiz, 0), &moves[..length]);
        let (back, _) = decode(&quiz, &encode(&quiz, &state), 0).expect("it is a code");
        assert_eq!(firsts(back, rest).1, [expected], "{length}");
    }
}

/// A visitor who says "not sure" to everything has given nothing to go by, and the world is told.
#[test]
fn who_says_nothing_gets_no_advice() {
    for quiz in quizzes() {
        let mut state = State::new(&quiz, 0);
        let mut told = Vec::new();
        while state.screen() != Screen::Result {
            let step = [Action::Start, Action::NotSure, Action::Choose(Answer::one(0))];
            let step = step
                .into_iter()
                .find(|step| state.after(&quiz, *step).is_some_and(|next| next.screen() != state.screen()));
            let step = step.expect("a way on");
            // Where an answer is needed, this visitor has one.
            let next = state.after(&quiz, step).expect("a way on");
            told.extend(transition_events(&quiz, step, &state, &next, next.standing(&quiz).as_ref()));
            state = next;
        }
        let nothing = state.answers().iter().all(Option::is_none);
        let expected = |event: &QuizEvent| matches!(event, QuizEvent::Complete { nothing: it, .. } if *it == nothing);
        assert!(told.last().is_some_and(expected), "{told:?}");
        assert_eq!(quiz.matcher().knows_nothing(state.answers()), nothing);
        // One answer that counts is something.
        let card = state.history()[0];
        let state = state.after(&quiz, Action::GoTo(card)).expect("it came up");
        let state = state.after(&quiz, Action::Choose(Answer::one(0))).expect("an answer");
        assert!(!quiz.matcher().knows_nothing(state.answers()));
    }
}
