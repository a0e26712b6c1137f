//! The quiz on all occupations of O*NET is up to date with its two sources, and credits its data.

use std::{fs, process::Command};

const QUIZ: &str = "examples/onet-interests.json";

/// The credit that the licence requires wherever the data is shown or shipped.
const CREDIT: &str = "This product includes information from the O*NET 29.3 Database by the U.S. Department of Labor, \
    Employment and Training Administration (USDOL/ETA). Used under the CC BY 4.0 license. O*NET(R) is a trademark of \
    USDOL/ETA.";

fn text(path: &str) -> String {
    fs::read_to_string(path).unwrap_or_else(|error| panic!("{path}: {error}"))
}

#[test]
fn the_example_is_what_the_tool_makes() {
    let output = Command::new(env!("CARGO_BIN_EXE_onet")).output().expect("the tool starts");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let made = String::from_utf8(output.stdout).expect("it writes UTF-8");
    assert!(made == text(QUIZ), "make it anew: cargo run --features cli --bin onet > {QUIZ}");
}

#[test]
fn the_credit_stands_wherever_the_data_does() {
    for path in [QUIZ, "data/onet/README.md", "README.md"] {
        assert!(text(path).contains(CREDIT), "{path}");
    }
}

#[test]
fn the_example_stays_small_enough_for_the_widget() {
    assert!(text(QUIZ).len() < 2_000_000);
}
