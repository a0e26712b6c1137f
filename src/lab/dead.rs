//! Options, cards and traits that never change the first place: found by enumerating all answer paths, or proved from
//! the numbers.

use super::{
    answer_space::AnswerSpace,
    budget::Budget,
    report::{Dead, Open},
    uniform::Uniform,
    walk,
};
use crate::{
    config::{Checked, Matching},
    matcher::Matcher,
};

/// Score differences up to this size are rounding errors.
const NOISE: f64 = 1e-12;

/// Everything that is dead.
pub(super) fn dead(config: &Checked, space: &mut AnswerSpace, uniform: &mut Uniform, budget: &mut Budget) -> Dead {
    let mut dead = Dead::default();
    if uniform.late {
        dead.open = Open {
            options: true,
            cards: true,
            traits: matches!(config.matching(), Matching::Traits(_)),
        };
        return dead;
    }
    let steps = &space.matcher.flow().cards;
    dead.open.cards = uniform.exact && uniform.changes.is_cut();
    for (card, _) in steps.iter().enumerate().filter(|(_, compiled)| !compiled.tie_break && !dead.open.cards) {
        let is_dead = if uniform.exact { !uniform.changes.is_alive(card) } else { is_flat(space.matcher, card) };
        if is_dead {
            dead.cards.push(card);
        }
    }
    match options(space, uniform, budget) {
        Some(options) => dead.options = options,
        None => dead.open.options = true,
    }
    // An option without weights, such as "neither", is intended as a baseline.
    let is_baseline = |card: usize, row: usize| {
        let option = config.cards()[card].response.options().get(row);
        option.is_some_and(|it| it.weights.iter().all(|(_, it)| *it == 0.0))
    };
    dead.options.retain(|(card, row)| !is_baseline(*card, *row));
    if matches!(config.matching(), Matching::Traits(_)) {
        match traits(config, space, uniform, budget) {
            Some(traits) => dead.traits = traits,
            None => dead.open.traits = true,
        }
    }
    dead
}

/// Options that never decide: the result is the same with all their weights removed. Card and row of each, from all
/// answer paths or proved from the numbers; `None` if time runs out.
fn options(space: &mut AnswerSpace, uniform: &mut Uniform, budget: &mut Budget) -> Option<Vec<(usize, usize)>> {
    let careers = space.careers;
    let cards = space.matcher.flow().cards.iter();
    let mut waiting: Vec<u64> = cards.map(|compiled| if compiled.tie_break { 0 } else { compiled.options() }).collect();
    // An option that a rule adds up matters to that rule.
    for (when, _) in space.matcher.rules().iter().flatten() {
        when.each_count(&mut |card, rows| {
            let counting = (0..rows.len()).filter(|row| rows[*row] != 0.0);
            waiting[card] &= !counting.fold(0, |bits, row| bits | 1 << row);
        });
    }
    if uniform.exact {
        let mut at = 0usize;
        let mut late = false;
        let done = walk::every(space, &mut |space, resolved, scores, _| {
            let first = uniform.firsts[at];
            at += 1;
            if space.says_nothing(&resolved.effective) {
                return true;
            }
            for (card, waiting) in waiting.iter_mut().enumerate() {
                let picked = resolved.effective[card].and_then(|answer| answer.within(*waiting));
                for row in picked.into_iter().flat_map(crate::matcher::Answer::rows) {
                    let without = |career: usize| scores[career] - space.matcher.pick(card, row, career);
                    let without: Vec<_> = (0..careers).map(without).collect();
                    if uniform.sets.of(&without, space.out(resolved).as_deref()) != first {
                        *waiting &= !(1 << row);
                    }
                }
            }
            late = at.is_multiple_of(16_384) && !budget.go("options", 0.5);
            waiting.iter().any(|rows| *rows != 0) && !late
        });
        // After a timeout the remaining candidates are unproved. An early stop for lack of candidates means that no
        // option is dead.
        if !done {
            return (!late).then(Vec::new);
        }
    } else {
        for (card, rows) in waiting.iter_mut().enumerate() {
            for row in 0..space.matcher.flow().cards[card].rows {
                let value = |career| space.matcher.pick(card, row, career);
                if *rows >> row & 1 == 1 && (1..careers).any(|career| (value(career) - value(0)).abs() > NOISE) {
                    *rows &= !(1 << row);
                }
            }
        }
    }
    let rows = waiting
        .iter()
        .enumerate()
        .flat_map(|(card, rows)| (0..64).filter(move |row| rows >> row & 1 == 1).map(move |row| (card, row)));
    Some(rows.collect())
}

