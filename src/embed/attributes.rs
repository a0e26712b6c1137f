//! The element's attributes that Rust reads, one row each. `config` is read in `script/config.js`, which fetches it.

use web_sys::HtmlElement;

use crate::{
    config::model::{Config, Cta},
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

/// Points every career's first button at a real site; `{career}` stands for the career's id.
fn cta_url(config: &mut Config, url: &str, label: &str) {
    for career in &mut config.careers {
        let href = filled(url, &career.id);
        match career.cta.first_mut() {
            Some(cta) => cta.href = href,
            None => career.cta.push(Cta { label: label.to_owned(), href, primary: None, same_tab: false }),
        }
    }
}

fn filled(url: &str, career: &str) -> String {
    let mut parts = url.split('{');
    let mut filled = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        match part.strip_prefix("career}") {
            Some(rest) => filled.extend([career, rest]),
            None => filled.extend(["{", part]),
        }
    }
    filled
}
