//! The fields that only authors' programs read. Not part of the widget.

use super::{Reader, Trail, Tree, text};
#[cfg(feature = "authors")]
use crate::config::model::Accept;
use crate::config::model::{Persona, Verdict};

pub(super) fn persona(reader: &mut Reader, tree: &Tree, path: &Trail) -> Persona {
    let verdicts = [Verdict::Clear, Verdict::Close, Verdict::Tie, Verdict::Band, Verdict::None, Verdict::Nothing];
    reader.object(tree, path, |it| Persona {
        name: it.text("name"),
        answers: it.needed("answers", |reader, tree, path| reader.entries(tree, path, text)),
        career: it.maybe_text("career"),
        verdict: it.word("verdict", &["clear", "close", "tie", "band", "none", "nothing"]).map(|word| verdicts[word]),
    })
}

#[cfg(feature = "authors")]
pub(super) fn accept(reader: &mut Reader, tree: &Tree, path: &Trail) -> Accept {
    reader.object(tree, path, |it| Accept {
        code: it.text("code"),
        at: it.maybe_text("at"),
        reason: it.text("reason"),
    })
}
