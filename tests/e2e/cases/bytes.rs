//! The byte budget: what a visitor's browser fetches before the first card.

use std::{fs, io::Write, path::Path};

use brotli::CompressorWriter;
use libtest_mimic::Failed;

/// Bytes of script, wasm and default quiz together, after compression.
const BUDGET: usize = 102_400;

pub fn the_budget(dist: &Path) -> Result<(), Failed> {
    let mut names = Vec::new();
    for entry in fs::read_dir(dist)? {
        names.push(entry?.file_name().to_string_lossy().into_owned());
    }
    names.retain(|name| {
        ["career-matcher.js", "python-careers.json"].contains(&name.as_str()) || name.ends_with(".wasm")
    });
    names.sort();
    assert_eq!(names.len(), 3, "one script, one wasm and one quiz, but there is {names:?}");
    let mut table = format!("\n{:34} {:>9} {:>9}\n", "file", "bytes", "brotli 11");
    let (mut plain, mut small) = (0, 0);
    for name in &names {
        let bytes = fs::read(dist.join(name))?;
        let packed = compressed(&bytes)?;
        table += &format!("{name:34} {:>9} {packed:>9}\n", bytes.len());
        plain += bytes.len();
        small += packed;
    }
    table += &format!("{:34} {plain:>9} {small:>9}\n{:34} {:>9} {BUDGET:>9}\n", "together", "budget", "");
    print!("{table}");
    if small > BUDGET { Err(format!("{} bytes over the budget{table}", small - BUDGET).into()) } else { Ok(()) }
}

fn compressed(bytes: &[u8]) -> std::io::Result<usize> {
    let mut packed = Vec::new();
    let mut writer = CompressorWriter::new(&mut packed, 4096, 11, 24);
    writer.write_all(bytes)?;
    writer.flush()?;
    drop(writer);
    Ok(packed.len())
}
