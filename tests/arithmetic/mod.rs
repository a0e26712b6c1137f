//! Small random quizzes and their results in the simplest arithmetic. It must never use code of the product.

mod flow;
mod json;
mod quiz;
mod random;
mod score;
mod verdict;

pub use quiz::{Cond, Kind, Model, Picks, Quiz, Ties};
pub use random::{answers, big_multiple, long_quizzes, many_careers, plain_quizzes, quizzes};
pub use score::{Judge, rows};
pub use verdict::with;

/// Equal except for rounding.
pub fn near(a: f64, b: f64) -> bool {
    (a - b).abs() <= 1e-9 * a.abs().max(b.abs()).max(1.0)
}
