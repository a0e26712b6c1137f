//! The summary of all rows of `simulate`, for people and for programs. A figure without data is missing, never 0.

use crate::{
    adaptive::{SHORT_LIST, TOP},
    cli::{
        count,
        outputs::simulate::{Compared, Simulate, Summary, TieCounts},
        report::{number, percent, span, table},
    },
    lab::{Calibrated, wilson},
    quiz::Quiz,
};

/// Whether results are compared with the full top ten.
fn is_many(quiz: &Quiz) -> bool {
    quiz.config().careers().len() > SHORT_LIST
}

fn cards(quiz: &Quiz) -> usize {
    quiz.config().cards().iter().filter(|card| !card.tie_break).count()
}

/// The last line for programs.
pub(super) fn output(quiz: &Quiz, sum: &Calibrated) -> Simulate<'static> {
    let measured = |value: f64| (sum.rows > 0).then_some(value);
    let (low, high) = wilson(sum.agreed(), sum.rows);
    let (early, full) = sum.ties();
    let summary = Summary {
        rows: sum.rows,
        cards: cards(quiz),
        mean_asked: measured(sum.mean_asked()),
        compared: if is_many(quiz) { Compared::FirstTen } else { Compared::First },
        agreement: measured(sum.agreement()),
        low: measured(low),
        high: measured(high),
        same_first: measured(sum.same_first()),
        ties: TieCounts { early, full },
        mean_confidence: measured(sum.mean_confidence()),
        ece: measured(sum.error()),
    };
    Simulate::Last { summary }
}

/// A table for a terminal.
pub(super) fn text(quiz: &Quiz, sum: &Calibrated) -> String {
    if sum.rows == 0 {
        return "no visitors, so nothing was measured\n".to_owned();
    }
    let (low, high) = wilson(sum.agreed(), sum.rows);
    let (early, full) = sum.ties();
    let mut rows = vec![
        ("visitors", sum.rows.to_string()),
        ("cards asked", format!("{} of {} on average", number(sum.mean_asked()), cards(quiz))),
    ];
    let agreement = format!("{}, 95 % interval {}", percent(sum.agreement()), span(low, high));
    if is_many(quiz) {
        rows.push(("among the final first ten", agreement));
        rows.push(("same first career", percent(sum.same_first())));
    } else {
        rows.push(("same first career", agreement));
    }
    rows.push(("mean confidence", percent(sum.mean_confidence())));
    rows.push(("confidence off by", percent(sum.error())));
    rows.push(("ties for the first place", format!("{early} in early results, {full} after all cards")));
    let careers = count(quiz.config().careers().len(), "career");
    let head = match is_many(quiz) {
        true => {
            format!("Early results of {careers}: is the first career still among the first {TOP} after all cards?\n")
        }
        false => format!("Early results of {careers}: is the first career still first after all cards?\n"),
    };
    let rows = rows.into_iter().map(|(name, words)| vec![name.to_owned(), words]);
    (head + &table(rows, 2)).replace('\u{a0}', " ")
}
