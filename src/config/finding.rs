//! Messages that only authors get: lints of texts, and what JSON allows but authors don't mean. The messages follow the
//! style of [problems](super::Problem). Not part of the widget. It must never know what a layer above has found.

use std::fmt;

use super::{listed, problem::Position};

/// Each finding has a stable code and a section in `docs/problems.md`. `Reported` comes from a layer above, with its code
/// and its message.
#[derive(Clone, Debug, PartialEq)]
pub enum Finding {
    UnreadableFile { words: String },
    NotUtf8 { is: Option<&'static str>, line: usize, before: String },
    Persona { words: String },
    RepeatedKey { key: String, first: Position },
    EmptyProfile { career: String },
    FlatProfile { career: String },
    TwinCareers { others: Vec<String> },
    BadLanguage { tag: String },
    BaseLanguage { tag: String },
    Untranslated { left: u32, all: u32, tag: Box<str>, first: Box<str> },
    NoLanguageFile { file: String },
    BadFont { text: String },
    UnknownPlaceholder { name: String, suggestion: Option<String> },
    OpenBrace { name: String },
    HtmlInText { found: String, better: Option<&'static str> },
    LongText { count: usize, most: usize },
    RelativeLink { href: String, better: String },
    NoPicture { file: Box<str>, near: Option<Box<str>> },
    SameWords { text: String, ids: Vec<String> },
    Reported { code: &'static str, message: Box<str> },
    Unused { what: &'static str, id: String },
}

impl Finding {
    /// The language of the finding, shown before the path in a translation.
    pub(super) fn tag(&self) -> Option<&str> {
        match self {
            Self::BadLanguage { tag } | Self::BaseLanguage { tag } => Some(tag),
            Self::Untranslated { tag, .. } => Some(tag),
            _ => None,
        }
    }

    pub fn code(&self) -> &'static str {
        match self {
            Self::UnreadableFile { .. } => "unreadable-file",
            Self::NotUtf8 { .. } => "not-utf8",
            Self::Persona { .. } => "persona",
            Self::RepeatedKey { .. } => "repeated-key",
            Self::EmptyProfile { .. } | Self::FlatProfile { .. } => "no-points",
            Self::TwinCareers { .. } => "twin-careers",
            Self::BadLanguage { .. } | Self::BaseLanguage { .. } => "bad-language",
            Self::Untranslated { .. } => "missing-translation",
            Self::NoLanguageFile { .. } => "language-unreachable",
            Self::BadFont { .. } => "bad-font",
            Self::UnknownPlaceholder { .. } | Self::OpenBrace { .. } => "unknown-placeholder",
            Self::HtmlInText { .. } => "html-in-text",
            Self::LongText { .. } => "long-text",
            Self::RelativeLink { .. } => "relative-link",
            Self::NoPicture { .. } => "no-picture",
            Self::SameWords { .. } => "same-words",
            Self::Reported { code, .. } => code,
            Self::Unused { .. } => "never-used",
        }
    }
}

impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        match self {
            Self::UnreadableFile { words } | Self::Persona { words } => f.write_str(words),
            Self::NotUtf8 { is: Some(what), .. } => f.write_str(what),
            Self::NotUtf8 { is: None, line, before } => write!(
                f,
                "a character in line {line}, after `{before}`, is not UTF-8; save the file as UTF-8 (Notepad: Save as, Encoding; Excel: CSV UTF-8)"
            ),
            Self::RepeatedKey { key, first } => {
                let Position { line, column } = first;
                write!(
                    f,
                    "`{key}` appears twice in the same `{{ }}`, first in line {line}, column {column}; keep one of them"
                )
            }
            Self::EmptyProfile { career } => {
                write!(
                    f,
                    "the profile of `{career}` is 0 everywhere, so no answer counts for or against it; give it values"
                )
            }
            Self::FlatProfile { career } => write!(
                f,
                "the profile of `{career}` has the same value for every trait, so its match is always 50 %; give traits different values"
            ),
            Self::TwinCareers { others } => {
                write!(f, "always tied with {}; let some answers count for only one of them", listed::each(others))
            }
            Self::BadLanguage { tag } => write!(f, "`{tag}` is not a language code; write it like `de` or `pt-BR`"),
            Self::BaseLanguage { tag } => {
                write!(
                    f,
                    "the quiz itself is in `{tag}`; edit its own texts and remove this translation, or set `language`"
                )
            }
            Self::Untranslated { left, all, tag, first } => {
                write!(f, "{left} of {all} texts are not translated to `{tag}` yet; first missing: `{first}`")
            }
            Self::NoLanguageFile { file } => {
                write!(f, "the file `{file}` is missing; add it, or visitors see the quiz in its own language")
            }
            Self::BadFont { text } => {
                write!(f, "`{text}` is not a list of fonts; write it like `Inter, \"Segoe UI\", sans-serif`")
            }
            Self::HtmlInText { found, better: Some(better) } => {
                write!(f, "visitors see `{found}` as plain text; write {better}")
            }
            Self::HtmlInText { found, better: None } => {
                write!(f, "visitors see `{found}` as plain text; remove it")
            }
            Self::LongText { count, most } => {
                write!(f, "this text has {count} characters; shorten it to at most {most}")
            }
            Self::RelativeLink { href, better } => {
                write!(f, "`{href}` would open a page on your own site; did you mean `{better}`?")
            }
            Self::NoPicture { file, near: Some(near) } => {
                write!(f, "there is no `{file}` in this folder; did you mean `{near}`?")
            }
            Self::NoPicture { file, near: None } => write!(
                f,
                "there is no `{file}` in this folder; upload it to the folder of the page with the quiz, or write its full address"
            ),
            Self::SameWords { text, ids } => {
                let named = &ids[..ids.len().min(5)];
                let (all, remedy) = match (named.len(), ids.len() - named.len()) {
                    (2, 0) => ("both".to_owned(), "give one of them another text"),
                    (_, 0) => ("all".to_owned(), "give each its own text"),
                    (_, more) => (format!("these and {more} more"), "give each its own text"),
                };
                let named = listed::each(named);
                write!(f, "visitors can't tell {named} apart, because {all} have the text `{text}`; {remedy}")
            }
            Self::Reported { message, .. } => f.write_str(message),
            Self::Unused { what, id } => write!(f, "nothing uses the {what} `{id}`; use it or remove it"),
            Self::UnknownPlaceholder { name, suggestion: Some(known) } => {
                write!(f, "the placeholder `{{{name}}}` is unknown here; did you mean `{{{known}}}`?")
            }
            Self::UnknownPlaceholder { name, suggestion: None } => {
                write!(
                    f,
                    "the placeholder `{{{name}}}` is unknown here, so visitors see nothing; write `{{{{{name}}}}}` to show it as text"
                )
            }
            Self::OpenBrace { name } => {
                write!(
                    f,
                    "the brace before `{name}` is not closed; add `}}` after the name, or write `{{{{` to show a brace"
                )
            }
        }
    }
}
