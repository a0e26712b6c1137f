//! The time of the matcher in a browser, with 1,000 careers and 60 cards.

use career_matcher::{
    config::{Audience, load},
    matcher::{Answer, Answers, Matcher},
};
use serde_json::{Value, json};
use std::hint::black_box;

const CAREERS: usize = 1_000;
const CARDS: usize = 60;
const ROUNDS: usize = 5_000;

pub fn of_one_answer() -> String {
    let option = |card: usize, option: usize| {
        let points = |career: usize| json!(((card * 31 + option * 17 + career * 13) % 101) as f64 / 10.0 - 5.0);
        let points = (0..CAREERS).map(|career| (format!("c{career}"), points(career)));
        json!({ "id": format!("o{option}"), "label": "x", "points": Value::Object(points.collect()) })
    };
    let card = |card: usize| {
        let options: Value = (0..5).map(|it| option(card, it)).collect();
        json!({ "id": format!("q{card}"), "kind": "single", "prompt": "x", "options": options })
    };
    let careers: Value = (0..CAREERS).map(|it| json!({ "id": format!("c{it}"), "title": "x" })).collect();
    let cards: Value = (0..CARDS).map(card).collect();
    let quiz = json!({ "version": 1, "title": "x", "careers": careers, "cards": cards }).to_string();
    let matcher = match load(&quiz, Audience::Author) {
        Ok(loaded) => Matcher::new(&loaded.config),
        Err(problems) => return format!("{problems:?}"),
    };
    let mut answers: Answers = (0..CARDS).map(|card| Some(Answer::one(card * 7 % 5))).collect();
    let mut time = |what: &str, mut work: Box<dyn FnMut(&Answers)>| {
        let start = js_sys::Date::now();
        for round in 0..ROUNDS {
            answers[round % CARDS] = Some(Answer::one(round % 5));
            work(&answers);
        }
        format!("{what} {:.4} ms", (js_sys::Date::now() - start) / ROUNDS as f64)
    };
    let (a, b) = (matcher.clone(), matcher);
    [
        time("all scores", Box::new(move |answers| drop(black_box(a.scores(&a.flow().resolve(answers)))))),
        time("ranking", Box::new(move |answers| drop(black_box(b.rank(answers))))),
    ]
    .join(", ")
}

/// The time of an adaptive quiz after an answer: for item selection, and for the confidence.
pub fn of_adaptive() -> String {
    super::flows::all().iter().map(pace_of).collect::<Vec<_>>().join("; ")
}

fn pace_of(case: &super::flows::Case) -> String {
    let quiz = match case.quiz() {
        Ok(quiz) => quiz,
        Err(words) => return words,
    };
    let mut visit = super::flows::Visit::new(&quiz, case);
    let mut time = |work: &mut dyn FnMut(&mut super::flows::Visit)| {
        let start = js_sys::Date::now();
        let mut rounds = 0;
        // Long enough for a clock with a resolution of milliseconds.
        while rounds < 3 || js_sys::Date::now() - start < 400.0 {
            visit.answer(rounds);
            work(&mut visit);
            rounds += 1;
        }
        (js_sys::Date::now() - start) / rounds as f64
    };
    let next = time(&mut |visit| _ = black_box(visit.next()));
    let sure = time(&mut |visit| _ = black_box(visit.confidence()));
    format!("{}: next card {next:.4} ms, confidence {sure:.4} ms", case.name)
}

/// The time of the whole lab: the default quiz over all answer paths, and 40 cards by 29 careers with every career
/// decided.
#[cfg(feature = "lab")]
pub fn of_the_lab() -> String {
    use career_matcher::{lab, quiz::Quiz};

    let large = {
        let points = |card: usize, option: usize| {
            let counted = (0..29usize)
                .filter(|career| ((card * 31 + option * 17 + career * 13) * 2_654_435 % 1_009).is_multiple_of(6));
            Value::Object(
                counted.map(|career| (format!("c{career}"), json!(1 + (card + option + career) % 5))).collect(),
            )
        };
        let option = |card, it| json!({ "id": format!("o{it}"), "label": "x", "points": points(card, it) });
        let card = |card: usize| {
            let options: Value = (0..5).map(|it| option(card, it)).collect();
            json!({ "id": format!("q{card}"), "kind": "single", "prompt": "x", "options": options })
        };
        let careers: Value = (0..29).map(|it| json!({ "id": format!("c{it}"), "title": "x" })).collect();
        json!({ "version": 1, "title": "x", "careers": careers, "cards": (0..40).map(card).collect::<Value>() })
            .to_string()
    };
    let time = |name: &str, text: &str| match load(text, Audience::Author) {
        Ok(loaded) => {
            let quiz = Quiz::new(loaded.config);
            let start = js_sys::Date::now();
            let report = lab::report(&quiz, 1, &mut |_| true);
            let open = report.careers.iter().filter(|career| career.reach == lab::Reach::Unknown).count();
            format!("{name} {:.0} ms, {open} careers undecided", js_sys::Date::now() - start)
        }
        Err(problems) => format!("{problems:?}"),
    };
    let default = include_str!("../../examples/python-careers.json");
    format!("{}; {}", time("default quiz", default), time("40 cards by 29 careers", &large))
}
