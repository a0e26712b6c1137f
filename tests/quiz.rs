//! The state machine: invariants of every sequence of actions, and the events for the host page.

#[path = "quiz/events.rs"]
mod events;

use career_matcher::{
    config::{Audience, load},
    matcher::Answer,
    quiz::{Action, Quiz, QuizEvent, Screen, State, decode, decode_result, encode, encode_result, transition_events},
};
use proptest::prelude::*;
use serde_json::json;

fn quiz(show: &str) -> Quiz {
    let text = include_str!("render/quiz.json").replace("\"inline\"", &format!("\"{show}\""));
    Quiz::new(load(&text, Audience::Author).expect("the quiz is fine").config)
}

fn moves() -> impl Strategy<Value = Action> {
    let answer = || prop::collection::vec(0..6usize, 0..4).prop_map(Answer::of);
    prop_oneof![
        Just(Action::Start),
        answer().prop_map(Action::Pick),
        answer().prop_filter_map("an answer", |answer| answer.map(Action::Choose)),
        Just(Action::Next),
        Just(Action::NotSure),
        Just(Action::Back),
        Just(Action::More),
        (0..4usize, answer()).prop_map(|(card, answer)| Action::Change(card, answer)),
        Just(Action::Restart),
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
            let events = transition_events(&quiz, step, &state, &next, next.standing(&quiz).as_ref());
            prop_assert_eq!(
                matches!(events.last(), Some(QuizEvent::Complete { .. })),
                next.screen() == Screen::Result && (state.screen() != Screen::Result || matches!(step, Action::Change(..)))
            );
            if next.screen() == Screen::Result {
                let flow = quiz.matcher().flow();
                let resolved = flow.resolve(next.answers());
                for (card, answer) in resolved.effective.iter().enumerate().filter(|(card, _)| resolved.shows(*card)) {
                    prop_assert!(flow.permits(card, resolved.available[card], *answer), "{:?}", next);
                }
            }
            if step == Action::Back {
                prop_assert_eq!(next.answers(), state.answers(), "back keeps the answers");
            }
            state = next;
        }
    }
}

/// The small quiz, and the catalogue, which selects its cards.
fn quizzes() -> [Quiz; 2] {
    let catalogue = include_str!("../examples/onet-interests.json");
    [quiz("off"), Quiz::new(load(catalogue, Audience::Author).expect("the catalogue is fine").config)]
}

/// Continues with the current answers as far as possible.
fn on(quiz: &Quiz, mut state: State) -> State {
    loop {
        let passed = matches!(state.screen(), Screen::Card(card) if state.history().last() != Some(&card));
        let not_sure = || passed.then(|| state.after(quiz, Action::NotSure)).flatten();
        match state.after(quiz, Action::Next).or_else(not_sure) {
            Some(next) => state = next,
            None => return state,
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, ..ProptestConfig::default() })]

    #[test]
    fn a_code_brings_everything_back(steps in prop::collection::vec(moves(), 0..60), which in 0..2usize) {
        let quiz = &quizzes()[which];
        let mut state = State::new(quiz, 7);
        for step in steps {
            state = state.after(quiz, step).unwrap_or(state);
        }
        let state = on(quiz, state);
        let (back, lost) = decode(quiz, &encode(quiz, &state), 7).expect("it is a code");
        prop_assert_eq!(lost, 0);
        prop_assert_eq!(back.screen(), state.screen());
        let flow = quiz.matcher().flow();
        let counted = |state: &State| {
            let mut counted = flow.effective(state.answers());
            // Picks on an unfinished card are not kept.
            if let Screen::Card(card) = state.screen() {
                counted[card] = None;
            }
            counted
        };
        prop_assert_eq!(counted(&back), counted(&state));
    }

    #[test]
    fn a_code_that_was_changed_is_none(text in "\\PC{0,40}", at in 0..40usize, letter in "[A-Za-z0-9_-]") {
        let quiz = &quizzes()[0];
        decode(quiz, &text, 0);
        decode(quiz, &format!("A{text}"), 0);
        let mut state = State::new(quiz, 0);
        for step in [Action::Choose(Answer::one(0)), Action::Pick(Answer::of([0, 1])), Action::Next] {
            state = state.after(quiz, step).expect("the move is open");
        }
        let code = encode(quiz, &state);
        let at = at % code.len();
        let changed = format!("{}{letter}{}", &code[..at], &code[at + 1..]);
        // The last letter has unused bits.
        prop_assert!(changed == code || decode(quiz, &changed, 0).is_none() || at + 1 == code.len(), "{}", changed);
        prop_assert!(decode(quiz, &code[..at], 0).is_none());
    }
}

