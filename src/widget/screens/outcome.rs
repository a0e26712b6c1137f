//! The result: the best match with its reasons, how stable it is, what to do next, and all other careers.

use yew::prelude::*;

use crate::{
    config::{
        Career, Checked, Ties,
        model::{Matches, Section},
    },
    matcher::{Answers, Excluded, Matcher, Outcome as Found, RankedCareer, TIE, Verdict},
    quiz::{Action, QuizEvent},
    widget::{
        QuizView,
        components::{
            actions::view_actions,
            attributes::{with_attributes, with_class},
            bar::view_bar,
            browse::{Browse, List, browsed},
            button::view_button,
            chart::view_chart,
            compare::view_compare,
            early_result::view_early,
            edit::view_edit,
            facts::{view_fact, view_facts, view_level},
            nothing::view_nothing,
            share::view_share_links,
            text::{heading, view_image, view_long, view_maybe_long, view_number, view_text, view_words},
            verdict::view_verdict,
            why,
        },
        session::{Changed, Session},
        words,
    },
};

/// The ranked careers with reasons. An entry of the chunk `result`.
#[inline(never)]
pub(in crate::widget) fn view_outcome(
    session: &Session,
    (browse, address): (&UseStateHandle<Browse>, &str),
    on_event: &Callback<QuizEvent, bool>,
    on_action: &Callback<Action>,
) -> Html {
    let Session { quiz, state, changed, .. } = session;
    let Some(standing) = &session.standing else { return Html::default() };
    let (matcher, answers) = (standing.matcher(), state.answers());
    let found = standing.outcome(state);
    let props = &Told {
        quiz,
        matcher,
        answers,
        early: state.ended_early(quiz),
        changed: changed.as_ref(),
        leanings: matcher.leanings(answers),
        on_event,
    };
    // The prior alone is not advice.
    let nothing = found.verdict == Verdict::Nothing;
    let places = if nothing { &[] } else { found.ranking.places() };
    let (best, others) = places.split_at(if nothing { 0 } else { found.ranking.best().len() });
    let (tag, class) = if nothing { (heading(quiz.config(), 0), "cm-title") } else { ("p", "cm-eyebrow") };
    let eyebrow = match found.verdict {
        Verdict::Tie => props.quiz.locale().say(words::TIE),
        Verdict::None => props.quiz.locale().say(words::NONE),
        Verdict::Nothing => props.quiz.locale().say(words::NOTHING),
        Verdict::Band => props.quiz.locale().say(words::BEST_OF_BAND),
        Verdict::Clear | Verdict::Close => props.quiz.locale().say(words::BEST),
    };
    let on_back = on_action.reform(|_| Action::Back);
    let on_restart = on_action.reform(|_| Action::Restart);
    html! {
        <section key="result" class="cm-screen cm-outcome" part="result" aria-labelledby="cm-outcome">
            { with_attributes(
                html! { <@{tag}>{ view_text("span", "", eyebrow) }</@> },
                &["id", "tabindex", "class"],
                &[Some(&"cm-outcome".into()), Some(&"-1".into()), Some(&class.into())],
            ) }
            if matches!(found.verdict, Verdict::Tie | Verdict::None) {
                { view_verdict(quiz, found) }
            }
            if nothing {
                { view_nothing(quiz, state, on_action) }
            }
            { view_winners(props, found, best, browse) }
            for section in sections(quiz.config()) {
                { match section {
                    Section::Early | Section::Keep | Section::Others | Section::Excluded | Section::Caveat
                        if nothing => Html::default(),
                    Section::Cta => view_actions(None, quiz.config().cta(), on_event),
                    Section::Early => view_early(quiz, state, standing.confidence, on_action),
                    Section::Edit => view_edit(session, on_action),
                    Section::Keep => view_share_links(session, standing, address),
                    Section::Others => view_others(props, (best, others), browse),
                    Section::Excluded => view_excluded(props, found.ranking.excluded(), browse),
                    Section::Caveat => view_caveat(quiz),
                } }
            }
            if let Some(credit) = quiz.config().credit() {
                { view_long(quiz, "p", "cm-small", credit) }
            }
            <div class="cm-actions">
                { view_button("cm-button cm-quiet cm-back", props.quiz.locale().say(words::BACK), Some(on_back)) }
                { view_button("cm-button", props.quiz.locale().say(words::RESTART), Some(on_restart)) }
            </div>
        </section>
    }
}

