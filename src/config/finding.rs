//! What only authors are told: what the lab has found, what the words of a quiz lack, and what JSON lets pass. Worded
//! like [problems](super::Problem), and never shipped.

use std::fmt;

use super::{listed, problem::Position};

/// Each has a code that never changes and a section in `docs/problems.md`.
#[derive(Clone, Debug, PartialEq)]
pub enum Finding {
    UnreadableFile { words: String },
    NotUtf8 { is: Option<&'static str>, line: usize, before: String },
    Persona { words: String },
    RepeatedKey { key: String, first: Position },
    EmptyProfile { career: String },
    FlatProfile { career: String },
    UnreachableCareer { career: String },
    TieOnlyCareer { career: String },
    TwinCareers { others: Vec<String> },
    DominatedCareer { other: String },
    UnevenShares { percent: usize, balance: bool },
    UnequalPoints { least: String, most: String },
    OverconfidentStop { stated: usize, kept: usize, low: usize, high: usize },
    DeadCard { card: String },
    DeadOption { option: String },
    DeadTrait { id: String },
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
    Unused { what: &'static str, id: String },
    RawPercent { least: String, most: String },
}

impl Finding {
    /// The language that it is about, which stands as a name before what is translated.
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
            Self::UnreachableCareer { .. } => "unreachable-career",
            Self::TieOnlyCareer { .. } => "tie-only-career",
            Self::TwinCareers { .. } => "twin-careers",
            Self::DominatedCareer { .. } => "dominated-career",
            Self::UnevenShares { .. } => "uneven-shares",
            Self::UnequalPoints { .. } => "unequal-points",
            Self::OverconfidentStop { .. } => "overconfident-stop",
            Self::DeadCard { .. } => "dead-card",
            Self::DeadOption { .. } => "dead-option",
            Self::DeadTrait { .. } => "dead-trait",
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
            Self::Unused { .. } => "never-used",
            Self::RawPercent { .. } => "raw-percent",
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
                "a letter in line {line}, after `{before}`, is not UTF-8; save the file as UTF-8 (Notepad: Save as, Encoding; Excel: CSV UTF-8)"
            ),
            Self::RepeatedKey { key, first } => {
                let Position { line, column } = first;
                write!(
                    f,
                    "`{key}` is given twice between the same `{{ }}`, first in line {line}, column {column}; keep one of them"
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
                "the profile of `{career}` has no ups and downs, so its match is always 50 %; give traits different values"
            ),
            Self::UnreachableCareer { career } => {
                write!(f, "no answers put `{career}` first; let more answers speak for it than for others")
            }
            Self::TieOnlyCareer { career } => {
                write!(
                    f,
                    "`{career}` is never first alone, only level with others; let some answers speak for it alone"
                )
            }
            Self::TwinCareers { others } => {
                write!(f, "always level with {}; let some answer tell them apart", listed::each(others))
            }
            Self::DominatedCareer { other } => {
                write!(
                    f,
                    "never above `{other}`, whatever is answered; let some answers speak for it more than for `{other}`"
                )
            }
            Self::UnevenShares { percent, balance } => {
                let remedy = if *balance { "try `balance`" } else { "let more answers speak for it" };
                write!(f, "first for about {percent} % of visitors, less than a third of a fair share; {remedy}")
            }
            Self::UnequalPoints { least, most } => write!(
                f,
                "the points of `{most}` reach more than twice as far as those of `{least}`; use the score `attainable`"
            ),
            Self::OverconfidentStop { stated, kept, low, high } => write!(
                f,
                "early results state {stated} % and keep {kept} % ({low} to {high} %) for made-up visitors; calibrate with real answers, raise `min`, or use the stop `certain`"
            ),
            Self::DeadCard { card } => {
                write!(
                    f,
                    "no answer to `{card}` ever changes who comes first; let its answers speak for different careers, or remove it"
                )
            }
            Self::DeadOption { option } => {
                write!(
                    f,
                    "what `{option}` counts never decides who comes first; let it speak for other careers, or remove it"
                )
            }
            Self::DeadTrait { id } => write!(f, "`{id}` never changes who comes first; use it or remove it"),
            Self::BadLanguage { tag } => write!(f, "`{tag}` is not a language code; write it like `de` or `pt-BR`"),
            Self::BaseLanguage { tag } => {
                write!(f, "the quiz itself is in `{tag}`; change its own texts and remove this, or set `language`")
            }
            Self::Untranslated { left, all, tag, first } => {
                write!(f, "{left} of {all} texts are not translated to `{tag}` yet; the first is `{first}`")
            }
            Self::NoLanguageFile { file } => {
                write!(f, "`{file}` is not there; visitors get the quiz in its own language")
            }
            Self::BadFont { text } => {
                write!(f, "`{text}` is not a list of fonts; write it like `Inter, \"Segoe UI\", sans-serif`")
            }
            Self::HtmlInText { found, better: Some(better) } => {
                write!(f, "visitors read `{found}` as it is written here; write {better}")
            }
            Self::HtmlInText { found, better: None } => {
                write!(f, "visitors read `{found}` as it is written here; remove it")
            }
            Self::LongText { count, most } => {
                write!(f, "this text has {count} letters; shorten it to {most}")
            }
            Self::RelativeLink { href, better } => {
                write!(f, "`{href}` would be a page of your own site; did you mean `{better}`?")
            }
            Self::NoPicture { file, near: Some(near) } => {
                write!(f, "there is no `{file}` in this folder; did you mean `{near}`?")
            }
            Self::NoPicture { file, near: None } => write!(
                f,
                "there is no `{file}` in this folder; upload it next to the page that shows the quiz, or write its whole address"
            ),
            Self::SameWords { text, ids } => {
                let named = &ids[..ids.len().min(5)];
                let (all, remedy) = match (named.len(), ids.len() - named.len()) {
                    (2, 0) => ("both".to_owned(), "give one of them other words"),
                    (_, 0) => ("all".to_owned(), "give each its own words"),
                    (_, more) => (format!("these and {more} more"), "give each its own words"),
                };
                let named = listed::each(named);
                write!(f, "visitors can't tell {named} apart, since {all} are called `{text}`; {remedy}")
            }
            Self::Unused { what, id } => write!(f, "nothing uses the {what} `{id}`; use it or remove it"),
            Self::RawPercent { least, most } => write!(
                f,
                "with `\"score\": \"raw\"` the best career may show a lower percentage than the next one, because `{most}` can get more points than `{least}`; write `\"score\": \"attainable\"`"
            ),
            Self::UnknownPlaceholder { name, suggestion: Some(known) } => {
                write!(f, "`{{{name}}}` stands for nothing here; did you mean `{{{known}}}`?")
            }
            Self::UnknownPlaceholder { name, suggestion: None } => {
                write!(
                    f,
                    "`{{{name}}}` stands for nothing here, so visitors read nothing; write `{{{{{name}}}}}` to show it"
                )
            }
            Self::OpenBrace { name } => {
                write!(
                    f,
                    "the brace before `{name}` is not closed after the name; add `}}`, or write `{{{{` to show a brace"
                )
            }
        }
    }
}
