//! The progress of the visitor, as text and as a bar.

use yew::prelude::*;

use super::{bar::view_bar, text::view_text};
use crate::widget::words::Locale;

/// The number of the question, and the number of all questions.
pub(in crate::widget) fn view_progress(locale: Locale, (number, of): (usize, usize), at_most: bool) -> Html {
    html! {
        <div class="cm-progress" part="progress">
            { view_text("span", "cm-small", locale.question((number, of), at_most)) }
            { view_bar(number as f64 / of as f64) }
        </div>
    }
}
