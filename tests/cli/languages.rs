//! `check` on quizzes with translations, in the config and in files beside it.

use expect_test::expect;
use serde_json::Value;

use crate::harness::Test;

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
