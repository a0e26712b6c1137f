//! Help, manuals and colours, and calls that misuse the command line.

use std::{fs, path::PathBuf, process::Command};

use expect_test::expect;

use crate::harness::Test;

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
