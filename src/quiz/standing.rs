//! What the answers come to where the result is shown: derived once for each change, since an early end takes hundreds of
//! draws.

use std::{borrow::Cow, cell::OnceCell, sync::Arc};

use super::{Quiz, Screen, State};
use crate::matcher::{Matcher, Outcome, Ranking};

/// The careers in their order, and what that is worth.
#[derive(Clone, Debug)]
pub struct Standing {
    matcher: Arc<Matcher>,
    /// How likely the first place is to last, 0 to 1.
    pub confidence: f64,
    pub ranking: Ranking,
    /// Whether no answer counts, so that the ranking is no advice.
    pub nothing: bool,
    outcome: OnceCell<Outcome>,
}

impl Standing {
    /// The matcher that ranked: it counts what is expected of cards that were never asked.
    pub fn matcher(&self) -> &Matcher {
        &self.matcher
    }

    /// The ranking with its verdict. Looked for when it is first needed.
    pub fn outcome(&self, state: &State) -> &Outcome {
        self.outcome.get_or_init(|| self.matcher.outcome(state.answers()))
    }
}

impl State {
    /// Nothing before the result.
    pub fn standing(&self, quiz: &Quiz) -> Option<Standing> {
        (self.screen() == Screen::Result).then_some(())?;
        let (matcher, confidence) = self.result(quiz);
        let matcher = match matcher {
            Cow::Borrowed(_) => quiz.matcher.clone(),
            Cow::Owned(expecting) => Arc::new(expecting),
        };
        let (ranking, nothing) = (matcher.rank(self.answers()), matcher.knows_nothing(self.answers()));
        Some(Standing { matcher, confidence, ranking, nothing, outcome: OnceCell::new() })
    }

    /// The tie-break card, where several careers come first without it.
    pub(super) fn pending_tie_break(&self, quiz: &Quiz) -> Option<usize> {
        quiz.matcher().flow().tie_break()?;
        self.result(quiz).0.pending_tie_break(&self.resolved(quiz))
    }
}
