//! What a visitor sees when the quiz can't be played: calm words, no blame, nothing technical.

use yew::prelude::*;

use crate::widget::{
    parts::text::{view_text, view_words},
    words,
};

/// The screen for every fault; `code` is its stable name, for the site's owner.
pub fn view_trouble(code: &AttrValue) -> Html {
    html! {
        <div key="trouble" class="cm" part="widget">
            <section class="cm-screen cm-trouble" part="trouble" role="alert">
                { view_words("h2", "cm-title", words::TROUBLE) }
                { view_words("p", "cm-lead", words::TROUBLE_MORE) }
                { view_text("p", "cm-small", code.clone()) }
            </section>
        </div>
    }
}
