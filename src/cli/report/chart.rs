//! Bar charts in percent of their width, so they fit every screen. The table has the same values as text.

use super::words::number;
use crate::lab::{Estimate, Shares};

/// An axis with a mark at every step.
pub(super) struct Axis {
    least: f64,
    most: f64,
    step: f64,
}

impl Axis {
    /// From the minimum to the maximum, both rounded outwards.
    pub(super) fn over(values: impl Iterator<Item = f64>) -> Self {
        let (least, most) = values
            .filter(|it| it.is_finite())
            .fold((0.0, 0.0), |(least, most): (f64, f64), it| (least.min(it), most.max(it)));
        let rough = ((most - least) / 4.0).max(1e-9);
        let ten = 10_f64.powf(rough.log10().floor());
        let step = [1.0, 2.0, 5.0, 10.0].map(|it| it * ten).into_iter().find(|it| *it >= rough).unwrap_or(rough);
        Self { least: (least / step).floor() * step, most: (most / step).ceil() * step, step }
    }

    /// The position of a value, in percent of the width.
    fn at(&self, value: f64) -> f64 {
        let place = (value - self.least) / (self.most - self.least).max(1e-9) * 100.0;
        if place.is_finite() { place.clamp(0.0, 100.0) } else { 0.0 }
    }

    fn marks(&self) -> impl Iterator<Item = f64> {
        let count = ((self.most - self.least) / self.step).round() as usize;
        (0..=count).map(|mark| self.least + mark as f64 * self.step)
    }

    /// The header of a column of bars: the values of the marks.
    pub(super) fn scale(&self, times: f64, unit: &str) -> String {
        let label = |mark: f64| {
            let anchor = match self.at(mark) {
                at if at < 1.0 => "start",
                at if at > 99.0 => "end",
                _ => "middle",
            };
            format!(
                "<text x=\"{:.2}%\" y=\"12\" text-anchor=\"{anchor}\">{}{unit}</text>",
                self.at(mark),
                number(mark * times)
            )
        };
        svg("scale", 16, &self.marks().map(label).collect::<String>())
    }

    fn grid(&self, height: u32) -> String {
        let line = |mark: f64| upright("grid", self.at(mark), 0, height);
        self.marks().map(line).collect()
    }

    /// Two bars, the second with its confidence interval, and a line at the even share.
    pub(super) fn shares(&self, share: &Shares, even: f64) -> String {
        let whisker = |class: &str, it: &Estimate| {
            let (low, high) = (self.at(it.low), self.at(it.high));
            format!("<line class=\"{class}\" x1=\"{low:.2}%\" x2=\"{high:.2}%\" y1=\"25\" y2=\"25\"/>")
                + &upright(class, low, 21, 29)
                + &upright(class, high, 21, 29)
        };
        let bars = self.grid(36)
            + &share.uniform.map_or(String::new(), |share| self.bar("uniform", 0.0, share, (4, 10)))
            + &share.coherent.map_or(String::new(), |it| self.bar("coherent", 0.0, it.share, (18, 14)))
            + &upright("even", self.at(even), 0, 36)
            + &share.coherent.map_or(String::new(), |it| whisker("halo", &it) + &whisker("whisker", &it));
        svg("bars", 36, &bars)
    }

    /// One bar from a value to another, over the zero line.
    pub(super) fn range(&self, from: f64, to: f64) -> String {
        let nought = upright("nought", self.at(0.0), 0, 24);
        svg("bars", 24, &(self.grid(24) + &self.bar("coherent", from, to, (6, 12)) + &nought))
    }

    fn bar(&self, class: &str, from: f64, to: f64, (top, height): (u32, u32)) -> String {
        let (from, to) = (self.at(from), self.at(to));
        let width = (to - from).max(0.0);
        format!(
            "<rect class=\"{class}\" x=\"{from:.2}%\" y=\"{top}\" width=\"{width:.2}%\" height=\"{height}\" rx=\"2\"/>"
        )
    }
}

/// A stacked bar of shares.
pub(super) fn stack(parts: &[(&str, f64)]) -> String {
    let mut start = 0.0;
    let part = |(class, share): &(&str, f64)| {
        let from = start;
        start += share * 100.0;
        format!(
            "<rect class=\"{class}\" x=\"{from:.2}%\" y=\"0\" width=\"{:.2}%\" height=\"40\"/>{}",
            share * 100.0,
            if from > 0.0 && *share > 0.0 { upright("gap", from, 0, 40) } else { String::new() },
        )
    };
    svg("bars stack", 40, &parts.iter().map(part).collect::<String>())
}

fn upright(class: &str, at: f64, from: u32, to: u32) -> String {
    format!("<line class=\"{class}\" x1=\"{at:.2}%\" x2=\"{at:.2}%\" y1=\"{from}\" y2=\"{to}\"/>")
}

fn svg(class: &str, height: u32, inside: &str) -> String {
    format!("<svg class=\"{class}\" width=\"100%\" height=\"{height}\" aria-hidden=\"true\">{inside}</svg>")
}
