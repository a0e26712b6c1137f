//! An unmeasured figure is not reported: neither as a figure nor as a finding.

use super::{on, quiz};
use career_matcher::lab::{self, Reach, Stage};
use serde_json::{Value, json};

/// Careers with scales of their own, too many to enumerate all paths.
fn large(careers: usize, cards: usize) -> String {
    let ids: Value = (0..careers).map(|it| json!({ "id": format!("c{it}"), "title": "x" })).collect();
    let card = |card: usize| {
        let points = |it: usize| (it * 2_654_435_761 + (card + 1) * (it + 3) * 40_503) / 128 % 11;
        let points = (0..careers).map(|it| (format!("c{it}"), json!(points(it))));
        let points = Value::Object(points.collect());
        json!({ "id": format!("q{card}"), "kind": "scale", "prompt": "x", "low": "x", "high": "x", "points": points })
    };
    let cards: Value = (0..cards).map(card).collect();
    json!({ "version": 1, "title": "x", "careers": ids, "cards": cards }).to_string()
}

#[test]
fn without_time_nothing_is_told() {
    for json in [large(60, 20), std::fs::read_to_string("examples/python-careers.json").expect("the default quiz")] {
        let report = lab::report(&quiz(&json), 1, &mut |_| false);
        let careers = &report.careers;
        assert!(careers.iter().all(|it| it.share == lab::Shares::default() && it.reach == Reach::Unknown));
        assert!(report.cards.iter().all(|it| it.power.is_none()));
        assert_eq!((report.ties, report.flips, report.verdicts), (lab::Shares::default(), None, None));
        assert_eq!((report.effective, report.stops.len()), (None, 0));
        assert!(!report.exact && report.dead.cards.is_empty() && report.dead.traits.is_empty());
        let uneven = report.problems.iter().filter(|it| it.code() == "uneven-shares").count();
        assert_eq!(uneven, 0, "{:?}", report.problems);
    }
}

/// Continues until a part of the work has asked this often.
fn cut(name: &'static str, after: usize) -> impl FnMut(Stage) -> bool {
    let mut asked = 0;
    move |stage: Stage| {
        asked += usize::from(stage.name == name);
        stage.name != name || asked <= after
    }
}

#[test]
fn a_part_that_was_cut_is_missing_and_the_others_are_there() {
    let quiz = quiz(&large(60, 20));
    let report = lab::report(&quiz, 1, &mut cut("random answers", 2));
    assert!(report.careers.iter().all(|it| it.share.uniform.is_none() && it.share.coherent.is_some()));
    assert!(report.flips.is_none() && report.cards.iter().all(|it| it.power.is_none()));
    assert!(report.verdicts.is_some() && report.effective.is_some() && !report.stops.is_empty());

    let report = lab::report(&quiz, 1, &mut cut("coherent visitors", 1));
    assert!(report.careers.iter().all(|it| it.share.uniform.is_some() && it.share.coherent.is_none()));
    assert!(report.flips.is_some() && report.verdicts.is_none() && report.effective.is_none());
    assert!(report.problems.iter().all(|it| it.code() != "uneven-shares"), "{:?}", report.problems);

    let report = lab::report(&quiz, 1, &mut cut("early stops", 0));
    assert_eq!(report.stops, []);
    assert!(report.careers.iter().all(|it| it.reach != Reach::Unknown));
}

#[test]
fn what_is_without_effect_is_open_where_it_was_not_looked_at() {
    let text = std::fs::read_to_string("examples/python-careers.json").expect("the default quiz is there");
    let report = lab::report(&quiz(&text), 1, &mut cut("options", 0));
    assert!(report.dead.open.options && !report.dead.open.cards, "{:?}", report.dead);
    let report = lab::report(&quiz(&text), 1, &mut cut("changes of an answer", 1));
    assert!(report.dead.open.cards && report.flips.is_none(), "{:?}", report.dead);
    assert_eq!(lab::report(&quiz(&text), 1, &mut on).dead.open, lab::Open::default());
}

#[test]
fn a_share_is_uneven_only_where_its_interval_says_so() {
    let quiz = quiz(&large(60, 20));
    for after in [300, 500, usize::MAX] {
        let report = lab::report(&quiz, 3, &mut cut("coherent visitors", after));
        let fair = 1.0 / report.careers.len() as f64;
        for (career, it) in report.careers.iter().enumerate() {
            let path = format!("careers[{career}]");
            let told = report.problems.iter().any(|it| it.code() == "uneven-shares" && it.path.to_string() == path);
            let share = it.share.coherent.expect("it was measured");
            let sole = matches!(it.reach, Reach::Sole(_));
            assert_eq!(told, sole && share.high < fair / 3.0, "{path}: {share:?} after {after}");
        }
    }
}

#[test]
fn a_card_that_nobody_is_asked_has_no_power() {
    let option = |id: &str, points: Value| json!({ "id": id, "label": "x", "points": points });
    let card = |id: &str| {
        let options = json!([option("a", json!({ "a": 1 })), option("b", json!({ "b": 1 }))]);
        json!({ "id": id, "kind": "single", "prompt": "x", "options": options })
    };
    let mut last = card("last");
    last["tieBreak"] = json!(true);
    let careers = json!([{ "id": "a", "title": "x" }, { "id": "b", "title": "x" }]);
    let text = json!({ "version": 1, "title": "x", "careers": careers, "cards": [card("q"), last] }).to_string();
    let power: Vec<_> = lab::report(&quiz(&text), 1, &mut on).cards.iter().map(|it| it.power).collect();
    assert_eq!(power, [Some(1.0), None]);
}
