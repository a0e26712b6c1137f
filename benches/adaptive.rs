//! The time of an adaptive quiz after one answer: for item selection, and for the confidence.
//!
//! `cargo bench --bench adaptive`; `tests/browser.rs` prints the same figures in a browser.

#[path = "../tests/agreement/flows.rs"]
mod flows;

use criterion::{Criterion, criterion_group, criterion_main};
use std::hint::black_box;

fn answers(criterion: &mut Criterion) {
    for case in flows::all() {
        let quiz = case.quiz().unwrap_or_else(|words| panic!("{words}"));
        let mut visit = flows::Visit::new(&quiz, &case);
        let mut round = 0;
        let mut group = criterion.benchmark_group(case.name);
        group.sample_size(20);
        group.bench_function("next card", |b| {
            b.iter(|| {
                round += 1;
                visit.answer(round);
                black_box(visit.next())
            })
        });
        group.bench_function("confidence", |b| {
            b.iter(|| {
                round += 1;
                visit.answer(round);
                black_box(visit.confidence())
            })
        });
        group.finish();
    }
}

criterion_group!(benches, answers);
criterion_main!(benches);
