//! Careers in the order of their match.

use super::{TIE, answer::Answers, table::Table};

/// One career's place.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Place {
    /// Its place in the config's list.
    pub career: usize,
    /// 1 for the best; careers that tie share it.
    pub rank: usize,
    /// The sum of its points.
    pub score: f64,
    /// Where that sum lies between the least and the most it could be, 0 to 1. The order is by this number.
    pub share: f64,
}

/// All careers, best first. Those that tie stand in the order of the config.
#[derive(Clone, Debug, PartialEq)]
pub struct Ranking(Vec<Place>);

impl Ranking {
    pub fn places(&self) -> &[Place] {
        &self.0
    }

    /// The best career, or those that share the first place.
    pub fn best(&self) -> &[Place] {
        let end = self.0.partition_point(|place| place.rank == 1);
        &self.0[..end]
    }
}

/// Ranks every career by its match.
pub fn rank(table: &Table, answers: &Answers) -> Ranking {
    let sums = table.sums(answers);
    let place = |(career, score)| Place { career, rank: 0, score, share: table.bounds(career).place(score) };
    let mut places: Vec<_> = sums.into_iter().enumerate().map(place).collect();
    places.sort_by(|a, b| b.share.total_cmp(&a.share));
    let mut start = 0;
    for i in 0..places.len() {
        if places[start].share - places[i].share > TIE {
            places[start..i].sort_by_key(|place| place.career);
            start = i;
        }
        places[i].rank = start + 1;
    }
    places[start..].sort_by_key(|place| place.career);
    Ranking(places)
}
