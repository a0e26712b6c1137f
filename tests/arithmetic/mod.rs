//! Small random quizzes, and what they mean, in the plainest arithmetic: nothing here comes from the product.

use proptest::prelude::*;
use serde_json::{Value, json};

#[derive(Clone, Debug)]
pub struct Quiz {
    pub careers: usize,
    pub cards: Vec<Card>,
}

#[derive(Clone, Debug)]
pub struct Card {
    pub kind: Kind,
    pub required: bool,
    /// One for each option, or just one for a scale or a swipe: the points of each career.
    pub points: Vec<Vec<i32>>,
}

#[derive(Clone, Copy, Debug)]
pub enum Kind {
    Single,
    Multiple { min: usize, max: usize },
    Scale { steps: usize },
    Swipe,
}

/// Quizzes with one to four careers and one to four cards, small enough to try every answer.
pub fn quizzes() -> impl Strategy<Value = Quiz> {
    (1..=4usize).prop_flat_map(|careers| {
        prop::collection::vec(cards(careers), 1..=4).prop_map(move |cards| Quiz { careers, cards })
    })
}

fn cards(careers: usize) -> impl Strategy<Value = Card> {
    let points = move |rows| prop::collection::vec(prop::collection::vec(-3..=5, careers), rows);
    let card = |kind| move |(required, points)| Card { kind, required, points };
    prop_oneof![
        (any::<bool>(), points(2..=4)).prop_map(card(Kind::Single)),
        (any::<bool>(), points(2..=4), any::<(u8, u8)>()).prop_map(|(required, points, (a, b))| {
            let max = 1 + usize::from(a) % points.len();
            let min = 1 + usize::from(b) % max;
            Card { kind: Kind::Multiple { min, max }, required, points }
        }),
        (any::<bool>(), points(1..=1), 2..=5usize).prop_map(|(required, points, steps)| Card {
            kind: Kind::Scale { steps },
            required,
            points
        }),
        (any::<bool>(), points(1..=1)).prop_map(card(Kind::Swipe)),
    ]
}

impl Card {
    /// The values of the rows that can be picked, for a career.
    fn rows(&self, career: usize) -> Vec<f64> {
        let all = |row: &Vec<i32>| f64::from(row[career]);
        match self.kind {
            Kind::Single | Kind::Multiple { .. } => self.points.iter().map(all).collect(),
            Kind::Scale { steps } => {
                (0..steps).map(|k| all(&self.points[0]) * (2.0 * k as f64 / (steps as f64 - 1.0) - 1.0)).collect()
            }
            Kind::Swipe => vec![all(&self.points[0]), -all(&self.points[0])],
        }
    }

    pub fn value(&self, picks: &[usize], career: usize) -> f64 {
        let rows = self.rows(career);
        if picks.is_empty() {
            return rows.iter().sum::<f64>() / rows.len() as f64;
        }
        picks.iter().map(|row| rows[*row]).sum()
    }

    /// All answers that the card permits; the empty one is "not sure".
    pub fn permitted(&self) -> Vec<Vec<usize>> {
        let rows = self.rows(0).len();
        let (min, max) = match self.kind {
            Kind::Multiple { min, max } => (min, max),
            Kind::Single | Kind::Scale { .. } | Kind::Swipe => (1, 1),
        };
        let picks = |bits: u32| (0..rows).filter(|row| bits >> row & 1 == 1).collect::<Vec<_>>();
        (0..1u32 << rows)
            .map(picks)
            .filter(|picks| (min..=max).contains(&picks.len()) || picks.is_empty() && !self.required)
            .collect()
    }

    fn json(&self, id: usize) -> Value {
        let points = |row: &Vec<i32>| {
            Value::Object(row.iter().enumerate().map(|(career, points)| (career_id(career), json!(points))).collect())
        };
        let mut card = json!({ "id": format!("card{id}"), "prompt": "?", "required": self.required });
        match self.kind {
            Kind::Single | Kind::Multiple { .. } => {
                let option =
                    |(i, row): (usize, &Vec<i32>)| json!({ "id": i.to_string(), "label": "x", "points": points(row) });
                card["options"] = self.points.iter().enumerate().map(option).collect();
                card["kind"] = json!("single");
            }
            Kind::Scale { steps } => {
                card["kind"] = json!("scale");
                card["steps"] = json!(steps);
                card["low"] = json!("low");
                card["high"] = json!("high");
                card["points"] = points(&self.points[0]);
            }
            Kind::Swipe => {
                card["kind"] = json!("swipe");
                card["points"] = points(&self.points[0]);
            }
        }
        if let Kind::Multiple { min, max } = self.kind {
            card["kind"] = json!("multiple");
            card["min"] = json!(min);
            card["max"] = json!(max);
        }
        card
    }
}

fn career_id(career: usize) -> String {
    format!("career{career}")
}

impl Quiz {
    pub fn json(&self) -> String {
        let careers: Value = (0..self.careers).map(|i| json!({ "id": career_id(i), "title": "x" })).collect();
        let cards: Value = self.cards.iter().enumerate().map(|(i, card)| card.json(i)).collect();
        json!({ "version": 1, "title": "x", "careers": careers, "cards": cards }).to_string()
    }

    pub fn all_answers(&self) -> Vec<Vec<Vec<usize>>> {
        let mut all = vec![Vec::new()];
        for card in &self.cards {
            let permitted = card.permitted();
            let longer = |before: Vec<Vec<usize>>| {
                permitted.clone().into_iter().map(move |picks| {
                    let mut answers = before.clone();
                    answers.push(picks);
                    answers
                })
            };
            all = all.into_iter().flat_map(longer).collect();
        }
        all
    }

    pub fn answers_at(&self, index: prop::sample::Index) -> Vec<Vec<usize>> {
        let all = self.all_answers();
        index.get(&all).clone()
    }

    pub fn sum(&self, picks: &[Vec<usize>], career: usize) -> f64 {
        self.cards.iter().zip(picks).map(|(card, picks)| card.value(picks, career)).sum()
    }

    /// Where each career's sum lies between its least and its most, by trying all answers.
    pub fn shares(&self, picks: &[Vec<usize>]) -> Vec<f64> {
        let all = self.all_answers();
        let share = |career| {
            let sums: Vec<_> = all.iter().map(|picks| self.sum(picks, career)).collect();
            let least = sums.iter().copied().fold(f64::INFINITY, f64::min);
            let most = sums.iter().copied().fold(f64::NEG_INFINITY, f64::max);
            if most - least > 1e-12 { (self.sum(picks, career) - least) / (most - least) } else { 0.0 }
        };
        (0..self.careers).map(share).collect()
    }

    pub fn reverse_careers(&mut self) {
        for card in &mut self.cards {
            card.points.iter_mut().for_each(|row| row.reverse());
        }
    }
}
