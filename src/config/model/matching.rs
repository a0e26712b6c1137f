//! How answers become a match, and how sure that is.

/// How answers become a match.
#[derive(Clone, Debug, Default)]
#[cfg_attr(
    feature = "cli",
    derive(schemars::JsonSchema),
    schemars(rename_all = "camelCase", deny_unknown_fields)
)]
pub struct Matching {
    /// How answers are counted. Default: `points`.
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
    /// Who comes first where several careers are level. Default: `shared`.
    #[cfg_attr(feature = "cli", schemars(default))]
    pub ties: Ties,
    /// The id of a career that comes first in place of several that are level, such as an all-rounder. At other times it
    /// is not part of the result, and it needs no points.
    pub tie_career: Option<String>,
}

/// Who comes first where several careers are level, after a tie-break card if there is one.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema), schemars(rename_all = "camelCase"))]
pub enum Ties {
    /// All of them: a tie is shown as one.
    #[default]
    Shared,
    /// The one that is listed first under `careers`.
    Priority,
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

/// Something that answers tell about a visitor and that careers differ in.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(
    feature = "cli",
    derive(schemars::JsonSchema),
    schemars(rename_all = "camelCase", deny_unknown_fields)
)]
pub struct Trait {
    /// The name that points and profiles refer to.
    pub id: String,
    /// What the trait is called.
    pub title: String,
    /// What visitors usually score; their profile is measured against it.
    pub visitors: Option<Norm>,
    /// What careers usually have; their profiles are measured against it.
    pub careers: Option<Norm>,
}

/// A trait whose low and high end are opposite types.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(
    feature = "cli",
    derive(schemars::JsonSchema),
    schemars(rename_all = "camelCase", deny_unknown_fields)
)]
pub struct Axis {
    /// The id of the trait. It is cut at what visitors usually score (`visitors.mean`), or else at 0.
    #[cfg_attr(feature = "cli", schemars(rename = "trait"))]
    pub of: String,
    /// The type below the cut.
    pub low: AxisEnd,
    /// The type above it.
    pub high: AxisEnd,
}

/// One of two opposite types.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(
    feature = "cli",
    derive(schemars::JsonSchema),
    schemars(rename_all = "camelCase", deny_unknown_fields)
)]
pub struct AxisEnd {
    /// A single letter or digit.
    pub letter: String,
    /// What the type is called.
    pub title: String,
    /// What it means, in a sentence.
    pub summary: Option<String>,
}

/// What is usual, and how far values spread around it.
#[derive(Clone, Copy, Debug, PartialEq)]
#[cfg_attr(
    feature = "cli",
    derive(schemars::JsonSchema),
    schemars(rename_all = "camelCase", deny_unknown_fields)
)]
pub struct Norm {
    /// What is usual.
    pub mean: f64,
    /// The standard deviation, above nought.
    pub spread: f64,
}

/// How sure a result is.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
#[cfg_attr(feature = "cli", derive(serde::Serialize, schemars::JsonSchema), serde(rename_all = "camelCase"))]
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
    /// No answer counts for any career, as when every card was skipped.
    Nothing,
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
            Self::Nothing => "nothing",
        }
    }
}
