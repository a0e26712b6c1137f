//! The verdict: how certain a result is.

use super::{Change, Matcher, Ranking, TIE, answer::Answers, flow::CompiledCard};
pub use crate::config::model::Verdict;

/// Up to this many careers a result names one winner; above, a band of careers that are about equally good.
pub const SHORT_LIST: usize = 50;

/// A ranking and its certainty.
#[derive(Clone, Debug, PartialEq)]
pub struct Outcome {
    pub ranking: Ranking,
    pub verdict: Verdict,
    /// The smallest change of one answer that would put another career first, alone or tied.
    pub change: Option<Change>,
    /// With the verdict `band`: the first career, and the careers that one other answer could put first.
    pub band: Vec<usize>,
}

impl Matcher {
    /// Ranks, and tries every change of one answer.
    pub fn outcome(&self, answers: &Answers) -> Outcome {
        let ranking = self.rank(answers);
        if self.knows_nothing(answers) {
            return Outcome { ranking, verdict: Verdict::Nothing, change: None, band: Vec::new() };
        }
        let sole = match ranking.best() {
            [] => return Outcome { ranking, verdict: Verdict::None, change: None, band: Vec::new() },
            [sole] => sole.career,
            _ => return Outcome { ranking, verdict: Verdict::Tie, change: None, band: Vec::new() },
        };
        let change = self.smallest_change(answers, sole);
        let many = ranking.places().len() > SHORT_LIST;
        let band = if many && change.is_some() { self.rivals(answers, sole) } else { Vec::new() };
        let verdict = match &change {
            None => Verdict::Clear,
            Some(_) if many => Verdict::Band,
            Some(_) => Verdict::Close,
        };
        Outcome { ranking, verdict, change, band }
    }

    /// Whether the answers carry no information: no card that can count for a career has an answer, and the rules
    /// exclude the same careers as without any answers. The ranking is then the prior.
    pub fn knows_nothing(&self, answers: &Answers) -> bool {
        let counted = self.flow().effective(answers);
        let excluded = |answers: &Answers| {
            let found = self.excluded(&self.flow().resolve(answers));
            found.into_iter().map(|it| it.career).collect::<Vec<_>>()
        };
        (0..counted.len()).all(|card| counted[card].is_none() || !self.counts(card))
            && excluded(&counted) == excluded(&vec![None; counted.len()])
    }

    /// Whether some answer to a card has another effect than no answer.
    pub(crate) fn counts(&self, card: usize) -> bool {
        let neutral = self.neutral(card);
        let compiled = &self.flow().cards[card];
        let CompiledCard { rows, exclusive, .. } = compiled;
        let several = compiled.picks_of(compiled.all_rows()).1 > 1;
        // Several picks add up, so each row counts on its own.
        let adds_up = |row: usize| several && exclusive >> row & 1 == 0;
        let moves = |row: usize| {
            let mut alone = self.row(card, row).iter().zip(neutral).map(|(value, neutral)| value - neutral);
            let more = |career| self.grid().pick(card, row, career);
            if adds_up(row) {
                (0..self.careers()).any(|it| more(it).abs() > TIE)
            } else {
                alone.any(|it| it.abs() > TIE)
            }
        };
        (0..*rows).any(moves)
    }
}
