//! Calls to action: links that the host may keep from being followed.

use yew::prelude::*;

use crate::{config::Career, quiz::QuizEvent};

/// The links of a career; the first one as a button.
pub(in crate::widget) fn view_actions(career: &Career, on_event: &Callback<QuizEvent, bool>) -> Html {
    html! {
        if !career.cta.is_empty() {
            <p class="cm-ctas">
                for (i, cta) in career.cta.iter().enumerate() {
                    <a
                        class={classes!("cm-button", (i == 0).then_some("cm-main"))}
                        part="cta"
                        href={cta.href.clone()}
                        target="_blank"
                        rel="noopener"
                        onclick={follow(career, &cta.href, on_event)}
                    >
                        { &cta.label }
                    </a>
                }
            </p>
        }
    }
}

fn follow(career: &Career, href: &str, on_event: &Callback<QuizEvent, bool>) -> Callback<MouseEvent> {
    let event = QuizEvent::Cta { career: career.id.clone(), href: href.to_owned() };
    let on_event = on_event.clone();
    Callback::from(move |click: MouseEvent| {
        if !on_event.emit(event.clone()) {
            click.prevent_default();
        }
    })
}
