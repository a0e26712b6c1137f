//! Something that keeps a widget from playing, or that its author should look at, by its stable name.
//!
//! `script/` tells it to the console and to the page; the visitor sees the calm screen.

use std::borrow::Cow;

use crate::config::{Problem, Step};

/// A fault by its stable name.
pub(super) struct Fault {
    pub(super) code: Cow<'static, str>,
    pub(super) message: String,
}

impl Fault {
    /// Several problems become one fault, under the code of the first error.
    #[inline(never)]
    pub(super) fn new(problems: &[Problem]) -> Self {
        // A config of another version is wrong in many ways, but that is the one that matters.
        let version = problems.iter().find(|it| matches!(it.path.0.as_slice(), [Step::Key(key)] if key == "version"));
        let problems = version.map_or(problems, std::slice::from_ref);
        let first = problems.iter().find(|problem| problem.is_error()).or(problems.first());
        let code = first.map_or("unknown", Problem::code);
        let messages: Vec<_> = problems.iter().map(Problem::to_string).collect();
        Self { code: code.into(), message: messages.join("\n") }
    }

    /// What `script/` tells: the code and the words.
    pub(super) fn told(self) -> Vec<String> {
        vec![self.code.into_owned(), self.message]
    }
}
