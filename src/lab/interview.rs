//! A visitor whose answers are all known, asked as the quiz would ask, and what the early result is worth.

use crate::{
    adaptive::{FEW, TOP},
    matcher::{Answers, Ranking},
    quiz::{Agenda, Quiz},
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
    /// Whether both have the same first career; above 50 careers, whether the first is among the full first ten.
    pub agrees: bool,
}

/// Asks the visitor one card after the other, and looks at no answer before it is asked for. An answer that is missing
/// counts as "not sure".
pub fn interview(quiz: &Quiz, answers: &Answers, seed: u64) -> Interview {
    let mut known = vec![None; answers.len()];
    let mut asked = Vec::new();
    while let Some(card) = (Agenda { quiz, answers: &known, trail: &asked, seed, least: 0 }).next() {
        asked.push(card);
        known[card] = answers[card];
    }
    let agenda = Agenda { quiz, answers: &known, trail: &asked, seed, least: 0 };
    let (matcher, confidence) = agenda.result();
    if let Some(card) = matcher.pending_tie_break(&matcher.flow().follow(&known)) {
        asked.push(card);
        known[card] = answers[card];
    }
    let order = |ranking: Ranking| ranking.places().iter().map(|place| place.career).collect::<Vec<_>>();
    let (ranking, full) = (order(matcher.rank(&known)), order(quiz.matcher().rank(answers)));
    let head = if full.len() > FEW { TOP } else { 1 };
    let agrees = full.iter().take(head).any(|career| Some(career) == ranking.first()) || full.is_empty();
    Interview { asked, confidence, ranking, full, agrees }
}

/// Sums over many visitors: cards, agreement, and how far confidence was off.
#[derive(Clone, Debug, Default)]
pub struct Calibrated {
    pub rows: usize,
    asked: usize,
    agreed: usize,
    /// Ten equal bins of confidence: how many, the sum of confidence, how many agreed.
    bins: [(usize, f64, usize); 10],
}

impl Calibrated {
    pub fn add(&mut self, told: &Interview) {
        self.rows += 1;
        self.asked += told.asked.len();
        self.agreed += usize::from(told.agrees);
        let bin = &mut self.bins[((told.confidence * 10.0) as usize).min(9)];
        bin.0 += 1;
        bin.1 += told.confidence;
        bin.2 += usize::from(told.agrees);
    }

    pub fn mean_asked(&self) -> f64 {
        self.asked as f64 / self.rows.max(1) as f64
    }

    pub fn agreement(&self) -> f64 {
        self.agreed as f64 / self.rows.max(1) as f64
    }

    pub fn agreed(&self) -> usize {
        self.agreed
    }

    /// The expected calibration error: over the bins, how far confidence and agreement lie apart.
    pub fn error(&self) -> f64 {
        let off = |(_, confidence, agreed): &(usize, f64, usize)| (confidence - *agreed as f64).abs();
        self.bins.iter().map(off).sum::<f64>() / self.rows.max(1) as f64
    }
}
