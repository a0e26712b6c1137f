//! Item selection: the expected reduction of uncertainty about the gaps that decide the result (competitor-weighted
//! variance reduction).
//!
//! In a short list the gaps are those between the leader and each rival, weighted with the probability that the rival
//! overtakes. In a long list they are the distances to the edge of the top ten, weighted by how close each career is to
//! that edge.

use std::f64::consts::FRAC_1_SQRT_2;

use super::{
    RIVALS, SoFar, TOP,
    contenders::Contenders,
    posterior::{Hypothesis, Posterior},
    prior::Prior,
};
use crate::numeric::dot;

/// By candidate.
pub(super) fn gains(priors: &[Prior], so_far: SoFar, candidates: &[usize]) -> Vec<f64> {
    let posterior = Posterior::new(priors, so_far);
    let (_, scores) = posterior.scores();
    let contenders = Contenders::new(so_far, &scores);
    let Some(gaps) = Gaps::new(&posterior, &contenders, &scores) else { return vec![0.0; candidates.len()] };
    candidates.iter().map(|card| gaps.gain(*card)).collect()
}

/// The gaps between careers and their reference (the leader or the edge), and the effect of each number on them.
struct Gaps<'a> {
    left: &'a [usize],
    hypothesis: &'a Hypothesis<'a>,
    /// By card that may still come, then by number, then by gap.
    slopes: Vec<Option<Vec<Vec<f64>>>>,
    /// By factor, then by gap: the effect of the factor through all cards.
    pulls: Vec<Vec<f64>>,
    weights: Vec<f64>,
}

impl<'a> Gaps<'a> {
    fn new(posterior: &'a Posterior, contenders: &Contenders, scores: &[f64]) -> Option<Self> {
        let (leader, rivals) = contenders.leader()?;
        let edge;
        let (against, rivals, gap): (&[usize], &[usize], f64) = if contenders.many {
            let (head, tail) = contenders.order.split_at(TOP);
            edge = (scores[head[TOP - 1]] + scores[*tail.first()?]) / 2.0;
            // The careers nearest to the edge: the top ten and those that follow.
            (head, &contenders.order[..contenders.order.len().min(RIVALS)], edge)
        } else {
            (&[leader], rivals, scores[leader])
        };
        let matcher = posterior.so_far.matcher;
        let slopes = posterior.so_far.each(|card| {
            let numbers = posterior.best().prior.cards[card].numbers;
            let slopes = |number| {
                let slope = |career: &usize| numbers.slope(matcher, card, number, *career);
                let level = against.iter().map(slope).sum::<f64>() / against.len() as f64;
                rivals.iter().map(|rival| slope(rival) - level).collect()
            };
            (0..numbers.count()).map(slopes).collect()
        });
        let (left, hypothesis) = (posterior.left.as_slice(), posterior.best());
        let pulls = pulls(left, hypothesis, &slopes, rivals.len());
        let mut gaps = Self { left, hypothesis, pulls, slopes, weights: Vec::new() };
        let covariance = gaps.covariance(rivals.len());
        let weight = |(rival, variance): (&usize, f64)| {
            let z = (scores[*rival] - gap) / variance.max(1e-12).sqrt();
            // The weight is the rival's probability of overtaking; in a long list it grows with the chance of crossing
            // the edge.
            if contenders.many { libm::exp(-z * z / 2.0) / variance.max(1e-12) } else { libm::erfc(-z * FRAC_1_SQRT_2) }
        };
        gaps.weights = rivals.iter().zip(covariance).map(weight).collect();
        Some(gaps)
    }

    /// The posterior variance of each gap.
    fn covariance(&self, gaps: usize) -> Vec<f64> {
        let mut covariance = vec![0.0; gaps];
        for (i, pull) in self.pulls.iter().enumerate() {
            for (j, other) in self.pulls.iter().enumerate() {
                let cell = self.hypothesis.covariance.row(i)[j];
                covariance.iter_mut().zip(pull.iter().zip(other)).for_each(|(it, (a, b))| *it += cell * a * b);
            }
        }
        for card in self.left {
            let noise = &self.hypothesis.prior.cards[*card].noise;
            let slopes = self.slopes[*card].iter().flatten();
            for (i, a) in slopes.clone().enumerate() {
                for (j, b) in slopes.clone().enumerate() {
                    let cell = noise.row(i)[j];
                    covariance.iter_mut().zip(a.iter().zip(b)).for_each(|(it, (a, b))| *it += cell * a * b);
                }
            }
        }
        covariance
    }

    /// The expected weighted reduction of variance over all gaps after one more card.
    fn gain(&self, card: usize) -> f64 {
        let Some(slopes) = &self.slopes[card] else { return 0.0 };
        let prior = &self.hypothesis.prior.cards[card];
        let degrees_of_freedom = prior.numbers.degrees_of_freedom();
        let along: Vec<_> = prior.factors[..degrees_of_freedom]
            .iter()
            .map(|row| self.hypothesis.covariance.mul_vec(row))
            .collect();
        let cholesky = self.hypothesis.numbers(prior, &along).cholesky();
        // By number, its covariance with each gap.
        let mut with = vec![vec![0.0; self.weights.len()]; degrees_of_freedom];
        for (number, with) in with.iter_mut().enumerate() {
            let mut add = |times: f64, by_gap: &[f64]| {
                with.iter_mut().zip(by_gap).for_each(|(it, value)| *it += times * value);
            };
            self.pulls.iter().zip(&along[number]).for_each(|(pull, times)| add(*times, pull));
            slopes.iter().zip(prior.noise.row(number)).for_each(|(slope, times)| add(*times, slope));
        }
        cholesky.solve_all(&mut with);
        let mut known = vec![0.0; self.weights.len()];
        for with in &with {
            known.iter_mut().zip(with).for_each(|(known, part)| *known += part * part);
        }
        dot(&self.weights, &known)
    }
}

fn pulls(left: &[usize], hypothesis: &Hypothesis, slopes: &[Option<Vec<Vec<f64>>>], gaps: usize) -> Vec<Vec<f64>> {
    let mut pulls = vec![vec![0.0; gaps]; hypothesis.mean.len()];
    for card in left {
        let factors = &hypothesis.prior.cards[*card].factors;
        for (loadings, slope) in factors.iter().zip(slopes[*card].iter().flatten()) {
            for (pull, loading) in pulls.iter_mut().zip(loadings).filter(|(_, loading)| **loading != 0.0) {
                pull.iter_mut().zip(slope).for_each(|(it, value)| *it += loading * value);
            }
        }
    }
    pulls
}
