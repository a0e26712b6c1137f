//! `schema`: the JSON Schema of a config, from the doc comments of its structs. What they don't say comes in here:
//! limits, defaults and words as data, and an example of every field.

use schemars::{SchemaGenerator, generate::SchemaSettings};
use serde_json::{Map, Value, json};

use super::{Done, Misuse};
use crate::config::{limits, model::Config};

/// A config that has every field; where the examples come from.
const EVERYTHING: &str = include_str!("../../examples/everything.json");
/// All words of the widget's own, in English.
const ENGLISH: &str = include_str!("../widget/words/en.json");
/// How long an example may be before it is cut to what is needed.
const SHORT: usize = 160;

pub(super) fn run() -> Done {
    let text = serde_json::to_string_pretty(&schema()).map_err(Misuse::new)?;
    super::print(&format!("{text}\n"))?;
    Ok(true)
}

/// The whole schema.
pub(super) fn schema() -> Value {
    let generator: SchemaGenerator = SchemaSettings::draft2020_12().into_generator();
    let mut schema = generator.into_root_schema_for::<Config>().to_value();
    schema["$defs"]["Words"] = words();
    each_object(&mut schema, &mut |name, properties| {
        for (field, property) in properties {
            limit(name, field, property);
            describe_default(property);
        }
    });
    let everything: Value = serde_json::from_str(EVERYTHING).expect("the example is JSON");
    let mut found = Vec::new();
    collect(&schema, &schema, "Config", &everything, &mut found);
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

/// Calls back with the properties of each object, by the object's name.
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

/// The widget's own words: an editor offers them by name, with what they say.
fn words() -> Value {
    let english: Map<String, Value> = serde_json::from_str(ENGLISH).expect("the words are JSON");
    let word = |(name, word): (String, Value)| {
        let said = word.as_str().unwrap_or_default();
        (name, json!({ "type": "string", "description": format!("Says: {said}"), "default": said }))
    };
    let words: Map<_, _> = english.into_iter().map(word).collect();
    json!({ "type": "object", "description": "Words of the widget's own.", "properties": words, "additionalProperties": false })
}

/// What `check` enforces, as far as a schema can say it.
fn limit(object: &str, field: &str, property: &mut Value) {
    let points =
        json!({ "additionalProperties": { "type": "number", "minimum": -limits::POINTS, "maximum": limits::POINTS } });
    let more = match (object, field) {
        ("Config", "version") => json!({ "const": 1 }),
        ("Config", "careers") => json!({ "minItems": 1, "maxItems": limits::CAREERS }),
        ("Config", "cards") => json!({ "minItems": 1, "maxItems": limits::CARDS }),
        ("Config", "traits") => json!({ "maxItems": limits::TRAITS }),
        ("Config", "filters") => json!({ "maxItems": limits::FILTERS }),
        ("Config", "headingLevel") => json!({ "minimum": 1, "maximum": 4 }),
        ("Config" | "Overlay", "words") => json!({ "$ref": "#/$defs/Words" }),
        ("Card", "options") => json!({ "minItems": 2, "maxItems": limits::OPTIONS }),
        ("Card", "steps") => json!({ "minimum": limits::STEPS.0, "maximum": limits::STEPS.1 }),
        ("Filter", "values") => json!({ "minItems": 1, "maxItems": limits::OPTIONS }),
        ("Theme", "radius") => json!({ "maximum": 40 }),
        ("Asking", "confidence") | ("Matching", "temper") => json!({ "exclusiveMinimum": 0, "maximum": 1 }),
        ("Career", "profile") | ("Card" | "Choice", "points") if property.get("anyOf").is_none() => points,
        ("Career" | "Card" | "Choice" | "Trait" | "Group" | "Filter" | "FilterValue", "id") => {
            json!({ "maxLength": limits::ID, "pattern": "^[^\\s!-,/:-@\\[-^`{-~]+$" })
        }
        (_, "title" | "label" | "prompt" | "reason") => json!({ "pattern": "\\S" }),
        ("Theme" | "Palette", "accent" | "surface" | "ink" | "soft" | "line" | "alert") => {
            json!({ "pattern": "^#([0-9a-fA-F]{3}|[0-9a-fA-F]{6})$" })
        }
        _ => return,
    };
    if let (Some(property), Value::Object(more)) = (property.as_object_mut(), more) {
        property.extend(more);
    }
}

/// `Default: x.` in a description, as data.
fn describe_default(property: &mut Value) {
    let description = property["description"].as_str().unwrap_or_default();
    let Some((_, said)) = description.rsplit_once("Default: ") else { return };
    let word = said.split([',', ';', ' ']).next().unwrap_or_default().trim_end_matches('.');
    let quoted = word.trim_matches('`');
    let default = match serde_json::from_str(word) {
        Ok(value) => value,
        Err(_) if quoted.len() < word.len() => json!(quoted),
        Err(_) => return, // it is told in words
    };
    if let Some(property) = property.as_object_mut() {
        property.insert("default".to_owned(), default);
    }
}

/// An example of each field of each object, from a config that has them all.
fn collect(schema: &Value, part: &Value, name: &str, value: &Value, found: &mut Vec<(String, String, Value)>) {
    if let Some((name, part)) = referred(schema, part) {
        return collect(schema, part, name, value, found);
    }
    for variant in part["anyOf"].as_array().into_iter().flatten() {
        if fits(schema, variant, value) {
            collect(schema, variant, name, value, found);
        }
    }
    match value {
        Value::Array(items) => items.iter().for_each(|item| collect(schema, &part["items"], name, item, found)),
        Value::Object(fields) => {
            for (field, value) in fields {
                let property = &part["properties"][field];
                if property.is_null() {
                    collect(schema, &part["additionalProperties"], name, value, found);
                } else {
                    if !found.iter().any(|(object, known, _)| object == name && known == field) {
                        found.push((name.to_owned(), field.clone(), short(schema, property, value)));
                    }
                    collect(schema, property, name, value, found);
                }
            }
        }
        _ => {}
    }
}

fn referred<'a>(schema: &'a Value, part: &'a Value) -> Option<(&'a str, &'a Value)> {
    let name = part["$ref"].as_str()?.strip_prefix("#/$defs/")?;
    Some((name, &schema["$defs"][name]))
}

