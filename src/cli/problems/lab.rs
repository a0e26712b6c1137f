//! Findings of the lab.

use super::{Chapter, Section, Told, place};
use crate::{
    config::{self, Kind, Problem},
    lab::Finding,
};

fn career(finding: Finding) -> Problem {
    finding.at(place("careers", 2))
}

fn card(finding: Finding) -> Problem {
    finding.at(place("cards", 4))
}

pub(super) static CHAPTER: Chapter = Chapter {
    title: "What the lab finds",
    about: "These are warnings from `career-matcher lab`: the quiz works, but perhaps not as you intend.",
    sections: &[
        Section {
            code: "unreachable-career",
            means: "Proved: no combination of answers puts this career first.",
            told: Told::Made(|| career(Finding::UnreachableCareer { career: "poet".to_owned() })),
            remedy: "Give the career points in answers that give its competitors fewer points, or remove the career.",
        },
        Section {
            code: "tie-only-career",
            means: "Proved: this career comes first only in a tie, never alone.",
            told: Told::Made(|| career(Finding::TieOnlyCareer { career: "poet".to_owned() })),
            remedy: "Give the career points in answers that give its competitors none.",
        },
        Section {
            code: "twin-careers",
            means: "Two careers are tied for all possible answers.",
            told: Told::Made(|| {
                Problem::warning(
                    place("careers", 2),
                    Kind::Found(config::Finding::TwinCareers { others: vec!["baker".to_owned()] }),
                )
            }),
            remedy: "Give only one of them points in some answers, or merge them.",
        },
        Section {
            code: "dominated-career",
            means: "Another career ranks at least as high as this one for all possible answers.",
            told: Told::Made(|| career(Finding::DominatedCareer { other: "baker".to_owned() })),
            remedy: "Give this career points in answers that give the other one fewer points.",
        },
        Section {
            code: "uneven-shares",
            means: "A career comes first for less than a third of its fair share of coherent visitors (visitors with preferences). Even the upper end of the 95 % interval is below that.",
            told: Told::Made(|| career(Finding::UnevenShares { percent: 4, balance: true })),
            remedy: "With the model `points`, `career-matcher balance` suggests small changes. With other models, make its profile or its chances more similar to what visitors answer.",
        },
        Section {
            code: "unequal-points",
            means: "With the score `raw`, the range of points of one career is more than twice that of another, so that career wins more often.",
            told: Told::Made(|| {
                let finding = Finding::UnequalPoints { least: "poet".to_owned(), most: "baker".to_owned() };
                finding.at(Default::default())
            }),
            remedy: "Use the score `attainable`.",
        },
        Section {
            code: "overconfident-stop",
            means: "The stop `confident` claims too much certainty: the first career of early results is wrong more often than stated (with more than 50 careers: is not among the first ten of the whole quiz). `check` also tests this, with fewer visitors.",
            told: Told::Made(|| {
                let finding = Finding::OverconfidentStop { stated: 95, kept: 81, low: 76, high: 85 };
                finding.at(Default::default())
            }),
            remedy: "Run `career-matcher calibrate` with answers of real visitors, ask more cards (raise `min` or `confidence`), or use the stop `certain`.",
        },
        Section {
            code: "dead-card",
            means: "No answer to this card ever changes which career comes first.",
            told: Told::Made(|| card(Finding::DeadCard { card: "weather".to_owned() })),
            remedy: "Give its answers other points, or remove the card.",
        },
        Section {
            code: "dead-option",
            means: "The points of this option have no effect: without them, the same career always comes first.",
            told: Told::Made(|| card(Finding::DeadOption { option: "rain".to_owned() })),
            remedy: "Give the option other points, or remove it. An option that intentionally has no effect can stay.",
        },
        Section {
            code: "dead-trait",
            means: "Without this trait, the same careers come first for all visitors.",
            told: Told::Made(|| Finding::DeadTrait { id: "patience".to_owned() }.at(place("traits", 1))),
            remedy: "Let answers or profiles use it, or remove it.",
        },
    ],
};
