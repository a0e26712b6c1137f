//! The smallest change of one answer that puts another career first: exact, by trying all changes.
//!
//! Size 1 is: one step on a scale, another option, one pick more or less, or a change from or to "not sure".

use super::{
    Matcher, TIE,
    answer::{Answer, Answers},
    flow::{AnswerShape, ResolvedAnswers},
    rank::Ranking,
};
use crate::{config::Ties, sorting::sort_by_value};

/// A change of one answer.
#[derive(Clone, Debug, PartialEq)]
pub struct Change {
    pub card: usize,
    /// The new answer; `None` for "not sure".
    pub answer: Option<Answer>,
    /// The size of the change: steps or picks.
    pub size: usize,
    /// The careers that would come first; more than one is a tie.
    pub best: Vec<usize>,
}

/// A card that conditions depend on has all its sets of picks tried up to this number; beyond it, only changes of up to
/// two picks.
const SETS: usize = 1 << 12;

/// The size of a change, and the answer that makes it.
type Found = (usize, Option<Answer>);

/// The result of some answers: scores and winner.
struct Search<'a> {
    matcher: &'a Matcher,
    answers: &'a Answers,
    resolved: ResolvedAnswers,
    scores: Vec<f64>,
    winner: usize,
    /// By career: the lead over the winner that it needs; `None` if a rule excludes it.
    bars: Vec<Option<f64>>,
    tie_break: Option<usize>,
}

impl Matcher {
    /// The smallest change that puts another career ahead of the winner or ties with it. Among equal sizes the first
    /// card is taken.
    pub(super) fn smallest_change(&self, answers: &Answers, winner: usize) -> Option<Change> {
        let search = Search::new(self, answers, winner);
        let mut smallest: Option<(usize, Found)> = None;
        for card in search.cards() {
            let limit = smallest.map_or(usize::MAX, |(_, (size, _))| size);
            let found = if search.reranks(card) || self.flow().cards[card].picks.1 == 1 {
                search.try_each(card, limit)
            } else {
                search.try_picks(card, limit)
            };
            smallest = found.map(|found| (card, found)).or(smallest);
        }
        smallest.map(|(card, (size, answer))| {
            let best = search.reranked(card, answer).best().iter().map(|place| place.career).collect();
            Change { card, answer, size, best }
        })
    }

    /// The winner, and the careers that some change of one answer puts ahead of the winner or ties with it.
    pub(super) fn rivals(&self, answers: &Answers, winner: usize) -> Vec<usize> {
        let search = Search::new(self, answers, winner);
        let mut rivals = vec![false; self.careers()];
        rivals[winner] = true;
        for card in search.cards() {
            if search.reranks(card) {
                for answer in search.alternatives(card) {
                    let ranking = search.reranked(card, answer);
                    let bar = ranking.places().iter().find(|place| place.career == winner).map_or(1, |it| it.rank);
                    let above = ranking.places().iter().take_while(|place| place.rank <= bar);
                    above.for_each(|place| rivals[place.career] = true);
                }
            } else if self.flow().cards[card].picks.1 == 1 {
                let without = search.without(card);
                for answer in search.alternatives(card) {
                    let moved = search.moved(&without, card, answer);
                    rivals.iter_mut().enumerate().for_each(|(it, known)| *known |= search.leads(&moved, it));
                }
            } else {
                for rival in search.within_reach(card) {
                    rivals[rival] = rivals[rival] || search.picks_for(card, rival, usize::MAX).is_some();
                }
            }
        }
        (0..self.careers()).filter(|career| rivals[*career]).collect()
    }
}

impl<'a> Search<'a> {
    fn new(matcher: &'a Matcher, answers: &'a Answers, winner: usize) -> Self {
        let resolved = matcher.flow().resolve(answers);
        let scores = matcher.scores(&resolved);
        let answered = matcher.flow().tie_break().and_then(|card| Some((card, (*answers.get(card)?)?)));
        // A career that loses the tie-break with its current answer, or a tie by its order, needs a clear lead.
        let bar = |career: usize| {
            let lead = answered.map_or(0.0, |(card, answer)| {
                let value = |career| matcher.value(card, answer, career);
                value(winner) - value(career)
            });
            let loses_level = matcher.ties() == Ties::Priority && winner < career;
            if lead > TIE || lead >= -TIE && loses_level { TIE } else { -TIE }
        };
        let mut bars: Vec<_> = (0..scores.len()).map(|career| Some(bar(career))).collect();
        matcher.excluded(&resolved).iter().for_each(|out| bars[out.career] = None);
        bars[winner] = None;
        let tie_break = matcher.pending_tie_break(&resolved);
        Self { matcher, answers, resolved, scores, winner, bars, tie_break }
    }

