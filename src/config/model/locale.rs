//! What a quiz says in another language. Nobody builds these: `config/locale.rs` lays the tree of one over the tree of the
//! quiz. They are the manual and the schema.

#[cfg(feature = "cli")]
use super::Entries;

/// One language: the address of a file with the translation, relative to the quiz, or the translation itself.
#[derive(Clone, Debug)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema), schemars(untagged))]
pub enum Locale {
    /// The address of a file with the translation, such as `"quiz.de.json"`.
    #[cfg(feature = "cli")]
    File(String),
    /// The translation itself.
    #[cfg(feature = "cli")]
    Words(Box<Overlay>),
}

/// The translated texts; all others stay in the quiz's own language.
#[cfg(feature = "cli")]
#[derive(Clone, Debug, Default, schemars::JsonSchema)]
#[schemars(rename_all = "camelCase", deny_unknown_fields)]
pub struct Overlay {
    /// The title.
    pub title: Option<String>,
    /// The logo.
    pub logo: Option<LogoWords>,
    /// The introduction before the first card.
    pub intro: Option<IntroWords>,
    /// Careers, by career id.
    #[schemars(default)]
    pub careers: Entries<CareerWords>,
    /// Traits, by trait id.
    #[schemars(default)]
    pub traits: Entries<Titled>,
    /// Axes, in the order of the quiz.
    #[schemars(default)]
    pub axes: Vec<AxisWords>,
    /// Groups, by group id.
    #[schemars(default)]
    pub groups: Entries<Titled>,
    /// Filters, by filter id.
    #[schemars(default)]
    pub filters: Entries<FilterWords>,
    /// Cards, by card id.
    #[schemars(default)]
    pub cards: Entries<CardWords>,
    /// Buttons, in the order of the quiz; the others stay untranslated.
    pub cta: Option<Vec<CtaWords>>,
    /// Texts of the result.
    pub result: Option<ResultWords>,
    /// The source of data or texts in the quiz.
    pub credit: Option<String>,
    /// Your own versions of the widget's texts in this language.
    #[schemars(default)]
    pub words: Entries<String>,
}

/// Texts of the result.
#[cfg(feature = "cli")]
#[derive(Clone, Debug, Default, schemars::JsonSchema)]
#[schemars(rename_all = "camelCase", deny_unknown_fields)]
pub struct ResultWords {
    /// The caveat at the end of the result.
    pub caveat: Option<String>,
    /// Texts about how certain the result is.
    #[schemars(default)]
    pub verdicts: VerdictWords,
}

/// Texts about how certain a result is.
#[cfg(feature = "cli")]
#[derive(Clone, Debug, Default, schemars::JsonSchema)]
#[schemars(rename_all = "camelCase", deny_unknown_fields)]
pub struct VerdictWords {
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

/// The logo in another language.
#[cfg(feature = "cli")]
#[derive(Clone, Debug, Default, schemars::JsonSchema)]
#[schemars(rename_all = "camelCase", deny_unknown_fields)]
pub struct LogoWords {
    /// A text for visitors who can't see the logo.
    pub image_alt: Option<String>,
}

/// The introduction in another language.
#[cfg(feature = "cli")]
#[derive(Clone, Debug, Default, schemars::JsonSchema)]
#[schemars(rename_all = "camelCase", deny_unknown_fields)]
pub struct IntroWords {
    /// The heading.
    pub heading: Option<String>,
    /// The body of the introduction.
    pub body: Option<String>,
}

/// A career in another language.
#[cfg(feature = "cli")]
#[derive(Clone, Debug, Default, schemars::JsonSchema)]
#[schemars(rename_all = "camelCase", deny_unknown_fields)]
pub struct CareerWords {
    /// The title.
    pub title: Option<String>,
    /// A description of the picture.
    pub image_alt: Option<String>,
    /// A description of the work.
    pub summary: Option<String>,
    /// A typical day in this career.
    pub day: Option<String>,
    /// Tools of this career: the whole list.
    pub tools: Option<Vec<String>>,
    /// How to start in this career.
    pub first_steps: Option<String>,
    /// Buttons, in the order of the quiz; the others stay untranslated.
    pub cta: Option<Vec<CtaWords>>,
    /// Reasons of the rules under `require`, in the order of the quiz.
    pub require: Option<Vec<RuleWords>>,
    /// Reasons of the rules under `exclude`, in the order of the quiz.
    pub exclude: Option<Vec<RuleWords>>,
}

/// A call to action in another language.
#[cfg(feature = "cli")]
#[derive(Clone, Debug, Default, schemars::JsonSchema)]
#[schemars(rename_all = "camelCase", deny_unknown_fields)]
pub struct CtaWords {
    /// The text of the button.
    pub label: Option<String>,
    /// The address, if it differs by language.
    pub href: Option<String>,
}

/// The reason of a rule.
#[cfg(feature = "cli")]
#[derive(Clone, Debug, Default, schemars::JsonSchema)]
#[schemars(rename_all = "camelCase", deny_unknown_fields)]
pub struct RuleWords {
    /// The reason shown to the visitor.
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
    /// The type below the dividing value.
    pub low: Option<AxisEndWords>,
    /// The type above the dividing value.
    pub high: Option<AxisEndWords>,
}

/// One end of an axis in another language.
#[cfg(feature = "cli")]
#[derive(Clone, Debug, Default, schemars::JsonSchema)]
#[schemars(rename_all = "camelCase", deny_unknown_fields)]
pub struct AxisEndWords {
    /// The title of the type.
    pub title: Option<String>,
    /// The meaning of the type.
    pub summary: Option<String>,
}

/// A filter in another language.
#[cfg(feature = "cli")]
#[derive(Clone, Debug, Default, schemars::JsonSchema)]
#[schemars(rename_all = "camelCase", deny_unknown_fields)]
pub struct FilterWords {
    /// The title.
    pub title: Option<String>,
    /// Values, by value id.
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
    /// The note below the question.
    pub note: Option<String>,
    /// A description of the picture.
    pub image_alt: Option<String>,
    /// The label of the low end.
    pub low: Option<String>,
    /// The label of the high end.
    pub high: Option<String>,
    /// The labels of all steps.
    pub labels: Option<Vec<String>>,
    /// Options, by option id.
    #[schemars(default)]
    pub options: Entries<ChoiceWords>,
}

/// An option in another language.
#[cfg(feature = "cli")]
#[derive(Clone, Debug, Default, schemars::JsonSchema)]
#[schemars(rename_all = "camelCase", deny_unknown_fields)]
pub struct ChoiceWords {
    /// The text of the option.
    pub label: Option<String>,
    /// A description of the picture.
    pub image_alt: Option<String>,
}
