//! Accessibility (WCAG 2.2, A and AA). This module: axe-core finds nothing on any screen while a visitor goes through a
//! quiz.

mod keyboard;
mod states;

use std::{env, fs};

use serde_json::{Value, json};

use super::Case;
use crate::{
    engine::Engine,
    host,
    page::Page,
    spot::{choice, inside},
};

/// The axe-core rules to run.
const TAGS: [&str; 6] = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

pub fn cases() -> Vec<Case> {
    let case = |scheme: &'static str| {
        Case::new(format!("a11y::axe_finds_nothing_{scheme}"), move |page: &Page| axe_finds_nothing(page, scheme))
            .only_in(&[Engine::Chromium])
    };
    let mut cases = vec![case("light"), case("dark")];
    cases.extend(states::cases());
    cases.extend(keyboard::cases());
    cases
}

/// All kinds of cards, with every possible text.
fn quiz(intro: &str) -> Value {
    let career = |id: &str| {
        json!({ "id": id, "title": format!("Career {id}"), "summary": "What it is.", "day": "A day.",
            "tools": ["One", "Two"], "firstSteps": "Begin.", "cta": [
                { "label": "See the course", "href": "https://school.example/" },
                { "label": "Ask us", "href": "mailto:school@school.example" }] })
    };
    let option = |id: &str, career: &str| json!({ "id": id, "label": format!("Option {id}"), "points": { career: 2 } });
    let options = [option("x", "one"), option("y", "two"), option("z", "three")];
    json!({
        "version": 1, "title": "A quiz", "intro": { "show": intro, "heading": "Which one?", "body": "Four cards." },
        "careers": [career("one"), career("two"), career("three")],
        "cards": [
            { "id": "a", "kind": "single", "prompt": "One of these?", "note": "A note.", "options": options },
            { "id": "b", "kind": "multiple", "prompt": "Which of these?", "max": 2, "options": options },
            { "id": "c", "kind": "scale", "prompt": "How much?", "low": "Little", "high": "Much", "required": false,
              "points": { "one": 1, "three": -1 } },
            { "id": "d", "kind": "swipe", "prompt": "Like it?", "points": { "one": 1 }, "required": false },
        ],
    })
}

fn axe_finds_nothing(page: &Page, scheme: &str) {
    emulate(page, scheme);
    open(page, &quiz("inline"));
    page.ready();
    assert_clean(page, "first card");
    page.click(inside(".cm-next"));
    page.wait("there is a hint", "__words({ widget: 0, selector: '.cm-hint', text: null })[0]");
    assert_clean(page, "hint");
    page.click(choice("Option x"));
    page.arrive(inside(".cm-prompt"), "Which of these?");
    assert_clean(page, "multiple");
    page.click(choice("Option x"));
    page.click(choice("Option z"));
    page.wait("no more can be picked", "__all({ widget: 0, selector: ':disabled', text: null }).length");
    assert_clean(page, "multiple, full");
    page.answered();
    page.click(inside(".cm-next"));
    page.arrive(inside(".cm-prompt"), "How much?");
    page.click(choice("4"));
    page.wait("a step is checked", "__all({ widget: 0, selector: ':checked', text: null }).length");
    assert_clean(page, "scale");
    page.answered();
    page.click(inside(".cm-next"));
    page.arrive(inside(".cm-prompt"), "Like it?");
    assert_clean(page, "swipe");
    page.click(inside(".cm-choice"));
    page.arrive_at_result();
    assert_clean(page, "result");
    page.run("__all({ widget: 0, selector: 'details', text: null }).forEach(it => (it.open = true))");
    assert_clean(page, "result, all open");

    open(page, &quiz("screen"));
    page.ready();
    assert_clean(page, "intro");

    open(page, &json!({}));
    page.wait("the calm screen is there", "__words({ widget: 0, selector: '.cm-trouble', text: null }).length");
    assert_clean(page, "trouble");
    emulate(page, "");
}

fn open(page: &Page, quiz: &Value) {
    let element = format!(r#"<career-matcher><script type="application/json">{quiz}</script></career-matcher>"#);
    page.open_html(host::with(&element));
}

/// Emulates the preferences of the visitor's system. Without motion, because a text that fades in has little contrast.
fn emulate(page: &Page, scheme: &str) {
    let motion = if scheme.is_empty() { "" } else { "reduce" };
    let features = json!([
        { "name": "prefers-color-scheme", "value": scheme },
        { "name": "prefers-reduced-motion", "value": motion },
    ]);
    page.devtools("Emulation.setEmulatedMedia", json!({ "features": features }));
}

fn assert_clean(page: &Page, screen: &str) {
    if page.eval("typeof axe") == json!("undefined") {
        page.run(&axe());
    }
    let report = page.call_async(
        "const done = arguments[arguments.length - 1];
         axe.run('career-matcher', { resultTypes: ['violations'], runOnly: { type: 'tag', values: arguments[0] } }).then(
           ({ violations, passes }) => done({ passed: passes.length, found: violations.map(({ id, help, nodes }) => [id,
             help, nodes.map(({ target, failureSummary }) => `${target.join(' ')}: ${failureSummary}`)]) }),
           error => done({ found: [String(error)] }))",
        vec![json!(TAGS)],
    );
    assert_eq!(report["found"], json!([]), "axe-core on {screen}: {:#}", report["found"]);
    assert!(report["passed"].as_u64() > Some(5), "axe-core has looked at {screen}: {report}");
}

fn axe() -> String {
    let hint = "set AXE_CORE to the path of axe.min.js (npm install axe-core; `make test` does both)";
    let file = env::var_os("AXE_CORE").unwrap_or_else(|| panic!("{hint}"));
    fs::read_to_string(&file).unwrap_or_else(|error| panic!("{}: {error}; {hint}", file.display()))
}
