//! What `lab` prints and writes: tables, JSON and the page.

use std::fs;

use expect_test::expect;
use serde_json::Value;

use crate::{QUIZ, keys, run, say};

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
          guide   alone   33.7 %    35.8 %    35.1–36.5 %  −2 to 7
          diver   alone   33.7 %    35.4 %    34.7–36.0 %  −2 to 7
          baker   alone   19.4 %    25.4 %    24.8–26.0 %  −1 to 6

        Cards, by how often another answer changes the winner
          hour   ████████████████████████  63.2 %
          depth  █████████████████         44.7 %
          likes  █████████████▌            35.4 %
          flour  █████████████▍            35.3 %

        Results
          ties       uniform 12.9 %, coherent 3.5 %
          verdicts   clear 18.1 %, close 78.4 %, tie 3.5 %
          flips      43.5 %
          effective  2.97 of 3 careers

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
