//! What the result shows, and where its buttons lead.

use super::Entries;

/// What the result shows. Without it: everything, in percent.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(
    feature = "cli",
    derive(schemars::JsonSchema),
    schemars(rename_all = "camelCase", deny_unknown_fields)
)]
pub struct ResultPage {
    /// How many of the other careers are listed. Default: all.
    pub others: Option<u32>,
    /// How well a career fits, in what words. Default: `percent`.
    #[cfg_attr(feature = "cli", schemars(default))]
    pub matches: Matches,
    /// Which sections there are below the best match, in which order. Default: all, as they stand here.
    pub sections: Option<Vec<Section>>,
    /// Whether the visitor's traits are drawn beside those of the best match, in quizzes that have traits.
    #[cfg_attr(feature = "cli", schemars(default = "super::asking::yes"))]
    pub chart: bool,
    /// What there is to keep a result or pass it on, in which order. Default: all, as they stand here. It needs
    /// `keep.share`.
    pub keep: Option<Vec<Offer>>,
    /// What the result is not: the line at its end. Default: that it measures liking, not talent.
    pub caveat: Option<String>,
    /// Words to say instead of the widget's own about how sure the result is, by verdict.
    #[cfg_attr(feature = "cli", schemars(default))]
    pub verdicts: Verdicts,
}

/// How a match is told.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema), schemars(rename_all = "camelCase"))]
pub enum Matches {
    /// `72 %`
    #[default]
    Percent,
    /// "Strong match" from 75 %, "good" from 55 %, "fair" from 35 %, else "weak".
    Tiers,
    /// Not at all: the order says enough.
    None,
}

/// A section of the result.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema), schemars(rename_all = "camelCase"))]
pub enum Section {
    /// Calls to action of the whole quiz.
    Cta,
    /// What an early end is worth, and a way to answer more.
    Early,
    /// Change an answer and see what happens.
    Edit,
    /// Links, a picture, paper.
    Keep,
    /// How the other careers compare.
    Others,
    /// Careers that a rule has left out, and why.
    Excluded,
    /// What the result is not.
    Caveat,
}

/// A way to keep a result, or to pass it on.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema), schemars(rename_all = "camelCase"))]
pub enum Offer {
    /// A link to the first careers, without the answers.
    Result,
    /// A link to the answers.
    Answers,
    /// A picture of the result.
    Picture,
    /// Paper.
    Print,
}

/// Words for how sure a result is.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(
    feature = "cli",
    derive(schemars::JsonSchema),
    schemars(rename_all = "camelCase", deny_unknown_fields)
)]
pub struct Verdicts {
    /// No single other answer would put another career first.
    pub clear: Option<String>,
    /// One other answer would.
    pub close: Option<String>,
    /// Several careers are level.
    pub tie: Option<String>,
    /// Several careers are about as good.
    pub band: Option<String>,
    /// Rules have left no career.
    pub none: Option<String>,
}

/// What is added to the addresses that buttons lead to, apart from `mailto:` and `tel:`.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(
    feature = "cli",
    derive(schemars::JsonSchema),
    schemars(rename_all = "camelCase", deny_unknown_fields)
)]
pub struct Links {
    /// Parameters by name, such as `{ "utm_source": "quiz", "utm_content": "{career}" }`. In values `{career}` is the
    /// career's id; for calls to action of all careers that of the best match.
    #[cfg_attr(feature = "cli", schemars(default))]
    pub add: Entries<String>,
    /// Parameters of the page's own address to pass on, by name, such as `utm_campaign`. They win over those that are
    /// added. Of each value 512 characters at most.
    #[cfg_attr(feature = "cli", schemars(default))]
    pub pass: Vec<String>,
    /// Whether `data-field-…` attributes of the element are passed on, each by what follows `data-field-`. Default: false.
    #[cfg_attr(feature = "cli", schemars(default))]
    pub fields: bool,
}
