//! Stated confidence holds for every kind of visitor: the lab's visitors, random ones, and ones with leanings,
//! acquiescence or clusters of careers. Also limits the number of cards asked.

use super::{
    Random, load_quiz,
    people::{AGREEING, ALIKE, COHERENT, Crowd, RANDOM, asked, step},
};
use career_matcher::{
    adaptive::fit,
    lab::{Calibrated, interview, visitors},
    matcher::{Answer, Answers},
    quiz::Quiz,
};
use serde_json::{Value, json};

const CROWDS: [(&str, Crowd); 4] =
    [("by chance", RANDOM), ("coherent", COHERENT), ("agreeing", AGREEING), ("alike", ALIKE)];

fn config(careers: usize, cards: Vec<Value>) -> Value {
    json!({
        "version": 1, "title": "x",
        "careers": (0..careers).map(|it| json!({ "id": format!("c{it}"), "title": "x" })).collect::<Value>(),
        "cards": cards,
        "flow": { "order": "adaptive", "stop": "confident", "confidence": 0.9 },
    })
}

fn scale(it: usize, points: &Value) -> Value {
    json!({ "id": format!("q{it}"), "kind": "scale", "prompt": "x", "low": "x", "high": "x", "points": points })
}

/// Careers with `each` scales of their own.
fn own_scales(careers: usize, each: usize) -> Value {
    let card = |it: usize| scale(it, &json!({ format!("c{}", it / each): 1 }));
    config(careers, (0..careers * each).map(card).collect())
}

/// Every card, or every option, counts for a few careers.
fn mixed(kind: &str, careers: usize, cards: usize) -> Value {
    let mut random = Random::new(9);
    let mut points = || {
        let some = (0..2).map(|_| (format!("c{}", random.below(careers)), json!(1 + random.below(3))));
        Value::Object(some.collect())
    };
    let mut card = |it: usize| match kind {
        "scale" => scale(it, &points()),
        "swipe" => json!({ "id": format!("q{it}"), "kind": kind, "prompt": "x", "points": points() }),
        _ => {
            let option = |at: usize, points: Value| json!({ "id": format!("o{at}"), "label": "x", "points": points });
            let options = (0..4).map(|at| option(at, points())).collect::<Value>();
            let mut card = json!({ "id": format!("q{it}"), "kind": kind, "prompt": "x", "options": options });
            if kind == "multiple" {
                card["max"] = json!(3);
            }
            card
        }
    };
    config(careers, (0..cards).map(&mut card).collect())
}

/// The agreement is at least the stated confidence minus `slack`; the mean number of cards is below `most`.
fn keeps(name: &str, sum: &Calibrated, slack: f64, most: f64) {
    let (stated, kept, cards) = (sum.mean_confidence(), sum.agreement(), sum.mean_asked());
    println!("{name}: {cards:.1} cards, states {stated:.3}, keeps {kept:.3}");
    assert!(kept > stated - slack, "{name}: states {stated:.3} and keeps {kept:.3}");
    assert!(cards < most, "{name}: asks {cards:.1} cards");
}

#[test]
fn careers_with_scales_of_their_own_keep_what_is_stated() {
    let quiz = load_quiz(&own_scales(6, 6));
    keeps("lab", &asked(&quiz, &visitors(&quiz, 1, 300)), 0.02, 15.0);
    for ((name, crowd), most) in CROWDS.into_iter().zip([22.0, 18.0, 19.0, 18.0]) {
        keeps(name, &asked(&quiz, &crowd.answers(&quiz, 300, 3)), 0.04, most);
    }
}

#[test]
fn each_career_gets_a_card_before_any_gets_a_second() {
    let mut config = own_scales(4, 4);
    config["flow"]["min"] = json!(1);
    let quiz = load_quiz(&config);
    // Most cards of the third career come last in the config.
    let answers: Answers = (0..16).map(|it| Some(Answer::one(if it / 4 == 2 { 4 } else { 3 }))).collect();
    let told = interview(&quiz, &answers, 1);
    let mut first: Vec<_> = told.asked.iter().take(4).map(|card| card / 4).collect();
    first.sort_unstable();
    assert_eq!(first, [0, 1, 2, 3], "{:?}", told.asked);
    assert_eq!(told.ranking[0], 2);
}

