//! Random quizzes, generated from a tape of numbers. A tape of zeros gives the simplest quiz, so failures shrink well.

use super::quiz::{Card, Career, Cond, Kind, Model, Picks, Quiz, Ties, Trait};
use proptest::prelude::*;

/// Quizzes with one to four careers and one to four cards (and a tie-break), small enough to try every answer.
pub fn quizzes() -> impl Strategy<Value = Quiz> {
    tapes(400).prop_map(|mut tape| {
        let model = tape.model();
        quiz(&mut tape, model, true)
    })
}

/// The same with up to nine cards: too many to try every answer.
pub fn long_quizzes() -> impl Strategy<Value = Quiz> {
    tapes(700).prop_map(|mut tape| {
        let model = tape.model();
        quiz_of(&mut tape, model, true, 9)
    })
}

/// The same without conditions, rules and tie-break.
pub fn plain_quizzes() -> impl Strategy<Value = Quiz> {
    tapes(300).prop_map(|mut tape| {
        let model = tape.model();
        quiz(&mut tape, model, false)
    })
}

/// One multiple-choice card with twelve options, and one other card.
pub fn big_multiple() -> impl Strategy<Value = Quiz> {
    tapes(200).prop_map(|mut tape| {
        let mut quiz = quiz(&mut tape, Model::Raw, false);
        quiz.cards.truncate(1);
        let max = 1 + tape.below(12);
        let min = 1 + tape.below(max.min(3));
        let card = tape.card(&quiz, Kind::Multiple { options: 12, min, max });
        quiz.cards.push(card);
        quiz
    })
}

/// More careers than the limit for a single winner, and few cards.
pub fn many_careers() -> impl Strategy<Value = Quiz> {
    tapes(900).prop_map(|mut tape| {
        let model = tape.model();
        let mut quiz = quiz(&mut tape, model, true);
        let some = quiz.careers.clone();
        quiz.cards.truncate(3);
        quiz.careers = (0..60).map(|_| tape.career(quiz.traits.len())).collect();
        for career in 0..4 {
            let kept = some.get(career).cloned().into_iter().flat_map(|it| it.exclude);
            quiz.careers[career].exclude = kept.filter(|cond| cond.cards_below(quiz.cards.len())).collect();
        }
        let copies = quiz.cards.clone();
        quiz.cards.clear();
        for card in copies {
            let drawn = tape.card(&quiz, card.kind);
            quiz.cards.push(Card {
                tie_break: false,
                points: drawn.points,
                chance: drawn.chance,
                expect: drawn.expect,
                ..card
            });
        }
        quiz
    })
}

/// Any answers, including those to cards that may be hidden.
pub fn answers(quiz: &Quiz, tape: &[u16]) -> Picks {
    let mut tape = Tape { values: tape.to_vec(), at: 0 };
    let answer = |card: &Card| {
        let answers = card.permitted(&(0..card.kind.rows()).collect::<Vec<_>>());
        if tape.one_in(8) { Vec::new() } else { answers[tape.below(answers.len())].clone() }
    };
    quiz.cards.iter().map(answer).collect()
}

fn tapes(length: usize) -> impl Strategy<Value = Tape> {
    prop::collection::vec(any::<u16>(), length).prop_map(|values| Tape { values, at: 0 })
}

fn quiz(tape: &mut Tape, model: Model, branching: bool) -> Quiz {
    quiz_of(tape, model, branching, 4)
}

fn quiz_of(tape: &mut Tape, model: Model, branching: bool, most: usize) -> Quiz {
    let traits = if model.has_traits() { 1 + tape.below(4) } else { 0 };
    let careers = 1 + tape.below(4);
    let mut quiz = Quiz {
        model,
        ties: tape.ties(careers),
        careers: (0..careers).map(|_| tape.career(traits)).collect(),
        traits: (0..traits).map(|_| Trait { visitors: tape.norm(), careers: tape.norm() }).collect(),
        cards: Vec::new(),
    };
    for at in 0..1 + tape.below(most) {
        let kind = tape.kind();
        let mut card = tape.card(&quiz, kind);
        if branching && at > 0 {
            card.when = tape.one_in(3).then(|| tape.cond(&quiz.cards, 2));
            let options = card.option_when.iter_mut();
            options.for_each(|when| *when = tape.one_in(5).then(|| tape.cond(&quiz.cards, 1)));
        }
        quiz.cards.push(card);
    }
    if branching {
        for career in 0..careers {
            for list in [true, false] {
                if tape.one_in(6) {
                    let cond = if !model.is_bayes() && tape.one_in(3) {
                        let (least, most) =
                            [(Some(1.0), None), (None, Some(0.5)), (Some(-0.1), Some(1.1))][tape.below(3)];
                        Cond::Total(tape.below(quiz.width()), least, most)
                    } else {
                        tape.cond(&quiz.cards, 2)
                    };
                    let career = &mut quiz.careers[career];
                    if list { career.exclude.push(cond) } else { career.require.push(cond) }
                }
            }
        }
        if tape.one_in(3) {
            let kind = if tape.one_in(2) { Kind::Swipe } else { Kind::Single(3) };
            let card = tape.card(&quiz, kind);
            quiz.cards.push(Card { tie_break: true, ..card });
        }
    }
    quiz
}

struct Tape {
    values: Vec<u16>,
    at: usize,
}

