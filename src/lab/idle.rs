//! Options that never decide: whoever picks one would get the same result if it counted for nobody.

use super::{deck::Deck, pace::Pace, uniform::Uniform, walk};

/// Differences of what an option counts that are rounding.
const NOISE: f64 = 1e-12;

/// Card and row of each such option, read off all ways to answer or proved from the numbers; nothing if there is no time.
pub(super) fn idle(deck: &mut Deck, uniform: &mut Uniform, pace: &mut Pace) -> Option<Vec<(usize, usize)>> {
    let careers = deck.careers;
    let cards = deck.matcher.flow().cards.iter();
    let mut waiting: Vec<u64> = cards.map(|step| if step.tie_break { 0 } else { step.options() }).collect();
    // What a rule adds up matters to it.
    for (when, _) in deck.matcher.rules().iter().flatten() {
        when.each_count(&mut |card, rows| {
            let counting = (0..rows.len()).filter(|row| rows[*row] != 0.0);
            waiting[card] &= !counting.fold(0, |bits, row| bits | 1 << row);
        });
    }
    if uniform.exact {
        let mut at = 0usize;
        let mut late = false;
        let done = walk::every(deck, &mut |deck, course, scores, _| {
            let first = uniform.firsts[at];
            at += 1;
            if deck.says_nothing(&course.counted) {
                return true;
            }
            for (card, waiting) in waiting.iter_mut().enumerate() {
                let picked = course.counted[card].and_then(|answer| answer.within(*waiting));
                for row in picked.into_iter().flat_map(crate::matcher::Answer::rows) {
                    let without = |career: usize| scores[career] - deck.matcher.pick(card, row, career);
                    let without: Vec<_> = (0..careers).map(without).collect();
                    if uniform.sets.of(&without, deck.out(course).as_deref()) != first {
                        *waiting &= !(1 << row);
                    }
                }
            }
            late = at.is_multiple_of(16_384) && !pace.go("options", 0.5);
            waiting.iter().any(|rows| *rows != 0) && !late
        });
        // Stopped on the way, whatever still waits is not proved; stopped since nothing waits, nothing is idle.
        if !done {
            return (!late).then(Vec::new);
        }
    } else {
        for (card, rows) in waiting.iter_mut().enumerate() {
            for row in 0..deck.matcher.flow().cards[card].rows {
                let value = |career| deck.matcher.pick(card, row, career);
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
