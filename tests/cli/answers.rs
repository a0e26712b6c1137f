//! Answers in CSV: columns, cells and rows, and what is wrong with them.

use expect_test::expect;

use crate::harness::{Test, rows};

#[test]
fn the_same_from_standard_input() {
    let people = rows("early,bread|people,3,like\nlate,fish,5,like\n");
    let file = Test::run("match quiz.json --answers people.csv").quiz().file("people.csv", &people);
    let piped = Test::run("match quiz.json --answers -").quiz().stdin(&people);
    assert_eq!(file.says_anything().done(), piped.says_anything().done());
}

#[test]
fn what_spreadsheets_write() {
    // A byte order mark, quotes, carriage returns, spaces, columns in any order.
    Test::run("match quiz.json --answers - --top 1")
        .quiz()
        .stdin("\u{feff}flour,\"likes\",hour\r\nlike,\" bread | people \",early\r\n")
        .says(expect![[r#"
            {"row":0,"line":2,"verdict":"close","ranking":[{"career":"baker","score":6.0,"match":1.0}]}
        "#]])
        .done();
}

#[test]
fn unknown_columns_are_named_once() {
    Test::run("match quiz.json --answers - --top 1")
        .quiz()
        .stdin("name,hour,mood\nAda,early,fine\nBo,late,poor\n")
        .warns(expect![[r#"
            warning: no card has these ids, so their columns are ignored: `name` and `mood`
        "#]])
        .says(expect![[r#"
            {"row":0,"line":2,"verdict":"close","ranking":[{"career":"baker","score":3.6666666666666665,"match":0.6666666666666666}]}
            {"row":1,"line":3,"verdict":"close","ranking":[{"career":"diver","score":3.6666666666666665,"match":0.6296296296296295}]}
        "#]])
        .done();
}

#[test]
fn a_header_without_any_card() {
    Test::run("match quiz.json --answers -")
        .quiz()
        .stdin("name,mood\nAda,fine\n")
        .fails(1)
        .warns(expect![[r#"
            warning: no card has these ids, so their columns are ignored: `name` and `mood`
            error: `-`: the header names no card of the config
        "#]])
        .done();
}

#[test]
fn malformed_rows_are_named_and_the_others_come_out() {
    let malformed = [
        "early,bread,3,like",
        "dawn,bread,3,like",
        "early,bread|fish|people,3,like",
        "early,bread|bread,3,like",
        "early|late,bread,3,like",
        "early,bread,6,like",
        "early,bread,3,perhaps",
        "early,bread,3",
        "early,bread,3,like,late",
        "late,fish,5,pass",
    ];
    Test::run("match quiz.json --answers - --top 1")
        .quiz()
        .stdin(rows(&malformed.join("\n")))
        .fails(1)
        .warns(expect![[r#"
            error: line 3, column `hour`: `dawn` is not an answer to this card; use `early`, `noon` or `late`
            error: line 4, column `likes`: `bread|fish|people` picks 3, the card takes at most 2
            error: line 5, column `likes`: `bread|bread` names an answer twice
            error: line 6, column `hour`: `early|late` picks 2, the card takes at most 1
            error: line 7, column `depth`: `6` is not an answer to this card; use `1` to `5`
            error: line 8, column `flour`: `perhaps` is not an answer to this card; use `like` or `pass`
            error: line 9: 3 cells, but the header has 4 columns
            error: line 10: 5 cells, but the header has 4 columns
        "#]])
        .says(expect![[r#"
            {"row":0,"line":2,"verdict":"close","ranking":[{"career":"baker","score":6.0,"match":1.0}]}
            {"row":9,"line":11,"verdict":"clear","ranking":[{"career":"diver","score":7.0,"match":1.0}],"excluded":[{"career":"baker","reason":"Bakers live among flour."}]}
        "#]])
        .done();
}

#[test]
fn too_few_picks() {
    Test::run("match quiz.json --answers - --top 1")
        .quiz_but("\"max\": 2", "\"min\": 2")
        .stdin(rows("early,bread,3,like\n"))
        .fails(1)
        .warns(expect![[r#"
            quiz.json: warning[out-of-range]: personas[1].answers.likes: line 58, column 45: this picks 1; the card takes 2 to 3
            error: line 2, column `likes`: `bread` picks 1, the card takes at least 2
        "#]])
        .done();
}

#[test]
fn a_row_that_is_not_text() {
    let mut bytes = rows("early,bread,3,like\n").into_bytes();
    bytes.extend(b"early,\xff,3,like\nlate,fish,5,like\n");
    Test::run("match quiz.json --answers - --top 1")
        .quiz()
        .stdin(bytes)
        .fails(1)
        .warns(expect![[r#"
            error: line 3, column `likes`: the cell is not UTF-8
        "#]])
        .says(expect![[r#"
            {"row":0,"line":2,"verdict":"close","ranking":[{"career":"baker","score":6.0,"match":1.0}]}
            {"row":2,"line":4,"verdict":"close","ranking":[{"career":"diver","score":7.0,"match":1.0}]}
        "#]])
        .done();
}

#[test]
fn empty_cells_are_not_answered() {
    Test::run("match quiz.json --answers -").quiz().stdin(rows(",,,\nearly,,,\n")).says(expect![[r#"
        {"row":0,"line":2,"verdict":"nothing","ranking":[{"career":"baker","score":1.6666666666666665,"match":0.38095238095238093},{"career":"diver","score":1.6666666666666665,"match":0.4074074074074074},{"career":"guide","score":1.6666666666666665,"match":0.4074074074074074}]}
        {"row":1,"line":3,"verdict":"close","ranking":[{"career":"baker","score":3.6666666666666665,"match":0.6666666666666666},{"career":"diver","score":0.6666666666666666,"match":0.2962962962962963},{"career":"guide","score":0.6666666666666666,"match":0.2962962962962963}]}
    "#]]).done();
}
