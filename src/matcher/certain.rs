//! Whether the first place is certain although cards remain: a proof over all possible future answers.

use super::{
    Matcher, TIE,
    bounds::most_ahead,
    flow::{ResolvedAnswers, holds},
};
use crate::sorting::sort_by_value;

impl Matcher {
    /// Whether no permitted answers to the remaining cards can change the first place. Where conditions are still open,
    /// all cards that could come are assumed to come.
    #[inline(never)]
    pub fn is_certain(&self, resolved: &ResolvedAnswers, asked: &[bool]) -> bool {
        let scores = self.scores(resolved);
        // An undecided rule counts against certainty: a rival that it may exclude remains a rival, and a winner that it
        // may exclude is not certain.
        let kept_out = |career: usize| {
            let rules = &self.rules()[career];
            rules.iter().any(|(when, wanted)| {
                self.flow().is_settled(when, resolved, asked) && holds(when, &resolved.effective) != *wanted
            })
        };
        let open = |career: usize| {
            let rules = &self.rules()[career];
            rules.iter().any(|(when, _)| !self.flow().is_settled(when, resolved, asked))
        };
        let mut rivals: Vec<_> = (0..scores.len()).collect();
        rivals.retain(|career| !kept_out(*career) && self.tie_career() != Some(*career));
        // The nearest rivals first: one that can still win ends the search.
        sort_by_value(&mut rivals, &|career| scores[career]);
        let Some((winner, rivals)) = rivals.split_first() else { return false };
        let left: Vec<_> = (0..self.cards()).filter(|card| self.flow().may_come(*card, resolved, asked)).collect();
        !open(*winner)
            && rivals.iter().all(|rival| {
                let apart = self.grid().map(1, |row, _| row[*rival] - row[*winner]);
                let gain: f64 = left.iter().map(|card| most_ahead(self.flow(), &apart, *card)).sum();
                // If all future answers favour the winner, it must lead without them too, because the result shown has
                // no such answers.
                scores[*winner] - scores[*rival] - gain.max(0.0) > 2.0 * TIE
            })
    }
}
