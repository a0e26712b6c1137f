//! `simulate`: visitors of a file play the quiz, and early results are compared with full ones.

use std::process::{Command, Stdio};

use expect_test::expect;
use serde_json::{Value, json};

use crate::harness::{QUIZ, Test, rows};

/// The quiz with another `asking`, and without the rule, because the rule's card would have to come before any stop.
fn asking(flow: &str) -> String {
    let rule = QUIZ.find(",\n      \"exclude\"").expect("a rule");
    let end = rule + QUIZ[rule..].find("}]").expect("its end") + 2;
    let quiz = format!("{}{}", &QUIZ[..rule], &QUIZ[end..]);
    quiz.replace("\"matching\": {", &format!("\"flow\": {flow},\n  \"matching\": {{"))
}

fn simulate(arguments: &str, flow: &str, people: &str) -> Test {
    Test::run(format!("simulate quiz.json --answers - {arguments}").trim_end())
        .file("quiz.json", asking(flow))
        .stdin(rows(people))
}

const CERTAIN: &str = "{ \"order\": \"adaptive\", \"stop\": \"certain\", \"min\": 1 }";

#[test]
fn each_visitor_is_asked_as_the_quiz_would_ask() {
    simulate("--top 1", CERTAIN, "early,bread|people,1,like\nlate,fish,5,pass\n,,,\n")
        .says(expect![[r#"
            {"row":0,"asked":["hour","likes","depth","flour"],"confidence":1.0,"rankingIds":["baker"],"fullRankingIds":["baker"],"ties":{"early":false,"full":false},"agrees":true}
            {"row":1,"asked":["hour","depth"],"confidence":1.0,"rankingIds":["diver"],"fullRankingIds":["diver"],"ties":{"early":false,"full":false},"agrees":true}
            {"row":2,"asked":["hour","likes","depth","flour"],"confidence":1.0,"rankingIds":["baker"],"fullRankingIds":["baker"],"ties":{"early":true,"full":true},"agrees":true}
            {"summary":{"rows":3,"cards":4,"meanAsked":3.3333333333333335,"compared":"first","agreement":1.0,"low":0.4385029682449545,"high":1.0,"sameFirst":1.0,"ties":{"early":1,"full":1},"meanConfidence":1.0,"ece":0.0}}
        "#]])
        .done();
}

#[test]
fn a_file_plays_as_standard_input_does() {
    let people = "early,bread|people,1,like\nlate,fish,5,pass\n";
    let file = Test::run("simulate quiz.json --answers people.csv")
        .file("quiz.json", asking(CERTAIN))
        .file("people.csv", rows(people));
    assert_eq!(file.says_anything().done(), simulate("", CERTAIN, people).says_anything().done());
}

#[test]
fn no_visitors_are_no_trouble() {
    simulate("", CERTAIN, "")
        .says(expect![[r#"
            {"summary":{"rows":0,"cards":4,"meanAsked":null,"compared":"first","agreement":null,"low":null,"high":null,"sameFirst":null,"ties":{"early":0,"full":0},"meanConfidence":null,"ece":null}}
        "#]])
        .done();
    simulate("--format text", CERTAIN, "")
        .says(expect![[r#"
            no visitors, so nothing was measured
        "#]])
        .done();
}

/// Two cards in a fixed order. Only the first is asked, so many full results are ties.
fn tied(careers: [&str; 2]) -> String {
    let card = |id: &str| {
        let options = json!([{ "id": "x", "label": "X", "points": { "a": 1 } }, { "id": "y", "label": "Y", "points": { "b": 1 } }]);
        json!({ "id": id, "kind": "single", "prompt": "Which?", "options": options })
    };
    json!({
        "version": 1, "title": "Two", "careers": careers.map(|id| json!({ "id": id, "title": id })),
        "cards": [card("q"), card("r")], "flow": { "max": 1 }, "matching": { "score": "raw" },
    })
    .to_string()
}

#[test]
fn a_tied_first_career_is_kept_whatever_the_order_of_the_file() {
    let people = "q,r\nx,x\nx,y\ny,x\ny,y\n";
    let text = |careers| {
        Test::run("simulate quiz.json --answers - --format text")
            .file("quiz.json", tied(careers))
            .stdin(people)
    };
    let said = text(["a", "b"])
        .says(expect![[r#"
            Early results of 2 careers: is the first career still first after all cards?
              visitors                  4
              cards asked               1 of 2 on average
              same first career         100.0 %, 95 % interval 51.0–100.0 %
              mean confidence           100.0 %
              confidence off by         0.0 %
              ties for the first place  0 in early results, 2 after all cards
        "#]])
        .done();
    assert_eq!(text(["b", "a"]).says_anything().done(), said);
    let lines = Test::run("simulate quiz.json --answers -").file("quiz.json", tied(["a", "b"])).stdin(people);
    let said = lines.says_anything().done();
    let lines: Vec<Value> = said.lines().map(|line| serde_json::from_str(line).expect("JSON")).collect();
    assert_eq!(lines[2]["fullRankingIds"], json!(["a", "b"]));
    assert_eq!((&lines[2]["rankingIds"][0], &lines[2]["agrees"]), (&json!("b"), &json!(true)));
    assert_eq!(lines[2]["ties"], json!({ "early": false, "full": true }));
    let summary = &lines[4]["summary"];
    assert_eq!((&summary["compared"], &summary["agreement"]), (&json!("first"), &json!(1.0)));
    assert_eq!(summary["ties"], json!({ "early": 0, "full": 2 }));
    assert!(summary["low"].as_f64() > Some(0.5) && summary["high"] == 1.0, "{summary}");
    assert!(summary["meanConfidence"].is_f64(), "{summary}");
}

#[test]
fn many_careers_are_held_against_the_first_ten() {
    let careers: Value = (0..51).map(|it| json!({ "id": format!("c{it}"), "title": format!("C{it}") })).collect();
    let points: serde_json::Map<_, _> = (0..51).map(|it| (format!("c{it}"), json!(it + 1))).collect();
    let options = json!([{ "id": "x", "label": "X", "points": points }, { "id": "y", "label": "Y" }]);
    let card = json!({ "id": "q", "kind": "single", "prompt": "Which?", "options": options });
    let quiz = json!({ "version": 1, "title": "Many", "careers": careers, "cards": [card] }).to_string();
    Test::run("simulate quiz.json --answers - --format text")
        .file("quiz.json", &quiz)
        .stdin("q\nx\n")
        .says(expect![[r#"
            Early results of 51 careers: is the first career still among the first 10 after all cards?
              visitors                   1
              cards asked                1 of 1 on average
              among the final first ten  100.0 %, 95 % interval 20.7–100.0 %
              same first career          100.0 %
              mean confidence            100.0 %
              confidence off by          0.0 %
              ties for the first place   1 in early results, 1 after all cards
        "#]])
        .done();
    let said = Test::run("simulate quiz.json --answers - --top 1").file("quiz.json", &quiz).stdin("q\nx\n");
    assert!(said.says_anything().done().contains("\"compared\":\"first-ten\""));
}

#[test]
fn a_bad_row_is_told_and_the_others_are_played() {
    simulate("--top 1", CERTAIN, "early,bread,1,like\nnever,fish,5,pass\nlate,fish\nlate,fish,5,pass\n")
        .fails(1)
        .says(expect![[r#"
            {"row":0,"asked":["hour","likes"],"confidence":1.0,"rankingIds":["baker"],"fullRankingIds":["baker"],"ties":{"early":false,"full":false},"agrees":true}
            {"row":3,"asked":["hour","depth"],"confidence":1.0,"rankingIds":["diver"],"fullRankingIds":["diver"],"ties":{"early":false,"full":false},"agrees":true}
            {"summary":{"rows":2,"cards":4,"meanAsked":2.0,"compared":"first","agreement":1.0,"low":0.3423802275066531,"high":1.0,"sameFirst":1.0,"ties":{"early":0,"full":0},"meanConfidence":1.0,"ece":0.0}}
        "#]])
        .warns(expect![[r#"
            error: line 3, column `hour`: `never` is not an answer to this card; use `early`, `noon` or `late`
            error: line 4: 2 cells, but the header has 4 columns
        "#]])
        .done();
}

/// The cards asked in each row, and the number of cards in the last line.
fn cards_asked(said: &str) -> (Vec<Vec<String>>, f64) {
    let lines: Vec<Value> = said.lines().map(|line| serde_json::from_str(line).expect("a line is JSON")).collect();
    let (summary, rows) = lines.split_last().expect("a summary");
    let ids = |row: &Value| {
        let ids = row["asked"].as_array().expect("a list").iter();
        ids.map(|id| id.as_str().expect("an id").to_owned()).collect()
    };
    (rows.iter().map(ids).collect(), summary["summary"]["meanAsked"].as_f64().expect("a number"))
}

#[test]
fn options_say_it_otherwise_than_the_config() {
    let people = "early,bread,1,like\n".repeat(20);
    let asked = |arguments: &str| cards_asked(&simulate(arguments, CERTAIN, &people).says_anything().done());
    let (rows, mean) = asked("--stop none --max 3");
    assert!(rows.iter().all(|row| row.len() == 3) && mean == 3.0);
    let (rows, _) = asked("--stop none --order fixed");
    assert!(rows.iter().all(|row| row.join(" ") == "hour likes depth flour"), "{rows:?}");
    let (rows, _) = asked("--stop none --order shuffled --seed 5");
    assert!(rows.iter().any(|row| *row != rows[0]), "each row is mixed anew");
    assert_eq!(rows, asked("--stop none --order shuffled --seed 5").0);
    assert_eq!(rows, asked("--stop none --order random --seed 5").0, "the name that it had");
    assert_ne!(rows, asked("--stop none --order shuffled --seed 6").0);
    let (_, few) = asked("--stop confident --confidence 0.3");
    let (_, more) = asked("--stop confident --confidence 0.3 --min 3");
    assert!(few < more && more >= 3.0, "{few} {more}");
}

#[test]
fn options_that_mean_nothing_are_refused() {
    for (arguments, word) in [
        ("--confidence 2", "write a number above 0 and up to 1"),
        ("--confidence 0", "write a number above 0 and up to 1"),
        ("--order sideways", "possible values: fixed, shuffled, adaptive"),
        ("--stop soon", "possible values: none, certain, confident"),
        ("--min 0", "is not in"),
        ("--max none", "invalid digit"),
    ] {
        let output = Command::new(env!("CARGO_BIN_EXE_career-matcher"))
            .args(format!("simulate quiz.json --answers - {arguments}").split(' '))
            .stdin(Stdio::null())
            .output()
            .expect("the command line starts");
        let said = String::from_utf8_lossy(&output.stderr);
        assert_eq!(output.status.code(), Some(2), "{arguments}: {said}");
        assert!(said.contains(word), "{arguments}: {said}");
    }
}
