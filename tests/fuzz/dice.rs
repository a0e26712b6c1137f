//! Random choices from a seed, or from a fuzzer's bytes, so that the fuzzer can control them.

use std::env;

use career_matcher::random::Random;

/// A small generator, reproducible by seed. It uses the given bytes first.
pub struct Dice {
    given: Vec<u8>,
    random: Random,
}

impl Dice {
    pub fn seeded(seed: u64) -> Self {
        Self { given: Vec::new(), random: Random::new(seed) }
    }

    pub fn of(bytes: &[u8]) -> Self {
        let fold = |state: u64, byte: &u8| (state ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3);
        Self {
            given: bytes.iter().rev().copied().collect(),
            random: Random::new(bytes.iter().fold(0xcbf2_9ce4_8422_2325, fold)),
        }
    }

    pub fn roll(&mut self, sides: usize) -> usize {
        let sides = sides.max(1);
        if let Some(first) = self.given.pop() {
            let second = if sides > 256 { self.given.pop().unwrap_or_default() } else { 0 };
            return (usize::from(first) + 256 * usize::from(second)) % sides;
        }
        self.random.below(sides)
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
