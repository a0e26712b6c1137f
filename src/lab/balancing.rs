//! The smallest changes of weights that bring every career's share among coherent visitors into a band.
//!
//! A greedy search in whole points. Each step changes one weight. All steps are first scored on a small sample of
//! visitors with fixed answers; the most promising are then played in full, always with the same visitors. The reported
//! shares are always played in full. The search does not prove that its changes are the smallest.

use super::{
    answer_space::{AnswerSpace, Firsts},
    budget::Budget,
    coherent::Crowd,
    report::Progress,
};
use crate::{
    config::{Checked, Matching},
    matcher::{Matcher, ResolvedAnswers},
    quiz::Quiz,
};

/// A new value for one weight.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct WeightChange {
    pub card: usize,
    /// `None` for the points of a whole scale or swipe.
    pub row: Option<usize>,
    pub career: usize,
    pub from: f64,
    pub to: f64,
}

/// Shares before and after the changes.
#[derive(Clone, Debug, PartialEq)]
pub struct Balanced {
    pub before: Vec<f64>,
    pub after: Vec<f64>,
    pub changes: Vec<WeightChange>,
    /// Whether all shares lie in the band after the changes.
    pub reached: bool,
    /// Whether the search ran out of time. If time ran out before the first measurement, both lists of shares are
    /// empty.
    pub cut: bool,
}

/// The sample size for the first scoring of a step, and the number of steps then played in full.
const SAMPLE: usize = 3_000;
const PLAYED: usize = 6;
const VISITORS: usize = 20_000;
const STEPS: usize = 60;

/// Finds the changes. Only the model `points` has weights to change.
pub fn balance(quiz: &Quiz, band: (f64, f64), seed: u64, progress: Progress) -> Balanced {
    let mut budget = Budget::new(progress);
    let mut config = quiz.config().clone();
    let Some(before) = shares(&config, seed, &mut budget) else {
        return Balanced {
            before: Vec::new(),
            after: Vec::new(),
            changes: Vec::new(),
            reached: false,
            cut: true,
        };
    };
    let mut after = before.clone();
    if matches!(config.matching(), Matching::Points(_)) {
        for step in 0..STEPS {
            let now = miss(&after, band);
            if now.0 <= 0.0 || !budget.go("balance", step as f64 / STEPS as f64) {
                break;
            }
            let Some((better, shares)) = best_step(&config, &after, band, seed, &mut budget) else { break };
            (config, after) = (better, shares);
        }
        take_back(quiz.config(), &mut config, &mut after, band, seed, &mut budget);
    }
    let changes = changes(quiz.config(), &config);
    let reached = miss(&after, band).0 <= 0.0;
    Balanced { before, after, changes, reached, cut: !budget.go("balance", 1.0) }
}

/// Each career's share of visitors with it as sole winner; `None` if time runs out.
fn shares(config: &Checked, seed: u64, budget: &mut Budget) -> Option<Vec<f64>> {
    if !budget.go("balance", 0.0) {
        return None;
    }
    let matcher = Matcher::new(config);
    let mut space = AnswerSpace::new(&matcher);
    let mut crowd = Crowd::new(&mut space, seed, &mut || budget.go("balance", 0.0))?;
    let (mut sets, mut resolved) = (Firsts::new(space.matcher), ResolvedAnswers::hidden(space.cards));
    let mut wins = vec![0usize; space.careers];
    for visitor in 0..VISITORS {
        if visitor % 256 == 255 && !budget.go("balance", visitor as f64 / VISITORS as f64) {
            return None;
        }
        crowd.next(&space, &mut resolved);
        let first = space.first(&mut sets, &resolved, &matcher.scores(&resolved), space.out(&resolved).as_deref());
        sets.sole(first).into_iter().for_each(|career| wins[career] += 1);
    }
    Some(wins.into_iter().map(|count| count as f64 / VISITORS as f64).collect())
}

/// The total distance of the shares from the band, and their squared deviation from equal shares.
fn miss(shares: &[f64], band: (f64, f64)) -> (f64, f64) {
    let outside = |share: &f64| (band.0 - share).max(share - band.1).max(0.0);
    let fair = 1.0 / shares.len() as f64;
    (shares.iter().map(outside).sum(), shares.iter().map(|share| (share - fair) * (share - fair)).sum())
}