    /// The cards that are shown.
    fn cards(&self) -> impl Iterator<Item = usize> {
        (0..self.matcher.cards()).filter(|card| self.resolved.shows(*card) || self.tie_break == Some(*card))
    }

    /// The available rows of a card, and the effective part of its answer.
    fn on(&self, card: usize) -> (u64, Option<Answer>) {
        if self.tie_break == Some(card) {
            return (self.matcher.flow().cards[card].all_rows(), self.answers[card]);
        }
        (self.resolved.available[card], self.resolved.effective[card])
    }

    /// Whether a change of this answer can affect more than scores.
    fn reranks(&self, card: usize) -> bool {
        let by_tie = self.matcher.tie_career().is_some();
        self.matcher.flow().cards[card].gate || self.tie_break == Some(card) || by_tie
    }

    fn reranked(&self, card: usize, answer: Option<Answer>) -> Ranking {
        let mut changed = self.answers.clone();
        changed[card] = answer;
        self.matcher.rank(&changed)
    }

    /// Tries every answer to a card.
    fn try_each(&self, card: usize, limit: usize) -> Option<Found> {
        let (_, now) = self.on(card);
        let mut best: Option<Found> = None;
        let without = self.without(card);
        for answer in self.alternatives(card) {
            let size = self.size(card, now, answer);
            if size < best.map_or(limit, |(size, _)| size) && self.overtaken(&without, card, answer) {
                best = Some((size, answer));
            }
        }
        best
    }

    /// All permitted answers to a card except the current one.
    fn alternatives(&self, card: usize) -> Vec<Option<Answer>> {
        let compiled = &self.matcher.flow().cards[card];
        let (open, now) = self.on(card);
        let mut all = vec![0];
        for row in Answer::from_bits(open).into_iter().flat_map(Answer::rows) {
            let more: Vec<_> = all
                .iter()
                .filter(|set: &&u64| set.count_ones() < compiled.picks.1 as u32)
                .map(|set| set | 1 << row)
                .collect();
            all.extend(more);
            if all.len() > SETS {
                let held = now.map_or(0, Answer::bits);
                all = (0..compiled.rows)
                    .flat_map(|a| (a..compiled.rows).map(move |b| held ^ (1 << a | 1 << b)))
                    .collect();
                all.extend([0]);
                all.extend((0..compiled.rows).map(|row| 1 << row & compiled.exclusive));
                break;
            }
        }
        let answers = all.into_iter().map(Answer::from_bits);
        answers
            .filter(|answer| *answer != now && self.matcher.flow().permits(card, open, *answer))
            .collect()
    }

    fn size(&self, card: usize, now: Option<Answer>, then: Option<Answer>) -> usize {
        let first = |answer: Answer| answer.rows().next().unwrap_or(0);
        match (now, then, self.matcher.flow().cards[card].kind) {
            (Some(now), Some(then), AnswerShape::Scale) => first(now).abs_diff(first(then)),
            (Some(now), Some(then), AnswerShape::Several) => (now.bits() ^ then.bits()).count_ones() as usize,
            (None, Some(then), _) => then.count(),
            _ => 1,
        }
    }

    /// Whether another career comes first or ties with the winner after the change.
    fn overtaken(&self, without: &[f64], card: usize, answer: Option<Answer>) -> bool {
        if self.reranks(card) {
            return self.reranked(card, answer).best().iter().any(|place| place.career != self.winner);
        }
        let moved = self.moved(without, card, answer);
        (0..moved.len()).any(|rival| self.leads(&moved, rival))
    }

    /// All scores without the contribution of a card's current answer.
    fn without(&self, card: usize) -> Vec<f64> {
        let now = self.matcher.grid().values(card, self.resolved.available[card], self.resolved.effective[card]);
        self.scores.iter().zip(now).map(|(score, now)| score - now).collect()
    }

    /// All scores with another answer in its place.
    fn moved(&self, without: &[f64], card: usize, answer: Option<Answer>) -> Vec<f64> {
        let mut moved = self.matcher.grid().values(card, self.resolved.available[card], answer);
        moved.iter_mut().zip(without).for_each(|(moved, score)| *moved += score);
        moved
    }

