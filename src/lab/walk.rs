//! Enumerates every path of answers through a quiz.

use super::answer_space::AnswerSpace;
use crate::matcher::{Answer, ResolvedAnswers};
use crate::random::Random;

/// The largest number of paths to enumerate.
pub(super) const WAYS: u64 = 4_000_000;

/// Called for each path: the answers, every career's score, and the probability of the path.
pub(super) type Visit<'v> = &'v mut dyn FnMut(&mut AnswerSpace, &ResolvedAnswers, &[f64], f64) -> bool;

/// The number of paths; `None` if there are too many to enumerate.
pub(super) fn count(space: &mut AnswerSpace) -> Option<u64> {
    let mut resolved = ResolvedAnswers::hidden(space.cards);
    let mut budget = WAYS;
    let ways = count_from(space, &mut resolved, 0, &mut budget)?;
    (ways <= WAYS).then_some(ways)
}

fn count_from(space: &mut AnswerSpace, resolved: &mut ResolvedAnswers, card: usize, budget: &mut u64) -> Option<u64> {
    if card == space.cards {
        return Some(1);
    }
    *budget = budget.checked_sub(1)?;
    let open = space.matcher.flow().available(card, &resolved.effective);
    let permitted = space.permitted(card, open)?;
    if !space.matcher.flow().cards[card].followed {
        return count_from(space, resolved, card + 1, budget)?.checked_mul(permitted.answers.len() as u64);
    }
    let mut sum = 0u64;
    for answer in &permitted.answers {
        resolved.effective[card] = *answer;
        sum = sum.checked_add(count_from(space, resolved, card + 1, budget)?)?;
    }
    resolved.effective[card] = None;
    Some(sum)
}

/// Visits every path, the last card changing fastest, until a visit returns false.
pub(super) fn every(space: &mut AnswerSpace, visit: Visit) -> bool {
    let mut scores = vec![vec![0.0; space.careers]; space.cards + 1];
    scores[0] = space.base();
    let mut resolved = ResolvedAnswers::hidden(space.cards);
    every_from(space, &mut resolved, &mut scores, 1.0, visit)
}

fn every_from(
    space: &mut AnswerSpace,
    resolved: &mut ResolvedAnswers,
    scores: &mut [Vec<f64>],
    weight: f64,
    visit: Visit,
) -> bool {
    let [here, rest @ ..] = scores else { return true };
    if rest.is_empty() {
        return visit(space, resolved, here, weight);
    }
    let card = space.cards - rest.len();
    let open = space.matcher.flow().available(card, &resolved.effective);
    let Some(permitted) = space.permitted(card, open) else { return false };
    resolved.available[card] = open;
    for (at, answer) in permitted.answers.iter().enumerate() {
        resolved.effective[card] = *answer;
        let sums = rest[0].iter_mut().zip(here.iter().zip(permitted.cells(at)));
        sums.for_each(|(sum, (score, cell))| *sum = score + cell);
        if !every_from(space, resolved, rest, weight / permitted.answers.len() as f64, visit) {
            return false;
        }
    }
    resolved.effective[card] = None;
    true
}

/// One path at random; every permitted answer is equally likely.
pub(super) fn one(space: &mut AnswerSpace, random: &mut Random, resolved: &mut ResolvedAnswers, scores: &mut Vec<f64>) {
    scores.clear();
    scores.extend((0..space.careers).map(|career| space.matcher.base(career)));
    resolved.effective.fill(None);
    for card in 0..space.cards {
        let open = space.matcher.flow().available(card, &resolved.effective);
        resolved.available[card] = open;
        match space.permitted(card, open) {
            Some(permitted) => {
                let at = random.below(permitted.answers.len());
                resolved.effective[card] = permitted.answers[at];
                scores.iter_mut().zip(permitted.cells(at)).for_each(|(score, cell)| *score += cell);
            }
            None => {
                let answer = any(space, random, card, open);
                resolved.effective[card] = answer;
                let cell = |career| space.matcher.cell(card, open, answer, career);
                scores.iter_mut().enumerate().for_each(|(career, score)| *score += cell(career));
            }
        }
    }
}

/// By number of picks (without exclusive rows), the number of sets on a card; "not sure" counts as one more.
fn sizes(space: &AnswerSpace, card: usize, open: u64) -> Vec<(usize, f64)> {
    let compiled = &space.matcher.flow().cards[card];
    let (min, max) = compiled.picks_of(open);
    let mut sets = 1.0;
    let mut sizes = vec![(0, if compiled.required { 0.0 } else { 1.0 })];
    for size in 1..=max {
        sets *= ((open & !compiled.exclusive).count_ones() as usize + 1 - size) as f64 / size as f64;
        if size >= min {
            sizes.push((size, sets));
        }
    }
    sizes
}

/// The number of permitted answers to a card with these rows available.
pub(super) fn answers(space: &AnswerSpace, card: usize, open: u64) -> f64 {
    let alone = (open & space.matcher.flow().cards[card].exclusive).count_ones();
    sizes(space, card, open).iter().map(|(_, sets)| sets).sum::<f64>() + f64::from(alone)
}

/// A random permitted answer to a card with too many to list.
pub(super) fn any(space: &AnswerSpace, random: &mut Random, card: usize, open: u64) -> Option<Answer> {
    let compiled = &space.matcher.flow().cards[card];
    let max = compiled.picks_of(open).1;
    let listed = |bits: u64| -> Vec<_> { Answer::from_bits(bits).into_iter().flat_map(Answer::rows).collect() };
    let (mut rows, alone) = (listed(open & !compiled.exclusive), listed(open & compiled.exclusive));
    let sizes = sizes(space, card, open);
    let mut at = random.unit() * answers(space, card, open);
    if at < alone.len() as f64 {
        return Some(Answer::one(alone[at as usize]));
    }
    at -= alone.len() as f64;
    let mut size = max;
    for (it, sets) in sizes {
        if at < sets {
            size = it;
            break;
        }
        at -= sets;
    }
    for drawn in 0..size {
        let with = drawn + random.below(rows.len() - drawn);
        rows.swap(drawn, with);
    }
    Answer::of(rows[..size].iter().copied())
}
