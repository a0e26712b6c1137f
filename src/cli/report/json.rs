//! The report for machines. Its keys never change.

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
    let careers = config.careers().iter().zip(&report.careers);
    let option = |(card, row): &(usize, usize)| json!({ "card": card_id(*card), "option": config.cards()[*card].ask.name(*row) });
    let verdicts = &report.verdicts;
    json!({
        "careers": careers.map(|(career, it)| as_json(shown, &career.id, it)).collect::<Value>(),
        "ties": { "uniform": report.ties.uniform, "coherent": report.ties.coherent },
        "flips": report.flips,
        "verdicts": {
            "clear": verdicts.clear,
            "close": verdicts.close,
            "tie": verdicts.tie,
            "band": verdicts.band,
            "none": verdicts.none,
        },
        "effective": report.effective,
        "stops": report.stops.iter().map(stop).collect::<Value>(),
        "dead": {
            "options": report.dead.options.iter().map(option).collect::<Value>(),
            "cards": report.dead.cards.iter().map(|card| card_id(*card)).collect::<Value>(),
            "traits": report.dead.traits.iter().map(|it| config.traits()[*it].id.as_str()).collect::<Value>(),
        },
        "cards": config.cards().iter().zip(&report.cards)
            .map(|(card, it)| json!({ "id": card.id, "power": it.power })).collect::<Value>(),
        "exact": report.exact,
        "problems": report.problems.iter().map(problem_json).collect::<Value>(),
    })
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
            "coherent": share.coherent,
            "low": share.low,
            "high": share.high,
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