fn careers(places: &[RankedCareer]) -> Vec<usize> {
    places.iter().map(|place| place.career).collect()
}

/// The sections below the best match.
fn sections(config: &Checked) -> &[Section] {
    const ALL: [Section; 7] = [
        Section::Cta,
        Section::Early,
        Section::Edit,
        Section::Keep,
        Section::Others,
        Section::Excluded,
        Section::Caveat,
    ];
    config.result().and_then(|it| it.sections.as_deref()).unwrap_or(&ALL)
}

fn view_caveat(quiz: &QuizView) -> Html {
    match quiz.config().result().and_then(|it| it.caveat.as_ref()) {
        Some(own) => view_long(quiz, "p", "cm-small", own),
        None => view_text("p", "cm-small", quiz.locale().say(words::CAVEAT)),
    }
}

/// What all parts of the result need.
struct Told<'a> {
    quiz: &'a QuizView,
    matcher: &'a Matcher,
    answers: &'a Answers,
    early: bool,
    changed: Option<&'a Changed>,
    /// The visitor's share on each trait, 0 to 1.
    leanings: Vec<f64>,
    on_event: &'a Callback<QuizEvent, bool>,
}

fn view_winners(props: &Told, found: &Found, best: &[RankedCareer], browse: &UseStateHandle<Browse>) -> Html {
    let (above, listed, below) = browsed(props.quiz, (List::Best, &careers(best)), browse);
    html! {
        <>
            { above }
            { with_class(
                if best.len() > 1 { "cm-best cm-tie" } else { "cm-best" },
                html! { <div>for at in listed { { view_best(props, found, &best[at]) } }</div> },
            ) }
            { below }
        </>
    }
}

fn view_best(props: &Told, found: &Found, place: &RankedCareer) -> Html {
    let career = career(props, place);
    html! {
        <article key={career.id.clone()} class="cm-winner" part="best">
            { view_image(career.image.as_ref()) }
            { view_words(heading(props.quiz.config(), 0), "cm-title", &career.title) }
            <div class="cm-match">
                { view_share(props.quiz, place.share, true) }
                { view_moved(props, place) }
                { view_share_bar(props.quiz, place.share) }
            </div>
            { view_maybe_long(props.quiz, "cm-lead", &career.summary) }
            { view_actions(Some(career), &career.cta, props.on_event) }
            if !matches!(found.verdict, Verdict::Tie | Verdict::None) {
                { view_verdict(props.quiz, found) }
            }
            if is_tie_career(props, place) {
                { view_level(props.quiz, found) }
            } else {
                { why::view_why(props.quiz, props.matcher, (props.answers, props.early), place) }
            }
            if props.quiz.config().result().is_none_or(|it| it.chart) {
                { view_chart(props.quiz, &props.leanings, career) }
            }
            { view_facts(props.quiz, career) }
        </article>
    }
}

/// How well a career fits, if the quiz shows it.
fn view_share(quiz: &QuizView, share: f64, at_length: bool) -> Html {
    let Some(told) = quiz.locale().told(quiz.config(), share, at_length) else { return Html::default() };
    let in_words = at_length || quiz.config().result().is_some_and(|it| it.matches != Matches::Percent);
    if in_words { view_text("span", "cm-share", told) } else { view_number("span", "cm-share", told) }
}

fn view_share_bar(quiz: &QuizView, share: f64) -> Html {
    match quiz.locale().told(quiz.config(), share, false) {
        Some(_) => view_bar(share),
        None => Html::default(),
    }
}

/// The earlier rank of a career, if the last change of an answer moved it.
fn view_moved(props: &Told, place: &RankedCareer) -> Html {
    let before = props.changed.map_or(place.rank, |changed| changed.ranks[place.career]);
    if before == place.rank {
        return Html::default();
    }
    view_text("span", "cm-moved", props.quiz.locale().moved(before, place.rank))
}

