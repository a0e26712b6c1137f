//! Findings for authors, as problems of the config. It must never know how they are shown.

use std::collections::BTreeMap;

use super::{
    budget::Budget,
    finding::Finding,
    report::{Reach, Report, StopReport},
};
use crate::{
    config::{
        Card, Checked, Kind, Matching, Problem, ResponseFormat, Trail, Weights,
        model::{Matches, Score, Stop},
    },
    matcher::TIE,
    quiz::Quiz,
};

/// A career is rare below this fraction of an equal share. A range of points is too wide above this multiple of
/// another.
const RARE: f64 = 1.0 / 3.0;
const WIDER: f64 = 2.0;

/// All findings, by career, card and trait. An unmeasured figure gives no finding.
pub(super) fn problems(quiz: &Quiz, report: &Report, budget: &mut Budget) -> Vec<Problem> {
    let config = quiz.config();
    let id = |career: usize| config.careers()[career].id.clone();
    let mut problems = Vec::new();
    let careers = Trail::Root.key("careers");
    // Where most cards depend on conditions, changes of weights have little effect.
    let branches = config.cards().iter().filter(|card| card.when.is_some()).count();
    let can_balance = matches!(config.matching(), Matching::Points(_)) && 2 * branches < config.cards().len();
    let fair = 1.0 / report.careers.len() as f64;
    let mut twins: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for (career, it) in report.careers.iter().enumerate() {
        let path = || careers.index(career).path();
        let rival = above(quiz, report, career, budget);
        match (&it.reach, rival) {
            // The whole confidence interval must lie below the limit.
            (Reach::Sole(_), _) => {
                if let Some(share) = it.share.coherent.filter(|share| share.high < RARE * fair) {
                    let percent = (100.0 * share.share + 0.5) as usize;
                    problems.push(Finding::UnevenShares { percent, balance: can_balance }.at(path()));
                }
            }
            // One cause, one finding: the checker already reports careers without any weights.
            _ if counts_nothing(config, career) => {}
            (_, Some((other, true))) => twins.entry(other.min(career)).or_default().push(other.max(career)),
            (Reach::Tie(_), _) => problems.push(Finding::TieOnlyCareer { career: id(career) }.at(path())),
            (_, Some((other, false))) => problems.push(Finding::DominatedCareer { other: id(other) }.at(path())),
            (Reach::Never, None) => problems.push(Finding::UnreachableCareer { career: id(career) }.at(path())),
            (Reach::Unknown, None) => {}
        }
    }
    for (first, mut others) in twins {
        others.sort_unstable();
        others.dedup();
        let others = others.into_iter().map(id).collect();
        let kind = Kind::Found(crate::config::Finding::TwinCareers { others });
        problems.push(Problem::warning(careers.index(first).path(), kind));
    }
    let cards = Trail::Root.key("cards");
    for card in &report.dead.cards {
        problems.push(Finding::DeadCard { card: config.cards()[*card].id.clone() }.at(cards.index(*card).path()));
    }
    for (card, row) in report.dead.options.iter().filter(|(card, _)| !report.dead.cards.contains(card)) {
        let at = cards.index(*card);
        let option = config.cards()[*card].response.name(*row);
        let path = match config.cards()[*card].response {
            ResponseFormat::Options { .. } => at.key("options").index(*row).path(),
            ResponseFormat::Line { .. } => at.path(),
        };
        problems.push(Finding::DeadOption { option }.at(path));
    }
    for it in &report.dead.traits {
        let id = config.traits()[*it].id.clone();
        problems.push(Finding::DeadTrait { id }.at(Trail::Root.key("traits").index(*it).path()));
    }
    if let Matching::Points(Score::Raw) = config.matching() {
        let range = |career: &usize| report.careers[*career].attainable.1 - report.careers[*career].attainable.0;
        let by_range = |a: &usize, b: &usize| range(a).total_cmp(&range(b));
        let all = 0..report.careers.len();
        if let (Some(least), Some(most)) = (all.clone().min_by(by_range), all.max_by(by_range))
            && range(&most) > WIDER * range(&least)
        {
            let path = Trail::Root.key("matching").key("score").path();
            problems.push(Finding::UnequalPoints { least: id(least), most: id(most) }.at(path));
        }
    }
    let asking = config.asking();
    let own = report.stops.iter().filter(|it| asking.stop == Stop::Confident && it.order == asking.order);
    problems.extend(own.filter_map(overstated));
    problems
}

/// With the score `raw`, careers are ordered by points, but each percentage is relative to the career's own range.
pub(super) fn raw_percent(quiz: &Quiz, attainable: &[(f64, f64)]) -> Option<Problem> {
    let config = quiz.config();
    let shows = config.result().is_none_or(|it| it.matches == Matches::Percent);
    let (Matching::Points(Score::Raw), true) = (config.matching(), shows) else { return None };
    let by_most = |a: &usize, b: &usize| attainable[*a].1.total_cmp(&attainable[*b].1);
    let (least, most) = ((0..attainable.len()).min_by(by_most)?, (0..attainable.len()).max_by(by_most)?);
    let id = |career: usize| config.careers()[career].id.clone();
    let finding = Finding::RawPercent { least: id(least), most: id(most) };
    let path = Trail::Root.key("matching").key("score").path();
    (attainable[most].1 - attainable[least].1 > TIE).then(|| finding.at(path))
}

/// Whether no answer counts for or against a career.
fn counts_nothing(config: &Checked, career: usize) -> bool {
    let silent = |weights: &Weights| weights.iter().all(|(at, value)| *at != career || *value == 0.0);
    let of =
        |card: &Card| card.response.options().iter().all(|it| silent(&it.weights)) && silent(card.response.weights());
    matches!(config.matching(), Matching::Points(_)) && config.cards().iter().all(of)
}

/// The warning for early results with overstated confidence.
pub(super) fn overstated(told: &StopReport) -> Option<Problem> {
    let percent = |share: f64| (100.0 * share + 0.5) as usize;
    let finding = Finding::OverconfidentStop {
        stated: percent(told.confidence),
        kept: percent(told.agreement),
        low: percent(told.low),
        high: percent(told.high),
    };
    let path = Trail::Root.key("flow").key("stop").path();
    told.overstates().then(|| finding.at(path))
}

/// A career that is never below this one, for any answers, and whether the two always tie; `None` if there is no such
/// career or time runs out.
fn above(quiz: &Quiz, report: &Report, career: usize, budget: &mut Budget) -> Option<(usize, bool)> {
    let done = career as f64 / report.careers.len() as f64;
    if matches!(report.careers[career].reach, Reach::Sole(_)) || !budget.go("findings", done) {
        return None;
    }
    let matcher = quiz.matcher();
    (0..matcher.careers())
        .filter(|other| *other != career && matcher.rules()[*other].is_empty())
        .find_map(|other| {
            let lead = matcher.lead(career, other);
            (lead.most <= TIE).then_some((other, lead.least >= -TIE))
        })
}
