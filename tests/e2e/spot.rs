//! The position of an element on a page.

use serde::Serialize;

/// An element, by selector and text; inside a widget, or on the page around it.
#[derive(Clone, Copy, Debug, Serialize)]
pub struct Spot<'a> {
    /// The index of the widget; `None` for the page itself.
    widget: Option<usize>,
    selector: &'a str,
    /// The whole text, if it matters.
    text: Option<&'a str>,
}

/// An element in the first widget.
pub fn inside(selector: &str) -> Spot<'_> {
    Spot { widget: Some(0), selector, text: None }
}

/// An element of the page around it.
pub fn outside(selector: &str) -> Spot<'_> {
    Spot { widget: None, selector, text: None }
}

/// An answer of the shown card, by its label.
pub fn choice(text: &str) -> Spot<'_> {
    inside(".cm-choice").saying(text)
}

/// A button of the widget, by its label.
pub fn button(text: &str) -> Spot<'_> {
    inside("button").saying(text)
}

impl<'a> Spot<'a> {
    pub fn saying(self, text: &'a str) -> Self {
        Self { text: Some(text), ..self }
    }

    /// The same in another widget of the page.
    pub fn of(self, widget: usize) -> Self {
        Self { widget: Some(widget), ..self }
    }
}
