//! `match`: rankings, reasons and counterfactuals, as JSON and as a table.

#[cfg(target_os = "linux")]
use std::{
    fs,
    io::Write,
    process::{Command, Stdio},
};

use expect_test::expect;
use serde_json::Value;

#[cfg(target_os = "linux")]
use crate::harness::HEADER;
use crate::harness::{Test, rows};

#[test]
fn a_ranking_for_each_row_of_a_file() {
    Test::run("match quiz.json --answers people.csv")
        .quiz()
        .file("people.csv", rows("early,bread|people,3,like\nlate,fish,5,like\n"))
        .says(expect![[r#"
            {"row":0,"line":2,"verdict":"close","ranking":[{"career":"baker","score":6.0,"match":1.0},{"career":"guide","score":2.0,"match":0.4444444444444444},{"career":"diver","score":0.0,"match":0.2222222222222222}]}
            {"row":1,"line":3,"verdict":"close","ranking":[{"career":"diver","score":7.0,"match":1.0},{"career":"baker","score":1.0,"match":0.2857142857142857},{"career":"guide","score":-2.0,"match":0.0}]}
        "#]])
        .done();
}

#[test]
fn only_the_first_ones() {
    Test::run("match quiz.json --answers - --top 1")
        .quiz()
        .stdin(rows("noon,people,1,like\n"))
        .says(expect![[r#"
            {"row":0,"line":2,"verdict":"close","ranking":[{"career":"guide","score":7.0,"match":1.0}]}
        "#]])
        .done();
    let all = |top: &str| {
        let arguments = format!("match quiz.json --answers -{top}");
        Test::run(&arguments).quiz().stdin(rows("noon,people,1,like\n")).says_anything().done()
    };
    assert_eq!(all(" --top 99"), all(""));
}

#[test]
fn reasons_add_up_to_the_score() {
    let said = Test::run("match quiz.json --answers - --reasons")
        .quiz()
        .stdin(rows("early,bread,,like\n"))
        .says(expect![[r#"
            {"row":0,"line":2,"verdict":"close","ranking":[{"career":"baker","score":6.0,"match":1.0,"reasons":{"start":1.6666666666666665,"cards":{"hour":2.0,"likes":1.3333333333333335,"depth":0.0,"flour":1.0}}},{"career":"diver","score":0.0,"match":0.2222222222222222,"reasons":{"start":1.6666666666666665,"cards":{"hour":-1.0,"likes":-0.6666666666666666,"depth":0.0,"flour":0.0}}},{"career":"guide","score":0.0,"match":0.2222222222222222,"reasons":{"start":1.6666666666666665,"cards":{"hour":-1.0,"likes":-0.6666666666666666,"depth":0.0,"flour":0.0}}}],"counterfactual":{"card":"hour","answer":"noon","first":["baker","guide"]}}
        "#]])
        .done();
    let line: Value = serde_json::from_str(&said).expect("a line is JSON");
    for place in line["ranking"].as_array().expect("a list") {
        let number = |value: &Value| value.as_f64().expect("a number");
        let cards = place["reasons"]["cards"].as_object().expect("an object").values().map(number);
        let sum = number(&place["reasons"]["start"]) + cards.sum::<f64>();
        assert!((sum - number(&place["score"])).abs() < 1e-9, "{place}");
    }
}

#[test]
fn a_counterfactual_holds() {
    let rank = |row: &str| {
        let said = Test::run("match quiz.json --answers - --top 1 --reasons").quiz().stdin(rows(row));
        serde_json::from_str::<Value>(&said.says_anything().done()).expect("a line is JSON")
    };
    let said = rank("late,fish,3,like\n");
    expect![[r#"{"card":"hour","answer":"early","first":["baker"]}"#]].assert_eq(&said["counterfactual"].to_string());
    assert_eq!(rank("early,fish,3,like\n")["ranking"][0]["career"], "baker");
}

#[test]
fn rules_keep_careers_out_and_say_why() {
    Test::run("match quiz.json --answers -").quiz().stdin(rows("early,bread,3,pass\n")).says(expect![[r#"
        {"row":0,"line":2,"verdict":"tie","ranking":[{"career":"diver","score":0.0,"match":0.2222222222222222},{"career":"guide","score":0.0,"match":0.2222222222222222}],"excluded":[{"career":"baker","reason":"Bakers live among flour."}]}
    "#]]).done();
}

#[test]
fn nothing_is_ranked_with_a_broken_config() {
    Test::run("match quiz.json --answers -")
        .quiz_but("\"version\": 1", "\"version\": 3")
        .stdin(rows("early,bread,3,like\n"))
        .fails(1)
        .warns(expect![[r#"
            quiz.json: error[unknown-version]: version: line 2, column 14: version 3 is not supported; write `1`, or use a newer career-matcher
        "#]])
        .done();
}

#[test]
fn rankings_as_a_table_with_a_column_of_ones_own() {
    let people = "who,hour,likes,depth,flour\nAda,early,bread,1,like\nBob,late,fish,5,pass\n";
    let test = Test::run("match quiz.json --answers - --format csv --id who --top 2").quiz().stdin(people);
    test.warns(expect![""])
        .says(expect![[r#"
        line,who,verdict,career1,match1,career2,match2
        2,Ada,close,baker,1.0000,guide,0.4444
        3,Bob,clear,diver,1.0000,guide,0.0000
    "#]])
        .done();
    Test::run("match quiz.json --answers - --id name")
        .quiz()
        .stdin(people)
        .fails(1)
        .warns(expect![[r#"
            warning: no card has these ids, so their columns are ignored: `who`
            error: `-`: the header has no column `name`
        "#]])
        .done();
}

/// The peak memory for ranking this many rows, in kilobytes, as the kernel counts it.
#[cfg(target_os = "linux")]
fn peak(count: usize) -> usize {
    use std::io::{BufRead, BufReader};

    let mut child = Command::new(env!("CARGO_BIN_EXE_career-matcher"))
        .args(["match", "tests/fixtures/cli/quiz.json", "--answers", "-", "--reasons"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("the command line starts");
    let output = BufReader::new(child.stdout.take().expect("a pipe"));
    let reader = std::thread::spawn(|| output.lines().count());
    let mut input = child.stdin.take().expect("a pipe");
    input.write_all(HEADER.as_bytes()).expect("it reads");
    let visitor = ["early,bread|people,3,like\n", "late,fish,5,pass\n", "noon,,1,\n"];
    for row in visitor.iter().cycle().take(count) {
        input.write_all(row.as_bytes()).expect("it reads");
    }
    // Everything except the pipe's buffer has been read, and nothing is finished yet.
    let status = fs::read_to_string(format!("/proc/{}/status", child.id())).expect("the kernel tells");
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:")).expect("a peak");
    let peak = line.trim().trim_end_matches(" kB").parse().expect("a number");
    drop(input);
    assert!(child.wait().expect("it ends").success());
    assert_eq!(reader.join().expect("it counts"), count);
    peak
}

#[test]
#[cfg(target_os = "linux")]
fn many_rows_take_no_more_memory_than_few() {
    let (few, many) = (peak(4_000), peak(20_000));
    assert!(many < few + 2_048, "{few} kB for 4,000 rows, {many} kB for 20,000");
}
