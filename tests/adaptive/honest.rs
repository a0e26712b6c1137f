//! Confidence is calibrated: visitors who follow the quiz's prior agree as often as stated.

use super::{Random, load_quiz};
use career_matcher::{
    lab::{Calibrated, interview},
    matcher::Answer,
};
use serde_json::{Value, json};

const VISITORS: usize = 2_000;
const CARDS: usize = 14;

/// Five careers, two factors, scales of five steps.
fn config(random: &mut Random) -> (Value, Vec<[f64; 2]>) {
    let loadings: Vec<_> = (0..CARDS).map(|_| [0.25 * random.normal(), 0.25 * random.normal()]).collect();
    let mut card = |it: usize| {
        let points = (0..5).map(|career| (format!("c{career}"), json!((random.normal() * 20.0).round() / 10.0)));
        let points = Value::Object(points.collect());
        json!({ "id": format!("q{it}"), "kind": "scale", "prompt": "x", "low": "x", "high": "x", "points": points })
    };
    let cards: Value = (0..CARDS).map(&mut card).collect();
    let habit = |it: usize| (format!("q{it}"), json!({ "mean": [0.0], "factors": [loadings[it]], "noise": 0.4 }));
    let habits = Value::Object((0..CARDS).map(habit).collect());
    let config = json!({
        "version": 1, "title": "x",
        "careers": (0..5).map(|it| json!({ "id": format!("c{it}"), "title": "x" })).collect::<Value>(),
        "cards": cards,
        "matching": { "score": "raw" },
        "calibration": { "answers": 1000, "cards": habits },
    });
    (config, loadings)
}

#[test]
fn visitors_as_believed_agree_as_often_as_is_said() {
    let mut random = Random::new(11);
    let (mut config, loadings) = config(&mut random);
    for flow in [
        json!({ "order": "adaptive", "stop": "confident", "confidence": 0.9, "min": 3 }),
        json!({ "order": "adaptive", "max": 4 }),
        json!({ "order": "shuffled", "max": 7 }),
    ] {
        config["flow"] = flow.clone();
        let quiz = load_quiz(&config);
        let mut sum = Calibrated::default();
        for seed in 0..VISITORS {
            let factors = [random.normal(), random.normal()];
            let answers = loadings.iter().map(|row| {
                let number: f64 = row[0] * factors[0] + row[1] * factors[1] + 0.4 * random.normal();
                Some(Answer::one(((number.clamp(-1.0, 1.0) + 1.0) * 2.0).round() as usize))
            });
            sum.add(&interview(&quiz, &answers.collect(), seed as u64));
        }
        println!("{flow}: {:.2} cards, {:.3} agree, off by {:.3}", sum.mean_asked(), sum.agreement(), sum.error());
        assert!(sum.error() < 0.04, "{flow}: off by {}", sum.error());
        assert!(sum.agreement() > 0.3 && sum.mean_asked() < CARDS as f64);
    }
}
