//! Why a career fits: the visitor's answers, what each of them adds, and the sum.

use yew::prelude::*;

use super::{
    answer::answer_words,
    bar::view_bar,
    text::{heading, view_number, view_text, view_words},
};
use crate::{
    config::{Card, model::Matches},
    matcher::{Answer, Answers, Matcher, RankedCareer, Reasons},
    sorting::sort_by_value,
    widget::{
        QuizView,
        words::{self, Locale},
    },
};

/// The number of answers quoted before the full list.
const QUOTED: usize = 3;

/// The strongest answers for a career, and the full sum below them.
pub(in crate::widget) fn view_why(
    quiz: &QuizView,
    matcher: &Matcher,
    (answers, early): (&Answers, bool),
    place: &RankedCareer,
) -> Html {
    let reasons = matcher.reasons(answers, place.career);
    // Without a percentage, numbers that add up to one make no sense.
    let in_percent = quiz.config().result().is_none_or(|it| it.matches == Matches::Percent);
    let parts = reasons.per_match.filter(|_| in_percent).map(|factor| whole_parts(&reasons, place.share, factor));
    html! {
        <section class="cm-why" part="why">
            { view_text(heading(quiz.config(), 1), "cm-heading", quiz.locale().say(words::WHY)) }
            { view_strongest(quiz, answers, &reasons, parts.as_ref().map(|(_, parts)| parts.as_slice())) }
            if let Some((start, parts)) = parts {
                <details class="cm-sum">
                    <summary>{ quiz.locale().say(words::ADDS_UP) }</summary>
                    { view_sum(quiz, matcher, (answers, early), (start, &parts, place.share)) }
                </details>
            }
        </section>
    }
}

/// The strongest answers for a career, or for one career against another; `parts` are the numbers to show beside them.
pub(in crate::widget) fn view_strongest(
    quiz: &QuizView,
    answers: &Answers,
    reasons: &Reasons,
    parts: Option<&[i32]>,
) -> Html {
    let cards = quiz.config().cards();
    let weight: f64 = reasons.cards.iter().map(|part| part.abs()).sum();
    let share = |card: usize| reasons.cards[card] * reasons.per_match.unwrap_or(1.0 / weight.max(f64::MIN_POSITIVE));
    let mut strongest: Vec<usize> = (0..cards.len()).filter(|card| words::whole(share(*card)) > 0).collect();
    sort_by_value(&mut strongest, &|card| reasons.cards[card]);
    strongest.truncate(QUOTED);
    html! {
        if strongest.is_empty() {
            { view_text("p", "cm-nothing", quiz.locale().say(words::NOTHING_FOR)) }
        } else {
            <ul class="cm-reasons">
                for card in strongest {
                    <li class="cm-reason">
                        { view_words("span", "cm-small", &cards[card].prompt) }
                        { view_text("q", "cm-quote", answer_words(quiz.locale(), &cards[card], answers[card])) }
                        if let Some(parts) = parts {
                            { view_number("span", "cm-part", quiz.locale().contribution(parts[card])) }
                        }
                        { view_bar(share(card)) }
                    </li>
                }
            </ul>
        }
    }
}

/// The start and the parts in whole percentage points, rounded so that the displayed numbers add up to the displayed
/// sum.
fn whole_parts(reasons: &Reasons, share: f64, factor: f64) -> (f64, Vec<i32>) {
    let start = share - reasons.cards.iter().sum::<f64>() * factor;
    let mut sum = start;
    let mut shown = words::whole(sum);
    let part = |part: &f64| {
        sum += part * factor;
        let before = std::mem::replace(&mut shown, words::whole(sum));
        shown - before
    };
    (start, reasons.cards.iter().map(part).collect())
}

/// Every part of the match that the visitor sees, from the start to the total.
fn view_sum(
    quiz: &QuizView,
    matcher: &Matcher,
    (answers, early): (&Answers, bool),
    (start, parts, share): (f64, &[i32], f64),
) -> Html {
    let start_words = if early { quiz.locale().say(words::EXPECTED) } else { quiz.locale().say(words::STARTING_POINT) };
    let resolved = matcher.flow().resolve(answers);
    let shown = quiz.config().cards().iter().enumerate().filter(|(card, _)| resolved.shows(*card));
    html! {
        <table class="cm-table">
            <tbody>
                { view_row(view_text("span", "", start_words), quiz.locale().percent(start)) }
                for (at, card) in shown {
                    { view_row(view_question(quiz.locale(), card, resolved.effective[at]), quiz.locale().contribution(parts[at])) }
                }
            </tbody>
            <tfoot>{ view_row(html! { quiz.locale().say(words::TOGETHER) }, quiz.locale().percent(share)) }</tfoot>
        </table>
    }
}

fn view_row(head: Html, number: AttrValue) -> Html {
    html! { <tr><th scope="row">{ head }</th>{ view_number("td", "", number) }</tr> }
}

fn view_question(locale: Locale, card: &Card, answer: Option<Answer>) -> Html {
    html! { <>{ view_words("span", "", &card.prompt) }{ view_text("span", "cm-small", answer_words(locale, card, answer)) }</> }
}
