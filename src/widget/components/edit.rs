//! The section to change answers on the result; the ranking updates at once.

use wasm_bindgen::JsCast;
use web_sys::{HtmlInputElement, HtmlSelectElement};
use yew::prelude::*;

use super::{
    answer::answer_words,
    button::view_button,
    text::{view_text, view_words},
};
use crate::{
    config::{Card, ResponseFormat},
    matcher::Answer,
    quiz::Action,
    widget::{
        session::Session,
        words::{self, Locale},
    },
};

/// Every question that was asked and counts, with a control for its answer.
pub(in crate::widget) fn view_edit(session: &Session, on_action: &Callback<Action>) -> Html {
    let (quiz, state) = (&session.quiz, &session.state);
    let asked: Vec<_> = state.history().iter().copied().filter(|card| state.available(quiz, *card) != 0).collect();
    let on_undo = session.changed.as_ref().map(|changed| {
        let undo = Action::Change(changed.card, changed.answer);
        on_action.reform(move |_: MouseEvent| undo)
    });
    html! {
        <details class="cm-sum cm-edit" part="edit">
            <summary>{ session.quiz.locale().say(words::EDIT) }</summary>
            <div class="cm-fields">
                for card in asked {
                    { view_control(session, card, on_action) }
                }
                if on_undo.is_some() {
                    { view_button("cm-button", session.quiz.locale().say(words::UNDO), on_undo) }
                }
            </div>
        </details>
    }
}

fn view_control(session: &Session, at: usize, on_action: &Callback<Action>) -> Html {
    let card = &session.quiz.config().cards()[at];
    let locale = session.quiz.locale();
    let open = session.state.available(&session.quiz, at);
    let answer = session.state.answers()[at];
    let rows: Vec<_> = (0..card.response.len()).filter(|row| open >> row & 1 == 1).collect();
    match card.response {
        ResponseFormat::Options { several: true, .. } => view_boxes(locale, card, at, &rows, answer, on_action),
        _ => view_select(locale, card, at, &rows, answer, on_action),
    }
}

fn view_select(
    locale: Locale,
    card: &Card,
    at: usize,
    rows: &[usize],
    answer: Option<Answer>,
    on_action: &Callback<Action>,
) -> Html {
    let on_change = on_action.reform(move |event: Event| {
        let select = event.target().and_then(|it| it.dyn_into::<HtmlSelectElement>().ok());
        let row = select.and_then(|it| it.value().parse().ok());
        Action::Change(at, row.map(Answer::one))
    });
    let option = |row: Option<usize>| {
        let picked = row.map(Answer::one);
        html! {
            <option key={row.map_or(0, |row| row + 1)} value={row.map_or_else(String::new, |row| row.to_string())} selected={answer == picked}>
                { answer_words(locale, card, picked) }
            </option>
        }
    };
    html! {
        <label key={at} class="cm-field">
            { view_words("span", "cm-small", &card.prompt) }
            <select class="cm-input" onchange={on_change}>
                if !card.required {
                    { option(None) }
                }
                for row in rows {
                    { option(Some(*row)) }
                }
            </select>
        </label>
    }
}

fn view_boxes(
    locale: Locale,
    card: &Card,
    at: usize,
    rows: &[usize],
    answer: Option<Answer>,
    on_action: &Callback<Action>,
) -> Html {
    let (min, max) = card.response.picks();
    let exclusive = card.response.exclusive();
    let alone = |row: usize| exclusive >> row & 1 == 1;
    let together = rows.iter().filter(|row| !alone(**row)).count();
    let count = answer.and_then(|answer| answer.within(!exclusive)).map_or(0, Answer::count);
    let has = |row: usize| answer.is_some_and(|answer| answer.has(row));
    // A checkbox is disabled if toggling it would violate the minimum or the maximum.
    let least = if card.required || min > 1 { min.min(together) } else { 0 };
    let closed = |row: usize| match (alone(row), has(row)) {
        (true, picked) => picked && card.required,
        (false, true) => count <= least,
        (false, false) => count >= max || count + 1 < least,
    };
    let on_change = |row: usize| {
        on_action.reform(move |event: Event| {
            let on =
                event.target().and_then(|it| it.dyn_into::<HtmlInputElement>().ok()).is_some_and(|it| it.checked());
            let is_on = answer.is_some_and(|answer| answer.has(row));
            Action::Change(at, if on == is_on { answer } else { Answer::turned(answer, row, exclusive) })
        })
    };
    html! {
        <fieldset key={at} class="cm-boxes">
            <legend class="cm-small">
                { view_words("span", "", &card.prompt) }
                if let Some(limits) = locale.limits(min.min(together), max, together) {
                    { view_text("span", "cm-limits", [" ", &limits].concat().into()) }
                }
            </legend>
            for row in rows.iter().copied() {
                <label class="cm-box">
                    <input type="checkbox" checked={has(row)} disabled={closed(row)} onchange={on_change(row)} />
                    { view_text("span", "", answer_words(locale, card, Some(Answer::one(row)))) }
                </label>
            }
        </fieldset>
    }
}
