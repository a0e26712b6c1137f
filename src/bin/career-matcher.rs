//! The command line.

use std::process::ExitCode;

fn main() -> ExitCode {
    career_matcher::cli::main()
}
