//! `import` and `export`: quizzes from tables and workbooks, and back.

use std::{fs, path::PathBuf, process::Command};

use expect_test::expect;

use crate::harness::{QUIZ, Test};

const TABLE: &str = "card;prompt;label;baker;diver\nhour;When?;Early;1,5;\n;;Late;;2\n";

/// A workbook with one sheet.
fn workbook(rows: &[&[&str]]) -> Vec<u8> {
    let mut book = rust_xlsxwriter::Workbook::new();
    let sheet = book.add_worksheet();
    for (row, cells) in (0..).zip(rows) {
        for (column, cell) in (0..).zip(*cells) {
            match cell.parse::<f64>() {
                Ok(number) => sheet.write_number(row, column, number),
                Err(_) => sheet.write_string(row, column, *cell),
            }
            .expect("a cell");
        }
    }
    book.save_to_buffer().expect("a workbook")
}

#[test]
fn what_spreadsheets_save_becomes_one_quiz() {
    let import = |bytes: &[u8]| {
        let test = Test::run("import my-table").file("my-table", bytes).says_anything();
        test.warns(expect![[r#"
            my-table: note: a table has no title; the quiz has the name of the file, `my table`; change `title` in the quiz
        "#]])
    };
    let plain = import(TABLE.as_bytes()).done();
    assert!(plain.contains("\"baker\": 1.5"), "{plain}");
    let utf16: Vec<u8> = [0xff, 0xfe].into_iter().chain(TABLE.encode_utf16().flat_map(u16::to_le_bytes)).collect();
    let rows: [&[&str]; 3] = [
        &["card", "prompt", "label", "baker", "diver"],
        &["hour", "When?", "Early", "1.5"],
        &["", "", "Late", "", "2"],
    ];
    for bytes in [
        utf16,
        format!("\u{feff}{TABLE}").into_bytes(),
        format!("sep=;\r\n{}", TABLE.replace('\n', "\r\n")).into_bytes(),
        workbook(&rows),
    ] {
        assert_eq!(import(&bytes).done(), plain);
    }
}

#[test]
fn a_quiz_comes_back_from_its_table_and_its_workbook() {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR"));
    let back = |name: &str, arguments: &str| {
        let file = folder.join(name);
        Test::run(&format!("export quiz.json {arguments}-o {}", file.display()))
            .quiz()
            .warns(expect![[r#"
                quiz.json: not in the table: `careers[].exclude`, `matching`, `personas`, `result`, `title`; `import --into` keeps them
            "#]])
            .done();
        let back = Test::run(&format!("import --into quiz.json {}", file.display())).quiz();
        assert_eq!(back.says_anything().done(), QUIZ, "{name}");
        fs::remove_file(file).expect("it is there");
    };
    [("back.csv", ""), ("back.xlsx", ""), ("back", "--to xlsx ")]
        .into_iter()
        .for_each(|(name, to)| back(name, to));
}

#[test]
fn every_example_comes_back_from_its_table_to_the_letter() {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR"));
    for entry in fs::read_dir("examples").expect("there are examples") {
        let path = std::path::absolute(entry.expect("a folder can be read").path()).expect("a path");
        if path.extension().is_none_or(|it| it != "json") {
            continue;
        }
        let run = |arguments: &[&str]| {
            let output = Command::new(env!("CARGO_BIN_EXE_career-matcher")).args(arguments).output().expect("it runs");
            assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
            output.stdout
        };
        let quiz = path.to_str().expect("names are text");
        for ending in ["csv", "xlsx"] {
            let name = path.with_extension(ending);
            let table = folder.join(name.file_name().expect("a name"));
            let table = table.to_str().expect("names are text");
            run(&["export", quiz, "-o", table]);
            assert!(run(&["import", "--into", quiz, table]) == fs::read(&path).expect("it is there"), "{table}");
            fs::remove_file(table).expect("it is there");
        }
    }
}

#[test]
fn a_table_changes_what_it_says_and_not_a_letter_more() {
    let table = "card,prompt,option,label,baker\nhour,,early,Before six,5\n";
    let said = Test::run("import --from csv --into quiz.json -")
        .quiz()
        .stdin(table)
        .says_anything()
        .warns(expect![[r#"
            -: kept: the option `noon` of `hour`, because the table does not contain it
            -: kept: the option `late` of `hour`, because the table does not contain it
            -: kept: the card `likes`, because the table does not contain it
            -: kept: the card `depth`, because the table does not contain it
            -: kept: the card `flour`, because the table does not contain it
        "#]])
        .done();
    let (before, after): (Vec<_>, Vec<_>) = (QUIZ.lines().collect(), said.lines().collect());
    assert_eq!(before.len(), after.len());
    let changed: Vec<_> = before.iter().zip(&after).filter(|(before, after)| before != after).collect();
    expect![[r#"
        [
            (
                "        { \"id\": \"early\", \"label\": \"Early\", \"points\": { \"baker\": 3 } },",
                "        { \"id\": \"early\", \"label\": \"Before six\", \"points\": { \"baker\": 5 } },",
            ),
        ]
    "#]]
    .assert_debug_eq(&changed);
}

#[test]
fn a_config_is_written_over_whole_or_not_at_all() {
    let test = Test::run("import --into quiz.json --in-place table.csv").quiz();
    let folder = test.folder.clone();
    let test = test.file("table.csv", "card,prompt,option,label,baker\nhour,,early,Before six,many\n");
    test.fails(1)
        .warns(expect![[r#"
            table.csv: row 2, column 5: `many` is not a number; write a number such as `2`, or leave the cell empty
        "#]])
        .kept()
        .done();
    assert_eq!(fs::read_to_string(folder.join("quiz.json")).expect("it is there"), QUIZ);
    // An unplayable quiz does not replace a playable one either.
    fs::write(folder.join("table.csv"), "card,prompt,option,label,baker\nhour,,early,Before six,9000000\n")
        .expect("a file");
    let test = Test {
        folder: folder.clone(),
        ..Test::run("import --into quiz.json --in-place table.csv")
    };
    test.fails(1)
        .warns(expect![[r#"
            table.csv: kept: the option `noon` of `hour`, because the table does not contain it
            table.csv: kept: the option `late` of `hour`, because the table does not contain it
            table.csv: kept: the card `likes`, because the table does not contain it
            table.csv: kept: the card `depth`, because the table does not contain it
            table.csv: kept: the card `flour`, because the table does not contain it
            table.csv: error[out-of-range]: row 2, column 5: 9000000 is out of range; use -1000000 to 1000000
            table.csv: nothing was written, because the new config would have errors
        "#]])
        .kept()
        .done();
    assert_eq!(fs::read_to_string(folder.join("quiz.json")).expect("it is there"), QUIZ);
    fs::write(folder.join("table.csv"), "card,prompt,option,label,baker\nhour,,early,Before six,5\n").expect("a file");
    let test = Test {
        folder: folder.clone(),
        ..Test::run("import --into quiz.json --in-place table.csv")
    };
    test.warns(expect![[r#"
        table.csv: kept: the option `noon` of `hour`, because the table does not contain it
        table.csv: kept: the option `late` of `hour`, because the table does not contain it
        table.csv: kept: the card `likes`, because the table does not contain it
        table.csv: kept: the card `depth`, because the table does not contain it
        table.csv: kept: the card `flour`, because the table does not contain it
    "#]])
        .kept()
        .done();
    let written = fs::read_to_string(folder.join("quiz.json")).expect("it is there");
    assert!(written.contains("Before six") && written.lines().count() == QUIZ.lines().count());
    fs::remove_dir_all(folder).expect("a folder can be removed");
}

#[test]
fn problems_of_a_table_name_its_rows_and_columns() {
    let table = "card,kind,prompt,label,Sum,notes,Ship Engineer,nurse\n\
        Question 1,Single,When?,Early,1,x,\"1,5\",\n,,,Late,3,,,2000000\n,,,,4,,3,4\nTotal,,,,9,,9,9\n\
        deep,SCALE,How?,,,,1,,9\ndeep,,Why?,,,,1,\n";
    Test::run("import my-quiz.csv").file("my-quiz.csv", table).says_anything().fails(1).warns(expect![[r#"
        my-quiz.csv: left out: the column `Sum`, a column of sums
        my-quiz.csv: left out: the column `notes`, for your own notes only
        my-quiz.csv: left out: row 5 (`Total`), a row of sums
        my-quiz.csv: left out: row 6, column 9 (`9`), because row 1 names only 8 columns
        my-quiz.csv: left out: row 7, column `prompt` (`Why?`), because a row above has another value for the card `deep`
        my-quiz.csv: error[stray-field]: row 2: this row has points, but no answer; write the answer in the column `label`
        my-quiz.csv: error[out-of-range]: row 3, column 8: 2000000 is out of range; use -1000000 to 1000000
        my-quiz.csv: error[missing-field]: row 6: a scale needs labels for both ends; add the columns `low` and `high` with labels, for example, Not at all and Very much
        my-quiz.csv: note: a table has no title; the quiz has the name of the file, `my quiz`; change `title` in the quiz
    "#]]).done();
}
