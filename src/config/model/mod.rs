//! The authored form, field by field as it stands in the JSON file. The comments here are the manual.
//!
//! Plain structs only: a tagged, untagged or flattened enum would lose the place of a mistake.

mod asking;
mod card;
mod locale;
mod matching;
mod outcome;
mod theme;

pub use asking::{Asking, Calibration, Filter, FilterValue, Habit, Keep, Order, Resume, Stop};
pub use card::{Card, CardKind, Choice, Condition, Group, Rule};
pub use locale::Locale;
pub use matching::{Axis, AxisEnd, Matching, Model, Norm, Score, Similarity, Ties, Trait, Verdict};
pub use outcome::{Links, Matches, Offer, ResultPage, Section, Verdicts};
pub use theme::{Density, Mode, Palette, Preset, Theme};

use super::entries::{Entries, Points};

/// A whole quiz.
#[derive(Clone, Debug)]
#[cfg_attr(
    feature = "cli",
    derive(schemars::JsonSchema),
    schemars(rename_all = "camelCase", deny_unknown_fields)
)]
pub struct Config {
    /// Where an editor finds the schema; the widget ignores it.
    #[cfg_attr(feature = "cli", schemars(rename = "$schema"))]
    pub schema: Option<String>,
    /// The version of this format: 1.
    pub version: u32,
    /// The language of the texts, as a BCP 47 tag. Default: `en`.
    #[cfg_attr(feature = "cli", schemars(default = "english"))]
    pub language: String,
    /// What the quiz is called.
    pub title: String,
    /// Whose quiz it is: a picture above every screen.
    pub logo: Option<Logo>,
    /// What a visitor reads before the first card.
    #[cfg_attr(feature = "cli", schemars(default))]
    pub intro: Intro,
    /// The careers that the quiz can suggest, in the order that ties are shown in. The list may be empty where there are
    /// `axes`.
    pub careers: Vec<Career>,
    /// Model `traits`: what answers tell about a visitor.
    #[cfg_attr(feature = "cli", schemars(default))]
    pub traits: Vec<Trait>,
    /// Model `traits`: pairs of opposite types, such as quiet and lively. Each way to take one end of every axis is a
    /// career, whose id and title are the letters of those ends. One that is also listed under `careers` has what is
    /// said there. Up to 6 axes.
    #[cfg_attr(feature = "cli", schemars(default))]
    pub axes: Vec<Axis>,
    /// Headings that cards can stand under.
    #[cfg_attr(feature = "cli", schemars(default))]
    pub groups: Vec<Group>,
    /// The questions, in the order they are asked.
    pub cards: Vec<Card>,
    /// How answers become a match.
    #[cfg_attr(feature = "cli", schemars(default))]
    pub matching: Matching,
    /// In which order cards are asked, and when enough of them have been.
    pub flow: Option<Asking>,
    /// What pilot answers have taught; `career-matcher calibrate` writes it.
    pub calibration: Option<Calibration>,
    /// Where visitors may go next, whatever their result; shown below the best match.
    #[cfg_attr(feature = "cli", schemars(default))]
    pub cta: Vec<Cta>,
    /// What is added to the addresses of all calls to action.
    pub links: Option<Links>,
    /// What the result shows, and in which order.
    pub result: Option<ResultPage>,
    /// What visitors can narrow a long result down by.
    #[cfg_attr(feature = "cli", schemars(default))]
    pub filters: Vec<Filter>,
    /// Whether the keys 1 to 9 pick answers while the focus is on a card. Default: false.
    #[cfg_attr(feature = "cli", schemars(default))]
    pub shortcuts: bool,
    /// What visitors may take along.
    #[cfg_attr(feature = "cli", schemars(default))]
    pub keep: Keep,
    /// How deep the widget's headings stand in the page's outline: 1 to 4. Default: 2.
    pub heading_level: Option<u32>,
    /// Whose data or words the quiz uses; shown below the result.
    pub credit: Option<String>,
    /// Words of the widget's own to say otherwise, by their names: `{ "next": "Go on" }`. `en.json` in `src/widget/words`
    /// has them all, with the names in braces that each may use; beside those there are `{param:…}` and `{field:…}`.
    /// Names that begin with `trouble` are shown where a quiz can't be played: there a word with braces is not used.
    #[cfg_attr(feature = "cli", schemars(default))]
    pub words: Entries<String>,
    /// The quiz in other languages, by BCP 47 tag: what is translated, or the address of a file with it.
    #[cfg_attr(feature = "cli", schemars(default))]
    pub locales: Entries<Locale>,
    /// Colours, shapes and fonts.
    #[cfg_attr(feature = "cli", schemars(default))]
    pub theme: Theme,
    /// Made-up visitors and what the quiz is to tell them; `career-matcher check` tries them all.
    #[cfg_attr(feature = "cli", schemars(default))]
    pub personas: Vec<Persona>,
    /// Warnings of `career-matcher check` and `lab` that are meant as they are: they are counted, and not told.
    #[cfg(feature = "lab")]
    #[cfg_attr(feature = "cli", schemars(default))]
    pub accept: Vec<Accept>,
}

