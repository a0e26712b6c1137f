//! Small quizzes with known results.

use super::{on, quiz};
use career_matcher::lab::{self, Reach, Stage};
use serde_json::{Value, json};

/// A quiz with points of careers a, b, c by card and option.
fn points(score: &str, careers: &[&str], cards: Value) -> String {
    let careers: Value = careers.iter().map(|id| json!({ "id": id, "title": id })).collect();
    let cards: Value = cards
        .as_array()
        .expect("cards are a list")
        .iter()
        .enumerate()
        .map(|(card, options)| {
            let options: Value = options
                .as_array()
                .expect("options are a list")
                .iter()
                .enumerate()
                .map(|(at, points)| json!({ "id": format!("o{at}"), "label": "x", "points": points }))
                .collect();
            json!({ "id": format!("q{card}"), "kind": "single", "prompt": "x", "options": options })
        })
        .collect();
    let matching = json!({ "score": score });
    json!({ "version": 1, "title": "x", "careers": careers, "cards": cards, "matching": matching }).to_string()
}

fn codes(json: &str) -> Vec<(String, &'static str)> {
    let report = lab::report(&quiz(json), 1, &mut on);
    report.problems.iter().map(|it| (it.path.to_string(), it.code())).collect()
}

fn has(json: &str, path: &str, code: &str) -> bool {
    let found = codes(json);
    found.iter().any(|it| it.0 == path && it.1 == code) || panic!("no {code} at {path}: {found:?}")
}

#[test]
fn a_dominated_career_is_never_first() {
    let json = points("raw", &["a", "b", "c"], json!([[{"a": 2, "b": 1}, {"c": 2}], [{"a": 1}, {"c": 1, "a": 1}]]));
    assert!(has(&json, "careers[1]", "dominated-career"));
    // One cause, one finding.
    assert!(!codes(&json).iter().any(|it| it.1 == "unreachable-career"));
    assert_eq!(lab::proofs(&quiz(&json), &mut on)[1], Reach::Never);
}

#[test]
fn a_career_that_is_only_ever_level_with_others() {
    let json = points(
        "raw",
        &["a", "b", "c"],
        json!([[{"a": 2}, {"b": 2}, {"a": 1, "b": 1, "c": 1}], [{"a": 1}, {"b": 1}, {"c": 0}]]),
    );
    assert!(has(&json, "careers[2]", "tie-only-career"));
    assert!(matches!(lab::proofs(&quiz(&json), &mut on)[2], Reach::Tie(_)));
}

/// A third career leads halfway between two others; but halfway means no answer, and then nothing is recommended.
#[test]
fn a_career_that_leads_before_any_answer_is_never_recommended() {
    let json = points("raw", &["a", "b", "c"], json!([[{"a": 3, "c": 1.6}, {"b": 3, "c": 1.6}]]));
    let mut open: Value = serde_json::from_str(&json).expect("it is JSON");
    open["cards"][0]["required"] = json!(false);
    let json = open.to_string();
    assert!(has(&json, "careers[2]", "unreachable-career"));
    let report = lab::report(&quiz(&json), 1, &mut on);
    // Two options and "not sure" have a probability of one third each.
    let told: Vec<_> = report.careers.iter().map(|it| it.share.uniform.expect("it was measured")).collect();
    assert!(told[0] > 0.33 && told[0] < 0.34 && told[1] == told[0] && told[2] == 0.0, "{told:?}");
    assert_eq!(report.ties.uniform, Some(0.0));
    assert_eq!(report.careers[2].share.coherent.expect("it was measured").share, 0.0);
    for proofs in [lab::proofs(&quiz(&json), &mut on), lab::programmed(&quiz(&json), &mut on)] {
        assert!(matches!(proofs[..], [Reach::Sole(_), Reach::Sole(_), Reach::Never]), "{proofs:?}");
    }
}

#[test]
fn twins_are_named() {
    let json = points("raw", &["a", "b", "c"], json!([[{"a": 2, "b": 2}, {"c": 1}]]));
    assert!(has(&json, "careers[0]", "twin-careers"));
    assert_eq!(codes(&json).iter().filter(|it| it.1 == "twin-careers").count(), 1, "a group once");
}

