//! Quizzes in the formats of other programs: the imported config, what was lost, and scores by the program's own rule.
//! The rule is implemented only here.

mod files;

use std::{
    collections::BTreeMap,
    fs,
    path::PathBuf,
    process::Command,
    sync::atomic::{AtomicUsize, Ordering},
};

use career_matcher::{
    config::{Audience, load},
    matcher::{Answer, Matcher},
};
use expect_test::expect_file;
use files::{ALL, Foreign};

/// The command line's output and messages for a file.
fn imported(it: &Foreign) -> (String, String) {
    static COUNT: AtomicUsize = AtomicUsize::new(0);
    let name = format!("foreign-{}-{}", std::process::id(), COUNT.fetch_add(1, Ordering::Relaxed));
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
    fs::create_dir_all(&folder).expect("a folder can be made");
    fs::write(folder.join(it.file), it.text).expect("a file can be written");
    let run = Command::new(env!("CARGO_BIN_EXE_career-matcher"))
        .args(["import", it.file])
        .current_dir(&folder)
        .output();
    let output = run.expect("the command line starts");
    fs::remove_dir_all(folder).expect("a folder can be removed");
    let text = |bytes| String::from_utf8(bytes).expect("it speaks UTF-8");
    (text(output.stdout), text(output.stderr))
}

#[test]
fn what_is_made_of_each_and_what_is_lost() {
    assert!(ALL.len() >= 12);
    let told = |it: &Foreign| {
        let (quiz, said) = imported(it);
        assert!(load(&quiz, Audience::Author).is_ok(), "{}: {said}\n{quiz}", it.what);
        format!(
            "## {}\n\n```text\n{}\n```\n\n```console\n{said}```\n\n```json\n{quiz}```\n",
            it.what,
            it.text.trim_end()
        )
    };
    let page = format!("# Quizzes of other programs\n\n{}", ALL.iter().map(told).collect::<Vec<_>>().join("\n"));
    let file = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/foreign/told.md");
    expect_file![file].assert_eq(&page);
}

/// Every combination of one answer per question.
fn ways(questions: &[usize]) -> Vec<Vec<usize>> {
    questions.iter().fold(vec![Vec::new()], |ways, answers| {
        let with = |way: &Vec<usize>| (0..*answers).map(|it| [way.as_slice(), &[it]].concat()).collect::<Vec<_>>();
        ways.iter().flat_map(with).collect()
    })
}

#[test]
fn winners_are_those_of_the_rule_of_each() {
    let mut seen = 0;
    for it in ALL.iter().filter(|it| !it.counts.is_empty()) {
        let (quiz, _) = imported(it);
        let config = load(&quiz, Audience::Author).expect("it plays").config;
        let titles: Vec<_> = config.careers().iter().map(|it| it.title.as_str()).collect();
        let matcher = Matcher::new(&config);
        let questions: Vec<_> = it.counts.iter().map(|answers| answers.len()).collect();
        for way in ways(&questions) {
            let mut sums = BTreeMap::new();
            for (answers, pick) in it.counts.iter().zip(&way) {
                for (result, points) in answers[*pick] {
                    *sums.entry(*result).or_insert(0.0) += points;
                }
            }
            let most = sums.values().fold(f64::NEG_INFINITY, |most: f64, it| most.max(*it));
            let mut expected: Vec<_> = sums.iter().filter(|(_, sum)| **sum == most).map(|it| *it.0).collect();
            expected.sort_unstable();
            let answers = way.iter().map(|pick| Some(Answer::one(*pick))).collect();
            let mut found: Vec<_> = matcher.rank(&answers).best().iter().map(|it| titles[it.career]).collect();
            found.sort_unstable();
            assert_eq!(found, expected, "{}: {way:?}", it.what);
            seen += 1;
        }
    }
    assert!(seen >= 40, "{seen} ways");
}
