//! Scores: every model straight from its definition.

use super::{
    flow::ResolvedAnswers,
    quiz::{Card, Kind, Model, Quiz, Ties},
};

/// A quiz with all paths through it.
#[derive(Clone)]
pub struct Judge {
    pub quiz: Quiz,
    pub paths: Vec<ResolvedAnswers>,
    /// Cards that some path shows.
    reachable: Vec<bool>,
    /// By career, the minimum and maximum of the value that its match is relative to.
    ranges: Vec<(f64, f64)>,
    /// By career, mean and standard deviation of its sum among random answers.
    nulls: Vec<(f64, f64)>,
    /// The largest distance that any visitor can have from any career.
    farthest: f64,
}

/// Values up to this size are rounding errors and count as zero.
const NOISE: f64 = 1e-12;

impl Judge {
    pub fn new(quiz: &Quiz) -> Self {
        let paths = quiz.paths();
        let reachable = |card: usize| paths.iter().any(|path| !path.available[card].is_empty());
        let reachable = (0..quiz.cards.len()).map(reachable).collect();
        let (ranges, nulls, farthest) = (Vec::new(), Vec::new(), 0.0);
        let mut judge = Self { quiz: quiz.clone(), paths, reachable, ranges, nulls, farthest };
        let careers = 0..quiz.careers.len();
        match quiz.model {
            Model::Raw | Model::Attainable | Model::Z => {
                let sums = |career| range(judge.paths.iter().map(|path| judge.sum(path, career)));
                judge.ranges = careers.clone().map(sums).collect();
                judge.nulls = careers.map(|career| judge.null(career)).collect();
            }
            Model::Affinity => judge.ranges = careers.map(|career| judge.bounds(career)).collect(),
            Model::Distance => judge.farthest = judge.farthest(),
            Model::Shape | Model::Bayes(_) => {}
        }
        judge
    }

    /// The number that orders careers.
    pub fn score(&self, resolved: &ResolvedAnswers, career: usize) -> f64 {
        match self.quiz.model {
            Model::Raw => self.sum(resolved, career),
            Model::Attainable => self.place(self.sum(resolved, career), career),
            Model::Z => {
                let (mean, deviation) = self.nulls[career];
                if deviation > NOISE { (self.sum(resolved, career) - mean) / deviation } else { 0.0 }
            }
            Model::Shape => {
                let (visitor, profile) = (centred(&self.visitor(resolved)), centred(&self.profile(career)));
                let size = length(&profile);
                if size > NOISE { dot(&visitor, &profile) / size } else { 0.0 }
            }
            Model::Distance => {
                let visitor = self.visitor(resolved);
                dot(&visitor, &visitor) - self.distance(&visitor, career).powi(2)
            }
            Model::Affinity => dot(&self.visitor(resolved), &self.profile(career)),
            Model::Bayes(temper) => {
                let cards = 0..self.quiz.cards.len();
                self.quiz.careers[career].prior.ln()
                    + temper * cards.map(|card| self.log_chance(resolved, card, career)).sum::<f64>()
            }
        }
    }

    /// The match as shown.
    pub fn share(&self, resolved: &ResolvedAnswers, career: usize) -> f64 {
        match self.quiz.model {
            // Without variance among random answers, a z-score is zero.
            Model::Z if self.nulls[career].1 <= NOISE => 0.0,
            Model::Raw | Model::Attainable | Model::Z => self.place(self.sum(resolved, career), career),
            Model::Affinity => self.place(self.score(resolved, career), career),
            Model::Shape => (self.correlation(resolved, career) + 1.0) / 2.0,
            Model::Distance => {
                let far = self.farthest > NOISE;
                if far { 1.0 - self.distance(&self.visitor(resolved), career) / self.farthest } else { 1.0 }
            }
            Model::Bayes(_) => {
                let weight = |career| self.score(resolved, career).exp();
                let ranked = (0..self.quiz.careers.len()).filter(|it| self.quiz.ties != Ties::Extra(*it));
                weight(career) / ranked.map(weight).sum::<f64>()
            }
        }
    }

