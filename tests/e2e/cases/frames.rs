//! A quiz in a frame: links without a new tab open in the whole tab, or in the frame if a sandbox forbids that.

use serde_json::{Value, json};

use super::{Case, hosts::quiz};
use crate::{
    host::{self, SCRIPT},
    page::Page,
    server::Folder,
    spot::inside,
};

pub fn cases() -> Vec<Case> {
    vec![
        Case::new("frames::same_tab_is_the_page", same_tab_is_the_page),
        Case::new("frames::same_tab_in_a_sandbox", same_tab_in_a_sandbox),
        Case::new("frames::the_page_can_stop_it", the_page_can_stop_it),
        Case::new("frames::same_tab_without_a_frame", same_tab_without_a_frame),
    ]
}

fn element() -> String {
    let mut quiz = quiz();
    quiz["careers"][1]["cta"] = json!([{ "label": "Go there", "href": "landed.html", "sameTab": true }]);
    format!(r#"<career-matcher><script type="application/json">{quiz}</script></career-matcher>"#)
}

fn folder<'a>(page: &'a Page, frame: &str) -> Folder<'a> {
    let folder = page.folder();
    folder.put("landed.html", host::page("", "<p id='landed'>The school's course</p>"));
    folder.put("framed.html", host::page(SCRIPT, &element()));
    folder.put(
        "index.html",
        host::page("", &format!(r#"<iframe {frame} src="framed.html" width="700" height="700"></iframe>"#)),
    );
    page.open(&folder.path("index.html"));
    folder
}

/// Plays up to the result, and follows the link with a visitor's click.
fn follow(page: &Page) {
    for card in 1..=3 {
        page.wait_text(inside(".cm-prompt"), &format!("Question {card}?"));
        page.run("document.querySelector('career-matcher').shadowRoot.querySelectorAll('.cm-choice input')[1].click()");
        page.answered();
        page.run("document.querySelector('career-matcher').shadowRoot.querySelector('.cm-next').click()");
    }
    page.wait_text(inside(".cm-winner .cm-title"), "Career two");
    page.wait(
        "the result's script is there",
        "document.querySelector('career-matcher').shadowRoot.adoptedStyleSheets.length > 2",
    );
    page.run("document.querySelector('career-matcher').shadowRoot.querySelector('.cm-winner a').click()");
}

const LANDED: &str = "document.querySelector('#landed')";

fn same_tab_is_the_page(page: &Page) {
    folder(page, "");
    page.within_frame(|| follow(page));
    page.wait("the page has gone there", LANDED);
    assert_eq!(page.eval("window.top === window"), json!(true));
}

fn same_tab_in_a_sandbox(page: &Page) {
    folder(page, r#"sandbox="allow-scripts allow-same-origin""#);
    page.within_frame(|| {
        follow(page);
        page.wait("the frame has gone there", LANDED);
    });
    assert_eq!(page.eval(LANDED), Value::Null, "the page stays");
    // A visitor's step in the frame adds one entry to the page's history, and changes nothing else.
    assert_eq!(
        page.eval("(__host.look(), __host.changes.filter((it) => !it.startsWith('the history')))"),
        json!([])
    );
    page.eval("__host.changes.splice(0)");
}

fn the_page_can_stop_it(page: &Page) {
    folder(page, "");
    page.within_frame(|| {
        page.run("document.addEventListener('career-matcher-cta', (event) => event.preventDefault())");
        follow(page);
        page.told("cta", 1);
        page.call_async("setTimeout(arguments[0], 300)", vec![]);
        assert_eq!(page.eval(LANDED), Value::Null);
    });
    assert_eq!(page.eval(LANDED), Value::Null);
}

fn same_tab_without_a_frame(page: &Page) {
    let folder = folder(page, "");
    page.open(&folder.path("framed.html"));
    follow(page);
    page.wait("the page has gone there", LANDED);
}
