//! Fuzz tests of every parser of human input: no panic, no hang, no NaN.
//!
//! Each target gets bytes in three ways: unchanged; as choices of changes to valid input; and as the files of its
//! corpus, `__fuzz__/<target>/corpus/`, which every run plays and which keep past failures. Each run is bounded;
//! `make fuzz` makes it longer (`CAREER_MATCHER_FUZZ` is the factor). The targets use bolero, whose book explains how
//! to use other engines.

mod bounds;
mod change;
mod dice;
mod quizzes;

use std::{
    io::{Cursor, Write},
    sync::LazyLock,
};

use bolero::check;
use career_matcher::{
    cli::{answers_in, from_h5p, from_table, to_table},
    config::{Audience, Tree, check, check_language, load, localise, parse_tree},
    matcher::Answer,
    quiz::{Action, State, decode, decode_result, encode, encode_result},
    text::{Block, Inline, NAMES, fill, markdown, placeholders},
};
use serde_json::{Value, json};

use change::changed;
use dice::{Dice, rounds};
use quizzes::{quiz, read, small, try_out};

static SMALL: LazyLock<Vec<Value>> = LazyLock::new(small);

#[test]
fn load_config() {
    check!().with_iterations(rounds(4_000)).for_each(|bytes: &[u8]| {
        let mut dice = Dice::of(bytes);
        try_out(&String::from_utf8_lossy(bytes), &mut dice);
        let quiz = changed(dice.pick(&SMALL), &mut dice);
        try_out(&quiz.to_string(), &mut dice);
    });
}

/// Whether a quiz can be played.
fn plays(tree: &Tree) -> bool {
    let Ok((config, mut problems)) = parse_tree(tree, Audience::Visitor) else { return false };
    check(config, &mut problems).is_some()
}

/// A playable quiz is playable in every language, with any translation.
fn in_its_language(quiz: &Value, overlay: &Value) {
    let mut tree: Tree = serde_json::from_value(quiz.clone()).expect("a tree");
    if plays(&tree) {
        let Tree::Map(fields) = &mut tree else { return };
        fields.retain(|(key, _)| key != "locales");
        let overlay = serde_json::from_value(json!({ "xx": overlay })).expect("a tree");
        fields.push(("locales".to_owned(), overlay));
        localise(&mut tree, "xx");
        assert!(plays(&tree), "{overlay} over {quiz}", overlay = tree.get("locales").is_some());
    }
}

#[test]
fn languages() {
    let whole: Value = serde_json::from_str(&read("english-arabic")).expect("JSON");
    let arabic = whole["locales"]["ar"].clone();
    assert!(arabic.is_object());
    check!().with_iterations(rounds(3_000)).for_each(|bytes: &[u8]| {
        let mut dice = Dice::of(bytes);
        let text = String::from_utf8_lossy(bytes);
        check_language(&dice.pick(&SMALL).to_string(), "de", &text);
        if let Ok(overlay) = serde_json::from_str(&text) {
            in_its_language(&whole, &overlay);
        }
        let overlay = changed(&arabic, &mut dice);
        in_its_language(&whole, &overlay);
        check_language(&whole.to_string(), "de", &overlay.to_string());
        // A changed quiz as its own translation has texts in every position.
        let quiz = dice.pick(&SMALL).clone();
        let by_id = |list: &Value| -> Value {
            let named = list.as_array().into_iter().flatten();
            named
                .map(|it| (it["id"].as_str().unwrap_or_default().to_owned(), it.clone()))
                .collect::<serde_json::Map<_, _>>()
                .into()
        };
        let mut own = quiz.clone();
        own["cards"] = by_id(&quiz["cards"]);
        own["careers"] = by_id(&quiz["careers"]);
        let changed_quiz = changed(&quiz, &mut dice);
        in_its_language(&changed_quiz, &changed(&own, &mut dice));
    });
}

/// A text of pieces in any order.
fn pieced(pieces: &[&str], dice: &mut Dice) -> String {
    (0..dice.roll(60)).map(|_| *dice.pick(pieces)).collect()
}

