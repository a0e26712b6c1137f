//! Sets single values in an author's JSON text and leaves everything else unchanged, to the byte: order, numbers, line
//! breaks, indents and unknown fields.

mod update;

use crate::config::{Layout, Path, Segment};
pub(super) use update::update;

/// The text with one value set, or added at the end of its object; `None` if the object does not exist.
pub(super) fn set(text: &str, path: &Path, value: &str) -> Option<String> {
    if let Some(span) = Layout::of(text).span(path) {
        return Some([&text[..span.start], value, &text[span.end..]].concat());
    }
    let (Segment::Key(key), holder) = path.0.split_last()? else { return None };
    let holder = Layout::of(text).span(&Path(holder.to_vec()))?;
    let inside = text[holder.clone()].strip_prefix('{')?.strip_suffix('}')?;
    let key = serde_json::to_string(key).ok()?;
    let style = Style::of(text);
    let colon = style.colon();
    if inside.trim_ascii().is_empty() {
        let space = if style.is_airy() { " " } else { "" };
        let object = format!("{{{space}{key}{colon}{value}{space}}}");
        return Some([&text[..holder.start], &object, &text[holder.end..]].concat());
    }
    // The whitespace before the first key also separates the other keys.
    let lead = &inside[..inside.len() - inside.trim_ascii_start().len()];
    let lead = if lead.is_empty() && style.is_airy() { " " } else { lead };
    let end = holder.start + 1 + inside.trim_ascii_end().len();
    Some([&text[..end], ",", lead, &key, colon, value, &text[end..]].concat())
}

/// The JSON style of an author.
pub(super) struct Style {
    /// The line break and indent of the outermost object; `None` if the text is on one line.
    pub(super) line: Option<String>,
    airy: bool,
}

impl Style {
    pub(super) fn of(text: &str) -> Self {
        let inside = text.trim_start_matches('\u{feff}').trim_ascii_start();
        let inside = inside.strip_prefix('{').unwrap_or(inside);
        let lead = &inside[..inside.len() - inside.trim_ascii_start().len()];
        let line = lead.rfind('\n').map(|at| {
            let start = if lead[..at].ends_with('\r') { at - 1 } else { at };
            lead[start..].to_owned()
        });
        let airy = line.is_some() || inside.split_once("\":").is_some_and(|(_, rest)| rest.starts_with(' '));
        Self { line, airy }
    }

    /// Whether there is a space after a colon.
    fn is_airy(&self) -> bool {
        self.airy
    }

    fn colon(&self) -> &'static str {
        if self.airy { ": " } else { ":" }
    }

    /// An object with one entry per line, `depth` levels below the outermost one; or all on one line.
    pub(super) fn object(&self, depth: usize, entries: &[(String, String)]) -> String {
        let entry = |(key, value): &(String, String)| {
            let key = serde_json::to_string(key).unwrap_or_default();
            format!("{key}{}{value}", self.colon())
        };
        let entries: Vec<_> = entries.iter().map(entry).collect();
        let Some(line) = &self.line else { return format!("{{{}}}", entries.join(if self.airy { ", " } else { "," })) };
        let indent = line.trim_start_matches(['\r', '\n']);
        let at = |depth: usize| line.to_owned() + &indent.repeat(depth);
        format!("{{{}{}{}}}", at(depth), entries.join(&format!(",{}", at(depth))), at(depth - 1))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::config::Trail;

    fn put(text: &str, path: &Trail, value: &str) -> String {
        set(text, &path.path(), value).expect("there is a place for it")
    }

    #[test]
    fn nothing_but_the_value_changes() {
        let text = "\u{feff}{\r\n\t\"a\" : [1, { \"b\":2.50,\"c\": {} }],\r\n\t\"d\": \"}\"\r\n}\r\n";
        let a = Trail::Root.key("a");
        let second = a.index(1);
        let b = put(text, &second.key("b"), "3");
        assert_eq!(b, text.replace("2.50", "3"));
        assert_eq!(put(text, &second.key("e"), "4"), text.replace("{} }", "{}, \"e\": 4 }"));
        let c = second.key("c");
        assert_eq!(put(text, &c.key("e"), "4"), text.replace("{}", "{ \"e\": 4 }"));
        assert_eq!(put(text, &Trail::Root.key("z"), "5"), text.replace("\"}\"", "\"}\",\r\n\t\"z\": 5"));
        assert_eq!(put("{\"a\":1}", &Trail::Root.key("é"), "[2]"), "{\"a\":1,\"é\":[2]}");
        assert_eq!(put("{ \"a\": 1 }", &Trail::Root.key("b"), "2"), "{ \"a\": 1, \"b\": 2 }");
        assert_eq!(set(text, &a.key("no").path(), "1"), None);
    }

    #[test]
    fn objects_are_set_as_the_text_is() {
        let entries = [("x".to_owned(), "1".to_owned()), ("y".to_owned(), "[2]".to_owned())];
        let set = |text: &str| Style::of(text).object(1, &entries);
        assert_eq!(set("{\"a\":1}"), "{\"x\":1,\"y\":[2]}");
        assert_eq!(set("{ \"a\": 1 }"), "{\"x\": 1, \"y\": [2]}");
        assert_eq!(set("{\n  \"a\": 1\n}"), "{\n    \"x\": 1,\n    \"y\": [2]\n  }");
    }
}
