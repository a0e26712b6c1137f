//! Converts a tree to the authored structs, and collects the path of each mistake and each unknown field.
//!
//! Fields are read by name, one plain call each. Derived deserializers needed 20 KB more of compressed WebAssembly for
//! the same work, stopped at the first mistake, and had messages about sequences and strings.

mod authors;
mod looks;
mod matching;
mod outcome;
mod structs;

use super::{
    AUTHORS,
    entries::Entries,
    index::closest,
    model::Config,
    path::Trail,
    problem::{Kind, Meant, Problem, Severity},
    source::Audience,
    tree::Tree,
};

/// Reads a whole config. A missing value or one of the wrong type is reported, and a default replaces it.
pub(super) fn read(tree: &Tree, audience: Audience) -> (Config, Vec<Problem>) {
    let mut problems = Vec::new();
    let mut reader = Reader { problems: &mut problems, audience };
    let config = reader.object(tree, &Trail::Root, structs::config);
    (config, problems)
}

/// Collects the problems.
struct Reader<'a> {
    problems: &'a mut Vec<Problem>,
    audience: Audience,
}

/// One object: its fields, and the names that were read.
struct Object<'a, 'r, 'p> {
    reader: &'a mut Reader<'r>,
    fields: &'a [(String, Tree)],
    path: &'a Trail<'p>,
    asked: Vec<&'static str>,
}

impl Reader<'_> {
    fn error(&mut self, path: &Trail, kind: Kind) {
        self.problems.push(Problem::error(path.path(), kind));
    }

    fn wrong(&mut self, path: &Trail, expected: &'static str, tree: &Tree) {
        self.error(path, Kind::WrongType { expected, found: tree.words() });
    }

    /// Reads an object field by field. All fields that were not read are unknown.
    fn object<T>(&mut self, tree: &Tree, path: &Trail, read: impl FnOnce(&mut Object) -> T) -> T {
        let fields = self.fields(tree, path);
        let mut object = Object { reader: self, fields, path, asked: Vec::new() };
        let value = read(&mut object);
        object.report_unknown();
        value
    }

    fn fields<'t>(&mut self, tree: &'t Tree, path: &Trail) -> &'t [(String, Tree)] {
        match tree {
            Tree::Map(fields) => fields,
            _ => {
                self.wrong(path, "an object", tree);
                &[]
            }
        }
    }

    fn items<'t>(&mut self, tree: &'t Tree, path: &Trail) -> &'t [Tree] {
        match tree {
            Tree::List(items) => items,
            _ => {
                self.wrong(path, "a list", tree);
                &[]
            }
        }
    }

    fn list<T>(&mut self, tree: &Tree, path: &Trail, item: fn(&mut Reader, &Tree, &Trail) -> T) -> Vec<T> {
        let items = self.items(tree, path).iter().enumerate();
        items.map(|(i, tree)| item(self, tree, &path.index(i))).collect()
    }

    fn entries<T>(&mut self, tree: &Tree, path: &Trail, value: fn(&mut Reader, &Tree, &Trail) -> T) -> Entries<T> {
        let fields = self.fields(tree, path).iter();
        Entries(fields.map(|(key, tree)| (key.clone(), value(self, tree, &path.key(key)))).collect())
    }
}

fn text(reader: &mut Reader, tree: &Tree, path: &Trail) -> String {
    match tree {
        Tree::Text(text) => text.clone(),
        _ => {
            reader.wrong(path, "text", tree);
            String::new()
        }
    }
}

fn number(reader: &mut Reader, tree: &Tree, path: &Trail) -> f64 {
    match tree {
        Tree::Number(number) => *number,
        _ => {
            reader.wrong(path, "a number", tree);
            0.0
        }
    }
}

