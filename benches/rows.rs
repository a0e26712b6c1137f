//! The time of the command line for ranking 100,000 rows of answers, as JSON and as CSV.
//!
//! `cargo bench --features cli --bench rows`

use std::{fs, path::PathBuf, process::Command};

use criterion::{Criterion, Throughput, criterion_group, criterion_main};

const ROWS: u64 = 100_000;

fn ranking(c: &mut Criterion) {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR"));
    let answers = folder.join("rows.csv");
    let row = |at: u64| {
        let pick = |list: &[&'static str], step: u64| list[(at / step) as usize % list.len()];
        let cells = [pick(&["early", "noon", "late"], 1), pick(&["bread", "fish", "bread|fish"], 3)];
        format!("{},{},{},{}\n", cells[0], cells[1], at % 5 + 1, pick(&["like", "pass", ""], 7))
    };
    let text: String = ["hour,likes,depth,flour\n".to_owned()].into_iter().chain((0..ROWS).map(row)).collect();
    fs::write(&answers, text).expect("a file can be written");
    let mut group = c.benchmark_group("match");
    group.sample_size(10).throughput(Throughput::Elements(ROWS));
    for format in ["json", "csv"] {
        group.bench_function(format, |bench| {
            bench.iter(|| {
                let mut command = Command::new(env!("CARGO_BIN_EXE_career-matcher"));
                command.args(["match", "tests/fixtures/cli/quiz.json", "--top", "1", "--format", format, "--answers"]);
                let output = command.arg(&answers).output().expect("it runs");
                assert!(output.status.success() && output.stdout.len() > ROWS as usize);
            });
        });
    }
    group.finish();
}

criterion_group!(benches, ranking);
criterion_main!(benches);
