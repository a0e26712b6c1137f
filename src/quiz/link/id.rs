//! Ids inside a code: written in full, or hashed if they are long.

use super::mark::{FIRST_OF_IDS, HASHED};

/// Longer ids are hashed to this number of bytes.
const SPELLED: usize = 8;

/// All candidates for an id.
pub(super) type Ids<'a> = &'a mut dyn Iterator<Item = &'a String>;

/// An id as written in a code.
#[derive(Clone, Copy)]
pub(super) enum Name<'a> {
    Spelled(&'a [u8]),
    Hashed([u8; 8]),
}

impl<'a> Name<'a> {
    /// Reads the bytes after a mark.
    pub(super) fn read(mark: u8, bytes: &'a [u8]) -> Option<(Self, &'a [u8])> {
        if mark & HASHED != 0 {
            let (hash, rest) = bytes.split_first_chunk()?;
            return Some((Self::Hashed(*hash), rest));
        }
        let end = bytes.iter().position(|it| *it < FIRST_OF_IDS)?;
        let (id, rest) = bytes.split_at(end);
        (!id.is_empty()).then_some((Self::Spelled(id), rest))
    }

    /// The index of the only id with this name.
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

/// Writes a mark, an optional byte, and the id.
pub(super) fn put(bytes: &mut Vec<u8>, mark: u8, byte: Option<u8>, id: &str, ids: Ids) {
    let own = hash(id.as_bytes());
    // A hash must be unique among all ids.
    let is_hashed = id.len() > SPELLED && ids.fold(0, |count, it| count + usize::from(hash(it.as_bytes()) == own)) == 1;
    bytes.push(if is_hashed { mark | HASHED } else { mark });
    bytes.extend(byte);
    if is_hashed { bytes.extend(own.to_be_bytes()) } else { bytes.extend(id.as_bytes()) }
}

/// A hash of 64 bits that depends on every byte and its position.
pub(super) fn hash(bytes: &[u8]) -> u64 {
    let mixed = |hash: u64, byte: &u8| {
        let next = (hash ^ u64::from(*byte)).wrapping_mul(0x9e37_79b9_7f4a_7c15);
        next ^ next >> 29
    };
    mixed(bytes.iter().fold(bytes.len() as u64, mixed), &0)
}
