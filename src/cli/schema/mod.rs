//! `schema`: the JSON Schema of a config, generated from the doc comments of its structs, and of the commands' outputs.
//! Bounds, defaults and words as data, and an example of every field, are added here.

mod bounds;
mod defaults;
mod examples;

use clap::ValueEnum;
use schemars::{JsonSchema, SchemaGenerator, generate::SchemaSettings};
use serde_json::{Map, Value, json};

use super::{Done, Failure, outputs};
use crate::config::{limits, model::Config};
use bounds::{bind, bound, never_null};
use defaults::{complete, describe_default};
use examples::collect;

/// A config with every field, the source of examples.
const EVERYTHING: &str = include_str!("../../../examples/everything.json");
/// A config with careers from axes, for the fields that the other example can't have.
const AXES: &str = include_str!("../../../examples/work-styles.json");
/// All words of the widget, in English.
const ENGLISH: &str = crate::text::words::ENGLISH;
/// The words in another language, as examples of other wording.
const GERMAN: &str = crate::text::words::GERMAN;

/// The subjects of schemas.
#[derive(Clone, Copy, ValueEnum)]
pub(super) enum Of {
    /// A config
    Config,
    /// What `check --format json` prints
    Check,
    /// What `lab --format json` prints
    Lab,
    /// A line that `simulate` prints
    Simulate,
    /// A line that `match` prints
    Match,
}

pub(super) fn run(of: Of) -> Done {
    let schema = match of {
        Of::Config => schema(),
        Of::Check => of_output::<outputs::check::Check>(),
        Of::Lab => of_output::<outputs::lab::Lab>(),
        Of::Simulate => of_output::<outputs::simulate::Simulate>(),
        Of::Match => of_output::<outputs::matching::Match>(),
    };
    let text = serde_json::to_string_pretty(&schema).map_err(Failure::new)?;
    super::print(&format!("{text}\n"))?;
    Ok(true)
}

/// The schema of a command's output. Unknown fields are allowed, because new ones may be added.
fn of_output<T: JsonSchema>() -> Value {
    SchemaSettings::draft2020_12()
        .for_serialize()
        .into_generator()
        .into_root_schema_for::<T>()
        .to_value()
}

/// The whole schema of a config.
pub(super) fn schema() -> Value {
    let generator: SchemaGenerator = SchemaSettings::draft2020_12().into_generator();
    let mut schema = generator.into_root_schema_for::<Config>().to_value();
    schema["$defs"]["Words"] = words();
    each_object(&mut schema, &mut |name, properties| {
        for (field, property) in properties {
            bound(name, field, property);
            never_null(name, property);
            describe_default(property);
        }
    });
    bind("Config", &mut schema);
    for (name, part) in schema["$defs"].as_object_mut().into_iter().flatten() {
        bind(name, part);
    }
    complete(&mut schema);
    schema["description"] = json!(format!(
        "A whole quiz: at most {} MB of text, and at most {} levels of `[ ]` and `{{ }}`.",
        limits::BYTES / 1024 / 1024,
        limits::DEPTH
    ));
    let mut found = Vec::new();
    for example in [EVERYTHING, AXES] {
        let example: Value = serde_json::from_str(example).expect("the example is JSON");
        collect(&schema, &schema, "Config", &example, &mut found);
    }
    each_object(&mut schema, &mut |name, properties| {
        for (field, property) in properties {
            let mut here = found.iter().filter(|(object, key, _)| object == name && key == field);
            if let (Some((.., example)), Some(property)) = (here.next(), property.as_object_mut()) {
                property.insert("examples".to_owned(), json!([example]));
            }
        }
    });
    schema
}

/// Calls `see` with the properties of each object, by the object's name.
pub(super) fn each_object(schema: &mut Value, see: &mut dyn FnMut(&str, &mut Map<String, Value>)) {
    if let Some(properties) = schema["properties"].as_object_mut() {
        see("Config", properties);
    }
    for (name, part) in schema["$defs"].as_object_mut().into_iter().flatten() {
        if let Some(properties) = part.get_mut("properties").and_then(Value::as_object_mut) {
            see(name, properties);
        }
    }
}

/// The widget's words: an editor suggests them by name, with their default text.
fn words() -> Value {
    let english: Map<String, Value> = serde_json::from_str(ENGLISH).expect("the words are JSON");
    let german: Map<String, Value> = serde_json::from_str(GERMAN).expect("the words are JSON");
    let word = |(name, word): (String, Value)| {
        let said = word.as_str().unwrap_or_default();
        let other = &german[&name];
        let about = format!("Says: {said}");
        (name, json!({ "type": "string", "description": about, "default": said, "examples": [other] }))
    };
    let words: Map<_, _> = english.into_iter().map(word).collect();
    json!({ "type": "object", "description": "Words of the widget's own.", "properties": words, "additionalProperties": false })
}
