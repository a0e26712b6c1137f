//! Everything that the widget says of its own accord: the words by name in `table.rs`, and here those with something
//! in them.

mod table;

use yew::AttrValue;

use crate::config::{Checked, model::Matches};

#[cfg(not(target_arch = "wasm32"))]
pub use table::KEYS;
pub(super) use table::*;
pub use table::{Table, arrive};

/// For a button that only an address is known of, in these words.
pub fn find_out_more(table: &Option<Table>) -> String {
    Locale(table.as_ref()).say(FIND_OUT_MORE).to_string()
}

/// From how many hundredths on a match has which name.
const TIERS: [(i32, Word); 3] = [(75, TIER_STRONG), (55, TIER_GOOD), (35, TIER_FAIR)];

impl Locale<'_> {
    /// Which question it is, and of how many; of how many at most, where the quiz may end before.
    pub(in crate::widget) fn question(self, (asked, of): (usize, usize), at_most: bool) -> AttrValue {
        let word = if at_most && asked < of { QUESTION_AT_MOST } else { QUESTION };
        self.with(word, &[("number", &self.count(asked)), ("of", &self.count(of))])
    }

    /// What a result is worth that came after some of the questions. In a long list it is about the first so many.
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

    /// One trait of a chart in words.
    pub(in crate::widget) fn trait_told(self, title: &str, own: f64, career: &str, theirs: f64) -> AttrValue {
        self.with(
            TRAIT_TOLD,
            &[("trait", title), ("own", &self.percent(own)), ("career", career), ("theirs", &self.percent(theirs))],
        )
    }

    /// The way to two careers side by side.
    pub(in crate::widget) fn compare(self, best: &str) -> AttrValue {
        self.with(COMPARE, &[("career", best)])
    }

    /// Some answers of a visitor who came back have no place any more.
    #[inline(never)]
    pub(in crate::widget) fn lost(self, count: usize) -> AttrValue {
        self.counted(LOST, count)
    }

    /// Somebody else's result, before one's own: careers, each with its match.
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

    /// Where a career stood before a change; nought where a rule kept it out.
    pub(in crate::widget) fn moved(self, before: usize, now: usize) -> AttrValue {
        if before == 0 {
            return self.say(MOVED_NEW);
        }
        let arrow = if now < before { "▲ " } else { "▼ " };
        [arrow, &self.with(MOVED_FROM, &[("place", &self.count(before))])].concat().into()
    }

    /// How many careers a search found.
    pub(in crate::widget) fn found(self, found: usize, of: usize) -> AttrValue {
        self.with(FOUND, &[("found", &self.count(found)), ("of", &self.count(of))])
    }

    /// How many answers can be picked, where that is limited.
    pub(in crate::widget) fn limits(self, min: usize, max: usize, of: usize) -> Option<AttrValue> {
        (min > 1 || max < of).then(|| self.pick(min, max, of))
    }

    /// What is missing, or too much, of the answers that were picked.
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

    /// How well a career fits, as the quiz tells it: at length, or in a list. Nothing where the order is to say enough.
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

    /// What an answer adds to a match, in hundredths, with its sign.
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

    /// Above the answers that put one career before another.
    pub(in crate::widget) fn ahead(self, best: &str) -> AttrValue {
        self.with(AHEAD, &[("career", best)])
    }

    /// The first few of a list.
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

/// Hundredths, to the nearest whole one.
pub(super) fn whole(share: f64) -> i32 {
    (share * 100.0 + if share < 0.0 { -0.5 } else { 0.5 }) as i32
}
