//! Which texts of a quiz people read, and so which can be said in another language.

/// What stands at one place.
pub(super) enum Shape {
    /// Words.
    Text,
    /// Words that may hold a little Markdown.
    Long,
    /// A list of words, translated all together.
    Texts,
    /// The words of a scale's steps: as many in every language.
    Labels,
    /// An address.
    Href,
    /// By field.
    Object(&'static [(&'static str, Shape)]),
    /// A list of things with ids; the first word is what one is called.
    ById(&'static str, &'static Shape),
    /// A list of things without ids.
    InOrder(&'static Shape),
    /// Words of the widget's own, by their names.
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
