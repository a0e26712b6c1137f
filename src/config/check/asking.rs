//! Rules for the order of cards, stopping rules, calibrations and filters.

use super::{Checker, ids};
use crate::config::{
    checked::{Asking, Calibration, Card},
    index::Index,
    limits, model,
    path::Trail,
    problem::{Kind, Problem},
};

/// The default minimum of cards before a stop.
const MIN: u32 = 6;

/// All cards in their order.
pub(super) const EVERYTHING: Asking = Asking {
    order: model::Order::Fixed,
    stop: model::Stop::None,
    confidence: 0.9,
    min: MIN as usize,
    max: usize::MAX,
    shuffle_options: false,
    auto_advance: true,
};

impl Checker<'_> {
    #[inline(never)]
    pub(super) fn asking(&mut self, path: &Trail, asking: &model::Asking) -> Asking {
        let confidence = asking.confidence.map_or(0.9, |it| self.positive(&path.key("confidence"), it, 1.0));
        let max = asking.max.unwrap_or(u32::MAX);
        let min = asking.min.unwrap_or(MIN.min(max));
        if min > max {
            self.error(&path.key("min"), Kind::MinOverMax { min, max });
        }
        if min == 0 || max == 0 {
            self.error(&path.key("min"), Kind::NotPositive { most: limits::CARDS as i32 });
        }
        Asking {
            order: asking.order,
            stop: asking.stop,
            confidence,
            min: min as usize,
            max: max as usize,
            shuffle_options: asking.shuffle_options,
            auto_advance: asking.auto_advance,
        }
    }

    /// A calibration of other cards is useless, but does not prevent playing.
    #[inline(never)]
    pub(super) fn calibration(
        &mut self,
        path: &Trail,
        calibration: model::Calibration,
        cards: &[Card],
    ) -> Option<Calibration> {
        let model::Calibration { answers, cards: mut habits } = calibration;
        let factors = habits.0.first().and_then(|(_, habit)| habit.factors.first()).map_or(0, Vec::len);
        let mut found = Vec::with_capacity(cards.len());
        for card in cards.iter().filter(|card| !card.tie_break) {
            let at = habits.0.iter().position(|(id, _)| *id == card.id);
            let habit = at.map(|at| habits.0.swap_remove(at).1).unwrap_or_default();
            found.push(habit);
        }
        let fits = |(card, habit): (&Card, &model::Habit)| {
            let numbers = card.response.numbers();
            let finite = habit.mean.iter().chain(habit.factors.iter().flatten()).all(|it| it.abs() < 1e3);
            let even = habit.factors.iter().all(|row| row.len() == factors);
            let noise = habit.noise.is_none_or(|noise| noise > 0.0 && noise < 1e3);
            habit.mean.len() == numbers && habit.factors.len() == numbers && finite && even && noise
        };
        if habits.0.is_empty() && factors <= limits::FACTORS && cards.iter().zip(&found).all(fits) {
            return Some(Calibration { answers: answers as usize, factors, cards: found });
        }
        self.problems.push(Problem::warning(path.path(), Kind::StaleCalibration));
        None
    }

    #[inline(never)]
    pub(super) fn filters(&mut self, path: &Trail, filters: &[model::Filter]) {
        if filters.len() > limits::FILTERS {
            self.count(path, "filters", filters.len(), limits::FILTERS, Kind::NoOptions);
        }
        self.ids(path, &ids(filters, |it| &it.id));
        for (i, filter) in filters.iter().enumerate() {
            let path = path.index(i);
            self.text(&path.key("title"), &filter.title);
            let values = path.key("values");
            self.count(&values, "values", filter.values.len(), limits::OPTIONS, Kind::NoOptions);
            self.ids(&values, &ids(&filter.values, |it| &it.id));
            for (j, value) in filter.values.iter().enumerate() {
                self.text(&values.index(j).key("title"), &value.title);
            }
        }
    }

    /// A career's value for each filter, by index.
    #[inline(never)]
    pub(super) fn filter_values(
        &mut self,
        path: &Trail,
        entries: &[(String, String)],
        filters: &[model::Filter],
    ) -> Vec<Option<usize>> {
        let mut found = vec![None; filters.len()];
        for (id, value) in entries {
            let path = path.key(id);
            let names = ids(filters, |it| &it.id);
            match Index::new(&names).get(id) {
                None => self.unknown(&path, "filter", id, &names),
                Some(at) => {
                    let values = ids(&filters[at].values, |it| &it.id);
                    found[at] = Index::new(&values).get(value);
                    if found[at].is_none() {
                        self.unknown(&path, "value", value, &values);
                    }
                }
            }
        }
        found
    }

    fn unknown(&mut self, path: &Trail, what: &'static str, id: &str, known: &[&str]) {
        let suggestion = self.suggestion(&Index::new(known), id);
        self.error(path, Kind::UnknownId { what, id: id.to_owned(), suggestion });
    }
}
