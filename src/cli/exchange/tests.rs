//! Round trips of tables and packages, and comparison with the rules of other programs.

use proptest::prelude::*;

use serde_json::json;

use super::*;

const FIELDS: [&str; 28] = [
    "questions",
    "results",
    "answers",
    "options",
    "question",
    "text",
    "title",
    "result",
    "points",
    "scores",
    "personality",
    "personalities",
    "pages",
    "elements",
    "type",
    "choices",
    "fields",
    "properties",
    "items",
    "questionItem",
    "SurveyElements",
    "Payload",
    "Choices",
    "name",
    "value",
    "image",
    "weights",
    "description",
];
const VALUES: [&str; 16] = [
    "1",
    "-2.5",
    "1e308",
    "\"a\"",
    "\"a, b=3\"",
    "\"\"",
    "null",
    "true",
    "[]",
    "{}",
    "[\"a\", \"b\"]",
    "[1, 2]",
    "{ \"a\": 1, \"b\": \"2\" }",
    "[{ \"result\": \"a\", \"points\": 2 }]",
    "[{ \"elements\": [{ \"type\": \"radiogroup\" }] }]",
    "\"<p>é</p>\"",
];
const TABLE: &str = "card,kind,prompt,option,label,low,high,a,b\n,title,,,,,,Ann,Bob\n\
    x,single,\"Which, now?\",one,'=One,,,3,\n,,,two,Two,,,-1,0.5\ny,scale,How?,,,Low,High,1,2\n";

#[test]
fn a_table_becomes_a_quiz_and_a_table_again() {
    let quiz = from_table(TABLE, None, "Which?").expect("it is a table").quiz;
    assert_eq!(quiz["careers"][0], json!({ "id": "a", "title": "Ann" }));
    assert_eq!(quiz["cards"][0]["options"][0], json!({ "id": "one", "label": "=One", "points": { "a": 3 } }));
    assert_eq!(quiz["cards"][0]["options"][1]["points"], json!({ "a": -1, "b": 0.5 }));
    assert_eq!(quiz["cards"][1]["points"], json!({ "a": 1, "b": 2 }));
    let again = from_table(&to_table(&quiz).expect("a table"), Some(quiz.clone()), "").expect("a quiz");
    assert_eq!(again.quiz, quiz);
    assert_eq!(again.lost, [""; 0]);
}

#[test]
fn what_a_table_leaves_out_stays_and_is_told() {
    let quiz = from_table(TABLE, None, "Which?").expect("it is a table").quiz;
    let less = from_table("card,prompt,option,label,a\nx,,two,Zwei,-1\n", Some(quiz.clone()), "").expect("a quiz");
    assert_eq!(
        less.lost,
        ["the option `one` of `x`", "the card `y`"]
            .map(|it| format!("kept: {it}, because the table does not contain it"))
    );
    assert_eq!(less.quiz["cards"][0]["options"][0], quiz["cards"][0]["options"][0]);
    assert_eq!(less.quiz["cards"][0]["options"][1]["label"], "Zwei");
    for strange in
        ["[]", "{ \"cards\": 7 }", "{ \"cards\": [7, {}], \"careers\": [7, { \"id\": \"a\" }, { \"id\": \"b\" }] }"]
    {
        let _ = from_table(TABLE, serde_json::from_str(strange).ok(), "");
    }
}

#[test]
fn a_table_without_ids_finds_options_by_their_words() {
    let quiz = from_table(TABLE, None, "Which?").expect("it is a table").quiz;
    let less = "card,prompt,label,a\nx,,Two,5\n,,'=One,4\n,,Three,1\n";
    let more = from_table(less, Some(quiz), "").expect("a quiz").quiz;
    let options = more["cards"][0]["options"].as_array().expect("there are options").iter();
    let points: Vec<_> = options.map(|it| (it["id"].as_str(), it["points"]["a"].as_f64())).collect();
    assert_eq!(points, [(Some("one"), Some(4.0)), (Some("two"), Some(5.0)), (Some("three"), Some(1.0))]);
}

#[test]
fn decimals_as_in_other_countries() {
    let quiz = from_table("card;prompt;label;a\nx;Which?;One;1,5\nx;;Two;", None, "Which?").expect("a table").quiz;
    assert_eq!(quiz["cards"][0]["options"][0]["points"]["a"], 1.5);
    let fault = from_table("card;prompt;label;a\nx;Which?;One;many", None, "").err();
    assert_eq!(
        fault.as_deref(),
        Some("row 2, column 4: `many` is not a number; write a number such as `2`, or leave the cell empty")
    );
}

