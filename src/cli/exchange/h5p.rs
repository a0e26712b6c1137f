//! H5P content of the type Personality Quiz, versions 1.0 and 1.1: a package, or its `content.json`. Fields follow the
//! type's `semantics.json`, brought up to date by its `upgrades.js` (github.com/otacke/h5p-personality-quiz).
//!
//! H5P ranks by the highest sum, so the imported quiz does the same.

use std::{
    collections::BTreeMap,
    io::{Cursor, Read},
};

use serde_json::{Map, Value, json};

use super::{
    ImportError, Imported, fresh, html,
    ids::Ids,
    json::{items, number, str_of},
    parse_json,
};
use crate::cli::files::text_of;

/// The files to read from a package, in any folder.
const CONTENT: &str = "content/content.json";
const ABOUT: &str = "h5p.json";
/// The largest size of such a file, in bytes.
const LARGEST: u64 = 10 * 1024 * 1024;
/// The default button label and colour of the content type.
const START: &str = "Start";
const COLOUR: &str = "1a73d9";
/// The placeholder that H5P writes for an empty text.
const FILLER: char = '\u{3164}';

/// Makes a quiz from a package, or from its content.
pub fn import(bytes: &[u8]) -> Result<Imported, ImportError> {
    let (content, about) = if bytes.starts_with(b"PK") { unpacked(bytes)? } else { (parsed(bytes)?, Value::Null) };
    let kind = about["mainLibrary"].as_str().unwrap_or("H5P.PersonalityQuiz");
    if kind != "H5P.PersonalityQuiz" {
        let kind = kind.trim_start_matches("H5P.");
        return Err(format!("this is another kind of H5P content, `{kind}`; only a Personality Quiz can be imported"));
    }
    let part = |group: &str, name: &str| match &content[group][name] {
        Value::Array(items) => Some(items.clone()),
        _ => content[name].as_array().cloned(),
    };
    let (Some(personalities), Some(questions)) =
        (part("personalitiesGroup", "personalities"), part("questionsGroup", "questions"))
    else {
        return Err(other_kind());
    };
    // Other programs use these list names too; only in H5P does an answer name a personality.
    let answers = questions.iter().flat_map(|it| items(&it["answers"]));
    if !questions.is_empty()
        && answers.clone().next().is_some()
        && !answers.clone().any(|it| it["personality"].is_string())
    {
        return Err(other_kind());
    }
    let mut lost = Vec::new();
    let careers = careers(&personalities, &mut lost);
    let (title, body) = titles(&content, &about);
    let pairs: Vec<_> = careers.iter().map(|(id, title, _)| (id.clone(), title.clone())).collect();
    let mut quiz = fresh(&title, &pairs);
    let language = about["language"].as_str().or(about["defaultLanguage"].as_str()).filter(|it| *it != "und");
    if let Some(language) = language {
        quiz["language"] = json!(language);
    }
    for (at, (_, _, summary)) in careers.iter().enumerate().filter(|(_, it)| !it.2.is_empty()) {
        quiz["careers"][at]["summary"] = json!(summary);
    }
    let screen = &content["titleScreen"];
    let shows = content["showTitleScreen"].as_bool().unwrap_or(screen["skip"] == false);
    quiz["intro"] = json!({ "show": if shows { "screen" } else { "off" } });
    if !body.is_empty() && shows {
        quiz["intro"]["body"] = json!(body);
    }
    if has_image(&screen["image"]) || !screen["titleScreenMedium"].is_null() {
        lost.push("the picture or video of the title screen: an intro can't have one".to_owned());
    }
    quiz["matching"] = json!({ "score": "raw" });
    // H5P shows no percentages.
    quiz["result"] = json!({ "matches": "none" });
    cards(&questions, &pairs, &mut quiz, &mut lost);
    let pictures = items(&quiz["cards"]).flat_map(|card| items(&card["options"]).chain([card]));
    let pictures = pictures.filter(|it| it["image"].is_string()).count();
    if pictures > 0 {
        lost.push(format!(
            "the files of {pictures} pictures; copy the package's folder `content/images` to the folder of the page with the quiz"
        ));
    }
    looks(&content, &mut quiz, &mut lost);
    lost.push("the random choice between tied personalities: the widget shows all of them".to_owned());
    Ok(Imported { quiz, lost, origins: Vec::new(), fields: Vec::new() })
}

