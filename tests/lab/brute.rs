//! The expected results of the lab, by brute force with independent arithmetic.

use crate::arithmetic::{Judge, Model, Picks, Quiz, Ties, rows};

pub struct Brute {
    pub shares: Vec<f64>,
    pub ties: f64,
    /// The share of all single-answer changes, over all visitors, that change the first place.
    pub flips: Option<f64>,
    pub power: Vec<Option<f64>>,
    /// By career, whether it ever comes first.
    pub first: Vec<bool>,
    pub dead_cards: Vec<usize>,
}

/// Every path with its probability: each permitted answer to each shown card is equally likely.
fn visitors(quiz: &Quiz, judge: &Judge) -> Vec<(Picks, f64)> {
    let visitor = judge.paths.iter().map(|path| {
        let shown = path.available.iter().zip(&quiz.cards).filter(|(open, _)| !open.is_empty());
        let weight = shown.map(|(open, card)| 1.0 / card.permitted(open).len() as f64).product();
        (path.effective.clone(), weight)
    });
    visitor.collect()
}

impl Brute {
    pub fn new(quiz: &Quiz) -> Self {
        let judge = Judge::new(quiz);
        let careers = quiz.careers.len();
        let mut brute = Self {
            shares: vec![0.0; careers],
            ties: 0.0,
            flips: None,
            power: Vec::new(),
            first: vec![false; careers],
            dead_cards: Vec::new(),
        };
        let mut alive: Vec<Vec<bool>> = quiz.cards.iter().map(|card| vec![false; card.kind.rows()]).collect();
        let mut power = vec![(0.0, 0.0); quiz.cards.len()];
        let mut changes = (0.0, 0.0);
        for (answers, weight) in visitors(quiz, &judge) {
            let best = judge.recommended(&answers);
            best.iter().for_each(|career| brute.first[*career] = true);
            match best.as_slice() {
                [] => {}
                [sole] => brute.shares[*sole] += weight,
                _ => brute.ties += weight,
            }
            let open = quiz.resolved(&answers).available;
            for (at, card) in quiz.cards.iter().enumerate().filter(|(at, _)| !open[*at].is_empty()) {
                let others: Vec<_> = card.permitted(&open[at]).into_iter().filter(|it| *it != answers[at]).collect();
                let flips = |other: &&Vec<usize>| {
                    let mut then = answers.clone();
                    then[at] = (*other).clone();
                    judge.recommended(&then) != best
                };
                let flipped = others.iter().filter(flips).count();
                if flipped > 0 {
                    answers[at].iter().for_each(|row| alive[at][*row] = true);
                }
                if !others.is_empty() {
                    let rate = flipped as f64 / others.len() as f64;
                    power[at] = (power[at].0 + weight * rate, power[at].1 + weight);
                }
                changes = (changes.0 + weight * flipped as f64, changes.1 + weight * others.len() as f64);
            }
        }
        let share = |(part, all): (f64, f64)| (all > 0.0).then(|| part / all);
        brute.flips = (changes.1 > 0.0).then(|| changes.0 / changes.1);
        brute.power = power.into_iter().map(share).collect();
        for (card, rows) in alive.iter().enumerate().filter(|(card, _)| !quiz.cards[*card].tie_break) {
            if rows.iter().all(|alive| !alive) {
                brute.dead_cards.push(card);
            }
        }
        brute
    }
}

/// Options whose points never decide: without them the same careers come first for everyone who picked the option. Only
/// for models in which an option's part of a score is its points, possibly divided by the career's range.
pub fn dead_options(quiz: &Quiz) -> Option<Vec<(usize, usize)>> {
    let judge = Judge::new(quiz);
    if !matches!(quiz.model, Model::Raw | Model::Attainable) {
        return None;
    }
    let raw = Judge::new(&Quiz { model: Model::Raw, ..quiz.clone() });
    let part = |career: usize, points: f64| match quiz.model {
        Model::Raw => points,
        _ => {
            let (least, most) = raw.bounds(career);
            if most - least > 1e-9 { points / (most - least) } else { 0.0 }
        }
    };
    let first = |scores: &[f64], out: &[bool]| -> Vec<usize> {
        let open = |career: &usize| !out[*career] && quiz.ties != Ties::Extra(*career);
        let best = (0..scores.len()).filter(open).map(|career| scores[career]).fold(f64::NEG_INFINITY, f64::max);
        let level: Vec<_> = (0..scores.len()).filter(open).filter(|it| best - scores[*it] <= 1e-9).collect();
        match quiz.ties {
            Ties::Listed => level.into_iter().take(1).collect(),
            Ties::Extra(extra) if level.len() > 1 && !out[extra] => vec![extra],
            _ => level,
        }
    };
    let mut dead = Vec::new();
    for (at, card) in quiz.cards.iter().enumerate().filter(|(_, card)| card.kind.has_options() && !card.tie_break) {
        for row in 0..card.kind.rows() {
            let told = judge.paths.iter().filter(|path| !judge.knows_nothing(&path.effective));
            let idle = told.filter(|path| path.effective[at].contains(&row)).all(|path| {
                let out = judge.excluded(&path.effective);
                let scores: Vec<_> = (0..quiz.careers.len()).map(|career| judge.score(path, career)).collect();
                let take = |(career, score): (usize, &f64)| score - part(career, rows(card, career)[row]);
                let without: Vec<_> = scores.iter().enumerate().map(take).collect();
                first(&scores, &out) == first(&without, &out)
            });
            if idle {
                dead.push((at, row));
            }
        }
    }
    Some(dead)
}

/// Traits without which the same careers come first on every path.
pub fn dead_traits(quiz: &Quiz) -> Vec<usize> {
    let judge = Judge::new(quiz);
    let is_dead = |it: &usize| {
        let mut without = quiz.clone();
        without.cards.iter_mut().flat_map(|card| &mut card.points).for_each(|row| row[*it] = 0.0);
        let other = Judge::new(&without);
        judge
            .paths
            .iter()
            .all(|path| judge.recommended(&path.effective) == other.recommended(&path.effective))
    };
    (0..quiz.traits.len()).filter(is_dead).collect()
}
