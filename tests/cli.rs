//! Tests the command line from outside: the input, the whole output, and the exit code.
//!
//! `UPDATE_EXPECT=1 cargo test --features cli --test cli` rewrites the expected output.

use std::{
    fs,
    io::Write,
    path::PathBuf,
    process::{Command, Output, Stdio},
    sync::atomic::{AtomicUsize, Ordering},
};

use expect_test::{Expect, expect};
use serde_json::{Value, json};

const QUIZ: &str = include_str!("fixtures/cli/quiz.json");

/// One call: its input, then its expected output.
struct Test {
    folder: PathBuf,
    arguments: Vec<String>,
    stdin: Vec<u8>,
    stdout: Option<Expect>,
    stderr: Expect,
    status: i32,
    is_kept: bool,
}

impl Test {
    /// The arguments, split at spaces, in an empty folder.
    fn run(arguments: &str) -> Self {
        static COUNT: AtomicUsize = AtomicUsize::new(0);
        let name = format!("cli-{}-{}", std::process::id(), COUNT.fetch_add(1, Ordering::Relaxed));
        let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
        fs::create_dir_all(&folder).expect("a folder can be made");
        let arguments = arguments.split(' ').map(str::to_owned).collect();
        Self {
            folder,
            arguments,
            stdin: Vec::new(),
            stdout: Some(expect![""]),
            stderr: expect![""],
            status: 0,
            is_kept: false,
        }
    }

    /// Adds a file.
    fn file(self, name: &str, text: impl AsRef<[u8]>) -> Self {
        fs::write(self.folder.join(name), text).expect("a file can be written");
        self
    }

    /// Adds `quiz.json`.
    fn quiz(self) -> Self {
        self.file("quiz.json", QUIZ)
    }

    /// Adds `quiz.json` with one change.
    fn quiz_but(self, from: &str, to: &str) -> Self {
        assert_eq!(QUIZ.matches(from).count(), 1, "{from}");
        self.file("quiz.json", QUIZ.replace(from, to))
    }

    fn stdin(mut self, text: impl AsRef<[u8]>) -> Self {
        self.stdin = text.as_ref().to_owned();
        self
    }

    fn says(mut self, stdout: Expect) -> Self {
        self.stdout = Some(stdout);
        self
    }

    /// Accepts any output.
    fn says_anything(mut self) -> Self {
        self.stdout = None;
        self
    }

    fn warns(mut self, stderr: Expect) -> Self {
        self.stderr = stderr;
        self
    }

    fn fails(mut self, status: i32) -> Self {
        self.status = status;
        self
    }

    /// Keeps the folder afterwards.
    fn kept(mut self) -> Self {
        self.is_kept = true;
        self
    }

    /// Runs the call, compares, and returns its output.
    fn done(self) -> String {
        let mut child = Command::new(env!("CARGO_BIN_EXE_career-matcher"))
            .args(&self.arguments)
            .current_dir(&self.folder)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .expect("the command line starts");
        // A program may end without reading its input, as in a shell.
        let _ = child.stdin.take().expect("a pipe").write_all(&self.stdin);
        let Output { status, stdout, stderr } = child.wait_with_output().expect("it ends");
        let text = |bytes| String::from_utf8(bytes).expect("it speaks UTF-8");
        let (stdout, stderr) = (text(stdout), text(stderr));
        self.stderr.assert_eq(&stderr);
        if let Some(expected) = self.stdout {
            expected.assert_eq(&stdout);
        }
        assert_eq!(status.code(), Some(self.status), "{stdout}{stderr}");
        if !self.is_kept {
            fs::remove_dir_all(&self.folder).expect("a folder can be removed");
        }
        stdout
    }
}

// ---------- check ----------

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

