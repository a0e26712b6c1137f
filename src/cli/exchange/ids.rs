//! Generates ids from texts.

use std::collections::BTreeMap;

use crate::config::slug;

/// Whether a text is a valid id as it is.
pub(super) fn is_id(words: &str) -> bool {
    let fits = |it: char| it.is_ascii_alphanumeric() || "-_.".contains(it) || !it.is_ascii() && it.is_alphanumeric();
    !words.is_empty() && words.chars().all(fits)
}

/// The ids in use, each with the number for its next duplicate.
#[derive(Default)]
pub(super) struct Ids(BTreeMap<String, usize>);

impl Ids {
    pub(super) fn take(&mut self, id: &str) {
        self.0.entry(id.to_owned()).or_insert(2);
    }

    /// A unique id generated from a text; it is then in use.
    pub(super) fn of(&mut self, words: &str) -> String {
        let id = slug(words);
        let id = if id.is_empty() { "it" } else { &id };
        let Some(mut number) = self.0.get(id).copied() else {
            self.take(id);
            return id.to_owned();
        };
        while self.0.contains_key(&format!("{id}-{number}")) {
            number += 1;
        }
        self.0.insert(id.to_owned(), number + 1);
        let numbered = format!("{id}-{number}");
        self.take(&numbered);
        numbered
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_are_words() {
        let mut ids = Ids::default();
        ids.take("yes-2");
        let all = ["Do you like “tea”?", "Yes!", "yes", "YES", "?!", "?"].map(|words| ids.of(words));
        assert_eq!(all, ["do-you-like-tea", "yes", "yes-3", "yes-4", "it", "it-2"]);
    }
}
