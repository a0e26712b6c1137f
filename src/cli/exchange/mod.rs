//! `import` and `export`: quizzes from and to other forms, as JSON that keeps every field it does not know.

mod columns;
mod deck;
mod export;
mod h5p;
mod ids;
mod table;

use std::path::{Path, PathBuf};

use clap::ValueEnum;
use serde_json::{Value, json};

pub use export::to_table;
pub(super) use export::{Export, export};
pub use h5p::import as from_h5p;

use super::{
    Done, Failure,
    files::{Placed, read, read_bytes},
    line,
    rewrite::update,
    severity,
};
use crate::config::{Audience, Problem, load, parse};

/// Brings in a spreadsheet or another program's quiz.
#[derive(clap::Args)]
pub(super) struct Import {
    /// What the file is; without it its ending says so
    #[arg(long, value_enum)]
    from: Option<From>,
    /// A config to put the table's texts and numbers into; without it a new one is made
    #[arg(long, value_name = "CONFIG")]
    into: Option<PathBuf>,
    /// A spreadsheet as CSV or a workbook, an `.h5p` package or its `content.json`; or `-` for standard input
    file: PathBuf,
    #[command(flatten)]
    placed: Placed,
}

#[derive(Clone, Copy, ValueEnum)]
enum From {
    /// A row for each option, a column for each career: CSV, or a workbook of Excel
    #[value(alias = "xlsx")]
    Csv,
    /// Content of the type Personality Quiz
    H5p,
}

/// A quiz, what of the source is not in it, and where its parts come from.
pub struct Imported {
    pub quiz: Value,
    pub lost: Vec<String>,
    /// By the beginning of a path.
    origins: Vec<(String, Origin)>,
}

/// A place in a table, counted from 1.
#[derive(Clone, Copy)]
struct Origin {
    row: u64,
    column: Option<usize>,
}

/// Why nothing can be made of a source: the place in it, and what is wrong.
pub type Fault = String;

/// Makes a quiz of a table, or puts what the table says into one.
pub fn from_table(table: &str, base: Option<Value>, title: &str) -> Result<Imported, Fault> {
    table::import(table.as_bytes(), base, title)
}

fn ending(path: &Path) -> String {
    path.extension().map_or(String::new(), |it| it.to_string_lossy().to_lowercase())
}

pub(super) fn import(arguments: &Import) -> Done {
    let file = &arguments.file;
    let title = file.file_stem().map(|it| it.to_string_lossy().replace(['-', '_'], " ")).unwrap_or_default();
    let bytes = read_bytes(file)?;
    let from = arguments.from.unwrap_or(match ending(file).as_str() {
        "h5p" | "json" => From::H5p,
        _ => From::Csv,
    });
    let base = match (&arguments.into, from) {
        (Some(_), From::H5p) => return Err(Failure::misuse("`--into` is for tables")),
        (Some(path), From::Csv) => Some((path, read(path)?)),
        (None, _) => None,
    };
    let imported = match (from, &base) {
        (From::H5p, _) => from_h5p(&bytes),
        (From::Csv, None) => table::import(&bytes, None, &title),
        (From::Csv, Some((path, text))) => {
            let Some(quiz) = parsed(path, text) else { return Ok(false) };
            table::import(&bytes, Some(quiz), &title)
        }
    };
    let Imported { quiz, lost, origins } = match imported {
        Ok(imported) => imported,
        Err(fault) => {
            eprintln!("{}: {fault}", file.display());
            return Ok(false);
        }
    };
    let text = match &base {
        Some((_, text)) => update(text, &parsed_value(text).unwrap_or_default(), &quiz),
        None => format!("{}\n", serde_json::to_string_pretty(&quiz).map_err(Failure::new)?),
    };
    for it in &lost {
        let what = if it.starts_with("kept: ") { "" } else { "lost: " };
        eprintln!("{}: {what}{it}", file.display());
    }
    let problems = match load(&text, Audience::Author) {
        Ok(loaded) => loaded.warnings,
        Err(problems) => problems,
    };
    problems.iter().for_each(|problem| eprintln!("{}: {}", file.display(), told(problem, &origins)));
    arguments.placed.put(base.as_ref().map_or(Path::new("-"), |(path, _)| path), &text)?;
    Ok(!problems.iter().any(Problem::is_error))
}

