//! What can be wrong with the text of a config, before it says anything.

use super::{Chapter, Section, Told};
use crate::config::{Finding, Kind, Path, Problem, Segment, limits};

/// What was said about a bad config of the tests.
macro_rules! fixture {
    ($name:literal) => {
        Told::Fixture(include_str!(concat!("../../../tests/fixtures/", $name, ".txt")))
    };
}

pub(super) use fixture;

pub(super) static CHAPTER: Chapter = Chapter {
    title: "The config’s text",
    about: "Without a text that can be read there is no quiz. The page keeps what it has put into the element.",
    sections: &[
        Section {
            code: "config-empty",
            means: "There is nothing where a config should be: an empty file, an empty script element, an empty `config` attribute.",
            told: fixture!("bad/empty"),
            remedy: "Write a quiz there, or remove it, and the default quiz plays.",
        },
        Section {
            code: "config-too-large",
            means: "The widget takes configs of up to 2 MB, so that phones can carry them. The command line takes up to 50 MB: `check` reports this as an error, all other commands as a warning, and go on.",
            told: Told::Made(|| Problem::error(Path::default(), Kind::TooLarge { bytes: limits::BYTES + 1 })),
            remedy: "Move long texts to pages that the quiz links to, or split the quiz.",
        },
        Section {
            code: "config-stalled",
            means: "For 10 seconds nothing came from the address in `config`.",
            told: Told::Words("nothing came from https://your-site.example/quiz.json for 10 s"),
            remedy: "Visitors can try again. Where it happens often, look at the server, or put the quiz into the page.",
        },
        Section {
            code: "config-blocked",
            means: "The page’s security policy keeps the widget from loading the quiz.",
            told: Told::Words(
                "the page's security policy (connect-src) does not allow https://your-site.example/quiz.json",
            ),
            remedy: "Allow its address in `connect-src`, or put the quiz into the page.",
        },
        Section {
            code: "config-unreachable",
            means: "The config’s address did not answer, answered with an error such as 404, or may not be read from your page.",
            told: Told::Words("https://your-site.example/quiz.json answered 404"),
            remedy: "Open the address in a browser. If it is on another site, that site must allow yours (`Access-Control-Allow-Origin`).",
        },
        Section {
            code: "not-json",
            means: "The text is not JSON, the form in which quizzes are written. The message gives the line and the column, and what to write there.",
            told: fixture!("bad/comma-missing"),
            remedy: "Change it there. On a visitor’s page the words are the browser’s own: look just before that place, where a comma or a quote is missing most often. An editor that knows JSON shows it in red.",
        },
        Section {
            code: "not-utf8",
            means: "The bytes of the file are no text in UTF-8. UTF-16 is read too where its first two bytes say so, as Windows writes it. In another encoding letters such as é or ü would come out broken.",
            told: Told::Made(|| {
                let before = "\"title\": \"Caf".to_owned();
                Problem::error(Path::default(), Kind::Found(Finding::NotUtf8 { is: None, line: 3, before }))
            }),
            remedy: "Save the file as UTF-8. Notepad: Save as, Encoding. Excel: file type CSV UTF-8. Word: save as plain text, and choose Unicode (UTF-8).",
        },
        Section {
            code: "unreadable-file",
            means: "The command line can't read the file at all: it is not there, is not yours to read, or is larger than 50 MB.",
            told: Told::Made(|| {
                let words = std::io::Error::from(std::io::ErrorKind::NotFound).to_string();
                Problem::error(Path::default(), Kind::Found(Finding::UnreadableFile { words }))
            }),
            remedy: "Check its name and its folder.",
        },
        Section {
            code: "repeated-key",
            means: "The same name stands twice between one `{` and its `}`. A program would take one of the two values and drop the other without a word.",
            told: fixture!("bad/points-twice"),
            remedy: "Join the two values, or remove one of them.",
        },
        Section {
            code: "wrong-type",
            means: "A value is of another type than its field needs: text for a number, or one `{ }` where a list belongs.",
            told: fixture!("bad/title-is-a-number"),
            remedy: "Write what the message expects. Numbers stand without quotes, texts in them, lists in `[ ]`, names with their values in `{ }`.",
        },
        Section {
            code: "missing-field",
            means: "A field that has no default is missing, or a card lacks a field that its kind needs.",
            told: fixture!("bad/a-scale-without-ends"),
            remedy: "Add the field. One that is `null` is as good as missing.",
        },
        Section {
            code: "unknown-field",
            means: "No field has this name here, most often a typo. On a visitor’s page it is only a warning, and the field is ignored.",
            told: fixture!("authors/a-misspelt-field"),
            remedy: "Correct the name or remove the field. Names are case-sensitive.",
        },
        Section {
            code: "unknown-word",
            means: "The field takes one of a few words, and this is none of them; or `words` names one that the widget does not say.",
            told: fixture!("bad/an-unknown-kind"),
            remedy: "Use one of the words that the message lists. Case matters.",
        },
        Section {
            code: "bad-language",
            means: "A key of `locales`, or `language`, is not a language code. Codes are short: `de`, `pt-BR`, `zh-Hant`.",
            told: fixture!("authors/a-language-that-is-none"),
            remedy: "Write the code. The quiz’s own language needs no translation: what is under its code belongs into the quiz itself.",
        },
        Section {
            code: "missing-translation",
            means: "Some texts of the quiz have no translation in this language yet; visitors read those in the quiz’s own language. The message counts them and names the first.",
            told: fixture!("authors/a-translation-with-gaps"),
            remedy: "Translate it, and then what the next run of `check` names. `check` also tells how much of each language there is.",
        },
        Section {
            code: "language-unreachable",
            means: "A file with words of another language, or with the translation of a quiz, could not be had. The quiz plays in its base language, or with English words around it.",
            told: Told::Made(|| {
                let path = Path(["locales", "de"].map(|key| Segment::Key(key.to_owned())).to_vec());
                Problem::warning(path, Kind::Found(Finding::NoLanguageFile { file: "quiz.de.json".to_owned() }))
            }),
            remedy: "Upload all files of the release, and look at the address under `locales`.",
        },
        Section {
            code: "unknown-placeholder",
            means: "Braces around a name stand for something: `{career}`, `{percent}`, `{answer:card-id}`, `{param:name}`, `{field:name}`. This name is none of them, so visitors read what stands after its bar, or nothing; or its brace is not closed.",
            told: fixture!("authors/a-placeholder-misspelt"),
            remedy: "Correct the name, close the brace, or write braces that are meant twice: `{{career}}`. Words of the widget’s own know other names; a word that is said otherwise may use those of the English one, and `{param:…}` and `{field:…}`.",
        },
        Section {
            code: "unknown-version",
            means: "The config is of another version than this widget plays.",
            told: fixture!("bad/a-newer-version"),
            remedy: "Update the widget, or write `\"version\": 1`.",
        },
    ],
};