/// Whether a variant is for this type of value.
fn fits(schema: &Value, variant: &Value, value: &Value) -> bool {
    let variant = referred(schema, variant).map_or(variant, |(_, part)| part);
    match variant["type"].as_str() {
        Some("object") => value.is_object(),
        Some("string") => value.is_string(),
        Some("null") => value.is_null(),
        _ => true,
    }
}

/// An example, with no more in it than is needed if it is long.
fn short(schema: &Value, part: &Value, value: &Value) -> Value {
    if value.to_string().len() <= SHORT {
        return value.clone();
    }
    let part = referred(schema, part).map_or(part, |(_, part)| part);
    let variants = part["anyOf"].as_array().map(Vec::as_slice).unwrap_or_default();
    if let Some(variant) = variants.iter().find(|it| fits(schema, it, value)) {
        return short(schema, variant, value);
    }
    match value {
        Value::Array(items) => {
            let least = part["minItems"].as_u64().unwrap_or(1).max(1) as usize;
            items.iter().take(least).map(|item| short(schema, &part["items"], item)).collect()
        }
        Value::Object(fields) if part["properties"].is_object() => {
            let needed: Vec<_> = part["required"].as_array().into_iter().flatten().filter_map(Value::as_str).collect();
            let keep = |(i, field): (usize, &String)| {
                if needed.is_empty() { i == 0 } else { needed.contains(&field.as_str()) }
            };
            let kept = fields.iter().enumerate().filter(|(i, (field, _))| keep((*i, *field)));
            kept.map(|(_, (field, it))| (field.clone(), short(schema, &part["properties"][field], it)))
                .collect()
        }
        Value::Object(entries) => {
            let one = entries.iter().take(1);
            one.map(|(key, it)| (key.clone(), short(schema, &part["additionalProperties"], it))).collect()
        }
        _ => value.clone(),
    }
}
