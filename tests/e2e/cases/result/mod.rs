//! What a visitor can do with a result: open the reasons, compare careers, change an answer and see what moves.

mod answers;
mod lists;
mod models;
mod translated;

use serde_json::{Value, json};

use super::Case;
use crate::{
    host,
    page::Page,
    spot::{choice, inside},
};

pub fn cases() -> Vec<Case> {
    [answers::cases(), models::cases(), lists::cases(), translated::cases()]
        .into_iter()
        .flatten()
        .collect()
}

/// A quiz with two questions about three careers.
fn quiz() -> Value {
    let option = |id: &str, points: Value| json!({ "id": id, "label": format!("The {id} one"), "points": points });
    let career = |id: &str| json!({ "id": id, "title": format!("Job {id}"), "day": format!("A day of {id}.") });
    json!({
        "version": 1, "title": "A quiz",
        "careers": [career("a"), career("b"), career("c")],
        "cards": [
            { "id": "one", "kind": "single", "prompt": "First?", "options": [
                option("left", json!({ "a": 3, "b": 1 })), option("right", json!({ "b": 3, "c": 2 })),
            ] },
            { "id": "two", "kind": "multiple", "prompt": "Second?", "max": 2, "options": [
                option("red", json!({ "a": 2 })), option("green", json!({ "b": 1 })), option("blue", json!({ "c": 4 })),
            ] },
        ],
    })
}

fn to_the_result(page: &Page, quiz: &Value) {
    open(page, quiz);
    answer(page, "left", "red");
}

fn open(page: &Page, quiz: &Value) {
    page.open_html(host::with(&format!(
        r#"<career-matcher><script type="application/json">{quiz}</script></career-matcher>"#
    )));
    page.ready();
}

/// Answers both questions of the quiz.
fn answer(page: &Page, one: &str, two: &str) {
    page.click(choice(&format!("The {one} one")));
    page.arrive(inside(".cm-prompt"), "Second?");
    page.click(choice(&format!("The {two} one")));
    page.answered();
    page.click(inside(".cm-next"));
    page.arrive_at_result();
}
