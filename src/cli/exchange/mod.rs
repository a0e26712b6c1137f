//! `import` and `export`: conversion of quizzes from and to other formats. A config is handled as JSON, so unknown
//! fields are kept.

mod card_index;
mod cell_messages;
mod columns;
mod condition;
mod draft;
mod export;
mod h5p;
mod html;
mod ids;
mod json;
mod pasted;
mod plain;
mod row;
mod surveys;
mod table;

use std::path::{Path, PathBuf};

use clap::ValueEnum;
use serde_json::{Value, json};

pub use export::to_table;
pub(super) use export::{Export, export};
pub use h5p::import as from_h5p;

use super::{
    Done, Failure,
    files::{Placed, apart, read, read_bytes, text_of},
    line, named,
    rewrite::update,
};
use crate::config::{Audience, Problem, load, parse};

/// Converts a spreadsheet or another program's quiz.
#[derive(clap::Args)]
pub(super) struct Import {
    /// The format of the file; default: by its extension
    #[arg(long, value_enum)]
    from: Option<From>,
    /// The config to update with the table's texts and numbers, or `-` for standard input; default: a new config
    #[arg(long, value_name = "CONFIG")]
    into: Option<PathBuf>,
    /// A spreadsheet (CSV or Excel), an `.h5p` package, a quiz or survey in JSON or YAML, a text file, or `-` for
    /// standard input
    file: PathBuf,
    #[command(flatten)]
    placed: Placed,
}

#[derive(Clone, Copy, ValueEnum)]
enum From {
    /// One row for each option, one column for each career: CSV or an Excel workbook
    #[value(alias = "xlsx")]
    Csv,
    /// H5P content of the type Personality Quiz
    H5p,
    /// Results, questions and answers in plain JSON, or a survey from SurveyJS, Typeform, Google Forms or Qualtrics
    #[value(aliases = ["surveyjs", "typeform", "qsf"])]
    Json,
    /// The same in YAML
    Yaml,
    /// One line for each question and each answer, and an empty line before the next question
    Text,
}

/// A quiz, what was lost, and the origin of its parts.
pub struct Imported {
    pub quiz: Value,
    pub lost: Vec<String>,
    /// By path prefix.
    origins: Vec<(String, Origin)>,
    /// The fields with a column in the table.
    fields: Vec<&'static str>,
}

/// A position in a table, counted from 1.
#[derive(Clone, Copy)]
struct Origin {
    row: u64,
    column: Option<usize>,
}

/// Why a source can't be imported: the position in it, and what is wrong.
pub type ImportError = String;

/// Makes a quiz from a table, or updates one.
pub fn from_table(table: &str, base: Option<Value>, title: &str) -> Result<Imported, ImportError> {
    table::import(table.as_bytes(), base, title)
}

/// Makes a quiz from JSON: H5P, a survey, or any structure with questions and answers.
pub fn from_json(bytes: &[u8], title: &str) -> Result<Imported, ImportError> {
    let text = text_of(bytes).map_err(|problem| problem.message())?;
    let all = parse_json(&text)?;
    if all["personalitiesGroup"].is_object()
        || all["personalities"].is_array() && all["questions"][0]["answers"][0]["personality"].is_string()
    {
        return from_h5p(bytes);
    }
    if is_ours(&all) {
        return Err("this file is already a career-matcher quiz; run `career-matcher check` with it".to_owned());
    }
    from_value(&all, title)
}

/// The same for YAML.
pub fn from_yaml(bytes: &[u8], title: &str) -> Result<Imported, ImportError> {
    let text = text_of(bytes).map_err(|problem| problem.message())?;
    let all: Value = serde_norway::from_str(&text).map_err(|error| format!("this YAML can't be read: {error}"))?;
    if is_ours(&all) {
        return Ok(Imported { quiz: all, lost: Vec::new(), origins: Vec::new(), fields: Vec::new() });
    }
    from_value(&all, title)
}

/// Whether this is a config of this program, in any syntax.
fn is_ours(all: &Value) -> bool {
    all["version"] == 1 && all["careers"].is_array() && all["cards"].is_array()
}

fn from_value(all: &Value, title: &str) -> Result<Imported, ImportError> {
    match surveys::draft(all) {
        Some(draft) => Ok(draft.quiz(title)),
        None => Ok(plain::draft(all)?.quiz(title)),
    }
}

fn parse_json(text: &str) -> Result<Value, ImportError> {
    let text = text.trim_start_matches('\u{feff}');
    serde_json::from_str(text).map_err(|_| {
        let told = parse(text, Audience::Author).err().unwrap_or_default();
        told.first().map_or_else(|| "this is not JSON".to_owned(), ToString::to_string)
    })
}

