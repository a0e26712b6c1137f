//! Whether the first place is settled although cards are left: a proof, for all answers that could still be given.

use super::{
    Matcher, TIE,
    bounds::most_ahead,
    flow::{ResolvedAnswers, holds},
};
use crate::sorting::sort_by_value;

impl Matcher {
    /// Whether no permitted answers to the cards that are not asked can change who comes first. Where conditions
    /// leave it open which cards come, all that could come are taken to.
    #[inline(never)]
    pub fn is_certain(&self, resolved: &ResolvedAnswers, asked: &[bool]) -> bool {
        let scores = self.scores(resolved);
        // Who may yet come in or drop out: nobody is safe from the first, and the second is never certain.
        let kept_out = |career: usize| {
            let rules = &self.rules()[career];
            rules.iter().any(|(when, wanted)| {
                self.flow().is_settled(when, resolved, asked) && holds(when, &resolved.counted) != *wanted
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
                // Where every answer still to come speaks for the winner, it must be ahead without them too: that is
                // what is shown.
                scores[*winner] - scores[*rival] - gain.max(0.0) > 2.0 * TIE
            })
    }
}
