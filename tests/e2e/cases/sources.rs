//! The sources of the quiz, in order: the property, a script inside the element, the attribute, the default quiz.

use serde_json::{Value, json};

use super::Case;
use crate::{
    host::{self, SCRIPT},
    page::Page,
    reckon::{default_quiz, list, word},
    spot::inside,
};

pub fn cases() -> Vec<Case> {
    vec![
        Case::new("sources::each_and_their_order", each_and_their_order),
        Case::new("sources::property_before_and_after_the_script", property_before_and_after_the_script),
        Case::new("sources::address_as_a_property", address_as_a_property),
        Case::new("sources::what_is_no_quiz", what_is_no_quiz),
        Case::new("sources::files_as_windows_saves_them", files_as_windows_saves_them),
        Case::new("sources::a_key_given_twice", a_key_given_twice),
    ]
}

/// A quiz with one card that names its source.
fn quiz(from: &str) -> Value {
    json!({
        "version": 1, "title": "A quiz", "careers": [{ "id": "one", "title": "One" }],
        "cards": [{ "id": "a", "kind": "swipe", "prompt": format!("From the {from}?"), "points": { "one": 1 } }],
    })
}

fn child() -> String {
    format!(r#"<script type="application/json">{}</script>"#, quiz("child"))
}

fn each_and_their_order(page: &Page) {
    let folder = page.folder();
    folder.put("quiz.json", quiz("attribute").to_string());
    let child = child();
    let body = format!(
        r#"<career-matcher></career-matcher>
        <career-matcher config="quiz.json"></career-matcher>
        <career-matcher config="quiz.json">{child}</career-matcher>
        <career-matcher config="quiz.json">{child}</career-matcher>
        <script>document.querySelectorAll("career-matcher")[3].config = {};</script>"#,
        quiz("property")
    );
    let script = r#"<script src="/career-matcher.js" defer></script>"#;
    folder.put("index.html", host::page(script, &body));
    page.open(&folder.path("index.html"));
    let default = word(&list(&default_quiz(), "cards")[0], "prompt").to_owned();
    let expected = [default.as_str(), "From the attribute?", "From the child?", "From the property?"];
    for (widget, prompt) in expected.into_iter().enumerate() {
        // Elements further down load when they are near the viewport.
        page.run(&format!("document.querySelectorAll('career-matcher')[{widget}].scrollIntoView()"));
        page.ready_of(widget);
        assert_eq!(page.text(inside(".cm-prompt").of(widget)), prompt);
    }
    assert_eq!(page.kinds(), ["ready"; 4]);
    assert_eq!(folder.asked("quiz.json"), 1, "only where no better source is");
}

fn property_before_and_after_the_script(page: &Page) {
    let body = format!(
        r#"<career-matcher>{}</career-matcher>
        <script>document.querySelector("career-matcher").config = {};</script>"#,
        child(),
        quiz("property")
    );
    page.open_html(host::page(SCRIPT, &body));
    page.ready();
    assert_eq!(page.text(inside(".cm-prompt")), "From the property?");
    assert_eq!(page.eval("document.querySelector('career-matcher').config"), quiz("property"), "it can be read");

    // In turn: a quiz that is replaced before it is ready is not reported.
    let set = |value: Value| page.call("document.querySelector('career-matcher').config = arguments[0]", vec![value]);
    set(quiz("property as an object"));
    page.wait_text(inside(".cm-prompt"), "From the property as an object?");
    page.told("ready", 2);
    set(json!(quiz("property as text").to_string()));
    page.wait_text(inside(".cm-prompt"), "From the property as text?");
    page.told("ready", 3);
    set(Value::Null);
    page.wait_text(inside(".cm-prompt"), "From the child?");
    page.told("ready", 4);
    page.run("document.querySelector('career-matcher').setAttribute('cta-url', 'https://school.example/{career}')");
    page.told("ready", 5);
    assert_eq!(page.text(inside(".cm-prompt")), "From the child?");
    assert_eq!(page.kinds(), ["ready"; 5]);
}

/// Set by a framework before the script and after it; relative to the page, as in the attribute.
fn address_as_a_property(page: &Page) {
    let folder = page.folder();
    folder.put("quizzes/quiz.json", quiz("address").to_string());
    folder.put("quiz.json", quiz("other address").to_string());
    let body = format!(
        r#"<base href="quizzes/"><career-matcher config="nowhere.json">{}</career-matcher>
        <script>document.querySelector("career-matcher").config = "quiz.json";</script>"#,
        child()
    );
    folder.put("index.html", host::page(SCRIPT, &body));
    page.open(&folder.path("index.html"));
    page.ready();
    assert_eq!(page.text(inside(".cm-prompt")), "From the address?");
    assert_eq!(page.eval("document.querySelector('career-matcher').config"), json!("quiz.json"), "it can be read");
    let set = |value: &str| page.run(&format!("document.querySelector('career-matcher').config = {value}"));
    let texts = [
        ("'../quiz.json'", "From the other address?"),
        ("new URL('quiz.json', document.baseURI)", "From the address?"),
        ("undefined", "From the child?"),
        ("` ../quiz.json\n`", "From the other address?"),
    ];
    for (value, prompt) in texts {
        set(value);
        page.wait_text(inside(".cm-prompt"), prompt);
    }
    // JSON text, with anything before it.
    set(&format!("'\\ufeff \\n' + {}", json!(quiz("text").to_string())));
    page.wait_text(inside(".cm-prompt"), "From the text?");
    assert_eq!(page.lines("error"), [""; 0]);
    assert_eq!(folder.asked("quizzes/nowhere.json"), 0);
}

/// Wrong values that a page may set: one coded line for each.
fn what_is_no_quiz(page: &Page) {
    let folder = page.folder();
    folder.put("index.html", host::with("<career-matcher></career-matcher>"));
    for (value, code) in [
        ("'nowhere.json'", "config-unreachable"),
        ("'http://['", "config-unreachable"),
        ("''", "config-empty"),
        ("'[object Object]'", "config-empty"),
        ("() => {}", "config-empty"),
        ("Symbol('quiz')", "config-empty"),
        ("(() => { const it = {}; it.it = it; return it })()", "not-json"),
        ("{ points: 10n }", "not-json"),
        ("7", "wrong-type"),
        ("true", "wrong-type"),
        ("[]", "wrong-type"),
    ] {
        page.open(&folder.path("index.html"));
        page.run(&format!("document.querySelector('career-matcher').config = {value}"));
        page.told("error", 1);
        let told: Vec<_> = page
            .events()
            .into_iter()
            .filter(|it| it.kind == "error")
            .map(|it| it.detail["code"].clone())
            .collect();
        assert_eq!(told, [json!(code)], "{value}");
        let lines = page.lines("error");
        assert!(lines.len() == 1 && lines[0].starts_with(&format!("career-matcher [{code}] ")), "{value}: {lines:?}");
    }
}

/// UTF-16 with a byte order mark plays; undecodable text is reported, as by `check`.
fn files_as_windows_saves_them(page: &Page) {
    let folder = page.folder();
    folder.put("index.html", host::with(r#"<career-matcher config="quiz.json"></career-matcher>"#));
    let text = quiz("Café").to_string();
    let wide = |mark: [u8; 2], bytes: fn(u16) -> [u8; 2]| -> Vec<u8> {
        mark.into_iter().chain(text.encode_utf16().flat_map(bytes)).collect()
    };
    for bytes in [wide([0xff, 0xfe], u16::to_le_bytes), wide([0xfe, 0xff], u16::to_be_bytes)] {
        folder.put_bytes("quiz.json", bytes);
        page.open(&folder.path("index.html"));
        page.ready();
        assert_eq!(page.text(inside(".cm-prompt")), "From the Café?");
    }
    folder.put_bytes("quiz.json", text.chars().map(|it| it as u8).collect());
    page.open(&folder.path("index.html"));
    page.told("error", 1);
    let lines = page.lines("error");
    assert!(lines.len() == 1 && lines[0].contains("quiz.json is not UTF-8; save it as UTF-8"), "{lines:?}");
}

/// At any depth, and with any notation of the key. Not if two objects have the same key, or a text looks like a key.
fn a_key_given_twice(page: &Page) {
    let folder = page.folder();
    let text = quiz(r#"\"{a\": 1, \"a\": [\"#).to_string();
    let twice = text.replacen(r#""points":{"#, "\"points\":{\n\"one\":2,\n", 1);
    let escaped = twice.replacen(r#""one":2"#, r#""\u006fne":2"#, 1);
    folder.put("index.html", host::with("<career-matcher></career-matcher>"));
    let told = |quiz: &str| {
        page.open(&folder.path("index.html"));
        page.call("document.querySelector('career-matcher').config = arguments[0]", vec![json!(quiz)]);
    };
    told(&text);
    page.ready();
    for quiz in [&twice, &escaped] {
        told(quiz);
        page.told("error", 1);
        let lines = page.lines("error");
        let words = "[repeated-key] `one` appears twice in one object, in lines 2 and 3";
        assert!(lines.len() == 1 && lines[0].contains(words), "{lines:?}");
    }
}