    pub fn bounds(&self, career: usize) -> (f64, f64) {
        range(self.paths.iter().map(|path| self.score(path, career)))
    }

    /// The contribution of the tie-break to a career.
    pub fn tie_value(&self, card: usize, row: usize, career: usize) -> f64 {
        let traits = || {
            let of = |it: usize| {
                let spread = self.quiz.traits[it].visitors.map_or(1.0, |norm| norm.1);
                rows(&self.quiz.cards[card], it)[row] / spread
            };
            (0..self.quiz.traits.len()).map(of).collect::<Vec<_>>()
        };
        match self.quiz.model {
            Model::Raw | Model::Attainable | Model::Z => rows(&self.quiz.cards[card], career)[row],
            Model::Affinity => dot(&traits(), &self.profile(career)),
            Model::Distance => 2.0 * dot(&traits(), &self.profile(career)),
            Model::Shape => {
                let profile = centred(&self.profile(career));
                if length(&profile) > NOISE { dot(&traits(), &profile) / length(&profile) } else { 0.0 }
            }
            Model::Bayes(temper) => temper * self.chances(card, career)[row].ln(),
        }
    }

    fn place(&self, value: f64, career: usize) -> f64 {
        let (least, most) = self.ranges[career];
        if most - least > NOISE { (value - least) / (most - least) } else { 0.0 }
    }

    /// All points of a career or trait.
    fn sum(&self, resolved: &ResolvedAnswers, column: usize) -> f64 {
        let mut sum = 0.0;
        for (at, card) in self.quiz.cards.iter().enumerate() {
            let rows = rows(card, column);
            sum += match resolved.effective[at].as_slice() {
                // A card that no visitor sees can't count.
                [] if !self.reachable[at] => 0.0,
                [] => rows.iter().sum::<f64>() / rows.len() as f64,
                picked => picked.iter().map(|row| rows[*row]).sum(),
            };
        }
        sum
    }

    /// Mean and standard deviation if each card has a random answer.
    fn null(&self, career: usize) -> (f64, f64) {
        let (mut mean, mut variance) = (0.0, 0.0);
        for (_, card) in self.quiz.cards.iter().enumerate().filter(|(at, _)| self.reachable[*at]) {
            let rows = rows(card, career);
            let all: Vec<_> = (0..rows.len()).collect();
            let answers: Vec<_> = card.permitted(&all).into_iter().filter(|answer| !answer.is_empty()).collect();
            let sums: Vec<f64> = answers.iter().map(|answer| answer.iter().map(|row| rows[*row]).sum()).collect();
            let middle = sums.iter().sum::<f64>() / sums.len() as f64;
            mean += middle;
            variance += sums.iter().map(|sum| (sum - middle).powi(2)).sum::<f64>() / sums.len() as f64;
        }
        (mean, variance.sqrt())
    }

    fn visitor(&self, resolved: &ResolvedAnswers) -> Vec<f64> {
        let against = |(it, value): (usize, f64)| match self.quiz.traits[it].visitors {
            Some((mean, spread)) => (value - mean) / spread,
            None => value,
        };
        (0..self.quiz.traits.len()).map(|it| self.sum(resolved, it)).enumerate().map(against).collect()
    }

    fn profile(&self, career: usize) -> Vec<f64> {
        let norms = self.quiz.traits.iter().map(|it| it.careers.unwrap_or((0.0, 1.0)));
        self.quiz.careers[career]
            .profile
            .iter()
            .zip(norms)
            .map(|(value, (mean, spread))| (value - mean) / spread)
            .collect()
    }

    fn correlation(&self, resolved: &ResolvedAnswers, career: usize) -> f64 {
        let (a, b) = (centred(&self.visitor(resolved)), centred(&self.profile(career)));
        if length(&a) > NOISE && length(&b) > NOISE { dot(&a, &b) / (length(&a) * length(&b)) } else { 0.0 }
    }

    fn distance(&self, visitor: &[f64], career: usize) -> f64 {
        let profile = self.profile(career);
        visitor.iter().zip(&profile).map(|(a, b)| (a - b).powi(2)).sum::<f64>().sqrt()
    }

