//! A visitor whose answers are all known, asked as the quiz would ask, and what the early result is worth.

use crate::{
    adaptive::{SHORT_LIST, TOP},
    matcher::{Answers, Ranking},
    quiz::{Quiz, Selection},
};

/// What a quiz asked one visitor, and what it found.
#[derive(Clone, Debug, PartialEq)]
pub struct Interview {
    /// In the order of asking, the tie-break included.
    pub asked: Vec<usize>,
    /// How likely the first place was said to be to last.
    pub confidence: f64,
    /// Careers from the first, after the cards that were asked.
    pub ranking: Vec<usize>,
    /// The same after all cards.
    pub full: Vec<usize>,
    /// How many careers share the first place in `ranking` and in `full`; more than one is a tie.
    pub level: (usize, usize),
    /// Whether a first career after the asked cards is a first career after all of them. Careers that tie are all
    /// first, whatever their order in the file.
    pub same_first: bool,
    /// What confidence is about: `same_first`; above 50 careers, whether one is among the full first ten.
    pub agrees: bool,
}

/// Asks the visitor one card after the other, and looks at no answer before it is asked for. An answer that is missing
/// counts as "not sure".
pub fn interview(quiz: &Quiz, answers: &Answers, seed: u64) -> Interview {
    let mut known = vec![None; answers.len()];
    let mut asked = Vec::new();
    while let Some(card) = (Selection { quiz, answers: &known, history: &asked, seed, least: 0 }).next() {
        asked.push(card);
        known[card] = answers[card];
    }
    let selection = Selection { quiz, answers: &known, history: &asked, seed, least: 0 };
    let (matcher, confidence) = selection.result();
    if let Some(card) = matcher.pending_tie_break(&matcher.flow().follow(&known)) {
        asked.push(card);
        known[card] = answers[card];
    }
    let (ranking, full) = (matcher.rank(&known), quiz.matcher().rank(answers));
    // Ranks are shared by careers that tie, so a tie across the tenth place counts as within the first ten.
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

/// Sums over many visitors: cards, agreement, and how far confidence was off. Where nobody was
/// asked, means mean nothing.
#[derive(Clone, Debug, Default)]
pub struct Calibrated {
    pub rows: usize,
    asked: usize,
    agreed: usize,
    same_first: usize,
    ties: (usize, usize),
    /// Ten equal bins of confidence: how many, the sum of confidence, how many agreed.
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

    /// The share of visitors whose result agrees with the full one.
    pub fn agreement(&self) -> f64 {
        self.mean(self.agreed as f64)
    }

    pub fn agreed(&self) -> usize {
        self.agreed
    }

    /// The share of visitors whose first career is the same, however many careers there are.
    pub fn same_first(&self) -> f64 {
        self.mean(self.same_first as f64)
    }

    /// How many results had several first careers: those after the asked cards, and those after all cards.
    pub fn ties(&self) -> (usize, usize) {
        self.ties
    }

    pub fn mean_confidence(&self) -> f64 {
        self.mean(self.bins.iter().map(|bin| bin.1).sum())
    }

    /// The expected calibration error: over the bins, how far confidence and agreement lie apart.
    pub fn error(&self) -> f64 {
        let off = |(_, confidence, agreed): &(usize, f64, usize)| (confidence - *agreed as f64).abs();
        self.mean(self.bins.iter().map(off).sum())
    }
}
