//! How sure the result is, in a sentence: the one answer that would change it, or that none would.

use yew::prelude::*;

use super::why::said;
use crate::{
    matcher::{Change, Outcome, Verdict},
    widget::{Quiz, words},
};

/// The verdict in words.
pub(in crate::widget) fn view_verdict(quiz: &Quiz, found: &Outcome) -> Html {
    let lead = match found.verdict {
        Verdict::Clear => words::CLEAR,
        Verdict::Close => words::CLOSE,
        Verdict::Band => words::BAND,
        Verdict::Tie | Verdict::None => return Html::default(),
    };
    let title = |career: &usize| quiz.config().careers()[*career].title.as_str();
    html! {
        <p class="cm-verdict" part="verdict">
            <strong>{ lead }</strong>{ " " }
            if found.verdict == Verdict::Band {
                { words::list(&found.band.iter().map(title).collect::<Vec<_>>()) }
            } else {
                { found.change.as_ref().map_or(words::NO_CHANGE.into(), |change| sentence(quiz, change)) }
            }
        </p>
    }
}

fn sentence(quiz: &Quiz, change: &Change) -> AttrValue {
    let card = &quiz.config().cards()[change.card];
    let title = |career: &usize| quiz.config().careers()[*career].title.as_str();
    let best: Vec<_> = change.best.iter().map(title).collect();
    words::change(&card.prompt, &said(card, change.answer), &best)
}
