//! `reference`: the manual of a config, field by field, as Markdown, generated from the schema.

use std::fmt::{self, Write};

use serde_json::Value;

use super::{Done, Failure, schema::schema};
use crate::config;

pub(super) fn run() -> Done {
    super::print(&reference().map_err(Failure::new)?)?;
    Ok(true)
}

const HEAD: &str = "# Every field of a config

A quiz is one JSON file. `career-matcher reference` generates this page from comments in the source code. Each example
comes from [`examples/everything.json`](../examples/everything.json), which has every field except `axes`; for these see
[`examples/work-styles.json`](../examples/work-styles.json).
An editor with JSON Schema support completes and explains all fields if the file begins with

```json
{ \"$schema\": \"career-matcher.schema.json\" }
```

Adjust the path: the schema is in `schema/` and next to the built script.

A file can have up to {size} MB and {depth} levels of nested lists and objects. The command line accepts up to {large} MB,
for large catalogues that pages can't play. [Problems](problems.md) explains every error and warning.

Long texts (`intro.body`, `summary`, `day`, `firstSteps`, `note`, `caveat`, `credit`) can use a little Markdown:
`**strong**`, `*emphasis*`, `[text](https://…)`, lines that begin with `- `, and line breaks. All texts can use
placeholders: `{career}`, `{percent}`, `{answer:card-id}`, `{param:utm_source}` from the page's address, and
`{field:name}` from the element's attribute `data-field-name`. Put a fallback after a bar: `{param:name|you}`. Unknown
names are replaced with nothing. Write `{{` and `}}` to show braces around a name; other braces need no doubling.
";

fn reference() -> Result<String, fmt::Error> {
    let schema = schema();
    let size = (config::limits::BYTES / 1024 / 1024).to_string();
    let large = (config::limits::AUTHORS_BYTES / 1024 / 1024).to_string();
    let mut page = HEAD
        .replace("{large}", &large)
        .replace("{size}", &size)
        .replace("{depth}", &config::limits::DEPTH.to_string());
    object(&mut page, "Config", "The quiz", &schema)?;
    let mut shown = vec!["Config".to_owned()];
    let mut ahead = mentioned(&schema["properties"]);
    while !ahead.is_empty() {
        let name = ahead.remove(0);
        if !shown.contains(&name) {
            let part = &schema["$defs"][&name];
            if part["properties"].is_object() && name != "Words" {
                object(&mut page, &name, &title(&name), part)?;
            } else if name == "Words" {
                words(&mut page, part)?;
            } else if part["oneOf"].is_array() || part["anyOf"].is_array() {
                choices(&mut page, &name, part)?;
            }
            ahead.extend(mentioned(part));
            shown.push(name);
        }
    }
    Ok(page)
}

fn object(page: &mut String, name: &str, title: &str, part: &Value) -> fmt::Result {
    writeln!(page, "\n## {title}\n")?;
    if name != "Config" {
        writeln!(page, "{}\n", line(&part["description"]))?;
    }
    let needed: Vec<_> = part["required"].as_array().into_iter().flatten().filter_map(Value::as_str).collect();
    for (field, property) in part["properties"].as_object().into_iter().flatten() {
        let must = if needed.contains(&field.as_str()) { ", required" } else { "" };
        writeln!(page, "### `{field}`\n\n*{}{must}*. {}\n", kind(property), line(&property["description"]))?;
        let more = limits(property);
        if !more.is_empty() {
            writeln!(page, "{more}\n")?;
        }
        if let Some(example) = property["examples"].get(0) {
            writeln!(page, "```json\n{{ \"{field}\": {} }}\n```\n", spaced(example))?;
        }
    }
    page.truncate(page.trim_end().len());
    page.push('\n');
    Ok(())
}

/// A choice among words, or among objects.
fn choices(page: &mut String, name: &str, part: &Value) -> fmt::Result {
    writeln!(page, "\n## {}\n\n{}\n", title(name), line(&part["description"]))?;
    for choice in part["oneOf"].as_array().or(part["anyOf"].as_array()).into_iter().flatten() {
        let what = choice["const"].as_str().map_or_else(|| kind(choice), |word| format!("`{word}`"));
        writeln!(page, "- {what}: {}", line(&choice["description"]))?;
    }
    Ok(())
}

