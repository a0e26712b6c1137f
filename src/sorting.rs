//! Sorts rows by value. One function for all callers, because each call of `sort_by` with a closure adds its own copy
//! of the sort to the wasm.

/// Sorts by value, highest first; rows of equal value keep their order.
#[inline(never)]
pub(crate) fn sort_by_value(rows: &mut [usize], value: &dyn Fn(usize) -> f64) {
    rows.sort_by(|a, b| value(*b).total_cmp(&value(*a)));
}
