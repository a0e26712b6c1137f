//! Ids, texts, links, pictures and the settings of a quiz.

use expect_test::expect;
use serde_json::{Value, json};

use crate::{check, check_with, quiz, with};

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