fn view_others(
    props: &Told,
    (best, others): (&[RankedCareer], &[RankedCareer]),
    browse: &UseStateHandle<Browse>,
) -> Html {
    let config = props.quiz.config();
    let most = config.result().and_then(|it| it.others).map_or(usize::MAX, |most| most as usize);
    let others = &others[..others.len().min(most)];
    let Some(first) = best.first().filter(|_| !others.is_empty()) else { return Html::default() };
    let (above, listed, below) = browsed(props.quiz, (List::Others, &careers(others)), browse);
    html! {
        <section class="cm-others">
            { view_text(heading(config, 1), "cm-heading", props.quiz.locale().say(words::OTHERS)) }
            { above }
            <ol class="cm-list">
                for at in listed {
                    { view_other(props, first, &others[at]) }
                }
            </ol>
            { below }
        </section>
    }
}

fn view_other(props: &Told, best: &RankedCareer, place: &RankedCareer) -> Html {
    let career = career(props, place);
    html! {
        <li key={career.id.clone()} class="cm-other" value={place.rank.to_string()}>
            <details>
                <summary>
                    { view_words("span", "cm-name", &career.title) }
                    { view_moved(props, place) }
                    { view_share(props.quiz, place.share, false) }
                    { view_share_bar(props.quiz, place.share) }
                </summary>
                { view_image(career.image.as_ref()) }
                { view_maybe_long(props.quiz, "cm-summary", &career.summary) }
                { view_ahead(props, best, place) }
                if best.rank < place.rank && !is_tie_career(props, best) {
                    { view_compare(props.quiz, props.matcher, props.answers, (best, place)) }
                }
                { view_facts(props.quiz, career) }
                { view_actions(Some(career), &career.cta, props.on_event) }
            </details>
        </li>
    }
}

/// What put the best career before another one.
fn view_ahead(props: &Told, best: &RankedCareer, place: &RankedCareer) -> Html {
    if best.rank == place.rank || is_tie_career(props, best) {
        return Html::default();
    }
    let title =
        view_text(heading(props.quiz.config(), 2), "cm-small", props.quiz.locale().ahead(&career(props, best).title));
    if best.score - place.score <= TIE {
        let asked = props.quiz.config().cards().iter().any(|card| card.tie_break);
        let decided = if asked { words::DECIDED } else { words::TIE };
        return html! { <>{ title }{ view_text("p", "cm-nothing", props.quiz.locale().say(decided)) }</> };
    }
    let ahead = props.matcher.difference(props.answers, best.career, place.career);
    html! { <>{ title }{ why::view_strongest(props.quiz, props.answers, &ahead, None) }</> }
}

/// The careers that a rule excludes, each with its reason.
fn view_excluded(props: &Told, excluded: &[Excluded], browse: &UseStateHandle<Browse>) -> Html {
    let config = props.quiz.config();
    let careers: Vec<_> = excluded.iter().map(|it| it.career).collect();
    let (above, listed, below) = browsed(props.quiz, (List::Excluded, &careers), browse);
    let view_reason = |it: &Excluded| {
        let career = &config.careers()[it.career];
        view_fact(props.quiz, &career.title, career.reason(it.rule))
    };
    html! {
        if !excluded.is_empty() {
            <section class="cm-excluded">
                { view_text(heading(config, 1), "cm-heading", props.quiz.locale().say(words::EXCLUDED)) }
                { above }
                <dl class="cm-facts">
                    for at in listed {
                        { view_reason(&excluded[at]) }
                    }
                </dl>
                { below }
            </section>
        }
    }
}

/// Whether this career is first only because others tie: no answers speak for it.
fn is_tie_career(props: &Told, place: &RankedCareer) -> bool {
    props.quiz.config().ties() == Ties::Career(place.career)
}

fn career<'a>(props: &Told<'a>, place: &RankedCareer) -> &'a Career {
    &props.quiz.config().careers()[place.career]
}
