//! Limits on the number of everything without a limit of its own. Only for authors: the widget has no such limits.

use super::Checker;
use crate::config::{
    limits,
    model::{self, Model},
    path::Trail,
    problem::Kind,
};

impl Checker<'_> {
    pub(super) fn counts(&mut self, config: &model::Config) {
        let root = Trail::Root;
        if self.model != Model::Traits {
            self.most(&root.key("traits"), "traits", config.traits.len(), limits::TRAITS);
        }
        self.most(&root.key("groups"), "groups", config.groups.len(), limits::GROUPS);
        self.most(&root.key("cta"), "calls to action", config.cta.len(), limits::CTAS);
        self.most(&root.key("personas"), "personas", config.personas.len(), limits::PERSONAS);
        #[cfg(feature = "authors")]
        self.most(&root.key("accept"), "warnings", config.accept.len(), limits::ACCEPTED);
        if let Some(links) = &config.links {
            let path = root.key("links");
            self.most(&path.key("add"), "parameters", links.add.0.len(), limits::LINKS);
            self.most(&path.key("pass"), "parameters", links.pass.len(), limits::LINKS);
        }
        let sections = config.result.iter().flat_map(|it| &it.sections).map(Vec::len).sum();
        self.most(&root.key("result").key("sections"), "sections", sections, limits::SECTIONS);
        for (i, career) in config.careers.iter().enumerate() {
            self.of_career(&root.key("careers").index(i), career);
        }
        for (i, card) in config.cards.iter().enumerate() {
            self.of_card(&root.key("cards").index(i), card);
        }
    }

    fn of_career(&mut self, path: &Trail, career: &model::Career) {
        self.most(&path.key("tools"), "tools", career.tools.len(), limits::TOOLS);
        self.most(&path.key("cta"), "calls to action", career.cta.len(), limits::CTAS);
        for (key, rules) in [("require", &career.require), ("exclude", &career.exclude)] {
            let path = path.key(key);
            self.most(&path, "rules", rules.len(), limits::RULES);
            for (i, rule) in rules.iter().enumerate() {
                self.of_condition(&path.index(i).key("when"), Some(&rule.when));
            }
        }
    }

    fn of_card(&mut self, path: &Trail, card: &model::Card) {
        self.of_condition(&path.key("when"), card.when.as_ref());
        for (i, option) in card.options.iter().flatten().enumerate() {
            self.of_condition(&path.key("options").index(i).key("when"), option.when.as_ref());
        }
    }

    fn of_condition(&mut self, path: &Trail, condition: Option<&model::Condition>) {
        let Some(model::Condition { any_of, not, all, any, .. }) = condition else { return };
        self.most(&path.key("anyOf"), "answers", any_of.iter().flatten().count(), limits::OPTIONS);
        self.of_condition(&path.key("not"), not.as_deref());
        for (key, list) in [("all", all), ("any", any)] {
            let path = path.key(key);
            self.most(&path, "conditions", list.iter().flatten().count(), limits::CONDITIONS);
            for (i, inner) in list.iter().flatten().enumerate() {
                self.of_condition(&path.index(i), Some(inner));
            }
        }
    }

    fn most(&mut self, path: &Trail, what: &'static str, count: usize, limit: usize) {
        if count > limit {
            self.error(path, Kind::TooMany { what, count, limit });
        }
    }
}
