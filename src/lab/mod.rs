//! What a config does to all its visitors: who can win, how often, how surely, and what never matters.
//!
//! Pure: the seed comes in, and so does the word whether to go on, since this module knows no clock. It must never
//! know how a report is shown.

mod balancing;
mod changes;
mod coherent;
mod dead;
mod deck;
mod factors;
mod findings;
mod hands;
mod idle;
mod interview;
mod pace;
mod proof;
mod reach;
mod report;
mod stops;
mod uniform;
mod walk;

pub use balancing::{Balanced, WeightChange, balance};
pub use coherent::wilson;
pub use interview::{Calibrated, Interview, interview};
pub use report::{
    Ask, CardReport, CareerReport, Dead, Estimate, Open, Reach, Report, Shares, Stage, StopReport, Verdicts, Visitors,
};

use crate::{
    config::{Matching, Problem, model::Score},
    matcher::{Answers, Matcher},
    quiz::Quiz,
};
use deck::Deck;
use pace::Pace;

/// Everything about a quiz. Stops early, with what is known by then, once `ask` says no.
pub fn report(quiz: &Quiz, seed: u64, ask: Ask) -> Report {
    let mut pace = Pace::new(ask);
    let mut deck = Deck::new(quiz.matcher());
    pace.until(0.3);
    let mut uniform = uniform::play(&mut deck, seed, &mut pace);
    pace.until(0.5);
    let coherent = coherent::play(&mut deck, seed, &mut pace);
    pace.until(0.7);
    let stops = stops::play(quiz, &mut deck, seed, &mut pace);
    pace.until(0.9);
    let reach = reaches(&mut deck, &mut uniform, &mut pace);
    pace.until(0.95);
    let dead = dead::dead(quiz.config(), &mut deck, &mut uniform, &mut pace);
    let attainable = attainable(quiz);
    let careers = reach.into_iter().enumerate().map(|(career, reach)| CareerReport {
        reach,
        share: coherent.shares(uniform.share(uniform.shares[career]), coherent.wins[career]),
        attainable: attainable[career],
    });
    let mut report = Report {
        careers: careers.collect(),
        cards: (0..deck.cards).map(|card| CardReport { power: uniform.changes.power(card) }).collect(),
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
    pace.until(1.0);
    report.problems = findings::problems(quiz, &report, &mut pace);
    report
}

/// Whether each career can come first, by proof alone: without looking at all ways to answer.
pub fn proofs(quiz: &Quiz, ask: Ask) -> Vec<Reach> {
    let mut deck = Deck::new(quiz.matcher());
    let mut pace = Pace::new(ask);
    let forks = hands::forks(&mut deck, &mut pace);
    let reaches = (0..deck.careers).map(|career| prove(forks.as_deref(), career, &mut pace, &deck)).collect();
    settled(&deck, reaches, false)
}

/// The same by linear and integer programming alone, without a search for answers before.
#[doc(hidden)]
pub fn programmed(quiz: &Quiz, ask: Ask) -> Vec<Reach> {
    let mut deck = Deck::new(quiz.matcher());
    let mut pace = Pace::new(ask);
    let forks = hands::forks(&mut deck, &mut pace);
    let reach = |career| forks.as_deref().map_or(Reach::Unknown, |forks| reach::programmed(forks, career, &mut pace));
    let reaches = (0..deck.careers).map(reach).collect();
    settled(&deck, reaches, false)
}

/// Whether the stop of a quiz that ends when it is confident keeps what it states, at a glance.
pub fn overstatement(quiz: &Quiz, seed: u64) -> Option<Problem> {
    stops::glance(quiz, &mut Deck::new(quiz.matcher()), seed).and_then(|told| findings::overstated(&told))
}

/// Whether percentages go against the order of careers, as they can where points are counted as they are.
pub fn raw_percent(quiz: &Quiz) -> Option<Problem> {
    findings::raw_percent(quiz, &attainable(quiz))
}

/// The verdicts of the first visitors, by the matcher itself.
#[doc(hidden)]
pub fn verdicts_by_matcher(quiz: &Quiz, seed: u64, visitors: usize) -> Verdicts {
    coherent::by_matcher(&mut Deck::new(quiz.matcher()), seed, visitors)
}

/// The visitors who are asked under early stops.
#[doc(hidden)]
pub fn visitors(quiz: &Quiz, seed: u64, count: usize) -> Vec<Answers> {
    let mut deck = Deck::new(quiz.matcher());
    let visitors = stops::Visitors::new(&mut deck, seed, &mut || true);
    visitors.map_or_else(Vec::new, |mut visitors| (0..count).map(|_| visitors.next(&deck)).collect())
}

fn prove(forks: Option<&[hands::Fork]>, career: usize, pace: &mut Pace, deck: &Deck) -> Reach {
    let done = career as f64 / deck.careers as f64;
    forks.map_or(Reach::Unknown, |forks| reach::reach(forks, career, pace, done))
}

/// From all ways to answer; else from answers that were seen, or proved.
fn reaches(deck: &mut Deck, uniform: &mut uniform::Uniform, pace: &mut Pace) -> Vec<Reach> {
    let forks = if uniform.exact || uniform.sole.iter().all(Option::is_some) { None } else { hands::forks(deck, pace) };
    let reach = |career: usize| match (uniform.sole[career].take(), uniform.tied[career].take()) {
        (Some(answers), _) => Reach::Sole(answers),
        (None, Some(answers)) if uniform.exact => Reach::Tie(answers),
        (None, None) if uniform.exact => Reach::Never,
        _ => prove(forks.as_deref(), career, pace, deck),
    };
    let reaches = (0..deck.careers).map(reach).collect();
    settled(deck, reaches, uniform.exact)
}

/// What the quiz's rule for ties makes of who can come first. Where not all ways were gone, a career that comes first
/// in ties is known to only by one that was seen.
fn settled(deck: &Deck, mut reaches: Vec<Reach>, exact: bool) -> Vec<Reach> {
    let mut seen = None;
    for (career, reach) in reaches.iter_mut().enumerate() {
        let Reach::Tie(answers) = reach else { continue };
        let ranking = deck.matcher.rank(answers);
        if ranking.best().iter().all(|place| place.career != career) {
            seen = Some(std::mem::take(answers));
            *reach = Reach::Never;
        }
    }
    if let (Some(career), false) = (deck.matcher.tie_career(), exact)
        && !matches!(reaches[career], Reach::Sole(_))
    {
        reaches[career] = seen.map_or(Reach::Unknown, Reach::Sole);
    }
    reaches
}

/// By career, the least and the most of its points or score.
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

/// How many careers of equal share would be as mixed as these; nothing where none ever wins.
fn effective(wins: &[usize]) -> Option<f64> {
    let all = wins.iter().sum::<usize>() as f64;
    if all == 0.0 {
        return None;
    }
    let shares = wins.iter().filter(|count| **count > 0).map(|count| *count as f64 / all);
    Some(libm::exp(-shares.map(|share| share * libm::log(share)).sum::<f64>()))
}
