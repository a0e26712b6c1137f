//! A bar for a share. Text beside it says the same, so the bar is hidden from screen readers.

use yew::prelude::*;

use crate::widget::words;

/// A share from 0 to 1.
pub(in crate::widget) fn view_bar(share: f64) -> Html {
    html! { <progress class="cm-bar" max="100" value={words::whole(share).to_string()} aria-hidden="true" /> }
}
