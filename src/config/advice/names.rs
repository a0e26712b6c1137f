//! Ids: titles that were taken for them, answers of each kind of card, and ids that can't be one.

use super::slug;
use crate::config::{
    path::{Path, Step},
    problem::Kind,
    tree::Tree,
};

/// The first that has an id which comes twice.
pub(super) fn first(tree: &Tree, path: &Path, id: &str) -> Option<Path> {
    let [list @ .., Step::Index(second), Step::Key(key)] = path.0.as_slice() else { return None };
    let items = tree.at(list)?.items();
    let first = items[..*second].iter().position(|it| it.get("id").and_then(Tree::text) == Some(id))?;
    Some(Path([list, &[Step::Index(first), Step::Key(key.clone())]].concat()))
}

pub(super) fn advice(tree: &Tree, path: &Path, kind: &Kind) -> Option<String> {
    match kind {
        Kind::BadId { id } => {
            let better = Some(slug(id)).filter(|it| !it.is_empty() && it != id && it.chars().count() <= 40)?;
            Some(format!("{kind}; `{better}` would do"))
        }
        Kind::UnknownId { what, id, suggestion: None } => titled(tree, what, id),
        Kind::UnknownCard { id, suggestion } => {
            let cards = tree.get("cards")?.items();
            let named = |it: &Tree| it.get("id").and_then(Tree::text) == Some(id);
            match path.0.get(1) {
                Some(Step::Index(own)) if path.0.first() == Some(&Step::Key("cards".to_owned())) => {
                    if cards.get(*own).is_some_and(named) {
                        return Some(format!(
                            "`{id}` is this card itself; a condition can only look at cards before it"
                        ));
                    }
                    if cards.iter().any(named) {
                        return Some(format!("`{id}` comes later; a condition can only look at cards before it"));
                    }
                    if suggestion.is_some() { None } else { titled(tree, "card", id) }
                }
                _ => None,
            }
        }
        Kind::UnknownAnswer { answer, card, .. } => answered(tree, answer, card),
        Kind::UnknownWord { word, known, .. } if known.contains(&"swipe") => {
            let word = word.to_lowercase();
            let meant = match word.as_str() {
                "radio" | "choice" | "single-choice" | "select" | "dropdown" => "single",
                "checkbox" | "checkboxes" | "multi" | "multiple-choice" | "multiselect" => "multiple",
                "rating" | "likert" | "slider" | "range" => "scale",
                "yesno" | "yes-no" | "boolean" | "like" => "swipe",
                _ => return None,
            };
            Some(format!("`{word}` is not known here; did you mean `{meant}`?"))
        }
        _ => None,
    }
}

/// Whether an id is in truth a title.
fn titled(tree: &Tree, what: &str, id: &str) -> Option<String> {
    let (list, title) = match what {
        "career" => ("careers", "title"),
        "trait" => ("traits", "title"),
        "group" => ("groups", "title"),
        "filter" => ("filters", "title"),
        "card" => ("cards", "prompt"),
        _ => return None,
    };
    let of = tree.get(list)?.items().iter().find(|it| same(it.get(title), id))?;
    let own = of.get("id")?.text()?;
    Some(format!("`{id}` is the {title} of a {what}; its id is `{own}`"))
}

fn same(title: Option<&Tree>, id: &str) -> bool {
    title.and_then(Tree::text).is_some_and(|it| it.trim().to_lowercase() == id.trim().to_lowercase())
}

fn answered(tree: &Tree, answer: &str, card: &str) -> Option<String> {
    let found = tree.get("cards")?.items().iter().find(|it| it.get("id").and_then(Tree::text) == Some(card))?;
    let no = format!("`{answer}` is no answer of `{card}`");
    match found.get("kind")?.text()? {
        "swipe" => Some(format!("{no}; use `like` or `pass`")),
        "scale" => {
            let steps = match found.get("steps") {
                Some(Tree::Number(steps)) => *steps,
                _ => 5.0,
            };
            Some(format!("{no}; use a step, `1` to `{steps}`"))
        }
        _ => {
            let options = found.get("options")?.items();
            if let Some(own) = options.iter().find(|it| same(it.get("label"), answer)) {
                let id = own.get("id")?.text()?;
                return Some(format!("`{answer}` is the label of an option; its id is `{id}`"));
            }
            let ids: Vec<_> = options.iter().filter_map(|it| it.get("id")?.text()).collect();
            let near = super::super::index::closest(answer, ids.iter().copied());
            if near.is_some() || ids.is_empty() || ids.len() > 8 {
                return None;
            }
            Some(format!("{no}; use `{}`", ids.join("`, `")))
        }
    }
}
