//! All kinds of pages and apps in which people embed a quiz.

mod apps;
mod documents;
mod files;
mod pages;

use serde_json::{Value, json};

pub use apps::app;
pub use documents::blocks;

use super::Case;
use crate::{
    page::Page,
    spot::{choice, inside},
};

pub fn cases() -> Vec<Case> {
    [pages::cases(), files::cases(), apps::cases(), documents::cases()].into_iter().flatten().collect()
}

/// A quiz with three cards.
pub fn quiz() -> Value {
    let card = |at: usize| {
        json!({ "id": format!("c{at}"), "kind": "single", "prompt": format!("Question {at}?"), "options": [
            { "id": "x", "label": "This", "points": { "one": 1 } }, { "id": "y", "label": "That", "points": { "two": 1 } },
        ] })
    };
    json!({
        "version": 1, "title": "A quiz", "intro": { "show": "off" },
        "careers": [{ "id": "one", "title": "Career one" }, { "id": "two", "title": "Career two" }],
        "cards": (1..=3).map(card).collect::<Vec<_>>(),
    })
}

fn element() -> String {
    format!(r#"<career-matcher><script type="application/json">{}</script></career-matcher>"#, quiz())
}

/// Plays from one card to the result; the console stays empty.
pub fn plays(page: &Page, from: usize) {
    for card in from..=3 {
        page.wait_text(inside(".cm-prompt"), &format!("Question {card}?"));
        page.click(choice("That"));
    }
    page.wait_text(inside(".cm-winner .cm-title"), "Career two");
    for level in ["error", "warn"] {
        assert_eq!(page.lines(level), [""; 0]);
    }
}
