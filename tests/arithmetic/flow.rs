//! Which cards and options are shown, which answers count, and every path through a quiz.

use super::{
    quiz::{Card, Cond, Kind, Picks, Quiz},
    score::rows,
};

/// By card: the available rows (none for a hidden card), and the effective picks.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ResolvedAnswers {
    pub available: Picks,
    pub effective: Picks,
}

impl Quiz {
    pub fn resolved(&self, answers: &Picks) -> ResolvedAnswers {
        let mut resolved = ResolvedAnswers::default();
        for (card, answer) in self.cards.iter().zip(answers) {
            let open = self.open(card, &resolved.effective);
            resolved.effective.push(answer.iter().copied().filter(|row| open.contains(row)).collect());
            resolved.available.push(open);
        }
        resolved
    }

    /// Every permitted path, without the tie-break.
    pub fn paths(&self) -> Vec<ResolvedAnswers> {
        let mut paths = vec![ResolvedAnswers::default()];
        for card in &self.cards {
            let mut longer = Vec::new();
            for path in paths {
                let open = self.open(card, &path.effective);
                let answers = if open.is_empty() { vec![Vec::new()] } else { card.permitted(&open) };
                for answer in answers {
                    let mut path = path.clone();
                    path.available.push(open.clone());
                    path.effective.push(answer);
                    longer.push(path);
                }
            }
            paths = longer;
        }
        paths
    }

    fn open(&self, card: &Card, before: &Picks) -> Vec<usize> {
        let hidden = card.tie_break || card.when.as_ref().is_some_and(|when| !self.holds(when, before));
        let shown = |row: &usize| {
            card.option_when
                .get(*row)
                .is_none_or(|when| when.as_ref().is_none_or(|when| self.holds(when, before)))
        };
        if hidden { Vec::new() } else { (0..card.kind.rows()).filter(shown).collect() }
    }

    pub fn holds(&self, cond: &Cond, counted: &Picks) -> bool {
        match cond {
            Cond::Is(card, row) => counted[*card].contains(row),
            Cond::AnyOf(card, rows) => rows.iter().any(|row| counted[*card].contains(row)),
            Cond::AtLeast(card, n) => match self.cards[*card].kind {
                Kind::Scale(_) => counted[*card].iter().any(|row| row + 1 >= *n),
                _ => counted[*card].len() >= *n,
            },
            Cond::Answered(card, yes) => counted[*card].is_empty() != *yes,
            Cond::Total(column, least, most) => {
                let cards = self.cards.iter().zip(counted).filter(|(card, _)| !card.tie_break);
                let points = |(card, picked): (&Card, &Vec<usize>)| -> f64 {
                    let rows = rows(card, *column);
                    picked.iter().map(|row| rows[*row]).sum()
                };
                let total: f64 = cards.map(points).sum();
                least.is_none_or(|it| total > it - 1e-9) && most.is_none_or(|it| total < it + 1e-9)
            }
            Cond::Not(inner) => !self.holds(inner, counted),
            Cond::All(list) => list.iter().all(|inner| self.holds(inner, counted)),
            Cond::Any(list) => list.iter().any(|inner| self.holds(inner, counted)),
        }
    }
}

impl Card {
    /// All answers with these rows available; the empty one is "not sure".
    pub fn permitted(&self, open: &[usize]) -> Picks {
        let (alone, open): (Vec<usize>, Vec<usize>) = open.iter().partition(|row| self.exclusive.contains(row));
        let (min, max) = match self.kind {
            Kind::Multiple { min, max, .. } => (min.min(open.len()), max.min(open.len())),
            _ => (1, 1),
        };
        let mut sets = vec![Vec::new()];
        for row in &open {
            let with = |set: &Vec<usize>| [set.as_slice(), &[*row]].concat();
            sets.extend(sets.iter().filter(|set| set.len() < max).map(with).collect::<Vec<_>>());
        }
        sets.retain(|set| if set.is_empty() { !self.required } else { set.len() >= min });
        sets.extend(alone.into_iter().map(|row| vec![row]));
        sets
    }
}
