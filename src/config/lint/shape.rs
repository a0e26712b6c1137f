//! Which texts of a quiz people read, and so which can be translated.

/// The kind of a value.
pub(super) enum Shape {
    /// A text.
    Text,
    /// A text that may contain Markdown.
    Long,
    /// A list of texts, translated as a whole.
    Texts,
    /// The labels of a scale's steps: the same number in every language.
    Labels,
    /// An address.
    Href,
    /// By field.
    Object(&'static [(&'static str, Shape)]),
    /// A list of items with ids; the first value is the noun for one item (`career`).
    ById(&'static str, &'static Shape),
    /// A list of items without ids.
    InOrder(&'static Shape),
    /// The widget's interface texts, by name.
    Words,
}

use Shape::{ById, Href, InOrder, Labels, Long, Object, Text, Texts, Words};

pub(super) static QUIZ: Shape = Object(&[
    ("title", Text),
    ("logo", Object(&[("imageAlt", Text)])),
    ("intro", Object(&[("heading", Text), ("body", Long)])),
    ("careers", ById("career", &CAREER)),
    ("traits", ById("trait", &TITLED)),
    ("axes", InOrder(&Object(&[("low", AXIS_END), ("high", AXIS_END)]))),
    ("groups", ById("group", &TITLED)),
    ("filters", ById("filter", &Object(&[("title", Text), ("values", ById("value", &TITLED))]))),
    ("cards", ById("card", &CARD)),
    ("cta", InOrder(&CTA)),
    ("result", Object(&[("caveat", Long), ("verdicts", Object(&VERDICTS))])),
    ("credit", Long),
    ("words", Words),
]);

static CAREER: Shape = Object(&[
    ("title", Text),
    ("imageAlt", Text),
    ("summary", Long),
    ("day", Long),
    ("tools", Texts),
    ("firstSteps", Long),
    ("cta", InOrder(&CTA)),
    ("require", InOrder(&RULE)),
    ("exclude", InOrder(&RULE)),
]);

static CARD: Shape = Object(&[
    ("prompt", Text),
    ("note", Long),
    ("imageAlt", Text),
    ("low", Text),
    ("high", Text),
    ("labels", Labels),
    ("options", ById("option", &Object(&[("label", Text), ("imageAlt", Text)]))),
]);

const AXIS_END: Shape = Object(&[("title", Text), ("summary", Long)]);
static TITLED: Shape = Object(&[("title", Text)]);
static CTA: Shape = Object(&[("label", Text), ("href", Href)]);
static RULE: Shape = Object(&[("reason", Text)]);
static VERDICTS: [(&str, Shape); 5] = [("clear", Text), ("close", Text), ("tie", Text), ("band", Text), ("none", Text)];
