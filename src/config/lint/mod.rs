//! Lints of texts, for authors: unknown names in braces, links that don't work, unknown interface texts, and missing
//! translations. The widget never runs them: it shows what there is.

mod coverage;
mod look;
mod shape;
mod translation;
mod written;

use super::{
    Finding,
    index::Index,
    limits,
    path::Trail,
    problem::{Kind, Problem},
    source::{Audience, locate, tree},
    tree::Tree,
};
use crate::text::words;
pub use coverage::Coverage;
use coverage::coverage;
use shape::QUIZ;

/// Lints all texts of a quiz and of its translations.
pub(super) fn lint(quiz: &Tree) -> Vec<Problem> {
    let english: Tree = serde_json::from_str(words::ENGLISH).unwrap_or(Tree::Null);
    let cards = named(quiz.get("cards"));
    let mut reader = Reader { problems: Vec::new(), english: &english, cards: Index::new(&cards) };
    reader.look(&QUIZ, quiz, &Trail::Root);
    let locales = Trail::Root.key("locales");
    let language = text(quiz.get("language")).unwrap_or("en");
    if !is_tag(language) {
        let kind = Kind::Found(Finding::BadLanguage { tag: language.to_owned() });
        reader.problems.push(Problem::error(Trail::Root.key("language").path(), kind));
    }
    let count = fields(quiz.get("locales")).len();
    if count > limits::LOCALES {
        let kind = Kind::TooMany { what: "languages", count, limit: limits::LOCALES };
        reader.problems.push(Problem::error(locales.path(), kind));
    }
    for (tag, overlay) in fields(quiz.get("locales")) {
        reader.locale(quiz, language, tag, overlay, &locales.key(tag));
    }
    reader.problems
}

/// One of a quiz's other languages.
pub struct Language {
    pub tag: String,
    pub at: Translation,
}

/// The location of a translation.
pub enum Translation {
    /// Inside the quiz, with its coverage.
    Here(Coverage),
    /// In its own file.
    File(String),
}

/// The other languages of a quiz.
pub fn languages(quiz: &str) -> Vec<Language> {
    let quiz: Tree = serde_json::from_str(quiz.trim_start_matches('\u{feff}')).unwrap_or(Tree::Null);
    let language = |(tag, it): &(String, Tree)| {
        let at = text(Some(it))
            .map_or_else(|| Translation::Here(coverage(&quiz, it)), |file| Translation::File(file.to_owned()));
        Language { tag: tag.clone(), at }
    };
    fields(quiz.get("locales")).iter().map(language).collect()
}

/// The problems of a translation file, and its coverage if it can be read.
pub fn check_language(quiz: &str, tag: &str, overlay: &str) -> (Vec<Problem>, Option<Coverage>) {
    let quiz: Tree = serde_json::from_str(quiz.trim_start_matches('\u{feff}')).unwrap_or(Tree::Null);
    let tree = match tree(overlay, Audience::Visitor) {
        Ok(tree) => tree,
        Err(problems) => return (problems, None),
    };
    let english: Tree = serde_json::from_str(words::ENGLISH).unwrap_or(Tree::Null);
    let cards = named(quiz.get("cards"));
    let mut reader = Reader { problems: Vec::new(), english: &english, cards: Index::new(&cards) };
    reader.translation(&quiz, tag, &tree, &Trail::Root, 0);
    locate(overlay, &mut reader.problems);
    super::advice::of_translation(&quiz, tag, &tree, &mut reader.problems);
    (reader.problems, Some(coverage(&quiz, &tree)))
}

/// The problem that a translation file is missing.
pub fn no_language(quiz: &str, tag: &str, file: String) -> Problem {
    let path = Trail::Root.key("locales").key(tag).path();
    let mut problem = [Problem::warning(path, Kind::Found(Finding::NoLanguageFile { file }))];
    locate(quiz, &mut problem);
    let [problem] = problem;
    problem
}

struct Reader<'a> {
    problems: Vec<Problem>,
    english: &'a Tree,
    cards: Index<'a>,
}

impl Reader<'_> {
    fn locale(&mut self, quiz: &Tree, language: &str, tag: &str, overlay: &Tree, path: &Trail) {
        let before = self.problems.len();
        let finds = |finding| Problem::error(path.path(), Kind::Found(finding));
        if tag == language {
            self.problems.push(finds(Finding::BaseLanguage { tag: tag.to_owned() }));
        }
        if !is_tag(tag) {
            self.problems.push(finds(Finding::BadLanguage { tag: tag.to_owned() }));
        }
        // A separate file is checked by the program that can read it.
        if !matches!(overlay, Tree::Text(_)) {
            self.translation(quiz, tag, overlay, path, before);
        }
    }

    /// Checks a translation. Missing texts are reported only if there is no new error since `before`.
    fn translation(&mut self, quiz: &Tree, tag: &str, overlay: &Tree, path: &Trail, before: usize) {
        self.same(&QUIZ, quiz, overlay, path);
        self.look(&QUIZ, overlay, path);
        let is_wrong = self.problems[before..].iter().any(Problem::is_error);
        let Coverage { done, all, first } = coverage(quiz, overlay);
        if let Some(first) = first.filter(|_| !is_wrong) {
            let left = (all - done) as u32;
            let kind =
                Kind::Found(Finding::Untranslated { left, all: all as u32, tag: tag.into(), first: first.into() });
            self.problems.push(Problem::warning(path.path(), kind));
        }
    }
}

