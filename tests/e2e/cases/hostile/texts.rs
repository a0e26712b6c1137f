//! Two hundred texts that would run if anything interpreted them as markup: in every text of a quiz with all fields, in
//! the page's address, on the element, and as the code of a link.

use std::fs;

use serde_json::{Value, json};

use super::element;
use crate::{host, page::Page};

const PLAY: &str = include_str!("texts.js");

/// Fields that visitors read. Texts in lists and in maps with these names count too.
const FIELDS: [&str; 16] = [
    "title",
    "heading",
    "body",
    "summary",
    "day",
    "tools",
    "firstSteps",
    "label",
    "prompt",
    "note",
    "imageAlt",
    "low",
    "high",
    "reason",
    "caveat",
    "credit",
];
const MAPS: [&str; 2] = ["verdicts", "words"];

/// What a page may know about its visitor, appended to each text.
const NAMES: &str = " {param:evil|nobody} {field:evil|nobody} {answer:room|nothing}";

pub fn two_hundred_texts(page: &Page) {
    let folder = page.folder();
    folder.put("index.html", host::with(&element()));
    for name in ["museum", "frame", "brush"] {
        let picture = fs::read_to_string(format!("examples/images/{name}.svg")).expect("the picture is there");
        folder.put(&format!("images/{name}.svg"), picture);
    }
    page.open(&folder.path("index.html"));
    page.ready();
    let play = |texts: &[(usize, String)]| -> Vec<(bool, Vec<String>)> {
        let quizzes: Vec<_> = texts.iter().map(|(at, text)| everywhere(text, language(*at))).collect();
        serde_json::from_value(page.call_async(PLAY, vec![json!(quizzes)])).expect("what it tells")
    };
    // What harmless texts produce, with all Markdown that a quiz may use.
    let plain = "Words, **bold** or *not*,\nand [more](https://school.example/)\n\n- one\n- two";
    let usual = play(&[(0, plain.to_owned()), (1, plain.to_owned())]);
    assert!(usual.iter().all(|(there, kinds)| *there && kinds.len() > 30), "{usual:?}");

    let all: Vec<_> = payloads().into_iter().enumerate().collect();
    assert_eq!(all.len(), 200);
    // A few at a time: a busy machine needs time for each, and browsers limit the time of a script.
    for some in all.chunks(4) {
        for ((at, text), (there, kinds)) in some.iter().zip(play(some)) {
            let strange: Vec<_> = kinds.iter().filter(|kind| !usual[at_language(*at)].1.contains(kind)).collect();
            assert!(there && strange.is_empty(), "{text}: a result {there}, and {strange:?}");
        }
        assert_eq!(page.eval("window.__evil ?? null"), Value::Null, "{some:#?}");
    }
    assert_eq!(page.lines("error"), [""; 0]);
    assert_eq!(page.eval("document.title"), json!("A page of somebody else"));
}

/// Each text in one language, each kind of text in both.
fn at_language(at: usize) -> usize {
    (at + at / 10) % 2
}

fn language(at: usize) -> &'static str {
    ["en", "ar"][at_language(at)]
}

/// The example that has every field, with one text in place of everything that a visitor reads, including translations.
fn everywhere(text: &str, lang: &str) -> Value {
    let example = fs::read_to_string("examples/everything.json").expect("the example is there");
    let mut quiz: Value = serde_json::from_str(&example).expect("it is JSON");
    replace(&mut quiz, &[text, NAMES].concat());
    quiz["keep"]["resume"] = json!("off");
    quiz["flow"]["shuffleOptions"] = json!(false);
    quiz["links"]["pass"] = json!(["evil"]);
    if lang == "en" {
        quiz["language"] = json!(text);
    }
    json!({ "quiz": quiz, "text": text, "lang": lang })
}

fn replace(tree: &mut Value, text: &str) {
    let Some(fields) = tree.as_object_mut() else {
        tree.as_array_mut().into_iter().flatten().for_each(|item| replace(item, text));
        return;
    };
    for (name, value) in fields {
        let read = FIELDS.contains(&name.as_str());
        match value {
            Value::String(old) if read => *old = text.to_owned(),
            Value::Array(items) if read && items.iter().all(Value::is_string) => items.fill(json!(text)),
            Value::Object(words) if MAPS.contains(&name.as_str()) => {
                words.values_mut().for_each(|word| *word = json!(text));
            }
            other => replace(other, text),
        }
    }
}

/// Texts that would run if anything interpreted them as markup.
fn payloads() -> Vec<String> {
    const RUN: &str = "__evil=1";
    let tags = [
        format!("<script>{RUN}</script>"),
        format!("<img src=x onerror={RUN}>"),
        format!("<svg onload={RUN}>"),
        format!("<body onload={RUN}>"),
        format!("<iframe srcdoc=\"<script>parent.{RUN}</script>\">"),
        format!("<iframe src=javascript:parent.{RUN}>"),
        format!("<video><source onerror={RUN}>"),
        format!("<audio src=x onerror={RUN}>"),
        format!("<input autofocus onfocus={RUN}>"),
        format!("<details open ontoggle={RUN}>"),
        format!("<marquee onstart={RUN}>"),
        format!("<object data=javascript:{RUN}>"),
        format!("<embed src=javascript:{RUN}>"),
        format!("<math><mtext><style><img src=x onerror={RUN}></style></mtext></math>"),
        format!("<style>@import 'javascript:{RUN}'</style><style onload={RUN}></style>"),
        format!("<link rel=stylesheet href=x onerror={RUN}>"),
        format!("<meta http-equiv=refresh content=0;url=javascript:{RUN}>"),
        format!("<a href=javascript:{RUN} id=x autofocus tabindex=1 onfocus={RUN}>"),
        format!("<select autofocus onfocus={RUN}><template><script>{RUN}</script></template>"),
        format!("[x](javascript:{RUN}) **<img src=x onerror={RUN}>** {{career}}"),
    ];
    let wraps: [fn(&str) -> String; 10] = [
        |tag| tag.to_owned(),
        |tag| format!("\">{tag}"),
        |tag| format!("'>{tag}"),
        |tag| format!("</script></style></textarea></title>{tag}"),
        |tag| format!("-->{tag}<!--"),
        |tag| format!("]]>{tag}"),
        |tag| tag.replace('<', "&lt;").replace('>', "&gt;"),
        |tag| tag.replace(' ', "/"),
        |tag| tag.replace(' ', "\n\t"),
        |tag| format!("{{{{constructor.constructor('{tag}')()}}}}${{{tag}}}"),
    ];
    tags.iter().flat_map(|tag| wraps.map(|wrap| wrap(tag))).collect()
}
