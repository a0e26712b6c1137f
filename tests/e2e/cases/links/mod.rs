//! Which quiz a link or an entry in storage belongs to, and how a link can change on its way: each belongs to one quiz,
//! and a message reports everything that can't be restored.

mod addresses;
mod owners;
mod sharing;

use serde_json::{Value, json};

use super::Case;
use crate::{page::Page, spot::inside};

pub fn cases() -> Vec<Case> {
    [owners::cases(), addresses::cases(), sharing::cases()].into_iter().flatten().collect()
}

/// Three questions about two careers, whose ids all end like this.
fn quiz(title: &str, end: &str) -> Value {
    let options = |card: usize| {
        json!([
            { "id": format!("l{end}"), "label": format!("Left {card}"), "points": { (format!("a{end}")): 2 } },
            { "id": format!("r{end}"), "label": format!("Right {card}"), "points": { (format!("b{end}")): 1 } },
        ])
    };
    let card = |card: usize| json!({ "id": format!("q{card}{end}"), "kind": "single", "prompt": format!("{title} {card}?"), "options": options(card) });
    json!({
        "version": 1, "title": title, "keep": { "resume": "local" },
        "careers": [{ "id": format!("a{end}"), "title": format!("{title} a") }, { "id": format!("b{end}"), "title": format!("{title} b") }],
        "cards": [card(1), card(2), card(3)],
    })
}

fn element(quiz: &Value) -> String {
    format!(r#"<career-matcher><script type="application/json">{quiz}</script></career-matcher>"#)
}

/// Answers the first cards of a widget with the left choice.
fn answer(page: &Page, widget: usize, title: &str, cards: std::ops::RangeInclusive<usize>) {
    for card in cards {
        page.wait_text(inside(".cm-prompt").of(widget), &format!("{title} {card}?"));
        page.click(inside(".cm-choice").of(widget).saying(&format!("Left {card}")));
    }
}

/// Opens a page on which a widget must start with this card and without a notice.
fn begins(page: &Page, path: &str, prompt: &str) {
    page.open(path);
    page.ready();
    page.wait_text(inside(".cm-prompt"), prompt);
    assert_eq!(page.count(inside(".cm-notice")), 0, "{:?}", page.texts(inside(".cm-notice")));
}

/// The codes that the first widget with a result offers: without answers, and with them.
fn codes(page: &Page, widget: usize) -> [String; 2] {
    let links = page.eval(&format!(
        "__all({{ widget: {widget}, selector: '.cm-keep input', text: null }}).map((it) => it.value)"
    ));
    [0, 1].map(|at| {
        let link = links[at].as_str().expect("a link");
        link.split_once('#').expect("a fragment").1.to_owned()
    })
}

fn play(page: &Page, widget: usize, title: &str) {
    answer(page, widget, title, 1..=3);
    page.wait_text(inside(".cm-winner .cm-title").of(widget), &format!("{title} a"));
}
