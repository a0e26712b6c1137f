//! What the result shows, and where its buttons lead.

use super::Entries;

/// The content of the result. Without this field: everything, with percentages.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(
    feature = "cli",
    derive(schemars::JsonSchema),
    schemars(rename_all = "camelCase", deny_unknown_fields)
)]
pub struct ResultPage {
    /// How many of the other careers to list. Default: all.
    pub others: Option<u32>,
    /// How to show how well a career fits. Default: `percent`.
    #[cfg_attr(feature = "cli", schemars(default))]
    pub matches: Matches,
    /// The sections below the best match, in order. Default: all, in the order listed here.
    pub sections: Option<Vec<Section>>,
    /// Whether a chart compares the visitor's traits with those of the best match, in quizzes with traits.
    #[cfg_attr(feature = "cli", schemars(default = "super::asking::yes"))]
    pub chart: bool,
    /// Ways to keep or share a result, in order. Requires `keep.share`. Default: all, in the order listed here.
    pub keep: Option<Vec<Offer>>,
    /// The caveat at the end of the result. Default: that the quiz measures interest, not talent.
    pub caveat: Option<String>,
    /// Your own texts about how certain the result is, by verdict.
    #[cfg_attr(feature = "cli", schemars(default))]
    pub verdicts: Verdicts,
}

/// How to show a match.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema), schemars(rename_all = "camelCase"))]
pub enum Matches {
    /// `72 %`
    #[default]
    Percent,
    /// "Strong match" from 75 %, "good" from 55 %, "fair" from 35 %, otherwise "weak".
    Tiers,
    /// Not at all: only the order of careers.
    None,
}

/// A section of the result.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema), schemars(rename_all = "camelCase"))]
pub enum Section {
    /// Calls to action of the whole quiz.
    Cta,
    /// How reliable an early result is, and a button to answer more cards.
    Early,
    /// A tool to change an answer and see the effect.
    Edit,
    /// Ways to keep or share the result.
    Keep,
    /// The other careers.
    Others,
    /// Careers excluded by a rule, and the reason.
    Excluded,
    /// The caveat.
    Caveat,
}

/// A way to keep or share a result.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema), schemars(rename_all = "camelCase"))]
pub enum Offer {
    /// A link to the first careers, without the answers.
    Result,
    /// A link to the answers.
    Answers,
    /// A picture of the result.
    Picture,
    /// A print button.
    Print,
}

/// Texts about how certain a result is.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(
    feature = "cli",
    derive(schemars::JsonSchema),
    schemars(rename_all = "camelCase", deny_unknown_fields)
)]
pub struct Verdicts {
    /// No single different answer would put another career first.
    pub clear: Option<String>,
    /// One different answer would put another career first.
    pub close: Option<String>,
    /// Several careers are tied.
    pub tie: Option<String>,
    /// Several careers fit about equally well.
    pub band: Option<String>,
    /// Rules exclude every career.
    pub none: Option<String>,
}

/// Parameters to add to the addresses of buttons, except `mailto:` and `tel:` addresses.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(
    feature = "cli",
    derive(schemars::JsonSchema),
    schemars(rename_all = "camelCase", deny_unknown_fields)
)]
pub struct Links {
    /// Parameters by name, such as `{ "utm_source": "quiz", "utm_content": "{career}" }`. `{career}` in a value is
    /// replaced with the career's id; in calls to action of the whole quiz, with the id of the best match.
    #[cfg_attr(feature = "cli", schemars(default))]
    pub add: Entries<String>,
    /// The names of parameters to copy from the page's own address, such as `utm_campaign`. They override parameters
    /// under `add`. At most 512 characters of each value are copied.
    #[cfg_attr(feature = "cli", schemars(default))]
    pub pass: Vec<String>,
    /// Whether to add the element's `data-field-…` attributes, named without `data-field-`. Default: false.
    #[cfg_attr(feature = "cli", schemars(default))]
    pub fields: bool,
}
