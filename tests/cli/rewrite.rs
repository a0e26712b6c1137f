//! Commands that print a changed config: `calibrate` and `balance`. Also configs that are too large for pages.

use expect_test::expect;
use serde_json::Value;

use crate::harness::{QUIZ, Test, rows};

/// This many visitors with varied answers.
fn pilots(count: usize) -> String {
    let row = |it: usize| {
        let hour = ["early", "noon", "late"][it * 7 / 3 % 3];
        let likes = ["bread", "fish", "people", "bread|fish", "fish|people"][it * 5 / 4 % 5];
        format!("{hour},{likes},{},{}\n", 1 + it * 3 / 2 % 5, ["like", "pass"][it / 3 % 2])
    };
    (0..count).map(row).collect()
}

#[test]
fn too_few_pilots_teach_nothing() {
    Test::run("calibrate quiz.json --answers -")
        .quiz()
        .stdin(rows(&pilots(9)))
        .fails(1)
        .warns(expect![[r#"
            error: only 9 rows of answers; use at least 10, better 100 or more
        "#]])
        .done();
}

#[test]
fn a_calibrated_config_is_a_config() {
    let said = Test::run("calibrate quiz.json --answers - --factors 2")
        .quiz()
        .stdin(rows(&pilots(120)))
        .says_anything()
        .warns(expect![[r#"
            calibrated with 120 visitors and 2 common factors
        "#]])
        .done();
    let calibrated: Value = serde_json::from_str(&said).expect("it is JSON");
    let (block, cards) = (&calibrated["calibration"], &calibrated["calibration"]["cards"]);
    assert_eq!(block["answers"], 120);
    for (card, numbers) in [("hour", 3), ("likes", 3), ("depth", 1), ("flour", 1)] {
        assert_eq!(cards[card]["mean"].as_array().map(Vec::len), Some(numbers));
        let factors = cards[card]["factors"].as_array().expect("a list");
        assert!(factors.len() == numbers && factors.iter().all(|row| row.as_array().map(Vec::len) == Some(2)));
    }
    let mut bare = calibrated.clone();
    bare.as_object_mut().expect("an object").remove("calibration");
    assert_eq!(bare, serde_json::from_str::<Value>(QUIZ).expect("it is JSON"), "nothing else is changed");
    Test::run("check --strict quiz.json").file("quiz.json", &said).says_anything().done();
    let play = || {
        Test::run("simulate quiz.json --answers - --order adaptive --stop confident --confidence 0.8 --min 1")
            .file("quiz.json", &said)
            .stdin(rows(&pilots(30)))
            .says_anything()
            .done()
    };
    assert_eq!(play(), play());
    let stale = said.replace("\"flour\"", "\"wheat\"").replacen("\"wheat\": {", "\"flour\": {", 1);
    let told = Test::run("check quiz.json").file("quiz.json", stale).says_anything().done();
    assert!(told.contains("warning[stale-calibration]"), "{told}");
}

#[test]
fn the_author_s_text_stays_as_it_was() {
    let calibrate = |quiz: &str| {
        let test = Test::run("calibrate quiz.json --answers - --factors 2").file("quiz.json", quiz);
        let said = test.stdin(rows(&pilots(120))).says_anything();
        said.warns(expect![[r#"
            calibrated with 120 visitors and 2 common factors
        "#]])
            .done()
    };
    let said = calibrate(QUIZ);
    let block = said.find(",\n  \"calibration\"").expect("a block");
    assert_eq!(said[..block], *QUIZ.trim_end().trim_end_matches('}').trim_end());
    assert_eq!(said[block..].lines().count(), 11, "a card a line: {}", &said[block..]);
    // A second calibration changes only the block; a block on one line stays on one line.
    assert_eq!(calibrate(&said), said);
    let compact = serde_json::from_str::<Value>(QUIZ).expect("JSON").to_string();
    let again = calibrate(&compact);
    assert!(again.starts_with(compact.trim_end_matches('}')) && !again.contains('\n'), "{again}");
    assert_eq!(calibrate(&again), again);
    // Numbers have at most three decimals.
    let numbers = said[block..].split(|it: char| !"0123456789.-".contains(it)).filter(|it| !it.is_empty());
    assert!(numbers.clone().count() > 20 && numbers.clone().all(|it| it.parse::<f64>().is_ok()));
    assert!(numbers.into_iter().all(|it| it.split_once('.').is_none_or(|(_, digits)| digits.len() <= 3)));
}

/// The quiz with texts that bring it to this many bytes.
fn heavy(bytes: usize) -> String {
    let filler = "x".repeat(bytes - QUIZ.len() - 15);
    QUIZ.replacen('{', &format!("{{ \"credit\": \"{filler}\","), 1)
}

#[test]
fn what_is_too_large_for_pages_plays_on_the_command_line_and_is_told() {
    let heavy = heavy(3 << 20);
    let told = expect![[r#"
        quiz.json: warning[config-too-large]: line 1, column 1: the config has 3145727 bytes, the limit is 2097152; shorten texts or split the quiz
    "#]];
    let played = Test::run("match quiz.json --answers - --top 1")
        .file("quiz.json", &heavy)
        .stdin(rows("early,bread,1,like\n"));
    assert!(played.says_anything().warns(told).done().contains("baker"));
    Test::run("calibrate quiz.json --answers -")
        .file("quiz.json", &heavy)
        .stdin(rows(&pilots(120)))
        .says_anything()
        .warns(expect![[r#"
            quiz.json: warning[config-too-large]: line 1, column 1: the config has 3145727 bytes, the limit is 2097152; shorten texts or split the quiz
            calibrated with 120 visitors and 8 common factors
        "#]])
        .done();
    // What is too large for pages must fail here.
    Test::run("check quiz.json").file("quiz.json", &heavy).fails(1).says(expect![[r#"
        quiz.json: error[config-too-large]: line 1, column 1: the config has 3145727 bytes, the limit is 2097152; shorten texts or split the quiz
        quiz.json: 1 error, 0 warnings, personas: 2 of 2 pass
    "#]]).done();
}

#[test]
fn a_calibration_that_makes_a_config_too_large_is_told() {
    Test::run("calibrate quiz.json --answers -")
        .file("quiz.json", heavy((2 << 20) - 10))
        .stdin(rows(&pilots(120)))
        .says_anything()
        .warns(expect![[r#"
            error[config-too-large]: the new config has 2097774 bytes, the limit is 2097152; try fewer `--factors`, or shorten the config's texts
            calibrated with 120 visitors and 8 common factors
        "#]])
        .fails(1)
        .done();
}

#[test]
fn what_can_not_be_evened_out_is_told_at_once() {
    Test::run("balance quiz.json --band 0.5..0.6")
        .quiz()
        .fails(1)
        .warns(expect![[r#"
        error: 3 careers can't all win 50.0 % or more; an even split is 33.3 % each
    "#]])
        .done();
    let traits =
        Test::run("balance quiz.json").file("quiz.json", include_str!("../../examples/university-departments.json"));
    traits
        .fails(1)
        .warns(expect![[r#"
            error: `balance` changes points for careers, but this quiz uses traits; change the careers' profiles
        "#]])
        .done();
}
