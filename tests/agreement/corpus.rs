//! A corpus of a thousand rows of answers for a quiz of each model, with one hash over all results of the matcher. A
//! few visitors for each model, with one hash over the cards that an adaptive quiz asks and the confidence after each.
//!
//! `hashes.txt` has the hashes. Native tests and browser tests must both reproduce them, to the last bit.

use career_matcher::{
    config::{Audience, Checked, load},
    matcher::{Answer, Answers, Matcher},
    quiz::{Quiz, Selection},
};
use serde_json::{Value, json};

const CAREERS: usize = 12;
const CARDS: usize = 16;
const TRAITS: usize = 6;
const ROWS: usize = 1_000;
/// Visitors interviewed by an adaptive quiz.
const ASKED: usize = 12;

/// The models, with the config that selects them.
fn models() -> [(&'static str, Value); 7] {
    [
        ("attainable", json!({ "model": "points" })),
        ("z", json!({ "model": "points", "score": "z" })),
        ("raw", json!({ "model": "points", "score": "raw" })),
        ("shape", json!({ "model": "traits" })),
        ("distance", json!({ "model": "traits", "similarity": "distance" })),
        ("affinity", json!({ "model": "traits", "similarity": "affinity" })),
        ("bayes", json!({ "model": "bayes", "temper": 0.7 })),
    ]
}

/// Two lines for each model: its name and its hash, for ranking and for asking.
pub fn hashes() -> String {
    let line = |(name, matching): (&str, Value)| {
        format!("{name} {:016x}\n{name} adaptive {:016x}\n", ranked(matching.clone()), asked(matching))
    };
    models().into_iter().map(line).collect()
}

/// FNV-1a.
struct Hash(u64);

impl Hash {
    fn new() -> Self {
        Self(0xcbf2_9ce4_8422_2325)
    }

    fn add(&mut self, bits: u64) {
        for byte in bits.to_le_bytes() {
            self.0 = (self.0 ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
        }
    }
}

fn checked(quiz: &Value) -> Checked {
    load(&quiz.to_string(), Audience::Author).unwrap_or_else(|problems| panic!("{problems:?}")).config
}

/// Over the bits of every career, rank, score and match.
fn ranked(matching: Value) -> u64 {
    let mut random = Random(7);
    let matcher = Matcher::new(&checked(&quiz(matching, &mut random)));
    let mut hash = Hash::new();
    for _ in 0..ROWS {
        for place in matcher.rank(&answers(&mut random)).places() {
            hash.add(place.career as u64);
            hash.add(place.rank as u64);
            hash.add(place.score.to_bits());
            hash.add(place.share.to_bits());
        }
    }
    hash.0
}

/// Over every card asked, and the confidence and the result before it.
fn asked(matching: Value) -> u64 {
    let mut random = Random(7);
    let mut config = quiz(matching, &mut random);
    config["flow"] = json!({ "order": "adaptive", "stop": "confident", "confidence": 0.8, "min": 2 });
    let quiz = Quiz::new(checked(&config));
    let mut hash = Hash::new();
    for _ in 0..ASKED {
        let full = answers(&mut random);
        let (mut known, mut history) = (vec![None; CARDS], Vec::new());
        loop {
            let selection = Selection { quiz: &quiz, answers: &known, history: &history, seed: 1, least: 0 };
            let (matcher, confidence) = selection.result();
            hash.add(confidence.to_bits());
            for place in matcher.rank(&known).places() {
                hash.add(place.career as u64);
                hash.add(place.score.to_bits());
            }
            let Some(card) = selection.next() else { break };
            hash.add(card as u64);
            history.push(card);
            known[card] = full[card];
        }
    }
    hash.0
}

/// A linear congruential generator: the same numbers everywhere.
struct Random(u64);

impl Random {
    fn below(&mut self, n: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % n
    }
}

/// Cards of each kind in turn: single with four options, multiple with up to three of four, a scale of five steps, a
/// swipe.
fn quiz(matching: Value, random: &mut Random) -> Value {
    let model = matching["model"].as_str().unwrap_or_default().to_owned();
    let points = |random: &mut Random| match model.as_str() {
        "traits" => numbers("t", TRAITS, || json!(random.below(101) as f64 / 10.0 - 3.0)),
        _ => numbers("c", CAREERS, || json!(random.below(101) as f64 / 10.0 - 3.0)),
    };
    let chance = |random: &mut Random| numbers("c", CAREERS, || json!(random.below(101) as f64 / 400.0));
    let norm = |random: &mut Random| json!({ "mean": random.below(50) as f64 / 10.0, "spread": 0.5 + random.below(50) as f64 / 10.0 });
    let bayes = model == "bayes";
    let card = |random: &mut Random, id: usize| {
        let mut card = json!({ "id": format!("q{id}"), "prompt": "x", "required": id.is_multiple_of(3) });
        if id > 3 && id.is_multiple_of(5) {
            card["when"] = json!({ "card": "q0", "anyOf": ["o0", "o2"] });
        }
        match id % 4 {
            kind @ (0 | 1) => {
                let option = |option: usize| {
                    let (field, value) = if bayes { ("chance", chance(random)) } else { ("points", points(random)) };
                    json!({ "id": format!("o{option}"), "label": "x", field: value })
                };
                card["options"] = (0..4).map(option).collect();
                card["kind"] = json!(["single", "multiple"][kind]);
                if kind == 1 {
                    card["max"] = json!(3);
                }
            }
            2 => {
                card["kind"] = json!("scale");
                (card["low"], card["high"]) = (json!("x"), json!("x"));
                if bayes {
                    card["expect"] = numbers("c", CAREERS, || norm(random));
                } else {
                    card["points"] = points(random);
                }
            }
            _ => {
                card["kind"] = json!("swipe");
                if bayes {
                    card["chance"] = chance(random);
                } else {
                    card["points"] = points(random);
                }
            }
        }
        card
    };
    let cards: Value = (0..CARDS).map(|id| card(random, id)).collect();
    let career = |id: usize| {
        let profile = numbers("t", TRAITS, || json!(random.below(101) as f64 / 10.0));
        let prior = 0.5 + random.below(20) as f64 / 10.0;
        json!({ "id": format!("c{id}"), "title": "x", "profile": profile, "prior": prior })
    };
    let careers: Value = (0..CAREERS).map(career).collect();
    let a_trait =
        |id: usize| json!({ "id": format!("t{id}"), "title": "x", "visitors": norm(random), "careers": norm(random) });
    let traits: Value = (0..TRAITS).map(a_trait).collect();
    json!({ "version": 1, "title": "x", "matching": matching, "careers": careers, "traits": traits, "cards": cards })
}

fn numbers(id: &str, count: usize, mut number: impl FnMut() -> Value) -> Value {
    Value::Object((0..count).map(|i| (format!("{id}{i}"), number())).collect())
}

/// One visitor, with some missing answers.
fn answers(random: &mut Random) -> Answers {
    let answer = |card: usize| {
        let rows = [4, 4, 5, 2][card % 4];
        match random.below(8) {
            0 => None,
            _ if card % 4 == 1 => Answer::of((0..1 + random.below(3)).map(|_| random.below(rows))),
            _ => Some(Answer::one(random.below(rows))),
        }
    };
    (0..CARDS).map(answer).collect()
}
