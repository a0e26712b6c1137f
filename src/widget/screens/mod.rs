//! What fills the widget, one file a screen.

pub(super) mod card;
pub(super) mod intro;
pub(super) mod outcome;
pub(super) mod waiting;
