//! Which parts of the program have been loaded; `element.js` loads them and tells how it went.

use std::cell::RefCell;

use crate::widget::Arrival;

/// The result and all that only it needs.
pub(super) const RESULT: &str = "result";

/// What chooses cards, and knows when it is enough.
pub(super) const ADAPTIVE: &str = "adaptive";

thread_local! {
    static KNOWN: RefCell<Vec<(String, Arrival)>> = const { RefCell::new(Vec::new()) };
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