#[test]
fn a_mixed_quiz_comes_back_in_the_same_order() {
    for asking in [r#""shuffleOptions": true"#, r#""order": "shuffled""#] {
        let text = include_str!("render/quiz.json").replacen('{', &format!(r#"{{ "flow": {{ {asking} }},"#), 1);
        let quiz =
            Quiz::new(load(&text.replace("\"inline\"", "\"off\""), Audience::Author).expect("it is fine").config);
        let resolved = |mut state: State| {
            let mut met = Vec::new();
            while let Screen::Card(card) = state.screen() {
                met.push((card, state.rows(&quiz, card)));
                let step = if state.may_go_on(&quiz) { Action::Next } else { Action::NotSure };
                state = state
                    .after(&quiz, step)
                    .or_else(|| state.after(&quiz, Action::Choose(Answer::one(0))))
                    .expect("it goes on");
            }
            met
        };
        let courses: Vec<_> = (0..60).map(|seed| resolved(State::new(&quiz, seed * 1000))).collect();
        assert!(courses.iter().any(|it| *it != courses[0]), "{asking} mixes");
        for (seed, met) in (0..).zip(&courses) {
            let state = State::new(&quiz, seed * 1000);
            let (back, _) = decode(&quiz, &encode(&quiz, &state), 1).expect("it is a code");
            assert_eq!(resolved(back), *met, "{asking}");
        }
    }
}

#[test]
fn a_code_outlives_changes_of_the_quiz() {
    let whole = quiz("off");
    let mut state = State::new(&whole, 0);
    for step in [Action::Choose(Answer::one(0)), Action::Pick(Answer::of([0, 1])), Action::Next] {
        state = state.after(&whole, step).expect("the move is open");
    }
    let code = encode(&whole, &state);
    let text = include_str!("render/quiz.json").replace("\"inline\"", "\"off\"").replace("\"bread\"", "\"cake\"");
    let changed = Quiz::new(load(&text, Audience::Author).expect("the quiz is fine").config);
    let (back, lost) = decode(&changed, &code, 0).expect("it is a code");
    assert_eq!(lost, 1, "one of the picks is gone, so the card is asked again");
    assert_eq!(back.answers()[0], Some(Answer::one(0)), "the others are kept");
    assert_eq!(back.screen(), Screen::Card(1));
}

#[test]
fn a_move_on_another_screen_is_not_open() {
    let quiz = quiz("screen");
    let state = State::new(&quiz, 0);
    assert_eq!(state.screen(), Screen::Intro);
    assert!(state.after(&quiz, Action::Next).is_none());
    assert!(state.after(&quiz, Action::Choose(Answer::one(0))).is_none());
    assert!(state.after(&quiz, Action::Back).is_none());
}

#[test]
fn a_result_without_answers() {
    let quiz = quiz("off");
    let ranking = quiz.matcher().rank(&vec![Some(Answer::one(0)), None, None, None]);
    let code = encode_result(&quiz, &ranking);
    let expected: Vec<_> =
        ranking.places().iter().map(|place| (place.career, (place.share * 100.0).round() as u8)).collect();
    assert_eq!(decode_result(&quiz, &code), Some(expected));
    assert_eq!(decode_result(&quiz, &code.replacen('S', "B", 1)), None);
    assert!(decode(&quiz, &code, 0).is_none(), "it is no code of answers");
    for at in 0..code.len() {
        assert!(decode_result(&quiz, &code[..at]).is_none_or(|it| it.is_empty()));
    }
}

/// More picks than a card takes are not taken; who comes with too many can take some away.
#[test]
fn no_more_is_picked_than_a_card_takes() {
    let option = |id: &str| format!(r#"{{ "id": "{id}", "label": "{id}", "points": {{ "a": 1 }} }}"#);
    let quiz = |max: usize| {
        let options = ["w", "x", "y", "z"].map(option).join(", ");
        let text = format!(
            r#"{{ "version": 1, "title": "A quiz", "intro": {{ "show": "off" }},
               "careers": [{{ "id": "a", "title": "A" }}, {{ "id": "b", "title": "B" }}],
               "cards": [{{ "id": "one", "kind": "multiple", "prompt": "Which?", "max": {max}, "options": [{options}] }}] }}"#
        );
        Quiz::new(load(&text, Audience::Author).expect("the quiz is fine").config)
    };
    let (narrow, wide) = (quiz(2), quiz(4));
    let pick =
        |quiz: &Quiz, state: &State, rows: &[usize]| state.after(quiz, Action::Pick(Answer::of(rows.iter().copied())));
    let two = pick(&narrow, &State::new(&narrow, 0), &[0, 1]).expect("two can be picked");
    assert_eq!(pick(&narrow, &two, &[0, 1, 2]), None);
    let four = pick(&wide, &State::new(&wide, 0), &[0, 1, 2, 3]).expect("four can be picked");
    assert_eq!(pick(&narrow, &four, &[0, 1, 2]).map(|it| it.may_go_on(&narrow)), Some(false));
}

/// A card that was hidden by another answer and reappears is asked again, in its position.
#[test]
fn a_card_that_comes_back_is_met_again() {
    let option = |id: &str| json!({ "id": id, "label": id.to_uppercase(), "points": { "a": 1 } });
    let config = json!({ "version": 1, "title": "Ways", "intro": { "show": "off" },
        "careers": [{ "id": "a", "title": "A" }, { "id": "b", "title": "B" }],
        "cards": [
            { "id": "one", "kind": "single", "prompt": "One?", "options": [option("x"), option("y"), option("z")] },
            { "id": "two", "kind": "swipe", "prompt": "Two?", "when": { "card": "one", "is": "y" }, "points": { "a": 1 } },
            { "id": "three", "kind": "single", "prompt": "Three?", "first": true, "options": [option("u"), option("v")],
              "when": { "any": [{ "card": "one", "is": "z" }, { "card": "two", "is": "like" }] } },
        ] });
    let quiz = Quiz::new(load(&config.to_string(), Audience::Author).expect("it is fine").config);
    let choose = |state: State, row: usize| state.after(&quiz, Action::Choose(Answer::one(row))).expect("an answer");
    let met = choose(State::new(&quiz, 0), 2);
    assert_eq!(met.screen(), Screen::Card(2));
    let back = met.after(&quiz, Action::Back).expect("a way back");
    let other = choose(choose(back, 1), 0);
    assert_eq!(other.screen(), Screen::Card(2), "asked again");
    assert_eq!(other.after(&quiz, Action::Back).map(|it| it.screen()), Some(Screen::Card(1)));
}
