//! Applies a translation: overlays the texts of `locales` on the quiz.
//!
//! Untranslated texts stay in the base language. So do wrong translations: a mistake in a translation must not stop a
//! quiz. Lists whose items have ids are translated by id, others item by item, and lists of texts as a whole.

use super::{href, index::Index, tree::Tree};

const LOCALES: &str = "locales";
const LANGUAGE: &str = "language";

/// Texts that a translation may replace. A field with one of these names is always a text.
const TEXTS: [&str; 7] = ["title", "label", "reason", "prompt", "imageAlt", "low", "high"];
/// Texts that a translation may add if the quiz has none.
const MORE: [&str; 13] = [
    "heading",
    "body",
    "summary",
    "day",
    "firstSteps",
    "note",
    "caveat",
    "credit",
    "clear",
    "close",
    "tie",
    "band",
    "none",
];
/// Objects that contain some of these.
const PLACES: [&str; 3] = ["intro", "result", "verdicts"];
const TOOLS: &str = "tools";
const LABELS: &str = "labels";

/// Overlays a language on the config, if the config has it.
#[inline(never)]
pub fn localise(config: &mut Tree, tag: &str) {
    let Some(overlay @ Tree::Map(_)) = config.get(LOCALES).and_then(|locales| locales.get(tag)).cloned() else {
        return;
    };
    lay(config, &overlay);
    if let Tree::Map(fields) = config {
        fields.retain(|(key, _)| key != LANGUAGE);
        fields.push((LANGUAGE.to_owned(), Tree::Text(tag.to_owned())));
    }
}

fn lay(base: &mut Tree, over: &Tree) {
    match (base, over) {
        (Tree::Map(fields), Tree::Map(over)) => {
            for (key, over) in over {
                match fields.iter_mut().find(|(known, _)| known == key) {
                    Some((_, field)) => lay_field(key, field, over),
                    None => add(fields, key, over),
                }
            }
        }
        (Tree::List(items), Tree::Map(over)) => {
            let ids: Vec<_> = items.iter().map(|item| id(item).unwrap_or_default().to_owned()).collect();
            let ids: Vec<_> = ids.iter().map(String::as_str).collect();
            let index = Index::new(&ids);
            for (id, over) in over {
                if let Some(item) = index.get(id).and_then(|at| items.get_mut(at)) {
                    lay(item, over);
                }
            }
        }
        (Tree::List(items), Tree::List(over)) => items.iter_mut().zip(over).for_each(|(item, over)| lay(item, over)),
        _ => {}
    }
}

fn lay_field(key: &str, field: &mut Tree, over: &Tree) {
    match (&*field, over) {
        (Tree::Text(_), Tree::Text(text)) => {
            let is_link = key == "href" && href::allowed(text);
            if is_link || (TEXTS.contains(&key) || MORE.contains(&key)) && says(over) {
                field.clone_from(over);
            }
        }
        (Tree::List(all), Tree::List(texts)) if key == TOOLS || key == LABELS => {
            // A scale has the same number of steps in every language.
            if texts.iter().all(says) && (key == TOOLS || texts.len() == all.len()) {
                field.clone_from(over);
            }
        }
        _ => lay(field, over),
    }
}

/// Adds what the quiz does not have.
fn add(fields: &mut Vec<(String, Tree)>, key: &str, over: &Tree) {
    let new = match over {
        Tree::Text(_) if MORE.contains(&key) && says(over) => over.clone(),
        Tree::List(texts) if key == TOOLS && texts.iter().all(says) => over.clone(),
        Tree::Map(_) if PLACES.contains(&key) => {
            let mut new = Tree::Map(Vec::new());
            lay(&mut new, over);
            new
        }
        _ => return,
    };
    fields.push((key.to_owned(), new));
}

fn says(tree: &Tree) -> bool {
    matches!(tree, Tree::Text(text) if !text.trim_ascii().is_empty())
}

fn id(item: &Tree) -> Option<&str> {
    match item.get("id") {
        Some(Tree::Text(id)) => Some(id),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn laid(config: &str, tag: &str) -> Tree {
        let mut tree: Tree = serde_json::from_str(config).expect("JSON");
        localise(&mut tree, tag);
        tree
    }

    fn tree(text: &str) -> Tree {
        serde_json::from_str(text).expect("JSON")
    }

    #[test]
    fn lists_are_translated_by_id_and_the_rest_stays() {
        let config = r#"{ "title": "Which?", "cards": [{ "id": "a", "prompt": "When?", "points": 1 }, { "id": "b", "prompt": "Why?" }],
            "locales": { "de": { "title": "Welcher?", "cards": { "b": { "prompt": "Warum?" } } } } }"#;
        let german = laid(config, "de");
        assert_eq!(german.get("title"), Some(&tree("\"Welcher?\"")));
        let cards = r#"[{ "id": "a", "prompt": "When?", "points": 1 }, { "id": "b", "prompt": "Warum?" }]"#;
        assert_eq!(german.get("cards"), Some(&tree(cards)));
        assert_eq!(german.get("language"), Some(&tree("\"de\"")));
        assert_eq!(laid(config, "fr"), tree(config));
    }

    #[test]
    fn what_is_translated_amiss_stays_in_the_language_of_the_quiz() {
        let config = r#"{ "version": 1, "language": 7, "title": "Which?", "keep": { "resume": "off" },
            "careers": [{ "id": "x", "title": "X", "tools": ["saw"], "cta": [{ "label": "Go", "href": "/go" }] }],
            "cards": [{ "id": "a", "kind": "single", "prompt": "When?", "options": [{ "id": "o", "label": "O", "points": { "x": 1 } }] }],
            "locales": { "de": { "version": 2, "title": " ", "keep": { "resume": "x" }, "frage": {}, "intro": { "show": "x", "body": "Los" },
                "careers": { "x": { "id": "y", "title": null, "tools": ["", 7], "summary": 7, "cta": [{ "label": [], "href": "javascript:x" }, {}] } },
                "cards": { "a": { "id": "b", "kind": "scale", "prompt": { "de": "Wann?" }, "low": "Nie", "options": { "o": { "label": 1, "points": { "x": "1" } } } } },
                "cta": [{ "label": "Los" }], "credit": "" } } }"#;
        let mut expected = tree(config);
        let Tree::Map(fields) = &mut expected else { unreachable!("it is an object") };
        fields.retain(|(key, _)| key != LANGUAGE);
        fields.push(("intro".to_owned(), tree(r#"{ "body": "Los" }"#)));
        fields.push((LANGUAGE.to_owned(), tree("\"de\"")));
        assert_eq!(laid(config, "de"), expected);
        for broken in ["[]", "7", "null", "\"de.json\"", "{ \"cards\": [7, \"x\", null], \"careers\": null }"] {
            let text = format!(r#"{{ "title": "A", "cards": [{{ "id": "a" }}], "locales": {{ "de": {broken} }} }}"#);
            assert_eq!(laid(&text, "de").get("cards"), tree(&text).get("cards"), "{broken}");
        }
    }

    #[test]
    fn lists_without_ids_are_translated_item_by_item() {
        let config = r#"{ "cta": [{ "label": "Go", "href": "/go" }], "tools": ["saw"],
            "locales": { "de": { "cta": [{ "label": "Los" }], "tools": ["Säge", "Hammer"] } } }"#;
        assert_eq!(laid(config, "de").get("cta"), Some(&tree(r#"[{ "label": "Los", "href": "/go" }]"#)));
        assert_eq!(laid(config, "de").get("tools"), Some(&tree(r#"["Säge", "Hammer"]"#)));
    }
}