fn other_kind() -> ImportError {
    "this is another kind of H5P content; only a Personality Quiz can be imported".to_owned()
}

fn parsed(bytes: &[u8]) -> Result<Value, ImportError> {
    parse_json(&text_of(bytes).map_err(|problem| problem.message())?)
}

/// The content of a package, and its metadata.
fn unpacked(bytes: &[u8]) -> Result<(Value, Value), ImportError> {
    let fault = || "this H5P file is damaged or incomplete; download it again".to_owned();
    let mut package = zip::ZipArchive::new(Cursor::new(bytes)).map_err(|_| fault())?;
    let find = |package: &zip::ZipArchive<_>, name: &str| {
        let ends = |it: &&str| *it == name || it.ends_with(&format!("/{name}"));
        let found = package.file_names().filter(ends).min_by_key(|it| it.len());
        found.map(str::to_owned)
    };
    let mut read = |name: &str| -> Result<Value, ImportError> {
        let mut bytes = Vec::new();
        let file = package.by_name(name).map_err(|_| fault())?;
        file.take(LARGEST).read_to_end(&mut bytes).map_err(|_| fault())?;
        parsed(&bytes).map_err(|_| fault())
    };
    let archive = zip::ZipArchive::new(Cursor::new(bytes)).map_err(|_| fault())?;
    let content = find(&archive, CONTENT).ok_or("this is not an H5P file: it has no `content/content.json`")?;
    let about = find(&archive, ABOUT).map(|name| read(&name)).transpose()?;
    Ok((read(&content)?, about.unwrap_or_default()))
}

/// The title of the quiz, and the text of its title screen.
fn titles(content: &Value, about: &Value) -> (String, String) {
    let screen = &content["titleScreen"];
    let body = html::long(str_of(&screen["titleScreenIntroduction"]));
    let own = html::line(str_of(&screen["title"]["text"]));
    let first = html::line(body.lines().next().unwrap_or_default()).replace("**", "");
    let all = [own, html::line(str_of(&about["title"])), first];
    let title = all.into_iter().find(|it| !it.is_empty());
    (title.unwrap_or_else(|| "Which one are you?".to_owned()), body)
}

/// Ids, titles and summaries. H5P ignores personalities without a name, and duplicates.
fn careers(personalities: &[Value], lost: &mut Vec<String>) -> Vec<(String, String, String)> {
    let mut ids = Ids::default();
    let mut careers: Vec<(String, String, String)> = Vec::new();
    for personality in personalities {
        let title = html::line(str_of(&personality["name"]));
        if title.is_empty() {
            lost.push("a personality without a name".to_owned());
            continue;
        }
        if careers.iter().any(|it| it.1 == title) {
            lost.push(format!("the second personality with the name `{title}`"));
            continue;
        }
        if has_image(&personality["image"]) {
            lost.push(format!("the picture of `{title}`"));
        }
        careers.push((ids.of(&title), title, html::long(str_of(&personality["description"]))));
    }
    careers
}

fn cards(questions: &[Value], careers: &[(String, String)], quiz: &mut Value, lost: &mut Vec<String>) {
    let mut by_name = BTreeMap::new();
    for (id, title) in careers {
        by_name.entry(name(title)).or_insert(id.as_str());
    }
    let mut ids = Ids::default();
    for (number, question) in (1..).zip(questions) {
        let mut prompt = html::line(str_of(&question["text"]));
        let mut options = Vec::new();
        let mut own = Ids::default();
        for (at, answer) in (1..).zip(items(&question["answers"])) {
            let mut label = html::line(str_of(&answer["text"]).trim_matches(FILLER));
            let points = points(&html::line(str_of(&answer["personality"])), &by_name, &label, lost);
            if points.is_empty() {
                lost.push(format!(
                    "answer {at} of question {number}, `{label}`: it has no personality, and H5P does not show it"
                ));
                continue;
            }
            if label.is_empty() {
                label = Some(html::line(str_of(&answer["image"]["alt"])))
                    .filter(|it| !it.is_empty())
                    .unwrap_or_else(|| format!("Picture {at}"));
                lost.push(format!(
                    "note: answer {at} of question {number} has a picture but no text; its label is now `{label}`"
                ));
            }
            let mut option = json!({ "id": own.of(&label), "label": label, "points": points });
            illustrate(&mut option, &answer["image"]);
            options.push(option);
        }
        if options.len() < 2 {
            lost.push(format!("question {number}, `{prompt}`: fewer than two of its answers have a personality"));
            continue;
        }
        if prompt.is_empty() {
            prompt = format!("Question {number}");
            lost.push(format!("note: question {number} has no text; its text is now `{prompt}`"));
        }
        let mut card = json!({ "id": ids.of(&prompt), "kind": "single", "prompt": prompt });
        illustrate(&mut card, &question["image"]);
        card["options"] = json!(options);
        if let Some(cards) = quiz["cards"].as_array_mut() {
            cards.push(card);
        }
    }
}