#[cfg(feature = "cli")]
fn english() -> String {
    "en".to_owned()
}

/// A picture that says whose quiz it is.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(
    feature = "cli",
    derive(schemars::JsonSchema),
    schemars(rename_all = "camelCase", deny_unknown_fields)
)]
pub struct Logo {
    /// Its address: `https:` or relative to the page.
    pub image: String,
    /// The logo in words, for those who can't see it, such as the name of the school.
    pub image_alt: Option<String>,
}

/// The words before the first card.
#[derive(Clone, Debug, Default)]
#[cfg_attr(
    feature = "cli",
    derive(schemars::JsonSchema),
    schemars(rename_all = "camelCase", deny_unknown_fields)
)]
pub struct Intro {
    /// Where they stand. Default: `inline`.
    #[cfg_attr(feature = "cli", schemars(default))]
    pub show: Show,
    /// Default: the title of the quiz.
    pub heading: Option<String>,
    /// What the quiz is about, in a sentence or two.
    pub body: Option<String>,
}

/// Where the intro stands.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema), schemars(rename_all = "camelCase"))]
pub enum Show {
    /// Above the first card.
    #[default]
    Inline,
    /// On a screen of its own, with a button to start.
    Screen,
    /// Nowhere.
    Off,
}

/// One career.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(
    feature = "cli",
    derive(schemars::JsonSchema),
    schemars(rename_all = "camelCase", deny_unknown_fields)
)]
pub struct Career {
    /// The name that points refer to.
    pub id: String,
    /// What the career is called.
    pub title: String,
    /// The address of a picture: `https:` or relative to the page.
    pub image: Option<String>,
    /// The picture in words, for those who can't see it; empty if it only decorates. Needed with `image`.
    pub image_alt: Option<String>,
    /// Whether the picture is an icon: small, above the title.
    #[cfg_attr(feature = "cli", schemars(default))]
    pub icon: bool,
    /// What the work is.
    pub summary: Option<String>,
    /// What a day in it looks like.
    pub day: Option<String>,
    /// What people in it work with.
    #[cfg_attr(feature = "cli", schemars(default))]
    pub tools: Vec<String>,
    /// How to begin.
    pub first_steps: Option<String>,
    /// Where the visitor may go next; the first one is the main button.
    #[cfg_attr(feature = "cli", schemars(default))]
    pub cta: Vec<Cta>,
    /// Model `traits`: what the career is like, by trait id.
    #[cfg_attr(feature = "cli", schemars(default))]
    pub profile: Points,
    /// Model `bayes`: how common the career is among visitors, against the others. Default: 1.
    pub prior: Option<f64>,
    /// By filter id, the id of the value that the career has.
    #[cfg_attr(feature = "cli", schemars(default))]
    pub filters: Entries<String>,
    /// What must hold for the career to be suggested at all.
    #[cfg_attr(feature = "cli", schemars(default))]
    pub require: Vec<Rule>,
    /// What keeps the career from being suggested.
    #[cfg_attr(feature = "cli", schemars(default))]
    pub exclude: Vec<Rule>,
}

/// A made-up visitor.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(
    feature = "cli",
    derive(schemars::JsonSchema),
    schemars(rename_all = "camelCase", deny_unknown_fields)
)]
pub struct Persona {
    /// Who it is, in the words of a report.
    pub name: String,
    /// By card id: an option, several joined by `|`, a step of a scale, `like` or `pass`.
    pub answers: Entries<String>,
    /// The career that is to come first.
    pub career: Option<String>,
    /// The verdict that is to be given.
    pub verdict: Option<Verdict>,
}

/// A warning that is meant as it is.
#[cfg(feature = "lab")]
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(
    feature = "cli",
    derive(schemars::JsonSchema),
    schemars(rename_all = "camelCase", deny_unknown_fields)
)]
pub struct Accept {
    /// The code of the warning, such as `dead-option`.
    pub code: String,
    /// Where it is: the path that the warning begins with, or one above it, such as `cards[2]`. Everywhere without it.
    pub at: Option<String>,
    /// Why it is meant so.
    pub reason: String,
}

/// A call to action.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(
    feature = "cli",
    derive(schemars::JsonSchema),
    schemars(rename_all = "camelCase", deny_unknown_fields)
)]
pub struct Cta {
    /// What the button says.
    pub label: String,
    /// An `https:`, `mailto:` or `tel:` address, or one relative to the page. `{career}` in it is the
    /// career's id; for calls to action of all careers that of the best match.
    pub href: String,
    /// Whether it stands out. Default: the first one of a career does.
    pub primary: Option<bool>,
    /// Whether it opens in place of the page, also from inside a frame. Default: false, in a new tab.
    #[cfg_attr(feature = "cli", schemars(default))]
    pub same_tab: bool,
}
