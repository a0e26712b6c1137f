//! The command line: the same loading, checks and matcher as the widget, for files instead of pages.
//!
//! Exit code 0 means success, 1 means a problem in the input, 2 means wrong usage.

mod answers;
mod balance;
mod calibrate;
mod check;
mod effort;
mod exchange;
mod files;
mod lab;
mod languages;
mod matching;
mod outputs;
mod personas;
mod pictures;
mod problems;
mod reference;
mod report;
mod rewrite;
mod schema;
mod sheet;
mod simulate;

/// Conversions without files.
pub use answers::answers_in;
pub use exchange::{ImportError, Imported, from_h5p, from_table, to_table};

use std::{
    fmt,
    io::{self, Write},
    path::Path,
    process::ExitCode,
};

use anstyle::AnsiColor;
use clap::{CommandFactory, Parser, Subcommand, ValueEnum};

use files::{Placed, read};

use crate::{
    config::{Audience, Checked, Problem, limits, load},
    quiz::Quiz,
};

/// Checks career quizzes, plays them with answers from files, and measures how fair they are.
#[derive(Parser)]
#[command(name = "career-matcher", version)]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Check configs for problems, and whether their personas get the expected results
    Check(check::Arguments),
    /// Rank careers for answers in a CSV file: card ids in the header, then one row per visitor
    Match(matching::Arguments),
    /// Analyse a quiz: which careers can win, how often, how clearly, and what has no effect
    Lab(lab::Arguments),
    /// Print the config with changed weights that bring every career's share of wins into a range
    Balance(balance::Arguments),
    /// Play the quiz for the visitors of a CSV file, and compare each early result with the result of all answers
    Simulate(simulate::Arguments),
    /// Print the config with a calibration from pilot visitors' answers, so that the quiz can ask fewer cards
    Calibrate(calibrate::Arguments),
    /// Convert a spreadsheet or another program's quiz to a config, and list what was left out
    Import(exchange::Import),
    /// Print a config as a table, to edit its weights in a spreadsheet
    Export(exchange::Export),
    /// Print the JSON Schema of a config, or of a command's JSON output
    Schema {
        /// What the schema describes; default: a config
        #[arg(value_name = "WHAT", value_enum, default_value_t = schema::Of::Config, hide_default_value = true)]
        of: schema::Of,
    },
    /// Print the manual of a config, field by field
    Reference,
    /// Print the meaning and the remedy of every problem code
    Problems,
    /// Print the meaning and the remedy of one problem code
    Explain {
        /// The code, such as `unknown-career`
        code: String,
    },
    /// Print a completion script for a shell
    Completions {
        /// The shell
        shell: clap_complete::Shell,
    },
    /// Print the manual page
    Man,
}

/// Runs the command line.
pub fn main() -> ExitCode {
    let done = match Arguments::parse().command {
        Command::Check(arguments) => check::run(&arguments),
        Command::Match(arguments) => matching::run(&arguments),
        Command::Lab(arguments) => lab::run(&arguments),
        Command::Balance(arguments) => balance::run(&arguments),
        Command::Simulate(arguments) => simulate::run(&arguments),
        Command::Calibrate(arguments) => calibrate::run(&arguments),
        Command::Import(arguments) => exchange::import(&arguments),
        Command::Export(arguments) => exchange::export(&arguments),
        Command::Schema { of } => schema::run(of),
        Command::Reference => reference::run(),
        Command::Problems => problems::run(),
        Command::Explain { code } => problems::explain(&code),
        Command::Completions { shell } => completions(shell),
        Command::Man => manual(),
    };
    match done {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::from(1),
        Err(Failure { words, is_misuse }) => {
            eprintln!("error: {words}");
            ExitCode::from(if is_misuse { 2 } else { 1 })
        }
    }
}

fn completions(shell: clap_complete::Shell) -> Done {
    let mut script = Vec::new();
    clap_complete::generate(shell, &mut Arguments::command(), "career-matcher", &mut script);
    print(&String::from_utf8_lossy(&script)).map(|()| true)
}

fn manual() -> Done {
    let mut page = Vec::new();
    clap_mangen::Man::new(Arguments::command()).render(&mut page).map_err(Failure::new)?;
    print(&String::from_utf8_lossy(&page)).map(|()| true)
}

