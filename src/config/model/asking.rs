//! In which order cards are asked, when enough of them have been, and what pilot answers have taught about them.

use super::Entries;

/// The order of the cards, and when the quiz stops asking.
#[derive(Clone, Debug, Default)]
#[cfg_attr(
    feature = "cli",
    derive(schemars::JsonSchema),
    schemars(rename_all = "camelCase", deny_unknown_fields)
)]
pub struct Asking {
    /// Which card comes next. Default: `fixed`.
    #[cfg_attr(feature = "cli", schemars(default))]
    pub order: Order,
    /// When to show the result before all cards are asked. Default: `none`.
    #[cfg_attr(feature = "cli", schemars(default))]
    pub stop: Stop,
    /// Stop `confident`: how likely the first place must be to stay first, above 0 to 1. Default: 0.9.
    pub confidence: Option<f64>,
    /// The minimum number of cards to ask before a stop. Default: 6, plus one for each trait.
    pub min: Option<u32>,
    /// The maximum number of cards to ask. Default: all.
    pub max: Option<u32>,
    /// Whether options are in a new random order for each visitor. Options marked `last` stay at the end. Default:
    /// false.
    #[cfg_attr(feature = "cli", schemars(default))]
    pub shuffle_options: bool,
    /// Whether a click on an answer opens the next card, on cards with one answer. Default: true.
    #[cfg_attr(feature = "cli", schemars(default = "super::asking::yes"))]
    pub auto_advance: bool,
}

/// Which card comes next. Cards marked `first` come before all others. Groups keep their order. A card with a condition
/// comes after the cards in that condition.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
#[cfg_attr(feature = "cli", derive(serde::Serialize, schemars::JsonSchema), serde(rename_all = "camelCase"))]
pub enum Order {
    /// The order of the config.
    #[default]
    Fixed,
    /// A new random order for each visitor, so that no card always comes last.
    Shuffled,
    /// The card that is most informative about the first place, given the answers so far.
    Adaptive,
}

/// When to show the result before all cards are asked.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
#[cfg_attr(feature = "cli", derive(serde::Serialize, schemars::JsonSchema), serde(rename_all = "camelCase"))]
pub enum Stop {
    /// Never: the quiz asks every card.
    #[default]
    None,
    /// When the remaining cards can no longer change which career comes first. This is proved.
    Certain,
    /// When the first career is likely enough to stay first; with more than 50 careers: to stay among the first ten.
    Confident,
}

/// Statistics of pilot answers. Written by `career-matcher calibrate`; don't edit them by hand.
#[derive(Clone, Debug, Default)]
#[cfg_attr(
    feature = "cli",
    derive(schemars::JsonSchema),
    schemars(rename_all = "camelCase", deny_unknown_fields)
)]
pub struct Calibration {
    /// The number of pilot visitors.
    pub answers: u32,
    /// The statistics of each card, by card id.
    pub cards: Entries<Habit>,
}

/// How people answer one card. A scale or swipe card has one number, from -1 (low end, pass) to 1 (high end, like). A
/// card with options has a number for each option: 1 if picked, otherwise 0.
#[derive(Clone, Debug, Default)]
#[cfg_attr(
    feature = "cli",
    derive(schemars::JsonSchema),
    schemars(rename_all = "camelCase", deny_unknown_fields)
)]
pub struct Habit {
    /// The mean of each number.
    pub mean: Vec<f64>,
    /// For each number, its loadings on common factors of variance 1.
    pub factors: Vec<Vec<f64>>,
    /// `scale`, `swipe`: the residual standard deviation, which the factors don't explain.
    pub noise: Option<f64>,
}

/// What visitors can keep.
#[derive(Clone, Copy, Debug)]
#[cfg_attr(
    feature = "cli",
    derive(schemars::JsonSchema),
    schemars(rename_all = "camelCase", deny_unknown_fields)
)]
pub struct Keep {
    /// Whether the visitor's browser keeps answers after a reload of the page. Default: `off`.
    #[cfg_attr(feature = "cli", schemars(default))]
    pub resume: Resume,
    /// Whether the result has links to share it, and a print button. Default: true.
    #[cfg_attr(feature = "cli", schemars(default = "yes"))]
    pub share: bool,
}

#[cfg(feature = "cli")]
pub(super) fn yes() -> bool {
    true
}

impl Default for Keep {
    fn default() -> Self {
        Self { resume: Resume::Off, share: true }
    }
}

/// How long the visitor's browser keeps answers.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema), schemars(rename_all = "camelCase"))]
pub enum Resume {
    /// Not at all.
    #[default]
    Off,
    /// Until the tab is closed.
    Session,
    /// Until the visitor starts again, or clears the browser's storage.
    Local,
}

/// A filter for a long result, such as the training that careers need.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(
    feature = "cli",
    derive(schemars::JsonSchema),
    schemars(rename_all = "camelCase", deny_unknown_fields)
)]
pub struct Filter {
    /// The id used in careers.
    pub id: String,
    /// The text for visitors.
    pub title: String,
    /// The values to choose from.
    pub values: Vec<FilterValue>,
}

/// One value of a filter.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(
    feature = "cli",
    derive(schemars::JsonSchema),
    schemars(rename_all = "camelCase", deny_unknown_fields)
)]
pub struct FilterValue {
    /// The id used in careers.
    pub id: String,
    /// The text for visitors.
    pub title: String,
}
