//! Converts `docs/problems.md` to an HTML page. The console line on a visitor's page links to one of its sections, so
//! each section has its code as its id.

use pulldown_cmark::{CowStr, Event, Parser, Tag, TagEnd, html::push_html};

pub(crate) const PAGE: &str = "problems.html";

/// No requests. The page is readable without its styles, which a site's policy may block.
const HEAD: &str = r#"<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="robots" content="noindex">
<link rel="icon" href="data:,">
<title>Problems · career-matcher</title>
<style>
  body { max-width: 42rem; margin: 2rem auto; padding: 0 1rem; font: 1rem/1.6 system-ui, sans-serif }
  h2 { margin-top: 3rem }
  h3 { margin-top: 2rem; font-family: ui-monospace, monospace }
  h3 a { color: inherit; text-decoration: none }
  :target { outline: 2px solid; outline-offset: 0.25rem }
  pre { padding: 0.75rem 1rem; border: 1px solid; border-radius: 0.5rem; white-space: pre-wrap; overflow-wrap: anywhere }
</style>
<main>
"#;

/// The page from its Markdown.
pub(crate) fn page(markdown: &str) -> String {
    let mut page = HEAD.to_owned();
    let mut heading: Option<String> = None;
    let events = Parser::new(markdown).filter_map(|event| {
        match (&event, &mut heading) {
            (Event::Start(Tag::Heading { .. }), _) => heading = Some(String::new()),
            (Event::End(TagEnd::Heading(level)), Some(words)) => {
                let words = std::mem::take(words);
                heading = None;
                return Some(Event::Html(headed(&level.to_string(), &words)));
            }
            (Event::Text(text), Some(words)) => words.push_str(text),
            (_, Some(_)) => panic!("a heading is plain text: {event:?}"),
            (_, None) => return Some(event),
        }
        None
    });
    push_html(&mut page, events);
    page + "</main>\n</html>\n"
}

/// A heading with an id; a code is also a link to itself.
fn headed(level: &str, words: &str) -> CowStr<'static> {
    assert!(!words.contains(['<', '&', '"']), "a heading is plain text: {words}");
    match level {
        "h3" => format!("<h3 id=\"{words}\"><a href=\"#{words}\">{words}</a></h3>\n"),
        _ => format!("<{level}>{words}</{level}>\n"),
    }
    .into()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_section_can_be_linked_to_and_nothing_is_fetched() {
        let markdown = std::fs::read_to_string("docs/problems.md").expect("the page is there");
        let html = page(&markdown);
        let codes: Vec<_> = markdown.lines().filter_map(|line| line.strip_prefix("### ")).collect();
        assert!(codes.len() > 60, "{} codes", codes.len());
        for code in codes {
            assert!(html.contains(&format!("<h3 id=\"{code}\">")), "{code}");
        }
        let places = html.split("=\"").skip(1).map(|rest| rest.split('"').next().unwrap_or_default());
        let own = |place: &&str| !place.contains("://") && !place.contains(".md");
        assert_eq!(places.filter(|it| !own(it)).collect::<Vec<_>>(), Vec::<&str>::new());
        assert_eq!(html.matches("<h1>").count(), 1);
    }

    #[test]
    fn what_messages_quote_is_no_markup() {
        assert!(page("### a-code\n\n```text\n<b> & {x}\n```\n").contains("&lt;b&gt; &amp; {x}"));
    }
}
