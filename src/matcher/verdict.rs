//! How sure a result is, said before anybody asks.

use super::{Change, Matcher, Ranking, TIE, answer::Answers, flow::CompiledCard};
pub use crate::config::model::Verdict;

/// Careers up to which one winner is named; above, those that are about as good are.
pub const SHORT_LIST: usize = 50;

/// A ranking and how sure it is.
#[derive(Clone, Debug, PartialEq)]
pub struct Outcome {
    pub ranking: Ranking,
    pub verdict: Verdict,
    /// The smallest change of one answer that would put another career first, alone or level.
    pub change: Option<Change>,
    /// With the verdict `band`: the careers that one other answer could put first, and the first one.
    pub band: Vec<usize>,
}

impl Matcher {
    /// Ranks, and looks at every way to change one answer.
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

    /// Whether there is nothing to go by: no card that can count for a career has an answer, and no rule lets in or
    /// keeps out anybody whom it would not without any answer. The ranking is then what was believed before.
    pub fn knows_nothing(&self, answers: &Answers) -> bool {
        let counted = self.flow().counted(answers);
        let excluded = |answers: &Answers| {
            let found = self.excluded(&self.flow().follow(answers));
            found.into_iter().map(|it| it.career).collect::<Vec<_>>()
        };
        (0..counted.len()).all(|card| counted[card].is_none() || !self.counts(card))
            && excluded(&counted) == excluded(&vec![None; counted.len()])
    }

    /// Whether some answer of a card counts otherwise than none does.
    pub(crate) fn counts(&self, card: usize) -> bool {
        let neutral = self.neutral(card);
        let step = &self.flow().cards[card];
        let CompiledCard { rows, exclusive, .. } = step;
        let several = step.picks_of(step.all_rows()).1 > 1;
        // Several picks add up, whatever each is worth beside the others.
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
