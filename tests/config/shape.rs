//! Syntax, shape and names of fields, and the places that messages point to.

use career_matcher::config::{Audience, load};
use expect_test::expect;
use serde_json::json;

use crate::{check, check_with, with};

#[test]
fn syntax_and_shape() {
    check(
        "",
        expect!["config-empty this file is empty; put a quiz into it, for example a copy of one in `examples/`"],
    );
    check("{", expect!["not-json the end is missing; copy the whole quiz, or add `}`"]);
    check("{} x", expect!["not-json the quiz ends before this point; remove the rest"]);
    check("{\"version\": 1e999}", expect!["not-json this number is too large; use at most 1000000"]);
    check("[]", expect!["wrong-type expected something in `{ }`, found a list"]);
    check(
        "{}",
        expect![
            "missing-field this quiz is empty; it needs `version`, `title`, `careers` and `cards`: start from a copy of an example in `examples/`"
        ],
    );
    check_with("/title", json!(3), expect!["wrong-type title: expected text, found a number; put it in quotes"]);
    check_with(
        "/cards/0/options/1/points/diver",
        json!("2"),
        expect!["wrong-type cards[0].options[1].points.diver: this is text; write the number without quotes: `2`"],
    );
    check_with(
        "/cards/1/max",
        json!(1.5),
        expect!["wrong-type cards[1].max: `1.5` is not a whole number; use `1` or `2`"],
    );
    check_with(
        "/cards/2/required",
        json!("no"),
        expect!["wrong-type cards[2].required: this is text; write `false` without quotes"],
    );
    check_with(
        "/cards/0/kind",
        json!("singel"),
        expect!["unknown-word cards[0].kind: `singel` is not known here; did you mean `single`?"],
    );
    check_with(
        "/cards/0/kind",
        json!("dropdown"),
        expect!["unknown-word cards[0].kind: `dropdown` is not known here; did you mean `single`?"],
    );
    check(
        &with("/cards/3/prompt", None),
        expect![[r#"missing-field cards[3]: `prompt` is missing; add `"prompt": "Your question"`"#]],
    );
}

#[test]
fn unknown_fields() {
    check_with(
        "/cards/0/promt",
        json!("x"),
        expect!["unknown-field cards[0].promt: unknown field `promt`; `prompt` is here already, so remove this one"],
    );
    check_with(
        "/flavour",
        json!("x"),
        expect!["unknown-field flavour: unknown field `flavour`; remove it or check its spelling"],
    );
    let loaded =
        load(&with("/flavour", Some(json!({ "deep": [1] }))), Audience::Visitor).expect("a visitor still plays");
    assert_eq!(loaded.warnings.len(), 1);
}

#[test]
fn fields_of_other_kinds() {
    check_with(
        "/cards/0/steps",
        json!(3),
        expect!["stray-field cards[0].steps: a `single` card does not use `steps`; remove it"],
    );
    check(
        &with("/cards/2/low", None),
        expect![[
            r#"missing-field cards[2]: a `scale` card needs `low`, the label of its low end, such as `"low": "Not at all"`"#
        ]],
    );
    check(&with("/cards/3/points", None), expect!["missing-field cards[3]: a `swipe` card needs `points`"]);
}

#[test]
fn places_point_into_the_text() {
    let text = "{\n  \"version\": 1,\n  \"title\": \"x\",\n  \"careers\": [],\n  \"cards\": [{ \"id\": \"é\", \"kind\": 5 }]\n}";
    let problem = load(text, Audience::Author).expect_err("it is wrong").remove(0);
    assert_eq!(
        problem.to_string(),
        "cards[0].kind: line 5, column 34: expected text, found a number; put it in quotes"
    );
}
