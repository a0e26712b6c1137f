//! What authors are told in place of a rule's own words: what they probably meant, seen from what they wrote. And one
//! line where one cause has many consequences.
//!
//! It never finds a problem, and takes none away whose cause is not told. The widget has nothing of it.

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

/// Says better what can be said better.
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

/// The same of a text in which nothing can be read.
pub(super) fn unread(mut problems: Vec<Problem>) -> Vec<Problem> {
    let empty = "this file is empty; put a quiz into it, for example a copy of one in `examples/`";
    problems
        .iter_mut()
        .filter(|it| it.kind == Kind::Empty)
        .for_each(|it| it.advice = Some(empty.into()));
    problems
}

/// The same of a translation that is a file of its own: all as if it stood in the quiz.
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

/// What is said of one problem; `said` where it has been said already, and only more is worth it.
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

    /// The things in one of the quiz's lists.
    fn list(&self, name: &str) -> &[Self] {
        self.get(name).map_or(&[], Self::items)
    }

    fn id(&self) -> Option<&str> {
        self.get("id")?.text()
    }

    /// Something that answers can count for, to write an example with.
    fn target(&self) -> &str {
        let model = self.get("matching").and_then(|it| it.get("model")?.text());
        let list = if model == Some("traits") { "traits" } else { "careers" };
        self.list(list).iter().find_map(Self::id).unwrap_or("nurse")
    }
}

/// The last name on a way.
fn last(path: &Path) -> &str {
    match path.0.last() {
        Some(Segment::Key(key)) => key,
        _ => "",
    }
}

/// The list or object that a field belongs to.
fn holder(path: &Path) -> &str {
    let steps = &path.0[..path.0.len().saturating_sub(1)];
    let key = |step: &'_ Segment| matches!(step, Segment::Key(_));
    match steps.iter().rfind(|it| key(it)) {
        Some(Segment::Key(key)) => key,
        _ => "",
    }
}

/// The place of the card that a path leads into.
fn card_at(path: &Path) -> Option<usize> {
    match path.0.as_slice() {
        [Segment::Key(list), Segment::Index(at), ..] if list == "cards" => Some(*at),
        _ => None,
    }
}

/// A word that can be an id, made of words.
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
