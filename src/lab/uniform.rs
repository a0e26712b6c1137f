//! Visitors who answer at random: all of them where there are few enough ways to answer, else a sample.

use super::{
    changes::{Changes, everywhere, one_each},
    deck::{Deck, First, Firsts},
    pace::Pace,
    walk,
};
use crate::{
    matcher::{Answers, Course},
    random::Random,
};

/// Ways times careers up to which all ways are gone.
const WORK: u64 = 400_000_000;
/// Visitors of a sample, and how many of them are asked to change their minds.
const DRAWS: usize = 200_000;
const CHANGED: usize = 20_000;
/// Of fewer visitors no share is told.
const FEWEST: usize = 1_000;
/// How often one of them asks whether to go on.
const ASKING: usize = 64;

/// What visitors who answer at random come to.
pub(super) struct Uniform {
    /// By career, the share for whom it is first alone.
    pub(super) shares: Vec<f64>,
    pub(super) ties: f64,
    pub(super) changes: Changes,
    /// How many visitors that are.
    pub(super) seen: usize,
    /// Whether every way was gone; and whether only time was lacking for that.
    pub(super) exact: bool,
    pub(super) late: bool,
    /// By career, answers that put it first alone, and first with others.
    pub(super) sole: Vec<Option<Answers>>,
    pub(super) tied: Vec<Option<Answers>>,
    /// Who is first on every way, in the order of the walk; empty for a sample.
    pub(super) firsts: Vec<First>,
    pub(super) sets: Firsts,
}

impl Uniform {
    fn new(deck: &Deck) -> Self {
        Self {
            shares: vec![0.0; deck.careers],
            ties: 0.0,
            changes: Changes::new(deck),
            seen: 0,
            exact: false,
            late: false,
            sole: vec![None; deck.careers],
            tied: vec![None; deck.careers],
            firsts: Vec::new(),
            sets: Firsts::new(deck.matcher),
        }
    }

    /// A share of these visitors, unless they are too few to tell.
    pub(super) fn share(&self, share: f64) -> Option<f64> {
        (self.exact || self.seen >= FEWEST).then_some(share)
    }

    fn see(&mut self, deck: &Deck, course: &Course, scores: &[f64], out: Option<&[bool]>, weight: f64) -> First {
        let first = deck.first(&mut self.sets, course, scores, out);
        if let Some(career) = self.sets.sole(first) {
            self.shares[career] += weight;
            if self.sole[career].is_none() {
                self.sole[career] = Some(course.counted.clone());
            }
        } else if self.sets.is_tie(first) {
            self.ties += weight;
            for career in self.sets.members(first) {
                if self.tied[*career as usize].is_none() {
                    self.tied[*career as usize] = Some(course.counted.clone());
                }
            }
        }
        first
    }
}

/// Plays them all, or a sample.
pub(super) fn play(deck: &mut Deck, seed: u64, pace: &mut Pace) -> Uniform {
    // Where there is no time to go all ways, a sample must still be had.
    let ways = walk::count(deck).filter(|ways| ways.saturating_mul(deck.careers as u64) <= WORK);
    let exact = ways.filter(|_| pace.go("all answers", 0.0)).and_then(|ways| exact(deck, ways, pace));
    exact.unwrap_or_else(|| {
        pace.until(0.4);
        Uniform { late: ways.is_some(), ..sample(deck, seed, pace) }
    })
}

fn exact(deck: &mut Deck, ways: u64, pace: &mut Pace) -> Option<Uniform> {
    let mut found = Uniform::new(deck);
    found.exact = true;
    found.firsts.reserve(ways as usize);
    let finished = walk::every(deck, &mut |deck, course, scores, weight| {
        let out = deck.out(course);
        let first = found.see(deck, course, scores, out.as_deref(), weight);
        if deck.branches {
            everywhere(deck, &mut found.sets, &mut found.changes, (course, scores, first), out.as_deref(), weight);
        }
        found.firsts.push(first);
        let step = if deck.branches { 256 } else { 16_384 };
        !found.firsts.len().is_multiple_of(step) || pace.go("all answers", found.firsts.len() as f64 / ways as f64)
    });
    if !finished {
        return None;
    }
    found.seen = found.firsts.len();
    if !deck.branches {
        found.changes.count_table(deck, &found.firsts, pace);
    }
    Some(found)
}

fn sample(deck: &mut Deck, seed: u64, pace: &mut Pace) -> Uniform {
    let mut found = Uniform::new(deck);
    let mut random = Random::new(seed);
    let (mut course, mut scores) = (Course::hidden(deck.cards), Vec::new());
    let mut drawn = 0;
    while drawn < DRAWS && (!drawn.is_multiple_of(ASKING) || pace.go("random answers", drawn as f64 / DRAWS as f64)) {
        walk::one(deck, &mut random, &mut course, &mut scores);
        let out = deck.out(&course);
        let first = found.see(deck, &course, &scores, out.as_deref(), 1.0);
        if drawn < CHANGED {
            let at = (&course, scores.as_slice(), first);
            one_each(deck, &mut found.sets, &mut found.changes, at, out.as_deref(), &mut random);
        }
        drawn += 1;
    }
    found.seen = drawn;
    let all = drawn.max(1) as f64;
    found.shares.iter_mut().for_each(|share| *share /= all);
    found.ties /= all;
    if drawn < FEWEST {
        found.changes.forget();
    }
    found
}
