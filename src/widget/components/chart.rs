//! The visitor and the best career, trait by trait: a drawing, its text alternative, and a table.

use yew::prelude::*;

use super::{
    attributes::with_attributes,
    text::{heading, view_number, view_text, view_words},
};
use crate::{
    config::Career,
    widget::{QuizView, words},
};

/// `visitor` has shares from 0 to 1, by trait. Empty for quizzes without traits.
pub(in crate::widget) fn view_chart(quiz: &QuizView, visitor: &[f64], career: &Career) -> Html {
    let traits = quiz.config().traits();
    if traits.len() < 2 || visitor.len() < traits.len() {
        return Html::default();
    }
    let theirs = of_career(quiz, career);
    let rows = || traits.iter().zip(visitor.iter().zip(&theirs));
    let told: Vec<_> = rows()
        .map(|(it, (own, theirs))| quiz.locale().trait_told(&it.title, *own, &career.title, *theirs))
        .collect();
    html! {
        <section class="cm-traits" part="chart">
            { view_text(heading(quiz.config(), 1), "cm-heading", quiz.locale().say(words::TRAITS)) }
            <p class="cm-legend cm-small" aria-hidden="true">
                <span class="cm-own">{ quiz.locale().say(words::YOU) }</span>
                <span class="cm-theirs">{ &career.title }</span>
            </p>
            <div class="cm-chart" role="img" aria-label={told.join("; ")}>
                for (it, (own, theirs)) in rows() {
                    <div class="cm-pair">
                        { view_words("span", "cm-small", &it.title) }
                        { view_line("cm-line cm-own", *own) }
                        { view_line("cm-line cm-theirs", *theirs) }
                    </div>
                }
            </div>
            <details class="cm-sum">
                <summary>{ quiz.locale().say(words::AS_TABLE) }</summary>
                <table class="cm-table">
                    <thead>
                        <tr><td />{ view_head(&quiz.locale().say(words::YOU)) }{ view_head(&career.title) }</tr>
                    </thead>
                    <tbody>
                        for (it, (own, theirs)) in rows() {
                            <tr>
                                <th scope="row">{ &it.title }</th>
                                { view_number("td", "", quiz.locale().percent(*own)) }
                                { view_number("td", "", quiz.locale().percent(*theirs)) }
                            </tr>
                        }
                    </tbody>
                </table>
            </details>
        </section>
    }
}

fn view_head(title: &str) -> Html {
    html! { <th scope="col">{ title }</th> }
}

/// A line as long as the share, from the start of the reading direction.
fn view_line(class: &'static str, share: f64) -> Html {
    let width = format!("{}%", words::whole(share).max(1));
    with_attributes(
        html! { <svg><rect width="100%" height="8" rx="4" /></svg> },
        &["width", "height", "class"],
        &[Some(&width.into()), Some(&"8".into()), Some(&class.into())],
    )
}

/// The career's share on each trait, between the lowest and the highest value of all careers.
fn of_career(quiz: &QuizView, career: &Career) -> Vec<f64> {
    let value = |career: &Career, it: usize| career.profile.iter().find(|(at, _)| *at == it).map_or(0.0, |it| it.1);
    let share = |it: usize| {
        let all = quiz.config().careers().iter().map(|career| value(career, it));
        let (least, most) = all.fold((f64::MAX, f64::MIN), |ends, it| (it.min(ends.0), it.max(ends.1)));
        if most > least { (value(career, it) - least) / (most - least) } else { 0.5 }
    };
    (0..quiz.config().traits().len()).map(share).collect()
}
