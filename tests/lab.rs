//! The lab compared with brute force over all paths through small random quizzes, and with hand-made cases.

#[allow(dead_code, unused_imports, reason = "the matcher's tests use the rest of it")]
mod arithmetic;
#[path = "lab/brute.rs"]
mod brute;
#[path = "lab/cases.rs"]
mod cases;
#[path = "lab/limits.rs"]
mod limits;
#[path = "lab/stops.rs"]
mod stops;
#[path = "lab/ties.rs"]
mod ties;

use brute::Brute;
use career_matcher::{
    config::{Audience, load},
    lab::{self, Reach, Stage, Verdicts},
    matcher::Answers,
    quiz::Quiz,
};
use proptest::prelude::*;
use serde_json::{Value, json};

fn quiz(json: &str) -> Quiz {
    Quiz::new(load(json, Audience::Author).unwrap_or_else(|problems| panic!("{problems:?}")).config)
}

fn on(_: Stage) -> bool {
    true
}

fn near(a: f64, b: f64) -> bool {
    (a - b).abs() <= 1e-9
}

/// The first careers for these answers, by the matcher.
fn first(quiz: &Quiz, answers: &Answers) -> Vec<usize> {
    quiz.matcher().rank(answers).best().iter().map(|place| place.career).collect()
}

fn check_reach(quiz: &Quiz, brute: &Brute, career: usize, reach: &Reach) -> Result<(), TestCaseError> {
    match reach {
        Reach::Sole(answers) => prop_assert_eq!(first(quiz, answers), vec![career]),
        Reach::Tie(answers) => {
            let best = first(quiz, answers);
            prop_assert!(best.len() > 1 && best.contains(&career));
            prop_assert!(near(brute.shares[career], 0.0), "career {career} wins alone");
        }
        Reach::Never => prop_assert!(!brute.first[career], "career {career} comes first"),
        Reach::Unknown => prop_assert!(false, "career {career} is undecided"),
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(150))]

    #[test]
    fn agrees_with_brute_force(authored in arithmetic::quizzes()) {
        let (quiz, brute) = (quiz(&authored.json()), Brute::new(&authored));
        let report = lab::report(&quiz, 1, &mut on);
        prop_assert!(report.exact);
        for (career, it) in report.careers.iter().enumerate() {
            let share = it.share.uniform.expect("it was measured");
            prop_assert!(near(share, brute.shares[career]), "{} {}", share, brute.shares[career]);
            check_reach(&quiz, &brute, career, &it.reach)?;
        }
        prop_assert!(near(report.ties.uniform.expect("it was measured"), brute.ties));
        prop_assert_eq!(report.flips.is_some(), brute.flips.is_some());
        let (here, there) = (report.flips.unwrap_or(0.0), brute.flips.unwrap_or(0.0));
        prop_assert!(near(here, there), "flips {} {}", here, there);
        for (card, it) in report.cards.iter().enumerate() {
            prop_assert_eq!(it.power.is_some(), brute.power[card].is_some(), "card {}", card);
            let (here, there) = (it.power.unwrap_or(0.0), brute.power[card].unwrap_or(0.0));
            prop_assert!(near(here, there), "card {card}: {} {}", here, there);
        }
        if let Some(options) = brute::dead_options(&authored) {
            prop_assert!(report.dead.options.iter().all(|it| options.contains(it)));
            // An option without points can exist to show another card.
            let counts = |(card, row): &(usize, usize)| authored.cards[*card].points[*row].iter().any(|it| *it != 0.0);
            let adds_up = authored.careers.iter().any(|it| it.require.iter().chain(&it.exclude).any(arithmetic::Cond::adds_up));
            prop_assert!(adds_up || options.iter().all(|it| report.dead.options.contains(it) || !counts(it)));
        }
        prop_assert_eq!(&report.dead.cards, &brute.dead_cards);
        prop_assert_eq!(&report.dead.traits, &brute::dead_traits(&authored));
    }

    #[test]
    fn proofs_agree_with_brute_force(authored in arithmetic::quizzes()) {
        let (quiz, brute) = (quiz(&authored.json()), Brute::new(&authored));
        for (career, reach) in lab::proofs(&quiz, &mut on).iter().enumerate() {
            // Proofs find the winner of ties only from examples of ties.
            if *reach != Reach::Unknown || authored.ties != arithmetic::Ties::Extra(career) {
                check_reach(&quiz, &brute, career, reach)?;
            }
        }
    }

    #[test]
    fn programming_agrees_with_brute_force(authored in arithmetic::quizzes()) {
        let (quiz, brute) = (quiz(&authored.json()), Brute::new(&authored));
        for (career, reach) in lab::programmed(&quiz, &mut on).iter().enumerate() {
            // Proofs find the winner of ties only from examples of ties.
            if *reach != Reach::Unknown || authored.ties != arithmetic::Ties::Extra(career) {
                check_reach(&quiz, &brute, career, reach)?;
            }
        }
    }

    #[test]
    fn verdicts_are_those_of_the_matcher(authored in arithmetic::quizzes()) {
        let quiz = quiz(&authored.json());
        let Verdicts { clear, close, tie, band, none, nothing } = lab::report(&quiz, 3, &mut on).verdicts.expect("they were measured");
        let counted = lab::verdicts_by_matcher(&quiz, 3, 500);
        for (here, there) in [(clear, counted.clear), (close, counted.close), (tie, counted.tie), (band, counted.band), (none, counted.none), (nothing, counted.nothing)] {
            // 500 of 20,000: within five standard errors.
            prop_assert!((here - there).abs() <= 5.0 * (here * (1.0 - here) / 500.0).sqrt() + 0.002, "{here} {there}");
        }
    }
}

