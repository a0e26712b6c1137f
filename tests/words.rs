//! The widget's words in all languages: none is missing, and each has the same placeholders as the English one.

use std::{collections::BTreeSet, fs};

use career_matcher::text::placeholders;
use serde_json::{Map, Value};

const TAGS: [&str; 13] = ["ar", "de", "en", "es", "fr", "he", "it", "ja", "nl", "pl", "pt", "tr", "zh"];
/// Plural categories of CLDR.
const FORMS: [&str; 6] = ["zero", "one", "two", "few", "many", "other"];

fn words(tag: &str) -> Map<String, Value> {
    let text = fs::read_to_string(format!("src/text/words/{tag}.json")).expect("the words are there");
    serde_json::from_str(&text).expect("the words are JSON")
}

fn names(words: &str) -> BTreeSet<String> {
    placeholders(words).map(|it| it.name.to_owned()).collect()
}

#[test]
fn no_language_is_forgotten() {
    let files = fs::read_dir("src/text/words").expect("there are words").map(|it| it.expect("an entry").path());
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
            // A plural form can have the number as a word.
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

/// Runs the module `speech.js` in its built form, on a page with an address and an element with a field: it passes all
/// values on, without interpolation.
#[test]
fn words_of_a_quiz_arrive_as_they_are() {
    let folder = std::env::temp_dir().join(format!("career-matcher-speech-{}", std::process::id()));
    fs::create_dir_all(&folder).expect("there is a folder for temporary files");
    for entry in fs::read_dir("src/embed/script").expect("there are scripts") {
        let path = entry.expect("an entry").path();
        let text = fs::read_to_string(&path).expect("a script can be read");
        let text = text.replace("{{keys}}", r#"["start", "next", "back", "step"]"#).replace("{{languages}}", "[]");
        fs::write(folder.join(path.file_name().expect("a name")), text).expect("it can be written");
    }
    fs::write(folder.join("package.json"), r#"{ "type": "module" }"#).expect("it can be written");
    let page = r#"
        globalThis.location = { search: "?name=%3Cb%3EAda%3C/b%3E&name=Bob" };
        globalThis.document = { documentElement: { lang: "" } };
        Object.defineProperty(globalThis, "navigator", { value: { languages: [] } });
        const { speech } = await import("./speech.js");
        const attributes = [{ name: "data-field-who", value: "Ann" }];
        const words = { start: "Go, { param:name }", next: "On, {param:x|friend} {{who}}", back: "{field:who} {1}",
          step: "{number} of { of }" };
        const said = await speech({ attributes, closest: () => null }, JSON.stringify({ words }), "", () => []);
        console.log(said.words.slice(0, 4).join("; "));
        console.log(said.context.join(" "));"#;
    let ran = std::process::Command::new("node")
        .args(["--input-type=module", "-e", page])
        .current_dir(&folder)
        .output();
    let ran = ran.expect("Node.js runs");
    fs::remove_dir_all(&folder).expect("it can be removed");
    let expected = "Go, { param:name }; On, {param:x|friend} {{who}}; {field:who} {1}; {number} of { of }\n\
        ?name <b>Ada</b> ?name Bob who Ann\n";
    assert_eq!(String::from_utf8_lossy(&ran.stdout), expected, "{}", String::from_utf8_lossy(&ran.stderr));
}
