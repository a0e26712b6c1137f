//! Conditions on earlier answers: resolves every card and answer of the authored form to a number.

use super::Checker;
use crate::config::{
    AUTHORS,
    checked::{Card, Condition, Line, ResponseFormat, Rule, counting},
    index::Index,
    limits, model,
    path::Trail,
    problem::Kind,
};

/// The cards that a condition may use: those before it.
pub(super) struct Earlier<'a> {
    pub(super) ids: &'a Index<'a>,
    pub(super) cards: &'a [Card],
}

impl Checker<'_> {
    /// Checks a condition. A wrong condition is reported and replaced with one that is always true.
    #[inline(never)]
    pub(super) fn condition(&mut self, path: &Trail, authored: &model::Condition, earlier: &Earlier) -> Condition {
        let always = Condition::All(Vec::new());
        let parts = [
            authored.card.is_some(),
            authored.total.is_some(),
            authored.not.is_some(),
            authored.all.is_some(),
            authored.any.is_some(),
        ];
        let tests = [
            authored.is.is_some(),
            authored.any_of.is_some(),
            authored.at_least.is_some() && authored.total.is_none(),
            authored.answered.is_some(),
        ];
        let count = |flags: &[bool]| flags.iter().filter(|flag| **flag).count();
        let limits = authored.at_least.or(authored.at_most).is_some();
        let limited = if authored.total.is_some() { limits } else { authored.at_most.is_none() };
        if count(&parts) != 1 || count(&tests) != usize::from(authored.card.is_some()) || !limited {
            self.error(path, Kind::BadCondition);
            return always;
        }
        if let Some(inner) = &authored.not {
            return Condition::Not(Box::new(self.condition(&path.key("not"), inner, earlier)));
        }
        if let Some(list) = &authored.all {
            return Condition::All(self.conditions(&path.key("all"), list, earlier));
        }
        if let Some(list) = &authored.any {
            return Condition::Any(self.conditions(&path.key("any"), list, earlier));
        }
        if let Some(id) = &authored.total {
            return self.total(path, id, authored, earlier).unwrap_or(always);
        }
        let id = authored.card.as_deref().unwrap_or_default();
        let Some(card) = earlier.ids.get(id).filter(|card| *card < earlier.cards.len()) else {
            let suggestion = self.meant(id, earlier.cards.iter().map(|card| card.id.as_str()));
            let id = id.to_owned();
            // Rules may use all cards.
            let all = AUTHORS && earlier.cards.len() == earlier.ids.len();
            let what = "card";
            let kind =
                if all { Kind::UnknownId { what, id, suggestion } } else { Kind::UnknownCard { id, suggestion } };
            self.error(&path.key("card"), kind);
            return always;
        };
        let response = &earlier.cards[card].response;
        if let Some(answered) = authored.answered {
            let condition = Condition::Answered { card };
            return if answered { condition } else { Condition::Not(Box::new(condition)) };
        }
        if let Some(least) = authored.at_least {
            let path = path.key("atLeast");
            if least != f64::from(least as i32) {
                self.error(&path, Kind::WrongType { expected: "a whole number", found: "a number" });
            }
            let least = self.range(&path, least, 1, response.len() as i32) as usize;
            return match response {
                ResponseFormat::Line { line: Line::Scale { .. }, .. } => Condition::Step { card, least },
                ResponseFormat::Options { several: true, .. } => Condition::Count { card, least },
                ResponseFormat::Options { .. } | ResponseFormat::Line { .. } => {
                    self.error(&path, Kind::BadAtLeast);
                    always
                }
            };
        }
        let mut rows = 0;
        if let Some(name) = &authored.is {
            rows |= self.answer(&path.key("is"), name, id, response);
        }
        for (i, name) in authored.any_of.iter().flatten().enumerate() {
            rows |= self.answer(&path.key("anyOf").index(i), name, id, response);
        }
        Condition::Picked { card, rows }
    }

    /// Checks a condition on the sum of the answers' points for a career or a trait.
    fn total(&mut self, path: &Trail, id: &str, authored: &model::Condition, earlier: &Earlier) -> Option<Condition> {
        let is_rule = earlier.cards.len() == earlier.ids.len();
        if !is_rule || self.model == model::Model::Bayes {
            self.error(&path.key("total"), Kind::BadTotal);
            return None;
        }
        let (known, what) = match self.model {
            model::Model::Traits => (self.traits, "trait"),
            model::Model::Points | model::Model::Bayes => (self.careers, "career"),
        };
        let Some(column) = known.get(id) else {
            let suggestion = self.suggestion(known, id);
            self.error(&path.key("total"), Kind::UnknownId { what, id: id.to_owned(), suggestion });
            return None;
        };
        Some(Condition::Total {
            column,
            cards: counting(earlier.cards, column, known.len()).into(),
            least: authored.at_least.unwrap_or(f64::NEG_INFINITY),
            most: authored.at_most.unwrap_or(f64::INFINITY),
        })
    }

    /// The row of an answer by its name, as a bit.
    pub(super) fn answer(&mut self, path: &Trail, name: &str, card: &str, response: &ResponseFormat) -> u64 {
        let Some(row) = response.row(name) else {
            let few = AUTHORS && self.problems.len() < limits::TOLD;
            let known: Vec<_> =
                if few { (0..response.len()).map(|row| response.name(row)).collect() } else { Vec::new() };
            let suggestion = self.meant(name, known.iter().map(String::as_str));
            self.error(path, Kind::UnknownAnswer { answer: name.into(), card: card.into(), suggestion });
            return 0;
        };
        1 << row
    }

    fn conditions(&mut self, path: &Trail, list: &[model::Condition], earlier: &Earlier) -> Vec<Condition> {
        let check = |(i, inner)| self.condition(&path.index(i), inner, earlier);
        list.iter().enumerate().map(check).collect()
    }
}

impl Checker<'_> {
    /// Checks rules, which may use every card.
    #[inline(never)]
    pub(super) fn rules(&mut self, path: &Trail, rules: Vec<model::Rule>, cards: &Earlier) -> Vec<Rule> {
        let check = |(i, rule): (usize, model::Rule)| {
            let path = path.index(i);
            self.text(&path.key("reason"), &rule.reason);
            Rule { when: self.condition(&path.key("when"), &rule.when, cards), reason: rule.reason }
        };
        rules.into_iter().enumerate().map(check).collect()
    }
}
