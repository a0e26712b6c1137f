//! A button with text. One shared function, as in [`text`](super::text).

use yew::prelude::*;

use super::{attributes::with_attributes, text::view_text};

/// Without a callback, the button submits its form.
#[inline(never)]
pub(in crate::widget) fn view_button(
    class: &'static str,
    words: AttrValue,
    on_click: Option<Callback<MouseEvent>>,
) -> Html {
    let kind = if on_click.is_some() { "button" } else { "submit" };
    let values = ["button", kind, class].map(AttrValue::Static);
    with_attributes(
        html! { <button onclick={on_click}>{ view_text("span", "", words) }</button> },
        &["part", "type", "class"],
        &values.each_ref().map(Some),
    )
}
