//! Every word that the widget says of its own accord, in one place.

use yew::AttrValue;

pub(super) const START: &str = "Start";
pub(super) const BACK: &str = "Back";
pub(super) const NEXT: &str = "Next";
pub(super) const FINISH: &str = "See my result";
pub(super) const NOT_SURE: &str = "Not sure";
pub(super) const LIKE: &str = "Sounds like me";
pub(super) const PASS: &str = "Not for me";
pub(super) const DRAG: &str = "Drag the question to a side, or choose below";
pub(super) const PICK_ONE: &str = "Choose an answer to go on";

pub(super) const BEST: &str = "Your best match";
pub(super) const BEST_OF_BAND: &str = "One of your best matches";
pub(super) const TIE: &str = "Equally good for you";
pub(super) const NONE: &str = "No career meets its conditions with these answers";
pub(super) const CLEAR: &str = "A clear result.";
pub(super) const CLOSE: &str = "A close result.";
pub(super) const BAND: &str = "About as good for you:";
pub(super) const NO_CHANGE: &str = "No single other answer would put another career first.";
pub(super) const DECIDED: &str = "Both were level; your last answer decided.";
pub(super) const EXCLUDED: &str = "Left out, and why";
pub(super) const WHY: &str = "Why it fits";
pub(super) const ADDS_UP: &str = "How it adds up";
pub(super) const STARTING_POINT: &str = "Before any answer";
pub(super) const UNANSWERED: &str = "Not sure";
pub(super) const TOGETHER: &str = "Your match";
pub(super) const NOTHING_FOR: &str = "None of your answers speaks for it in particular.";
pub(super) const DAY: &str = "A day in it";
pub(super) const TOOLS: &str = "What you would work with";
pub(super) const FIRST_STEPS: &str = "First steps";
pub(super) const OTHERS: &str = "How the others compare";
pub(super) const CAVEAT: &str =
    "A match says what your answers suggest you would like. It does not measure what you are good at.";
pub(super) const ADAPTIVE: &str = "Your answers choose the next question, so most people need only some of them.";
pub(super) const ENDS_EARLY: &str = "The quiz ends as soon as the result is clear.";
pub(super) const EXPECTED: &str = "Before any answer, and what we expect of the questions left out";
pub(super) const MORE: &str = "Answer a few more questions";
pub(super) const TRAITS: &str = "Where you lean, and where it leans";
pub(super) const YOU: &str = "You";
pub(super) const AS_TABLE: &str = "Show as a table";
pub(super) const MATCH: &str = "Match";
pub(super) const SPEAKS: &str = "Your answers that put it ahead";
pub(super) const KEEP: &str = "Keep it or share it";
pub(super) const LINK_RESULT: &str = "Link to this result";
pub(super) const LINK_RESULT_NOTE: &str = "Shows the first careers, and none of your answers.";
pub(super) const LINK_ANSWERS: &str = "Link to your answers";
pub(super) const LINK_ANSWERS_NOTE: &str = "Contains your answers: go on with it on another device.";
pub(super) const SHARE: &str = "Share or copy";
pub(super) const PICTURE: &str = "Share as a picture";
pub(super) const PRINT: &str = "Print";
pub(super) const EDIT: &str = "Change an answer and see what moves";
pub(super) const UNDO: &str = "Undo the last change";
pub(super) const SEARCH: &str = "Search by name";
pub(super) const ALL: &str = "All";
pub(super) const SHOW_MORE: &str = "Show more";
pub(super) const RESTART: &str = "Start again";

pub(super) const ADDING_UP: &str = "Adding up your answers…";
pub(super) const TRY_AGAIN: &str = "Try again";

/// Which question it is, and of how many; of how many at most, where the quiz may end before.
pub(super) fn question((number, of): (usize, usize), at_most: bool) -> AttrValue {
    format!("Question {number} of {}{of}", if at_most && number < of { "at most " } else { "" }).into()
}

