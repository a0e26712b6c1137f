//! Quizzes in plain JSON or YAML with any common field names: results, questions, and answers that name a result or
//! have points for several. The fields used are reported.

use serde_json::Value;

use super::{
    ImportError,
    draft::{Asks, Draft, Outcome, Question, Reply},
    html,
    json::{items, str_of},
};

const RESULTS: [&str; 9] =
    ["results", "outcomes", "personalities", "careers", "profiles", "types", "characters", "categories", "houses"];
const QUESTIONS: [&str; 5] = ["questions", "items", "quiz", "cards", "pages"];
const ANSWERS: [&str; 5] = ["answers", "options", "choices", "responses", "alternatives"];
const PROMPTS: [&str; 6] = ["question", "text", "title", "prompt", "label", "name"];
const LABELS: [&str; 7] = ["answer", "text", "label", "title", "option", "content", "name"];
const SUMMARIES: [&str; 5] = ["description", "summary", "text", "body", "message"];
const KEYS: [&str; 6] = ["id", "key", "slug", "code", "letter", "value"];
const NAMES: [&str; 4] = ["title", "name", "label", "heading"];
/// Where an answer names its result or points.
const SPEAKS: [&str; 14] = [
    "result",
    "outcome",
    "personality",
    "career",
    "profile",
    "type",
    "character",
    "category",
    "house",
    "results",
    "scores",
    "points",
    "weights",
    "value",
];

/// Makes a draft from parsed data; a list is taken as the questions.
pub(super) fn draft(quiz: &Value) -> Result<Draft, ImportError> {
    let mut draft = Draft::default();
    let quiz = match quiz {
        Value::Object(all) if all.len() == 1 => all.values().next().filter(|it| it.is_object()).unwrap_or(quiz),
        _ => quiz,
    };
    let questions = match quiz {
        Value::Array(_) => quiz,
        _ => field(quiz, &QUESTIONS, |it| it.is_array()).ok_or_else(|| unknown(quiz))?.1,
    };
    draft.title = said(quiz, &["title", "name", "heading"]);
    draft.intro = html::long(&said(quiz, &["description", "intro", "subtitle", "introduction"]));
    draft.language = quiz["language"].as_str().or(quiz["lang"].as_str()).map(str::to_owned);
    if let Some((_, results)) = field(quiz, &RESULTS, |it| it.is_array() || it.is_object()) {
        draft.results = outcomes(results);
    }
    let (mut prompts, mut speakers) = (Vec::new(), Vec::new());
    for it in items(questions) {
        let replies = field(it, &ANSWERS, |it| it.is_array() || it.is_object());
        let prompt = field(it, &PROMPTS, Value::is_string);
        let (Some((_, replies)), Some((name, prompt))) = (replies, prompt) else {
            draft.lost.push(format!("a question without a text or answers: `{}`", short(it)));
            continue;
        };
        prompts.push(name);
        let replies = listed(replies)
            .into_iter()
            .map(|(key, reply)| self::reply(key, reply, &draft.results, &mut speakers))
            .collect();
        let several = ["multiple", "checkbox", "multi"]
            .iter()
            .any(|word| it["type"].as_str().is_some_and(|kind| kind.contains(word)));
        let asks = if several || it["multiple"] == true { Asks::Several(replies) } else { Asks::One(replies) };
        draft.questions.push(Question { prompt: html::line(str_of(prompt)), asks, ..Question::default() });
    }
    if draft.questions.is_empty() {
        return Err(unknown(quiz));
    }
    if draft.results.is_empty() {
        // Answers can name results that no list contains.
        for (key, _) in draft.questions.iter().flat_map(|it| match &it.asks {
            Asks::One(replies) | Asks::Several(replies) => {
                replies.iter().flat_map(|it| it.points.clone()).collect::<Vec<_>>()
            }
            Asks::Scale { .. } | Asks::YesNo => Vec::new(),
        }) {
            if !draft.results.iter().any(|it| it.key == key) {
                draft.results.push(Outcome { title: key.clone(), key, summary: String::new() });
            }
        }
    }
    let mut taken: Vec<_> = prompts.into_iter().map(|it| format!("`{it}` as the questions")).collect();
    taken.extend(speakers.into_iter().map(|it| format!("`{it}` as the points of answers")));
    taken.sort();
    taken.dedup();
    if !taken.is_empty() {
        draft.lost.push(format!("note: read {}", taken.join(", ")));
    }
    Ok(draft)
}

