//! Codes for links and storage: a visitor's answers, or a result without them. Decoding a code gives back what was
//! encoded.
//!
//! A code names cards, options and careers by their ids, so it survives changes of the quiz. Ids of at most [`SPELLED`]
//! bytes are written in full. Longer ids become a hash of 64 bits, which keeps a link of forty cards below 1,600
//! characters for any ids. The encoder knows all ids of the quiz, and writes the id in full if two of them share a
//! hash, so in the same quiz a code is always exact. In a changed quiz an id is found if exactly one id matches; the
//! probability that a new id has the hash of a removed one is 1 in 10^19.
//!
//! Format, in base64url: a letter for the version, hashes of all careers and of all cards (they identify the quiz), the
//! content, an end mark, and a checksum. Characters after the checksum are ignored, and so are characters outside the
//! alphabet: chats and mails add dots, spaces and line breaks. Any other change makes a code invalid.
//!
//! Codes of the first versions (`A`, `M` and `R`) are invalid: they hashed ids to 16 bits and did not identify their
//! quiz, so their meaning is lost.
//!
//! This module must never know where a code is stored.

mod answers;
mod id;
mod result;

pub use answers::{decode, encode, resume};
pub use result::{decode_result, encode_result};

use super::Quiz;
use id::hash;

/// The first letter of a code: its content.
const ANSWERS: char = 'B';
const RESULT: char = 'S';

/// The first byte of each piece. Ids do not contain these bytes, so a piece ends where the next one begins.
mod mark {
    pub(super) const END: u8 = 0;
    pub(super) const CARD: u8 = 1;
    pub(super) const PICK: u8 = 2;
    pub(super) const STEP: u8 = 3;
    pub(super) const LIKE: u8 = 4;
    pub(super) const PASS: u8 = 5;
    pub(super) const SHOWN: u8 = 6;
    pub(super) const CAREER: u8 = 7;
    /// Added if a hash replaces the id.
    pub(super) const HASHED: u8 = 0x10;
    pub(super) const FIRST_OF_IDS: u8 = 0x21;
}

/// The quiz that a code belongs to.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Owner {
    /// The code is invalid.
    Unknown,
    /// A quiz that shares neither all careers nor all cards with this one.
    Other,
    /// This quiz, before or after a change.
    Edited,
    /// This quiz, with the same careers and cards.
    Same,
}

/// The owner of a code, even if its end is missing.
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

/// A hash of all careers and a hash of all cards, independent of their order.
fn fingerprint(quiz: &Quiz) -> [u8; 8] {
    let all = |sum: u32, id: &String| sum.wrapping_add((hash(id.as_bytes()) >> 32) as u32);
    let careers = quiz.config().careers().iter().map(|it| &it.id).fold(0, all);
    let cards = quiz.config().cards().iter().map(|it| &it.id).fold(0, all);
    (u64::from(careers) << 32 | u64::from(cards)).to_be_bytes()
}

/// A short id of a quiz with this title, from the ids of its careers and cards.
pub fn content_id(quiz: &Quiz, title: &str) -> String {
    let mut all = fingerprint(quiz).to_vec();
    all.extend(short(title));
    letters('C', &all)
}

/// A hash of a text in four letters.
pub fn letters_for(text: &str) -> String {
    letters('C', &short(text)[..3])
}

fn short(text: &str) -> [u8; 8] {
    hash(text.as_bytes()).to_be_bytes()
}

/// The code for these bytes, with a checksum.
fn sealed(version: char, mut bytes: Vec<u8>) -> String {
    bytes.push(mark::END);
    let sum = checksum(version, &bytes);
    bytes.extend(sum);
    letters(version, &bytes)
}

/// Whether `rest` of the bytes begins with the correct checksum of the bytes before it.
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

/// The version and the bytes of a code, without characters outside the alphabet.
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
