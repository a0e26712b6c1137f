//! Report sections about answers: the power of each question, and the certainty of results.

use super::{
    Shown,
    chart::{Axis, stack},
    html::{chart_table, own, section},
    words::{maybe, percent, verdicts},
};

pub(super) fn power(shown: &Shown) -> String {
    let cards = &shown.report.cards;
    let axis = Axis::over(cards.iter().filter_map(|it| it.power).chain([0.01]));
    let rows = shown.by_power().into_iter().map(|place| {
        let power = cards[place].power;
        vec![
            own(shown, &shown.quiz.config().cards()[place].prompt),
            axis.range(0.0, power.unwrap_or(0.0)),
            maybe(power),
        ]
    });
    let heads = [
        "Question".to_owned(),
        axis.scale(100.0, "\u{a0}%") + "<span class=\"hidden\">Chart</span>",
        "Power".to_owned(),
    ];
    let about = "<p>How often a different answer to this question alone changes which career comes first. Questions \
                 with short bars cost time and have little effect.</p>";
    let table = chart_table("power", "Power of each question", &heads, &rows.collect::<Vec<_>>());
    section("power", "Which questions matter", about, &table)
}

pub(super) fn sureness(shown: &Shown) -> String {
    let report = shown.report;
    let verdicts = report.verdicts.as_ref().map_or_else(Vec::new, verdicts);
    let parts: Vec<_> = verdicts.iter().map(|(word, share, _)| (*word, *share)).collect();
    let row = |(word, share, meaning): &(&str, f64, &str)| {
        vec![
            format!("<i class=\"key {word}\"></i>{}", capital(word)),
            format!("<b>{}</b>", percent(*share)),
            (*meaning).to_owned(),
        ]
    };
    let heads = ["Verdict", "Share", "Meaning"].map(str::to_owned);
    let rows: Vec<_> = verdicts.iter().map(row).collect();
    let table = chart_table("verdicts", "Share of coherent visitors by verdict", &heads, &rows);
    let facts = format!(
        "<dl class=\"facts\">\n<div><dt>Ties, coherent visitors</dt><dd>{}</dd></div>\n\
         <div><dt>Ties, random visitors</dt><dd>{}</dd></div>\n\
         <div><dt>Flips: changes of one answer that change the winner</dt><dd>{}</dd></div>\n</dl>",
        maybe(report.ties.coherent.map(|it| it.share)),
        maybe(report.ties.uniform),
        maybe(report.flips),
    );
    let about = "<p>The verdicts of coherent visitors. When most results are clear, visitors can rely on them; \
                 when many are close, single answers decide.</p>";
    let told = match verdicts.is_empty() {
        true => "<p class=\"note\">Verdicts were not measured within the limit.</p>".to_owned(),
        false => [stack(&parts), table].join("\n"),
    };
    section("sureness", "How sure results are", about, &[told, facts].join("\n"))
}

fn capital(word: &str) -> String {
    let mut letters = word.chars();
    letters.next().map_or(String::new(), |first| first.to_uppercase().chain(letters).collect())
}
