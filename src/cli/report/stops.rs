//! What early stops save and cost, for the page; the terminal uses the same texts.

use super::{
    Shown,
    html::{chart_table, section},
    words::{number, percent, span},
};
use crate::{
    adaptive::SHORT_LIST,
    cli::count,
    config::model::{Order, Stop},
    lab::StopReport,
};

pub(super) fn stops(shown: &Shown) -> String {
    let asking = shown.quiz.config().asking();
    let cell = |words: String, small: &str| format!("{words} <small>{small}</small>");
    let row = |it: &StopReport| {
        let now = if (it.stop, it.order) == (asking.stop, asking.order) { ", current" } else { "" };
        vec![
            cell(capital(stop(it.stop)), &format!("{} order{now}", order(it.order))),
            cell(format!("<b>{}</b>", asked(it)), &format!("of {}", of(it))),
            percent(it.saved()),
            cell(format!("<b>{}</b>", percent(it.agreement)), &interval(shown, it)),
            off(it),
        ]
    };
    let heads = ["Stop", "Questions asked", "Saved", same(shown), "Confidence off by"].map(capital).to_vec();
    let rows: Vec<_> = shown.report.stops.iter().map(row).collect();
    let table =
        chart_table("stops", "What each stop saves, and how often the first career stays the same", &heads, &rows);
    let (first, lasts) = match many(shown) {
        false => ("first place", "stay first"),
        true => ("first career", "stay among the first ten"),
    };
    let about = format!(
        "<p>A quiz can show its result before all questions are asked. For coherent visitors, these early results are \
         compared with the results after all questions.</p>\n<ul class=\"legend words\">\n\
         <li><b>Certain</b> stops when the remaining questions can no longer change which career comes first.</li>\n\
         <li><b>Confident</b> stops when the {first} is {} certain to {lasts}.</li>\n\
         <li>The order <b>adaptive</b> asks the most informative question first.</li>\n</ul>",
        level(shown),
    );
    let figure = if rows.is_empty() { String::new() } else { format!("{table}\n") };
    let figure = format!("{figure}<p class=\"note\">{}.</p>", capital(&remark(shown, "question")));
    section("stops", "If the quiz stopped early", &about, &figure)
}

/// The visitors and limits of the interviews, and why nothing is saved if that is so.
pub(super) fn remark(shown: &Shown, noun: &str) -> String {
    let (asking, cards) = (shown.quiz.config().asking(), shown.quiz.config().cards().len());
    let Some(first) = shown.report.stops.first() else { return "not measured within the time limit".to_owned() };
    let visitors = count(first.visitors, "coherent visitor");
    let most = if asking.max < cards { format!(" and at most {}", asking.max) } else { String::new() };
    let bounds =
        format!("{visitors}, each asked at least {}{most}; confident from {}", count(asking.min, noun), level(shown));
    if shown.report.stops.iter().any(|it| it.saved() > 0.0) {
        return bounds;
    }
    match cards <= asking.min {
        true => format!("no {noun} is saved: a quiz of {} never stops before {}", count(cards, noun), asking.min),
        false => format!("no {noun} is saved: {bounds}"),
    }
}

pub(super) fn stop(stop: Stop) -> &'static str {
    match stop {
        Stop::None => "none",
        Stop::Certain => "certain",
        Stop::Confident => "confident",
    }
}

pub(super) fn order(order: Order) -> &'static str {
    match order {
        Order::Fixed => "fixed",
        Order::Shuffled => "shuffled",
        Order::Adaptive => "adaptive",
    }
}

/// The meaning of agreement for this quiz.
pub(super) fn same(shown: &Shown) -> &'static str {
    if many(shown) { "in the final first ten" } else { "same first career" }
}

pub(super) fn asked(it: &StopReport) -> String {
    format!("{:.1}", it.asked)
}

pub(super) fn of(it: &StopReport) -> String {
    number((it.of * 10.0).round() / 10.0)
}

/// The confidence interval, or "proved" if agreement is certain.
pub(super) fn interval(shown: &Shown, it: &StopReport) -> String {
    let config = shown.quiz.config();
    match it.stop == Stop::Certain && config.asking().max >= config.cards().len() {
        true => "proved".to_owned(),
        false => span(it.low, it.high),
    }
}

pub(super) fn off(it: &StopReport) -> String {
    it.error.map_or("–".to_owned(), percent)
}

/// The required confidence, in percent.
fn level(shown: &Shown) -> String {
    format!("{}\u{a0}%", number(shown.quiz.config().asking().confidence * 100.0))
}

fn many(shown: &Shown) -> bool {
    shown.quiz.config().careers().len() > SHORT_LIST
}

fn capital(words: &str) -> String {
    let mut letters = words.chars();
    letters.next().map_or(String::new(), |first| first.to_uppercase().chain(letters).collect())
}
