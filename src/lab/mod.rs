//! The effect of a config on all its visitors: which careers can win, how often, with what certainty, and what never
//! matters.
//!
//! Pure: the seed comes from outside, and the caller decides when to stop, because this module has no clock. It must
//! never know how a report is shown.

mod answer_space;
mod balancing;
mod branches;
mod budget;
mod changes;
mod coherent;
mod dead;
mod factors;
mod finding;
mod findings;
mod hunt;
mod interview;
mod proof;
mod reach;
mod report;
mod stops;
mod uniform;
mod walk;

pub use balancing::{Balanced, WeightChange, balance};
pub use coherent::wilson;
pub use finding::Finding;
pub use interview::{Calibrated, Interview, interview};
pub use report::{
    CardReport, CareerReport, Dead, Estimate, Open, Progress, Reach, Report, Shares, Stage, StopReport, Verdicts,
    Visitors,
};

use crate::{
    config::{Matching, Problem, model::Score},
    matcher::{Answers, Matcher},
    quiz::Quiz,
};
use answer_space::AnswerSpace;
use budget::Budget;

/// The full report on a quiz. Stops early with partial figures when `progress` returns false.
pub fn report(quiz: &Quiz, seed: u64, progress: Progress) -> Report {
    let mut budget = Budget::new(progress);
    let mut space = AnswerSpace::new(quiz.matcher());
    budget.until(0.3);
    let mut uniform = uniform::play(&mut space, seed, &mut budget);
    budget.until(0.5);
    let coherent = coherent::play(&mut space, seed, &mut budget);
    budget.until(0.7);
    let stops = stops::play(quiz, &mut space, seed, &mut budget);
    budget.until(0.9);
    let reach = reaches(&mut space, &mut uniform, &mut budget);
    budget.until(0.95);
    let dead = dead::dead(quiz.config(), &mut space, &mut uniform, &mut budget);
    let attainable = attainable(quiz);
    let careers = reach.into_iter().enumerate().map(|(career, reach)| CareerReport {
        reach,
        share: coherent.shares(uniform.share(uniform.shares[career]), coherent.wins[career]),
        attainable: attainable[career],
    });
    let mut report = Report {
        careers: careers.collect(),
        cards: (0..space.cards).map(|card| CardReport { power: uniform.changes.power(card) }).collect(),
        ties: coherent.shares(uniform.share(uniform.ties), coherent.ties),
        flips: uniform.changes.flips(),
        verdicts: coherent.verdicts(),
        effective: effective(&coherent.wins),
        stops,
        dead,
        visitors: Visitors { uniform: uniform.seen, coherent: coherent.drawn },
        exact: uniform.exact,
        problems: Vec::new(),
    };
    budget.until(1.0);
    report.problems = findings::problems(quiz, &report, &mut budget);
    report
}

/// Whether each career can come first, by proof alone, without enumerating all answer paths.
pub fn proofs(quiz: &Quiz, progress: Progress) -> Vec<Reach> {
    let mut space = AnswerSpace::new(quiz.matcher());
    let mut budget = Budget::new(progress);
    let branches = branches::branches(&mut space, &mut budget);
    let reaches = (0..space.careers).map(|career| prove(branches.as_deref(), career, &mut budget, &space)).collect();
    settled(&space, reaches, false)
}

/// The same by linear and integer programming alone, without a heuristic search first.
#[doc(hidden)]
pub fn programmed(quiz: &Quiz, progress: Progress) -> Vec<Reach> {
    let mut space = AnswerSpace::new(quiz.matcher());
    let mut budget = Budget::new(progress);
    let branches = branches::branches(&mut space, &mut budget);
    let reach = |career| {
        branches
            .as_deref()
            .map_or(Reach::Unknown, |branches| reach::programmed(branches, career, &mut budget))
    };
    let reaches = (0..space.careers).map(reach).collect();
    settled(&space, reaches, false)
}

/// A quick check whether a quiz that stops when it is confident overstates its confidence.
pub fn overstatement(quiz: &Quiz, seed: u64) -> Option<Problem> {
    stops::glance(quiz, &mut AnswerSpace::new(quiz.matcher()), seed).and_then(|told| findings::overstated(&told))
}

