//! What a visitor sees when the quiz can't be played: calm words, no blame, nothing technical.

use yew::prelude::*;

use crate::widget::words;

#[derive(Properties, PartialEq)]
pub struct TroubleProps {
    /// The stable name of what is wrong, for the site's owner.
    pub code: AttrValue,
}

/// The screen for every fault.
#[component]
pub fn Trouble(props: &TroubleProps) -> Html {
    html! {
        <div class="cm" part="widget">
            <section class="cm-screen cm-trouble" part="trouble" role="alert">
                <h2 class="cm-title">{ words::TROUBLE }</h2>
                <p class="cm-lead">{ words::TROUBLE_MORE }</p>
                <p class="cm-small">{ &props.code }</p>
            </section>
        </div>
    }
}
