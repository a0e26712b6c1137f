//! Every case, one file a theme.

mod a11y;
pub mod bytes;
mod cards;
mod catalogue;
mod embed;
mod faults;
mod hostile;
mod hosts;
mod keep;
mod lifecycle;
mod looks;
mod parts;
mod quiz;
mod recovery;
mod result;
mod sources;
mod trouble;

use crate::{
    engine::{ALL, Engine},
    page::Page,
};

/// Something that a page must do, in each of the engines.
pub struct Case {
    /// `theme::what_happens`
    pub name: String,
    pub engines: &'static [Engine],
    pub play: Box<dyn Fn(&Page) + Send + Sync>,
}

impl Case {
    fn new(name: impl Into<String>, play: impl Fn(&Page) + Send + Sync + 'static) -> Self {
        Self { name: name.into(), engines: &ALL, play: Box::new(play) }
    }

    fn only_in(self, engines: &'static [Engine]) -> Self {
        Self { engines, ..self }
    }
}

pub fn all() -> Vec<Case> {
    [
        quiz::cases(),
        embed::cases(),
        sources::cases(),
        trouble::cases(),
        parts::cases(),
        recovery::cases(),
        faults::cases(),
        lifecycle::cases(),
        hosts::cases(),
        hostile::cases(),
        looks::cases(),
        a11y::cases(),
        catalogue::cases(),
        result::cases(),
        keep::cases(),
        cards::cases(),
    ]
    .into_iter()
    .flatten()
    .collect()
}
