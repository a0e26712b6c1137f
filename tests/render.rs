//! Each screen as the HTML that Yew draws, without a browser. `UPDATE_EXPECT=1 cargo test --features ssr` rewrites
//! the files in `tests/render/`.

use career_matcher::{
    config::{Audience, load},
    matcher::Answer,
    quiz::{Move, State},
    widget::{Arrival, CareerMatcher, CareerMatcherProps, Quiz},
};
use expect_test::expect_file;
use yew::LocalServerRenderer;

const QUIZ: &str = include_str!("render/quiz.json");

/// The screen after some moves in the small quiz.
fn screen(quiz: &str, moves: &[Move]) -> String {
    screen_with(quiz, moves, Arrival::There)
}

fn screen_with(quiz: &str, moves: &[Move], result: Arrival) -> String {
    let quiz = Quiz::new(load(quiz, Audience::Author).expect("the quiz is fine").config);
    let mut state = State::new(&quiz, 0);
    for step in moves {
        state = state.after(&quiz, *step).unwrap_or_else(|| panic!("{step:?} leads nowhere"));
    }
    let props = CareerMatcherProps {
        quiz,
        on_event: yew::Callback::from(|_| true),
        state: Some(state),
        seed: 0,
        result,
        address: "https://school.example/quiz#career-matcher=".into(),
        on_state: yew::Callback::noop(),
        order: None,
        lost: 0,
        shared: Vec::new(),
    };
    let html = LocalServerRenderer::<CareerMatcher>::with_props(props).hydratable(false).render();
    lines(&futures::executor::block_on(html))
}

fn lines(html: &str) -> String {
    html.replace("><", ">\n<") + "\n"
}

fn first() -> Move {
    Move::Choose(Answer::one(0))
}

fn both() -> Move {
    Move::Pick(Answer::of([0, 1]))
}

#[test]
fn intro() {
    let quiz = QUIZ.replace("\"inline\"", "\"screen\"");
    expect_file!["render/intro.html"].assert_eq(&screen(&quiz, &[]));
}

#[test]
fn single() {
    expect_file!["render/single.html"].assert_eq(&screen(QUIZ, &[]));
}

#[test]
fn multiple_and_full() {
    expect_file!["render/multiple.html"].assert_eq(&screen(QUIZ, &[first(), both()]));
}

#[test]
fn scale() {
    expect_file!["render/scale.html"].assert_eq(&screen(QUIZ, &[first(), both(), Move::Next]));
}

#[test]
fn swipe() {
    expect_file!["render/swipe.html"].assert_eq(&screen(QUIZ, &[first(), both(), Move::Next, Move::NotSure]));
}

#[test]
fn result() {
    let moves = [first(), both(), Move::Next, Move::NotSure, Move::Choose(Answer::PASS)];
    expect_file!["render/result.html"].assert_eq(&screen(QUIZ, &moves));
}

#[test]
fn result_on_its_way() {
    let moves = [first(), both(), Move::Next, Move::NotSure, Move::Choose(Answer::PASS)];
    expect_file!["render/waiting.html"].assert_eq(&screen_with(QUIZ, &moves, Arrival::Coming));
    expect_file!["render/failed.html"].assert_eq(&screen_with(QUIZ, &moves, Arrival::Failed));
    let card = screen(QUIZ, &moves[..1]);
    assert_eq!(screen_with(QUIZ, &moves[..1], Arrival::Failed), card, "nobody misses it before the last card");
}

#[test]
fn tie() {
    let quiz = QUIZ.replace("\"flour\"", "\"nothing\"").replace("{ \"baker\": 1 }", "{}");
    let moves = [
        Move::Choose(Answer::one(1)),
        Move::Pick(Some(Answer::one(0))),
        Move::Next,
        Move::NotSure,
        Move::Choose(Answer::PASS),
    ];
    let html = screen(&quiz, &moves);
    assert_eq!(html.matches("class=\"cm-winner\"").count(), 2, "{html}");
}

#[test]
fn markup_in_texts_is_text() {
    let quiz = QUIZ.replace("When do you like to work?", "<img src=x onerror=alert(1)>");
    let html = screen(&quiz, &[]);
    assert!(!html.contains("<img") && html.contains("&lt;img"), "{html}");
}

/// Conditions, a group, rules and a tie-break in one small quiz.
const BRANCHES: &str = include_str!("render/branches.json");

#[test]
fn a_card_whose_condition_fails_is_passed_over() {
    let html = screen(BRANCHES, &[Move::Choose(Answer::one(1))]);
    assert!(html.contains("Nights at sea?") && !html.contains("How early?"), "{html}");
    assert!(html.contains("Question 2 of 2") && html.contains("About your day"), "{html}");
}

#[test]
fn a_tie_brings_up_the_tie_break() {
    let level = [Move::Choose(Answer::one(2)), Move::Choose(Answer::PASS)];
    let html = screen(BRANCHES, &level);
    assert!(html.contains("Bread or fish?") && html.contains("Question 3 of 3"), "{html}");
    let broken = [level[0], level[1], Move::Choose(Answer::one(1))];
    expect_file!["render/branches.html"].assert_eq(&screen(BRANCHES, &broken));
}
