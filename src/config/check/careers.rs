//! Rules for careers.

use super::{Checker, condition::Earlier, ids};
use crate::config::{
    checked::{Career, Image, Rule, Weights},
    href, limits, model,
    path::Trail,
    problem::Kind,
};

/// The resolved numbers of a career, combined with its texts after the check.
pub(super) struct Numbers {
    image: Option<Image>,
    profile: Weights,
    prior: f64,
    filters: Vec<Option<usize>>,
    require: Vec<Rule>,
    exclude: Vec<Rule>,
}

impl Numbers {
    pub(super) fn with(self, career: model::Career) -> Career {
        Career {
            id: career.id,
            title: career.title,
            image: self.image,
            summary: career.summary,
            day: career.day,
            tools: career.tools,
            first_steps: career.first_steps,
            cta: career.cta,
            profile: self.profile,
            prior: self.prior,
            filters: self.filters,
            require: self.require,
            exclude: self.exclude,
        }
    }
}

impl Checker<'_> {
    pub(super) fn career_texts(&mut self, path: &Trail, careers: &[model::Career]) {
        self.count(path, "careers", careers.len(), limits::CAREERS, Kind::NoCareers);
        self.ids(path, &ids(careers, |career| &career.id));
        for (i, career) in careers.iter().enumerate() {
            let path = path.index(i);
            self.text(&path.key("title"), &career.title);
            self.maybe(&path.key("summary"), career.summary.as_deref());
            self.maybe(&path.key("day"), career.day.as_deref());
            self.maybe(&path.key("firstSteps"), career.first_steps.as_deref());
            for (j, tool) in career.tools.iter().enumerate() {
                self.text(&path.key("tools").index(j), tool);
            }
            self.ctas(&path.key("cta"), &career.cta);
        }
    }

    pub(super) fn ctas(&mut self, path: &Trail, ctas: &[model::Cta]) {
        for (i, cta) in ctas.iter().enumerate() {
            let path = path.index(i);
            self.text(&path.key("label"), &cta.label);
            if !href::allowed(&cta.href) {
                self.error(&path.key("href"), Kind::BadLink { href: cta.href.clone() });
            }
        }
    }

    pub(super) fn career_numbers(
        &mut self,
        path: &Trail,
        career: &model::Career,
        cards: &Earlier,
        filters: &[model::Filter],
    ) -> Numbers {
        let profile = self.resolve(&path.key("profile"), self.traits, "trait", &career.profile.0, Self::points);
        let prior = career.prior.map_or(1.0, |prior| self.positive(&path.key("prior"), prior, limits::POINTS.into()));
        let rules = |checker: &mut Self, key: &'static str, rules: &Vec<model::Rule>| match rules.as_slice() {
            [] => Vec::new(),
            _ => checker.rules(&path.key(key), rules.clone(), cards),
        };
        Numbers {
            image: self.image(path, career.image.clone(), career.image_alt.clone(), career.icon),
            profile,
            prior,
            filters: match career.filters.0.as_slice() {
                [] => vec![None; filters.len()],
                values => self.filter_values(&path.key("filters"), values, filters),
            },
            require: rules(self, "require", &career.require),
            exclude: rules(self, "exclude", &career.exclude),
        }
    }
}
