//! Rules for cards.

use super::{Checker, condition::Earlier, ids};
use crate::config::{
    AUTHORS,
    checked::{Card, Choice, Condition, Image, Line, ResponseFormat, Weights},
    entries::{Entries, Points},
    href,
    index::Index,
    limits,
    model::{self, CardKind, Norm},
    path::Trail,
    problem::Kind,
};

impl Checker<'_> {
    pub(super) fn cards(&mut self, path: &Trail, cards: Vec<model::Card>) -> Vec<Card> {
        self.count(path, "cards", cards.len(), limits::CARDS, Kind::NoCards);
        let owned: Vec<_> = cards.iter().map(|card| card.id.clone()).collect();
        let names = ids(&owned, |id| id);
        self.ids(path, &names);
        let index = Index::new(&names);
        let last = cards.len().saturating_sub(1);
        let mut checked = Vec::with_capacity(cards.len());
        for (i, card) in cards.into_iter().enumerate() {
            let path = path.index(i);
            let alone = matches!(card.kind, CardKind::Single | CardKind::Swipe);
            if card.tie_break && (i < last || i == 0 || !alone || card.when.is_some()) {
                self.error(&path.key("tieBreak"), Kind::BadTieBreak);
            }
            let card = self.card(&path, card, &Earlier { ids: &index, cards: &checked });
            checked.push(card);
        }
        checked
    }

    fn card(&mut self, path: &Trail, card: model::Card, earlier: &Earlier) -> Card {
        self.text(&path.key("prompt"), &card.prompt);
        self.maybe(&path.key("note"), card.note.as_deref());
        self.fields(path, &card);
        let group = card.group.as_ref().and_then(|id| {
            let group = self.groups.get(id);
            if group.is_none() {
                let suggestion = self.suggestion(self.groups, id);
                self.error(&path.key("group"), Kind::UnknownId { what: "group", id: id.clone(), suggestion });
            }
            group
        });
        let when = self.when(path, card.when.as_ref(), earlier);
        let image = self.image(path, card.image, card.image_alt, card.icon);
        let response = match card.kind {
            CardKind::Single => {
                let options = self.options(path, card.options, earlier);
                let exclusive = options.iter().enumerate().filter(|(_, option)| AUTHORS && option.exclusive);
                for (i, _) in exclusive {
                    let kind = Kind::StrayField { field: "exclusive", kind: "single" };
                    self.error(&path.key("options").index(i).key("exclusive"), kind);
                }
                ResponseFormat::Options { options, min: 1, max: 1, several: false }
            }
            CardKind::Multiple => {
                let options = self.options(path, card.options, earlier);
                self.multiple(path, options, card.min, card.max)
            }
            CardKind::Scale => {
                self.maybe(&path.key("low"), card.low.as_deref());
                self.maybe(&path.key("high"), card.high.as_deref());
                let labels = card.labels.unwrap_or_default();
                let steps = card.steps.unwrap_or(if labels.is_empty() { 5 } else { labels.len() as u32 });
                let fits = labels.len() == steps as usize;
                if AUTHORS {
                    self.labels(path, &labels, steps as usize);
                }
                let expect = card.expect.unwrap_or_default();
                let line = Line::Scale {
                    steps: self.range(&path.key("steps"), steps.into(), limits::STEPS.0, limits::STEPS.1) as usize,
                    low: card.low.unwrap_or_default(),
                    high: card.high.unwrap_or_default(),
                    // If an author has missed that labels are missing, visitors see numbers.
                    labels: if fits { labels } else { Vec::new() },
                    expect: if expect.0.is_empty() { Vec::new() } else { self.expects(path, &expect) },
                };
                ResponseFormat::Line { weights: self.card_weights(path, card.points), line }
            }
            CardKind::Swipe => {
                let chance = self.chances(path, &card.chance.unwrap_or_default());
                ResponseFormat::Line { weights: self.card_weights(path, card.points), line: Line::Swipe { chance } }
            }
        };
        Card {
            id: card.id,
            prompt: card.prompt,
            note: card.note,
            image,
            group,
            required: card.required,
            when,
            first: card.first,
            tie_break: card.tie_break,
            response,
        }
    }

    /// A scale has labels for all of its steps, or for none.
    fn labels(&mut self, path: &Trail, labels: &[String], steps: usize) {
        let path = path.key("labels");
        labels.iter().enumerate().for_each(|(i, label)| self.text(&path.index(i), label));
        if !labels.is_empty() && labels.len() != steps {
            self.error(&path, Kind::StepLabels { labels: labels.len(), steps });
        }
    }

    fn when(&mut self, path: &Trail, when: Option<&model::Condition>, earlier: &Earlier) -> Option<Condition> {
        when.map(|when| self.condition(&path.key("when"), when, earlier))
    }

    /// A card has only the fields of its kind. Fields that only the model `bayes` uses are allowed with every model, so
    /// that authors can try it.
    fn fields(&mut self, path: &Trail, card: &model::Card) {
        let given = [
            ("options", card.options.is_some()),
            ("min", card.min.is_some()),
            ("max", card.max.is_some()),
            ("steps", card.steps.is_some()),
            ("low", card.low.is_some()),
            ("high", card.high.is_some()),
            ("labels", card.labels.is_some()),
            ("points", card.points.is_some()),
            ("expect", card.expect.is_some()),
            ("chance", card.chance.is_some()),
        ];
        let bayes = self.model == model::Model::Bayes;
        let (kind, known, needed): (&'static str, &[&str], &[&str]) = match card.kind {
            CardKind::Single => ("single", &["options"], &["options"]),
            CardKind::Multiple => ("multiple", &["options", "min", "max"], &["options"]),
            CardKind::Scale if bayes => {
                ("scale", &["steps", "low", "high", "labels", "expect"], &["low", "high", "expect"])
            }
            CardKind::Scale => {
                ("scale", &["steps", "low", "high", "labels", "points", "expect"], &["low", "high", "points"])
            }
            CardKind::Swipe if bayes => ("swipe", &["chance"], &["chance"]),
            CardKind::Swipe => ("swipe", &["points", "chance"], &["points"]),
        };
        for (field, given) in given {
            if given && !known.contains(&field) {
                self.error(&path.key(field), Kind::StrayField { field, kind });
            }
            let is_worded = card.labels.is_some() && matches!(field, "low" | "high");
            if !given && !is_worded && needed.contains(&field) {
                self.error(path, Kind::MissingField { field, kind });
            }
        }
    }

    fn options(&mut self, path: &Trail, options: Option<Vec<model::Choice>>, earlier: &Earlier) -> Vec<Choice> {
        let Some(options) = options else { return Vec::new() };
        let path = path.key("options");
        let least = if options.len() == 1 { 0 } else { options.len() };
        self.count(&path, "options", least, limits::OPTIONS, Kind::NoOptions);
        self.ids(&path, &ids(&options, |option| &option.id));
        let mut choices = Vec::with_capacity(options.len());
        for (i, option) in options.into_iter().enumerate() {
            let path = path.index(i);
            self.text(&path.key("label"), &option.label);
            let weights = self.weights(&path.key("points"), &option.points);
            let chance = self.chances(&path, &option.chance);
            let when = self.when(&path, option.when.as_ref(), earlier);
            let image = self.image(&path, option.image, option.image_alt, option.icon);
            choices.push(Choice {
                id: option.id,
                label: option.label,
                image,
                weights,
                chance,
                when,
                last: option.last,
                exclusive: option.exclusive,
            });
        }
        choices
    }

    /// A picture has an allowed address, and always an alternative text.
    pub(super) fn image(
        &mut self,
        path: &Trail,
        src: Option<String>,
        alt: Option<String>,
        icon: bool,
    ) -> Option<Image> {
        let src = src?;
        if !href::picture(&src) {
            self.error(&path.key("image"), Kind::BadLink { href: src });
            return None;
        }
        if alt.is_none() {
            self.error(path, Kind::Missing { field: "imageAlt" });
        }
        Some(Image { src, alt: alt.unwrap_or_default(), icon })
    }

    fn multiple(&mut self, path: &Trail, options: Vec<Choice>, min: Option<u32>, max: Option<u32>) -> ResponseFormat {
        let most = options.len().max(1) as u32;
        let min = min.unwrap_or(1);
        let max = max.unwrap_or(most);
        self.range(&path.key("min"), min.into(), 1, most as i32);
        self.range(&path.key("max"), max.into(), 1, most as i32);
        if min > max {
            self.error(&path.key("min"), Kind::MinOverMax { min, max });
        }
        ResponseFormat::Options { options, min: min as usize, max: max as usize, several: true }
    }

    fn card_weights(&mut self, path: &Trail, points: Option<Points>) -> Weights {
        points.map(|points| self.weights(&path.key("points"), &points)).unwrap_or_default()
    }

    fn weights(&mut self, path: &Trail, points: &Points) -> Weights {
        match self.model {
            model::Model::Traits => self.resolve(path, self.traits, "trait", &points.0, Self::points),
            model::Model::Points | model::Model::Bayes => {
                self.resolve(path, self.careers, "career", &points.0, Self::points)
            }
        }
    }

    pub(super) fn points(&mut self, path: &Trail, value: f64) -> f64 {
        self.range(path, value, -limits::POINTS, limits::POINTS)
    }

    fn chances(&mut self, path: &Trail, chance: &Points) -> Weights {
        if chance.0.is_empty() { Vec::new() } else { self.some_chances(path, chance) }
    }

    #[inline(never)]
    fn expects(&mut self, path: &Trail, expect: &Entries<Norm>) -> Vec<(usize, Norm)> {
        self.resolve(&path.key("expect"), self.careers, "career", &expect.0, Self::norm)
    }

    #[inline(never)]
    fn some_chances(&mut self, path: &Trail, chance: &Points) -> Weights {
        let one = |checker: &mut Self, path: &Trail, value| checker.range(path, value, 0, 1);
        self.resolve(&path.key("chance"), self.careers, "career", &chance.0, one)
    }
}
