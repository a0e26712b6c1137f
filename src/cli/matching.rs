//! `match`: a ranking for each row of answers, as JSON lines in the order of the input.

use std::{
    io::{BufWriter, Write},
    path::PathBuf,
    time::Duration,
};

use indicatif::{ProgressBar, ProgressStyle};
use serde_json::{Map, Value, json};

use super::{Done, Failure, answers::Rows, files::Output, quiz, stopped};
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
    /// How many careers to list for each row; all without it, three in CSV
    #[arg(long)]
    top: Option<usize>,
    /// A column of the answers that is carried through, such as a name or a number
    #[arg(long, value_name = "COLUMN")]
    id: Option<String>,
    /// `json`: a line for each row; `csv`: a row for each row, for spreadsheets
    #[arg(long, value_enum, default_value_t = Out::Json)]
    format: Out,
    #[command(flatten)]
    output: Output,
    /// Add what each answer did, and the smallest change that would put another career first
    #[arg(long)]
    reasons: bool,
}

#[derive(Clone, Copy, PartialEq, clap::ValueEnum)]
enum Out {
    Json,
    Csv,
}

pub(super) fn run(arguments: &Arguments) -> Done {
    let Some(quiz) = quiz(&arguments.config)? else { return Ok(false) };
    let mut rows = Rows::open(&arguments.answers, &quiz, arguments.id.as_deref())?;
    let mut output = BufWriter::new(arguments.output.stream()?);
    if arguments.format == Out::Csv
        && let Err(error) = output.write_all(&head(arguments, &quiz))
    {
        return stopped(&error).map(|()| true);
    }
    let progress = progress();
    let mut fine = true;
    let mut row = 0;
    while let Some(answers) = rows.next(&quiz) {
        match answers {
            Ok(answers) => {
                let outcome = quiz.matcher().outcome(&answers);
                let told = match arguments.format {
                    Out::Json => {
                        format!("{}\n", line(&quiz, (row, rows.place()), &answers, &outcome, arguments)).into_bytes()
                    }
                    Out::Csv => cells(&quiz, rows.place(), &outcome, arguments),
                };
                if let Err(error) = output.write_all(&told) {
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
    output.flush().or_else(|error| stopped(&error))?;
    let stream = output.into_inner().map_err(Failure::new)?;
    stream.done().map(|()| fine)
}

/// How many careers a row of CSV has.
fn columns(arguments: &Arguments, quiz: &Quiz) -> usize {
    arguments.top.unwrap_or(3).min(quiz.config().careers().len())
}

fn record(cells: impl Iterator<Item = String>) -> Vec<u8> {
    let mut writer = csv::Writer::from_writer(Vec::new());
    // Nothing goes wrong in memory.
    writer.write_record(cells.collect::<Vec<_>>()).ok();
    writer.into_inner().unwrap_or_default()
}

fn head(arguments: &Arguments, quiz: &Quiz) -> Vec<u8> {
    let own = ["line".to_owned()].into_iter().chain(arguments.id.clone()).chain(["verdict".to_owned()]);
    let places = (1..=columns(arguments, quiz)).flat_map(|it| [format!("career{it}"), format!("match{it}")]);
    record(own.chain(places))
}

fn cells(quiz: &Quiz, (line, own): (u64, Option<&str>), outcome: &Outcome, arguments: &Arguments) -> Vec<u8> {
    let before = [line.to_string()]
        .into_iter()
        .chain(own.map(str::to_owned))
        .chain([outcome.verdict.word().to_owned()]);
    let places = outcome.ranking.places();
    let place = |at: usize| match places.get(at) {
        Some(place) => [id(quiz, place.career).to_owned(), format!("{:.4}", place.share)],
        None => [String::new(), String::new()],
    };
    record(before.chain((0..columns(arguments, quiz)).flat_map(place)))
}

/// Drawn on standard error, and only where that is a terminal.
fn progress() -> ProgressBar {
    let style = ProgressStyle::with_template("{spinner} {human_pos} rows, {per_sec}");
    let progress = ProgressBar::new_spinner().with_style(style.unwrap_or_else(|_| ProgressStyle::default_spinner()));
    progress.enable_steady_tick(Duration::from_millis(200));
    progress
}

fn line(
    quiz: &Quiz,
    (row, (at, own)): (u64, (u64, Option<&str>)),
    answers: &Answers,
    outcome: &Outcome,
    arguments: &Arguments,
) -> Value {
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
        "line": at,
        "verdict": outcome.verdict.word(),
        "ranking": places[..top].iter().map(place).collect::<Value>(),
    });
    if let Some(own) = own {
        line["id"] = json!(own);
    }
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
