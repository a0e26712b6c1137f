//! `check`: the problems of configs, and the results of their personas.

use std::path::{Path, PathBuf};

use super::{
    Done, Failure, Format, count,
    files::read_checked,
    languages::Spoken,
    lines,
    outputs::{check as outputs, line},
    personas::{self, Tried, tried},
    pictures,
};
use crate::{
    config::{Audience, Kind, Problem, Severity, Translation, check_language, languages, load, locate, no_language},
    lab::{overstatement, raw_percent},
    quiz::Quiz,
};

#[derive(clap::Args)]
pub(super) struct Arguments {
    /// The configs, or `-` for standard input
    #[arg(required = true, value_name = "CONFIG")]
    configs: Vec<PathBuf>,
    /// The output format
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,
    /// Treat warnings as errors
    #[arg(long)]
    strict: bool,
    /// Print only problems
    #[arg(short, long)]
    quiet: bool,
}

/// The findings on one config.
struct Report {
    path: PathBuf,
    problems: Vec<Problem>,
    /// `None` if the personas could not be played.
    personas: Option<Vec<Tried>>,
    /// Problems for personas with an unexpected result.
    failed: Vec<Problem>,
    languages: Vec<Spoken>,
    /// The number of warnings that the config accepts.
    accepted: usize,
    is_translation: bool,
}

impl Report {
    fn new(path: PathBuf, problems: Vec<Problem>) -> Self {
        Self {
            path,
            problems,
            personas: None,
            failed: Vec::new(),
            languages: Vec::new(),
            accepted: 0,
            is_translation: false,
        }
    }
}

pub(super) fn run(arguments: &Arguments) -> Done {
    let standard = Path::new("-");
    if arguments.configs.iter().filter(|it| *it == standard).count() > 1 {
        return Err(Failure::misuse("only one config can come from standard input (`-`)"));
    }
    let mut fine = true;
    let mut reports = Vec::new();
    for path in &arguments.configs {
        let about = about(path);
        let bad = |problem: &Problem| problem.is_error() || arguments.strict;
        let passes = |it: &Report| !it.problems.iter().any(bad) && it.failed.is_empty();
        fine &= about.iter().all(passes);
        reports.extend(about);
    }
    match arguments.format {
        Format::Text => reports.iter().for_each(|it| print(it, arguments.quiet)),
        Format::Json => println!("{}", line(&outputs::Check(reports.iter().map(file).collect()))),
    }
    Ok(fine)
}

/// Checks a config, and the files with its translations in the same folder.
fn about(path: &Path) -> Vec<Report> {
    let text = match read_checked(path) {
        Ok(text) => text,
        Err(problem) => return vec![Report::new(path.to_owned(), vec![problem])],
    };
    match load(&text, Audience::Author) {
        Ok(loaded) => {
            let quiz = Quiz::new(loaded.config);
            let tried = tried(&quiz);
            let failed = personas::problems(&text, &tried);
            let mut problems = loaded.warnings;
            let mut more: Vec<_> = overstatement(&quiz, 1).into_iter().chain(raw_percent(&quiz)).collect();
            more.extend(pictures::missing(path, quiz.config()));
            let all = more.len();
            more.retain(|problem| !quiz.config().accepts(problem));
            let accepted = loaded.accepted + all - more.len();
            locate(&text, &mut more);
            problems.extend(more);
            // The command line plays a config of this size, but pages do not.
            let heavy = problems.iter_mut().filter(|problem| matches!(problem.kind, Kind::TooLarge { .. }));
            heavy.for_each(|problem| problem.severity = Severity::Error);
            let mut reports = Vec::new();
            let mut spoken = Vec::new();
            for language in languages(&text) {
                let (tag, coverage, file) = match language.at {
                    Translation::Here(coverage) => (language.tag, Some(coverage), None),
                    Translation::File(file) => {
                        let there = path.with_file_name(&file);
                        let mut found = None;
                        if there.is_file() {
                            let (problems, coverage) = match read_checked(&there) {
                                Ok(overlay) => check_language(&text, &language.tag, &overlay),
                                Err(problem) => (vec![problem], None),
                            };
                            reports.push(Report { is_translation: true, ..Report::new(there, problems) });
                            found = coverage;
                        } else if !file.contains("://") {
                            problems.push(no_language(&text, &language.tag, file.clone()));
                        }
                        (language.tag, found, Some(file))
                    }
                };
                spoken.push(Spoken { tag, coverage, file });
            }
            reports.insert(
                0,
                Report {
                    personas: Some(tried),
                    failed,
                    accepted,
                    languages: spoken,
                    ..Report::new(path.to_owned(), problems)
                },
            );
            reports
        }
        Err(problems) => vec![Report::new(path.to_owned(), problems)],
    }
}

fn print(report: &Report, is_quiet: bool) {
    for line in lines(&report.path, &report.problems).into_iter().chain(lines(&report.path, &report.failed)) {
        anstream::println!("{line}");
    }
    if is_quiet {
        return;
    }
    for language in &report.languages {
        println!("{}: {language}", report.path.display());
    }
    let errors = report.problems.iter().filter(|problem| problem.is_error()).count();
    let personas = match &report.personas {
        Some(tried) if tried.is_empty() => String::new(),
        Some(tried) => {
            let passed = tried.iter().filter(|it| it.passes()).count();
            format!(", personas: {passed} of {} pass", tried.len())
        }
        None if report.is_translation => String::new(),
        None => ", personas not tested".to_owned(),
    };
    let accepted = if report.accepted > 0 { format!(", {} accepted", report.accepted) } else { String::new() };
    println!(
        "{}: {}, {}{accepted}{personas}",
        report.path.display(),
        count(errors + report.failed.len(), "error"),
        count(report.problems.len() - errors, "warning"),
    );
}

fn file(report: &Report) -> outputs::File {
    outputs::File {
        file: report.path.display().to_string(),
        problems: report.problems.iter().map(Into::into).collect(),
        personas: report.personas.as_ref().map(|all| all.iter().map(Tried::output).collect()),
        accepted: report.accepted,
        languages: report.languages.iter().map(Spoken::output).collect(),
    }
}