/// Traits that never matter; `None` if time runs out.
fn traits(config: &Checked, space: &AnswerSpace, uniform: &mut Uniform, budget: &mut Budget) -> Option<Vec<usize>> {
    let mut dead = Vec::new();
    for it in 0..config.traits().len() {
        if !budget.go("traits", it as f64 / config.traits().len() as f64) {
            return None;
        }
        let without = Matcher::new(&silenced(config, it));
        let same = if uniform.exact { agrees(&without, uniform, budget)? } else { is_same(space.matcher, &without) };
        if same {
            dead.push(it);
        }
    }
    Some(dead)
}

/// The quiz with all weights of one trait set to zero.
fn silenced(config: &Checked, it: usize) -> Checked {
    let mut config = config.clone();
    for card in 0..config.cards().len() {
        let options = config.cards()[card].response.options().len();
        config.reweigh(card, None, it, 0.0);
        (0..options).for_each(|row| config.reweigh(card, Some(row), it, 0.0));
    }
    config
}

/// Whether a matcher gives the same first place on every answer path; `None` if time runs out.
fn agrees(matcher: &Matcher, uniform: &mut Uniform, budget: &mut Budget) -> Option<bool> {
    let (mut at, mut late) = (0usize, false);
    let mut space = AnswerSpace::new(matcher);
    let same = walk::every(&mut space, &mut |space, resolved, scores, _| {
        let first = space.first(&mut uniform.sets, resolved, scores, space.out(resolved).as_deref());
        at += 1;
        late = at.is_multiple_of(16_384usize) && !budget.go("traits", 0.5);
        first == uniform.firsts[at - 1] && !late
    });
    (!late).then_some(same)
}

/// Whether all answers to a card contribute the same to every career, apart from a constant that is equal for all.
fn is_flat(matcher: &Matcher, card: usize) -> bool {
    let compiled = &matcher.flow().cards[card];
    let careers = matcher.careers();
    let open = u64::MAX >> (64 - compiled.rows);
    let rows = (0..compiled.rows).map(|row| centred((0..careers).map(|career| matcher.pick(card, row, career))));
    let mut rows: Vec<Vec<f64>> = rows.collect();
    if !compiled.required || compiled.picks.0 != compiled.picks.1 || compiled.exclusive != 0 {
        let neutral = (0..careers).map(|career| matcher.cell(card, open, None, career));
        let none = (0..careers).map(|career| matcher.none_picked(card, open, career));
        let against: Vec<_> = neutral.zip(none).map(|(neutral, none)| neutral - none).collect();
        if compiled.picks.1 > 1 {
            rows.push(vec![0.0; careers]);
        }
        if !compiled.required {
            rows.push(centred(against.into_iter()));
        }
    }
    !compiled.gate && rows.windows(2).all(|pair| pair[0].iter().zip(&pair[1]).all(|(a, b)| (a - b).abs() <= NOISE))
}

/// Whether the scores of two matchers differ by the same constant for all careers, for any answers.
fn is_same(a: &Matcher, b: &Matcher) -> bool {
    let flat = |value: &dyn Fn(usize) -> f64| centred((0..a.careers()).map(value)).iter().all(|it| it.abs() <= NOISE);
    let rows = |card: usize| {
        let rows = a.flow().cards[card].rows;
        (0..rows).all(|row| flat(&|career| a.pick(card, row, career) - b.pick(card, row, career)))
            && flat(&|career| a.cell(card, 0, None, career) - b.cell(card, 0, None, career))
    };
    flat(&|career| a.base(career) - b.base(career)) && (0..a.cards()).all(rows)
}

fn centred(values: impl Iterator<Item = f64>) -> Vec<f64> {
    let values: Vec<_> = values.collect();
    let mean = values.iter().sum::<f64>() / values.len() as f64;
    values.into_iter().map(|value| value - mean).collect()
}
