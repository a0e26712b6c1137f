//! `calibrate`: the config with a block of what pilot answers have taught about its cards.

use std::path::PathBuf;

use serde_json::{Map, Value, json};

use super::{Done, Misuse, answers::Rows, count, print, quiz_of, read};
use crate::{adaptive::fit, config::Calibration, quiz::Quiz};

/// Answers below which a calibration can't be made at all.
const FEWEST: usize = 10;
/// Answers from which on most of the gain is there.
const ENOUGH: usize = 100;

#[derive(clap::Args)]
pub(super) struct Arguments {
    /// The config to calibrate
    config: PathBuf,
    /// Full answers of about 100 or more pilot visitors: a CSV file, or `-` for standard input
    #[arg(long)]
    answers: PathBuf,
    /// The most factors that answers may have in common; more fit large samples better and make the block longer
    #[arg(long, default_value_t = 8, value_parser = clap::value_parser!(u8).range(1..=16))]
    factors: u8,
}

pub(super) fn run(arguments: &Arguments) -> Done {
    let source = read(&arguments.config)?;
    let Some(quiz) = quiz_of(&arguments.config, &source) else { return Ok(false) };
    let mut rows = Rows::open(&arguments.answers, &quiz)?;
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
        return Err(Misuse::new(format_args!(
            "{} can teach nothing; give at least {FEWEST}, better {ENOUGH} or more",
            count(visitors.len(), "row")
        )));
    }
    let calibration = fit(quiz.config(), &visitors, arguments.factors.into());
    let mut config: Value = serde_json::from_str(source.trim_start_matches('\u{feff}')).map_err(Misuse::new)?;
    config["calibration"] = block(&quiz, &calibration);
    let text = serde_json::to_string_pretty(&config).map_err(Misuse::new)?;
    print(&format!("{text}\n"))?;
    let factors = count(calibration.factors, "common factor");
    eprintln!("calibrated with {} and {factors}", count(visitors.len(), "visitor"));
    if visitors.len() < ENOUGH {
        eprintln!("hint: from about {ENOUGH} visitors on, most of the gain is there");
    }
    Ok(fine)
}

fn block(quiz: &Quiz, calibration: &Calibration) -> Value {
    let round = |value: f64| json!((value * 1e4).round() / 1e4);
    let list = |values: &[f64]| values.iter().copied().map(round).collect::<Value>();
    let cards = quiz.config().cards().iter().zip(&calibration.cards);
    let cards = cards.map(|(card, habit)| {
        let mut entry = json!({
            "mean": list(&habit.mean),
            "factors": habit.factors.iter().map(|row| list(row)).collect::<Value>(),
        });
        if let Some(noise) = habit.noise {
            entry["noise"] = round(noise);
        }
        (card.id.clone(), entry)
    });
    json!({ "answers": calibration.answers, "cards": cards.collect::<Map<_, _>>() })
}
