//! What is believed before any pilot answers: people who like one thing like what the traits or careers put beside it,
//! and some like everything or agree with everything. How strongly, nobody knows. So several ideas are held at once,
//! and the answers decide between them.

use super::{
    linear::dot,
    loadings::{Rows, by_career, by_trait, factors, principal},
    numbers::Numbers,
    prior::{CardPrior, Prior, even, varies},
};
use crate::{
    config::{Checked, Matching, ResponseFormat},
    matcher::Matcher,
};

/// The share of a number's variance that its leaning accounts for, by idea, and how much of [`EVERYTHING`] there is.
const HYPOTHESES: [(f64, f64); 3] = [(0.05, 0.3), (0.3056, 1.0), (0.6, 1.0)];
/// The same where all answers come from a few directions in which the careers differ most.
const FEW_DIRECTIONS: [(f64, f64); 2] = [(0.3, 1.0), (0.7, 1.0)];
/// The share of liking everything, and that of agreeing with everything.
const EVERYTHING: f64 = 0.0694;
/// The most that all of them account for.
const MOST: f64 = 0.9;
/// A swipe says less about leanings than a scale does.
const COARSE: f64 = 0.6;
/// Scales vary less than if every step were as likely.
const VARIANCE: f64 = 0.9;
/// How many answers the belief in these variances is worth.
const FREEDOM: f64 = 10.0;
/// How much wider things may be than believed where nobody has looked: 1 over a temper of 0.8.
pub(super) const UNCALIBRATED: f64 = 1.25;

/// One for each idea.
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

/// The idea in the middle.
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
