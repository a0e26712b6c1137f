//! `lab`: which careers can win a quiz, how often, with what certainty, and what never matters.

use std::path::PathBuf;

use super::{
    Done, Format,
    effort::Effort,
    files::{read, write},
    outputs::line,
    print, quiz_of,
    report::{Shown, json, page, text},
};
use crate::{
    config::locate,
    lab::{Reach, report},
};

#[derive(clap::Args)]
pub(super) struct Arguments {
    /// The config, or `-` for standard input
    config: PathBuf,
    /// The output format
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,
    #[command(flatten)]
    effort: Effort,
    /// Also write an HTML report with charts to this file
    #[arg(long, value_name = "FILE")]
    html: Option<PathBuf>,
}

pub(super) fn run(arguments: &Arguments) -> Done {
    let path = &arguments.config;
    let source = read(path)?;
    let Some(quiz) = quiz_of(path, &source) else { return Ok(false) };
    let mut report = arguments.effort.spend(|ask| report(&quiz, arguments.effort.seed, ask));
    report.problems.retain(|problem| !quiz.config().accepts(problem));
    locate(&source, &mut report.problems);
    let shown = Shown { quiz: &quiz, report: &report, path, seed: arguments.effort.seed };
    if let Some(file) = &arguments.html {
        write(file, page(&shown).as_bytes())?;
    }
    match arguments.format {
        Format::Text => print(&text(&shown))?,
        Format::Json => print(&format!("{}\n", line(&json(&shown))))?,
    }
    // An undecided career is not a fault of the quiz.
    Ok(report.careers.iter().all(|career| matches!(career.reach, Reach::Sole(_) | Reach::Unknown)))
}
