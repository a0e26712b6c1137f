//! The report as tables for a terminal.

use super::{
    Shown, stops,
    words::{NOTHING, maybe, number, percent, reach, span, unit, unmeasured, verdicts},
};
use crate::{
    cli::{count, line},
    lab::Visitors,
};

/// The length of the longest bar, in characters.
const BAR: usize = 24;

pub(in crate::cli) fn text(shown: &Shown) -> String {
    let mut parts = vec![head(shown), careers(shown), cards(shown), result(shown), early(shown), dead(shown)];
    parts.extend(problems(shown));
    parts.join("\n").replace('\u{a0}', " ")
}

fn head(shown: &Shown) -> String {
    let config = shown.quiz.config();
    let (careers, cards) = (count(config.careers().len(), "career"), count(config.cards().len(), "card"));
    let how = match (shown.report.exact, shown.report.visitors) {
        (true, _) => "all possible answers counted",
        (false, Visitors { uniform: 0, coherent: 0 }) => "no visitors",
        (false, _) => "sampled",
    };
    let open =
        unmeasured(shown.report).map_or(String::new(), |what| format!("Not measured within the time limit: {what}\n"));
    format!("{}\n{careers}, {cards}; {how}, seed {}\n{open}", config.title(), shown.seed)
}

fn careers(shown: &Shown) -> String {
    let head = ["career", "reach", "uniform", "coherent", "95 % interval", unit(shown)].map(str::to_owned).to_vec();
    let rows = shown.by_share().into_iter().map(|place| {
        let it = &shown.report.careers[place];
        vec![
            shown.quiz.config().careers()[place].id.clone(),
            reach(&it.reach).to_owned(),
            maybe(it.share.uniform),
            maybe(it.share.coherent.map(|it| it.share)),
            it.share.coherent.map_or_else(|| NOTHING.to_owned(), |it| span(it.low, it.high)),
            format!("{} to {}", number(it.attainable.0), number(it.attainable.1)),
        ]
    });
    format!("Careers, by the share of visitors who get them\n{}", table(std::iter::once(head).chain(rows), 2))
}

fn cards(shown: &Shown) -> String {
    let power = |card: usize| shown.report.cards[card].power;
    let order = shown.by_power();
    let most = order.first().and_then(|card| power(*card)).unwrap_or(0.0);
    let rows = order.iter().map(|card| {
        let id = &shown.quiz.config().cards()[*card].id;
        let part = power(*card).filter(|_| most > 0.0).map_or(0.0, |power| power / most);
        vec![id.clone(), bar(part), maybe(power(*card))]
    });
    format!("Cards, by how often another answer changes the winner\n{}", table(rows, 2))
}

fn result(shown: &Shown) -> String {
    let report = shown.report;
    let said = report.verdicts.as_ref().map_or_else(Vec::new, |told| {
        verdicts(told).into_iter().map(|(word, share, _)| format!("{word} {}", percent(share))).collect()
    });
    let said = if said.is_empty() { NOTHING.to_owned() } else { said.join(", ") };
    let careers = count(report.careers.len(), "career");
    let effective = report.effective.map_or_else(|| NOTHING.to_owned(), |it| format!("{} of {careers}", number(it)));
    let rows = [
        (
            "ties",
            format!(
                "uniform {}, coherent {}",
                maybe(report.ties.uniform),
                maybe(report.ties.coherent.map(|it| it.share))
            ),
        ),
        ("verdicts", said),
        ("flips", maybe(report.flips)),
        ("effective", effective),
    ];
    let rows = rows.map(|(name, words)| vec![name.to_owned(), words]);
    format!("Results\n{}", table(rows, 2))
}

fn early(shown: &Shown) -> String {
    let head =
        ["stop", "order", "cards asked", "of", "saved", stops::same(shown), "95 % interval", "confidence off by"];
    let rows = shown.report.stops.iter().map(|it| {
        vec![
            stops::stop(it.stop).to_owned(),
            stops::order(it.order).to_owned(),
            stops::asked(it),
            stops::of(it),
            percent(it.saved()),
            percent(it.agreement),
            stops::interval(shown, it),
            stops::off(it),
        ]
    });
    let rows = std::iter::once(head.map(str::to_owned).to_vec()).chain(rows);
    let table = if shown.report.stops.is_empty() { String::new() } else { table(rows, 2) };
    format!("If the quiz stopped early ({})\n{table}", stops::remark(shown, "card"))
}

fn dead(shown: &Shown) -> String {
    let (config, dead) = (shown.quiz.config(), &shown.report.dead);
    let card = |card: usize| config.cards()[card].id.clone();
    let option =
        |(place, row): &(usize, usize)| format!("{}/{}", card(*place), config.cards()[*place].response.name(*row));
    let lists: [(&str, Vec<_>); 3] = [
        ("options", dead.options.iter().map(option).collect()),
        ("cards", dead.cards.iter().map(|it| card(*it)).collect()),
        ("traits", dead.traits.iter().map(|it| config.traits()[*it].id.clone()).collect()),
    ];
    let rows = lists.into_iter().filter(|(_, names)| !names.is_empty());
    let rows: Vec<_> = rows.map(|(what, names)| vec![what.to_owned(), names.join(", ")]).collect();
    let open = if dead.open.any() { "Not everything was checked within the time limit\n" } else { "" };
    match (rows.is_empty(), dead.open.any(), shown.report.exact) {
        (true, true, _) => "Items without effect on the winner were not searched within the time limit\n".to_owned(),
        (true, false, true) => "Every option, card and trait can affect the winner\n".to_owned(),
        (true, false, false) => "No option, card or trait is proved to have no effect on the winner\n".to_owned(),
        (false, ..) => format!("Without effect on the winner\n{}{open}", table(rows, 2)),
    }
}

fn problems(shown: &Shown) -> Option<String> {
    let lines = shown.report.problems.iter().map(|problem| line(shown.path, problem) + "\n");
    Some(lines.collect::<String>()).filter(|lines| !lines.is_empty())
}

/// Rows with aligned columns: the first `left` columns to the left, the others to the right.
pub(in crate::cli) fn table(rows: impl IntoIterator<Item = Vec<String>>, left: usize) -> String {
    let rows: Vec<_> = rows.into_iter().collect();
    let columns = rows.first().map_or(0, Vec::len);
    let width = |column: usize| rows.iter().map(|row| row[column].chars().count()).max().unwrap_or(0);
    let widths: Vec<_> = (0..columns).map(width).collect();
    let cell = |(column, text): (usize, &String)| match widths[column] {
        width if column < left => format!("{text:width$}"),
        width => format!("{text:>width$}"),
    };
    let line = |row: &Vec<String>| {
        let cells: Vec<_> = row.iter().enumerate().map(cell).collect();
        format!("  {}\n", cells.join("  ").trim_end())
    };
    rows.iter().map(line).collect()
}

/// A bar of block characters, in steps of an eighth; any value above zero is visible.
fn bar(part: f64) -> String {
    const EIGHTHS: [&str; 8] = ["", "▏", "▎", "▍", "▌", "▋", "▊", "▉"];
    let eighths = (part * (BAR * 8) as f64).round() as usize;
    let eighths = if part > 0.0 { eighths.max(1) } else { 0 };
    format!("{}{}", "█".repeat(eighths / 8), EIGHTHS[eighths % 8])
}