/// A problem of a quiz that a table has made: where it is in the table, as far as that is known.
fn told(problem: &Problem, origins: &[(String, Origin)]) -> String {
    let path = problem.path.to_string();
    let begins =
        |start: &str| path.strip_prefix(start).is_some_and(|rest| rest.is_empty() || rest.starts_with(['.', '[']));
    let origin = origins.iter().rev().filter(|(start, _)| begins(start)).max_by_key(|(start, _)| start.len());
    let at = origin.map_or(String::new(), |(_, Origin { row, column })| {
        let column = column.map_or(String::new(), |column| format!(", column {column}"));
        format!("row {row}{column}: ")
    });
    let plain = Problem { place: None, ..problem.clone() };
    format!("{at}{}[{}]: {plain}", severity(problem), problem.code())
}

fn parsed_value(text: &str) -> Option<Value> {
    serde_json::from_str(text.trim_start_matches('\u{feff}')).ok()
}

/// A config as plain JSON; what keeps it from being that is told.
fn parsed(path: &Path, text: &str) -> Option<Value> {
    let value = parsed_value(text);
    if value.is_none()
        || parse(text, Audience::Author).is_err_and(|all| all.iter().any(|it| it.code() == "repeated-key"))
    {
        let problems = parse(text, Audience::Author).err().unwrap_or_default();
        problems.iter().for_each(|problem| eprintln!("{}", line(path, problem)));
        return None;
    }
    value
}