#[test]
fn a_card_that_never_matters_and_an_option_that_never_decides() {
    let json = points("raw", &["a", "b"], json!([[{"a": 9}, {"b": 9}], [{"a": 1}, {"b": 1}]]));
    assert!(has(&json, "cards[1]", "dead-card"));
    // An option without points, such as "neither", is intended as a baseline.
    let small = points("raw", &["a", "b"], json!([[{"a": 9}, {"b": 1}], [{"a": 0.5}, {"b": 10}, {}]]));
    let dead: Vec<_> = codes(&small).into_iter().filter(|it| it.1.starts_with("dead")).collect();
    assert_eq!(dead, [("cards[1].options[0]".to_owned(), "dead-option")]);
}

#[test]
fn unequal_points_are_told() {
    let json = points("raw", &["a", "b"], json!([[{"a": 9}, {"b": 3}]]));
    assert!(has(&json, "matching.score", "unequal-points"));
    let even = points("attainable", &["a", "b"], json!([[{"a": 9}, {"b": 3}]]));
    assert!(!codes(&even).iter().any(|it| it.1 == "unequal-points"));
    let report = lab::report(&quiz(&even), 1, &mut on);
    assert_eq!((report.careers[0].attainable, report.careers[1].attainable), ((0.0, 9.0), (0.0, 3.0)));
}

/// The number of parts of the lab's work; each part asks once more after a "no".
const PARTS: usize = 8;

#[test]
fn it_stops_when_told_to() {
    let text = std::fs::read_to_string("examples/python-careers.json").expect("the default quiz is there");
    for last in [0, 1, 30, 90] {
        let mut asked = 0;
        let mut ask = |_: Stage| {
            asked += 1;
            asked <= last
        };
        lab::report(&quiz(&text), 1, &mut ask);
        assert!(asked <= last + PARTS, "asked {asked} times, {last} answered with yes");
    }
}

#[test]
fn intervals_cover_the_true_share_as_often_as_they_say() {
    let json = points("raw", &["a", "b", "c"], json!([[{"a": 2}, {"b": 2}, {"c": 1}], [{"a": 1, "b": 1}, {"c": 2}]]));
    let quiz = quiz(&json);
    let shares = |seed: u64| lab::report(&quiz, seed, &mut on).careers.iter().map(|it| it.share).collect::<Vec<_>>();
    let runs: Vec<_> = (0..200).map(shares).collect();
    for career in 0..3 {
        // The mean of 4,000,000 visitors approximates the true share.
        let told = |run: &Vec<lab::Shares>| run[career].coherent.expect("it was measured");
        let truth = runs.iter().map(|run| told(run).share).sum::<f64>() / runs.len() as f64;
        let covered = runs.iter().filter(|run| told(run).low <= truth && truth <= told(run).high).count();
        assert!((180..=199).contains(&covered), "career {career}: {covered} of 200");
    }
}

#[test]
fn a_balanced_quiz_is_what_was_promised() {
    let cards = json!([
        [{"a": 5}, {"b": 2}, {"c": 2}], [{"a": 4, "b": 1}, {"b": 2}, {"c": 2}], [{"a": 3}, {"b": 2}, {"c": 3}]
    ]);
    let json = points("raw", &["a", "b", "c"], cards);
    let balanced = lab::balance(&quiz(&json), (0.28, 0.4), 5, &mut on);
    assert!(balanced.reached && !balanced.changes.is_empty(), "{balanced:?}");
    let mut better: Value = serde_json::from_str(&json).expect("it is JSON");
    for change in &balanced.changes {
        let row = change.row.expect("an option");
        let career = ["a", "b", "c"][change.career];
        let points = &mut better["cards"][change.card]["options"][row]["points"];
        assert_eq!(points[career].as_f64().unwrap_or(0.0), change.from);
        points[career] = json!(change.to);
    }
    let report = lab::report(&quiz(&better.to_string()), 5, &mut on);
    let shares: Vec<_> = report.careers.iter().map(|it| it.share.coherent.expect("it was measured").share).collect();
    assert!(shares.iter().zip(&balanced.after).all(|(a, b)| (a - b).abs() < 1e-9), "{shares:?} {balanced:?}");
    let hopeless = lab::balance(&quiz(&json), (0.34, 0.34), 5, &mut |stage| stage.done < 0.9);
    assert!(!hopeless.reached);
}
