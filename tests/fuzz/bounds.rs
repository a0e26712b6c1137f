//! Deterministic runs: truncated quizzes, a hundred thousand changes, and inputs so long that quadratic work on them
//! would not end.

use std::{fmt::Write, fs};

use career_matcher::{
    cli::{from_h5p, from_table},
    config::{Audience, Tree, check, check_language, load, localise, parse, parse_tree},
    text::{fill, markdown, placeholders},
};
use serde_json::{Map, Value, json};

use crate::{
    change::changed,
    dice::{Dice, rounds},
    quizzes::{examples, small, try_out},
};

#[test]
fn the_default_quiz_cut_at_every_byte() {
    let text = fs::read("examples/python-careers.json").expect("the quiz");
    let mut dice = Dice::seeded(1);
    for end in 0..text.trim_ascii_end().len() {
        assert!(!try_out(&String::from_utf8_lossy(&text[..end]), &mut dice), "cut at {end} it plays");
    }
}

#[test]
fn other_quizzes_cut_here_and_there() {
    let mut dice = Dice::seeded(2);
    for (path, text) in examples() {
        for _ in 0..rounds(150) {
            let end = dice.roll(text.trim_end().len());
            let cut = String::from_utf8_lossy(&text.as_bytes()[..end]).into_owned();
            assert!(parse(&cut, Audience::Author).is_err(), "{} cut at {end}", path.display());
        }
    }
}

#[test]
fn a_hundred_thousand_changes() {
    let small = small();
    let mut dice = Dice::seeded(3);
    let (mut played, all) = (0, rounds(100_000));
    for _ in 0..all {
        let quiz = changed(dice.pick(&small), &mut dice);
        played += usize::from(try_out(&quiz.to_string(), &mut dice));
    }
    println!("{all} changed quizzes, {played} of them could be played");
    assert!(played > all / 20 && played < all, "{played} of {all}");
}

/// With quadratic time none of these would end.
#[test]
fn long_texts_take_no_longer_than_they_are() {
    for piece in [
        "*",
        "**a",
        "**",
        "*a",
        "[",
        "[a](",
        "[a](b)",
        "](",
        "]",
        "\\",
        "- a\n",
        "- - - a\n",
        "\n\n",
        "*a [b **c",
        "{",
        "}",
        "{{",
        "}}",
        "{a",
        "{a}",
        "{a|",
        "{a:",
        "{career",
        "{career|{",
        "{ ",
        "é{",
    ] {
        let text = piece.repeat(1_000_000 / piece.len());
        markdown(&text);
        assert!(fill(&text, |_, _| None).len() <= text.len());
        assert!(placeholders(&text).count() <= text.len());
        assert!(markdown(&format!("[a]({text})")).len() <= text.len());
    }
    let deep = |open: &str| format!("{{\"cards\": {}", open.repeat(1_000_000));
    for text in [deep("["), deep("{\"a\":"), format!("[{}", "1,".repeat(500_000)), "\"".repeat(1_000_000)] {
        assert!(load(&text, Audience::Author).is_err());
    }
}

/// Input far above all limits is rejected quickly.
#[test]
fn long_quizzes_take_no_longer_than_they_are() {
    const MANY: usize = 20_000;
    let career = |i| json!({ "id": format!("c{i}"), "title": "C" });
    let card = |i| json!({ "id": format!("q{i}"), "kind": "swipe", "prompt": "P", "points": { "c0": 1 } });
    for (careers, cards) in [(MANY, 2), (2, MANY)] {
        let mut quiz = json!({ "version": 1, "title": "T", "careers": [], "cards": [], "locales": { "de": {} } });
        quiz["careers"] = (0..careers).map(career).collect();
        quiz["cards"] = (0..cards).map(card).collect();
        let said = |count: usize, letter: &str, field: &str| -> Value {
            let said = (0..count).map(|i| (format!("{letter}{i}"), json!({ field: "D" })));
            said.collect::<Map<_, _>>().into()
        };
        let overlay =
            json!({ "title": "D", "careers": said(careers, "c", "title"), "cards": said(cards, "q", "prompt") });
        assert_eq!(check_language(&quiz.to_string(), "de", &overlay.to_string()).0, []);
        quiz["locales"]["de"] = overlay;
        let mut tree: Tree = serde_json::from_value(quiz).expect("a tree");
        localise(&mut tree, "de");
        let (config, mut problems) = parse_tree(&tree, Audience::Visitor).expect("its shape is right");
        assert!(check(config, &mut problems).is_none(), "there are too many");
    }
}

#[test]
fn long_tables_take_no_longer_than_they_are() {
    const MANY: usize = 20_000;
    let mut cards = "card,prompt,option,label,a\n".to_owned();
    let mut options = cards.clone();
    for i in 0..MANY {
        writeln!(cards, "c{i},P,o,L,1").expect("text grows");
        writeln!(options, "c,P,,L,1").expect("text grows");
    }
    let deck = from_table(&cards, None, "T").expect("a table").quiz;
    assert_eq!(deck["cards"].as_array().map(Vec::len), Some(MANY));
    assert_eq!(from_table(&cards, Some(deck), "T").map(|it| it.lost.len()), Ok(0));
    let card = from_table(&options, None, "T").expect("a table").quiz;
    assert_eq!(card["cards"][0]["options"][MANY - 1]["id"], format!("l-{MANY}"));
    let wide: String = (0..MANY).map(|i| format!(",a{i}")).collect();
    let wide = from_table(&format!("card,prompt,label{wide}\nc,P,L,1"), None, "T").expect("a table").quiz;
    assert!(from_table("card,prompt,label,a7\nc,P,L,1", Some(wide), "T").is_ok());
    let people: Vec<_> = (0..MANY).map(|_| json!({ "name": "Same" })).collect();
    let answers: Vec<_> = (0..MANY).map(|_| json!({ "text": "Yes", "personality": "Same, Other" })).collect();
    let content = json!({ "personalities": people, "questions": [{ "text": "Q", "answers": answers }] });
    assert!(from_h5p(content.to_string().as_bytes()).is_ok());
}
