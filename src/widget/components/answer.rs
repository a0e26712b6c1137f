//! Answers as text: the author's labels, or the widget's own.

use yew::AttrValue;

use crate::{
    config::{Card, Line, ResponseFormat},
    matcher::Answer,
    widget::words::{self, Locale},
};

/// An answer as the visitor saw it.
pub(in crate::widget) fn answer_words(locale: Locale, card: &Card, answer: Option<Answer>) -> AttrValue {
    let Some(answer) = answer else { return locale.say(words::NOT_SURE) };
    let row = |row: usize| row_words(locale, &card.response, row);
    let labels: Vec<AttrValue> = answer.rows().map(row).collect();
    labels.join(&locale.say(words::COMMA)).into()
}

/// The author's label of a row, or the widget's own.
pub(in crate::widget) fn row_words(locale: Locale, response: &ResponseFormat, row: usize) -> AttrValue {
    match (response.label(row), response) {
        (Some(label), _) => label.clone().into(),
        (None, ResponseFormat::Line { line: Line::Scale { steps, low, high, .. }, .. }) => match row {
            0 => locale.step(1, *steps, low),
            row if row + 1 == *steps => locale.step(*steps, *steps, high),
            row => locale.step(row + 1, *steps, ""),
        },
        (None, _) if row == 0 => locale.say(words::LIKE),
        (None, _) => locale.say(words::PASS),
    }
}
