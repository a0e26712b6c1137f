//! The widget's files on another origin than the page, as with a content delivery network: which files need CORS, what
//! happens without it, and the integrity of the script.

use base64::{Engine as _, engine::general_purpose::STANDARD};
use serde_json::json;
use sha2::{Digest, Sha384};

use super::{
    Case,
    hosts::{blocks, quiz},
};
use crate::{
    host,
    page::Page,
    server::{Folder, RECORDER},
    spot::{choice, inside},
};

const FALLBACK: &str = r#"<p id="fallback">See all our courses</p>"#;
/// The other origin in the documents.
const CDN: &str = "https://cdn.example/career-matcher/";

pub fn cases() -> Vec<Case> {
    vec![
        Case::new("origins::all_is_shared", all_is_shared),
        Case::new("origins::the_script_needs_no_sharing", the_script_needs_no_sharing),
        Case::new("origins::wasm_is_not_shared", wasm_is_not_shared),
        Case::new("origins::config_is_not_shared", config_is_not_shared),
        Case::new("origins::modules_are_not_shared", modules_are_not_shared),
        Case::new("origins::integrity_is_right", integrity_is_right),
        Case::new("origins::integrity_is_wrong", integrity_is_wrong),
        Case::new("origins::integrity_of_a_script_not_shared", integrity_of_a_script_not_shared),
        Case::new("origins::snippets_of_the_documents", snippets_of_the_documents),
        Case::new("origins::policy_of_the_documents", policy_of_the_documents),
    ]
}

/// The files of `dist/`; the other origin shares those that pass.
fn lend<'a>(page: &'a Page, shared: impl Fn(&str) -> bool) -> Folder<'a> {
    let folder = page.folder();
    folder.lend(|name| !name.ends_with(".html"));
    for name in folder.names() {
        folder.alter(&name, |file| file.shared = shared(&name));
    }
    folder
}

