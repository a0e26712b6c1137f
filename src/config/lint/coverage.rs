//! How much of a quiz is translated into another language.

use super::{
    fields, named,
    shape::{QUIZ, Shape},
};
use crate::config::{index::Index, path::Trail, tree::Tree};

/// How much of a quiz is translated into another language.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Coverage {
    /// The number of translated texts.
    pub done: usize,
    /// The number of texts to translate.
    pub all: usize,
    /// The path of the first untranslated text.
    pub first: Option<String>,
}

/// Counts the texts of a quiz, and how many of them a translation has.
pub(super) fn coverage(quiz: &Tree, overlay: &Tree) -> Coverage {
    let mut coverage = Coverage::default();
    cover(&QUIZ, quiz, Some(overlay), &Trail::Root, &mut coverage);
    coverage
}

/// Whether this is an empty text, such as the alternative text of a decorative picture.
pub(super) fn is_blank(tree: &Tree) -> bool {
    matches!(tree, Tree::Text(text) if text.trim_ascii().is_empty())
}

fn cover(shape: &Shape, base: &Tree, over: Option<&Tree>, path: &Trail, coverage: &mut Coverage) {
    match (shape, base) {
        (Shape::Text | Shape::Long, it) if is_blank(it) => {}
        (Shape::Text | Shape::Long, Tree::Text(_)) | (Shape::Texts | Shape::Labels, Tree::List(_)) => {
            coverage.all += 1;
            match over {
                Some(_) => coverage.done += 1,
                None => coverage.first = coverage.first.take().or_else(|| Some(path.path().to_string())),
            }
        }
        (Shape::Object(known), Tree::Map(_)) => {
            for (key, shape) in *known {
                let over = over.and_then(|over| over.get(key));
                cover(shape, base.get(key).unwrap_or(&Tree::Null), over, &path.key(key), coverage);
            }
        }
        (Shape::ById(_, shape), Tree::List(items)) => {
            let over = fields(over);
            let keys: Vec<_> = over.iter().map(|(key, _)| key.as_str()).collect();
            let index = Index::new(&keys);
            for (i, (item, id)) in items.iter().zip(named(Some(base))).enumerate() {
                cover(shape, item, index.get(id).map(|at| &over[at].1), &path.index(i), coverage);
            }
        }
        (Shape::InOrder(shape), Tree::List(items)) => {
            for (i, item) in items.iter().enumerate() {
                let over = match over {
                    Some(Tree::List(over)) => over.get(i),
                    _ => None,
                };
                cover(shape, item, over, &path.index(i), coverage);
            }
        }
        _ => {}
    }
}
