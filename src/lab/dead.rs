//! What never changes who comes first: read off all ways to answer, or proved from the numbers.

use super::{
    deck::Deck,
    idle::idle,
    pace::Pace,
    report::{Dead, Open},
    uniform::Uniform,
    walk,
};
use crate::{
    config::{Checked, Matching},
    matcher::Matcher,
};

/// Differences of scores that are rounding.
const NOISE: f64 = 1e-12;

/// Everything that is dead.
pub(super) fn dead(config: &Checked, deck: &mut Deck, uniform: &mut Uniform, pace: &mut Pace) -> Dead {
    let mut dead = Dead::default();
    if uniform.late {
        dead.open = Open {
            options: true,
            cards: true,
            traits: matches!(config.matching(), Matching::Traits(_)),
        };
        return dead;
    }
    let steps = &deck.matcher.flow().cards;
    dead.open.cards = uniform.exact && uniform.changes.is_cut();
    for (card, _) in steps.iter().enumerate().filter(|(_, step)| !step.tie_break && !dead.open.cards) {
        let is_dead = if uniform.exact { !uniform.changes.is_alive(card) } else { is_flat(deck.matcher, card) };
        if is_dead {
            dead.cards.push(card);
        }
    }
    match idle(deck, uniform, pace) {
        Some(options) => dead.options = options,
        None => dead.open.options = true,
    }
    // An option that counts for nobody, such as "neither", is there for that.
    let is_baseline = |card: usize, row: usize| {
        let option = config.cards()[card].ask.options().get(row);
        option.is_some_and(|it| it.weights.iter().all(|(_, it)| *it == 0.0))
    };
    dead.options.retain(|(card, row)| !is_baseline(*card, *row));
    if matches!(config.matching(), Matching::Traits(_)) {
        match traits(config, deck, uniform, pace) {
            Some(traits) => dead.traits = traits,
            None => dead.open.traits = true,
        }
    }
    dead
}

/// Traits that never matter; nothing if there is no time to look at them all.
fn traits(config: &Checked, deck: &Deck, uniform: &mut Uniform, pace: &mut Pace) -> Option<Vec<usize>> {
    let mut dead = Vec::new();
    for it in 0..config.traits().len() {
        if !pace.go("traits", it as f64 / config.traits().len() as f64) {
            return None;
        }
        let without = Matcher::new(&silenced(config, it));
        let same = if uniform.exact { agrees(&without, uniform, pace)? } else { is_same(deck.matcher, &without) };
        if same {
            dead.push(it);
        }
    }
    Some(dead)
}

/// The quiz with a trait that no answer counts for.
fn silenced(config: &Checked, it: usize) -> Checked {
    let mut config = config.clone();
    for card in 0..config.cards().len() {
        let options = config.cards()[card].ask.options().len();
        config.reweigh(card, None, it, 0.0);
        (0..options).for_each(|row| config.reweigh(card, Some(row), it, 0.0));
    }
    config
}

/// Whether a matcher puts the same careers first on all ways; nothing if there is no time to go them.
fn agrees(matcher: &Matcher, uniform: &mut Uniform, pace: &mut Pace) -> Option<bool> {
    let (mut at, mut late) = (0usize, false);
    let mut deck = Deck::new(matcher);
    let same = walk::every(&mut deck, &mut |deck, course, scores, _| {
        let first = deck.first(&mut uniform.sets, course, scores, deck.out(course).as_deref());
        at += 1;
        late = at.is_multiple_of(16_384usize) && !pace.go("traits", 0.5);
        first == uniform.firsts[at - 1] && !late
    });
    (!late).then_some(same)
}

/// Whether all answers of a card count the same for all careers, but for what they count for everyone.
fn is_flat(matcher: &Matcher, card: usize) -> bool {
    let step = &matcher.flow().cards[card];
    let careers = matcher.careers();
    let open = u64::MAX >> (64 - step.rows);
    let rows = (0..step.rows).map(|row| centred((0..careers).map(|career| matcher.pick(card, row, career))));
    let mut rows: Vec<Vec<f64>> = rows.collect();
    if !step.required || step.picks.0 != step.picks.1 || step.exclusive != 0 {
        let neutral = (0..careers).map(|career| matcher.cell(card, open, None, career));
        let none = (0..careers).map(|career| matcher.none_picked(card, open, career));
        let against: Vec<_> = neutral.zip(none).map(|(neutral, none)| neutral - none).collect();
        if step.picks.1 > 1 {
            rows.push(vec![0.0; careers]);
        }
        if !step.required {
            rows.push(centred(against.into_iter()));
        }
    }
    !step.gate && rows.windows(2).all(|pair| pair[0].iter().zip(&pair[1]).all(|(a, b)| (a - b).abs() <= NOISE))
}

/// Whether two matchers' scores differ by the same for all careers, whatever is answered.
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
