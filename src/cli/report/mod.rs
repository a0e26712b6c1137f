//! The output of the lab's report: as text, as JSON, and as a page to share. It must never know how figures are
//! measured.

mod cards;
mod careers;
mod chart;
mod findings;
mod html;
mod json;
mod page;
mod stops;
mod summary;
mod text;
mod words;

use std::path::Path;

use crate::{lab::Report, quiz::Quiz};

pub(super) use json::json;
pub(super) use page::page;
pub(super) use text::{table, text};
pub(super) use words::{number, percent, span};

/// A report and its subject.
pub(super) struct Shown<'a> {
    pub(super) quiz: &'a Quiz,
    pub(super) report: &'a Report,
    /// The file of the config.
    pub(super) path: &'a Path,
    pub(super) seed: u64,
}

impl Shown<'_> {
    /// Careers by their share of coherent visitors, the largest first; in the order of the config if not measured.
    fn by_share(&self) -> Vec<usize> {
        let share = |career: usize| self.report.careers[career].share.coherent.map_or(0.0, |it| it.share);
        sorted(self.report.careers.len(), share)
    }

    /// Cards by power, the highest first; unmeasured cards last.
    fn by_power(&self) -> Vec<usize> {
        sorted(self.report.cards.len(), |card| self.report.cards[card].power.unwrap_or(-1.0))
    }
}

/// Indices by a figure, the largest first; ties keep their order.
fn sorted(count: usize, figure: impl Fn(usize) -> f64) -> Vec<usize> {
    let mut places: Vec<_> = (0..count).collect();
    places.sort_by(|a, b| figure(*b).total_cmp(&figure(*a)));
    places
}
