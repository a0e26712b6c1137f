//! Every way a config can be wrong, and the whole message that says so.

mod fields;
mod limits;
mod shape;
mod theme;

use career_matcher::config::{Audience, load};
use expect_test::{Expect, expect};
use serde_json::{Value, json};

/// A small quiz with a card of each kind.
fn quiz() -> Value {
    json!({
        "version": 1,
        "title": "Which one?",
        "careers": [
            { "id": "baker", "title": "Baker", "cta": [{ "label": "Go", "href": "/bake" }] },
            { "id": "diver", "title": "Diver" }
        ],
        "cards": [
            { "id": "hour", "kind": "single", "prompt": "When?", "options": [
                { "id": "early", "label": "Early", "points": { "baker": 3 } },
                { "id": "late", "label": "Late", "points": { "diver": 2 } }
            ] },
            { "id": "likes", "kind": "multiple", "prompt": "What?", "max": 2, "options": [
                { "id": "bread", "label": "Bread", "points": { "baker": 2 } },
                { "id": "fish", "label": "Fish", "points": { "diver": 2 } },
                { "id": "rest", "label": "Rest" }
            ] },
            { "id": "depth", "kind": "scale", "prompt": "How deep?", "low": "Dry", "high": "Deep",
              "points": { "diver": 2 } },
            { "id": "flour", "kind": "swipe", "prompt": "Flour?", "points": { "baker": 1 } }
        ]
    })
}

/// The quiz with one value replaced, or removed where there is none.
fn with(pointer: &str, value: Option<Value>) -> String {
    let mut quiz = quiz();
    let (parent, key) = pointer.rsplit_once('/').expect("a pointer begins with a slash");
    let parent = quiz.pointer_mut(parent).expect("the parent is there");
    match (parent, value) {
        (Value::Object(map), Some(value)) => drop(map.insert(key.to_owned(), value)),
        (Value::Object(map), None) => drop(map.remove(key)),
        (Value::Array(list), Some(value)) => list[key.parse::<usize>().expect("an index")] = value,
        _ => panic!("nothing at {pointer}"),
    }
    quiz.to_string()
}

/// Reads the text as an author and compares all that is said: code, path and words, without the place.
fn check(text: &str, expected: Expect) {
    let problems = match load(text, Audience::Author) {
        Ok(loaded) => loaded.warnings,
        Err(problems) => problems,
    };
    let lines: Vec<_> = problems
        .into_iter()
        .map(|mut problem| {
            let code = problem.code();
            assert!(problem.position.take().is_some_and(|place| place.line > 0 && place.column > 0) || text.is_empty());
            format!("{code} {problem}")
        })
        .collect();
    expected.assert_eq(&lines.join("\n"));
}

fn check_with(pointer: &str, value: Value, expected: Expect) {
    check(&with(pointer, Some(value)), expected);
}

#[test]
fn a_good_quiz_has_no_problem() {
    check(&quiz().to_string(), expect![""]);
}

#[test]
fn all_problems_at_once() {
    let mut quiz = quiz();
    quiz["title"] = json!("");
    quiz["cards"][0]["prompt"] = json!("");
    quiz["theme"] = json!({ "accent": "#12" });
    check(
        &quiz.to_string(),
        expect![[r#"
            blank-text title: the title is blank; write it between the quotes
            blank-text cards[0].prompt: the question is blank; write it between the quotes
            bad-colour theme.accent: `#12` is not a colour; write it like `#3b5bdb`"#]],
    );
}

#[test]
fn every_example_is_fine() {
    for entry in std::fs::read_dir("examples").expect("there are examples") {
        let path = entry.expect("a folder can be read").path();
        if path.extension().is_some_and(|it| it == "json") {
            let text = std::fs::read_to_string(&path).expect("a file can be read");
            let loaded = load(&text, Audience::Author).unwrap_or_else(|problems| panic!("{path:?}: {problems:#?}"));
            assert_eq!(loaded.warnings, [], "{path:?}");
        }
    }
}
