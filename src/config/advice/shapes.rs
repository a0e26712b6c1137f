//! Fields with other names, values of other types, and quizzes in a wrapper.

use super::{last, slug};
use crate::config::{
    path::{Path, Step},
    problem::{Kind, Problem},
    tree::Tree,
};

/// What other programs and people call a field, by where it stands: `*` anywhere.
const ALSO: [(&str, &str, &[&str]); 19] = [
    ("", "cards", &["questions", "items", "pages", "steps"]),
    ("", "careers", &["results", "outcomes", "personalities", "jobs", "professions", "profiles"]),
    ("", "title", &["name", "headline"]),
    ("", "language", &["lang", "locale"]),
    ("", "locales", &["translations", "languages"]),
    ("", "matching", &["scoring"]),
    ("cards", "prompt", &["question", "text", "title", "label", "heading"]),
    ("cards", "kind", &["type"]),
    ("cards", "options", &["answers", "choices"]),
    ("cards", "note", &["hint", "help", "description", "subtitle"]),
    ("cards", "points", &["weights", "scores", "score"]),
    ("cards", "when", &["if", "condition", "showIf", "visibleIf"]),
    ("options", "label", &["text", "title", "answer", "name", "prompt"]),
    ("options", "points", &["weights", "scores", "score", "value"]),
    ("careers", "title", &["name", "label"]),
    ("careers", "summary", &["description", "text", "subtitle", "body"]),
    ("cta", "href", &["url", "link", "target"]),
    ("cta", "label", &["text", "title"]),
    ("theme", "accent", &["color", "colour", "primary", "accentColor"]),
];

/// The list or object that a field belongs to.
fn holder(path: &Path) -> &str {
    let keys = path.0[..path.0.len().saturating_sub(1)].iter().rev();
    keys.clone()
        .find_map(|step| match step {
            Step::Key(key) => Some(key.as_str()),
            Step::Index(_) => None,
        })
        .unwrap_or("")
}

fn meant(path: &Path) -> Option<&'static str> {
    let name = last(path);
    ALSO.iter().find(|(place, _, also)| *place == holder(path) && also.contains(&name)).map(|it| it.1)
}

/// One problem where two stand for one mistake: a field under another name, or a quiz inside something else.
pub(super) fn gather(tree: &Tree, problems: &mut Vec<Problem>) {
    if let Some(problem) = wrapped(tree) {
        *problems = vec![problem];
        return;
    }
    let renamed: Vec<_> = problems
        .iter()
        .filter(|it| matches!(it.kind, Kind::UnknownField { .. }))
        .filter_map(|it| {
            let (_, parent) = it.path.0.split_last()?;
            let close = match it.kind {
                Kind::UnknownField { suggestion } => suggestion,
                _ => None,
            };
            Some((Path(parent.to_vec()), meant(&it.path).or(close)?))
        })
        .collect();
    let past: Vec<_> = problems.iter().filter(|it| matches!(it.kind, Kind::OutOfRange { .. })).cloned().collect();
    problems.retain(|it| match &it.kind {
        // With a wrong number it is no news that two numbers cross.
        Kind::MinOverMax { .. } => !past
            .iter()
            .any(|other| other.path.0.split_last().map(|it| it.1) == it.path.0.split_last().map(|it| it.1)),
        Kind::Missing { field } | Kind::MissingField { field, .. } => !renamed.contains(&(it.path.clone(), field)),
        _ => true,
    });
}

fn wrapped(tree: &Tree) -> Option<Problem> {
    let own = ["careers", "cards", "questions"];
    if own.iter().any(|key| tree.get(key).is_some()) {
        return None;
    }
    let (key, _) = tree
        .fields()
        .iter()
        .find(|(_, inner)| own[..2].iter().filter(|key| inner.get(key).is_some()).count() == 2)?;
    let problem = Problem::error(Path(vec![Step::Key(key.clone())]), Kind::UnknownField { suggestion: None });
    let words = format!("the quiz is inside `{key}`; take out what is in it: the file itself is the quiz");
    Some(Problem { advice: Some(words.into()), ..problem })
}

pub(super) fn advice(tree: &Tree, path: &Path, kind: &Kind) -> Option<String> {
    match kind {
        Kind::UnknownField { .. } => {
            let known = meant(path)?;
            let parent = tree.at(&path.0[..path.0.len() - 1]);
            let both = parent.is_some_and(|it| it.get(known).is_some());
            Some(if both {
                format!("unknown field; `{known}` is here already, so remove this one")
            } else {
                format!("unknown field; did you mean `{known}`?")
            })
        }
        Kind::Missing { field: "version" } => Some("`version` is missing; add `\"version\": 1`".to_owned()),
        Kind::Missing { field: "kind" } => {
            let words = "`kind` is missing; add `\"kind\": \"single\"`, or `multiple`, `scale` or `swipe`";
            Some(words.to_owned())
        }
        Kind::Missing { field: "id" } => {
            let it = tree.at(&path.0)?;
            let words = ["title", "label", "prompt"].iter().find_map(|name| it.get(name)?.text())?;
            let id = Some(slug(words)).filter(|it| !it.is_empty())?;
            Some(format!("`id` is missing; add one, such as `\"id\": \"{id}\"`"))
        }
        Kind::Missing { field: "imageAlt" } => {
            let words = "`imageAlt` is missing; say the picture in words, or write `\"\"` if it only decorates";
            Some(words.to_owned())
        }
        Kind::MissingField { field: field @ ("low" | "high"), kind } => Some(format!(
            "a `{kind}` card needs `{field}`, the words at its {field} end, such as `\"{field}\": \"{}\"`",
            if *field == "low" { "Not at all" } else { "Very much" }
        )),
        Kind::WrongType { expected, .. } => typed(tree, path, expected),
        Kind::TooMany { what: "translations", limit: 0, .. } => {
            Some(format!("the quiz has no `{}` here to translate; add it there first, or remove it here", last(path)))
        }
        _ => None,
    }
}

