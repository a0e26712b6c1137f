//! What the lab finds.

use super::{Chapter, Section, Told, place};
use crate::config::{Finding, Kind, Problem};

fn career(finding: Finding) -> Problem {
    Problem::warning(place("careers", 2), Kind::Found(finding))
}

fn card(finding: Finding) -> Problem {
    Problem::warning(place("cards", 4), Kind::Found(finding))
}

pub(super) static CHAPTER: Chapter = Chapter {
    title: "What the lab finds",
    about: "These are warnings from `career-matcher lab`: the quiz plays, but perhaps not as you mean it.",
    sections: &[
        Section {
            code: "unreachable-career",
            means: "Proved: no answers put this career first.",
            told: Told::Made(|| career(Finding::UnreachableCareer { career: "poet".to_owned() })),
            remedy: "Give it more points where its rivals have fewer, or remove it.",
        },
        Section {
            code: "tie-only-career",
            means: "Proved: this career comes first only level with others, never alone.",
            told: Told::Made(|| career(Finding::TieOnlyCareer { career: "poet".to_owned() })),
            remedy: "Give it points that its rivals lack.",
        },
        Section {
            code: "twin-careers",
            means: "Two careers are level whatever is answered.",
            told: Told::Made(|| career(Finding::TwinCareers { others: vec!["baker".to_owned()] })),
            remedy: "Let some answer tell them apart, or merge them.",
        },
        Section {
            code: "dominated-career",
            means: "Another career is at least level with this one whatever is answered.",
            told: Told::Made(|| career(Finding::DominatedCareer { other: "baker".to_owned() })),
            remedy: "Give it points where the other has fewer.",
        },
        Section {
            code: "uneven-shares",
            means: "A career is first for less than a third of its fair share of visitors with leanings; the 95 % interval of its share lies below that.",
            told: Told::Made(|| career(Finding::UnevenShares { percent: 4, balance: true })),
            remedy: "With the model `points`, `career-matcher balance` suggests small changes. With the others, bring its profile or its chances nearer to what visitors answer.",
        },
        Section {
            code: "unequal-points",
            means: "With the score `raw`, one career can collect more than twice the points that another can, and so wins more often.",
            told: Told::Made(|| {
                let finding = Finding::UnequalPoints { least: "poet".to_owned(), most: "baker".to_owned() };
                Problem::warning(Default::default(), Kind::Found(finding))
            }),
            remedy: "Use the score `attainable`.",
        },
        Section {
            code: "overconfident-stop",
            means: "The stop `confident` states more than it keeps: fewer early results than it says have the first career of the whole quiz (above 50 careers: one of its first ten). `check` finds it too, with fewer visitors.",
            told: Told::Made(|| {
                let finding = Finding::OverconfidentStop { stated: 95, kept: 81, low: 76, high: 85 };
                Problem::warning(Default::default(), Kind::Found(finding))
            }),
            remedy: "`career-matcher calibrate` with answers of real visitors; or ask more cards (`min`, `confidence`), or use the stop `certain`.",
        },
        Section {
            code: "dead-card",
            means: "No answer to this card ever changes who comes first.",
            told: Told::Made(|| card(Finding::DeadCard { card: "weather".to_owned() })),
            remedy: "Give its answers other points, or remove it.",
        },
        Section {
            code: "dead-option",
            means: "Wherever this option is picked, the same career would come first if it counted for nobody.",
            told: Told::Made(|| card(Finding::DeadOption { option: "rain".to_owned() })),
            remedy: "Give it other points, or remove it; an option that is meant to count for nobody may stay.",
        },
        Section {
            code: "dead-trait",
            means: "Without this trait the same careers come first for all visitors.",
            told: Told::Made(|| {
                Problem::warning(place("traits", 1), Kind::Found(Finding::DeadTrait { id: "patience".to_owned() }))
            }),
            remedy: "Let answers or profiles use it, or remove it.",
        },
    ],
};
