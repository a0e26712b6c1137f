//! The result of the current answers. It is computed once per change, because an early end takes hundreds of Monte
//! Carlo draws.

use std::{borrow::Cow, cell::OnceCell, sync::Arc};

use super::{Quiz, Screen, State};
use crate::matcher::{Matcher, Outcome, Ranking};

/// The ranking and its certainty.
#[derive(Clone, Debug)]
pub struct Standing {
    matcher: Arc<Matcher>,
    /// The probability, 0 to 1, that the first place stays the same.
    pub confidence: f64,
    pub ranking: Ranking,
    /// Whether no answer counts, so that the ranking is no recommendation.
    pub nothing: bool,
    outcome: OnceCell<Outcome>,
}

impl Standing {
    /// The matcher behind the ranking: cards not asked contribute their expected answers.
    pub fn matcher(&self) -> &Matcher {
        &self.matcher
    }

    /// The ranking with its verdict; computed on first use.
    pub fn outcome(&self, state: &State) -> &Outcome {
        self.outcome.get_or_init(|| self.matcher.outcome(state.answers()))
    }
}

impl State {
    /// `None` before the result.
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

    /// The tie-break card, if several careers come first without it.
    pub(super) fn pending_tie_break(&self, quiz: &Quiz) -> Option<usize> {
        quiz.matcher().flow().tie_break()?;
        self.result(quiz).0.pending_tie_break(&self.resolved(quiz))
    }
}
