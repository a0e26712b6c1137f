//! The prior without pilot answers: visitors who like one answer like the answers with similar weights, and some
//! visitors like everything or agree with everything. The strength of these effects is unknown, so there are several
//! hypotheses, and the answers decide between them.
//!
//! It must never know pilot answers.

use super::{
    loadings::{Rows, by_career, by_trait, factors, principal},
    numbers::Numbers,
    prior::{CardPrior, Prior, even, varies},
};
use crate::numeric::dot;
use crate::{
    config::{Checked, Matching, ResponseFormat},
    matcher::Matcher,
};

/// By hypothesis: the share of a number's variance that its leaning explains, and a factor for [`EVERYTHING`].
const HYPOTHESES: [(f64, f64); 3] = [(0.05, 0.3), (0.3056, 1.0), (0.6, 1.0)];
/// The same if all answers depend on the few directions in which careers differ most.
const FEW_DIRECTIONS: [(f64, f64); 2] = [(0.3, 1.0), (0.7, 1.0)];
/// The share of variance from liking everything, and the share from agreeing with everything.
const EVERYTHING: f64 = 0.0694;
/// The largest share that all factors together explain.
const MOST: f64 = 0.9;
/// A swipe carries less information about leanings than a scale.
const COARSE: f64 = 0.6;
/// Scales vary less than a uniform distribution over their steps.
const VARIANCE: f64 = 0.9;
/// The degrees of freedom for these variances, in answers.
const FREEDOM: f64 = 10.0;

/// One prior for each hypothesis.
pub(super) fn priors(config: &Checked, matcher: &Matcher) -> Vec<Prior> {
    let careers = factors(&by_career(config, matcher));
    let few = principal(&careers);
    let (all, usual) = if let Matching::Traits(_) = config.matching() {
        let (rows, usual) = by_trait(config);
        (factors(&rows), usual)
    } else {
        let usual = vec![0.0; careers.len()];
        (careers, usual)
    };
    let all = HYPOTHESES.iter().map(|hypothesis| (&all, hypothesis));
    let hypotheses = all.chain(FEW_DIRECTIONS.iter().map(|hypothesis| (&few, hypothesis)));
    hypotheses.map(|(loadings, hypothesis)| prior(config, loadings, &usual, *hypothesis)).collect()
}

/// The middle hypothesis.
#[cfg(feature = "cli")]
pub(super) fn usual(config: &Checked) -> Prior {
    priors(config, &Matcher::new(config)).swap_remove(1)
}

fn prior(config: &Checked, loadings: &Rows, usual: &[f64], (strength, everything): (f64, f64)) -> Prior {
    let mut at = 0;
    let cards = config.cards().iter().map(|card| {
        let numbers = Numbers::new(&card.response);
        let mut mean = even(numbers);
        let mut noise = varies(numbers, &mean);
        let (variance, coarse) = match numbers {
            Numbers::Line { rows: 2, .. } => (1.0, COARSE),
            Numbers::Line { .. } => (VARIANCE, 1.0),
            Numbers::Options { .. } => (1.0, 1.0),
        };
        noise.cells.iter_mut().for_each(|it| *it *= variance);
        let everything = (coarse * everything * EVERYTHING).sqrt();
        let mut known = 0.0;
        let mut own = Rows::new();
        for (number, mean) in mean.iter_mut().enumerate() {
            let loading = &loadings[at];
            let share = (coarse * strength).min(MOST / dot(loading, loading).max(1e-9)).sqrt();
            let mut row: Vec<_> = loading.iter().map(|it| share * it).collect();
            let liked = if let ResponseFormat::Line { weights, .. } = &card.response {
                *mean += usual[at];
                let sum: f64 = weights.iter().map(|(_, points)| points).sum();
                if sum == 0.0 { 0.0 } else { everything.copysign(sum) }
            } else {
                0.0
            };
            let agreed = if let Numbers::Line { .. } = numbers { everything } else { 0.0 };
            row.extend([liked, agreed]);
            known += dot(&row, &row) / numbers.count() as f64;
            let deviation = noise.row(number)[number].sqrt();
            row.iter_mut().for_each(|it| *it *= deviation);
            own.push(row);
            at += 1;
        }
        noise.cells.iter_mut().for_each(|it| *it *= (1.0 - known).max(1.0 - MOST));
        CardPrior { numbers, mean, factors: own, noise }
    });
    let cards = cards.collect();
    let factors = loadings.first().map_or(0, Vec::len) + 2;
    Prior { cards, factors, freedom: FREEDOM, pilots: None }
}
