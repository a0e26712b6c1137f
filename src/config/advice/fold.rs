//! Problems with one cause: only the first is reported, with the other places.

use std::collections::{BTreeMap, BTreeSet};

use super::{Tree, names};
use crate::config::{
    listed,
    path::{Path, Segment},
    position::{Target, positions},
    problem::{Kind, Problem},
};

pub(super) fn fold(text: &str, tree: &Tree, problems: &mut Vec<Problem>) {
    let mut lines: BTreeMap<_, Vec<u32>> = BTreeMap::new();
    for problem in &*problems {
        if let Some(cause) = cause(problem) {
            lines.entry(cause).or_default().push(problem.position.map_or(0, |it| it.line));
        }
    }
    let renamed = renamed(text, tree, problems);
    let mut told = BTreeSet::new();
    problems.retain_mut(|problem| {
        let Some(cause) = cause(problem) else { return true };
        let lines = &lines[&cause];
        if !told.insert(cause) {
            return false;
        }
        let own = problem.position.map_or(0, |it| it.line);
        let mut others: Vec<_> = lines.iter().copied().filter(|it| *it != own).collect();
        others.sort_unstable();
        others.dedup();
        let others = if others.is_empty() { None } else { Some(listed::lines(&others)) };
        if let Kind::UnknownId { what, id, suggestion: None } = &problem.kind
            && let Some((new, line)) = renamed.get(what)
        {
            let there = others.map_or(String::new(), |it| format!(" and in {it}"));
            let question = format!("did you rename it to `{new}` (line {line})? Then write `{new}` here{there}");
            problem.advice = Some(format!("no {what} has the id `{id}`; {question}").into());
        } else if lines.len() > 1 {
            let message = problem.message();
            let (join, also) = if message.ends_with('?') { (" ", "Also") } else { ("; ", "also") };
            let there = others.map_or_else(|| format!("{} more times here", lines.len() - 1), |it| format!("in {it}"));
            problem.advice = Some(format!("{message}{join}{also} {there}").into());
        }
        true
    });
    // A career that can't be matched because its id or its points are wrong elsewhere is not reported either.
    let is_root = |kind: &Kind| {
        let ids = matches!(kind, Kind::BadId { .. } | Kind::DuplicateId { .. } | Kind::UnknownId { .. });
        ids || matches!(kind, Kind::UnknownField { .. } | Kind::StrayField { .. } | Kind::MissingField { .. })
    };
    if problems.iter().any(|it| is_root(&it.kind)) {
        problems.retain(|it| it.is_error() || !matches!(it.kind, Kind::NoPoints { .. }));
    }
    problems.sort_by_key(|it| match &it.kind {
        Kind::BadId { .. } | Kind::DuplicateId { .. } => 0,
        _ if it.is_error() => 1,
        _ => 2,
    });
}

fn cause(problem: &Problem) -> Option<(&'static str, String)> {
    match &problem.kind {
        Kind::UnknownId { what, id, .. } => Some((*what, id.clone())),
        Kind::UnknownCard { id, .. } => Some(("card", id.clone())),
        Kind::UnknownAnswer { answer, card, .. } => Some(("answer", format!("{card} {answer}"))),
        _ => None,
    }
}

/// The item that was probably renamed: the only one that nothing refers to, if only one id is referred to but missing.
/// With the line of the new id.
fn renamed<'t>(text: &str, tree: &'t Tree, problems: &[Problem]) -> BTreeMap<&'static str, (&'t str, u32)> {
    let mut renamed = BTreeMap::new();
    for (what, list) in [("career", "careers"), ("trait", "traits"), ("group", "groups")] {
        let unknown = |it: &Problem| match &it.kind {
            Kind::UnknownId { what: of, id, suggestion: None } if *of == what => Some(id.clone()),
            _ => None,
        };
        let unknown: BTreeSet<_> = problems.iter().filter_map(unknown).collect();
        if unknown.len() != 1 || unknown.iter().any(|id| names::titled(tree, what, id).is_some()) {
            continue;
        }
        let mut named = BTreeSet::new();
        words(tree, &mut named);
        let mut unused = tree.list(list).iter().enumerate().filter_map(|(at, it)| Some((at, it.id()?)));
        let mut unused = unused.by_ref().filter(|(_, id)| !named.contains(id));
        if let (Some((at, id)), None) = (unused.next(), unused.next()) {
            let path = Path(vec![Segment::Key(list.to_owned()), Segment::Index(at), Segment::Key("id".to_owned())]);
            renamed.insert(what, (id, positions(text, &[(&path, Target::Value)])[0].line));
        }
    }
    renamed
}

/// All texts in a quiz, except ids where they are defined.
fn words<'t>(tree: &'t Tree, found: &mut BTreeSet<&'t str>) {
    match tree {
        Tree::Text(text) => drop(found.insert(text)),
        Tree::List(items) => items.iter().for_each(|it| words(it, found)),
        Tree::Map(fields) => {
            for (key, it) in fields.iter().filter(|(key, _)| key != "id") {
                found.insert(key);
                words(it, found);
            }
        }
        _ => {}
    }
}
