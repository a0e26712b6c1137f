//! Files that are missing or not text, and standard input.

use std::{fs, path::PathBuf, process::Command};

use expect_test::expect;

use crate::harness::{QUIZ, Test, rows};

#[test]
fn a_file_that_is_not_there() {
    // The others are still reported.
    Test::run("check nowhere.json quiz.json")
        .quiz()
        .fails(1)
        .says(expect![[r#"
            nowhere.json: error[unreadable-file]: No such file or directory (os error 2)
            nowhere.json: 1 error, 0 warnings, personas not tested
            quiz.json: 0 errors, 0 warnings, personas: 2 of 2 pass
        "#]])
        .done();
    Test::run("match quiz.json --answers nowhere.csv")
        .quiz()
        .fails(1)
        .warns(expect![[r#"
        error: `nowhere.csv`: No such file or directory (os error 2)
    "#]])
        .done();
}

#[test]
fn a_file_that_is_not_text() {
    let test = |bytes: &[u8]| Test::run("check quiz.json").file("quiz.json", bytes).fails(1);
    test(b"{\n  \"title\": \"Caf\xe9\"\n}").says(expect![[r#"
        quiz.json: error[not-utf8]: a character in line 2, after `  "title": "Caf`, is not UTF-8; save the file as UTF-8 (Notepad: Save as, Encoding; Excel: CSV UTF-8)
        quiz.json: 1 error, 0 warnings, personas not tested
    "#]]).done();
    // An incomplete character at the end.
    test(b"\xff\xfe{\0}")
        .says(expect![[r#"
            quiz.json: error[not-utf8]: this file is UTF-16 that is cut off or broken; in your editor choose Save as and the encoding UTF-8
            quiz.json: 1 error, 0 warnings, personas not tested
        "#]])
        .done();
    test(b"PK\x03\x04\xff")
        .says(expect![[r#"
            quiz.json: error[not-utf8]: this is a Word, Excel or zip file; in Word choose Save as, Plain text, and the encoding UTF-8
            quiz.json: 1 error, 0 warnings, personas not tested
        "#]])
        .done();
}

#[test]
fn two_bytes_a_letter_are_read_where_a_mark_says_so() {
    let wide = |mark: [u8; 2], bytes: fn(u16) -> [u8; 2]| {
        let wide = [mark.to_vec(), QUIZ.encode_utf16().flat_map(bytes).collect()].concat();
        Test::run("check quiz.json").file("quiz.json", wide).says_anything().done()
    };
    for said in [wide([0xff, 0xfe], u16::to_le_bytes), wide([0xfe, 0xff], u16::to_be_bytes)] {
        assert_eq!(said, "quiz.json: 0 errors, 0 warnings, personas: 2 of 2 pass\n");
    }
}

#[test]
fn standard_input_is_one_file_alone() {
    let both = |other: &str| {
        format!(
            "error: the config and {other} are both `-`, but only one can come from standard input; name a file for the other\n"
        )
    };
    let several = "error: only one config can come from standard input (`-`)\n".to_owned();
    for (arguments, words) in [
        ("match - --answers -", both("the answers")),
        ("simulate - --answers -", both("the answers")),
        ("calibrate - --answers -", both("the answers")),
        ("import --into - -", both("the table")),
        ("check - -", several),
    ] {
        let output = Command::new(env!("CARGO_BIN_EXE_career-matcher")).args(arguments.split(' ')).output();
        let output = output.expect("the command line starts");
        assert_eq!(output.status.code(), Some(2), "{arguments}");
        assert_eq!((String::from_utf8_lossy(&output.stderr), output.stdout.len()), (words.into(), 0), "{arguments}");
    }
    // Either one alone is allowed.
    let people = rows("early,bread|people,4,like\n");
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR"));
    fs::write(folder.join("people.csv"), &people).expect("a file can be written");
    let piped = Test::run("match - --answers ../people.csv").stdin(QUIZ).says_anything().done();
    assert_eq!(piped, Test::run("match quiz.json --answers -").quiz().stdin(&people).says_anything().done());
}