/// A quiz with nothing but what it must have.
fn fresh(title: &str, careers: &[(String, String)]) -> Value {
    let careers: Vec<_> = careers.iter().map(|(id, title)| json!({ "id": id, "title": title })).collect();
    json!({ "version": 1, "title": title, "careers": careers, "cards": [] })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const TABLE: &str = "card,kind,prompt,option,label,low,high,a,b\n,title,,,,,,Ann,Bob\n\
        x,single,\"Which, now?\",one,'=One,,,3,\n,,,two,Two,,,-1,0.5\ny,scale,How?,,,Low,High,1,2\n";

    #[test]
    fn a_table_becomes_a_quiz_and_a_table_again() {
        let quiz = from_table(TABLE, None, "Which?").expect("it is a table").quiz;
        assert_eq!(quiz["careers"][0], json!({ "id": "a", "title": "Ann" }));
        assert_eq!(quiz["cards"][0]["options"][0], json!({ "id": "one", "label": "=One", "points": { "a": 3 } }));
        assert_eq!(quiz["cards"][0]["options"][1]["points"], json!({ "a": -1, "b": 0.5 }));
        assert_eq!(quiz["cards"][1]["points"], json!({ "a": 1, "b": 2 }));
        let again = from_table(&to_table(&quiz).expect("a table"), Some(quiz.clone()), "").expect("a quiz");
        assert_eq!(again.quiz, quiz);
        assert_eq!(again.lost, [""; 0]);
    }

    #[test]
    fn what_a_table_leaves_out_stays_and_is_told() {
        let quiz = from_table(TABLE, None, "Which?").expect("it is a table").quiz;
        let less = from_table("card,prompt,option,label,a\nx,,two,Zwei,-1\n", Some(quiz.clone()), "").expect("a quiz");
        assert_eq!(
            less.lost,
            ["the option `one` of `x`", "the card `y`"].map(|it| format!("kept: {it}, which the table does not have"))
        );
        assert_eq!(less.quiz["cards"][0]["options"][0], quiz["cards"][0]["options"][0]);
        assert_eq!(less.quiz["cards"][0]["options"][1]["label"], "Zwei");
        for strange in
            ["[]", "{ \"cards\": 7 }", "{ \"cards\": [7, {}], \"careers\": [7, { \"id\": \"a\" }, { \"id\": \"b\" }] }"]
        {
            let _ = from_table(TABLE, serde_json::from_str(strange).ok(), "");
        }
    }

    #[test]
    fn a_table_without_ids_finds_options_by_their_words() {
        let quiz = from_table(TABLE, None, "Which?").expect("it is a table").quiz;
        let less = "card,prompt,label,a\nx,,Two,5\n,,'=One,4\n,,Three,1\n";
        let more = from_table(less, Some(quiz), "").expect("a quiz").quiz;
        let options = more["cards"][0]["options"].as_array().expect("there are options").iter();
        let points: Vec<_> = options.map(|it| (it["id"].as_str(), it["points"]["a"].as_f64())).collect();
        assert_eq!(points, [(Some("one"), Some(4.0)), (Some("two"), Some(5.0)), (Some("three"), Some(1.0))]);
    }

    #[test]
    fn decimals_as_in_other_countries() {
        let quiz = from_table("card;prompt;label;a\nx;Which?;One;1,5\nx;;Two;", None, "Which?").expect("a table").quiz;
        assert_eq!(quiz["cards"][0]["options"][0]["points"]["a"], 1.5);
        let fault = from_table("card;prompt;label;a\nx;Which?;One;many", None, "").err();
        assert_eq!(fault.as_deref(), Some("row 2, column 4: `many` is no number"));
    }

    #[test]
    fn pictures_of_h5p_are_files_to_copy() {
        let picture = json!({ "file": { "path": "images/a.png" }, "alt": "An A" });
        let answer = json!({ "text": "Now", "personality": "Apple", "image": picture });
        let content = json!({
            "personalities": [{ "name": "Apple" }],
            "questions": [{ "text": "When?", "image": picture, "answers": [answer] }],
        });
        let Imported { quiz, lost, .. } = h5p::import(content.to_string().as_bytes()).expect("it is a quiz");
        assert_eq!(quiz["cards"][0]["options"][0]["image"], "images/a.png");
        assert!(lost[0].starts_with("the files of 2 pictures;"), "{lost:?}");
    }

    #[test]
    fn a_package_of_h5p() {
        let content = r#"{ "personalities": [{ "name": "Apple &amp; co" }, { "name": "Mango" }],
            "questions": [{ "text": "<p>When?</p>", "answers": [{ "text": "Now", "personality": "apple &amp; co, Mango=3, Kiwi" }] }] }"#;
        let mut package = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
        package
            .start_file("content/content.json", zip::write::SimpleFileOptions::default())
            .expect("a file");
        std::io::Write::write_all(&mut package, content.as_bytes()).expect("it can be written");
        let bytes = package.finish().expect("a package").into_inner();
        let Imported { quiz, lost, .. } = h5p::import(&bytes).expect("it is a quiz");
        assert_eq!(quiz["cards"][0]["prompt"], "When?");
        assert_eq!(quiz["cards"][0]["options"][0]["points"], json!({ "apple-co": 1, "mango": 3 }));
        assert_eq!(lost.len(), 1, "{lost:?}");
        for end in 0..bytes.len() {
            let _ = h5p::import(&bytes[..end]);
        }
    }

    proptest! {
        #[test]
        fn no_table_is_too_strange(text in "(card|prompt|label|kind|,|;|\"|\n|'|=|-?[0-9]{1,3}|é|title| ){0,40}") {
            let _ = from_table(&text, None, "x");
            let _ = from_table(&format!("card,prompt,label,a\n{text}"), None, "x");
            let _ = h5p::import(text.as_bytes());
        }

        #[test]
        fn no_cut_is_too_strange(end in 0..TABLE.len()) {
            if let Some(text) = TABLE.get(..end) {
                let _ = from_table(text, None, "x");
            }
        }
    }
}
