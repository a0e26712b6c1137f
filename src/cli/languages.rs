//! How complete the translations of a quiz are.

use std::fmt;

use super::outputs::check::Language;
use crate::config::Coverage;

/// A language, and the coverage of its translation if known.
pub(super) struct Spoken {
    pub(super) tag: String,
    pub(super) coverage: Option<Coverage>,
    pub(super) file: Option<String>,
}

impl Spoken {
    pub(super) fn output(&self) -> Language {
        Language {
            language: self.tag.clone(),
            file: self.file.clone(),
            texts: self.coverage.as_ref().map(|it| it.all),
            translated: self.coverage.as_ref().map(|it| it.done),
        }
    }
}

impl fmt::Display for Spoken {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        write!(f, "locales.{}: ", self.tag)?;
        match &self.coverage {
            Some(Coverage { done, all, .. }) => {
                // 100 % means complete: percentages are rounded down.
                let percent = (done * 100).checked_div(*all).unwrap_or(100);
                write!(f, "{percent} % translated ({done} of {all})")?;
            }
            None => f.write_str("translated share unknown")?,
        }
        self.file.as_ref().map_or(Ok(()), |file| write!(f, ", in `{file}`"))
    }
}
