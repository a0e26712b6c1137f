//! The matcher compared with independent arithmetic: brute force over every path through small random quizzes.

#[allow(dead_code, unused_imports, reason = "the tests of adaptive quizzes use the rest of it")]
mod arithmetic;
#[path = "matcher/by_hand.rs"]
mod by_hand;

use arithmetic::{Judge, Model, Picks, Quiz, Ties, near};
use career_matcher::{
    config::{Audience, load, model::Verdict},
    matcher::{Answer, Answers, Matcher, RankedCareer},
};
use proptest::prelude::*;

fn matcher(quiz: &Quiz) -> Matcher {
    let loaded = load(&quiz.json(), Audience::Author);
    Matcher::new(&loaded.unwrap_or_else(|problems| panic!("{problems:?}")).config)
}

fn answer(picks: &[usize]) -> Option<Answer> {
    Answer::of(picks.iter().copied())
}

fn answers(picks: &Picks) -> Answers {
    picks.iter().map(|rows| answer(rows)).collect()
}

fn rows(answer: Option<Answer>) -> Vec<usize> {
    answer.into_iter().flat_map(Answer::rows).collect()
}

/// Numbers that determine a random visitor's answers.
fn visitor() -> impl Strategy<Value = Vec<u16>> {
    prop::collection::vec(any::<u16>(), 12)
}