/// A package with these files.
fn package(files: &[(&str, String)]) -> Vec<u8> {
    let mut package = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    for (name, text) in files {
        package.start_file(*name, zip::write::SimpleFileOptions::default()).expect("a file");
        std::io::Write::write_all(&mut package, text.as_bytes()).expect("it can be written");
    }
    package.finish().expect("a package").into_inner()
}

#[test]
fn pictures_of_h5p_are_files_to_copy() {
    let picture = json!({ "file": { "path": "images/a.png" }, "alt": "An A" });
    let answers = json!([{ "personality": "Apple", "image": picture }, { "text": "Later", "personality": "Apple" }]);
    let content = json!({
        "personalities": [{ "name": "Apple", "image": picture }],
        "questions": [{ "image": picture, "answers": answers }, { "text": "Why?", "answers": [] }],
    });
    let Imported { quiz, lost, .. } = from_h5p(content.to_string().as_bytes()).expect("it is a quiz");
    assert_eq!(quiz["cards"][0]["options"][0]["image"], "images/a.png");
    assert_eq!(
        (&quiz["cards"][0]["prompt"], &quiz["cards"][0]["options"][0]["label"]),
        (&json!("Question 1"), &json!("An A"))
    );
    let told = lost.join("\n");
    for part in ["the files of 2 pictures", "the picture of `Apple`", "question 1 has no text", "question 2, `Why?`"] {
        assert!(told.contains(part), "{part}: {told}");
    }
}

#[test]
fn a_package_of_h5p() {
    let content = json!({
        "showTitleScreen": true,
        "titleScreen": { "titleScreenIntroduction": "<p>Taste the <strong>salt</strong>.</p><p>And wind.</p>" },
        "personalitiesGroup": { "personalities": [
            { "name": "Apple &amp; co", "description": "<p>It&#39;s red.</p><p>And round.</p>" }, { "name": "Mango" }, { "name": "Mango" },
        ] },
        "questionsGroup": { "questions": [{ "text": "<p>When?</p>", "answers": [
            { "text": "Now", "personality": "apple &amp; co, Mango=3, Kiwi" }, { "text": "Never", "personality": "Kiwi" }, { "text": "Later", "personality": "mango" },
        ] }] },
        "visual": { "colorButton": "#123456" },
        "l10n": { "start": "Go" },
    });
    let about = json!({ "title": "Fruit", "language": "de", "mainLibrary": "H5P.PersonalityQuiz" });
    let marked = format!("\u{feff}{content}");
    let bytes = package(&[("fruit/h5p.json", about.to_string()), ("fruit/content/content.json", marked)]);
    let Imported { quiz, lost, .. } = from_h5p(&bytes).expect("it is a quiz");
    assert_eq!(
        (&quiz["title"], &quiz["language"], &quiz["theme"]["accent"]),
        (&json!("Fruit"), &json!("de"), &json!("#123456"))
    );
    assert_eq!(quiz["intro"], json!({ "show": "screen", "body": "Taste the **salt**.\n\nAnd wind." }));
    assert_eq!(quiz["careers"][0]["summary"], "It's red.\n\nAnd round.");
    assert_eq!(quiz["cards"][0]["prompt"], "When?");
    assert_eq!(
        quiz["cards"][0]["options"],
        json!([
            { "id": "now", "label": "Now", "points": { "apple-co": 1, "mango": 3 } },
            { "id": "later", "label": "Later", "points": { "mango": 1 } },
        ])
    );
    assert_eq!(quiz["words"], json!({ "start": "Go" }));
    // The duplicate mango, the duplicate Kiwi, an answer without a result, the draw.
    assert_eq!(lost.len(), 5, "{lost:?}");
    for end in 0..bytes.len() {
        let _ = from_h5p(&bytes[..end]);
    }
}

#[test]
fn other_kinds_of_h5p_are_called_by_their_names() {
    let about = json!({ "mainLibrary": "H5P.MultiChoice" }).to_string();
    let choice = package(&[("h5p.json", about), ("content/content.json", "{}".to_owned())]);
    assert!(from_h5p(&choice).is_err_and(|it| it.contains("another kind of H5P content, `MultiChoice`")));
    let set = json!({ "personalities": [], "questions": [{ "answers": [{ "text": "A" }] }] }).to_string();
    assert!(from_h5p(set.as_bytes()).is_err_and(|it| it.contains("only a Personality Quiz")));
    assert!(
        from_h5p(&package(&[("word/document.xml", String::new())])).is_err_and(|it| it.contains("not an H5P file"))
    );
}

