//! Examples of fields, from a config that has them all.

use serde_json::Value;

/// A longer example is shortened to its required fields.
const SHORT: usize = 160;

/// Collects an example of each field of each object.
pub(super) fn collect(
    schema: &Value,
    part: &Value,
    name: &str,
    value: &Value,
    found: &mut Vec<(String, String, Value)>,
) {
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

/// Whether a variant fits the type of a value.
fn fits(schema: &Value, variant: &Value, value: &Value) -> bool {
    let variant = referred(schema, variant).map_or(variant, |(_, part)| part);
    match variant["type"].as_str() {
        Some("object") => value.is_object(),
        Some("string") => value.is_string(),
        Some("null") => value.is_null(),
        _ => true,
    }
}

/// An example; a long one is shortened to its required fields.
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
