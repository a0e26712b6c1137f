//! Back, forward, more cards and restart: the state machine of a quiz that selects its cards.

use super::{ORDERS, Random, answers, arithmetic, json_of, load_quiz, visitor};
use career_matcher::{
    matcher::{Answer, Answers},
    quiz::{Action, Quiz, Screen, State},
};
use proptest::prelude::*;
use serde_json::{Value, json};

const STOPS: [&str; 3] = ["none", "certain", "confident"];

/// Answers the current card as the visitor does.
fn answer(quiz: &Quiz, state: &State, full: &Answers) -> Option<State> {
    let Screen::Card(card) = state.screen() else { return None };
    let (number, of) = state.number(quiz, card);
    assert!((1..=of).contains(&number), "{number} of {of}");
    // An answer that is not permitted with these options is replaced with the first permitted one.
    let open = state.available(quiz, card);
    let permits = |answer| quiz.matcher().flow().permits(card, open, answer);
    let mut others = (1..1u64 << 5).map(Answer::from_bits);
    let answer = if permits(full[card]) { full[card] } else { others.find(|answer| permits(*answer))? };
    match answer {
        Some(_) => state.after(quiz, Action::Pick(answer)).unwrap_or_else(|| state.clone()).after(quiz, Action::Next),
        None => state.after(quiz, Action::NotSure),
    }
}

/// All screens from here to the result.
fn play(quiz: &Quiz, mut state: State, full: &Answers) -> (Vec<Screen>, State) {
    let mut screens = vec![state.screen()];
    while let Some(next) = answer(quiz, &state, full) {
        state = next;
        screens.push(state.screen());
        assert!(screens.len() < 50, "it never ends: {screens:?}");
    }
    (screens, state)
}

/// By card, whether it stays visible on the whole way from here to the result.
fn stays(quiz: &Quiz, mut state: State, full: &Answers) -> Vec<bool> {
    let mut stays = vec![true; full.len()];
    while let Some(next) = answer(quiz, &state, full) {
        state = next;
        let resolved = quiz.matcher().flow().resolve(state.answers());
        stays.iter_mut().enumerate().for_each(|(card, stays)| *stays &= resolved.shows(card));
    }
    stays
}

fn cards(screens: &[Screen]) -> Vec<usize> {
    let card = |screen: &Screen| if let Screen::Card(card) = screen { Some(*card) } else { None };
    screens.iter().filter_map(card).collect()
}

fn flow() -> impl Strategy<Value = Value> {
    let max = prop_oneof![2 => Just(None), 1 => (1..6usize).prop_map(Some)];
    (0..3usize, 0..3usize, max, 0..3usize).prop_map(|(order, stop, max, sure)| {
        let confidence = [0.3, 0.7, 0.95][sure];
        json!({ "order": ORDERS[order], "stop": STOPS[stop], "min": 1, "max": max, "confidence": confidence })
    })
}

fn quiz(drawn: &arithmetic::Quiz, flow: &Value) -> Quiz {
    let mut config = json_of(drawn, flow);
    config["intro"] = json!({ "show": "off" });
    for card in (2..drawn.cards.len()).step_by(3) {
        config["cards"][card]["first"] = json!(!drawn.cards[card].tie_break);
    }
    load_quiz(&config)
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(1_500) })]

    #[test]
    fn back_and_on_meets_the_same_cards(
        drawn in arithmetic::long_quizzes(), flow in flow(), seed in any::<u16>(), back in 1..10usize,
    ) {
        let quiz = quiz(&drawn, &flow);
        let full = answers(&visitor(&drawn, &mut Random::new(seed.into())));
        let (screens, end) = play(&quiz, State::new(&quiz, seed), &full);
        let mut state = end.clone();
        let mut seen = vec![state.screen()];
        for _ in 0..back.min(screens.len() - 1) {
            let Some(before) = state.after(&quiz, Action::Back) else { break };
            prop_assert_eq!(before.answers(), end.answers());
            state = before;
            seen.push(state.screen());
        }
        seen.reverse();
        prop_assert_eq!(&seen[..], &screens[screens.len() - seen.len()..], "back the same way");
        let (again, there) = play(&quiz, state, &full);
        prop_assert_eq!(again, seen, "and on again");
        prop_assert_eq!(there.answers(), end.answers());
        let fresh = end.after(&quiz, Action::Restart);
        if let Some(fresh) = fresh {
            // Everything except `done`, because a visitor's result counts once.
            let all = |it: &State| {
                (it.screen(), it.answers().clone(), it.history().to_vec(), it.started())
            };
            prop_assert_eq!(all(&fresh), all(&State::new(&quiz, seed)), "a new start forgets all");
        }
    }

    #[test]
    fn another_answer_keeps_the_cards_that_were_met(
        drawn in arithmetic::long_quizzes(), flow in flow(), seed in any::<u16>(), back in 1..10usize,
    ) {
        let quiz = quiz(&drawn, &flow);
        let mut random = Random::new(seed.into());
        let (full, other) = (answers(&visitor(&drawn, &mut random)), answers(&visitor(&drawn, &mut random)));
        let (screens, mut state) = play(&quiz, State::new(&quiz, seed), &full);
        for _ in 0..back {
            state = state.after(&quiz, Action::Back).unwrap_or(state);
        }
        let Screen::Card(card) = state.screen() else { return Ok(()) };
        if other[card].is_none_or(|answer| answer.within(state.available(&quiz, card)) != Some(answer)) || drawn.cards[card].tie_break {
            return Ok(());
        }
        let mut changed = full.clone();
        changed[card] = other[card];
        let met = cards(&screens);
        let at = met.iter().position(|it| *it == card).unwrap_or(0);
        // A card that another answer hides for a while may come later, or not again: its answer is known.
        let stays = stays(&quiz, state.clone(), &changed);
        let (again, _) = play(&quiz, state, &changed);
        let kept: Vec<_> = met[at..].iter().copied().filter(|at| *at == card || stays[*at]).collect();
        let met_again: Vec<_> = cards(&again).into_iter().filter(|card| kept.contains(card)).collect();
        prop_assert_eq!(&met_again, &kept, "the same cards in the same order");
        if flow["order"] != "fixed" {
            let first = cards(&again).into_iter().take(kept.len());
            prop_assert!(first.into_iter().all(|card| met.contains(&card)), "and new ones after them");
        }
    }

    #[test]
    fn more_asks_up_to_five_and_comes_to_a_result(
        drawn in arithmetic::long_quizzes(), flow in flow(), seed in any::<u16>(),
    ) {
        let quiz = quiz(&drawn, &flow);
        let full = answers(&visitor(&drawn, &mut Random::new(seed.into())));
        let (screens, end) = play(&quiz, State::new(&quiz, seed), &full);
        let met = cards(&screens);
        let all = quiz.matcher().flow().resolve(&full).available.iter().filter(|open| **open != 0).count();
        let plain = |cards: &[usize]| cards.iter().filter(|card| !drawn.cards[**card].tie_break).count();
        match end.after(&quiz, Action::More) {
            None => prop_assert!(!end.ended_early(&quiz) && plain(&met) == all, "{:?} of {:?}", screens, full),
            Some(more) => {
                prop_assert!(end.ended_early(&quiz));
                let (again, end) = play(&quiz, more, &full);
                prop_assert_eq!(end.screen(), Screen::Result);
                let fresh: Vec<_> = cards(&again).into_iter().filter(|card| !met.contains(card)).collect();
                let left = all - plain(&met);
                prop_assert_eq!(plain(&fresh), left.min(5), "{:?} then {:?}", met, again);
            }
        }
    }
}
