//! What the documents promise is kept.

use std::{collections::BTreeSet, fs};

fn text(path: &str) -> String {
    fs::read_to_string(path).unwrap_or_else(|error| panic!("{path}: {error}"))
}

/// All codes in quotes that follow one of the marks in a source file.
fn codes(path: &str, marks: &[&str]) -> BTreeSet<String> {
    let source = text(path);
    let after = |mark: &str| {
        source
            .split(mark)
            .skip(1)
            .map(|rest| rest.split('"').next().unwrap_or_default())
            .map(str::to_owned)
            .collect::<Vec<_>>()
    };
    marks
        .iter()
        .flat_map(|mark| after(mark))
        .filter(|code| code.contains('-') && !code.contains(' '))
        .collect()
}

#[test]
fn every_code_has_its_section_and_no_other_has() {
    let mut known = codes("src/config/problem.rs", &["=> \""]);
    known.extend(codes("src/embed/element.js", &["fault(\"", "?? \"", "#fail(\""]));
    let page = text("docs/problems.md");
    let sections: BTreeSet<_> = page.lines().filter_map(|line| line.strip_prefix("### ")).map(str::to_owned).collect();
    assert_eq!(known, sections);
}

#[test]
fn the_code_map_names_what_there_is() {
    let map = text("ARCHITECTURE.md");
    for entry in fs::read_dir("src").expect("there is a source folder") {
        let entry = entry.expect("an entry can be read");
        let name = entry.file_name().into_string().expect("names are text");
        if entry.path().is_dir() {
            assert!(map.contains(&format!("`{name}/`")), "ARCHITECTURE.md does not know src/{name}/");
        }
    }
}
