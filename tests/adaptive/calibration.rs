//! A calibration finds the true parameters of the pilot visitors; few pilots change the prior little.

use super::{Random, load_quiz};
use career_matcher::{
    adaptive::fit,
    config::{Audience, Calibration, load},
    lab::interview,
    matcher::{Answer, Answers},
    quiz::Quiz,
};
use serde_json::{Value, json};

const STEPS: usize = 21;
const CARDS: usize = 8;
const NOISE: f64 = 0.2;

/// Cards of two traits in alternation, on scales so fine that rounding is negligible.
fn config() -> Value {
    let card = |it: usize| {
        let points = json!({ ["t0", "t1"][it % 2]: 1 });
        json!({ "id": format!("q{it}"), "kind": "scale", "prompt": "x", "steps": STEPS, "low": "x", "high": "x", "points": points })
    };
    let career =
        |it: usize| json!({ "id": format!("c{it}"), "title": format!("C{it}"), "profile": { "t0": it, "t1": 3 - it } });
    json!({
        "version": 1, "title": "x",
        "traits": [{ "id": "t0", "title": "x" }, { "id": "t1", "title": "x" }],
        "careers": (0..4).map(career).collect::<Value>(),
        "cards": (0..CARDS).map(card).collect::<Value>(),
        "matching": { "model": "traits", "similarity": "affinity" },
        "flow": { "order": "adaptive", "stop": "confident", "min": 2 },
    })
}

fn mean(card: usize) -> f64 {
    card as f64 / 20.0 - 0.2
}

fn loadings(card: usize) -> [f64; 2] {
    [0.1 + 0.02 * card as f64, if card.is_multiple_of(2) { 0.2 } else { -0.15 }]
}

fn row(number: f64) -> usize {
    ((number.clamp(-1.0, 1.0) + 1.0) / 2.0 * (STEPS - 1) as f64).round() as usize
}

fn people(count: usize) -> Vec<Answers> {
    let mut random = Random::new(3);
    let person = |_| {
        let factors = [random.normal(), random.normal()];
        let number = |card: usize, noise: f64| {
            mean(card) + loadings(card).iter().zip(factors).map(|(a, b)| a * b).sum::<f64>() + NOISE * noise
        };
        (0..CARDS).map(|card| Some(Answer::one(row(number(card, random.normal()))))).collect()
    };
    (0..count).map(person).collect()
}

/// The covariance of two cards in a calibration.
fn covariance(found: &Calibration, a: usize, b: usize) -> f64 {
    let along = |card: usize| &found.cards[card].factors[0];
    let shared: f64 = along(a).iter().zip(along(b)).map(|(a, b)| a * b).sum();
    let noise = found.cards[a].noise.expect("a scale has noise");
    shared + if a == b { noise * noise } else { 0.0 }
}

#[test]
fn many_answers_teach_what_is_true() {
    let quiz = load_quiz(&config());
    let found = fit(quiz.config(), &people(20_000), 2);
    assert_eq!((found.answers, found.factors), (20_000, 2));
    for a in 0..CARDS {
        assert!((found.cards[a].mean[0] - mean(a)).abs() < 0.01, "{a}: {:?}", found.cards[a]);
        for b in 0..CARDS {
            let shared: f64 = loadings(a).iter().zip(loadings(b)).map(|(a, b)| a * b).sum();
            let truth = shared + if a == b { NOISE * NOISE } else { 0.0 };
            assert!(
                (covariance(&found, a, b) - truth).abs() < 0.01,
                "{a}, {b}: {} is {truth}",
                covariance(&found, a, b)
            );
        }
    }
}

#[test]
fn no_answers_teach_nothing() {
    let quiz = load_quiz(&config());
    let found = fit(quiz.config(), &[], 8);
    for a in 0..CARDS {
        assert!(found.cards[a].mean[0].abs() < 1e-12);
        for b in 0..CARDS {
            // The prior without information about traits: nine tenths of the variance of uniform answers, and shares of
            // it; see `docs/matching.md`.
            let variance = 0.9 * (STEPS + 1) as f64 / (3 * (STEPS - 1)) as f64;
            let share = if a == b {
                1.0
            } else if a % 2 == b % 2 {
                0.4444
            } else {
                0.1388
            };
            let believed = share * variance;
            assert!((covariance(&found, a, b) - believed).abs() < 1e-3, "{a}, {b}: {}", covariance(&found, a, b));
        }
    }
}

#[test]
fn the_same_answers_make_the_same_calibration_and_the_same_quiz() {
    let quiz = load_quiz(&config());
    let pilots = people(150);
    let fits: Vec<_> = (0..2).map(|_| fit(quiz.config(), &pilots, 8)).collect();
    assert_eq!(format!("{:?}", fits[0]), format!("{:?}", fits[1]));
    let quizzes: Vec<_> = fits.into_iter().map(|it| Quiz::new(quiz.config().calibrated_by(Some(it)))).collect();
    for answers in people(100) {
        assert_eq!(interview(&quizzes[0], &answers, 1), interview(&quizzes[1], &answers, 1));
    }
}

#[test]
fn a_calibration_of_other_cards_is_told_and_ignored() {
    let habit = json!({ "mean": [0.1], "factors": [[0.2]], "noise": 0.3 });
    let with = |cards: Value| {
        let mut config = config();
        config["calibration"] = json!({ "answers": 100, "cards": cards });
        load(&config.to_string(), Audience::Author).unwrap_or_else(|problems| panic!("{problems:?}"))
    };
    let all = Value::Object((0..CARDS).map(|it| (format!("q{it}"), habit.clone())).collect());
    let fine = with(all.clone());
    assert!(fine.warnings.is_empty() && fine.config.calibration().is_some(), "{:?}", fine.warnings);
    let mut fewer = all.clone();
    fewer.as_object_mut().expect("an object").remove("q3");
    let mut stranger = all.clone();
    stranger["q99"] = habit;
    let mut uneven = all;
    uneven["q1"]["factors"] = json!([[0.2, 0.1]]);
    for stale in [fewer, stranger, uneven] {
        let loaded = with(stale);
        let codes: Vec<_> = loaded.warnings.iter().map(|it| it.code()).collect();
        assert_eq!(codes, ["stale-calibration"]);
        assert!(loaded.config.calibration().is_none());
    }
}
