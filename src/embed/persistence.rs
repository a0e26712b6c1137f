//! What outlives the page or the program: the visitor's state as the page can read it, the link that opened the page
//! and, if the config asks for it, a code in the browser's storage.
//!
//! A code in storage belongs to one quiz. A quiz with an address is identified by the address, any other quiz by its
//! title and ids. This module never reads, writes or removes the codes of other quizzes. `script/memory.js` reads and
//! writes the browser's address and storage; this module makes the decisions that need the quiz.

use js_sys::{Array, Function, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::Element;

use super::events::{list, object};
use crate::{
    config::{Checked, model::Resume},
    quiz::{Owner, Screen, State, answer_ids, content_id, decode, decode_result, encode, letters_for, owner, resume},
    widget::QuizView,
};

/// Where a returning visitor continues.
#[derive(Clone, Default, PartialEq)]
pub(super) struct Kept {
    pub(super) state: Option<State>,
    /// The number of answers that no longer fit the quiz.
    pub(super) lost: usize,
    /// The result of another person.
    pub(super) shared: Vec<(usize, u8)>,
    /// There is a link, but it can't be read.
    pub(super) damaged: bool,
}

/// What identifies a quiz besides its ids.
#[derive(Clone, Default, PartialEq)]
pub(super) struct Source {
    /// The address of a fetched quiz.
    pub(super) address: Option<String>,
    /// The title in the quiz's own language.
    pub(super) title: String,
}

impl Source {
    /// Reads the address that `script/element.js` has stored on the container.
    pub(super) fn of(container: &Element, title: String) -> Self {
        let address = Reflect::get(container, &"address".into()).ok().and_then(|it| it.as_string());
        Self { address, title }
    }
}

/// Whether the quiz restores or keeps answers.
pub(super) fn matters(config: &Checked) -> bool {
    config.keep().resume != Resume::Off
}

/// Finds the answers to continue with. The given code has priority over a link, and a link over storage. An entry of
/// the chunk `result`.
#[inline(never)]
pub(super) fn find(container: &Element, quiz: &QuizView, source: &Source, code: Option<String>, seed: u16) -> Kept {
    let kept = |(state, lost)| Kept { state: Some(state), lost, ..Kept::default() };
    if let Some(found) = code.and_then(|code| decode(quiz, &code, seed)) {
        return kept(found);
    }
    let linked = linked(container, quiz, source, seed).unwrap_or_default();
    if linked.state.is_some() {
        return linked;
    }
    let stored = stored(container, quiz, source, seed).map_or_else(Kept::default, kept);
    Kept { state: stored.state, lost: stored.lost, ..linked }
}

/// Reads the link in the page's address, if there is one for this quiz. A link to an earlier version of the quiz counts
/// only if no other widget can be meant. Only one widget reports an unreadable link.
pub(super) fn linked(container: &Element, quiz: &QuizView, source: &Source, seed: u16) -> Option<Kept> {
    let [title, code, is_alone, is_first] = asked(container, "link", &[]).try_into().ok()?;
    let owner = owner(quiz, &code);
    let is_meant = match owner {
        Owner::Unknown => true,
        Owner::Other => false,
        Owner::Same if title == letters_for(&source.title) => true,
        Owner::Same | Owner::Edited => !is_alone.is_empty(),
    };
    is_meant.then_some(())?;
    if let Some(shared) = decode_result(quiz, &code) {
        return Some(Kept { shared, ..Kept::default() });
    }
    let (state, lost) = decode(quiz, &code, seed).unzip();
    let damaged = state.is_none();
    let tells = owner != Owner::Unknown || !is_first.is_empty();
    tells.then(|| Kept { state, lost: lost.unwrap_or_default(), damaged, ..Kept::default() })
}

/// The answers in storage. The answers of a quiz inside the page are also found after the quiz has changed, if they
/// can't belong to another quiz. They then move to the quiz's present name.
fn stored(container: &Element, quiz: &QuizView, source: &Source, seed: u16) -> Option<(State, usize)> {
    let all = asked(container, "stored", &kept_as(quiz, source));
    let mut names = all.chunks_exact(2);
    let [_, own] = names.next()? else { return None };
    if !own.is_empty() {
        return resume(quiz, own, seed);
    }
    names.find_map(|it| {
        let found = decode(quiz, &it[1], seed)?;
        asked(container, "save", &[kept_as(quiz, source)[0].clone(), it[0].clone(), String::new()]);
        Some(found)
    })
}

/// Publishes the visitor's state for the page, and for a restart of the program.
pub(super) fn note(container: &Element, quiz: &QuizView, source: &Source, state: &State) {
    let code = encode(quiz, state);
    let cards = quiz.config().cards();
    let answered = state.history().iter().filter(|card| state.answers()[**card].is_some());
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
        save(container, quiz, source, if state.started() { code } else { String::new() });
    }
}

/// Saves a code, or removes it if empty. An entry of the chunk `result`, which has loaded by then: see [`matters`].
#[inline(never)]
fn save(container: &Element, quiz: &QuizView, source: &Source, code: String) {
    let [kind, name] = kept_as(quiz, source);
    asked(container, "save", &[kind, name, code]);
}

/// The kind of storage and the name in it. The name of a quiz without an address begins with `#`.
fn kept_as(quiz: &QuizView, source: &Source) -> [String; 2] {
    let kind = match quiz.config().keep().resume {
        Resume::Off => "",
        Resume::Session => "session",
        Resume::Local => "local",
    };
    let name = source.address.clone().unwrap_or_else(|| ["#", &content_id(quiz, &source.title)].concat());
    [kind.to_owned(), name]
}

/// The address to which a code is appended. An entry of the chunk `result`.
#[inline(never)]
pub(super) fn address(container: &Element, title: &str) -> String {
    let page = asked(container, "page", &[]);
    [page.first().map_or("", String::as_str), &letters_for(title), "."].concat()
}

/// Calls a function of `script/memory.js`. Returns an empty list if the function is missing.
fn asked(container: &Element, what: &str, about: &[String]) -> Vec<String> {
    let answer = || {
        let function: Function = Reflect::get(container, &what.into()).ok()?.dyn_into().ok()?;
        let answer: Array = function.apply(container, list(about).unchecked_ref()).ok()?.dyn_into().ok()?;
        Some(answer.iter().filter_map(|it| it.as_string()).collect())
    };
    answer().unwrap_or_default()
}