    /// The largest distance of a career from the farthest corner of the visitors' range.
    fn farthest(&self) -> f64 {
        let visitors: Vec<_> = self.paths.iter().map(|path| self.visitor(path)).collect();
        let reach = |it: usize| range(visitors.iter().map(|visitor| visitor[it]));
        let reach: Vec<_> = (0..self.quiz.traits.len()).map(reach).collect();
        let farthest = |career: usize| {
            let pairs = self.profile(career).into_iter().zip(&reach);
            let corner = pairs.map(
                |(value, (least, most))| {
                    if (value - least).abs() > (value - most).abs() { *least } else { *most }
                },
            );
            self.distance(&corner.collect::<Vec<_>>(), career)
        };
        (0..self.quiz.careers.len()).map(farthest).fold(0.0, f64::max)
    }

    fn log_chance(&self, resolved: &ResolvedAnswers, card: usize, career: usize) -> f64 {
        let (open, picked) = (&resolved.available[card], &resolved.effective[card]);
        let chances = self.chances(card, career);
        match self.quiz.cards[card].kind {
            _ if picked.is_empty() => 0.0,
            Kind::Multiple { .. } => {
                let one =
                    |row: &usize| if picked.contains(row) { chances[*row].ln() } else { (1.0 - chances[*row]).ln() };
                open.iter().map(one).sum()
            }
            _ => chances[picked[0]].ln(),
        }
    }

    /// By row, its probability.
    fn chances(&self, card: usize, career: usize) -> Vec<f64> {
        let card = &self.quiz.cards[card];
        let lapse = |chance: f64, n: usize| 0.98 * chance + 0.02 / n as f64;
        let said = |row: usize| card.chance[row][career];
        match card.kind {
            Kind::Single(n) => {
                let known: f64 = (0..n).filter_map(said).sum();
                let silent = (0..n).filter(|row| said(*row).is_none()).count();
                let rest = (1.0 - known).max(0.0) / silent.max(1) as f64;
                let raw: Vec<_> = (0..n).map(|row| said(row).unwrap_or(rest)).collect();
                let sum: f64 = raw.iter().sum();
                raw.iter().map(|it| lapse(if sum > 0.0 { it / sum } else { 1.0 / n as f64 }, n)).collect()
            }
            Kind::Multiple { options, .. } => (0..options).map(|row| lapse(said(row).unwrap_or(0.5), 2)).collect(),
            Kind::Scale(n) => {
                let Some((mean, spread)) = card.expect[career] else { return vec![1.0 / n as f64; n] };
                let density = |step: usize| (-0.5 * ((step as f64 - mean) / spread).powi(2)).exp();
                let sum: f64 = (1..=n).map(density).sum();
                (1..=n).map(|step| lapse(density(step) / sum, n)).collect()
            }
            Kind::Swipe => {
                let like = lapse(said(0).unwrap_or(0.5), 2);
                vec![like, 1.0 - like]
            }
        }
    }
}

/// The contribution of each row of a card to a column.
pub fn rows(card: &Card, column: usize) -> Vec<f64> {
    match card.kind {
        Kind::Single(_) | Kind::Multiple { .. } => card.points.iter().map(|row| row[column]).collect(),
        Kind::Scale(n) => (1..=n)
            .map(|k| (2.0 * (k as f64 - 1.0) / (n as f64 - 1.0) - 1.0) * card.points[0][column])
            .collect(),
        Kind::Swipe => vec![card.points[0][column], -card.points[0][column]],
    }
}

fn range(values: impl Iterator<Item = f64>) -> (f64, f64) {
    values.fold((f64::INFINITY, f64::NEG_INFINITY), |(least, most), it| (least.min(it), most.max(it)))
}

fn dot(a: &[f64], b: &[f64]) -> f64 {
    a.iter().zip(b).map(|(a, b)| a * b).sum()
}

fn length(a: &[f64]) -> f64 {
    dot(a, a).sqrt()
}

fn centred(a: &[f64]) -> Vec<f64> {
    let mean = a.iter().sum::<f64>() / a.len() as f64;
    a.iter().map(|it| it - mean).collect()
}
