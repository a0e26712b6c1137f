//! `import` and `export`: quizzes from and to other forms, as JSON that keeps every field it does not know.

mod deck;
mod h5p;
mod ids;
mod table;

use std::path::PathBuf;

use clap::ValueEnum;
use serde_json::{Value, json};

pub use h5p::import as from_h5p;
pub use table::{export as to_table, import as from_table};

use super::{Done, Misuse, line, print, read, read_bytes};
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
pub struct Imported {
    pub quiz: Value,
    pub lost: Vec<String>,
}

/// Why nothing can be made of a source: the place in it, and what is wrong.
pub type Fault = String;

pub(super) fn import(arguments: &Import) -> Done {
    let file = &arguments.file;
    let title = file.file_stem().map(|it| it.to_string_lossy().replace(['-', '_'], " ")).unwrap_or_default();
    let imported = match arguments.from {
        From::H5p if arguments.into.is_some() => return Err(Misuse::new("`--into` is for tables")),
        From::H5p => from_h5p(&read_bytes(file)?),
        From::Csv => {
            let base = arguments.into.as_ref().map(|path| {
                let quiz = serde_json::from_str(read(path)?.trim_start_matches('\u{feff}'));
                quiz.map_err(|error| Misuse::new(format_args!("`{}`: {error}", path.display())))
            });
            from_table(&read(file)?, base.transpose()?, &title)
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
    let quiz: Value = serde_json::from_str(text.trim_start_matches('\u{feff}')).map_err(Misuse::new)?;
    let To::Csv = arguments.to;
    match to_table(&quiz) {
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
        let quiz = table::import(TABLE, None, "Which?").expect("it is a table").quiz;
        assert_eq!(quiz["careers"][0], json!({ "id": "a", "title": "Ann" }));
        assert_eq!(quiz["cards"][0]["options"][0], json!({ "id": "one", "label": "=One", "points": { "a": 3 } }));
        assert_eq!(quiz["cards"][0]["options"][1]["points"], json!({ "a": -1, "b": 0.5 }));
        assert_eq!(quiz["cards"][1]["points"], json!({ "a": 1, "b": 2 }));
        let again = table::import(&table::export(&quiz).expect("a table"), Some(quiz.clone()), "").expect("a quiz");
        assert_eq!(again.quiz, quiz);
        assert_eq!(again.lost, [""; 0]);
    }

    #[test]
    fn what_a_table_leaves_out_stays_and_is_told() {
        let quiz = table::import(TABLE, None, "Which?").expect("it is a table").quiz;
        let less =
            table::import("card,prompt,option,label,a\nx,,two,Zwei,-1\n", Some(quiz.clone()), "").expect("a quiz");
        let (option, card) = ("the option `one` of `x`", "the card `y`");
        assert_eq!(
            less.lost,
            [option, card].map(|it| format!("nothing, but {it} is not in the table and stays as it was"))
        );
        assert_eq!(less.quiz["cards"][0]["options"][0], quiz["cards"][0]["options"][0]);
        assert_eq!(less.quiz["cards"][0]["options"][1]["label"], "Zwei");
        for strange in
            ["[]", "{ \"cards\": 7 }", "{ \"cards\": [7, {}], \"careers\": [7, { \"id\": \"a\" }, { \"id\": \"b\" }] }"]
        {
            let _ = table::import(TABLE, serde_json::from_str(strange).ok(), "");
        }
    }

    #[test]
    fn a_table_without_ids_finds_options_by_their_words() {
        let quiz = table::import(TABLE, None, "Which?").expect("it is a table").quiz;
        let less = "card,prompt,label,a\nx,,Two,5\n,,'=One,4\n,,Three,1\n";
        let more = table::import(less, Some(quiz), "").expect("a quiz").quiz;
        let options = more["cards"][0]["options"].as_array().expect("there are options").iter();
        let points: Vec<_> = options.map(|it| (it["id"].as_str(), it["points"]["a"].as_f64())).collect();
        assert_eq!(points, [(Some("one"), Some(4.0)), (Some("two"), Some(5.0)), (Some("three"), Some(1.0))]);
    }

    #[test]
    fn decimals_as_in_other_countries() {
        let quiz = table::import("card;prompt;label;a\nx;Which?;One;1,5\nx;;Two;", None, "Which?")
            .expect("a table")
            .quiz;
        assert_eq!(quiz["cards"][0]["options"][0]["points"]["a"], 1.5);
        let fault = table::import("card;prompt;label;a\nx;Which?;One;many", None, "").err();
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
        let Imported { quiz, lost } = h5p::import(content.to_string().as_bytes()).expect("it is a quiz");
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
        let Imported { quiz, lost } = h5p::import(&bytes).expect("it is a quiz");
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
            let _ = table::import(&text, None, "x");
            let _ = table::import(&format!("card,prompt,label,a\n{text}"), None, "x");
            let _ = h5p::import(text.as_bytes());
        }

        #[test]
        fn no_cut_is_too_strange(end in 0..TABLE.len()) {
            if let Some(text) = TABLE.get(..end) {
                let _ = table::import(text, None, "x");
            }
        }
    }
}
