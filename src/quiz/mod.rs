//! One visitor's state: the screen, the answers, and the effect of each action.
//!
//! A pure state machine. It must never know what a card looks like.

mod action;
mod events;
mod interpolation;
mod link;
mod progress;
mod selection;
mod standing;
mod state;

pub use action::{Action, Screen};
pub use events::{Detail, QuizEvent, answer_ids, transition_events};
#[cfg(not(target_arch = "wasm32"))]
pub use events::{EVENTS, EventType};
pub use interpolation::{TemplateContext, interpolated};
pub use link::{Owner, content_id, decode, decode_result, encode, encode_result, letters_for, owner, resume};
pub use selection::Selection;
pub use standing::Standing;
pub use state::State;

use std::sync::Arc;

use crate::{
    adaptive::Planner,
    config::{
        Checked,
        model::{Order, Stop},
    },
    matcher::Matcher,
};

/// A config and its compiled matcher.
#[derive(Clone, Debug)]
pub struct Quiz {
    config: Checked,
    matcher: Arc<Matcher>,
    planner: Option<Arc<Planner>>,
}

impl Quiz {
    pub fn new(config: Checked) -> Self {
        let matcher = Matcher::new(&config);
        let planner = plans(&config).then(|| Arc::new(Planner::new(&config, &matcher)));
        Self { config, matcher: Arc::new(matcher), planner }
    }

    pub fn config(&self) -> &Checked {
        &self.config
    }

    pub fn matcher(&self) -> &Matcher {
        &self.matcher
    }

    /// The planner (priors over answers), if the quiz needs one.
    pub fn planner(&self) -> Option<&Planner> {
        self.planner.as_deref()
    }
}

/// Whether a quiz selects its cards, or may end before all of them were asked.
pub fn plans(config: &Checked) -> bool {
    let asking = config.asking();
    asking.order == Order::Adaptive || asking.stop != Stop::None || asking.max < config.cards().len()
}
