//! Where one visitor is: which screen, which answers, and what each move leads to.
//!
//! A pure state machine. It must never know what a card looks like, nor what a match is.

mod event;
mod state;
mod tell;

pub use event::QuizEvent;
pub use state::{Move, Screen, State};
pub use tell::{answer_ids, tell};
