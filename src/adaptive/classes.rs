//! The model `bayes`: each career is a latent class of visitors, and answers update the probability of each class.

use super::{SoFar, contenders::Contenders, monte_carlo};
use crate::{
    matcher::{Answer, Matcher},
    random::Random,
};

/// By card: the probability of each row in each class (career).
#[derive(Clone, Debug)]
pub(super) struct Classes {
    cards: Vec<Rows>,
}

/// One card: the probabilities of its rows by career, row by row. With one pick, rows sum to 1. With several picks,
/// each row is a binary question, followed by its complement.
#[derive(Clone, Debug)]
struct Rows {
    several: bool,
    rows: usize,
    chances: Vec<f32>,
    /// The entropy term `-p log p` of each probability.
    surprises: Vec<f64>,
}

impl Classes {
    pub(super) fn new(matcher: &Matcher) -> Self {
        let steps = matcher.flow().cards.iter();
        Self {
            cards: steps.enumerate().map(|(card, compiled)| Rows::new(matcher, card, compiled.picks.1 > 1)).collect(),
        }
    }

    /// By candidate: the expected reduction of entropy over careers (mutual information) once it is answered.
    pub(super) fn gains(&self, so_far: SoFar, candidates: &[usize]) -> Vec<f64> {
        let scores = so_far.matcher.scores(so_far.resolved);
        let (careers, chances) = likeliest(&Contenders::new(so_far, &scores), &scores);
        candidates.iter().map(|card| self.cards[*card].gain(&careers, &chances, scores.len())).collect()
    }

    pub(super) fn confidence(&self, so_far: SoFar, level: Option<f64>) -> f64 {
        let scores = so_far.matcher.scores(so_far.resolved);
        let contenders = Contenders::new(so_far, &scores);
        let Some((leader, _)) = contenders.leader() else { return 1.0 };
        let (rivals, counts) = contenders.rivals();
        let (careers, chances) = likeliest(&contenders, &scores);
        let left: Vec<_> = (0..self.cards.len()).filter(|card| so_far.may_come(*card)).collect();
        // By remaining card, then by row: the change of each rival's score relative to the leader.
        let moves = |card: &usize| {
            let moved = |row: usize| {
                let cells = so_far.matcher.row(*card, row);
                rivals.iter().map(|rival| cells[*rival] - cells[leader]).collect::<Vec<_>>()
            };
            (0..self.cards[*card].rows).map(moved).collect::<Vec<_>>()
        };
        let moves: Vec<_> = left.iter().map(moves).collect();
        let mut random = Random::new(1);
        monte_carlo::share(level, || {
            let truth = careers[random.pick(chances.iter().copied())];
            let mut ahead: Vec<_> = rivals.iter().map(|rival| scores[*rival] - scores[leader]).collect();
            for (card, moves) in left.iter().zip(&moves) {
                let rows = &self.cards[*card];
                let answer = rows.draw(truth, scores.len(), &mut random);
                if rows.several {
                    // Rows that are not picked count too.
                    let value = |career| so_far.matcher.cell(*card, rows.open(), answer, career);
                    let own = value(leader);
                    ahead.iter_mut().zip(&rivals).for_each(|(it, rival)| *it += value(*rival) - own);
                } else if let Some(row) = answer.and_then(|answer| answer.rows().next()) {
                    ahead.iter_mut().zip(&moves[row]).for_each(|(it, moved)| *it += moved);
                }
            }
            let passed = ahead.iter().zip(&counts).filter(|(ahead, _)| **ahead > 0.0).map(|(_, count)| count);
            passed.sum::<usize>() < contenders.room()
        })
    }
}

impl Rows {
    fn new(matcher: &Matcher, card: usize, several: bool) -> Self {
        let (careers, rows) = (matcher.careers(), matcher.flow().cards[card].rows);
        let mut chances = Vec::with_capacity(rows * careers * (1 + usize::from(several)));
        let likely = |row: usize, career: usize| libm::exp(matcher.row(card, row)[career]);
        if several {
            for row in 0..rows {
                let pairs = |career| {
                    let (picked, left) = (likely(row, career), libm::exp(matcher.none_picked(card, 1 << row, career)));
                    (picked / (picked + left)) as f32
                };
                let picked: Vec<_> = (0..careers).map(pairs).collect();
                chances.extend_from_slice(&picked);
                chances.extend(picked.iter().map(|chance| 1.0 - chance));
            }
        } else {
            let sums: Vec<f64> = (0..careers).map(|career| (0..rows).map(|row| likely(row, career)).sum()).collect();
            for row in 0..rows {
                chances.extend((0..careers).map(|career| (likely(row, career) / sums[career]) as f32));
            }
        }
        let surprises = chances.iter().map(|chance| surprise(f64::from(*chance))).collect();
        Self { several, rows, chances, surprises }
    }

    fn open(&self) -> u64 {
        u64::MAX >> (64 - self.rows)
    }

    /// The entropy of the answer minus its expected entropy given the career.
    fn gain(&self, careers: &[usize], chances: &[f64], width: usize) -> f64 {
        let mut gain = 0.0;
        for (row, surprises) in self.chances.chunks_exact(width).zip(self.surprises.chunks_exact(width)) {
            let (mut mean, mut known) = (0.0, 0.0);
            for (career, chance) in careers.iter().zip(chances) {
                mean += chance * f64::from(row[*career]);
                known += chance * surprises[*career];
            }
            gain += surprise(mean) - known;
        }
        gain
    }

    /// Draws the answer of a visitor of one career.
    fn draw(&self, career: usize, width: usize, random: &mut Random) -> Option<Answer> {
        let chance = |row: usize| f64::from(self.chances[row * width + career]);
        if self.several {
            return Answer::of((0..self.rows).filter(|row| random.unit() < chance(2 * row)));
        }
        Some(Answer::one(random.pick((0..self.rows).map(chance))))
    }
}

/// The most probable careers, and the probability of each among them.
fn likeliest(contenders: &Contenders, scores: &[f64]) -> (Vec<usize>, Vec<f64>) {
    let careers: Vec<_> = contenders.order.iter().copied().take(super::RIVALS).collect();
    let top = careers.first().map_or(0.0, |career| scores[*career]);
    let heights: Vec<_> = careers.iter().map(|career| libm::exp(scores[*career] - top)).collect();
    let sum: f64 = heights.iter().sum();
    (careers, heights.into_iter().map(|height| height / sum).collect())
}

fn surprise(chance: f64) -> f64 {
    if chance > 0.0 { -chance * libm::log(chance) } else { 0.0 }
}
