//! The authored form, field by field as it stands in the JSON file. The comments here are the manual.
//!
//! Plain structs only: a tagged, untagged or flattened enum would lose the place of a mistake.

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
    /// What a visitor reads before the first card.
    #[cfg_attr(feature = "cli", schemars(default))]
    pub intro: Intro,
    /// The careers that the quiz can suggest, in the order that ties are shown in.
    pub careers: Vec<Career>,
    /// Model `traits`: what answers tell about a visitor.
    #[cfg_attr(feature = "cli", schemars(default))]
    pub traits: Vec<Trait>,
    /// Headings that cards can stand under.
    #[cfg_attr(feature = "cli", schemars(default))]
    pub groups: Vec<Group>,
    /// The questions, in the order they are asked.
    pub cards: Vec<Card>,
    /// How answers become a match.
    #[cfg_attr(feature = "cli", schemars(default))]
    pub matching: Matching,
    /// Colours.
    #[cfg_attr(feature = "cli", schemars(default))]
    pub theme: Theme,
    /// Made-up visitors and what the quiz is to tell them; `career-matcher check` tries them all.
    #[cfg_attr(feature = "cli", schemars(default))]
    pub personas: Vec<Persona>,
}

#[cfg(feature = "cli")]
fn english() -> String {
    "en".to_owned()
}

#[cfg(feature = "cli")]
fn yes() -> bool {
    true
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
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(
    feature = "cli",
    derive(schemars::JsonSchema),
    schemars(rename_all = "camelCase", deny_unknown_fields)
)]
pub struct Career {
    /// The name that points refer to.
    pub id: String,
    pub title: String,
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
    /// What must hold for the career to be suggested at all.
    #[cfg_attr(feature = "cli", schemars(default))]
    pub require: Vec<Rule>,
    /// What keeps the career from being suggested.
    #[cfg_attr(feature = "cli", schemars(default))]
    pub exclude: Vec<Rule>,
}

/// A condition with the reason that the visitor is told when it decides.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(
    feature = "cli",
    derive(schemars::JsonSchema),
    schemars(rename_all = "camelCase", deny_unknown_fields)
)]
pub struct Rule {
    pub when: Condition,
    pub reason: String,
}

/// What earlier answers must be like. Either `card` with one of `is`, `anyOf`, `atLeast`, `answered`; or one of `not`,
/// `all`, `any` alone. A card that is hidden or not answered meets none but `"answered": false`.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(
    feature = "cli",
    derive(schemars::JsonSchema),
    schemars(rename_all = "camelCase", deny_unknown_fields)
)]
pub struct Condition {
    /// The id of an earlier card.
    pub card: Option<String>,
    /// The answer is this option, this step of a scale (`"4"`), `like` or `pass`; of several picks one is.
    pub is: Option<String>,
    /// The same for any of several.
    pub any_of: Option<Vec<String>>,
    /// A scale's step is at least this; at least so many options are picked.
    pub at_least: Option<u32>,
    /// The card has an answer, or has none.
    pub answered: Option<bool>,
    /// This does not hold.
    pub not: Option<Box<Condition>>,
    /// All of these hold.
    pub all: Option<Vec<Condition>>,
    /// At least one of these holds.
    pub any: Option<Vec<Condition>>,
}

/// Something that answers tell about a visitor and that careers differ in.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(
    feature = "cli",
    derive(schemars::JsonSchema),
    schemars(rename_all = "camelCase", deny_unknown_fields)
)]
pub struct Trait {
    pub id: String,
    pub title: String,
    /// What visitors usually score; their profile is measured against it.
    pub visitors: Option<Norm>,
    /// What careers usually have; their profiles are measured against it.
    pub careers: Option<Norm>,
}

/// What is usual, and how far values spread around it.
#[derive(Clone, Copy, Debug, PartialEq)]
#[cfg_attr(
    feature = "cli",
    derive(schemars::JsonSchema),
    schemars(rename_all = "camelCase", deny_unknown_fields)
)]
pub struct Norm {
    pub mean: f64,
    /// The standard deviation, above nought.
    pub spread: f64,
}

/// A heading for cards.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(
    feature = "cli",
    derive(schemars::JsonSchema),
    schemars(rename_all = "camelCase", deny_unknown_fields)
)]
pub struct Group {
    pub id: String,
    pub title: String,
}

/// A made-up visitor.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(
    feature = "cli",
    derive(schemars::JsonSchema),
    schemars(rename_all = "camelCase", deny_unknown_fields)
)]
pub struct Persona {
    pub name: String,
    /// By card id: an option, several joined by `|`, a step of a scale, `like` or `pass`.
    pub answers: Entries<String>,
    /// The career that is to come first.
    pub career: Option<String>,
    /// The verdict that is to be given.
    pub verdict: Option<Verdict>,
}

/// How sure a result is.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema), schemars(rename_all = "camelCase"))]
pub enum Verdict {
    /// No single other answer would put another career first.
    Clear,
    /// One other answer would.
    Close,
    /// Several careers come first.
    Tie,
    /// Above 50 careers: several are about as good.
    Band,
    /// Rules exclude every career.
    None,
}

impl Verdict {
    /// The word for it in configs and results.
    pub fn word(self) -> &'static str {
        match self {
            Self::Clear => "clear",
            Self::Close => "close",
            Self::Tie => "tie",
            Self::Band => "band",
            Self::None => "none",
        }
    }
}

