//! The command line: the same load, check and matcher as the widget, for files instead of pages.
//!
//! Exit code 0 is fine, 1 means that something is wrong with what was given, 2 that the command was misused.

mod answers;
mod check;
mod matching;
mod schema;

use std::{fmt, fs, path::Path, process::ExitCode};

use clap::{Parser, Subcommand};

use crate::{
    config::{Audience, Checked, Problem, load},
    quiz::Quiz,
};

/// Bytes of a config that the command line reads.
const LARGEST: u64 = 50 * 1024 * 1024;

/// Checks career quizzes and plays them on files of answers.
#[derive(Parser)]
#[command(name = "career-matcher", version)]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Say what is wrong with configs, and whether their personas get what they should
    Check(check::Arguments),
    /// Rank careers for answers in a CSV file: a header of card ids, then a row a visitor
    Match(matching::Arguments),
    /// Print the JSON Schema of a config
    Schema,
}

/// Runs the command line.
pub fn main() -> ExitCode {
    let done = match Arguments::parse().command {
        Command::Check(arguments) => check::run(&arguments),
        Command::Match(arguments) => matching::run(&arguments),
        Command::Schema => schema::run(),
    };
    match done {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::from(1),
        Err(Misuse(message)) => {
            eprintln!("error: {message}");
            ExitCode::from(2)
        }
    }
}

/// Why a command can't do its work at all.
struct Misuse(String);

impl Misuse {
    fn new(message: impl fmt::Display) -> Self {
        Self(message.to_string())
    }
}

/// Whether all was fine.
type Done = Result<bool, Misuse>;

/// Reads a config file of a permitted size.
fn read(path: &Path) -> Result<String, Misuse> {
    let fault = |error: std::io::Error| Misuse::new(format_args!("`{}`: {error}", path.display()));
    let size = fs::metadata(path).map_err(fault)?.len();
    if size > LARGEST {
        return Err(Misuse::new(format_args!("`{}` has {size} bytes; at most {LARGEST} are read", path.display())));
    }
    let bytes = fs::read(path).map_err(fault)?;
    String::from_utf8(bytes).map_err(|_| Misuse::new(format_args!("`{}` is not UTF-8", path.display())))
}

/// Loads a config as its author. Problems go to standard error; without a config there is nothing to go on with.
fn quiz(path: &Path) -> Result<Option<Quiz>, Misuse> {
    let loaded = load(&read(path)?, Audience::Author);
    let (config, problems): (Option<Checked>, Vec<Problem>) = match loaded {
        Ok(loaded) => (Some(loaded.config), loaded.warnings),
        Err(problems) => (None, problems),
    };
    for problem in problems {
        eprintln!("{}", line(path, &problem));
    }
    Ok(config.map(Quiz::new))
}

/// A problem as one line for people.
fn line(path: &Path, problem: &Problem) -> String {
    let severity = if problem.is_error() { "error" } else { "warning" };
    format!("{}: {severity}[{}]: {problem}", path.display(), problem.code())
}
