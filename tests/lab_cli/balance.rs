//! `balance`: changed weights, and nothing else changed.

use expect_test::expect;
use serde_json::Value;

use crate::{QUIZ, say};

#[test]
fn balancing_without_time_says_so() {
    let said = say("no-time", QUIZ, "balance quiz.json --limit 0");
    assert_eq!((said.stdout.as_str(), said.status), (QUIZ, 1));
    expect![[r#"
        nothing was changed: shares could not be measured within the time limit; raise `--limit`
    "#]]
    .assert_eq(&said.stderr);
}

#[test]
fn balancing_changes_weights_and_nothing_else() {
    let pretty = QUIZ.to_owned();
    let same = say("same", QUIZ, "balance quiz.json --band 0..1");
    assert_eq!((same.stdout.as_str(), same.status), (pretty.as_str(), 0), "{}", same.stderr);

    let better = say("better", QUIZ, "balance quiz.json --band 0.2..0.4 --seed 7");
    assert_eq!(better.status, 0, "{}", better.stderr);
    expect![[r#"
          career  before   after
          baker   25.4 %  25.4 %
          diver   35.4 %  35.4 %
          guide   35.8 %  35.8 %

        0 weight changes; all shares are within 20.0 % to 40.0 %
    "#]]
    .assert_eq(&better.stderr);
    let (before, after): (Vec<_>, Vec<_>) = (pretty.lines().collect(), better.stdout.lines().collect());
    let weight = |line: &&str| ["baker", "diver", "guide"].iter().any(|id| line.contains(&format!("\"{id}\": ")));
    let rest = |lines: &[&str]| {
        let lines = lines.iter().filter(|line| !weight(line)).map(|line| line.trim_end_matches(','));
        lines.map(str::to_owned).collect::<Vec<_>>()
    };
    assert_eq!(rest(&before), rest(&after));

    let said = say("again", &better.stdout, "lab quiz.json --seed 7 --format json");
    let report: Value = serde_json::from_str(&said.stdout).expect("JSON");
    for career in report["careers"].as_array().expect("a list") {
        let share = career["share"]["coherent"].as_f64().expect("a share");
        assert!((0.19..=0.41).contains(&share), "{career}");
    }
}

#[test]
fn a_band_out_of_reach_fails_and_prints_the_best_nevertheless() {
    let said = say("out", QUIZ, "balance quiz.json --band 0.332..0.334 --limit 2");
    assert_eq!(said.status, 1, "{}", said.stderr);
    assert!(said.stderr.contains("some shares are still outside"), "{}", said.stderr);
    assert!(serde_json::from_str::<Value>(&said.stdout).is_ok());
}
