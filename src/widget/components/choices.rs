//! The answers of a card: native radio buttons and checkboxes, so that every keyboard and screen reader works with
//! them.

use wasm_bindgen::JsCast;
use yew::prelude::*;

use super::{attributes::with_attributes, text::view_image};
use crate::{config::Image, matcher::Answer, quiz::Action, widget::words::Locale};

/// The CSS part for all answers together.
const PART: &str = "choices";

/// Scales with more steps than this use several lines on narrow screens.
const LONG: usize = 7;

/// The layout and behaviour of the answers.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(in crate::widget) enum Look {
    /// In a column; a click continues.
    Single,
    /// In a column; several can be selected.
    Multiple,
    /// In a row, with labels at both ends.
    Scale,
    /// Like and pass, side by side; a click continues.
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

    /// Whether a click is a decision. Arrow keys never are, because visitors explore the answers with them.
    fn advances(self) -> bool {
        matches!(self, Self::Single | Self::Swipe)
    }
}

/// The answers to choose from, and the chosen ones.
pub(in crate::widget) struct Choices {
    pub(in crate::widget) look: Look,
    pub(in crate::widget) labels: Vec<AttrValue>,
    /// The labels at both ends of a scale.
    pub(in crate::widget) ends: Option<(AttrValue, AttrValue)>,
    /// Whether a note below the question describes it.
    pub(in crate::widget) described: bool,
    /// The available answers, in the order of display.
    pub(in crate::widget) rows: Vec<usize>,
    /// Whether a click may be a decision.
    pub(in crate::widget) advances: bool,
    pub(in crate::widget) answer: Option<Answer>,
    /// The maximum is reached: only exclusive answers, one bit each, can still be selected.
    pub(in crate::widget) full: bool,
    pub(in crate::widget) exclusive: u64,
    /// Whether the steps of a scale have their own labels.
    pub(in crate::widget) worded: bool,
    /// Whether number keys select answers.
    pub(in crate::widget) shortcuts: bool,
    /// By row: a picture and its alternative text.
    pub(in crate::widget) images: Vec<Option<Image>>,
    pub(in crate::widget) on_action: Callback<Action>,
}

/// All answers of a card.
pub(in crate::widget) fn view_choices(locale: Locale, props: &Choices) -> Html {
    let multiple = props.look == Look::Multiple;
    let long = props.look == Look::Scale && props.labels.len() > LONG;
    let look = if props.worded { Look::Single } else { props.look };
    let pictures = props.images.iter().flatten().any(|it| !it.icon);
    let class = [look.class(), if long { " cm-long" } else { "" }, if pictures { " cm-pictures" } else { "" }];
    let role = if multiple { "group" } else { "radiogroup" };
    let choices = html! {
        <div>
            for (at, &row) in props.rows.iter().enumerate() {
                { view_choice(locale, props, row, at + 1) }
            }
        </div>
    };
    html! {
        <>
            { with_attributes(
                choices,
                &["part", "role", "aria-labelledby", "aria-describedby", "class"],
                &[
                    Some(&PART.into()),
                    Some(&role.into()),
                    Some(&"cm-prompt".into()),
                    props.described.then_some(&"cm-note".into()),
                    Some(&class.concat().into()),
                ],
            ) }
            if let Some((low, high)) = &props.ends {
                <p class="cm-ends" aria-hidden="true"><span>{ low }</span><span>{ high }</span></p>
            }
        </>
    }
}

fn view_choice(locale: Locale, props: &Choices, row: usize, number: usize) -> Html {
    let label = &props.labels[row];
    let key = (props.shortcuts && number < 10).then(|| number.to_string());
    let multiple = props.look == Look::Multiple;
    let (answer, exclusive) = (props.answer, props.exclusive);
    let numbered = props.look == Look::Scale && !props.worded;
    let checked = answer.is_some_and(|answer| answer.has(row));
    let on_change = props.on_action.reform(move |_: Event| {
        Action::Pick(match answer {
            _ if multiple => Answer::turned(answer, row, exclusive),
            _ => Some(Answer::one(row)),
        })
    });
    let on_click = (props.advances && props.look.advances()).then(|| {
        let on_action = props.on_action.clone();
        Callback::from(move |event: MouseEvent| {
            if by_pointer(&event) {
                event.prevent_default();
                // The second click of a double click would hit the next card.
                if event.detail() == 1 {
                    on_action.emit(Action::Choose(Answer::one(row)));
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
            { view_image(props.images.get(row).and_then(Option::as_ref)) }
            <input
                type={if multiple { "checkbox" } else { "radio" }}
                name="cm-answer"
                value={row.to_string()}
                {checked}
                disabled={props.full && !checked && exclusive >> row & 1 == 0}
                aria-label={numbered.then(|| label.clone())}
                aria-keyshortcuts={key.clone()}
                onchange={on_change}
            />
            <span class="cm-label">
                if numbered {
                    { locale.number(row as i32 + 1) }
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

/// Whether a pointer made this click. Keys make clicks too, with a count of zero.
fn by_pointer(event: &MouseEvent) -> bool {
    event.detail() > 0 && event.target().is_some_and(|target| target.is_instance_of::<web_sys::Node>())
}
