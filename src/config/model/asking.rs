//! In which order cards are asked, when enough of them have been, and what pilot answers have taught about them.

use super::Entries;

/// In which order cards are asked, and when enough of them have been.
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
    /// When to show the result although cards are left. Default: `none`.
    #[cfg_attr(feature = "cli", schemars(default))]
    pub stop: Stop,
    /// Stop `confident`: how likely the result must be to last, above 0 to 1. Default: 0.9.
    pub confidence: Option<f64>,
    /// The fewest cards to ask before a stop. Default: 6, and one for each trait.
    pub min: Option<u32>,
    /// The most cards to ask. Default: all.
    pub max: Option<u32>,
    /// Whether the options of cards are mixed anew for each visitor. Those marked `last` stay at the end. Default: false.
    #[cfg_attr(feature = "cli", schemars(default))]
    pub shuffle_options: bool,
    /// Whether a click on an answer goes on at once, where there is one answer to give. Default: true.
    #[cfg_attr(feature = "cli", schemars(default = "super::asking::yes"))]
    pub auto_advance: bool,
}

/// Which card comes next. Cards marked `first` come before all others; groups stay in their order; a card whose
/// condition looks at others waits for them.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
#[cfg_attr(feature = "cli", derive(serde::Serialize, schemars::JsonSchema), serde(rename_all = "camelCase"))]
pub enum Order {
    /// As they stand in the config.
    #[default]
    Fixed,
    /// Mixed anew for each visitor, so that no card always comes last.
    Shuffled,
    /// The card that tells most about who comes first, after what was answered so far.
    Adaptive,
}

/// When to show the result although cards are left.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
#[cfg_attr(feature = "cli", derive(serde::Serialize, schemars::JsonSchema), serde(rename_all = "camelCase"))]
pub enum Stop {
    /// Never: every card is asked.
    #[default]
    None,
    /// When no answers to the cards that are left can change who comes first. This is a proof.
    Certain,
    /// When the first place is likely enough to last; above 50 careers: to stay among the first ten.
    Confident,
}

/// What pilot answers say about the answers to expect. Made by `career-matcher calibrate`; not written by hand.
#[derive(Clone, Debug, Default)]
#[cfg_attr(
    feature = "cli",
    derive(schemars::JsonSchema),
    schemars(rename_all = "camelCase", deny_unknown_fields)
)]
pub struct Calibration {
    /// How many visitors it comes from.
    pub answers: u32,
    /// By card id.
    pub cards: Entries<Habit>,
}

/// How people answer one card. A scale or a swipe has one number, from -1 (low end, pass) to 1 (high end, like); a card
/// with options has a number for each option: 1 if it is picked.
#[derive(Clone, Debug, Default)]
#[cfg_attr(
    feature = "cli",
    derive(schemars::JsonSchema),
    schemars(rename_all = "camelCase", deny_unknown_fields)
)]
pub struct Habit {
    /// The mean of each number.
    pub mean: Vec<f64>,
    /// For each number, how it hangs together with others: its loadings on common factors of variance 1.
    pub factors: Vec<Vec<f64>>,
    /// Scale, swipe: the standard deviation of what the factors don't explain.
    pub noise: Option<f64>,
}

/// What visitors may take along.
#[derive(Clone, Copy, Debug)]
#[cfg_attr(
    feature = "cli",
    derive(schemars::JsonSchema),
    schemars(rename_all = "camelCase", deny_unknown_fields)
)]
pub struct Keep {
    /// Whether answers outlive a reload of the page, in the visitor's own browser. Default: `off`.
    #[cfg_attr(feature = "cli", schemars(default))]
    pub resume: Resume,
    /// Whether the result offers links to it, and to print it. Default: true.
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

/// How long answers are kept in the visitor's browser.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema), schemars(rename_all = "camelCase"))]
pub enum Resume {
    /// They are not.
    #[default]
    Off,
    /// Until the tab is closed.
    Session,
    /// Until the visitor starts again, or clears the browser's storage.
    Local,
}

/// Something that visitors can narrow a long result down by, such as the training that careers need.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(
    feature = "cli",
    derive(schemars::JsonSchema),
    schemars(rename_all = "camelCase", deny_unknown_fields)
)]
pub struct Filter {
    /// The name that careers refer to.
    pub id: String,
    /// What visitors read.
    pub title: String,
    /// What there is to choose.
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
    /// The name that careers refer to.
    pub id: String,
    /// What visitors read.
    pub title: String,
}
