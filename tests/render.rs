//! Each screen as HTML rendered by Yew, without a browser. `UPDATE_EXPECT=1 cargo test --features ssr` rewrites the
//! files in `tests/render/`.

use career_matcher::{
    config::{Audience, Problem, load},
    matcher::Answer,
    quiz::{Action, State, TemplateContext},
    widget::{Arrival, CareerMatcher, CareerMatcherProps, QuizView, Speech, WORDS, Words},
};
use expect_test::expect_file;
use yew::LocalServerRenderer;

const QUIZ: &str = include_str!("render/quiz.json");

/// The screen after some actions in the small quiz.
fn screen(quiz: &str, moves: &[Action]) -> String {
    screen_with(quiz, moves, Arrival::There)
}

fn screen_with(quiz: &str, moves: &[Action], result: Arrival) -> String {
    let quiz = QuizView::new(load(quiz, Audience::Author).expect("the quiz is fine").config);
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
        damaged: false,
        shared: Vec::new(),
    };
    let html = LocalServerRenderer::<CareerMatcher>::with_props(props).hydratable(false).render();
    lines(&futures::executor::block_on(html))
}

/// A quiz with one card and many careers. Its three answers make all careers tie, exclude all, or put one first.
fn many(careers: usize) -> String {
    let of = |it: fn(usize) -> String| (0..careers).map(it).collect::<Vec<_>>().join(", ");
    let career = of(|i| {
        format!(
            r#"{{ "id": "c{i}", "title": "Career {i}",
              "exclude": [{{ "when": {{ "card": "one", "is": "out" }}, "reason": "Not with this answer" }}] }}"#
        )
    });
    let points = of(|i| format!(r#""c{i}": 1"#));
    format!(
        r#"{{ "version": 1, "title": "A quiz", "intro": {{ "show": "off" }}, "careers": [{career}], "cards": [
            {{ "id": "one", "kind": "single", "prompt": "Which?", "options": [
                {{ "id": "level", "label": "Level", "points": {{ {points} }} }},
                {{ "id": "out", "label": "Out", "points": {{ "c0": 1 }} }},
                {{ "id": "first", "label": "First", "points": {{ "c0": 2 }} }} ] }},
            {{ "id": "two", "kind": "single", "prompt": "And?", "options": [
                {{ "id": "a", "label": "A", "points": {{ "c1": 1 }} }}, {{ "id": "b", "label": "B" }} ] }} ] }}"#
    )
}

/// With any number of careers a result has the same number of elements: a button shows more careers, and sentences give
/// their number.
#[test]
fn a_result_does_not_grow_with_the_careers() {
    for (answer, more) in [(0, 1), (1, 1), (2, 1)] {
        let elements = |careers: usize| {
            let moves = [Action::Choose(Answer::one(answer)), Action::Choose(Answer::one(1))];
            let html = screen(&many(careers), &moves);
            assert_eq!(html.matches("cm-more").count(), more, "answer {answer}");
            html.matches('<').count() - html.matches("</").count()
        };
        let (thousand, more) = (elements(1000), elements(1600));
        assert_eq!(thousand, more, "answer {answer}");
        assert!(thousand <= 520, "answer {answer}: {thousand} elements");
    }
}

#[test]
fn nothing_to_go_by() {
    let quiz = QUIZ.replace(", \"required\": false", "").replace("\"kind\":", "\"required\": false, \"kind\":");
    expect_file!["render/nothing.html"].assert_eq(&screen(&quiz, &[Action::NotSure; 4]));
}

fn lines(html: &str) -> String {
    html.replace("><", ">\n<") + "\n"
}

fn first() -> Action {
    Action::Choose(Answer::one(0))
}

fn both() -> Action {
    Action::Pick(Answer::of([0, 1]))
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
    expect_file!["render/scale.html"].assert_eq(&screen(QUIZ, &[first(), both(), Action::Next]));
}

#[test]
fn swipe() {
    expect_file!["render/swipe.html"].assert_eq(&screen(QUIZ, &[first(), both(), Action::Next, Action::NotSure]));
}

#[test]
fn result() {
    let moves = [first(), both(), Action::Next, Action::NotSure, Action::Choose(Answer::PASS)];
    expect_file!["render/result.html"].assert_eq(&screen(QUIZ, &moves));
}

#[test]
fn result_on_its_way() {
    let moves = [first(), both(), Action::Next, Action::NotSure, Action::Choose(Answer::PASS)];
    expect_file!["render/waiting.html"].assert_eq(&screen_with(QUIZ, &moves, Arrival::Coming));
    expect_file!["render/failed.html"].assert_eq(&screen_with(QUIZ, &moves, Arrival::Failed));
    let card = screen(QUIZ, &moves[..1]);
    assert_eq!(screen_with(QUIZ, &moves[..1], Arrival::Failed), card, "nobody misses it before the last card");
}

