//! A quiz split into branches. A branch fixes the answers to every card that conditions or rules depend on; all other
//! cards are then independent.

use super::{answer_space::AnswerSpace, budget::Budget};
use crate::{
    config::Ties,
    matcher::{Answer, Answers, ResolvedAnswers, TIE},
};

/// The largest number of branches to examine.
const BRANCHES: usize = 2_000;
/// The largest number of matrix cells for all branches together: 400 MB.
const CELLS: usize = 50_000_000;

/// One combination of answers to the cards that conditions and rules depend on.
pub(super) struct Branch {
    /// The answers to those cards.
    pub(super) answers: Answers,
    /// Their scores by career, hidden cards included.
    pub(super) fixed: Vec<f64>,
    pub(super) out: Option<Vec<bool>>,
    pub(super) free_cards: Vec<FreeCard>,
    /// Whether these answers alone carry no information, so that an answer to a free card that counts is needed.
    pub(super) says_nothing: bool,
    /// How the quiz decides ties for the first place.
    ties: Ties,
    /// All scores are multiples of this number; zero if there is no such number.
    pub(super) unit: f64,
}

/// A card that no condition or rule depends on: its answers add up independently.
pub(super) struct FreeCard {
    pub(super) card: usize,
    pub(super) rows: Vec<usize>,
    pub(super) picks: (usize, usize),
    /// Rows that are picked alone, one bit per row.
    pub(super) exclusive: u64,
    /// Whether its answers contribute to any career.
    pub(super) counts: bool,
    /// By career: the contribution of an answer that picks no row, before picked rows are added.
    pub(super) empty: Vec<f64>,
    /// By row, then by career.
    pub(super) gains: Vec<Vec<f64>>,
    /// The contribution of "not sure", where it is permitted.
    pub(super) neutral: Option<Vec<f64>>,
}

/// All branches; `None` if there are too many or time runs out.
pub(super) fn branches(space: &mut AnswerSpace, budget: &mut Budget) -> Option<Vec<Branch>> {
    let rows: usize = space.matcher.flow().cards.iter().map(|card| card.rows + 2).sum();
    let most = (CELLS / (rows * space.careers)).clamp(2, BRANCHES);
    let mut found = Vec::new();
    branch_from(space, &mut ResolvedAnswers::hidden(space.cards), 0, most, &mut found, budget).then_some(found)
}

fn branch_from(
    space: &mut AnswerSpace,
    resolved: &mut ResolvedAnswers,
    card: usize,
    most: usize,
    found: &mut Vec<Branch>,
    budget: &mut Budget,
) -> bool {
    if card == space.cards {
        if found.len() < most && budget.go("reach", 0.0) {
            found.push(Branch::new(space, resolved));
            return found.len() < most;
        }
        return false;
    }
    resolved.available[card] = space.matcher.flow().available(card, &resolved.effective);
    if !space.matcher.flow().cards[card].gate {
        return branch_from(space, resolved, card + 1, most, found, budget);
    }
    let Some(permitted) = space.permitted(card, resolved.available[card]) else { return false };
    for answer in &permitted.answers {
        resolved.effective[card] = *answer;
        if !branch_from(space, resolved, card + 1, most, found, budget) {
            return false;
        }
    }
    resolved.effective[card] = None;
    true
}

impl Branch {
    fn new(space: &AnswerSpace, resolved: &ResolvedAnswers) -> Self {
        let mut fixed = space.base();
        let mut free_cards = Vec::new();
        for card in 0..space.cards {
            if resolved.shows(card) && !space.matcher.flow().cards[card].gate {
                free_cards.push(FreeCard::new(space, card, resolved.available[card]));
                continue;
            }
            let cell = |career| space.matcher.cell(card, resolved.available[card], resolved.effective[card], career);
            fixed.iter_mut().enumerate().for_each(|(career, sum)| *sum += cell(career));
        }
        let unit = unit(&fixed, &free_cards);
        let says_nothing = space.says_nothing(&resolved.effective);
        Self {
            answers: resolved.effective.clone(),
            fixed,
            out: space.out(resolved),
            free_cards,
            says_nothing,
            ties: space.matcher.ties(),
            unit,
        }
    }

