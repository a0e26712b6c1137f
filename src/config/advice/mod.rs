//! Messages for authors that replace a rule's own message: what the author probably meant, based on the whole config.
//! One message if one cause has many consequences.
//!
//! It never finds new problems, and never removes a problem whose cause is not reported. It is not part of the widget.

mod cards;
mod conditions;
mod fold;
mod ids;
mod links;
mod missing;
mod names;
mod shapes;
mod types;
mod values;

use super::{
    limits,
    path::{Path, Segment},
    problem::{Kind, Problem},
    source::locate,
    tree::Tree,
};

/// Improves messages where possible.
pub(super) fn advise(text: &str, tree: &Tree, problems: &mut Vec<Problem>) {
    shapes::gather(tree, problems);
    missing::gather(tree, problems);
    cards::gather(tree, problems);
    locate(text, problems);
    for problem in problems.iter_mut().take(limits::TOLD) {
        if let Some(words) = advice(tree, &problem.path, &problem.kind, problem.advice.is_some()) {
            problem.advice = Some(words.into());
        }
    }
    ids::gather(text, tree, problems);
    fold::fold(text, tree, problems);
}

/// The same for a text that can't be parsed.
pub(super) fn unread(mut problems: Vec<Problem>) -> Vec<Problem> {
    let empty = "this file is empty; put a quiz into it, for example a copy of one in `examples/`";
    problems
        .iter_mut()
        .filter(|it| it.kind == Kind::Empty)
        .for_each(|it| it.advice = Some(empty.into()));
    problems
}

/// The same for a translation in its own file: as if it were inside the quiz.
pub(super) fn of_translation(quiz: &Tree, tag: &str, overlay: &Tree, problems: &mut [Problem]) {
    let mut fields: Vec<_> = quiz.fields().iter().filter(|(key, _)| key != "locales").cloned().collect();
    fields.push(("locales".to_owned(), Tree::Map(vec![(tag.to_owned(), overlay.clone())])));
    let quiz = Tree::Map(fields);
    for problem in problems.iter_mut().take(limits::TOLD) {
        let start = [Segment::Key("locales".to_owned()), Segment::Key(tag.to_owned())];
        let path = Path([&start, problem.path.0.as_slice()].concat());
        if let Some(words) = advice(&quiz, &path, &problem.kind, problem.advice.is_some()) {
            problem.advice = Some(words.into());
        }
    }
}

/// The message for one problem. If `said`, the problem already has a message, and only a better one replaces it.
fn advice(tree: &Tree, path: &Path, kind: &Kind, said: bool) -> Option<String> {
    shapes::advice(tree, path, kind, said)
        .or_else(|| types::advice(tree, path, kind))
        .or_else(|| missing::advice(tree, path, kind, said))
        .or_else(|| cards::advice(kind, said))
        .or_else(|| conditions::advice(tree, path, kind))
        .or_else(|| names::advice(tree, path, kind))
        .or_else(|| links::advice(path, kind))
        .or_else(|| values::advice(kind))
}

impl Tree {
    /// The value at a path.
    pub(super) fn at(&self, path: &[Segment]) -> Option<&Self> {
        let Some((step, rest)) = path.split_first() else { return Some(self) };
        match (step, self) {
            (Segment::Key(key), Self::Map(_)) => self.get(key)?.at(rest),
            (Segment::Index(index), Self::List(items)) => items.get(*index)?.at(rest),
            _ => None,
        }
    }

    fn text(&self) -> Option<&str> {
        match self {
            Self::Text(text) => Some(text),
            _ => None,
        }
    }

    fn items(&self) -> &[Self] {
        match self {
            Self::List(items) => items,
            _ => &[],
        }
    }

    fn fields(&self) -> &[(String, Self)] {
        match self {
            Self::Map(fields) => fields,
            _ => &[],
        }
    }

    /// The items of one of the quiz's lists.
    fn list(&self, name: &str) -> &[Self] {
        self.get(name).map_or(&[], Self::items)
    }

    fn id(&self) -> Option<&str> {
        self.get("id")?.text()
    }

    /// The id of something that has points, for an example.
    fn target(&self) -> &str {
        let model = self.get("matching").and_then(|it| it.get("model")?.text());
        let list = if model == Some("traits") { "traits" } else { "careers" };
        self.list(list).iter().find_map(Self::id).unwrap_or("nurse")
    }
}

/// The last name of a path.
fn last(path: &Path) -> &str {
    match path.0.last() {
        Some(Segment::Key(key)) => key,
        _ => "",
    }
}

/// The list or object that contains a field.
fn holder(path: &Path) -> &str {
    let steps = &path.0[..path.0.len().saturating_sub(1)];
    let key = |step: &'_ Segment| matches!(step, Segment::Key(_));
    match steps.iter().rfind(|it| key(it)) {
        Some(Segment::Key(key)) => key,
        _ => "",
    }
}

/// The index of the card in a path.
fn card_at(path: &Path) -> Option<usize> {
    match path.0.as_slice() {
        [Segment::Key(list), Segment::Index(at), ..] if list == "cards" => Some(*at),
        _ => None,
    }
}

/// Words as an id.
pub(crate) fn slug(words: &str) -> String {
    let mut id = String::new();
    for letter in words.chars().flat_map(char::to_lowercase).take(40) {
        if letter.is_alphanumeric() {
            id.push(letter);
        } else if !id.is_empty() && !id.ends_with('-') {
            id.push('-');
        }
    }
    id.trim_end_matches('-').to_owned()
}