impl Object<'_, '_, '_> {
    /// Marks a field as known without reading it.
    fn skip(&mut self, name: &'static str) {
        self.asked.push(name);
    }

    fn has(&self, name: &str) -> bool {
        self.fields.iter().any(|(key, _)| key == name)
    }

    /// Reads an optional field.
    fn maybe<T>(&mut self, name: &'static str, read: fn(&mut Reader, &Tree, &Trail) -> T) -> Option<T> {
        self.asked.push(name);
        let (_, tree) = self.fields.iter().find(|(key, _)| key == name)?;
        (*tree != Tree::Null).then(|| read(self.reader, tree, &self.path.key(name)))
    }

    /// Reads a required field.
    fn needed<T: Default>(&mut self, name: &'static str, read: fn(&mut Reader, &Tree, &Trail) -> T) -> T {
        self.maybe(name, read).unwrap_or_else(|| {
            // If the value is not an object, that has been reported already.
            if !self.fields.is_empty() || self.reader.problems.is_empty() {
                self.reader.error(self.path, Kind::Missing { field: name });
            }
            T::default()
        })
    }

    fn text(&mut self, name: &'static str) -> String {
        self.needed(name, text)
    }

    fn maybe_text(&mut self, name: &'static str) -> Option<String> {
        self.maybe(name, text)
    }

    fn maybe_number(&mut self, name: &'static str) -> Option<f64> {
        self.maybe(name, number)
    }

    fn maybe_count(&mut self, name: &'static str) -> Option<u32> {
        self.maybe(name, |reader, tree, path| match tree {
            Tree::Number(number) if *number == f64::from(*number as u32) => *number as u32,
            _ => {
                reader.wrong(path, "a whole number", tree);
                0
            }
        })
    }

    fn maybe_flag(&mut self, name: &'static str) -> Option<bool> {
        self.maybe(name, |reader, tree, path| match tree {
            Tree::Bool(flag) => *flag,
            _ => {
                reader.wrong(path, "true or false", tree);
                false
            }
        })
    }

    fn texts(&mut self, name: &'static str) -> Option<Vec<String>> {
        self.maybe(name, |reader, tree, path| reader.list(tree, path, text))
    }

    fn points(&mut self, name: &'static str) -> Option<Entries<f64>> {
        self.maybe(name, |reader, tree, path| reader.entries(tree, path, number))
    }

    /// One of a fixed set of words.
    fn word(&mut self, name: &'static str, words: &'static [&'static str]) -> Option<usize> {
        let text = self.maybe_text(name)?;
        let found = words.iter().position(|word| *word == text);
        if found.is_none() && !text.is_empty() {
            let suggestion = closest(&text, words.iter().copied());
            self.reader.error(&self.path.key(name), Kind::UnknownWord { word: text, known: words, suggestion });
        }
        found
    }

    /// Several of a fixed set of words.
    #[inline(never)]
    fn words(&mut self, name: &'static str, words: &'static [&'static str]) -> Option<Vec<usize>> {
        let texts = self.texts(name)?;
        let mut found = Vec::with_capacity(texts.len());
        for (i, text) in texts.into_iter().enumerate() {
            match words.iter().position(|word| *word == text) {
                Some(word) => found.push(word),
                None => {
                    let suggestion = closest(&text, words.iter().copied());
                    let kind = Kind::UnknownWord { word: text, known: words, suggestion };
                    self.reader.error(&self.path.key(name).index(i), kind);
                }
            }
        }
        Some(found)
    }

    fn report_unknown(self) {
        let severity = match self.reader.audience {
            Audience::Author => Severity::Error,
            Audience::Visitor => Severity::Warning,
        };
        for (key, _) in self.fields.iter().filter(|(key, _)| !self.asked.contains(&key.as_str())) {
            let suggestion = closest(key, self.asked.iter().copied());
            let mut problem = Problem {
                severity,
                ..Problem::error(self.path.key(key).path(), Kind::UnknownField { suggestion })
            };
            if suggestion.is_none() {
                problem.advice = few(key, &self.asked);
            }
            self.reader.problems.push(problem);
        }
    }
}

/// The fields of an object, if they are few enough to list.
#[cfg(feature = "authors")]
fn few(key: &str, asked: &[&str]) -> Option<Meant> {
    (asked.len() <= 7).then(|| format!("unknown field `{key}`; use {}", super::listed::either(asked)).into())
}

#[cfg(not(feature = "authors"))]
fn few(_: &str, _: &[&str]) -> Option<Meant> {
    None
}
