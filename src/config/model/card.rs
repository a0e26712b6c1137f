//! Cards, their options, and the conditions under which they are shown.

use super::{Entries, Norm, Points};

/// One question. Which of the optional fields belong depends on `kind`.
#[derive(Clone, Debug)]
#[cfg_attr(
    feature = "cli",
    derive(schemars::JsonSchema),
    schemars(rename_all = "camelCase", deny_unknown_fields)
)]
pub struct Card {
    /// The name that conditions, personas, events and columns of answers refer to.
    pub id: String,
    /// What the card asks for.
    pub kind: CardKind,
    /// The question.
    pub prompt: String,
    /// A line below it.
    pub note: Option<String>,
    /// The address of a picture above the question: `https:` or relative to the page.
    pub image: Option<String>,
    /// The picture in words, for those who can't see it; empty if it only decorates. Needed with `image`.
    pub image_alt: Option<String>,
    /// Whether the picture is an icon: small, beside the words.
    #[cfg_attr(feature = "cli", schemars(default))]
    pub icon: bool,
    /// Whether an answer is needed. Where it is not, the visitor may say that they are not sure. Default: true.
    #[cfg_attr(feature = "cli", schemars(default = "yes"))]
    pub required: bool,
    /// `single`, `multiple`: what there is to choose.
    pub options: Option<Vec<Choice>>,
    /// `multiple`: the fewest options to pick. Default: 1.
    pub min: Option<u32>,
    /// `multiple`: the most options to pick. Default: all of them.
    pub max: Option<u32>,
    /// `scale`: how many steps, 2 to 21. Default: one for each of `labels`, or else 5.
    pub steps: Option<u32>,
    /// `scale`: the words at the low end.
    pub low: Option<String>,
    /// `scale`: the words at the high end.
    pub high: Option<String>,
    /// `scale`: the words of each step, from the low end on. With them `steps`, `low` and `high` can be left out.
    pub labels: Option<Vec<String>>,
    /// The id of the group that the card stands in.
    pub group: Option<String>,
    /// The card is shown only when this holds.
    pub when: Option<Condition>,
    /// The card is asked before all that are not marked so, and before any stop.
    #[cfg_attr(feature = "cli", schemars(default))]
    pub first: bool,
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
    /// The name that conditions, personas, events and cells of answers refer to.
    pub id: String,
    /// What the visitor reads.
    pub label: String,
    /// The address of a picture: `https:` or relative to the page.
    pub image: Option<String>,
    /// The picture in words, for those who can't see it; empty if it only decorates. Needed with `image`.
    pub image_alt: Option<String>,
    /// Whether the picture is an icon: small, beside the words.
    #[cfg_attr(feature = "cli", schemars(default))]
    pub icon: bool,
    /// What the option counts for each career, or for each trait; one that is not named gets nothing.
    #[cfg_attr(feature = "cli", schemars(default))]
    pub points: Points,
    /// Model `bayes`: the chance that people in a career choose it, by career id. Without it, all options of the
    /// card are as likely.
    #[cfg_attr(feature = "cli", schemars(default))]
    pub chance: Points,
    /// The option is shown only when this holds.
    pub when: Option<Condition>,
    /// The option stays at the end when options are mixed.
    #[cfg_attr(feature = "cli", schemars(default))]
    pub last: bool,
    /// Card kind `multiple`: the option excludes all others, as "None of these" does. `min` and `max` are about the others.
    #[cfg_attr(feature = "cli", schemars(default))]
    pub exclusive: bool,
}

/// A condition with the reason that the visitor is told when it decides.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(
    feature = "cli",
    derive(schemars::JsonSchema),
    schemars(rename_all = "camelCase", deny_unknown_fields)
)]
pub struct Rule {
    /// What earlier answers must be like.
    pub when: Condition,
    /// What the visitor is told.
    pub reason: String,
}

/// What earlier answers must be like. Either `card` with one of `is`, `anyOf`, `atLeast`, `answered`; or `total` with
/// `atLeast`, `atMost` or both; or one of `not`, `all`, `any` alone. A card that is hidden or not answered meets none but `"answered": false`.
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
    /// In `require` and `exclude`: the id of a career, or of a trait in the model `traits`. What all answers count for it
    /// is added up as the config has it; cards without an answer add nothing.
    pub total: Option<String>,
    /// A scale's step is at least this; at least so many options are picked; the total is at least this.
    pub at_least: Option<f64>,
    /// The total is at most this.
    pub at_most: Option<f64>,
    /// The card has an answer, or has none.
    pub answered: Option<bool>,
    /// This does not hold.
    pub not: Option<Box<Condition>>,
    /// All of these hold.
    pub all: Option<Vec<Condition>>,
    /// At least one of these holds.
    pub any: Option<Vec<Condition>>,
}

/// A heading for cards.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(
    feature = "cli",
    derive(schemars::JsonSchema),
    schemars(rename_all = "camelCase", deny_unknown_fields)
)]
pub struct Group {
    /// The name that cards refer to.
    pub id: String,
    /// The words above the question.
    pub title: String,
}

#[cfg(feature = "cli")]
fn yes() -> bool {
    true
}