fn typed(tree: &Tree, path: &Path, expected: &str) -> Option<String> {
    let value = tree.at(&path.0)?;
    match (expected, value) {
        ("a whole number", Tree::Number(number)) if number.fract() != 0.0 => {
            let (below, above) = (number.floor(), number.ceil());
            Some(format!("`{number}` is not a whole number; use `{below}` or `{above}`"))
        }
        ("a whole number", Tree::Number(number)) => {
            Some(format!("`{number}` is out of range; use {}", range(tree, path)))
        }
        ("a number" | "a whole number", Tree::Text(text)) => {
            let number = numeral(text)?;
            Some(format!("this is text; write the number without quotes: `{number}`"))
        }
        ("text", Tree::Number(_) | Tree::Bool(_)) => Some(format!("{}; put it in quotes", wrong("text", value))),
        ("text", Tree::List(items)) if items.len() == 1 => {
            Some(format!("{}; take the text out of the `[ ]`", wrong("text", value)))
        }
        ("text", Tree::Map(fields)) if fields.iter().all(|(key, _)| key.len() == 2) => {
            Some(format!("{}; other languages go under `locales`", wrong("text", value)))
        }
        ("a list", Tree::Map(fields)) => {
            let all = !fields.is_empty() && fields.iter().all(|(_, it)| matches!(it, Tree::Map(_)));
            let remedy = match fields.first() {
                Some((key, _)) if all => format!("write each as `{{ \"id\": \"{key}\", … }}`, and all in `[ ]`"),
                _ => "put it in `[ ]`; one of a kind is a list, too".to_owned(),
            };
            Some(format!("{}; {remedy}", wrong("a list", value)))
        }
        ("a list", Tree::Text(text)) => {
            let items: Vec<_> = text.split(',').map(|it| format!("\"{}\"", it.trim())).collect();
            Some(format!("{}; write `[{}]`", wrong("a list", value), items.join(", ")))
        }
        ("an object", Tree::Text(_)) => {
            let remedy = match last(path) {
                "when" | "not" => "write a condition like `{ \"card\": \"its-id\", \"is\": \"an-answer\" }`",
                "intro" => "write `{ \"body\": \"…\" }`",
                _ => "write names and values in `{ }`",
            };
            Some(format!("{}; {remedy}", wrong("an object", value)))
        }
        ("an object", Tree::List(items)) if items.len() == 1 => {
            Some(format!("{}; take the object out of the `[ ]`", wrong("an object", value)))
        }
        ("an object", Tree::List(_)) if ["points", "profile", "chance"].contains(&last(path)) => {
            Some(format!("{}; write a number for each id, as in `{{ \"nurse\": 2 }}`", wrong("an object", value)))
        }
        ("true or false", Tree::Text(text)) => {
            let yes = ["true", "yes", "on", "1"].contains(&text.to_lowercase().as_str());
            Some(format!("this is text; write `{yes}` without quotes"))
        }
        ("true or false", Tree::Number(number)) => Some(format!("write `{}` instead of a number", *number != 0.0)),
        _ => None,
    }
}

fn wrong(expected: &'static str, value: &Tree) -> String {
    Kind::WrongType { expected, found: value.words() }.to_string()
}

/// What a whole number may be.
fn range(tree: &Tree, path: &Path) -> String {
    let parent = tree.at(&path.0[..path.0.len() - 1]);
    let options = parent.and_then(|it| it.get("options")).map_or(0, |it| it.items().len());
    match last(path) {
        "steps" => "2 to 21".to_owned(),
        "headingLevel" => "1 to 4".to_owned(),
        "max" | "min" if options > 0 => format!("1 to {options}"),
        "max" | "min" => "1 or more".to_owned(),
        _ => "0 or more".to_owned(),
    }
}

/// The number in a text such as `3`, `2,5` or `16px`.
fn numeral(text: &str) -> Option<f64> {
    let text = text.trim().trim_start_matches('+');
    let digits = text.trim_end_matches(|it: char| it.is_alphabetic() || it == '%' || it == ' ');
    digits.replace(',', ".").parse().ok().filter(|it: &f64| it.is_finite())
}
