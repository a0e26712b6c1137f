//! The quizzes in `examples/`, which authors start from: valid, fair, and with a persona for every career.

use std::{fs, path::PathBuf, process::Command};

use career_matcher::{
    cli::{from_table, to_table},
    config::{Audience, Checked, load},
};
use serde_json::Value;

/// The lab's message for a quiz without findings.
const FINE: &str = "Every option, card and trait can affect the winner";

/// Complete quizzes for different sites. `everything.json` (every field) and `onet-interests.json` (data of another
/// source) are not templates.
const TEMPLATES: [&str; 7] = [
    "python-careers",
    "university-departments",
    "first-language",
    "junior-senior-data",
    "english-arabic",
    "picture-cards",
    "work-styles",
];

fn path(name: &str) -> PathBuf {
    PathBuf::from(format!("examples/{name}.json"))
}

fn quiz(name: &str) -> Checked {
    let text = fs::read_to_string(path(name)).expect("the example can be read");
    let loaded = load(&text, Audience::Author).unwrap_or_else(|problems| panic!("{name}: {problems:#?}"));
    assert_eq!(loaded.warnings, [], "{name}");
    loaded.config
}

fn run(arguments: &[&str], name: &str) -> String {
    let program = env!("CARGO_BIN_EXE_career-matcher");
    let done = Command::new(program).args(arguments).arg(path(name)).output().expect("the program runs");
    let said = String::from_utf8_lossy(&done.stdout).into_owned();
    assert!(done.status.success(), "{name}: {said}{}", String::from_utf8_lossy(&done.stderr));
    said
}

#[test]
fn all_are_listed() {
    let all = fs::read_dir("examples").expect("there are examples").map(|it| it.expect("an entry").path());
    let quizzes = all.filter(|it| it.extension().is_some_and(|it| it == "json"));
    let names: Vec<_> = quizzes.map(|it| it.file_stem().expect("a name").to_string_lossy().into_owned()).collect();
    let others = ["everything", "onet-interests"];
    assert_eq!(names.len(), TEMPLATES.len() + others.len(), "{names:?}");
    assert!(TEMPLATES.iter().chain(&others).all(|it| names.contains(&(*it).to_owned())), "{names:?}");
}

#[test]
fn each_career_is_somebodys() {
    for name in TEMPLATES {
        let quiz = quiz(name);
        for career in 0..quiz.careers().len() {
            let found = quiz.personas().iter().any(|persona| persona.career == Some(career));
            assert!(found, "{name}: nobody gets {}", quiz.careers()[career].id);
        }
        run(&["check", "--strict"], name);
    }
}

#[test]
fn the_lab_has_nothing_to_say() {
    for name in TEMPLATES {
        let said = run(&["lab"], name);
        assert!(said.contains(FINE) && !said.contains("warning["), "{said}");
    }
}

#[test]
fn pictures_are_there_and_small() {
    for name in TEMPLATES.iter().chain(&["everything"]) {
        let text = fs::read_to_string(path(name)).expect("the example can be read");
        for file in text.split("\"images/").skip(1).filter_map(|rest| rest.split('"').next()) {
            let bytes = fs::metadata(format!("examples/images/{file}")).expect(file).len();
            assert!(bytes < 2_000, "{file}: {bytes} bytes");
        }
    }
}

/// The example in the guide for language models meets the same standard as the templates.
#[test]
fn the_guide_keeps_its_own_rules() {
    let guide = fs::read_to_string("docs/authoring-with-ai.md").expect("the guide is there");
    let draft = guide.split("```json\n").nth(1).and_then(|rest| rest.split("\n```").next()).expect("an example");
    let file = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("draft.json");
    fs::write(&file, draft).expect("a file can be written");
    for arguments in [["check", "--strict"].as_slice(), &["lab"]] {
        let program = env!("CARGO_BIN_EXE_career-matcher");
        let done = Command::new(program).args(arguments).arg(&file).output().expect("the program runs");
        let said = String::from_utf8_lossy(&done.stdout);
        assert!(done.status.success() && !said.contains("warning["), "{said}");
        assert!(arguments.len() > 1 || said.contains(FINE), "{said}");
    }
}

/// Round trip through a spreadsheet: nothing changes and nothing is lost. Then with a weight and texts changed.
#[test]
fn each_comes_back_from_a_spreadsheet() {
    let mut tables = 0;
    for entry in fs::read_dir("examples").expect("there are examples") {
        let path = entry.expect("an entry can be read").path();
        if path.extension().is_none_or(|it| it != "json") {
            continue;
        }
        let text = fs::read_to_string(&path).expect("it can be read");
        let quiz: Value = serde_json::from_str(&text).expect("an example is JSON");
        let table = to_table(&quiz).unwrap_or_else(|fault| panic!("{}: {fault}", path.display()));
        let back = from_table(&table, Some(quiz.clone()), "").expect("it is a table");
        assert_eq!(back.quiz, quiz, "{}", path.display());
        assert_eq!(back.lost, [""; 0], "{}", path.display());
        let (head, rows) = table.split_once('\n').expect("rows");
        let words = quiz["cards"][0]["prompt"].as_str().expect("a card has a question");
        let changed = format!("{head}\n{}", rows.replace(words, "Other words?"));
        let back = from_table(&changed, Some(quiz.clone()), "").expect("it is a table").quiz;
        assert_eq!(back["cards"][0]["prompt"], "Other words?", "{}", path.display());
        tables += 1;
    }
    assert!(tables >= 8, "{tables}");
}
