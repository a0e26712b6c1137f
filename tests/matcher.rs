//! The matcher against arithmetic written anew here: brute force over all answers of small random quizzes.

mod arithmetic;

use arithmetic::{Quiz, quizzes};
use career_matcher::{
    config::{Audience, load},
    matcher::{Answer, Answers, Table, rank, reasons},
};
use proptest::prelude::*;

fn table(quiz: &Quiz) -> Table {
    Table::new(&load(&quiz.json(), Audience::Author).expect("random quizzes are fine").config)
}

fn answers(picks: &[Vec<usize>]) -> Answers {
    picks.iter().map(|rows| Answer::of(rows.iter().copied())).collect()
}

fn near(a: f64, b: f64) -> bool {
    (a - b).abs() <= 1e-9 * a.abs().max(b.abs()).max(1.0)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn sums_and_bounds_are_those_of_brute_force(quiz in quizzes()) {
        let table = table(&quiz);
        let mut bounds = vec![(f64::INFINITY, f64::NEG_INFINITY); quiz.careers];
        for picks in quiz.all_answers() {
            let sums = table.sums(&answers(&picks));
            for career in 0..quiz.careers {
                let sum = quiz.sum(&picks, career);
                prop_assert!(near(sums[career], sum), "{} {sum}", sums[career]);
                bounds[career] = (bounds[career].0.min(sum), bounds[career].1.max(sum));
            }
        }
        for (career, (least, most)) in bounds.into_iter().enumerate() {
            let found = table.bounds(career);
            prop_assert!(near(found.least, least) && near(found.most, most), "{found:?} {least} {most}");
        }
    }

    #[test]
    fn order_is_by_match_and_ties_share_a_rank(quiz in quizzes(), pick in any::<prop::sample::Index>()) {
        let picks = quiz.answers_at(pick);
        let table = table(&quiz);
        let ranking = rank(&table, &answers(&picks));
        let shares = quiz.shares(&picks);
        prop_assert_eq!(ranking.places().len(), quiz.careers);
        for place in ranking.places() {
            prop_assert!(near(place.share, shares[place.career]));
            let better = shares.iter().filter(|share| **share > shares[place.career] + 1e-9).count();
            prop_assert_eq!(place.rank, better + 1, "{:?}", shares);
        }
        let order: Vec<_> = ranking.places().iter().map(|place| (place.rank, place.career)).collect();
        prop_assert!(order.is_sorted());
    }

    #[test]
    fn reasons_add_up(quiz in quizzes(), pick in any::<prop::sample::Index>()) {
        let picks = quiz.answers_at(pick);
        let table = table(&quiz);
        let answers = answers(&picks);
        for place in rank(&table, &answers).places() {
            let why = reasons(&table, &answers, place.career);
            prop_assert!(near(why.start + why.cards.iter().sum::<f64>(), place.share));
            for (card, part) in why.cards.iter().enumerate() {
                prop_assert!(!picks[card].is_empty() || *part == 0.0);
            }
        }
    }

    #[test]
    fn the_order_of_careers_and_of_cards_changes_nothing(quiz in quizzes(), pick in any::<prop::sample::Index>()) {
        let picks = quiz.answers_at(pick);
        let mut turned = quiz.clone();
        turned.cards.reverse();
        turned.reverse_careers();
        let backwards: Vec<_> = picks.iter().rev().cloned().collect();
        let here = rank(&table(&quiz), &answers(&picks));
        let there = rank(&table(&turned), &answers(&backwards));
        for place in here.places() {
            let same = there.places().iter().find(|it| it.career == quiz.careers - 1 - place.career);
            prop_assert!(same.is_some_and(|it| it.rank == place.rank && near(it.share, place.share)));
        }
    }
}

#[test]
fn a_better_answer_never_lowers_a_match() {
    let text = include_str!("../examples/python-careers.json");
    let config = load(text, Audience::Author).expect("the default quiz is fine").config;
    let table = Table::new(&config);
    let none: Answers = vec![None; config.cards().len()];
    for (card, asked) in config.cards().iter().enumerate() {
        for career in 0..table.careers() {
            let mut rows: Vec<_> = (0..asked.ask.len()).map(Answer::one).collect();
            rows.sort_by(|a, b| table.value(card, Some(*a), career).total_cmp(&table.value(card, Some(*b), career)));
            let share = |row: &Answer| {
                let mut answers = none.clone();
                answers[card] = Some(*row);
                rank(&table, &answers).places().iter().find(|place| place.career == career).map(|place| place.share)
            };
            let shares: Vec<_> = rows.iter().map(share).collect();
            assert!(shares.is_sorted(), "{shares:?}");
        }
    }
}
