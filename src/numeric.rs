//! Small arithmetic that several modules share. Sums run in a fixed order, so results are the same everywhere.

/// The sum of products.
pub(crate) fn dot(a: &[f64], b: &[f64]) -> f64 {
    a.iter().zip(b).map(|(a, b)| a * b).sum()
}
