//! Axes: their rules, and the careers that they generate, one for each combination of ends.

use super::Checker;
use crate::config::{
    entries::Entries,
    limits,
    model::{Axis, AxisEnd, Career, Model, Similarity, Trait},
    path::Trail,
    problem::Kind,
};

impl Checker<'_> {
    #[inline(never)]
    pub(super) fn axes(&mut self, path: &Trail, axes: &[Axis], similarity: Similarity) {
        if self.model != Model::Traits || similarity == Similarity::Shape {
            self.error(path, Kind::BadAxes);
        }
        if axes.len() > limits::AXES {
            self.error(path, Kind::TooMany { what: "axes", count: axes.len(), limit: limits::AXES });
        }
        for (i, axis) in axes.iter().enumerate() {
            let path = path.index(i);
            if self.traits.get(&axis.of).is_none() {
                let suggestion = self.suggestion(self.traits, &axis.of);
                self.error(&path.key("trait"), Kind::UnknownId { what: "trait", id: axis.of.clone(), suggestion });
            }
            for (key, end) in [("low", &axis.low), ("high", &axis.high)] {
                let path = path.key(key);
                if end.letter.chars().count() != 1 || !end.letter.chars().all(char::is_alphanumeric) {
                    self.error(&path.key("letter"), Kind::BadLetter { text: end.letter.clone() });
                }
                self.text(&path.key("title"), &end.title);
                self.maybe(&path.key("summary"), end.summary.as_deref());
            }
            if axis.low.letter == axis.high.letter {
                let id = axis.high.letter.clone();
                self.error(&path.key("high").key("letter"), Kind::DuplicateId { id });
            }
        }
    }
}

/// Adds the generated careers to the written ones, which keep their own fields.
#[inline(never)]
pub(super) fn add_types(careers: &mut Vec<Career>, axes: &[Axis], traits: &[Trait]) {
    if axes.len() > limits::AXES {
        return;
    }
    for way in 0..1usize << axes.len() {
        // The first axis changes slowest.
        let is_high = |axis: usize| way >> (axes.len() - 1 - axis) & 1 == 1;
        let ends: Vec<&AxisEnd> =
            axes.iter().enumerate().map(|(i, axis)| if is_high(i) { &axis.high } else { &axis.low }).collect();
        let id: String = ends.iter().map(|end| end.letter.as_str()).collect();
        let side = |i: usize| if is_high(i) { 1.0 } else { -1.0 };
        let known = |axis: &Axis| traits.iter().any(|it| it.id == axis.of);
        let profile = axes.iter().enumerate().filter(|(_, axis)| known(axis));
        let profile = profile.map(|(i, axis)| (axis.of.clone(), side(i))).collect();
        let at = careers.iter().position(|career| career.id == id).unwrap_or(careers.len());
        if at == careers.len() {
            careers.push(Career { title: id.clone(), id, ..Career::default() });
        }
        let career = &mut careers[at];
        if career.profile.0.is_empty() {
            career.profile = Entries(profile);
        }
        if career.summary.is_none() {
            career.summary = Some(summary(&ends));
        }
    }
}

/// The names of the ends, and what they mean.
fn summary(ends: &[&AxisEnd]) -> String {
    let titles: Vec<_> = ends.iter().map(|end| end.title.as_str()).collect();
    let meanings: Vec<_> = ends.iter().filter_map(|end| end.summary.as_deref()).collect();
    let between = if meanings.is_empty() { "" } else { ". " };
    [&titles.join(", "), between, &meanings.join(" ")].concat()
}
