//! The first careers, and every change of one answer that would affect them.

use super::{
    flow::ResolvedAnswers,
    quiz::{Kind, Picks, Ties},
    score::Judge,
};

/// A change of one answer.
#[derive(Clone, Debug)]
pub struct Change {
    pub card: usize,
    pub answer: Vec<usize>,
    pub size: usize,
}

impl Judge {
    pub fn excluded(&self, answers: &Picks) -> Vec<bool> {
        let effective = self.quiz.resolved(answers).effective;
        let out = |cond| self.quiz.holds(cond, &effective);
        let careers = self.quiz.careers.iter();
        careers.map(|it| it.require.iter().any(|cond| !out(cond)) || it.exclude.iter().any(out)).collect()
    }

    /// Each career that is not excluded with its rank, in the order shown.
    pub fn ranks(&self, answers: &Picks) -> Vec<(usize, usize)> {
        let resolved = self.quiz.resolved(answers);
        let excluded = self.excluded(answers);
        let extra = |it: usize| self.quiz.ties == Ties::Extra(it);
        let careers = (0..self.quiz.careers.len()).filter(|it| !excluded[*it] && !extra(*it));
        let mut ranks = ranked(careers.map(|career| (career, self.score(&resolved, career))).collect());
        let tied: Vec<_> = ranks.iter().filter(|it| it.1 == 1).map(|it| it.0).collect();
        let answer = self.tie_break().and_then(|card| Some((card, *answers[card].first()?)));
        if let (Some((card, row)), true) = (answer, tied.len() > 1) {
            let values = tied.iter().map(|career| (*career, self.tie_value(card, row, *career)));
            ranks.splice(..tied.len(), ranked(values.collect()));
        }
        self.settled(ranks, &excluded)
    }

    /// The same under the quiz's rule for ties.
    fn settled(&self, mut ranks: Vec<(usize, usize)>, excluded: &[bool]) -> Vec<(usize, usize)> {
        match self.quiz.ties {
            Ties::Listed => ranks = (1..).zip(ranks).map(|(rank, (career, _))| (career, rank)).collect(),
            Ties::Extra(extra) if !excluded[extra] && ranks.iter().filter(|it| it.1 == 1).count() > 1 => {
                ranks = ranks.into_iter().map(|(career, rank)| (career, rank + 1)).collect();
                ranks.insert(0, (extra, 1));
            }
            Ties::Extra(_) | Ties::Shared => {}
        }
        ranks
    }

    pub fn best(&self, answers: &Picks) -> Vec<usize> {
        self.ranks(answers).into_iter().filter(|it| it.1 == 1).map(|it| it.0).collect()
    }

    /// Whether the answers carry no information, without the tie-break: no card that counts has an answer, and the
    /// rules exclude the same careers as without answers.
    pub fn knows_nothing(&self, answers: &Picks) -> bool {
        let counted = self.quiz.resolved(answers).effective;
        let silent = |card: usize| counted[card].is_empty() || !self.counts(card);
        (0..counted.len()).all(silent) && self.excluded(answers) == self.excluded(&vec![Vec::new(); counted.len()])
    }

    /// Whether some row of a card changes some career's score, with nothing else answered.
    fn counts(&self, card: usize) -> bool {
        let all: Vec<_> = (0..self.quiz.cards[card].kind.rows()).collect();
        let score = |picked: Vec<usize>, career| {
            let mut resolved =
                ResolvedAnswers { available: vec![Vec::new(); self.quiz.cards.len()], ..ResolvedAnswers::default() };
            resolved.effective = resolved.available.clone();
            (resolved.available[card], resolved.effective[card]) = (all.clone(), picked);
            self.score(&resolved, career)
        };
        let moves = |row: usize, career| {
            // The effect of one more pick; on a card with a single pick, the effect relative to no answer.
            let alone = &self.quiz.cards[card].exclusive;
            let other = (0..all.len()).find(|it| *it != row && !alone.contains(it) && !alone.contains(&row));
            let (with, without) = match (self.quiz.cards[card].kind, other) {
                (Kind::Multiple { max: 2.., .. }, Some(other)) => (vec![row, other], vec![other]),
                _ => (vec![row], Vec::new()),
            };
            (score(with, career) - score(without, career)).abs() > 1e-9
        };
        let mut rows = all.iter();
        rows.any(|row| (0..self.quiz.careers.len()).any(|career| moves(*row, career)))
    }

