//! A mistake of syntax: where it is, how to describe it, and how to mend it.

use std::ops::Range;

/// One mistake: its position, the message, and the repair.
pub(super) struct Slip {
    pub(super) at: usize,
    pub(super) said: String,
    pub(super) mend: Option<(Range<usize>, String)>,
}
