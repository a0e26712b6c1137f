//! The matcher's results and the selected cards are bit-identical on every platform; `tests/browser.rs` checks the same
//! numbers.

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
