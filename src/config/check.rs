//! From the draft to the proof: every rule that a config must keep, all broken ones reported at once.

use super::{
    checked::{Ask, Card, Checked, Choice, Weights},
    href,
    index::Index,
    limits, model,
    path::Path,
    points::Points,
    problem::{Kind, Problem},
    theme::{Accent, Theme},
};

/// Checks a draft. What is wrong is added to `problems`; there is a proof when nothing in that list is an error.
pub fn check(config: model::Config, problems: &mut Vec<Problem>) -> Option<Checked> {
    let root = Path::default();
    let index = Index::new(config.careers.iter().map(|career| career.id.as_str()));
    let mut checker = Checker { problems, careers: &index };

    if config.version != 1 {
        checker.error(root.field("version"), Kind::Version { found: config.version });
    }
    checker.text(&root.field("title"), &config.title);
    checker.maybe(&root.field("intro").field("heading"), config.intro.heading.as_deref());
    checker.maybe(&root.field("intro").field("body"), config.intro.body.as_deref());
    checker.careers(&root.field("careers"), &config.careers);
    let cards = checker.cards(&root.field("cards"), config.cards);
    let theme = checker.theme(&root.field("theme"), config.theme.accent.as_deref());
    checker.reach(&root.field("careers"), &config.careers, &cards);

    let fine = !problems.iter().any(Problem::is_error);
    fine.then_some(Checked {
        language: config.language,
        title: config.title,
        intro: config.intro,
        careers: config.careers,
        cards,
        model: config.matching.model,
        theme,
    })
}

struct Checker<'a> {
    problems: &'a mut Vec<Problem>,
    careers: &'a Index<'a>,
}

