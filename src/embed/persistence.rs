//! What outlives the page or the program: the visitor's state as the page can read it, the link that the page was opened
//! by and, where the config asks for it, a code in the browser's storage.
//!
//! A code in storage belongs to one quiz. A quiz with an address is known by its address, any other by its title and the
//! ids in it. The codes of other quizzes are never read, written or removed. `script/memory.js` reads and writes the
//! browser's address and storage; this module decides what needs the quiz to decide.

use js_sys::{Array, Function, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::Element;

use super::events::{list, object};
use crate::{
    config::{Checked, model::Resume},
    quiz::{Owner, Screen, State, answer_ids, content_id, decode, decode_result, encode, letters_for, owner, resume},
    widget::QuizView,
};

/// Where a visitor begins who does not begin anew.
#[derive(Clone, Default, PartialEq)]
pub(super) struct Kept {
    pub(super) state: Option<State>,
    /// How many answers the quiz has no place for any more.
    pub(super) lost: usize,
    /// Somebody else's result.
    pub(super) shared: Vec<(usize, u8)>,
    /// There is a link, and it can't be read.
    pub(super) damaged: bool,
}

/// What a quiz is known by, apart from its ids.
#[derive(Clone, Default, PartialEq)]
pub(super) struct Source {
    /// Of a quiz that was fetched.
    pub(super) address: Option<String>,
    /// In the quiz's own language.
    pub(super) title: String,
}

impl Source {
    /// `script/element.js` notes the address.
    pub(super) fn of(container: &Element, title: String) -> Self {
        let address = Reflect::get(container, &"address".into()).ok().and_then(|it| it.as_string());
        Self { address, title }
    }
}

/// Whether there is anything to begin with, or to keep.
pub(super) fn matters(config: &Checked) -> bool {
    config.keep().resume != Resume::Off
}

/// What is kept: a code at hand wins over a link, and that over the storage. An entry of the chunk `result`.
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

/// What a link in the page's address brings, if there is one for this quiz. A link to a quiz that has changed since is
/// for a widget that nobody can take for another; one that can't be read is told by one widget.
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

/// The answers in the storage. Those of a quiz inside the page are found after a change of it too, where they can be no
/// other's: then they move to the name that it has now.
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

/// Notes where the visitor is, for the page and for a fresh start of the program.
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

/// Keeps a code, or forgets it. An entry of the chunk `result`, which is there in time: see [`matters`].
#[inline(never)]
fn save(container: &Element, quiz: &QuizView, source: &Source, code: String) {
    let [kind, name] = kept_as(quiz, source);
    asked(container, "save", &[kind, name, code]);
}

/// In which storage, and by which name. That of a quiz without an address begins with `#`.
fn kept_as(quiz: &QuizView, source: &Source) -> [String; 2] {
    let kind = match quiz.config().keep().resume {
        Resume::Off => "",
        Resume::Session => "session",
        Resume::Local => "local",
    };
    let name = source.address.clone().unwrap_or_else(|| ["#", &content_id(quiz, &source.title)].concat());
    [kind.to_owned(), name]
}

/// The address that a code is added to. An entry of the chunk `result`.
#[inline(never)]
pub(super) fn address(container: &Element, title: &str) -> String {
    let page = asked(container, "page", &[]);
    [page.first().map_or("", String::as_str), &letters_for(title), "."].concat()
}

/// What `script/memory.js` answers; nothing if it is not there.
fn asked(container: &Element, what: &str, about: &[String]) -> Vec<String> {
    let answer = || {
        let function: Function = Reflect::get(container, &what.into()).ok()?.dyn_into().ok()?;
        let answer: Array = function.apply(container, list(about).unchecked_ref()).ok()?.dyn_into().ok()?;
        Some(answer.iter().filter_map(|it| it.as_string()).collect())
    };
    answer().unwrap_or_default()
}
