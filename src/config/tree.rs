//! JSON as a tree that keeps the author's order and repeated keys, and the place of each value in the text.

use std::fmt;

use serde::de::{Deserialize, Deserializer, MapAccess, SeqAccess, Visitor};

use super::{
    path::{Path, Step},
    problem::Place,
};

/// One JSON value, as an author wrote it.
#[derive(Clone, Debug, PartialEq)]
pub enum Tree {
    Null,
    Bool(bool),
    Number(f64),
    Text(String),
    List(Vec<Tree>),
    Map(Vec<(String, Tree)>),
}

impl Tree {
    /// A field of an object.
    pub fn get(&self, key: &str) -> Option<&Tree> {
        match self {
            Self::Map(fields) => fields.iter().find(|(known, _)| known == key).map(|(_, tree)| tree),
            _ => None,
        }
    }

    /// What it is, in an author's words.
    pub(super) fn words(&self) -> &'static str {
        match self {
            Self::Null => "null",
            Self::Bool(_) => "true or false",
            Self::Number(_) => "a number",
            Self::Text(_) => "text",
            Self::List(_) => "a list",
            Self::Map(_) => "an object",
        }
    }
}

impl<'de> Deserialize<'de> for Tree {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(Any)
    }
}

struct Any;

impl<'de> Visitor<'de> for Any {
    type Value = Tree;

    fn expecting(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str("JSON")
    }

    fn visit_unit<E>(self) -> Result<Tree, E> {
        Ok(Tree::Null)
    }

    fn visit_bool<E>(self, value: bool) -> Result<Tree, E> {
        Ok(Tree::Bool(value))
    }

    fn visit_u64<E>(self, value: u64) -> Result<Tree, E> {
        Ok(Tree::Number(value as f64))
    }

    fn visit_i64<E>(self, value: i64) -> Result<Tree, E> {
        Ok(Tree::Number(value as f64))
    }

    fn visit_f64<E>(self, value: f64) -> Result<Tree, E> {
        Ok(Tree::Number(value))
    }

    fn visit_str<E>(self, value: &str) -> Result<Tree, E> {
        Ok(Tree::Text(value.to_owned()))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Tree, A::Error> {
        let mut list = Vec::new();
        while let Some(value) = seq.next_element()? {
            list.push(value);
        }
        Ok(Tree::List(list))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Tree, A::Error> {
        let mut entries = Vec::new();
        while let Some(entry) = map.next_entry()? {
            entries.push(entry);
        }
        Ok(Tree::Map(entries))
    }
}

/// Where the value at `path` begins in a text that is known to be JSON; where a step is missing, the value that
/// should have it.
pub(super) fn place(text: &str, path: &Path) -> Place {
    let mut scan = Scan { text, at: 0 };
    scan.space();
    for step in &path.0 {
        let start = scan.at;
        if !scan.enter(step) {
            scan.at = start;
            break;
        }
    }
    let before = &text.as_bytes()[..scan.at];
    let line_start = before.iter().rposition(|byte| *byte == b'\n').map_or(0, |at| at + 1);
    Place {
        line: before.iter().filter(|byte| **byte == b'\n').count() + 1,
        column: text.get(line_start..scan.at).map_or(0, |line| line.chars().count()) + 1,
    }
}

struct Scan<'a> {
    text: &'a str,
    at: usize,
}

impl Scan<'_> {
    fn peek(&self) -> u8 {
        self.text.as_bytes().get(self.at).copied().unwrap_or(0)
    }

    fn space(&mut self) {
        while self.peek().is_ascii_whitespace() {
            self.at += 1;
        }
    }

    /// Goes to the start of a child of the value that starts here.
    fn enter(&mut self, step: &Step) -> bool {
        let open = self.peek();
        if open != b'{' && open != b'[' {
            return false;
        }
        self.at += 1;
        for index in 0.. {
            self.space();
            if matches!(self.peek(), b'}' | b']' | 0) {
                return false;
            }
            let found = match step {
                Step::Key(key) if open == b'{' => {
                    let start = self.at;
                    self.value();
                    let found = self.names(start, key);
                    self.space();
                    self.at += 1;
                    self.space();
                    found
                }
                Step::Index(wanted) if open == b'[' => *wanted == index,
                Step::Key(_) | Step::Index(_) => return false,
            };
            if found {
                return true;
            }
            self.value();
            self.space();
            if self.peek() == b',' {
                self.at += 1;
            }
        }
        false
    }

    /// Whether the string between `start` and here is the key.
    fn names(&self, start: usize, key: &str) -> bool {
        // An escaped key is not looked for: then the place of what holds it is near enough.
        self.text.get(start..self.at).is_some_and(|text| text.trim_matches('"') == key)
    }

    /// Goes past the value that starts here.
    fn value(&mut self) {
        let mut depth = 0;
        loop {
            match self.peek() {
                b'"' => self.string(),
                b'{' | b'[' => {
                    depth += 1;
                    self.at += 1;
                }
                b'}' | b']' if depth > 0 => {
                    depth -= 1;
                    self.at += 1;
                }
                b',' | b':' if depth > 0 => self.at += 1,
                b',' | b':' | b'}' | b']' | 0 => return,
                _ => self.at += 1,
            }
            if depth == 0 && matches!(self.peek(), b',' | b':' | b'}' | b']' | 0) {
                return;
            }
        }
    }

    fn string(&mut self) {
        self.at += 1;
        while !matches!(self.peek(), b'"' | 0) {
            self.at += if self.peek() == b'\\' { 2 } else { 1 };
        }
        self.at = (self.at + 1).min(self.text.len());
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::config::path::Trail;

    const TEXT: &str = "{\n  \"a\": [1, {\"b\": \"x\\n, ]\", \"c\": {}}],\n  \"é\": [], \"d\": true\n}";

    #[test]
    fn finds_values() {
        let find = |trail: &Trail| {
            let Place { line, column } = place(TEXT, &trail.path());
            (line, column)
        };
        let a = Trail::Root.key("a");
        let second = a.index(1);
        assert_eq!(find(&Trail::Root), (1, 1));
        assert_eq!(find(&a), (2, 8));
        assert_eq!(find(&second.key("b")), (2, 18));
        assert_eq!(find(&second.key("c")), (2, 33));
        assert_eq!(find(&Trail::Root.key("d")), (3, 17));
        assert_eq!(find(&second.key("nowhere").index(3)), (2, 12));
        assert_eq!(find(&a.index(9)), (2, 8));
    }
}