    /// The recommended careers; none if the answers carry no information.
    pub fn recommended(&self, answers: &Picks) -> Vec<usize> {
        if self.knows_nothing(answers) { Vec::new() } else { self.best(answers) }
    }

    /// Every change of one answer to a shown card.
    pub fn changes(&self, answers: &Picks) -> Vec<Change> {
        let resolved = self.quiz.resolved(answers);
        let mut changes = Vec::new();
        for (at, card) in self.quiz.cards.iter().enumerate() {
            let (mut open, mut now) = (resolved.available[at].clone(), resolved.effective[at].clone());
            if card.tie_break && self.is_tied_without(answers) {
                (open, now) = ((0..card.kind.rows()).collect(), answers[at].clone());
            }
            if open.is_empty() {
                continue;
            }
            for answer in card.permitted(&open).into_iter().filter(|answer| *answer != now) {
                let size = size(card.kind, &now, &answer);
                changes.push(Change { card: at, answer, size });
            }
        }
        changes
    }

    /// Changes that put another career first or tie it with the winner.
    pub fn upsets(&self, answers: &Picks, winner: usize) -> Vec<Change> {
        let upset = |change: &Change| self.best(&with(answers, change)).iter().any(|career| *career != winner);
        self.changes(answers).into_iter().filter(upset).collect()
    }

    /// The winner, and the careers that some change puts ahead of it or ties with it.
    pub fn band(&self, answers: &Picks, winner: usize) -> Vec<usize> {
        let mut band = vec![winner];
        for change in self.changes(answers) {
            let ranks = self.ranks(&with(answers, &change));
            let bar = ranks.iter().find(|it| it.0 == winner).map_or(1, |it| it.1);
            band.extend(ranks.iter().filter(|it| it.1 <= bar).map(|it| it.0));
        }
        band.sort_unstable();
        band.dedup();
        band
    }

    fn tie_break(&self) -> Option<usize> {
        self.quiz.cards.iter().position(|card| card.tie_break)
    }

    fn is_tied_without(&self, answers: &Picks) -> bool {
        let mut judge = self.clone();
        // A rule for ties applies after the card that may decide them.
        if judge.quiz.ties == Ties::Listed {
            judge.quiz.ties = Ties::Shared;
        }
        let mut without = answers.clone();
        self.tie_break().into_iter().for_each(|card| without[card].clear());
        let best = judge.best(&without);
        best.len() > 1 || best.first().is_some_and(|it| self.quiz.ties == Ties::Extra(*it))
    }
}

pub fn with(answers: &Picks, change: &Change) -> Picks {
    let mut answers = answers.clone();
    answers[change.card] = change.answer.clone();
    answers
}

fn size(kind: Kind, now: &[usize], then: &[usize]) -> usize {
    match kind {
        _ if then.is_empty() => 1,
        _ if now.is_empty() => then.len(),
        Kind::Scale(_) => now[0].abs_diff(then[0]),
        Kind::Multiple { .. } => {
            let lost = now.iter().filter(|row| !then.contains(row)).count();
            lost + then.iter().filter(|row| !now.contains(row)).count()
        }
        Kind::Single(_) | Kind::Swipe => 1,
    }
}

/// By value, those within 1e-9 of the first of their group in the order of the config.
fn ranked(mut values: Vec<(usize, f64)>) -> Vec<(usize, usize)> {
    values.sort_by(|a, b| b.1.total_cmp(&a.1));
    let mut ranks: Vec<(usize, usize)> = Vec::new();
    let mut first = f64::INFINITY;
    for (i, (career, value)) in values.into_iter().enumerate() {
        let rank = match ranks.last() {
            Some((_, rank)) if first - value <= 1e-9 => *rank,
            _ => {
                first = value;
                i + 1
            }
        };
        ranks.push((career, rank));
    }
    ranks.sort_by_key(|(career, rank)| (*rank, *career));
    ranks
}
