//! What texts say: names in braces, links, and words of the widget's own.

use super::{Reader, fields, text};
use crate::config::{
    Finding, href,
    index::closest,
    path::Trail,
    problem::{Kind, Problem},
    tree::Tree,
    wording::shape::Shape,
};
use crate::text::{Block, Inline, NAMES, markdown, placeholders};

impl Reader<'_> {
    /// What texts say, in the quiz or in a translation.
    pub(super) fn look(&mut self, shape: &Shape, tree: &Tree, path: &Trail) {
        match (shape, tree) {
            (Shape::Text | Shape::Href, Tree::Text(text)) => self.braces(text, path),
            (Shape::Long, Tree::Text(text)) => {
                self.braces(text, path);
                let mut hrefs = Vec::new();
                links(&markdown(text), &mut hrefs);
                for href in hrefs.into_iter().filter(|href| !href::allowed(href)) {
                    self.problems.push(Problem::warning(path.path(), Kind::BadLink { href }));
                }
            }
            (Shape::Texts, Tree::List(texts)) => {
                texts.iter().enumerate().for_each(|(i, text)| self.look(&Shape::Text, text, &path.index(i)));
            }
            (Shape::Object(known), Tree::Map(all)) => {
                for (key, tree) in all {
                    if let Some((_, shape)) = known.iter().find(|(name, _)| name == key) {
                        self.look(shape, tree, &path.key(key));
                    }
                }
            }
            (Shape::ById(_, shape) | Shape::InOrder(shape), Tree::List(items)) => {
                items.iter().enumerate().for_each(|(i, item)| self.look(shape, item, &path.index(i)));
            }
            (Shape::ById(_, shape), Tree::Map(items)) => {
                items.iter().for_each(|(id, item)| self.look(shape, item, &path.key(id)));
            }
            (Shape::Words, Tree::Map(words)) => {
                words.iter().for_each(|(key, word)| self.word(key, word, &path.key(key)));
            }
            _ => {}
        }
    }

    fn braces(&mut self, text: &str, path: &Trail) {
        for (name, which, known) in placeholders(text) {
            if !known {
                self.placeholder(name, closest(name, NAMES.into_iter()), path);
            } else if name == "answer" && self.cards.get(which).is_none() {
                let suggestion = self.cards.suggestion(which).map(str::to_owned);
                let kind = Kind::UnknownId { what: "card", id: which.to_owned(), suggestion };
                self.problems.push(Problem::warning(path.path(), kind));
            }
        }
    }

    fn placeholder(&mut self, name: &str, suggestion: Option<&str>, path: &Trail) {
        let finding = Finding::UnknownPlaceholder { name: name.to_owned(), suggestion: suggestion.map(str::to_owned) };
        self.problems.push(Problem::warning(path.path(), Kind::Found(finding)));
    }

    /// A word of the widget's own, said otherwise: it may stand for no more than the widget's does.
    fn word(&mut self, key: &str, word: &Tree, path: &Trail) {
        let Some(english) = text(self.english.get(key)) else {
            let known = fields(Some(self.english)).iter().map(|(key, _)| key.as_str());
            let suggestion = closest(key, known).map(str::to_owned);
            let kind = Kind::UnknownId { what: "word", id: key.to_owned(), suggestion };
            return self.problems.push(Problem::error(path.path(), kind));
        };
        let known: Vec<_> = placeholders(english).into_iter().map(|(name, ..)| name).collect();
        for (name, ..) in placeholders(text(Some(word)).unwrap_or_default()) {
            if !known.contains(&name) {
                self.placeholder(name, closest(name, known.iter().copied()), path);
            }
        }
    }
}

fn links(blocks: &[Block], hrefs: &mut Vec<String>) {
    fn within(parts: &[Inline], hrefs: &mut Vec<String>) {
        for part in parts {
            match part {
                Inline::Strong(words) | Inline::Emphasis(words) => within(words, hrefs),
                Inline::Link { href, words } => {
                    hrefs.push(href.clone());
                    within(words, hrefs);
                }
                Inline::Text(_) | Inline::Break => {}
            }
        }
    }
    for block in blocks {
        match block {
            Block::Paragraph(parts) => within(parts, hrefs),
            Block::List(items) => items.iter().for_each(|item| within(item, hrefs)),
        }
    }
}
