//! Random choices from a seed, or from a fuzzer's bytes, so that the fuzzer can control them.

use std::env;

/// A small generator (SplitMix64), reproducible by seed. It uses the given bytes first.
pub struct Dice {
    given: Vec<u8>,
    state: u64,
}

impl Dice {
    pub fn seeded(seed: u64) -> Self {
        Self { given: Vec::new(), state: seed }
    }

    pub fn of(bytes: &[u8]) -> Self {
        let fold = |state: u64, byte: &u8| (state ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3);
        Self {
            given: bytes.iter().rev().copied().collect(),
            state: bytes.iter().fold(0xcbf2_9ce4_8422_2325, fold),
        }
    }

    pub fn roll(&mut self, sides: usize) -> usize {
        let sides = sides.max(1);
        if let Some(first) = self.given.pop() {
            let second = if sides > 256 { self.given.pop().unwrap_or_default() } else { 0 };
            return (usize::from(first) + 256 * usize::from(second)) % sides;
        }
        self.state = self.state.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut it = self.state;
        it = (it ^ (it >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        it = (it ^ (it >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        ((it ^ (it >> 31)) % sides as u64) as usize
    }

    pub fn pick<'a, T>(&mut self, all: &'a [T]) -> &'a T {
        &all[self.roll(all.len())]
    }
}

/// The number of rounds; `CAREER_MATCHER_FUZZ` multiplies it.
pub fn rounds(usual: usize) -> usize {
    let times = env::var("CAREER_MATCHER_FUZZ").ok().and_then(|it| it.parse().ok()).unwrap_or(1);
    usual * times
}
