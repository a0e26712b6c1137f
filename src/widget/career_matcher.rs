//! The root component: it knows which screen is shown, but never what the screen contains.

use yew::prelude::*;

use super::{
    components::{
        browse::Browse,
        text::{view_image, view_text},
    },
    screens::{card::Card, intro::view_intro, outcome::view_outcome, waiting::view_waiting},
    session::{QuizView, ScreenAction, Session},
    words,
};
use crate::{
    matcher::RankedCareer,
    quiz::{Action, QuizEvent, Screen, State},
};

/// Whether the code for a screen has loaded.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub enum Arrival {
    #[default]
    There,
    Coming,
    Failed,
}

#[derive(Properties, PartialEq)]
pub struct CareerMatcherProps {
    /// The quiz to play. Change the component's `key` to start another quiz.
    pub quiz: QuizView,
    /// Receives every event; its return value says whether a link may be followed. Default: always true.
    #[prop_or_else(|| Callback::from(|_| true))]
    pub on_event: Callback<QuizEvent, bool>,
    /// The page's address for links; the code is appended to it. Default: empty, and no links.
    #[prop_or_default]
    pub address: AttrValue,
    /// Receives the state at the start and after each change.
    #[prop_or_default]
    pub on_state: Callback<State>,
    /// An action from outside, each with a new number.
    #[prop_or_default]
    pub order: Option<(u32, Action)>,
    /// The number of answers in the given state that no longer fit the quiz.
    #[prop_or_default]
    pub lost: usize,
    /// Whether the link that led here is unreadable.
    #[prop_or_default]
    pub damaged: bool,
    /// The result of another person: careers in order of rank, each with its match in percent.
    #[prop_or_default]
    pub shared: Vec<(usize, u8)>,
    /// The seed for shuffled cards.
    #[prop_or_default]
    pub seed: u16,
    /// The initial state. Default: before the first card.
    #[prop_or_default]
    pub state: Option<State>,
    /// Whether the result can be drawn. Default: yes.
    #[prop_or_default]
    pub result: Arrival,
}

/// One quiz, from the first card to the result.
#[component]
pub fn CareerMatcher(props: &CareerMatcherProps) -> Html {
    let session = use_reducer({
        let (quiz, state, seed) = (props.quiz.clone(), props.state.clone(), props.seed);
        move || Session::new(quiz, state, seed)
    });
    let screen = session.state.screen();
    let root = use_node_ref();

    let on_action = {
        let dispatcher = session.dispatcher();
        use_callback(screen, move |action: Action, screen| dispatcher.dispatch(ScreenAction { seen: *screen, action }))
    };
    let browse = use_state(Browse::default);
    use_telling(&session.events, &props.on_event);
    use_effect_with(session.state.clone(), {
        let on_state = props.on_state.clone();
        move |state| on_state.emit(state.clone())
    });
    use_effect_with(props.order, {
        let on_action = on_action.clone();
        move |order| {
            if let Some((_, action)) = order {
                on_action.emit(*action);
            }
        }
    });
    let waits = screen == Screen::Result && props.result != Arrival::There;
    use_focus(&root, (screen, waits.then_some(props.result)));

    let quiz = &session.quiz;
    let status = match screen {
        Screen::Card(at) if session.state.started() => {
            quiz.locale().question(session.state.number(quiz, at), session.state.may_end_early(quiz))
        }
        Screen::Result if session.changed.is_some() => now_first(&session),
        Screen::Intro | Screen::Card(_) | Screen::Result => AttrValue::default(),
    };
    let shown = match screen {
        Screen::Intro => view_intro(quiz, &on_action),
        Screen::Card(at) => html! {
            <Card
                key={at}
                quiz={quiz.clone()}
                {at}
                number={session.state.number(quiz, at)}
                at_most={session.state.may_end_early(quiz)}
                rows={session.state.rows(quiz, at)}
                answer={session.state.answer(quiz, at)}
                ready={session.state.may_go_on(quiz)}
                back={session.state.may_go_back(quiz)}
                {on_action}
            />
        },
        Screen::Result if waits => view_waiting(quiz.locale(), props.result),
        Screen::Result => view_outcome(&session, (&browse, &props.address), &props.on_event, &on_action),
    };
    html! {
        <div ref={root} class="cm" part="widget" lang={quiz.config().language().to_owned()}>
            <p class="cm-hidden" role="status">{ view_text("span", "", status) }</p>
            if let Some(logo) = quiz.config().logo() {
                <div class="cm-logo" part="logo">{ view_image(Some(logo)) }</div>
            }
            if session.events.is_empty() {
                { view_notice(props) }
            }
            { shown }
        </div>
    }
}

/// A notice above the first screen, for visitors who return or come by a link.
fn view_notice(props: &CareerMatcherProps) -> Html {
    let careers = props.quiz.config().careers();
    let named = |(career, percent): &(usize, u8)| (careers[*career].title.as_str(), f64::from(*percent) / 100.0);
    let shared: Vec<_> = props.shared.iter().map(named).collect();
    match (props.lost, shared.as_slice()) {
        _ if props.damaged => view_text("p", "cm-notice", props.quiz.locale().say(words::BAD_LINK)),
        (0, []) => Html::default(),
        (0, shared) => view_text("p", "cm-notice", props.quiz.locale().shared(props.quiz.config(), shared)),
        (lost, _) => view_text("p", "cm-notice", props.quiz.locale().lost(lost)),
    }
}

/// Announces who is first after an answer was changed on the result. An entry of the chunk `result`.
#[inline(never)]
fn now_first(session: &Session) -> AttrValue {
    let locale = session.quiz.locale();
    let Some(standing) = session.standing.as_ref().filter(|it| !it.nothing) else { return locale.say(words::NOTHING) };
    let best = standing.ranking.best();
    let title = |place: &RankedCareer| session.quiz.config().careers()[place.career].title.as_str();
    let share = best.first().map_or(0.0, |place| place.share);
    locale.now_first(session.quiz.config(), &best.iter().map(title).collect::<Vec<_>>(), share)
}

/// Emits the events since the last call.
#[hook]
fn use_telling(events: &[QuizEvent], on_event: &Callback<QuizEvent, bool>) {
    let told = use_mut_ref(|| 0);
    let news: Vec<_> = events[*told.borrow()..].to_vec();
    let on_event = on_event.clone();
    use_effect_with(events.len(), move |count| {
        *told.borrow_mut() = *count;
        for event in news {
            on_event.emit(event);
        }
    });
}

/// Focuses the new heading after each change of screen, so that keyboards and screen readers continue there. Not at the
/// start, when the focus is elsewhere on the page. If only the arrival changes, the focus moves only if it is not
/// elsewhere.
#[hook]
fn use_focus(root: &NodeRef, shown: (Screen, Option<Arrival>)) {
    let before = use_mut_ref(|| shown);
    let root = root.clone();
    use_effect_with(shown, move |shown| {
        let before = std::mem::replace(&mut *before.borrow_mut(), *shown);
        if before.0 != shown.0 || before != *shown && !super::components::focus_is_elsewhere(&root) {
            super::components::focus_heading(&root);
        }
    });
}
