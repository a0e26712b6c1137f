//! The model `points`: answers give points to careers.

use super::{Bounds, Checked, Flow, Grid, Shown};
use crate::{config::model::Score, matcher::bounds::bounds};

pub(super) fn compile(config: &Checked, flow: &Flow, score: Score) -> (Grid, Vec<f64>, Shown) {
    let careers = config.careers().len();
    let mut grid = weights(config, flow, careers);
    // A tie-break is scored separately from all other cards, so its points are not scaled.
    let cards = flow.tie_break().unwrap_or(flow.cards.len());
    let mut base = vec![0.0; careers];
    let mut shown = vec![Bounds { least: 0.0, most: 1.0 }; careers];
    for career in 0..careers {
        let range = bounds(flow, &grid, career);
        let (shift, factor) = match score {
            Score::Raw => (0.0, 1.0),
            Score::Attainable => (range.least, range.share(1.0)),
            Score::Z => {
                let (mean, variance) = random_baseline(flow, &grid, career);
                let deviation = variance.sqrt();
                (mean, if deviation > grid.noise(career) { 1.0 / deviation } else { 0.0 })
            }
        };
        grid.scale(career, factor, cards);
        base[career] = -shift * factor;
        shown[career] = Bounds { least: (range.least - shift) * factor, most: (range.most - shift) * factor };
    }
    (grid, base, Shown::WithinBounds(shown))
}

/// Mean and variance of a career's sum among visitors who answer every card at random.
#[inline(never)]
fn random_baseline(flow: &Flow, grid: &Grid, career: usize) -> (f64, f64) {
    let cards = (0..flow.cards.len()).filter(|card| flow.cards[*card].reachable);
    cards
        .map(|card| grid.random_baseline(flow, card, career))
        .fold((0.0, 0.0), |sum, card| (sum.0 + card.0, sum.1 + card.1))
}

/// The points of every row. The neutral row is the mean of the others, or zero on a card that no visitor sees.
pub(super) fn weights(config: &Checked, flow: &Flow, width: usize) -> Grid {
    let mut grid = Grid::new(width);
    for (card, compiled) in config.cards().iter().zip(&flow.cards) {
        let rows = card.response.rows(width);
        let mean = |column| rows.iter().map(|row| row[column]).sum::<f64>() / rows.len() as f64;
        let neutral = if compiled.reachable { (0..width).map(mean).collect() } else { vec![0.0; width] };
        grid.push(rows, neutral, None);
    }
    grid
}
