//! Cards with the fields of another kind, and the consequences of one wrong field.

use std::collections::BTreeSet;

use super::{
    Tree, card_at, last,
    missing::{kind_of, sample},
    shapes::meant,
};
use crate::config::{
    listed,
    path::{Path, Segment},
    problem::{Kind, Problem},
};

/// One problem for a card whose kind was changed, one for all fields that it lacks, and none for references to its
/// answers.
pub(super) fn gather(tree: &Tree, problems: &mut Vec<Problem>) {
    let cards = tree.list("cards");
    let at_card = |it: &Problem| card_at(&it.path).filter(|_| it.path.0.len() < 4);
    let is_odd = |it: &&Problem| stray(&it.kind).is_some() || lacking(&it.kind).is_some();
    let odd: BTreeSet<_> = problems.iter().filter(is_odd).filter_map(at_card).collect();
    for (at, card) in odd.into_iter().filter_map(|at| Some((at, cards.get(at)?))) {
        let own: Vec<_> = problems.iter().filter(|it| at_card(it) == Some(at)).map(|it| it.kind.clone()).collect();
        let stray: Vec<_> = own.iter().filter_map(stray).collect();
        let lacking: Vec<_> = own.iter().filter_map(lacking).collect();
        let Some((kind, path)) = kind(card, at) else { continue };
        let words = match (stray.as_slice(), lacking.as_slice()) {
            ([], [_, _, ..]) => {
                let samples: Vec<_> = lacking.iter().map(|it| sample(tree, &path, it)).collect();
                format!("a `{kind}` card needs {}; add `{}`", listed::each(&lacking), samples.join(", "))
            }
            ([_, _, ..], []) => {
                let Some(other) = kind_of(card).filter(|it| *it != kind) else { continue };
                let none = listed::joined(stray.iter().map(|it| format!("no `{it}`")).collect(), "and");
                format!("a `{kind}` card has {none}; write `{other}` to keep them, or remove them")
            }
            ([_, ..], [_, ..]) => {
                let none = listed::joined(stray.iter().map(|it| format!("no `{it}`")).collect(), "and");
                let them = if stray.len() > 1 { "them" } else { "it" };
                let keep = match kind_of(card) {
                    Some(other) if other != kind => format!("write `{other}` to keep {them}, or replace"),
                    _ => "replace".to_owned(),
                };
                format!("a `{kind}` card has {none}; {keep} {them} with {}", listed::each(&lacking))
            }
            _ => continue,
        };
        let is_own = |it: &Problem| at_card(it) == Some(at) && is_odd(&it);
        let is_stray = |it: &Problem| is_own(it) && matches!(it.kind, Kind::StrayField { .. });
        let first = problems.iter().position(is_stray).or_else(|| problems.iter().position(is_own));
        let Some(first) = first else { continue };
        let path = if stray.is_empty() { problems[first].path.clone() } else { path };
        problems[first] = Problem { advice: Some(words.into()), path, position: None, ..problems[first].clone() };
        let mut at = 0..;
        problems.retain(|it| at.next() == Some(first) || !is_own(it));
    }
    let wrong: Vec<_> = problems.iter().filter(|it| decides_answers(it)).filter_map(at_card).collect();
    let follows = |it: &Problem| match &it.kind {
        Kind::UnknownAnswer { card, .. } => wrong.iter().any(|at| cards.get(*at).and_then(Tree::id) == Some(card)),
        _ => false,
    };
    problems.retain(|it| !follows(it));
}

pub(super) fn advice(kind: &Kind, said: bool) -> Option<String> {
    match kind {
        Kind::MissingField { .. } if said => None,
        Kind::MissingField { field: field @ ("low" | "high"), kind } => Some(format!(
            "a `{kind}` card needs `{field}`, the label of its {field} end, such as `\"{field}\": \"{}\"`",
            if *field == "low" { "Not at all" } else { "Very much" }
        )),
        Kind::StrayField { field: "exclusive", .. } => Some(
            "a `single` card takes only one answer; remove `exclusive`, or write `\"kind\": \"multiple\"`".to_owned(),
        ),
        Kind::StepLabels { labels, steps } => Some(format!(
            "there are {labels} labels for {steps} steps; write one label for each step, or remove `steps`"
        )),
        Kind::MinOverMax { min, max } => Some(format!("`min` ({min}) is larger than `max` ({max}); swap them")),
        _ => None,
    }
}

fn stray(kind: &Kind) -> Option<&'static str> {
    match kind {
        Kind::StrayField { field, .. } => Some(field),
        _ => None,
    }
}

fn lacking(kind: &Kind) -> Option<&'static str> {
    match kind {
        Kind::MissingField { field, .. } => Some(field),
        _ => None,
    }
}

/// Whether this problem changes a card's answers, so that references to them fail.
fn decides_answers(problem: &Problem) -> bool {
    match &problem.kind {
        Kind::StrayField { .. } | Kind::MissingField { .. } => true,
        Kind::UnknownField { suggestion } => {
            meant(&problem.path).or(*suggestion).is_some_and(|it| ["options", "steps", "kind"].contains(&it))
        }
        _ => last(&problem.path) == "steps",
    }
}

/// The card's declared kind, and its path.
fn kind(card: &Tree, at: usize) -> Option<(&str, Path)> {
    let path = vec![Segment::Key("cards".to_owned()), Segment::Index(at), Segment::Key("kind".to_owned())];
    Some((card.get("kind")?.text()?, Path(path)))
}
