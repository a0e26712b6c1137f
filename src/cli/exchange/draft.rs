//! The common structure of imported quizzes: results, questions, and answers with points for results; and its
//! conversion to a config.

use serde_json::{Map, Value, json};

use super::{Imported, ids::Ids, json::number};

/// The note for a survey without points.
pub(super) const UNCOUNTED: &str = "note: the file has no points for its answers";

#[derive(Default)]
pub(super) struct Draft {
    pub(super) title: String,
    pub(super) language: Option<String>,
    pub(super) intro: String,
    pub(super) results: Vec<Outcome>,
    pub(super) questions: Vec<Question>,
    pub(super) lost: Vec<String>,
}

/// A result.
pub(super) struct Outcome {
    /// The key that answers refer to.
    pub(super) key: String,
    pub(super) title: String,
    pub(super) summary: String,
}

#[derive(Default)]
pub(super) struct Question {
    pub(super) prompt: String,
    pub(super) note: String,
    pub(super) is_optional: bool,
    pub(super) asks: Asks,
}

/// The response format of a question.
pub(super) enum Asks {
    One(Vec<Reply>),
    Several(Vec<Reply>),
    /// With labels for both ends, or for each step.
    Scale {
        steps: u64,
        low: String,
        high: String,
        labels: Vec<String>,
    },
    YesNo,
}

impl Default for Asks {
    fn default() -> Self {
        Self::One(Vec::new())
    }
}

#[derive(Default)]
pub(super) struct Reply {
    pub(super) label: String,
    /// Points by result key.
    pub(super) points: Vec<(String, f64)>,
    /// An exclusive option of a multiple-choice question.
    pub(super) is_exclusive: bool,
}

impl Draft {
    /// Makes the config. Without results it gets two placeholders.
    pub(super) fn quiz(self, fallback: &str) -> Imported {
        let Self { title, language, intro, mut results, questions, mut lost } = self;
        let counts = questions.iter().any(|it| it.replies().iter().any(|reply| !reply.points.is_empty()));
        if results.is_empty() {
            results = (1..=2)
                .map(|it| Outcome { key: it.to_string(), title: format!("Career {it}"), summary: String::new() })
                .collect();
            lost.push("note: the file has no results; replace `Career 1` and `Career 2` with your careers".to_owned());
        }
        if !counts {
            lost.push(format!("{UNCOUNTED}; fill in `points`, or `export` a table and fill in its columns"));
        }
        let mut ids = Ids::default();
        let results: Vec<_> = results.into_iter().map(|it| (ids.of(&it.title), it)).collect();
        let careers = results.iter().map(|(id, it)| {
            let mut career = json!({ "id": id, "title": it.title });
            if !it.summary.is_empty() {
                career["summary"] = json!(it.summary);
            }
            career
        });
        let id = |key: &str| {
            let same = |it: &&(String, Outcome)| it.1.key.eq_ignore_ascii_case(key.trim());
            results.iter().find(same).map(|it| it.0.as_str())
        };
        let mut ids = Ids::default();
        let mut cards = Vec::new();
        for (at, question) in (1..).zip(&questions) {
            let few = matches!(&question.asks, Asks::One(replies) | Asks::Several(replies) if replies.len() < 2);
            if question.prompt.is_empty() || few {
                lost.push(format!(
                    "question {at}, `{}`: a card needs a text and at least two answers",
                    question.prompt
                ));
                continue;
            }
            cards.push(question.card(ids.of(&question.prompt), &id, &mut lost));
        }
        let title = if title.is_empty() { fallback.to_owned() } else { title };
        let mut quiz = json!({ "version": 1, "title": title, "careers": careers.collect::<Value>(), "cards": cards });
        if let Some(language) = language.filter(|it| it != "en") {
            quiz["language"] = json!(language);
        }
        if !intro.is_empty() {
            quiz["intro"] = json!({ "body": intro });
        }
        if counts {
            // Those programs rank by the plain sum of points.
            quiz["matching"] = json!({ "score": "raw" });
            quiz["result"] = json!({ "matches": "none" });
        }
        Imported { quiz, lost, origins: Vec::new(), fields: Vec::new() }
    }
}

impl Question {
    fn replies(&self) -> &[Reply] {
        match &self.asks {
            Asks::One(replies) | Asks::Several(replies) => replies,
            Asks::Scale { .. } | Asks::YesNo => &[],
        }
    }

    fn card<'r>(&self, id: String, result: &impl Fn(&str) -> Option<&'r str>, lost: &mut Vec<String>) -> Value {
        let mut card = json!({ "id": id, "kind": "single", "prompt": self.prompt });
        if !self.note.is_empty() {
            card["note"] = json!(self.note);
        }
        if self.is_optional {
            card["required"] = json!(false);
        }
        match &self.asks {
            Asks::One(_) => {}
            Asks::Several(_) => card["kind"] = json!("multiple"),
            Asks::Scale { steps, labels, .. } if !labels.is_empty() && labels.len() as u64 == *steps => {
                card["kind"] = json!("scale");
                card["labels"] = json!(labels);
                card["points"] = json!({});
            }
            Asks::Scale { steps, low, high, .. } => {
                card["kind"] = json!("scale");
                card["steps"] = json!(steps.clamp(&2, &21));
                card["low"] = json!(if low.is_empty() { "1" } else { low });
                card["high"] = json!(if high.is_empty() { steps.to_string() } else { high.clone() });
                card["points"] = json!({});
            }
            Asks::YesNo => {
                card["kind"] = json!("swipe");
                card["points"] = json!({});
            }
        }
        let mut ids = Ids::default();
        let mut options = Vec::new();
        for reply in self.replies() {
            let mut points = Map::new();
            for (key, value) in &reply.points {
                match result(key) {
                    Some(id) => {
                        let sum = points.get(id).and_then(Value::as_f64).unwrap_or(0.0) + value;
                        points.insert(id.to_owned(), number(sum));
                    }
                    None => {
                        lost.push(format!("the points of `{}` for `{key}`: the file has no such result", reply.label))
                    }
                }
            }
            let mut option = json!({ "id": ids.of(&reply.label), "label": reply.label });
            if reply.is_exclusive && matches!(self.asks, Asks::Several(_)) {
                (option["exclusive"], option["last"]) = (json!(true), json!(true));
            }
            if !points.is_empty() {
                option["points"] = Value::Object(points);
            }
            options.push(option);
        }
        if !options.is_empty() {
            card["options"] = json!(options);
        }
        card
    }
}