#[test]
fn templates() {
    const PIECES: [&str; 18] = [
        "{",
        "}",
        "{{",
        "}}",
        "{career",
        "{career}",
        "{ field : a | b }",
        "{utm_source}",
        "param:x",
        "|",
        ":",
        " ",
        "é",
        "word",
        "_",
        "answer",
        "1",
        "\u{202e}",
    ];
    check!().with_iterations(rounds(40_000)).for_each(|bytes: &[u8]| {
        let texts = [String::from_utf8_lossy(bytes).into_owned(), pieced(&PIECES, &mut Dice::of(bytes))];
        for text in texts {
            let filled = fill(&text, |_, _| None);
            assert!(filled.len() <= text.len(), "{text}");
            // An unclosed brace before a longer word can be a literal one.
            let goes_on = |it: char| it.is_alphanumeric() || it == '_';
            let is_shown = |name: &str| {
                filled.split('{').skip(1).any(|it| it.strip_prefix(name).is_some_and(|it| !it.starts_with(goes_on)))
            };
            assert!(
                text.contains("{{") || text.contains(r"\{") || !NAMES.into_iter().any(is_shown),
                "{text} is shown as {filled}"
            );
            for it in placeholders(&text) {
                assert!(!it.is_closed || !it.name.contains(['{', '}']), "{text}");
            }
        }
    });
}

/// The number of bytes of text, and the nesting depth.
fn size(parts: &[Inline]) -> (usize, usize) {
    let part = |it: &Inline| match it {
        Inline::Text(text) => (text.len(), 0),
        Inline::Strong(words) | Inline::Emphasis(words) => (size(words).0, size(words).1 + 1),
        Inline::Link { href, words } => (size(words).0 + href.len(), size(words).1 + 1),
        Inline::Break => (0, 0),
    };
    parts
        .iter()
        .map(part)
        .fold((0, 0), |(sum, deepest), (bytes, depth)| (sum + bytes, deepest.max(depth)))
}

#[test]
fn markdown_text() {
    const PIECES: [&str; 16] = [
        "*",
        "**",
        "[",
        "](",
        ")",
        "\\",
        "\n",
        "\n\n",
        "- ",
        "a](b)",
        " ",
        "é",
        "word",
        "javascript:x",
        "\u{202e}",
        "\r",
    ];
    check!().with_iterations(rounds(30_000)).for_each(|bytes: &[u8]| {
        for text in [String::from_utf8_lossy(bytes).into_owned(), pieced(&PIECES, &mut Dice::of(bytes))] {
            let lines = markdown(&text).into_iter().flat_map(|block| match block {
                Block::Paragraph(words) => vec![words],
                Block::List(items) => items,
            });
            let (bytes, depth) = size(&lines.flatten().collect::<Vec<_>>());
            assert!(bytes <= text.len() && depth <= 3, "{text}");
        }
    });
}

#[test]
fn csv_answers() {
    const PIECES: [&str; 16] =
        ["hour", "talk", ",", "\n", "\r\n", "\"", "dawn", "dusk", "|", "3", "é", " ", "x", "\u{feff}", "'", "\0"];
    let text = include_str!("../render/branches.json");
    let quizzes = [quiz(&read("python-careers")), quiz(text)];
    let quizzes = std::panic::AssertUnwindSafe(quizzes);
    check!().with_iterations(rounds(10_000)).for_each(|bytes: &[u8]| {
        let mut dice = Dice::of(bytes);
        let quizzes = &quizzes;
        for quiz in quizzes.iter() {
            // Real ids and answers, in random order.
            let cards = quiz.config().cards();
            let header: Vec<_> = (0..=dice.roll(3)).map(|_| dice.pick(cards).id.as_str()).collect();
            let mut table = header.join(",");
            for _ in 0..dice.roll(6) {
                let mut cell = || {
                    let card = dice.pick(cards);
                    if dice.roll(4) == 0 {
                        pieced(&PIECES, &mut dice)
                    } else {
                        card.response.name(dice.roll(card.response.len()))
                    }
                };
                let row: Vec<_> = header.iter().map(|_| cell()).collect();
                table += &["\n", &row.join(",")].concat();
            }
            for text in [bytes, table.as_bytes()] {
                let rows = answers_in(text.to_vec(), quiz).unwrap_or_default();
                assert!(rows.len() <= text.len());
                for answers in rows.into_iter().flatten() {
                    let ranking = quiz.matcher().rank(&answers);
                    assert!(ranking.places().iter().all(|it| it.share.is_finite()));
                }
            }
        }
    });
}

