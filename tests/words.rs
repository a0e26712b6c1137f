//! The widget's own words in all languages: none is missing, and each says as much as the English one.

use std::{collections::BTreeSet, fs};

use career_matcher::text::placeholders;
use serde_json::{Map, Value};

const TAGS: [&str; 13] = ["ar", "de", "en", "es", "fr", "he", "it", "ja", "nl", "pl", "pt", "tr", "zh"];
/// Forms of plurals by the names that CLDR gives them.
const FORMS: [&str; 6] = ["zero", "one", "two", "few", "many", "other"];

fn words(tag: &str) -> Map<String, Value> {
    let text = fs::read_to_string(format!("src/widget/words/{tag}.json")).expect("the words are there");
    serde_json::from_str(&text).expect("the words are JSON")
}

fn names(words: &str) -> BTreeSet<String> {
    placeholders(words).into_iter().map(|(name, ..)| name.to_owned()).collect()
}

#[test]
fn no_language_is_forgotten() {
    let files = fs::read_dir("src/widget/words").expect("there are words").map(|it| it.expect("an entry").path());
    let files = files.filter(|it| it.extension().is_some_and(|it| it == "json")).count();
    assert_eq!(files, TAGS.len());
}

#[test]
fn every_language_has_every_word() {
    let english = words("en");
    for tag in TAGS {
        let all = words(tag);
        assert!(all.keys().eq(english.keys()), "{tag}: the same names in the same order");
        for (name, word) in &all {
            let (said, model) = (word.as_str().unwrap_or_default(), english[name].as_str().unwrap_or_default());
            assert!(!said.trim().is_empty(), "{tag}: {name}");
            let (own, known) = (names(said), names(model));
            assert!(own.is_subset(&known), "{tag}: {name} has {own:?}, but there is {known:?}");
            // A form of a plural may say the number as a word.
            let counted = known.len() == own.len() || said.contains('|');
            assert!(counted, "{tag}: {name} leaves out some of {known:?}");
        }
    }
}

#[test]
fn plurals_have_forms_that_there_are() {
    for tag in TAGS {
        for (name, word) in &words(tag) {
            let forms: Vec<_> = word.as_str().unwrap_or_default().split('|').collect();
            if forms.len() > 1 {
                let fine = |form: &&str| form.split_once(':').is_some_and(|(name, _)| FORMS.contains(&name.trim()));
                assert!(forms.iter().all(fine), "{tag}: {name}: {forms:?}");
                assert!(forms.last().is_some_and(|it| it.trim().starts_with("other:")), "{tag}: {name}");
            }
        }
    }
}
