//! Yew components that draw a quiz.
//!
//! Props in, one `on_event` out. This module must never know that it lives in a custom element: no window, no host,
//! no storage.

mod career_matcher;
mod components;
mod screens;
mod session;
mod words;

pub use career_matcher::{Arrival, CareerMatcher, CareerMatcherProps};
pub use session::{QuizView, Speech};
#[cfg(not(target_arch = "wasm32"))]
pub use words::KEYS as WORDS;
pub use words::{Table as Words, arrive as words_arrive, find_out_more};
