//! Checks what texts contain: names in braces, links, and interface texts.

use super::{Reader, fields, text, written};
use crate::config::{
    Finding, href,
    index::{closest, meant},
    limits,
    lint::shape::Shape,
    path::Trail,
    problem::{Kind, Problem},
    tree::Tree,
};
use crate::text::{Block, Inline, NAMES, Placeholder, markdown, placeholders};

/// The prefixes of what the page says about its visitor.
const FROM_PAGE: [&str; 2] = ["param", "field"];

impl Reader<'_> {
    /// Checks texts, in the quiz or in a translation.
    pub(super) fn look(&mut self, shape: &Shape, tree: &Tree, path: &Trail) {
        match (shape, tree) {
            (Shape::Href, Tree::Text(text)) => {
                self.braces(text, path);
                self.problems.extend(finding(path, href::relative(text)));
            }
            (Shape::Text, Tree::Text(text)) => {
                self.braces(text, path);
                self.problems.extend(finding(path, written::html(text, false)));
                self.problems.extend(finding(path, written::long(text, path)));
            }
            (Shape::Long, Tree::Text(text)) => {
                self.braces(text, path);
                self.problems.extend(finding(path, written::html(text, true)));
                let mut hrefs = Vec::new();
                links(&markdown(text), &mut hrefs);
                for href in hrefs.into_iter().filter(|href| !href::allowed(href)) {
                    self.problems.push(Problem::warning(path.path(), Kind::BadLink { href }));
                }
            }
            (Shape::Texts | Shape::Labels, Tree::List(texts)) => {
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
        for it in placeholders(text) {
            if self.stands(&it, &NAMES, path) && it.name == "answer" && self.cards.get(it.which).is_none() {
                let few = self.problems.len() < limits::TOLD;
                let suggestion = if few { self.cards.suggestion(it.which) } else { None };
                let kind = Kind::UnknownId { what: "card", id: it.which.to_owned(), suggestion };
                self.problems.push(Problem::warning(path.path(), kind));
            }
        }
    }

    /// Whether a name in braces is known here.
    fn stands(&mut self, it: &Placeholder, known: &[&str], path: &Trail) -> bool {
        let name = it.name.to_owned();
        let from_page = FROM_PAGE.contains(&it.name) && it.which.is_empty();
        let finding = if !it.is_closed {
            Finding::OpenBrace { name }
        } else if known.contains(&it.name) && !from_page {
            return true;
        } else {
            let suggestion = if from_page {
                Some(format!("{name}:name"))
            } else if name.starts_with("utm_") {
                Some(format!("param:{name}"))
            } else {
                closest(&name, known.iter().copied()).map(str::to_owned)
            };
            Finding::UnknownPlaceholder { name, suggestion }
        };
        self.problems.push(Problem::warning(path.path(), Kind::Found(finding)));
        false
    }

    /// Checks a changed interface text: it may contain only the names of the widget's own text, and what the page says.
    fn word(&mut self, key: &str, word: &Tree, path: &Trail) {
        let Some(english) = text(self.english.get(key)) else {
            let known = fields(Some(self.english)).iter().map(|(key, _)| key.as_str());
            let suggestion = meant(key, known);
            let kind = Kind::UnknownId { what: "word", id: key.to_owned(), suggestion };
            return self.problems.push(Problem::error(path.path(), kind));
        };
        let known: Vec<_> = placeholders(english).map(|it| it.name).chain(FROM_PAGE).collect();
        for it in placeholders(text(Some(word)).unwrap_or_default()) {
            self.stands(&it, &known, path);
        }
    }
}

fn finding(path: &Trail, finding: Option<Finding>) -> Option<Problem> {
    finding.map(|it| Problem::warning(path.path(), Kind::Found(it)))
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
