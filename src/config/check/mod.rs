//! From the draft to the proof: checks every rule of a config and reports all violations at once.

#[cfg(feature = "authors")]
mod apart;
mod asking;
mod axes;
mod cards;
mod careers;
mod condition;
mod counts;
#[cfg(feature = "authors")]
mod fonts;
mod looks;
mod personas;
mod presets;
mod unmatched;

use super::{
    AUTHORS,
    checked::{Checked, Image, Matching, Ties},
    index::{Index, meant},
    limits, model,
    path::Trail,
    problem::{Kind, Meant, Problem},
};
use asking::EVERYTHING;
use condition::Earlier;

/// Checks a draft and adds what is wrong to `problems`. Returns a proof if that list contains no error.
pub fn check(mut config: model::Config, problems: &mut Vec<Problem>) -> Option<Checked> {
    let root = Trail::Root;
    if !config.axes.is_empty() {
        axes::add_types(&mut config.careers, &config.axes, &config.traits);
    }
    #[cfg(feature = "authors")]
    let draft = config.clone();
    let careers = Index::new(&ids(&config.careers, |career| &career.id));
    let traits = Index::new(&ids(&config.traits, |it| &it.id));
    let groups = Index::new(&ids(&config.groups, |group| &group.id));
    let card_ids: Vec<_> = config.cards.iter().map(|card| card.id.clone()).collect();
    let model = config.matching.model;
    let mut checker = Checker { problems, careers: &careers, traits: &traits, groups: &groups, model };

    // The parser has reported this already.
    if AUTHORS && config.version != 1 {
        checker.error(&root.key("version"), Kind::Version { found: config.version });
    }
    if AUTHORS {
        checker.counts(&config);
    }
    checker.text(&root.key("title"), &config.title);
    let logo = config.logo.and_then(|it| checker.logo(&root.key("logo"), it));
    checker.maybe(&root.key("intro").key("heading"), config.intro.heading.as_deref());
    checker.maybe(&root.key("intro").key("body"), config.intro.body.as_deref());
    let matching = match config.matching {
        model::Matching { model: model::Model::Points, score, temper: None, .. } => Matching::Points(score),
        _ => checker.matching(&root.key("matching"), &config.matching),
    };
    let ties = match &config.matching {
        model::Matching { tie_career: Some(id), ties, .. } => checker.tie_career(&root.key("matching"), id, *ties),
        model::Matching { ties: model::Ties::Priority, .. } => Ties::Priority,
        _ => Ties::Shared,
    };
    if model != model::Model::Points || !config.traits.is_empty() {
        checker.traits(&root.key("traits"), &config.traits);
    }
    if !config.axes.is_empty() {
        checker.axes(&root.key("axes"), &config.axes, config.matching.similarity);
    }
    if !config.groups.is_empty() {
        checker.groups(&root.key("groups"), &config.groups);
    }
    checker.career_texts(&root.key("careers"), &config.careers);
    let cards = checker.cards(&root.key("cards"), config.cards);
    let asking = config.flow.map_or(EVERYTHING, |flow| checker.asking(&root.key("flow"), &flow));
    let calibration = config.calibration.and_then(|it| checker.calibration(&root.key("calibration"), it, &cards));
    if !config.filters.is_empty() {
        checker.filters(&root.key("filters"), &config.filters);
    }
    checker.ctas(&root.key("cta"), &config.cta);
    checker.maybe(&root.key("credit"), config.credit.as_deref());
    let heading_level = config.heading_level.unwrap_or(2);
    checker.range(&root.key("headingLevel"), heading_level.into(), 1, 4);
    if AUTHORS {
        checker.theme(&root.key("theme"), &config.theme);
        if config.axes.is_empty() || model == model::Model::Traits {
            checker.unmatched(&root.key("careers"), (matching, ties), &config.careers, &config.traits, &cards);
        }
    }
    #[cfg(feature = "authors")]
    {
        for (i, it) in config.accept.iter().enumerate() {
            checker.text(&root.key("accept").index(i).key("reason"), &it.reason);
        }
    }
    let ids = Index::new(&ids(&card_ids, |id| id));
    let all = Earlier { ids: &ids, cards: &cards };
    let personas = if AUTHORS { checker.personas(&root.key("personas"), config.personas, &all) } else { Vec::new() };
    let mut numbers = Vec::with_capacity(config.careers.len());
    for (i, career) in config.careers.iter().enumerate() {
        numbers.push(checker.career_numbers(&root.key("careers").index(i), career, &all, &config.filters));
    }

    let fine = !checker.problems.iter().any(Problem::is_error);
    #[cfg(feature = "authors")]
    if fine {
        checker.apart(&draft, &cards, matching);
    }
    fine.then(|| Checked {
        language: config.language,
        title: config.title,
        logo,
        intro: config.intro,
        careers: config.careers.into_iter().zip(numbers).map(|(career, numbers)| numbers.with(career)).collect(),
        traits: config.traits,
        groups: config.groups,
        cards,
        matching,
        ties,
        asking,
        calibration,
        filters: config.filters,
        shortcuts: config.shortcuts,
        keep: config.keep,
        credit: config.credit,
        theme: config.theme,
        cta: config.cta,
        links: config.links,
        result: config.result,
        heading_level,
        personas,
        #[cfg(feature = "authors")]
        accept: config.accept,
    })
}

