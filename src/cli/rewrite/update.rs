//! Applies all differences between two values to a text at once; everything else is unchanged, to the byte.

use std::ops::Range;

use serde_json::{Value, json};

use super::Style;
use crate::config::{Layout, Path, Segment};

/// The text with all differences between two values applied.
pub(in crate::cli) fn update(text: &str, before: &Value, after: &Value) -> String {
    let start = text.len() - text.trim_start_matches('\u{feff}').len();
    let mut edits = Edits { text, layout: Layout::of(text), style: Style::of(text), all: Vec::new() };
    edits.differ(&mut Vec::new(), before, after);
    let Edits { mut all, .. } = edits;
    all.sort_by_key(|(range, _)| range.start);
    let mut updated = text[..start].to_owned();
    let mut at = start;
    for (range, with) in all {
        updated += &text[at..range.start];
        updated += &with;
        at = range.end;
    }
    updated + &text[at..]
}

/// Replacements by byte range.
struct Edits<'a> {
    text: &'a str,
    layout: Layout,
    style: Style,
    all: Vec<(Range<usize>, String)>,
}

impl Edits<'_> {
    fn differ(&mut self, way: &mut Vec<Segment>, before: &Value, after: &Value) {
        if before == after {
            return;
        }
        let Some(span) = self.layout.span(&Path(way.clone())) else { return };
        match (before, after) {
            (Value::Object(old), Value::Object(new))
                if !old.is_empty() && old.keys().all(|key| new.contains_key(key)) =>
            {
                for (key, value) in old {
                    way.push(Segment::Key(key.clone()));
                    self.differ(way, value, &new[key]);
                    way.pop();
                }
                let added = new.iter().filter(|(key, _)| !old.contains_key(*key));
                let colon = self.style.colon();
                let entry = |(key, value): (&String, &Value)| (Some(format!("{}{colon}", json!(key))), value.clone());
                let added = added.map(entry).collect();
                self.append(span, added);
            }
            (Value::Array(old), Value::Array(new)) if !old.is_empty() && old.len() <= new.len() => {
                for (i, value) in old.iter().enumerate() {
                    way.push(Segment::Index(i));
                    self.differ(way, value, &new[i]);
                    way.pop();
                }
                self.append(span, new[old.len()..].iter().map(|value| (None, value.clone())).collect());
            }
            _ => {
                let line = self.indent(span.start);
                let was_open = self.text[span.clone()].contains('\n');
                let with = if was_open || is_long(after) { self.open(after, &line, true) } else { self.closed(after) };
                self.all.push((span, with));
            }
        }
    }

    /// Entries added at the end of an object or a list, in the style of the entries before them.
    fn append(&mut self, span: Range<usize>, entries: Vec<(Option<String>, Value)>) {
        let inside = &self.text[span.start + 1..span.end - 1];
        let lead = inside[..inside.len() - inside.trim_ascii_start().len()].to_owned();
        let end = span.start + 1 + inside.trim_ascii_end().len();
        let line = lead.rfind('\n').map_or(String::new(), |at| lead[at + 1..].to_owned());
        // One line per entry, or one line per value.
        let last = inside.trim_ascii_end();
        let opens = lead.contains('\n') && last.ends_with(['}', ']']) && {
            let row = last.rsplit('\n').next().unwrap_or_default().trim_start();
            row.starts_with(['}', ']'])
        };
        let lead = if lead.is_empty() && self.style.airy { " ".to_owned() } else { lead };
        for (name, value) in entries {
            let value = if opens || is_long(&value) && lead.contains('\n') {
                self.open(&value, &line, true)
            } else {
                self.closed(&value)
            };
            self.all.push((end..end, format!(",{lead}{}{value}", name.unwrap_or_default())));
        }
    }

    /// The indent of the line that contains a byte.
    fn indent(&self, at: usize) -> String {
        let line = &self.text[self.text[..at].rfind('\n').map_or(0, |it| it + 1)..at];
        line[..line.len() - line.trim_start().len()].to_owned()
    }

    /// On one line.
    fn closed(&self, value: &Value) -> String {
        let colon = self.style.colon();
        let (comma, space) = if self.style.airy { (", ", " ") } else { (",", "") };
        match value {
            Value::Object(fields) if !fields.is_empty() => {
                let entry = |(key, value): (&String, &Value)| format!("{}{colon}{}", json!(key), self.closed(value));
                format!("{{{space}{}{space}}}", fields.iter().map(entry).collect::<Vec<_>>().join(comma))
            }
            Value::Array(items) => {
                format!("[{}]", items.iter().map(|it| self.closed(it)).collect::<Vec<_>>().join(comma))
            }
            _ => value.to_string(),
        }
    }

    /// One entry per line, below a line with this indent.
    fn open(&self, value: &Value, line: &str, is_top: bool) -> String {
        let step = self.style.line.as_deref().map_or("  ", |it| it.trim_start_matches(['\r', '\n']));
        let feed = if self.style.line.as_deref().is_some_and(|it| it.starts_with('\r')) { "\r\n" } else { "\n" };
        let inner = format!("{line}{step}");
        let colon = self.style.colon();
        let (marks, entries): (_, Vec<String>) = match value {
            Value::Object(fields) if (is_top || is_long(value)) && !fields.is_empty() => {
                let entry = |(key, value): (&String, &Value)| {
                    format!("{}{colon}{}", json!(key), self.open(value, &inner, false))
                };
                (("{", "}"), fields.iter().map(entry).collect())
            }
            Value::Array(items) if (is_top || is_long(value)) && !items.is_empty() => {
                (("[", "]"), items.iter().map(|it| self.open(it, &inner, false)).collect())
            }
            _ => return self.closed(value),
        };
        let between = format!(",{feed}{inner}");
        format!("{}{feed}{inner}{}{feed}{line}{}", marks.0, entries.join(&between), marks.1)
    }
}

/// Too long for one line.
fn is_long(value: &Value) -> bool {
    value.to_string().len() > 80
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_differs_is_all_that_changes() {
        let text = "\u{feff}{\r\n\t\"a\" : [ { \"b\": 1.50 },\r\n\t\t{\"c\":\"x\"} ],\r\n\t\"d\": { \"e\": 1, \"f\": 2 }\r\n}\r\n";
        let before: Value = serde_json::from_str(&text[3..]).expect("JSON");
        assert_eq!(update(text, &before, &before), text);
        let mut after = before.clone();
        after["a"][0]["b"] = json!(2);
        after["a"][1]["g"] = json!({ "h": [1, "y"] });
        assert_eq!(
            update(text, &before, &after),
            text.replace("1.50", "2").replace("\"x\"", "\"x\", \"g\": { \"h\": [1, \"y\"] }")
        );
        let mut after = before.clone();
        after["a"].as_array_mut().expect("a list").push(json!({ "b": 3 }));
        after["d"].as_object_mut().expect("an object").remove("e");
        let expected = text.replace("\"x\"} ]", "\"x\"}, { \"b\": 3 } ]").replace("\"e\": 1, ", "");
        assert_eq!(update(text, &before, &after), expected);
        let lines = "{\n  \"a\": [\n    {\n      \"b\": 1\n    }\n  ]\n}\n";
        let before: Value = serde_json::from_str(lines).expect("JSON");
        let mut after = before.clone();
        after["a"].as_array_mut().expect("a list").push(json!({ "b": 2 }));
        let added = "    },\n    {\n      \"b\": 2\n    }\n  ]";
        assert_eq!(update(lines, &before, &after), lines.replace("    }\n  ]", added));
    }
}
