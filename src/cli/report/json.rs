//! The report for programs; `null` means not measured.

use super::Shown;
use crate::{
    cli::outputs::{
        ById,
        lab::{self, CardOption, Dead, EarlyStop, Lab, Share, Ties},
    },
    lab::{CareerReport, Reach, StopReport, Verdicts},
    matcher::Answers,
    quiz::answer_ids,
};

pub(in crate::cli) fn json(shown: &Shown) -> Lab {
    let Shown { quiz, report, .. } = shown;
    let config = quiz.config();
    let card_id = |card: usize| config.cards()[card].id.clone();
    let open = report.dead.open;
    let option = |(card, row): &(usize, usize)| CardOption {
        card: card_id(*card),
        option: config.cards()[*card].response.name(*row),
    };
    let careers = config.careers().iter().zip(&report.careers);
    let cards = config.cards().iter().zip(&report.cards);
    Lab {
        careers: careers.map(|(it, found)| career(shown, it.id.clone(), found)).collect(),
        ties: Ties { uniform: report.ties.uniform, coherent: report.ties.coherent.map(|it| it.share) },
        flips: report.flips,
        verdicts: report.verdicts.map(verdicts),
        effective: report.effective,
        stops: report.stops.iter().map(stop).collect(),
        dead: Dead {
            options: told(open.options, report.dead.options.iter().map(option)),
            cards: told(open.cards, report.dead.cards.iter().map(|card| card_id(*card))),
            traits: told(open.traits, report.dead.traits.iter().map(|it| config.traits()[*it].id.clone())),
        },
        cards: cards.map(|(card, it)| lab::Card { id: card.id.clone(), power: it.power }).collect(),
        exact: report.exact,
        visitors: lab::Visitors { uniform: report.visitors.uniform, coherent: report.visitors.coherent },
        problems: report.problems.iter().map(Into::into).collect(),
    }
}

/// A list, or `None` if it is unfinished.
fn told<T>(open: bool, list: impl Iterator<Item = T>) -> Option<Vec<T>> {
    (!open).then(|| list.collect())
}

fn career(shown: &Shown, id: String, career: &CareerReport) -> lab::Career {
    let (reach, witness) = match &career.reach {
        Reach::Sole(answers) => (lab::Reach::Sole, Some(cells(shown, answers))),
        Reach::Tie(answers) => (lab::Reach::Tie, Some(cells(shown, answers))),
        Reach::Never => (lab::Reach::Never, None),
        Reach::Unknown => (lab::Reach::Unknown, None),
    };
    let (share, attainable) = (&career.share, career.attainable);
    let share = Share {
        uniform: share.uniform,
        coherent: share.coherent.map(|it| it.share),
        low: share.coherent.map(|it| it.low),
        high: share.coherent.map(|it| it.high),
    };
    lab::Career { id, reach, witness, share, attainable: attainable.into() }
}

fn verdicts(it: Verdicts) -> lab::Verdicts {
    let Verdicts { clear, close, tie, band, none, nothing } = it;
    lab::Verdicts { clear, close, tie, band, none, nothing }
}

fn stop(it: &StopReport) -> EarlyStop {
    EarlyStop {
        stop: it.stop,
        order: it.order,
        visitors: it.visitors,
        asked: it.asked,
        of: it.of,
        saved: it.saved(),
        agreement: it.agreement,
        low: it.low,
        high: it.high,
        error: it.error,
    }
}

/// Answers in the format of a CSV file for `match`; unanswered cards are left out.
fn cells(shown: &Shown, answers: &Answers) -> ById<String> {
    let cards = shown.quiz.config().cards().iter().zip(answers).filter(|(_, answer)| answer.is_some());
    ById(cards.map(|(card, answer)| (card.id.clone(), answer_ids(card, *answer).join("|"))).collect())
}
