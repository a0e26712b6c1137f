//! What the command line prints and what the repository's documents say agree.

use std::{fs, path::PathBuf, process::Command};

use expect_test::expect;
use serde_json::Value;

use crate::harness::Test;

#[test]
fn the_schema_the_manual_and_the_problems_are_fresh() {
    for (command, path) in [
        ("schema", "schema/career-matcher.schema.json"),
        ("schema check", "schema/check.schema.json"),
        ("schema lab", "schema/lab.schema.json"),
        ("schema match", "schema/match.schema.json"),
        ("schema simulate", "schema/simulate.schema.json"),
        ("reference", "docs/config.md"),
        ("problems", "docs/problems.md"),
    ] {
        let fresh = Test::run(command).says_anything().done();
        if fs::read_to_string(path).ok().as_ref() != Some(&fresh) {
            fs::write(path, fresh).expect("a file can be written");
            panic!("{path} was stale; it has been written anew");
        }
    }
}

/// Every key in the JSON output is in the manual.
#[test]
fn keys_of_json_are_in_the_manual() {
    fn keys(value: &Value, found: &mut Vec<String>, by_id: &[&str]) {
        match value {
            Value::Array(items) => items.iter().for_each(|it| keys(it, found, by_id)),
            Value::Object(fields) => {
                for (key, it) in fields {
                    found.push(key.clone());
                    // Keys below are ids.
                    if !by_id.contains(&key.as_str()) {
                        keys(it, found, by_id);
                    }
                }
            }
            _ => {}
        }
    }
    let manual = fs::read_to_string("docs/command-line.md").expect("there is a manual");
    let people = "who,hour,likes,depth,flour\nAda,early,bread,1,like\nBob,late,fish,5,pass\n";
    let played = |arguments: &str| {
        let test = Test::run(arguments).quiz().stdin(people).says_anything();
        let test = if arguments.contains("--id") {
            test
        } else {
            test.warns(expect![[r#"
                warning: no card has these ids, so their columns are ignored: `who`
            "#]])
        };
        test.done()
    };
    let checked = Test::run("check --format json quiz.json").quiz().says_anything().done();
    let wrong = Test::run("check --format json quiz.json")
        .quiz_but("\"baker\": 3", "\"bakre\": 3")
        .fails(1)
        .says_anything()
        .done();
    let ranked = played("match quiz.json --answers - --reasons --id who");
    let asked = played("simulate quiz.json --answers -");
    let asked: Vec<_> = asked.lines().take(2).collect();
    let mut found = Vec::new();
    for line in [checked.as_str(), &wrong].into_iter().chain(ranked.lines()).chain(asked) {
        keys(&serde_json::from_str(line).expect("JSON"), &mut found, &["cards"]);
    }
    found.sort();
    found.dedup();
    assert!(found.len() > 30, "{found:?}");
    for key in found {
        assert!(manual.contains(&format!("`{key}`")), "`{key}` is not in docs/command-line.md");
    }
}

/// The lines after `$` in the code blocks of a page, and the output that follows them.
#[test]
fn commands_in_the_documents_print_what_they_show() {
    let page = fs::read_to_string("README.md").expect("there is a README");
    let binary = PathBuf::from(env!("CARGO_BIN_EXE_career-matcher"));
    let folder = binary.parent().expect("a binary is in a folder").display();
    let path = format!("{folder}:{}", std::env::var("PATH").unwrap_or_default());
    let blocks: Vec<_> = page.split("```console\n$ ").skip(1).filter_map(|rest| rest.split("```").next()).collect();
    assert!(!blocks.is_empty());
    for block in blocks {
        let (command, expected) = block.split_once('\n').expect("a command is a line");
        let output = Command::new("sh").args(["-c", command]).env("PATH", &path).output().expect("a shell");
        assert_eq!(String::from_utf8_lossy(&output.stdout), expected, "{command}");
        assert!(output.status.success() && output.stderr.is_empty(), "{command}");
    }
}
