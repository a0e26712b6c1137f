//! Values of the wrong type: what to write instead.

use super::{Tree, last, slug};
use crate::config::{path::Path, problem::Kind};

/// The number of letters of a text that a message repeats.
const SHOWN: usize = 40;

pub(super) fn advice(tree: &Tree, path: &Path, kind: &Kind) -> Option<String> {
    match kind {
        Kind::Version { found } => {
            Some(format!("version {found} is not supported; write `1`, or use a newer career-matcher"))
        }
        Kind::WrongType { expected, .. } => typed(tree, path, expected),
        _ => None,
    }
}

fn typed(tree: &Tree, path: &Path, expected: &str) -> Option<String> {
    let value = tree.at(&path.0)?;
    let wrong = wrong(expected, value);
    Some(match (expected, value) {
        (_, Tree::Null | Tree::Bool(_) | Tree::Number(_) | Tree::Text(_)) if path.0.is_empty() => {
            let what = match value {
                Tree::Null => "`null`".to_owned(),
                Tree::Bool(flag) => format!("`{flag}`"),
                Tree::Text(_) => "only text".to_owned(),
                _ => value.words().to_owned(),
            };
            format!("this file contains {what}, not a quiz; start from a copy of an example in `examples/`")
        }
        ("a whole number", _) if last(path) == "version" && numeral_of(value) != Some(1.0) => {
            let instead = shown(value).map_or(String::new(), |it| format!(" instead of `{it}`"));
            format!("write `1`{instead}: this is the version of the file format, not of your quiz")
        }
        ("a whole number", Tree::Number(number)) if number.fract() != 0.0 => {
            let (below, above) = (number.floor(), number.ceil());
            format!("`{number}` is not a whole number; use `{below}` or `{above}`")
        }
        ("a whole number", Tree::Number(number)) => format!("`{number}` is out of range; use {}", range(tree, path)),
        ("a number" | "a whole number", it) => match (numeral_of(it), shown(it)) {
            (Some(number), _) => format!("this is text; write the number without quotes: `{number}`"),
            (None, Some(it)) => format!("write a number such as `2` instead of `{it}`"),
            (None, None) => format!("{wrong}; write a number such as `2`"),
        },
        ("text", Tree::Number(_) | Tree::Bool(_)) => format!("{wrong}; put it in quotes"),
        ("text", Tree::List(items)) if matches!(items.as_slice(), [Tree::Text(_)]) => {
            format!("{wrong}; remove the `[` and the `]` around it")
        }
        ("text", Tree::Map(fields)) if !fields.is_empty() && fields.iter().all(|(key, _)| key.len() == 2) => {
            format!("{wrong}; write one text here, and other languages under `locales`")
        }
        ("a list", Tree::Map(fields)) => {
            let all = !fields.is_empty() && fields.iter().all(|(_, it)| matches!(it, Tree::Map(_)));
            match fields.first() {
                Some((key, _)) if all => {
                    format!("{wrong}; write each as `{{ \"id\": \"{key}\", … }}`, and all of them in `[ ]`")
                }
                _ => format!("{wrong}; put `[` before the `{{` and `]` after its `}}`, even when there is only one"),
            }
        }
        ("a list", Tree::Text(text)) => {
            let items: Vec<_> = text.split(',').map(|it| format!("\"{}\"", it.trim())).collect();
            format!("{wrong}; write `[{}]`", items.join(", "))
        }
        ("an object", Tree::Text(text)) => match (last(path), super::holder(path)) {
            ("when" | "not", _) => {
                format!("{wrong}; write a condition like `{{ \"card\": \"its-id\", \"is\": \"an-answer\" }}`")
            }
            ("logo", _) => format!("{wrong}; write `{{ \"image\": \"…\", \"imageAlt\": \"…\" }}`"),
            ("intro", _) => format!("{wrong}; write `{{ \"body\": \"…\" }}`"),
            ("points" | "profile", _) => {
                let known = tree.list("careers").iter().chain(tree.list("traits")).any(|it| it.id() == Some(text));
                format!("write how many points: `{{ \"{}\": 1 }}`", if known { text } else { tree.target() })
            }
            ("", "options") => {
                let id = slug(text);
                format!(
                    "write the option as `{{ \"id\": \"{id}\", \"label\": \"{text}\", \"points\": {{ \"{}\": 1 }} }}`",
                    tree.target()
                )
            }
            ("", "careers") => format!("write the career as `{{ \"id\": \"{}\", \"title\": \"{text}\" }}`", slug(text)),
            _ => format!("{wrong}; write names and values in `{{ }}`"),
        },
        ("an object", Tree::List(items)) if matches!(items.as_slice(), [Tree::Map(_)]) => {
            format!("{wrong}; remove the `[` and the `]` around it")
        }
        ("an object", Tree::List(_)) if ["points", "profile", "chance"].contains(&last(path)) => {
            format!("{wrong}; write a number for each id, as in `{{ \"{}\": 2 }}`", tree.target())
        }
        ("true or false", Tree::Text(text)) => {
            let yes = ["true", "yes", "on", "1"].contains(&text.to_lowercase().as_str());
            format!("this is text; write `{yes}` without quotes")
        }
        ("true or false", Tree::Number(number)) => format!("write `{}` instead of a number", *number != 0.0),
        _ => wrong,
    })
}

fn wrong(expected: &str, value: &Tree) -> String {
    // People who don't program do not know the word "object".
    let plain = |words: &str| words.replace("an object", "something in `{ }`");
    format!("expected {}, found {}", plain(expected), plain(value.words()))
}

/// A short value, as written.
fn shown(value: &Tree) -> Option<String> {
    match value {
        Tree::Text(text) if text.chars().count() <= SHOWN => Some(format!("\"{text}\"")),
        Tree::Number(number) => Some(number.to_string()),
        Tree::Bool(flag) => Some(flag.to_string()),
        _ => None,
    }
}

/// The range of a whole number.
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
fn numeral_of(value: &Tree) -> Option<f64> {
    let text = value.text()?.trim().trim_start_matches('+');
    let digits = text.trim_end_matches(|it: char| it.is_alphabetic() || it == '%' || it == ' ');
    digits.replace(',', ".").parse().ok().filter(|it: &f64| it.is_finite())
}
