//! The chunk `result`: it loads after the first card, and may be late or fail.

use serde_json::json;

use super::{Case, tokens};
use crate::{
    host,
    page::Page,
    server::Folder,
    spot::{button, choice, inside},
};

const PART: &str = "career-matcher-result-";
const AGAIN: &str = "Try again";
const WAITING: &str = "Adding up your answers…";

pub fn cases() -> Vec<Case> {
    vec![
        Case::new("chunks::late_result_is_waited_for", late_result_is_waited_for),
        Case::new("chunks::lost_result_is_tried_again", lost_result_is_tried_again),
        Case::new("chunks::lost_result_comes_when_online", lost_result_comes_when_online),
        Case::new("chunks::crash_in_a_chunk_stays_inside", crash_in_a_chunk_stays_inside),
    ]
}

/// A page whose script has its files in the case's own folder.
fn put_page(folder: &Folder, head: &str) {
    let card = |id: &str| {
        json!({ "id": id, "kind": "single", "prompt": format!("Question {id}?"), "options": [
            { "id": "x", "label": "This", "points": { "one": 1 } },
            { "id": "y", "label": "That", "points": { "two": 1 } },
        ] })
    };
    let config = json!({
        "version": 1, "title": "A quiz", "intro": { "show": "off" },
        "careers": [{ "id": "one", "title": "Career one" }, { "id": "two", "title": "Career two" }],
        "cards": [card("a"), card("b")],
    });
    let child = format!(r#"<script type="application/json">{config}</script><p id="fallback">See all</p>"#);
    let head = format!(r#"{head}<script src="career-matcher.js" async></script>"#);
    folder.put("index.html", host::page(&head, &format!("<career-matcher>{child}</career-matcher>")));
}

fn play(page: &Page) {
    page.ready();
    page.click(choice("That"));
    page.arrive(inside(".cm-prompt"), "Question b?");
    page.click(choice("That"));
    page.told("complete", 1);
}

fn assert_result(page: &Page) {
    page.arrive_at_result();
    assert_eq!(page.text(inside(".cm-winner .cm-title")), "Career two", "no answer is lost");
    assert_eq!(page.count(inside(".cm-waiting")), 0);
    assert_eq!(page.kinds().iter().filter(|kind| *kind == "complete").count(), 1, "told once");
}

fn assert_told(page: &Page, times: usize) {
    page.told("error", times);
    let lines = page.lines("error");
    assert_eq!(lines.len(), times, "{lines:?}");
    assert!(lines.iter().all(|line| line.starts_with("career-matcher [wasm-")), "{lines:?}");
}

fn late_result_is_waited_for(page: &Page) {
    let folder = page.folder();
    folder.lend(|_| true);
    let part = folder.named(PART);
    folder.stall(&part, true);
    put_page(&folder, "");
    page.open(&folder.path("index.html"));
    play(page);
    page.arrive(inside(".cm-waiting [role=status]"), WAITING);
    assert_eq!(page.count(button(AGAIN)), 0, "nothing to be done yet");
    tokens::assert_styled(page, &["waiting"]);
    folder.stall(&part, false);
    assert_result(page);
    page.leave();
    assert_eq!(page.lines("error"), [""; 0]);
    assert_eq!(folder.asked(&part), 1);
}

fn lost_result_is_tried_again(page: &Page) {
    let folder = page.folder();
    folder.lend(|name| !name.starts_with(PART));
    put_page(&folder, "");
    page.open(&folder.path("index.html"));
    play(page);
    assert_told(page, 1);
    page.arrive(inside(".cm-waiting [role=status]"), WAITING);
    page.click(button(AGAIN));
    assert_told(page, 2);
    page.wait_text(inside(".cm-again"), AGAIN);
    folder.lend(|name| name.starts_with(PART));
    page.click(button(AGAIN));
    assert_result(page);
    assert_told(page, 2);
    assert_eq!(page.eval("document.querySelector('#fallback').getBoundingClientRect().height"), json!(0));
}

fn lost_result_comes_when_online(page: &Page) {
    let folder = page.folder();
    folder.lend(|name| !name.starts_with(PART));
    put_page(&folder, "");
    page.open(&folder.path("index.html"));
    play(page);
    assert_told(page, 1);
    folder.lend(|name| name.starts_with(PART));
    page.run("dispatchEvent(new Event('online'))");
    assert_result(page);
    assert_told(page, 1);
}

/// The primary's functions throw when the chunk calls them.
fn crash_in_a_chunk_stays_inside(page: &Page) {
    const PATCH: &str = "<script>{
        const native = WebAssembly.instantiate;
        const patched = ([name, it]) => [name, typeof it == 'function' ? () => { throw Error('patched') } : it];
        WebAssembly.instantiate = (wasm, imports) => imports.b
          ? native(wasm, { ...imports, b: Object.fromEntries(Object.entries(imports.b).map(patched)) })
          : native(wasm, imports);
      }</script>";
    let folder = page.folder();
    folder.lend(|_| true);
    put_page(&folder, PATCH);
    page.open(&folder.path("index.html"));
    // Each call into the chunk throws, also after a restart.
    page.wait("the end", "__events.some(e => e.type == 'error' && e.detail.code == 'widget-crashed')");
    page.leave();
    assert_eq!(page.events().pop().expect("the event").detail["code"], json!("widget-crashed"));
    let lines = page.lines("error");
    assert!(lines.len() == 1 && lines[0].starts_with("career-matcher [widget-crashed] "), "{lines:?}");
    assert_eq!(page.eval("document.querySelector('#fallback').getBoundingClientRect().height > 0"), json!(true));
}
