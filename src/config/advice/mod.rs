//! What authors are told in place of a rule's own words: what they probably meant, seen from what they wrote. And one
//! line where one cause has many consequences.
//!
//! It never finds a problem, and takes none away whose cause is not told. The widget has nothing of it.

mod names;
mod shapes;
mod values;

use std::collections::BTreeMap;

use super::{
    limits,
    load::locate,
    path::{Path, Step},
    place::places,
    problem::{Kind, Place, Problem},
    tree::Tree,
};

/// Says better what can be said better.
pub(super) fn advise(text: &str, tree: &Tree, problems: &mut Vec<Problem>) {
    shapes::gather(tree, problems);
    locate(text, problems);
    let mut firsts = Vec::new();
    let roots = roots(problems);
    for (at, problem) in problems.iter_mut().enumerate().take(limits::TOLD) {
        let advice = match &problem.kind {
            Kind::DuplicateId { id } => {
                firsts.extend(names::first(tree, &problem.path, id).map(|path| (at, path)));
                None
            }
            Kind::UnknownId { what, id, .. } if roots.contains(what) => {
                Some(format!("no {what} has the id `{id}`; mend the ids above first"))
            }
            Kind::UnknownCard { id, .. } if roots.contains(&"card") => {
                Some(format!("no card has the id `{id}`; mend the ids above first"))
            }
            kind => shapes::advice(tree, &problem.path, kind)
                .or_else(|| names::advice(tree, &problem.path, kind))
                .or_else(|| values::advice(tree, &problem.path, kind)),
        };
        if let Some(words) = advice {
            problem.advice = Some(words.into());
        }
    }
    let found = places(text, &firsts.iter().map(|(_, path)| path).collect::<Vec<_>>());
    for ((at, _), Place { line, column }) in firsts.iter().zip(found) {
        let words = format!("{}; the first is in line {line}, column {column}", problems[*at].kind);
        problems[*at].advice = Some(words.into());
    }
    fold(problems);
}

/// What has wrong ids itself, so that others can't name it.
fn roots(problems: &[Problem]) -> Vec<&'static str> {
    let lists = [("careers", "career"), ("cards", "card"), ("traits", "trait"), ("groups", "group")];
    let root = |problem: &Problem| match (&problem.kind, problem.path.0.as_slice()) {
        (Kind::BadId { .. } | Kind::DuplicateId { .. }, [Step::Key(list), Step::Index(_), Step::Key(_)]) => {
            lists.iter().find(|(name, _)| name == list).map(|it| it.1)
        }
        _ => None,
    };
    problems.iter().filter_map(root).collect()
}

/// Of problems that have one cause only the first is told, with how many places there are.
fn fold(problems: &mut Vec<Problem>) {
    let cause = |problem: &Problem| match &problem.kind {
        Kind::UnknownId { what, id, .. } => Some((*what, id.clone())),
        Kind::UnknownCard { id, .. } => Some(("card", id.clone())),
        Kind::UnknownAnswer { answer, card, .. } => Some(("answer", format!("{card} {answer}"))),
        _ => None,
    };
    let mut counts = BTreeMap::new();
    problems.iter().filter_map(cause).for_each(|cause| *counts.entry(cause).or_insert(0usize) += 1);
    let mut told = BTreeMap::new();
    problems.retain_mut(|problem| {
        let Some(cause) = cause(problem) else { return true };
        let count = counts[&cause];
        if told.insert(cause, ()).is_some() {
            return false;
        }
        if count > 1 {
            let more = if count == 2 { "1 more place".to_owned() } else { format!("{} more places", count - 1) };
            problem.advice = Some(format!("{}; {more} like this", problem.message()).into());
        }
        true
    });
    // What can't be matched since its id is wrong elsewhere is no news either.
    let is_root = |kind: &Kind| matches!(kind, Kind::BadId { .. } | Kind::DuplicateId { .. } | Kind::UnknownId { .. });
    if problems.iter().any(|it| is_root(&it.kind)) {
        problems.retain(|it| it.is_error() || !matches!(it.kind, Kind::NoPoints { .. }));
    }
    problems.sort_by_key(|it| match &it.kind {
        Kind::BadId { .. } | Kind::DuplicateId { .. } => 0,
        _ if it.is_error() => 1,
        _ => 2,
    });
}

impl Tree {
    /// The value at a path.
    pub(super) fn at(&self, path: &[Step]) -> Option<&Self> {
        let Some((step, rest)) = path.split_first() else { return Some(self) };
        match (step, self) {
            (Step::Key(key), Self::Map(_)) => self.get(key)?.at(rest),
            (Step::Index(index), Self::List(items)) => items.get(*index)?.at(rest),
            _ => None,
        }
    }

    fn text(&self) -> Option<&str> {
        match self {
            Self::Text(text) => Some(text),
            _ => None,
        }
    }

    fn items(&self) -> &[Self] {
        match self {
            Self::List(items) => items,
            _ => &[],
        }
    }

    fn fields(&self) -> &[(String, Self)] {
        match self {
            Self::Map(fields) => fields,
            _ => &[],
        }
    }
}

/// The last name on a way.
fn last(path: &Path) -> &str {
    match path.0.last() {
        Some(Step::Key(key)) => key,
        _ => "",
    }
}

/// A word that can be an id, made of words.
pub(crate) fn slug(words: &str) -> String {
    let mut id = String::new();
    for letter in words.chars().flat_map(char::to_lowercase).take(40) {
        if letter.is_alphanumeric() {
            id.push(letter);
        } else if !id.is_empty() && !id.ends_with('-') {
            id.push('-');
        }
    }
    id.trim_end_matches('-').to_owned()
}
