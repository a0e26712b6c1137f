//! Faults of networks, servers, policies, browsers and pages. One oracle for all: no exception in the page, one coded
//! line, one event, a visible alert with a way to continue, and an unchanged page. If a fault affects one quiz, another
//! widget on the page plays on. If it affects the program, the other widget has a line, an event and an alert of its
//! own.

mod modules;
mod pages;
mod servers;
mod stalls;

use serde_json::json;

use super::{Case, hosts::quiz};
use crate::{
    host,
    page::Page,
    server::Folder,
    spot::{choice, inside, outside},
};

pub fn cases() -> Vec<Case> {
    [servers::cases(), pages::cases(), stalls::cases(), modules::cases()]
        .into_iter()
        .flatten()
        .collect()
}

const FALLBACK: &str = r#"<p class="fallback">See all our courses</p>"#;
const LOCAL: &str = r#"<script src="career-matcher.js" async></script>"#;

/// How many of the page's two widgets a fault affects: the one with the default quiz, or also the other one.
const ONE: usize = 1;
const BOTH: usize = 2;

fn case(name: &str, play: impl Fn(&Page) + Send + Sync + 'static) -> Case {
    Case::new(format!("faults::{name}"), play)
}

/// The files of `dist/` in the case's own folder.
fn lend<'a>(page: &'a Page) -> Folder<'a> {
    let folder = page.folder();
    folder.lend(|name| !name.ends_with(".html"));
    folder
}

fn primary(folder: &Folder) -> String {
    // Files of chunks have the name of the chunk between the name of the widget and the hash.
    folder.named_by(|name| {
        name.starts_with("career-matcher-") && name.ends_with(".wasm") && name.matches('-').count() == 2
    })
}

/// A page with two widgets: one with the default quiz, one with a quiz inside the page.
fn put_page(folder: &Folder, head: &str, policy: &'static str) {
    let sibling = format!(r#"<script type="application/json">{}</script>"#, quiz());
    let widgets = ["", &sibling].map(|child| format!("<career-matcher>{child}{FALLBACK}</career-matcher>"));
    folder.put_with_policy("index.html", host::page(&[head, LOCAL].concat(), &widgets.concat()), policy);
}

fn fails(page: &Page, folder: &Folder, head: &str, policy: &'static str, codes: &[&str], struck: usize) {
    put_page(folder, head, policy);
    page.open_tolerant(&folder.path("index.html"), !policy.is_empty());
    assert_failed(page, codes, struck);
}

fn assert_failed(page: &Page, codes: &[&str], struck: usize) {
    page.told("error", struck);
    for widget in 0..struck {
        page.wait(
            "the alert is there",
            &format!("__words({{ widget: {widget}, selector: '[role=alert] button', text: null }}).length"),
        );
    }
    page.click(outside("#host-button"));
    let lines = page.lines("error");
    assert_eq!(lines.len(), struck, "one line each: {lines:?}");
    for (widget, line) in lines.iter().enumerate() {
        assert_contained(page, codes, widget, line);
    }
    if struck == ONE {
        page.ready_of(1);
        page.click(choice("That").of(1));
        page.wait_text(inside(".cm-prompt").of(1), "Question 2?");
        assert!(!fallback_shows(page, 1));
    }
}

fn assert_contained(page: &Page, codes: &[&str], widget: usize, line: &str) {
    assert_eq!(page.kinds_of(widget), ["error"], "one event");
    let event = page.events().into_iter().find(|it| it.widget == widget).expect("it was told");
    let code = event.detail["code"].as_str().expect("a code");
    assert!(codes.contains(&code), "{code} is none of {codes:?}: {line}");
    assert!(line.starts_with(&format!("career-matcher [{code}] ")), "{line}");
    assert!(fallback_shows(page, widget));
}

fn fallback_shows(page: &Page, widget: usize) -> bool {
    page.eval(&format!("document.querySelectorAll('.fallback')[{widget}].getBoundingClientRect().height > 0"))
        == json!(true)
}

/// With correct files, the visitor's retry succeeds.
fn mends(page: &Page, folder: &Folder, struck: usize) {
    folder.lend(|name| !name.ends_with(".html"));
    for widget in 0..struck {
        page.click(inside("[role=alert] button").of(widget));
        page.ready_of(widget);
        assert_eq!(page.count(inside("[role=alert] button").of(widget)), 0);
        assert!(!fallback_shows(page, widget));
    }
    assert_eq!(page.lines("error").len(), struck, "nothing new");
}
