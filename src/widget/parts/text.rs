//! An element with nothing but a class and words. As one function for all of them, since the markup macro writes its
//! code anew for each element.

use yew::prelude::*;

use crate::config::Checked;

/// `<tag class="class">words</tag>`
#[inline(never)]
pub(in crate::widget) fn view_text(tag: &'static str, class: &'static str, words: AttrValue) -> Html {
    html! { <@{tag} {class}>{ words }</@> }
}

/// The same, for words of the config.
#[inline(never)]
pub(in crate::widget) fn view_words(tag: &'static str, class: &'static str, words: &str) -> Html {
    view_text(tag, class, words.to_owned().into())
}

/// The tag of a heading so many levels below the first one of the widget.
pub(in crate::widget) fn heading(config: &Checked, below: u32) -> &'static str {
    const TAGS: [&str; 6] = ["h1", "h2", "h3", "h4", "h5", "h6"];
    let level = config.heading_level() + below;
    TAGS[(level as usize).clamp(1, 6) - 1]
}

/// The same, where the config has the words.
#[inline(never)]
pub(in crate::widget) fn view_maybe(tag: &'static str, class: &'static str, words: &Option<String>) -> Html {
    words.as_ref().map(|words| view_words(tag, class, words)).unwrap_or_default()
}
