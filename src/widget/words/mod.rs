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
    speak(table);
    FIND_OUT_MORE.say().to_string()
}

/// Which question it is, and of how many; of how many at most, where the quiz may end before.
pub(super) fn question((asked, of): (usize, usize), at_most: bool) -> AttrValue {
    let word = if at_most && asked < of { QUESTION_AT_MOST } else { QUESTION };
    word.with(&[("number", &count(asked)), ("of", &count(of))])
}

/// What a result is worth that came after some of the questions. In a long list it is about the first so many.
pub(super) fn early((asked, of): (usize, usize), confidence: f64, top: Option<usize>) -> AttrValue {
    let sure = match confidence {
        1.0 => CERTAINLY,
        it if it >= 0.9 => VERY_LIKELY,
        it if it >= 0.75 => LIKELY,
        it if it >= 0.5 => PROBABLY,
        _ => PERHAPS,
    };
    let word = if top.is_some() { EARLY_TOP } else { EARLY };
    let top = top.map(count).unwrap_or_default();
    word.with(&[("asked", &count(asked)), ("of", &count(of)), ("sure", &sure.say()), ("top", &top)])
}

/// One trait of a chart in words.
pub(super) fn trait_told(title: &str, own: f64, career: &str, theirs: f64) -> AttrValue {
    TRAIT_TOLD.with(&[("trait", title), ("own", &percent(own)), ("career", career), ("theirs", &percent(theirs))])
}

/// The way to two careers side by side.
pub(super) fn compare(best: &str) -> AttrValue {
    COMPARE.with(&[("career", best)])
}

/// Some answers of a visitor who came back have no place any more.
#[inline(never)]
pub(super) fn lost(count: usize) -> AttrValue {
    LOST.counted(count)
}

/// Somebody else's result, before one's own: careers, each with its match.
#[inline(never)]
pub(super) fn shared(config: &Checked, careers: &[(&str, f64)]) -> AttrValue {
    let named = |(title, share): &(&str, f64)| match told(config, *share, false) {
        Some(told) => [title, " (", &told, ")"].concat(),
        None => (*title).to_owned(),
    };
    let named: Vec<_> = careers.iter().map(named).collect();
    SHARED.with(&[("careers", &list(&named.iter().map(String::as_str).collect::<Vec<_>>()))])
}

/// Who is first after a change.
pub(super) fn now_first(config: &Checked, best: &[&str], share: f64) -> AttrValue {
    let word = match best.len() {
        0 => return NONE.say(),
        1 => NOW_FIRST,
        _ => NOW_LEVEL,
    };
    let names = few(best, " / ");
    match told(config, share, false) {
        Some(told) => word.with(&[("career", &names), ("careers", &names), ("percent", &told)]),
        None => names,
    }
}

/// Where a career stood before a change; nought where a rule kept it out.
pub(super) fn moved(before: usize, now: usize) -> AttrValue {
    if before == 0 {
        return MOVED_NEW.say();
    }
    let arrow = if now < before { "▲ " } else { "▼ " };
    [arrow, &MOVED_FROM.with(&[("place", &count(before))])].concat().into()
}

/// How many careers a search found.
pub(super) fn found(found: usize, of: usize) -> AttrValue {
    FOUND.with(&[("found", &count(found)), ("of", &count(of))])
}

/// How many answers can be picked, where that is limited.
pub(super) fn limits(min: usize, max: usize, of: usize) -> Option<AttrValue> {
    (min > 1 || max < of).then(|| pick(min, max, of))
}

/// What is missing, or too much, of the answers that were picked.
pub(super) fn missing(picked: usize, (min, max): (usize, usize), of: usize) -> AttrValue {
    match picked {
        0 if min <= 1 => PICK_ONE.say(),
        1.. if picked < min => PICK_MORE.with(&[("count", &count(min - picked))]),
        _ => pick(min, max, of),
    }
}

pub(super) fn pick(min: usize, max: usize, of: usize) -> AttrValue {
    let word = match (min, max) {
        (min, max) if min == max => PICK_EXACTLY,
        (1, max) if max >= of => PICK_ALL,
        (1, _) => PICK_UP_TO,
        (_, max) if max >= of => PICK_AT_LEAST,
        _ => PICK_BETWEEN,
    };
    word.with(&[("min", &count(min)), ("max", &count(max))])
}

pub(super) fn step(number: usize, of: usize, end: &str) -> AttrValue {
    let word = if end.is_empty() { STEP } else { STEP_END };
    word.with(&[("number", &count(number)), ("of", &count(of)), ("end", end)])
}

pub(super) fn percent(share: f64) -> AttrValue {
    PERCENT.with(&[("number", &number(whole(share)))])
}

/// How well a career fits, as the quiz tells it: at length, or in a list. Nothing where the order is to say enough.
pub(super) fn told(config: &Checked, share: f64, at_length: bool) -> Option<AttrValue> {
    let hundredths = whole(share);
    match config.result().map_or(Matches::Percent, |it| it.matches) {
        Matches::Percent if at_length => Some(MATCHED.with(&[("number", &number(hundredths))])),
        Matches::Percent => Some(percent(share)),
        Matches::Tiers => {
            Some(TIERS.iter().find(|(least, _)| hundredths >= *least).map_or(TIER_WEAK, |(_, word)| *word).say())
        }
        Matches::None => None,
    }
}

/// From how many hundredths on a match has which name.
const TIERS: [(i32, Word); 3] = [(75, TIER_STRONG), (55, TIER_GOOD), (35, TIER_FAIR)];

/// A part of a match in hundredths, with its sign.
pub(super) fn part(whole: i32) -> AttrValue {
    [if whole < 0 { "−" } else { "+" }, &number(whole.abs())].concat().into()
}

/// Hundredths, to the nearest whole one.
pub(super) fn whole(share: f64) -> i32 {
    (share * 100.0 + if share < 0.0 { -0.5 } else { 0.5 }) as i32
}

/// What one other answer would change: the question, the answer, and who would come first.
pub(super) fn change(prompt: &str, answer: &str, best: &[&str]) -> AttrValue {
    let word = match best.len() {
        0 => CHANGE_NONE,
        1 => CHANGE,
        _ => CHANGE_LEVEL,
    };
    let names = few(best, " / ");
    word.with(&[("answer", answer), ("question", prompt), ("career", &names), ("careers", &names)])
}

/// Above the answers that put one career before another.
pub(super) fn ahead(best: &str) -> AttrValue {
    AHEAD.with(&[("career", best)])
}

/// The first few of a list.
pub(super) fn list(names: &[&str]) -> AttrValue {
    few(names, &COMMA.say())
}

fn few(names: &[&str], between: &str) -> AttrValue {
    const MOST_NAMES: usize = 6;
    let few = names[..names.len().min(MOST_NAMES)].join(between);
    match names.len().saturating_sub(MOST_NAMES) {
        0 => few.into(),
        more => LIST_MORE.with(&[("names", &few), ("count", &count(more))]),
    }
}

/// A count in the digits of the language.
fn count(count: usize) -> String {
    number(count as i32)
}
