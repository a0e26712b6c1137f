//! What a config does to all its visitors: who can win, how often, how surely, and what never matters.
//!
//! Pure: the seed comes in, and so does the word whether to go on, since this module knows no clock. It must never
//! know how a report is shown.

mod report;

pub use report::{Ask, CardReport, CareerReport, Dead, Reach, Report, Shares, Stage, Verdicts};
