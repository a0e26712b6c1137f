//! Ids in sorted order, for look-up and for "did you mean".

use super::{AUTHORS, problem::Meant};

/// The index of each id in its list.
pub(super) struct Index<'a>(Vec<(&'a str, usize)>);

impl<'a> Index<'a> {
    pub(super) fn new(ids: &[&'a str]) -> Self {
        let mut sorted: Vec<_> = ids.iter().enumerate().map(|(position, id)| (*id, position)).collect();
        sorted.sort_unstable();
        Self(sorted)
    }

    pub(super) fn len(&self) -> usize {
        self.0.len()
    }

    pub(super) fn get(&self, id: &str) -> Option<usize> {
        let at = self.0.partition_point(|(known, _)| *known < id);
        self.0.get(at).filter(|(known, _)| *known == id).map(|(_, position)| *position)
    }

    /// The indices of ids that occur earlier in the list, in list order.
    pub(super) fn repeated(&self) -> Vec<usize> {
        let mut positions: Vec<_> =
            self.0.windows(2).filter(|pair| pair[0].0 == pair[1].0).map(|pair| pair[1].1).collect();
        positions.sort_unstable();
        positions
    }

    pub(super) fn suggestion(&self, id: &str) -> Option<Meant> {
        meant(id, self.0.iter().map(|(known, _)| *known))
    }
}

/// The length in bytes from which no word is a mistyped id.
const LONG: usize = 200;

/// The known word that was probably meant, if one is near. The shipped widget does not search for it.
pub(crate) fn closest<'a>(word: &str, known: impl Iterator<Item = &'a str>) -> Option<&'a str> {
    if !AUTHORS || word.len() > LONG {
        return None;
    }
    known
        .filter_map(|candidate| Some((distance(word, candidate)?, candidate)))
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, candidate)| candidate)
}

/// The distance between a word and a known one. Near are: fewer than three different letters and less than half of the
/// known word, or letters missing or added at the end.
fn distance(word: &str, known: &str) -> Option<usize> {
    if word.eq_ignore_ascii_case(known) {
        return Some(0);
    }
    let (less, more) = (word.len().min(known.len()), word.len().max(known.len()));
    let letters = || strsim::osa_distance(word, known);
    let typed = if more - less < 3 { Some(letters()) } else { None };
    let begins = less > 3 && more <= 2 * less && (word.starts_with(known) || known.starts_with(word));
    typed.filter(|it| *it < 3 && it * 2 < known.len()).or(begins.then_some(3))
}

/// The suggestion as an owned value.
#[cfg(feature = "authors")]
pub(super) fn meant<'a>(word: &str, known: impl Iterator<Item = &'a str>) -> Option<Meant> {
    closest(word, known).map(Box::from)
}

#[cfg(not(feature = "authors"))]
pub(super) fn meant<'a>(_: &str, _: impl Iterator<Item = &'a str>) -> Option<Meant> {
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_repeats_and_neighbours() {
        let index = Index::new(&["b", "a", "b", "devops", "a", "a"]);
        assert_eq!(index.get("devops"), Some(3));
        assert_eq!(index.get("c"), None);
        assert_eq!(index.repeated(), [2, 4, 5]);
        assert_eq!(index.suggestion("devop").as_deref(), Some("devops"));
        assert_eq!(index.suggestion("zebra"), None);
        for (word, known) in [("dya", "day"), ("Day", "day"), ("calmness", "calm"), ("devo", "devops")] {
            assert_eq!(closest(word, ["day", "calm", "devops"].into_iter()), Some(known), "{word}");
        }
        for word in ["tag", "cal-tech-staff", "d", ""] {
            assert_eq!(closest(word, ["day", "calm", "devops"].into_iter()), None, "{word}");
        }
    }
}
