//! `match`: a ranking for each row of answers, as JSON lines in the order of the input.

use std::{
    io::{BufWriter, Write},
    path::PathBuf,
    time::Duration,
};

use indicatif::{ProgressBar, ProgressStyle};

use super::{
    Done, Failure,
    answers::Rows,
    files::{Output, apart},
    outputs::{ById, line, matching as outputs},
    quiz, stopped,
};
use crate::{
    matcher::{Answers, Change, Excluded, Outcome, RankedCareer},
    quiz::{Quiz, answer_ids},
};

#[derive(clap::Args)]
pub(super) struct Arguments {
    /// The config, or `-` for standard input
    config: PathBuf,
    /// Answers in CSV, or `-` for standard input
    #[arg(long, value_name = "FILE")]
    answers: PathBuf,
    /// How many careers to list for each row; default: all, or three in CSV
    #[arg(long)]
    top: Option<usize>,
    /// A column of the answers to copy into the output, such as a name or a number
    #[arg(long, value_name = "COLUMN")]
    id: Option<String>,
    /// `json`: one line per visitor; `csv`: one row per visitor, for spreadsheets
    #[arg(long, value_enum, default_value_t = Out::Json)]
    format: Out,
    #[command(flatten)]
    output: Output,
    /// Add the effect of each answer, and the smallest change that would put another career first
    #[arg(long)]
    reasons: bool,
}

#[derive(Clone, Copy, PartialEq, clap::ValueEnum)]
enum Out {
    Json,
    Csv,
}

pub(super) fn run(arguments: &Arguments) -> Done {
    apart(("the config", &arguments.config), ("the answers", &arguments.answers))?;
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
    let mut at = 0;
    while let Some(answers) = rows.next(&quiz) {
        match answers {
            Ok(answers) => {
                let outcome = quiz.matcher().outcome(&answers);
                let told = match arguments.format {
                    Out::Json => {
                        let row = row(&quiz, (at, rows.place()), &answers, &outcome, arguments);
                        format!("{}\n", line(&row)).into_bytes()
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
        at += 1;
        progress.inc(1);
    }
    progress.finish_and_clear();
    output.flush().or_else(|error| stopped(&error))?;
    let stream = output.into_inner().map_err(Failure::new)?;
    stream.done().map(|()| fine)
}

/// The number of careers per row of CSV.
fn columns(arguments: &Arguments, quiz: &Quiz) -> usize {
    arguments.top.unwrap_or(3).min(quiz.config().careers().len())
}

fn record(cells: impl Iterator<Item = String>) -> Vec<u8> {
    let mut writer = csv::Writer::from_writer(Vec::new());
    // Writing to memory can't fail.
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

/// A progress bar on standard error, only if it is a terminal.
fn progress() -> ProgressBar {
    let style = ProgressStyle::with_template("{spinner} {human_pos} rows, {per_sec}");
    let progress = ProgressBar::new_spinner().with_style(style.unwrap_or_else(|_| ProgressStyle::default_spinner()));
    progress.enable_steady_tick(Duration::from_millis(200));
    progress
}

fn row<'a>(
    quiz: &'a Quiz,
    (row, (line, own)): (u64, (u64, Option<&'a str>)),
    answers: &Answers,
    outcome: &Outcome,
    arguments: &Arguments,
) -> outputs::Match<'a> {
    let places = outcome.ranking.places();
    let top = arguments.top.unwrap_or(places.len()).min(places.len());
    let ranked = |place: &RankedCareer| outputs::Ranked {
        career: id(quiz, place.career),
        score: place.score,
        share: place.share,
        reasons: arguments.reasons.then(|| reasons(quiz, answers, place.career)),
    };
    let excluded = |it: &Excluded| outputs::Excluded {
        career: id(quiz, it.career),
        reason: quiz.config().careers()[it.career].reason(it.rule),
    };
    outputs::Match {
        row,
        line,
        verdict: outcome.verdict,
        ranking: places[..top].iter().map(ranked).collect(),
        id: own,
        excluded: outcome.ranking.excluded().iter().map(excluded).collect(),
        band: outcome.band.iter().map(|career| id(quiz, *career)).collect(),
        counterfactual: arguments.reasons.then(|| outcome.change.as_ref().map(|it| change(quiz, it))),
    }
}

/// The effect of each answer.
fn reasons(quiz: &Quiz, answers: &Answers, career: usize) -> outputs::Reasons {
    let reasons = quiz.matcher().reasons(answers, career);
    let cards = quiz.config().cards().iter().zip(&reasons.cards);
    outputs::Reasons {
        start: reasons.start,
        cards: ById(cards.map(|(card, part)| (card.id.clone(), *part)).collect()),
    }
}

fn change<'a>(quiz: &'a Quiz, change: &Change) -> outputs::Change<'a> {
    let card = &quiz.config().cards()[change.card];
    outputs::Change {
        card: &card.id,
        answer: change.answer.map(|answer| answer_ids(card, Some(answer)).join("|")),
        first: change.best.iter().map(|career| id(quiz, *career)).collect(),
    }
}

fn id(quiz: &Quiz, career: usize) -> &str {
    &quiz.config().careers()[career].id
}