/// Why a command failed completely.
struct Failure {
    words: String,
    /// Wrong usage, independent of the input.
    is_misuse: bool,
}

impl Failure {
    /// A problem in the input.
    fn new(words: impl fmt::Display) -> Self {
        Self { words: words.to_string(), is_misuse: false }
    }

    fn misuse(words: impl fmt::Display) -> Self {
        Self { is_misuse: true, ..Self::new(words) }
    }
}

/// The output format.
#[derive(Clone, Copy, PartialEq, ValueEnum)]
enum Format {
    Text,
    Json,
}

/// Whether there were no problems.
type Done = Result<bool, Failure>;

/// Loads a config as its author. Problems go to standard error; `None` if the config is not usable.
fn quiz(path: &Path) -> Result<Option<Quiz>, Failure> {
    Ok(quiz_of(path, &read(path)?))
}

/// The same for a text that was already read.
fn quiz_of(path: &Path, text: &str) -> Option<Quiz> {
    let (config, problems): (Option<Checked>, Vec<Problem>) = match load(text, Audience::Author) {
        Ok(loaded) => (Some(loaded.config), loaded.warnings),
        Err(problems) => (None, problems),
    };
    for line in lines(path, &problems) {
        anstream::eprintln!("{line}");
    }
    config.map(Quiz::new)
}

/// Prints a text, in colour on terminals. A closed pipe is no error.
fn print(text: &str) -> Result<(), Failure> {
    let mut output = anstream::stdout().lock();
    output.write_all(text.as_bytes()).and_then(|()| output.flush()).or_else(|error| stopped(&error))
}

/// Prints or writes a config that a command generated; an error if this program could not read it back. Returns false
/// if the widget accepts the old config but would reject the new one; then the old file is kept.
fn put_config(placed: &Placed, path: &Path, before: &str, text: &str, remedy: &str) -> Done {
    let bytes = text.len();
    if bytes > limits::AUTHORS_BYTES {
        let most = limits::AUTHORS_BYTES;
        return Err(Failure::new(format_args!(
            "the config made from `{}` would have {bytes} bytes, the limit is {most}; {remedy}",
            path.display()
        )));
    }
    let refused = bytes > limits::BYTES && before.len() <= limits::BYTES;
    if !(refused && placed.replaces()) {
        placed.put(path, text)?;
    }
    if refused {
        let most = limits::BYTES;
        eprintln!("error[config-too-large]: the new config has {bytes} bytes, the limit is {most}; {remedy}");
    }
    Ok(!refused)
}

/// A closed pipe is no error.
fn stopped(error: &io::Error) -> Result<(), Failure> {
    match error.kind() {
        io::ErrorKind::BrokenPipe => Ok(()),
        _ => Err(Failure::new(format_args!("standard output: {error}"))),
    }
}

/// A problem as one line for people.
fn line(path: &Path, problem: &Problem) -> String {
    format!("{}: {}: {}", path.display(), marked(problem), named(&problem.to_string(), path))
}

/// Replaces the placeholder for the file in a message's commands with its name.
fn named(words: &str, path: &Path) -> String {
    let name =
        |words: String, from: &str| words.replace(&format!("{from} FILE"), &format!("{from} {}", path.display()));
    name(name(words.to_owned(), "--from yaml"), "--from csv")
}

/// The first problems as lines, and the number of further problems.
fn lines(path: &Path, problems: &[Problem]) -> Vec<String> {
    let mut lines: Vec<_> = problems.iter().take(limits::TOLD).map(|problem| line(path, problem)).collect();
    if problems.len() > limits::TOLD {
        let more = count(problems.len() - limits::TOLD, "more problem");
        lines.push(format!("{}: {more} not shown; correct some of these first", path.display()));
    }
    lines
}

/// The severity and the code, in colour for terminals; `anstream` removes colours everywhere else.
fn marked(problem: &Problem) -> String {
    let colour = if problem.is_error() { AnsiColor::Red } else { AnsiColor::Yellow };
    let style = colour.on_default().bold();
    format!("{style}{}[{}]{style:#}", severity(problem), problem.code())
}

fn severity(problem: &Problem) -> &'static str {
    if problem.is_error() { "error" } else { "warning" }
}

/// A number with its noun.
fn count(number: usize, noun: &str) -> String {
    if number == 1 { format!("1 {noun}") } else { format!("{number} {noun}s") }
}
