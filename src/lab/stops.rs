//! What early stops save and cost: coherent visitors, interviewed under each stop and order, compared with their full
//! answers.

use super::{
    answer_space::AnswerSpace,
    budget::Budget,
    coherent::{Crowd, wilson},
    interview::{Calibrated, interview},
    report::StopReport,
};
use crate::{
    config::{
        Asking,
        model::{Order, Stop},
    },
    matcher::{Answer, Answers, ResolvedAnswers},
    quiz::Quiz,
    random::Random,
};

/// Number of visitors: the maximum (small quizzes) and the minimum (large quizzes).
const VISITORS: usize = 400;
const FEWEST: usize = 40;
/// The work limit: rows times rivals for every card, over all visitors and all combinations of order and stop.
const WORK: usize = 120_000_000;
/// The same for a quick check: the minimum and maximum number of visitors, and the work limit.
const GLANCES: (usize, usize) = (20, 100);
const GLANCE_WORK: usize = 6_000_000;
/// The number of rivals considered when a card is chosen.
const RIVALS: usize = 128;

/// One combination of order and stop.
struct Way {
    quiz: Quiz,
    sum: Calibrated,
}

/// Interviews the visitors under all combinations. If time runs out, all combinations have the same first visitors.
pub(super) fn play(quiz: &Quiz, space: &mut AnswerSpace, seed: u64, budget: &mut Budget) -> Vec<StopReport> {
    let visitors = Visitors::new(space, seed, &mut || budget.go("early stops", 0.0));
    let Some(mut visitors) = visitors.filter(|_| budget.go("early stops", 0.0)) else { return Vec::new() };
    let mut ways: Vec<_> = asked(*quiz.config().asking())
        .map(|asking| Way { quiz: Quiz::new(quiz.config().asked_by(asking)), sum: Calibrated::default() })
        .collect();
    let flow = quiz.matcher().flow();
    let rows: usize = flow.cards.iter().map(|card| card.rows).sum();
    let work = rows * space.cards * space.careers.min(RIVALS) * ways.len();
    let wanted = (WORK / work).clamp(FEWEST, VISITORS);
    let mut of = 0;
    'visitors: for drawn in 0..wanted {
        let answers = visitors.next(space);
        let resolved = flow.resolve(&answers);
        let tie_break = usize::from(quiz.matcher().pending_tie_break(&resolved).is_some());
        let mut told = Vec::with_capacity(ways.len());
        for way in &ways {
            if !budget.go("early stops", drawn as f64 / wanted as f64) {
                // All combinations must have the same visitors to be comparable.
                break 'visitors;
            }
            // A new seed per visitor for the order `shuffled`, as in `simulate`.
            told.push(interview(&way.quiz, &answers, seed.wrapping_add(drawn as u64)));
        }
        ways.iter_mut().zip(&told).for_each(|(way, told)| way.sum.add(told));
        of += (0..space.cards).filter(|card| resolved.shows(*card)).count() + tie_break;
    }
    ways.iter().filter(|way| way.sum.rows > 0).map(|way| told(way, of)).collect()
}

/// The config's own stop, with few visitors; `None` if it is not `confident`.
pub(super) fn glance(quiz: &Quiz, space: &mut AnswerSpace, seed: u64) -> Option<StopReport> {
    if quiz.config().asking().stop != Stop::Confident || space.careers < 2 {
        return None;
    }
    let rows: usize = quiz.matcher().flow().cards.iter().map(|card| card.rows).sum();
    let wanted = GLANCE_WORK / (rows * space.cards * space.careers.min(RIVALS)).max(1);
    let mut visitors = Visitors::new(space, seed, &mut || true)?;
    let mut way = Way { quiz: quiz.clone(), sum: Calibrated::default() };
    for drawn in 0..wanted.clamp(GLANCES.0, GLANCES.1) {
        way.sum.add(&interview(quiz, &visitors.next(space), seed.wrapping_add(drawn as u64)));
    }
    Some(told(&way, 0))
}

/// Both stops, in the config's order and in the adaptive order.
fn asked(config: Asking) -> impl Iterator<Item = Asking> {
    let other = (config.order != Order::Adaptive).then_some(Order::Adaptive);
    [Stop::Certain, Stop::Confident].into_iter().flat_map(move |stop| {
        let orders = std::iter::once(config.order).chain(other);
        orders.map(move |order| Asking { order, stop, ..config })
    })
}

fn told(way: &Way, of: usize) -> StopReport {
    let Asking { order, stop, .. } = *way.quiz.config().asking();
    let (low, high) = wilson(way.sum.agreed(), way.sum.rows);
    StopReport {
        stop,
        order,
        visitors: way.sum.rows,
        asked: way.sum.mean_asked(),
        of: of as f64 / way.sum.rows as f64,
        agreement: way.sum.agreement(),
        confidence: way.sum.mean_confidence(),
        low,
        high,
        error: (stop == Stop::Confident).then(|| way.sum.error()),
    }
}

/// Coherent visitors who also have an answer for the tie-break.
pub(super) struct Visitors {
    crowd: Crowd,
    resolved: ResolvedAnswers,
    /// A separate random stream, so that the crowd is the same with and without a tie-break.
    random: Random,
}

impl Visitors {
    pub(super) fn new(space: &mut AnswerSpace, seed: u64, go: &mut dyn FnMut() -> bool) -> Option<Self> {
        Some(Self {
            crowd: Crowd::new(space, seed, go)?,
            resolved: ResolvedAnswers::hidden(space.cards),
            random: Random::new(seed ^ 0x71e_b4ea),
        })
    }

    pub(super) fn next(&mut self, space: &AnswerSpace) -> Answers {
        self.crowd.next(space, &mut self.resolved);
        let mut answers = self.resolved.effective.clone();
        for (card, compiled) in space.matcher.flow().cards.iter().enumerate().filter(|(_, compiled)| compiled.tie_break)
        {
            // There is no information about the tie-break: one answer at random.
            answers[card] = Answer::of([self.random.below(compiled.rows)]);
        }
        answers
    }
}
