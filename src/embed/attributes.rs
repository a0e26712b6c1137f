//! The attributes of the element that Rust reads, one row each. `script/config.js` reads `config` and fetches the quiz.

use web_sys::HtmlElement;

use crate::{
    config::model::{Config, Cta},
    text::fill,
    widget::{Words, find_out_more},
};

/// Applies the attributes to the config, before the config is checked.
pub(super) fn apply(host: &HtmlElement, config: &mut Config, words: &Option<Words>) {
    if let Some(url) = host.get_attribute("cta-url") {
        cta_url(config, &url, &find_out_more(words));
    }
    if let Some(level) = host.get_attribute("heading-level") {
        // A value that is not a number becomes 0, which is reported as out of range.
        config.heading_level = Some(level.parse().unwrap_or(0));
    }
}

/// Sets the address of every career's first button. `{career}` becomes the career's id, also if the page's software has
/// encoded the braces.
fn cta_url(config: &mut Config, url: &str, label: &str) {
    let url = with_braces(url);
    for career in &mut config.careers {
        let href = fill(&url, |name, _| (name == "career").then(|| career.id.clone()));
        match career.cta.first_mut() {
            Some(cta) => cta.href = href,
            None => career.cta.push(Cta { label: label.to_owned(), href, primary: None, same_tab: false }),
        }
    }
}

/// Replaces `%7Bcareer%7D` with `{career}`; everything else stays encoded.
fn with_braces(url: &str) -> String {
    let mut parts = url.split('%').peekable();
    let mut plain = parts.next().unwrap_or_default().to_owned();
    while let Some(part) = parts.next() {
        let closed = parts.peek().and_then(|next| Some((next.get(..2)?, next.get(2..)?)));
        match closed {
            Some((end, rest)) if part.eq_ignore_ascii_case("7Bcareer") && end.eq_ignore_ascii_case("7D") => {
                plain.extend(["{career}", rest]);
                parts.next();
            }
            _ => plain.extend(["%", part]),
        }
    }
    plain
}
