//! What a quiz says in another language. Nobody builds these: `config/locale.rs` lays the tree of one over the tree of the
//! quiz. They are the manual and the schema.

#[cfg(feature = "cli")]
use super::Entries;

/// One language: the address of a file with the translation, relative to that of the quiz; or what is translated.
#[derive(Clone, Debug)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema), schemars(untagged))]
pub enum Locale {
    /// The address of a file with it, such as `"quiz.de.json"`.
    #[cfg(feature = "cli")]
    File(String),
    /// The translation itself.
    #[cfg(feature = "cli")]
    Words(Box<Overlay>),
}

/// What is translated; all else stays as it is in the quiz.
#[cfg(feature = "cli")]
#[derive(Clone, Debug, Default, schemars::JsonSchema)]
#[schemars(rename_all = "camelCase", deny_unknown_fields)]
pub struct Overlay {
    /// The title.
    pub title: Option<String>,
    /// The logo.
    pub logo: Option<LogoWords>,
    /// The words before the first card.
    pub intro: Option<IntroWords>,
    /// By career id.
    #[schemars(default)]
    pub careers: Entries<CareerWords>,
    /// By trait id.
    #[schemars(default)]
    pub traits: Entries<Titled>,
    /// In the order of the quiz.
    #[schemars(default)]
    pub axes: Vec<AxisWords>,
    /// By group id.
    #[schemars(default)]
    pub groups: Entries<Titled>,
    /// By filter id.
    #[schemars(default)]
    pub filters: Entries<FilterWords>,
    /// By card id.
    #[schemars(default)]
    pub cards: Entries<CardWords>,
    /// In the order of the quiz; what is not named stays.
    pub cta: Option<Vec<CtaWords>>,
    /// What the result says of its own.
    pub result: Option<ResultWords>,
    /// Whose data or words the quiz uses.
    pub credit: Option<String>,
    /// Words of the widget's own to say otherwise in this language.
    #[schemars(default)]
    pub words: Entries<String>,
}

/// What the result says of its own.
#[cfg(feature = "cli")]
#[derive(Clone, Debug, Default, schemars::JsonSchema)]
#[schemars(rename_all = "camelCase", deny_unknown_fields)]
pub struct ResultWords {
    /// What the result is not.
    pub caveat: Option<String>,
    /// How sure the result is.
    #[schemars(default)]
    pub verdicts: VerdictWords,
}

/// Words for how sure a result is.
#[cfg(feature = "cli")]
#[derive(Clone, Debug, Default, schemars::JsonSchema)]
#[schemars(rename_all = "camelCase", deny_unknown_fields)]
pub struct VerdictWords {
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

/// The logo in another language.
#[cfg(feature = "cli")]
#[derive(Clone, Debug, Default, schemars::JsonSchema)]
#[schemars(rename_all = "camelCase", deny_unknown_fields)]
pub struct LogoWords {
    /// The logo in words.
    pub image_alt: Option<String>,
}

/// The words before the first card.
#[cfg(feature = "cli")]
#[derive(Clone, Debug, Default, schemars::JsonSchema)]
#[schemars(rename_all = "camelCase", deny_unknown_fields)]
pub struct IntroWords {
    /// The heading.
    pub heading: Option<String>,
    /// What the quiz is about.
    pub body: Option<String>,
}

/// A career in another language.
#[cfg(feature = "cli")]
#[derive(Clone, Debug, Default, schemars::JsonSchema)]
#[schemars(rename_all = "camelCase", deny_unknown_fields)]
pub struct CareerWords {
    /// The title.
    pub title: Option<String>,
    /// The picture in words.
    pub image_alt: Option<String>,
    /// What the work is.
    pub summary: Option<String>,
    /// What a day in it looks like.
    pub day: Option<String>,
    /// All of them.
    pub tools: Option<Vec<String>>,
    /// How to begin.
    pub first_steps: Option<String>,
    /// In the order of the quiz; what is not named stays.
    pub cta: Option<Vec<CtaWords>>,
    /// In the order of the quiz.
    pub require: Option<Vec<RuleWords>>,
    /// In the order of the quiz.
    pub exclude: Option<Vec<RuleWords>>,
}

/// A call to action in another language.
#[cfg(feature = "cli")]
#[derive(Clone, Debug, Default, schemars::JsonSchema)]
#[schemars(rename_all = "camelCase", deny_unknown_fields)]
pub struct CtaWords {
    /// What it says.
    pub label: Option<String>,
    /// Where pages differ by language.
    pub href: Option<String>,
}

/// The reason of a rule.
#[cfg(feature = "cli")]
#[derive(Clone, Debug, Default, schemars::JsonSchema)]
#[schemars(rename_all = "camelCase", deny_unknown_fields)]
pub struct RuleWords {
    /// What the visitor is told.
    pub reason: Option<String>,
}

/// Something with a title.
#[cfg(feature = "cli")]
#[derive(Clone, Debug, Default, schemars::JsonSchema)]
#[schemars(rename_all = "camelCase", deny_unknown_fields)]
pub struct Titled {
    /// The title.
    pub title: Option<String>,
}

/// An axis in another language.
#[cfg(feature = "cli")]
#[derive(Clone, Debug, Default, schemars::JsonSchema)]
#[schemars(rename_all = "camelCase", deny_unknown_fields)]
pub struct AxisWords {
    /// The type below the cut.
    pub low: Option<AxisEndWords>,
    /// The type above it.
    pub high: Option<AxisEndWords>,
}

/// One end of an axis in another language.
#[cfg(feature = "cli")]
#[derive(Clone, Debug, Default, schemars::JsonSchema)]
#[schemars(rename_all = "camelCase", deny_unknown_fields)]
pub struct AxisEndWords {
    /// What the type is called.
    pub title: Option<String>,
    /// What it means.
    pub summary: Option<String>,
}

/// A filter in another language.
#[cfg(feature = "cli")]
#[derive(Clone, Debug, Default, schemars::JsonSchema)]
#[schemars(rename_all = "camelCase", deny_unknown_fields)]
pub struct FilterWords {
    /// The title.
    pub title: Option<String>,
    /// By the id of the value.
    #[schemars(default)]
    pub values: Entries<Titled>,
}

/// A card in another language.
#[cfg(feature = "cli")]
#[derive(Clone, Debug, Default, schemars::JsonSchema)]
#[schemars(rename_all = "camelCase", deny_unknown_fields)]
pub struct CardWords {
    /// The question.
    pub prompt: Option<String>,
    /// A line below it.
    pub note: Option<String>,
    /// The picture in words.
    pub image_alt: Option<String>,
    /// The words at the low end.
    pub low: Option<String>,
    /// The words at the high end.
    pub high: Option<String>,
    /// The words of the steps: all of them.
    pub labels: Option<Vec<String>>,
    /// By option id.
    #[schemars(default)]
    pub options: Entries<ChoiceWords>,
}

/// An option in another language.
#[cfg(feature = "cli")]
#[derive(Clone, Debug, Default, schemars::JsonSchema)]
#[schemars(rename_all = "camelCase", deny_unknown_fields)]
pub struct ChoiceWords {
    /// What it says.
    pub label: Option<String>,
    /// The picture in words.
    pub image_alt: Option<String>,
}
