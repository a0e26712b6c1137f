//! Whether a career can come first: example answers, or a proof that there are none.

use super::{branches::Branch, budget::Budget, hunt::Hunt, proof, report::Reach};
use crate::matcher::{Answers, TIE};

/// The reach over all branches.
pub(super) fn reach(branches: &[Branch], career: usize, budget: &mut Budget, done: f64) -> Reach {
    over_branches(branches, career, budget, done, &mut |hunt| hunt.weigh())
}

/// The same without a heuristic search before the proof.
pub(super) fn programmed(branches: &[Branch], career: usize, budget: &mut Budget) -> Reach {
    over_branches(branches, career, budget, 0.0, &mut |_| {})
}

fn over_branches(
    branches: &[Branch],
    career: usize,
    budget: &mut Budget,
    done: f64,
    search: &mut dyn FnMut(&mut Hunt),
) -> Reach {
    // A tie that remains is preferred to a tie that the quiz then settles.
    let mut tied: Option<(bool, Answers)> = None;
    let mut sure = true;
    for branch in branches {
        if !budget.go("reach", done) {
            return Reach::Unknown;
        }
        let Some(rivals) = branch.rivals(career) else { continue };
        let mut hunt = Hunt::new(branch, career, rivals);
        search(&mut hunt);
        if hunt.rivals.is_empty() {
            hunt.weigh();
        }
        if !hunt.is_decided() && budget.go("reach", done) {
            proof::relaxed(&mut hunt);
        }
        if !hunt.is_decided() {
            proof::whole(&mut hunt, &mut || budget.go("reach", done));
        }
        if hunt.margin > TIE {
            return Reach::Sole(branch.played(&hunt.best));
        }
        sure &= hunt.is_decided();
        let stays = !branch.settles_ties();
        if hunt.margin >= -TIE && tied.as_ref().is_none_or(|(known, _)| stays && !known) {
            tied = Some((stays, branch.played(&hunt.best)));
        }
    }
    match tied {
        _ if !sure => Reach::Unknown,
        Some((_, answers)) => Reach::Tie(answers),
        None => Reach::Never,
    }
}
