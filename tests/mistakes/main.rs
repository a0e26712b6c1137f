//! Mistakes of every kind that people make, each with the full output of the command line. The outputs in `told/` are
//! meant for reading.
//!
//! A mistake is one change by hand to the quiz of a nursing college, or a separate file.
//! `UPDATE_EXPECT=1 cargo test --features cli --test mistakes` rewrites the expected output.

mod files;
mod ids;
mod shape;
mod syntax;
mod tables;
mod values;

use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
};

use expect_test::expect_file;

const QUIZ: &str = include_str!("quiz.json");

/// A mistake.
pub enum Mistake {
    /// The first text in the quiz is replaced with the second; an empty first text inserts at the start.
    Wrote(&'static str, &'static str),
    /// The file has these bytes.
    Gave(&'static str, &'static [u8]),
    /// A table with this text was imported.
    Imported(&'static str),
}

use Mistake::{Gave, Imported, Wrote};

/// A chapter: descriptions of mistakes, and the mistakes.
type Chapter = &'static [(&'static str, Mistake)];

const CHAPTERS: [(&str, Chapter); 6] = [
    ("syntax", syntax::ALL),
    ("shape", shape::ALL),
    ("ids", ids::ALL),
    ("values", values::ALL),
    ("files", files::ALL),
    ("tables", tables::ALL),
];

fn folder(name: &str) -> PathBuf {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(format!("mistakes-{}-{name}", std::process::id()));
    fs::create_dir_all(folder.join("images")).expect("a folder can be made");
    fs::write(folder.join("images/ward.jpg"), "").expect("a file can be written");
    folder
}

/// The full output, and the exit code.
fn said(folder: &Path, arguments: &[&str]) -> (String, Option<i32>) {
    let run = Command::new(env!("CARGO_BIN_EXE_career-matcher")).args(arguments).current_dir(folder).output();
    let output = run.expect("the command line starts");
    // The config made from a table is not part of the messages.
    let printed = if arguments[0] == "import" { &[][..] } else { output.stdout.as_slice() };
    let text = [&output.stderr, printed].concat();
    (String::from_utf8(text).expect("it speaks UTF-8"), output.status.code())
}

fn shown(mistake: &Mistake) -> String {
    let fenced = |text: &str| format!("```text\n{}\n```\n", text.trim_end());
    match mistake {
        Wrote("", to) => fenced(to),
        Wrote(from, to) => format!("{}becomes\n\n{}", fenced(from), fenced(to)),
        Gave(name, bytes) => {
            format!("The file `{name}`:\n\n{}", fenced(&String::from_utf8_lossy(bytes).escape_debug().to_string()))
        }
        Imported(table) => fenced(table),
    }
}

fn tried(folder: &Path, name: &str, mistake: &Mistake, silent: &mut Vec<String>) -> String {
    let (said, code) = match mistake {
        Wrote("", to) => {
            fs::write(folder.join("quiz.json"), format!("{to}{QUIZ}")).expect("a file can be written");
            said(folder, &["check", "quiz.json"])
        }
        Wrote(from, to) => {
            assert!(QUIZ.contains(from), "{name}: the quiz has no {from}");
            fs::write(folder.join("quiz.json"), QUIZ.replacen(from, to, 1)).expect("a file can be written");
            said(folder, &["check", "quiz.json"])
        }
        Gave(file, bytes) => {
            fs::write(folder.join(file), bytes).expect("a file can be written");
            let is_quiz = file.ends_with(".json");
            said(folder, &[if is_quiz { "check" } else { "import" }, file])
        }
        Imported(table) => {
            fs::write(folder.join("table.csv"), table).expect("a file can be written");
            said(folder, &["import", "table.csv"])
        }
    };
    let is_told = said.contains("error[") || said.contains("warning[") || said.contains("left out") || code == Some(1);
    if !is_told {
        silent.push(format!("{name}\n{said}"));
    }
    format!("\n## {name}\n\n{}\n```console\n{said}```\n", shown(mistake))
}

#[test]
fn every_mistake_is_told_with_place_cause_and_remedy() {
    let all: usize = CHAPTERS.iter().map(|(_, chapter)| chapter.len()).sum();
    assert!(all >= 150, "{all} mistakes");
    let mut silent = Vec::new();
    for (title, chapter) in CHAPTERS {
        let folder = folder(title);
        let mut told = String::new();
        for (name, mistake) in chapter {
            told += &tried(&folder, name, mistake, &mut silent);
        }
        let page = format!("# Mistakes: {title}\n\nWhat somebody wrote, and what `career-matcher` says.\n{told}");
        let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/mistakes/told").join(format!("{title}.md"));
        expect_file![file].assert_eq(&page);
        fs::remove_dir_all(folder).expect("a folder can be removed");
    }
    assert!(silent.is_empty(), "nothing is said of {silent:#?}");
}

#[test]
fn the_quiz_without_a_mistake_has_nothing_to_tell() {
    let folder = folder("fine");
    fs::write(folder.join("quiz.json"), QUIZ).expect("a file can be written");
    let (said, code) = said(&folder, &["check", "quiz.json"]);
    assert_eq!((said.as_str(), code), ("quiz.json: 0 errors, 0 warnings, personas: 1 of 1 pass\n", Some(0)));
    fs::remove_dir_all(folder).expect("a folder can be removed");
}