/// Whether percentages can contradict the order of careers, as is possible with raw points.
pub fn raw_percent(quiz: &Quiz) -> Option<Problem> {
    findings::raw_percent(quiz, &attainable(quiz))
}

/// The verdicts of the first visitors, from the matcher itself.
#[doc(hidden)]
pub fn verdicts_by_matcher(quiz: &Quiz, seed: u64, visitors: usize) -> Verdicts {
    coherent::by_matcher(&mut AnswerSpace::new(quiz.matcher()), seed, visitors)
}

/// The simulated visitors for early stops.
#[doc(hidden)]
pub fn visitors(quiz: &Quiz, seed: u64, count: usize) -> Vec<Answers> {
    let mut space = AnswerSpace::new(quiz.matcher());
    let visitors = stops::Visitors::new(&mut space, seed, &mut || true);
    visitors.map_or_else(Vec::new, |mut visitors| (0..count).map(|_| visitors.next(&space)).collect())
}

fn prove(branches: Option<&[branches::Branch]>, career: usize, budget: &mut Budget, space: &AnswerSpace) -> Reach {
    let done = career as f64 / space.careers as f64;
    branches.map_or(Reach::Unknown, |branches| reach::reach(branches, career, budget, done))
}

/// From all answer paths; otherwise from answers found in samples, or proved.
fn reaches(space: &mut AnswerSpace, uniform: &mut uniform::Uniform, budget: &mut Budget) -> Vec<Reach> {
    let branches = if uniform.exact || uniform.sole.iter().all(Option::is_some) {
        None
    } else {
        branches::branches(space, budget)
    };
    let reach = |career: usize| match (uniform.sole[career].take(), uniform.tied[career].take()) {
        (Some(answers), _) => Reach::Sole(answers),
        (None, Some(answers)) if uniform.exact => Reach::Tie(answers),
        (None, None) if uniform.exact => Reach::Never,
        _ => prove(branches.as_deref(), career, budget, space),
    };
    let reaches = (0..space.careers).map(reach).collect();
    settled(space, reaches, uniform.exact)
}

/// Applies the quiz's rule for ties to the reach of careers. Without a full enumeration, the career that wins all ties
/// is `Sole` only if an example of a tie was found; otherwise it is `Unknown`.
fn settled(space: &AnswerSpace, mut reaches: Vec<Reach>, exact: bool) -> Vec<Reach> {
    let mut seen = None;
    for (career, reach) in reaches.iter_mut().enumerate() {
        let Reach::Tie(answers) = reach else { continue };
        let ranking = space.matcher.rank(answers);
        if ranking.best().iter().all(|place| place.career != career) {
            seen = Some(std::mem::take(answers));
            *reach = Reach::Never;
        }
    }
    if let (Some(career), false) = (space.matcher.tie_career(), exact)
        && !matches!(reaches[career], Reach::Sole(_))
    {
        reaches[career] = seen.map_or(Reach::Unknown, Reach::Sole);
    }
    reaches
}

/// By career, the minimum and maximum of its points or score.
fn attainable(quiz: &Quiz) -> Vec<(f64, f64)> {
    let raw;
    let matcher = match quiz.config().matching() {
        Matching::Points(Score::Attainable | Score::Z) => {
            raw = Matcher::new(&quiz.config().matched_by(Matching::Points(Score::Raw)));
            &raw
        }
        _ => quiz.matcher(),
    };
    let range = |career| {
        let bounds = matcher.bounds(career);
        (bounds.least, bounds.most)
    };
    (0..matcher.careers()).map(range).collect()
}

/// The number of careers with equal shares that would have the same entropy; `None` if no career ever wins.
fn effective(wins: &[usize]) -> Option<f64> {
    let all = wins.iter().sum::<usize>() as f64;
    if all == 0.0 {
        return None;
    }
    let shares = wins.iter().filter(|count| **count > 0).map(|count| *count as f64 / all);
    Some(libm::exp(-shares.map(|share| share * libm::log(share)).sum::<f64>()))
}