/// Weights that can be changed: card, option, career and current value.
fn weights(config: &Checked) -> Vec<(usize, Option<usize>, usize, f64)> {
    let mut all = Vec::new();
    let careers = config.careers().len();
    for (card, it) in config.cards().iter().enumerate().filter(|(_, it)| !it.tie_break) {
        let mut list = |row: Option<usize>, weights: &[(usize, f64)]| {
            for career in 0..careers {
                let weight = weights.iter().find(|(at, _)| *at == career).map_or(0.0, |it| it.1);
                all.push((card, row, career, weight));
            }
        };
        for (at, weights) in it.response.weight_lists().into_iter().enumerate() {
            list((!it.response.options().is_empty()).then_some(at), weights);
        }
    }
    all
}

/// The single step that brings the shares closest to the band; `None` if no step improves them.
fn best_step(
    config: &Checked,
    shares_now: &[f64],
    band: (f64, f64),
    seed: u64,
    budget: &mut Budget,
) -> Option<(Checked, Vec<f64>)> {
    let matcher = Matcher::new(config);
    let mut space = AnswerSpace::new(&matcher);
    let mut crowd = Crowd::new(&mut space, seed, &mut || budget.go("balance", 0.0))?;
    let mut resolved = ResolvedAnswers::hidden(space.cards);
    let visitors: Vec<ResolvedAnswers> = (0..SAMPLE)
        .map(|_| {
            crowd.next(&space, &mut resolved);
            resolved.clone()
        })
        .collect();
    let now = miss(shares_now, band);
    let mut tried = Vec::new();
    let all = weights(config);
    for (at, (card, row, career, weight)) in all.iter().copied().enumerate() {
        if !budget.go("balance", at as f64 / all.len() as f64) {
            return None;
        }
        let fair = 1.0 / shares_now.len() as f64;
        if (shares_now[career] - fair).abs() < 0.1 * fair && now.0 > 0.0 && shares_now.len() > 8 {
            continue;
        }
        for step in [-1.0, 1.0] {
            let mut next = config.clone();
            next.reweigh(card, row, career, weight + step);
            tried.push((miss(&replayed(&next, &visitors), band), next));
        }
    }
    tried.sort_by(|a, b| a.0.0.total_cmp(&b.0.0).then(a.0.1.total_cmp(&b.0.1)));
    let mut best: Option<((f64, f64), Checked, Vec<f64>)> = None;
    for (_, next) in tried.into_iter().take(PLAYED) {
        let shares = shares(&next, seed, budget)?;
        let then = miss(&shares, band);
        if then.0 < best.as_ref().map_or(now.0, |it| it.0.0) {
            best = Some((then, next, shares));
        }
    }
    best.map(|(_, next, shares)| (next, shares))
}

/// The shares among visitors with fixed answers.
fn replayed(config: &Checked, visitors: &[ResolvedAnswers]) -> Vec<f64> {
    let matcher = Matcher::new(config);
    let space = AnswerSpace::new(&matcher);
    let mut sets = Firsts::new(space.matcher);
    let mut shares = vec![0.0; space.careers];
    for resolved in visitors {
        let first = space.first(&mut sets, resolved, &matcher.scores(resolved), space.out(resolved).as_deref());
        sets.sole(first).into_iter().for_each(|career| shares[career] += 1.0 / visitors.len() as f64);
    }
    shares
}

/// Reverts steps that turn out to be unnecessary.
fn take_back(
    before: &Checked,
    config: &mut Checked,
    after: &mut Vec<f64>,
    band: (f64, f64),
    seed: u64,
    budget: &mut Budget,
) {
    for change in changes(before, config) {
        let mut next = config.clone();
        let toward = (change.from - change.to).signum();
        next.reweigh(change.card, change.row, change.career, change.to + toward);
        let Some(shares) = shares(&next, seed, budget) else { return };
        if miss(&shares, band).0 <= miss(after, band).0 {
            (*config, *after) = (next, shares);
        }
    }
}

fn changes(before: &Checked, after: &Checked) -> Vec<WeightChange> {
    let both = weights(before).into_iter().zip(weights(after));
    let changed = both.filter(|(a, b)| a.3 != b.3);
    changed
        .map(|((card, row, career, from), (.., to))| WeightChange { card, row, career, from, to })
        .collect()
}
