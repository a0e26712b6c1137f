//! Ids inside a code: written out, or hashed where they are long.

use super::mark::{FIRST_OF_IDS, HASHED};

/// Longer ids are hashed, which takes as many bytes.
const SPELLED: usize = 8;

/// All ids that one could be meant of.
pub(super) type Ids<'a> = &'a mut dyn Iterator<Item = &'a String>;

/// How a code names something.
#[derive(Clone, Copy)]
pub(super) enum Name<'a> {
    Spelled(&'a [u8]),
    Hashed([u8; 8]),
}

impl<'a> Name<'a> {
    /// From the bytes after a mark.
    pub(super) fn read(mark: u8, bytes: &'a [u8]) -> Option<(Self, &'a [u8])> {
        if mark & HASHED != 0 {
            let (hash, rest) = bytes.split_first_chunk()?;
            return Some((Self::Hashed(*hash), rest));
        }
        let end = bytes.iter().position(|it| *it < FIRST_OF_IDS)?;
        let (id, rest) = bytes.split_at(end);
        (!id.is_empty()).then_some((Self::Spelled(id), rest))
    }

    /// The place of the one id that has this name.
    pub(super) fn find(self, ids: Ids) -> Option<usize> {
        let mut found = ids.enumerate().filter(|(_, id)| self.fits(id.as_bytes()));
        let (at, _) = found.next()?;
        found.next().is_none().then_some(at)
    }

    fn fits(self, id: &[u8]) -> bool {
        match self {
            Self::Spelled(name) => id == name,
            Self::Hashed(name) => id.len() > SPELLED && hash(id).to_be_bytes() == name,
        }
    }
}

/// Puts a mark, perhaps a byte, and the id.
pub(super) fn put(bytes: &mut Vec<u8>, mark: u8, byte: Option<u8>, id: &str, ids: Ids) {
    let own = hash(id.as_bytes());
    // Of all that have this hash it has to be the only one.
    let is_hashed = id.len() > SPELLED && ids.fold(0, |count, it| count + usize::from(hash(it.as_bytes()) == own)) == 1;
    bytes.push(if is_hashed { mark | HASHED } else { mark });
    bytes.extend(byte);
    if is_hashed { bytes.extend(own.to_be_bytes()) } else { bytes.extend(id.as_bytes()) }
}

/// 64 bits that depend on every byte and its place.
pub(super) fn hash(bytes: &[u8]) -> u64 {
    let mixed = |hash: u64, byte: &u8| {
        let next = (hash ^ u64::from(*byte)).wrapping_mul(0x9e37_79b9_7f4a_7c15);
        next ^ next >> 29
    };
    mixed(bytes.iter().fold(bytes.len() as u64, mixed), &0)
}
