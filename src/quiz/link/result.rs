//! A result without its answers as a code: the first careers and their matches in whole percent.

use super::{
    Owner, RESULT, bytes, fingerprint,
    id::{Name, put},
    is_sealed, mark, owner, sealed,
};
use crate::{matcher::Ranking, quiz::Quiz};

/// The number of careers in a code.
const NAMED: usize = 5;

/// The code of a ranking.
#[inline(never)]
pub fn encode_result(quiz: &Quiz, ranking: &Ranking) -> String {
    let careers = quiz.config().careers();
    let mut coded = fingerprint(quiz).to_vec();
    for place in ranking.places().iter().take(NAMED) {
        let percent = (place.share * 100.0 + 0.5) as u8;
        let id = &careers[place.career].id;
        put(&mut coded, mark::CAREER, Some(percent), id, &mut careers.iter().map(|it| &it.id));
    }
    sealed(RESULT, coded)
}

/// Careers by index in the config, each with its match in percent; removed careers are left out. `None` if it is no
/// such code of this quiz.
pub fn decode_result(quiz: &Quiz, code: &str) -> Option<Vec<(usize, u8)>> {
    let careers = quiz.config().careers();
    let place =
        |(name, percent): &(Name, u8)| Some((name.find(&mut careers.iter().map(|it| &it.id))?, (*percent).min(100)));
    let (version, bytes) = bytes(code)?;
    (version == RESULT && owner(quiz, code) != Owner::Other).then_some(())?;
    Some(read(&bytes)?.iter().filter_map(place).collect())
}

fn read(bytes: &[u8]) -> Option<Vec<(Name<'_>, u8)>> {
    let (_, mut rest) = bytes.split_first_chunk::<8>()?;
    let mut named = Vec::new();
    loop {
        let (kind, after) = rest.split_first()?;
        rest = after;
        match *kind & !mark::HASHED {
            mark::END => break,
            mark::CAREER => {
                let (percent, after) = rest.split_first()?;
                let (name, after) = Name::read(*kind, after)?;
                named.push((name, *percent));
                rest = after;
            }
            _ => return None,
        }
    }
    is_sealed(RESULT, bytes, rest).then_some(named)
}
