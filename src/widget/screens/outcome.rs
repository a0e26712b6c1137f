//! The result: the best match with its reasons and what to do next, then all the others.

use yew::prelude::*;

use crate::{
    config::model::Career,
    matcher::{Answers, Place, rank, reasons},
    quiz::{Move, QuizEvent},
    widget::{
        Quiz,
        parts::{actions::view_actions, bar::view_bar, why::view_why},
        words,
    },
};

#[derive(Properties, PartialEq)]
pub(in crate::widget) struct OutcomeProps {
    pub(in crate::widget) quiz: Quiz,
    pub(in crate::widget) answers: Answers,
    pub(in crate::widget) on_event: Callback<QuizEvent, bool>,
    pub(in crate::widget) on_move: Callback<Move>,
}

/// The ranked careers and why.
#[component]
pub(in crate::widget) fn Outcome(props: &OutcomeProps) -> Html {
    let ranking = rank(props.quiz.table(), &props.answers);
    let best = ranking.best();
    let others = &ranking.places()[best.len()..];
    let tie = best.len() > 1;
    let on_back = props.on_move.reform(|_| Move::Back);
    let on_restart = props.on_move.reform(|_| Move::Restart);
    html! {
        <section class="cm-screen cm-outcome" part="result" aria-labelledby="cm-outcome">
            <p class="cm-eyebrow" id="cm-outcome" tabindex="-1">{ if tie { words::TIE } else { words::BEST } }</p>
            <div class={classes!("cm-best", tie.then_some("cm-tie"))}>
                for place in best {
                    { view_best(props, place) }
                }
            </div>
            if !others.is_empty() {
                <section class="cm-others">
                    <h3 class="cm-heading">{ words::OTHERS }</h3>
                    <ol class="cm-list" start={(best.len() + 1).to_string()}>
                        for place in others {
                            { view_other(props, place) }
                        }
                    </ol>
                </section>
            }
            <p class="cm-small">{ words::CAVEAT }</p>
            <div class="cm-actions">
                <button class="cm-button cm-quiet cm-back" part="button" type="button" onclick={on_back}>
                    { words::BACK }
                </button>
                <button class="cm-button" part="button" type="button" onclick={on_restart}>{ words::RESTART }</button>
            </div>
        </section>
    }
}

fn view_best(props: &OutcomeProps, place: &Place) -> Html {
    let career = career(props, place);
    let why = reasons(props.quiz.table(), &props.answers, place.career);
    html! {
        <article key={career.id.clone()} class="cm-winner" part="best">
            <h2 class="cm-title">{ &career.title }</h2>
            <div class="cm-match">
                <span class="cm-share">{ words::matched(place.share) }</span>
                { view_bar(place.share) }
            </div>
            if let Some(summary) = &career.summary {
                <p class="cm-lead">{ summary }</p>
            }
            { view_actions(career, &props.on_event) }
            { view_why(&props.quiz, &props.answers, &why, place.share) }
            { view_facts(career) }
        </article>
    }
}

fn view_other(props: &OutcomeProps, place: &Place) -> Html {
    let career = career(props, place);
    html! {
        <li key={career.id.clone()} class="cm-other">
            <details>
                <summary>
                    <span class="cm-name">{ &career.title }</span>
                    <span class="cm-share">{ words::percent(place.share) }</span>
                    { view_bar(place.share) }
                </summary>
                if let Some(summary) = &career.summary {
                    <p>{ summary }</p>
                }
                { view_facts(career) }
                { view_actions(career, &props.on_event) }
            </details>
        </li>
    }
}

/// A day, the tools, the first steps: whatever the config has of them.
fn view_facts(career: &Career) -> Html {
    let fact = |title: &'static str, text: &str| {
        html! { <><dt>{ title }</dt><dd>{ text }</dd></> }
    };
    html! {
        <dl class="cm-facts">
            if let Some(day) = &career.day {
                { fact(words::DAY, day) }
            }
            if !career.tools.is_empty() {
                { fact(words::TOOLS, &career.tools.join(", ")) }
            }
            if let Some(steps) = &career.first_steps {
                { fact(words::FIRST_STEPS, steps) }
            }
        </dl>
    }
}

fn career<'a>(props: &'a OutcomeProps, place: &Place) -> &'a Career {
    &props.quiz.config().careers()[place.career]
}
