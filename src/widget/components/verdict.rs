//! How stable the result is, in one sentence: the one answer that would change it, or that no single answer would.

use yew::prelude::*;

use super::{
    answer::answer_words,
    text::{view_text, view_words},
};
use crate::{
    matcher::{Change, Outcome, Verdict},
    widget::{QuizView, words},
};

/// The verdict as text: what would change the result, or only the author's text if there is nothing to change.
pub(in crate::widget) fn view_verdict(quiz: &QuizView, found: &Outcome) -> Html {
    let own = own_words(quiz, found.verdict);
    let lead = match (own, found.verdict) {
        (Some(own), Verdict::Tie | Verdict::None | Verdict::Nothing) => {
            return html! { <div class="cm-verdict" part="verdict">{ view_words("p", "", own) }</div> };
        }
        (Some(own), _) => own.clone().into(),
        (None, Verdict::Clear) => quiz.locale().say(words::CLEAR),
        (None, Verdict::Close) => quiz.locale().say(words::CLOSE),
        (None, Verdict::Band) => quiz.locale().say(words::BAND),
        (None, Verdict::Tie | Verdict::None | Verdict::Nothing) => return Html::default(),
    };
    let title = |career: &usize| quiz.config().careers()[*career].title.as_str();
    let rest = match &found.change {
        _ if found.verdict == Verdict::Band => quiz.locale().list(&found.band.iter().map(title).collect::<Vec<_>>()),
        Some(change) => sentence(quiz, change),
        None => quiz.locale().say(words::NO_CHANGE),
    };
    html! {
        <p class="cm-verdict" part="verdict">
            { view_text("strong", "", lead) }
            { view_text("span", "", [" ", &rest].concat().into()) }
        </p>
    }
}

/// The author's text for results of this kind.
fn own_words(quiz: &QuizView, verdict: Verdict) -> Option<&String> {
    let verdicts = &quiz.config().result()?.verdicts;
    match verdict {
        Verdict::Clear => &verdicts.clear,
        Verdict::Close => &verdicts.close,
        Verdict::Tie => &verdicts.tie,
        Verdict::Band => &verdicts.band,
        Verdict::None => &verdicts.none,
        Verdict::Nothing => return None,
    }
    .as_ref()
}

fn sentence(quiz: &QuizView, change: &Change) -> AttrValue {
    let card = &quiz.config().cards()[change.card];
    let title = |career: &usize| quiz.config().careers()[*career].title.as_str();
    let best: Vec<_> = change.best.iter().map(title).collect();
    quiz.locale().change(&card.prompt, &answer_words(quiz.locale(), card, change.answer), &best)
}