    /// Whether no career is recommended for these answers.
    pub(super) fn is_silent(&self, picks: &[u64]) -> bool {
        self.says_nothing && self.free_cards.iter().zip(picks).all(|(free, bits)| *bits == 0 || !free.counts)
    }

    /// The careers that a career must beat; `None` if it is never recommended here, or a rule excludes it.
    pub(super) fn rivals(&self, career: usize) -> Option<Vec<usize>> {
        let ranked = |career: usize| self.ties != Ties::Career(career);
        let kept = |career: usize| ranked(career) && self.out.as_ref().is_none_or(|out| !out[career]);
        let can_tell = !self.says_nothing || self.free_cards.iter().any(|free| free.counts);
        (can_tell && kept(career)).then(|| (0..self.fixed.len()).filter(|it| *it != career && kept(*it)).collect())
    }

    /// Whether the quiz decides every tie for the first place in this branch.
    pub(super) fn settles_ties(&self) -> bool {
        match self.ties {
            Ties::Shared => false,
            Ties::Priority => true,
            Ties::Career(career) => self.out.as_ref().is_none_or(|out| !out[career]),
        }
    }

    /// All leads are multiples of this number; zero if there is no such number.
    pub(super) fn step(&self) -> f64 {
        if self.ties == Ties::Priority { self.unit / 2.0 } else { self.unit }
    }

    /// The bonus of a career over a rival that it beats in a tie: smaller than any real lead, and zero if it does not.
    pub(super) fn handicap(&self, career: usize, rival: usize) -> f64 {
        match self.ties {
            Ties::Priority if career < rival && self.unit > 0.0 => self.unit / 2.0,
            Ties::Priority if career < rival => 4.0 * TIE,
            _ => 0.0,
        }
    }

    /// The scores with one answer on each free card.
    pub(super) fn scores(&self, picks: &[u64]) -> Vec<f64> {
        let mut scores = self.fixed.clone();
        self.free_cards.iter().zip(picks).for_each(|(free, bits)| free.add(*bits, 1.0, &mut scores));
        scores
    }

    /// The same answers in the visitor's format.
    pub(super) fn played(&self, picks: &[u64]) -> Answers {
        let mut answers = self.answers.clone();
        for (free, bits) in self.free_cards.iter().zip(picks) {
            answers[free.card] = Answer::from_bits(*bits);
        }
        answers
    }
}

/// The largest of 1, 1/2 and 1/4 that divides all numbers, otherwise zero. Scale steps and "not sure" can give
/// fractions.
fn unit(fixed: &[f64], free_cards: &[FreeCard]) -> f64 {
    let fits = |unit: f64, cells: &[f64]| cells.iter().all(|cell| (cell / unit).fract() == 0.0);
    let all = |unit: f64| {
        let on = |free: &FreeCard| {
            let lists = free.gains.iter().chain([&free.empty]).chain(&free.neutral);
            lists.into_iter().all(|cells| fits(unit, cells))
        };
        fits(unit, fixed) && free_cards.iter().all(on)
    };
    [1.0, 0.5, 0.25].into_iter().find(|unit| all(*unit)).unwrap_or(0.0)
}

impl FreeCard {
    fn new(space: &AnswerSpace, card: usize, open: u64) -> Self {
        let (matcher, careers) = (space.matcher, 0..space.careers);
        let compiled = &matcher.flow().cards[card];
        let rows: Vec<_> = Answer::from_bits(open).into_iter().flat_map(Answer::rows).collect();
        let gain = |row: &usize| careers.clone().map(|career| matcher.pick(card, *row, career)).collect();
        Self {
            card,
            picks: compiled.picks_of(open),
            exclusive: open & compiled.exclusive,
            counts: space.counts[card],
            empty: careers.clone().map(|career| matcher.none_picked(card, open, career)).collect(),
            gains: rows.iter().map(gain).collect(),
            neutral: (!compiled.required)
                .then(|| careers.clone().map(|career| matcher.cell(card, open, None, career)).collect()),
            rows,
        }
    }