fn places(matcher: &Matcher, picks: &Picks) -> Vec<(usize, usize)> {
    matcher.rank(&answers(picks)).places().iter().map(|place| (place.career, place.rank)).collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn courses_and_permitted_answers(quiz in arithmetic::quizzes(), tape in visitor()) {
        let picks = arithmetic::answers(&quiz, &tape);
        let (matcher, resolved) = (matcher(&quiz), quiz.resolved(&picks));
        let found = matcher.flow().resolve(&answers(&picks));
        for (at, card) in quiz.cards.iter().enumerate() {
            let open = resolved.available[at].iter().fold(0u64, |bits, row| bits | 1 << row);
            prop_assert_eq!(found.available[at], open);
            prop_assert_eq!(rows(found.effective[at]), resolved.effective[at].clone());
            if open != 0 {
                let permitted = card.permitted(&resolved.available[at]);
                for bits in 0..1u64 << card.kind.rows() {
                    let answer = Answer::from_bits(bits);
                    let expected = permitted.contains(&rows(answer));
                    prop_assert_eq!(matcher.flow().permits(at, open, answer), expected, "card {} {:b}", at, bits);
                }
            }
        }
    }

    #[test]
    fn scores_and_matches(quiz in arithmetic::quizzes(), tape in visitor()) {
        let picks = arithmetic::answers(&quiz, &tape);
        let (matcher, judge, resolved) = (matcher(&quiz), Judge::new(&quiz), quiz.resolved(&picks));
        let ranking = matcher.rank(&answers(&picks));
        for place in ranking.places() {
            // The winner of ties has the score of the tied careers.
            let of = if quiz.ties == Ties::Extra(place.career) { ranking.places()[1].career } else { place.career };
            let score = judge.score(&resolved, of);
            prop_assert!(near(place.score, score), "score {} is {score}", place.score);
            // The match of incomplete answers can be outside the range of complete ones.
            let share = judge.share(&resolved, of).clamp(0.0, 1.0);
            prop_assert!(near(place.share, share), "match {} is {share}", place.share);
        }
        prop_assert_eq!(places(&matcher, &picks), judge.ranks(&picks));
        let excluded: Vec<_> = ranking.excluded().iter().map(|out| out.career).collect();
        let expected = judge.excluded(&picks);
        prop_assert_eq!(excluded, (0..quiz.careers.len()).filter(|it| expected[*it]).collect::<Vec<_>>());
    }

    #[test]
    fn bounds(quiz in arithmetic::quizzes()) {
        let (matcher, judge) = (matcher(&quiz), Judge::new(&quiz));
        for career in 0..quiz.careers.len() {
            let (least, most) = judge.bounds(career);
            let found = matcher.bounds(career);
            prop_assert!(near(found.least, least) && near(found.most, most), "{found:?}: {least} {most}");
        }
    }

    #[test]
    fn verdicts_and_changes(quiz in arithmetic::quizzes(), tape in visitor()) {
        check_outcome(&quiz, &arithmetic::answers(&quiz, &tape))?;
    }

    #[test]
    fn reasons_add_up(quiz in arithmetic::quizzes(), tape in visitor()) {
        let picks = arithmetic::answers(&quiz, &tape);
        let (matcher, resolved, answers) = (matcher(&quiz), quiz.resolved(&picks), answers(&picks));
        let ranking = matcher.rank(&answers);
        let ranked = |place: &&RankedCareer| quiz.ties != Ties::Extra(place.career);
        for place in ranking.places().iter().filter(ranked) {
            let why = matcher.reasons(&answers, place.career);
            prop_assert!(near(why.start + why.cards.iter().sum::<f64>(), place.score));
            for (card, part) in why.cards.iter().enumerate() {
                prop_assert!(!resolved.effective[card].is_empty() || *part == 0.0);
            }
            for other in ranking.places().iter().filter(ranked) {
                let why = matcher.difference(&answers, place.career, other.career);
                let sum = why.start + why.cards.iter().sum::<f64>();
                prop_assert!((sum - (place.score - other.score)).abs() <= 1e-9 * place.score.abs().max(1.0));
            }
        }
    }

    #[test]
    fn the_order_of_careers_and_of_cards_changes_nothing(quiz in arithmetic::plain_quizzes(), tape in visitor()) {
        let picks = arithmetic::answers(&quiz, &tape);
        let quiz = Quiz { ties: Ties::Shared, ..quiz };
        let mut turned = quiz.clone();
        turned.cards.reverse();
        turned.careers.reverse();
        for card in &mut turned.cards {
            if !quiz.model.has_traits() {
                card.points.iter_mut().for_each(|row| row.reverse());
            }
            card.chance.iter_mut().for_each(|row| row.reverse());
            card.expect.reverse();
        }
        let here = matcher(&quiz).rank(&answers(&picks));
        let there = matcher(&turned).rank(&answers(&picks.iter().rev().cloned().collect()));
        for place in here.places() {
            let same = there.places().iter().find(|it| it.career == quiz.careers.len() - 1 - place.career);
            prop_assert!(same.is_some_and(|it| it.rank == place.rank && near(it.share, place.share)));
        }
    }

    #[test]
    fn an_answer_worth_more_never_lowers_a_match(quiz in arithmetic::plain_quizzes(), tape in visitor()) {
        let picks = arithmetic::answers(&quiz, &tape);
        let matcher = matcher(&quiz);
        if !matches!(quiz.model, Model::Raw | Model::Attainable | Model::Z) {
            return Ok(());
        }
        for career in (0..quiz.careers.len()).filter(|it| quiz.ties != Ties::Extra(*it)) {
            let share = |picks: &Picks| {
                let ranking = matcher.rank(&answers(picks));
                ranking.places().iter().find(|place| place.career == career).map(|place| (place.score, place.share))
            };
            for (at, card) in quiz.cards.iter().enumerate().filter(|(at, _)| picks[*at].len() == 1) {
                let worth = arithmetic::rows(card, career);
                for row in (0..worth.len()).filter(|row| worth[*row] > worth[picks[at][0]]) {
                    let mut better = picks.clone();
                    better[at] = vec![row];
                    prop_assert!(share(&better) >= share(&picks));
                }
            }
        }
    }

    #[test]
    fn a_card_that_is_never_shown_counts_for_nothing(quiz in arithmetic::plain_quizzes(), tape in visitor()) {
        let picks = arithmetic::answers(&quiz, &tape);
        let mut longer = quiz.clone();
        let mut last = quiz.cards[0].clone();
        let answered = |yes| arithmetic::Cond::Answered(0, yes);
        last.when = Some(arithmetic::Cond::All(vec![answered(true), answered(false)]));
        longer.cards.push(last);
        let (here, there) = (matcher(&quiz), matcher(&longer));
        let more: Picks = picks.iter().chain([&picks[0]]).cloned().collect();
        let (ranking, again) = (here.rank(&answers(&picks)), there.rank(&answers(&more)));
        for (place, again) in ranking.places().iter().zip(again.places()) {
            prop_assert_eq!((place.career, place.rank), (again.career, again.rank));
            prop_assert!(near(place.score, again.score) && near(place.share, again.share));
            let (bounds, again) = (here.bounds(place.career), there.bounds(place.career));
            prop_assert!(near(bounds.least, again.least) && near(bounds.most, again.most));
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(60))]

    #[test]
    fn changes_of_a_card_with_twelve_options(quiz in arithmetic::big_multiple(), tape in visitor()) {
        check_outcome(&quiz, &arithmetic::answers(&quiz, &tape))?;
    }

    #[test]
    fn above_fifty_careers_the_band_is_complete(quiz in arithmetic::many_careers(), tape in visitor()) {
        check_outcome(&quiz, &arithmetic::answers(&quiz, &tape))?;
    }
}

