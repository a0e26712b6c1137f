//! The permitted answers to each card, their contribution to each career, and the career that then comes first.
//!
//! It must never know how visitors are drawn.

use std::{collections::BTreeMap, rc::Rc};

use super::factors::{Loadings, loadings};
use crate::{
    config::Ties,
    matcher::{Answer, Matcher, ResolvedAnswers, TIE},
};

/// A card with more sets of picks than this has no list of answers.
const SETS: usize = 4096;

/// All permitted answers to a card, for one set of available rows.
pub(super) struct PermittedAnswers {
    pub(super) answers: Vec<Option<Answer>>,
    /// By answer, then by career.
    cells: Vec<f64>,
    careers: usize,
}

impl PermittedAnswers {
    /// The contribution of an answer to each career.
    pub(super) fn cells(&self, answer: usize) -> &[f64] {
        &self.cells[answer * self.careers..][..self.careers]
    }
}

/// A quiz prepared to be played many times: permitted answers are cached.
pub(super) struct AnswerSpace<'a> {
    pub(super) matcher: &'a Matcher,
    pub(super) careers: usize,
    pub(super) cards: usize,
    /// Some card or option has a condition on a card.
    pub(super) branches: bool,
    rules: bool,
    /// By card, whether its answers contribute to any career.
    pub(super) counts: Vec<bool>,
    known: Vec<Vec<(u64, Option<Rc<PermittedAnswers>>)>>,
    loadings: Option<Rc<Loadings>>,
}

impl<'a> AnswerSpace<'a> {
    pub(super) fn new(matcher: &'a Matcher) -> Self {
        let cards = matcher.cards();
        Self {
            matcher,
            careers: matcher.careers(),
            cards,
            branches: matcher.flow().cards.iter().any(|card| card.followed),
            rules: matcher.rules().iter().any(|rules| !rules.is_empty()),
            counts: (0..cards).map(|card| matcher.counts(card)).collect(),
            known: vec![Vec::new(); cards],
            loadings: None,
        }
    }

    pub(super) fn base(&self) -> Vec<f64> {
        (0..self.careers).map(|career| self.matcher.base(career)).collect()
    }

    /// The permitted answers to a card. A hidden card has only the empty answer. `None` if there are too many to list.
    pub(super) fn permitted(&mut self, card: usize, open: u64) -> Option<Rc<PermittedAnswers>> {
        if let Some((_, permitted)) = self.known[card].iter().find(|(it, _)| *it == open) {
            return permitted.clone();
        }
        let permitted = permitted(self.matcher, card, open).map(|answers| {
            let cell = |answer: &Option<Answer>, career| self.matcher.cell(card, open, *answer, career);
            let cells = answers.iter().flat_map(|answer| (0..self.careers).map(move |career| cell(answer, career)));
            Rc::new(PermittedAnswers { cells: cells.collect(), careers: self.careers, answers: answers.clone() })
        });
        self.known[card].push((open, permitted.clone()));
        permitted
    }

    /// The factor loadings of the quiz; `None` if time runs out.
    pub(super) fn loadings(&mut self, go: &mut dyn FnMut() -> bool) -> Option<Rc<Loadings>> {
        if self.loadings.is_none() {
            self.loadings = loadings(self.matcher, go).map(Rc::new);
        }
        self.loadings.clone()
    }

    /// By career, whether a rule excludes it.
    pub(super) fn out(&self, resolved: &ResolvedAnswers) -> Option<Vec<bool>> {
        self.rules.then(|| {
            let mut out = vec![false; self.careers];
            self.matcher.excluded(resolved).iter().for_each(|it| out[it.career] = true);
            out
        })
    }

    /// Whether the answers carry no information, so that no career is recommended.
    pub(super) fn says_nothing(&self, counted: &[Option<Answer>]) -> bool {
        let silent = |card: usize| counted[card].is_none() || !self.counts[card];
        (0..self.cards).all(silent) && self.matcher.knows_nothing(&counted.to_vec())
    }

