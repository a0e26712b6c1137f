//! The events of a quiz that the host element sends, with their details; `script/element.js` sends `error`. All of them
//! bubble and are composed, so that a listener anywhere above hears them; the details are plain data.

use js_sys::{Array, Object, Reflect};
use wasm_bindgen::JsValue;
use web_sys::{CustomEvent, CustomEventInit, HtmlElement};

use crate::quiz::QuizEvent;

/// `career-matcher-ready`: the quiz is on the page and can be used: its intro, its first card, or wherever a visitor continues.
pub(super) fn ready(host: &HtmlElement) {
    dispatch(host, "ready", &object(&[]), false);
}

/// Everything that happens in a quiz. Returns whether the host lets it go on; it can stop only `cta`.
pub(super) fn send(host: &HtmlElement, event: &QuizEvent) -> bool {
    match event {
        QuizEvent::Start => dispatch(host, "start", &object(&[]), false),
        QuizEvent::Step { card, number, of } => {
            let detail = [("card", card.into()), ("number", (*number as u32).into()), ("of", (*of as u32).into())];
            dispatch(host, "step", &object(&detail), false)
        }
        QuizEvent::Answer { card, answer } => {
            dispatch(host, "answer", &object(&[("card", card.into()), ("answer", list(answer))]), false)
        }
        QuizEvent::Back { card } => dispatch(host, "back", &object(&[("card", card.into())]), false),
        QuizEvent::Complete { ranking, answers, first, nothing } => {
            let place = |(career, share): &(String, f64)| {
                object(&[("career", career.into()), ("match", JsValue::from_f64(*share))])
            };
            let ranking: Array = ranking.iter().map(place).collect();
            let answers: Vec<_> = answers.iter().map(|(card, answer)| (card.as_str(), list(answer))).collect();
            let detail = [
                ("ranking", ranking.into()),
                ("answers", object(&answers)),
                ("first", (*first).into()),
                ("nothing", (*nothing).into()),
            ];
            dispatch(host, "complete", &object(&detail), false)
        }
        QuizEvent::Cta { career, href } => {
            dispatch(host, "cta", &object(&[("career", career.into()), ("href", href.into())]), true)
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
    for (key, value) in entries {
        // Setting a field of a fresh object can't fail.
        let _ = Reflect::set(&object, &JsValue::from_str(key), value);
    }
    object.into()
}

pub(super) fn list(ids: &[String]) -> JsValue {
    ids.iter().map(JsValue::from).collect::<Array>().into()
}
