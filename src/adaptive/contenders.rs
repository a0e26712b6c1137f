//! The leading career and its rivals.

use super::{RIVALS, SHORT_LIST, SoFar, TOP};
use crate::sorting::sort_by_value;

/// The careers that no rule excludes, best first.
pub(super) struct Contenders {
    pub(super) order: Vec<usize>,
    pub(super) many: bool,
}

impl Contenders {
    pub(super) fn new(so_far: SoFar, scores: &[f64]) -> Self {
        let mut out = vec![false; scores.len()];
        so_far.matcher.excluded(so_far.resolved).iter().for_each(|it| out[it.career] = true);
        so_far.matcher.tie_career().into_iter().for_each(|career| out[career] = true);
        let mut order: Vec<_> = (0..scores.len()).filter(|career| !out[*career]).collect();
        sort_by_value(&mut order, &|career| scores[career]);
        let many = order.len() > SHORT_LIST;
        Self { order, many }
    }

    /// The number of rivals that must pass the leader before it loses its place: 1 in a short list, [`TOP`] in a long
    /// one.
    pub(super) fn room(&self) -> usize {
        if self.many { TOP } else { 1 }
    }

    /// The leader and its rivals; in a long list only the nearest rivals.
    pub(super) fn leader(&self) -> Option<(usize, &[usize])> {
        let (leader, rivals) = self.order.split_first()?;
        Some((*leader, &rivals[..rivals.len().min(RIVALS)]))
    }

    /// The nearest rivals. In a long list also a sample of the others, one per chunk; each rival has a weight, the
    /// number of careers that it represents.
    pub(super) fn rivals(&self) -> (Vec<usize>, Vec<usize>) {
        let rivals = self.order.get(1..).unwrap_or_default();
        let (near, far) = rivals.split_at(rivals.len().min(RIVALS / 2));
        let each = far.len().div_ceil(RIVALS / 2).max(1);
        let some = far.chunks(each).map(|chunk| (chunk[chunk.len() / 2], chunk.len()));
        near.iter().map(|rival| (*rival, 1)).chain(some).unzip()
    }
}
