//! Item selection and stopping rule: which card comes next, and whether enough cards were asked. The author's rules
//! come first, then information.
//!
//! It must never know how the information of a card is computed; that is `adaptive`.

use std::borrow::Cow;

use super::Quiz;
use crate::{
    adaptive::{SHORT_LIST, SoFar},
    config::{
        Matching,
        model::{Order, Stop},
    },
    matcher::{Answers, Matcher, ResolvedAnswers},
    random::Random,
};

/// One visitor so far.
#[derive(Clone, Copy, Debug)]
pub struct Selection<'q, 'a> {
    pub quiz: &'q Quiz,
    pub answers: &'a Answers,
    /// The cards asked, in order, including those that are hidden now.
    pub history: &'a [usize],
    /// Shuffles the cards of the order `shuffled`.
    pub seed: u64,
    /// The minimum number of cards before a stop, if the visitor asked for more than the config.
    pub least: usize,
}

impl<'q> Selection<'q, '_> {
    /// The next card; `None` if enough cards were asked. Does not include the tie-break.
    pub fn next(&self) -> Option<usize> {
        let resolved = self.quiz.matcher().flow().resolve(self.answers);
        let asked = self.asked();
        let mut candidates = self.candidates(&resolved, &asked);
        if candidates.is_empty() || self.is_full(&resolved) {
            return None;
        }
        if self.is_enough(&resolved, &asked, &candidates) {
            // Cards that can exclude careers are asked before the end, even if the first place is already certain.
            let deciding = self.deciding(&resolved, &asked);
            if deciding.is_empty() {
                return None;
            }
            let fixed = self.quiz.config().asking().order == Order::Fixed;
            if !fixed && candidates.iter().any(|card| deciding.contains(card)) {
                candidates.retain(|card| deciding.contains(card));
            }
        }
        match (self.quiz.config().asking().order, self.quiz.planner()) {
            (Order::Adaptive, Some(planner)) => planner.next(self.so_far(&resolved, &asked), &candidates),
            (Order::Shuffled, _) => {
                let mut random = Random::new(self.seed + self.history.len() as u64);
                Some(candidates[random.below(candidates.len())])
            }
            (Order::Fixed | Order::Adaptive, _) => Some(candidates[0]),
        }
    }

    /// The matcher for the result, and the probability that its first place stays the same. Cards not asked contribute
    /// their expected answers.
    pub fn result(&self) -> (Cow<'q, Matcher>, f64) {
        let resolved = self.quiz.matcher().flow().resolve(self.answers);
        let asked = self.asked();
        match self.quiz.planner() {
            Some(planner) if self.is_early(&resolved, &asked) => {
                let so_far = self.so_far(&resolved, &asked);
                let certain = so_far.matcher.is_certain(&resolved, &asked);
                let confidence = if certain { 1.0 } else { planner.confidence(so_far, None) };
                (Cow::Owned(so_far.matcher.expecting(&planner.expected(so_far))), confidence)
            }
            _ => (Cow::Borrowed(self.quiz.matcher()), 1.0),
        }
    }

    /// By card, whether it was asked.
    pub fn asked(&self) -> Vec<bool> {
        let mut asked = vec![false; self.answers.len()];
        self.history.iter().for_each(|card| asked[*card] = true);
        asked
    }

    /// Whether cards remain that may still come.
    pub fn is_early(&self, resolved: &ResolvedAnswers, asked: &[bool]) -> bool {
        (0..asked.len()).any(|card| self.quiz.matcher().flow().may_come(card, resolved, asked))
    }

    pub(super) fn so_far<'b>(&'b self, resolved: &'b ResolvedAnswers, asked: &'b [bool]) -> SoFar<'b> {
        SoFar { matcher: self.quiz.matcher(), resolved, asked }
    }

    /// The cards that may come now, in the order of the config: cards marked `first`, otherwise cards of the first
    /// group with any left. An adaptive quiz covers every trait once before it covers a trait again; the same applies
    /// to careers in a short list with points.
    fn candidates(&self, resolved: &ResolvedAnswers, asked: &[bool]) -> Vec<usize> {
        let cards = self.quiz.config().cards();
        let flow = self.quiz.matcher().flow();
        let open = |card: &usize| resolved.shows(*card) && !asked[*card] && flow.is_decided(*card, resolved, asked);
        let mut candidates: Vec<_> = (0..cards.len()).filter(open).collect();
        if let Some(first) = candidates.iter().find(|card| cards[**card].first) {
            return vec![*first];
        }
        if self.quiz.config().asking().order == Order::Fixed {
            return candidates;
        }
        let group = candidates.first().map(|card| cards[*card].group);
        let end = candidates.iter().position(|card| Some(cards[*card].group) != group);
        candidates.truncate(end.unwrap_or(candidates.len()));
        let fresh: Vec<_> = candidates.iter().copied().filter(|card| self.is_fresh(*card, asked)).collect();
        if self.quiz.config().asking().order == Order::Adaptive && !fresh.is_empty() { fresh } else { candidates }
    }

    /// Whether a card is the first with weights for some trait; in a short list of careers with points, for some
    /// career.
    fn is_fresh(&self, card: usize, asked: &[bool]) -> bool {
        let config = self.quiz.config();
        let count = match config.matching() {
            Matching::Traits(_) => config.traits().len(),
            Matching::Points(_) if config.careers().len() <= SHORT_LIST => config.careers().len(),
            _ => return false,
        };
        let tells = |card: usize, it: usize| {
            let response = &config.cards()[card].response;
            let options = response.options().iter().flat_map(|option| &option.weights);
            response.weights().iter().chain(options).any(|(at, points)| *at == it && *points != 0.0)
        };
        let known = |it: usize| (0..asked.len()).any(|other| asked[other] && tells(other, it));
        (0..count).any(|it| tells(card, it) && !known(it))
    }

    /// The number of cards asked.
    fn count(&self, resolved: &ResolvedAnswers) -> usize {
        self.history.iter().filter(|card| resolved.shows(**card)).count()
    }

    /// Whether no more cards may be asked. A visitor who asked for more gets that many more, and then a result again.
    fn is_full(&self, resolved: &ResolvedAnswers) -> bool {
        let count = self.count(resolved);
        count >= self.quiz.config().asking().max.max(self.least) || self.least > 0 && count >= self.least
    }

    /// Whether the config's stopping rule is met.
    fn is_enough(&self, resolved: &ResolvedAnswers, asked: &[bool], candidates: &[usize]) -> bool {
        let config = self.quiz.config();
        let asking = config.asking();
        let count = self.count(resolved);
        if asking.stop == Stop::None
            || count < asking.min.max(self.least)
            || candidates.iter().any(|card| config.cards()[*card].first)
        {
            return false;
        }
        let so_far = self.so_far(resolved, asked);
        if so_far.matcher.is_certain(resolved, asked) {
            return true;
        }
        match self.quiz.planner() {
            Some(planner) if asking.stop == Stop::Confident => {
                !candidates.iter().any(|card| self.is_fresh(*card, asked))
                    && planner.confidence(so_far, Some(asking.confidence)) >= asking.confidence
            }
            _ => false,
        }
    }

    /// Cards that may still come and that some career's rule depends on.
    fn deciding(&self, resolved: &ResolvedAnswers, asked: &[bool]) -> Vec<usize> {
        let mut deciding = Vec::new();
        for career in self.quiz.config().careers() {
            for rule in career.require.iter().chain(&career.exclude) {
                rule.when.each_card(&mut |card| {
                    if self.quiz.matcher().flow().may_come(card, resolved, asked) {
                        deciding.push(card);
                    }
                });
            }
        }
        deciding
    }
}
