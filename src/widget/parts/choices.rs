//! The answers of a card: native radios and checkboxes, so that every keyboard and screen reader knows them.

use wasm_bindgen::JsCast;
use yew::prelude::*;

use crate::{matcher::Answer, quiz::Move};

/// Scales of more steps than this take several lines where there is little room.
const LONG: usize = 7;

/// How the answers stand and behave.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(in crate::widget) enum Look {
    /// One below the other; a click goes on.
    Single,
    /// One below the other; several can be picked.
    Multiple,
    /// Side by side, with words at both ends.
    Scale,
    /// Like and pass, side by side; a click goes on.
    Swipe,
}

impl Look {
    fn class(self) -> &'static str {
        match self {
            Self::Single | Self::Multiple => "cm-choices",
            Self::Scale => "cm-choices cm-scale",
            Self::Swipe => "cm-choices cm-swipe",
        }
    }

    /// A click is a decision here. Arrow keys never are: people look around with them.
    fn advances(self) -> bool {
        matches!(self, Self::Single | Self::Swipe)
    }
}

/// What there is to choose, and what is chosen.
pub(in crate::widget) struct Choices {
    pub(in crate::widget) look: Look,
    pub(in crate::widget) labels: Vec<AttrValue>,
    /// The words at both ends of a scale.
    pub(in crate::widget) ends: Option<(AttrValue, AttrValue)>,
    /// Whether a note below the question belongs to it.
    pub(in crate::widget) described: bool,
    /// The answers that can be picked, a bit each.
    pub(in crate::widget) open: u64,
    pub(in crate::widget) answer: Option<Answer>,
    /// No more can be picked.
    pub(in crate::widget) full: bool,
    /// Whether number keys pick answers.
    pub(in crate::widget) shortcuts: bool,
    /// By row, a picture and the words for those who can't see it.
    pub(in crate::widget) images: Vec<Option<(AttrValue, AttrValue)>>,
    pub(in crate::widget) on_move: Callback<Move>,
}

/// All answers of a card.
pub(in crate::widget) fn view_choices(props: &Choices) -> Html {
    let multiple = props.look == Look::Multiple;
    let long = props.look == Look::Scale && props.labels.len() > LONG;
    html! {
        <>
            <div
                class={classes!(
                    props.look.class(),
                    long.then_some("cm-long"),
                    props.images.iter().any(Option::is_some).then_some("cm-pictures"),
                )}
                part="choices"
                role={if multiple { "group" } else { "radiogroup" }}
                aria-labelledby="cm-prompt"
                aria-describedby={props.described.then_some("cm-note")}
            >
                for (at, row) in (0..props.labels.len()).filter(|row| props.open >> row & 1 == 1).enumerate() {
                    { view_choice(props, row, at + 1) }
                }
            </div>
            if let Some((low, high)) = &props.ends {
                <p class="cm-ends" aria-hidden="true"><span>{ low }</span><span>{ high }</span></p>
            }
        </>
    }
}

fn view_choice(props: &Choices, row: usize, number: usize) -> Html {
    let label = &props.labels[row];
    let key = (props.shortcuts && number < 10).then(|| number.to_string());
    let multiple = props.look == Look::Multiple;
    let answer = props.answer;
    let checked = answer.is_some_and(|answer| answer.has(row));
    let on_change = props.on_move.reform(move |_: Event| {
        Move::Pick(match answer {
            Some(answer) if multiple => answer.toggled(row),
            _ => Some(Answer::one(row)),
        })
    });
    let on_click = props.look.advances().then(|| {
        let on_move = props.on_move.clone();
        Callback::from(move |event: MouseEvent| {
            if by_pointer(&event) {
                event.prevent_default();
                // The second click of a double click hits what came after.
                if event.detail() == 1 {
                    on_move.emit(Move::Choose(Answer::one(row)));
                }
            }
        })
    });
    html! {
        <label
            key={row}
            class="cm-choice"
            part="choice"
            onclick={on_click}
        >
            if let Some(Some((src, alt))) = props.images.get(row) {
                <span class="cm-image"><img {src} {alt} loading="lazy" decoding="async" referrerpolicy="no-referrer" /></span>
            }
            <input
                type={if multiple { "checkbox" } else { "radio" }}
                name="cm-answer"
                value={row.to_string()}
                {checked}
                disabled={props.full && !checked}
                aria-label={(props.look == Look::Scale).then(|| label.clone())}
                aria-keyshortcuts={key.clone()}
                onchange={on_change}
            />
            <span class="cm-label">
                if props.look == Look::Scale {
                    { row + 1 }
                } else {
                    { label }
                }
            </span>
            if let Some(key) = key {
                <kbd class="cm-key" aria-hidden="true">{ key }</kbd>
            }
        </label>
    }
}

/// Whether a finger or a mouse made this click. Keys make clicks too, with a count of nought.
fn by_pointer(event: &MouseEvent) -> bool {
    event.detail() > 0 && event.target().is_some_and(|target| target.is_instance_of::<web_sys::Node>())
}
