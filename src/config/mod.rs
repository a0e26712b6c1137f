//! What a marketer may write, every way it can be wrong, and how each mistake is said.
//!
//! Two forms: [`Config`] is the authored draft and may be wrong; [`Checked`] is the proof that it is not, and only
//! [`load`] and [`check`] can make one. This module knows nobody: not the matcher, not a screen, not a browser.

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
/// Without the help for authors nothing is found.
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

/// The switch for what only authors need: personas, "did you mean", lines and columns, lints and advice. The shipped widget
/// is built without the feature, since bytes count there. [`Audience`] says at run time who reads the problems.
const AUTHORS: bool = cfg!(feature = "authors");

/// Bounds that keep a config playable; each is named in the message of the problem that enforces it.
pub mod limits {
    /// Bytes of a config that the widget takes.
    pub const BYTES: usize = 2 * 1024 * 1024;
    /// Bytes of a config that the command line takes.
    pub const AUTHORS_BYTES: usize = 50 * 1024 * 1024;
    /// How deep lists and objects may be nested.
    pub const DEPTH: usize = 64;
    pub const CAREERS: usize = 5_000;
    pub const CARDS: usize = 500;
    pub const TRAITS: usize = 500;
    pub const OPTIONS: usize = 64;
    pub const FILTERS: usize = 5;
    pub const GROUPS: usize = 100;
    /// Calls to action in one place.
    pub const CTAS: usize = 20;
    pub const PERSONAS: usize = 1_000;
    /// Warnings that are meant as they are.
    pub const ACCEPTED: usize = 1_000;
    /// Tools of a career.
    pub const TOOLS: usize = 100;
    /// Rules of a career, each way.
    pub const RULES: usize = 100;
    pub const AXES: usize = 6;
    /// Conditions in one `all` or `any`.
    pub const CONDITIONS: usize = 100;
    /// Parameters that links take along, each way.
    pub const LINKS: usize = 100;
    /// Sections of the result.
    pub const SECTIONS: usize = 7;
    pub const LOCALES: usize = 100;
    /// Problems of a config that are told one by one, with what was meant.
    pub const TOLD: usize = 100;
    /// Common factors of a calibration.
    pub const FACTORS: usize = 32;
    /// Steps of a scale, at least and at most.
    pub const STEPS: (i32, i32) = (2, 21);
    /// The largest size of a weight, either side of nought.
    pub const POINTS: i32 = 1_000_000;
    /// Letters of an id.
    pub const ID: usize = 100;
}
