//! A button with words. As one function for all of them, as in [`text`](super::text).

use yew::prelude::*;

/// Without a callback it submits the form that it stands in.
#[inline(never)]
pub(in crate::widget) fn view_button(
    class: &'static str,
    words: AttrValue,
    on_click: Option<Callback<MouseEvent>>,
) -> Html {
    let kind = if on_click.is_some() { "button" } else { "submit" };
    html! { <button {class} part="button" type={kind} onclick={on_click}>{ words }</button> }
}
