//! Where the quiz comes from: the property, a script inside, the attribute, the quiz that ships along; in this order.

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
    ]
}

/// A quiz of one card that tells where it came from.
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
        // Those further down load when they come near.
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

    // Each in its turn: a quiz that is replaced before it is ready is not told.
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
