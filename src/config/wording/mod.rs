//! What authors are told about words, wherever they stand: names in braces that stand for nothing, links that are not
//! followed, words of the widget's own that it does not have, and what is not translated yet. The widget itself never
//! asks: it shows what there is.

mod look;
mod shape;
mod translation;

use super::{
    Finding,
    index::Index,
    load::{locate, tree},
    path::Trail,
    problem::{Kind, Problem},
    tree::Tree,
};
use shape::QUIZ;
use translation::{Coverage, cover};

/// All words of the widget's own, in English.
const ENGLISH: &str = include_str!("../../widget/words/en.json");

/// Looks through all texts of a quiz and of its other languages.
pub(super) fn wording(quiz: &Tree) -> Vec<Problem> {
    let english: Tree = serde_json::from_str(ENGLISH).unwrap_or(Tree::Null);
    let cards = named(quiz.get("cards"));
    let mut reader = Reader { problems: Vec::new(), english: &english, cards: Index::new(&cards) };
    reader.look(&QUIZ, quiz, &Trail::Root);
    let locales = Trail::Root.key("locales");
    let language = text(quiz.get("language")).unwrap_or("en");
    if !is_tag(language) {
        let kind = Kind::Found(Finding::BadLanguage { tag: language.to_owned() });
        reader.problems.push(Problem::error(Trail::Root.key("language").path(), kind));
    }
    for (tag, overlay) in fields(quiz.get("locales")) {
        reader.locale(quiz, language, tag, overlay, &locales.key(tag));
    }
    reader.problems
}

/// The files with other languages that a config names, by language.
pub fn language_files(quiz: &str) -> Vec<(String, String)> {
    let quiz: Tree = serde_json::from_str(quiz).unwrap_or(Tree::Null);
    let file = |(tag, it): &(String, Tree)| Some((tag.clone(), text(Some(it))?.to_owned()));
    fields(quiz.get("locales")).iter().filter_map(file).collect()
}

/// What is wrong with such a file, and what it lacks.
pub fn check_language(quiz: &str, overlay: &str) -> Vec<Problem> {
    let quiz: Tree = serde_json::from_str(quiz).unwrap_or(Tree::Null);
    let tree = match tree(overlay) {
        Ok(tree) => tree,
        Err(problem) => return vec![problem],
    };
    let english: Tree = serde_json::from_str(ENGLISH).unwrap_or(Tree::Null);
    let cards = named(quiz.get("cards"));
    let mut reader = Reader { problems: Vec::new(), english: &english, cards: Index::new(&cards) };
    reader.translation(&quiz, &tree, &Trail::Root);
    locate(overlay, &mut reader.problems);
    reader.problems
}

/// Such a file is not where the config says.
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
        let finds = |finding| Problem::error(path.path(), Kind::Found(finding));
        if !is_tag(tag) {
            self.problems.push(finds(Finding::BadLanguage { tag: tag.to_owned() }));
        }
        if tag == language {
            self.problems.push(finds(Finding::BaseLanguage { tag: tag.to_owned() }));
        }
        // A file of its own is looked at by whoever can read it.
        if !matches!(overlay, Tree::Text(_)) {
            self.translation(quiz, overlay, path);
        }
    }

    fn translation(&mut self, quiz: &Tree, overlay: &Tree, path: &Trail) {
        self.same(&QUIZ, quiz, overlay, path);
        self.look(&QUIZ, overlay, path);
        let mut coverage = Coverage::default();
        cover(&QUIZ, quiz, Some(overlay), &Trail::Root, &mut coverage);
        let Coverage { done, all, first } = coverage;
        if let Some(first) = first {
            let kind = Kind::Found(Finding::Untranslated { done, all, first });
            self.problems.push(Problem::warning(path.path(), kind));
        }
    }
}

/// The ids of a list, with nothing where there is none.
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

/// Roughly a tag of BCP 47: `de`, `pt-BR`, `zh-Hant-TW`.
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
        "words": { "next": "On", "nxt": "On", "back": "Back, {who}" },
        "cards": [{ "id": "one", "prompt": "A", "note": "{answer:tow}", "options": [{ "id": "x", "label": "X" }] }],
        "cta": [{ "label": "Go", "href": "/go" }],
        "locales": { "en": {}, "German": {}, "fr": "quiz.fr.json",
          "de": { "titel": "", "title": " ", "cards": { "on": {}, "one": { "prompt": 7, "options": { "x": { "label": "X" } } } },
                  "cta": [{ "href": "ftp:x" }, {}], "careers": { "z": {} } } } }"#;

    #[test]
    fn authors_hear_of_every_slip() {
        let tree: Tree = serde_json::from_str(QUIZ).expect("JSON");
        let told: Vec<_> = wording(&tree).iter().map(|it| format!("{} {it}", it.code())).collect();
        expect_test::expect![[r#"
            unknown-placeholder title: `{carer}` stands for nothing here; did you mean `{career}`?
            bad-link intro.body: `javascript:x` is not a link that the widget opens; use `https:`, `mailto:`, `tel:` or an address on your site
            unknown-word words.nxt: no word has the id `nxt`; did you mean `next`?
            unknown-placeholder words.back: `{who}` stands for nothing here; visitors would see the braces
            unknown-card cards[0].note: no card has the id `tow`; add it under `cards` or remove it here
            bad-language locales.en: the quiz itself is in `en`; change its own texts and remove this, or set `language`
            missing-translation locales.en: 0 of 6 texts are there in this language; the first that is not: `title`
            bad-language locales.German: `German` is no language tag; write it like `de` or `pt-BR`
            missing-translation locales.German: 0 of 6 texts are there in this language; the first that is not: `title`
            unknown-field locales.de.titel: unknown field; did you mean `title`?
            blank-text locales.de.title: the text is blank; write something or remove the field
            unknown-card locales.de.cards.on: no card has the id `on`; did you mean `one`?
            wrong-type locales.de.cards.one.prompt: expected text, found a number
            too-many locales.de.cta: 2 translations are too many; at most 1 work
            bad-link locales.de.cta[0].href: `ftp:x` is not a link that the widget opens; use `https:`, `mailto:`, `tel:` or an address on your site
            unknown-career locales.de.careers.z: no career has the id `z`; add it under `careers` or remove it here
            missing-translation locales.de: 3 of 6 texts are there in this language; the first that is not: `intro.body`"#]].assert_eq(&told.join("\n"));
    }

    #[test]
    fn a_quiz_in_two_languages_has_nothing_to_tell() {
        let quiz = r#"{ "title": "A", "careers": [{ "id": "x", "title": "X", "tools": ["a"] }], "cta": [{ "label": "Go", "href": "/" }],
            "locales": { "pt-BR": { "title": "B", "careers": { "x": { "title": "Y", "tools": [] } }, "cta": [{ "label": "Vai" }] } } }"#;
        assert_eq!(wording(&serde_json::from_str(quiz).expect("JSON")), []);
    }
}
