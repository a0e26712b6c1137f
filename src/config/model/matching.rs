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
    /// Model `points`: the score that ranks careers. Default: `attainable`.
    #[cfg_attr(feature = "cli", schemars(default))]
    pub score: Score,
    /// Model `traits`: how profiles are compared. Default: `shape`.
    #[cfg_attr(feature = "cli", schemars(default))]
    pub similarity: Similarity,
    /// Model `bayes`: the weight of an answer as evidence, above 0 to 1. Default: 0.8.
    pub temper: Option<f64>,
    /// Which career comes first in a tie. Default: `shared`.
    #[cfg_attr(feature = "cli", schemars(default))]
    pub ties: Ties,
    /// The id of a career that comes first in a tie, instead of the tied careers, such as an all-rounder. It needs no
    /// points. Without a tie it is not part of the result.
    pub tie_career: Option<String>,
}

/// Which career comes first in a tie, after a tie-break card if the quiz has one.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema), schemars(rename_all = "camelCase"))]
pub enum Ties {
    /// All of them: a tie is shown as one.
    #[default]
    Shared,
    /// The tied career listed first under `careers`.
    Priority,
}

/// How answers are counted.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema), schemars(rename_all = "camelCase"))]
pub enum Model {
    /// Answers give points to careers.
    #[default]
    Points,
    /// Answers build a profile of the visitor; the quiz compares it with the careers' profiles.
    Traits,
    /// Each career has chances for answers; from these, the quiz calculates how likely each career is.
    Bayes,
}

/// The score that ranks careers with the model `points`.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema), schemars(rename_all = "camelCase"))]
pub enum Score {
    /// The position of the sum between the lowest and the highest possible sum of the career.
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
    /// Pearson's correlation: compares the pattern of high and low values, not the level.
    #[default]
    Shape,
    /// Euclidean distance: compares the levels.
    Distance,
    /// The dot product: high if the visitor is strong in the career's strong traits.
    Affinity,
}

/// A property that answers measure, and in which careers differ.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(
    feature = "cli",
    derive(schemars::JsonSchema),
    schemars(rename_all = "camelCase", deny_unknown_fields)
)]
pub struct Trait {
    /// The id used in points and profiles.
    pub id: String,
    /// The title of the trait.
    pub title: String,
    /// The usual values of visitors; a visitor's profile is relative to them.
    pub visitors: Option<Norm>,
    /// The usual values of careers; a career's profile is relative to them.
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
    /// The id of the trait. The two types are divided at the usual value of visitors (`visitors.mean`), otherwise at 0.
    #[cfg_attr(feature = "cli", schemars(rename = "trait"))]
    pub of: String,
    /// The type below the dividing value.
    pub low: AxisEnd,
    /// The type above the dividing value.
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
    /// The title of the type.
    pub title: String,
    /// The meaning of the type, in one sentence.
    pub summary: Option<String>,
}

/// The usual value, and the spread of values around it.
#[derive(Clone, Copy, Debug, PartialEq)]
#[cfg_attr(
    feature = "cli",
    derive(schemars::JsonSchema),
    schemars(rename_all = "camelCase", deny_unknown_fields)
)]
pub struct Norm {
    /// The mean.
    pub mean: f64,
    /// The standard deviation, above 0.
    pub spread: f64,
}

/// How certain a result is.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
#[cfg_attr(feature = "cli", derive(serde::Serialize, schemars::JsonSchema), serde(rename_all = "camelCase"))]
pub enum Verdict {
    /// No single different answer would put another career first.
    Clear,
    /// One different answer would put another career first.
    Close,
    /// Several careers come first.
    Tie,
    /// With more than 50 careers: several fit about equally well.
    Band,
    /// Rules exclude every career.
    None,
    /// No answer counts for any career, for example because every card was skipped.
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
