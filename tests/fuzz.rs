//! Made-up input for everything that reads what people wrote: no panic, no hang, no number that is none. Each run is
//! bounded; `make fuzz` makes it long (`CAREER_MATCHER_FUZZ` is how many times as long).

use std::{env, fs, path::PathBuf};

use career_matcher::{
    config::{Audience, load, parse},
    matcher::Answer,
    quiz::{Facts, Move, Quiz, State, decode, spoken},
    text::{fill, markdown, placeholders},
};
use serde_json::{Map, Value, json};

/// A small generator (SplitMix64), so that every run of a seed is the same.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut it = self.0;
        it = (it ^ (it >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        it = (it ^ (it >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        ((it ^ (it >> 31)) % sides.max(1) as u64) as usize
    }

    fn pick<'a, T>(&mut self, all: &'a [T]) -> &'a T {
        &all[self.roll(all.len())]
    }
}

/// How many rounds: more when the run may be long.
fn rounds(usual: usize) -> usize {
    let times = env::var("CAREER_MATCHER_FUZZ").ok().and_then(|it| it.parse().ok()).unwrap_or(1);
    usual * times
}

fn examples() -> Vec<(PathBuf, String)> {
    let all = fs::read_dir("examples").expect("there are examples").map(|it| it.expect("an entry").path());
    let mut quizzes: Vec<_> = all.filter(|it| it.extension().is_some_and(|it| it == "json")).collect();
    quizzes.sort();
    quizzes
        .into_iter()
        .map(|path| (path.clone(), fs::read_to_string(path).expect("it can be read")))
        .collect()
}

/// Loads, and plays what can be played; a result is in order whatever was answered.
fn try_out(text: &str, dice: &mut Dice) -> bool {
    // Visitors get to see what authors would hear of.
    let author = load(text, Audience::Author);
    let visitor = load(text, Audience::Visitor);
    assert!(author.is_err() || visitor.is_ok(), "fine for its author, broken for visitors: {text}");
    if let Err(problems) = &author {
        assert!(!problems.is_empty() && problems.iter().all(|it| !it.to_string().is_empty() && !it.code().is_empty()));
    }
    let Ok(loaded) = visitor else { return false };
    let quiz = Quiz::new(loaded.config);
    let mut state = State::new(&quiz, dice.roll(1000) as u64);
    for _ in 0..40 {
        let step = match dice.roll(4) {
            0 => Move::Next,
            1 => Move::Back,
            _ => Move::Choose(Answer::one(dice.roll(6))),
        };
        state = state.after(&quiz, step).unwrap_or(state);
    }
    let facts = Facts { params: vec![("who".to_owned(), "{career}**".to_owned())], ..Facts::default() };
    let shown = spoken(&quiz, &state, &facts);
    assert_eq!(shown.config().cards().len(), quiz.config().cards().len());
    let (matcher, sure) = state.result(&quiz);
    let ranking = matcher.rank(state.answers());
    assert!((0.0..=1.0).contains(&sure), "{sure}: {text}");
    assert!(ranking.places().iter().all(|it| it.share.is_finite() && it.score.is_finite()), "{text}");
    true
}

#[test]
fn the_default_quiz_cut_at_every_byte() {
    let text = fs::read("examples/python-careers.json").expect("the quiz");
    let mut dice = Dice(1);
    for end in 0..text.trim_ascii_end().len() {
        assert!(!try_out(&String::from_utf8_lossy(&text[..end]), &mut dice), "cut at {end} it plays");
    }
}

#[test]
fn other_quizzes_cut_here_and_there() {
    let mut dice = Dice(2);
    for (path, text) in examples() {
        for _ in 0..rounds(150) {
            let end = dice.roll(text.trim_end().len());
            let cut = String::from_utf8_lossy(&text.as_bytes()[..end]).into_owned();
            assert!(parse(&cut, Audience::Author).is_err(), "{} cut at {end}", path.display());
        }
    }
}

/// Values that authors, or their programs, put where others belong.
fn odd(dice: &mut Dice) -> Value {
    let all = [
        json!(null),
        json!(true),
        json!(0),
        json!(-1),
        json!(1e308),
        json!(-1e-308),
        json!(4_294_967_296_u64),
        json!(""),
        json!(" "),
        json!("constructor"),
        json!("\u{202e}{career}{answer:x|{param:y}}"),
        json!("**[a](javascript:x) *b"),
        json!("x".repeat(3_000)),
        json!([]),
        json!([[[]]]),
        json!({}),
        json!({ "card": "a", "is": "b", "not": { "card": "a" } }),
        json!({ "__proto__": 1 }),
    ];
    dice.pick(&all).clone()
}

