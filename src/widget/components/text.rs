//! Elements with only a class and text. Shared functions, because the markup macro generates its code anew for each
//! element.

use yew::prelude::*;

use super::{
    attributes::{with_attributes, with_class},
    rich::view_rich,
};
use crate::{
    config::{Checked, Image},
    text::is_marked,
    widget::QuizView,
};

/// `<tag class="class">words</tag>`
///
/// The text is the key, so a changed text gets a new element. Translators in browsers replace text nodes with nodes of
/// their own; Yew would then write into a text node that is no longer on the page. For the same reason an element with
/// changing text contains no other nodes.
#[inline(never)]
pub(in crate::widget) fn view_text(tag: &'static str, class: &'static str, words: AttrValue) -> Html {
    view_keyed(tag, class, words, None)
}

/// The same for numbers, which need no translation.
#[inline(never)]
pub(in crate::widget) fn view_number(tag: &'static str, class: &'static str, number: AttrValue) -> Html {
    view_keyed(tag, class, number, Some("no"))
}

fn view_keyed(tag: &'static str, class: &'static str, words: AttrValue, translate: Option<&'static str>) -> Html {
    let key = [class, " ", &words].concat();
    with_attributes(
        html! { <@{tag} {key}>{ words }</@> },
        &["translate", "class"],
        &[translate.map(AttrValue::Static).as_ref(), (!class.is_empty()).then_some(&AttrValue::Static(class))],
    )
}

/// The same for texts of the config.
#[inline(never)]
pub(in crate::widget) fn view_words(tag: &'static str, class: &'static str, words: &str) -> Html {
    view_text(tag, class, words.to_owned().into())
}

/// The tag of a heading this many levels below the widget's first heading.
pub(in crate::widget) fn heading(config: &Checked, below: u32) -> &'static str {
    const TAGS: [&str; 6] = ["h1", "h2", "h3", "h4", "h5", "h6"];
    let level = config.heading_level() + below;
    TAGS[(level as usize).clamp(1, 6) - 1]
}

/// The same if the config has the text.
#[inline(never)]
pub(in crate::widget) fn view_maybe(tag: &'static str, class: &'static str, words: &Option<String>) -> Html {
    words.as_ref().map(|words| view_words(tag, class, words)).unwrap_or_default()
}

/// A longer text, which may contain Markdown.
pub(in crate::widget) fn view_long(quiz: &QuizView, tag: &'static str, class: &'static str, words: &str) -> Html {
    if quiz.is_rich() && is_marked(words) {
        let class = ["cm-rich ", class].concat().into();
        return with_attributes(html! { <div key={words}>{ view_rich(words) }</div> }, &["class"], &[Some(&class)]);
    }
    view_words(tag, class, words)
}

/// The same if the config has the text.
pub(in crate::widget) fn view_maybe_long(quiz: &QuizView, class: &'static str, words: &Option<String>) -> Html {
    words.as_ref().map(|words| view_long(quiz, "p", class, words)).unwrap_or_default()
}

/// A picture or an icon; its space is reserved while it loads.
pub(in crate::widget) fn view_image(image: Option<&Image>) -> Html {
    let Some(Image { src, alt, icon }) = image.cloned() else { return Html::default() };
    let class = if icon { "cm-icon" } else { "cm-image" };
    let image = html! { <img {src} {alt} loading="lazy" decoding="async" referrerpolicy="no-referrer" /> };
    with_class(class, html! { <span>{ image }</span> })
}
