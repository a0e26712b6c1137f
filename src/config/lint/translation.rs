//! Compares a translation with the quiz: whether everything in it exists in the quiz, and how much it covers.

use super::{Reader, coverage::is_blank, named};
use crate::config::{
    href,
    index::{Index, closest},
    limits,
    lint::shape::Shape,
    path::Trail,
    problem::{Kind, Problem},
    tree::Tree,
};

impl Reader<'_> {
    /// Whether a translation has the same shape as the quiz.
    pub(super) fn same(&mut self, shape: &Shape, base: &Tree, over: &Tree, path: &Trail) {
        let expected = match (shape, over) {
            (Shape::Words, Tree::Map(words)) => {
                return words.iter().for_each(|(key, word)| self.same(&Shape::Text, base, word, &path.key(key)));
            }
            (Shape::Text | Shape::Long, Tree::Text(text)) => {
                // Where the quiz has an empty text, such as for a decorative picture, the translation may be empty too.
                if text.trim_ascii().is_empty() && !is_blank(base) {
                    self.problems.push(Problem::error(path.path(), Kind::Blank));
                }
                return;
            }
            (Shape::Href, Tree::Text(href)) => {
                if !href::allowed(href) {
                    self.problems.push(Problem::error(path.path(), Kind::BadLink { href: href.clone() }));
                }
                return;
            }
            (Shape::Texts | Shape::Labels, Tree::List(texts)) => {
                let steps = if let Tree::List(steps) = base { steps.len() } else { 0 };
                let labels = texts.len();
                if matches!(shape, Shape::Labels) && labels != steps {
                    self.problems.push(Problem::error(path.path(), Kind::StepLabels { labels, steps }));
                }
                return texts.iter().enumerate().for_each(|(i, it)| self.same(&Shape::Text, base, it, &path.index(i)));
            }
            (Shape::Object(known), Tree::Map(over)) => return self.same_fields(known, base, over, path),
            (Shape::ById(what, shape), Tree::Map(over)) => return self.same_ids(what, shape, base, over, path),
            (Shape::InOrder(shape), Tree::List(over)) => {
                let Tree::List(items) = base else { return };
                if over.len() > items.len() {
                    let kind = Kind::TooMany { what: "translations", count: over.len(), limit: items.len() };
                    self.problems.push(Problem::error(path.path(), kind));
                }
                let pairs = items.iter().zip(over).enumerate();
                return pairs.for_each(|(i, (base, over))| self.same(shape, base, over, &path.index(i)));
            }
            (Shape::Text | Shape::Long | Shape::Href, _) => "text",
            (Shape::Texts | Shape::Labels | Shape::InOrder(_), _) => "a list",
            (Shape::ById(..), _) => "an object with ids as its keys",
            (Shape::Object(_) | Shape::Words, _) => "an object",
        };
        self.problems.push(Problem::error(path.path(), Kind::WrongType { expected, found: over.words() }));
    }

    fn same_fields(&mut self, known: &[(&'static str, Shape)], base: &Tree, over: &[(String, Tree)], path: &Trail) {
        for (key, over) in over {
            match known.iter().find(|(name, _)| name == key) {
                Some((_, shape)) => self.same(shape, base.get(key).unwrap_or(&Tree::Null), over, &path.key(key)),
                None => {
                    let suggestion = closest(key, known.iter().map(|(name, _)| *name));
                    let kind = Kind::UnknownField { suggestion };
                    self.problems.push(Problem::error(path.key(key).path(), kind));
                }
            }
        }
    }

    fn same_ids(&mut self, what: &'static str, shape: &Shape, base: &Tree, over: &[(String, Tree)], path: &Trail) {
        let ids = named(Some(base));
        let index = Index::new(&ids);
        for (id, over) in over {
            let path = path.key(id);
            match (index.get(id), base) {
                (Some(at), Tree::List(items)) => self.same(shape, &items[at], over, &path),
                _ => {
                    let few = self.problems.len() < limits::TOLD;
                    let suggestion = if few { index.suggestion(id) } else { None };
                    let kind = Kind::UnknownId { what, id: id.clone(), suggestion };
                    self.problems.push(Problem::error(path.path(), kind));
                }
            }
        }
    }
}
