//! The report for machines. Its keys never change; `null` stands for what was not measured.

use serde_json::{Map, Value, json};

use super::{Shown, stops};
use crate::{
    cli::problem_json,
    lab::{CareerReport, Reach, StopReport},
    matcher::Answers,
    quiz::answer_ids,
};

pub(in crate::cli) fn json(shown: &Shown) -> Value {
    let Shown { quiz, report, .. } = shown;
    let config = quiz.config();
    let card_id = |card: usize| config.cards()[card].id.as_str();
    let open = report.dead.open;
    let careers = config.careers().iter().zip(&report.careers);
    let option = |(card, row): &(usize, usize)| json!({ "card": card_id(*card), "option": config.cards()[*card].ask.name(*row) });
    json!({
        "careers": careers.map(|(career, it)| as_json(shown, &career.id, it)).collect::<Value>(),
        "ties": { "uniform": report.ties.uniform, "coherent": report.ties.coherent.map(|it| it.share) },
        "flips": report.flips,
        "verdicts": report.verdicts.map(|verdicts| json!({
            "clear": verdicts.clear,
            "close": verdicts.close,
            "tie": verdicts.tie,
            "band": verdicts.band,
            "none": verdicts.none,
            "nothing": verdicts.nothing,
        })),
        "effective": report.effective,
        "stops": report.stops.iter().map(stop).collect::<Value>(),
        "dead": {
            "options": told(open.options, report.dead.options.iter().map(option).collect()),
            "cards": told(open.cards, report.dead.cards.iter().map(|card| card_id(*card)).collect()),
            "traits": told(open.traits, report.dead.traits.iter().map(|it| config.traits()[*it].id.as_str()).collect()),
        },
        "cards": config.cards().iter().zip(&report.cards)
            .map(|(card, it)| json!({ "id": card.id, "power": it.power })).collect::<Value>(),
        "exact": report.exact,
        "visitors": { "uniform": report.visitors.uniform, "coherent": report.visitors.coherent },
        "problems": report.problems.iter().map(problem_json).collect::<Value>(),
    })
}

/// A list, unless there was no time to finish it.
fn told(open: bool, list: Value) -> Value {
    if open { Value::Null } else { list }
}

fn as_json(shown: &Shown, id: &str, career: &CareerReport) -> Value {
    let (reach, witness) = match &career.reach {
        Reach::Sole(answers) => ("sole", cells(shown, answers)),
        Reach::Tie(answers) => ("tie", cells(shown, answers)),
        Reach::Never => ("never", Value::Null),
        Reach::Unknown => ("unknown", Value::Null),
    };
    let (share, attainable) = (&career.share, career.attainable);
    json!({
        "id": id,
        "reach": reach,
        "witness": witness,
        "share": {
            "uniform": share.uniform,
            "coherent": share.coherent.map(|it| it.share),
            "low": share.coherent.map(|it| it.low),
            "high": share.coherent.map(|it| it.high),
        },
        "attainable": [attainable.0, attainable.1],
    })
}

fn stop(it: &StopReport) -> Value {
    json!({
        "stop": stops::stop(it.stop),
        "order": stops::order(it.order),
        "visitors": it.visitors,
        "asked": it.asked,
        "of": it.of,
        "saved": it.saved(),
        "agreement": it.agreement,
        "low": it.low,
        "high": it.high,
        "error": it.error,
    })
}

/// Answers as in a CSV file for `match`; cards without one are left out.
fn cells(shown: &Shown, answers: &Answers) -> Value {
    let cards = shown.quiz.config().cards().iter().zip(answers).filter(|(_, answer)| answer.is_some());
    let cells = cards.map(|(card, answer)| (card.id.clone(), json!(answer_ids(card, *answer).join("|"))));
    cells.collect::<Map<_, _>>().into()
}
