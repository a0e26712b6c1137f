//! The element's attributes that Rust reads, one row each. `config` is read in `script/config.js`, which fetches it.

use web_sys::HtmlElement;

use crate::{
    config::model::{Config, Cta},
    text::fill,
    widget::{Words, find_out_more},
};

/// Lays the attributes over the config, before it is checked.
pub(super) fn apply(host: &HtmlElement, config: &mut Config, words: &Option<Words>) {
    if let Some(url) = host.get_attribute("cta-url") {
        cta_url(config, &url, &find_out_more(words));
    }
    if let Some(level) = host.get_attribute("heading-level") {
        // What is no number is out of range, and told as that.
        config.heading_level = Some(level.parse().unwrap_or(0));
    }
}

/// Points every career's first button at a real site; `{career}` stands for the career's id, also where the page's own
/// software has encoded the braces.
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

/// `{career}` in place of `%7Bcareer%7D`; everything else stays encoded.
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
