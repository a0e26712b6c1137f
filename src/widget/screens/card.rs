//! One question. Enter or the button continues; a click on a single choice continues at once.

use yew::prelude::*;

use super::intro;
use crate::{
    config::{
        self, Image, Line, ResponseFormat,
        model::{Order, Show, Stop},
    },
    matcher::Answer,
    quiz::Action,
    widget::{
        QuizView,
        components::{
            answer::row_words,
            attributes::with_class,
            button::view_button,
            choices::{Choices, Look, view_choices},
            progress::view_progress,
            text::{heading, view_image, view_long, view_maybe, view_text},
        },
        words::{self, Locale},
    },
};

#[derive(Properties, PartialEq)]
pub(in crate::widget) struct CardProps {
    pub(in crate::widget) quiz: QuizView,
    /// The index of the card.
    pub(in crate::widget) at: usize,
    /// The number of the question, and the number of all questions.
    pub(in crate::widget) number: (usize, usize),
    /// Whether the quiz may end early.
    pub(in crate::widget) at_most: bool,
    /// The available answers, in the order of display.
    pub(in crate::widget) rows: Vec<usize>,
    pub(in crate::widget) answer: Option<Answer>,
    /// Whether the answer is complete.
    pub(in crate::widget) ready: bool,
    /// Whether the visitor can go back.
    pub(in crate::widget) back: bool,
    pub(in crate::widget) on_action: Callback<Action>,
}

/// A card with its choices and the buttons to continue and to go back.
#[component]
pub(in crate::widget) fn Card(props: &CardProps) -> Html {
    let hint = use_state(|| false);
    let swipe = matches!(
        props.quiz.config().cards()[props.at].response,
        ResponseFormat::Line { line: Line::Swipe { .. }, .. }
    );
    let config = props.quiz.config();
    let card = &config.cards()[props.at];
    let how_to = how_to(props.quiz.locale(), card, together(card, &props.rows));
    let group = card.group.map(|group| config.groups()[group].title.clone());
    let on_submit = {
        let (hint, ready, on_action) = (hint.setter(), props.ready, props.on_action.clone());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            if ready {
                on_action.emit(Action::Next);
            } else {
                hint.set(true);
            }
        })
    };
    let on_key = config.shortcuts().then(|| {
        let (rows, multiple, answer) = (
            props.rows.clone(),
            matches!(card.response, ResponseFormat::Options { several: true, .. }),
            props.answer,
        );
        let (advances, exclusive) = (config.asking().auto_advance, card.response.exclusive());
        let decides =
            advances && !multiple && !matches!(card.response, ResponseFormat::Line { line: Line::Scale { .. }, .. });
        let on_action = props.on_action.clone();
        Callback::from(move |event: KeyboardEvent| {
            let Some(row) = row_of(&event, &rows) else { return };
            on_action.emit(match answer {
                _ if decides => Action::Choose(Answer::one(row)),
                _ if multiple => Action::Pick(Answer::turned(answer, row, exclusive)),
                _ => Action::Pick(Some(Answer::one(row))),
            });
        })
    });
    let on_back = props.on_action.reform(|_| Action::Back);
    let on_not_sure = props.on_action.reform(|_| Action::NotSure);
    let last = props.number.0 == props.number.1;
    let inline = props.number.0 == 1 && config.intro().show == Show::Inline;
    let described = card.note.is_some() || how_to.is_some();
    let question = html! {
        <div>
            { view_image(card.image.as_ref()) }
            { view_maybe("p", "cm-eyebrow", &group) }
            <@{heading(config, 0)} class="cm-prompt" id="cm-prompt" tabindex="-1">{ &card.prompt }</@>
            if described {
                <div class="cm-note" id="cm-note">
                    if let Some(note) = &card.note {
                        { view_long(&props.quiz, "div", "", note) }
                    }
                    if let Some(words) = how_to {
                        { view_text("div", "cm-limits", words) }
                    }
                </div>
            }
        </div>
    };
    html! {
        <form class="cm-screen cm-card" part="card" onsubmit={on_submit} onkeydown={on_key}>
            if inline {
                { intro::view_words(&props.quiz) }
            }
            { view_progress(props.quiz.locale(), props.number, props.at_most) }
            if let (1, Some(promise)) = (props.number.0, promise(&props.quiz)) {
                { view_text("p", "cm-small", promise) }
            }
            { with_class(if swipe { "cm-question cm-drag" } else { "cm-question" }, question) }
            { view_choices(props.quiz.locale(), &choices(card, props, described)) }
            <p class="cm-hint" role="alert">
                if *hint && !props.ready {
                    { view_text("span", "", missing(card, props)) }
                }
            </p>
            <div class="cm-actions">
                if props.back {
                    { view_button("cm-button cm-quiet cm-back", props.quiz.locale().say(words::BACK), Some(on_back)) }
                }
                if !card.required {
                    { view_button("cm-button cm-quiet", props.quiz.locale().say(words::NOT_SURE), Some(on_not_sure)) }
                }
                { view_button(
                    if props.ready { "cm-button cm-next cm-main" } else { "cm-button cm-next" },
                    if last { props.quiz.locale().say(words::FINISH) } else { props.quiz.locale().say(words::NEXT) },
                    None,
                ) }
            </div>
        </form>
    }
}

