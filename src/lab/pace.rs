//! Whether to go on: asked now and then, and never again after a no.

use super::report::{Ask, Stage};

/// The one who asks.
pub(super) struct Pace<'a> {
    ask: Ask<'a>,
    stopped: bool,
}

impl<'a> Pace<'a> {
    pub(super) fn new(ask: Ask<'a>) -> Self {
        Self { ask, stopped: false }
    }

    /// Tells how far a stage has come; false when work is to stop.
    pub(super) fn go(&mut self, name: &'static str, done: f64) -> bool {
        self.stopped = self.stopped || !(self.ask)(Stage { name, done });
        !self.stopped
    }
}
