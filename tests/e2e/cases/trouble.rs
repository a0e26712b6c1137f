//! Failures: the error screen or the page's fallback for the visitor, one coded line and one event for the author, no
//! exception in the page, and another widget plays on.

use serde_json::{Value, json};

use super::{Case, hosts::quiz};
use crate::{
    host::{self, SCRIPT},
    page::Page,
    reckon::default_quiz,
    server::WITHOUT_WASM,
    spot::{choice, inside, outside},
};

const FALLBACK: &str = r#"<p id="fallback">See all our courses</p>"#;
const EVIL: &str = r#"<img src="evil.png" onerror="window.__evil = 1"><script>window.__evil = 1</script>"#;

pub fn cases() -> Vec<Case> {
    let served = |name: &str, code: &'static str, text: String| {
        Case::new(format!("trouble::{name}"), move |page: &Page| {
            let folder = page.folder();
            folder.put("quiz.json", text.clone());
            folder.put("index.html", host::with(&with_sibling(r#"config="quiz.json""#, "")));
            page.open(&folder.path("index.html"));
            assert_trouble(page, code);
        })
    };
    let written = |name: &str, code: &'static str, attributes: &'static str, child: &'static str| {
        Case::new(format!("trouble::{name}"), move |page: &Page| {
            page.open_html(host::with(&with_sibling(attributes, child)));
            assert_trouble(page, code);
        })
    };
    let quiz = default_quiz().to_string();
    let mut cases = vec![
        written("config_404", "config-unreachable", r#"config="nowhere.json""#, ""),
        written("config_from_nowhere", "config-unreachable", r#"config="http://127.0.0.1:9/quiz.json""#, ""),
        written("empty_attribute", "config-empty", r#"config="""#, ""),
        written("empty_script", "config-empty", "", r#"<script type="application/json"> </script>"#),
        written("javascript_in_cta_url", "bad-link", r#"cta-url="javascript:window.__evil=1""#, ""),
        served("empty_file", "config-empty", String::new()),
        served("not_json", "not-json", "<!doctype html><title>Sign in</title>".to_owned()),
        served("truncated_json", "not-json", quiz[..quiz.len() / 2].to_owned()),
        served("over_two_megabytes", "config-too-large", quiz.clone() + &" ".repeat(2 * 1024 * 1024)),
    ];
    let wrong = [
        ("wrong_type", "wrong-type", "/cards", json!("none")),
        ("wrong_root", "wrong-type", "", json!([1, 2, 3])),
        ("dangling_career", "unknown-career", "/cards/0/options/0/points", json!({ "astronaut": 1 })),
        ("duplicate_career", "duplicate-id", "/careers/1/id", json!("data-science")),
        ("duplicate_card", "duplicate-id", "/cards/1/id", json!("free-afternoon")),
        ("no_cards", "no-cards", "/cards", json!([])),
        ("no_careers", "no-careers", "/careers", json!([])),
        ("points_out_of_range", "out-of-range", "/cards/2/points/ml-engineer", json!(1e9)),
        ("steps_out_of_range", "out-of-range", "/cards/2/steps", json!(1)),
        ("javascript_link", "bad-link", "/careers/0/cta/0/href", json!("javascript:window.__evil=1")),
        ("unknown_version", "unknown-version", "/version", json!(2)),
    ];
    cases.extend(wrong.map(|(name, code, place, value)| served(name, code, changed(place, value).to_string())));
    cases.push(Case::new("trouble::unknown_field_is_a_warning", unknown_field_is_a_warning));
    cases.push(Case::new("trouble::script_in_every_text", script_in_every_text));
    cases.push(Case::new("trouble::script_in_broken_texts", script_in_broken_texts));
    cases.push(Case::new("trouble::no_wasm", no_wasm));
    cases.push(Case::new("trouble::mended_config_plays", mended_config_plays));
    cases
}

fn element(attributes: &str, child: &str) -> String {
    format!("<career-matcher {attributes}>{child}{FALLBACK}</career-matcher>")
}

/// The same beside a working widget.
fn with_sibling(attributes: &str, child: &str) -> String {
    let sibling = format!(r#"<career-matcher><script type="application/json">{}</script></career-matcher>"#, quiz());
    [element(attributes, child), sibling].concat()
}

/// The default quiz with another value in one place.
fn changed(place: &str, value: Value) -> Value {
    let mut quiz = default_quiz();
    *quiz.pointer_mut(place).unwrap_or_else(|| panic!("the default quiz has {place}")) = value;
    quiz
}

/// The error screen, one line, one event; and nothing more after the page was used.
fn assert_trouble(page: &Page, code: &str) {
    page.wait("the calm screen is there", "__words({ widget: 0, selector: '.cm-trouble', text: null }).length");
    page.told("error", 1);
    page.ready_of(1);
    page.click(choice("That").of(1));
    page.wait_text(inside(".cm-prompt").of(1), "Question 2?");
    page.leave();
    assert_told_once(page, code);
    assert_fallback(page, true);
    let screen = page.text(inside(".cm-trouble"));
    assert!(screen.contains("taking a break") && screen.contains(code), "{screen}");
    assert_eq!(page.count(inside(".cm-card")), 0, "no card besides it");
    assert_eq!(page.eval("window.__evil ?? null"), Value::Null, "nothing in a config is run");
}

fn assert_told_once(page: &Page, code: &str) {
    let lines = page.lines("error");
    assert_eq!(lines.len(), 1, "one line in the console: {lines:?}");
    assert!(lines[0].starts_with(&format!("career-matcher [{code}] ")), "{}", lines[0]);
    let events = page.events();
    assert_eq!(page.kinds_of(0), ["error"], "one event: {events:?}");
    let event = events.into_iter().find(|it| it.widget == 0).expect("it was told");
    assert_eq!(event.detail["code"], json!(code));
    let message = event.detail["message"].as_str().expect("a message for people");
    assert!(!message.is_empty() && lines[0].contains(message), "{message} and {}", lines[0]);
}

fn assert_fallback(page: &Page, shown: bool) {
    assert_eq!(page.eval("document.querySelector('#fallback').getBoundingClientRect().height > 0"), json!(shown));
}

fn unknown_field_is_a_warning(page: &Page) {
    let mut quiz = default_quiz();
    quiz["music"] = json!("on");
    quiz["cards"][0]["colour"] = json!("red");
    let folder = page.folder();
    folder.put("quiz.json", quiz.to_string());
    folder.put("index.html", host::with(&element(r#"config="quiz.json""#, "")));
    page.open(&folder.path("index.html"));
    page.ready();
    page.click(inside(".cm-choice"));
    page.told("step", 1);
    page.leave();
    assert_fallback(page, false);
    assert_eq!(page.lines("error"), [""; 0]);
    let warnings = page.lines("warn");
    assert_eq!(warnings.len(), 1, "{warnings:?}");
    assert!(warnings[0].starts_with("career-matcher [unknown-field] "), "{}", warnings[0]);
    assert!(warnings[0].contains("music") && warnings[0].contains("cards[0].colour"), "{}", warnings[0]);
}

fn script_in_every_text(page: &Page) {
    let text = |what: &str| format!("{what}: {EVIL}");
    let options: Vec<_> = ["x", "y"].map(|id| json!({ "id": id, "label": text(id), "points": { "one": 1 } })).into();
    let career = |id: &str| {
        json!({ "id": id, "title": text("career"), "summary": text("summary"), "day": text("day"),
            "tools": [text("tool")], "firstSteps": text("steps"), "cta": [{ "label": text("cta"), "href": "there" }] })
    };
    let quiz = json!({
        "version": 1, "language": text("language"), "title": text("title"),
        "intro": { "show": "screen", "heading": text("heading"), "body": text("body") },
        "careers": [career("one"), career("two")],
        "cards": [
            { "id": "a", "kind": "single", "prompt": text("single"), "note": text("note"), "options": options },
            { "id": "b", "kind": "multiple", "prompt": text("multiple"), "options": options },
            { "id": "c", "kind": "scale", "prompt": text("scale"), "low": text("low"), "high": text("high"),
              "points": { "one": 1, "two": -1 } },
            { "id": "d", "kind": "swipe", "prompt": text("swipe"), "points": { "one": 1 } },
        ],
    });
    let folder = page.folder();
    folder.put("quiz.json", quiz.to_string());
    folder.put("index.html", host::with(&element(r#"config="quiz.json""#, "")));
    page.open(&folder.path("index.html"));
    page.ready();
    let assert_words = |what: &[&str]| {
        let words = page.eval("document.querySelector('career-matcher').shadowRoot.textContent");
        let words = words.as_str().expect("text").to_owned();
        for what in what {
            assert!(words.contains(&text(what)), "`{}` is shown as it is written, in {words}", text(what));
        }
        assert_eq!(page.count(inside("img, script, iframe, object")), 0, "no text became an element");
    };
    assert_words(&["heading", "body"]);
    page.click(inside("button[type=submit]"));
    page.arrive(inside(".cm-prompt"), &text("single"));
    assert_words(&["note", "x", "y"]);
    page.click(inside(".cm-choice"));
    page.arrive(inside(".cm-prompt"), &text("multiple"));
    page.click(inside(".cm-choice"));
    page.answered();
    page.click(inside(".cm-next"));
    page.arrive(inside(".cm-prompt"), &text("scale"));
    assert_words(&["low", "high"]);
    page.click(inside(".cm-choice"));
    page.answered();
    page.click(inside(".cm-next"));
    page.arrive(inside(".cm-prompt"), &text("swipe"));
    page.click(inside(".cm-choice"));
    page.arrive_at_result();
    assert_words(&["career", "summary", "day", "tool", "steps", "cta", "x"]);
    page.leave();
    assert_eq!(page.eval("window.__evil ?? null"), Value::Null, "nothing is run");
    assert_eq!(folder.asked("evil.png"), 0, "nothing is fetched");
}

/// A text quoted in a message is plain text too.
fn script_in_broken_texts(page: &Page) {
    let mut quiz = changed("/cards/0/kind", json!(EVIL));
    quiz[EVIL] = json!(EVIL);
    let folder = page.folder();
    folder.put("quiz.json", quiz.to_string());
    folder.put("index.html", host::with(&with_sibling(r#"config="quiz.json""#, "")));
    page.open(&folder.path("index.html"));
    assert_trouble(page, "unknown-word");
    assert_eq!(page.count(inside("img, script")), 0);
    assert_eq!(folder.asked("evil.png"), 0);
}

/// Without its wasm, the widget can't show its own screens: the page's fallback stays, or a line replaces it.
fn no_wasm(page: &Page) {
    let script = SCRIPT.replace("/career-matcher.js", &format!("{WITHOUT_WASM}/career-matcher.js"));
    page.open_html(host::page(&script, &element("", "")));
    page.told("error", 1);
    page.leave();
    assert_fallback(page, true);
    let code = page.events()[0].detail["code"].clone();
    let code = code.as_str().expect("a code");
    assert!(code.starts_with("wasm-"), "{code}");
    assert_told_once(page, code);

    page.open_html(host::page(&script, "<career-matcher></career-matcher>"));
    page.told("error", 1);
    assert!(page.text(outside("career-matcher")).is_empty());
    let words = page.eval("document.querySelector('career-matcher').shadowRoot.textContent.trim()");
    assert!(!words.as_str().expect("text").is_empty(), "without words of the page there is a line");
}

fn mended_config_plays(page: &Page) {
    let folder = page.folder();
    folder.put("broken.json", "{");
    folder.put("index.html", host::with(&element(r#"config="broken.json""#, "")));
    folder.put("quiz.json", default_quiz().to_string());
    page.open(&folder.path("index.html"));
    page.wait("the calm screen is there", "__words({ widget: 0, selector: '.cm-trouble', text: null }).length");
    page.run("document.querySelector('career-matcher').setAttribute('config', 'quiz.json')");
    page.ready();
    assert_fallback(page, false);
    assert_eq!(page.count(inside(".cm-trouble")), 0);
}
