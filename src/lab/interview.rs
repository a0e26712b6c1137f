//! A simulated interview: the quiz asks a visitor with known answers, and the early result is compared with the full
//! one.

use crate::{
    adaptive::{SHORT_LIST, TOP},
    matcher::{Answers, Ranking},
    quiz::{Quiz, Selection},
};

/// The cards asked and the result found for one visitor.
#[derive(Clone, Debug, PartialEq)]
pub struct Interview {
    /// In the order of asking, including the tie-break.
    pub asked: Vec<usize>,
    /// The stated probability that the first place stays the same.
    pub confidence: f64,
    /// Careers, best first, after the cards asked.
    pub ranking: Vec<usize>,
    /// The same after all cards.
    pub full: Vec<usize>,
    /// The number of careers that share the first place in `ranking` and in `full`; more than one is a tie.
    pub level: (usize, usize),
    /// Whether a first career after the cards asked is also first after all cards. Tied careers all count as first, in
    /// any order.
    pub same_first: bool,
    /// The event that `confidence` predicts: `same_first`; above 50 careers, whether a first career is among the full
    /// top ten.
    pub agrees: bool,
}

/// Asks the visitor one card after another. An answer is read only when its card is asked. A missing answer counts as
/// "not sure".
pub fn interview(quiz: &Quiz, answers: &Answers, seed: u64) -> Interview {
    let mut known = vec![None; answers.len()];
    let mut asked = Vec::new();
    while let Some(card) = (Selection { quiz, answers: &known, history: &asked, seed, least: 0 }).next() {
        asked.push(card);
        known[card] = answers[card];
    }
    let selection = Selection { quiz, answers: &known, history: &asked, seed, least: 0 };
    let (matcher, confidence) = selection.result();
    if let Some(card) = matcher.pending_tie_break(&matcher.flow().resolve(&known)) {
        asked.push(card);
        known[card] = answers[card];
    }
    let (ranking, full) = (matcher.rank(&known), quiz.matcher().rank(answers));
    // Tied careers share a rank, so a tie across the tenth place counts as within the top ten.
    let keeps = |rank: usize| {
        let mut kept = full.places().iter().take_while(|place| place.rank <= rank);
        kept.any(|place| ranking.best().iter().any(|early| early.career == place.career))
            || ranking.places().is_empty() && full.places().is_empty()
    };
    let same_first = keeps(1);
    let agrees = if full.places().len() > SHORT_LIST { keeps(TOP) } else { same_first };
    let order = |ranking: &Ranking| ranking.places().iter().map(|place| place.career).collect::<Vec<_>>();
    Interview {
        level: (ranking.best().len(), full.best().len()),
        ranking: order(&ranking),
        full: order(&full),
        asked,
        confidence,
        same_first,
        agrees,
    }
}

/// Sums over many visitors: cards asked, agreement, and calibration of the confidence. Without visitors the means are
/// meaningless.
#[derive(Clone, Debug, Default)]
pub struct Calibrated {
    pub rows: usize,
    asked: usize,
    agreed: usize,
    same_first: usize,
    ties: (usize, usize),
    /// Ten equal bins of confidence: the count, the sum of confidence, the number that agreed.
    bins: [(usize, f64, usize); 10],
}

impl Calibrated {
    pub fn add(&mut self, told: &Interview) {
        self.rows += 1;
        self.asked += told.asked.len();
        self.agreed += usize::from(told.agrees);
        self.same_first += usize::from(told.same_first);
        self.ties.0 += usize::from(told.level.0 > 1);
        self.ties.1 += usize::from(told.level.1 > 1);
        let bin = &mut self.bins[((told.confidence * 10.0) as usize).min(9)];
        bin.0 += 1;
        bin.1 += told.confidence;
        bin.2 += usize::from(told.agrees);
    }

    fn mean(&self, sum: f64) -> f64 {
        sum / self.rows.max(1) as f64
    }

    pub fn mean_asked(&self) -> f64 {
        self.mean(self.asked as f64)
    }

    /// The share of visitors whose early result agrees with the full one.
    pub fn agreement(&self) -> f64 {
        self.mean(self.agreed as f64)
    }

    pub fn agreed(&self) -> usize {
        self.agreed
    }

    /// The share of visitors with the same first career, for any number of careers.
    pub fn same_first(&self) -> f64 {
        self.mean(self.same_first as f64)
    }

    /// The number of results with a tie for the first place: after the cards asked, and after all cards.
    pub fn ties(&self) -> (usize, usize) {
        self.ties
    }

    pub fn mean_confidence(&self) -> f64 {
        self.mean(self.bins.iter().map(|bin| bin.1).sum())
    }

    /// The expected calibration error: the distance between confidence and agreement, averaged over the bins.
    pub fn error(&self) -> f64 {
        let off = |(_, confidence, agreed): &(usize, f64, usize)| (confidence - *agreed as f64).abs();
        self.mean(self.bins.iter().map(off).sum())
    }
}
