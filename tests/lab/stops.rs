//! Early stops: invariants of every quiz, and cases with known figures.

use super::{arithmetic, on, quiz};
use career_matcher::{
    config::{
        Asking,
        model::{Order, Stop},
    },
    lab::{self, StopReport, interview},
    quiz::Quiz,
};
use proptest::prelude::*;
use serde_json::{Value, json};

/// The same quiz with limits of the number of cards.
fn asked_by(quiz: &Quiz, order: Order, (min, max): (usize, usize)) -> Quiz {
    Quiz::new(quiz.config().asked_by(Asking { order, min, max, ..*quiz.config().asking() }))
}

fn default(min: usize, max: usize) -> Quiz {
    let text = std::fs::read_to_string("examples/python-careers.json").expect("the default quiz is there");
    asked_by(&quiz(&text), Order::Fixed, (min, max))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(40))]

    #[test]
    fn certain_is_certain(authored in arithmetic::quizzes(), shuffled in any::<bool>()) {
        let order = if shuffled { Order::Shuffled } else { Order::Fixed };
        let quiz = asked_by(&quiz(&authored.json()), order, (1, usize::MAX));
        let stops = lab::report(&quiz, 5, &mut on).stops;
        let ways: Vec<_> = stops.iter().map(|it| (it.stop, it.order)).collect();
        let (certain, confident) = (Stop::Certain, Stop::Confident);
        prop_assert_eq!(
            ways,
            [(certain, order), (certain, Order::Adaptive), (confident, order), (confident, Order::Adaptive)]
        );
        for it in &stops {
            prop_assert!(it.visitors == 400 && it.asked <= it.of && (0.0..=1.0).contains(&it.saved()), "{:?}", it);
            prop_assert!(it.low <= it.agreement && it.agreement <= it.high, "{:?}", it);
            prop_assert_eq!(it.error.is_some(), it.stop == confident);
            prop_assert!(it.stop == confident || it.agreement == 1.0, "{:?}", it);
        }
        // A certain result is also confident.
        prop_assert!(stops[2].asked <= stops[0].asked && stops[3].asked <= stops[1].asked, "{:?}", stops);
    }
}

#[test]
fn they_are_the_visitors_of_the_report_one_by_one() {
    let quiz = default(2, usize::MAX);
    let stops = lab::report(&quiz, 11, &mut on).stops;
    for it in &stops {
        let asking = Asking { order: it.order, stop: it.stop, ..*quiz.config().asking() };
        let way = Quiz::new(quiz.config().asked_by(asking));
        let told: Vec<_> =
            lab::visitors(&quiz, 11, it.visitors).iter().map(|answers| interview(&way, answers, 0)).collect();
        let asked: usize = told.iter().map(|it| it.asked.len()).sum();
        // The careers that tie for the first place after all cards are first in the list.
        let same = told.iter().filter(|it| it.full[..it.level.1].contains(&it.ranking[0])).count();
        assert_eq!(it.asked, asked as f64 / it.visitors as f64);
        assert_eq!(it.agreement, same as f64 / it.visitors as f64);
    }
    // Every visitor sees every card of it.
    assert!(stops.iter().all(|it| it.of == 8.0 && it.asked < 8.0), "{stops:?}");
}

#[test]
fn a_quiz_that_chooses_its_cards_has_no_second_order() {
    let stops = lab::report(&asked_by(&default(6, 8), Order::Adaptive, (6, 8)), 1, &mut on).stops;
    let ways: Vec<_> = stops.iter().map(|it| (it.stop, it.order)).collect();
    assert_eq!(ways, [(Stop::Certain, Order::Adaptive), (Stop::Confident, Order::Adaptive)]);
}

#[test]
fn bounds_of_the_config_hold() {
    let asked = |min, max| lab::report(&default(min, max), 1, &mut on).stops;
    let exactly = |stops: Vec<StopReport>, cards: f64| {
        assert!(stops.iter().all(|it| it.asked == cards && it.of == 8.0), "{stops:?}");
    };
    exactly(asked(8, usize::MAX), 8.0);
    exactly(asked(3, 3), 3.0);
    assert_eq!(asked(8, usize::MAX)[0].saved(), 0.0);
    // Limited by `max`, even `certain` can be wrong.
    assert!(asked(3, 3)[0].agreement < 1.0);
}

#[test]
fn whoever_is_stopped_says_what_is_known() {
    let quiz = default(6, usize::MAX);
    assert_eq!(lab::report(&quiz, 1, &mut |_| false).stops, []);
    let mut left = 100;
    let stops = lab::report(&quiz, 1, &mut |stage| {
        left -= usize::from(stage.name == "early stops");
        left > 0
    });
    // One call before the first visitor, and one before each of the four interviews of each visitor.
    assert_eq!(stops.stops.iter().map(|it| it.visitors).collect::<Vec<_>>(), [(99 - 1) / 4; 4]);
}

/// Six careers with six scales of their own, with or without a calibration.
fn own_scales(calibration: &Value) -> Quiz {
    let card = |it: usize| {
        json!({
            "id": format!("q{it}"), "kind": "scale", "prompt": "x", "low": "x", "high": "x",
            "points": { format!("c{}", it / 6): 1 },
        })
    };
    let config = json!({
        "version": 1, "title": "x",
        "careers": (0..6).map(|it| json!({ "id": format!("c{it}"), "title": "x" })).collect::<Value>(),
        "cards": (0..36).map(card).collect::<Value>(),
        "flow": { "order": "adaptive", "stop": "confident" },
        "calibration": calibration,
    });
    quiz(&config.to_string())
}

#[test]
fn a_stop_that_states_more_than_it_keeps_is_told_with_the_figures() {
    // A calibration for random answers, without the common factors of the lab's visitors.
    let habit = json!({ "mean": [0], "factors": [[0]], "noise": 0.4 });
    let habits: serde_json::Map<_, _> = (0..36).map(|it| (format!("q{it}"), habit.clone())).collect();
    let wrong = own_scales(&json!({ "answers": 1000, "cards": habits }));
    let told = lab::report(&wrong, 5, &mut on);
    let problem = told.problems.iter().find(|it| it.code() == "overconfident-stop").expect("it is told");
    let words = problem.kind.to_string();
    let stop = told.stops.iter().find(|it| it.stop == Stop::Confident).expect("it was asked");
    for figure in [stop.confidence, stop.agreement] {
        assert!(words.contains(&format!("{:.0} %", 100.0 * figure)), "{words}: {stop:?}");
    }
    assert!(lab::overstatement(&wrong, 1).is_some_and(|it| it.code() == "overconfident-stop"), "at a glance too");
    let right = own_scales(&Value::Null);
    assert!(lab::report(&right, 5, &mut on).problems.iter().all(|it| it.code() != "overconfident-stop"));
    assert_eq!(lab::overstatement(&right, 1), None);
}
