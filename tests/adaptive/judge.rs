//! Item selection, compared with an independent implementation: simulated visitors, and every answer enumerated.

use super::{Random, arithmetic, asked, flow, load_quiz};
use arithmetic::{Kind, Model};
use career_matcher::{adaptive::SoFar, matcher::Answer, quiz::Quiz};
use proptest::prelude::*;
use serde_json::{Value, json};

const CARDS: usize = 6;
const VISITORS: usize = 20_000;

fn next(quiz: &Quiz, answers: &[Option<Answer>], asked: &[usize]) -> usize {
    let resolved = quiz.matcher().flow().resolve(&answers.to_vec());
    let done: Vec<_> = (0..answers.len()).map(|card| asked.contains(&card)).collect();
    let left: Vec<_> = (0..answers.len()).filter(|card| !done[*card]).collect();
    let so_far = SoFar { matcher: quiz.matcher(), resolved: &resolved, asked: &done };
    quiz.planner().and_then(|planner| planner.next(so_far, &left)).expect("a card is left")
}

fn covariance(a: &[f64], b: &[f64]) -> f64 {
    let n = a.len() as f64;
    let mean = |it: &[f64]| it.iter().sum::<f64>() / n;
    let (x, y) = (mean(a), mean(b));
    a.iter().zip(b).map(|(a, b)| (a - x) * (b - y)).sum::<f64>() / n
}

/// The residuals of a regression of the list on another one.
fn less(list: &[f64], known: &[f64]) -> Vec<f64> {
    let slope = covariance(list, known) / covariance(known, known);
    list.iter().zip(known).map(|(it, known)| it - slope * known).collect()
}

#[test]
fn between_two_careers_the_card_that_explains_their_gap_best_comes() {
    let mut clear = 0;
    for seed in 0..40 {
        let mut random = Random::new(seed);
        let loadings: Vec<_> = (0..CARDS).map(|_| [0.3 * random.normal(), 0.3 * random.normal()]).collect();
        let points: Vec<_> = (0..CARDS).map(|_| (random.normal() * 30.0).round() / 10.0).collect();
        let card = |it: usize| {
            json!({
                "id": format!("q{it}"), "kind": "scale", "prompt": "x", "low": "x", "high": "x",
                "points": { "a": points[it] },
            })
        };
        let habit = |it: usize| (format!("q{it}"), json!({ "mean": [0.0], "factors": [loadings[it]], "noise": 0.3 }));
        let quiz = load_quiz(&json!({
            "version": 1, "title": "x",
            "careers": [{ "id": "a", "title": "x" }, { "id": "b", "title": "x" }],
            "cards": (0..CARDS).map(card).collect::<Value>(),
            "matching": { "score": "raw" },
            "flow": { "order": "adaptive" },
            "calibration": { "answers": 1000, "cards": Value::Object((0..CARDS).map(habit).collect()) },
        }));
        // By card, then by visitor.
        let mut numbers = vec![Vec::new(); CARDS];
        for _ in 0..VISITORS {
            let factors = [random.normal(), random.normal()];
            for (card, row) in loadings.iter().enumerate() {
                numbers[card].push(row[0] * factors[0] + row[1] * factors[1] + 0.3 * random.normal());
            }
        }
        let mut gap: Vec<_> =
            (0..VISITORS).map(|it| (0..CARDS).map(|card| points[card] * numbers[card][it]).sum()).collect();
        let (mut answers, mut done) = (vec![None; CARDS], Vec::new());
        for _ in 0..3 {
            let gains: Vec<_> = (0..CARDS)
                .map(|card| {
                    if done.contains(&card) {
                        return 0.0;
                    }
                    let along = covariance(&gap, &numbers[card]);
                    along * along / covariance(&numbers[card], &numbers[card])
                })
                .collect();
            let best = (0..CARDS).max_by(|a, b| gains[*a].total_cmp(&gains[*b])).expect("there are cards");
            let found = next(&quiz, &answers, &done);
            if (0..CARDS).all(|card| card == best || gains[best] > 1.1 * gains[card]) {
                assert_eq!(found, best, "seed {seed}: {gains:?} after {done:?}");
                clear += 1;
            }
            // The value of the answer is irrelevant: the posterior variance does not depend on it.
            answers[found] = Some(Answer::one(2));
            done.push(found);
            let known = numbers[found].clone();
            gap = less(&gap, &known);
            numbers
                .iter_mut()
                .enumerate()
                .filter(|(card, _)| *card != found)
                .for_each(|(_, it)| *it = less(it, &known));
        }
    }
    assert!(clear > 60, "only {clear} of 120 were clear");
}

fn entropy(chances: &[f64]) -> f64 {
    chances.iter().filter(|it| **it > 0.0).map(|it| -it * it.ln()).sum()
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(4_000) })]

    #[test]
    fn of_kinds_of_people_the_card_that_tells_most_comes(
        drawn in arithmetic::plain_quizzes(), seed in any::<u64>(), count in 0..3usize,
    ) {
        let mut drawn = drawn;
        if drawn.model != Model::Bayes(1.0) || drawn.cards.iter().any(|card| matches!(card.kind, Kind::Multiple { .. })) {
            return Ok(());
        }
        drawn.cards.iter_mut().for_each(|card| card.required = false);
        drawn.ties = arithmetic::Ties::Shared;
        let quiz = asked(&drawn, &flow("adaptive", "none"));
        let careers = drawn.careers.len();
        let mut random = Random::new(seed);
        let (mut answers, mut done) = (vec![None; drawn.cards.len()], Vec::new());
        for (card, answer) in answers.iter_mut().enumerate().take(count.min(drawn.cards.len() - 1)) {
            *answer = Some(Answer::one(random.below(drawn.cards[card].kind.rows())));
            done.push(card);
        }
        let posterior = |answers: &Vec<Option<Answer>>| {
            let mut shares = vec![0.0; careers];
            quiz.matcher().rank(answers).places().iter().for_each(|place| shares[place.career] = place.share);
            shares
        };
        let now = posterior(&answers);
        let gain = |card: usize| {
            let mut left = 0.0;
            for row in 0..drawn.cards[card].kind.rows() {
                let chance: f64 =
                    (0..careers).map(|it| now[it] * quiz.matcher().value(card, Answer::one(row), it).exp()).sum();
                let mut then = answers.clone();
                then[card] = Some(Answer::one(row));
                left += chance * entropy(&posterior(&then));
            }
            entropy(&now) - left
        };
        let found = next(&quiz, &answers, &done);
        let most = (0..drawn.cards.len()).filter(|card| !done.contains(card)).map(gain).fold(0.0, f64::max);
        prop_assert!((gain(found) - most).abs() < 1e-6, "{found} tells {}, the most is {most}", gain(found));
    }
}