fn unknown(quiz: &Value) -> ImportError {
    let has: Vec<_> = quiz.as_object().into_iter().flat_map(|it| it.keys().take(6).cloned()).collect();
    let has = if has.is_empty() { String::new() } else { format!(" (found `{}`)", has.join("`, `")) };
    format!("this is not a known quiz format{has}; use lists such as `questions` and `results`")
}

/// A list, or an object with its keys.
fn listed(all: &Value) -> Vec<(Option<&str>, &Value)> {
    match all {
        Value::Object(map) => map.iter().map(|(key, it)| (Some(key.as_str()), it)).collect(),
        _ => items(all).map(|it| (None, it)).collect(),
    }
}

fn outcomes(results: &Value) -> Vec<Outcome> {
    let outcome = |(at, (key, it)): (usize, (Option<&str>, &Value))| {
        let name = if it.is_string() { str_of(it).to_owned() } else { said(it, &NAMES) };
        let own = field(it, &KEYS, |it| it.is_string() || it.is_number()).map(|(_, it)| plain(it));
        let title = if name.is_empty() {
            key.map(str::to_owned).or(own.clone()).unwrap_or_else(|| format!("Result {}", at + 1))
        } else {
            name
        };
        let summary =
            field(it, &SUMMARIES, |it| it.is_string() && str_of(it) != title).map(|(_, it)| html::long(str_of(it)));
        Outcome {
            key: key.map(str::to_owned).or(own).unwrap_or_else(|| title.clone()),
            title: html::line(&title),
            summary: summary.unwrap_or_default(),
        }
    };
    listed(results).into_iter().enumerate().map(outcome).collect()
}

fn reply(key: Option<&str>, it: &Value, results: &[Outcome], speakers: &mut Vec<&'static str>) -> Reply {
    if let (Some(key), Value::String(result)) = (key, it) {
        // For example `{ "To the sea": "gull" }`.
        return Reply { label: key.to_owned(), points: vec![(result.clone(), 1.0)], ..Reply::default() };
    }
    if it.is_string() {
        return Reply { label: html::line(str_of(it)), ..Reply::default() };
    }
    let label = html::line(&said(it, &LABELS));
    let says = |it: &Value| match it {
        Value::String(_) | Value::Object(_) => true,
        Value::Array(all) => !all.is_empty(),
        _ => false,
    };
    let spoken = SPEAKS
        .iter()
        .find_map(|name| it.get(name).filter(|it| says(it) && str_of(it) != label).map(|it| (*name, it)));
    let Some((name, spoken)) = spoken else { return Reply { label, ..Reply::default() } };
    speakers.push(name);
    let points = match spoken {
        Value::String(one) => one.split(',').map(|it| (it.trim().to_owned(), 1.0)).collect(),
        Value::Object(map) => map.iter().filter_map(|(key, it)| Some((key.clone(), amount(it)?))).collect(),
        // Numbers are in the order of the results; texts name results.
        Value::Array(all) => all
            .iter()
            .enumerate()
            .filter_map(|(at, it)| match it {
                Value::String(key) => Some((key.clone(), 1.0)),
                Value::Object(_) => {
                    let key =
                        field(it, &SPEAKS[..9], Value::is_string).or_else(|| field(it, &KEYS, Value::is_string))?.1;
                    let amount = ["points", "score", "weight", "value"].iter().find_map(|name| amount(&it[*name]));
                    Some((str_of(key).to_owned(), amount.unwrap_or(1.0)))
                }
                _ => Some((results.get(at)?.key.clone(), amount(it)?)),
            })
            .collect(),
        _ => Vec::new(),
    };
    Reply {
        label,
        points: points.into_iter().filter(|(key, value): &(String, f64)| !key.is_empty() && *value != 0.0).collect(),
        ..Reply::default()
    }
}

fn amount(it: &Value) -> Option<f64> {
    match it {
        Value::String(text) => text.trim().replace(',', ".").parse().ok(),
        _ => it.as_f64(),
    }
    .filter(|it| it.is_finite())
}

fn field<'v>(
    it: &'v Value,
    names: &[&'static str],
    fits: impl Fn(&Value) -> bool,
) -> Option<(&'static str, &'v Value)> {
    names.iter().find_map(|name| it.get(name).filter(|it| fits(it)).map(|it| (*name, it)))
}

fn said(it: &Value, names: &[&'static str]) -> String {
    field(it, names, Value::is_string).map_or(String::new(), |(_, it)| str_of(it).trim().to_owned())
}

fn plain(it: &Value) -> String {
    it.as_str().map_or_else(|| it.to_string(), str::to_owned)
}

fn short(it: &Value) -> String {
    it.to_string().chars().take(60).collect()
}