/// Checks the verdict, and the change: it exists if it must, is the smallest, and has the stated effect.
fn check_outcome(quiz: &Quiz, picks: &Picks) -> Result<(), TestCaseError> {
    let (matcher, judge) = (matcher(quiz), Judge::new(quiz));
    let outcome = matcher.outcome(&answers(picks));
    // Without information the result is the same as without answers.
    let bare = vec![Vec::new(); picks.len()];
    prop_assert_eq!(matcher.outcome(&answers(&bare)).verdict, Verdict::Nothing);
    if !quiz.cards.iter().zip(picks).any(|(card, answer)| card.tie_break && !answer.is_empty()) {
        prop_assert_eq!(outcome.verdict == Verdict::Nothing, judge.knows_nothing(picks));
    }
    if outcome.verdict == Verdict::Nothing {
        let (resolved, without) = (quiz.resolved(picks), quiz.resolved(&bare));
        for career in 0..quiz.careers.len() {
            prop_assert!(near(judge.score(&resolved, career), judge.score(&without, career)), "career {}", career);
        }
        prop_assert_eq!(judge.excluded(picks), judge.excluded(&bare));
        prop_assert!(outcome.change.is_none() && outcome.band.is_empty());
        return Ok(());
    }
    let many = judge.ranks(picks).len() > 50;
    let best = judge.best(picks);
    let [winner] = best[..] else {
        let verdict = if best.is_empty() { Verdict::None } else { Verdict::Tie };
        prop_assert_eq!(outcome.verdict, verdict);
        prop_assert!(outcome.change.is_none() && outcome.band.is_empty());
        return Ok(());
    };
    let upsets = judge.upsets(picks, winner);
    let Some(change) = outcome.change else {
        prop_assert_eq!(outcome.verdict, Verdict::Clear);
        prop_assert!(upsets.is_empty(), "missed {:?}", upsets);
        return Ok(());
    };
    prop_assert_eq!(outcome.verdict, if many { Verdict::Band } else { Verdict::Close });
    let found = upsets.iter().find(|it| it.card == change.card && it.answer == rows(change.answer));
    prop_assert!(found.is_some(), "{:?} is none of {:?}", change, upsets);
    let least = upsets.iter().map(|it| it.size).min();
    prop_assert_eq!(found.map(|it| it.size), least);
    prop_assert_eq!(Some(change.size), least);
    let changed = found.map(|it| arithmetic::with(picks, it)).unwrap_or_default();
    prop_assert_eq!(&change.best, &judge.best(&changed));
    let best: Vec<_> = matcher.rank(&answers(&changed)).best().iter().map(|place| place.career).collect();
    prop_assert_eq!(&change.best, &best);
    prop_assert_eq!(outcome.band, if many { judge.band(picks, winner) } else { Vec::new() });
    Ok(())
}
