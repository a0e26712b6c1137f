//! Whether to go on: asked now and then, and within one part of the work never again after a no.

use super::report::{Progress, Stage};

/// The one who asks.
pub(super) struct Budget<'a> {
    progress: Progress<'a>,
    until: f64,
    stopped: bool,
}

impl<'a> Budget<'a> {
    pub(super) fn new(progress: Progress<'a>) -> Self {
        Self { progress, until: 1.0, stopped: false }
    }

    /// Begins another part of the work, which may go on until so much of the whole time is over. What an earlier part
    /// left is its own too.
    pub(super) fn until(&mut self, until: f64) {
        (self.until, self.stopped) = (until, false);
    }

    /// Tells how far a stage has come; false when it is to stop.
    pub(super) fn go(&mut self, name: &'static str, done: f64) -> bool {
        self.stopped = self.stopped || !(self.progress)(Stage { name, done, until: self.until });
        !self.stopped
    }
}
