//! Which chunks of the wasm are loaded. `script/` loads them and reports success or failure.

use std::cell::RefCell;

use super::chunk_table::EXTRA_FIELDS;
use crate::{
    config::{Card, Checked, Matching, Tree},
    text::is_marked,
    widget::Arrival,
};

pub(super) use super::chunk_table::{ADAPTIVE, EXTRA, FAULTS, RESULT, TEXTS};

thread_local! {
    static KNOWN: RefCell<Vec<(String, Arrival)>> = const { RefCell::new(Vec::new()) };
}

/// Whether the config has fields that only the chunk `extra` can read.
pub(super) fn asks_for_extra(tree: &Tree) -> bool {
    let plain = |tree: &Tree| matches!(tree, Tree::Text(model) if model == "points");
    let asks = |key: &str, tree: &Tree| EXTRA_FIELDS.contains(&key) || key == "model" && !plain(tree);
    match tree {
        Tree::Map(fields) => fields.iter().any(|(key, tree)| asks(key, tree) || asks_for_extra(tree)),
        Tree::List(items) => items.iter().any(asks_for_extra),
        _ => false,
    }
}

/// What the texts of a quiz contain besides words.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub(super) struct Marks {
    /// Names in braces.
    pub(super) names: bool,
    /// Markdown.
    pub(super) marks: bool,
    /// The quiz's title, in its own language.
    pub(super) title: String,
}

impl Marks {
    pub(super) fn of(tree: &Tree) -> Self {
        let mut all = Self::default();
        if let Some(Tree::Text(title)) = tree.get("title") {
            all.title.clone_from(title);
        }
        all.look(tree);
        all
    }

    fn look(&mut self, tree: &Tree) {
        match tree {
            Tree::Text(text) => {
                self.names |= text.contains('{');
                self.marks |= is_marked(text);
            }
            Tree::List(items) => items.iter().for_each(|item| self.look(item)),
            Tree::Map(fields) => fields.iter().for_each(|(_, tree)| self.look(tree)),
            _ => {}
        }
    }
}

/// Whether this quiz can't be played without the chunk `extra`.
pub(super) fn needs_extra(config: &Checked) -> bool {
    let hidden =
        |card: &Card| card.when.is_some() || card.response.options().iter().any(|option| option.when.is_some());
    !matches!(config.matching(), Matching::Points(_)) || config.cards().iter().any(hidden)
}

pub(super) fn is_there(chunk: &str) -> bool {
    arrival(chunk) == Arrival::There
}

/// The state of a chunk.
pub(super) fn arrival(chunk: &str) -> Arrival {
    KNOWN.with_borrow(|known| known.iter().find(|(name, _)| name == chunk).map_or(Arrival::Coming, |it| it.1))
}

/// Records the state of a chunk. The last call counts.
pub(super) fn note(chunk: &str, arrival: Arrival) {
    KNOWN.with_borrow_mut(|known| {
        known.retain(|(name, _)| name != chunk);
        known.push((chunk.to_owned(), arrival));
    });
}