/// Changes one thing somewhere.
fn mutate(value: &mut Value, dice: &mut Dice) {
    let goes_down = dice.roll(5) > 0;
    match value {
        Value::Array(items) if !items.is_empty() && goes_down => {
            let at = dice.roll(items.len());
            match dice.roll(12) {
                0 => drop(items.remove(at)),
                1 => items.push(items[at].clone()),
                2 => items.swap(0, at),
                _ => mutate(&mut items[at], dice),
            }
        }
        Value::Object(fields) if !fields.is_empty() && goes_down => {
            let key = fields.keys().nth(dice.roll(fields.len())).cloned().unwrap_or_default();
            match dice.roll(12) {
                0 => drop(fields.shift_remove(&key)),
                1 => {
                    let it = fields.shift_remove(&key).unwrap_or_default();
                    fields.insert(format!("{key}s"), it);
                }
                2 => drop(fields.insert("id".to_owned(), odd(dice))),
                _ => mutate(&mut fields[&key], dice),
            }
        }
        Value::Number(number) if goes_down => {
            let times = *dice.pick(&[0.0, -1.0, 0.5, 1e3, 1e9]);
            *value = json!(number.as_f64().unwrap_or_default() * times);
        }
        Value::String(text) if goes_down => {
            let letters: Vec<char> = text.chars().collect();
            let end = dice.roll(letters.len() + 1);
            *text = letters[..end]
                .iter()
                .chain(dice.pick(&["", "x", " ", "{", "]"]).chars().collect::<Vec<_>>().iter())
                .collect();
        }
        _ => *value = odd(dice),
    }
}

#[test]
fn a_hundred_thousand_changes() {
    let quizzes: Vec<Value> = examples()
        .into_iter()
        .filter(|(_, text)| text.len() < 40_000)
        .map(|(_, text)| serde_json::from_str(&text).expect("an example is JSON"))
        .collect();
    let mut dice = Dice(3);
    let (mut played, all) = (0, rounds(100_000));
    let mut small: Vec<Value> = quizzes.iter().map(shortened).collect();
    small.extend(quizzes.iter().take(1).cloned());
    for _ in 0..all {
        let mut quiz = dice.pick(&small).clone();
        (0..=dice.roll(3)).for_each(|_| mutate(&mut quiz, &mut dice));
        played += usize::from(try_out(&quiz.to_string(), &mut dice));
    }
    println!("{all} changed quizzes, {played} of them could be played");
    assert!(played > all / 20 && played < all, "{played} of {all}");
}

/// A quiz with the first of its lists, so that a change hits something more often.
fn shortened(quiz: &Value) -> Value {
    let mut quiz = quiz.clone();
    if let Some(cards) = quiz["cards"].as_array_mut() {
        cards.truncate(4);
    }
    let fields: &mut Map<String, Value> = quiz.as_object_mut().expect("a quiz is an object");
    ["personas", "calibration"].iter().for_each(|it| drop(fields.shift_remove(*it)));
    quiz
}

/// Text of the marks that are looked for, in any order.
fn marks(dice: &mut Dice, length: usize) -> String {
    const PIECES: [&str; 16] =
        ["*", "**", "[", "](", ")", "\\", "\n", "- ", "{", "}", "{career}", "|", ":", " ", "é", "word"];
    (0..length).map(|_| *dice.pick(&PIECES)).collect()
}

#[test]
fn marks_and_braces_in_any_order() {
    let mut dice = Dice(4);
    for round in 0..rounds(20_000) {
        let text = marks(&mut dice, round % 60);
        markdown(&text);
        placeholders(&text);
        let filled = fill(&text, |_, _| Some(None));
        assert!(!filled.contains("{career}"), "{text}");
    }
}

/// In quadratic time none of these would end.
#[test]
fn long_texts_take_no_longer_than_they_are() {
    for piece in ["*", "**a", "[", "[a](", "{", "}", "{a", "\\", "- a\n", "](", "*a [b **c"] {
        let text = piece.repeat(1_000_000 / piece.len());
        markdown(&text);
        assert_eq!(fill(&text, |_, _| None), text);
    }
    let deep = |open: &str| format!("{{\"cards\": {}", open.repeat(1_000_000));
    for text in [deep("["), deep("{\"a\":"), format!("[{}", "1,".repeat(500_000)), "\"".repeat(1_000_000)] {
        assert!(load(&text, Audience::Author).is_err());
    }
}

/// Codes of links come from anywhere.
#[test]
fn codes_of_strangers() {
    let text = fs::read_to_string("examples/python-careers.json").expect("the quiz");
    let quiz = Quiz::new(load(&text, Audience::Author).expect("it is fine").config);
    let mut dice = Dice(5);
    const LETTERS: &[u8] = b"ABCabc019-_.~%= {";
    for round in 0..rounds(20_000) {
        let code: String = (0..round % 40).map(|_| char::from(*dice.pick(LETTERS))).collect();
        decode(&quiz, &code, 0);
    }
}
