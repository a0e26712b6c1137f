//! Which parts of the program have been loaded; `script/` loads them and tells how it went.

use std::cell::RefCell;

use crate::{
    config::{Card, Checked, Matching, Tree},
    text::is_marked,
    widget::Arrival,
};

/// The result and all that only it needs.
pub(super) const RESULT: &str = "result";

/// What plain quizzes do without: other models, conditions, filters, and reading what an adaptive quiz has.
pub(super) const EXTRA: &str = "extra";
/// Other languages, marks in texts and names in braces.
pub(super) const SPEECH: &str = "texts";
/// Cards in an order of their own, and early ends.
pub(super) const ADAPTIVE: &str = "adaptive";
/// The words for what is wrong with a config.
pub(super) const FAULTS: &str = "faults";

thread_local! {
    static KNOWN: RefCell<Vec<(String, Arrival)>> = const { RefCell::new(Vec::new()) };
}

/// Whether fields of a config can't be read without what plain quizzes do without.
pub(super) fn asks_for_extra(tree: &Tree) -> bool {
    const ANYWHERE: [&str; 16] = [
        "logo",
        "axes",
        "ties",
        "tieCareer",
        "flow",
        "calibration",
        "filters",
        "links",
        "result",
        "when",
        "require",
        "exclude",
        "traits",
        "groups",
        "expect",
        "chance",
    ];
    let plain = |tree: &Tree| matches!(tree, Tree::Text(model) if model == "points");
    let asks = |key: &str, tree: &Tree| ANYWHERE.contains(&key) || key == "model" && !plain(tree);
    match tree {
        Tree::Map(fields) => fields.iter().any(|(key, tree)| asks(key, tree) || asks_for_extra(tree)),
        Tree::List(items) => items.iter().any(asks_for_extra),
        _ => false,
    }
}

/// What texts have in them besides words.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub(super) struct Marks {
    /// Names in braces.
    pub(super) names: bool,
    /// Marks of Markdown.
    pub(super) marks: bool,
    /// What the quiz is called, in its own language.
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

/// Whether a config can't be played without it.
pub(super) fn needs_extra(config: &Checked) -> bool {
    let hidden =
        |card: &Card| card.when.is_some() || card.response.options().iter().any(|option| option.when.is_some());
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
