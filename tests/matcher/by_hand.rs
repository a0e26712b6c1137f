//! Quizzes whose bounds and verdicts are worked out by hand.

use career_matcher::{
    config::{Audience, load, model::Verdict},
    matcher::{Answer, Matcher},
};
use serde_json::{Value, json};

use crate::arithmetic::near;

/// Bounds of a quiz in points, which the arithmetic here would need too long for.
fn check_bounds(cards: Value, least: f64, most: f64) {
    let config = json!({
        "version": 1, "title": "x", "matching": { "score": "raw" },
        "careers": [{ "id": "a", "title": "x" }, { "id": "b", "title": "x" }],
        "cards": cards,
    });
    let loaded = load(&config.to_string(), Audience::Author).unwrap_or_else(|problems| panic!("{problems:?}"));
    let bounds = Matcher::new(&loaded.config).bounds(0);
    assert!(near(bounds.least, least) && near(bounds.most, most), "{bounds:?}: {least} {most}");
}

fn option(id: usize, points: f64) -> Value {
    json!({ "id": format!("o{id}"), "label": "x", "points": { "a": points } })
}

fn card(id: usize, kind: &str, points: &[f64], when: &Value) -> Value {
    let options: Vec<_> = points.iter().enumerate().map(|(id, points)| option(id, *points)).collect();
    let mut card = json!({ "id": format!("q{id}"), "kind": kind, "prompt": "x", "options": options });
    if !when.is_null() {
        card["when"] = when.clone();
    }
    card
}

#[test]
fn twelve_gates_in_a_row_are_followed_exactly() {
    // Each gate takes a point for letting the next one pass, and the last card gives a hundred.
    let gate = |id: usize| {
        let when = if id == 0 { Value::Null } else { json!({ "card": format!("q{}", id - 1), "is": "o3" }) };
        card(id, "single", &[1.0, 1.0, 1.0, -1.0, 1.0, 1.0], &when)
    };
    let mut cards: Vec<_> = (0..12).map(gate).collect();
    cards.push(card(12, "single", &[100.0, 100.0], &json!({ "card": "q11", "is": "o3" })));
    // Through all gates: -12 + 100. A hidden card counts as its mean: 4/6 a gate, 100 the last one, seen or not.
    let mean = 4.0 / 6.0;
    check_bounds(cards.into(), -12.0 + 100.0, 1.0 + 11.0 * mean + 100.0);
}

#[test]
fn ten_gates_before_one_card_are_followed_exactly() {
    let mut cards: Vec<_> = (0..10).map(|id| card(id, "single", &[0.0, 0.0, 0.0, 0.0, 1.0], &Value::Null)).collect();
    let all: Vec<_> = (0..10).map(|id| json!({ "card": format!("q{id}"), "is": "o1" })).collect();
    cards.push(card(10, "single", &[-5.0, 40.0], &json!({ "all": all })));
    // Shown, the last card gives -5 or 40; hidden, 17.5, and each gate up to 1.
    check_bounds(cards.into(), -5.0, 40.0);
}

#[test]
fn a_gate_with_many_options_and_few_picks_takes_no_time() {
    let worth: Vec<_> = (0..60).map(f64::from).collect();
    let mut skills = card(0, "multiple", &worth, &Value::Null);
    skills["max"] = json!(3);
    let when = json!({ "card": "q0", "is": "o7" });
    let third = card(2, "single", &[0.0, 50.0], &json!({ "card": "q0", "atLeast": 3 }));
    let cards = vec![skills, card(1, "single", &[100.0, 300.0], &when), third];
    // Hidden, the second card counts 200 and the third 25: three low picks with the eighth among them come cheapest.
    check_bounds(cards.into(), 0.0 + 1.0 + 7.0 + 100.0 + 0.0, 59.0 + 58.0 + 7.0 + 300.0 + 50.0);
}

/// What no answer counts for is no result: cards that are skipped, cards that count for nobody, rules that change nothing.
#[test]
fn nothing_to_go_by() {
    let option = |id: &str, points: Value| json!({ "id": id, "label": id, "points": points });
    let card = |id: &str, points: Value| json!({ "id": id, "kind": "single", "prompt": id, "options": [option("x", points), option("y", json!({}))] });
    let rule = json!([{ "when": { "card": "gate", "is": "x" }, "reason": "Not with x" }]);
    let quiz = json!({
        "version": 1, "title": "A quiz",
        "careers": [{ "id": "a", "title": "A", "exclude": rule }, { "id": "b", "title": "B" }],
        "cards": [card("idle", json!({})), card("tells", json!({ "a": 1 })), card("gate", json!({}))],
    });
    let loaded = load(&quiz.to_string(), Audience::Visitor).unwrap_or_else(|problems| panic!("{problems:?}"));
    let matcher = Matcher::new(&loaded.config);
    let (x, y) = (Some(Answer::one(0)), Some(Answer::one(1)));
    let verdict = |answers: [Option<Answer>; 3]| matcher.outcome(&answers.to_vec()).verdict;
    assert_eq!(verdict([None, None, None]), Verdict::Nothing);
    assert_eq!(verdict([x, None, None]), Verdict::Nothing, "that card counts for nobody");
    assert_eq!(verdict([None, None, y]), Verdict::Nothing, "all stay in");
    assert_ne!(verdict([None, None, x]), Verdict::Nothing, "one is kept out");
    // Picks that are worth the same to all add up.
    let several = json!({ "id": "idle", "kind": "multiple", "prompt": "idle", "max": 2,
        "options": [option("x", json!({ "a": 1, "b": 1 })), option("y", json!({ "a": 1, "b": 1 }))] });
    let mut other = quiz.clone();
    other["cards"][0] = several;
    let loaded = load(&other.to_string(), Audience::Visitor).unwrap_or_else(|problems| panic!("{problems:?}"));
    let found = Matcher::new(&loaded.config).outcome(&vec![x, None, None]).verdict;
    assert_ne!(found, Verdict::Nothing, "one pick or two make a difference");
    assert_ne!(
        verdict([None, y, None]),
        Verdict::Nothing,
        "an answer without points is one, where another has some"
    );
}