    /// The recommended careers.
    pub(super) fn first(
        &self,
        sets: &mut Firsts,
        resolved: &ResolvedAnswers,
        scores: &[f64],
        out: Option<&[bool]>,
    ) -> First {
        if self.says_nothing(&resolved.effective) { sets.nobody() } else { sets.of(scores, out) }
    }

    /// The number of careers that no rule excludes.
    pub(super) fn left(&self, out: Option<&[bool]>) -> usize {
        out.map_or(self.careers, |out| out.iter().filter(|out| !**out).count())
    }
}

/// The permitted answers, "not sure" last.
fn permitted(matcher: &Matcher, card: usize, open: u64) -> Option<Vec<Option<Answer>>> {
    let compiled = &matcher.flow().cards[card];
    if open == 0 {
        return Some(vec![None]);
    }
    let (min, max) = compiled.picks_of(open);
    let mut sets = vec![0u64];
    for row in Answer::from_bits(open & !compiled.exclusive).into_iter().flat_map(Answer::rows) {
        let room = sets.iter().filter(|set| (set.count_ones() as usize) < max);
        let more: Vec<_> = room.map(|set| set | 1 << row).collect();
        sets.extend(more);
        if sets.len() > SETS {
            return None;
        }
    }
    sets.retain(|set| *set != 0 && set.count_ones() as usize >= min);
    sets.extend(Answer::from_bits(open & compiled.exclusive).into_iter().flat_map(Answer::rows).map(|row| 1 << row));
    let not_sure = (!compiled.required).then_some(None);
    Some(sets.into_iter().map(Answer::from_bits).chain(not_sure).collect())
}

/// The recommended careers as one number: a sole winner, a tied set of careers, or none.
pub(super) type First = u32;

/// The tied sets of careers found so far.
pub(super) struct Firsts {
    careers: usize,
    rule: Ties,
    ties: BTreeMap<Vec<u32>, First>,
    /// The same sets, indexed by their number.
    listed: Vec<Vec<u32>>,
}

impl Firsts {
    pub(super) fn new(matcher: &Matcher) -> Self {
        Self {
            careers: matcher.careers(),
            rule: matcher.ties(),
            ties: BTreeMap::new(),
            listed: Vec::new(),
        }
    }

    /// The number for "no career": rules exclude all careers, or the answers carry no information.
    pub(super) fn nobody(&self) -> First {
        self.careers as First
    }

    pub(super) fn of(&mut self, scores: &[f64], out: Option<&[bool]>) -> First {
        let is_in = |career: usize| out.is_none_or(|out| !out[career]);
        let kept = |career: usize| is_in(career) && self.rule != Ties::Career(career);
        let mut top = f64::NEG_INFINITY;
        let mut best = self.careers;
        for (career, score) in scores.iter().enumerate() {
            if *score > top && kept(career) {
                (top, best) = (*score, career);
            }
        }
        let level = |career: usize| top - scores[career] <= TIE && kept(career);
        if best == self.careers || !(0..self.careers).any(|career| career != best && level(career)) {
            return best as First;
        }
        let tied: Vec<_> = (0..self.careers).filter(|career| level(*career)).map(|career| career as u32).collect();
        match self.rule {
            Ties::Priority => return tied[0],
            Ties::Career(career) if is_in(career) => return career as First,
            Ties::Career(_) | Ties::Shared => {}
        }
        if let Some(known) = self.ties.get(&tied) {
            return *known;
        }
        let next = (self.careers + 1 + self.listed.len()) as First;
        self.listed.push(tied.clone());
        self.ties.insert(tied, next);
        next
    }

    /// The sole winner.
    pub(super) fn sole(&self, first: First) -> Option<usize> {
        ((first as usize) < self.careers).then_some(first as usize)
    }

    pub(super) fn is_tie(&self, first: First) -> bool {
        first as usize > self.careers
    }

    /// The careers that share the first place.
    pub(super) fn members(&self, first: First) -> &[u32] {
        (first as usize).checked_sub(self.careers + 1).map_or(&[], |at| self.listed[at].as_slice())
    }
}
