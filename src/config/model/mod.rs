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
    /// The address of the schema, for editors; the widget ignores it.
    #[cfg_attr(feature = "cli", schemars(rename = "$schema"))]
    pub schema: Option<String>,
    /// The version of this format: 1.
    pub version: u32,
    /// The language of the texts, as a BCP 47 tag. Default: `en`.
    #[cfg_attr(feature = "cli", schemars(default = "english"))]
    pub language: String,
    /// The title of the quiz.
    pub title: String,
    /// The logo of the quiz's owner, shown above every screen.
    pub logo: Option<Logo>,
    /// The introduction before the first card.
    #[cfg_attr(feature = "cli", schemars(default))]
    pub intro: Intro,
    /// The careers that the quiz can suggest. Tied careers appear in this order. The list may be empty in a quiz with
    /// `axes`.
    pub careers: Vec<Career>,
    /// Model `traits`: the traits that answers measure.
    #[cfg_attr(feature = "cli", schemars(default))]
    pub traits: Vec<Trait>,
    /// Model `traits`: pairs of opposite types, such as quiet and lively. Each combination of one end per axis is a
    /// career. Its id and title are the letters of those ends; an entry with the same id under `careers` sets its own
    /// title and texts. Up to 6 axes.
    #[cfg_attr(feature = "cli", schemars(default))]
    pub axes: Vec<Axis>,
    /// Headings for groups of cards.
    #[cfg_attr(feature = "cli", schemars(default))]
    pub groups: Vec<Group>,
    /// The questions, in the order of asking.
    pub cards: Vec<Card>,
    /// How answers become a match.
    #[cfg_attr(feature = "cli", schemars(default))]
    pub matching: Matching,
    /// The order of the cards, and when the quiz stops asking.
    pub flow: Option<Asking>,
    /// Statistics of pilot answers, written by `career-matcher calibrate`.
    pub calibration: Option<Calibration>,
    /// Buttons for all visitors, whatever their result, shown below the best match.
    #[cfg_attr(feature = "cli", schemars(default))]
    pub cta: Vec<Cta>,
    /// Parameters to add to the addresses of all calls to action.
    pub links: Option<Links>,
    /// The content of the result, and its order.
    pub result: Option<ResultPage>,
    /// Filters for a long result.
    #[cfg_attr(feature = "cli", schemars(default))]
    pub filters: Vec<Filter>,
    /// Whether the keys 1 to 9 pick answers while a card has the focus. Default: false.
    #[cfg_attr(feature = "cli", schemars(default))]
    pub shortcuts: bool,
    /// What visitors can keep: their answers after a reload, and links to the result.
    #[cfg_attr(feature = "cli", schemars(default))]
    pub keep: Keep,
    /// The level of the widget's main headings in the page: 1 to 4. Default: 2.
    pub heading_level: Option<u32>,
    /// The source of data or texts in the quiz, shown below the result.
    pub credit: Option<String>,
    /// Your own versions of the widget's texts, by name: `{ "next": "Go on" }`. The file `src/text/words/en.json`
    /// lists all names, and the placeholders that each text may use; `{param:…}` and `{field:…}` work everywhere. Texts
    /// whose names begin with `trouble` belong to the error screen and can't use placeholders.
    #[cfg_attr(feature = "cli", schemars(default))]
    pub words: Entries<String>,
    /// Translations of the quiz, by BCP 47 tag: the translated texts, or the address of a file with them.
    #[cfg_attr(feature = "cli", schemars(default))]
    pub locales: Entries<Locale>,
    /// Colours, shapes and fonts.
    #[cfg_attr(feature = "cli", schemars(default))]
    pub theme: Theme,
    /// Simulated visitors and their expected results; `career-matcher check` tests them all.
    #[cfg_attr(feature = "cli", schemars(default))]
    pub personas: Vec<Persona>,
    /// Warnings of `career-matcher check` and `lab` to accept: they are counted, but not printed.
    #[cfg(feature = "authors")]
    #[cfg_attr(feature = "cli", schemars(default))]
    pub accept: Vec<Accept>,
}

#[cfg(feature = "cli")]
fn english() -> String {
    "en".to_owned()
}

