//! What visitors can't distinguish, and what nothing uses. The quiz can be played, so these are warnings for authors.

use std::collections::BTreeMap;

use super::Checker;
use crate::config::{
    Finding,
    checked::{Card, Matching},
    model,
    path::Trail,
    problem::{Kind, Problem},
};

impl Checker<'_> {
    pub(super) fn apart(&mut self, config: &model::Config, cards: &[Card], matching: Matching) {
        let root = Trail::Root;
        let careers = config.careers.iter().map(|it| (it.title.as_str(), it.id.as_str()));
        self.same_words(&root.key("careers"), "title", careers);
        for (i, card) in cards.iter().enumerate() {
            let options = card.response.options().iter().map(|it| (it.label.as_str(), it.id.as_str()));
            // Pictures distinguish options too.
            if card.response.options().iter().all(|it| it.image.is_none()) {
                self.same_words(&root.key("cards").index(i).key("options"), "label", options);
            }
        }
        if matches!(matching, Matching::Points(_)) {
            self.same_points(&config.careers, cards);
        }
        self.unused(config, cards);
    }

    fn warn(&mut self, path: &Trail, finding: Finding) {
        self.problems.push(Problem::warning(path.path(), Kind::Found(finding)));
    }

    fn same_words<'t>(&mut self, path: &Trail, field: &'static str, all: impl Iterator<Item = (&'t str, &'t str)>) {
        let mut called: BTreeMap<_, Vec<_>> = BTreeMap::new();
        for (i, (text, id)) in all.enumerate().filter(|(_, (text, _))| !text.trim().is_empty()) {
            called.entry(text.trim()).or_default().push((i, id));
        }
        let mut same: Vec<_> = called.into_iter().filter(|(_, all)| all.len() > 1).collect();
        same.sort_by_key(|(_, all)| all[0].0);
        for (text, all) in same {
            let ids = all.iter().map(|(_, id)| String::from(*id)).collect();
            self.warn(&path.index(all[1].0).key(field), Finding::SameWords { text: text.to_owned(), ids });
        }
    }

    /// Groups of careers for which every answer counts the same, each group once.
    fn same_points(&mut self, careers: &[model::Career], cards: &[Card]) {
        let mut columns = vec![Vec::new(); careers.len()];
        for (row, weights) in cards.iter().flat_map(rows).enumerate() {
            for (career, value) in weights.iter().filter(|(_, value)| *value != 0.0) {
                columns[*career].push((row, value.to_bits()));
            }
        }
        let mut groups: BTreeMap<_, Vec<usize>> = BTreeMap::new();
        for (at, column) in columns.into_iter().enumerate().filter(|(_, column)| !column.is_empty()) {
            // A rule distinguishes careers too.
            if careers[at].require.is_empty() && careers[at].exclude.is_empty() {
                groups.entry(column).or_default().push(at);
            }
        }
        let mut twins: Vec<_> = groups.into_values().filter(|group| group.len() > 1).collect();
        twins.sort();
        for group in twins {
            let others = group[1..].iter().map(|at| careers[*at].id.clone()).collect();
            self.warn(&Trail::Root.key("careers").index(group[0]), Finding::TwinCareers { others });
        }
    }

    fn unused(&mut self, config: &model::Config, cards: &[Card]) {
        let root = Trail::Root;
        for (i, group) in config.groups.iter().enumerate() {
            if !cards.iter().any(|card| card.group == Some(i)) {
                self.warn(&root.key("groups").index(i), Finding::Unused { what: "group", id: group.id.clone() });
            }
        }
        for (i, filter) in config.filters.iter().enumerate() {
            let filters = root.key("filters");
            let of = filters.index(i);
            let values = of.key("values");
            for (at, value) in filter.values.iter().enumerate() {
                let uses =
                    |career: &model::Career| career.filters.0.iter().any(|it| it.0 == filter.id && it.1 == value.id);
                if !config.careers.iter().any(uses) {
                    self.warn(&values.index(at), Finding::Unused { what: "value", id: value.id.clone() });
                }
            }
        }
        if config.matching.model == model::Model::Traits {
            for (i, it) in config.traits.iter().enumerate() {
                let counted = cards.iter().flat_map(rows).flatten().any(|(at, value)| *at == i && *value != 0.0);
                let wanted = config
                    .careers
                    .iter()
                    .any(|career| career.profile.0.iter().any(|(id, value)| *id == it.id && *value != 0.0));
                if !counted && !wanted {
                    self.warn(&root.key("traits").index(i), Finding::Unused { what: "trait", id: it.id.clone() });
                }
            }
        }
    }
}

/// The points of each answer of a card.
fn rows(card: &Card) -> Vec<&[(usize, f64)]> {
    card.response.weight_lists().into_iter().map(Vec::as_slice).collect()
}
