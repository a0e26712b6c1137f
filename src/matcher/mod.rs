//! From a checked config and answers to ranked careers and reasons.
//!
//! Pure, and without an error path: it takes only what the check has proved. Sums run in a fixed order, so that the
//! same answers give the same bits on every platform. It must never know how a result looks on a screen.

mod answer;
mod rank;
mod reasons;
mod table;

pub use answer::{Answer, Answers};
pub use rank::{Place, Ranking, rank};
pub use reasons::{Reasons, reasons};
pub use table::{Bounds, Table};

/// Scores that are this near to each other tie, and a tie is shown as one.
pub const TIE: f64 = 1e-9;