fn words(page: &mut String, part: &Value) -> fmt::Result {
    writeln!(page, "\n## Words\n\nThe widget's own texts, and their English defaults.\n")?;
    writeln!(page, "| name | English text |\n| --- | --- |")?;
    for (name, word) in part["properties"].as_object().into_iter().flatten() {
        let said = word["default"].as_str().unwrap_or_default();
        writeln!(page, "| `{name}` | {} |", said.replace('|', "\\|"))?;
    }
    Ok(())
}

/// A description on one line.
fn line(description: &Value) -> String {
    description.as_str().unwrap_or_default().split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The type of a field, in an author's words.
fn kind(property: &Value) -> String {
    let word = |name: &str| match name {
        "string" => "text".to_owned(),
        "boolean" => "true or false".to_owned(),
        "integer" => "a whole number".to_owned(),
        "number" => "a number".to_owned(),
        "array" => format!("a list of {}", plural(&kind(&property["items"]))),
        _ => "an object".to_owned(),
    };
    if let Some(name) = property["$ref"].as_str().and_then(|it| it.strip_prefix("#/$defs/")) {
        return match name.strip_suffix("ById") {
            Some("string") => "texts by id".to_owned(),
            Some("double") => "numbers by id".to_owned(),
            Some(name) => format!("[{}](#{}) by id", title(name), anchor(name)),
            None => format!("[{}](#{})", title(name), anchor(name)),
        };
    }
    if let Some(variants) = property["anyOf"].as_array() {
        let real = variants.iter().find(|it| it["type"] != "null");
        return real.map_or_else(String::new, kind);
    }
    match &property["type"] {
        Value::String(name) => word(name),
        Value::Array(names) => {
            names.iter().filter_map(Value::as_str).find(|it| *it != "null").map_or(String::new(), word)
        }
        _ => "any".to_owned(),
    }
}

fn plural(kind: &str) -> String {
    match kind {
        "text" => "texts".to_owned(),
        "a number" => "numbers".to_owned(),
        other => other.to_owned(),
    }
}

fn limits(property: &Value) -> String {
    let said = |key: &str, words: &str| property.get(key).map(|it| format!("{words} {it}"));
    let each = |key: &str, words: &str| property["additionalProperties"].get(key).map(|it| format!("{words} {it}"));
    let all = [
        said("minItems", "at least"),
        said("maxItems", "at most"),
        said("maxProperties", "at most"),
        said("exclusiveMinimum", "above"),
        said("minimum", "from").filter(|_| property["minimum"] != 0),
        said("maximum", "up to"),
        said("maxLength", "characters: at most"),
        said("const", "always"),
        each("minimum", "each from"),
        each("maximum", "up to"),
    ];
    let all: Vec<_> = all.into_iter().flatten().collect();
    if all.is_empty() { String::new() } else { format!("Limits: {}.", all.join(", ")) }
}

/// The name of an object of the schema, in an author's words.
fn title(name: &str) -> String {
    let mut words = String::new();
    for (i, letter) in name.chars().enumerate() {
        if i > 0 && letter.is_uppercase() {
            words.push(' ');
        }
        words.push(if i > 0 { letter.to_ascii_lowercase() } else { letter });
    }
    words
}

fn anchor(name: &str) -> String {
    title(name).to_lowercase().replace(' ', "-")
}

/// JSON on one line, with spaces inside brackets.
fn spaced(value: &Value) -> String {
    match value {
        Value::Array(items) => format!("[{}]", items.iter().map(spaced).collect::<Vec<_>>().join(", ")),
        Value::Object(fields) if fields.is_empty() => "{}".to_owned(),
        Value::Object(fields) => {
            let all: Vec<_> = fields.iter().map(|(key, it)| format!("\"{key}\": {}", spaced(it))).collect();
            format!("{{ {} }}", all.join(", "))
        }
        other => other.to_string(),
    }
}

/// The names of the objects that a part of the schema refers to, in order.
fn mentioned(part: &Value) -> Vec<String> {
    match part {
        Value::Object(fields) => fields
            .iter()
            .flat_map(|(key, it)| match (key.as_str(), it) {
                ("$ref", Value::String(name)) => vec![name.replace("#/$defs/", "")],
                ("examples", _) => Vec::new(),
                _ => mentioned(it),
            })
            .collect(),
        Value::Array(items) => items.iter().flat_map(mentioned).collect(),
        _ => Vec::new(),
    }
}
