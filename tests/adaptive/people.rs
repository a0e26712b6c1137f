//! Simulated visitors with different answer styles, to compare a quiz's stated confidence with its actual agreement.

use super::Random;
use career_matcher::{
    config::{Line, Matching, ResponseFormat},
    lab::{Calibrated, interview},
    matcher::{Answer, Answers},
    quiz::Quiz,
};

/// The answer style of a group: standard deviations on a scale from -1 to 1.
#[derive(Clone, Copy)]
pub struct Crowd {
    /// The leaning to each career or trait.
    pub own: f64,
    /// The leaning shared by all careers or traits.
    pub shared: f64,
    /// Acquiescence: agreement independent of the question.
    pub agreeing: f64,
    /// The popularity of a card or option.
    pub bias: f64,
    pub noise: f64,
    /// Differences between visitors in the use of the scale's extremes.
    pub style: f64,
    /// The number of adjacent careers that share most of their leaning.
    pub cluster: usize,
}

/// All answers are random; each of five steps is equally likely.
pub const RANDOM: Crowd = Crowd {
    own: 0.0,
    shared: 0.0,
    agreeing: 0.0,
    bias: 0.0,
    noise: f64::INFINITY,
    style: 0.0,
    cluster: 1,
};
pub const COHERENT: Crowd = Crowd {
    own: 0.4,
    shared: 0.25,
    agreeing: 0.0,
    bias: 0.2,
    noise: 0.5,
    style: 0.0,
    cluster: 1,
};
pub const AGREEING: Crowd = Crowd {
    own: 0.35,
    shared: 0.1,
    agreeing: 0.4,
    bias: 0.2,
    noise: 0.45,
    style: 0.4,
    cluster: 1,
};
pub const ALIKE: Crowd = Crowd {
    own: 0.5,
    shared: 0.1,
    agreeing: 0.1,
    bias: 0.1,
    noise: 0.5,
    style: 0.2,
    cluster: 3,
};

impl Crowd {
    /// The visitors' answers to all cards.
    pub fn answers(self, quiz: &Quiz, count: usize, seed: u64) -> Vec<Answers> {
        let mut random = Random::new(seed);
        let config = quiz.config();
        let leanings = match config.matching() {
            Matching::Traits(_) => config.traits().len(),
            _ => config.careers().len(),
        };
        let cards = config.cards().iter();
        let habits: Vec<(Vec<f64>, f64)> = cards
            .map(|card| ((0..card.response.len()).map(|_| self.bias * random.normal()).collect(), 0.5 + random.unit()))
            .collect();
        (0..count).map(|_| self.person(quiz, leanings, &habits, &mut random)).collect()
    }

    fn person(self, quiz: &Quiz, leanings: usize, habits: &[(Vec<f64>, f64)], random: &mut Random) -> Answers {
        let (shared, agreeing) = (self.shared * random.normal(), self.agreeing * random.normal());
        let style = (self.style * random.normal()).exp();
        let clusters: Vec<_> = (0..leanings).map(|_| self.own * random.normal()).collect();
        let leaning = |it: usize, random: &mut Random| {
            let own = self.own * random.normal();
            shared + if self.cluster > 1 { 0.8 * clusters[it / self.cluster] + 0.6 * own } else { own }
        };
        let leanings: Vec<_> = (0..leanings).map(|it| leaning(it, random)).collect();
        let toward = |weights: &[(usize, f64)], length: f64| -> f64 {
            weights.iter().map(|(at, points)| points / length * leanings[*at]).sum()
        };
        let length = |weights: &[(usize, f64)]| weights.iter().map(|(_, it)| it * it).sum::<f64>().sqrt().max(1e-9);
        let mut answer = |(card, (bias, loud)): (&career_matcher::config::Card, &(Vec<f64>, f64))| match &card.response
        {
            ResponseFormat::Line { weights, line } => {
                let noise =
                    if self.noise.is_finite() { self.noise * random.normal() } else { 2.5 * random.unit() - 1.25 };
                let said = bias[0] + loud * toward(weights, length(weights)) + noise;
                if let Line::Scale { steps, .. } = *line {
                    return Some(step(style * (said + agreeing), steps));
                }
                Some(Answer::one(usize::from(said + agreeing < 0.0)))
            }
            ResponseFormat::Options { options, .. } => {
                let longest = options.iter().map(|option| length(&option.weights)).fold(0.0, f64::max);
                let heights = options.iter().zip(bias).map(|(option, bias)| {
                    let noise = self.noise.min(1.0) / 3.0 * random.normal();
                    (3.0 * (bias + loud * toward(&option.weights, longest) + noise)).exp()
                });
                let mut heights: Vec<_> = heights.collect();
                let (min, max) = card.response.picks();
                let picks = min + random.below(max - min + 1);
                let mut pick = || {
                    let mut left = random.unit() * heights.iter().sum::<f64>();
                    let at = heights.iter().position(|height| {
                        left -= height;
                        left < 0.0
                    });
                    let at = at.unwrap_or(heights.len() - 1);
                    heights[at] = 0.0;
                    at
                };
                Answer::of((0..picks).map(|_| pick()).collect::<Vec<_>>())
            }
        };
        quiz.config().cards().iter().zip(habits).map(&mut answer).collect()
    }
}

/// The step of a scale nearest to a number from -1 to 1.
pub fn step(number: f64, steps: usize) -> Answer {
    Answer::one(((number.clamp(-1.0, 1.0) + 1.0) / 2.0 * (steps - 1) as f64).round() as usize)
}

/// Stated confidence and actual agreement over all these visitors.
pub fn asked(quiz: &Quiz, visitors: &[Answers]) -> Calibrated {
    let mut sum = Calibrated::default();
    visitors
        .iter()
        .enumerate()
        .for_each(|(seed, answers)| sum.add(&interview(quiz, answers, seed as u64)));
    sum
}
