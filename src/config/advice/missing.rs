//! What is missing: fields, values, texts.

use super::{Tree, holder, last, slug};
use crate::config::{
    path::{Path, Segment},
    problem::{Kind, Problem},
};

/// Reports a required field with `null` at the field itself, and an empty quiz as one problem.
pub(super) fn gather(tree: &Tree, problems: &mut Vec<Problem>) {
    if matches!(tree, Tree::Map(fields) if fields.is_empty()) {
        let words = "this quiz is empty; it needs `version`, `title`, `careers` and `cards`: start from a copy of an example in `examples/`";
        let empty = Problem::error(Path::default(), Kind::Missing { field: "version" });
        *problems = vec![Problem { advice: Some(words.into()), ..empty }];
        return;
    }
    for problem in problems {
        let Kind::Missing { field } = problem.kind else { continue };
        if tree.at(&problem.path.0).and_then(|it| it.get(field)) == Some(&Tree::Null) {
            problem.path.0.push(Segment::Key(field.to_owned()));
            problem.position = None;
        }
    }
}

pub(super) fn advice(tree: &Tree, path: &Path, kind: &Kind, said: bool) -> Option<String> {
    match kind {
        Kind::Missing { .. } if said => None,
        Kind::Missing { field } if tree.at(&path.0) == Some(&Tree::Null) => {
            let sample = sample(tree, path, field);
            let example = sample.split_once(": ").map_or("", |it| it.1);
            Some(if example.starts_with('"') {
                format!("`{field}` is empty (`null`); write the words in quotes, such as `{example}`")
            } else {
                format!("`{field}` is empty (`null`); write a value, such as `{example}`")
            })
        }
        Kind::Missing { field: "kind" } => Some(match tree.at(&path.0).and_then(kind_of) {
            Some(kind) => format!("`kind` is missing; add `\"kind\": \"{kind}\"`"),
            None => "`kind` is missing; add `\"kind\": \"single\"`, or `multiple`, `scale` or `swipe`".to_owned(),
        }),
        Kind::Missing { field: "imageAlt" } => {
            let words =
                "`imageAlt` is missing; describe the picture in words, or write `\"\"` if it is only decoration";
            Some(words.to_owned())
        }
        Kind::Missing { field } => {
            let path = Path([path.0.as_slice(), &[Segment::Key((*field).to_owned())]].concat());
            Some(format!("`{field}` is missing; add `{}`", sample(tree, &path, field)))
        }
        Kind::Blank => Some(blank(path)),
        _ => None,
    }
}

/// An example of a field, with its name.
pub(super) fn sample(tree: &Tree, path: &Path, field: &str) -> String {
    let thing = path.0.split_last().and_then(|(_, thing)| tree.at(thing));
    let words = |name: &str| thing.and_then(|it| it.get(name)?.text());
    let value = match field {
        "version" => "1".to_owned(),
        "id" => {
            let id = ["title", "label", "prompt"].iter().find_map(|name| words(name)).map(slug);
            format!("\"{}\"", id.filter(|it| !it.is_empty()).unwrap_or_else(|| "a-short-word".to_owned()))
        }
        "title" if path.0.len() == 1 => "\"What visitors read first\"".to_owned(),
        "title" | "label" => format!("\"{}\"", words("id").map_or_else(|| "Its name".to_owned(), spoken)),
        "prompt" => "\"Your question\"".to_owned(),
        "href" => "\"https://…\"".to_owned(),
        "kind" => "\"single\"".to_owned(),
        "low" => "\"Not at all\"".to_owned(),
        "high" => "\"Very much\"".to_owned(),
        "points" => format!("{{ \"{}\": 1 }}", tree.target()),
        "careers" => "[{ \"id\": \"nurse\", \"title\": \"Nurse\" }]".to_owned(),
        "cards" | "options" | "all" | "any" => "[ … ]".to_owned(),
        "when" => "{ \"card\": \"its-id\", \"is\": \"an-answer\" }".to_owned(),
        "expect" | "chance" | "answers" => "{ … }".to_owned(),
        _ => "…".to_owned(),
    };
    format!("\"{field}\": {value}")
}

/// An id as a title: `night-nurse` becomes `Night nurse`.
fn spoken(id: &str) -> String {
    let words = id.replace(['-', '_', '.'], " ");
    let mut letters = words.chars();
    letters.next().map_or(String::new(), |first| first.to_uppercase().chain(letters).collect())
}

fn blank(path: &Path) -> String {
    if matches!(path.0.first(), Some(Segment::Key(key)) if key == "locales") {
        return "this translation is blank; write it between the quotes, or remove the field".to_owned();
    }
    match (holder(path), last(path)) {
        (_, "prompt") => "the question is blank; write it between the quotes".to_owned(),
        (_, field @ ("title" | "label" | "name" | "reason")) => {
            format!("the {field} is blank; write it between the quotes")
        }
        (_, field @ ("low" | "high")) => {
            format!("the label of the {field} end of the scale is blank; write it between the quotes")
        }
        _ => "the text is blank; write it between the quotes, or remove the field".to_owned(),
    }
}

/// The kind of card that has these fields.
pub(super) fn kind_of(card: &Tree) -> Option<&'static str> {
    let has = |names: &[&str]| names.iter().any(|name| card.get(name).is_some());
    match (has(&["options"]), has(&["min", "max"]), has(&["steps", "low", "high", "labels"])) {
        (_, true, false) => Some("multiple"),
        (true, false, false) => Some("single"),
        (false, false, true) => Some("scale"),
        _ => None,
    }
}
