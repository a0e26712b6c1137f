//! `balance`: prints the config with a small set of weight changes that brings every career's share into a band.

use std::{iter, path::PathBuf};

use serde_json::{Value, json};

use super::{
    Done, Failure, count,
    effort::Effort,
    files::{Placed, read},
    put_config, quiz_of,
    report::{number, percent, table},
    rewrite::set,
};
use crate::{
    config::{Matching, Trail},
    lab::{Balanced, WeightChange, balance},
    quiz::Quiz,
};

#[derive(clap::Args)]
pub(super) struct Arguments {
    /// The config, or `-` for standard input
    config: PathBuf,
    /// The range for each career's share of coherent visitors, such as 0.15..0.25; default: from 25 % below to 25 %
    /// above an even split
    #[arg(long, value_name = "LOW..HIGH", value_parser = band)]
    band: Option<(f64, f64)>,
    #[command(flatten)]
    placed: Placed,
    #[command(flatten)]
    effort: Effort,
}

fn band(text: &str) -> Result<(f64, f64), String> {
    let parse = |text: &str| text.trim().parse::<f64>().ok().filter(|share| (0.0..=1.0).contains(share));
    let ends = text.split_once("..").and_then(|(low, high)| Some((parse(low)?, parse(high)?)));
    let ordered = ends.filter(|(low, high)| low <= high);
    ordered.ok_or_else(|| "write two shares from 0 to 1, such as 0.15..0.25".to_owned())
}

pub(super) fn run(arguments: &Arguments) -> Done {
    let path = &arguments.config;
    let source = read(path)?;
    let Some(quiz) = quiz_of(path, &source) else { return Ok(false) };
    let even = 1.0 / quiz.config().careers().len() as f64;
    let band = arguments.band.unwrap_or((0.75 * even, (1.25 * even).min(1.0)));
    if let Some(words) = impossible(&quiz, band) {
        return Err(Failure::new(words));
    }
    let balanced = arguments.effort.spend(|ask| balance(&quiz, band, arguments.effort.seed, ask));
    let mut text = source.clone();
    for change in &balanced.changes {
        let lost = || Failure::new(format_args!("`{}` has no {}", path.display(), place(&quiz, change)));
        text = apply(&text, &quiz, change).ok_or_else(lost)?;
    }
    eprint!("{}", told(&quiz, &balanced, band));
    let small = put_config(&arguments.placed, path, &source, &text, "shorten its texts")?;
    Ok(small && balanced.reached)
}

/// The reason why balancing is impossible; checked before any work.
fn impossible(quiz: &Quiz, band: (f64, f64)) -> Option<String> {
    let careers = quiz.config().careers().len();
    let even = percent(1.0 / careers as f64);
    match quiz.config().matching() {
        Matching::Traits(_) => {
            return Some(
                "`balance` changes points for careers, but this quiz uses traits; change the careers' profiles"
                    .to_owned(),
            );
        }
        Matching::Bayes(_) => {
            return Some("`balance` changes points, but this quiz uses chances; change the chances".to_owned());
        }
        Matching::Points(_) => {}
    }
    let (low, high) = (percent(band.0), percent(band.1));
    // Ties count for no career, so the shares can sum to less than 1.
    if band.0 * careers as f64 > 1.0 {
        return Some(format!("{careers} careers can't all win {low} or more; an even split is {even} each"));
    }
    (band.1 == 0.0).then(|| format!("no career could win more than {high}; an even split is {even} each"))
}

/// Changes one weight in the text, or adds it.
fn apply(text: &str, quiz: &Quiz, change: &WeightChange) -> Option<String> {
    let cards = Trail::Root.key("cards");
    let card = cards.index(change.card);
    let options = card.key("options");
    let option = change.row.map(|row| options.index(row));
    let points = option.as_ref().unwrap_or(&card).key("points");
    let to = weight(change.to).to_string();
    let target = target(quiz, change);
    set(text, &points.key(target).path(), &to)
        .or_else(|| set(text, &points.path(), &json!({ target: weight(change.to) }).to_string()))
}

/// Whole numbers are written without a decimal point.
fn weight(value: f64) -> Value {
    let whole = value as i64;
    if whole as f64 == value { json!(whole) } else { json!(value) }
}

/// The id of the career or trait of the weight.
fn target<'a>(quiz: &'a Quiz, change: &WeightChange) -> &'a str {
    match quiz.config().matching() {
        Matching::Traits(_) => &quiz.config().traits()[change.career].id,
        Matching::Points(_) | Matching::Bayes(_) => &quiz.config().careers()[change.career].id,
    }
}

fn place(quiz: &Quiz, change: &WeightChange) -> String {
    let card = &quiz.config().cards()[change.card];
    let row = change.row.map_or(String::new(), |row| format!("/{}", card.response.name(row)));
    format!("{}{row}, points of {}", card.id, target(quiz, change))
}

/// A report: shares before and after, and each change.
fn told(quiz: &Quiz, balanced: &Balanced, band: (f64, f64)) -> String {
    if balanced.before.is_empty() {
        return "nothing was changed: shares could not be measured within the time limit; raise `--limit`\n".to_owned();
    }
    let head = ["career", "before", "after"].map(str::to_owned).to_vec();
    let shares = balanced.before.iter().zip(&balanced.after);
    let rows = quiz.config().careers().iter().zip(shares);
    let rows = rows.map(|(career, (before, after))| vec![career.id.clone(), percent(*before), percent(*after)]);
    let mut told = table(iter::once(head).chain(rows), 1);
    if !balanced.changes.is_empty() {
        let changes = balanced.changes.iter();
        let changes = changes.map(|it| vec![place(quiz, it), number(it.from), "to".to_owned(), number(it.to)]);
        told += &format!("\n{}", table(changes, 1));
    }
    let (low, high) = (percent(band.0), percent(band.1));
    let end = if balanced.reached { "all shares are within" } else { "some shares are still outside" };
    let when = if balanced.cut && !balanced.reached { " at the time limit; raise `--limit`" } else { "" };
    let changes = count(balanced.changes.len(), "weight change");
    (told + &format!("\n{changes}; {end} {low} to {high}{when}\n")).replace('\u{a0}', " ")
}
