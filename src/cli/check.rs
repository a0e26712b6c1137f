//! `check`: the problems of configs, and what their personas are told.

use std::path::{Path, PathBuf};

use super::{
    Done, Failure, Format, count,
    files::read_checked,
    languages::Spoken,
    lines,
    outputs::{check as outputs, line},
};
use crate::{
    config::{
        Audience, Checked, Finding, Image, Kind, Persona, Problem, Severity, Trail, Translation, check_language,
        languages, load, locate, model::Verdict, no_language,
    },
    lab::{overstatement, raw_percent},
    matcher::Answer,
    quiz::Quiz,
};

#[derive(clap::Args)]
pub(super) struct Arguments {
    /// The configs, or `-` for standard input
    #[arg(required = true, value_name = "CONFIG")]
    configs: Vec<PathBuf>,
    /// How to say it
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,
    /// Let warnings fail too
    #[arg(long)]
    strict: bool,
    /// Say nothing of what is fine
    #[arg(short, long)]
    quiet: bool,
}

/// What one config is like.
struct Report {
    path: PathBuf,
    problems: Vec<Problem>,
    /// Nothing where they could not be tried.
    personas: Option<Vec<Tried>>,
    languages: Vec<Spoken>,
    /// Warnings that are meant as they are.
    accepted: usize,
    is_translation: bool,
}

impl Report {
    fn new(path: PathBuf, problems: Vec<Problem>) -> Self {
        Self {
            path,
            problems,
            personas: None,
            languages: Vec::new(),
            accepted: 0,
            is_translation: false,
        }
    }
}

/// A persona, and what it was told.
struct Tried {
    persona: Persona,
    expected: (Option<String>, Option<Verdict>),
    found: (Vec<String>, Verdict),
}

impl Tried {
    fn passes(&self) -> bool {
        let career = self.expected.0.as_ref().is_none_or(|id| self.found.0 == [id.clone()]);
        career && self.expected.1.is_none_or(|verdict| verdict == self.found.1)
    }
}

pub(super) fn run(arguments: &Arguments) -> Done {
    let standard = Path::new("-");
    if arguments.configs.iter().filter(|it| *it == standard).count() > 1 {
        return Err(Failure::misuse("several configs are `-`, and only one of them can come from standard input"));
    }
    let mut fine = true;
    let mut reports = Vec::new();
    for path in &arguments.configs {
        let about = about(path);
        let bad = |problem: &Problem| problem.is_error() || arguments.strict;
        let passes = |it: &Report| !it.problems.iter().any(bad) && it.personas.iter().flatten().all(Tried::passes);
        fine &= about.iter().all(passes);
        reports.extend(about);
    }
    match arguments.format {
        Format::Text => reports.iter().for_each(|it| print(it, arguments.quiet)),
        Format::Json => println!("{}", line(&outputs::Check(reports.iter().map(file).collect()))),
    }
    Ok(fine)
}

/// About a config, and the files with its other languages that stand beside it.
fn about(path: &Path) -> Vec<Report> {
    let text = match read_checked(path) {
        Ok(text) => text,
        Err(problem) => return vec![Report::new(path.to_owned(), vec![problem])],
    };
    match load(&text, Audience::Author) {
        Ok(loaded) => {
            let quiz = Quiz::new(loaded.config);
            let personas = Some(quiz.config().personas().iter().map(|persona| tried(&quiz, persona)).collect());
            let mut problems = loaded.warnings;
            let mut more: Vec<_> = overstatement(&quiz, 1).into_iter().chain(raw_percent(&quiz)).collect();
            more.extend(pictures(path, quiz.config()));
            let all = more.len();
            more.retain(|problem| !quiz.config().accepts(problem));
            let accepted = loaded.accepted + all - more.len();
            locate(&text, &mut more);
            problems.extend(more);
            // The command line plays it, pages won't.
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
                                Ok(overlay) => check_language(&text, &overlay),
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
            reports
                .insert(0, Report { personas, accepted, languages: spoken, ..Report::new(path.to_owned(), problems) });
            reports
        }
        Err(problems) => vec![Report::new(path.to_owned(), problems)],
    }
}

