//! What the lab finds, as data with its message. Worded like all [problems](Problem).

use std::fmt;

use crate::config::{self, Kind, Path, Problem};

/// Each has a code that never changes and a section in `docs/problems.md`.
#[derive(Clone, Debug, PartialEq)]
pub enum Finding {
    UnreachableCareer { career: String },
    TieOnlyCareer { career: String },
    DominatedCareer { other: String },
    UnevenShares { percent: usize, balance: bool },
    UnequalPoints { least: String, most: String },
    OverconfidentStop { stated: usize, kept: usize, low: usize, high: usize },
    DeadCard { card: String },
    DeadOption { option: String },
    DeadTrait { id: String },
    RawPercent { least: String, most: String },
}

impl Finding {
    pub fn code(&self) -> &'static str {
        match self {
            Self::UnreachableCareer { .. } => "unreachable-career",
            Self::TieOnlyCareer { .. } => "tie-only-career",
            Self::DominatedCareer { .. } => "dominated-career",
            Self::UnevenShares { .. } => "uneven-shares",
            Self::UnequalPoints { .. } => "unequal-points",
            Self::OverconfidentStop { .. } => "overconfident-stop",
            Self::DeadCard { .. } => "dead-card",
            Self::DeadOption { .. } => "dead-option",
            Self::DeadTrait { .. } => "dead-trait",
            Self::RawPercent { .. } => "raw-percent",
        }
    }

    /// As a warning for the author.
    pub fn at(&self, path: Path) -> Problem {
        let (code, message) = (self.code(), self.to_string().into());
        Problem::warning(path, Kind::Found(config::Finding::Reported { code, message }))
    }
}

impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        match self {
            Self::UnreachableCareer { career } => {
                write!(f, "no combination of answers puts `{career}` first; let more answers count for it")
            }
            Self::TieOnlyCareer { career } => {
                write!(
                    f,
                    "`{career}` never comes first alone, only tied with others; let some answers count for it alone"
                )
            }
            Self::DominatedCareer { other } => {
                write!(
                    f,
                    "never ranks above `{other}`, whatever visitors answer; let some answers count more for it than for `{other}`"
                )
            }
            Self::UnevenShares { percent, balance } => {
                let remedy = if *balance { "try `balance`" } else { "let more answers count for it" };
                write!(f, "comes first for about {percent} % of visitors, less than a third of a fair share; {remedy}")
            }
            Self::UnequalPoints { least, most } => write!(
                f,
                "the range of points of `{most}` is more than twice that of `{least}`; use the score `attainable`"
            ),
            Self::OverconfidentStop { stated, kept, low, high } => write!(
                f,
                "early results claim {stated} % certainty, but only {kept} % ({low} to {high} %) hold for simulated visitors; calibrate with real answers, raise `min`, or use the stop `certain`"
            ),
            Self::DeadCard { card } => {
                write!(
                    f,
                    "no answer to `{card}` ever changes which career comes first; let its answers count for different careers, or remove it"
                )
            }
            Self::DeadOption { option } => {
                write!(
                    f,
                    "the points of `{option}` never decide which career comes first; let it count for other careers, or remove it"
                )
            }
            Self::DeadTrait { id } => write!(f, "`{id}` never changes which career comes first; use it or remove it"),
            Self::RawPercent { least, most } => write!(
                f,
                "with `\"score\": \"raw\"` the best career may show a lower percentage than the next one, because `{most}` can get more points than `{least}`; write `\"score\": \"attainable\"`"
            ),
        }
    }
}
