//! The time of ranking: compared with a hand-written loop over the same numbers, and as careers and cards increase.
//!
//! `cargo bench --bench matcher`

use career_matcher::{
    config::{Audience, load},
    matcher::{Answer, Answers, Matcher},
};
use criterion::{BenchmarkId, Criterion, Throughput, criterion_group, criterion_main};
use serde_json::{Value, json};
use std::hint::black_box;

const OPTIONS: usize = 5;

/// Reproducible points from -5 to 5.
fn points(card: usize, option: usize, career: usize) -> f64 {
    ((card * 31 + option * 17 + career * 13) * 2_654_435_761 % 1_009 % 101) as f64 / 10.0 - 5.0
}

fn quiz(careers: usize, cards: usize) -> Matcher {
    let option = |card: usize, option: usize| {
        let points = (0..careers).map(|career| (format!("c{career}"), json!(points(card, option, career))));
        json!({ "id": format!("o{option}"), "label": "x", "points": Value::Object(points.collect()) })
    };
    let card = |card: usize| {
        let options: Value = (0..OPTIONS).map(|it| option(card, it)).collect();
        json!({ "id": format!("q{card}"), "kind": "single", "prompt": "x", "options": options })
    };
    let config = json!({
        "version": 1, "title": "x",
        "careers": (0..careers).map(|it| json!({ "id": format!("c{it}"), "title": "x" })).collect::<Value>(),
        "cards": (0..cards).map(card).collect::<Value>(),
        "matching": { "score": "raw" },
    });
    let loaded = load(&config.to_string(), Audience::Author).unwrap_or_else(|problems| panic!("{problems:?}"));
    Matcher::new(&loaded.config)
}

fn picks(cards: usize) -> Vec<usize> {
    (0..cards).map(|card| card * 7 % OPTIONS).collect()
}

fn answers(picks: &[usize]) -> Answers {
    picks.iter().map(|row| Some(Answer::one(*row))).collect()
}

/// Points by career, card and option: a dot product of each career's row with the visitor's vector of ones and zeros.
fn by_hand(table: &[f64], picks: &[usize], careers: usize) -> Vec<(usize, f64)> {
    let mut visitor = vec![0.0; picks.len() * OPTIONS];
    picks.iter().enumerate().for_each(|(card, row)| visitor[card * OPTIONS + row] = 1.0);
    let score = |career: usize| {
        let row = &table[career * visitor.len()..][..visitor.len()];
        row.iter().zip(&visitor).map(|(a, b)| a * b).sum()
    };
    let mut ranked: Vec<(usize, f64)> = (0..careers).map(|career| (career, score(career))).collect();
    ranked.sort_by(|a, b| b.1.total_cmp(&a.1));
    ranked
}

/// The same by selecting rows and adding them up, which is the least possible work.
fn by_rows(table: &[f64], picks: &[usize], careers: usize) -> Vec<(usize, f64)> {
    let mut sums = vec![0.0; careers];
    for (card, row) in picks.iter().enumerate() {
        let cells = &table[(card * OPTIONS + row) * careers..][..careers];
        sums.iter_mut().zip(cells).for_each(|(sum, cell)| *sum += cell);
    }
    let mut ranked: Vec<_> = sums.into_iter().enumerate().collect();
    ranked.sort_by(|a, b| b.1.total_cmp(&a.1));
    ranked
}

fn ranking(criterion: &mut Criterion) {
    let (careers, cards) = (1_000, 60);
    let (matcher, picks) = (quiz(careers, cards), picks(cards));
    let answers = answers(&picks);
    let cells = 0..cards * OPTIONS;
    let dense: Vec<_> = (0..careers)
        .flat_map(|it| cells.clone().map(move |cell| points(cell / OPTIONS, cell % OPTIONS, it)))
        .collect();
    let rows: Vec<_> = cells
        .flat_map(|cell| (0..careers).map(move |it| points(cell / OPTIONS, cell % OPTIONS, it)))
        .collect();
    let mut group = criterion.benchmark_group("1000 careers, 60 cards");
    group.bench_function("dot products by hand", |b| b.iter(|| by_hand(black_box(&dense), black_box(&picks), careers)));
    group.bench_function("sums of rows by hand", |b| b.iter(|| by_rows(black_box(&rows), black_box(&picks), careers)));
    group.bench_function("matcher", |b| b.iter(|| matcher.rank(black_box(&answers))));
    group.bench_function("scores after one more answer", |b| {
        b.iter(|| matcher.scores(&matcher.flow().resolve(black_box(&answers))))
    });
    group.bench_function("verdict", |b| b.iter(|| matcher.outcome(black_box(&answers))));
    group.finish();
}

fn growth(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("careers, at 60 cards");
    for careers in [125, 250, 500, 1_000] {
        let (matcher, answers) = (quiz(careers, 60), answers(&picks(60)));
        group.throughput(Throughput::Elements(careers as u64));
        group.bench_function(BenchmarkId::from_parameter(careers), |b| b.iter(|| matcher.rank(black_box(&answers))));
    }
    group.finish();
    let mut group = criterion.benchmark_group("cards, at 1000 careers");
    for cards in [15, 30, 60, 120] {
        let (matcher, answers) = (quiz(1_000, cards), answers(&picks(cards)));
        group.throughput(Throughput::Elements(cards as u64));
        group.bench_function(BenchmarkId::from_parameter(cards), |b| b.iter(|| matcher.rank(black_box(&answers))));
    }
    group.finish();
}

/// Scales and multiple-choice cards, as in the command `match`: a ranking, and every change of one answer.
fn outcomes(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("a row of match, at 60 cards");
    for careers in [5, 100, 923, 1_622] {
        let weights = |card: usize, option: usize| -> Value {
            let points = (0..careers).map(|it| (format!("c{it}"), json!(points(card, option, it))));
            Value::Object(points.collect())
        };
        let card = |card: usize| {
            let option = |it: usize| json!({ "id": format!("o{it}"), "label": "x", "points": weights(card, it) });
            let options: Value = (0..OPTIONS).map(option).collect();
            let id = format!("q{card}");
            match card % 6 {
                0 => json!({ "id": id, "kind": "multiple", "prompt": "x", "max": 3, "options": options }),
                1 => json!({ "id": id, "kind": "single", "prompt": "x", "options": options }),
                _ => {
                    json!({ "id": id, "kind": "scale", "prompt": "x", "low": "x", "high": "x", "points": weights(card, 0) })
                }
            }
        };
        let config = json!({
            "version": 1, "title": "x",
            "careers": (0..careers).map(|it| json!({ "id": format!("c{it}"), "title": "x" })).collect::<Value>(),
            "cards": (0..60).map(card).collect::<Value>(),
        });
        let loaded = load(&config.to_string(), Audience::Author).unwrap_or_else(|problems| panic!("{problems:?}"));
        let (matcher, answers) = (Matcher::new(&loaded.config), answers(&picks(60)));
        group.bench_function(BenchmarkId::from_parameter(careers), |b| b.iter(|| matcher.outcome(black_box(&answers))));
    }
    group.finish();
}

criterion_group!(benches, ranking, growth, outcomes);
criterion_main!(benches);
