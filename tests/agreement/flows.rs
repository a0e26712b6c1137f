//! Adaptive quizzes of several sizes, for benchmarks: a small one, two with a thousand careers, and a large catalogue.

use career_matcher::{
    adaptive::SoFar,
    config::{Audience, load},
    matcher::{Answer, Answers},
    quiz::Quiz,
};
use serde_json::{Value, json};

/// A size and a model.
pub struct Case {
    pub name: &'static str,
    model: &'static str,
    careers: usize,
    cards: usize,
    rows: usize,
}

pub fn all() -> [Case; 4] {
    [
        Case { name: "points, 5 x 12", model: "points", careers: 5, cards: 12, rows: 4 },
        Case { name: "points, 1000 x 64", model: "points", careers: 1_000, cards: 64, rows: 4 },
        Case { name: "traits, 1000 x 64", model: "traits", careers: 1_000, cards: 64, rows: 5 },
        Case { name: "bayes, 800 x 268", model: "bayes", careers: 800, cards: 268, rows: 5 },
    ]
}

/// Reproducible numbers from 0 to 100.
fn number(a: usize, b: usize, c: usize) -> usize {
    ((a * 31 + b * 17 + c * 13) as u64 * 2_654_435 % 1_009 % 101) as usize
}

impl Case {
    /// The quiz, or the problems of its config.
    pub fn quiz(&self) -> Result<Quiz, String> {
        let by_career = |value: &dyn Fn(usize) -> Value| {
            Value::Object((0..self.careers).map(|it| (format!("c{it}"), value(it))).collect())
        };
        let card = |card: usize| {
            let mut json = json!({ "id": format!("q{card}"), "kind": "scale", "prompt": "x", "low": "x", "high": "x" });
            match self.model {
                "points" => {
                    let points = |row: usize| by_career(&|it| json!(number(card, row, it) as f64 / 10.0 - 5.0));
                    let options = (0..self.rows)
                        .map(|row| json!({ "id": format!("o{row}"), "label": "x", "points": points(row) }));
                    let options: Value = options.collect();
                    json = json!({ "id": format!("q{card}"), "kind": "single", "prompt": "x", "options": options });
                }
                "traits" => json["points"] = json!({ format!("t{}", card % 6): 1 }),
                _ => {
                    let norm = |it: usize| {
                        json!({
                            "mean": 1.0 + number(card, 1, it) as f64 / 25.0,
                            "spread": 0.7 + number(card, 2, it) as f64 / 200.0,
                        })
                    };
                    json["expect"] = by_career(&norm);
                }
            }
            json
        };
        let career = |it: usize| {
            let mut json = json!({ "id": format!("c{it}"), "title": "x" });
            if self.model == "traits" {
                json["profile"] = Value::Object(
                    (0..6).map(|at| (format!("t{at}"), json!(number(it, at, 3) as f64 / 20.0))).collect(),
                );
            }
            json
        };
        let traits = if self.model == "traits" { 6 } else { 0 };
        let config = json!({
            "version": 1, "title": "x",
            "matching": { "model": self.model },
            "flow": { "order": "adaptive", "stop": "confident" },
            "traits": (0..traits).map(|it| json!({ "id": format!("t{it}"), "title": "x" })).collect::<Value>(),
            "careers": (0..self.careers).map(career).collect::<Value>(),
            "cards": (0..self.cards).map(card).collect::<Value>(),
        });
        let loaded = load(&config.to_string(), Audience::Author).map_err(|problems| format!("{problems:?}"))?;
        Ok(Quiz::new(loaded.config))
    }
}

/// A visitor who has answered a third of the cards.
pub struct Visit<'a> {
    quiz: &'a Quiz,
    rows: usize,
    answers: Answers,
    asked: Vec<bool>,
    left: Vec<usize>,
}

impl<'a> Visit<'a> {
    pub fn new(quiz: &'a Quiz, case: &Case) -> Self {
        let answer = |card: usize| (card.is_multiple_of(3)).then(|| Answer::one(card * 7 % case.rows));
        let answers: Answers = (0..case.cards).map(answer).collect();
        let asked: Vec<_> = answers.iter().map(Option::is_some).collect();
        let left = (0..case.cards).filter(|card| !asked[*card]).collect();
        Self { quiz, rows: case.rows, answers, asked, left }
    }

    /// Gives a different answer than before.
    pub fn answer(&mut self, round: usize) {
        self.answers[0] = Some(Answer::one(round % self.rows));
    }

    fn with<T>(&self, of: impl FnOnce(SoFar) -> T) -> T {
        let matcher = self.quiz.matcher();
        let resolved = matcher.flow().resolve(&self.answers);
        of(SoFar { matcher, resolved: &resolved, asked: &self.asked })
    }

    pub fn next(&self) -> Option<usize> {
        self.with(|so_far| self.quiz.planner().and_then(|planner| planner.next(so_far, &self.left)))
    }

    pub fn confidence(&self) -> f64 {
        self.with(|so_far| self.quiz.planner().map_or(1.0, |planner| planner.confidence(so_far, Some(0.9))))
    }
}
