//! Fields with other names, and quizzes in a wrapper.

use super::{holder, last};
use crate::config::{
    path::{Path, Segment},
    problem::{Kind, Problem},
    tree::Tree,
};

/// Names that other programs and people use for a field, by the object that holds it: `*` is any.
const ALSO: [(&str, &str, &[&str]); 20] = [
    ("intro", "body", &["text", "description", "content", "words"]),
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

pub(super) fn meant(path: &Path) -> Option<&'static str> {
    let name = last(path);
    ALSO.iter().find(|(place, _, also)| *place == holder(path) && also.contains(&name)).map(|it| it.1)
}

/// One problem instead of two for one mistake: a field under another name, or a quiz inside something else.
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
        // If one number is wrong, a minimum above the maximum is not reported too.
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
    let problem = Problem::error(Path(vec![Segment::Key(key.clone())]), Kind::UnknownField { suggestion: None });
    let words = format!("the quiz is nested inside `{key}`; move the content of `{key}` to the top level of the file");
    Some(Problem { advice: Some(words.into()), ..problem })
}

pub(super) fn advice(tree: &Tree, path: &Path, kind: &Kind, said: bool) -> Option<String> {
    match kind {
        Kind::UnknownField { suggestion } => {
            let name = last(path);
            match meant(path).or(*suggestion) {
                Some(known) => {
                    let parent = tree.at(&path.0[..path.0.len() - 1]);
                    let both = parent.is_some_and(|it| it.get(known).is_some());
                    Some(if both {
                        format!("unknown field `{name}`; `{known}` is here already, so remove this one")
                    } else {
                        format!("unknown field `{name}`; did you mean `{known}`?")
                    })
                }
                None if said => None,
                None => Some(format!("unknown field `{name}`; remove it or check its spelling")),
            }
        }
        Kind::TooMany { what: "translations", limit: 0, .. } => {
            Some(format!("the quiz has no `{}` here to translate; add it there first, or remove it here", last(path)))
        }
        _ => None,
    }
}