/// What a result is worth that came after some of the questions. In a long list it is about the first so many.
pub(super) fn early((asked, of): (usize, usize), confidence: f64, top: Option<usize>) -> AttrValue {
    let sure = match confidence {
        1.0 => "certainly",
        it if it >= 0.9 => "very likely",
        it if it >= 0.75 => "likely",
        it if it >= 0.5 => "probably",
        _ => "perhaps",
    };
    let place = match top {
        None => "be the same".to_owned(),
        Some(top) => format!("stay among the first {top}"),
    };
    let answered = format!("You answered {asked} of {of} questions. With all of them the first place would");
    format!("{answered} {sure} {place}; the percentages may still move.").into()
}

/// One trait of a chart in words.
pub(super) fn trait_told(title: &str, own: f64, theirs: f64) -> String {
    format!("{title}: {YOU} {}, {}", percent(own), percent(theirs))
}

/// The way to two careers side by side.
pub(super) fn compare(best: &str) -> AttrValue {
    format!("Side by side with {best}").into()
}

/// Some answers of a visitor who came back have no place any more.
pub(super) fn lost(count: usize) -> AttrValue {
    let answers = if count == 1 { "one of your answers was" } else { "some of your answers were" };
    format!("This quiz has changed since: {answers} left out.").into()
}

/// Somebody else's result, before one's own.
pub(super) fn shared(careers: &[String]) -> AttrValue {
    format!("Somebody shared their result with you: {}. What is yours?", careers.join(", ")).into()
}

/// Who is first after a change.
pub(super) fn now_first(best: &[&str], share: f64) -> AttrValue {
    match best {
        [] => NONE.into(),
        [one] => format!("{one} is first now, {}", percent(share)).into(),
        level => format!("{} are level now, {}", level.join(" / "), percent(share)).into(),
    }
}

/// Where a career stood before a change; nought where a rule kept it out.
pub(super) fn moved(before: usize, now: usize) -> AttrValue {
    match before {
        0 => "new".into(),
        _ => format!("{} was {before}", if now < before { '▲' } else { '▼' }).into(),
    }
}

/// How many careers a search found.
pub(super) fn found(found: usize, of: usize) -> AttrValue {
    format!("{found} of {of}").into()
}

pub(super) fn pick(min: usize, max: usize, of: usize) -> AttrValue {
    match (min, max) {
        (min, max) if min == max => format!("Choose {min}"),
        (1, max) if max >= of => "Choose all that fit".to_owned(),
        (1, max) => format!("Choose up to {max}"),
        (min, max) if max >= of => format!("Choose at least {min}"),
        (min, max) => format!("Choose {min} to {max}"),
    }
    .into()
}

pub(super) fn step(number: usize, of: usize, end: &str) -> AttrValue {
    if end.is_empty() { format!("{number} of {of}") } else { format!("{number} of {of}: {end}") }.into()
}

pub(super) fn percent(share: f64) -> AttrValue {
    format!("{} %", whole(share)).into()
}

pub(super) fn matched(share: f64) -> AttrValue {
    format!("{} % match", whole(share)).into()
}

/// A part of a match in hundredths, with its sign.
pub(super) fn part(whole: i32) -> AttrValue {
    if whole < 0 { format!("−{}", -whole) } else { format!("+{whole}") }.into()
}

/// Hundredths, to the nearest whole one.
pub(super) fn whole(share: f64) -> i32 {
    (share * 100.0 + if share < 0.0 { -0.5 } else { 0.5 }) as i32
}

/// What one other answer would change: the question, the answer, and who would come first.
pub(super) fn change(prompt: &str, answer: &str, best: &[&str]) -> AttrValue {
    let then = match best {
        [] => "nothing would be left".to_owned(),
        [one] => format!("{one} would come first"),
        level => format!("{} would be level", level.join(" / ")),
    };
    format!("Had you said “{answer}” to “{prompt}”, {then}.").into()
}

/// Above the answers that put one career before another.
pub(super) fn ahead(best: &str) -> AttrValue {
    format!("What put {best} ahead").into()
}

/// The first few of a list.
pub(super) fn list(names: &[&str]) -> AttrValue {
    const FEW: usize = 6;
    let mut list = names[..names.len().min(FEW)].join(", ");
    if names.len() > FEW {
        list += &format!(" and {} more", names.len() - FEW);
    }
    list.into()
}
