//! The author's rules take precedence over information.

use super::{ORDERS, Random, answers, arithmetic, json_of, load_quiz, visitor};
use arithmetic::{Cond, Model};
use career_matcher::lab::interview;
use proptest::prelude::*;
use serde_json::{Value, json};

/// Cards that a condition depends on.
fn looks_at(quiz: &arithmetic::Quiz, cond: &Cond, found: &mut Vec<usize>) {
    match cond {
        Cond::Total(column, ..) => {
            let counts = |card: &usize| !quiz.cards[*card].tie_break && tells(quiz, *card, *column);
            found.extend((0..quiz.cards.len()).filter(counts));
        }
        Cond::Is(card, _) | Cond::AnyOf(card, _) | Cond::AtLeast(card, _) | Cond::Answered(card, _) => {
            found.push(*card);
        }
        Cond::Not(inner) => looks_at(quiz, inner, found),
        Cond::All(list) | Cond::Any(list) => list.iter().for_each(|inner| looks_at(quiz, inner, found)),
    }
}

fn of_card(quiz: &arithmetic::Quiz, card: usize) -> Vec<usize> {
    let card = &quiz.cards[card];
    let mut found = Vec::new();
    card.option_when
        .iter()
        .chain([&card.when])
        .flatten()
        .for_each(|cond| looks_at(quiz, cond, &mut found));
    found
}

fn of_rules(quiz: &arithmetic::Quiz) -> Vec<usize> {
    let mut found = Vec::new();
    let rules = quiz.careers.iter().flat_map(|career| career.require.iter().chain(&career.exclude));
    rules.for_each(|cond| looks_at(quiz, cond, &mut found));
    found
}

/// Whether a card has points for a trait.
fn tells(quiz: &arithmetic::Quiz, card: usize, it: usize) -> bool {
    quiz.cards[card].points.iter().any(|row| row[it] != 0.0)
}

/// The author's rules: cards that come first, groups in order, the number of cards.
#[derive(Clone, Debug)]
struct Wishes {
    first: u16,
    group: u16,
    order: usize,
    stop: usize,
    min: usize,
    more: usize,
    seed: u64,
}

fn wishes() -> impl Strategy<Value = Wishes> {
    (any::<u16>(), any::<u16>(), 0..3usize, 0..3usize, 1..5usize, 0..5usize, any::<u64>())
        .prop_map(|(first, group, order, stop, min, more, seed)| Wishes { first, group, order, stop, min, more, seed })
}

const STOPS: [&str; 3] = ["none", "certain", "confident"];

impl Wishes {
    fn is_first(&self, card: usize) -> bool {
        // About one card in four.
        self.first >> card & self.first >> (card + 5) & 1 == 1
    }

    /// Cards form up to three consecutive groups.
    fn group(&self, card: usize) -> usize {
        (0..=card).filter(|it| self.group >> it & self.group >> (it + 5) & 1 == 1).count().min(2)
    }

    /// The maximum number of cards; no limit in half of the cases.
    fn max(&self) -> Option<usize> {
        (self.more < 3).then_some(self.min + self.more)
    }

