//! Cards, their options, and the conditions under which they are shown.

use super::{Entries, Norm, Points};

/// One question. The field `kind` decides which optional fields the card can have.
#[derive(Clone, Debug)]
#[cfg_attr(
    feature = "cli",
    derive(schemars::JsonSchema),
    schemars(rename_all = "camelCase", deny_unknown_fields)
)]
pub struct Card {
    /// The id used in conditions, personas, events and columns of answers.
    pub id: String,
    /// The kind of answer.
    pub kind: CardKind,
    /// The question.
    pub prompt: String,
    /// A note below the question.
    pub note: Option<String>,
    /// The address of a picture above the question: `https:` or relative to the page.
    pub image: Option<String>,
    /// A description for visitors who can't see the picture; empty if it is only decoration. Required with `image`.
    pub image_alt: Option<String>,
    /// Whether the picture is an icon: small, next to the text.
    #[cfg_attr(feature = "cli", schemars(default))]
    pub icon: bool,
    /// Whether an answer is required. Otherwise visitors can answer that they are not sure. Default: true.
    #[cfg_attr(feature = "cli", schemars(default = "yes"))]
    pub required: bool,
    /// `single`, `multiple`: the options to choose from.
    pub options: Option<Vec<Choice>>,
    /// `multiple`: the minimum number of options to pick. Default: 1.
    pub min: Option<u32>,
    /// `multiple`: the maximum number of options to pick. Default: all of them.
    pub max: Option<u32>,
    /// `scale`: the number of steps, 2 to 21. Default: the number of `labels`, otherwise 5.
    pub steps: Option<u32>,
    /// `scale`: the label of the low end.
    pub low: Option<String>,
    /// `scale`: the label of the high end.
    pub high: Option<String>,
    /// `scale`: the label of each step, starting at the low end. With labels, `steps`, `low` and `high` are optional.
    pub labels: Option<Vec<String>>,
    /// The id of the card's group.
    pub group: Option<String>,
    /// The condition under which the card is shown.
    pub when: Option<Condition>,
    /// Whether the card comes before all cards without this mark, and before any stop.
    #[cfg_attr(feature = "cli", schemars(default))]
    pub first: bool,
    /// Whether the card is a tie-break: asked last, only in a tie, and counted only for the tied careers.
    #[cfg_attr(feature = "cli", schemars(default))]
    pub tie_break: bool,
    /// `scale`, model `bayes`: the step that people in a career choose, by career id.
    pub expect: Option<Entries<Norm>>,
    /// `swipe`, model `bayes`: the chance that people in a career like it, by career id.
    pub chance: Option<Points>,
    /// `scale`, `swipe`: the points for each career, or for each trait. The high end and "like" count these points, the
    /// low end and "pass" count their negative, and the middle counts 0.
    pub points: Option<Points>,
}

/// The kind of answer to a card.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema), schemars(rename_all = "camelCase"))]
pub enum CardKind {
    /// One of the options.
    Single,
    /// One or more of the options.
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
    /// The id used in conditions, personas, events and cells of answers.
    pub id: String,
    /// The text for visitors.
    pub label: String,
    /// The address of a picture: `https:` or relative to the page.
    pub image: Option<String>,
    /// A description for visitors who can't see the picture; empty if it is only decoration. Required with `image`.
    pub image_alt: Option<String>,
    /// Whether the picture is an icon: small, next to the text.
    #[cfg_attr(feature = "cli", schemars(default))]
    pub icon: bool,
    /// The points for each career, or for each trait. Without an entry, a career or trait gets 0.
    #[cfg_attr(feature = "cli", schemars(default))]
    pub points: Points,
    /// Model `bayes`: the chance that people in a career choose this option, by career id. Without it, all options of
    /// the card are equally likely.
    #[cfg_attr(feature = "cli", schemars(default))]
    pub chance: Points,
    /// The condition under which the option is shown.
    pub when: Option<Condition>,
    /// Whether the option stays at the end when options are in random order.
    #[cfg_attr(feature = "cli", schemars(default))]
    pub last: bool,
    /// Card kind `multiple`: whether the option excludes all others, such as "None of these". `min` and `max` apply to
    /// the others.
    #[cfg_attr(feature = "cli", schemars(default))]
    pub exclusive: bool,
}

/// A condition, with the reason shown to the visitor.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(
    feature = "cli",
    derive(schemars::JsonSchema),
    schemars(rename_all = "camelCase", deny_unknown_fields)
)]
pub struct Rule {
    /// The condition on earlier answers.
    pub when: Condition,
    /// The reason shown to the visitor.
    pub reason: String,
}

/// A condition on earlier answers: either `card` with one of `is`, `anyOf`, `atLeast`, `answered`; or `total` with
/// `atLeast`, `atMost` or both; or one of `not`, `all`, `any` alone. A hidden or unanswered card meets only
/// `"answered": false`.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(
    feature = "cli",
    derive(schemars::JsonSchema),
    schemars(rename_all = "camelCase", deny_unknown_fields)
)]
pub struct Condition {
    /// The id of an earlier card.
    pub card: Option<String>,
    /// The answer is this option, this step of a scale (`"4"`), `like` or `pass`. With several picks, one of them is
    /// enough.
    pub is: Option<String>,
    /// The answer is one of these.
    pub any_of: Option<Vec<String>>,
    /// In `require` and `exclude`: the id of a career, or of a trait with the model `traits`. The total is the sum of
    /// all answers' points for it; cards without an answer add nothing.
    pub total: Option<String>,
    /// The minimum step of a scale, the minimum number of picked options, or the minimum total.
    pub at_least: Option<f64>,
    /// The maximum total.
    pub at_most: Option<f64>,
    /// Whether the card has an answer.
    pub answered: Option<bool>,
    /// This does not hold.
    pub not: Option<Box<Condition>>,
    /// All of these hold.
    pub all: Option<Vec<Condition>>,
    /// At least one of these holds.
    pub any: Option<Vec<Condition>>,
}

/// A heading for a group of cards.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(
    feature = "cli",
    derive(schemars::JsonSchema),
    schemars(rename_all = "camelCase", deny_unknown_fields)
)]
pub struct Group {
    /// The id used in cards.
    pub id: String,
    /// The text above the question.
    pub title: String,
}

#[cfg(feature = "cli")]
fn yes() -> bool {
    true
}