impl std::fmt::Debug for Tape {
    fn fmt(&self, f: &mut std::fmt::Formatter) -> std::fmt::Result {
        write!(f, "a tape")
    }
}

impl Tape {
    fn below(&mut self, n: usize) -> usize {
        self.at += 1;
        (usize::from(self.values.get(self.at - 1).copied().unwrap_or(0)) * n) >> 16
    }

    fn one_in(&mut self, n: usize) -> bool {
        self.below(n) == n - 1
    }

    fn model(&mut self) -> Model {
        let temper = [1.0, 0.8, 0.3][self.below(3)];
        [Model::Attainable, Model::Z, Model::Raw, Model::Shape, Model::Distance, Model::Affinity, Model::Bayes(temper)]
            [self.below(7)]
    }

    fn ties(&mut self, careers: usize) -> Ties {
        match self.below(4) {
            2 => Ties::Listed,
            3 => Ties::Extra(self.below(careers)),
            _ => Ties::Shared,
        }
    }

    /// Few different numbers, so that careers tie; tenths, so that sums round.
    fn points(&mut self) -> f64 {
        [0.0, 1.0, 0.1, 2.0, -1.0, 0.3, 0.2, -0.7][self.below(8)]
    }

    fn chance(&mut self) -> Option<f64> {
        [None, Some(0.5), Some(0.1), Some(0.25), Some(0.9), Some(0.0), Some(1.0)][self.below(7)]
    }

    fn norm(&mut self) -> Option<(f64, f64)> {
        [None, Some((0.0, 2.0)), Some((0.3, 0.5)), Some((-1.0, 1.5))][self.below(4)]
    }

    fn career(&mut self, traits: usize) -> Career {
        Career {
            profile: (0..traits).map(|_| self.points()).collect(),
            prior: [1.0, 2.0, 0.5][self.below(3)],
            require: Vec::new(),
            exclude: Vec::new(),
        }
    }

    fn kind(&mut self) -> Kind {
        match self.below(4) {
            0 => Kind::Single(2 + self.below(3)),
            1 => Kind::Swipe,
            2 => Kind::Scale(2 + self.below(4)),
            _ => {
                let options = 2 + self.below(3);
                let max = 1 + self.below(options);
                Kind::Multiple { options, min: 1 + self.below(max), max }
            }
        }
    }

    fn card(&mut self, quiz: &Quiz, kind: Kind) -> Card {
        let (careers, width) = (quiz.careers.len(), quiz.width());
        let entries = if kind.has_options() { kind.rows() } else { 1 };
        let mut table = |width| (0..entries).map(|_| (0..width).map(|_| self.points()).collect()).collect();
        let points = if quiz.model.is_bayes() { Vec::new() } else { table(width) };
        let mut chances = || (0..careers).map(|_| self.chance()).collect();
        let chance = if quiz.model.is_bayes() { (0..entries).map(|_| chances()).collect() } else { Vec::new() };
        let some = matches!(kind, Kind::Multiple { .. }) && self.one_in(2);
        let exclusive = (0..entries).filter(|row| some && (*row == 1 || self.one_in(4))).collect();
        Card {
            kind,
            exclusive,
            required: self.one_in(2),
            tie_break: false,
            when: None,
            option_when: if kind.has_options() { vec![None; entries] } else { Vec::new() },
            points,
            chance,
            expect: (0..careers)
                .map(|_| [None, Some((1.0, 1.0)), Some((3.5, 0.7)), Some((2.0, 30.0))][self.below(4)])
                .collect(),
        }
    }

    /// A condition over some of the cards.
    fn cond(&mut self, cards: &[Card], depth: usize) -> Cond {
        let card = self.below(cards.len());
        let kind = cards[card].kind;
        let row = self.below(kind.rows());
        match self.below(if depth > 0 { 7 } else { 4 }) {
            1 if matches!(kind, Kind::Scale(_) | Kind::Multiple { .. }) => Cond::AtLeast(card, 1 + row),
            2 => Cond::Answered(card, self.one_in(2)),
            3 => Cond::AnyOf(card, (0..=row).collect()),
            4 => Cond::Not(Box::new(self.cond(cards, depth - 1))),
            5 => Cond::All((0..2).map(|_| self.cond(cards, depth - 1)).collect()),
            6 => Cond::Any((0..2).map(|_| self.cond(cards, depth - 1)).collect()),
            _ => Cond::Is(card, row),
        }
    }
}

impl Cond {
    /// Whether it depends on a total.
    pub fn adds_up(&self) -> bool {
        match self {
            Cond::Total(..) => true,
            Cond::Not(inner) => inner.adds_up(),
            Cond::All(list) | Cond::Any(list) => list.iter().any(Cond::adds_up),
            Cond::Is(..) | Cond::AnyOf(..) | Cond::AtLeast(..) | Cond::Answered(..) => false,
        }
    }

    fn cards_below(&self, count: usize) -> bool {
        match self {
            Cond::Is(card, _) | Cond::AnyOf(card, _) | Cond::AtLeast(card, _) | Cond::Answered(card, _) => {
                *card < count
            }
            Cond::Total(..) => true,
            Cond::Not(inner) => inner.cards_below(count),
            Cond::All(list) | Cond::Any(list) => list.iter().all(|it| it.cards_below(count)),
        }
    }
}