/// The ids of a list.
fn ids<T>(list: &[T], id: fn(&T) -> &String) -> Vec<&str> {
    list.iter().map(|it| id(it).as_str()).collect()
}

/// Beyond ASCII, the widget accepts any character that is not whitespace.
fn is_letter(c: char) -> bool {
    if AUTHORS { c.is_alphanumeric() || is_mark(c) } else { !c.is_whitespace() }
}

/// Combining marks, which some scripts need after a letter.
fn is_mark(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}' | '\u{591}'..='\u{5c7}' | '\u{610}'..='\u{65f}' | '\u{900}'..='\u{1fff}' | '\u{20d0}'..='\u{20ff}' | '\u{3099}'..='\u{309a}')
}

struct Checker<'a> {
    problems: &'a mut Vec<Problem>,
    careers: &'a Index<'a>,
    traits: &'a Index<'a>,
    groups: &'a Index<'a>,
    model: model::Model,
}

impl<'a> Checker<'a> {
    fn error(&mut self, path: &Trail, kind: Kind) {
        self.problems.push(Problem::error(path.path(), kind));
    }

    /// What was probably meant. Only the first of many problems get a suggestion, because the search goes through all
    /// ids.
    fn suggestion(&self, known: &Index, id: &str) -> Option<Meant> {
        if self.problems.len() < limits::TOLD { known.suggestion(id) } else { None }
    }

