//! `lab` and `balance` as people meet them: every word, every key, every exit code.
//!
//! `UPDATE_EXPECT=1 cargo test --features cli --test lab_cli` rewrites what is expected.

use std::{fs, path::PathBuf, process::Command};

use expect_test::expect;
use serde_json::Value;

const QUIZ: &str = include_str!("fixtures/cli/quiz.json");

/// What came out of a call.
struct Said {
    stdout: String,
    stderr: String,
    status: i32,
}

/// Runs the command line in a folder of its own, where the text lies as `quiz.json`.
fn run(name: &str, quiz: &str, arguments: &str) -> (Said, PathBuf) {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(format!("lab-{}-{name}", std::process::id()));
    fs::create_dir_all(&folder).expect("a folder can be made");
    fs::write(folder.join("quiz.json"), quiz).expect("a file can be written");
    let output = Command::new(env!("CARGO_BIN_EXE_career-matcher"))
        .args(arguments.split(' '))
        .current_dir(&folder)
        .output()
        .expect("the command line runs");
    let text = |bytes| String::from_utf8(bytes).expect("it speaks UTF-8");
    let status = output.status.code().expect("it ends by itself");
    (Said { stdout: text(output.stdout), stderr: text(output.stderr), status }, folder)
}

fn say(name: &str, quiz: &str, arguments: &str) -> Said {
    let (said, folder) = run(name, quiz, arguments);
    fs::remove_dir_all(folder).expect("a folder can be removed");
    said
}

fn keys(value: &Value) -> Vec<&str> {
    value.as_object().expect("an object").keys().map(String::as_str).collect()
}

