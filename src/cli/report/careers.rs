//! Report sections about careers: shares, reach, and attainable points.

use super::{
    Shown,
    chart::Axis,
    html::{chart_table, own, section},
    words::{self, maybe, number, percent, span, unit},
};
use crate::{
    lab::{CareerReport, Reach},
    matcher::Answers,
};

/// The page lists example answers up to this number of careers times cards; more would make it too large to send.
const SPELT: usize = 4_000;

pub(super) fn shares(shown: &Shown) -> String {
    let careers = &shown.report.careers;
    let even = 1.0 / careers.len() as f64;
    let high = |it: &CareerReport| [it.share.uniform, it.share.coherent.map(|it| it.high)].into_iter().flatten();
    let axis = Axis::over(careers.iter().flat_map(high).chain([even]));
    let rows = shown.by_share().into_iter().map(|place| {
        let share = &careers[place].share;
        vec![
            name(shown, place),
            axis.shares(share, even),
            format!("<i class=\"key uniform\"></i>{}", maybe(share.uniform)),
            format!(
                "<i class=\"key coherent\"></i><b>{}</b> <small>{}</small>",
                maybe(share.coherent.map(|it| it.share)),
                share.coherent.map_or(String::new(), |it| span(it.low, it.high))
            ),
        ]
    });
    let heads = [
        "Career".to_owned(),
        axis.scale(100.0, "\u{a0}%") + "<span class=\"hidden\">Chart</span>",
        "<i class=\"key uniform\"></i>Random".to_owned(),
        "<i class=\"key coherent\"></i>Coherent".to_owned(),
    ];
    let about = format!(
        "<p>How often each career comes first alone.</p>\n<ul class=\"legend\">\n\
         <li><i class=\"key uniform\"></i><b>Random</b> visitors pick answers at random.</li>\n\
         <li><i class=\"key coherent\"></i><b>Coherent</b> visitors have preferences, so their answers are consistent. \
         The whisker is the 95&nbsp;% interval.</li>\n\
         <li><i class=\"key even\"></i>An even split, {}.</li>\n</ul>",
        percent(even)
    );
    let table = chart_table("shares", "Share of visitors for whom a career comes first alone", &heads, &collect(rows));
    section("shares", "Who wins, and how often", &about, &table)
}

pub(super) fn reach(shown: &Shown) -> String {
    let careers = &shown.report.careers;
    let spelt = careers.len() * shown.report.cards.len() <= SPELT;
    let item = |place: usize| {
        let (class, words, way) = match &careers[place].reach {
            Reach::Sole(answers) => ("good", "can come first alone", Some(answers)),
            Reach::Tie(answers) => ("warn", "can come first only in a tie", Some(answers)),
            Reach::Never => ("bad", "can never come first", None),
            Reach::Unknown => ("soft", "was not decided within the time limit", None),
        };
        let way = way.filter(|_| spelt).map_or(String::new(), |answers| witness(shown, answers));
        let title = own(shown, &shown.quiz.config().careers()[place].title);
        format!("<li><p><span class=\"mark {class}\"></span><b>{title}</b> {words}.</p>{way}</li>\n")
    };
    let list: String = shown.by_share().into_iter().map(item).collect();
    let about = "<p>“Alone” comes with example answers. “Never” is proved for all possible answers, not estimated \
                 from a sample.</p>";
    section("reach", "Can every career win?", about, &format!("<ul class=\"reach\">\n{list}</ul>"))
}

/// Example answers.
fn witness(shown: &Shown, answers: &Answers) -> String {
    let cards = shown.quiz.config().cards().iter().zip(answers);
    let row = |(card, answer): (&crate::config::Card, &Option<crate::matcher::Answer>)| {
        let answer = own(shown, &words::answer(card, (*answer)?));
        Some(format!("<dt>{}</dt><dd>{answer}</dd>", own(shown, &card.prompt)))
    };
    let rows: String = cards.filter_map(row).collect();
    format!("<details><summary>With these answers</summary><dl>{rows}</dl></details>")
}

pub(super) fn points(shown: &Shown) -> String {
    let careers = &shown.report.careers;
    let axis = Axis::over(careers.iter().flat_map(|it| [it.attainable.0, it.attainable.1]));
    let rows = shown.by_share().into_iter().map(|place| {
        let (least, most) = careers[place].attainable;
        vec![name(shown, place), axis.range(least, most), format!("{} to {}", number(least), number(most))]
    });
    let unit = unit(shown);
    let heads = ["Career".to_owned(), axis.scale(1.0, "") + "<span class=\"hidden\">Chart</span>", "Range".to_owned()];
    let table = chart_table("ranges", &format!("Least and most {unit} of each career"), &heads, &collect(rows));
    let about = match unit {
        "points" => {
            "<p>The fewest and the most points that answers can give each career. When raw points decide, a \
                     career with a shorter range is at a disadvantage.</p>"
        }
        _ => "<p>The lowest and the highest score that answers can give each career.</p>",
    };
    section("points", if unit == "points" { "Possible points" } else { "Possible scores" }, about, &table)
}

fn name(shown: &Shown, place: usize) -> String {
    own(shown, &shown.quiz.config().careers()[place].title)
}

fn collect(rows: impl Iterator<Item = Vec<String>>) -> Vec<Vec<String>> {
    rows.collect()
}
