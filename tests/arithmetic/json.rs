//! A quiz in the JSON format of its author.

use super::quiz::{Card, Career, Cond, Kind, Model, Quiz, Ties};
use serde_json::{Map, Value, json};

impl Quiz {
    pub fn json(&self) -> String {
        let (model, score, similarity, temper) = match self.model {
            Model::Attainable => ("points", "attainable", "shape", 0.8),
            Model::Z => ("points", "z", "shape", 0.8),
            Model::Raw => ("points", "raw", "shape", 0.8),
            Model::Shape => ("traits", "attainable", "shape", 0.8),
            Model::Distance => ("traits", "attainable", "distance", 0.8),
            Model::Affinity => ("traits", "attainable", "affinity", 0.8),
            Model::Bayes(temper) => ("bayes", "attainable", "shape", temper),
        };
        let norm = |norm: Option<(f64, f64)>| norm.map(|(mean, spread)| json!({ "mean": mean, "spread": spread }));
        let traits = self.traits.iter().enumerate().map(|(i, it)| {
            json!({ "id": format!("t{i}"), "title": "x", "visitors": norm(it.visitors), "careers": norm(it.careers) })
        });
        json!({
            "version": 1,
            "title": "x",
            "matching": {
                "model": model, "score": score, "similarity": similarity, "temper": temper,
                "ties": if self.ties == Ties::Listed { "priority" } else { "shared" },
                "tieCareer": if let Ties::Extra(career) = self.ties { json!(format!("c{career}")) } else { Value::Null },
            },
            "traits": traits.collect::<Value>(),
            "careers": self.careers.iter().enumerate().map(|(i, it)| self.career(i, it)).collect::<Value>(),
            "cards": self.cards.iter().enumerate().map(|(i, it)| self.card(i, it)).collect::<Value>(),
        })
        .to_string()
    }

    fn career(&self, i: usize, career: &Career) -> Value {
        let rules = |list: &[Cond]| -> Value {
            list.iter().map(|cond| json!({ "when": self.cond(cond), "reason": "x" })).collect()
        };
        json!({
            "id": format!("c{i}"),
            "title": "x",
            "prior": career.prior,
            "profile": named("t", career.profile.iter().map(|value| Some(json!(value)))),
            "require": rules(&career.require),
            "exclude": rules(&career.exclude),
        })
    }

    fn card(&self, i: usize, card: &Card) -> Value {
        let bayes = self.model.is_bayes();
        let points = |row: usize| {
            let id = if self.model.has_traits() { "t" } else { "c" };
            named(id, card.points[row].iter().map(|value| (*value != 0.0).then(|| json!(value))))
        };
        let chance = |row: usize| named("c", card.chance[row].iter().map(|value| value.map(|it| json!(it))));
        let mut json = json!({ "id": format!("q{i}"), "prompt": "x", "required": card.required });
        if let Some(when) = &card.when {
            json["when"] = self.cond(when);
        }
        if card.tie_break {
            json["tieBreak"] = json!(true);
        }
        let option = |row: usize| {
            let mut option = json!({ "id": self.name(i, row), "label": "x" });
            let field = if bayes { "chance" } else { "points" };
            option[field] = if bayes { chance(row) } else { points(row) };
            if card.exclusive.contains(&row) {
                option["exclusive"] = json!(true);
            }
            if let Some(when) = &card.option_when[row] {
                option["when"] = self.cond(when);
            }
            option
        };
        match card.kind {
            Kind::Single(rows) => {
                json["kind"] = json!("single");
                json["options"] = (0..rows).map(option).collect();
            }
            Kind::Multiple { options, min, max } => {
                json["kind"] = json!("multiple");
                json["options"] = (0..options).map(option).collect();
                json["min"] = json!(min);
                json["max"] = json!(max);
            }
            Kind::Scale(steps) => {
                json["kind"] = json!("scale");
                json["steps"] = json!(steps);
                json["low"] = json!("x");
                json["high"] = json!("x");
                let expect = card.expect.iter();
                let expect = expect.map(|it| it.map(|(mean, spread)| json!({ "mean": mean, "spread": spread })));
                let field = if bayes { "expect" } else { "points" };
                json[field] = if bayes { named("c", expect) } else { points(0) };
            }
            Kind::Swipe => {
                json["kind"] = json!("swipe");
                let field = if bayes { "chance" } else { "points" };
                json[field] = if bayes { chance(0) } else { points(0) };
            }
        }
        json
    }

    /// The name of an answer in conditions.
    fn name(&self, card: usize, row: usize) -> String {
        match self.cards[card].kind {
            Kind::Single(_) | Kind::Multiple { .. } => format!("o{row}"),
            Kind::Scale(_) => (row + 1).to_string(),
            Kind::Swipe => ["like", "pass"][row].to_owned(),
        }
    }

    fn cond(&self, cond: &Cond) -> Value {
        let list = |list: &[Cond]| list.iter().map(|it| self.cond(it)).collect::<Value>();
        match cond {
            Cond::Is(card, row) => json!({ "card": format!("q{card}"), "is": self.name(*card, *row) }),
            Cond::AnyOf(card, rows) => {
                let names: Value = rows.iter().map(|row| self.name(*card, *row)).collect();
                json!({ "card": format!("q{card}"), "anyOf": names })
            }
            Cond::AtLeast(card, n) => json!({ "card": format!("q{card}"), "atLeast": n }),
            Cond::Answered(card, yes) => json!({ "card": format!("q{card}"), "answered": yes }),
            Cond::Total(column, least, most) => {
                let id = if self.model.has_traits() { "t" } else { "c" };
                json!({ "total": format!("{id}{column}"), "atLeast": least, "atMost": most })
            }
            Cond::Not(inner) => json!({ "not": self.cond(inner) }),
            Cond::All(inner) => json!({ "all": list(inner) }),
            Cond::Any(inner) => json!({ "any": list(inner) }),
        }
    }
}

fn named(id: &str, values: impl Iterator<Item = Option<Value>>) -> Value {
    let named = values.enumerate().filter_map(|(i, value)| Some((format!("{id}{i}"), value?)));
    Value::Object(named.collect::<Map<_, _>>())
}
