//! Coherent visitors: their answers correlate as the weights of the quiz imply, but are not centred on any career.

use std::rc::Rc;

use super::{
    answer_space::{AnswerSpace, First, Firsts},
    budget::Budget,
    factors::{FACTORS, Loadings},
    report::{Estimate, Shares, Verdicts},
};
use crate::{
    config::Ties,
    matcher::{Answer, Answers, ResolvedAnswers, TIE, Verdict},
    random::Random,
};

/// The sample size.
const VISITORS: usize = 20_000;
/// A smaller sample gives no shares.
const FEWEST: usize = 100;
/// The work limit for verdicts: other answers times careers, summed over all visitors.
const VERDICT_WORK: usize = 300_000_000;
/// How strongly factor scores affect answers, and the probability of "not sure".
const STRENGTH: f64 = 2.0;
const NOT_SURE: f64 = 0.05;
/// Up to this many careers a result names one winner, as in the matcher.
const SHORT_LIST: usize = 50;

/// The results of the sample.
pub(super) struct Coherent {
    pub(super) wins: Vec<usize>,
    pub(super) ties: usize,
    pub(super) drawn: usize,
    verdicts: Verdicts,
}

impl Coherent {
    /// The share of a count, with its confidence interval.
    pub(super) fn shares(&self, uniform: Option<f64>, count: usize) -> Shares {
        let (low, high) = wilson(count, self.drawn);
        let estimate = || Estimate { share: count as f64 / self.drawn as f64, low, high };
        Shares { uniform, coherent: (self.drawn >= FEWEST).then(estimate) }
    }

    pub(super) fn verdicts(&self) -> Option<Verdicts> {
        (self.drawn >= FEWEST).then_some(self.verdicts)
    }
}

/// Draws visitors one at a time.
pub(super) struct Crowd {
    loadings: Rc<Loadings>,
    random: Random,
}

impl Crowd {
    pub(super) fn new(space: &mut AnswerSpace, seed: u64, go: &mut dyn FnMut() -> bool) -> Option<Self> {
        // A different random stream from the uniform visitors.
        let random = Random::new(seed ^ 0x5bd1_e995_c0ff_ee00);
        Some(Self { loadings: space.loadings(go)?, random })
    }

    /// The resolved answers of the next visitor.
    pub(super) fn next(&mut self, space: &AnswerSpace, resolved: &mut ResolvedAnswers) {
        let z: [f64; FACTORS] = std::array::from_fn(|_| self.random.normal());
        resolved.effective.fill(None);
        for card in 0..space.cards {
            let open = space.matcher.flow().available(card, &resolved.effective);
            resolved.available[card] = open;
            if open != 0 {
                resolved.effective[card] = self.answer(space, card, open, &z);
            }
        }
    }

    fn answer(&mut self, space: &AnswerSpace, card: usize, open: u64, z: &[f64; FACTORS]) -> Option<Answer> {
        let compiled = &space.matcher.flow().cards[card];
        if !compiled.required && self.random.unit() < NOT_SURE {
            return None;
        }
        let (min, max) = compiled.picks_of(open);
        let picks = min + if max > min { self.random.below(max - min + 1) } else { 0 };
        let along = |row: usize| {
            let load = &self.loadings[card][row];
            STRENGTH * load.iter().zip(z).map(|(a, b)| a * b).sum::<f64>()
        };
        let rows = Answer::from_bits(open).into_iter().flat_map(Answer::rows);
        let mut weights: Vec<(usize, f64)> = rows.map(|row| (row, along(row))).collect();
        let top = weights.iter().map(|it| it.1).fold(f64::NEG_INFINITY, f64::max);
        weights.iter_mut().for_each(|it| it.1 = libm::exp(it.1 - top));
        let mut bits = 0u64;
        while bits.count_ones() < picks.max(1) as u32 && !weights.is_empty() {
            let mut left = self.random.unit() * weights.iter().map(|it| it.1).sum::<f64>();
            let at = weights.iter().position(|(_, weight)| {
                left -= weight;
                left < 0.0
            });
            let (row, _) = weights.remove(at.unwrap_or(weights.len() - 1));
            if compiled.exclusive >> row & 1 == 0 {
                bits |= 1 << row;
            } else if bits == 0 {
                // An exclusive row is picked alone or not at all.
                return Some(Answer::one(row));
            }
        }
        Answer::from_bits(bits)
    }
}

/// Plays the sample.
pub(super) fn play(space: &mut AnswerSpace, seed: u64, budget: &mut Budget) -> Coherent {
    let mut sets = Firsts::new(space.matcher);
    let mut found = Coherent { wins: vec![0; space.careers], ties: 0, drawn: 0, verdicts: Verdicts::default() };
    let mut resolved = ResolvedAnswers::hidden(space.cards);
    let others: usize = space.matcher.flow().cards.iter().map(|card| card.rows).sum();
    let Some(mut crowd) = Crowd::new(space, seed, &mut || budget.go("coherent visitors", 0.0)) else { return found };
    let judged = (VERDICT_WORK / (others * space.careers)).clamp(500, VISITORS);
    while found.drawn < VISITORS
        && (!found.drawn.is_multiple_of(16) || budget.go("coherent visitors", found.drawn as f64 / VISITORS as f64))
    {
        crowd.next(space, &mut resolved);
        let scores = space.matcher.scores(&resolved);
        let out = space.out(&resolved);
        let first = space.first(&mut sets, &resolved, &scores, out.as_deref());
        match sets.sole(first) {
            Some(career) => found.wins[career] += 1,
            None => found.ties += usize::from(sets.is_tie(first)),
        }
        if found.drawn < judged {
            let sole = sets.sole(first).map(|career| (career, scores.as_slice()));
            judge(space, &mut sets, &resolved, (first, sole), out.as_deref(), &mut found.verdicts);
        }
        found.drawn += 1;
    }
    let judged = found.drawn.min(judged).max(1) as f64;
    let verdicts = &mut found.verdicts;
    let Verdicts { clear, close, tie, band, none, nothing } = verdicts;
    [clear, close, tie, band, none, nothing].into_iter().for_each(|count| *count /= judged);
    found
}

