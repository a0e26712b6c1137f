//! Simulated visitors for measurements: draws answers to every card of a config, as CSV for `simulate`. It also makes a
//! large catalogue for the model `bayes`, because no real one is available.
//!
//! `cargo run --features cli --bin visitors -- draw examples/onet-interests.json 2000 > people.csv`
//! `cargo run --features cli --bin visitors -- catalogue 800 268 > catalogue.json`
//!
//! Visitors do not depend on the quiz's prior. Models `traits` and `points`: a visitor's leaning to each trait (career)
//! is normal, with a standard deviation of 0.4, plus a part that is equal for all, with 0.25. Each card has a bias with
//! a standard deviation of 0.2, and a factor for leanings between 0.5 and 1.5. Every answer has noise with a standard
//! deviation of 0.5. Options are drawn by the exponential of three times their value (softmax). Model `bayes`: a
//! visitor belongs to one career, drawn by its prior, and answers by its probabilities.

use std::fs;

use career_matcher::config::{Audience, Card, Checked, Line, Matching, ResponseFormat, load};
use career_matcher::random::Random;
use serde_json::{Map, Value, json};

const OWN: f64 = 0.4;
const SHARED: f64 = 0.25;
const BIAS: f64 = 0.2;
const NOISE: f64 = 0.5;
const STRENGTH: f64 = 3.0;

fn main() {
    let arguments: Vec<_> = std::env::args().skip(1).collect();
    let number = |at: usize, what: &str| -> usize {
        arguments.get(at).and_then(|it| it.parse().ok()).unwrap_or_else(|| panic!("{what} is a number"))
    };
    match arguments.first().map(String::as_str) {
        Some("draw") => {
            let text = fs::read_to_string(&arguments[1]).unwrap_or_else(|error| panic!("{}: {error}", arguments[1]));
            let loaded = load(&text, Audience::Author).unwrap_or_else(|problems| panic!("{problems:#?}"));
            draw(&loaded.config, number(2, "how many visitors to draw"));
        }
        Some("catalogue") => println!("{}", catalogue(number(1, "careers"), number(2, "cards"))),
        _ => panic!("draw CONFIG COUNT, or catalogue CAREERS CARDS"),
    }
}

/// From the normal distribution itself (Box and Muller), unlike [`Random::normal`].
fn normal(random: &mut Random) -> f64 {
    (-2.0 * (1.0 - random.unit()).ln()).sqrt() * (std::f64::consts::TAU * random.unit()).cos()
}

/// An index drawn by weight.
fn pick(random: &mut Random, weights: &[f64]) -> usize {
    let mut left = random.unit() * weights.iter().sum::<f64>();
    let at = weights.iter().position(|weight| {
        left -= weight;
        left < 0.0
    });
    at.unwrap_or(weights.len() - 1)
}

fn draw(config: &Checked, count: usize) {
    let mut random = Random::new(1);
    let cards = config.cards();
    println!("{}", cards.iter().map(|card| card.id.as_str()).collect::<Vec<_>>().join(","));
    let bayes = matches!(config.matching(), Matching::Bayes(_));
    let priors: Vec<_> = config.careers().iter().map(|career| career.prior).collect();
    let traits = matches!(config.matching(), Matching::Traits(_));
    let columns = if traits { config.traits().len() } else { config.careers().len() };
    let habits: Vec<_> = cards.iter().map(|card| Habit::new(card, &mut random)).collect();
    for _ in 0..count {
        let cells: Vec<_> = if bayes {
            let career = pick(&mut random, &priors);
            cards.iter().map(|card| from_career(card, career, &mut random)).collect()
        } else {
            let shared = SHARED * normal(&mut random);
            let leanings: Vec<_> = (0..columns).map(|_| shared + OWN * normal(&mut random)).collect();
            cards.iter().zip(&habits).map(|(card, habit)| habit.answer(card, &leanings, &mut random)).collect()
        };
        println!("{}", cells.join(","));
    }
}

/// How visitors answer a card, apart from their leanings.
struct Habit {
    /// By row; one entry for a line.
    bias: Vec<f64>,
    loud: f64,
}

impl Habit {
    fn new(card: &Card, random: &mut Random) -> Self {
        let bias = (0..card.response.len()).map(|_| BIAS * normal(random)).collect();
        Self { bias, loud: 0.5 + random.unit() }
    }

