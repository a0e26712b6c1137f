//! `import` and `export`: quizzes from and to other forms, as JSON that keeps every field it does not know.

mod h5p;
mod table;

use std::{fs, path::PathBuf};

use clap::ValueEnum;
use serde_json::{Value, json};

use super::{Done, LARGEST, Misuse, line, print, read};
use crate::config::{Audience, load};

#[derive(clap::Args)]
pub(super) struct Import {
    /// What the file is
    #[arg(long, value_enum)]
    from: From,
    /// A config to put the table's texts and numbers into; without it a new one is made
    #[arg(long, value_name = "CONFIG")]
    into: Option<PathBuf>,
    /// A spreadsheet as CSV, an `.h5p` package or its `content.json`
    file: PathBuf,
}

#[derive(clap::Args)]
pub(super) struct Export {
    /// What to write
    #[arg(long, value_enum)]
    to: To,
    /// The config
    config: PathBuf,
}

#[derive(Clone, Copy, ValueEnum)]
enum From {
    /// A row for each option, a column for each career
    Csv,
    /// Content of the type Personality Quiz
    H5p,
}

#[derive(Clone, Copy, ValueEnum)]
enum To {
    /// A row for each option, a column for each career
    Csv,
}

/// A quiz, and what of the source is not in it.
struct Imported {
    quiz: Value,
    lost: Vec<String>,
}

/// Why nothing can be made of a source: the place in it, and what is wrong.
type Fault = String;

pub(super) fn import(arguments: &Import) -> Done {
    let file = &arguments.file;
    let title = file.file_stem().map(|it| it.to_string_lossy().replace(['-', '_'], " ")).unwrap_or_default();
    let imported = match arguments.from {
        From::H5p if arguments.into.is_some() => return Err(Misuse::new("`--into` is for tables")),
        From::H5p => {
            let size = fs::metadata(file).map_or(0, |it| it.len());
            if size > LARGEST {
                return Err(Misuse::new(format_args!(
                    "`{}` has {size} bytes; at most {LARGEST} are read",
                    file.display()
                )));
            }
            let bytes = fs::read(file).map_err(|error| Misuse::new(format_args!("`{}`: {error}", file.display())))?;
            h5p::import(&bytes)
        }
        From::Csv => {
            let base = arguments.into.as_ref().map(|path| {
                let quiz = serde_json::from_str(&read(path)?);
                quiz.map_err(|error| Misuse::new(format_args!("`{}`: {error}", path.display())))
            });
            table::import(&read(file)?, base.transpose()?, &title)
        }
    };
    let Imported { quiz, lost } = match imported {
        Ok(imported) => imported,
        Err(fault) => {
            eprintln!("{}: {fault}", file.display());
            return Ok(false);
        }
    };
    let text = serde_json::to_string_pretty(&quiz).map_err(Misuse::new)?;
    print(&format!("{text}\n"))?;
    for it in &lost {
        eprintln!("{}: lost: {it}", file.display());
    }
    let problems = match load(&text, Audience::Author) {
        Ok(loaded) => loaded.warnings,
        Err(problems) => problems,
    };
    problems.iter().for_each(|problem| eprintln!("{}", line(file, problem)));
    Ok(!problems.iter().any(|it| it.is_error()))
}

pub(super) fn export(arguments: &Export) -> Done {
    let path = &arguments.config;
    let text = read(path)?;
    if let Err(problems) = load(&text, Audience::Author) {
        problems.iter().for_each(|problem| eprintln!("{}", line(path, problem)));
        return Ok(false);
    }
    let quiz: Value = serde_json::from_str(&text).map_err(Misuse::new)?;
    let To::Csv = arguments.to;
    match table::export(&quiz) {
        Ok(table) => {
            print(&table)?;
            Ok(true)
        }
        Err(fault) => {
            eprintln!("{}: {fault}", path.display());
            Ok(false)
        }
    }
}

/// An id made of words, unlike those that are taken.
fn id_of(words: &str, taken: &[String]) -> String {
    let mut id = String::new();
    for letter in words.chars().flat_map(char::to_lowercase).take(40) {
        if letter.is_alphanumeric() {
            id.push(letter);
        } else if !id.is_empty() && !id.ends_with('-') {
            id.push('-');
        }
    }
    let id = id.trim_end_matches('-');
    let id = if id.is_empty() { "it" } else { id };
    let numbered = (2..).map(|number| format!("{id}-{number}"));
    let mut tries = std::iter::once(id.to_owned()).chain(numbered);
    tries.find(|it| !taken.contains(it)).unwrap_or_default()
}

/// A quiz with nothing but what it must have.
fn fresh(title: &str, careers: &[(String, String)]) -> Value {
    let careers: Vec<_> = careers.iter().map(|(id, title)| json!({ "id": id, "title": title })).collect();
    json!({ "version": 1, "title": title, "careers": careers, "cards": [] })
}

#[cfg(test)]
mod tests {
    use super::id_of;

    #[test]
    fn ids_are_words() {
        let taken = ["yes".to_owned(), "yes-2".to_owned()];
        assert_eq!(id_of("Do you like “tea”?", &[]), "do-you-like-tea");
        assert_eq!(id_of("Yes!", &taken), "yes-3");
        assert_eq!(id_of("?!", &[]), "it");
    }
}