/// Verdicts of the first visitors, from the matcher.
pub(super) fn by_matcher(space: &mut AnswerSpace, seed: u64, visitors: usize) -> Verdicts {
    let mut resolved = ResolvedAnswers::hidden(space.cards);
    let mut verdicts = Verdicts::default();
    let Some(mut crowd) = Crowd::new(space, seed, &mut || true) else { return verdicts };
    for _ in 0..visitors {
        crowd.next(space, &mut resolved);
        let count = match space.matcher.outcome(&resolved.effective).verdict {
            Verdict::Clear => &mut verdicts.clear,
            Verdict::Close => &mut verdicts.close,
            Verdict::Tie => &mut verdicts.tie,
            Verdict::Band => &mut verdicts.band,
            Verdict::None => &mut verdicts.none,
            Verdict::Nothing => &mut verdicts.nothing,
        };
        *count += 1.0 / visitors as f64;
    }
    verdicts
}

/// Counts one visitor's verdict.
fn judge(
    space: &mut AnswerSpace,
    sets: &mut Firsts,
    resolved: &ResolvedAnswers,
    (first, sole): (First, Option<(usize, &[f64])>),
    out: Option<&[bool]>,
    verdicts: &mut Verdicts,
) {
    let count = match sole {
        _ if space.matcher.knows_nothing(&resolved.effective) => &mut verdicts.nothing,
        None if sets.is_tie(first) => &mut verdicts.tie,
        None => &mut verdicts.none,
        Some((winner, scores)) if !upset(space, sets, resolved, winner, scores, out) => &mut verdicts.clear,
        Some(_) if space.left(out) > SHORT_LIST => &mut verdicts.band,
        Some(_) => &mut verdicts.close,
    };
    *count += 1.0;
}

/// Whether one other answer puts another career first or ties with the winner.
fn upset(
    space: &mut AnswerSpace,
    sets: &mut Firsts,
    resolved: &ResolvedAnswers,
    winner: usize,
    scores: &[f64],
    out: Option<&[bool]>,
) -> bool {
    if space.matcher.ties() != Ties::Shared && space.matcher.flow().cards.iter().any(|card| card.tie_break) {
        // The changed answer can be the one to the tie-break.
        return space.matcher.outcome(&resolved.effective).change.is_some();
    }
    (0..space.cards).filter(|card| resolved.shows(*card)).any(|card| {
        let (open, now) = (resolved.available[card], resolved.effective[card]);
        let Some(permitted) = space.permitted(card, open) else {
            let change = space.matcher.outcome(&resolved.effective).change;
            return change.is_some();
        };
        let at = permitted.answers.iter().position(|answer| *answer == now).unwrap_or(0);
        (0..permitted.answers.len()).filter(|other| *other != at).any(|other| {
            if space.matcher.flow().cards[card].gate {
                return gate_upset(space, sets, &resolved.effective, (card, permitted.answers[other]), winner);
            }
            let (from, to) = (permitted.cells(at), permitted.cells(other));
            if space.matcher.ties() != Ties::Shared {
                let moved = scores.iter().zip(from.iter().zip(to)).map(|(score, (from, to))| score - from + to);
                let first = sets.of(&moved.collect::<Vec<_>>(), out);
                return sets.is_tie(first) || sets.sole(first).is_some_and(|career| career != winner);
            }
            let own = scores[winner] - from[winner] + to[winner] - TIE;
            let ahead = |rival: usize| scores[rival] - from[rival] + to[rival] >= own;
            (0..scores.len()).any(|rival| rival != winner && ahead(rival) && out.is_none_or(|out| !out[rival]))
        })
    })
}

/// The same for a card that conditions depend on.
fn gate_upset(
    space: &AnswerSpace,
    sets: &mut Firsts,
    counted: &Answers,
    (card, then): (usize, Option<Answer>),
    winner: usize,
) -> bool {
    let mut answers = counted.clone();
    answers[card] = then;
    let resolved = space.matcher.flow().resolve(&answers);
    let first = sets.of(&space.matcher.scores(&resolved), space.out(&resolved).as_deref());
    sets.is_tie(first) || sets.sole(first).is_some_and(|career| career != winner)
}

/// The 95 % confidence interval of a share (Wilson).
pub fn wilson(count: usize, of: usize) -> (f64, f64) {
    if of == 0 {
        return (0.0, 1.0);
    }
    const Z: f64 = 1.959_963_984_540_054;
    let (n, p) = (of as f64, count as f64 / of as f64);
    let middle = p + Z * Z / (2.0 * n);
    let reach = Z * (p * (1.0 - p) / n + Z * Z / (4.0 * n * n)).sqrt();
    let scale = 1.0 + Z * Z / n;
    // Rounding must not push a bound past the share itself.
    (((middle - reach) / scale).clamp(0.0, p), ((middle + reach) / scale).clamp(p, 1.0))
}