/// The answer for a number key.
fn row_of(event: &KeyboardEvent, rows: &[usize]) -> Option<usize> {
    if event.ctrl_key() || event.alt_key() || event.meta_key() || event.repeat() {
        return None;
    }
    let number = event.key().parse::<usize>().ok()?.checked_sub(1)?;
    rows.get(number).copied()
}

/// How the quiz continues, said once: that answers choose the next questions, or that the quiz may end early.
fn promise(quiz: &QuizView) -> Option<AttrValue> {
    let asking = quiz.config().asking();
    match (asking.order, asking.stop) {
        (Order::Adaptive, Stop::Certain | Stop::Confident) => Some(quiz.locale().say(words::ADAPTIVE)),
        (_, Stop::Certain | Stop::Confident) => Some(quiz.locale().say(words::ENDS_EARLY)),
        (_, Stop::None) => None,
    }
}

/// How many of the answers can be selected together.
fn together(card: &config::Card, rows: &[usize]) -> usize {
    let exclusive = card.response.exclusive();
    rows.iter().filter(|row| exclusive >> **row & 1 == 0).count()
}

/// How to answer. Limits are always said; all else only if the card has no note.
fn how_to(locale: Locale, card: &config::Card, count: usize) -> Option<AttrValue> {
    let (min, max) = card.response.picks();
    match &card.response {
        ResponseFormat::Options { several: true, .. } if card.note.is_some() => {
            locale.limits(min.min(count), max, count)
        }
        ResponseFormat::Options { several: true, .. } => Some(locale.pick(min.min(count), max, count)),
        ResponseFormat::Line { line: Line::Swipe { .. }, .. } if card.note.is_none() => Some(locale.say(words::DRAG)),
        ResponseFormat::Options { .. } | ResponseFormat::Line { .. } => None,
    }
}

/// What the answer lacks, for a visitor who tries to continue without it.
fn missing(card: &config::Card, props: &CardProps) -> AttrValue {
    let ((min, max), count) = (card.response.picks(), together(card, &props.rows));
    props.quiz.locale().missing(props.answer.map_or(0, Answer::count), (min.min(count), max), count)
}

fn choices(card: &config::Card, props: &CardProps, described: bool) -> Choices {
    let (config, locale) = (props.quiz.config(), props.quiz.locale());
    let rows = 0..card.response.len();
    let labels = rows.map(|row| row_words(locale, &card.response, row)).collect();
    let (mut full, mut ends, mut worded) = (false, None, false);
    let look = match &card.response {
        ResponseFormat::Options { max, several: true, .. } => {
            let together = props.answer.and_then(|answer| answer.within(!card.response.exclusive()));
            full = together.is_some_and(|answer| answer.count() >= *max);
            Look::Multiple
        }
        ResponseFormat::Options { .. } => Look::Single,
        ResponseFormat::Line { line: Line::Scale { low, high, labels, .. }, .. } => {
            worded = !labels.is_empty();
            ends = (!worded).then(|| (low.clone().into(), high.clone().into()));
            Look::Scale
        }
        ResponseFormat::Line { line: Line::Swipe { .. }, .. } => Look::Swipe,
    };
    Choices {
        look,
        labels,
        ends,
        worded,
        exclusive: card.response.exclusive(),
        described,
        rows: props.rows.clone(),
        advances: config.asking().auto_advance,
        answer: props.answer,
        full,
        images: images(&card.response),
        shortcuts: config.shortcuts(),
        on_action: props.on_action.clone(),
    }
}

/// By option: its picture and the alternative text.
fn images(response: &ResponseFormat) -> Vec<Option<Image>> {
    response.options().iter().map(|option| option.image.clone()).collect()
}
