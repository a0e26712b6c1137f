//! Problems with the text and the structure of a config.

use super::{Chapter, Section, Told};
use crate::config::{Finding, Kind, Path, Problem, Segment, limits};

/// The problems of a bad config in the tests.
macro_rules! fixture {
    ($name:literal) => {
        Told::Fixture(include_str!(concat!("examples/", $name, ".txt")))
    };
}

pub(super) use fixture;

pub(super) static CHAPTER: Chapter = Chapter {
    title: "The config file",
    about: "Without a readable config, the quiz can’t start. The page shows its fallback: the content inside the element.",
    sections: &[
        Section {
            code: "config-empty",
            means: "The config is empty: an empty file, an empty script element or an empty `config` attribute.",
            told: fixture!("bad/empty"),
            remedy: "Write a quiz there, or remove the empty config to play the default quiz.",
        },
        Section {
            code: "config-too-large",
            means: "The widget accepts configs of up to 2 MB, because phones have little memory. The command line accepts up to 50 MB: above 2 MB, `check` reports an error; all other commands give a warning and continue.",
            told: Told::Made(|| Problem::error(Path::default(), Kind::TooLarge { bytes: limits::BYTES + 1 })),
            remedy: "Move long texts to separate pages and link to them, or split the quiz.",
        },
        Section {
            code: "config-stalled",
            means: "The address in `config` sent no data for 10 seconds.",
            told: Told::Words("no data from https://your-site.example/quiz.json for 10 s"),
            remedy: "Visitors can try again. If this happens often, check the server, or put the quiz into the page.",
        },
        Section {
            code: "config-blocked",
            means: "The page’s security policy blocks loading the quiz.",
            told: Told::Words(
                "the page's security policy (connect-src) does not allow https://your-site.example/quiz.json",
            ),
            remedy: "Allow the quiz’s address in `connect-src`, or put the quiz into the page.",
        },
        Section {
            code: "config-unreachable",
            means: "The config’s address did not answer, answered with an error such as 404, or does not allow your page to read it.",
            told: Told::Words("https://your-site.example/quiz.json answered 404"),
            remedy: "Open the address in a browser. If it is on another site, that site must allow yours (`Access-Control-Allow-Origin`).",
        },
        Section {
            code: "not-json",
            means: "The file is not valid JSON, the format of quizzes. The message gives the line, the column and the correction.",
            told: fixture!("bad/comma-missing"),
            remedy: "Correct the text at that place. On a visitor’s page the message comes from the browser: look just before that place for a missing comma or quote. An editor with JSON support marks the error.",
        },
        Section {
            code: "not-utf8",
            means: "The file is not UTF-8 text. UTF-16 with a byte order mark, as written by Windows, also works. In other encodings, letters such as é or ü would be wrong.",
            told: Told::Made(|| {
                let before = "\"title\": \"Caf".to_owned();
                Problem::error(Path::default(), Kind::Found(Finding::NotUtf8 { is: None, line: 3, before }))
            }),
            remedy: "Save the file as UTF-8. Notepad: Save as, Encoding. Excel: file type CSV UTF-8. Word: save as plain text, and choose Unicode (UTF-8).",
        },
        Section {
            code: "unreadable-file",
            means: "The command line can't read the file: it does not exist, you have no permission to read it, or it is larger than 50 MB.",
            told: Told::Made(|| {
                let words = std::io::Error::from(std::io::ErrorKind::NotFound).to_string();
                Problem::error(Path::default(), Kind::Found(Finding::UnreadableFile { words }))
            }),
            remedy: "Check the file’s name, folder and permissions.",
        },
        Section {
            code: "repeated-key",
            means: "The same name appears twice in the same `{ }`. Programs would silently ignore one of the two values.",
            told: fixture!("bad/points-twice"),
            remedy: "Join the two values, or remove one of them.",
        },
        Section {
            code: "wrong-type",
            means: "A value has the wrong type for its field, such as text instead of a number, or one `{ }` instead of a list.",
            told: fixture!("bad/title-is-a-number"),
            remedy: "Write the expected type. Numbers have no quotes, texts have quotes, lists are in `[ ]`, names with values in `{ }`.",
        },
        Section {
            code: "missing-field",
            means: "A required field is missing, or a field that the kind of the card requires.",
            told: fixture!("bad/a-scale-without-ends"),
            remedy: "Add the field. A field with the value `null` counts as missing.",
        },
        Section {
            code: "unknown-field",
            means: "No field has this name here; often this is a typo. On a visitor’s page this is only a warning, and the field is ignored.",
            told: fixture!("authors/a-misspelt-field"),
            remedy: "Correct the name or remove the field. Names are case-sensitive.",
        },
        Section {
            code: "unknown-word",
            means: "The field allows only certain words, and this is not one of them; or `words` contains a name that the widget does not have.",
            told: fixture!("bad/an-unknown-kind"),
            remedy: "Use one of the words in the message. Upper and lower case matter.",
        },
        Section {
            code: "bad-language",
            means: "A key of `locales`, or `language`, is not a language code. Codes are short: `de`, `pt-BR`, `zh-Hant`.",
            told: fixture!("authors/a-language-that-is-none"),
            remedy: "Write a language code. The quiz’s own language needs no translation: move its texts to the quiz itself.",
        },
        Section {
            code: "missing-translation",
            means: "Some texts of the quiz have no translation in this language yet; visitors see these in the quiz’s own language. The message gives their number and the first one.",
            told: fixture!("authors/a-translation-with-gaps"),
            remedy: "Translate that text, then run `check` again for the next one. `check` also shows the translated share of each language.",
        },
        Section {
            code: "language-unreachable",
            means: "A file with the widget’s texts in another language, or with the translation of a quiz, could not be loaded. The quiz appears in its own language, or with English widget texts.",
            told: Told::Made(|| {
                let path = Path(["locales", "de"].map(|key| Segment::Key(key.to_owned())).to_vec());
                Problem::warning(path, Kind::Found(Finding::NoLanguageFile { file: "quiz.de.json".to_owned() }))
            }),
            remedy: "Upload all files of the release, and check the address under `locales`.",
        },
        Section {
            code: "unknown-placeholder",
            means: "A name in braces is a placeholder: `{career}`, `{percent}`, `{answer:card-id}`, `{param:name}`, `{field:name}`. This name is not a known placeholder, so visitors see its fallback (the text after the bar) or nothing; or the brace is not closed.",
            told: fixture!("authors/a-placeholder-misspelt"),
            remedy: "Correct the name, close the brace, or double the braces to show them: `{{career}}`. The widget’s own texts have other placeholders: under `words`, use those of the English text, `{param:…}` and `{field:…}`.",
        },
        Section {
            code: "unknown-version",
            means: "The widget does not support this version of the config format.",
            told: fixture!("bad/a-newer-version"),
            remedy: "Update the widget, or write `\"version\": 1`.",
        },
    ],
};
