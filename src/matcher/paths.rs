//! Dynamic programming over cards that depend on each other through conditions: the maximum sum along any path.
//!
//! Paths that no later condition distinguishes are merged: only the best of them continues. This module must never know
//! what the sums mean.

use super::{
    answer::Answer,
    flow::{CompiledCard, Flow},
};
use crate::sorting::sort_by_value;

/// A choice on a card: its contribution, and an answer that represents all answers that conditions cannot distinguish
/// from it.
pub(super) type Choice = (f64, Option<Answer>);

/// What later conditions can see of an answer: which groups of rows it touches, and the number of picks.
type Mark = (u64, usize);

/// The largest number of choices in a search, and the largest number of sets of picks on one card.
const PATIENCE: usize = 200_000;
const SETS: usize = 1 << 12;

/// The maximum sum of choices along one path; `None` if there are too many paths.
#[inline(never)]
pub(super) fn most(
    flow: &Flow,
    cards: &[usize],
    choices: &mut dyn FnMut(usize, u64) -> Option<Vec<Choice>>,
) -> Option<f64> {
    let mut patience = PATIENCE;
    let mut counted = vec![None; flow.cards.len()];
    // Cards that later conditions depend on; the best path for each set of marks on them.
    let mut live: Vec<usize> = Vec::new();
    let mut ways = vec![Way { marks: Vec::new(), sum: 0.0, answers: Vec::new() }];
    for (i, card) in cards.iter().copied().enumerate() {
        let asked = |at: &usize| cards[i + 1..].iter().any(|later| flow.cards[*later].looks_at.contains(at));
        let next: Vec<_> = live.iter().copied().chain([card]).filter(asked).collect();
        let mut known: Vec<(u64, Vec<Choice>)> = Vec::new();
        let mut longer = Vec::new();
        for way in &ways {
            live.iter().zip(&way.answers).for_each(|(at, answer)| counted[*at] = *answer);
            let open = flow.available(card, &counted);
            let at = match known.iter().position(|(it, _)| *it == open) {
                Some(at) => at,
                None => {
                    known.push((open, choices(card, open)?));
                    known.len() - 1
                }
            };
            for (gain, answer) in &known[at].1 {
                patience = patience.checked_sub(1)?;
                counted[card] = *answer;
                longer.push(Way {
                    marks: next.iter().map(|at| flow.cards[*at].mark(counted[*at])).collect(),
                    sum: way.sum + gain,
                    answers: next.iter().map(|at| counted[*at]).collect(),
                });
            }
            counted[card] = None;
        }
        // Of paths with the same marks the best remains; of equally good paths the first.
        longer.sort_by(|a, b| a.marks.cmp(&b.marks).then(b.sum.total_cmp(&a.sum)));
        longer.dedup_by(|later, first| later.marks == first.marks);
        ways = longer;
        live = next;
    }
    ways.iter().map(|way| way.sum).reduce(f64::max)
}

/// The best path so far for one set of marks.
struct Way {
    marks: Vec<Mark>,
    sum: f64,
    /// Its answers to the cards that later conditions depend on.
    answers: Vec<Option<Answer>>,
}

impl CompiledCard {
    fn mark(&self, answer: Option<Answer>) -> Mark {
        let Some(answer) = answer else { return (0, 0) };
        let touched = self.groups.iter().enumerate().filter(|(_, group)| answer.within(**group).is_some());
        (
            touched.fold(0, |bits, (i, _)| bits | 1 << i),
            self.counts.iter().filter(|least| answer.count() >= **least).count(),
        )
    }

    /// The best answers for everything that conditions can distinguish, with these rows available.
    #[inline(never)]
    pub(super) fn choices(
        &self,
        open: u64,
        pick: &dyn Fn(usize) -> f64,
        value: &dyn Fn(Option<Answer>) -> f64,
    ) -> Option<Vec<Choice>> {
        let mut answers = Vec::new();
        if open == 0 || !self.required {
            answers.push(None);
        }
        let (min, max) = self.picks_of(open);
        let groups = self.groups.iter().filter_map(|group| {
            let mut rows: Vec<_> = Answer::from_bits(group & open & !self.exclusive)?.rows().collect();
            sort_by_value(&mut rows, pick);
            Some(rows)
        });
        let groups: Vec<_> = groups.collect();
        let mut sets = vec![Vec::new()];
        for group in 0..groups.len() {
            let room = sets.iter().filter(|set: &&Vec<usize>| set.len() < max);
            let more: Vec<_> = room.map(|set| [set.as_slice(), &[group]].concat()).collect();
            sets.extend(more);
            if sets.len() > SETS {
                return None;
            }
        }
        for set in sets.into_iter().skip(1) {
            let mut rows: Vec<_> = set.iter().map(|group| groups[*group][0]).collect();
            let mut others: Vec<_> = set.iter().flat_map(|group| groups[*group][1..].iter().copied()).collect();
            sort_by_value(&mut others, pick);
            let first = rows.len();
            rows.extend(others);
            for count in first.max(min)..=max.min(rows.len()) {
                answers.push(Answer::of(rows[..count].iter().copied()));
            }
        }
        let alone = Answer::from_bits(open & self.exclusive).into_iter().flat_map(Answer::rows);
        answers.extend(alone.map(|row| Some(Answer::one(row))));
        Some(answers.into_iter().map(|answer| (value(answer), answer)).collect())
    }
}

/// By card, whether any path shows it. If there are too many paths, the card counts as shown.
pub(super) fn reachable(flow: &Flow) -> Vec<bool> {
    if !flow.cards.iter().any(CompiledCard::has_conditions) {
        return flow.cards.iter().map(|card| !card.tie_break).collect();
    }
    let mut shown = vec![false; flow.cards.len()];
    for cards in &flow.linked {
        let found = most(flow, cards, &mut |card, open| {
            shown[card] |= open != 0;
            if open == 0 { Some(vec![(0.0, None)]) } else { flow.cards[card].choices(open, &|_| 0.0, &|_| 0.0) }
        });
        if found.is_none() {
            cards.iter().for_each(|card| shown[*card] = true);
        }
    }
    shown
}
