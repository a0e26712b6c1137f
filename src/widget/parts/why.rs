//! Why a career fits: the visitor's own answers, each with what it added, and the sum they make.

use yew::prelude::*;

use super::bar::view_bar;
use crate::{
    config::{Ask, Card},
    matcher::{Answer, Answers, Reasons},
    widget::{Quiz, words},
};

/// How many answers are quoted before the full list.
const QUOTED: usize = 3;

/// The strongest answers for a career, and below them the full account.
pub(in crate::widget) fn view_why(quiz: &Quiz, answers: &Answers, reasons: &Reasons, share: f64) -> Html {
    let cards = quiz.config().cards();
    let parts = whole_parts(reasons);
    let mut strongest: Vec<usize> = (0..cards.len()).filter(|card| parts[*card] > 0).collect();
    strongest.sort_by(|a, b| reasons.cards[*b].total_cmp(&reasons.cards[*a]));
    strongest.truncate(QUOTED);
    html! {
        <section class="cm-why" part="why">
            <h3 class="cm-heading">{ words::WHY }</h3>
            if strongest.is_empty() {
                <p>{ words::NOTHING_FOR }</p>
            }
            <ul class="cm-reasons">
                for card in strongest {
                    <li class="cm-reason">
                        <span class="cm-small">{ &cards[card].prompt }</span>
                        <q class="cm-quote">{ said(&cards[card], answers[card]) }</q>
                        <span class="cm-part">{ words::part(parts[card]) }</span>
                        { view_bar(reasons.cards[card]) }
                    </li>
                }
            </ul>
            <details class="cm-sum">
                <summary>{ words::ADDS_UP }</summary>
                { view_sum(cards, answers, reasons.start, &parts, share) }
            </details>
        </section>
    }
}

/// The parts in whole hundredths, rounded so that what is shown adds up to what is shown as the sum.
fn whole_parts(reasons: &Reasons) -> Vec<i32> {
    let mut sum = reasons.start;
    let mut shown = words::whole(sum);
    let part = |part: &f64| {
        sum += part;
        let before = std::mem::replace(&mut shown, words::whole(sum));
        shown - before
    };
    reasons.cards.iter().map(part).collect()
}

/// Every part of the match, from the start to the total.
fn view_sum(cards: &[Card], answers: &Answers, start: f64, parts: &[i32], share: f64) -> Html {
    html! {
        <table class="cm-table">
            <tbody>
                <tr><th scope="row">{ words::STARTING_POINT }</th><td>{ words::percent(start) }</td></tr>
                for (card, part) in parts.iter().enumerate() {
                    <tr>
                        <th scope="row">
                            { &cards[card].prompt }
                            <span class="cm-small">{ said(&cards[card], answers[card]) }</span>
                        </th>
                        <td>{ words::part(*part) }</td>
                    </tr>
                }
            </tbody>
            <tfoot>
                <tr><th scope="row">{ words::TOGETHER }</th><td>{ words::percent(share) }</td></tr>
            </tfoot>
        </table>
    }
}

/// An answer in the words that the visitor saw.
fn said(card: &Card, answer: Option<Answer>) -> AttrValue {
    let Some(answer) = answer else { return words::UNANSWERED.into() };
    let row = |row: usize| match &card.ask {
        Ask::Single { options } | Ask::Multiple { options, .. } => options[row].label.clone().into(),
        Ask::Scale { steps, low, high, .. } => match row {
            0 => words::step(1, *steps, low),
            row if row + 1 == *steps => words::step(*steps, *steps, high),
            row => words::step(row + 1, *steps, ""),
        },
        Ask::Swipe { .. } => if row == 0 { words::LIKE } else { words::PASS }.into(),
    };
    let labels: Vec<AttrValue> = answer.rows().map(row).collect();
    labels.join(", ").into()
}
