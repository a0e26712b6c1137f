//! A stop that is certain always shows the winner that all answers would give.

use super::{ORDERS, Random, answers, arithmetic, asked, flow, visitor};
use career_matcher::lab::interview;
use proptest::{
    prelude::*,
    test_runner::{Config, TestRunner},
};
use std::sync::atomic::{AtomicUsize, Ordering::Relaxed};

const QUIZZES: u32 = 5_000;
const VISITORS: usize = 20;

#[test]
fn a_certain_stop_names_the_winner_of_all_answers_in_a_hundred_thousand_cases() {
    let (cases, early, saved) = (AtomicUsize::new(0), AtomicUsize::new(0), AtomicUsize::new(0));
    let run = |(drawn, seed, order): (arithmetic::Quiz, u64, usize)| {
        let quiz = asked(&drawn, &flow(ORDERS[order], "certain"));
        let mut random = Random::new(seed);
        for at in 0..VISITORS {
            let picks = visitor(&drawn, &mut random);
            let full = answers(&picks);
            let told = interview(&quiz, &full, seed.wrapping_add(at as u64));
            let shown = quiz.matcher().flow().resolve(&full).available.iter().filter(|open| **open != 0).count();
            let best = quiz.matcher().rank(&full).best().iter().map(|place| place.career).collect::<Vec<_>>();
            cases.fetch_add(1, Relaxed);
            if told.asked.len() < shown {
                early.fetch_add(1, Relaxed);
                saved.fetch_add(shown - told.asked.len(), Relaxed);
                prop_assert_eq!(told.confidence, 1.0);
                prop_assert_eq!(&told.ranking[..1], &best[..], "{:?} after {:?}", picks, told.asked);
            } else {
                prop_assert_eq!(told.ranking.first(), told.full.first(), "{:?} after {:?}", picks, told.asked);
            }
        }
        Ok(())
    };
    let cards = arithmetic::long_quizzes();
    let strategy = (cards, any::<u64>(), 0..ORDERS.len());
    let mut runner = TestRunner::new(Config { failure_persistence: None, ..Config::with_cases(QUIZZES) });
    runner.run(&strategy, run).unwrap_or_else(|error| panic!("{error}"));
    let (cases, early, saved) = (cases.into_inner(), early.into_inner(), saved.into_inner());
    println!("{cases} cases, {early} ended early, {saved} cards saved");
    assert!(cases >= 100_000);
    assert!(early * 5 > cases, "only {early} of {cases} ended early: the test says little");
}