#[test]
fn languages_in_the_config_and_beside_it() {
    let locales = "\"version\": 1,\n  \"locales\": { \"de\": { \"title\": \"Was nun?\" }, \"fr\": \"quiz.fr.json\", \"nl\": \"quiz.nl.json\",
    \"it\": \"https://elsewhere.example/quiz.it.json\", \"pl\": \"quiz.pl.json\" }";
    let test = |arguments: &str| {
        Test::run(arguments)
            .quiz_but("\"version\": 1", locales)
            .file("quiz.fr.json", "{ \"title\": \"Et maintenant ?\", \"cards\": { \"huor\": {} } }")
            .file("quiz.pl.json", "{")
    };
    test("check quiz.json").fails(1).says(expect![[r#"
        quiz.json: warning[missing-translation]: locales.de: line 3, column 16: 16 of 17 texts are not translated to `de` yet; first missing: `careers[0].title`
        quiz.json: warning[language-unreachable]: locales.nl: line 3, column 75: the file `quiz.nl.json` is missing; add it, or visitors see the quiz in its own language
        quiz.json: locales.de: 5 % translated (1 of 17)
        quiz.json: locales.fr: 5 % translated (1 of 17), in `quiz.fr.json`
        quiz.json: locales.nl: translated share unknown, in `quiz.nl.json`
        quiz.json: locales.it: translated share unknown, in `https://elsewhere.example/quiz.it.json`
        quiz.json: locales.pl: translated share unknown, in `quiz.pl.json`
        quiz.json: 0 errors, 2 warnings, personas: 2 of 2 pass
        quiz.fr.json: error[unknown-card]: cards.huor: line 1, column 42: no card has the id `huor`; did you mean `hour`?
        quiz.fr.json: 1 error, 0 warnings
        quiz.pl.json: error[not-json]: line 1, column 2: the end is missing; copy the whole quiz, or add `}`
        quiz.pl.json: 1 error, 0 warnings
    "#]]).done();
    let said = test("check --format json quiz.json").fails(1).says_anything().done();
    let said: Value = serde_json::from_str(&said).expect("it is JSON");
    expect![[r#"[{"language":"de","file":null,"texts":17,"translated":1},{"language":"fr","file":"quiz.fr.json","texts":17,"translated":1},{"language":"nl","file":"quiz.nl.json","texts":null,"translated":null},{"language":"it","file":"https://elsewhere.example/quiz.it.json","texts":null,"translated":null},{"language":"pl","file":"quiz.pl.json","texts":null,"translated":null}]"#]].assert_eq(&said[0]["languages"].to_string());
}

/// A decorative picture has nothing to translate.
#[test]
fn a_whole_translation_is_told_too() {
    let quiz = r#"{ "version": 1, "title": "A", "careers": [{ "id": "x", "title": "X" }],
        "cards": [{ "id": "c", "kind": "swipe", "prompt": "P", "image": "p.jpg", "imageAlt": "", "points": { "x": 1 } }],
        "locales": { "de": { "title": "B", "careers": { "x": { "title": "Y" } }, "cards": { "c": { "prompt": "Q", "imageAlt": "" } } } } }"#;
    Test::run("check --strict quiz.json")
        .file("quiz.json", quiz)
        .file("p.jpg", "")
        .says(expect![[r#"
            quiz.json: locales.de: 100 % translated (3 of 3)
            quiz.json: 0 errors, 0 warnings
        "#]])
        .done();
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
fn a_key_given_twice_is_told_with_both_places() {
    let twice = QUIZ.trim_end().trim_end_matches('}').to_owned() + ",\n  \"cards\": []\n}\n";
    Test::run("check quiz.json").file("quiz.json", twice).fails(1).says(expect![[r#"
        quiz.json: error[repeated-key]: cards: line 64, column 3: `cards` appears twice in the same `{ }`, first in line 13, column 3; keep one of them
        quiz.json: 1 error, 0 warnings, personas not tested
    "#]]).done();
}

// ---------- match ----------

const HEADER: &str = "hour,likes,depth,flour\n";

fn rows(rows: &str) -> String {
    HEADER.to_owned() + rows
}

#[test]
fn a_ranking_for_each_row_of_a_file() {
    Test::run("match quiz.json --answers people.csv")
        .quiz()
        .file("people.csv", rows("early,bread|people,3,like\nlate,fish,5,like\n"))
        .says(expect![[r#"
            {"row":0,"line":2,"verdict":"close","ranking":[{"career":"baker","score":6.0,"match":1.0},{"career":"guide","score":2.0,"match":0.4444444444444444},{"career":"diver","score":0.0,"match":0.2222222222222222}]}
            {"row":1,"line":3,"verdict":"close","ranking":[{"career":"diver","score":7.0,"match":1.0},{"career":"baker","score":1.0,"match":0.2857142857142857},{"career":"guide","score":-2.0,"match":0.0}]}
        "#]])
        .done();
}

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
fn only_the_first_ones() {
    Test::run("match quiz.json --answers - --top 1")
        .quiz()
        .stdin(rows("noon,people,1,like\n"))
        .says(expect![[r#"
            {"row":0,"line":2,"verdict":"close","ranking":[{"career":"guide","score":7.0,"match":1.0}]}
        "#]])
        .done();
    let all = |top: &str| {
        let arguments = format!("match quiz.json --answers -{top}");
        Test::run(&arguments).quiz().stdin(rows("noon,people,1,like\n")).says_anything().done()
    };
    assert_eq!(all(" --top 99"), all(""));
}

#[test]
fn reasons_add_up_to_the_score() {
    let said = Test::run("match quiz.json --answers - --reasons")
        .quiz()
        .stdin(rows("early,bread,,like\n"))
        .says(expect![[r#"
            {"row":0,"line":2,"verdict":"close","ranking":[{"career":"baker","score":6.0,"match":1.0,"reasons":{"start":1.6666666666666665,"cards":{"hour":2.0,"likes":1.3333333333333335,"depth":0.0,"flour":1.0}}},{"career":"diver","score":0.0,"match":0.2222222222222222,"reasons":{"start":1.6666666666666665,"cards":{"hour":-1.0,"likes":-0.6666666666666666,"depth":0.0,"flour":0.0}}},{"career":"guide","score":0.0,"match":0.2222222222222222,"reasons":{"start":1.6666666666666665,"cards":{"hour":-1.0,"likes":-0.6666666666666666,"depth":0.0,"flour":0.0}}}],"counterfactual":{"card":"hour","answer":"noon","first":["baker","guide"]}}
        "#]])
        .done();
    let line: Value = serde_json::from_str(&said).expect("a line is JSON");
    for place in line["ranking"].as_array().expect("a list") {
        let number = |value: &Value| value.as_f64().expect("a number");
        let cards = place["reasons"]["cards"].as_object().expect("an object").values().map(number);
        let sum = number(&place["reasons"]["start"]) + cards.sum::<f64>();
        assert!((sum - number(&place["score"])).abs() < 1e-9, "{place}");
    }
}

#[test]
fn a_counterfactual_holds() {
    let rank = |row: &str| {
        let said = Test::run("match quiz.json --answers - --top 1 --reasons").quiz().stdin(rows(row));
        serde_json::from_str::<Value>(&said.says_anything().done()).expect("a line is JSON")
    };
    let said = rank("late,fish,3,like\n");
    expect![[r#"{"card":"hour","answer":"early","first":["baker"]}"#]].assert_eq(&said["counterfactual"].to_string());
    assert_eq!(rank("early,fish,3,like\n")["ranking"][0]["career"], "baker");
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

#[test]
fn rules_keep_careers_out_and_say_why() {
    Test::run("match quiz.json --answers -").quiz().stdin(rows("early,bread,3,pass\n")).says(expect![[r#"
        {"row":0,"line":2,"verdict":"tie","ranking":[{"career":"diver","score":0.0,"match":0.2222222222222222},{"career":"guide","score":0.0,"match":0.2222222222222222}],"excluded":[{"career":"baker","reason":"Bakers live among flour."}]}
    "#]]).done();
}

#[test]
fn nothing_is_ranked_with_a_broken_config() {
    Test::run("match quiz.json --answers -")
        .quiz_but("\"version\": 1", "\"version\": 3")
        .stdin(rows("early,bread,3,like\n"))
        .fails(1)
        .warns(expect![[r#"
            quiz.json: error[unknown-version]: version: line 2, column 14: version 3 is not supported; write `1`, or use a newer career-matcher
        "#]])
        .done();
}

/// The peak memory for ranking this many rows, in kilobytes, as the kernel counts it.
#[cfg(target_os = "linux")]
fn peak(count: usize) -> usize {
    use std::io::{BufRead, BufReader};

    let mut child = Command::new(env!("CARGO_BIN_EXE_career-matcher"))
        .args(["match", "tests/fixtures/cli/quiz.json", "--answers", "-", "--reasons"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("the command line starts");
    let output = BufReader::new(child.stdout.take().expect("a pipe"));
    let reader = std::thread::spawn(|| output.lines().count());
    let mut input = child.stdin.take().expect("a pipe");
    input.write_all(HEADER.as_bytes()).expect("it reads");
    let visitor = ["early,bread|people,3,like\n", "late,fish,5,pass\n", "noon,,1,\n"];
    for row in visitor.iter().cycle().take(count) {
        input.write_all(row.as_bytes()).expect("it reads");
    }
    // Everything except the pipe's buffer has been read, and nothing is finished yet.
    let status = fs::read_to_string(format!("/proc/{}/status", child.id())).expect("the kernel tells");
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:")).expect("a peak");
    let peak = line.trim().trim_end_matches(" kB").parse().expect("a number");
    drop(input);
    assert!(child.wait().expect("it ends").success());
    assert_eq!(reader.join().expect("it counts"), count);
    peak
}

#[test]
#[cfg(target_os = "linux")]
fn many_rows_take_no_more_memory_than_few() {
    let (few, many) = (peak(4_000), peak(20_000));
    assert!(many < few + 2_048, "{few} kB for 4,000 rows, {many} kB for 20,000");
}

// ---------- schema ----------

#[test]
fn the_schema_the_manual_and_the_problems_are_fresh() {
    for (command, path) in [
        ("schema", "schema/career-matcher.schema.json"),
        ("schema check", "schema/check.schema.json"),
        ("schema lab", "schema/lab.schema.json"),
        ("schema match", "schema/match.schema.json"),
        ("schema simulate", "schema/simulate.schema.json"),
        ("reference", "docs/config.md"),
        ("problems", "docs/problems.md"),
    ] {
        let fresh = Test::run(command).says_anything().done();
        if fs::read_to_string(path).ok().as_ref() != Some(&fresh) {
            fs::write(path, fresh).expect("a file can be written");
            panic!("{path} was stale; it has been written anew");
        }
    }
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

// ---------- import and export ----------

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

// ---------- what comes out ----------

#[test]
fn rankings_as_a_table_with_a_column_of_ones_own() {
    let people = "who,hour,likes,depth,flour\nAda,early,bread,1,like\nBob,late,fish,5,pass\n";
    let test = Test::run("match quiz.json --answers - --format csv --id who --top 2").quiz().stdin(people);
    test.warns(expect![""])
        .says(expect![[r#"
        line,who,verdict,career1,match1,career2,match2
        2,Ada,close,baker,1.0000,guide,0.4444
        3,Bob,clear,diver,1.0000,guide,0.0000
    "#]])
        .done();
    Test::run("match quiz.json --answers - --id name")
        .quiz()
        .stdin(people)
        .fails(1)
        .warns(expect![[r#"
            warning: no card has these ids, so their columns are ignored: `who`
            error: `-`: the header has no column `name`
        "#]])
        .done();
}

#[test]
fn colours_are_for_terminals_and_not_where_nobody_wants_them() {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR"));
    let file = folder.join("colours.json");
    fs::write(&file, "{}").expect("a file can be written");
    let said = |variables: &[(&str, &str)]| {
        let mut command = Command::new(env!("CARGO_BIN_EXE_career-matcher"));
        command
            .arg("check")
            .arg(&file)
            .env_remove("NO_COLOR")
            .env_remove("CLICOLOR_FORCE")
            .envs(variables.iter().copied());
        String::from_utf8(command.output().expect("it runs").stdout).expect("it speaks UTF-8")
    };
    assert!(!said(&[]).contains('\u{1b}'), "a pipe is no terminal");
    assert!(said(&[("CLICOLOR_FORCE", "1")]).contains("\u{1b}["));
    assert!(!said(&[("NO_COLOR", "1")]).contains('\u{1b}'));
    fs::remove_file(file).expect("it is there");
}

#[test]
fn a_code_is_explained() {
    Test::run("explain html-in-text").says(expect![[r#"
        Texts appear exactly as written, so visitors would see HTML tags. Long texts can use a little Markdown.

        For example:
          visitors see `<b>` as plain text; write `**bold**`

        Write plain characters. Long texts can also use `**bold**`, `*emphasis*`, Markdown links, and lines that begin with `- `.
    "#]]).done();
    Test::run("explain html-in-txt")
        .fails(2)
        .warns(expect![[r#"
        error: no problem has the code `html-in-txt`; did you mean `html-in-text`?
    "#]])
        .done();
}

#[test]
fn shells_and_manuals_know_every_command() {
    for arguments in ["completions bash", "completions fish", "man"] {
        let said = Test::run(arguments).says_anything().done();
        assert!(["check", "simulate", "explain"].iter().all(|word| said.contains(word)), "{arguments}");
    }
}

#[test]
fn nothing_is_said_of_what_is_fine_where_that_is_asked_for() {
    Test::run("check --quiet quiz.json").quiz().done();
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
        Test::run("balance quiz.json").file("quiz.json", include_str!("../examples/university-departments.json"));
    traits
        .fails(1)
        .warns(expect![[r#"
            error: `balance` changes points for careers, but this quiz uses traits; change the careers' profiles
        "#]])
        .done();
}

// ---------- help ----------

#[test]
fn help() {
    Test::run("--help")
        .says(expect![[r#"
            Checks career quizzes, plays them with answers from files, and measures how fair they are

            Usage: career-matcher <COMMAND>

            Commands:
              check        Check configs for problems, and whether their personas get the expected results
              match        Rank careers for answers in a CSV file: card ids in the header, then one row per visitor
              lab          Analyse a quiz: which careers can win, how often, how clearly, and what has no effect
              balance      Print the config with changed weights that bring every career's share of wins into a range
              simulate     Play the quiz for the visitors of a CSV file, and compare each early result with the result of all answers
              calibrate    Print the config with a calibration from pilot visitors' answers, so that the quiz can ask fewer cards
              import       Convert a spreadsheet or another program's quiz to a config, and list what was left out
              export       Print a config as a table, to edit its weights in a spreadsheet
              schema       Print the JSON Schema of a config, or of a command's JSON output
              reference    Print the manual of a config, field by field
              problems     Print the meaning and the remedy of every problem code
              explain      Print the meaning and the remedy of one problem code
              completions  Print a completion script for a shell
              man          Print the manual page
              help         Print this message or the help of the given subcommand(s)

            Options:
              -h, --help     Print help
              -V, --version  Print version
        "#]])
        .done();
    Test::run("check --help")
        .says(expect![[r#"
            Check configs for problems, and whether their personas get the expected results

            Usage: career-matcher check [OPTIONS] <CONFIG>...

            Arguments:
              <CONFIG>...  The configs, or `-` for standard input

            Options:
                  --format <FORMAT>  The output format [default: text] [possible values: text, json]
                  --strict           Treat warnings as errors
              -q, --quiet            Print only problems
              -h, --help             Print help
        "#]])
        .done();
    Test::run("match --help")
        .says(expect![[r#"
            Rank careers for answers in a CSV file: card ids in the header, then one row per visitor

            Usage: career-matcher match [OPTIONS] --answers <FILE> <CONFIG>

            Arguments:
              <CONFIG>  The config, or `-` for standard input

            Options:
                  --answers <FILE>   Answers in CSV, or `-` for standard input
                  --top <TOP>        How many careers to list for each row; default: all, or three in CSV
                  --id <COLUMN>      A column of the answers to copy into the output, such as a name or a number
                  --format <FORMAT>  `json`: one line per visitor; `csv`: one row per visitor, for spreadsheets [default: json] [possible values: json, csv]
              -o, --output <FILE>    Write to this file instead of the terminal; after an error the file is unchanged
                  --reasons          Add the effect of each answer, and the smallest change that would put another career first
              -h, --help             Print help
        "#]])
        .done();
    Test::run("schema --help")
        .says(expect![[r#"
            Print the JSON Schema of a config, or of a command's JSON output

            Usage: career-matcher schema [WHAT]

            Arguments:
              [WHAT]
                      What the schema describes; default: a config

                      Possible values:
                      - config:   A config
                      - check:    What `check --format json` prints
                      - lab:      What `lab --format json` prints
                      - simulate: A line that `simulate` prints
                      - match:    A line that `match` prints

            Options:
              -h, --help
                      Print help (see a summary with '-h')
        "#]])
        .done();
}

#[test]
fn the_same_thing_has_the_same_name_and_words() {
    let config = "<CONFIG> The config, or `-` for standard input";
    let answers = "--answers <FILE>";
    let output = "-o, --output <FILE> Write to this file instead of the terminal; after an error the file is unchanged";
    let seed = "--seed <SEED> The seed of the";
    for (command, wanted) in [
        ("match", &[config, answers, output][..]),
        ("lab", &[config, seed]),
        ("balance", &[config, output, seed]),
        ("simulate", &[config, answers, seed, "values: fixed, shuffled, adaptive"]),
        ("calibrate", &[config, answers, output]),
        ("import", &[output]),
        ("export", &[config, output]),
    ] {
        let said = Test::run(&format!("{command} --help")).says_anything().done();
        let words = said.split_whitespace().collect::<Vec<_>>().join(" ");
        for it in wanted {
            assert!(words.contains(it), "{command}: `{it}` is not in {said}");
        }
    }
}

#[test]
fn misuse() {
    Test::run("chekc")
        .fails(2)
        .warns(expect![[r#"
        error: unrecognized subcommand 'chekc'

          tip: some similar subcommands exist: 'schema', 'check'

        Usage: career-matcher <COMMAND>

        For more information, try '--help'.
    "#]])
        .done();
    Test::run("match quiz.json")
        .quiz()
        .fails(2)
        .warns(expect![[r#"
            error: the following required arguments were not provided:
              --answers <FILE>

            Usage: career-matcher match --answers <FILE> <CONFIG>

            For more information, try '--help'.
        "#]])
        .done();
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

// ---------- simulate ----------

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

// ---------- calibrate ----------

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

/// Every key in the JSON output is in the manual.
#[test]
fn keys_of_json_are_in_the_manual() {
    fn keys(value: &Value, found: &mut Vec<String>, by_id: &[&str]) {
        match value {
            Value::Array(items) => items.iter().for_each(|it| keys(it, found, by_id)),
            Value::Object(fields) => {
                for (key, it) in fields {
                    found.push(key.clone());
                    // Keys below are ids.
                    if !by_id.contains(&key.as_str()) {
                        keys(it, found, by_id);
                    }
                }
            }
            _ => {}
        }
    }
    let manual = fs::read_to_string("docs/command-line.md").expect("there is a manual");
    let people = "who,hour,likes,depth,flour\nAda,early,bread,1,like\nBob,late,fish,5,pass\n";
    let played = |arguments: &str| {
        let test = Test::run(arguments).quiz().stdin(people).says_anything();
        let test = if arguments.contains("--id") {
            test
        } else {
            test.warns(expect![[r#"
                warning: no card has these ids, so their columns are ignored: `who`
            "#]])
        };
        test.done()
    };
    let checked = Test::run("check --format json quiz.json").quiz().says_anything().done();
    let wrong = Test::run("check --format json quiz.json")
        .quiz_but("\"baker\": 3", "\"bakre\": 3")
        .fails(1)
        .says_anything()
        .done();
    let ranked = played("match quiz.json --answers - --reasons --id who");
    let asked = played("simulate quiz.json --answers -");
    let asked: Vec<_> = asked.lines().take(2).collect();
    let mut found = Vec::new();
    for line in [checked.as_str(), &wrong].into_iter().chain(ranked.lines()).chain(asked) {
        keys(&serde_json::from_str(line).expect("JSON"), &mut found, &["cards"]);
    }
    found.sort();
    found.dedup();
    assert!(found.len() > 30, "{found:?}");
    for key in found {
        assert!(manual.contains(&format!("`{key}`")), "`{key}` is not in docs/command-line.md");
    }
}

// ---------- the documents ----------

/// The lines after `$` in the code blocks of a page, and the output that follows them.
#[test]
fn commands_in_the_documents_print_what_they_show() {
    let page = fs::read_to_string("README.md").expect("there is a README");
    let binary = PathBuf::from(env!("CARGO_BIN_EXE_career-matcher"));
    let folder = binary.parent().expect("a binary is in a folder").display();
    let path = format!("{folder}:{}", std::env::var("PATH").unwrap_or_default());
    let blocks: Vec<_> = page.split("```console\n$ ").skip(1).filter_map(|rest| rest.split("```").next()).collect();
    assert!(!blocks.is_empty());
    for block in blocks {
        let (command, expected) = block.split_once('\n').expect("a command is a line");
        let output = Command::new("sh").args(["-c", command]).env("PATH", &path).output().expect("a shell");
        assert_eq!(String::from_utf8_lossy(&output.stdout), expected, "{command}");
        assert!(output.status.success() && output.stderr.is_empty(), "{command}");
    }
}
