//! Defaults of optional fields, as data.

use serde_json::{Map, Value, json};

use super::each_object;

/// Converts `Default: x.` in a description to data.
pub(super) fn describe_default(property: &mut Value) {
    let description = property["description"].as_str().unwrap_or_default();
    let Some((_, said)) = description.rsplit_once("Default: ") else { return };
    let word = said.split([',', ';', ' ']).next().unwrap_or_default().trim_end_matches('.');
    let quoted = word.trim_matches('`');
    let default = match serde_json::from_str(word) {
        Ok(value) => value,
        Err(_) if quoted.len() < word.len() => json!(quoted),
        Err(_) => return, // described in words
    };
    if let Some(property) = property.as_object_mut() {
        property.insert("default".to_owned(), default);
    }
}

/// Adds an empty default, of the field's type, to optional fields without a described default. Translations have no
/// default: untranslated text comes from the quiz.
pub(super) fn complete(schema: &mut Value) {
    let whole = schema.clone();
    each_object(schema, &mut |name, properties| {
        let part = if name == "Config" { &whole } else { &whole["$defs"][name] };
        let needed = part["required"].as_array().map(Vec::as_slice).unwrap_or_default();
        for (field, property) in properties {
            if needed.iter().any(|it| it == field) || property.get("default").is_some() {
                continue;
            }
            if let (Some(default), Some(property)) = (nothing(&whole, property), property.as_object_mut()) {
                property.insert("default".to_owned(), default);
            }
        }
    });
}

fn nothing(schema: &Value, property: &Value) -> Option<Value> {
    let named = |name: &str| match property["type"].as_array() {
        Some(types) => types.iter().any(|it| it == name),
        None => property["type"] == name,
    };
    let null = |variant: &Value| variant["type"] == "null";
    if named("null") || property["anyOf"].as_array().is_some_and(|all| all.iter().any(null)) {
        return Some(Value::Null);
    }
    if named("array") {
        return Some(json!([]));
    }
    let reference = property["$ref"].as_str()?.strip_prefix("#/$defs/")?;
    (schema["$defs"][reference]["type"] == "object").then(|| Value::Object(Map::new()))
}
