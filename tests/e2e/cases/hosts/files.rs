//! The widget's files: from a disk, all in one, bundled, and in two versions.

use std::fs;

use serde_json::json;

use super::{Case, apps::bundle, element, plays};
use crate::{
    host,
    page::Page,
    spot::{choice, inside},
};

pub fn cases() -> Vec<Case> {
    vec![
        Case::new("hosts::file_of_this_machine", file_of_this_machine),
        Case::new("hosts::all_in_one_file", all_in_one_file),
        Case::new("hosts::bundled_with_an_app", bundled_with_an_app),
        Case::new("hosts::two_versions", two_versions),
    ]
}

fn file_of_this_machine(page: &Page) {
    let folder = page.folder();
    folder.lend(|name| name.ends_with(".inline.js") || name == "recorder.js");
    let place = folder.on_disk();
    for name in ["career-matcher.inline.js", "recorder.js"] {
        fs::write(place.join(name), folder.read(name)).expect("a file can be written");
    }
    let script = r#"<script src="career-matcher.inline.js"></script>"#;
    let html = host::page(script, "<career-matcher></career-matcher>").replace("/recorder.js", "recorder.js");
    fs::write(place.join("index.html"), html).expect("a file can be written");
    page.open_file(&place.join("index.html"));
    page.ready();
    page.click(inside(".cm-choice"));
    page.told("step", 1);
    assert_eq!(page.lines("error"), [""; 0]);
    page.open_html(host::with(&element()));
}

/// One upload, one request.
fn all_in_one_file(page: &Page) {
    page.open_html(host::page(r#"<script src="/career-matcher.inline.js" async></script>"#, &element()));
    plays(page, 1);
    assert_eq!(
        page.eval("performance.getEntriesByType('resource').filter((it) => /matcher/.test(it.name)).length"),
        json!(1)
    );
}

fn bundled_with_an_app(page: &Page) {
    let folder = page.folder();
    folder.lend(|name| name.ends_with(".inline.js"));
    let place = folder.on_disk();
    fs::write(place.join("career-matcher.inline.js"), folder.read("career-matcher.inline.js"))
        .expect("it can be written");
    fs::write(place.join("app.js"), "import './career-matcher.inline.js';").expect("it can be written");
    folder.put("app.js", bundle(&place.join("app.js")));
    folder.put("index.html", host::page(r#"<script type="module" src="app.js"></script>"#, &element()));
    page.open(&folder.path("index.html"));
    plays(page, 1);
}

/// The first script on the page serves all elements; the other one reports that once.
fn two_versions(page: &Page) {
    let folder = page.folder();
    folder.lend(|name| !name.ends_with(".html"));
    let version = concat!('"', env!("CARGO_PKG_VERSION"), '"');
    let script = String::from_utf8(folder.read("career-matcher.js").to_vec()).expect("a script is text");
    assert!(script.contains(version));
    folder.put("other.js", script.replace(version, "\"99.1.2\""));
    let head = r#"<script src="other.js"></script><script src="/career-matcher.js"></script>"#;
    folder.put("index.html", host::page(head, &element()));
    page.open(&folder.path("index.html"));
    page.ready();
    let warnings = page.lines("warn");
    assert_eq!(warnings.len(), 1, "{warnings:?}");
    assert!(
        warnings[0].starts_with("career-matcher [two-versions] this page loaded 99.1.2 first"),
        "{}",
        warnings[0]
    );
    page.click(choice("This"));
    page.arrive(inside(".cm-prompt"), "Question 2?");
}
