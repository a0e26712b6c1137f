//! `match`: a ranking for each row of answers, as JSON lines in the order of the input.

use std::{
    io::{self, BufWriter, Write},
    path::PathBuf,
    time::Duration,
};

use indicatif::{ProgressBar, ProgressStyle};
use serde_json::{Map, Value, json};

use super::{Done, answers::Rows, quiz, stopped};
use crate::{
    matcher::{Answers, Outcome, Place},
    quiz::{Quiz, answer_ids},
};

#[derive(clap::Args)]
pub(super) struct Arguments {
    /// The config to play
    config: PathBuf,
    /// The CSV file, or `-` for standard input
    #[arg(long)]
    answers: PathBuf,
    /// How many careers to list for each row; all without it
    #[arg(long)]
    top: Option<usize>,
    /// Add what each answer did, and the smallest change that would put another career first
    #[arg(long)]
    reasons: bool,
}

pub(super) fn run(arguments: &Arguments) -> Done {
    let Some(quiz) = quiz(&arguments.config)? else { return Ok(false) };
    let mut rows = Rows::open(&arguments.answers, &quiz)?;
    let mut output = BufWriter::new(io::stdout().lock());
    let progress = progress();
    let mut fine = true;
    let mut row = 0;
    while let Some(answers) = rows.next(&quiz) {
        match answers {
            Ok(answers) => {
                let outcome = quiz.matcher().outcome(&answers);
                let line = line(&quiz, row, &answers, &outcome, arguments);
                if let Err(error) = writeln!(output, "{line}") {
                    return stopped(&error).map(|()| true);
                }
            }
            Err(words) => {
                fine = false;
                progress.suspend(|| eprintln!("error: {words}"));
            }
        }
        row += 1;
        progress.inc(1);
    }
    progress.finish_and_clear();
    output.flush().or_else(|error| stopped(&error)).map(|()| fine)
}

/// Drawn on standard error, and only where that is a terminal.
fn progress() -> ProgressBar {
    let style = ProgressStyle::with_template("{spinner} {human_pos} rows, {per_sec}");
    let progress = ProgressBar::new_spinner().with_style(style.unwrap_or_else(|_| ProgressStyle::default_spinner()));
    progress.enable_steady_tick(Duration::from_millis(200));
    progress
}

fn line(quiz: &Quiz, row: u64, answers: &Answers, outcome: &Outcome, arguments: &Arguments) -> Value {
    let places = outcome.ranking.places();
    let top = arguments.top.unwrap_or(places.len()).min(places.len());
    let place = |place: &Place| {
        let mut entry = json!({ "career": id(quiz, place.career), "score": place.score, "match": place.share });
        if arguments.reasons {
            entry["reasons"] = reasons(quiz, answers, place.career);
        }
        entry
    };
    let mut line = json!({
        "row": row,
        "verdict": outcome.verdict.word(),
        "ranking": places[..top].iter().map(place).collect::<Value>(),
    });
    if !outcome.ranking.excluded().is_empty() {
        let excluded = outcome.ranking.excluded().iter().map(
            |it| json!({ "career": id(quiz, it.career), "reason": quiz.config().careers()[it.career].reason(it.rule) }),
        );
        line["excluded"] = excluded.collect();
    }
    if !outcome.band.is_empty() {
        line["band"] = outcome.band.iter().map(|career| id(quiz, *career)).collect();
    }
    if arguments.reasons {
        line["counterfactual"] = counterfactual(quiz, outcome);
    }
    line
}

/// What each answer moved, by card id; `start` and all of them make the score.
fn reasons(quiz: &Quiz, answers: &Answers, career: usize) -> Value {
    let reasons = quiz.matcher().reasons(answers, career);
    let cards = quiz.config().cards().iter().zip(&reasons.cards);
    let cards: Map<_, _> = cards.map(|(card, part)| (card.id.clone(), json!(part))).collect();
    json!({ "start": reasons.start, "cards": cards })
}

fn counterfactual(quiz: &Quiz, outcome: &Outcome) -> Value {
    let Some(change) = &outcome.change else { return Value::Null };
    let card = &quiz.config().cards()[change.card];
    json!({
        "card": card.id,
        "answer": change.answer.map(|answer| answer_ids(card, Some(answer)).join("|")),
        "first": change.best.iter().map(|career| id(quiz, *career)).collect::<Value>(),
    })
}

fn id(quiz: &Quiz, career: usize) -> &str {
    &quiz.config().careers()[career].id
}