impl Checker<'_> {
    fn error(&mut self, path: Path, kind: Kind) {
        self.problems.push(Problem::error(path, kind));
    }

    fn text(&mut self, path: &Path, text: &str) {
        if text.trim_ascii().is_empty() {
            self.error(path.clone(), Kind::Blank);
        }
    }

    fn maybe(&mut self, path: &Path, text: Option<&str>) {
        if let Some(text) = text {
            self.text(path, text);
        }
    }

    fn count(&mut self, path: &Path, what: &'static str, count: usize, limit: usize, none: Kind) {
        if count == 0 {
            self.error(path.clone(), none);
        } else if count > limit {
            self.error(path.clone(), Kind::TooMany { what, count, limit });
        }
    }

    /// Ids are words that can stand in a file name, a column of a spreadsheet and an attribute.
    fn ids<'b>(&mut self, path: &Path, ids: impl Iterator<Item = &'b str>) {
        let ids: Vec<_> = ids.collect();
        for (i, id) in ids.iter().enumerate() {
            let ok = |c: char| c.is_ascii_alphanumeric() || "-_.".contains(c) || !c.is_ascii() && !c.is_whitespace();
            if id.is_empty() || id.len() > limits::ID || !id.chars().all(ok) {
                self.error(path.index(i).field("id"), Kind::BadId { id: (*id).to_owned() });
            }
        }
        for i in Index::new(ids.iter().copied()).repeated() {
            self.error(path.index(i).field("id"), Kind::DuplicateId { id: ids[i].to_owned() });
        }
    }

    fn careers(&mut self, path: &Path, careers: &[model::Career]) {
        self.count(path, "careers", careers.len(), limits::CAREERS, Kind::NoCareers);
        self.ids(path, careers.iter().map(|career| career.id.as_str()));
        for (i, career) in careers.iter().enumerate() {
            let path = path.index(i);
            self.text(&path.field("title"), &career.title);
            self.maybe(&path.field("summary"), career.summary.as_deref());
            self.maybe(&path.field("day"), career.day.as_deref());
            self.maybe(&path.field("firstSteps"), career.first_steps.as_deref());
            for (j, tool) in career.tools.iter().enumerate() {
                self.text(&path.field("tools").index(j), tool);
            }
            for (j, cta) in career.cta.iter().enumerate() {
                let path = path.field("cta").index(j);
                self.text(&path.field("label"), &cta.label);
                if !href::allowed(&cta.href) {
                    self.error(path.field("href"), Kind::BadLink { href: cta.href.clone() });
                }
            }
        }
    }

    fn cards(&mut self, path: &Path, cards: Vec<model::Card>) -> Vec<Card> {
        self.count(path, "cards", cards.len(), limits::CARDS, Kind::NoCards);
        self.ids(path, cards.iter().map(|card| card.id.as_str()));
        let checked = cards.into_iter().enumerate().map(|(i, card)| self.card(&path.index(i), card));
        checked.collect()
    }

    fn card(&mut self, path: &Path, card: model::Card) -> Card {
        self.text(&path.field("prompt"), &card.prompt);
        self.maybe(&path.field("note"), card.note.as_deref());
        self.fields(path, &card);
        let ask = match card.kind {
            model::CardKind::Single => Ask::Single { options: self.options(path, card.options) },
            model::CardKind::Multiple => {
                let options = self.options(path, card.options);
                self.multiple(path, options, card.min, card.max)
            }
            model::CardKind::Scale => {
                let weights = self.card_points(path, card.points);
                self.scale(path, card.steps, card.low, card.high, weights)
            }
            model::CardKind::Swipe => Ask::Swipe { weights: self.card_points(path, card.points) },
        };
        Card { id: card.id, prompt: card.prompt, note: card.note, required: card.required, ask }
    }

    /// A card has the fields that its kind knows and no others.
    fn fields(&mut self, path: &Path, card: &model::Card) {
        let given = [
            ("options", card.options.is_some()),
            ("min", card.min.is_some()),
            ("max", card.max.is_some()),
            ("steps", card.steps.is_some()),
            ("low", card.low.is_some()),
            ("high", card.high.is_some()),
            ("points", card.points.is_some()),
        ];
        let (kind, known, needed): (&'static str, &[&str], &[&'static str]) = match card.kind {
            model::CardKind::Single => ("single", &["options"], &["options"]),
            model::CardKind::Multiple => ("multiple", &["options", "min", "max"], &["options"]),
            model::CardKind::Scale => ("scale", &["steps", "low", "high", "points"], &["low", "high", "points"]),
            model::CardKind::Swipe => ("swipe", &["points"], &["points"]),
        };
        for (field, given) in given {
            if given && !known.contains(&field) {
                self.error(path.field(field), Kind::StrayField { field, kind });
            }
            if !given && needed.contains(&field) {
                self.error(path.clone(), Kind::MissingField { field, kind });
            }
        }
    }

    fn options(&mut self, path: &Path, options: Option<Vec<model::Choice>>) -> Vec<Choice> {
        let Some(options) = options else { return Vec::new() };
        let path = path.field("options");
        let least = if options.len() == 1 { 0 } else { options.len() };
        self.count(&path, "options", least, limits::OPTIONS, Kind::NoOptions);
        self.ids(&path, options.iter().map(|option| option.id.as_str()));
        let mut choices = Vec::with_capacity(options.len());
        for (i, option) in options.into_iter().enumerate() {
            let path = path.index(i);
            self.text(&path.field("label"), &option.label);
            let weights = self.weights(&path.field("points"), &option.points);
            choices.push(Choice { id: option.id, label: option.label, weights });
        }
        choices
    }

    fn multiple(&mut self, path: &Path, options: Vec<Choice>, min: Option<u32>, max: Option<u32>) -> Ask {
        let most = options.len().max(1) as u32;
        let min = min.unwrap_or(1);
        let max = max.unwrap_or(most);
        self.range(&path.field("min"), min.into(), 1, most as i32);
        self.range(&path.field("max"), max.into(), 1, most as i32);
        if min > max {
            self.error(path.field("min"), Kind::MinOverMax { min, max });
        }
        Ask::Multiple { options, min: min as usize, max: max as usize }
    }

    fn scale(
        &mut self,
        path: &Path,
        steps: Option<u32>,
        low: Option<String>,
        high: Option<String>,
        weights: Weights,
    ) -> Ask {
        let steps = steps.unwrap_or(5);
        self.range(&path.field("steps"), steps.into(), limits::STEPS.0, limits::STEPS.1);
        self.maybe(&path.field("low"), low.as_deref());
        self.maybe(&path.field("high"), high.as_deref());
        Ask::Scale {
            steps: steps as usize,
            low: low.unwrap_or_default(),
            high: high.unwrap_or_default(),
            weights,
        }
    }

    fn card_points(&mut self, path: &Path, points: Option<Points>) -> Weights {
        points.map(|points| self.weights(&path.field("points"), &points)).unwrap_or_default()
    }

    fn weights(&mut self, path: &Path, points: &Points) -> Weights {
        let mut weights: Weights = Vec::with_capacity(points.0.len());
        let mut seen = vec![false; self.careers.len()];
        for (id, value) in &points.0 {
            let path = path.key(id);
            self.range(&path, *value, -limits::POINTS, limits::POINTS);
            match self.careers.get(id) {
                Some(career) if seen[career] => self.error(path, Kind::DuplicateId { id: id.clone() }),
                Some(career) => {
                    seen[career] = true;
                    weights.push((career, *value));
                }
                None => {
                    let suggestion = self.careers.suggestion(id).map(str::to_owned);
                    self.error(path, Kind::UnknownCareer { id: id.clone(), suggestion });
                }
            }
        }
        weights
    }

    fn range(&mut self, path: &Path, value: f64, least: i32, most: i32) {
        if !(f64::from(least)..=f64::from(most)).contains(&value) {
            self.error(path.clone(), Kind::OutOfRange { value, least, most });
        }
    }

    fn theme(&mut self, path: &Path, accent: Option<&str>) -> Theme {
        let checked = accent.and_then(Accent::parse);
        if let (Some(text), None) = (accent, &checked) {
            self.error(path.field("accent"), Kind::BadColour { text: text.to_owned() });
        }
        Theme { accent: checked }
    }

    /// A career that no answer counts for or against can't be matched, which is seldom meant.
    fn reach(&mut self, path: &Path, careers: &[model::Career], cards: &[Card]) {
        let mut counted = vec![false; careers.len()];
        for card in cards {
            let mut mark = |weights: &Weights| {
                for (career, value) in weights {
                    counted[*career] |= *value != 0.0;
                }
            };
            match &card.ask {
                Ask::Single { options } | Ask::Multiple { options, .. } => {
                    options.iter().for_each(|option| mark(&option.weights));
                }
                Ask::Scale { weights, .. } | Ask::Swipe { weights } => mark(weights),
            }
        }
        for (i, career) in careers.iter().enumerate().filter(|(i, _)| !counted[*i]) {
            self.problems.push(Problem::warning(path.index(i), Kind::NoPoints { career: career.id.clone() }));
        }
    }
}
