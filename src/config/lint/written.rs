//! Texts that visitors would not read as intended: HTML, whole paragraphs on a button, links without a scheme.

use crate::config::{Finding, path::Trail};

/// The maximum of letters, by the last name in the path.
const MOST: [(&str, usize); 5] = [("label", 120), ("prompt", 300), ("title", 120), ("low", 60), ("high", 60)];
/// HTML elements that people write by hand.
const TAGS: [&str; 18] =
    ["b", "strong", "i", "em", "u", "br", "p", "a", "span", "div", "ul", "ol", "li", "h1", "h2", "h3", "img", "sup"];
const ENTITIES: [(&str, &str); 9] = [
    ("&amp;", "`&`"),
    ("&nbsp;", "a space"),
    ("&lt;", "`<`"),
    ("&gt;", "`>`"),
    ("&quot;", "`\\\"`"),
    ("&#39;", "`’`"),
    ("&#039;", "`’`"),
    ("&ndash;", "`–`"),
    ("&mdash;", "`—`"),
];
/// HTML, which the widget shows as plain text; `long` texts can use Markdown instead.
pub(super) fn html(text: &str, long: bool) -> Option<Finding> {
    for (entity, plain) in ENTITIES {
        if text.contains(entity) {
            return Some(Finding::HtmlInText { found: entity.to_owned(), better: Some(plain) });
        }
    }
    let (at, tag) = text.match_indices('<').find_map(|(at, _)| {
        let name = text[at + 1..].trim_start_matches('/');
        let end = name.find(|it: char| !it.is_ascii_alphanumeric()).unwrap_or(name.len());
        let tag = TAGS.iter().find(|it| it.eq_ignore_ascii_case(&name[..end]))?;
        name[end..].contains('>').then_some((at, *tag))
    })?;
    let end = text[at..].find('>').map_or(text.len(), |it| at + it + 1);
    let better = match tag {
        "b" | "strong" if long => Some("`**bold**`"),
        "i" | "em" if long => Some("`*emphasis*`"),
        "a" if long => Some("`[words](address)`"),
        "br" | "p" if long => Some("a line break as `\\n`"),
        "li" if long => Some("lines that begin with `- `"),
        _ => None,
    };
    Some(Finding::HtmlInText { found: text[at..end].to_owned(), better })
}

/// More letters than fit.
pub(super) fn long(text: &str, path: &Trail) -> Option<Finding> {
    let Trail::Key(_, name) = path else { return None };
    let (_, most) = MOST.iter().find(|(known, _)| known == name)?;
    let count = text.chars().count();
    (count > *most).then_some(Finding::LongText { count, most: *most })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_meant_is_left_alone() {
        for text in ["a < b and c > d", "<3", "R&D", "x <y", "5 <= 6", "<unknown>", "Tom & Anna"] {
            assert_eq!(html(text, true), None, "{text}");
        }
        for href in [
            "courses/python",
            "apply.html",
            "/www.x",
            "course.pdf#page=2",
            "https://a.com",
            "{field:url}",
            "a.b/c",
            "?x=a.com",
        ] {
            assert_eq!(crate::config::href::relative(href), None, "{href}");
        }
    }

    #[test]
    fn what_is_not_meant_is_found() {
        let html = |text| html(text, true).map(|it| it.to_string());
        assert!(html("<B>Hi</B>").is_some_and(|it| it.contains("`**bold**`")));
        assert!(html("a<br/>b").is_some_and(|it| it.contains("`<br/>`")));
        assert!(html("a&nbsp;b").is_some_and(|it| it.ends_with("write a space")));
        let better = |href| match crate::config::href::relative(href) {
            Some(Finding::RelativeLink { better, .. }) => better,
            _ => String::new(),
        };
        for (href, whole) in
            [("www.x.y/z", "https://www.x.y/z"), ("a@b.org", "mailto:a@b.org"), ("+49-301234", "tel:+49-301234")]
        {
            assert_eq!(better(href), whole);
        }
    }
}
