//! The cards of a quiz compiled for conditions: what each permits, which cards look at it, and which answers show it.

use super::{
    flow::{AnswerShape, CompiledCard, Flow},
    paths,
};
use crate::config::{Card, Checked, Condition, Line, ResponseFormat};

impl Flow {
    pub fn new(config: &Checked) -> Self {
        let mut cards: Vec<_> = config.cards().iter().map(CompiledCard::new).collect();
        let mut gates = vec![false; cards.len()];
        let mut see = |card: usize| gates[card] = true;
        for career in config.careers() {
            career.require.iter().chain(&career.exclude).for_each(|rule| rule.when.each_card(&mut see));
        }
        for card in 0..cards.len() {
            let compiled = cards[card].clone();
            for at in compiled.looks_at {
                (cards[at].gate, cards[at].followed) = (true, true);
            }
            compiled
                .options
                .iter()
                .chain([&compiled.when])
                .flatten()
                .for_each(|when| tell_apart(when, &mut cards));
        }
        cards.iter_mut().zip(gates).for_each(|(card, gate)| card.gate |= gate);
        let mut flow = Self { linked: linked(&cards), cards };
        let reachable = paths::reachable(&flow);
        flow.cards.iter_mut().zip(reachable).for_each(|(card, reachable)| card.reachable = reachable);
        flow
    }
}

impl CompiledCard {
    fn new(card: &Card) -> Self {
        let options: Vec<_> = card.response.options().iter().map(|option| option.when.clone()).collect();
        let mut looks_at = Vec::new();
        for when in options.iter().chain([&card.when]).flatten() {
            when.each_card(&mut |at| looks_at.push(at));
        }
        looks_at.sort_unstable();
        looks_at.dedup();
        Self {
            rows: card.response.len(),
            picks: card.response.picks(),
            exclusive: card.response.exclusive(),
            required: card.required,
            tie_break: card.tie_break,
            left_out: false,
            kind: match card.response {
                ResponseFormat::Options { several: true, .. } => AnswerShape::Several,
                ResponseFormat::Line { line: Line::Scale { .. }, .. } => AnswerShape::Scale,
                ResponseFormat::Options { .. } | ResponseFormat::Line { .. } => AnswerShape::One,
            },
            when: card.when.clone(),
            options,
            gate: false,
            followed: false,
            reachable: !card.tie_break,
            groups: vec![u64::MAX >> (64 - card.response.len())],
            counts: Vec::new(),
            looks_at,
        }
    }
}

/// Groups of cards that depend on each other through conditions.
fn linked(cards: &[CompiledCard]) -> Vec<Vec<usize>> {
    let mut root: Vec<usize> = (0..cards.len()).collect();
    for (card, compiled) in cards.iter().enumerate() {
        for at in &compiled.looks_at {
            let (from, to) = (root[card], root[*at]);
            root.iter_mut().filter(|it| **it == from).for_each(|it| *it = to);
        }
    }
    let mut lists = vec![Vec::new(); cards.len()];
    (0..cards.len()).for_each(|card| lists[root[card]].push(card));
    lists.retain(|list| !list.is_empty());
    lists
}

/// Refines the groups of rows on the cards that a condition depends on.
#[inline(never)]
fn tell_apart(condition: &Condition, cards: &mut [CompiledCard]) {
    let split = |compiled: &mut CompiledCard, rows: u64| {
        let halves = compiled.groups.iter().flat_map(|group| [group & rows, group & !rows]);
        compiled.groups = halves.filter(|group| *group != 0).collect();
    };
    match condition {
        Condition::Picked { card, rows } => split(&mut cards[*card], *rows),
        Condition::Step { card, least } => split(&mut cards[*card], u64::MAX << (least - 1)),
        Condition::Count { card, least } => cards[*card].counts.push(*least),
        // Only careers' rules use totals, and they apply after all cards.
        Condition::Answered { .. } | Condition::Total { .. } => {}
        Condition::Not(inner) => tell_apart(inner, cards),
        Condition::All(list) | Condition::Any(list) => list.iter().for_each(|inner| tell_apart(inner, cards)),
    }
}
