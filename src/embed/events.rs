//! The events of the host element: those of `quiz/events.rs`, and `ready`. `script/` sends `error`. All of them bubble
//! and are composed, so every ancestor can listen for them. Details are plain data.

use js_sys::{Array, Object, Reflect};
use wasm_bindgen::JsValue;
use web_sys::{CustomEvent, CustomEventInit, HtmlElement};

use crate::quiz::{Detail, QuizEvent};

/// `career-matcher-ready`: the quiz is on the page and can be used. It shows its intro, its first card, or the place
/// where a visitor continues.
pub(super) fn ready(host: &HtmlElement) {
    dispatch(host, "ready", &Object::new(), false);
}

/// Sends an event of the quiz. Returns false if the host cancelled it; only `cta` can be cancelled.
pub(super) fn send(host: &HtmlElement, event: QuizEvent) -> bool {
    let (name, may_stop) = (event.name(), matches!(event, QuizEvent::Cta { .. }));
    let details = Object::new();
    event.each_detail(&mut |name, detail| set(&details, name, &value(&detail)));
    dispatch(host, name, &details, may_stop)
}

fn value(detail: &Detail) -> JsValue {
    match detail {
        Detail::Text(text) => text.into(),
        Detail::Number(number) => (*number).into(),
        Detail::Flag(flag) => (*flag).into(),
        Detail::List(ids) => list(ids),
        Detail::Ranking(ranking) => {
            let place =
                |(career, share): &(String, f64)| object(&[("career", career.into()), ("match", (*share).into())]);
            ranking.iter().map(place).collect::<Array>().into()
        }
        Detail::Answers(answers) => {
            let answers: Vec<_> = answers.iter().map(|(card, answer)| (card.as_str(), list(answer))).collect();
            object(&answers)
        }
    }
}

fn dispatch(host: &HtmlElement, name: &str, detail: &JsValue, cancelable: bool) -> bool {
    let init = CustomEventInit::new();
    init.set_bubbles(true);
    init.set_composed(true);
    init.set_cancelable(cancelable);
    init.set_detail(detail);
    let name = ["career-matcher-", name].concat();
    match CustomEvent::new_with_event_init_dict(&name, &init) {
        Ok(event) => host.dispatch_event(&event).unwrap_or(true),
        Err(_) => true,
    }
}

pub(super) fn object(entries: &[(&str, JsValue)]) -> JsValue {
    let object = Object::new();
    entries.iter().for_each(|(key, value)| set(&object, key, value));
    object.into()
}

fn set(object: &Object, key: &str, value: &JsValue) {
    // Setting a field of a new object can't fail.
    let _ = Reflect::set(object, &JsValue::from_str(key), value);
}

pub(super) fn list(ids: &[String]) -> JsValue {
    ids.iter().map(JsValue::from).collect::<Array>().into()
}
