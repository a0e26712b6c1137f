//! What the matcher computes, and which cards an adaptive quiz asks, is the same to the bit everywhere; `tests/browser.rs` comes to the same numbers.

#[path = "agreement/corpus.rs"]
mod corpus;

#[test]
fn native_results_are_those_on_record() {
    let found = corpus::hashes();
    assert_eq!(
        found,
        include_str!("agreement/hashes.txt"),
        "if that was meant, put it into tests/agreement/hashes.txt"
    );
}
