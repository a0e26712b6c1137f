//! The JSON outputs of commands, checked against the published schemas with an independent validator.

use std::{
    collections::BTreeSet,
    fs,
    io::Write,
    path::PathBuf,
    process::{Command, Stdio},
};

use career_matcher::{
    config::{Audience, load},
    lab,
    quiz::{Quiz, answer_ids},
};
use jsonschema::Validator;
use serde_json::{Value, json};

/// A schema, its validator, and the keys found in outputs.
struct Judge {
    schema: Value,
    validator: Validator,
    seen: BTreeSet<String>,
}

impl Judge {
    fn new(name: &str) -> Self {
        let text = fs::read_to_string(format!("schema/{name}.schema.json")).expect("the schema is committed");
        let schema: Value = serde_json::from_str(&text).expect("the schema is JSON");
        let mut strict = schema.clone();
        forbid_others(&mut strict);
        let validator = jsonschema::draft202012::new(&strict).expect("the schema is one");
        Self { schema, validator, seen: BTreeSet::new() }
    }

    fn judge(&mut self, what: &str, text: &str) {
        let value: Value = serde_json::from_str(text).unwrap_or_else(|error| panic!("{what}: {error}: {text}"));
        let why: Vec<_> = self.validator.iter_errors(&value).map(|it| format!("{}: {it}", it.instance_path)).collect();
        assert!(why.is_empty(), "{what}: {why:#?}");
        each_key(&value, &mut |key, _| _ = self.seen.insert(key.to_owned()));
    }

    /// Asserts that every key of the schema was printed at least once.
    fn done(&self) {
        for (key, _) in properties(&self.schema) {
            assert!(self.seen.contains(&key), "`{key}` was never printed");
        }
    }
}

/// Published schemas allow unknown keys; in this test they are forbidden.
fn forbid_others(schema: &mut Value) {
    match schema {
        Value::Array(parts) => parts.iter_mut().for_each(forbid_others),
        Value::Object(fields) => {
            if fields.get("properties").is_some_and(|it| it.is_object()) && fields.contains_key("type") {
                fields.insert("additionalProperties".to_owned(), json!(false));
            }
            fields.values_mut().for_each(forbid_others);
        }
        _ => {}
    }
}

fn each_key(value: &Value, see: &mut dyn FnMut(&str, &Value)) {
    match value {
        Value::Array(items) => items.iter().for_each(|it| each_key(it, see)),
        Value::Object(fields) => fields.iter().for_each(|(key, it)| {
            see(key, it);
            each_key(it, see);
        }),
        _ => {}
    }
}

/// Each property of each object, with its schema.
fn properties(schema: &Value) -> Vec<(String, Value)> {
    let mut found = Vec::new();
    each_key(&json!([schema]), &mut |key, value| {
        if let ("properties", Some(fields)) = (key, value.as_object()) {
            found.extend(fields.iter().map(|(key, about)| (key.clone(), about.clone())));
        }
    });
    found
}

/// Runs the command line from the root of the repository.
fn say(arguments: &[&str], stdin: &str) -> String {
    let mut child = Command::new(env!("CARGO_BIN_EXE_career-matcher"))
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .expect("the command line starts");
    let mut input = child.stdin.take().expect("a pipe");
    let stdin = stdin.to_owned();
    let writing = std::thread::spawn(move || _ = input.write_all(stdin.as_bytes()));
    let output = child.wait_with_output().expect("it ends");
    writing.join().expect("it is written");
    String::from_utf8(output.stdout).expect("it speaks UTF-8")
}

fn json_files(folder: &str) -> Vec<String> {
    let entries = fs::read_dir(folder).expect("a folder").map(|it| it.expect("an entry").path());
    let json = entries.filter(|path| path.extension().is_some_and(|it| it == "json"));
    let mut names: Vec<_> = json.map(|path| path.to_str().expect("names are text").to_owned()).collect();
    names.sort();
    names
}

/// A quiz for each matching model, from the manual.
fn quizzes_of_the_manual() -> Vec<Value> {
    let manual = fs::read_to_string("docs/matching.md").expect("there is a manual");
    let blocks = manual.split("```json\n").skip(1).filter_map(|rest| rest.split("```").next());
    let values = blocks.filter_map(|block| serde_json::from_str::<Value>(block).ok());
    let mut quizzes = Vec::new();
    for quiz in values.filter(|it| it["version"] == 1) {
        let ways = match quiz["matching"]["model"].as_str().unwrap_or("points") {
            "traits" => ["shape", "distance", "affinity"].map(|it| ("similarity", it)).to_vec(),
            "points" => ["attainable", "z", "raw"].map(|it| ("score", it)).to_vec(),
            _ => Vec::new(),
        };
        for (key, way) in &ways {
            let mut quiz = quiz.clone();
            quiz["matching"][key] = json!(way);
            quizzes.push(quiz);
        }
        if ways.is_empty() {
            quizzes.push(quiz);
        }
    }
    quizzes
}

