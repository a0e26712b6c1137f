//! The model `traits`: answers build the visitor's profile over traits, which is compared with the profile of each
//! career.
//!
//! All three comparisons order careers by a linear function of the visitor's profile: Pearson's denominator and the
//! squared length of that profile are the same for every career.

use super::{Bounds, Checked, Flow, Grid, ResolvedAnswers, Shown};
use crate::{
    config::{
        Career,
        model::{Norm, Similarity},
    },
    matcher::bounds::bounds,
    numeric::dot,
};

/// The data needed to show a match.
#[derive(Clone, Debug)]
pub(super) struct Profiles {
    visitor: Grid,
    base: Vec<f64>,
    compared: Compared,
}

#[derive(Clone, Debug)]
enum Compared {
    /// Differences below the noise count as none.
    Shape { noise: f64 },
    /// With the careers' profiles, and the largest possible distance between any visitor and any career.
    Distance { careers: Vec<Vec<f64>>, farthest: f64 },
}

#[inline(never)]
pub(super) fn compile(config: &Checked, flow: &Flow, similarity: Similarity) -> (Grid, Vec<f64>, Shown) {
    let traits = config.traits().len();
    let mut visitor = super::points::weights(config, flow, traits);
    let mut shift = vec![0.0; traits];
    for (it, norm) in config.traits().iter().map(|it| it.visitors).enumerate() {
        let Norm { mean, spread } = norm.unwrap_or(Norm { mean: 0.0, spread: 1.0 });
        visitor.scale(it, 1.0 / spread, flow.cards.len());
        shift[it] = -mean / spread;
    }
    let careers: Vec<_> = config.careers().iter().map(|career| profile(config, career)).collect();
    let directions: Vec<_> = match similarity {
        Similarity::Shape => careers.iter().map(|profile| unit(profile)).collect(),
        Similarity::Distance => careers.iter().map(|it| it.iter().map(|value| 2.0 * value).collect()).collect(),
        Similarity::Affinity => careers.clone(),
    };
    let sizes = visitor.map(careers.len(), |row, career| size(row, &directions[career]));
    let noise: Vec<_> = (0..careers.len()).map(|career| sizes.noise(career)).collect();
    let grid = visitor.map(careers.len(), |row, career| {
        let sum = dot(row, &directions[career]);
        if sum.abs() > noise[career] { sum } else { 0.0 }
    });
    let mut base: Vec<_> = directions.iter().map(|direction| dot(&shift, direction)).collect();
    let shown = match similarity {
        Similarity::Shape => {
            let noise = (0..traits).map(|it| visitor.noise(it) + shift[it].abs() * NOISE).fold(0.0, f64::max);
            Shown::Profile(Profiles { visitor, base: shift, compared: Compared::Shape { noise } })
        }
        Similarity::Distance => {
            base.iter_mut().zip(&careers).for_each(|(base, career)| *base -= dot(career, career));
            let reach = reach(flow, &visitor, &shift);
            let farthest = careers.iter().map(|career| farthest(&reach, career)).fold(0.0, f64::max);
            Shown::Profile(Profiles { visitor, base: shift, compared: Compared::Distance { careers, farthest } })
        }
        Similarity::Affinity => {
            let bound = |(career, base): (usize, &f64)| {
                let Bounds { least, most } = bounds(flow, &grid, career);
                Bounds { least: base + least, most: base + most }
            };
            Shown::WithinBounds(base.iter().enumerate().map(bound).collect())
        }
    };
    (grid, base, shown)
}

impl Profiles {
    pub(super) fn visitor(&mut self) -> &mut Grid {
        &mut self.visitor
    }

    /// The visitor's profile, standardised by the norms of visitors.
    pub(super) fn of_visitor(&self, resolved: &ResolvedAnswers) -> Vec<f64> {
        self.visitor.sums(resolved, &self.base)
    }

    #[inline(never)]
    pub(super) fn shares(&self, resolved: &ResolvedAnswers, scores: &[f64]) -> Vec<f64> {
        let visitor = self.of_visitor(resolved);
        match &self.compared {
            Compared::Shape { noise } => {
                let length = length(&centred(&visitor));
                let correlation = |score: &f64| if length > *noise { score / length } else { 0.0 };
                scores.iter().map(|score| (0.5 + correlation(score) / 2.0).clamp(0.0, 1.0)).collect()
            }
            Compared::Distance { careers, farthest } => {
                let share = |career: &Vec<f64>| {
                    let square = |(a, b): (&f64, &f64)| (a - b) * (a - b);
                    let distance = libm::sqrt(visitor.iter().zip(career).map(square).sum());
                    if *farthest > 0.0 { 1.0 - (distance / farthest).min(1.0) } else { 1.0 }
                };
                careers.iter().map(share).collect()
            }
        }
    }

    pub(super) fn leanings(&self, flow: &Flow, resolved: &ResolvedAnswers) -> Vec<f64> {
        let profile = self.of_visitor(resolved);
        let reach = reach(flow, &self.visitor, &self.base);
        profile.iter().zip(reach).map(|(value, reach)| reach.place(*value)).collect()
    }

    pub(super) fn per_match(&self, resolved: &ResolvedAnswers) -> Option<f64> {
        let Compared::Shape { noise } = self.compared else { return None };
        let length = length(&centred(&self.of_visitor(resolved)));
        (length > noise).then(|| 0.5 / length)
    }
}

/// The relative rounding error of numbers that cancel out.
const NOISE: f64 = 1e-13;

/// A career's profile, standardised by the norms of careers.
fn profile(config: &Checked, career: &Career) -> Vec<f64> {
    let mut profile = vec![0.0; config.traits().len()];
    career.profile.iter().for_each(|(it, value)| profile[*it] = *value);
    for (value, it) in profile.iter_mut().zip(config.traits()) {
        if let Some(Norm { mean, spread }) = it.careers {
            *value = (*value - mean) / spread;
        }
    }
    profile
}

/// Centred and scaled to length 1; all zeros if the profile is flat.
fn unit(profile: &[f64]) -> Vec<f64> {
    let centred = centred(profile);
    let length = length(&centred);
    let noise = NOISE * profile.iter().fold(0.0, |most: f64, value| most.max(value.abs())) * profile.len() as f64;
    centred.iter().map(|value| if length > noise { value / length } else { 0.0 }).collect()
}

fn centred(profile: &[f64]) -> Vec<f64> {
    let mean = profile.iter().sum::<f64>() / profile.len() as f64;
    profile.iter().map(|value| value - mean).collect()
}

fn length(profile: &[f64]) -> f64 {
    dot(profile, profile).sqrt()
}

/// The sum of absolute products in a dot product: its scale for rounding errors.
fn size(a: &[f64], b: &[f64]) -> f64 {
    a.iter().zip(b).map(|(a, b)| (a * b).abs()).sum()
}

/// The minimum and maximum of each trait.
fn reach(flow: &Flow, visitor: &Grid, base: &[f64]) -> Vec<Bounds> {
    let reach = |(it, base): (usize, &f64)| {
        let Bounds { least, most } = bounds(flow, visitor, it);
        Bounds { least: base + least, most: base + most }
    };
    base.iter().enumerate().map(reach).collect()
}

/// The distance from a career to the farthest corner of the reachable range.
fn farthest(reach: &[Bounds], career: &[f64]) -> f64 {
    let square = |(reach, value): (&Bounds, &f64)| {
        let (down, up) = (value - reach.least, reach.most - value);
        (down * down).max(up * up)
    };
    reach.iter().zip(career).map(square).sum::<f64>().sqrt()
}