    fn meant<'k>(&self, id: &str, known: impl Iterator<Item = &'k str>) -> Option<Meant> {
        if self.problems.len() < limits::TOLD { meant(id, known) } else { None }
    }

    fn text(&mut self, path: &Trail, text: &str) {
        if text.trim_ascii().is_empty() {
            self.error(path, Kind::Blank);
        }
    }

    fn maybe(&mut self, path: &Trail, text: Option<&str>) {
        if let Some(text) = text {
            self.text(path, text);
        }
    }

    fn count(&mut self, path: &Trail, what: &'static str, count: usize, limit: usize, none: Kind) {
        if count == 0 {
            self.error(path, none);
        } else if count > limit {
            self.error(path, Kind::TooMany { what, count, limit });
        }
    }

    /// An id must be usable in a file name, a column of a spreadsheet and an attribute.
    fn ids(&mut self, path: &Trail, ids: &[&str]) {
        for (i, id) in ids.iter().enumerate() {
            let ok = |c: char| c.is_ascii_alphanumeric() || "-_.".contains(c) || !c.is_ascii() && is_letter(c);
            // The widget does not check the length.
            let long = AUTHORS && id.chars().count() > limits::ID;
            if id.is_empty() || long || !id.chars().all(ok) {
                self.error(&path.index(i).key("id"), Kind::BadId { id: (*id).to_owned() });
            }
        }
        for i in Index::new(ids).repeated() {
            self.error(&path.index(i).key("id"), Kind::DuplicateId { id: ids[i].to_owned() });
        }
    }

    /// The number. If it is out of range, reports that and returns the minimum.
    fn range(&mut self, path: &Trail, value: f64, least: i32, most: i32) -> f64 {
        if (f64::from(least)..=f64::from(most)).contains(&value) {
            return value;
        }
        self.error(path, Kind::OutOfRange { value, least, most });
        f64::from(least)
    }

    /// The number. If it is not above zero or too large, reports that and returns the maximum.
    fn positive(&mut self, path: &Trail, value: f64, most: f64) -> f64 {
        if value > 0.0 && value <= most {
            return value;
        }
        self.error(path, Kind::NotPositive { most: most as i32 });
        most
    }

    /// Converts values by id of a career or a trait to values by index.
    fn resolve<V: Copy>(
        &mut self,
        path: &Trail,
        index: &'a Index<'a>,
        what: &'static str,
        entries: &[(String, V)],
        check: impl Fn(&mut Self, &Trail, V) -> V,
    ) -> Vec<(usize, V)> {
        let mut resolved = Vec::with_capacity(entries.len());
        let mut seen = vec![false; index.len()];
        for (id, value) in entries {
            let path = path.key(id);
            let value = check(self, &path, *value);
            match index.get(id) {
                Some(at) if seen[at] => self.error(&path, Kind::DuplicateId { id: id.clone() }),
                Some(at) => {
                    seen[at] = true;
                    resolved.push((at, value));
                }
                None => {
                    let suggestion = self.suggestion(index, id);
                    self.error(&path, Kind::UnknownId { what, id: id.clone(), suggestion });
                }
            }
        }
        resolved
    }

    #[inline(never)]
    fn matching(&mut self, path: &Trail, matching: &model::Matching) -> Matching {
        if let Some(temper) = matching.temper {
            self.positive(&path.key("temper"), temper, 1.0);
        }
        match matching.model {
            model::Model::Points => Matching::Points(matching.score),
            model::Model::Traits => Matching::Traits(matching.similarity),
            model::Model::Bayes => Matching::Bayes(matching.temper.unwrap_or(0.8)),
        }
    }

    /// If a career resolves ties, no other rule for ties may be set.
    #[inline(never)]
    fn tie_career(&mut self, path: &Trail, id: &str, ties: model::Ties) -> Ties {
        if ties == model::Ties::Priority {
            self.error(&path.key("ties"), Kind::TwoTieRules);
        }
        if let Some(career) = self.careers.get(id) {
            return Ties::Career(career);
        }
        let suggestion = self.suggestion(self.careers, id);
        self.error(&path.key("tieCareer"), Kind::UnknownId { what: "career", id: id.to_owned(), suggestion });
        Ties::Shared
    }

    #[inline(never)]
    fn logo(&mut self, path: &Trail, logo: model::Logo) -> Option<Image> {
        self.image(path, Some(logo.image), logo.image_alt, false)
    }

    #[inline(never)]
    fn traits(&mut self, path: &Trail, traits: &[model::Trait]) {
        if self.model == model::Model::Traits {
            self.count(path, "traits", traits.len(), limits::TRAITS, Kind::NoTraits);
        }
        self.ids(path, &ids(traits, |it| &it.id));
        for (i, it) in traits.iter().enumerate() {
            let path = path.index(i);
            self.text(&path.key("title"), &it.title);
            for (field, norm) in [("visitors", it.visitors), ("careers", it.careers)] {
                if let Some(norm) = norm {
                    self.norm(&path.key(field), norm);
                }
            }
        }
    }

    fn norm(&mut self, path: &Trail, norm: model::Norm) -> model::Norm {
        self.range(&path.key("mean"), norm.mean, -limits::POINTS, limits::POINTS);
        self.positive(&path.key("spread"), norm.spread, limits::POINTS.into());
        norm
    }

    #[inline(never)]
    fn groups(&mut self, path: &Trail, groups: &[model::Group]) {
        self.ids(path, &ids(groups, |group| &group.id));
        for (i, group) in groups.iter().enumerate() {
            self.text(&path.index(i).key("title"), &group.title);
        }
    }
}
