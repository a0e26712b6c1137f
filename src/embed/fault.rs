//! Something that keeps a widget from playing, said once to each: a line for the site's owner in the console, an
//! event for the page, a calm screen for the visitor.

use std::borrow::Cow;

use wasm_bindgen::JsValue;
use web_sys::{HtmlElement, console};

use super::{app::Content, events};
use crate::config::Problem;

/// A fault by its stable name.
pub(super) struct Fault {
    pub(super) code: Cow<'static, str>,
    pub(super) message: String,
}

impl Fault {
    /// Several problems become one fault, under the code of the first error.
    pub(super) fn new(problems: &[Problem]) -> Self {
        let first = problems.iter().find(|problem| problem.is_error()).or(problems.first());
        let code = first.map_or("unknown", Problem::code);
        let messages: Vec<_> = problems.iter().map(Problem::to_string).collect();
        Self { code: code.into(), message: messages.join("\n") }
    }

    /// Tells the console and the page, and returns what the visitor is to see.
    pub(super) fn tell(self, host: &HtmlElement) -> Content {
        console::error_1(&self.line());
        events::error(host, &self.code, &self.message);
        Content::Trouble(self.code.into_owned().into())
    }

    /// Tells the console alone: the quiz plays.
    pub(super) fn warn(&self) {
        console::warn_1(&self.line());
    }

    fn line(&self) -> JsValue {
        format!("career-matcher [{}] {}", self.code, self.message).into()
    }
}
