//! The factors of a quiz: the four directions in which its rows differ most (principal components). It must never know
//! how visitors are drawn.

use crate::matcher::Matcher;
use crate::numeric::dot;
use crate::random::Random;

/// The number of factor scores per visitor.
pub(super) const FACTORS: usize = 4;
const ROUNDS: usize = 200;

/// By card, then by row: the loading of the row on each factor.
pub(super) type Loadings = Vec<Vec<[f64; FACTORS]>>;

/// Computes the loadings; `None` if time runs out.
pub(super) fn loadings(matcher: &Matcher, go: &mut dyn FnMut() -> bool) -> Option<Loadings> {
    let careers = matcher.careers();
    let cards: Vec<_> = (0..matcher.cards()).map(|card| centred_rows(matcher, card)).collect();
    let rows: Vec<&Vec<f64>> = cards.iter().flatten().collect();
    let mut random = Random::new(1);
    let mut axes: Vec<Vec<f64>> = (0..FACTORS).map(|_| (0..careers).map(|_| random.normal()).collect()).collect();
    orthonormal(&mut axes);
    // Power iteration on all four at once. A rotation of the axes among themselves gives the same visitors.
    for _ in 0..ROUNDS {
        if !go() {
            return None;
        }
        let mut next = vec![vec![0.0; careers]; FACTORS];
        for row in &rows {
            for (axis, next) in axes.iter().zip(&mut next) {
                let along = dot(row, axis);
                next.iter_mut().zip(*row).for_each(|(it, cell)| *it += along * cell);
            }
        }
        orthonormal(&mut next);
        let kept: f64 = next.iter().map(|new| axes.iter().map(|old| dot(new, old).powi(2)).sum::<f64>()).sum();
        let rank = next.iter().filter(|axis| dot(axis, axis) > 0.5).count() as f64;
        axes = next;
        if rank - kept < 1e-14 {
            break;
        }
    }
    let load = |row: &Vec<f64>| std::array::from_fn(|factor| dot(row, &axes[factor]));
    let mut loadings: Loadings = cards.iter().map(|rows| rows.iter().map(load).collect()).collect();
    let norms = loadings.iter().flatten().map(|row: &[f64; FACTORS]| dot(row, row).sqrt());
    let mean = norms.sum::<f64>() / rows.len().max(1) as f64;
    if mean > 0.0 {
        loadings.iter_mut().flatten().flatten().for_each(|it| *it /= mean);
    }
    Some(loadings)
}

/// The contribution of each row of a card to each career, centred over rows and over careers; empty for a tie-break.
fn centred_rows(matcher: &Matcher, card: usize) -> Vec<Vec<f64>> {
    let compiled = &matcher.flow().cards[card];
    if compiled.tie_break {
        return Vec::new();
    }
    let careers = matcher.careers();
    let mut rows: Vec<Vec<f64>> = (0..compiled.rows)
        .map(|row| (0..careers).map(|career| matcher.pick(card, row, career)).collect())
        .collect();
    for career in 0..careers {
        let mean = rows.iter().map(|row| row[career]).sum::<f64>() / compiled.rows as f64;
        rows.iter_mut().for_each(|row| row[career] -= mean);
    }
    for row in &mut rows {
        let mean = row.iter().sum::<f64>() / careers as f64;
        row.iter_mut().for_each(|cell| *cell -= mean);
    }
    rows
}

/// Makes the axes orthonormal (Gram-Schmidt, twice). A linearly dependent axis becomes zero.
fn orthonormal(axes: &mut [Vec<f64>]) {
    for at in 0..axes.len() {
        let before = dot(&axes[at], &axes[at]).sqrt();
        for _ in 0..2 {
            for other in 0..at {
                let along = dot(&axes[at], &axes[other]);
                let (head, tail) = axes.split_at_mut(at);
                tail[0].iter_mut().zip(&head[other]).for_each(|(it, other)| *it -= along * other);
            }
        }
        let length = dot(&axes[at], &axes[at]).sqrt();
        let scale = if length > 1e-12 * before && length > 0.0 { 1.0 / length } else { 0.0 };
        axes[at].iter_mut().for_each(|it| *it *= scale);
    }
}
