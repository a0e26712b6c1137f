//! The time budget of a report: it asks the caller at intervals whether to continue. After a "no" the current part of
//! the work is over, and the caller is not asked again until the next part. It must never know a clock.

use super::report::{Progress, Stage};

/// Asks the caller whether to continue.
pub(super) struct Budget<'a> {
    progress: Progress<'a>,
    until: f64,
    stopped: bool,
}

impl<'a> Budget<'a> {
    pub(super) fn new(progress: Progress<'a>) -> Self {
        Self { progress, until: 1.0, stopped: false }
    }

    /// Begins the next part of the work. It may run until this share of the whole time is over; time that earlier parts
    /// did not use is available to it.
    pub(super) fn until(&mut self, until: f64) {
        (self.until, self.stopped) = (until, false);
    }

    /// Reports the progress of a stage; returns whether to continue.
    pub(super) fn go(&mut self, name: &'static str, done: f64) -> bool {
        self.stopped = self.stopped || !(self.progress)(Stage { name, done, until: self.until });
        !self.stopped
    }
}
