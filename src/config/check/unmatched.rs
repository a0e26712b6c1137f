//! Careers that can't be matched, because no answer changes their score. Each model has its own rule here, except
//! `bayes` and `distance`: there, answers change the score of every career.

use super::Checker;
use crate::config::{
    checked::{Card, Matching, Ties, Weights},
    model::{self, Norm, Similarity},
    path::Trail,
    problem::{Kind, Problem},
};

impl Checker<'_> {
    pub(super) fn unmatched(
        &mut self,
        path: &Trail,
        (matching, ties): (Matching, Ties),
        careers: &[model::Career],
        traits: &[model::Trait],
        cards: &[Card],
    ) {
        let (moves, kind): (Vec<bool>, fn(String) -> Kind) = match matching {
            Matching::Points(_) => (points(careers.len(), cards), |career| Kind::NoPoints { career }),
            Matching::Traits(Similarity::Affinity) => (careers.iter().map(|it| !is_empty(it, traits)).collect(), empty),
            Matching::Traits(Similarity::Shape) => (careers.iter().map(|it| !is_flat(it, traits)).collect(), flat),
            Matching::Traits(Similarity::Distance) | Matching::Bayes(_) => return,
        };
        for (i, career) in careers.iter().enumerate().filter(|(i, _)| !moves[*i] && ties != Ties::Career(*i)) {
            self.problems.push(Problem::warning(path.index(i).path(), kind(career.id.clone())));
        }
    }
}

/// By career, whether any answer counts for or against it.
fn points(careers: usize, cards: &[Card]) -> Vec<bool> {
    let mut counted = vec![false; careers];
    let mut mark = |weights: &Weights| weights.iter().for_each(|(at, value)| counted[*at] |= *value != 0.0);
    for card in cards {
        card.response.options().iter().for_each(|option| mark(&option.weights));
        mark(card.response.weights());
    }
    counted
}

/// A career's profile by trait, relative to the norms of careers.
fn profile<'t>(career: &'t model::Career, traits: &'t [model::Trait]) -> impl Iterator<Item = f64> + 't {
    traits.iter().map(|it| {
        let named = career.profile.0.iter().find(|(id, _)| *id == it.id);
        let value = named.map_or(0.0, |(_, value)| *value);
        it.careers.map_or(value, |Norm { mean, spread }| (value - mean) / spread)
    })
}

fn is_empty(career: &model::Career, traits: &[model::Trait]) -> bool {
    profile(career, traits).all(|value| value == 0.0)
}

/// A flat profile has no shape to compare.
fn is_flat(career: &model::Career, traits: &[model::Trait]) -> bool {
    let (least, most) = profile(career, traits)
        .fold((f64::INFINITY, f64::NEG_INFINITY), |(least, most), value| (value.min(least), value.max(most)));
    let size = least.abs().max(most.abs());
    traits.len() < 2 || most - least <= 1e-12 * size
}

#[cfg(feature = "authors")]
fn empty(career: String) -> Kind {
    Kind::Found(crate::config::Finding::EmptyProfile { career })
}

#[cfg(feature = "authors")]
fn flat(career: String) -> Kind {
    Kind::Found(crate::config::Finding::FlatProfile { career })
}

// Only authors get separate messages.
#[cfg(not(feature = "authors"))]
fn empty(career: String) -> Kind {
    Kind::NoPoints { career }
}

#[cfg(not(feature = "authors"))]
fn flat(career: String) -> Kind {
    Kind::NoPoints { career }
}
