//! One mistake in a config. A problem holds data; only [`Display`](fmt::Display) makes its message.
//!
//! Message style: the path first, backticks around the author's own text, lower case, no full stop, then a hint.

use std::fmt;

use super::{Finding, colour::Colour, limits, path::Path};

/// Whether the quiz can be played nevertheless.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
#[cfg_attr(feature = "cli", derive(serde::Serialize, schemars::JsonSchema), serde(rename_all = "camelCase"))]
pub enum Severity {
    /// Pages can't play the quiz.
    Error,
    /// Pages can play the quiz, but it may not work as intended.
    Warning,
}

/// A position in the text of the file, counted from 1.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct Position {
    pub line: u32,
    pub column: u32,
}

/// A mistake: its path and its kind.
#[derive(Clone, Debug, PartialEq)]
pub struct Problem {
    pub severity: Severity,
    pub path: Path,
    pub position: Option<Position>,
    pub kind: Kind,
    /// The message for authors that replaces the kind's own.
    pub advice: Option<Meant>,
}

/// What was probably meant. In the shipped widget this type is empty.
#[cfg(feature = "authors")]
pub type Meant = Box<str>;
#[cfg(not(feature = "authors"))]
pub type Meant = std::convert::Infallible;

/// Everything that can be wrong. Each kind has a stable code and a section in `docs/problems.md`.
#[derive(Clone, Debug, PartialEq)]
pub enum Kind {
    Empty,
    TooLarge { bytes: usize },
    Syntax { message: String },
    WrongType { expected: &'static str, found: &'static str },
    UnknownWord { word: String, known: &'static [&'static str], suggestion: Option<&'static str> },
    Missing { field: &'static str },
    UnknownField { suggestion: Option<&'static str> },
    Version { found: u32 },
    NoCareers,
    NoCards,
    NoOptions,
    TooMany { what: &'static str, count: usize, limit: usize },
    Blank,
    BadId { id: String },
    DuplicateId { id: String },
    UnknownId { what: &'static str, id: String, suggestion: Option<Meant> },
    UnknownCard { id: String, suggestion: Option<Meant> },
    UnknownAnswer { answer: Box<str>, card: Box<str>, suggestion: Option<Meant> },
    BadCondition,
    BadAtLeast,
    BadTotal,
    BadTieBreak,
    TwoTieRules,
    NoTraits,
    BadAxes,
    BadLetter { text: String },
    StaleCalibration,
    NotPositive { most: i32 },
    OutOfRange { value: f64, least: i32, most: i32 },
    MinOverMax { min: u32, max: u32 },
    StepLabels { labels: usize, steps: usize },
    MissingField { field: &'static str, kind: &'static str },
    StrayField { field: &'static str, kind: &'static str },
    BadLink { href: String },
    BadColour { text: String },
    LowContrast { ground: Colour, contrast: f64, better: Option<Colour> },
    GreySurface { what: &'static str, contrast: f64, better: Option<Colour> },
    NoPoints { career: String },
    Found(Finding),
}

impl Problem {
    pub fn error(path: Path, kind: Kind) -> Self {
        Self { severity: Severity::Error, path, position: None, kind, advice: None }
    }

    pub fn warning(path: Path, kind: Kind) -> Self {
        Self { severity: Severity::Warning, path, position: None, kind, advice: None }
    }

    pub fn is_error(&self) -> bool {
        self.severity == Severity::Error
    }

    /// What is wrong and what to do, without the path.
    pub fn message(&self) -> String {
        self.advice.as_ref().map_or_else(|| self.kind.to_string(), ToString::to_string)
    }

    /// The stable code of this kind of problem, also the heading of its section in `docs/problems.md`.
    pub fn code(&self) -> &'static str {
        match &self.kind {
            Kind::Empty => "config-empty",
            Kind::TooLarge { .. } => "config-too-large",
            Kind::Syntax { .. } => "not-json",
            Kind::WrongType { .. } => "wrong-type",
            Kind::UnknownWord { .. } => "unknown-word",
            Kind::Missing { .. } | Kind::MissingField { .. } => "missing-field",
            Kind::UnknownField { .. } => "unknown-field",
            Kind::Version { .. } => "unknown-version",
            Kind::NoCareers => "no-careers",
            Kind::NoCards => "no-cards",
            Kind::NoOptions => "no-options",
            Kind::TooMany { .. } => "too-many",
            Kind::Blank => "blank-text",
            Kind::BadId { .. } => "bad-id",
            Kind::DuplicateId { .. } => "duplicate-id",
            Kind::UnknownId { what: "trait", .. } => "unknown-trait",
            Kind::UnknownId { what: "group", .. } => "unknown-group",
            Kind::UnknownId { what: "filter" | "value", .. } => "unknown-filter",
            Kind::UnknownId { what: "card", .. } => "unknown-card",
            Kind::UnknownId { what: "option", .. } => "unknown-answer",
            Kind::UnknownId { what: "word", .. } => "unknown-word",
            Kind::UnknownId { .. } => "unknown-career",
            Kind::UnknownCard { .. } => "unknown-card",
            Kind::UnknownAnswer { .. } => "unknown-answer",
            Kind::BadCondition | Kind::BadAtLeast | Kind::BadTotal => "bad-condition",
            Kind::BadTieBreak => "bad-tie-break",
            Kind::TwoTieRules => "two-tie-rules",
            Kind::NoTraits => "no-traits",
            Kind::BadAxes | Kind::BadLetter { .. } => "bad-axis",
            Kind::StaleCalibration => "stale-calibration",
            Kind::NotPositive { .. } => "not-positive",
            Kind::OutOfRange { .. } => "out-of-range",
            Kind::MinOverMax { .. } => "min-over-max",
            Kind::StepLabels { .. } => "step-labels",
            Kind::StrayField { .. } => "stray-field",
            Kind::BadLink { .. } => "bad-link",
            Kind::BadColour { .. } => "bad-colour",
            Kind::LowContrast { .. } | Kind::GreySurface { .. } => "low-contrast",
            Kind::NoPoints { .. } => "no-points",
            #[cfg(feature = "authors")]
            Kind::Found(finding) => finding.code(),
            #[cfg(not(feature = "authors"))]
            Kind::Found(nothing) => match *nothing {},
        }
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        if !self.path.0.is_empty() {
            write!(f, "{}: ", self.path)?;
        }
        if let Some(Position { line, column }) = self.position {
            write!(f, "line {line}, column {column}: ")?;
        }
        match &self.advice {
            Some(words) => words.fmt(f),
            None => self.kind.fmt(f),
        }
    }
}

impl fmt::Display for Kind {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        match self {
            Self::Empty => f.write_str("the config is empty; write a quiz, or remove the config to get the default"),
            Self::TooLarge { bytes } => write!(
                f,
                "the config has {bytes} bytes, the limit is {}; shorten texts or split the quiz",
                limits::BYTES
            ),
            Self::Syntax { message } => f.write_str(message),
            Self::WrongType { expected, found } => write!(f, "expected {expected}, found {found}"),
            Self::UnknownWord { word, suggestion: Some(name), .. } => {
                write!(f, "`{word}` is not known here; did you mean `{name}`?")
            }
            Self::UnknownWord { word, known, suggestion: None } => {
                write!(f, "`{word}` is not known here; use `{}`", known.join("`, `"))
            }
            Self::Missing { field } => write!(f, "`{field}` is missing"),
            Self::UnknownField { suggestion: Some(name) } => write!(f, "unknown field; did you mean `{name}`?"),
            Self::UnknownField { suggestion: None } => f.write_str("unknown field; remove it or check its spelling"),
            Self::Version { found } => {
                write!(f, "version {found} is not supported; this widget supports version 1")
            }
            Self::NoCareers => f.write_str("a quiz needs at least one career"),
            Self::NoCards => f.write_str("a quiz needs at least one card"),
            Self::NoOptions => f.write_str("at least two options are needed"),
            Self::TooMany { what, count, limit } => write!(f, "{count} {what} are too many; the limit is {limit}"),
            Self::Blank => f.write_str("the text is blank; write something or remove the field"),
            Self::BadId { id } => write!(
                f,
                "`{id}` can't be an id; use 1 to {} letters, digits, `-`, `_` or `.`, without spaces",
                limits::ID
            ),
            Self::DuplicateId { id } => write!(f, "`{id}` is used twice; give each its own id"),
            Self::UnknownId { what, id, suggestion: Some(name) } => {
                write!(f, "no {what} has the id `{id}`; did you mean `{name}`?")
            }
            Self::UnknownId { what, id, suggestion: None } => {
                write!(f, "no {what} has the id `{id}`; add it under `{what}s` or remove it here")
            }
            Self::UnknownCard { id, suggestion: Some(name) } => {
                write!(f, "no earlier card has the id `{id}`; did you mean `{name}`?")
            }
            Self::UnknownCard { id, suggestion: None } => {
                write!(f, "no earlier card has the id `{id}`; a condition can only refer to earlier cards")
            }
            Self::UnknownAnswer { answer, card, suggestion: Some(name) } => {
                write!(f, "`{answer}` is not an answer to `{card}`; did you mean `{name}`?")
            }
            Self::UnknownAnswer { answer, card, suggestion: None } => write!(
                f,
                "`{answer}` is not an answer to `{card}`; use an option's id, a step of a scale, `like` or `pass`"
            ),
            Self::BadCondition => f.write_str(
                "a condition needs `card` with one of `is`, `anyOf`, `atLeast`, `answered`, or one of `not`, `all`, `any`",
            ),
            Self::BadTotal => f.write_str("`total` works only in `require` and `exclude`, and not with the model `bayes`"),
            Self::BadAtLeast => f.write_str("`atLeast` works only with `scale` and `multiple` cards; use `is` or `anyOf`"),
            Self::BadTieBreak => f.write_str(
                "a tie-break card must come after all others, be `single` or `swipe`, and have no `when`",
            ),
            Self::TwoTieRules => f.write_str("`priority` and `tieCareer` are two rules for ties; keep one"),
            Self::NoTraits => f.write_str("the model `traits` needs at least one trait"),
            Self::BadAxes => f.write_str("axes need the model `traits` with the similarity `affinity` or `distance`"),
            Self::BadLetter { text } => write!(f, "`{text}` is not one letter; write a single letter or digit"),
            Self::StaleCalibration => f.write_str(
                "the calibration no longer fits the cards and is ignored; run `career-matcher calibrate` again",
            ),
            Self::NotPositive { most } => write!(f, "out of range; use a number above 0 and up to {most}"),
            Self::OutOfRange { value, least, most } => {
                // Printed as a whole number: the code that formats fractions is larger than this whole file.
                write!(f, "{} is out of range; use {least} to {most}", *value as i64)
            }
            Self::MinOverMax { min, max } => write!(f, "`min` ({min}) is larger than `max` ({max}); swap them"),
            Self::StepLabels { labels, steps } => {
                write!(f, "{labels} labels for {steps} steps; write one for each step")
            }
            Self::MissingField { field, kind } => write!(f, "a `{kind}` card needs `{field}`"),
            Self::StrayField { field, kind } => write!(f, "a `{kind}` card does not use `{field}`; remove it"),
            Self::BadLink { href } => write!(
                f,
                "the widget can't open `{href}`; use `https:`, `mailto:`, `tel:` or an address on your site"
            ),
            Self::BadColour { text } => write!(f, "`{text}` is not a colour; write it like `#3b5bdb`"),
            Self::LowContrast { ground, contrast, better } => {
                let tenths = (contrast * 10.0) as u32;
                write!(f, "a contrast of {}.{} on `{ground}` is hard to read; ", tenths / 10, tenths % 10)?;
                match better {
                    Some(better) => write!(f, "4.5 is needed; use `{better}`"),
                    None => f.write_str("4.5 is needed"),
                }
            }
            Self::GreySurface { what, contrast, better } => {
                let tenths = (contrast * 10.0) as u32;
                let (whole, tenth) = (tenths / 10, tenths % 10);
                write!(f, "no {what} is readable on this surface: the best contrast is {whole}.{tenth}, 4.5 is needed")?;
                better.map_or(Ok(()), |better| write!(f, "; use `{better}`"))
            }
            Self::NoPoints { career } => {
                write!(f, "no answer counts for or against `{career}`, so it can't be matched; give it points")
            }
            Self::Found(finding) => finding.fmt(f),
        }
    }
}
