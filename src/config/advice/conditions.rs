//! Conditions: missing or extra tests, cards that can't be used, answers that a card does not have.

use super::{
    Tree, card_at, last,
    names::{MOST_LISTED, same, titled},
};
use crate::config::{index::closest, listed, path::Path, problem::Kind};

pub(super) fn advice(tree: &Tree, path: &Path, kind: &Kind) -> Option<String> {
    match kind {
        Kind::BadCondition => Some(tests(tree, path)),
        Kind::BadTotal => Some(total(path)),
        Kind::UnknownCard { id, suggestion } => card(tree, path, id, suggestion.as_deref()),
        Kind::UnknownAnswer { answer, card, .. } => answered(tree, answer, card),
        _ => None,
    }
}

fn tests(tree: &Tree, path: &Path) -> String {
    let has = |names: &[&'static str]| -> Vec<&'static str> {
        let all = tree.at(&path.0).map_or(&[][..], Tree::fields);
        names
            .iter()
            .copied()
            .filter(|name| all.iter().any(|(key, it)| key == name && *it != Tree::Null))
            .collect()
    };
    let parts = has(&["card", "total", "not", "all", "any"]);
    let tests = has(&["is", "anyOf", "atLeast", "atMost", "answered"]);
    let example = example(tree, path);
    match (parts.as_slice(), tests.as_slice()) {
        ([], []) => {
            let drop = match last(path) {
                "when" if card_at(path).is_some() => {
                    let what = if path.0.len() > 3 { "answer" } else { "card" };
                    format!(", or remove `when` to show the {what} always")
                }
                _ => String::new(),
            };
            format!("this condition is empty; write `{example}`{drop}")
        }
        ([], _) => format!("this condition names no card; write it like `{example}`"),
        ([_, _, ..], _) => format!("this condition has both {}; keep one of them", listed::each(&parts)),
        (["total"], []) => "a total needs a limit; add `\"atLeast\": 3`, or `atMost`".to_owned(),
        (["total"], _) => {
            let others: Vec<_> = tests.iter().copied().filter(|it| !["atLeast", "atMost"].contains(it)).collect();
            format!("a total has `atLeast` or `atMost`; remove {}", listed::each(&others))
        }
        (["card"], ["atMost"] | [_, "atMost"]) => {
            "`atMost` belongs with `total`; for a card write `{ \"not\": { … \"atLeast\": … } }`".to_owned()
        }
        (["card"], []) => format!("this condition names a card but no answer; write it like `{example}`"),
        (["card"], _) => {
            let both = if tests.len() == 2 { "both " } else { "" };
            format!("this condition has {both}{}; keep one of them", listed::each(&tests))
        }
        ([part], _) => {
            format!("{} belongs with `card`, not with `{part}`; remove one of them", listed::each(&tests))
        }
    }
}

fn total(path: &Path) -> String {
    match card_at(path) {
        Some(_) => "`total` is known only at the end; use it in `require` or `exclude` of a career".to_owned(),
        None => "the model `bayes` counts no points, so there is no total; remove it, or use another model".to_owned(),
    }
}

/// An example of a condition, on the first card that it can use.
fn example(tree: &Tree, path: &Path) -> String {
    let most = card_at(path).unwrap_or(usize::MAX);
    let first = tree.list("cards").iter().take(most).find_map(|card| {
        let option = card.get("options")?.items().iter().find_map(Tree::id)?;
        Some((card.id()?, option))
    });
    let (card, option) = first.unwrap_or(("its-id", "an-answer"));
    format!("{{ \"card\": \"{card}\", \"is\": \"{option}\" }}")
}

/// A card that a condition can't use.
fn card(tree: &Tree, path: &Path, id: &str, suggestion: Option<&str>) -> Option<String> {
    let cards = tree.list("cards");
    let own = card_at(path)?;
    let earlier: Vec<_> = cards.iter().take(own).filter_map(Tree::id).collect();
    let use_one = match earlier.as_slice() {
        [] => "remove it: there is no card before this one".to_owned(),
        all if all.len() > MOST_LISTED => "use a card before this one".to_owned(),
        all => format!("use one before this: {}", listed::either(all)),
    };
    let at = cards.iter().position(|it| it.id() == Some(id));
    if at == Some(own) {
        return Some(format!("`{id}` is this card itself; {use_one}"));
    }
    if at.is_some() {
        let this = cards.get(own)?.id()?;
        return Some(format!(
            "`{id}` comes after `{this}`; move the card `{this}` below `{id}`, or use an earlier card"
        ));
    }
    match suggestion {
        Some(near) => Some(format!("no card has the id `{id}`; did you mean `{near}`?")),
        None => titled(tree, "card", id).or_else(|| Some(format!("no card has the id `{id}`; {use_one}"))),
    }
}

fn answered(tree: &Tree, answer: &str, card: &str) -> Option<String> {
    let found = tree.list("cards").iter().find(|it| it.id() == Some(card))?;
    let no = format!("`{answer}` is not an answer to `{card}`");
    match found.get("kind")?.text()? {
        "swipe" => Some(format!("{no}; use `like` or `pass`")),
        "scale" => {
            let labels = found.get("labels").map_or(&[][..], Tree::items);
            if let Some(at) = labels.iter().position(|it| same(Some(it), answer)) {
                return Some(format!("`{answer}` is the label of a step; write its number, `\"{}\"`", at + 1));
            }
            let steps = match found.get("steps") {
                Some(Tree::Number(steps)) => *steps,
                _ if labels.is_empty() => 5.0,
                _ => labels.len() as f64,
            };
            Some(format!("{no}; use a step, `1` to `{steps}`"))
        }
        _ => {
            let options = found.get("options")?.items();
            if let Some(own) = options.iter().find(|it| same(it.get("label"), answer)) {
                return Some(format!("`{answer}` is the label of an option; write its id, `{}`", own.id()?));
            }
            let ids: Vec<_> = options.iter().filter_map(Tree::id).collect();
            let near = closest(answer, ids.iter().copied());
            if near.is_some() || ids.is_empty() || ids.len() > MOST_LISTED {
                return None;
            }
            Some(format!("{no}; use {}", listed::either(&ids)))
        }
    }
}
