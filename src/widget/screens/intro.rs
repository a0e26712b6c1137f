//! The words before the first card: a screen of its own, or a few lines above the card.

use yew::prelude::*;

use crate::{
    config::Checked,
    quiz::Move,
    widget::{
        parts::{
            button::view_button,
            text::{heading, view_maybe},
        },
        words,
    },
};

/// The intro as a screen.
pub(in crate::widget) fn view_intro(config: &Checked, on_move: &Callback<Move>) -> Html {
    let on_submit = on_move.reform(|event: SubmitEvent| {
        event.prevent_default();
        Move::Start
    });
    html! {
        <form key="intro" class="cm-screen cm-intro-screen" onsubmit={on_submit}>
            { view_words(config) }
            { view_button("cm-button cm-main", words::START, None) }
        </form>
    }
}

/// The intro's heading and body.
pub(in crate::widget) fn view_words(config: &Checked) -> Html {
    let intro = config.intro();
    let title = intro.heading.as_deref().unwrap_or(config.title());
    html! {
        <header class="cm-intro" part="intro">
            <@{heading(config, 0)} class="cm-title" tabindex="-1">{ title }</@>
            { view_maybe("p", "cm-lead", &intro.body) }
        </header>
    }
}
