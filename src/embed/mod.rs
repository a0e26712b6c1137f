//! `<career-matcher>` in any page: attributes in, events out, the apps and their containers.
//!
//! The only module that touches the host element and its document. The class of the element is JavaScript, because
//! browsers require that; it is in `script/` and calls the functions below.

mod app;
mod attributes;
#[allow(dead_code, reason = "the build reads the rest of it")]
mod chunk_table;
mod chunks;
mod events;
mod fault;
mod json;
mod persistence;
mod pool;

use wasm_bindgen::prelude::*;
use web_sys::{Element, HtmlElement};

use crate::{
    config::{Audience, Checked, Kind, Path, Problem, check, limits, localise, parse_tree},
    quiz::{Action, TemplateContext, decode, plans},
    widget::{Arrival, QuizView, Speech, Words, words_arrive},
};
use app::Content;
use chunks::Marks;
use fault::Fault;
use persistence::{Kept, Source};

/// Plays a config in a container inside the host's shadow root, with the answers in `code` and the texts in `words`, if
/// given. Returns an empty list if nothing needs reporting. Otherwise it returns `"plays"` or `"fails"`, a code and a
/// message; or `"needs"` and the chunk to load before the quiz can play. The chunk `result` is needed first if there
/// may be a link, `texts` if texts contain what the page knows about its visitor.
#[wasm_bindgen]
pub fn mount(
    host: HtmlElement,
    container: Element,
    config: &str,
    code: Option<String>,
    words: Option<Vec<String>>,
    locale: Option<String>,
    context: Option<Vec<String>>,
) -> Vec<String> {
    let context = context.unwrap_or_default();
    let words = words.map(|words| Words::new(words, context.clone()));
    let (checked, problems, marks) = match read(&host, config, locale, &words) {
        Err(chunk) => return needs(chunk),
        Ok((_, problems, ..)) if !problems.is_empty() && !chunks::is_there(chunks::FAULTS) => {
            return needs(chunks::FAULTS);
        }
        Ok(read) => read,
    };
    let fault = (!problems.is_empty()).then(|| Fault::new(&problems));
    let told =
        |how: &str, fault: Option<Fault>| fault.map_or_else(Vec::new, |it| [vec![how.to_owned()], it.told()].concat());
    let Some(config) = checked else { return told("fails", fault) };
    let comes_back = code.is_some() || chunks::is_there(chunks::RESULT) || persistence::matters(&config);
    let names = marks.names || config.links().is_some();
    let all = [(chunks::RESULT, comes_back), (chunks::TEXTS, names), (chunks::ADAPTIVE, plans(&config))];
    if let Some((chunk, _)) = all.into_iter().find(|(chunk, needed)| *needed && !chunks::is_there(chunk)) {
        return needs(chunk);
    }
    let speech = Speech { words, context: names.then(|| told_by_page(context)), rich: marks.marks };
    let quiz = QuizView::speaking(config, speech);
    let source = Source::of(&container, marks.title);
    let kept =
        if comes_back { persistence::find(&container, &quiz, &source, code, app::seed()) } else { Kept::default() };
    pool::mount(host, container, Content::Quiz(quiz, source, kept));
    told("plays", fault)
}

/// Follows a new link in the page's address, if it is for this quiz. `code` holds the current answers; they stay if the
/// link has none. Needs the chunk `result`.
#[wasm_bindgen]
pub fn follow(container: &Element, code: Option<String>) {
    follow_link(container, code);
}

#[inline(never)]
fn follow_link(container: &Element, code: Option<String>) {
    pool::change(container, |quiz, source| {
        let linked = persistence::linked(container, quiz, source, app::seed())?;
        let now = || code.and_then(|code| decode(quiz, &code, app::seed()));
        let state = linked.state.or_else(|| Some(now()?.0));
        Some(Kept { state, ..linked })
    });
}

fn needs(chunk: &str) -> Vec<String> {
    vec!["needs".to_owned(), chunk.to_owned()]
}

/// Sets the English texts that come with the result.
#[wasm_bindgen]
pub fn words(words: Vec<String>) {
    words_arrive(words);
}

/// Goes to a card that the visitor has seen, by its id; without an id it restarts the quiz. Needs the chunk `extra`.
#[wasm_bindgen]
pub fn go(container: &Element, card: Option<String>) {
    go_to(container, card);
}

#[inline(never)]
fn go_to(container: &Element, card: Option<String>) {
    pool::order(container, |quiz| match &card {
        None => Some(Action::Restart),
        Some(id) => quiz.config().cards().iter().position(|card| card.id == *id).map(Action::GoTo),
    });
}

/// Releases the app of a container for another widget.
#[wasm_bindgen]
pub fn unmount(container: &Element) {
    pool::unmount(container);
}

/// Records whether a chunk has loaded (`true`), has failed (`false`) or is loading (`None`).
#[wasm_bindgen]
pub fn arrive(chunk: &str, there: Option<bool>) {
    let arrival = match there {
        None => Arrival::Coming,
        Some(false) => Arrival::Failed,
        Some(true) => Arrival::There,
    };
    chunks::note(chunk, arrival);
    pool::update();
}

/// What the page says about its visitor: names and values in turn. Parameters of the page's address have a `?` before
/// their names. An entry of the chunk `texts`.
#[inline(never)]
fn told_by_page(context: Vec<String>) -> TemplateContext {
    let mut told = TemplateContext::default();
    for fact in context.chunks_exact(2) {
        match fact[0].strip_prefix('?') {
            Some(name) => told.params.push((name.to_owned(), fact[1].clone())),
            None => told.fields.push((fact[0].clone(), fact[1].clone())),
        }
    }
    told
}

/// Reads and checks a config. Returns the config, if it can be played, and the problems for its author; or the chunk
/// that is needed to read it.
fn read(
    host: &HtmlElement,
    text: &str,
    locale: Option<String>,
    words: &Option<Words>,
) -> Result<(Option<Checked>, Vec<Problem>, Marks), &'static str> {
    if text.len() > limits::BYTES {
        let problem = Problem::error(Path::default(), Kind::TooLarge { bytes: text.len() });
        return Ok((None, vec![problem], Marks::default()));
    }
    let mut tree = match json::parse(text) {
        Ok(tree) => tree,
        Err(problem) => return Ok((None, vec![problem], Marks::default())),
    };
    let marks = Marks::of(&tree);
    if (locale.is_some() || marks.marks) && !chunks::is_there(chunks::TEXTS) {
        return Err(chunks::TEXTS);
    }
    if let Some(tag) = locale {
        localise(&mut tree, &tag);
    }
    let missing = !chunks::is_there(chunks::EXTRA);
    if missing && chunks::asks_for_extra(&tree) {
        return Err(chunks::EXTRA);
    }
    let (mut config, mut problems) = match parse_tree(&tree, Audience::Visitor) {
        Ok(parsed) => parsed,
        Err(problems) => return Ok((None, problems, marks)),
    };
    attributes::apply(host, &mut config, words);
    let checked = check(config, &mut problems);
    if missing && checked.as_ref().is_some_and(chunks::needs_extra) {
        return Err(chunks::EXTRA);
    }
    Ok((checked, problems, marks))
}
