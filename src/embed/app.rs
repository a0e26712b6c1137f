//! What stands in a container: a quiz, or nothing yet.

use web_sys::{Element, HtmlElement};
use yew::prelude::*;

use super::{
    events,
    keep::{self, Kept},
    pool,
};
use crate::{
    quiz::{Move, State},
    widget::{Arrival, CareerMatcher, Quiz},
};

/// What to show.
#[derive(Clone, PartialEq)]
pub(super) enum Content {
    /// Nothing: the app waits for its next widget.
    Nothing,
    Quiz(Quiz, Kept),
}

#[derive(Clone, Properties, PartialEq)]
pub(super) struct AppProps {
    pub(super) host: Option<HtmlElement>,
    /// Where the visitor's state is noted for the page.
    pub(super) container: Option<Element>,
    pub(super) content: Content,
    /// Another number for each mount, so that a used app begins anew.
    pub(super) turn: u32,
    /// Whether the result can be drawn.
    pub(super) result: Arrival,
    /// A move that the page asks for.
    pub(super) order: Option<(u32, Move)>,
}

/// The root of each widget's tree.
#[component]
pub(super) fn App(props: &AppProps) -> Html {
    let host = props.host.clone();
    use_effect_with(props.turn, {
        let (host, ready) = (host.clone(), matches!(props.content, Content::Quiz(..)));
        move |_| {
            if let (Some(host), true) = (host, ready) {
                events::ready(&host);
            }
        }
    });
    match &props.content {
        Content::Nothing => Html::default(),
        Content::Quiz(quiz, kept) => {
            let address = host.as_ref().map(keep::address).unwrap_or_default();
            let on_state = {
                let (host, container, quiz) = (host.clone(), props.container.clone(), quiz.clone());
                Callback::from(move |state: State| {
                    if let (Some(host), Some(container)) = (&host, &container) {
                        keep::note(host, container, &quiz, &state);
                    }
                })
            };
            let on_event = Callback::from(move |event| host.as_ref().is_none_or(|host| events::send(host, &event)));
            html! {
                <CareerMatcher
                    key={props.turn}
                    quiz={quiz.clone()}
                    seed={seed()}
                    result={props.result}
                    state={kept.state.clone()}
                    lost={kept.lost}
                    shared={kept.shared.clone()}
                    {address}
                    order={props.order}
                    {on_state}
                    {on_event}
                />
            }
        }
    }
}

/// Another number for each visitor, to mix cards by.
pub(super) fn seed() -> u16 {
    (js_sys::Math::random() * 65536.0) as u16
}

impl AppProps {
    /// For an app that waits.
    pub(super) fn idle() -> Self {
        Self {
            host: None,
            container: None,
            content: Content::Nothing,
            turn: pool::next_turn(),
            result: Arrival::Coming,
            order: None,
        }
    }
}