#[test]
fn every_kind_of_card_keeps_what_is_stated() {
    for (kind, most) in [("scale", 17.0), ("swipe", 17.0), ("single", 19.0), ("multiple", 20.0)] {
        let quiz = load_quiz(&mixed(kind, 10, 24));
        keeps(&format!("{kind}, lab"), &asked(&quiz, &visitors(&quiz, 1, 100)), 0.05, most);
        for (name, crowd) in CROWDS {
            keeps(&format!("{kind}, {name}"), &asked(&quiz, &crowd.answers(&quiz, 100, 3)), 0.05, most);
        }
    }
}

/// One scale for each of many traits, which depend on a few common factors.
fn many_traits(similarity: &str) -> (Value, Vec<Vec<f64>>) {
    const TRAITS: usize = 60;
    let mut random = Random::new(30);
    let behind: Vec<[f64; 3]> = (0..TRAITS).map(|_| [random.normal(), random.normal(), random.normal()]).collect();
    let mut profile = |_| {
        let (own, loud) = ([random.normal(), random.normal(), random.normal()], 0.2 + 0.3 * random.unit());
        let at = |it: &[f64; 3]| it.iter().zip(own).map(|(a, b)| a * b).sum::<f64>() / 1.5;
        behind
            .iter()
            .map(|it| (loud * (at(it) + 0.5 * random.normal())).clamp(-1.0, 1.0))
            .collect::<Vec<f64>>()
    };
    let profiles: Vec<Vec<f64>> = (0..30).map(&mut profile).collect();
    let mut config = config(30, (0..TRAITS).map(|it| scale(it, &json!({ format!("t{it}"): 1 }))).collect());
    config["traits"] = (0..TRAITS).map(|it| json!({ "id": format!("t{it}"), "title": "x" })).collect();
    for (career, profile) in profiles.iter().enumerate() {
        let profile = profile.iter().enumerate().map(|(it, value)| (format!("t{it}"), json!(value)));
        config["careers"][career]["profile"] = Value::Object(profile.collect());
    }
    config["matching"] = json!({ "model": "traits", "similarity": similarity });
    config["flow"] = json!({ "order": "adaptive", "max": 20 });
    (config, profiles)
}

#[test]
fn what_is_stated_after_a_third_of_many_traits_is_kept() {
    for similarity in ["distance", "shape"] {
        let (config, profiles) = many_traits(similarity);
        let quiz = load_quiz(&config);
        let mut random = Random::new(4);
        let mut person = |_| {
            let profile = &profiles[random.below(profiles.len())];
            profile.iter().map(|value| Some(step(1.5 * value + 0.4 * random.normal(), 5))).collect()
        };
        let like_careers: Vec<Answers> = (0..60).map(&mut person).collect();
        keeps(&format!("{similarity}, like careers"), &asked(&quiz, &like_careers), 0.05, 21.0);
        keeps(&format!("{similarity}, lab"), &asked(&quiz, &visitors(&quiz, 1, 60)), 0.05, 21.0);
        keeps(&format!("{similarity}, coherent"), &asked(&quiz, &COHERENT.answers(&quiz, 60, 3)), 0.05, 21.0);
    }
}

/// Visitors whose answers depend on many common factors, more than a few factors can represent.
fn entangled(count: usize, seed: u64) -> Vec<Answers> {
    const CARDS: usize = 30;
    let mut random = Random::new(77);
    let loadings: Vec<Vec<f64>> = (0..CARDS)
        .map(|card| {
            (0..15)
                .map(|it| if it == card % 15 || it == card / 2 { 0.4 } else { 0.08 * random.normal() })
                .collect()
        })
        .collect();
    let mut random = Random::new(seed);
    let mut person = |_| {
        let own: Vec<f64> = (0..15).map(|_| random.normal()).collect();
        let number = |row: &Vec<f64>, noise: f64| row.iter().zip(&own).map(|(a, b)| a * b).sum::<f64>() + 0.35 * noise;
        loadings.iter().map(|row| Some(step(number(row, random.normal()), 5))).collect()
    };
    (0..count).map(&mut person).collect()
}

#[test]
fn a_calibration_keeps_what_is_stated_and_few_pilots_are_told_from_many() {
    let quiz = load_quiz(&own_scales(5, 6));
    let people = entangled(400, 5);
    for (pilots, slack, most) in [(3_000, 0.025, 16.0), (100, 0.03, 20.0)] {
        let learned = fit(quiz.config(), &entangled(pilots, 6), 32);
        let calibrated = Quiz::new(quiz.config().calibrated_by(Some(learned)));
        keeps(&format!("{pilots} pilots"), &asked(&calibrated, &people), slack, most);
    }
}
