//! From a checked config and answers to ranked careers, reasons and the certainty of the result.
//!
//! Pure, and without an error path: it takes only a checked config. Every model becomes one linear table at load. Sums
//! run in a fixed order, so the same answers give the same bits on every platform. It must never know how a result
//! looks on a screen.

mod answer;
mod bounds;
mod certain;
mod change;
mod compile;
mod expecting;
mod flow;
mod grid;
mod models;
mod paths;
mod rank;
mod reasons;
mod verdict;

pub use answer::{Answer, Answers};
pub use bounds::Bounds;
pub use change::Change;
pub use expecting::Expected;
pub use flow::{Flow, ResolvedAnswers};
pub use models::Matcher;
pub use rank::{Excluded, RankedCareer, Ranking};
pub use reasons::Reasons;
pub use verdict::{Outcome, Verdict};

/// Scores within this distance tie, and a tie is shown as one.
pub const TIE: f64 = 1e-9;
