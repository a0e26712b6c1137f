//! A fault: what keeps a widget from playing, or what its author should check, under a stable code.
//!
//! `script/` reports it to the console and to the page; the visitor sees the error screen.

use std::borrow::Cow;

use crate::config::Problem;

/// A fault and its stable code.
pub(super) struct Fault {
    pub(super) code: Cow<'static, str>,
    pub(super) message: String,
}

impl Fault {
    /// Several problems become one fault with the code of the first error.
    #[inline(never)]
    pub(super) fn new(problems: &[Problem]) -> Self {
        let first = problems.iter().find(|problem| problem.is_error()).or(problems.first());
        let code = first.map_or("unknown", Problem::code);
        let messages: Vec<_> = problems.iter().map(Problem::to_string).collect();
        Self { code: code.into(), message: messages.join("\n") }
    }

    /// What `script/` reports: the code and the message.
    pub(super) fn told(self) -> Vec<String> {
        vec![self.code.into_owned(), self.message]
    }
}