#[test]
fn tie() {
    let quiz = QUIZ.replace("\"flour\"", "\"nothing\"").replace("{ \"baker\": 1 }", "{}");
    let moves = [
        Action::Choose(Answer::one(1)),
        Action::Pick(Some(Answer::one(0))),
        Action::Next,
        Action::NotSure,
        Action::Choose(Answer::PASS),
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
    let html = screen(BRANCHES, &[Action::Choose(Answer::one(1))]);
    assert!(html.contains("Nights at sea?") && !html.contains("How early?"), "{html}");
    assert!(html.contains("Question 2 of 2") && html.contains("About your day"), "{html}");
}

#[test]
fn a_tie_brings_up_the_tie_break() {
    let level = [Action::Choose(Answer::one(2)), Action::Choose(Answer::PASS)];
    let html = screen(BRANCHES, &level);
    assert!(html.contains("Bread or fish?") && html.contains("Question 3 of 3"), "{html}");
    let broken = [level[0], level[1], Action::Choose(Answer::one(1))];
    expect_file!["render/branches.html"].assert_eq(&screen(BRANCHES, &broken));
}

/// A text with names in braces on the result, once as a title and once as a word of the widget; and the number of
/// warnings for each.
fn said_twice(text: &str) -> ([String; 2], [usize; 2]) {
    let quiz = serde_json::json!({
        "version": 1, "title": "Quiz", "intro": { "show": "off" },
        "careers": [{ "id": "a", "title": text }], "words": { "restart": text },
        "cards": [{ "id": "q", "kind": "single", "prompt": "?", "options": [{ "id": "x", "label": "X", "points": { "a": 1 } }, { "id": "y", "label": "Y" }] }],
    });
    let loaded = load(&quiz.to_string(), Audience::Author).expect("the quiz is fine");
    let warned = |place: &str| {
        let known = ["unknown-placeholder", "open-brace"];
        let of = |it: &&Problem| it.path.to_string().starts_with(place) && known.contains(&it.code());
        loaded.warnings.iter().filter(of).count()
    };
    let warnings = [warned("careers"), warned("words")];
    let mut words = vec![String::new(); WORDS.len() + 1];
    words[WORDS.iter().position(|it| *it == "restart").expect("a word")] = text.to_owned();
    let facts = ["?who", "Ada", "plan", "gold"].map(str::to_owned).to_vec();
    let pairs = |name: &str, value: &str| vec![(name.to_owned(), value.to_owned())];
    let speech = Speech {
        words: Some(Words::new(words, facts)),
        context: Some(TemplateContext {
            params: pairs("who", "Ada"),
            fields: pairs("plan", "gold"),
            ..TemplateContext::default()
        }),
        rich: false,
    };
    let quiz = QuizView::speaking(loaded.config, speech);
    let state = State::new(&quiz, 0).after(&quiz, first()).expect("there is an answer");
    let props = yew::props!(CareerMatcherProps { quiz, state: Some(state) });
    let html = LocalServerRenderer::<CareerMatcher>::with_props(props).hydratable(false).render();
    let html = futures::executor::block_on(html);
    let (_, title) = html.split_once("cm-title\"").expect("a title");
    let (_, button) = html.rsplit_once("<span").expect("a button's words");
    let words = |html: &str| {
        let (_, text) = html.split_once('>').expect("a tag ends");
        text.split('<').next().unwrap_or_default().to_owned()
    };
    ([words(title), words(button)], warnings)
}

#[test]
fn braces_that_are_meant_are_shown() {
    let ([title, word], warnings) = said_twice("Back, {{who}}, {param:who|you}, {field:plan} {param:no|you}");
    assert_eq!((title.as_str(), warnings), ("Back, {who}, Ada, gold you", [0, 0]));
    assert_eq!(word, title);
}

proptest::proptest! {
    #![proptest_config(proptest::prelude::ProptestConfig { cases: 128, ..Default::default() })]

    /// A text gives the same output in both positions, and `check` gives the same warnings.
    #[test]
    fn braces_are_filled_alike(
        pieces in proptest::collection::vec(
            proptest::sample::select(vec![
                "{", "}", "{{", "}}", "{param:who}", "{ param : who | you }", "{field:plan|no}", "{nobody}", "{nobody|x}",
                "{1}", "{ \"a\": 1 }", "param", "field:", "who", "|", ":", " ", "x", "é", "\\",
            ]),
            0..9,
        ),
    ) {
        let ([title, word], warnings) = said_twice(&["T ", &pieces.concat(), "."].concat());
        proptest::prop_assert_eq!(title, word);
        proptest::prop_assert_eq!(warnings[0], warnings[1]);
    }
}
