//! From a checked config and answers to ranked careers, reasons, and how sure the result is.
//!
//! Pure, and without an error path: it takes only what the check has proved. Every model becomes one linear table at
//! load; sums run in a fixed order, so that the same answers give the same bits on every platform. It must never
//! know how a result looks on a screen.

mod answer;
mod bounds;
mod certain;
mod change;
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

/// Scores that are this near to each other tie, and a tie is shown as one.
pub const TIE: f64 = 1e-9;