/// The files of all quizzes to play: the examples, and one for each matching model.
fn quizzes(test: &str) -> Vec<String> {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(format!("outputs-{test}"));
    fs::create_dir_all(&folder).expect("a folder can be made");
    let mut files = json_files("examples");
    files.push("tests/fixtures/cli/quiz.json".to_owned());
    let of_the_manual = quizzes_of_the_manual();
    let models: BTreeSet<_> = of_the_manual.iter().map(|it| it["matching"].to_string()).collect();
    assert!(models.len() >= 7, "{models:?}");
    for (at, quiz) in of_the_manual.iter().enumerate() {
        let file = folder.join(format!("{at}.json"));
        fs::write(&file, quiz.to_string()).expect("a file can be written");
        files.push(file.to_str().expect("names are text").to_owned());
    }
    files
}

/// Answers of simulated visitors, with a column of names; the last visitor has answered nothing.
fn answers(file: &str, count: usize) -> String {
    let text = fs::read_to_string(file).expect("a quiz");
    let quiz = Quiz::new(load(&text, Audience::Author).expect("the quiz is fine").config);
    let cards = quiz.config().cards();
    let row = |name: &str, cells: Vec<String>| format!("{name},{}\n", cells.join(","));
    let mut table = row("who", cards.iter().map(|card| card.id.clone()).collect());
    for (at, answers) in lab::visitors(&quiz, 3, count).iter().enumerate() {
        let cells = cards.iter().zip(answers).map(|(card, answer)| answer_ids(card, *answer).join("|"));
        table += &row(&format!("visitor {at}"), cells.collect());
    }
    table + &row("nobody", vec![String::new(); cards.len()])
}

#[test]
fn what_check_prints_is_of_its_schema() {
    let mut judge = Judge::new("check");
    let folders = ["tests/fixtures/bad", "tests/fixtures/authors", "tests/fixtures/fine"];
    let mut files: Vec<_> = folders.iter().flat_map(|folder| json_files(folder)).collect();
    files.extend(quizzes("check"));
    files.push("nowhere.json".to_owned());
    for file in &files {
        judge.judge(file, &say(&["check", "--format", "json", file], ""));
    }
    let all: Vec<_> = ["check", "--format", "json"].into_iter().chain(files.iter().map(String::as_str)).collect();
    judge.judge("all at once", &say(&all, ""));
    judge.done();
}

#[test]
fn what_lab_prints_is_of_its_schema() {
    let mut judge = Judge::new("lab");
    for file in quizzes("lab") {
        for limit in ["0", "1"] {
            judge.judge(&file, &say(&["lab", &file, "--format", "json", "--limit", limit], ""));
        }
    }
    judge.done();
}

#[test]
fn what_match_prints_is_of_its_schema() {
    let mut judge = Judge::new("match");
    for file in quizzes("match") {
        let people = answers(&file, 20);
        for more in [&[][..], &["--top", "1"], &["--id", "who"], &["--top", "2", "--reasons"]] {
            let said = say(&[&["match", &file, "--answers", "-"], more].concat(), &people);
            assert_eq!(said.lines().count(), 21, "{file} {more:?}");
            said.lines().for_each(|line| judge.judge(&file, line));
        }
    }
    judge.done();
}

#[test]
fn what_simulate_prints_is_of_its_schema() {
    let mut judge = Judge::new("simulate");
    for file in quizzes("simulate") {
        let people = answers(&file, 5);
        let nobody = people.lines().next().expect("a header").to_owned() + "\n";
        let early = ["--order", "adaptive", "--stop", "confident", "--min", "1"];
        for (people, more, lines) in [(&people, &[][..], 7), (&people, &early, 7), (&nobody, &[], 1)] {
            let said = say(&[&["simulate", &file, "--answers", "-"], more].concat(), people);
            assert_eq!(said.lines().count(), lines, "{file} {more:?}");
            said.lines().for_each(|line| judge.judge(&file, line));
        }
    }
    judge.done();
}

#[test]
fn every_key_has_words_and_one_case() {
    for name in ["check", "lab", "match", "simulate"] {
        let schema = Judge::new(name).schema;
        for (key, about) in properties(&schema) {
            let words = about["description"].as_str().unwrap_or_default();
            assert!(words.ends_with('.'), "{name}: `{key}` has no words");
            assert!(key.chars().all(char::is_alphanumeric), "{name}: `{key}` is not in camel case");
        }
        for (part, about) in schema["$defs"].as_object().expect("definitions") {
            assert!(about["description"].is_string(), "{name}: {part} has no words");
        }
    }
}
