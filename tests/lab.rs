//! The lab against brute force over all ways through small random quizzes, and against cases made by hand.

#[allow(dead_code, unused_imports, reason = "the matcher's tests use the rest of it")]
mod arithmetic;
#[path = "lab/brute.rs"]
mod brute;
#[path = "lab/cases.rs"]
mod cases;
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

fn quiz(json: &str) -> Quiz {
    Quiz::new(load(json, Audience::Author).unwrap_or_else(|problems| panic!("{problems:?}")).config)
}

fn on(_: Stage) -> bool {
    true
}

fn near(a: f64, b: f64) -> bool {
    (a - b).abs() <= 1e-9
}

/// Whether answers put a career first, by the matcher.
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
            prop_assert!(near(it.share.uniform, brute.shares[career]), "{} {}", it.share.uniform, brute.shares[career]);
            check_reach(&quiz, &brute, career, &it.reach)?;
        }
        prop_assert!(near(report.ties.uniform, brute.ties));
        prop_assert!(near(report.flips, brute.flips), "flips {} {}", report.flips, brute.flips);
        for (card, it) in report.cards.iter().enumerate() {
            prop_assert!(near(it.power, brute.power[card]), "card {card}: {} {}", it.power, brute.power[card]);
        }
        if let Some(options) = brute::dead_options(&authored) {
            prop_assert!(report.dead.options.iter().all(|it| options.contains(it)));
            // What counts for nobody may be there to open a card.
            let counts = |(card, row): &(usize, usize)| authored.cards[*card].points[*row].iter().any(|it| *it != 0.0);
            prop_assert!(options.iter().all(|it| report.dead.options.contains(it) || !counts(it)));
        }
        prop_assert_eq!(&report.dead.cards, &brute.dead_cards);
        prop_assert_eq!(&report.dead.traits, &brute::dead_traits(&authored));
    }

    #[test]
    fn proofs_agree_with_brute_force(authored in arithmetic::quizzes()) {
        let (quiz, brute) = (quiz(&authored.json()), Brute::new(&authored));
        for (career, reach) in lab::proofs(&quiz, &mut on).iter().enumerate() {
            check_reach(&quiz, &brute, career, reach)?;
        }
    }

    #[test]
    fn programming_agrees_with_brute_force(authored in arithmetic::quizzes()) {
        let (quiz, brute) = (quiz(&authored.json()), Brute::new(&authored));
        for (career, reach) in lab::programmed(&quiz, &mut on).iter().enumerate() {
            check_reach(&quiz, &brute, career, reach)?;
        }
    }

    #[test]
    fn verdicts_are_those_of_the_matcher(authored in arithmetic::quizzes()) {
        let quiz = quiz(&authored.json());
        let Verdicts { clear, close, tie, band, none } = lab::report(&quiz, 3, &mut on).verdicts;
        let counted = lab::verdicts_by_matcher(&quiz, 3, 500);
        for (here, there) in [(clear, counted.clear), (close, counted.close), (tie, counted.tie), (band, counted.band), (none, counted.none)] {
            // 500 of 20,000: within five standard errors.
            prop_assert!((here - there).abs() <= 5.0 * (here * (1.0 - here) / 500.0).sqrt() + 0.002, "{here} {there}");
        }
    }
}

#[test]
fn the_default_quiz_is_as_an_earlier_script_found_it() {
    let text = std::fs::read_to_string("examples/python-careers.json").expect("the default quiz is there");
    let report = lab::report(&quiz(&text), 7, &mut on);
    // The script's figures, in per cent.
    let (uniform, coherent) = ([16.1, 20.4, 19.0, 20.3, 23.0], [19.7, 20.6, 18.2, 20.8, 20.3]);
    for (career, it) in report.careers.iter().enumerate() {
        assert!(matches!(it.reach, Reach::Sole(_)));
        println!("{:.2} {:.2}", 100.0 * it.share.uniform, 100.0 * it.share.coherent);
        assert!((100.0 * it.share.uniform - uniform[career]).abs() < 0.051, "{:?}", it.share);
        assert!((100.0 * it.share.coherent - coherent[career]).abs() < 1.2, "{:?}", it.share);
    }
    println!(
        "{:?} {:?} flips {} effective {} {:?}",
        report.ties, report.verdicts, report.flips, report.effective, report.cards
    );
    assert!((report.ties.uniform - 0.0125).abs() < 0.0001 && (report.ties.coherent - 0.0034).abs() < 0.0015);
    assert!((report.verdicts.clear - 0.575).abs() < 0.015, "{:?}", report.verdicts);
    assert!(report.exact && report.dead == lab::Dead::default(), "{:?}", report.dead);
}
