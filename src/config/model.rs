//! The authored form, field by field as it stands in the JSON file. The comments here are the manual.
//!
//! Plain structs only: a tagged, untagged or flattened enum would lose the place of a mistake.

use serde::Deserialize;

use super::points::Points;

/// A whole quiz.
#[derive(Clone, Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Config {
    /// Where an editor finds the schema; the widget ignores it.
    #[serde(rename = "$schema", default)]
    pub schema: Option<String>,
    /// The version of this format: 1.
    pub version: u32,
    /// The language of the texts, as a BCP 47 tag. Default: `en`.
    #[serde(default = "english")]
    pub language: String,
    /// What the quiz is called.
    pub title: String,
    /// What a visitor reads before the first card.
    #[serde(default)]
    pub intro: Intro,
    /// The careers that the quiz can suggest, in the order that ties are shown in.
    pub careers: Vec<Career>,
    /// The questions, in the order they are asked.
    pub cards: Vec<Card>,
    /// How answers become a match.
    #[serde(default)]
    pub matching: Matching,
    /// Colours.
    #[serde(default)]
    pub theme: Theme,
}

fn english() -> String {
    "en".to_owned()
}

/// The words before the first card.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct Intro {
    /// Where they stand. Default: `inline`.
    pub show: Show,
    /// Default: the title of the quiz.
    pub heading: Option<String>,
    pub body: Option<String>,
}

/// Where the intro stands.
#[derive(Clone, Copy, Debug, Default, Deserialize, Eq, PartialEq)]
#[serde(rename_all = "camelCase")]
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
#[derive(Clone, Debug, Deserialize, PartialEq)]
#[serde(rename_all = "camelCase")]
pub struct Career {
    /// The name that points refer to.
    pub id: String,
    pub title: String,
    /// What the work is.
    #[serde(default)]
    pub summary: Option<String>,
    /// What a day in it looks like.
    #[serde(default)]
    pub day: Option<String>,
    /// What people in it work with.
    #[serde(default)]
    pub tools: Vec<String>,
    /// How to begin.
    #[serde(default)]
    pub first_steps: Option<String>,
    /// Where the visitor may go next; the first one is the main button.
    #[serde(default)]
    pub cta: Vec<Cta>,
}

/// A call to action.
#[derive(Clone, Debug, Deserialize, PartialEq)]
#[serde(rename_all = "camelCase")]
pub struct Cta {
    pub label: String,
    /// An `https:`, `mailto:` or `tel:` address, or one relative to the page.
    pub href: String,
}

/// One question. Which of the optional fields belong depends on `kind`.
#[derive(Clone, Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Card {
    pub id: String,
    pub kind: CardKind,
    /// The question.
    pub prompt: String,
    /// A line below it.
    #[serde(default)]
    pub note: Option<String>,
    /// Whether an answer is needed. Where it is not, the visitor may say that they are not sure. Default: true.
    #[serde(default = "yes")]
    pub required: bool,
    /// `single`, `multiple`: what there is to choose.
    #[serde(default)]
    pub options: Option<Vec<Choice>>,
    /// `multiple`: the fewest options to pick. Default: 1.
    #[serde(default)]
    pub min: Option<u32>,
    /// `multiple`: the most options to pick. Default: all of them.
    #[serde(default)]
    pub max: Option<u32>,
    /// `scale`: how many steps, 2 to 21. Default: 5.
    #[serde(default)]
    pub steps: Option<u32>,
    /// `scale`: the words at the low end.
    #[serde(default)]
    pub low: Option<String>,
    /// `scale`: the words at the high end.
    #[serde(default)]
    pub high: Option<String>,
    /// `scale`, `swipe`: what the answer counts for each career. The high end and "like" count these points, the
    /// low end and "pass" the same with the other sign, the middle nothing.
    #[serde(default)]
    pub points: Option<Points>,
}

fn yes() -> bool {
    true
}

/// What a card asks for.
#[derive(Clone, Copy, Debug, Deserialize, Eq, PartialEq)]
#[serde(rename_all = "camelCase")]
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
#[derive(Clone, Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Choice {
    pub id: String,
    pub label: String,
    /// What the option counts for each career; a career that is not named gets nothing.
    #[serde(default)]
    pub points: Points,
}

/// How answers become a match.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct Matching {
    pub model: Model,
}

/// How answers are counted.
#[derive(Clone, Copy, Debug, Default, Deserialize, Eq, PartialEq)]
#[serde(rename_all = "camelCase")]
pub enum Model {
    /// Points are added up; the match is where the sum lies between the least and the most that can be reached.
    #[default]
    Points,
}

/// Colours.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct Theme {
    /// The one colour for buttons and marks, as `#rgb` or `#rrggbb`.
    pub accent: Option<String>,
}
