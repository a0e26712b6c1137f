//! The schema compared with `check`, with an independent validator, and with the example that has every field.

use std::{fs, path::PathBuf, process::Command};

use career_matcher::config::{Audience, Kind, Problem, load};
use jsonschema::Validator;
use serde_json::{Value, json};

fn schema() -> Value {
    let text = fs::read_to_string("schema/career-matcher.schema.json").expect("the schema is committed");
    serde_json::from_str(&text).expect("the schema is JSON")
}

fn validator(schema: &Value) -> Validator {
    jsonschema::draft202012::new(schema).expect("the schema is one")
}

/// Each field of each object: the object, the field, and its schema.
fn fields(schema: &Value) -> Vec<(String, String, Value)> {
    let parts = schema["$defs"].as_object().expect("definitions").iter();
    let all = parts.map(|(name, part)| (name.clone(), part)).chain([("Config".to_owned(), schema)]);
    let of = |(name, part): (String, &Value)| {
        let fields = part["properties"].as_object().cloned().unwrap_or_default();
        fields.into_iter().map(move |(field, about)| (name.clone(), field, about)).collect::<Vec<_>>()
    };
    all.flat_map(of).collect()
}

#[test]
fn every_field_has_words_and_an_example_that_fits() {
    let schema = schema();
    for (object, field, about) in fields(&schema) {
        let words = about["description"].as_str().unwrap_or_default();
        assert!(!words.is_empty(), "{object}.{field} has no words");
        let example = about["examples"].get(0);
        let example = example.unwrap_or_else(|| panic!("examples/everything.json has no {object}.{field}"));
        // A field's own schema, with the definitions that it refers to.
        let mut own = about.clone();
        own["$defs"] = schema["$defs"].clone();
        assert!(validator(&own).is_valid(example), "{object}.{field}: {example}");
        if let Some(default) = about.get("default") {
            assert!(validator(&own).is_valid(default), "{object}.{field}: {default}");
        }
    }
    for (name, part) in schema["$defs"].as_object().expect("definitions") {
        assert!(name.ends_with("ById") || !part["description"].as_str().unwrap_or_default().is_empty(), "{name}");
        for variant in ["oneOf", "anyOf"].iter().flat_map(|it| part[it].as_array().into_iter().flatten()) {
            assert!(!variant["description"].as_str().unwrap_or_default().is_empty(), "{name}: {variant}");
        }
    }
}

/// The only exception is translations: untranslated text comes from the quiz, which no default can express.
#[test]
fn every_field_that_may_be_left_out_has_a_default() {
    let schema = schema();
    for (object, field, about) in fields(&schema) {
        let part = if object == "Config" { &schema } else { &schema["$defs"][&object] };
        let needed = part["required"].as_array().into_iter().flatten().any(|it| *it == field);
        let translation = ["Overlay", "Titled"].contains(&object.as_str()) || object.ends_with("Words");
        let stays = translation && object != "Words";
        assert!(needed || stays || about.get("default").is_some(), "{object}.{field}: {about}");
    }
}

#[test]
fn the_manual_says_something_everywhere() {
    let manual = fs::read_to_string("docs/config.md").expect("the manual is committed");
    let silent: Vec<_> =
        manual.lines().filter(|line| line.starts_with("- ") && line.trim_end().ends_with(':')).collect();
    assert_eq!(silent, Vec::<&str>::new());
}

#[test]
fn defaults_that_are_told_are_data_too() {
    for (object, field, about) in fields(&schema()) {
        let words = about["description"].as_str().unwrap_or_default();
        let said = words.split("Default: ").nth(1).unwrap_or_default();
        if said.starts_with(|it: char| it == '`' || it.is_ascii_digit()) || ["true.", "false."].contains(&said) {
            assert!(about.get("default").is_some(), "{object}.{field}: {words}");
        }
    }
}

fn configs() -> Vec<PathBuf> {
    let folders = ["tests/fixtures/bad", "tests/fixtures/authors", "tests/fixtures/fine", "examples"];
    let all = folders
        .iter()
        .flat_map(|folder| fs::read_dir(folder).expect("a folder"))
        .map(|it| it.expect("an entry").path());
    all.filter(|path| path.extension().is_some_and(|it| it == "json")).collect()
}

