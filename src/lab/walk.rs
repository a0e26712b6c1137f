//! Every way to answer a quiz, one after the other.

use super::deck::Deck;
use crate::matcher::{Answer, Course};
use crate::random::Random;

/// Ways up to which all are tried.
pub(super) const WAYS: u64 = 4_000_000;

/// What is called with each way: the answers, every career's score, and how likely the way is.
pub(super) type Visit<'v> = &'v mut dyn FnMut(&mut Deck, &Course, &[f64], f64) -> bool;

/// How many ways there are; `None` if there are too many to try them all.
pub(super) fn count(deck: &mut Deck) -> Option<u64> {
    let mut course = Course::hidden(deck.cards);
    let mut budget = WAYS;
    let ways = count_from(deck, &mut course, 0, &mut budget)?;
    (ways <= WAYS).then_some(ways)
}

fn count_from(deck: &mut Deck, course: &mut Course, card: usize, budget: &mut u64) -> Option<u64> {
    if card == deck.cards {
        return Some(1);
    }
    *budget = budget.checked_sub(1)?;
    let open = deck.matcher.flow().open(card, &course.counted);
    let moves = deck.moves(card, open)?;
    if !deck.matcher.flow().cards[card].followed {
        return count_from(deck, course, card + 1, budget)?.checked_mul(moves.answers.len() as u64);
    }
    let mut sum = 0u64;
    for answer in &moves.answers {
        course.counted[card] = *answer;
        sum = sum.checked_add(count_from(deck, course, card + 1, budget)?)?;
    }
    course.counted[card] = None;
    Some(sum)
}

/// Goes every way, the last card changing fastest, until a visit says no.
pub(super) fn every(deck: &mut Deck, visit: Visit) -> bool {
    let mut scores = vec![vec![0.0; deck.careers]; deck.cards + 1];
    scores[0] = deck.base();
    let mut course = Course::hidden(deck.cards);
    every_from(deck, &mut course, &mut scores, 1.0, visit)
}

fn every_from(deck: &mut Deck, course: &mut Course, scores: &mut [Vec<f64>], weight: f64, visit: Visit) -> bool {
    let [here, rest @ ..] = scores else { return true };
    if rest.is_empty() {
        return visit(deck, course, here, weight);
    }
    let card = deck.cards - rest.len();
    let open = deck.matcher.flow().open(card, &course.counted);
    let Some(moves) = deck.moves(card, open) else { return false };
    course.open[card] = open;
    for (at, answer) in moves.answers.iter().enumerate() {
        course.counted[card] = *answer;
        let sums = rest[0].iter_mut().zip(here.iter().zip(moves.cells(at)));
        sums.for_each(|(sum, (score, cell))| *sum = score + cell);
        if !every_from(deck, course, rest, weight / moves.answers.len() as f64, visit) {
            return false;
        }
    }
    course.counted[card] = None;
    true
}

/// One way at random, each permitted answer as likely.
pub(super) fn one(deck: &mut Deck, random: &mut Random, course: &mut Course, scores: &mut Vec<f64>) {
    scores.clear();
    scores.extend((0..deck.careers).map(|career| deck.matcher.base(career)));
    course.counted.fill(None);
    for card in 0..deck.cards {
        let open = deck.matcher.flow().open(card, &course.counted);
        course.open[card] = open;
        match deck.moves(card, open) {
            Some(moves) => {
                let at = random.below(moves.answers.len());
                course.counted[card] = moves.answers[at];
                scores.iter_mut().zip(moves.cells(at)).for_each(|(score, cell)| *score += cell);
            }
            None => {
                let answer = any(deck, random, card, open);
                course.counted[card] = answer;
                let cell = |career| deck.matcher.cell(card, open, answer, career);
                scores.iter_mut().enumerate().for_each(|(career, score)| *score += cell(career));
            }
        }
    }
}

/// By number of picks that go together, how many sets there are on a card; "not sure" is one more.
fn sizes(deck: &Deck, card: usize, open: u64) -> Vec<(usize, f64)> {
    let step = &deck.matcher.flow().cards[card];
    let (min, max) = step.picks_of(open);
    let mut sets = 1.0;
    let mut sizes = vec![(0, if step.required { 0.0 } else { 1.0 })];
    for size in 1..=max {
        sets *= ((open & !step.exclusive).count_ones() as usize + 1 - size) as f64 / size as f64;
        if size >= min {
            sizes.push((size, sets));
        }
    }
    sizes
}

/// How many permitted answers a card has when these rows are open.
pub(super) fn answers(deck: &Deck, card: usize, open: u64) -> f64 {
    let alone = (open & deck.matcher.flow().cards[card].exclusive).count_ones();
    sizes(deck, card, open).iter().map(|(_, sets)| sets).sum::<f64>() + f64::from(alone)
}

/// A random permitted answer of a card that has too many to list.
pub(super) fn any(deck: &Deck, random: &mut Random, card: usize, open: u64) -> Option<Answer> {
    let step = &deck.matcher.flow().cards[card];
    let max = step.picks_of(open).1;
    let listed = |bits: u64| -> Vec<_> { Answer::from_bits(bits).into_iter().flat_map(Answer::rows).collect() };
    let (mut rows, alone) = (listed(open & !step.exclusive), listed(open & step.exclusive));
    let sizes = sizes(deck, card, open);
    let mut at = random.unit() * answers(deck, card, open);
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
