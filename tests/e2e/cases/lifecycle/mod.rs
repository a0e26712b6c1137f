//! Elements are added, moved, idle and removed: nothing leaks, nothing is lost, nothing happens too early.

mod elements;
mod idle;
mod moves;
mod shifts;

use serde_json::{Value, json};

use super::Case;

pub fn cases() -> Vec<Case> {
    [elements::cases(), moves::cases(), idle::cases(), shifts::cases()].into_iter().flatten().collect()
}

pub(super) fn quiz(cards: usize) -> Value {
    let card = |at: usize| {
        json!({ "id": format!("c{at}"), "kind": "single", "prompt": format!("Question {at}?"), "options": [
            { "id": "x", "label": "This", "points": { "one": 1 } }, { "id": "y", "label": "That", "points": { "two": 1 } },
        ] })
    };
    json!({
        "version": 1, "title": "A quiz", "intro": { "show": "off" },
        "careers": [{ "id": "one", "title": "Career one" }, { "id": "two", "title": "Career two" }],
        "cards": (1..=cards).map(card).collect::<Vec<_>>(),
    })
}

fn script(cards: usize) -> String {
    format!(r#"<script type="application/json">{}</script>"#, quiz(cards))
}

fn element(cards: usize) -> String {
    format!("<career-matcher>{}</career-matcher>", script(cards))
}