#[test]
fn csv_import() {
    const PIECES: [&str; 16] = [
        "card", "prompt", "label", ",", ";", "\t", "\n", "\"", "'", "=", "1e999", "-3", "1,5", "title", "\u{feff}",
        "swipe",
    ];
    check!().with_iterations(rounds(6_000)).for_each(|bytes: &[u8]| {
        let mut dice = Dice::of(bytes);
        let base = changed(dice.pick(&SMALL), &mut dice);
        let mut table = to_table(&base).unwrap_or_default();
        let cells: Vec<_> = table.match_indices([',', '\n']).map(|(at, _)| at).collect();
        if !cells.is_empty() {
            let (from, to) = (*dice.pick(&cells), *dice.pick(&cells));
            table.replace_range(from.min(to)..from.max(to), &pieced(&PIECES, &mut dice));
        }
        for text in
            [&*String::from_utf8_lossy(bytes), &table, &format!("card,prompt,label,a\n{}", pieced(&PIECES, &mut dice))]
        {
            for base in [None, Some(base.clone())] {
                if let Ok(imported) = from_table(text, base, "x") {
                    let _ = load(&imported.quiz.to_string(), Audience::Author);
                }
            }
        }
        // The exported table adds nothing to its quiz; the first import removes spaces around texts.
        if load(&base.to_string(), Audience::Author).is_ok()
            && let Ok(table) = to_table(&base)
        {
            let once = from_table(&table, Some(base), "").expect("it is its own table").quiz;
            let table = to_table(&once).expect("it has one");
            assert_eq!(from_table(&table, Some(once.clone()), "").map(|it| it.quiz), Ok(once));
        }
    });
}

/// A package with one file.
fn package(content: &[u8]) -> Vec<u8> {
    let mut package = zip::ZipWriter::new(Cursor::new(Vec::new()));
    let options = zip::write::SimpleFileOptions::default();
    package.start_file("content/content.json", options).expect("a file");
    package.write_all(content).expect("it can be written");
    package.finish().expect("a package").into_inner()
}

#[test]
fn h5p_import() {
    let content: Value = serde_json::from_str(include_str!("__fuzz__/h5p_import/corpus/whole.json")).expect("JSON");
    let imported = from_h5p(content.to_string().as_bytes()).expect("it is a quiz").quiz;
    assert!(
        load(&imported.to_string(), Audience::Author).is_ok(),
        "changes begin with something that is in order"
    );
    check!().with_iterations(rounds(6_000)).for_each(|bytes: &[u8]| {
        let mut dice = Dice::of(bytes);
        let changed = changed(&content, &mut dice).to_string();
        let mut packed = package(changed.as_bytes());
        for _ in 0..dice.roll(3) {
            let at = dice.roll(packed.len());
            packed[at] = dice.roll(256) as u8;
        }
        packed.truncate(if dice.roll(3) == 0 { dice.roll(packed.len()) } else { packed.len() });
        for bytes in [bytes, changed.as_bytes(), &packed] {
            if let Ok(imported) = from_h5p(bytes) {
                let text = imported.quiz.to_string();
                let nothing =
                    |card: &Value| card["options"].as_array().into_iter().flatten().any(|it| has_null(&it["points"]));
                assert!(!imported.quiz["cards"].as_array().into_iter().flatten().any(nothing), "{text}");
                try_out(&text, &mut dice);
            }
        }
    });
}

/// Whether a number became `null` (NaN).
fn has_null(points: &Value) -> bool {
    points.as_object().is_some_and(|it| it.values().any(Value::is_null))
}

#[test]
fn codes_of_links() {
    let quizzes = ["python-careers", "english-arabic", "everything"].map(|name| quiz(&read(name)));
    let quizzes = std::panic::AssertUnwindSafe(quizzes);
    check!().with_iterations(rounds(6_000)).for_each(|bytes: &[u8]| {
        let mut dice = Dice::of(bytes);
        let quizzes = &quizzes;
        let quiz = dice.pick(&quizzes[..]);
        let mut state = State::new(quiz, 7);
        for _ in 0..dice.roll(30) {
            let step = if dice.roll(3) == 0 { Action::Next } else { Action::Choose(Answer::one(dice.roll(6))) };
            state = state.after(quiz, step).unwrap_or(state);
        }
        let (code, ranking) = (encode(quiz, &state), quiz.matcher().rank(state.answers()));
        let shared = encode_result(quiz, &ranking);
        assert!(decode(quiz, &code, 0).is_some() && decode_result(quiz, &shared).is_some(), "{code} {shared}");
        let mut spoilt = [code, shared].map(String::into_bytes);
        spoilt.iter_mut().filter(|it| !it.is_empty()).for_each(|it| {
            let at = dice.roll(it.len());
            it[at] = *dice.pick(b"ABCabc019-_.~%= {");
        });
        for code in [bytes, &spoilt[0], &spoilt[1]].map(String::from_utf8_lossy) {
            decode_result(quiz, &code);
            if let Some((state, _)) = decode(quiz, &code, 0) {
                let ranking = quiz.matcher().rank(state.answers());
                assert!(ranking.places().iter().all(|it| it.share.is_finite()), "{code}");
            }
        }
    });
}
