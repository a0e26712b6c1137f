//! Codes for links and storage: a visitor's answers, or a result without them. What goes in comes back as itself.
//!
//! A code names cards, options and careers by their ids, so that it survives changes of the quiz. An id of at most
//! [`SPELLED`] bytes is written out. A longer one is a hash of 64 bits, which keeps a link of forty cards below 1,600
//! characters whatever their ids; whoever makes a code knows all ids of the quiz, and writes out the id wherever two of
//! them share a hash. So in the same quiz a code is always exact. In a quiz that has changed, an id is found if exactly
//! one has this name; a new id that takes the place of an old one with the same hash is a matter of 1 in 10^19.
//!
//! In base64url: a letter for the version, hashes of all careers and of all cards (whose quiz this is), the content, a
//! mark for the end, and a checksum. What follows the checksum is ignored, and so are characters that no code has: chats
//! and mails add dots, spaces and line breaks. A code with any other change is no code.
//!
//! Codes of the first versions (`A`, `M` and `R`) are none any more: they folded ids to 16 bits and did not say whose
//! they were, so nobody can tell what they mean.

mod answers;
mod id;
mod result;

pub use answers::{decode, encode, resume};
pub use result::{decode_result, encode_result};

use super::Quiz;
use id::hash;

/// The first letter of a code: what it holds.
const ANSWERS: char = 'B';
const RESULT: char = 'S';

/// How each piece begins. No id has such bytes in it, so a piece ends where the next one begins.
mod mark {
    pub(super) const END: u8 = 0;
    pub(super) const CARD: u8 = 1;
    pub(super) const PICK: u8 = 2;
    pub(super) const STEP: u8 = 3;
    pub(super) const LIKE: u8 = 4;
    pub(super) const PASS: u8 = 5;
    pub(super) const SHOWN: u8 = 6;
    pub(super) const CAREER: u8 = 7;
    /// Added where a hash stands for the id.
    pub(super) const HASHED: u8 = 0x10;
    pub(super) const FIRST_OF_IDS: u8 = 0x21;
}

/// Whose code it is.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Owner {
    /// It can't be read.
    Unknown,
    /// A quiz that shares neither all careers nor all cards with this one.
    Other,
    /// This one, before or after a change.
    Edited,
    /// This one, with the same careers and cards.
    Same,
}

/// Whose code it is, also where its end is missing.
pub fn owner(quiz: &Quiz, code: &str) -> Owner {
    let Some((ANSWERS | RESULT, bytes)) = bytes(code) else { return Owner::Unknown };
    let Some((theirs, _)) = bytes.split_first_chunk::<8>() else { return Owner::Unknown };
    let ours = fingerprint(quiz);
    match (theirs[..4] == ours[..4], theirs[4..] == ours[4..]) {
        (true, true) => Owner::Same,
        (false, false) => Owner::Other,
        _ => Owner::Edited,
    }
}

/// The careers and the cards of a quiz, in whatever order.
fn fingerprint(quiz: &Quiz) -> [u8; 8] {
    let all = |sum: u32, id: &String| sum.wrapping_add((hash(id.as_bytes()) >> 32) as u32);
    let careers = quiz.config().careers().iter().map(|it| &it.id).fold(0, all);
    let cards = quiz.config().cards().iter().map(|it| &it.id).fold(0, all);
    (u64::from(careers) << 32 | u64::from(cards)).to_be_bytes()
}

/// A short name for a quiz with this title, whose careers and cards have these ids.
pub fn content_id(quiz: &Quiz, title: &str) -> String {
    let mut all = fingerprint(quiz).to_vec();
    all.extend(short(title));
    letters('C', &all)
}

/// Four letters for a text.
pub fn letters_for(text: &str) -> String {
    letters('C', &short(text)[..3])
}

fn short(text: &str) -> [u8; 8] {
    hash(text.as_bytes()).to_be_bytes()
}

/// The bytes before the checksum, as a code.
fn sealed(version: char, mut bytes: Vec<u8>) -> String {
    bytes.push(mark::END);
    let sum = checksum(version, &bytes);
    bytes.extend(sum);
    letters(version, &bytes)
}

/// Whether `rest` of the bytes begins with the right checksum of what is before it.
fn is_sealed(version: char, bytes: &[u8], rest: &[u8]) -> bool {
    rest.starts_with(&checksum(version, &bytes[..bytes.len() - rest.len()]))
}

fn checksum(version: char, bytes: &[u8]) -> [u8; 4] {
    (hash(bytes) as u32 ^ version as u32).to_be_bytes()
}

const LETTERS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

fn letters(version: char, bytes: &[u8]) -> String {
    let mut code = version.to_string();
    for three in bytes.chunks(3) {
        let bits = three.iter().enumerate().fold(0, |bits, (i, byte)| bits | u32::from(*byte) << (16 - 8 * i));
        code.extend((0..=three.len()).map(|i| char::from(LETTERS[(bits >> (18 - 6 * i) & 63) as usize])));
    }
    code
}

/// The version and the bytes of a code, without anything that no code has.
fn bytes(code: &str) -> Option<(char, Vec<u8>)> {
    let mut values = code.bytes().filter_map(|it| LETTERS.iter().position(|letter| *letter == it));
    let version = char::from(LETTERS[values.next()?]);
    let (mut bytes, mut bits, mut count) = (Vec::new(), 0u32, 0);
    for value in values {
        bits = bits << 6 | value as u32;
        count += 6;
        if count >= 8 {
            count -= 8;
            bytes.push((bits >> count) as u8);
        }
    }
    Some((version, bytes))
}