/// Parses `apple, mango=4, strawberry=-1`: names with integer weights; the default is one point.
fn points(list: &str, careers: &BTreeMap<String, &str>, label: &str, lost: &mut Vec<String>) -> Map<String, Value> {
    let mut points = Map::new();
    for entry in list.split(',').map(str::trim).filter(|it| !it.is_empty()) {
        let weighed = entry.rsplit_once('=').filter(|(_, weight)| {
            let digits = weight.strip_prefix(['-', '+']).unwrap_or(weight);
            !digits.is_empty() && digits.bytes().all(|it| it.is_ascii_digit())
        });
        let (career, weight) = weighed.unwrap_or((entry, "1"));
        match (careers.get(&name(career)), weight.parse::<f64>()) {
            (Some(id), Ok(weight)) if weight.is_finite() => {
                let sum = points.get(*id).and_then(Value::as_f64).unwrap_or(0.0) + weight;
                // The sum of the largest numbers overflows.
                points.insert((*id).to_owned(), number(sum.clamp(f64::MIN, f64::MAX)));
            }
            _ => lost.push(format!("`{entry}` of the answer `{label}`: not a known personality or weight")),
        }
    }
    points
}

/// Imports custom words and colours.
fn looks(content: &Value, quiz: &mut Value, lost: &mut Vec<String>) {
    let (words, visual) = (&content["l10n"], &content["visual"]);
    let either = |new: &Value, old: &str| str_of(if new.is_null() { &content[old] } else { new }).to_owned();
    let start = html::line(&either(&words["start"], "startText"));
    if !start.is_empty() && start != START {
        quiz["words"] = json!({ "start": start });
    }
    if let Some(accent) = colour(&either(&visual["colorButton"], "buttonColor")) {
        quiz["theme"] = json!({ "accent": accent });
    }
    let bar = either(&visual["colorProgressBar"], "progressbarColor");
    if colour(&bar).is_some() && colour(&bar) != colour(&either(&visual["colorButton"], "buttonColor")) {
        lost.push("the colour of the progress bar: a theme has only one accent colour".to_owned());
    }
    let progress = either(&words["currentOfTotal"], "progressText");
    if !["", "@current of @total", "@question of @total"].contains(&progress.as_str()) {
        lost.push(format!("`{progress}`: the widget has its own progress text"));
    }
    if !["", "Restart", "Retake the quiz"].contains(&either(&words["reset"], "retakeText").as_str()) {
        lost.push("the label of the restart button: the widget has its own".to_owned());
    }
    if content["resultScreen"]["animation"] == "wheel" {
        lost.push("the wheel of fortune before the result".to_owned());
    }
    if visual["appearance"].as_str().is_some_and(|it| it != "classic") {
        lost.push("the appearance as a chat".to_owned());
    }
}

/// The form of a personality's name in answers.
fn name(title: &str) -> String {
    title.trim().to_lowercase()
}

fn illustrate(it: &mut Value, image: &Value) {
    if has_image(image) {
        it["image"] = image["file"]["path"].clone();
        it["imageAlt"] = json!(html::line(str_of(&image["alt"])));
    }
}

fn has_image(image: &Value) -> bool {
    image["file"]["path"].is_string()
}

/// A colour that differs from the type's default.
fn colour(it: &str) -> Option<String> {
    let digits = it.trim_start_matches('#').to_lowercase();
    let fine = [3, 6].contains(&digits.len()) && digits.bytes().all(|it| it.is_ascii_hexdigit());
    (fine && digits != COLOUR).then(|| format!("#{digits}"))
}
