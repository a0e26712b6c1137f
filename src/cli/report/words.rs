//! Figures and findings as text, the same in every form of the report.

use super::Shown;
use crate::{
    config::{Card, Line, Matching, ResponseFormat},
    lab::{CareerReport, Reach, Report, Verdicts},
    matcher::Answer,
};

/// `20.3 %`, with a no-break space.
pub(in crate::cli) fn percent(share: f64) -> String {
    if share > 0.0 && share < 0.0005 {
        return "<0.1\u{a0}%".to_owned();
    }
    format!("{:.1}\u{a0}%", share * 100.0)
}

/// A share that may be unmeasured.
pub(super) fn maybe(share: Option<f64>) -> String {
    share.map_or_else(|| NOTHING.to_owned(), percent)
}

/// The text for an unmeasured figure.
pub(super) const NOTHING: &str = "–";

/// `20.3–24.1 %`
pub(in crate::cli) fn span(low: f64, high: f64) -> String {
    format!("{:.1}–{:.1}\u{a0}%", low * 100.0, high * 100.0)
}

/// At most two decimals, without trailing zeros.
pub(in crate::cli) fn number(value: f64) -> String {
    let text = format!("{value:.2}");
    let text = text.trim_end_matches('0').trim_end_matches('.');
    if text == "-0" { "0".to_owned() } else { text.replace('-', "−") }
}

/// Whether a career can win, as one word for tables.
pub(super) fn reach(reach: &Reach) -> &'static str {
    match reach {
        Reach::Sole(_) => "alone",
        Reach::Tie(_) => "only in a tie",
        Reach::Never => "never",
        Reach::Unknown => "unknown",
    }
}

/// The name of a career's score.
pub(super) fn unit(shown: &Shown) -> &'static str {
    match shown.quiz.config().matching() {
        Matching::Points(_) => "points",
        Matching::Traits(_) | Matching::Bayes(_) => "score",
    }
}

/// An answer in the visitor's words.
pub(super) fn answer(card: &Card, answer: Answer) -> String {
    let row = |row: usize| match (card.response.label(row), &card.response) {
        (Some(label), _) => label.clone(),
        (None, ResponseFormat::Line { line: Line::Scale { steps, low, high, .. }, .. }) => {
            format!("step {} of {steps} ({low} to {high})", row + 1)
        }
        (None, response) => response.name(row),
    };
    answer.rows().map(row).collect::<Vec<_>>().join("; ")
}

/// The figures that time did not allow, as text; `None` if all were measured.
pub(super) fn unmeasured(report: &Report) -> Option<String> {
    let all = |measured: fn(&CareerReport) -> bool| report.careers.iter().all(measured);
    let parts = [
        (!all(|it| it.share.uniform.is_some()), "figures of random visitors"),
        (report.flips.is_none(), "flips"),
        (!all(|it| it.share.coherent.is_some()), "figures of coherent visitors"),
        (report.stops.is_empty(), "early stops"),
        (!all(|it| it.reach != Reach::Unknown), "the reach of some careers"),
        (report.dead.open.any(), "items without effect"),
    ];
    let parts: Vec<_> = parts.into_iter().filter(|(missing, _)| *missing).map(|(_, words)| words).collect();
    (!parts.is_empty()).then(|| parts.join(", "))
}

/// Every verdict that the quiz can give or gave: its name, its share, its meaning.
pub(super) fn verdicts(verdicts: &Verdicts) -> Vec<(&'static str, f64, &'static str)> {
    let all = [
        ("clear", verdicts.clear, "No single different answer would put another career first."),
        ("close", verdicts.close, "One different answer would put another career first."),
        ("tie", verdicts.tie, "Several careers come first."),
        ("band", verdicts.band, "Of many careers, several fit about equally well."),
        ("none", verdicts.none, "Rules exclude every career."),
        ("nothing", verdicts.nothing, "No answer counts for any career."),
    ];
    all.into_iter()
        .enumerate()
        .filter(|(place, it)| *place < 3 || it.1 > 0.0)
        .map(|(_, it)| it)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn figures_read_well() {
        assert_eq!(percent(0.2034), "20.3\u{a0}%");
        assert_eq!(percent(0.0001), "<0.1\u{a0}%");
        assert_eq!(percent(0.0), "0.0\u{a0}%");
        assert_eq!(number(-1.5), "−1.5");
        assert_eq!(number(12.0), "12");
        assert_eq!(number(-0.001), "0");
    }
}
