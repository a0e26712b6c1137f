//! Numbers, counts and sizes, with their limits.

use career_matcher::config::{Audience, load};
use expect_test::expect;
use serde_json::{Value, json};

use crate::{check_with, with};

#[test]
fn counts_and_ranges() {
    check_with(
        "/version",
        json!(2),
        expect!["unknown-version version: version 2 is not supported; write `1`, or use a newer career-matcher"],
    );
    check_with(
        "/cards",
        json!([]),
        expect![[r#"
        no-cards cards: a quiz needs at least one card
        no-points careers[0]: no answer counts for or against `baker`, so it can't be matched; give it points
        no-points careers[1]: no answer counts for or against `diver`, so it can't be matched; give it points"#]],
    );
    check_with(
        "/cards/0/options",
        json!([]),
        expect!["no-options cards[0].options: at least two options are needed"],
    );
    check_with("/cards/2/steps", json!(1), expect!["out-of-range cards[2].steps: 1 is out of range; use 2 to 21"]);
    check_with("/cards/1/max", json!(9), expect!["out-of-range cards[1].max: 9 is out of range; use 1 to 3"]);
    check_with(
        "/cards/1/min",
        json!(3),
        expect!["min-over-max cards[1].min: `min` (3) is larger than `max` (2); swap them"],
    );
    check_with(
        "/cards/3/points/baker",
        json!(1e9),
        expect!["out-of-range cards[3].points.baker: 1000000000 is out of range; use -1000000 to 1000000"],
    );
    let many: Vec<_> = (0..65).map(|i| json!({ "id": i.to_string(), "label": format!("x{i}") })).collect();
    check_with(
        "/cards/1/options",
        json!(many),
        expect!["too-many cards[1].options: 65 options are too many; the limit is 64"],
    );
}

#[test]
fn what_the_widget_can_not_carry() {
    let long = with("/title", Some(json!("x".repeat(2 * 1024 * 1024))));
    let problems = load(&long, Audience::Visitor).expect_err("it is too large");
    expect!["config-too-large"].assert_eq(problems[0].code());
    // The command line plays it, and says that pages won't.
    let loaded = load(&long, Audience::Author).expect("authors can play it");
    let codes: Vec<_> = loaded.warnings.iter().map(|it| (it.code(), it.is_error())).collect();
    assert_eq!(codes, [("long-text", false), ("config-too-large", false)]);
    let longer = with("/title", Some(json!("x".repeat(50 * 1024 * 1024))));
    assert_eq!(load(&longer, Audience::Author).expect_err("it is too large")[0].code(), "config-too-large");
    let nested = |depth: usize| {
        let mut condition = json!({ "card": "hour", "is": "late" });
        for _ in 0..depth {
            condition = json!({ "not": condition });
        }
        with("/cards/1/when", Some(condition))
    };
    // A quiz, its cards, one of them and the innermost condition are four.
    assert!(load(&nested(60), Audience::Author).is_ok());
    for audience in [Audience::Author, Audience::Visitor] {
        let problems = load(&nested(61), audience).expect_err("it is too deep");
        assert_eq!(problems[0].code(), "too-many");
    }
}

#[test]
fn counts_of_everything() {
    let many = |count: usize, item: Value| Value::from(vec![item; count]);
    let told = |pointer: &str, value: Value| {
        let told = match load(&with(pointer, Some(value)), Audience::Author) {
            Ok(loaded) => loaded.warnings,
            Err(problems) => problems,
        };
        let told = told.into_iter().filter(|it| it.code() == "too-many").map(|mut it| {
            it.position = None;
            it.to_string()
        });
        told.collect::<Vec<_>>().join("\n")
    };
    let group = |i: usize| json!({ "id": i.to_string(), "title": "x" });
    let cta = json!({ "label": "x", "href": "/" });
    let persona = json!({ "name": "x", "answers": {} });
    let condition = json!({ "card": "hour", "is": "late" });
    let rule = json!({ "when": condition, "reason": "x" });
    let parameters: Value = (0..101).map(|i| (i.to_string(), json!("x"))).collect::<serde_json::Map<_, _>>().into();
    let languages: Value = (0..101).map(|i| (format!("de-x{i}"), json!({}))).collect::<serde_json::Map<_, _>>().into();
    let all = [
        told("/groups", (0..101).map(group).collect()),
        told("/cta", many(21, cta.clone())),
        told("/careers/1/cta", many(21, cta)),
        told("/careers/1/tools", many(101, json!("x"))),
        told("/careers/1/require", many(101, rule)),
        told("/personas", many(1_001, persona)),
        told("/links", json!({ "add": parameters, "pass": many(101, json!("x")) })),
        told("/result", json!({ "sections": many(8, json!("cta")) })),
        told("/cards/1/when", json!({ "not": { "any": many(101, condition) } })),
        told("/cards/1/when", json!({ "card": "hour", "anyOf": many(65, json!("late")) })),
        told("/locales", languages),
    ];
    expect![[r#"
        groups: 101 groups are too many; the limit is 100
        cta: 21 calls to action are too many; the limit is 20
        careers[1].cta: 21 calls to action are too many; the limit is 20
        careers[1].tools: 101 tools are too many; the limit is 100
        careers[1].require: 101 rules are too many; the limit is 100
        personas: 1001 personas are too many; the limit is 1000
        links.add: 101 parameters are too many; the limit is 100
        links.pass: 101 parameters are too many; the limit is 100
        result.sections: 8 sections are too many; the limit is 7
        cards[1].when.not.any: 101 conditions are too many; the limit is 100
        cards[1].when.anyOf: 65 answers are too many; the limit is 64
        locales: 101 languages are too many; the limit is 100"#]]
    .assert_eq(&all.join("\n"));
    assert_eq!(told("/groups", (0..100).map(group).collect()), "");
}
