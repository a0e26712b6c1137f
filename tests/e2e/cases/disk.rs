//! Pages opened from a disk (`file:`), where browsers load only scripts.

use std::{fs, path::PathBuf};

use serde_json::{Value, json};

use super::{Case, hosts::quiz};
use crate::{host, page::Page, spot::inside};

pub fn cases() -> Vec<Case> {
    vec![
        Case::new("disk::the_quiz_of_the_release_plays", the_quiz_of_the_release_plays),
        Case::new("disk::a_quiz_inside_the_page_plays", a_quiz_inside_the_page_plays),
        Case::new("disk::the_page_of_the_quickstart", the_page_of_the_quickstart),
        Case::new("disk::without_the_single_file", without_the_single_file),
    ]
}

/// A folder with some files of the release and a page.
fn folder(page: &Page, lent: impl Fn(&str) -> bool, html: &str) -> PathBuf {
    let folder = page.folder();
    folder.lend(|name| name == "recorder.js" || (lent(name) && !name.ends_with(".html")));
    let place = folder.on_disk();
    for name in folder.names() {
        fs::write(place.join(&name), folder.read(&name)).expect("a file can be written");
    }
    fs::write(place.join("my-quiz.json"), quiz().to_string()).expect("a file can be written");
    let html = html.replace("/recorder.js", "recorder.js").replace("/page/icon.svg", "data:,");
    fs::write(place.join("index.html"), html).expect("a file can be written");
    page.open_file(&place.join("index.html"));
    place
}

/// Another page, so that the next case starts on the server again.
fn leave(page: &Page) {
    page.open_html(host::page("", ""));
}

fn the_quiz_of_the_release_plays(page: &Page) {
    let script = r#"<script src="career-matcher.js" async></script>"#;
    folder(
        page,
        |_| true,
        &host::page(script, "<career-matcher></career-matcher><div data-career-matcher></div>"),
    );
    page.ready();
    page.click(inside(".cm-choice"));
    page.told("step", 1);
    assert_eq!([page.lines("error"), page.lines("warn")].concat(), [""; 0]);
    leave(page);
}

fn a_quiz_inside_the_page_plays(page: &Page) {
    let script = r#"<script src="career-matcher.js"></script><script src="career-matcher.js" defer></script>"#;
    let element = format!(r#"<career-matcher><script type="application/json">{}</script></career-matcher>"#, quiz());
    folder(page, |_| true, &host::page(script, &element));
    super::hosts::plays(page, 1);
    leave(page);
}

/// One coded line, one event, and advice on the screen.
fn assert_told(page: &Page, says: &[&str]) {
    page.told("error", 1);
    let told: Vec<Value> = page.events().into_iter().map(|it| it.detail["code"].clone()).collect();
    assert_eq!(told, [json!("opened-from-disk")]);
    let lines = page.lines("error");
    assert!(lines.len() == 1 && lines[0].starts_with("career-matcher [opened-from-disk] "), "{lines:?}");
    assert!(lines[0].contains("server") && lines[0].contains("into the page"), "{lines:?}");
    let screen = page.text(inside("[role=alert]"));
    for words in says {
        assert!(screen.contains(words), "{words}: {screen}");
    }
    assert!(!screen.contains("on our side"), "{screen}");
}

/// In the language of the page, with texts that are available without a network.
fn the_page_of_the_quickstart(page: &Page) {
    let manual = fs::read_to_string("docs/quickstart-marketers.md").expect("the document is there");
    let snippet = manual.split("```html\n").nth(1).and_then(|it| it.split("\n```").next()).expect("it shows a page");
    for (language, says) in [
        ("en", ["opened from a disk", "web server"]),
        ("de-AT", ["von einem Datenträger geöffnet", "Webserver"]),
        ("ar", ["فُتحت هذه الصفحة من قرص", "خادم ويب"]),
        ("is", ["This page was opened from a disk", "web server"]),
    ] {
        let html = host::page("", snippet).replace("lang=\"en\"", &format!("lang=\"{language}\""));
        folder(page, |_| true, &html);
        assert_told(page, &says);
        leave(page);
    }
}

fn without_the_single_file(page: &Page) {
    let script = r#"<script src="career-matcher.js" async></script>"#;
    let html = host::page(script, "<career-matcher></career-matcher>");
    folder(page, |name| !name.contains(".inline."), &html);
    assert_told(page, &["from a disk", "server", "Try again"]);
    leave(page);
}
