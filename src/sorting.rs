//! Rows in the order of their values. As one function for all who sort, since a sort is compiled anew for each.

/// Sorts by value, highest first; rows of equal value keep their order.
#[inline(never)]
pub(crate) fn sort_by_value(rows: &mut [usize], value: &dyn Fn(usize) -> f64) {
    rows.sort_by(|a, b| value(*b).total_cmp(&value(*a)));
}
