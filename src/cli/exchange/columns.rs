//! The meaning of a table's columns, from common column titles.

use std::collections::BTreeMap;

use super::ids::{Ids, is_id};

/// The fields of a row about a card or an option, in the order of an exported table.
pub(super) const FIELDS: [&str; 20] = [
    "card",
    "kind",
    "prompt",
    "note",
    "option",
    "label",
    "low",
    "high",
    "labels",
    "steps",
    "min",
    "max",
    "required",
    "exclusive",
    "last",
    "image",
    "imageAlt",
    "when",
    "result",
    "weight",
];
/// Required fields.
pub(super) const NEEDED: [&str; 3] = ["card", "prompt", "label"];
/// Fields that can be translated.
pub(super) const TEXTS: [&str; 6] = ["prompt", "note", "label", "low", "high", "labels"];
/// Other titles for fields.
const ALSO: [(&str, &str); 22] = [
    // A row can name its result, instead of one column per result.
    ("outcome", "result"),
    ("career", "result"),
    ("personality", "result"),
    ("profile", "result"),
    ("points", "weight"),
    ("score", "weight"),
    ("value", "weight"),
    ("question", "prompt"),
    ("question text", "prompt"),
    ("text", "prompt"),
    ("card id", "card"),
    ("question id", "card"),
    ("type", "kind"),
    ("answer", "label"),
    ("answer text", "label"),
    ("option label", "label"),
    ("option id", "option"),
    ("answer id", "option"),
    ("alt", "imageAlt"),
    ("alt text", "imageAlt"),
    ("image alt", "imageAlt"),
    ("picture", "image"),
];
/// Titles of private columns, which are ignored.
const OWN: [&str; 11] =
    ["notes", "comment", "comments", "remark", "remarks", "sum", "total", "check", "todo", "status", "#"];

/// One column.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Column {
    Field(&'static str),
    /// A text in another language: the field and the language tag.
    Text(&'static str, String),
    /// Points of a career or trait: its index in `ids`.
    Points(usize),
    Ignored,
}

/// The columns of a table.
pub(super) struct Columns {
    pub(super) all: Vec<Column>,
    /// Ids of careers or traits, each with the title of its column.
    pub(super) ids: Vec<(String, String)>,
    pub(super) ignored: Vec<String>,
}

impl Columns {
    /// Parses a header. `known` maps titles to ids.
    pub(super) fn read(head: &[String], known: &BTreeMap<String, String>) -> Result<Self, String> {
        let mut columns = Self { all: Vec::new(), ids: Vec::new(), ignored: Vec::new() };
        let mut taken = Ids::default();
        for title in head.iter().map(|it| it.trim()) {
            let column = columns.column(title, known, &mut taken);
            if let (Column::Field(_) | Column::Text(..), Some(at)) =
                (&column, columns.all.iter().position(|it| *it == column))
            {
                let first = head[at].trim();
                return Err(if first == title {
                    format!("row 1: two columns are called `{title}`; remove one of them")
                } else {
                    format!("row 1: the columns `{first}` and `{title}` mean the same; remove one of them")
                });
            }
            columns.all.push(column);
        }
        // If rows name their results, the prompt identifies a question, and the card id is optional.
        let has = |field| columns.all.contains(&Column::Field(field));
        let is_card_needed = !has("result") || !has("prompt");
        for needed in NEEDED.into_iter().filter(|it| *it != "card" || is_card_needed) {
            if !columns.all.contains(&Column::Field(needed)) {
                return Err(format!(
                    "row 1: the column `{needed}` is missing; add it to the first row, which names the columns"
                ));
            }
        }
        Ok(columns)
    }

    fn column(&mut self, title: &str, known: &BTreeMap<String, String>, taken: &mut Ids) -> Column {
        let word = title.to_lowercase().replace('_', " ");
        if title.is_empty() {
            return Column::Ignored;
        }
        if let Some(field) = field(&word) {
            return Column::Field(field);
        }
        if let Some((field, tag)) = translated(title) {
            return Column::Text(field, tag);
        }
        let id = known.get(&word).cloned().or_else(|| known.values().find(|id| *id == title).cloned());
        if id.is_none() && OWN.contains(&word.as_str()) {
            self.ignored.push(title.to_owned());
            return Column::Ignored;
        }
        let id = id.unwrap_or_else(|| if is_id(title) { title.to_owned() } else { taken.of(title) });
        taken.take(&id);
        self.ids.push((id, title.to_owned()));
        Column::Points(self.ids.len() - 1)
    }
}

fn field(word: &str) -> Option<&'static str> {
    let own = FIELDS.iter().find(|it| it.eq_ignore_ascii_case(word));
    own.copied().or_else(|| ALSO.iter().find(|it| it.0 == word).map(|it| it.1))
}

/// `label:de` or `label (de)`.
fn translated(title: &str) -> Option<(&'static str, String)> {
    let (word, tag) = title.split_once(':').or_else(|| title.strip_suffix(')')?.split_once('('))?;
    let field = field(&word.trim().to_lowercase()).filter(|it| TEXTS.contains(it))?;
    let tag = tag.trim();
    let fits = (2..=11).contains(&tag.len()) && tag.bytes().all(|it| it.is_ascii_alphanumeric() || it == b'-');
    fits.then(|| (field, tag.to_owned()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headers_as_people_write_them() {
        let head =
            ["Question ID", "Type", "Question", "Answer", "label (de)", "Sum", "Ship Engineer", "nurse", "Midwife"];
        let known = [("ship engineer", "ship"), ("nurse", "nurse")].map(|it| (it.0.to_owned(), it.1.to_owned()));
        let columns = Columns::read(&head.map(str::to_owned), &known.into()).expect("a header");
        let ids: Vec<_> = columns.ids.iter().map(|it| it.0.as_str()).collect();
        assert_eq!(ids, ["ship", "nurse", "Midwife"]);
        assert_eq!(columns.ignored, ["Sum"]);
        assert_eq!(columns.all[4], Column::Text("label", "de".to_owned()));
        let head = ["card", "prompt", "label", "answer"].map(str::to_owned);
        assert!(Columns::read(&head, &BTreeMap::new()).err().is_some_and(|it| it.contains("mean the same")));
    }
}
