//! Answers in a short code that fits into a link, and back. Ids stand as small hashes, so that a code still says what
//! was answered after the quiz has changed around it.
//!
//! `A` and bytes in base64url: cards to ask at least, then each card that came up with its answer, then a checksum. Where
//! cards or options are mixed it is `M`, and the seed comes first. A code that was changed on the way is no code.

use super::{Quiz, Screen, State};
use crate::{
    config::Ask,
    matcher::{Answer, Answers},
};

/// The first letter of a code: its version, without a seed and with one.
const VERSION: char = 'A';
const MIXED: char = 'M';
const LETTERS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

/// How an answer begins: with what, and how many picks follow.
const NONE: u8 = 0;
const STEP: u8 = 0x80;
const LIKE: u8 = 0xc0;
const PASS: u8 = 0xc1;
const SHOWN: u8 = 0xff;

/// The code of a visitor's answers.
#[inline(never)]
pub fn encode(quiz: &Quiz, state: &State) -> String {
    let is_mixed = quiz.config().asking().is_mixed();
    let mut bytes = Vec::new();
    if is_mixed {
        bytes.extend(state.seed().to_be_bytes());
    }
    bytes.push(state.least() as u8);
    // Not answered yet, and not passed as "not sure" either.
    let last = state
        .trail()
        .last()
        .filter(|card| state.screen() != Screen::Result && state.answers()[**card].is_none());
    let waiting =
        |card: &&usize| last == Some(*card) || state.screen() == Screen::Card(**card) && !state.may_go_on(quiz);
    for card in state.trail() {
        let it = &quiz.config().cards()[*card];
        bytes.extend(hash(&it.id).to_be_bytes());
        if waiting(&card) {
            bytes.push(SHOWN);
            continue;
        }
        let Some(answer) = state.answers()[*card] else {
            bytes.push(NONE);
            continue;
        };
        match &it.ask {
            Ask::Single { options } | Ask::Multiple { options, .. } => {
                bytes.push(answer.count() as u8);
                bytes.extend(answer.rows().flat_map(|row| hash(&options[row].id).to_be_bytes()));
            }
            Ask::Scale { steps, .. } => bytes.extend([STEP, *steps as u8, answer.rows().next().unwrap_or(0) as u8]),
            Ask::Swipe { .. } => bytes.push(if answer.has(0) { LIKE } else { PASS }),
        }
    }
    let sum = checksum(&bytes) ^ u16::from(is_mixed);
    bytes.extend(sum.to_be_bytes());
    letters(if is_mixed { MIXED } else { VERSION }, &bytes)
}

/// The state that a code was made of, as far as this quiz still has its cards and answers, and how many it has no more;
/// `None` if it is no code. One that has no seed gets another.
#[inline(never)]
pub fn decode(quiz: &Quiz, code: &str, mut seed: u16) -> Option<(State, usize)> {
    let is_mixed = code.starts_with(MIXED);
    let bytes = bytes(if is_mixed { MIXED } else { VERSION }, code)?;
    let (mut bytes, sum) = bytes.split_last_chunk::<2>()?;
    ((checksum(bytes) ^ u16::from(is_mixed)).to_be_bytes() == *sum).then_some(())?;
    if is_mixed {
        let (first, rest) = bytes.split_first_chunk::<2>()?;
        (seed, bytes) = (u16::from_be_bytes(*first), rest);
    }
    let (least, mut rest) = bytes.split_first()?;
    let cards = quiz.config().cards();
    let mut answers: Answers = vec![None; cards.len()];
    let (mut trail, mut shown, mut lost) = (Vec::new(), None, 0);
    while let Some((id, after)) = rest.split_first_chunk::<2>() {
        let (said, after) = said(after)?;
        rest = after;
        let card = cards.iter().position(|card| hash(&card.id) == u16::from_be_bytes(*id));
        let known = card.filter(|card| !trail.contains(card));
        let answer = known.and_then(|card| answer(&cards[card].ask, &said));
        if let Said::Shown = said {
            shown = shown.or(known);
        }
        match (known, answer) {
            (Some(card), Some(answer)) => {
                answers[card] = answer;
                trail.push(card);
            }
            _ => lost += 1,
        }
    }
    rest.is_empty()
        .then(|| (State::resumed(quiz, answers, (trail, shown), *least as usize, seed), lost))
}

