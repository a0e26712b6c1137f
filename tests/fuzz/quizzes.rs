//! Initial quizzes, and invariants of every text that may be a quiz.

use std::{fs, path::PathBuf};

use career_matcher::{
    config::{Audience, load},
    matcher::Answer,
    quiz::{Action, Quiz, State, TemplateContext, interpolated},
};
use serde_json::{Map, Value};

use crate::dice::Dice;

pub fn examples() -> Vec<(PathBuf, String)> {
    let all = fs::read_dir("examples").expect("there are examples").map(|it| it.expect("an entry").path());
    let mut quizzes: Vec<_> = all.filter(|it| it.extension().is_some_and(|it| it == "json")).collect();
    quizzes.sort();
    quizzes
        .into_iter()
        .map(|path| (path.clone(), fs::read_to_string(path).expect("it can be read")))
        .collect()
}

/// The examples below a size limit, one with all its cards and the others shortened.
pub fn small() -> Vec<Value> {
    let all = examples().into_iter().filter(|(_, text)| text.len() < 40_000);
    let all: Vec<Value> = all.map(|(_, text)| serde_json::from_str(&text).expect("an example is JSON")).collect();
    all.iter().map(shortened).chain(all.iter().take(1).cloned()).collect()
}

pub fn read(name: &str) -> String {
    fs::read_to_string(format!("examples/{name}.json")).expect("there is such an example")
}

pub fn quiz(text: &str) -> Quiz {
    Quiz::new(load(text, Audience::Author).expect("it is fine").config)
}

/// A quiz with only the first items of its lists, so that a change hits something more often.
fn shortened(quiz: &Value) -> Value {
    let mut quiz = quiz.clone();
    if let Some(cards) = quiz["cards"].as_array_mut() {
        cards.truncate(4);
    }
    let fields: &mut Map<String, Value> = quiz.as_object_mut().expect("a quiz is an object");
    ["personas", "calibration"].iter().for_each(|it| drop(fields.shift_remove(*it)));
    quiz
}

/// Loads a text and plays it if possible; for any answers the result is consistent.
pub fn try_out(text: &str, dice: &mut Dice) -> bool {
    let author = load(text, Audience::Author);
    let visitor = load(text, Audience::Visitor);
    assert!(author.is_err() || visitor.is_ok(), "fine for its author, broken for visitors: {text}");
    if let Err(problems) = &author {
        assert!(!problems.is_empty() && problems.iter().all(|it| !it.to_string().is_empty() && !it.code().is_empty()));
    }
    let Ok(loaded) = visitor else { return false };
    let quiz = Quiz::new(loaded.config);
    let mut state = State::new(&quiz, dice.roll(1000) as u16);
    for _ in 0..40 {
        let step = match dice.roll(4) {
            0 => Action::Next,
            1 => Action::Back,
            _ => Action::Choose(Answer::one(dice.roll(6))),
        };
        state = state.after(&quiz, step).unwrap_or(state);
    }
    let facts = TemplateContext {
        params: vec![("who".to_owned(), "{career}**".to_owned())],
        ..TemplateContext::default()
    };
    let shown = interpolated(&quiz, (&state, state.standing(&quiz).as_ref()), &facts, &|it| it.to_string());
    assert_eq!(shown.config().cards().len(), quiz.config().cards().len());
    let (matcher, sure) = state.result(&quiz);
    let ranking = matcher.rank(state.answers());
    assert!((0.0..=1.0).contains(&sure), "{sure}: {text}");
    assert!(ranking.places().iter().all(|it| it.share.is_finite() && it.score.is_finite()), "{text}");
    true
}
