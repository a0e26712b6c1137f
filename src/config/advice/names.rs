//! Unknown ids: titles used as ids, names from other programs, and the ids that exist.

use super::Tree;
use crate::config::{
    listed,
    path::{Path, Segment},
    problem::Kind,
};

/// The maximum of ids in a message.
pub(super) const MOST_LISTED: usize = 8;

pub(super) fn advice(tree: &Tree, path: &Path, kind: &Kind) -> Option<String> {
    match kind {
        Kind::UnknownId { what, id, suggestion: None } => {
            titled(tree, what, id).or_else(|| translated(tree, path, what, id))
        }
        Kind::UnknownWord { word, known, suggestion } => {
            let meant = if known.contains(&"swipe") { kind_meant(word) } else { None };
            Some(match meant.or(*suggestion) {
                Some(meant) => format!("`{word}` is not known here; did you mean `{meant}`?"),
                None => format!("`{word}` is not known here; use {}", listed::either(known)),
            })
        }
        _ => None,
    }
}

/// The names of card kinds in other programs.
fn kind_meant(word: &str) -> Option<&'static str> {
    Some(match word.to_lowercase().as_str() {
        "radio" | "choice" | "single-choice" | "select" | "dropdown" => "single",
        "checkbox" | "checkboxes" | "multi" | "multiple-choice" | "multiselect" => "multiple",
        "rating" | "likert" | "slider" | "range" => "scale",
        "yesno" | "yes-no" | "boolean" | "like" => "swipe",
        _ => return None,
    })
}

/// The list that holds items of a kind, and the field that could be mistaken for an id.
fn list_of(what: &str) -> Option<(&'static str, &'static str)> {
    Some(match what {
        "career" => ("careers", "title"),
        "trait" => ("traits", "title"),
        "group" => ("groups", "title"),
        "filter" => ("filters", "title"),
        "card" => ("cards", "prompt"),
        _ => return None,
    })
}

/// The message for a title used as an id.
pub(super) fn titled(tree: &Tree, what: &str, id: &str) -> Option<String> {
    let (list, title) = list_of(what)?;
    let of = tree.list(list).iter().find(|it| same(it.get(title), id))?;
    Some(format!("`{id}` is the {title} of a {what}; write its id, `{}`", of.id()?))
}

pub(super) fn same(title: Option<&Tree>, id: &str) -> bool {
    title.and_then(Tree::text).is_some_and(|it| it.trim().to_lowercase() == id.trim().to_lowercase())
}

/// A translation can't add what the quiz does not have.
fn translated(tree: &Tree, path: &Path, what: &str, id: &str) -> Option<String> {
    if !matches!(path.0.first(), Some(Segment::Key(key)) if key == "locales") {
        return None;
    }
    let ids: Vec<_> = list_of(what).map_or(&[][..], |it| tree.list(it.0)).iter().filter_map(Tree::id).collect();
    let instead = if (1..=MOST_LISTED).contains(&ids.len()) {
        format!(", or use {}", listed::either(&ids))
    } else {
        String::new()
    };
    Some(format!("no {what} has the id `{id}`; remove it{instead}"))
}