    /// Adds the contribution of an answer; an empty set of rows means "not sure".
    pub(super) fn add(&self, bits: u64, sign: f64, scores: &mut [f64]) {
        let mut add = |cells: &[f64]| scores.iter_mut().zip(cells).for_each(|(score, cell)| *score += sign * cell);
        if bits == 0 {
            return self.neutral.iter().for_each(|cells| add(cells));
        }
        add(&self.empty);
        let picked = self.rows.iter().zip(&self.gains).filter(|(row, _)| bits >> **row & 1 == 1);
        picked.for_each(|(_, gains)| add(gains));
    }

    /// The answer of the highest worth, and its worth.
    pub(super) fn best(&self, worth: &dyn Fn(&[f64]) -> f64) -> (u64, f64) {
        let mut rows: Vec<_> = self.rows.iter().zip(&self.gains).map(|(row, gains)| (*row, worth(gains))).collect();
        rows.sort_by(|a, b| b.1.total_cmp(&a.1));
        let (min, max) = self.picks;
        let first = (0u64, worth(&self.empty));
        let alone = rows.iter().find(|(row, _)| self.is_alone(*row)).map(|(row, value)| (1 << row, first.1 + value));
        let together = rows.iter().filter(|(row, _)| !self.is_alone(*row)).take(max).enumerate();
        let taken = together.take_while(|(at, (_, value))| *at < min.max(1) || *value > 0.0);
        let best = taken.fold(first, |(bits, sum), (_, (row, value))| (bits | 1 << row, sum + value));
        let best = alone.filter(|it| best.0 == 0 || it.1 > best.1).unwrap_or(best);
        match self.neutral.as_ref().map(|cells| worth(cells)) {
            Some(neutral) if neutral > best.1 => (0, neutral),
            _ => best,
        }
    }

    /// Whether a row is picked alone.
    pub(super) fn is_alone(&self, row: usize) -> bool {
        self.exclusive >> row & 1 == 1
    }

    /// Neighbours of an answer: another row, one more, one less, one instead of another, "not sure".
    pub(super) fn near(&self, bits: u64) -> Vec<u64> {
        // The smallest permitted sets, starting at each row.
        let together: Vec<_> = self.rows.iter().filter(|row| !self.is_alone(**row)).collect();
        let few = |from: usize| together.iter().cycle().skip(from).take(self.picks.0.max(1));
        let single = (0..together.len()).map(|from| few(from).fold(0u64, |bits, row| bits | 1 << **row));
        let alone = self.rows.iter().filter(|row| self.is_alone(**row)).map(|row| 1 << row);
        let toggled = self.rows.iter().map(|row| bits ^ 1 << row);
        let swapped = self.rows.iter().filter(|row| bits >> **row & 1 == 1).flat_map(|from| {
            let others = self.rows.iter().filter(|to| bits >> **to & 1 == 0);
            others.map(move |to| bits ^ (1 << from | 1 << to))
        });
        let fits = |set: &u64| match set & self.exclusive {
            0 => (self.picks.0..=self.picks.1).contains(&(set.count_ones() as usize)),
            _ => set.count_ones() == 1,
        };
        let all = single
            .chain(alone)
            .chain(toggled)
            .chain(swapped)
            .filter(|set| *set != 0 && *set != bits && fits(set));
        let mut near: Vec<_> = all.chain((self.neutral.is_some() && bits != 0).then_some(0)).collect();
        near.sort_unstable();
        near.dedup();
        near
    }
}
