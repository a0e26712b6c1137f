//! Content of the H5P type Personality Quiz, as its fields are described in the type's `semantics.json`
//! (github.com/otacke/h5p-personality-quiz): a package, or the `content.json` out of it.

use std::{
    collections::BTreeMap,
    io::{Cursor, Read},
};

use serde_json::{Map, Value, json};

use super::{Fault, Imported, fresh, ids::Ids};

/// Where a package keeps what it says.
const CONTENT: &str = "content/content.json";
/// Bytes of that file.
const LARGEST: u64 = 10 * 1024 * 1024;

/// Makes a quiz of a package, or of its content.
pub fn import(bytes: &[u8]) -> Result<Imported, Fault> {
    let text = if bytes.starts_with(b"PK") { unpacked(bytes)? } else { String::from_utf8_lossy(bytes).into_owned() };
    let content: Value = serde_json::from_str(&text).map_err(|error| format!("not JSON: {error}"))?;
    if !content["personalities"].is_array() || !content["questions"].is_array() {
        return Err("no Personality Quiz: it has no `personalities` and `questions`".to_owned());
    }
    let mut lost = Vec::new();
    let careers = careers(&content, &mut lost);
    let screen = &content["titleScreen"];
    let title = said(&screen["title"]["text"]);
    let mut quiz = fresh(if title.is_empty() { "Which one are you?" } else { &title }, &careers);
    for (at, personality) in items(&content["personalities"]).enumerate() {
        let summary = said(&personality["description"]);
        if !summary.is_empty() {
            quiz["careers"][at]["summary"] = json!(summary);
        }
    }
    let show = if screen["skip"] == true { "off" } else { "screen" };
    quiz["intro"] = json!({ "show": show });
    if has_image(&screen["image"]) {
        lost.push("the picture of the title screen; the intro has none".to_owned());
    }
    cards(&content, &careers, &mut quiz, &mut lost);
    let pictures = items(&quiz["cards"]).flat_map(|card| items(&card["options"]).chain([card]));
    let pictures = pictures.filter(|it| it["image"].is_string()).count();
    if pictures > 0 {
        lost.push(format!("the files of {pictures} pictures; copy them from the package's folder `content` to where the config will lie"));
    }
    let start = said(&content["startText"]);
    if !start.is_empty() && start != "Start" {
        quiz["words"] = json!({ "start": start });
    }
    if let Some(accent) = colour(&content["buttonColor"]) {
        quiz["theme"] = json!({ "accent": accent });
    }
    for (field, why) in [
        ("progressText", "the widget says itself which question it is"),
        ("retakeText", "the widget has its own button"),
        ("progressbarColor", "there is one accent"),
    ] {
        if content[field].as_str().is_some_and(|it| !it.is_empty()) {
            lost.push(format!("`{field}`: {why}"));
        }
    }
    if content["resultScreen"].is_object() {
        lost.push("`resultScreen`: the result shows all careers, in order, with reasons".to_owned());
    }
    Ok(Imported { quiz, lost, origins: Vec::new() })
}

fn unpacked(bytes: &[u8]) -> Result<String, Fault> {
    let fault = |error: zip::result::ZipError| format!("the package can't be read: {error}");
    let mut package = zip::ZipArchive::new(Cursor::new(bytes)).map_err(fault)?;
    let file = package.by_name(CONTENT).map_err(fault)?;
    let mut text = String::new();
    file.take(LARGEST).read_to_string(&mut text).map_err(|error| format!("`{CONTENT}`: {error}"))?;
    Ok(text)
}

/// Ids and titles.
fn careers(content: &Value, lost: &mut Vec<String>) -> Vec<(String, String)> {
    let mut ids = Ids::default();
    let mut careers = Vec::new();
    for personality in items(&content["personalities"]) {
        let title = said(&personality["name"]);
        let id = ids.of(&title);
        if has_image(&personality["image"]) {
            lost.push(format!("the picture of `{title}`; careers have none"));
        }
        careers.push((id, title));
    }
    careers
}

fn cards(content: &Value, careers: &[(String, String)], quiz: &mut Value, lost: &mut Vec<String>) {
    let mut by_name = BTreeMap::new();
    for (id, title) in careers {
        by_name.entry(name(title)).or_insert(id.as_str());
    }
    let mut ids = Ids::default();
    for question in items(&content["questions"]) {
        let prompt = said(&question["text"]);
        let id = ids.of(&prompt);
        let mut card = json!({ "id": id, "kind": "single", "prompt": prompt });
        illustrate(&mut card, &question["image"]);
        let mut options = Vec::new();
        let mut ids = Ids::default();
        for answer in items(&question["answers"]) {
            let label = said(&answer["text"]);
            let id = ids.of(&label);
            let points = points(&said(&answer["personality"]), &by_name, &label, lost);
            let mut option = json!({ "id": id, "label": label, "points": points });
            illustrate(&mut option, &answer["image"]);
            options.push(option);
        }
        card["options"] = json!(options);
        if let Some(cards) = quiz["cards"].as_array_mut() {
            cards.push(card);
        }
    }
}

/// `apple, mango=4, strawberry=-1`: names, each with a weight or else one point.
fn points(list: &str, careers: &BTreeMap<String, &str>, label: &str, lost: &mut Vec<String>) -> Map<String, Value> {
    let mut points = Map::new();
    for entry in list.split(',').map(str::trim).filter(|it| !it.is_empty()) {
        let (career, weight) = entry.split_once('=').unwrap_or((entry, "1"));
        match (careers.get(&name(career)), weight.trim().parse::<f64>()) {
            (Some(id), Ok(weight)) if weight.is_finite() => {
                let sum = points.get(*id).and_then(Value::as_f64).unwrap_or(0.0) + weight;
                // A sum of the largest numbers has no number.
                points.insert((*id).to_owned(), number(sum.clamp(f64::MIN, f64::MAX)));
            }
            _ => lost.push(format!("`{entry}` of the answer `{label}`: there is no such personality or weight")),
        }
    }
    points
}

/// As answers name a personality.
fn name(title: &str) -> String {
    title.trim().to_ascii_lowercase()
}

pub(super) fn number(value: f64) -> Value {
    if value.fract() == 0.0 && value.abs() < 1e9 { json!(value as i64) } else { json!(value) }
}

fn illustrate(it: &mut Value, image: &Value) {
    if has_image(image) {
        it["image"] = image["file"]["path"].clone();
        it["imageAlt"] = json!(said(&image["alt"]));
    }
}

fn has_image(image: &Value) -> bool {
    image["file"]["path"].is_string()
}

fn items(list: &Value) -> impl Iterator<Item = &Value> {
    list.as_array().into_iter().flatten()
}

/// H5P keeps texts as HTML: without its elements, and with what its entities stand for.
fn said(text: &Value) -> String {
    let mut said = String::new();
    for (i, piece) in text.as_str().unwrap_or_default().split('<').enumerate() {
        let words = match piece.split_once('>') {
            Some((_, words)) if i > 0 => words,
            _ => piece,
        };
        said.push_str(words);
    }
    for (entity, letter) in
        [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#039;", "'"), ("&nbsp;", " "), ("&amp;", "&")]
    {
        said = said.replace(entity, letter);
    }
    said.trim().to_owned()
}

fn colour(it: &Value) -> Option<String> {
    let digits = it.as_str()?.trim_start_matches('#');
    let fine = digits.len() == 6 && digits.bytes().all(|it| it.is_ascii_hexdigit());
    fine.then(|| format!("#{}", digits.to_lowercase()))
}
