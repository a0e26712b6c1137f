//! `check`: problems, warnings, personas and what is accepted.

use std::fs;

use expect_test::expect;
use serde_json::Value;

use crate::harness::{QUIZ, Test};

#[test]
fn a_good_config_passes() {
    Test::run("check quiz.json")
        .quiz()
        .says(expect![[r#"
            quiz.json: 0 errors, 0 warnings, personas: 2 of 2 pass
        "#]])
        .done();
}

#[test]
fn every_example_passes_with_its_personas() {
    for entry in fs::read_dir("examples").expect("there are examples") {
        let path = entry.expect("a folder can be read").path();
        if path.extension().is_some_and(|it| it == "json") {
            // The real path, because the pictures are beside it.
            let file = std::path::absolute(&path).expect("a path");
            let said = Test::run(&format!("check --strict {}", file.display())).says_anything().done();
            assert!(said.contains("0 errors, 0 warnings"), "{path:?}: {said}");
        }
    }
}

#[test]
fn a_broken_config_is_told_all_that_is_wrong() {
    Test::run("check quiz.json")
        .file("quiz.json", QUIZ.replace("\"is\": \"pass\"", "\"is\": \"no\"").replace("\"diver\": 3", "\"driver\": 3"))
        .fails(1)
        .says(expect![[r#"
            quiz.json: error[unknown-career]: cards[0].options[2].points.driver: line 22, column 54: no career has the id `driver`; did you mean `diver`?
            quiz.json: error[unknown-answer]: careers[0].exclude[0].when.is: line 8, column 54: `no` is not an answer to `flour`; use `like` or `pass`
            quiz.json: 2 errors, 0 warnings, personas not tested
        "#]])
        .done();
}

#[test]
fn broken_syntax_is_told_with_its_place() {
    Test::run("check quiz.json")
        .quiz_but("\"max\": 2,", "\"max\": 2")
        .fails(1)
        .says(expect![[r#"
            quiz.json: error[not-json]: line 29, column 15: a comma is missing at the end of line 29
            quiz.json: 1 error, 0 warnings, personas not tested
        "#]])
        .done();
}

#[test]
fn several_configs_are_checked_in_one_go() {
    Test::run("check quiz.json other.json")
        .quiz()
        .file("other.json", "{}")
        .fails(1)
        .says(expect![[r#"
            quiz.json: 0 errors, 0 warnings, personas: 2 of 2 pass
            other.json: error[missing-field]: line 1, column 1: this quiz is empty; it needs `version`, `title`, `careers` and `cards`: start from a copy of an example in `examples/`
            other.json: 1 error, 0 warnings, personas not tested
        "#]])
        .done();
}

#[test]
fn problems_and_personas_as_json() {
    let said = Test::run("check --format json quiz.json")
        .quiz_but("\"matching\": { \"score\": \"raw\" }", "\"theme\": { \"accent\": \"blue\" }")
        .fails(1)
        .says(expect![[r#"
            [{"file":"quiz.json","problems":[{"severity":"error","code":"bad-colour","path":"theme.accent","line":48,"column":24,"message":"`blue` is not a supported colour; did you mean `#0000ff`?"}],"personas":null,"accepted":0,"languages":[]}]
        "#]])
        .done();
    let said: Value = serde_json::from_str(&said).expect("it is JSON");
    assert_eq!(said[0]["problems"][0]["code"], "bad-colour");
    Test::run("check --format json quiz.json").quiz().says(expect![[r#"
        [{"file":"quiz.json","problems":[],"personas":[{"name":"Ada, up before the birds","passes":true,"expected":{"career":"baker","verdict":"close"},"found":{"careers":["baker"],"verdict":"close"}},{"name":"Bo, at home below the waves","passes":true,"expected":{"career":"diver","verdict":"clear"},"found":{"careers":["diver"],"verdict":"clear"}}],"accepted":0,"languages":[]}]
    "#]]).done();
}

/// The maximum of mistakes that fit into a config: each is found, and the time is not quadratic.
#[test]
fn tens_of_thousands_of_problems() {
    let careers: Vec<_> =
        (0..5_000).map(|i| serde_json::json!({ "id": format!("career{i:04}"), "title": "x" })).collect();
    let points =
        |card: usize| (0..100).map(|i| (format!("caree{i:03}{card:03}"), 1.into())).collect::<serde_json::Map<_, _>>();
    let cards: Vec<_> = (0..400)
        .map(|i| serde_json::json!({ "id": i.to_string(), "kind": "swipe", "prompt": "x", "points": points(i) }))
        .collect();
    let quiz = serde_json::json!({ "version": 1, "title": "x", "careers": careers, "cards": cards }).to_string();
    assert!(quiz.len() < 2 * 1024 * 1024, "{}", quiz.len());
    let start = std::time::Instant::now();
    let said = Test::run("check quiz.json").file("quiz.json", quiz).fails(1).says_anything().done();
    assert!(start.elapsed().as_secs() < 10, "{:?}", start.elapsed());
    let last: Vec<_> = said.lines().skip(99).collect();
    expect![[r#"
        quiz.json: error[unknown-career]: cards[0].points.caree099000: line 1, column 161679: no career has the id `caree099000`; add it under `careers` or remove it here
        quiz.json: 39900 more problems not shown; correct some of these first
        quiz.json: 40000 errors, 0 warnings, personas not tested"#]].assert_eq(&last.join("\n"));
}

#[test]
fn warnings_fail_only_where_that_is_asked_for() {
    let quiz = || {
        let idle = "{ \"id\": \"guide\", \"title\": \"Guide\" },\n    { \"id\": \"idler\", \"title\": \"Idler\" }";
        Test::run("check quiz.json").quiz_but("{ \"id\": \"guide\", \"title\": \"Guide\" }", idle)
    };
    let said = expect![[r#"
        quiz.json: warning[no-points]: careers[3]: line 12, column 5: no answer counts for or against `idler`, so it can't be matched; give it points
        quiz.json: 0 errors, 1 warning, personas: 2 of 2 pass
    "#]];
    quiz().says(said).done();
    let mut strict = quiz().fails(1).says_anything();
    strict.arguments.push("--strict".to_owned());
    strict.done();
}

#[test]
fn a_persona_that_gets_something_else_fails() {
    Test::run("check quiz.json")
        .quiz_but(
            "\"career\": \"diver\",\n      \"verdict\": \"clear\"",
            "\"career\": \"guide\",\n      \"verdict\": \"tie\"",
        )
        .fails(1)
        .says(expect![[r#"
            quiz.json: error[persona]: personas[1].career: line 59, column 17: `Bo, at home below the waves` should get `guide` and the verdict `tie`, but these answers lead to `diver` and the verdict `clear`; change the answers, the points or the expected result
            quiz.json: 1 error, 0 warnings, personas: 1 of 2 pass
        "#]])
        .done();
}

#[test]
fn a_key_given_twice_is_told_with_both_places() {
    let twice = QUIZ.trim_end().trim_end_matches('}').to_owned() + ",\n  \"cards\": []\n}\n";
    Test::run("check quiz.json").file("quiz.json", twice).fails(1).says(expect![[r#"
        quiz.json: error[repeated-key]: cards: line 64, column 3: `cards` appears twice in the same `{ }`, first in line 13, column 3; keep one of them
        quiz.json: 1 error, 0 warnings, personas not tested
    "#]]).done();
}

#[test]
fn a_config_may_name_the_schema() {
    let named = "\"$schema\": \"../schema/career-matcher.schema.json\",\n  \"version\": 1";
    Test::run("check --strict quiz.json").quiz_but("\"version\": 1", named).says_anything().done();
}

#[test]
fn a_warning_that_is_meant_is_accepted_and_counted() {
    let accept = |at: &str| {
        format!("\"accept\": [{{ \"code\": \"never-used\"{at}, \"reason\": \"Next term.\" }}],\n  \"personas\"")
    };
    let groups = |accept: &str| {
        let quiz = QUIZ.replacen("\"personas\"", accept, 1);
        quiz.replacen("\"cards\":", "\"groups\": [{ \"id\": \"you\", \"title\": \"You\" }, { \"id\": \"we\", \"title\": \"We\" }],\n  \"cards\":", 1)
    };
    let check = |quiz: String| Test::run("check --strict quiz.json").file("quiz.json", quiz);
    check(groups(&accept("")))
        .says(expect![[r#"
        quiz.json: 0 errors, 0 warnings, 2 accepted, personas: 2 of 2 pass
    "#]])
        .done();
    check(groups(&accept(", \"at\": \"groups[1]\"")))
        .fails(1)
        .says(expect![[r#"
        quiz.json: warning[never-used]: groups[0]: line 13, column 14: nothing uses the group `you`; use it or remove it
        quiz.json: 0 errors, 1 warning, 1 accepted, personas: 2 of 2 pass
    "#]])
        .done();
}

#[test]
fn nothing_is_said_of_what_is_fine_where_that_is_asked_for() {
    Test::run("check --quiet quiz.json").quiz().done();
}
