//! The result: the best match with its reasons, how sure it is, what to do next, then all the others.

use yew::prelude::*;

use crate::{
    config::Career,
    matcher::{Answers, Excluded, Matcher, Outcome as Found, Place, TIE, Verdict},
    quiz::{Move, QuizEvent},
    widget::{
        Quiz,
        parts::{
            actions::view_actions,
            bar::view_bar,
            browse::{Browse, view_browse},
            button::view_button,
            chart::view_chart,
            compare::view_compare,
            early::view_early,
            edit::view_edit,
            keep::view_keep,
            text::{heading, view_maybe, view_text, view_words},
            verdict::view_verdict,
            why,
        },
        session::{Changed, Session},
        words,
    },
};

/// The ranked careers and why. The door to a part (`tools/split.rs`).
#[inline(never)]
pub(in crate::widget) fn view_outcome(
    session: &Session,
    (browse, address): (&UseStateHandle<Browse>, &str),
    on_event: &Callback<QuizEvent, bool>,
    on_move: &Callback<Move>,
) -> Html {
    let Session { quiz, state, changed, .. } = session;
    let (matcher, confidence) = state.result(quiz);
    let answers = state.answers();
    let found = matcher.outcome(answers);
    let props = &Told {
        quiz,
        matcher: &matcher,
        answers,
        early: state.ended_early(quiz),
        changed: changed.as_ref(),
        leanings: matcher.leanings(answers),
        on_event,
    };
    let best = found.ranking.best();
    let others = &found.ranking.places()[best.len()..];
    let tie = best.len() > 1;
    let eyebrow = match found.verdict {
        Verdict::Tie => words::TIE,
        Verdict::None => words::NONE,
        Verdict::Band => words::BEST_OF_BAND,
        Verdict::Clear | Verdict::Close => words::BEST,
    };
    let on_back = on_move.reform(|_| Move::Back);
    let on_restart = on_move.reform(|_| Move::Restart);
    html! {
        <section key="result" class="cm-screen cm-outcome" part="result" aria-labelledby="cm-outcome">
            <p class="cm-eyebrow" id="cm-outcome" tabindex="-1">{ eyebrow }</p>
            <div class={classes!("cm-best", tie.then_some("cm-tie"))}>
                for place in best {
                    { view_best(props, &found, place) }
                }
            </div>
            { view_early(quiz, state, confidence, on_move) }
            { view_edit(session, on_move) }
            { view_keep(session, &matcher, address) }
            if !others.is_empty() {
                <section class="cm-others">
                    { view_words(heading(quiz.config(), 1), "cm-heading", words::OTHERS) }
                    { view_browse(quiz.config(), others, browse, |places| view_list(props, &best[0], places)) }
                </section>
            }
            { view_excluded(props, found.ranking.excluded()) }
            { view_words("p", "cm-small", words::CAVEAT) }
            if let Some(credit) = quiz.config().credit() {
                { view_words("p", "cm-small", credit) }
            }
            <div class="cm-actions">
                { view_button("cm-button cm-quiet cm-back", words::BACK, Some(on_back)) }
                { view_button("cm-button", words::RESTART, Some(on_restart)) }
            </div>
        </section>
    }
}

/// What every part of the result is drawn from.
struct Told<'a> {
    quiz: &'a Quiz,
    matcher: &'a Matcher,
    answers: &'a Answers,
    early: bool,
    changed: Option<&'a Changed>,
    /// Where the visitor stands on each trait, 0 to 1.
    leanings: Vec<f64>,
    on_event: &'a Callback<QuizEvent, bool>,
}

fn view_best(props: &Told, found: &Found, place: &Place) -> Html {
    let career = career(props, place);
    html! {
        <article key={career.id.clone()} class="cm-winner" part="best">
            { view_words(heading(props.quiz.config(), 0), "cm-title", &career.title) }
            <div class="cm-match">
                { view_text("span", "cm-share", words::matched(place.share)) }
                { view_moved(props, place) }
                { view_bar(place.share) }
            </div>
            { view_maybe("p", "cm-lead", &career.summary) }
            { view_actions(career, props.on_event) }
            { view_verdict(props.quiz, found) }
            { why::view_why(props.quiz, props.matcher, (props.answers, props.early), place) }
            { view_chart(props.quiz, &props.leanings, career) }
            { view_facts(career) }
        </article>
    }
}

/// Where a career stood before the last change of an answer, if it stands elsewhere now.
fn view_moved(props: &Told, place: &Place) -> Html {
    let before = props.changed.map_or(place.rank, |changed| changed.ranks[place.career]);
    if before == place.rank {
        return Html::default();
    }
    view_text("span", "cm-moved", words::moved(before, place.rank))
}

fn view_list(props: &Told, best: &Place, places: &[&Place]) -> Html {
    html! {
        <ol class="cm-list">
            for place in places {
                { view_other(props, best, place) }
            }
        </ol>
    }
}

fn view_other(props: &Told, best: &Place, place: &Place) -> Html {
    let career = career(props, place);
    html! {
        <li key={career.id.clone()} class="cm-other" value={place.rank.to_string()}>
            <details>
                <summary>
                    { view_words("span", "cm-name", &career.title) }
                    { view_moved(props, place) }
                    { view_text("span", "cm-share", words::percent(place.share)) }
                    { view_bar(place.share) }
                </summary>
                { view_maybe("p", "cm-summary", &career.summary) }
                { view_ahead(props, best, place) }
                if best.rank < place.rank {
                    { view_compare(props.quiz, props.matcher, props.answers, (best, place)) }
                }
                { view_facts(career) }
                { view_actions(career, props.on_event) }
            </details>
        </li>
    }
}

/// What put the best career before another one.
fn view_ahead(props: &Told, best: &Place, place: &Place) -> Html {
    if best.rank == place.rank {
        return Html::default();
    }
    let title = view_text(heading(props.quiz.config(), 2), "cm-small", words::ahead(&career(props, best).title));
    if best.score - place.score <= TIE {
        return html! { <>{ title }{ view_words("p", "cm-nothing", words::DECIDED) }</> };
    }
    let ahead = props.matcher.difference(props.answers, best.career, place.career);
    html! { <>{ title }{ why::view_strongest(props.quiz, props.answers, &ahead, None) }</> }
}

/// Careers that a rule keeps out, each with its reason.
fn view_excluded(props: &Told, excluded: &[Excluded]) -> Html {
    let careers = props.quiz.config().careers();
    html! {
        if !excluded.is_empty() {
            <section class="cm-excluded">
                { view_words(heading(props.quiz.config(), 1), "cm-heading", words::EXCLUDED) }
                <dl class="cm-facts">
                    for it in excluded {
                        { view_fact(&careers[it.career].title, careers[it.career].reason(it.rule)) }
                    }
                </dl>
            </section>
        }
    }
}

/// A day, the tools, the first steps: whatever the config has of them.
fn view_facts(career: &Career) -> Html {
    let tools = (!career.tools.is_empty()).then(|| career.tools.join(", "));
    let facts = [(words::DAY, &career.day), (words::TOOLS, &tools), (words::FIRST_STEPS, &career.first_steps)];
    html! {
        <dl class="cm-facts">
            for (title, text) in facts {
                if let Some(text) = text {
                    { view_fact(title, text) }
                }
            }
        </dl>
    }
}

fn view_fact(title: &str, text: &str) -> Html {
    html! { <>{ view_words("dt", "cm-term", title) }{ view_words("dd", "cm-fact", text) }</> }
}

fn career<'a>(props: &Told<'a>, place: &Place) -> &'a Career {
    &props.quiz.config().careers()[place.career]
}
