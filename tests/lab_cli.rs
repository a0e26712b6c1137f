//! The output of `lab` and `balance`: every word, every key, every exit code.
//!
//! `UPDATE_EXPECT=1 cargo test --features cli --test lab_cli` rewrites the expected output.

use std::{fs, path::PathBuf, process::Command};

use career_matcher::{
    config::{Audience, load},
    lab,
    quiz::{Quiz, answer_ids},
};
use expect_test::expect;
use serde_json::Value;

const QUIZ: &str = include_str!("fixtures/cli/quiz.json");

/// The output of a call.
struct Said {
    stdout: String,
    stderr: String,
    status: i32,
}

/// Runs the command line in a separate folder, with the text as `quiz.json`.
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

/// The quiz with a fourth career that has fewer points than the baker everywhere.
fn with_a_loser() -> String {
    let quiz = QUIZ.replace(
        r#"{ "id": "guide", "title": "Guide" }"#,
        r#"{ "id": "guide", "title": "Guide" },
    { "id": "helper", "title": "Helper" }"#,
    );
    let quiz = quiz.replace(r#""points": { "baker": 2 }"#, r#""points": { "baker": 2, "helper": 1 }"#);
    // The rule must not exclude its rival.
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
        3 careers, 4 cards; all possible answers counted, seed 7

        Careers, by the share of visitors who get them
          career  reach  uniform  coherent  95 % interval   points
          diver   alone   33.7 %    36.3 %    35.7–37.0 %  −2 to 7
          guide   alone   33.7 %    35.0 %    34.3–35.7 %  −2 to 7
          baker   alone   19.4 %    25.0 %    24.4–25.6 %  −1 to 6

        Cards, by how often another answer changes the winner
          hour   ████████████████████████  63.2 %
          depth  █████████████████         44.7 %
          likes  █████████████▌            35.4 %
          flour  █████████████▍            35.3 %

        Results
          ties       uniform 12.9 %, coherent 3.7 %
          verdicts   clear 17.9 %, close 78.4 %, tie 3.7 %
          flips      43.5 %
          effective  2.96 of 3 careers

        If the quiz stopped early (no card is saved: a quiz of 4 cards never stops before 6)
          stop       order     cards asked  of  saved  same first career  95 % interval  confidence off by
          certain    fixed             4.0   4  0.0 %            100.0 %         proved                  –
          certain    adaptive          4.0   4  0.0 %            100.0 %         proved                  –
          confident  fixed             4.0   4  0.0 %            100.0 %   99.0–100.0 %              0.0 %
          confident  adaptive          4.0   4  0.0 %            100.0 %   99.0–100.0 %              0.0 %

        Every option, card and trait can affect the winner
    "#]]
    .assert_eq(&said.stdout);
    assert_eq!((said.stderr.as_str(), said.status), ("", 0));
}

#[test]
fn keys_for_machines() {
    let said = say("json", QUIZ, "lab quiz.json --seed 7 --format json");
    let report: Value = serde_json::from_str(&said.stdout).expect("JSON");
    let known = [
        "careers",
        "ties",
        "flips",
        "verdicts",
        "effective",
        "stops",
        "dead",
        "cards",
        "exact",
        "visitors",
        "problems",
    ];
    assert_eq!(keys(&report), known);
    for career in report["careers"].as_array().expect("a list") {
        assert_eq!(keys(career), ["id", "reach", "witness", "share", "attainable"]);
        assert_eq!(keys(&career["share"]), ["uniform", "coherent", "low", "high"]);
        assert_eq!(career["attainable"].as_array().map(Vec::len), Some(2));
    }
    assert_eq!(keys(&report["ties"]), ["uniform", "coherent"]);
    assert_eq!(keys(&report["verdicts"]), ["clear", "close", "tie", "band", "none", "nothing"]);
    for stop in report["stops"].as_array().expect("a list") {
        let known = ["stop", "order", "visitors", "asked", "of", "saved", "agreement", "low", "high", "error"];
        assert_eq!(keys(stop), known);
        assert_eq!(stop["error"].is_null(), stop["stop"] == "certain");
    }
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

/// The simulated visitors of early stops, as a file for `simulate`.
fn visitors(quiz: &str, seed: u64, count: usize) -> String {
    let quiz = Quiz::new(load(quiz, Audience::Author).expect("the quiz is fine").config);
    let cards = quiz.config().cards();
    let mut text = cards.iter().map(|card| card.id.as_str()).collect::<Vec<_>>().join(",") + "\n";
    for answers in lab::visitors(&quiz, seed, count) {
        let cells = cards.iter().zip(&answers).map(|(card, answer)| answer_ids(card, *answer).join("|"));
        text += &(cells.collect::<Vec<_>>().join(",") + "\n");
    }
    text
}

/// Recomputes the figures of early stops from the output of `simulate`.
fn recount(name: &str, quiz: &str) {
    let report: Value =
        serde_json::from_str(&say(name, quiz, "lab quiz.json --seed 9 --format json").stdout).expect("JSON");
    let stops = report["stops"].as_array().expect("a list");
    assert!(!stops.is_empty() && stops.iter().any(|it| it["saved"].as_f64() > Some(0.0)), "{stops:?}");
    let count = stops[0]["visitors"].as_u64().expect("a number") as usize;
    let (_, folder) = run(name, quiz, "schema");
    fs::write(folder.join("a.csv"), visitors(quiz, 9, count)).expect("a file");
    // Cards and agreement of every visitor, and the summary.
    let played = |flags: &str| {
        let (said, _) = run(name, quiz, &format!("simulate quiz.json --answers a.csv --seed 9 {flags}"));
        assert_eq!((said.stderr.as_str(), said.status), ("", 0));
        let mut lines: Vec<Value> = said.stdout.lines().map(|line| serde_json::from_str(line).expect("JSON")).collect();
        let summary = lines.pop().expect("a summary")["summary"].take();
        assert_eq!(lines.len(), count);
        let asked: usize = lines.iter().map(|it| it["asked"].as_array().expect("a list").len()).sum();
        let same = |it: &&Value| it["rankingIds"][0] == it["fullRankingIds"][0];
        let agrees = |it: &&Value| it["agrees"] == true;
        // If different careers head the lists, both are first only because of a tie.
        let tied = |it: &Value| it["ties"]["early"] == true || it["ties"]["full"] == true;
        assert!(lines.iter().filter(same).all(|it| agrees(&it)));
        assert!(lines.iter().filter(agrees).all(|it| same(&it) || tied(it)));
        let same = lines.iter().filter(agrees).count();
        (asked as f64 / count as f64, same, summary)
    };
    let near = |value: &Value, expected: f64| (value.as_f64().expect("a number") - expected).abs() < 1e-12;
    let (of, _, _) = played("--stop none --order fixed");
    for stop in stops {
        let order = stop["order"].as_str().expect("an order");
        let kind = stop["stop"].as_str().expect("a stop");
        let (asked, same, summary) = played(&format!("--stop {kind} --order {order}"));
        let (low, high) = lab::wilson(same, count);
        let expected = [
            ("asked", asked),
            ("of", of),
            ("saved", 1.0 - asked / of),
            ("agreement", same as f64 / count as f64),
            ("low", low),
            ("high", high),
        ];
        for (key, expected) in expected {
            assert!(near(&stop[key], expected), "{key} {expected}: {stop}");
        }
        assert!(stop["error"].is_null() || stop["error"] == summary["ece"], "{stop} {summary}");
    }
    fs::remove_dir_all(folder).expect("a folder can be removed");
}

#[test]
fn early_stops_save_what_simulate_saves() {
    recount("recount", &fs::read_to_string("examples/python-careers.json").expect("the default quiz is there"));
    // Shuffled cards, conditions, an excluding rule, and a tie-break.
    let quiz = QUIZ
        .replace(r#""matching":"#, r#""flow": { "order": "shuffled", "min": 1, "confidence": 0.7 }, "matching":"#)
        .replace(r#""id": "depth","#, r#""id": "depth", "when": { "card": "likes", "is": "fish" },"#)
        .replace(
            r#""points": { "baker": 1 } }"#,
            r#""points": { "baker": 1 } },
    {
      "id": "last",
      "kind": "single",
      "prompt": "If you had to?",
      "tieBreak": true,
      "options": [
        { "id": "b", "label": "Bake", "points": { "baker": 1 } },
        { "id": "d", "label": "Dive", "points": { "diver": 1 } },
        { "id": "g", "label": "Guide", "points": { "guide": 1 } }
      ]
    }"#,
        );
    recount("mixed", &quiz);
}

#[test]
fn where_nothing_can_be_saved_it_says_so() {
    let said = say("nothing", QUIZ, "lab quiz.json --seed 7");
    assert!(
        said.stdout.contains("(no card is saved: a quiz of 4 cards never stops before 6)"),
        "{}",
        said.stdout
    );
    let said = say("late", QUIZ, "lab quiz.json --limit 0");
    assert!(said.stdout.contains("If the quiz stopped early (not measured within"), "{}", said.stdout);
}

#[test]
fn what_was_not_measured_is_not_told() {
    let said = say("unmeasured", QUIZ, "lab quiz.json --limit 0 --format json");
    let report: Value = serde_json::from_str(&said.stdout).expect("JSON");
    for career in report["careers"].as_array().expect("a list") {
        assert_eq!(career["reach"], "unknown");
        assert!(career["share"].as_object().expect("an object").values().all(Value::is_null), "{career}");
    }
    for key in ["flips", "verdicts", "effective"] {
        assert!(report[key].is_null(), "{key}: {}", report[key]);
    }
    assert!(report["ties"].as_object().expect("an object").values().all(Value::is_null));
    assert!(report["cards"].as_array().expect("a list").iter().all(|card| card["power"].is_null()));
    assert!(report["dead"]["options"].is_null(), "{}", report["dead"]);
    assert_eq!(report["problems"].as_array().map(Vec::len), Some(0));
    assert_eq!(report["visitors"], serde_json::json!({ "uniform": 0, "coherent": 0 }));

    let (said, folder) = run("unmeasured-page", QUIZ, "lab quiz.json --limit 0 --html page.html");
    let page = fs::read_to_string(folder.join("page.html")).expect("a page");
    fs::remove_dir_all(folder).expect("a folder can be removed");
    expect![[r#"
        Which one?
        3 careers, 4 cards; no visitors, seed 1
        Not measured within the time limit: figures of random visitors, flips, figures of coherent visitors, early stops, the reach of some careers, items without effect

        Careers, by the share of visitors who get them
          career  reach    uniform  coherent  95 % interval   points
          baker   unknown        –         –              –  −1 to 6
          diver   unknown        –         –              –  −2 to 7
          guide   unknown        –         –              –  −2 to 7

        Cards, by how often another answer changes the winner
          hour     –
          likes    –
          depth    –
          flour    –

        Results
          ties       uniform –, coherent –
          verdicts   –
          flips      –
          effective  –

        If the quiz stopped early (not measured within the time limit)

        Items without effect on the winner were not searched within the time limit
    "#]].assert_eq(&said.stdout);
    for word in ["0.0\u{a0}%", "get a clear result", "can make a difference", "comes first most often", "NaN"] {
        assert!(!page.contains(word), "the page tells `{word}`");
    }
    assert!(page.contains("Not measured within the time limit"));
}

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
fn a_career_that_never_wins_alone_fails() {
    let said = say("loser", &with_a_loser(), "lab quiz.json --seed 7");
    assert!(said.stdout.contains("helper  "), "{}{}", said.stdout, said.stderr);
    assert!(said.stdout.contains("warning[") && !said.stdout.contains('\u{1b}'), "colours are for terminals");
    assert_eq!(said.status, 1, "{}{}", said.stdout, said.stderr);
}

#[test]
fn a_broken_config_or_call_is_told() {
    let said = say("broken", "{}", "lab quiz.json");
    assert_eq!((said.stdout.as_str(), said.status), ("", 1));
    assert!(said.stderr.contains("error["), "{}", said.stderr);
    assert_eq!(say("limit", QUIZ, "lab quiz.json --limit soon").status, 2);
    assert_eq!(say("band", QUIZ, "balance quiz.json --band 0.3..0.2").status, 2);
    assert_eq!(say("page", QUIZ, "lab quiz.json --html no/such/folder.html").status, 1);
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
    for word in [
        "When are you at your best?",
        "Guide",
        "<table",
        "<svg",
        "prefers-color-scheme",
        "seed 7",
        "If the quiz stopped early",
    ] {
        assert!(page.contains(word), "the page lacks `{word}`");
    }
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
          baker   25.0 %  25.0 %
          diver   36.3 %  36.3 %
          guide   35.0 %  35.0 %

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
