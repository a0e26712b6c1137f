//! The byte budget: what a browser loads before the first card, and what it loads later.

use std::{fs, io::Write, path::Path};

use brotli::CompressorWriter;
use libtest_mimic::Failed;

/// Bytes of script, primary and default quiz together, after compression.
const BUDGET: usize = 108_000;

/// Bytes of all chunks together, and of each chunk, after compression.
const CHUNKS_BUDGET: usize = 77_000;
const CHUNK_BUDGET: usize = 27_648;

/// Bytes of the single-file release, after compression.
const INLINE_BUDGET: usize = 237_000;

pub fn the_budget(dist: &Path) -> Result<(), Failed> {
    let mut names = Vec::new();
    for entry in fs::read_dir(dist)? {
        names.push(entry?.file_name().to_string_lossy().into_owned());
    }
    names.sort();
    let (chunks, first): (Vec<_>, Vec<_>) = names
        .into_iter()
        .filter(|name| {
            let hashed = name.starts_with("career-matcher-") && [".wasm", ".js"].iter().any(|end| name.ends_with(end));
            ["career-matcher.js", "python-careers.json"].contains(&name.as_str()) || hashed
        })
        .partition(|name| name.matches('-').count() > 2);
    assert_eq!(first.len(), 3, "one script, one primary and one quiz, but there is {first:?}");
    assert!(
        chunks.iter().any(|name| name.starts_with("career-matcher-result-")),
        "the result is a chunk: {chunks:?}"
    );
    let mut table = format!("\n{:42} {:>9} {:>9}\n", "file", "bytes", "brotli 11");
    let before = weighed(dist, &first, &mut table, BUDGET)?;
    let later = weighed(dist, &chunks, &mut table, CHUNKS_BUDGET)?;
    let inline = weighed(dist, &["career-matcher.inline.js".to_owned()], &mut table, INLINE_BUDGET)?;
    let heaviest = later.iter().max().copied().unwrap_or_default();
    print!("{table}");
    let sums: [(usize, usize); 4] = [
        (before.iter().sum(), BUDGET),
        (later.iter().sum(), CHUNKS_BUDGET),
        (heaviest, CHUNK_BUDGET),
        (inline.iter().sum(), INLINE_BUDGET),
    ];
    for (bytes, budget) in sums {
        if bytes > budget {
            return Err(format!("{} bytes over a budget of {budget}{table}", bytes - budget).into());
        }
    }
    Ok(())
}

/// Adds rows for some files to the table. Returns the compressed size of each.
fn weighed(dist: &Path, names: &[String], table: &mut String, budget: usize) -> std::io::Result<Vec<usize>> {
    let mut all = Vec::new();
    for name in names {
        let bytes = fs::read(dist.join(name))?;
        let packed = compressed(&bytes)?;
        *table += &format!("{name:42} {:>9} {packed:>9}\n", bytes.len());
        all.push(packed);
    }
    *table += &format!(
        "{:42} {:>9} {:>9}\n{:42} {:>9} {budget:>9}\n",
        "together",
        "",
        all.iter().sum::<usize>(),
        "budget",
        ""
    );
    Ok(all)
}

fn compressed(bytes: &[u8]) -> std::io::Result<usize> {
    let mut packed = Vec::new();
    let mut writer = CompressorWriter::new(&mut packed, 4096, 11, 24);
    writer.write_all(bytes)?;
    writer.flush()?;
    drop(writer);
    Ok(packed.len())
}