    fn answer(&self, card: &Card, leanings: &[f64], random: &mut Random) -> String {
        let toward = |weights: &[(usize, f64)], longest: f64| {
            weights.iter().map(|(at, points)| points / longest * leanings[*at]).sum::<f64>()
        };
        let length = |weights: &[(usize, f64)]| weights.iter().map(|(_, it)| it * it).sum::<f64>().sqrt().max(1e-9);
        match &card.response {
            ResponseFormat::Line { weights, line } => {
                let told = self.bias[0] + self.loud * toward(weights, length(weights)) + NOISE * normal(random);
                if let Line::Scale { steps, .. } = *line {
                    let last = (steps - 1) as f64;
                    return card.response.name(((told.clamp(-1.0, 1.0) + 1.0) / 2.0 * last).round() as usize);
                }
                card.response.name(usize::from(told < 0.0))
            }
            ResponseFormat::Options { options, .. } => {
                let longest = options.iter().map(|option| length(&option.weights)).fold(0.0, f64::max);
                let along = options.iter().zip(&self.bias).map(|(option, bias)| {
                    let noise = NOISE / STRENGTH * normal(random);
                    (STRENGTH * (bias + self.loud * toward(&option.weights, longest) + noise)).exp()
                });
                let mut weights: Vec<_> = along.collect();
                let (min, max) = card.response.picks();
                let picks = min + (random.unit() * (max - min + 1) as f64) as usize;
                let mut names = Vec::new();
                for _ in 0..picks {
                    let row = pick(random, &weights);
                    weights[row] = 0.0;
                    names.push(card.response.name(row));
                }
                names.join("|")
            }
        }
    }
}

/// The answer of a visitor of one career.
fn from_career(card: &Card, career: usize, random: &mut Random) -> String {
    let said = |list: &[(usize, f64)]| list.iter().find(|(at, _)| *at == career).map(|(_, chance)| *chance);
    match &card.response {
        ResponseFormat::Line { line: Line::Scale { steps, expect, .. }, .. } => {
            let norm = expect.iter().find(|(at, _)| *at == career).map(|(_, norm)| norm);
            let height =
                |step: usize| norm.map_or(1.0, |norm| (-0.5 * ((step as f64 - norm.mean) / norm.spread).powi(2)).exp());
            card.response.name(pick(random, &(1..=*steps).map(height).collect::<Vec<_>>()))
        }
        ResponseFormat::Line { line: Line::Swipe { chance }, .. } => {
            card.response.name(usize::from(random.unit() >= said(chance).unwrap_or(0.5)))
        }
        ResponseFormat::Options { options, several: false, .. } => {
            let even = 1.0 / options.len() as f64;
            let weights: Vec<_> = options.iter().map(|option| said(&option.chance).unwrap_or(even)).collect();
            card.response.name(pick(random, &weights))
        }
        ResponseFormat::Options { options, .. } => {
            let picked = (0..options.len()).filter(|row| random.unit() < said(&options[*row].chance).unwrap_or(0.5));
            picked.map(|row| card.response.name(row)).collect::<Vec<_>>().join("|")
        }
    }
}

/// Careers with different answers on scales of five steps.
fn catalogue(careers: usize, cards: usize) -> Value {
    let mut random = Random::new(2);
    let mut card = |it: usize| {
        let norm = |random: &mut Random| {
            let mean = (3.0 + 0.9 * normal(random)).clamp(1.0, 5.0);
            let spread = 0.7 + 0.6 * random.unit();
            json!({ "mean": (mean * 100.0).round() / 100.0, "spread": (spread * 100.0).round() / 100.0 })
        };
        let expect = (0..careers).map(|career| (format!("c{career}"), norm(&mut random)));
        let expect = Value::Object(expect.collect::<Map<_, _>>());
        json!({ "id": format!("q{it}"), "kind": "scale", "prompt": "x", "low": "x", "high": "x", "expect": expect })
    };
    json!({
        "version": 1, "title": "x",
        "matching": { "model": "bayes" },
        "flow": { "order": "adaptive" },
        "careers": (0..careers).map(|it| json!({ "id": format!("c{it}"), "title": "x" })).collect::<Value>(),
        "cards": (0..cards).map(&mut card).collect::<Value>(),
    })
}
