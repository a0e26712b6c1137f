//! `lab` and `balance` as people meet them: every word, every key, every exit code.
//!
//! `UPDATE_EXPECT=1 cargo test --features cli --test lab_cli` rewrites what is expected.

mod balance;
mod report;
mod stops;

use std::{fs, path::PathBuf, process::Command};

use serde_json::Value;

const QUIZ: &str = include_str!("../fixtures/cli/quiz.json");

/// What came out of a call.
struct Said {
    stdout: String,
    stderr: String,
    status: i32,
}

/// Runs the command line in a folder of its own, where the text lies as `quiz.json`.
fn run(name: &str, quiz: &str, arguments: &str) -> (Said, PathBuf) {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(format!("lab-{}-{name}", std::process::id()));
    fs::create_dir_all(&folder).expect("a folder can be made");
    fs::write(folder.join("quiz.json"), quiz).expect("a file can be written");
    let output = Command::new(env!("CARGO_BIN_EXE_career-matcher"))
        .args(arguments.split(' '))
        .current_dir(&folder)
        .output()
        .expect("the command line runs");
    let text = |bytes| String::from_utf8(bytes).expect("it speaks UTF-8");
    let status = output.status.code().expect("it ends by itself");
    (Said { stdout: text(output.stdout), stderr: text(output.stderr), status }, folder)
}

fn say(name: &str, quiz: &str, arguments: &str) -> Said {
    let (said, folder) = run(name, quiz, arguments);
    fs::remove_dir_all(folder).expect("a folder can be removed");
    said
}

fn keys(value: &Value) -> Vec<&str> {
    value.as_object().expect("an object").keys().map(String::as_str).collect()
}