/// The quiz with a fourth career that has less of everything than the baker.
fn with_a_loser() -> String {
    let quiz = QUIZ.replace(
        r#"{ "id": "guide", "title": "Guide" }"#,
        r#"{ "id": "guide", "title": "Guide" },
    { "id": "helper", "title": "Helper" }"#,
    );
    let quiz = quiz.replace(r#""points": { "baker": 2 }"#, r#""points": { "baker": 2, "helper": 1 }"#);
    // Its rival must not be kept out by the rule.
    let from = quiz.find("\"exclude\"").expect("a rule");
    let to = from + quiz[from..].find("}]").expect("its end") + 2;
    let start = quiz[..from].rfind(',').expect("a field before it");
    format!("{}{}", &quiz[..start], &quiz[to..])
}

#[test]
fn tables_for_people() {
    let said = say("text", QUIZ, "lab quiz.json --seed 7");
    expect![[r#"
        Which one?
        3 careers, 4 cards; all ways to answer counted, seed 7

        Careers, by the share of visitors who get them
          career  reach  uniform  coherent  95 % interval   points
          diver   alone   33.7 %    36.3 %    35.7–37.0 %  −2 to 7
          guide   alone   33.7 %    35.0 %    34.3–35.7 %  −2 to 7
          baker   alone   19.4 %    25.0 %    24.4–25.6 %  −1 to 6

        Cards, by how often another answer changes the winner
          hour   ████████████████████████  63.2 %
          depth  ████████████████▉         44.6 %
          likes  █████████████▌            35.4 %
          flour  █████████████▍            35.3 %

        Results
          ties       uniform 13.1 %, coherent 3.7 %
          verdicts   clear 17.9 %, close 78.4 %, tie 3.7 %
          flips      44.6 %
          effective  2.96 of 3 careers

        Nothing is without effect on who wins
    "#]]
    .assert_eq(&said.stdout);
    assert_eq!((said.stderr.as_str(), said.status), ("", 0));
}

#[test]
fn keys_for_machines() {
    let said = say("json", QUIZ, "lab quiz.json --seed 7 --format json");
    let report: Value = serde_json::from_str(&said.stdout).expect("JSON");
    let known = ["careers", "ties", "flips", "verdicts", "effective", "dead", "cards", "exact", "problems"];
    assert_eq!(keys(&report), known);
    for career in report["careers"].as_array().expect("a list") {
        assert_eq!(keys(career), ["id", "reach", "witness", "share", "attainable"]);
        assert_eq!(keys(&career["share"]), ["uniform", "coherent", "low", "high"]);
        assert_eq!(career["attainable"].as_array().map(Vec::len), Some(2));
    }
    assert_eq!(keys(&report["ties"]), ["uniform", "coherent"]);
    assert_eq!(keys(&report["verdicts"]), ["clear", "close", "tie", "band", "none"]);
    assert_eq!(keys(&report["dead"]), ["options", "cards", "traits"]);
    assert_eq!(keys(&report["cards"][0]), ["id", "power"]);
    assert_eq!(report["exact"], true);
}

#[test]
fn a_witness_wins_when_it_is_played() {
    let said = say("witness", QUIZ, "lab quiz.json --format json");
    let report: Value = serde_json::from_str(&said.stdout).expect("JSON");
    for career in report["careers"].as_array().expect("a list") {
        let id = career["id"].as_str().expect("an id");
        let witness = career["witness"].as_object().expect("answers");
        let cells: Vec<_> = witness.values().map(|cell| cell.as_str().expect("a cell")).collect();
        let header: Vec<_> = witness.keys().map(String::as_str).collect();
        let (_, folder) = run(&format!("played-{id}"), QUIZ, "schema");
        fs::write(folder.join("a.csv"), format!("{}\n{}\n", header.join(","), cells.join(","))).expect("a file");
        let (played, folder) = run(&format!("played-{id}"), QUIZ, "match quiz.json --answers a.csv");
        fs::remove_dir_all(folder).expect("a folder can be removed");
        let row: Value = serde_json::from_str(&played.stdout).expect("JSON");
        assert_eq!(row["ranking"][0]["career"], id, "{witness:?}");
        assert_ne!(row["ranking"][0]["score"], row["ranking"][1]["score"], "{witness:?}");
    }
}

#[test]
fn a_career_that_never_wins_alone_fails() {
    let said = say("loser", &with_a_loser(), "lab quiz.json --seed 7");
    assert!(said.stdout.contains("helper  "), "{}{}", said.stdout, said.stderr);
    assert_eq!(said.status, 1, "{}{}", said.stdout, said.stderr);
}

#[test]
fn a_broken_config_or_call_is_told() {
    let said = say("broken", "{}", "lab quiz.json");
    assert_eq!((said.stdout.as_str(), said.status), ("", 1));
    assert!(said.stderr.contains("error["), "{}", said.stderr);
    assert_eq!(say("limit", QUIZ, "lab quiz.json --limit soon").status, 2);
    assert_eq!(say("band", QUIZ, "balance quiz.json --band 0.3..0.2").status, 2);
    assert_eq!(say("page", QUIZ, "lab quiz.json --html no/such/folder.html").status, 2);
}

#[test]
fn a_page_that_needs_nothing_else() {
    let quiz = QUIZ.replace("\"Baker\"", "\"<script>alert(1)</script> & Co\"");
    let (said, folder) = run("html", &quiz, "lab quiz.json --seed 7 --html page.html");
    let page = fs::read_to_string(folder.join("page.html")).expect("a page");
    fs::remove_dir_all(folder).expect("a folder can be removed");
    assert_eq!(said.status, 0, "{}", said.stderr);
    assert!(page.contains("&lt;script&gt;alert(1)&lt;/script&gt; &amp; Co"));
    for word in ["<script", "http:", "https:", "url(", "@import", " style=", " src=", "NaN", "inf%"] {
        assert!(!page.contains(word), "the page has `{word}`");
    }
    for word in ["When are you at your best?", "Guide", "<table", "<svg", "prefers-color-scheme", "seed 7"] {
        assert!(page.contains(word), "the page lacks `{word}`");
    }
}

#[test]
fn balancing_changes_weights_and_nothing_else() {
    let pretty: Value = serde_json::from_str(QUIZ).expect("JSON");
    let pretty = serde_json::to_string_pretty(&pretty).expect("JSON") + "\n";
    let same = say("same", QUIZ, "balance quiz.json --band 0..1");
    assert_eq!((same.stdout.as_str(), same.status), (pretty.as_str(), 0), "{}", same.stderr);

    let better = say("better", QUIZ, "balance quiz.json --band 0.2..0.4 --seed 7");
    assert_eq!(better.status, 0, "{}", better.stderr);
    expect![[r#"
          career  before   after
          baker   25.0 %  25.0 %
          diver   36.3 %  36.3 %
          guide   35.0 %  35.0 %

        0 weight changes; all shares lie in 20.0 % to 40.0 %
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
    let said = say("out", QUIZ, "balance quiz.json --band 0.9..1 --limit 2");
    assert_eq!(said.status, 1, "{}", said.stderr);
    assert!(said.stderr.contains("not all shares"), "{}", said.stderr);
    assert!(serde_json::from_str::<Value>(&said.stdout).is_ok());
}
