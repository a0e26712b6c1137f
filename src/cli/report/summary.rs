//! The report in one paragraph and four figures.

use super::{
    Shown,
    html::own,
    words::{NOTHING, maybe, percent},
};
use crate::{cli::count, lab::Reach};

/// The summary for readers who read nothing else.
pub(super) fn paragraph(shown: &Shown) -> String {
    let parts = [reach(shown), shares(shown), sureness(shown), effect(shown)];
    parts.into_iter().filter(|it| !it.is_empty()).collect::<Vec<_>>().join(" ")
}

fn reach(shown: &Shown) -> String {
    let careers = &shown.report.careers;
    let number = |test: fn(&Reach) -> bool| careers.iter().filter(|it| test(&it.reach)).count();
    let never = number(|reach| *reach == Reach::Never);
    let level = number(|reach| matches!(reach, Reach::Tie(_)));
    let open = number(|reach| *reach == Reach::Unknown);
    let mut parts = Vec::new();
    match careers.len() - never - level - open {
        sole if sole == careers.len() => parts.push(format!("All {sole} careers can come first alone")),
        sole if open > 0 => {
            parts.push(format!("{sole} of {} are known to come first alone", count(careers.len(), "career")));
        }
        sole => parts.push(format!("{sole} of {} can come first alone", count(careers.len(), "career"))),
    }
    if level > 0 {
        parts.push(format!("{level} only in a tie"));
    }
    if never > 0 {
        parts.push(format!("{never} can never come first"));
    }
    if open > 0 {
        parts.push(format!("{open} undecided"));
    }
    parts.join(", ") + "."
}

fn shares(shown: &Shown) -> String {
    let (careers, order) = (shown.quiz.config().careers(), shown.by_share());
    let share = |place: &usize| shown.report.careers[*place].share.coherent.map(|it| it.share);
    let ends = order.first().zip(order.last()).filter(|(first, last)| first != last);
    match ends.and_then(|(first, last)| Some((first, share(first)?, last, share(last)?))) {
        Some((first, most, last, least)) => format!(
            "Among coherent visitors, {} comes first most often ({}) and {} least often ({}); an even \
             split would give each {}.",
            own(shown, &careers[*first].title),
            percent(most),
            own(shown, &careers[*last].title),
            percent(least),
            percent(1.0 / careers.len() as f64),
        ),
        None => String::new(),
    }
}

fn sureness(shown: &Shown) -> String {
    let report = shown.report;
    let (Some(verdicts), Some(ties)) = (report.verdicts, report.ties.coherent) else {
        return "The verdicts were not measured within the time limit.".to_owned();
    };
    let (clear, ties) = (percent(verdicts.clear), percent(ties.share));
    format!("Of these visitors, {clear} get a clear result and {ties} end in a tie.")
}

fn effect(shown: &Shown) -> String {
    let dead = &shown.report.dead;
    let parts = [(dead.options.len(), "answer"), (dead.cards.len(), "question"), (dead.traits.len(), "trait")];
    let parts: Vec<_> = parts.into_iter().filter(|(number, _)| *number > 0).collect();
    let total: usize = parts.iter().map(|(number, _)| number).sum();
    let words: Vec<_> = parts.into_iter().map(|(number, noun)| count(number, noun)).collect();
    match total {
        0 if dead.open.any() => String::new(),
        0 if !shown.report.exact => "No question or answer is proved to make no difference.".to_owned(),
        0 => "Every question and every answer can make a difference.".to_owned(),
        1 => format!("{} never makes a difference.", words.join(" and ")),
        _ => format!("{} never make a difference.", words.join(" and ")),
    }
}

/// The key figures.
pub(super) fn tiles(shown: &Shown) -> String {
    let report = shown.report;
    let total = report.careers.len();
    let sole = report.careers.iter().filter(|it| matches!(it.reach, Reach::Sole(_))).count();
    let open = report.careers.iter().any(|it| it.reach == Reach::Unknown);
    let tiles = [
        (
            format!("{sole} <small>of {total}</small>"),
            if open { "careers are known to win alone" } else { "careers can win alone" },
        ),
        (
            report
                .effective
                .map_or_else(|| NOTHING.to_owned(), |it| format!("{it:.1} <small>of {total}</small>")),
            "effective number of careers",
        ),
        (maybe(report.verdicts.map(|it| it.clear)), "of results are clear"),
        (maybe(report.ties.coherent.map(|it| it.share)), "end in a tie"),
    ];
    let tile = |(figure, words): (String, &str)| format!("<li><strong>{figure}</strong> <span>{words}</span></li>\n");
    format!("<ul class=\"tiles\">\n{}</ul>", tiles.map(tile).concat())
}
