//! Visitors who answer at random: all answer paths if there are few enough, otherwise a sample.

use super::{
    answer_space::{AnswerSpace, First, Firsts},
    budget::Budget,
    changes::{Changes, everywhere, one_each},
    walk,
};
use crate::{
    matcher::{Answers, ResolvedAnswers},
    random::Random,
};

/// The largest number of paths times careers for a full enumeration.
const WORK: u64 = 400_000_000;
/// The sample size, and the number of visitors in it whose answers are also changed.
const DRAWS: usize = 200_000;
const CHANGED: usize = 20_000;
/// A smaller sample gives no shares.
const FEWEST: usize = 1_000;
/// Visitors between two calls of the budget.
const ASKING: usize = 64;

/// The results of visitors who answer at random.
pub(super) struct Uniform {
    /// By career, its share as sole winner.
    pub(super) shares: Vec<f64>,
    pub(super) ties: f64,
    pub(super) changes: Changes,
    /// The number of visitors.
    pub(super) seen: usize,
    /// Whether every path was enumerated; and whether only time was lacking for that.
    pub(super) exact: bool,
    pub(super) late: bool,
    /// By career, answers that make it the sole winner, and answers that tie it for the first place.
    pub(super) sole: Vec<Option<Answers>>,
    pub(super) tied: Vec<Option<Answers>>,
    /// The first place on every path, in the order of the walk; empty for a sample.
    pub(super) firsts: Vec<First>,
    pub(super) sets: Firsts,
}

impl Uniform {
    fn new(space: &AnswerSpace) -> Self {
        Self {
            shares: vec![0.0; space.careers],
            ties: 0.0,
            changes: Changes::new(space),
            seen: 0,
            exact: false,
            late: false,
            sole: vec![None; space.careers],
            tied: vec![None; space.careers],
            firsts: Vec::new(),
            sets: Firsts::new(space.matcher),
        }
    }

    /// A share of these visitors; `None` if the sample is too small.
    pub(super) fn share(&self, share: f64) -> Option<f64> {
        (self.exact || self.seen >= FEWEST).then_some(share)
    }

    fn see(
        &mut self,
        space: &AnswerSpace,
        resolved: &ResolvedAnswers,
        scores: &[f64],
        out: Option<&[bool]>,
        weight: f64,
    ) -> First {
        let first = space.first(&mut self.sets, resolved, scores, out);
        if let Some(career) = self.sets.sole(first) {
            self.shares[career] += weight;
            if self.sole[career].is_none() {
                self.sole[career] = Some(resolved.effective.clone());
            }
        } else if self.sets.is_tie(first) {
            self.ties += weight;
            for career in self.sets.members(first) {
                if self.tied[*career as usize].is_none() {
                    self.tied[*career as usize] = Some(resolved.effective.clone());
                }
            }
        }
        first
    }
}

/// Plays all paths, or a sample.
pub(super) fn play(space: &mut AnswerSpace, seed: u64, budget: &mut Budget) -> Uniform {
    // If time does not allow all paths, there must still be time for a sample.
    let ways = walk::count(space).filter(|ways| ways.saturating_mul(space.careers as u64) <= WORK);
    let exact = ways.filter(|_| budget.go("all answers", 0.0)).and_then(|ways| exact(space, ways, budget));
    exact.unwrap_or_else(|| {
        budget.until(0.4);
        Uniform { late: ways.is_some(), ..sample(space, seed, budget) }
    })
}

fn exact(space: &mut AnswerSpace, ways: u64, budget: &mut Budget) -> Option<Uniform> {
    let mut found = Uniform::new(space);
    found.exact = true;
    found.firsts.reserve(ways as usize);
    let finished = walk::every(space, &mut |space, resolved, scores, weight| {
        let out = space.out(resolved);
        let first = found.see(space, resolved, scores, out.as_deref(), weight);
        if space.branches {
            everywhere(space, &mut found.sets, &mut found.changes, (resolved, scores, first), out.as_deref(), weight);
        }
        found.firsts.push(first);
        let step = if space.branches { 256 } else { 16_384 };
        !found.firsts.len().is_multiple_of(step) || budget.go("all answers", found.firsts.len() as f64 / ways as f64)
    });
    if !finished {
        return None;
    }
    found.seen = found.firsts.len();
    if !space.branches {
        found.changes.count_table(space, &found.firsts, budget);
    }
    Some(found)
}

fn sample(space: &mut AnswerSpace, seed: u64, budget: &mut Budget) -> Uniform {
    let mut found = Uniform::new(space);
    let mut random = Random::new(seed);
    let (mut resolved, mut scores) = (ResolvedAnswers::hidden(space.cards), Vec::new());
    let mut drawn = 0;
    while drawn < DRAWS && (!drawn.is_multiple_of(ASKING) || budget.go("random answers", drawn as f64 / DRAWS as f64)) {
        walk::one(space, &mut random, &mut resolved, &mut scores);
        let out = space.out(&resolved);
        let first = found.see(space, &resolved, &scores, out.as_deref(), 1.0);
        if drawn < CHANGED {
            let at = (&resolved, scores.as_slice(), first);
            one_each(space, &mut found.sets, &mut found.changes, at, out.as_deref(), &mut random);
        }
        drawn += 1;
    }
    found.seen = drawn;
    let all = drawn.max(1) as f64;
    found.shares.iter_mut().for_each(|share| *share /= all);
    found.ties /= all;
    if drawn < FEWEST {
        found.changes.forget();
    }
    found
}
