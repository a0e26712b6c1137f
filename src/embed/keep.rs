//! What outlives the page or the program: the visitor's state as the page can read it; a code in the page's address, or
//! in the browser's storage where the config wants that.
//!
//! It reads the address and never writes it. A storage that is denied is no storage.

use js_sys::Reflect;
use wasm_bindgen::JsValue;
use web_sys::{Element, HtmlElement, Storage};

use super::events::{list, object};
use crate::{
    config::{Checked, model::Resume},
    quiz::{Screen, State, answer_ids, decode, decode_result, encode},
    widget::Quiz,
};

/// How a code begins in the part of an address after `#`; an element with an id has a code of its own.
const MARK: &str = "career-matcher";

/// Where a visitor begins who does not begin anew.
#[derive(Clone, Default, PartialEq)]
pub(super) struct Kept {
    pub(super) state: Option<State>,
    /// How many answers the quiz has no place for any more.
    pub(super) lost: usize,
    /// Somebody else's result.
    pub(super) shared: Vec<(usize, u8)>,
}

/// Whether there is anything to begin with, or to keep.
pub(super) fn matters(host: &HtmlElement, config: &Checked) -> bool {
    config.keep().resume != Resume::Off || in_address(host).is_some()
}

/// What is kept: a code at hand wins over a link, and that over the storage.
pub(super) fn find(host: &HtmlElement, quiz: &Quiz, code: Option<String>, seed: u16) -> Kept {
    let linked = code.or_else(|| in_address(host));
    if let Some(shared) = linked.as_deref().and_then(|code| decode_result(quiz, code)) {
        return Kept { shared, ..Kept::default() };
    }
    let stored = || storage(quiz.config())?.get_item(&key(host)).ok()?;
    let found = linked.and_then(|code| decode(quiz, &code, seed));
    let found = found.or_else(|| decode(quiz, &stored()?, seed));
    found.map_or_else(Kept::default, |(state, lost)| Kept { state: Some(state), lost, ..Kept::default() })
}

/// Notes where the visitor is, for the page and for a fresh start of the program.
pub(super) fn note(host: &HtmlElement, container: &Element, quiz: &Quiz, state: &State) {
    let code = encode(quiz, state);
    let cards = quiz.config().cards();
    let answered = state.trail().iter().filter(|card| state.answers()[**card].is_some());
    let answers: Vec<_> = answered
        .map(|card| (cards[*card].id.as_str(), list(&answer_ids(&cards[*card], state.answers()[*card]))))
        .collect();
    let (screen, card) = match state.screen() {
        Screen::Intro => ("intro", JsValue::NULL),
        Screen::Card(at) => ("card", cards[at].id.as_str().into()),
        Screen::Result => ("result", JsValue::NULL),
    };
    let fields =
        [("screen", screen.into()), ("card", card), ("answers", object(&answers)), ("code", code.as_str().into())];
    // Setting a field of our own element can't fail.
    let _ = Reflect::set(container, &"state".into(), &object(&fields));
    if quiz.config().keep().resume != Resume::Off {
        save(host, quiz.config(), state.started().then_some(&code));
    }
}

/// Keeps a code, or forgets it. A door to the result's part, which is there in time: see [`matters`].
#[inline(never)]
fn save(host: &HtmlElement, config: &Checked, code: Option<&String>) {
    let Some(storage) = storage(config) else { return };
    // What can't be kept is not kept; the quiz goes on.
    let _ = match code {
        Some(code) => storage.set_item(&key(host), code),
        None => storage.remove_item(&key(host)),
    };
}

/// The address that a code is added to.
pub(super) fn address(host: &HtmlElement) -> String {
    let href = web_sys::window().and_then(|window| window.location().href().ok()).unwrap_or_default();
    [href.split('#').next().unwrap_or_default(), "#", &mark(host)].concat()
}

fn in_address(host: &HtmlElement) -> Option<String> {
    let hash = web_sys::window()?.location().hash().ok()?;
    let mark = mark(host);
    hash.trim_start_matches('#').split('&').find_map(|part| part.strip_prefix(&mark)).map(str::to_owned)
}

fn mark(host: &HtmlElement) -> String {
    match host.id() {
        id if id.is_empty() => [MARK, "="].concat(),
        id => [MARK, ".", &id, "="].concat(),
    }
}

fn key(host: &HtmlElement) -> String {
    [MARK, ":", &host.id(), ":", &host.get_attribute("config").unwrap_or_default()].concat()
}

fn storage(config: &Checked) -> Option<Storage> {
    let window = web_sys::window()?;
    match config.keep().resume {
        Resume::Off => None,
        Resume::Session => window.session_storage().ok()?,
        Resume::Local => window.local_storage().ok()?,
    }
}
