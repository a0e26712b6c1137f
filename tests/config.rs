//! Every problem of a config, with its full message.

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

/// The quiz with one value replaced, or removed for `None`.
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

/// Loads the text as an author and compares all problems: code, path and message, without the position.
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
fn ids() {
    check_with(
        "/careers/1/id",
        json!("baker"),
        expect![
            "duplicate-id careers[1].id: `baker` is used twice, first in line 1, column 52; rename one of the two to `diver`, because line 1 uses that id"
        ],
    );
    check_with(
        "/cards/0/options/1/id",
        json!("early"),
        expect![
            "duplicate-id cards[0].options[1].id: `early` is used twice, first in line 1, column 219; give each its own id"
        ],
    );
    check_with(
        "/cards/0/id",
        json!("a b"),
        expect![
            "bad-id cards[0].id: `a b` can't be an id; write `a-b`: an id contains only letters, digits, `-`, `_` and `.`"
        ],
    );
    check_with(
        "/cards/3/points",
        json!({ "bake": 1 }),
        expect!["unknown-career cards[3].points.bake: no career has the id `bake`; did you mean `baker`?"],
    );
    let twice = quiz().to_string().replacen(r#"{"diver":2}"#, r#"{"diver":2,"diver":1}"#, 1);
    check(
        &twice,
        expect![
            "repeated-key cards[0].options[1].points.diver: `diver` appears twice in the same `{ }`, first in line 1, column 303; keep one of them"
        ],
    );
}

#[test]
fn texts_links_and_colours() {
    check_with("/title", json!("  "), expect!["blank-text title: the title is blank; write it between the quotes"]);
    check_with(
        "/careers/0/cta/0/href",
        json!("javascript:alert(1)"),
        expect![
            "bad-link careers[0].cta[0].href: the widget can't open `javascript:alert(1)`; use `https:`, `mailto:`, `tel:` or an address on your site"
        ],
    );
    check_with(
        "/theme",
        json!({ "accent": "blue" }),
        expect!["bad-colour theme.accent: `blue` is not a supported colour; did you mean `#0000ff`?"],
    );
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
fn places_point_into_the_text() {
    let text = "{\n  \"version\": 1,\n  \"title\": \"x\",\n  \"careers\": [],\n  \"cards\": [{ \"id\": \"é\", \"kind\": 5 }]\n}";
    let problem = load(text, Audience::Author).expect_err("it is wrong").remove(0);
    assert_eq!(
        problem.to_string(),
        "cards[0].kind: line 5, column 34: expected text, found a number; put it in quotes"
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

#[test]
fn filters_and_calibration() {
    let broken = |pointer: &str, value: Value| with(pointer, Some(value));
    let filters = json!([{ "id": "training", "title": "Training", "values": [
        { "id": "short", "title": "Short" }, { "id": "long", "title": "Long" }
    ] }]);
    let mut quiz: Value = serde_json::from_str(&broken("/filters", filters)).expect("JSON");
    quiz["careers"][0]["filters"] = json!({ "training": "shrot", "place": "sea" });
    check(
        &quiz.to_string(),
        expect![[r#"
        unknown-filter careers[0].filters.training: no value has the id `shrot`; did you mean `short`?
        unknown-filter careers[0].filters.place: no filter has the id `place`; add it under `filters` or remove it here"#]],
    );
    quiz["careers"][0]["filters"] = json!({ "training": "short" });
    quiz["careers"][1]["filters"] = json!({ "training": "long" });
    quiz["calibration"] = json!({ "answers": 100, "cards": { "hour": { "mean": [0.5], "factors": [[1]] } } });
    check(
        &quiz.to_string(),
        expect![
            "stale-calibration calibration: the calibration no longer fits the cards and is ignored; run `career-matcher calibrate` again"
        ],
    );
}

#[test]
fn order_and_stop() {
    check(
        &with("/flow", Some(json!({ "order": "adaptiv", "stop": "sure" }))),
        expect![[r#"
            unknown-word flow.order: `adaptiv` is not known here; did you mean `adaptive`?
            unknown-word flow.stop: `sure` is not known here; use `none`, `certain` or `confident`"#]],
    );
    check(
        &with("/flow", Some(json!({ "confidence": 1.5, "min": 9, "max": 3 }))),
        expect![[r#"
            not-positive flow.confidence: out of range; use a number above 0 and up to 1
            min-over-max flow.min: `min` (9) is larger than `max` (3); swap them"#]],
    );
    check(
        &with("/flow", Some(json!({ "min": 0, "max": 0 }))),
        expect!["not-positive flow.min: out of range; use a number above 0 and up to 500"],
    );
}

#[test]
fn what_visitors_keep() {
    check(
        &with("/keep", Some(json!({ "resume": "forever", "shares": true }))),
        expect![[r#"
            unknown-word keep.resume: `forever` is not known here; use `off`, `session` or `local`
            unknown-field keep.shares: unknown field `shares`; did you mean `share`?"#]],
    );
}

#[test]
fn pictures() {
    check(
        &with("/cards/0/options/0/image", Some(json!("javascript:x"))),
        expect![
            "bad-link cards[0].options[0].image: the widget can't open `javascript:x`; use `https:`, `mailto:`, `tel:` or an address on your site"
        ],
    );
    check(
        &with("/cards/0/options/0/image", Some(json!("tel:123"))),
        expect![
            "bad-link cards[0].options[0].image: the widget can't open `tel:123`; use `https:`, `mailto:`, `tel:` or an address on your site"
        ],
    );
    check(
        &with("/cards/0/options/0/image", Some(json!("/bread.jpg"))),
        expect![[
            r#"missing-field cards[0].options[0]: `imageAlt` is missing; describe the picture in words, or write `""` if it is only decoration"#
        ]],
    );
}

#[test]
fn every_pair_that_is_drawn_can_be_read() {
    let told = |theme: &str| {
        let text = format!(
            r#"{{ "version": 1, "title": "Q", "careers": [{{ "id": "a", "title": "A" }}], "theme": {theme}, "cards": [{{ "id": "x",
            "kind": "swipe", "prompt": "P", "points": {{ "a": 1 }} }}] }}"#
        );
        let loaded = load(&text, Audience::Author).expect("contrast is a warning");
        loaded.warnings.iter().map(|it| it.path.to_string()).collect::<Vec<_>>().join(" ")
    };
    assert_eq!(told(r##"{ "accent": "#ffdd00" }"##), "", "light accents are made darker where they are marks");
    assert_eq!(told(r##"{ "surface": "#888888" }"##), "theme.ink theme.soft theme.alert theme.accent");
    assert_eq!(told(r##"{ "soft": "#757575" }"##), "theme.soft", "fine on white, but not on the tint");
    assert_eq!(
        told(r##"{ "dark": { "surface": "#777777" } }"##),
        "theme.dark.surface",
        "no light accent can be read on it"
    );
    assert_eq!(told(r##"{ "soft": "#7f7a93" }"##), "theme.soft");
    assert_eq!(told(r##"{ "preset": "soft", "accent": "#3b5bdb" }"##), "", "the preset's own colours can be read");
    assert_eq!(told(r##"{ "dark": { "ink": "#898989" } }"##), "", "fine on the usual dark");
    assert_eq!(
        told(r##"{ "preset": "soft", "dark": { "ink": "#898989" } }"##),
        "theme.dark.ink",
        "but not on this one's"
    );
}

#[test]
fn what_the_widget_can_not_carry() {
    let long = with("/title", Some(json!("x".repeat(2 * 1024 * 1024))));
    let problems = load(&long, Audience::Visitor).expect_err("it is too large");
    expect!["config-too-large"].assert_eq(problems[0].code());
    // The command line plays it, and warns that pages do not.
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
    // The quiz, its cards, one card and the innermost condition are four levels.
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
