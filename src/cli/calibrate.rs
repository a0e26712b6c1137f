//! `calibrate`: prints the config with a calibration fitted to pilot answers.

use std::path::PathBuf;

use serde_json::{Value, json};

use super::{
    Done, Failure,
    answers::Rows,
    count,
    files::{Placed, apart, read},
    put_config, quiz_of,
    rewrite::{self, Style},
};
use crate::{
    adaptive::fit,
    config::{Calibration, Trail},
    quiz::Quiz,
};

/// The minimum number of answers for a calibration.
const FEWEST: usize = 10;
/// From this number of answers on, most of the gain is reached.
const ENOUGH: usize = 100;
/// Numbers are rounded to 1 / `PER_UNIT`.
const PER_UNIT: f64 = 1e3;

#[derive(clap::Args)]
pub(super) struct Arguments {
    /// The config, or `-` for standard input
    config: PathBuf,
    /// The full answers of about 100 or more pilot visitors in CSV, or `-` for standard input
    #[arg(long, value_name = "FILE")]
    answers: PathBuf,
    /// The maximum number of common factors; more factors fit large samples better, but make the block longer
    #[arg(long, default_value_t = 32, value_parser = clap::value_parser!(u8).range(1..=32))]
    factors: u8,
    #[command(flatten)]
    placed: Placed,
}

pub(super) fn run(arguments: &Arguments) -> Done {
    apart(("the config", &arguments.config), ("the answers", &arguments.answers))?;
    let source = read(&arguments.config)?;
    let Some(quiz) = quiz_of(&arguments.config, &source) else { return Ok(false) };
    let mut rows = Rows::open(&arguments.answers, &quiz, None)?;
    let (mut visitors, mut fine) = (Vec::new(), true);
    while let Some(answers) = rows.next(&quiz) {
        match answers {
            Ok(answers) => visitors.push(answers),
            Err(words) => {
                fine = false;
                eprintln!("error: {words}");
            }
        }
    }
    if visitors.len() < FEWEST {
        return Err(Failure::new(format_args!(
            "only {} of answers; use at least {FEWEST}, better {ENOUGH} or more",
            count(visitors.len(), "row")
        )));
    }
    let calibration = fit(quiz.config(), &visitors, arguments.factors.into());
    let block = block(&quiz, &calibration, &source);
    let lost = || Failure::new(format_args!("`{}` is not a quiz in `{{ }}`", arguments.config.display()));
    let text = rewrite::set(&source, &Trail::Root.key("calibration").path(), &block).ok_or_else(lost)?;
    fine &= put_config(
        &arguments.placed,
        &arguments.config,
        &source,
        &text,
        "try fewer `--factors`, or shorten the config's texts",
    )?;
    let factors = count(calibration.factors, "common factor");
    eprintln!("calibrated with {} and {factors}", count(visitors.len(), "visitor"));
    if visitors.len() < ENOUGH {
        eprintln!("hint: use about {ENOUGH} visitors or more for good results");
    }
    Ok(fine)
}

/// The calibration in the author's JSON style, one card per line. The rounding to 0.001 is far below the standard error
/// of any pilot sample.
fn block(quiz: &Quiz, calibration: &Calibration, source: &str) -> String {
    let style = Style::of(source);
    let cards = quiz.config().cards().iter().filter(|card| !card.tie_break).zip(&calibration.cards);
    let cards: Vec<_> = cards
        .map(|(card, habit)| {
            let list = |values: &[f64]| values.iter().copied().map(rounded).collect::<Value>();
            let mut entry = json!({
                "mean": list(&habit.mean),
                "factors": habit.factors.iter().map(|row| list(row)).collect::<Value>(),
            });
            if let Some(noise) = habit.noise {
                entry["noise"] = rounded(noise.max(1.0 / PER_UNIT));
            }
            (card.id.clone(), entry.to_string())
        })
        .collect();
    let parts =
        [("answers".to_owned(), calibration.answers.to_string()), ("cards".to_owned(), style.object(2, &cards))];
    style.object(1, &parts)
}

fn rounded(value: f64) -> Value {
    let whole = (value * PER_UNIT).round();
    let value = whole / PER_UNIT;
    if value.fract() == 0.0 { json!(value as i64) } else { json!(value) }
}
