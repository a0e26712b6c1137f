//! Bad configs with one mistake each, and all their problems. `UPDATE_EXPECT=1` rewrites the expected output.

use std::{fs, path::PathBuf};

use career_matcher::config::{Audience, Problem, load};
use expect_test::expect_file;

fn fixtures(folder: &str) -> Vec<PathBuf> {
    // Some are the examples of the problems page.
    let folders = ["tests/fixtures", "src/cli/problems/examples"].map(|it| PathBuf::from(it).join(folder));
    let entries = folders.iter().filter_map(|folder| fs::read_dir(folder).ok()).flatten();
    let mut all: Vec<_> = entries.map(|entry| entry.expect("an entry can be read").path()).collect();
    all.retain(|path| path.extension().is_some_and(|it| it == "json"));
    all.sort();
    all
}

fn read(path: &PathBuf) -> String {
    String::from_utf8_lossy(&fs::read(path).expect("a fixture can be read")).into_owned()
}

fn told(problems: &[Problem]) -> String {
    problems.iter().map(|problem| format!("{} {problem}\n", problem.code())).collect()
}

#[test]
fn every_bad_config_is_told_what_is_wrong_and_where() {
    let all = fixtures("bad");
    assert!(all.len() >= 60, "{} bad configs", all.len());
    for path in all {
        let text = read(&path);
        let problems = load(&text, Audience::Author).err().unwrap_or_default();
        assert!(problems.iter().any(Problem::is_error), "{} is not that bad", path.display());
        assert!(
            text.trim().is_empty() || problems.iter().all(|it| it.position.is_some()),
            "{}: {problems:?}",
            path.display()
        );
        expect_file![fs::canonicalize(&path).expect("it is there").with_extension("txt")].assert_eq(&told(&problems));
        // For visitors the same configs must not load.
        assert!(load(&text, Audience::Visitor).is_err(), "{} plays for visitors", path.display());
    }
}

#[test]
fn what_visitors_need_not_know_is_told_to_authors() {
    for path in fixtures("authors") {
        let text = read(&path);
        let author = match load(&text, Audience::Author) {
            Ok(loaded) => loaded.warnings,
            Err(problems) => problems,
        };
        assert!(!author.is_empty(), "{} is in order", path.display());
        expect_file![fs::canonicalize(&path).expect("it is there").with_extension("txt")].assert_eq(&told(&author));
    }
}

#[test]
fn what_is_at_the_edge_is_fine() {
    for path in fixtures("fine") {
        let loaded = load(&read(&path), Audience::Author);
        let loaded = loaded.unwrap_or_else(|problems| panic!("{}: {problems:#?}", path.display()));
        assert_eq!(loaded.warnings, [], "{}", path.display());
    }
}
