//! How a change of one answer affects the first place: flips, the power of each card, and dead cards.

use super::{
    answer_space::{AnswerSpace, First, Firsts},
    budget::Budget,
    walk,
};
use crate::{
    matcher::{Answer, ResolvedAnswers},
    random::Random,
};

/// Sums over visitors.
pub(super) struct Changes {
    flips: (f64, f64),
    /// By card.
    power: Vec<(f64, f64)>,
    /// By card, whether replacing an answer ever made a difference.
    alive: Vec<bool>,
    /// Whether counting stopped before all changes were tried.
    cut: bool,
}

/// A visitor: answers, scores and first place.
pub(super) type At<'c> = (&'c ResolvedAnswers, &'c [f64], First);

impl Changes {
    pub(super) fn new(space: &AnswerSpace) -> Self {
        Self {
            flips: (0.0, 0.0),
            power: vec![(0.0, 0.0); space.cards],
            alive: vec![false; space.cards],
            cut: false,
        }
    }

    /// `None` if the changes of some card were not counted.
    pub(super) fn flips(&self) -> Option<f64> {
        share(self.flips).filter(|_| !self.cut)
    }

    /// `None` for a card with no other answer tried.
    pub(super) fn power(&self, card: usize) -> Option<f64> {
        share(self.power[card])
    }

    /// Whether counting stopped before all changes were tried.
    pub(super) fn is_cut(&self) -> bool {
        self.cut
    }

    /// Drops the figures when the sample is too small.
    pub(super) fn forget(&mut self) {
        self.cut = true;
        self.power.fill((0.0, 0.0));
    }

    pub(super) fn is_alive(&self, card: usize) -> bool {
        self.alive[card]
    }

    /// Records one card of one visitor: the number of other answers, and the share of them that flip the first place.
    fn note(&mut self, card: usize, others: f64, flipped: f64, weight: f64) {
        self.power[card].0 += weight * flipped;
        self.power[card].1 += weight;
        self.flips.0 += weight * others * flipped;
        self.flips.1 += weight * others;
    }

    /// Counts everything at once from the first place of every answer path. Requires that all cards are always shown.
    pub(super) fn count_table(&mut self, space: &mut AnswerSpace, firsts: &[First], budget: &mut Budget) {
        let mut stride = firsts.len();
        for card in 0..space.cards {
            let open = space.matcher.flow().available(card, &vec![None; space.cards]);
            let Some(permitted) = space.permitted(card, open) else { return };
            let answers = permitted.answers.len();
            let block = stride;
            stride /= answers;
            if answers < 2 {
                continue;
            }
            let mut flipped = 0u64;
            for start in (0..firsts.len()).step_by(block) {
                for line in start..start + stride {
                    let at = |answer: usize| firsts[line + answer * stride];
                    let level = |a: usize| (0..answers).filter(|b| at(*b) == at(a)).count();
                    flipped += (0..answers).map(|a| (answers - level(a)) as u64).sum::<u64>();
                }
            }
            self.alive[card] = flipped > 0;
            let others = answers - 1;
            self.note(card, others as f64, flipped as f64 / (firsts.len() * others) as f64, 1.0);
            if !budget.go("changes of an answer", (card + 1) as f64 / space.cards as f64) {
                self.cut = card + 1 < space.cards;
                break;
            }
        }
    }
}

fn share((part, all): (f64, f64)) -> Option<f64> {
    (all > 0.0).then(|| part / all)
}

/// The first place after one answer is replaced: the old contribution is subtracted, the new one added.
fn first_with(
    space: &AnswerSpace,
    sets: &mut Firsts,
    at: At,
    out: Option<&[bool]>,
    (card, then): (usize, Option<Answer>),
    moved: &mut dyn Iterator<Item = (f64, f64)>,
) -> First {
    let (resolved, scores, _) = at;
    let mut answers = resolved.effective.clone();
    answers[card] = then;
    if space.matcher.flow().cards[card].gate {
        let resolved = space.matcher.flow().resolve(&answers);
        let out = space.out(&resolved);
        return space.first(sets, &resolved, &space.matcher.scores(&resolved), out.as_deref());
    }
    if space.says_nothing(&answers) {
        return sets.nobody();
    }
    let scores: Vec<_> = scores.iter().zip(moved).map(|(score, (from, to))| score - from + to).collect();
    sets.of(&scores, out)
}

/// Tries every other answer to every shown card.
pub(super) fn everywhere(
    space: &mut AnswerSpace,
    sets: &mut Firsts,
    changes: &mut Changes,
    at: At,
    out: Option<&[bool]>,
    weight: f64,
) {
    for card in 0..space.cards {
        let Some(permitted) = space.permitted(card, at.0.available[card]) else { continue };
        let Some(now) = permitted.answers.iter().position(|answer| *answer == at.0.effective[card]) else { continue };
        let flip = |other: &usize| {
            let mut moved = permitted.cells(now).iter().copied().zip(permitted.cells(*other).iter().copied());
            first_with(space, sets, at, out, (card, permitted.answers[*other]), &mut moved) != at.2
        };
        let flips = (0..permitted.answers.len()).filter(|other| *other != now).filter(flip).count();
        if permitted.answers.len() > 1 {
            let others = (permitted.answers.len() - 1) as f64;
            changes.note(card, others, flips as f64 / others, weight);
        }
        changes.alive[card] |= flips > 0 && at.0.effective[card].is_some();
    }
}

/// Tries one other answer to every shown card.
pub(super) fn one_each(
    space: &mut AnswerSpace,
    sets: &mut Firsts,
    changes: &mut Changes,
    at: At,
    out: Option<&[bool]>,
    random: &mut Random,
) {
    for card in (0..space.cards).filter(|card| at.0.shows(*card)) {
        let (available, now) = (at.0.available[card], at.0.effective[card]);
        let (flipped, answers) = match space.permitted(card, available) {
            Some(permitted) if permitted.answers.len() < 2 => continue,
            Some(permitted) => {
                let then = loop {
                    let drawn = random.below(permitted.answers.len());
                    if permitted.answers[drawn] != now {
                        break drawn;
                    }
                };
                let from = permitted.answers.iter().position(|answer| *answer == now).unwrap_or(then);
                let mut moved = permitted.cells(from).iter().copied().zip(permitted.cells(then).iter().copied());
                let first = first_with(space, sets, at, out, (card, permitted.answers[then]), &mut moved);
                (first != at.2, permitted.answers.len() as f64)
            }
            None => {
                let then = loop {
                    let drawn = walk::any(space, random, card, available);
                    if drawn != now {
                        break drawn;
                    }
                };
                let cell = |answer, career| space.matcher.cell(card, available, answer, career);
                let mut moved = (0..space.careers).map(|career| (cell(now, career), cell(then, career)));
                let first = first_with(space, sets, at, out, (card, then), &mut moved);
                (first != at.2, walk::answers(space, card, available))
            }
        };
        changes.note(card, answers - 1.0, f64::from(u8::from(flipped)), 1.0);
    }
}
