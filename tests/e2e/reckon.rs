//! Computes the ranking independently of the matcher: from the JSON of a config and the answers as in events, to the
//! careers and their match.

use std::{collections::BTreeMap, fs, path::Path};

use serde_json::{Map, Value};

/// By card: ids of options, `1` to `N` of a scale, `like` or `pass`; empty for "not sure".
pub type Answers = BTreeMap<String, Vec<String>>;

const TIE: f64 = 1e-9;

/// The default quiz, as its authors wrote it.
pub fn default_quiz() -> Value {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/python-careers.json");
    let text = fs::read_to_string(&file).unwrap_or_else(|error| panic!("{}: {error}", file.display()));
    serde_json::from_str(&text).expect("the default quiz is JSON")
}

/// Careers by id with their match, best first; ties are in the order of the config.
pub fn ranking(config: &Value, answers: &Answers) -> Vec<(String, f64)> {
    let careers = list(config, "careers").iter().map(|career| word(career, "id"));
    let mut ranking: Vec<_> = careers.map(|id| (id.to_owned(), share(config, answers, id))).collect();
    // A stable sort in steps of one tie keeps the order of the config among ties.
    ranking.sort_by(|(_, a), (_, b)| if (a - b).abs() <= TIE { std::cmp::Ordering::Equal } else { b.total_cmp(a) });
    ranking
}

/// match = (score - least) / (most - least)
fn share(config: &Value, answers: &Answers, career: &str) -> f64 {
    let (mut score, mut least, mut most) = (0.0, 0.0, 0.0);
    for card in list(config, "cards") {
        let rows = rows(card, career);
        let neutral = rows.iter().map(|(_, points)| points).sum::<f64>() / rows.len() as f64;
        let answer = answers.get(word(card, "id")).filter(|answer| !answer.is_empty());
        score += answer.map_or(neutral, |answer| sum(&rows, answer));
        let mut sums: Vec<f64> = permitted(card, &rows);
        if card["required"] == Value::Bool(false) {
            sums.push(neutral);
        }
        least += sums.iter().copied().fold(f64::INFINITY, f64::min);
        most += sums.iter().copied().fold(f64::NEG_INFINITY, f64::max);
    }
    (score - least) / (most - least)
}

/// Every choice of a card, with its points for the career.
fn rows(card: &Value, career: &str) -> Vec<(String, f64)> {
    let points = |of: &Value| of["points"][career].as_f64().unwrap_or(0.0);
    match word(card, "kind") {
        "single" | "multiple" => {
            list(card, "options").iter().map(|option| (word(option, "id").to_owned(), points(option))).collect()
        }
        "scale" => {
            let steps = steps(card);
            let value = |step: usize| 2.0 * (step - 1) as f64 / (steps - 1) as f64 - 1.0;
            (1..=steps).map(|step| (step.to_string(), points(card) * value(step))).collect()
        }
        "swipe" => vec![("like".to_owned(), points(card)), ("pass".to_owned(), -points(card))],
        kind => panic!("a card of kind {kind}"),
    }
}

/// The points of each permitted answer: every set of options, if several can be selected.
fn permitted(card: &Value, rows: &[(String, f64)]) -> Vec<f64> {
    let (min, max) = picks(card);
    let sets = (0u32..1 << rows.len()).filter(|set| (min..=max).contains(&(set.count_ones() as usize)));
    let sum = |set: u32| (0..rows.len()).filter(|row| set >> row & 1 == 1).map(|row| rows[row].1).sum();
    sets.map(sum).collect()
}

/// The minimum and the maximum of selections on a card.
pub fn picks(card: &Value) -> (usize, usize) {
    let count = |field: &str| card[field].as_u64().map(|count| count as usize);
    match word(card, "kind") {
        "multiple" => (count("min").unwrap_or(1), count("max").unwrap_or(list(card, "options").len())),
        _ => (1, 1),
    }
}

pub fn steps(card: &Value) -> usize {
    card["steps"].as_u64().unwrap_or(5) as usize
}

fn sum(rows: &[(String, f64)], answer: &[String]) -> f64 {
    rows.iter().filter(|(id, _)| answer.contains(id)).map(|(_, points)| points).sum()
}

pub fn list<'a>(of: &'a Value, field: &str) -> &'a Vec<Value> {
    of[field].as_array().unwrap_or_else(|| panic!("`{field}` is a list"))
}

pub fn word<'a>(of: &'a Value, field: &str) -> &'a str {
    of[field].as_str().unwrap_or_else(|| panic!("`{field}` is text in {of}"))
}

/// Compares a `complete` event with the computed result.
pub fn assert_complete(detail: &Value, config: &Value, answers: &Answers) {
    let given: Map<String, Value> = answers.iter().map(|(card, ids)| (card.clone(), ids.clone().into())).collect();
    assert_eq!(detail["answers"], Value::Object(given), "answers by card");
    let expected = ranking(config, answers);
    let places = list(detail, "ranking");
    assert_eq!(places.len(), expected.len(), "every career is ranked");
    let mut before = 1.0;
    for (place, (career, share)) in places.iter().zip(&expected) {
        let told = place["match"].as_f64().expect("a match is a number");
        assert_eq!(word(place, "career"), career, "order of {places:?}, expected {expected:?}");
        assert!((told - share).abs() < TIE, "{career}: {told} is not {share}");
        assert!((0.0..=1.0).contains(&told) && told <= before + TIE, "from 1 down to 0: {places:?}");
        before = told;
    }
}