fn ending(path: &Path) -> String {
    path.extension().map_or(String::new(), |it| it.to_string_lossy().to_lowercase())
}

pub(super) fn import(arguments: &Import) -> Done {
    let file = &arguments.file;
    let title = file.file_stem().map(|it| it.to_string_lossy().replace(['-', '_'], " ")).unwrap_or_default();
    if let Some(config) = &arguments.into {
        apart(("the config", config), ("the table", file))?;
    }
    let bytes = read_bytes(file)?;
    let from = arguments.from.unwrap_or(match ending(file).as_str() {
        "h5p" => From::H5p,
        "json" | "qsf" => From::Json,
        "yaml" | "yml" => From::Yaml,
        "txt" | "md" => From::Text,
        _ => From::Csv,
    });
    let base = match (&arguments.into, from) {
        (Some(path), From::Csv) => Some((path, read(path)?)),
        (Some(_), _) => return Err(Failure::misuse("`--into` is for tables")),
        (None, _) => None,
    };
    let imported = match (from, &base) {
        (From::Csv, Some((path, text))) => {
            let Some(quiz) = parsed(path, text) else { return Ok(false) };
            table::import(&bytes, Some(quiz), &title)
        }
        (From::Csv, None) => table::import(&bytes, None, &title),
        (From::H5p, _) => from_h5p(&bytes),
        (From::Json, _) => from_json(&bytes, &title),
        (From::Yaml, _) => from_yaml(&bytes, &title),
        (From::Text, _) => text_of(&bytes)
            .map_err(|problem| problem.message())
            .and_then(|text| Ok(pasted::draft(&text)?.quiz(&title))),
    };
    let Imported { quiz, lost, origins, fields } = match imported {
        Ok(imported) => imported,
        Err(fault) => {
            eprintln!("{}: {}", file.display(), named(&fault, file));
            return Ok(false);
        }
    };
    let text = match &base {
        Some((_, text)) => update(text, &parsed_value(text).unwrap_or_default(), &quiz),
        None => format!("{}\n", serde_json::to_string_pretty(&quiz).map_err(Failure::new)?),
    };
    let (notes, lost): (Vec<_>, Vec<_>) = lost.iter().partition(|it| it.starts_with("note: "));
    for it in &lost {
        let what = if it.starts_with("kept: ") { "" } else { "left out: " };
        eprintln!("{}: {what}{it}", file.display());
    }
    let problems = match load(&text, Audience::Author) {
        Ok(loaded) => loaded.warnings,
        Err(problems) => problems,
    };
    // Placeholders are reported once, and without cards no career can have points.
    let is_open =
        notes.iter().any(|it| it.starts_with(draft::UNCOUNTED)) || problems.iter().any(|it| it.code() == "no-cards");
    for problem in problems.iter().filter(|it| !is_open || it.code() != "no-points") {
        anstream::eprintln!(
            "{}: {}",
            file.display(),
            cell_messages::told(problem, &cell_messages::Table { quiz: &quiz, origins: &origins, fields: &fields })
        );
    }
    notes.iter().for_each(|it| eprintln!("{}: {it}", file.display()));
    let is_bad = problems.iter().any(Problem::is_error);
    if is_bad && arguments.placed.replaces() {
        eprintln!("{}: nothing was written, because the new config would have errors", file.display());
        return Ok(false);
    }
    arguments.placed.put(base.as_ref().map_or(Path::new("-"), |(path, _)| path), &text)?;
    Ok(!is_bad)
}

fn parsed_value(text: &str) -> Option<Value> {
    serde_json::from_str(text.trim_start_matches('\u{feff}')).ok()
}

/// A config as plain JSON; otherwise the problems are printed.
fn parsed(path: &Path, text: &str) -> Option<Value> {
    let value = parsed_value(text);
    if value.is_none()
        || parse(text, Audience::Author).is_err_and(|all| all.iter().any(|it| it.code() == "repeated-key"))
    {
        let problems = parse(text, Audience::Author).err().unwrap_or_default();
        problems.iter().for_each(|problem| anstream::eprintln!("{}", line(path, problem)));
        return None;
    }
    value
}

/// A quiz with only the required fields.
fn fresh(title: &str, careers: &[(String, String)]) -> Value {
    let careers: Vec<_> = careers.iter().map(|(id, title)| json!({ "id": id, "title": title })).collect();
    json!({ "version": 1, "title": title, "careers": careers, "cards": [] })
}

#[cfg(test)]
mod tests;
