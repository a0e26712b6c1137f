//! The time of the lab: the default quiz over all answer paths, and the reach of careers in larger quizzes.
//!
//! `cargo bench --features lab --bench lab`

use career_matcher::{
    config::{Audience, load},
    lab::{self, Reach},
    quiz::Quiz,
};
use criterion::{Criterion, criterion_group, criterion_main};
use serde_json::{Value, json};
use std::hint::black_box;

fn quiz(json: &str) -> Quiz {
    Quiz::new(load(json, Audience::Author).unwrap_or_else(|problems| panic!("{problems:?}")).config)
}

/// Reproducible points from 0 to 5, most of them zero.
fn random(careers: usize, cards: usize, sparse: u64) -> Quiz {
    let mut state = 7u64;
    let mut below = move |n: u64| {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (state >> 33) % n
    };
    let mut card = |card: usize| {
        let mut option = |at: usize| {
            let mut points = serde_json::Map::new();
            for career in 0..careers {
                if below(sparse) == 0 {
                    points.insert(format!("c{career}"), json!(1 + below(5)));
                }
            }
            json!({ "id": format!("o{at}"), "label": "x", "points": points })
        };
        let options: Value = (0..5).map(&mut option).collect();
        json!({ "id": format!("q{card}"), "kind": "single", "prompt": "x", "options": options })
    };
    let cards: Value = (0..cards).map(&mut card).collect();
    let careers: Value = (0..careers).map(|it| json!({ "id": format!("c{it}"), "title": "x" })).collect();
    let matching = json!({ "score": "raw" });
    quiz(&json!({ "version": 1, "title": "x", "careers": careers, "cards": cards, "matching": matching }).to_string())
}

/// Two options per card, small points. Careers have different point distributions: half as many distributions as
/// careers.
fn tilted(careers: usize, cards: usize) -> String {
    let points = |card: usize, option: usize, career: usize| {
        let kind = career % 20;
        let base = (card * 31 + option * 17 + kind * 13) * 2_654_435_761 % 1_009 % 4;
        let own = (card * 37 + option * 11 + career * 29) * 2_246_822_519 % 1_013 % 12 / 11;
        base + own * (career % 3)
    };
    let option = |card: usize, option: usize| {
        let points = (0..careers).map(|career| (format!("c{career}"), json!(points(card, option, career))));
        json!({ "id": format!("o{option}"), "label": "x", "points": Value::Object(points.collect()) })
    };
    let card = |card: usize| {
        let options: Value = (0..2).map(|it| option(card, it)).collect();
        json!({ "id": format!("q{card}"), "kind": "single", "prompt": "x", "options": options })
    };
    let ids: Value = (0..careers).map(|it| json!({ "id": format!("c{it}"), "title": "x" })).collect();
    let cards: Value = (0..cards).map(card).collect();
    let matching = json!({ "score": "raw" });
    json!({ "version": 1, "title": "x", "careers": ids, "cards": cards, "matching": matching }).to_string()
}

fn reports(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("lab");
    group.sample_size(10);
    let default = std::fs::read_to_string("examples/python-careers.json").expect("the default quiz is there");
    let default = quiz(&default);
    group.bench_function("default quiz, all ways", |b| b.iter(|| lab::report(black_box(&default), 1, &mut |_| true)));
    let middle = random(29, 40, 3);
    group.bench_function("29 careers, 40 cards", |b| b.iter(|| lab::report(black_box(&middle), 1, &mut |_| true)));
    let large = random(200, 60, 3);
    let undecided = lab::proofs(&large, &mut |_| true).iter().filter(|it| **it == Reach::Unknown).count();
    assert_eq!(undecided, 0, "undecided careers");
    group
        .bench_function("reach of 200 careers, 60 cards", |b| b.iter(|| lab::proofs(black_box(&large), &mut |_| true)));
    // Careers with unequal points: many are never first, which needs proofs.
    let uneven = quiz(&tilted(200, 60));
    let undecided = lab::proofs(&uneven, &mut |_| true);
    let count = |wanted: fn(&Reach) -> bool| undecided.iter().filter(|it| wanted(it)).count();
    println!(
        "uneven: {} alone, {} level, {} never, {} unknown",
        count(|it| matches!(it, Reach::Sole(_))),
        count(|it| matches!(it, Reach::Tie(_))),
        count(|it| matches!(it, Reach::Never)),
        count(|it| matches!(it, Reach::Unknown))
    );
    group.bench_function("reach of 200 uneven careers, 60 cards", |b| {
        b.iter(|| lab::proofs(black_box(&uneven), &mut |_| true))
    });
    group.finish();
}

criterion_group!(benches, reports);
criterion_main!(benches);
