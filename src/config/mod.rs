//! What an author may write, every way it can be wrong, and the message for each mistake.
//!
//! There are two forms: [`Config`] is the authored draft and may be wrong; [`Checked`] is the proof that it is not, and
//! only [`load`] and [`check`] can make one. This module must never know any other: not the matcher, not a screen, not
//! a browser.

pub mod model;

#[cfg(feature = "authors")]
mod advice;
mod check;
mod checked;
mod colour;
mod entries;
#[cfg(feature = "authors")]
mod finding;
mod href;
mod index;
#[cfg(feature = "authors")]
mod lint;
#[cfg(feature = "authors")]
pub(crate) mod listed;
mod load;
mod locale;
mod path;
mod position;
mod problem;
mod read;
mod source;
mod syntax;
mod tree;

#[cfg(feature = "cli")]
pub(crate) use advice::slug;
pub use check::check;
pub use checked::{
    Asking, Calibration, Card, Career, Checked, Choice, Condition, Image, Line, Matching, Persona, ResponseFormat,
    Rule, Ties, Weights,
};
pub use colour::Colour;
pub use entries::{Entries, Points};
#[cfg(feature = "authors")]
pub use finding::Finding;
pub use href::allowed as is_allowed;
#[cfg(feature = "cli")]
pub(crate) use index::closest;
/// Without the help for authors, no lint runs.
#[cfg(not(feature = "authors"))]
pub type Finding = std::convert::Infallible;
#[cfg(feature = "authors")]
pub use lint::{Coverage, Language, Translation, check_language, languages, no_language};
pub use load::{Loaded, load, parse, parse_tree};
pub use locale::localise;
pub use model::Config;
pub use path::{Path, Segment, Trail};
#[cfg(feature = "cli")]
pub(crate) use position::Layout;
pub use problem::{Kind, Position, Problem, Severity};
pub use source::{Audience, locate};
pub use tree::Tree;

/// The switch for what only authors need: personas, "did you mean", lines and columns, lints and advice. The shipped
/// widget is built without the feature to save bytes. [`Audience`] says at run time who reads the problems.
const AUTHORS: bool = cfg!(feature = "authors");

/// Limits that keep a config playable. The message of the problem that enforces a limit names it.
pub mod limits {
    /// The maximum size of a config in the widget, in bytes.
    pub const BYTES: usize = 2 * 1024 * 1024;
    /// The maximum size of a config in the command line, in bytes.
    pub const AUTHORS_BYTES: usize = 50 * 1024 * 1024;
    /// The maximum depth of nested lists and objects.
    pub const DEPTH: usize = 64;
    pub const CAREERS: usize = 5_000;
    pub const CARDS: usize = 500;
    pub const TRAITS: usize = 500;
    pub const OPTIONS: usize = 64;
    pub const FILTERS: usize = 5;
    pub const GROUPS: usize = 100;
    /// Calls to action in one list.
    pub const CTAS: usize = 20;
    pub const PERSONAS: usize = 1_000;
    /// Accepted warnings.
    pub const ACCEPTED: usize = 1_000;
    /// Tools of a career.
    pub const TOOLS: usize = 100;
    /// Rules of a career, in each of `require` and `exclude`.
    pub const RULES: usize = 100;
    pub const AXES: usize = 6;
    /// Conditions in one `all` or `any`.
    pub const CONDITIONS: usize = 100;
    /// Parameters of links, in each of `add` and `pass`.
    pub const LINKS: usize = 100;
    /// Sections of the result.
    pub const SECTIONS: usize = 7;
    pub const LOCALES: usize = 100;
    /// Problems that are reported individually, with suggestions.
    pub const TOLD: usize = 100;
    /// Common factors of a calibration.
    pub const FACTORS: usize = 32;
    /// Steps of a scale, minimum and maximum.
    pub const STEPS: (i32, i32) = (2, 21);
    /// The maximum absolute value of a weight.
    pub const POINTS: i32 = 1_000_000;
    /// Letters of an id.
    pub const ID: usize = 100;
}
