//! The figures of `lab` about early stops, counted again from what `simulate` prints.

use std::fs;

use career_matcher::{
    config::{Audience, load},
    lab,
    quiz::{Quiz, answer_ids},
};
use serde_json::Value;

use crate::{QUIZ, run, say};

/// Who is asked under early stops, as a file for `simulate`.
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

/// The figures of early stops, counted again from what `simulate` says of each visitor.
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
        // Where other careers head the lists, both are first only since they tie.
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
    // Mixed cards, conditions, a rule that keeps out, and a tie-break.
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