proptest! {
    #[test]
    fn no_table_is_too_strange(text in "(card|prompt|label|kind|,|;|\"|\n|'|=|-?[0-9]{1,3}|é|title| ){0,40}") {
        let _ = from_table(&text, None, "x");
        let _ = from_table(&format!("card,prompt,label,a\n{text}"), None, "x");
        let _ = h5p::import(text.as_bytes());
    }

    /// The winners match H5P's own rule: the highest sums over the named personalities.
    #[test]
    fn winners_are_those_of_h5p(
        weights in prop::collection::vec(prop::collection::vec(prop::collection::vec((0usize..4, -3i32..4), 1..4), 2..4), 1..5),
        picks in prop::collection::vec(0usize..4, 5),
    ) {
        let names = ["Gull", "Goat", "Ox = 2", "Ärger"];
        let entry = |(who, weight): &(usize, i32)| if *weight == 1 { names[*who].to_lowercase() } else { format!(" {}={weight}", names[*who]) };
        let question = |answers: &Vec<Vec<(usize, i32)>>| {
            let answer = |it: &Vec<_>| json!({ "text": "x", "personality": it.iter().map(entry).collect::<Vec<_>>().join(",") });
            json!({ "text": "?", "answers": answers.iter().map(answer).collect::<Vec<_>>() })
        };
        let content = json!({
            "personalitiesGroup": { "personalities": names.map(|name| json!({ "name": name })) },
            "questionsGroup": { "questions": weights.iter().map(question).collect::<Vec<_>>() },
        });
        let quiz = from_h5p(content.to_string().as_bytes()).expect("it is a quiz").quiz;
        let config = load(&quiz.to_string(), Audience::Author).expect("it plays").config;
        let chosen: Vec<_> = weights.iter().zip(&picks).map(|(answers, pick)| pick % answers.len()).collect();
        let mut sums = [0; 4];
        weights.iter().zip(&chosen).for_each(|(answers, pick)| answers[*pick].iter().for_each(|(who, weight)| sums[*who] += weight));
        let most = *sums.iter().max().expect("there are some");
        let expected: Vec<_> = (0..4).filter(|who| sums[*who] == most).collect();
        let answers = chosen.iter().map(|pick| Some(crate::matcher::Answer::one(*pick))).collect();
        let ranking = crate::matcher::Matcher::new(&config).rank(&answers);
        prop_assert_eq!(ranking.best().iter().map(|it| it.career).collect::<Vec<_>>(), expected);
    }

    /// For any content in the fields of other programs, the import gives a readable quiz or an error message.
    #[test]
    fn no_quiz_of_others_is_too_strange(
        keys in prop::collection::vec(prop::sample::select(FIELDS.to_vec()), 12),
        values in prop::collection::vec(prop::sample::select(VALUES.to_vec()), 12),
    ) {
        let of = |at: usize| format!("\"{}\": {}", keys[at], values[at]);
        let answers = format!("[{{ {} }}, {{ {}, {} }}, \"x\"]", of(0), of(1), of(2));
        let questions = format!("[{{ \"{}\": \"Why?\", \"{}\": {answers}, {} }}]", keys[3], keys[4], of(5));
        let quiz = format!("{{ \"{}\": {questions}, {}, {}, {} }}", keys[6], of(7), of(8), of(9));
        let made = [from_json(quiz.as_bytes(), "x"), from_yaml(quiz.as_bytes(), "x"), from_h5p(quiz.as_bytes())];
        for made in made.into_iter().flatten() {
            let read = parse(&made.quiz.to_string(), Audience::Author);
            prop_assert!(read.is_ok(), "{quiz}\n{}\n{:?}", made.quiz, read.err());
        }
        let _ = pasted::draft(&quiz.replace(", ", "\n")).map(|draft| draft.quiz("x"));
    }

    #[test]
    fn no_cut_is_too_strange(end in 0..TABLE.len()) {
        if let Some(text) = TABLE.get(..end) {
            let _ = from_table(text, None, "x");
        }
    }
}