/// The logo of the quiz's owner.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(
    feature = "cli",
    derive(schemars::JsonSchema),
    schemars(rename_all = "camelCase", deny_unknown_fields)
)]
pub struct Logo {
    /// The address of the picture: `https:` or relative to the page.
    pub image: String,
    /// A text for visitors who can't see the logo, such as the name of the school.
    pub image_alt: Option<String>,
}

/// The introduction before the first card.
#[derive(Clone, Debug, Default)]
#[cfg_attr(
    feature = "cli",
    derive(schemars::JsonSchema),
    schemars(rename_all = "camelCase", deny_unknown_fields)
)]
pub struct Intro {
    /// Where to show the introduction. Default: `inline`.
    #[cfg_attr(feature = "cli", schemars(default))]
    pub show: Show,
    /// The heading. Default: the title of the quiz.
    pub heading: Option<String>,
    /// What the quiz is about, in a sentence or two.
    pub body: Option<String>,
}

/// Where the introduction appears.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema), schemars(rename_all = "camelCase"))]
pub enum Show {
    /// Above the first card.
    #[default]
    Inline,
    /// On its own screen, with a start button.
    Screen,
    /// Not at all.
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
    /// The id used in points.
    pub id: String,
    /// The title of the career.
    pub title: String,
    /// The address of a picture: `https:` or relative to the page.
    pub image: Option<String>,
    /// A description for visitors who can't see the picture; empty if it is only decoration. Required with `image`.
    pub image_alt: Option<String>,
    /// Whether the picture is an icon: small, above the title.
    #[cfg_attr(feature = "cli", schemars(default))]
    pub icon: bool,
    /// A description of the work.
    pub summary: Option<String>,
    /// A typical day in this career.
    pub day: Option<String>,
    /// Tools of this career.
    #[cfg_attr(feature = "cli", schemars(default))]
    pub tools: Vec<String>,
    /// How to start in this career.
    pub first_steps: Option<String>,
    /// Buttons below the career; the first one is the main button.
    #[cfg_attr(feature = "cli", schemars(default))]
    pub cta: Vec<Cta>,
    /// Model `traits`: the career's values, by trait id.
    #[cfg_attr(feature = "cli", schemars(default))]
    pub profile: Points,
    /// Model `bayes`: how common the career is among visitors, relative to the others. Default: 1.
    pub prior: Option<f64>,
    /// The career's value for each filter: value ids by filter id.
    #[cfg_attr(feature = "cli", schemars(default))]
    pub filters: Entries<String>,
    /// The quiz suggests the career only if all of these conditions hold.
    #[cfg_attr(feature = "cli", schemars(default))]
    pub require: Vec<Rule>,
    /// The quiz never suggests the career if one of these conditions holds.
    #[cfg_attr(feature = "cli", schemars(default))]
    pub exclude: Vec<Rule>,
}

/// A simulated visitor.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(
    feature = "cli",
    derive(schemars::JsonSchema),
    schemars(rename_all = "camelCase", deny_unknown_fields)
)]
pub struct Persona {
    /// The name, used in messages.
    pub name: String,
    /// The answers by card id: an option, several options joined by `|`, a step of a scale, `like` or `pass`.
    pub answers: Entries<String>,
    /// The career expected to come first.
    pub career: Option<String>,
    /// The expected verdict.
    pub verdict: Option<Verdict>,
}

/// An accepted warning.
#[cfg(feature = "authors")]
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(
    feature = "cli",
    derive(schemars::JsonSchema),
    schemars(rename_all = "camelCase", deny_unknown_fields)
)]
pub struct Accept {
    /// The code of the warning, such as `dead-option`.
    pub code: String,
    /// The path at the start of the warning, or the beginning of that path, such as `cards[2]`. Default: everywhere.
    pub at: Option<String>,
    /// Why you accept the warning.
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
    /// The text of the button.
    pub label: String,
    /// An `https:`, `mailto:` or `tel:` address, or an address relative to the page. `{career}` is replaced with the
    /// career's id; in calls to action of the whole quiz, with the id of the best match.
    pub href: String,
    /// Whether the button is highlighted. Default: only the first one of a career.
    pub primary: Option<bool>,
    /// Whether the link replaces the page, also from inside a frame. Default: false, in a new tab.
    #[cfg_attr(feature = "cli", schemars(default))]
    pub same_tab: bool,
}
