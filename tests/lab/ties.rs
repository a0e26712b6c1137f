//! Early results compared with tied full results: the order in the file makes no difference.

use super::quiz;
use career_matcher::{
    lab::{self, Interview, interview},
    matcher::Answer,
};
use serde_json::{Value, json};

/// Only the first card is asked; on both cards the visitor picks the first option, which gives these points.
fn asked_one(careers: &[String], first: Value, second: Value) -> Interview {
    let careers: Value = careers.iter().map(|id| json!({ "id": id, "title": id })).collect();
    let card = |id: &str, points: &Value| {
        let options = json!([{ "id": "yes", "label": "x", "points": points }, { "id": "no", "label": "x" }]);
        json!({ "id": id, "kind": "single", "prompt": "x", "options": options })
    };
    let quiz = quiz(
        &json!({
            "version": 1, "title": "x", "careers": careers, "matching": { "score": "raw" },
            "cards": [card("q0", &first), card("q1", &second)], "flow": { "max": 1 },
        })
        .to_string(),
    );
    interview(&quiz, &vec![Some(Answer::one(0)); 2], 1)
}

fn ids(list: &[&str]) -> Vec<String> {
    list.iter().map(|id| (*id).to_owned()).collect()
}

#[test]
fn a_career_that_is_tied_first_after_all_cards_is_kept() {
    let (first, second) = (json!({ "b": 4 }), json!({ "a": 4 }));
    for careers in [ids(&["a", "b"]), ids(&["b", "a"])] {
        let told = asked_one(&careers, first.clone(), second.clone());
        assert_eq!((told.level, told.same_first, told.agrees), ((1, 2), true, true), "{careers:?}");
    }
    let lost = asked_one(&ids(&["a", "b"]), first, json!({ "a": 5 }));
    assert_eq!((lost.level, lost.agrees), ((1, 1), false));
}

#[test]
fn a_tie_across_the_tenth_place_lies_within_the_first_ten() {
    // After all cards nine careers are first and four share the tenth place.
    let mut second: serde_json::Map<_, _> = (0..9).map(|it| (format!("c{it}"), json!(9))).collect();
    second.extend((9..12).map(|it| (format!("c{it}"), json!(5))));
    let mut careers: Vec<_> = (0..60).map(|it| format!("c{it}")).collect();
    for _ in 0..2 {
        let told = asked_one(&careers, json!({ "c59": 5 }), Value::Object(second.clone()));
        assert_eq!((told.level, told.same_first, told.agrees), ((1, 9), false, true));
        careers.reverse();
    }
    second.insert("c12".to_owned(), json!(6));
    assert!(
        !asked_one(&careers, json!({ "c59": 5 }), Value::Object(second)).agrees,
        "that is the eleventh place"
    );
}

#[test]
fn sums_count_ties_and_know_what_was_said() {
    let mut sum = lab::Calibrated::default();
    let told = asked_one(&ids(&["a", "b"]), json!({ "b": 4 }), json!({ "a": 4 }));
    for confidence in [0.25, 0.75] {
        sum.add(&Interview { confidence, ..told.clone() });
    }
    assert_eq!((sum.ties(), sum.mean_confidence(), sum.same_first()), ((0, 2), 0.5, 1.0));
}