/// A call to action.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(
    feature = "cli",
    derive(schemars::JsonSchema),
    schemars(rename_all = "camelCase", deny_unknown_fields)
)]
pub struct Cta {
    pub label: String,
    /// An `https:`, `mailto:` or `tel:` address, or one relative to the page.
    pub href: String,
}

/// One question. Which of the optional fields belong depends on `kind`.
#[derive(Clone, Debug)]
#[cfg_attr(
    feature = "cli",
    derive(schemars::JsonSchema),
    schemars(rename_all = "camelCase", deny_unknown_fields)
)]
pub struct Card {
    pub id: String,
    pub kind: CardKind,
    /// The question.
    pub prompt: String,
    /// A line below it.
    pub note: Option<String>,
    /// Whether an answer is needed. Where it is not, the visitor may say that they are not sure. Default: true.
    #[cfg_attr(feature = "cli", schemars(default = "yes"))]
    pub required: bool,
    /// `single`, `multiple`: what there is to choose.
    pub options: Option<Vec<Choice>>,
    /// `multiple`: the fewest options to pick. Default: 1.
    pub min: Option<u32>,
    /// `multiple`: the most options to pick. Default: all of them.
    pub max: Option<u32>,
    /// `scale`: how many steps, 2 to 21. Default: 5.
    pub steps: Option<u32>,
    /// `scale`: the words at the low end.
    pub low: Option<String>,
    /// `scale`: the words at the high end.
    pub high: Option<String>,
    /// The id of the group that the card stands in.
    pub group: Option<String>,
    /// The card is shown only when this holds.
    pub when: Option<Condition>,
    /// The card is asked last, and only when several careers come first; it decides among those alone.
    #[cfg_attr(feature = "cli", schemars(default))]
    pub tie_break: bool,
    /// `scale`, model `bayes`: which step people in a career choose, by career id.
    pub expect: Option<Entries<Norm>>,
    /// `swipe`, model `bayes`: the chance that people in a career like it, by career id.
    pub chance: Option<Points>,
    /// `scale`, `swipe`: what the answer counts for each career, or for each trait. The high end and "like" count these points, the
    /// low end and "pass" the same with the other sign, the middle nothing.
    pub points: Option<Points>,
}

/// What a card asks for.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema), schemars(rename_all = "camelCase"))]
pub enum CardKind {
    /// One of the options.
    Single,
    /// Several of the options.
    Multiple,
    /// A step between two ends.
    Scale,
    /// Like or pass.
    Swipe,
}

/// One option of a card.
#[derive(Clone, Debug)]
#[cfg_attr(
    feature = "cli",
    derive(schemars::JsonSchema),
    schemars(rename_all = "camelCase", deny_unknown_fields)
)]
pub struct Choice {
    pub id: String,
    pub label: String,
    /// What the option counts for each career, or for each trait; one that is not named gets nothing.
    #[cfg_attr(feature = "cli", schemars(default))]
    pub points: Points,
    /// Model `bayes`: the chance that people in a career choose it, by career id. Without it, all options of the
    /// card are as likely.
    #[cfg_attr(feature = "cli", schemars(default))]
    pub chance: Points,
    /// The option is shown only when this holds.
    pub when: Option<Condition>,
}

/// How answers become a match.
#[derive(Clone, Debug, Default)]
#[cfg_attr(
    feature = "cli",
    derive(schemars::JsonSchema),
    schemars(rename_all = "camelCase", deny_unknown_fields)
)]
pub struct Matching {
    #[cfg_attr(feature = "cli", schemars(default))]
    pub model: Model,
    /// Model `points`: what the order is by. Default: `attainable`.
    #[cfg_attr(feature = "cli", schemars(default))]
    pub score: Score,
    /// Model `traits`: how profiles are compared. Default: `shape`.
    #[cfg_attr(feature = "cli", schemars(default))]
    pub similarity: Similarity,
    /// Model `bayes`: how far an answer is trusted, above 0 to 1. Default: 0.8.
    pub temper: Option<f64>,
}

/// How answers are counted.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema), schemars(rename_all = "camelCase"))]
pub enum Model {
    /// Answers give points to careers.
    #[default]
    Points,
    /// Answers build a profile of the visitor, which is compared with the careers' profiles.
    Traits,
    /// Answers are more or less likely among the people of a career.
    Bayes,
}

/// What orders careers in the model `points`.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema), schemars(rename_all = "camelCase"))]
pub enum Score {
    /// Where the sum lies between the least and the most that the career can reach.
    #[default]
    Attainable,
    /// How unusual the sum is, in standard deviations, among visitors who answer at random.
    Z,
    /// The sum itself.
    Raw,
}

/// How a visitor's profile is compared with a career's.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema), schemars(rename_all = "camelCase"))]
pub enum Similarity {
    /// Pearson's correlation: the same ups and downs, whatever the level.
    #[default]
    Shape,
    /// Euclidean distance: the same levels.
    Distance,
    /// The dot product: strong where the career is strong.
    Affinity,
}

/// Colours.
#[derive(Clone, Debug, Default)]
#[cfg_attr(
    feature = "cli",
    derive(schemars::JsonSchema),
    schemars(rename_all = "camelCase", deny_unknown_fields)
)]
pub struct Theme {
    /// The one colour for buttons and marks, as `#rgb` or `#rrggbb`.
    pub accent: Option<String>,
}