    fn config(&self, quiz: &arithmetic::Quiz) -> Value {
        let flow = json!({
            "order": ORDERS[self.order], "stop": STOPS[self.stop],
            "min": self.min, "max": self.max(), "confidence": 0.8,
        });
        let mut config = json_of(quiz, &flow);
        config["groups"] = (0..3).map(|it| json!({ "id": format!("g{it}"), "title": "x" })).collect();
        for card in 0..quiz.cards.len() {
            if !quiz.cards[card].tie_break {
                config["cards"][card]["first"] = json!(self.is_first(card));
                config["cards"][card]["group"] = json!(format!("g{}", self.group(card)));
            }
        }
        config
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(3_000) })]

    #[test]
    fn what_the_author_wants_is_kept(drawn in arithmetic::long_quizzes(), wishes in wishes()) {
        let quiz = load_quiz(&wishes.config(&drawn));
        let picks = visitor(&drawn, &mut Random::new(wishes.seed));
        let full = answers(&picks);
        let told = interview(&quiz, &full, wishes.seed);
        prop_assert_eq!(&told, &interview(&quiz.clone(), &full, wishes.seed), "twice the same");
        let shown = drawn.resolved(&picks).available;
        let asked: Vec<_> = told.asked.iter().copied().filter(|card| !drawn.cards[*card].tie_break).collect();
        let place = |card: usize| asked.iter().position(|it| *it == card);
        for (at, card) in asked.iter().enumerate() {
            prop_assert!(!asked[..at].contains(card), "a card comes twice");
            prop_assert!(!shown[*card].is_empty(), "a hidden card comes");
            for other in of_card(&drawn, *card) {
                prop_assert!(shown[other].is_empty() || place(other) < Some(at), "{card} before {other}, which it looks at");
            }
        }
        // Cards marked `first` come in their order and before all others, unless they wait for another card.
        let waits = |card: &usize| !of_card(&drawn, *card).is_empty();
        let firsts: Vec<_> = asked.iter().copied().filter(|card| wishes.is_first(*card) && !waits(card)).collect();
        prop_assert!(firsts.is_sorted());
        let before = |card: &usize| asked.iter().take_while(|it| *it != card).all(|it| wishes.is_first(*it));
        prop_assert!(firsts.iter().all(before), "{:?} are to come first: {:?}", firsts, asked);
        let rest: Vec<_> = asked.iter().filter(|card| !wishes.is_first(**card)).collect();
        prop_assert!(rest.iter().map(|card| wishes.group(**card)).is_sorted(), "groups are mixed: {:?}", asked);
        if ORDERS[wishes.order] == "fixed" {
            prop_assert!(rest.is_sorted());
        }
        let all = shown.iter().filter(|open| !open.is_empty()).count();
        prop_assert!(asked.len() <= wishes.max().unwrap_or(usize::MAX));
        prop_assert!(asked.len() >= wishes.min.min(all));
        if STOPS[wishes.stop] == "none" {
            prop_assert_eq!(asked.len(), all.min(wishes.max().unwrap_or(all)));
        }
        if Some(asked.len()) < wishes.max() || wishes.max().is_none() {
            let open = |card: usize| !shown[card].is_empty() && place(card).is_none();
            prop_assert!(of_rules(&drawn).into_iter().all(|card| !open(card)), "a rule is still open");
            prop_assert!((0..drawn.cards.len()).all(|card| !(wishes.is_first(card) && !waits(&card) && open(card))), "a first card is");
        }
    }

    #[test]
    fn each_trait_gets_a_card_before_a_second_one(drawn in arithmetic::plain_quizzes(), seed in any::<u64>()) {
        if !drawn.model.has_traits() {
            return Ok(());
        }
        let quiz = load_quiz(&json_of(&drawn, &json!({ "order": "adaptive", "stop": "confident", "min": 1, "confidence": 0.5 })));
        let told = interview(&quiz, &answers(&visitor(&drawn, &mut Random::new(seed))), seed);
        let mut known = vec![false; drawn.traits.len()];
        let early = told.asked.len() < drawn.cards.len();
        let news = |card: usize, known: &[bool]| (0..known.len()).any(|it| tells(&drawn, card, it) && !known[it]);
        for card in &told.asked {
            let left = (0..drawn.cards.len()).any(|card| news(card, &known));
            prop_assert!(news(*card, &known) || !left, "{card} tells of no new trait: {:?}", told.asked);
            (0..known.len()).for_each(|it| known[it] |= tells(&drawn, *card, it));
        }
        let certain = told.confidence >= 1.0;
        prop_assert!(!early || certain || (0..drawn.cards.len()).all(|card| !news(card, &known)));
        prop_assert!(!matches!(drawn.model, Model::Bayes(_)));
    }
}
