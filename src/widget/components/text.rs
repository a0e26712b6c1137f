//! An element with nothing but a class and words. As one function for all of them, since the markup macro writes its
//! code anew for each element.

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
/// Other words come in a fresh element, hence the key. Browsers' translators put nodes of their own in the place of
/// text nodes, and what Yew would then write into the text node that it knows, nobody would see. For the same reason
/// words that may change never stand beside other nodes in one element.
#[inline(never)]
pub(in crate::widget) fn view_text(tag: &'static str, class: &'static str, words: AttrValue) -> Html {
    view_keyed(tag, class, words, None)
}

/// The same, for numbers, in which there is nothing to translate.
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

/// A text of some length, which may have marks in it.
pub(in crate::widget) fn view_long(quiz: &QuizView, tag: &'static str, class: &'static str, words: &str) -> Html {
    if quiz.is_rich() && is_marked(words) {
        let class = ["cm-rich ", class].concat().into();
        return with_attributes(html! { <div key={words}>{ view_rich(words) }</div> }, &["class"], &[Some(&class)]);
    }
    view_words(tag, class, words)
}

/// The same, where the config has the words.
pub(in crate::widget) fn view_maybe_long(quiz: &QuizView, class: &'static str, words: &Option<String>) -> Html {
    words.as_ref().map(|words| view_long(quiz, "p", class, words)).unwrap_or_default()
}

/// A picture or an icon, whose room is kept free until it is there.
pub(in crate::widget) fn view_image(image: Option<&Image>) -> Html {
    let Some(Image { src, alt, icon }) = image.cloned() else { return Html::default() };
    let class = if icon { "cm-icon" } else { "cm-image" };
    let image = html! { <img {src} {alt} loading="lazy" decoding="async" referrerpolicy="no-referrer" /> };
    with_class(class, html! { <span>{ image }</span> })
}
