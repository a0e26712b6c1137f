//! Which parts of the program have been loaded; `script/` loads them and tells how it went.

use std::cell::RefCell;

use crate::{
    config::{Card, Checked, Matching, Tree},
    widget::Arrival,
};

/// The result and all that only it needs.
pub(super) const RESULT: &str = "result";

/// What plain quizzes do without: other orders, stops and models, conditions, filters.
pub(super) const EXTRA: &str = "extra";
/// The words for what is wrong with a config.
pub(super) const FAULTS: &str = "faults";

thread_local! {
    static KNOWN: RefCell<Vec<(String, Arrival)>> = const { RefCell::new(Vec::new()) };
}

/// Whether fields of a config can't be read without what plain quizzes do without.
pub(super) fn asks_for_extra(tree: &Tree) -> bool {
    let Tree::Map(fields) = tree else { return false };
    fields.iter().any(|(key, _)| ["flow", "calibration", "filters"].contains(&key.as_str()))
}

/// Whether a config can't be played without it.
pub(super) fn needs_extra(config: &Checked) -> bool {
    let hidden = |card: &Card| card.when.is_some() || card.ask.options().iter().any(|option| option.when.is_some());
    !matches!(config.matching(), Matching::Points(_)) || config.cards().iter().any(hidden)
}

pub(super) fn is_there(part: &str) -> bool {
    arrival(part) == Arrival::There
}

/// How far a part has come.
pub(super) fn arrival(part: &str) -> Arrival {
    KNOWN.with_borrow(|known| known.iter().find(|(name, _)| name == part).map_or(Arrival::Coming, |it| it.1))
}

/// What is said last of a part holds.
pub(super) fn note(part: &str, arrival: Arrival) {
    KNOWN.with_borrow_mut(|known| {
        known.retain(|(name, _)| name != part);
        known.push((part.to_owned(), arrival));
    });
}