/// The ids of a list; empty without a list.
fn named(list: Option<&Tree>) -> Vec<&str> {
    match list {
        Some(Tree::List(items)) => items.iter().map(|item| text(item.get("id")).unwrap_or_default()).collect(),
        _ => Vec::new(),
    }
}

fn fields(tree: Option<&Tree>) -> &[(String, Tree)] {
    match tree {
        Some(Tree::Map(fields)) => fields,
        _ => &[],
    }
}

fn text(tree: Option<&Tree>) -> Option<&str> {
    match tree {
        Some(Tree::Text(text)) => Some(text),
        _ => None,
    }
}

/// Whether this is roughly a tag of BCP 47: `de`, `pt-BR`, `zh-Hant-TW`.
fn is_tag(tag: &str) -> bool {
    let mut parts = tag.split('-');
    let language = parts.next().unwrap_or_default();
    let fine = |part: &str| (1..=8).contains(&part.len()) && part.bytes().all(|it| it.is_ascii_alphanumeric());
    (2..=3).contains(&language.len()) && language.bytes().all(|it| it.is_ascii_alphabetic()) && parts.all(fine)
}

#[cfg(test)]
mod tests {
    use super::*;

    const QUIZ: &str = r#"{ "language": "en", "title": "Which {carer}?", "intro": { "body": "See [us](javascript:x)." },
        "words": { "next": "On", "nxt": "On", "back": "Back, {who} { param : x }", "step": "{number", "stepEnd": "{utm_source} {param} {career|x}" },
        "cards": [{ "id": "one", "prompt": "A", "note": "{answer:tow} {{carer}} {1, 2} {career", "options": [{ "id": "x", "label": "X" }] }],
        "cta": [{ "label": "Go", "href": "/go" }],
        "locales": { "en": {}, "German": {}, "fr": "quiz.fr.json",
          "de": { "titel": "", "title": " ", "cards": { "on": {}, "one": { "prompt": 7, "options": { "x": { "label": "X" } } } },
                  "cta": [{ "href": "ftp:x" }, {}], "careers": { "z": {} } } } }"#;

    #[test]
    fn authors_hear_of_every_slip() {
        let tree: Tree = serde_json::from_str(QUIZ).expect("JSON");
        let told: Vec<_> = lint(&tree).iter().map(|it| format!("{} {it}", it.code())).collect();
        expect_test::expect![[r#"
            unknown-placeholder title: the placeholder `{carer}` is unknown here; did you mean `{career}`?
            bad-link intro.body: the widget can't open `javascript:x`; use `https:`, `mailto:`, `tel:` or an address on your site
            unknown-word words.nxt: no word has the id `nxt`; did you mean `next`?
            unknown-placeholder words.back: the placeholder `{who}` is unknown here, so visitors see nothing; write `{{who}}` to show it as text
            unknown-placeholder words.step: the brace before `number` is not closed; add `}` after the name, or write `{{` to show a brace
            unknown-placeholder words.stepEnd: the placeholder `{utm_source}` is unknown here; did you mean `{param:utm_source}`?
            unknown-placeholder words.stepEnd: the placeholder `{param}` is unknown here; did you mean `{param:name}`?
            unknown-placeholder words.stepEnd: the placeholder `{career}` is unknown here, so visitors see nothing; write `{{career}}` to show it as text
            unknown-card cards[0].note: no card has the id `tow`; add it under `cards` or remove it here
            unknown-placeholder cards[0].note: the brace before `career` is not closed; add `}` after the name, or write `{{` to show a brace
            bad-language locales.en: the quiz itself is in `en`; edit its own texts and remove this translation, or set `language`
            bad-language locales.German: `German` is not a language code; write it like `de` or `pt-BR`
            unknown-field locales.de.titel: unknown field; did you mean `title`?
            blank-text locales.de.title: the text is blank; write something or remove the field
            unknown-card locales.de.cards.on: no card has the id `on`; did you mean `one`?
            wrong-type locales.de.cards.one.prompt: expected text, found a number
            too-many locales.de.cta: 2 translations are too many; the limit is 1
            bad-link locales.de.cta[0].href: the widget can't open `ftp:x`; use `https:`, `mailto:`, `tel:` or an address on your site
            unknown-career locales.de.careers.z: no career has the id `z`; add it under `careers` or remove it here"#]].assert_eq(&told.join("\n"));
    }

    #[test]
    fn a_quiz_in_two_languages_has_nothing_to_tell() {
        let quiz = r#"{ "title": "A", "careers": [{ "id": "x", "title": "X", "tools": ["a"] }], "cta": [{ "label": "Go", "href": "/" }],
            "locales": { "pt-BR": { "title": "B", "careers": { "x": { "title": "Y", "tools": [] } }, "cta": [{ "label": "Vai" }] } } }"#;
        assert_eq!(lint(&serde_json::from_str(quiz).expect("JSON")), []);
    }
}
