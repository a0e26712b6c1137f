//! A visitor's answers as a code: the seed for shuffled cards, the minimum number of cards, whether there was a result
//! before, then each card shown with its answer.

use super::{
    ANSWERS, Owner, bytes, fingerprint,
    id::{Name, put},
    is_sealed, mark, owner, sealed,
};
use crate::{
    config::{Line, ResponseFormat},
    matcher::{Answer, Answers},
    quiz::{Quiz, Screen, State},
};

/// Flags in the minimum number of cards: there was a result before; the cards are shuffled by this seed.
const DONE: u16 = 0x8000;
const MIXED: u16 = 0x4000;

/// The code of a visitor's answers.
#[inline(never)]
pub fn encode(quiz: &Quiz, state: &State) -> String {
    let cards = quiz.config().cards();
    let mut bytes = fingerprint(quiz).to_vec();
    let (seed, mixed) = if quiz.config().asking().is_mixed() { (state.seed(), MIXED) } else { (0, 0) };
    bytes.extend(seed.to_be_bytes());
    let done = if state.done() { DONE } else { 0 };
    bytes.extend((state.least() as u16 | done | mixed).to_be_bytes());
    // The last card without an answer was not passed as "not sure".
    let last = state
        .history()
        .last()
        .filter(|card| state.screen() != Screen::Result && state.answers()[**card].is_none());
    let waiting =
        |card: &&usize| last == Some(*card) || state.screen() == Screen::Card(**card) && !state.may_go_on(quiz);
    for card in state.history() {
        let it = &cards[*card];
        put(&mut bytes, mark::CARD, None, &it.id, &mut cards.iter().map(|it| &it.id));
        if waiting(&card) {
            bytes.push(mark::SHOWN);
            continue;
        }
        let Some(answer) = state.answers()[*card] else { continue };
        match &it.response {
            ResponseFormat::Options { options, .. } => {
                for row in answer.rows() {
                    put(&mut bytes, mark::PICK, None, &options[row].id, &mut options.iter().map(|it| &it.id));
                }
            }
            ResponseFormat::Line { line: Line::Scale { steps, .. }, .. } => {
                bytes.extend([mark::STEP, *steps as u8, answer.rows().next().unwrap_or(0) as u8]);
            }
            ResponseFormat::Line { line: Line::Swipe { .. }, .. } => {
                bytes.push(if answer.has(0) { mark::LIKE } else { mark::PASS })
            }
        }
    }
    sealed(ANSWERS, bytes)
}

/// The state in a code, limited to cards and answers that this quiz still has, and the number of answers lost; `None`
/// if it is no code of this quiz. A code without a seed gets `seed`.
pub fn decode(quiz: &Quiz, code: &str, seed: u16) -> Option<(State, usize)> {
    if owner(quiz, code) == Owner::Other { None } else { resume(quiz, code, seed) }
}

/// The same without a check of the owner: for callers who know that the code belongs to this quiz.
pub fn resume(quiz: &Quiz, code: &str, seed: u16) -> Option<(State, usize)> {
    let (version, bytes) = bytes(code)?;
    let content = Content::read(&bytes).filter(|_| version == ANSWERS)?;
    let cards = quiz.config().cards();
    let mut answers: Answers = vec![None; cards.len()];
    let (mut history, mut shown, mut lost) = (Vec::new(), None, 0);
    for (name, said) in &content.cards {
        let card = name.find(&mut cards.iter().map(|it| &it.id)).filter(|card| !history.contains(card));
        if let Said::Shown = said {
            shown = shown.or(card);
        }
        match card.and_then(|card| Some((card, answer(&cards[card].response, said)?))) {
            Some((card, answer)) => {
                answers[card] = answer;
                history.push(card);
            }
            // A card that was only shown has no answer to lose.
            None => lost += usize::from(!matches!(said, Said::Shown)),
        }
    }
    let seed = content.seed.unwrap_or(seed);
    let state = State::resumed(quiz, answers, (history, shown), content.least, seed, content.done);
    Some((state, lost))
}

/// The content of a code, before it is compared with a quiz.
struct Content<'a> {
    seed: Option<u16>,
    least: usize,
    done: bool,
    cards: Vec<(Name<'a>, Said<'a>)>,
}

/// An answer, before its card is known.
enum Said<'a> {
    Nothing,
    Shown,
    Picks(Vec<Name<'a>>),
    Step { steps: u8, row: u8 },
    Like(bool),
}

impl<'a> Content<'a> {
    fn read(bytes: &'a [u8]) -> Option<Self> {
        let (_, rest) = bytes.split_first_chunk::<8>()?;
        let (seed, rest) = rest.split_first_chunk::<2>()?;
        let (least, mut rest) = rest.split_first_chunk::<2>()?;
        let least = u16::from_be_bytes(*least);
        let mut cards: Vec<(Name, Said)> = Vec::new();
        loop {
            let (kind, after) = rest.split_first()?;
            rest = after;
            let said = match *kind & !mark::HASHED {
                mark::END => break,
                mark::CARD => {
                    let (card, after) = Name::read(*kind, rest)?;
                    rest = after;
                    cards.push((card, Said::Nothing));
                    continue;
                }
                mark::PICK => {
                    let (pick, after) = Name::read(*kind, rest)?;
                    rest = after;
                    if let Some((_, Said::Picks(picks))) = cards.last_mut() {
                        picks.push(pick);
                        continue;
                    }
                    Said::Picks(vec![pick])
                }
                mark::STEP => {
                    let ([steps, row], after) = rest.split_first_chunk::<2>()?;
                    rest = after;
                    Said::Step { steps: *steps, row: *row }
                }
                mark::LIKE => Said::Like(true),
                mark::PASS => Said::Like(false),
                mark::SHOWN => Said::Shown,
                _ => return None,
            };
            cards.last_mut()?.1 = said;
        }
        is_sealed(ANSWERS, bytes, rest).then_some(Self {
            seed: (least & MIXED != 0).then(|| u16::from_be_bytes(*seed)),
            least: (least & !(DONE | MIXED)).into(),
            done: least & DONE != 0,
            cards,
        })
    }
}

/// The answer to a card, if the card still accepts it.
fn answer(response: &ResponseFormat, said: &Said) -> Option<Option<Answer>> {
    match (said, response) {
        (Said::Nothing | Said::Shown, _) => Some(None),
        (Said::Picks(picks), ResponseFormat::Options { options, .. }) => {
            let row = |pick: &Name| pick.find(&mut options.iter().map(|it| &it.id));
            let rows = picks.iter().map(row).collect::<Option<Vec<_>>>()?;
            Answer::of(rows).filter(|answer| response.takes(answer.bits())).map(Some)
        }
        (Said::Step { steps, row }, ResponseFormat::Line { line: Line::Scale { steps: now, .. }, .. }) => {
            (usize::from(*steps) == *now && row < steps).then(|| Some(Answer::one(usize::from(*row))))
        }
        (Said::Like(like), ResponseFormat::Line { line: Line::Swipe { .. }, .. }) => {
            Some(Some(if *like { Answer::LIKE } else { Answer::PASS }))
        }
        _ => None,
    }
}