/// Pictures that are not beside the file, where they are meant to be on the same site.
fn pictures(path: &Path, config: &Checked) -> Vec<Problem> {
    let folder = path.parent().unwrap_or(Path::new(""));
    let is_missing = |src: &str| {
        let file = src.split(['?', '#']).next().unwrap_or_default();
        let elsewhere = file.is_empty() || file.starts_with('/') || file.contains(':') || path == Path::new("-");
        !elsewhere && !folder.join(file.replace("%20", " ")).is_file()
    };
    let cards = Trail::Root.key("cards");
    let mut found = Vec::new();
    let mut see = |way: &Trail, image: Option<&Image>| {
        if let Some(Image { src, .. }) = image.filter(|it| is_missing(&it.src)) {
            let kind = Kind::Found(Finding::NoPicture { file: src.clone() });
            found.push(Problem::warning(way.key("image").path(), kind));
        }
    };
    see(&Trail::Root.key("logo"), config.logo());
    let careers = Trail::Root.key("careers");
    config
        .careers()
        .iter()
        .enumerate()
        .for_each(|(i, career)| see(&careers.index(i), career.image.as_ref()));
    for (i, card) in config.cards().iter().enumerate() {
        let card_way = cards.index(i);
        see(&card_way, card.image.as_ref());
        let options = card_way.key("options");
        card.ask
            .options()
            .iter()
            .enumerate()
            .for_each(|(at, option)| see(&options.index(at), option.image.as_ref()));
    }
    found
}

fn tried(quiz: &Quiz, persona: &Persona) -> Tried {
    let answers = persona.answers.iter().map(|rows| Answer::from_bits(*rows)).collect();
    let outcome = quiz.matcher().outcome(&answers);
    let id = |career: usize| quiz.config().careers()[career].id.clone();
    Tried {
        expected: (persona.career.map(id), persona.verdict),
        found: (outcome.ranking.best().iter().map(|place| id(place.career)).collect(), outcome.verdict),
        persona: persona.clone(),
    }
}

fn print(report: &Report, is_quiet: bool) {
    for line in lines(&report.path, &report.problems) {
        anstream::println!("{line}");
    }
    for tried in report.personas.iter().flatten().filter(|tried| !tried.passes()) {
        let (career, verdict) = &tried.expected;
        let wanted: Vec<_> = career.iter().map(String::as_str).chain(verdict.map(Verdict::word)).collect();
        println!(
            "{}: error[persona]: `{}` should get {}, but gets {} ({})",
            report.path.display(),
            tried.persona.name,
            wanted.join(", "),
            tried.found.0.join(" and "),
            tried.found.1.word()
        );
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
        None => ", personas not tried".to_owned(),
    };
    let accepted = if report.accepted > 0 { format!(", {} accepted", report.accepted) } else { String::new() };
    println!(
        "{}: {}, {}{accepted}{personas}",
        report.path.display(),
        count(errors, "error"),
        count(report.problems.len() - errors, "warning"),
    );
}

fn file(report: &Report) -> outputs::File {
    let persona = |tried: &Tried| outputs::Persona {
        name: tried.persona.name.clone(),
        passes: tried.passes(),
        expected: outputs::Expected { career: tried.expected.0.clone(), verdict: tried.expected.1 },
        found: outputs::Found { careers: tried.found.0.clone(), verdict: tried.found.1 },
    };
    outputs::File {
        file: report.path.display().to_string(),
        problems: report.problems.iter().map(Into::into).collect(),
        personas: report.personas.as_ref().map(|all| all.iter().map(persona).collect()),
        accepted: report.accepted,
        languages: report.languages.iter().map(Spoken::output).collect(),
    }
}