    /// Whether a career is ahead of the winner or tied with it, by these scores.
    fn leads(&self, moved: &[f64], rival: usize) -> bool {
        self.is_ahead(rival, moved[rival] - moved[self.winner])
    }

    fn is_ahead(&self, rival: usize, lead: f64) -> bool {
        self.bars[rival].is_some_and(|bar| if bar < 0.0 { lead >= bar } else { lead > bar })
    }

    /// The careers that some picks on a multiple-choice card could put first: a superset, found by an upper bound.
    fn within_reach(&self, card: usize) -> Vec<usize> {
        let open = self.resolved.available[card];
        let without = self.without(card);
        let taken_back = self.moved(&without, card, None);
        let mut most = without;
        let none = |career: usize| self.matcher.none_picked(card, open, career);
        (0..most.len()).for_each(|career| most[career] += none(career));
        let start = most[self.winner];
        for row in Answer::from_bits(open).into_iter().flat_map(Answer::rows) {
            let pick = |career: usize| self.matcher.grid().pick(card, row, career);
            let own = pick(self.winner);
            (0..most.len()).for_each(|career| most[career] += (pick(career) - own).max(0.0));
        }
        // A margin for rounding: no such career may be missed.
        let slack = |career: usize| 1e-6 + 1e-9 * (most[career].abs() + start.abs());
        let reach = |career: &usize| {
            self.leads(&taken_back, *career) || self.is_ahead(*career, most[*career] - start + slack(*career))
        };
        (0..most.len()).filter(reach).collect()
    }

    /// Whether a career is ahead of the winner or tied with it, after a change that affects only scores.
    fn overtakes(&self, card: usize, answer: Option<Answer>, rival: usize) -> bool {
        let (open, now) = (self.resolved.available[card], self.resolved.effective[card]);
        let moved = |career: usize| {
            let cell = |answer| self.matcher.cell(card, open, answer, career);
            self.scores[career] - cell(now) + cell(answer)
        };
        self.is_ahead(rival, moved(rival) - moved(self.winner))
    }

    /// The smallest change of picks on a multiple-choice card, without trying every set.
    fn try_picks(&self, card: usize, limit: usize) -> Option<Found> {
        let mut best: Option<Found> = None;
        for rival in self.within_reach(card) {
            let limit = best.map_or(limit, |(size, _)| size);
            best = self.picks_for(card, rival, limit).or(best);
        }
        best
    }

    /// For one rival, the best picks to add and to remove are those with the largest differences.
    fn picks_for(&self, card: usize, rival: usize, limit: usize) -> Option<Found> {
        let (grid, flow) = (self.matcher.grid(), self.matcher.flow());
        let (open, now) = (self.resolved.available[card], self.resolved.effective[card]);
        let gain = |row: usize| grid.pick(card, row, rival) - grid.pick(card, row, self.winner);
        let held = now.map_or(0, Answer::bits);
        let sorted = |bits: u64, sign: f64| {
            let mut rows: Vec<_> = Answer::from_bits(bits).into_iter().flat_map(Answer::rows).collect();
            sort_by_value(&mut rows, &|row| sign * gain(row));
            rows
        };
        let exclusive = flow.cards[card].exclusive;
        let (add, remove) = (sorted(open & !held & !exclusive, 1.0), sorted(held, -1.0));
        let mut best: Option<Found> = None;
        let mut consider = |size: usize, bits: u64| {
            let answer = Answer::from_bits(bits);
            let smaller = size < best.map_or(limit, |(size, _)| size) && answer != now;
            if smaller && flow.permits(card, open, answer) && self.overtakes(card, answer, rival) {
                best = Some((size, answer));
            }
        };
        consider(1, 0);
        for row in Answer::from_bits(open & exclusive).into_iter().flat_map(Answer::rows) {
            consider((held ^ 1 << row).count_ones() as usize, 1 << row);
        }
        let mut kept = held;
        for removed in 0..=remove.len() {
            let mut bits = kept;
            for added in 0..=add.len() {
                if bits != 0 {
                    consider(added + removed, bits);
                }
                bits |= add.get(added).map_or(0, |row| 1 << row);
            }
            kept &= !remove.get(removed).map_or(0, |row| 1 << row);
        }
        best
    }
}
