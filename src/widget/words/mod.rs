//! The widget's own texts. Texts without values are in `table.rs`; this module has those with values.

mod table;

use yew::AttrValue;

use crate::config::{Checked, model::Matches};

#[cfg(not(target_arch = "wasm32"))]
pub use table::KEYS;
pub(super) use table::*;
pub use table::{Table, arrive};

/// The label of a button for which only an address is given.
pub fn find_out_more(table: &Option<Table>) -> String {
    Locale(table.as_ref()).say(FIND_OUT_MORE).to_string()
}

/// The lowest percentage of each tier of matches.
const TIERS: [(i32, Word); 3] = [(75, TIER_STRONG), (55, TIER_GOOD), (35, TIER_FAIR)];

impl Locale<'_> {
    /// The number of the question and of all questions; "at most" if the quiz may end early.
    pub(in crate::widget) fn question(self, (asked, of): (usize, usize), at_most: bool) -> AttrValue {
        let word = if at_most && asked < of { QUESTION_AT_MOST } else { QUESTION };
        self.with(word, &[("number", &self.count(asked)), ("of", &self.count(of))])
    }

    /// How reliable an early result is. For a long list, this concerns the first `top` careers.
    pub(in crate::widget) fn early(
        self,
        (asked, of): (usize, usize),
        confidence: f64,
        top: Option<usize>,
    ) -> AttrValue {
        let sure = match confidence {
            1.0 => CERTAINLY,
            it if it >= 0.9 => VERY_LIKELY,
            it if it >= 0.75 => LIKELY,
            it if it >= 0.5 => PROBABLY,
            _ => PERHAPS,
        };
        let word = if top.is_some() { EARLY_TOP } else { EARLY };
        let top = top.map(|top| self.count(top)).unwrap_or_default();
        self.with(
            word,
            &[("asked", &self.count(asked)), ("of", &self.count(of)), ("sure", &self.say(sure)), ("top", &top)],
        )
    }

    /// One trait of a chart as text.
    pub(in crate::widget) fn trait_told(self, title: &str, own: f64, career: &str, theirs: f64) -> AttrValue {
        self.with(
            TRAIT_TOLD,
            &[("trait", title), ("own", &self.percent(own)), ("career", career), ("theirs", &self.percent(theirs))],
        )
    }

    /// The label of the comparison with another career.
    pub(in crate::widget) fn compare(self, best: &str) -> AttrValue {
        self.with(COMPARE, &[("career", best)])
    }

    /// Some answers of a returning visitor no longer fit the quiz.
    #[inline(never)]
    pub(in crate::widget) fn lost(self, count: usize) -> AttrValue {
        self.counted(LOST, count)
    }

    /// The result of another person, shown before the visitor's own: careers, each with its match.
    #[inline(never)]
    pub(in crate::widget) fn shared(self, config: &Checked, careers: &[(&str, f64)]) -> AttrValue {
        let named = |(title, share): &(&str, f64)| match self.told(config, *share, false) {
            Some(told) => [title, " (", &told, ")"].concat(),
            None => (*title).to_owned(),
        };
        let named: Vec<_> = careers.iter().map(named).collect();
        self.with(SHARED, &[("careers", &self.list(&named.iter().map(String::as_str).collect::<Vec<_>>()))])
    }

    /// Who is first after a change.
    pub(in crate::widget) fn now_first(self, config: &Checked, best: &[&str], share: f64) -> AttrValue {
        let word = match best.len() {
            0 => return self.say(NONE),
            1 => NOW_FIRST,
            _ => NOW_LEVEL,
        };
        let names = self.few(best, " / ");
        match self.told(config, share, false) {
            Some(told) => self.with(word, &[("career", &names), ("careers", &names), ("percent", &told)]),
            None => names,
        }
    }

    /// The rank of a career before a change; zero if a rule excluded the career.
    pub(in crate::widget) fn moved(self, before: usize, now: usize) -> AttrValue {
        if before == 0 {
            return self.say(MOVED_NEW);
        }
        let arrow = if now < before { "▲ " } else { "▼ " };
        [arrow, &self.with(MOVED_FROM, &[("place", &self.count(before))])].concat().into()
    }

    /// The number of careers that a search found.
    pub(in crate::widget) fn found(self, found: usize, of: usize) -> AttrValue {
        self.with(FOUND, &[("found", &self.count(found)), ("of", &self.count(of))])
    }

    /// The limits on the number of answers, if there are any.
    pub(in crate::widget) fn limits(self, min: usize, max: usize, of: usize) -> Option<AttrValue> {
        (min > 1 || max < of).then(|| self.pick(min, max, of))
    }

    /// How many answers are missing or too many.
    pub(in crate::widget) fn missing(self, picked: usize, (min, max): (usize, usize), of: usize) -> AttrValue {
        match picked {
            0 if min <= 1 => self.say(PICK_ONE),
            1.. if picked < min => self.with(PICK_MORE, &[("count", &self.count(min - picked))]),
            _ => self.pick(min, max, of),
        }
    }

    pub(in crate::widget) fn pick(self, min: usize, max: usize, of: usize) -> AttrValue {
        let word = match (min, max) {
            (min, max) if min == max => PICK_EXACTLY,
            (1, max) if max >= of => PICK_ALL,
            (1, _) => PICK_UP_TO,
            (_, max) if max >= of => PICK_AT_LEAST,
            _ => PICK_BETWEEN,
        };
        self.with(word, &[("min", &self.count(min)), ("max", &self.count(max))])
    }

    pub(in crate::widget) fn step(self, number: usize, of: usize, end: &str) -> AttrValue {
        let word = if end.is_empty() { STEP } else { STEP_END };
        self.with(word, &[("number", &self.count(number)), ("of", &self.count(of)), ("end", end)])
    }

    pub(in crate::widget) fn percent(self, share: f64) -> AttrValue {
        self.with(PERCENT, &[("number", &self.number(whole(share)))])
    }

    /// How well a career fits, in the form that the quiz chooses: long, or short for a list. `None` if the quiz shows
    /// only the order.
    pub(in crate::widget) fn told(self, config: &Checked, share: f64, at_length: bool) -> Option<AttrValue> {
        let hundredths = whole(share);
        match config.result().map_or(Matches::Percent, |it| it.matches) {
            Matches::Percent if at_length => Some(self.with(MATCHED, &[("number", &self.number(hundredths))])),
            Matches::Percent => Some(self.percent(share)),
            Matches::Tiers => {
                let tier = TIERS.iter().find(|(least, _)| hundredths >= *least).map_or(TIER_WEAK, |(_, word)| *word);
                Some(self.say(tier))
            }
            Matches::None => None,
        }
    }

    /// What an answer adds to a match, in percentage points, with its sign.
    pub(in crate::widget) fn contribution(self, whole: i32) -> AttrValue {
        [if whole < 0 { "−" } else { "+" }, &self.number(whole.abs())].concat().into()
    }

    /// What one other answer would change: the question, the answer, and who would come first.
    pub(in crate::widget) fn change(self, prompt: &str, answer: &str, best: &[&str]) -> AttrValue {
        let word = match best.len() {
            0 => CHANGE_NONE,
            1 => CHANGE,
            _ => CHANGE_LEVEL,
        };
        let names = self.few(best, " / ");
        self.with(word, &[("answer", answer), ("question", prompt), ("career", &names), ("careers", &names)])
    }

    /// The heading above the answers that put one career before another.
    pub(in crate::widget) fn ahead(self, best: &str) -> AttrValue {
        self.with(AHEAD, &[("career", best)])
    }

    /// The first few entries of a list.
    pub(in crate::widget) fn list(self, names: &[&str]) -> AttrValue {
        self.few(names, &self.say(COMMA))
    }

    fn few(self, names: &[&str], between: &str) -> AttrValue {
        const MOST_NAMES: usize = 6;
        let few = names[..names.len().min(MOST_NAMES)].join(between);
        match names.len().saturating_sub(MOST_NAMES) {
            0 => few.into(),
            more => self.with(LIST_MORE, &[("names", &few), ("count", &self.count(more))]),
        }
    }

    /// A count in the digits of the language.
    fn count(self, count: usize) -> String {
        self.number(count as i32)
    }
}

/// As a percentage, rounded to a whole number.
pub(super) fn whole(share: f64) -> i32 {
    (share * 100.0 + if share < 0.0 { -0.5 } else { 0.5 }) as i32
}