/// Whether a schema can detect the problem too.
fn is_of_shape(problem: &Problem) -> bool {
    let codes = ["wrong-type", "unknown-field", "unknown-version", "no-cards", "no-careers", "bad-id", "not-positive"];
    match &problem.kind {
        // The number of options of a card, or of texts to translate, is a sum.
        Kind::OutOfRange { value, least, .. } => {
            // The threshold of a condition is a step or points.
            let path = problem.path.to_string();
            *value < f64::from(*least) && !path.ends_with("atLeast")
                || !["max", "min", "atLeast"].iter().any(|it| path.ends_with(it))
        }
        Kind::TooMany { what, .. } => !["translations", "levels of `[ ]` and `{ }`"].contains(what),
        Kind::UnknownWord { .. } => true,
        // The same: steps are integers, points need not be.
        Kind::WrongType { .. } if problem.path.to_string().ends_with("atLeast") => false,
        _ => codes.contains(&problem.code()) || problem.kind.to_string().ends_with("is missing"),
    }
}

/// A schema can't know ids or sums. But both reject a wrong shape, and both accept a valid config.
#[test]
fn schema_and_check_agree_on_shape() {
    let validator = validator(&schema());
    let mut judged = [0, 0];
    for path in configs() {
        let text = String::from_utf8_lossy(&fs::read(&path).expect("a config")).into_owned();
        let Ok(value) = serde_json::from_str::<Value>(&text) else { continue };
        let problems = match load(&text, Audience::Author) {
            Ok(_) => Vec::new(),
            Err(problems) => problems,
        };
        let shapeless = problems.iter().any(|problem| problem.is_error() && is_of_shape(problem));
        let valid = validator.is_valid(&value);
        judged[usize::from(valid)] += 1;
        assert!(!(shapeless && valid), "{}: the schema takes it, but {problems:?}", path.display());
        let why = || validator.iter_errors(&value).map(|it| it.to_string()).collect::<Vec<_>>();
        assert!(valid || !problems.is_empty(), "{}: fine for the check, but {:?}", path.display(), why());
    }
    assert!(judged[0] >= 40 && judged[1] >= 15, "{judged:?}");
}

/// Completions and explanations in an editor, by the library of Visual Studio Code.
#[test]
fn an_editor_completes_and_explains() {
    let hosts = std::env::var("HOSTS").expect("HOSTS names the folder that `tools/install.sh hosts` prints");
    let asked = Command::new("node").arg("tests/editor.cjs").env("NODE_PATH", hosts).output().expect("Node.js runs");
    assert!(asked.status.success(), "{}", String::from_utf8_lossy(&asked.stderr));
    let told: Value = serde_json::from_slice(&asked.stdout).expect("it tells JSON");
    let has = |place: &str, wanted: &[&str]| {
        let offered: Vec<_> = told[place].as_array().expect("offers").iter().filter_map(Value::as_str).collect();
        assert!(wanted.iter().all(|it| offered.contains(it)), "{place}: {offered:?}");
    };
    has("fields of the quiz", &["theme", "cards", "locales", "personas"]);
    has("fields of a card", &["prompt", "options", "tieBreak"]);
    has("kinds", &["\"single\"", "\"swipe\""]);
    has("presets", &["\"calm\"", "\"bold\""]);
    has("sections", &["\"cta\"", "\"caveat\""]);
    has("words", &["next", "finish"]);
    has("fields of a translation", &["careers", "cards"]);
    assert_eq!(told["problems"], json!([]), "an example is fine");
    assert!(told["bad"].as_array().is_some_and(|it| it.len() == 2), "{}", told["bad"]);
    for (place, words) in [
        ("hover on kind", "One&nbsp;of&nbsp;the&nbsp;options"),
        ("hover on title", "The&nbsp;title&nbsp;of&nbsp;the&nbsp;quiz"),
    ] {
        assert!(told[place].as_str().is_some_and(|it| it.contains(words)), "{place}: {}", told[place]);
    }
}
