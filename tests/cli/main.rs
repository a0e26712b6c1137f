//! The command line as people meet it: what goes in, every word that comes out, and the exit code.
//!
//! `UPDATE_EXPECT=1 cargo test --features cli --test cli` rewrites what is expected.

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
