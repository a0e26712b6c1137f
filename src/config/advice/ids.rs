//! Ids that are invalid or repeated, together with the references to them: one mistake, not two.

use super::{Tree, slug};
use crate::config::{
    limits, listed,
    path::{Path, Segment},
    position::{Target, positions},
    problem::{Kind, Position, Problem},
};

/// Where an id is looked up: the kind of item and, for options, the card.
type Scope<'a> = (&'a str, &'a str);

/// Suggests the id that was meant, if it is unique.
pub(super) fn gather(text: &str, tree: &Tree, problems: &mut Vec<Problem>) {
    let wrong: Vec<_> = problems.iter().map(|it| wrong(tree, it)).collect();
    if wrong.iter().all(Option::is_none) {
        return;
    }
    let firsts = firsts(text, tree, problems);
    let mut words: Vec<Option<String>> = vec![None; problems.len()];
    let mut gone = vec![false; problems.len()];
    for (at, scope) in wrong.iter().enumerate().filter_map(|(at, it)| Some((at, (*it)?))).take(limits::TOLD) {
        let named: Vec<_> = problems
            .iter()
            .enumerate()
            .filter(|(_, it)| looks_for(it).is_some_and(|it| it.0 == scope))
            .collect();
        let mut ids: Vec<_> = named.iter().filter_map(|(_, it)| Some(looks_for(it)?.1)).collect();
        ids.sort_unstable();
        ids.dedup();
        let alone = wrong.iter().filter(|it| **it == Some(scope)).count() == 1;
        let meant = ids.first().filter(|_| alone && ids.len() == 1);
        let mut lines: Vec<_> = named.iter().filter_map(|(_, it)| Some(it.position?.line)).collect();
        lines.sort_unstable();
        lines.dedup();
        words[at] = Some(said(&problems[at].kind, firsts[at], meant.map(|id| (*id, lines.as_slice()))));
        for (named, problem) in named {
            gone[named] |= meant.is_some();
            let (what, id) = looks_for(problem).map_or(("id", ""), |it| (it.0.0, it.1));
            words[named] = Some(format!("no {what} has the id `{id}`; correct the ids above first"));
        }
    }
    for (problem, words) in problems.iter_mut().zip(words) {
        if let Some(words) = words {
            problem.advice = Some(words.into());
        }
    }
    let mut gone = gone.into_iter();
    problems.retain(|_| !gone.next().unwrap_or_default());
}

/// The position of the first item with the same id.
fn firsts(text: &str, tree: &Tree, problems: &[Problem]) -> Vec<Option<Position>> {
    let first = |problem: &Problem| {
        let Kind::DuplicateId { id } = &problem.kind else { return None };
        let [list @ .., Segment::Index(second), Segment::Key(key)] = problem.path.0.as_slice() else { return None };
        let first = tree.at(list)?.items()[..*second].iter().position(|it| it.id() == Some(id))?;
        Some(Path([list, &[Segment::Index(first), Segment::Key(key.clone())]].concat()))
    };
    let mut paths: Vec<_> = problems.iter().take(limits::TOLD).map(first).collect();
    paths.resize(problems.len(), None);
    let mut found =
        positions(text, &paths.iter().flatten().map(|it| (it, Target::Value)).collect::<Vec<_>>()).into_iter();
    paths.iter().map(|it| it.as_ref().and_then(|_| found.next())).collect()
}

/// The scope of an id that is wrong at its definition.
fn wrong<'t>(tree: &'t Tree, problem: &Problem) -> Option<Scope<'t>> {
    if !matches!(problem.kind, Kind::BadId { .. } | Kind::DuplicateId { .. }) {
        return None;
    }
    match problem.path.0.as_slice() {
        [Segment::Key(list), Segment::Index(_), Segment::Key(_)] => {
            let lists = [("careers", "career"), ("cards", "card"), ("traits", "trait"), ("groups", "group")];
            lists.iter().find(|(name, _)| name == list).map(|it| (it.1, ""))
        }
        [card @ .., Segment::Key(list), Segment::Index(_), Segment::Key(_)] if list == "options" => {
            Some(("option", tree.at(card)?.id()?))
        }
        _ => Some(("", "")),
    }
}

/// The scope in which an id was not found.
fn looks_for(problem: &Problem) -> Option<(Scope<'_>, &str)> {
    match &problem.kind {
        Kind::UnknownId { what, id, .. } => Some(((what, ""), id)),
        Kind::UnknownCard { id, .. } => Some((("card", ""), id)),
        Kind::UnknownAnswer { answer, card, .. } => Some((("option", card), answer)),
        _ => None,
    }
}

fn said(kind: &Kind, first: Option<Position>, meant: Option<(&str, &[u32])>) -> String {
    let uses = |lines: &[u32]| if lines.len() == 1 { "uses" } else { "use" };
    match (kind, meant) {
        (Kind::DuplicateId { id }, _) => {
            let first = first.map_or(String::new(), |it| format!(", first in line {}, column {}", it.line, it.column));
            let remedy = match meant {
                Some((meant, lines)) => {
                    format!(
                        "rename one of the two to `{meant}`, because {} {} that id",
                        listed::lines(lines),
                        uses(lines)
                    )
                }
                None => "give each its own id".to_owned(),
            };
            format!("`{id}` is used twice{first}; {remedy}")
        }
        (Kind::BadId { id }, Some((meant, lines))) => {
            let id = if id.is_empty() { "this id is empty".to_owned() } else { format!("`{id}` can't be an id") };
            format!("{id}; write `{meant}`, because {} {} that id", listed::lines(lines), uses(lines))
        }
        (Kind::BadId { id }, None) if id.is_empty() => {
            "this id is empty; write a short word, such as `nurse`".to_owned()
        }
        (Kind::BadId { id }, None) => better(id).map_or_else(
            || kind.to_string(),
            |better| {
                format!(
                    "`{id}` can't be an id; write `{better}`: an id contains only letters, digits, `-`, `_` and `.`"
                )
            },
        ),
        _ => kind.to_string(),
    }
}

/// The nearest valid id.
fn better(id: &str) -> Option<String> {
    let plain = |it: char| it.is_alphanumeric() || "-_.".contains(it);
    let better = if id.trim().chars().all(plain) { id.trim().to_owned() } else { slug(id) };
    // Only the author can shorten an id that is merely too long.
    (!better.is_empty() && better != id && id.chars().count() <= limits::ID).then_some(better)
}
