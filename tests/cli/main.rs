//! Tests the command line from outside: the input, the whole output, and the exit code.
//!
//! `UPDATE_EXPECT=1 cargo test --features cli --test cli` rewrites the expected output.

mod answers;
mod check;
mod documents;
mod exchange;
mod files;
mod harness;
mod help;
mod languages;
mod matching;
mod rewrite;
mod simulate;