/// A visitor who skips the only card gets a separate verdict, neither a tie nor a winner.
#[test]
fn nothing_to_go_by_is_no_tie() {
    let careers = ["a", "b"].map(|id| json!({ "id": id, "title": id.to_uppercase() }));
    let option = |id: &str, points: Value| json!({ "id": id, "label": id.to_uppercase(), "points": points });
    let card = json!({ "id": "q", "kind": "single", "prompt": "Which?", "required": false,
        "options": [option("x", json!({ "a": 1 })), option("y", json!({ "b": 1 }))] });
    let quiz = quiz(&json!({ "version": 1, "title": "Ways", "careers": careers, "cards": [card] }).to_string());
    let told = lab::report(&quiz, 3, &mut on).verdicts.expect("they were measured");
    // One in twenty is not sure: 20,000 visitors, within five standard errors.
    assert!((told.nothing - 0.05).abs() < 0.008, "{told:?}");
    assert!(told.tie == 0.0 && told.none == 0.0, "{told:?}");
}

#[test]
fn the_default_quiz_is_as_an_earlier_script_found_it() {
    let text = std::fs::read_to_string("examples/python-careers.json").expect("the default quiz is there");
    let report = lab::report(&quiz(&text), 7, &mut on);
    // The script's figures, in percent.
    let (uniform, coherent) = ([16.1, 20.4, 19.0, 20.3, 23.0], [19.7, 20.6, 18.2, 20.8, 20.3]);
    for (career, it) in report.careers.iter().enumerate() {
        assert!(matches!(it.reach, Reach::Sole(_)));
        let shares = (it.share.uniform.expect("measured"), it.share.coherent.expect("measured").share);
        println!("{:.2} {:.2}", 100.0 * shares.0, 100.0 * shares.1);
        assert!((100.0 * shares.0 - uniform[career]).abs() < 0.051, "{:?}", it.share);
        assert!((100.0 * shares.1 - coherent[career]).abs() < 1.2, "{:?}", it.share);
    }
    println!(
        "{:?} {:?} flips {:?} effective {:?} {:?}",
        report.ties, report.verdicts, report.flips, report.effective, report.cards
    );
    let ties = (report.ties.uniform.expect("measured"), report.ties.coherent.expect("measured").share);
    assert!((ties.0 - 0.0125).abs() < 0.0001 && (ties.1 - 0.0034).abs() < 0.0015);
    let verdicts = report.verdicts.expect("measured");
    assert!((verdicts.clear - 0.575).abs() < 0.015, "{verdicts:?}");
    assert!(report.exact && report.dead == lab::Dead::default(), "{:?}", report.dead);
}
