//! An early result includes the expected answers of cards not asked, and its reasons still add up.

use super::{Random, answers, arithmetic, asked, flow, visitor};
use arithmetic::near;
use career_matcher::{
    adaptive::SoFar,
    matcher::{Answer, RankedCareer},
    quiz::Selection,
};
use proptest::prelude::*;

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(1_000) })]

    #[test]
    fn early_scores_are_expected_values(drawn in arithmetic::long_quizzes(), seed in any::<u64>(), count in 0..6usize) {
        let quiz = asked(&drawn, &flow("adaptive", "confident"));
        let full = answers(&visitor(&drawn, &mut Random::new(seed)));
        let (mut known, mut history) = (vec![None; full.len()], Vec::new());
        while history.len() < count {
            let Some(card) = (Selection { quiz: &quiz, answers: &known, history: &history, seed, least: 9 }).next() else { break };
            history.push(card);
            known[card] = full[card];
        }
        let selection = Selection { quiz: &quiz, answers: &known, history: &history, seed, least: 0 };
        let (early, confidence) = selection.result();
        prop_assert!((0.0..=1.0).contains(&confidence));
        let (resolved, asked) = (quiz.matcher().flow().resolve(&known), selection.asked());
        let planner = quiz.planner().expect("an adaptive quiz plans");
        let expected = planner.expected(SoFar { matcher: quiz.matcher(), resolved: &resolved, asked: &asked });
        let scores = quiz.matcher().scores(&resolved);
        let ranked = |place: &&RankedCareer| drawn.ties != arithmetic::Ties::Extra(place.career);
        for place in early.rank(&known).places().iter().filter(ranked) {
            // The expected shares replace the contribution of an unanswered card, which is the mean of its rows.
            let mut score = scores[place.career];
            for (card, shares) in expected.iter().enumerate() {
                let rows = drawn.cards[card].kind.rows() as f64;
                for (row, share) in shares.iter().flatten().enumerate() {
                    score += (share - 1.0 / rows) * quiz.matcher().value(card, Answer::one(row), place.career);
                }
            }
            prop_assert!(near(place.score, score), "{} is {score}", place.score);
            let why = early.reasons(&known, place.career);
            prop_assert!(near(why.start + why.cards.iter().sum::<f64>(), place.score));
            for (card, part) in why.cards.iter().enumerate() {
                prop_assert!(history.contains(&card) || *part == 0.0, "{card} was not asked and counts {part}");
            }
        }
    }

    #[test]
    fn shares_are_those_of_a_permitted_answer(drawn in arithmetic::long_quizzes(), seed in any::<u64>()) {
        let quiz = asked(&drawn, &flow("adaptive", "confident"));
        let full = answers(&visitor(&drawn, &mut Random::new(seed)));
        let resolved = quiz.matcher().flow().resolve(&full);
        let asked = vec![false; full.len()];
        let planner = quiz.planner().expect("an adaptive quiz plans");
        let expected = planner.expected(SoFar { matcher: quiz.matcher(), resolved: &resolved, asked: &asked });
        for (shares, card) in expected.iter().zip(&drawn.cards) {
            let Some(shares) = shares.as_ref().filter(|shares| !shares.is_empty()) else { continue };
            let alone: f64 = card.exclusive.iter().map(|row| shares[*row]).sum();
            let sum = shares.iter().sum::<f64>() - alone;
            let others = shares.len() - card.exclusive.len();
            // An answer without an exclusive row picks a permitted number of the other rows.
            let (min, max) = match card.kind {
                arithmetic::Kind::Multiple { min, max, .. } => (min.min(others) as f64, max.min(others) as f64),
                _ => (1.0, 1.0),
            };
            let (min, max) = (min * (1.0 - alone), max * (1.0 - alone));
            prop_assert!(shares.iter().all(|share| (-1e-9..=1.0 + 1e-9).contains(share)), "{:?}", shares);
            prop_assert!(sum > min - 1e-9 && sum < max + 1e-9, "{:?} of {:?}", shares, card.kind);
        }
    }
}
