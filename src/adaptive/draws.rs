//! How likely the first place is to last: drawn from the belief, again and again.

use super::{
    SoFar,
    belief::Belief,
    linear::Half,
    numbers::Numbers,
    prior::{CardPrior, Prior},
    race::Race,
};
use crate::random::Random;

const DRAWS: usize = 256;
/// After so many draws at a time it is seen whether the answer is clear.
const BATCH: usize = 32;

/// The share of draws in which the leader stays where it is to stay.
pub(super) fn confidence(prior: &Prior, so_far: SoFar, level: Option<f64>) -> f64 {
    let belief = Belief::new(prior, so_far);
    let (known, scores) = belief.scores();
    let race = Race::new(so_far, &scores);
    let Some((leader, rivals)) = race.leader() else { return 1.0 };
    let half = belief.spread.half();
    let slope = |card: usize, number: usize, career: usize| {
        prior.cards[card].numbers.slope(so_far.matcher, card, number, career)
    };
    // By card that is left, then by number, then by rival: how a number moves it against the leader.
    let cards = belief.left.iter().map(|card| {
        let numbers = prior.cards[*card].numbers.count();
        let slopes = |number| {
            let own = slope(*card, number, leader);
            rivals.iter().map(|rival| slope(*card, number, *rival) - own).collect::<Vec<_>>()
        };
        (&prior.cards[*card], (0..numbers).map(slopes).collect::<Vec<_>>())
    });
    let cards: Vec<_> = cards.collect();
    let start: Vec<_> = rivals.iter().map(|rival| known[*rival] - known[leader]).collect();
    let mut random = Random::new(1);
    let (mut ahead, mut numbers) = (start.clone(), Vec::new());
    share(level, || {
        let factors = draw(&belief, &half, prior.wider, &mut random);
        ahead.copy_from_slice(&start);
        for (card, slopes) in &cards {
            answer(card, &factors, prior.wider, &mut random, &mut numbers);
            for (number, slopes) in numbers.iter().zip(slopes).filter(|(number, _)| **number != 0.0) {
                ahead.iter_mut().zip(slopes).for_each(|(it, slope)| *it += number * slope);
            }
        }
        ahead.iter().filter(|it| **it > 0.0).count() < race.room()
    })
}

/// The share of draws that come out well; fewer draws where it is clearly on one side of the level.
pub(super) fn share(level: Option<f64>, mut draw: impl FnMut() -> bool) -> f64 {
    let mut well = 0;
    for draws in 1..=DRAWS {
        well += usize::from(draw());
        if let (Some(level), 0) = (level, draws % BATCH) {
            let share = well as f64 / draws as f64;
            let off = (share - level) * (share - level) * draws as f64;
            // Four standard errors of a share that were just at the level.
            if off > 16.0 * level * (1.0 - level) + 0.1 {
                return share;
            }
        }
    }
    well as f64 / DRAWS as f64
}

fn draw(belief: &Belief, half: &Half, wider: f64, random: &mut Random) -> Vec<f64> {
    let bells: Vec<_> = belief.mean.iter().map(|_| random.bell()).collect();
    belief.mean.iter().zip(half.times(&bells)).map(|(mean, off)| mean + wider * off).collect()
}

/// One visitor's numbers on a card.
fn answer(card: &CardPrior, factors: &[f64], wider: f64, random: &mut Random, numbers: &mut Vec<f64>) {
    let mean = |number: usize| card.mean[number] + super::linear::dot(&card.factors[number], factors);
    numbers.clear();
    match card.numbers {
        Numbers::Line { rows, .. } => {
            let number = mean(0) + wider * card.noise.cells[0].sqrt() * random.bell();
            // An answer is a step of the line.
            let steps = (rows - 1) as f64 / 2.0;
            numbers.push((((number.clamp(-1.0, 1.0) + 1.0) * steps + 0.5) as usize) as f64 / steps - 1.0);
        }
        Numbers::Options { count, max: 1, .. } => {
            numbers.extend((0..count).map(mean));
            card.numbers.possible(numbers);
            let mut left = random.unit();
            let at = numbers.iter().position(|chance| {
                left -= chance;
                left < 0.0
            });
            numbers.fill(0.0);
            numbers[at.unwrap_or(count - 1)] = 1.0;
        }
        Numbers::Options { count, .. } => {
            numbers.extend((0..count).map(|number| if random.unit() < mean(number) { 1.0 } else { 0.0 }));
        }
    }
}
