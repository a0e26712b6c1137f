//! The search for answers that put one career first on one branch, with a bound of its lead.

use super::branches::{Branch, FreeCard};
use crate::matcher::TIE;

/// Iterations of the search for weights of rivals.
const ROUNDS: usize = 250;

/// The search state for one career on one branch.
pub(super) struct Hunt<'f> {
    pub(super) branch: &'f Branch,
    pub(super) career: usize,
    pub(super) rivals: Vec<usize>,
    /// The best answers so far, and the career's lead with them.
    pub(super) best: Vec<u64>,
    pub(super) margin: f64,
    /// A proved upper bound of the lead.
    pub(super) bound: f64,
}

impl<'f> Hunt<'f> {
    pub(super) fn new(branch: &'f Branch, career: usize, rivals: Vec<usize>) -> Self {
        let (margin, bound) = (f64::NEG_INFINITY, f64::INFINITY);
        Self { branch, career, rivals, best: Vec::new(), margin, bound }
    }

    /// Decided: sole winner, proved never first, or first and proved never the sole winner.
    pub(super) fn is_decided(&self) -> bool {
        self.margin > TIE || self.bound < -TIE || (self.bound <= TIE && self.margin >= -TIE)
    }

    fn lead(&self, scores: &[f64]) -> f64 {
        let score = |rival: &usize| scores[*rival] - self.branch.handicap(self.career, *rival);
        let top = self.rivals.iter().map(score).fold(f64::NEG_INFINITY, f64::max);
        scores[self.career] - top
    }

    /// Keeps answers that are better than the best so far; returns their scores. If the answers carry no information,
    /// it tries all answers with one more card answered instead.
    pub(super) fn offer(&mut self, picks: &[u64]) -> Vec<f64> {
        let scores = self.branch.scores(picks);
        if self.branch.is_silent(picks) {
            for (at, free) in self.branch.free_cards.iter().enumerate().filter(|(_, free)| free.counts) {
                for bits in free.near(picks[at]) {
                    let mut more = picks.to_vec();
                    more[at] = bits;
                    self.offer(&more);
                }
            }
            return scores;
        }
        let margin = self.lead(&scores);
        if margin > self.margin || self.best.is_empty() {
            (self.margin, self.best) = (margin, picks.to_vec());
        }
        scores
    }

    /// The lead over all rivals is at most the lead over their weighted mean. This bound is exact for any weights (by
    /// career, summing to 1). Returns the answers that attain it.
    pub(super) fn bound_by(&mut self, weights: &[f64]) -> Vec<u64> {
        let career = self.career;
        let worth =
            |cells: &[f64]| cells[career] - cells.iter().zip(weights).map(|(cell, weight)| cell * weight).sum::<f64>();
        let handicap = |rival: &usize| weights[*rival] * self.branch.handicap(career, *rival);
        let mut bound = worth(&self.branch.fixed) + self.rivals.iter().map(handicap).sum::<f64>();
        let mut size = bound.abs();
        let best = |free: &FreeCard| {
            let (bits, value) = free.best(&worth);
            bound += value;
            size += value.abs();
            bits
        };
        let picks = self.branch.free_cards.iter().map(best).collect();
        let bound = bound + 1e-13 * size;
        // Leads are multiples of the unit, so the bound is rounded down to one.
        let unit = self.branch.step();
        self.bound = self.bound.min(if unit > 0.0 { (bound / unit).floor() * unit } else { bound });
        picks
    }

    /// Finds weights of rivals that give a low bound, and tries answers along the way (multiplicative weights).
    pub(super) fn weigh(&mut self) {
        let careers = self.branch.fixed.len();
        if self.rivals.is_empty() {
            let picks: Vec<_> =
                self.branch.free_cards.iter().map(|free| free.best(&|cells| cells[self.career]).0).collect();
            self.offer(&picks);
            return;
        }
        let mut sums = vec![0.0; careers];
        let mut size = 0.0f64;
        for round in 0..ROUNDS {
            let step = if size > 0.0 { 2.0 / (size * (1.0 + round as f64).sqrt()) } else { 0.0 };
            let least = self.rivals.iter().map(|rival| sums[*rival]).fold(f64::INFINITY, f64::min);
            let mut weights = vec![0.0; careers];
            self.rivals.iter().for_each(|rival| weights[*rival] = libm::exp(-step * (sums[*rival] - least)));
            let all: f64 = weights.iter().sum();
            weights.iter_mut().for_each(|weight| *weight /= all);
            let picks = self.bound_by(&weights);
            let scores = self.offer(&picks);
            if self.is_decided() {
                return;
            }
            for rival in &self.rivals {
                let lead = scores[self.career] - scores[*rival];
                sums[*rival] += lead;
                size = size.max(lead.abs());
            }
        }
        self.climb();
    }

    /// Local search: changes one answer at a time while that increases the lead, or reduces the number of rivals at it.
    pub(super) fn climb(&mut self) {
        let mut picks = self.best.clone();
        let mut scores = self.branch.scores(&picks);
        let value = |hunt: &Self, scores: &[f64]| {
            let margin = hunt.lead(scores);
            let soft = |rival: &usize| libm::exp(4.0 * (margin - scores[hunt.career] + scores[*rival]));
            (margin, hunt.rivals.iter().map(soft).sum::<f64>())
        };
        let mut now = value(self, &scores);
        for _ in 0..50 {
            let mut moved = false;
            for (at, free) in self.branch.free_cards.iter().enumerate() {
                for other in free.near(picks[at]) {
                    let now_at = std::mem::replace(&mut picks[at], other);
                    let is_silent = self.branch.is_silent(&picks);
                    picks[at] = now_at;
                    if is_silent {
                        continue;
                    }
                    let mut next = scores.clone();
                    free.add(picks[at], -1.0, &mut next);
                    free.add(other, 1.0, &mut next);
                    let then = value(self, &next);
                    if then.0 > now.0 + TIE || (then.0 >= now.0 - TIE && then.1 < now.1 - 1e-6) {
                        (picks[at], scores, now, moved) = (other, next, then, true);
                    }
                }
            }
            if !moved || now.0 > TIE {
                break;
            }
        }
        self.offer(&picks);
    }
}
