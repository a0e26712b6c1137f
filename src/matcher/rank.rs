//! Careers in the order of their scores.

use super::{
    TIE,
    answer::Answers,
    flow::{ResolvedAnswers, holds},
    models::Matcher,
};
use crate::config::Ties;

/// The position of one career in the ranking.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct RankedCareer {
    /// Its index in the config.
    pub career: usize,
    /// 1 for the best; tied careers share a rank.
    pub rank: usize,
    /// The number that orders careers. Its meaning depends on the model.
    pub score: f64,
    /// The match as shown, 0 to 1.
    pub share: f64,
}

/// A career that a rule excludes.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Excluded {
    pub career: usize,
    /// The index of the rule in the career's `require` list, followed by its `exclude` list.
    pub rule: usize,
}

/// All careers that may be recommended, best first. Tied careers are in the order of the config.
#[derive(Clone, Debug, PartialEq)]
pub struct Ranking {
    places: Vec<RankedCareer>,
    excluded: Vec<Excluded>,
}

impl Ranking {
    pub fn places(&self) -> &[RankedCareer] {
        &self.places
    }

    /// The best career, or all careers that share the first place; empty if rules exclude all.
    pub fn best(&self) -> &[RankedCareer] {
        &self.places[..self.places.partition_point(|place| place.rank == 1)]
    }

    pub fn excluded(&self) -> &[Excluded] {
        &self.excluded
    }
}

impl Matcher {
    /// Ranks every career that no rule excludes.
    pub fn rank(&self, answers: &Answers) -> Ranking {
        let resolved = self.flow().resolve(answers);
        let mut ranking = self.rank_course(&resolved);
        let tie_break = self.flow().tie_break().and_then(|card| Some((card, (*answers.get(card)?)?)));
        if let (Some((card, answer)), true) = (tie_break, ranking.best().len() > 1) {
            let tied = ranking.best().len();
            order(&mut ranking.places[..tied], &|place| self.value(card, answer, place.career));
        }
        if self.ties() != Ties::Shared {
            self.settle(&mut ranking);
        }
        ranking
    }

    /// Decides ties if the quiz has a rule for them.
    #[inline(never)]
    fn settle(&self, ranking: &mut Ranking) {
        match self.ties() {
            Ties::Shared => {}
            Ties::Priority => ranking.places.iter_mut().enumerate().for_each(|(at, place)| place.rank = at + 1),
            Ties::Career(career) => {
                let is_out = ranking.excluded.iter().any(|out| out.career == career);
                if let ([first, _, ..], false) = (ranking.best(), is_out) {
                    let first = RankedCareer { career, ..*first };
                    ranking.places.iter_mut().for_each(|place| place.rank += 1);
                    ranking.places.insert(0, first);
                }
            }
        }
    }

    /// The tie-break card, if several careers come first without it.
    pub fn pending_tie_break(&self, resolved: &ResolvedAnswers) -> Option<usize> {
        self.flow().tie_break().filter(|_| self.rank_course(resolved).best().len() > 1)
    }

    pub(super) fn rank_course(&self, resolved: &ResolvedAnswers) -> Ranking {
        let scores = self.scores(resolved);
        let shares = self.shares(resolved, &scores);
        let excluded = self.excluded(resolved);
        let mut out = excluded.iter().map(|it| it.career).peekable();
        let mut places = Vec::with_capacity(scores.len());
        for (career, (score, share)) in scores.into_iter().zip(shares).enumerate() {
            if out.next_if_eq(&career).is_none() && self.tie_career() != Some(career) {
                places.push(RankedCareer { career, rank: 0, score, share });
            }
        }
        order(&mut places, &|place| place.score);
        Ranking { places, excluded }
    }

    /// The excluded careers in order, each with the first rule that excludes it.
    pub(crate) fn excluded(&self, resolved: &ResolvedAnswers) -> Vec<Excluded> {
        let mut excluded = Vec::new();
        for (career, rules) in self.rules().iter().enumerate() {
            let broken = |(when, wanted): &(_, bool)| holds(when, &resolved.effective) != *wanted;
            if let Some(rule) = rules.iter().position(broken) {
                excluded.push(Excluded { career, rule });
            }
        }
        excluded
    }
}

/// Sorts by a value, best first. Values that tie with the first of their group share its rank, and are in the order of
/// the config.
fn order(places: &mut [RankedCareer], value: &dyn Fn(&RankedCareer) -> f64) {
    places.sort_by(|a, b| value(b).total_cmp(&value(a)));
    let mut start = 0;
    for i in 0..=places.len() {
        if i == places.len() || value(&places[start]) - value(&places[i]) > TIE {
            places[start..i].sort_by_key(|place| place.career);
            start = i;
        }
        if let Some(place) = places.get_mut(i) {
            place.rank = start + 1;
        }
    }
}
