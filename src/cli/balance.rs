//! `balance`: the config with as few and as small changes of weights as bring every career's share into a band.

use std::{iter, path::PathBuf};

use serde_json::{Map, Value, json};

use super::{
    Done, Misuse, count,
    effort::Effort,
    print, quiz_of, read,
    report::{number, percent, table},
};
use crate::{
    config::Matching,
    lab::{Balanced, WeightChange, balance},
    quiz::Quiz,
};

#[derive(clap::Args)]
pub(super) struct Arguments {
    config: PathBuf,
    /// The least and the most share of coherent visitors that each career should win, such as 0.15..0.25; without it,
    /// a quarter below to a quarter above an even split
    #[arg(long, value_name = "LOW..HIGH", value_parser = band)]
    band: Option<(f64, f64)>,
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
    let balanced = arguments.effort.spend(|ask| balance(&quiz, band, arguments.effort.seed, ask));
    let mut config: Value = serde_json::from_str(source.trim_start_matches('\u{feff}')).map_err(Misuse::new)?;
    for change in &balanced.changes {
        let lost = || Misuse::new(format_args!("`{}` has no {}", path.display(), place(&quiz, change)));
        apply(&mut config, &quiz, change).ok_or_else(lost)?;
    }
    eprint!("{}", told(&quiz, &balanced, band));
    let text = serde_json::to_string_pretty(&config).map_err(Misuse::new)?;
    print(&format!("{text}\n"))?;
    Ok(balanced.reached)
}

/// Writes one weight where the config has it, or adds it there.
fn apply(config: &mut Value, quiz: &Quiz, change: &WeightChange) -> Option<()> {
    let card = config.get_mut("cards")?.get_mut(change.card)?;
    let holder = match change.row {
        Some(row) => card.get_mut("options")?.get_mut(row)?,
        None => card,
    };
    let weights = holder.as_object_mut()?.entry("points").or_insert_with(|| Map::new().into());
    if weights.is_null() {
        *weights = Map::new().into();
    }
    weights.as_object_mut()?.insert(target(quiz, change).to_owned(), weight(change.to));
    Some(())
}

/// Whole numbers stay whole.
fn weight(value: f64) -> Value {
    let whole = value as i64;
    if whole as f64 == value { json!(whole) } else { json!(value) }
}

/// The id that the weight counts for.
fn target<'a>(quiz: &'a Quiz, change: &WeightChange) -> &'a str {
    match quiz.config().matching() {
        Matching::Traits(_) => &quiz.config().traits()[change.career].id,
        Matching::Points(_) | Matching::Bayes(_) => &quiz.config().careers()[change.career].id,
    }
}

fn place(quiz: &Quiz, change: &WeightChange) -> String {
    let card = &quiz.config().cards()[change.card];
    let row = change.row.map_or(String::new(), |row| format!("/{}", card.ask.name(row)));
    format!("{}{row}, points of {}", card.id, target(quiz, change))
}

/// Before and after, and each change.
fn told(quiz: &Quiz, balanced: &Balanced, band: (f64, f64)) -> String {
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
    let end = if balanced.reached { "all shares lie in" } else { "not all shares could be brought into" };
    let changes = count(balanced.changes.len(), "weight change");
    (told + &format!("\n{changes}; {end} {low} to {high}\n")).replace('\u{a0}', " ")
}
