//! Adaptive order, early stops and calibration: their guarantees, tested on random quizzes and visitors.

#[allow(dead_code, unused_imports, reason = "the matcher's tests use the rest of it")]
mod arithmetic;

#[path = "adaptive/actions.rs"]
mod actions;
#[path = "adaptive/calibration.rs"]
mod calibration;
#[path = "adaptive/certain.rs"]
mod certain;
#[path = "adaptive/expecting.rs"]
mod expecting;
#[path = "adaptive/honest.rs"]
mod honest;
#[path = "adaptive/judge.rs"]
mod judge;
#[path = "adaptive/people.rs"]
mod people;
#[path = "adaptive/promise.rs"]
mod promise;
#[path = "adaptive/wishes.rs"]
mod wishes;

use arithmetic::Picks;
use career_matcher::{
    config::{Audience, load},
    matcher::{Answer, Answers},
    quiz::Quiz,
    random::Random,
};
use serde_json::{Value, json};

/// Loads a config as a quiz.
fn load_quiz(config: &Value) -> Quiz {
    let loaded = load(&config.to_string(), Audience::Author);
    Quiz::new(loaded.unwrap_or_else(|problems| panic!("{problems:#?}")).config)
}

/// A random quiz with a given flow.
fn asked(quiz: &arithmetic::Quiz, flow: &Value) -> Quiz {
    load_quiz(&json_of(quiz, flow))
}

fn json_of(quiz: &arithmetic::Quiz, flow: &Value) -> Value {
    let mut config: Value = serde_json::from_str(&quiz.json()).expect("a quiz is JSON");
    config["flow"] = flow.clone();
    config
}

fn answers(picks: &Picks) -> Answers {
    picks.iter().map(|rows| Answer::of(rows.iter().copied())).collect()
}

/// A visitor's permitted answers to all cards, including "not sure"; none for hidden cards.
fn visitor(quiz: &arithmetic::Quiz, random: &mut Random) -> Picks {
    let mut picks: Picks = Vec::new();
    for card in &quiz.cards {
        picks.push(Vec::new());
        let open = if card.tie_break {
            (0..card.kind.rows()).collect()
        } else {
            quiz.resolved(&picks).available.pop().unwrap_or_default()
        };
        let permitted = card.permitted(&open);
        if !open.is_empty() {
            let at = picks.len() - 1;
            picks[at].clone_from(&permitted[random.below(permitted.len())]);
        }
    }
    picks
}

/// A flow from its parts.
fn flow(order: &str, stop: &str) -> Value {
    json!({ "order": order, "stop": stop, "min": 1 })
}

const ORDERS: [&str; 3] = ["fixed", "shuffled", "adaptive"];
