//! A quiz in another of its languages: what `locales` has for it, laid over the rest.
//!
//! What is not translated stays in the base language. Lists whose items have ids are translated by id, others item by
//! item; texts in lists all together.

use super::tree::Tree;

const LOCALES: &str = "locales";
const LANGUAGE: &str = "language";

/// Lays a language over the config, where the config has it.
#[inline(never)]
pub fn localise(config: &mut Tree, tag: &str) {
    let Some(overlay @ Tree::Map(_)) = config.get(LOCALES).and_then(|locales| locales.get(tag)).cloned() else {
        return;
    };
    lay(config, &overlay);
    lay(config, &Tree::Map(vec![(LANGUAGE.to_owned(), Tree::Text(tag.to_owned()))]));
}

fn lay(base: &mut Tree, over: &Tree) {
    match (base, over) {
        (Tree::Map(fields), Tree::Map(over)) => {
            for (key, over) in over {
                match fields.iter_mut().find(|(known, _)| known == key) {
                    Some((_, field)) => lay(field, over),
                    None => fields.push((key.clone(), over.clone())),
                }
            }
        }
        (Tree::List(items), Tree::Map(_)) => {
            for item in items {
                if let Some(Tree::Text(id)) = item.get("id")
                    && let Some(over) = over.get(id)
                {
                    lay(item, over);
                }
            }
        }
        (Tree::List(items), Tree::List(over)) if items.iter().all(|item| matches!(item, Tree::Map(_))) => {
            items.iter_mut().zip(over).for_each(|(item, over)| lay(item, over));
        }
        (base, over) => *base = over.clone(),
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
    fn lists_without_ids_are_translated_item_by_item() {
        let config = r#"{ "cta": [{ "label": "Go", "href": "/go" }], "tools": ["saw"],
            "locales": { "de": { "cta": [{ "label": "Los" }], "tools": ["Säge", "Hammer"] } } }"#;
        assert_eq!(laid(config, "de").get("cta"), Some(&tree(r#"[{ "label": "Los", "href": "/go" }]"#)));
        assert_eq!(laid(config, "de").get("tools"), Some(&tree(r#"["Säge", "Hammer"]"#)));
    }
}
