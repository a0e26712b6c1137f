//! A result without its answers in a short code: the first careers and their matches in whole percent.

use super::{
    Quiz,
    code::{bytes, checksum, hash, letters},
};
use crate::matcher::Ranking;

/// The first letter of such a code.
const VERSION: char = 'R';
/// Careers that it names.
const NAMED: usize = 5;

/// The code of a ranking.
#[inline(never)]
pub fn encode_result(quiz: &Quiz, ranking: &Ranking) -> String {
    let mut coded = Vec::new();
    for place in ranking.places().iter().take(NAMED) {
        coded.extend(hash(&quiz.config().careers()[place.career].id).to_be_bytes());
        coded.push((place.share * 100.0 + 0.5) as u8);
    }
    coded.extend(checksum(&coded).to_be_bytes());
    letters(VERSION, &coded)
}

/// Careers by place in the config, each with its match in percent; those that the quiz has no more are left out. `None`
/// if it is no such code.
#[inline(never)]
pub fn decode_result(quiz: &Quiz, code: &str) -> Option<Vec<(usize, u8)>> {
    let coded = bytes(VERSION, code)?;
    let (coded, sum) = coded.split_last_chunk::<2>()?;
    (checksum(coded).to_be_bytes() == *sum).then_some(())?;
    let careers = quiz.config().careers();
    let place = |it: &[u8]| {
        let career = careers.iter().position(|career| hash(&career.id).to_be_bytes() == it[..2])?;
        Some((career, it[2].min(100)))
    };
    Some(coded.chunks_exact(3).filter_map(place).collect())
}
