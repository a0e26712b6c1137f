//! The screens, one per file.

pub(super) mod card;
pub(super) mod intro;
pub(super) mod outcome;
pub(super) mod waiting;
