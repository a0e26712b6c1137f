//! Where one visitor is: which screen, which answers, and what each move leads to.
//!
//! A pure state machine. It must never know what a card looks like.

mod event;
mod state;
mod tell;

pub use event::QuizEvent;
pub use state::{Move, Screen, State};
pub use tell::{answer_ids, tell};

use crate::{config::Checked, matcher::Matcher};

/// A config and the matcher that was compiled from it.
#[derive(Clone, Debug)]
pub struct Quiz {
    config: Checked,
    matcher: Matcher,
}

impl Quiz {
    pub fn new(config: Checked) -> Self {
        let matcher = Matcher::new(&config);
        Self { config, matcher }
    }

    pub fn config(&self) -> &Checked {
        &self.config
    }

    pub fn matcher(&self) -> &Matcher {
        &self.matcher
    }
}