/// An answer, before it is known to which card.
enum Said<'a> {
    Nothing,
    Shown,
    Picks(&'a [u8]),
    Step { steps: u8, row: u8 },
    Like(bool),
}

fn said(bytes: &[u8]) -> Option<(Said<'_>, &[u8])> {
    let (kind, rest) = bytes.split_first()?;
    Some(match *kind {
        NONE => (Said::Nothing, rest),
        SHOWN => (Said::Shown, rest),
        count @ 1..=64 => {
            let (picks, rest) = rest.split_at_checked(2 * usize::from(count))?;
            (Said::Picks(picks), rest)
        }
        STEP => {
            let ([steps, row], rest) = rest.split_first_chunk::<2>()?;
            (Said::Step { steps: *steps, row: *row }, rest)
        }
        LIKE | PASS => (Said::Like(*kind == LIKE), rest),
        _ => return None,
    })
}

/// The answer on a card, if the card still takes it.
fn answer(ask: &Ask, said: &Said) -> Option<Option<Answer>> {
    match (said, ask) {
        (Said::Nothing | Said::Shown, _) => Some(None),
        (Said::Picks(picks), Ask::Single { options } | Ask::Multiple { options, .. }) => {
            let row = |pick: &[u8]| options.iter().position(|option| hash(&option.id).to_be_bytes() == *pick);
            let rows = picks.chunks_exact(2).map(row).collect::<Option<Vec<_>>>()?;
            let (min, max) = ask.picks();
            Answer::of(rows).filter(|answer| (min..=max).contains(&answer.count())).map(Some)
        }
        (Said::Step { steps, row }, Ask::Scale { steps: now, .. }) => {
            (usize::from(*steps) == *now && row < steps).then(|| Some(Answer::one(usize::from(*row))))
        }
        (Said::Like(like), Ask::Swipe { .. }) => Some(Some(if *like { Answer::LIKE } else { Answer::PASS })),
        _ => None,
    }
}

/// FNV-1a, folded to 16 bits.
pub(super) fn hash(id: &str) -> u16 {
    let hash = fnv(id.as_bytes());
    (hash >> 16 ^ hash) as u16
}

pub(super) fn checksum(bytes: &[u8]) -> u16 {
    let hash = fnv(bytes);
    (hash >> 16 ^ hash) as u16
}

fn fnv(bytes: &[u8]) -> u32 {
    bytes.iter().fold(0x811c_9dc5, |hash, byte| (hash ^ u32::from(*byte)).wrapping_mul(0x0100_0193))
}

pub(super) fn letters(version: char, bytes: &[u8]) -> String {
    let mut code = version.to_string();
    for three in bytes.chunks(3) {
        let bits = three.iter().enumerate().fold(0, |bits, (i, byte)| bits | u32::from(*byte) << (16 - 8 * i));
        code.extend((0..=three.len()).map(|i| char::from(LETTERS[(bits >> (18 - 6 * i) & 63) as usize])));
    }
    code
}

pub(super) fn bytes(version: char, code: &str) -> Option<Vec<u8>> {
    let mut bytes = Vec::new();
    for four in code.strip_prefix(version)?.as_bytes().chunks(4) {
        // One letter alone makes no byte.
        (four.len() > 1).then_some(())?;
        let mut bits = 0u32;
        for (i, letter) in four.iter().enumerate() {
            bits |= (LETTERS.iter().position(|it| it == letter)? as u32) << (18 - 6 * i);
        }
        bytes.extend((1..four.len()).map(|i| (bits >> (24 - 8 * i)) as u8));
    }
    Some(bytes)
}