/// Opens a page with the script of the other origin.
fn open(page: &Page, folder: &Folder, attributes: &str, widgets: &str) {
    let script = format!(r#"<script src="{}" {attributes}></script>"#, folder.url_elsewhere("career-matcher.js"));
    folder.put("index.html", host::page(&script, widgets));
    page.open(&folder.path("index.html"));
}

fn with_default_quiz() -> String {
    format!("<career-matcher>{FALLBACK}</career-matcher>")
}

fn with(quiz: &serde_json::Value) -> String {
    format!(r#"<career-matcher><script type="application/json">{quiz}</script></career-matcher>"#)
}

fn assert_silent(page: &Page) {
    for level in ["error", "warn"] {
        assert_eq!(page.lines(level), [""; 0]);
    }
}

fn all_is_shared(page: &Page) {
    let folder = lend(page, |_| true);
    for attributes in ["async", r#"type="module""#, r#"crossorigin="anonymous""#] {
        open(page, &folder, attributes, &with_default_quiz());
        page.ready();
    }
    page.play_default_quiz();
    assert_silent(page);
    let ours = page.loaded("").into_iter().filter(|it| it.contains("career"));
    assert!(ours.into_iter().all(|it| it.starts_with(&folder.url_elsewhere(""))));
}

/// Any page may run any script, so only the files that the script requests need CORS.
fn the_script_needs_no_sharing(page: &Page) {
    let folder = lend(page, |name| name != "career-matcher.js");
    open(page, &folder, "async", &with_default_quiz());
    page.ready();
    assert_silent(page);
}

/// One coded line and one event of a widget, with its alert.
fn assert_told(page: &Page, widget: usize, code: &str) {
    page.told("error", 1);
    assert_eq!(page.kinds_of(widget), ["error"]);
    let lines = page.lines("error");
    assert!(lines.len() == 1 && lines[0].starts_with(&format!("career-matcher [{code}] ")), "{lines:?}");
    assert_eq!(page.count(inside("[role=alert] button").of(widget)), 1);
}

fn assert_fallback(page: &Page) {
    assert_eq!(page.eval("document.querySelector('#fallback').getBoundingClientRect().height > 0"), json!(true));
}

fn wasm_is_not_shared(page: &Page) {
    let folder = lend(page, |name| !name.ends_with(".wasm"));
    open(page, &folder, "async", &with_default_quiz());
    assert_told(page, 0, "wasm-unreachable");
    assert_fallback(page);
}

fn config_is_not_shared(page: &Page) {
    let folder = lend(page, |name| name != "python-careers.json");
    open(page, &folder, "async", &[with_default_quiz(), with(&quiz())].concat());
    assert_told(page, 0, "config-unreachable");
    assert_fallback(page);
    page.ready_of(1);
    page.click(choice("That").of(1));
    page.wait_text(inside(".cm-prompt").of(1), "Question 2?");
}

fn modules_are_not_shared(page: &Page) {
    let folder = lend(page, |name| !name.starts_with("career-matcher-looks-"));
    let mut quiz = quiz();
    quiz["theme"] = json!({ "preset": "soft" });
    open(page, &folder, "async", &with(&quiz));
    page.ready();
    page.click(choice("That"));
    page.wait_text(inside(".cm-prompt"), "Question 2?");
    let warnings = page.lines("warn");
    assert!(
        warnings.len() == 1 && warnings[0].starts_with("career-matcher [module-unreachable] "),
        "{warnings:?}"
    );
    assert_eq!(page.lines("error"), [""; 0]);
}

fn integrity(bytes: &[u8]) -> String {
    format!(r#"integrity="sha384-{}" crossorigin="anonymous""#, STANDARD.encode(Sha384::digest(bytes)))
}

fn integrity_is_right(page: &Page) {
    let folder = lend(page, |_| true);
    open(page, &folder, &integrity(&folder.read("career-matcher.js")), &with_default_quiz());
    page.ready();
    assert_silent(page);
}

/// If the browser does not run the script, the page's fallback stays.
fn assert_no_script(page: &Page, folder: &Folder) {
    assert!(page.patiently(|| folder.asked("career-matcher.js") > 0));
    page.wait("the page is complete", "document.readyState == 'complete'");
    assert_eq!(page.eval("!!customElements.get('career-matcher')"), json!(false));
    assert_fallback(page);
    assert_silent(page);
    assert_eq!(page.kinds(), [""; 0]);
}

fn integrity_is_wrong(page: &Page) {
    let folder = lend(page, |_| true);
    open(page, &folder, &integrity(b"another script"), &with_default_quiz());
    assert_no_script(page, &folder);
}

fn integrity_of_a_script_not_shared(page: &Page) {
    let folder = lend(page, |name| name != "career-matcher.js");
    open(page, &folder, &integrity(&folder.read("career-matcher.js")), &with_default_quiz());
    assert_no_script(page, &folder);
}

/// Every page in the documents, with files from another origin.
fn snippets_of_the_documents(page: &Page) {
    let folder = lend(page, |_| true);
    for html in blocks("html") {
        folder.put("index.html", host::page("", &html.replace(CDN, &folder.url_elsewhere(""))));
        page.open(&folder.path("index.html"));
        page.ready();
        page.click(inside(".cm-choice"));
        page.wait("the answer counts", "__events.some((it) => it.type == 'answer')");
        assert_silent(page);
    }
}

/// The policy in the documents, with the other origin instead of `'self'`.
fn policy_of_the_documents(page: &Page) {
    let folder = lend(page, |_| true);
    folder.put("recorder.js", RECORDER);
    let folders = folder.path("");
    let origin = folder.url_elsewhere("").replace(&folders, "");
    let policy = blocks("http")[0].trim_start_matches("Content-Security-Policy:").replace("'self'", &origin);
    let script = format!(r#"<script src="{}" async></script>"#, folder.url_elsewhere("career-matcher.js"));
    let html = host::page(&script, &with_default_quiz());
    let html = html.replace("/recorder.js", &folder.url_elsewhere("recorder.js"));
    // One policy, leaked once per engine.
    folder.put_with_policy("index.html", html, policy.trim().to_owned().leak());
    page.open(&folder.path("index.html"));
    page.ready();
    page.play_default_quiz();
    assert_silent(page);
}
