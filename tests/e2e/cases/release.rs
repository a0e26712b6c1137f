//! The files of a release: the folder of the version, the snippet on the demo page, and what no script may contain.

use std::{collections::BTreeMap, fs, path::Path, process::Command};

use base64::{Engine as _, engine::general_purpose::STANDARD};
use libtest_mimic::{Failed, Trial};
use serde_json::json;
use sha2::{Digest, Sha384};

use super::Case;
use crate::{host, page::Page, server::read_all};

/// The folder whose files never change.
const VERSION: &str = concat!("v", env!("CARGO_PKG_VERSION"), "/");
/// Files only for the demo.
const DEMO: [&str; 4] = ["index.html", "demo.css", "gallery.html", "gallery.svg"];
/// Functions that turn text into code or markup, or store data in the browser.
const DANGEROUS: [&str; 7] =
    ["eval(", "new Function", "innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "document.cookie"];

pub fn cases() -> Vec<Case> {
    vec![Case::new("release::the_version_plays", the_version_plays)]
}

/// The checks without a browser.
pub fn checks(dist: &Path) -> Vec<Trial> {
    let check = |name: &str, check: fn(&Files) -> Result<(), Failed>| {
        let dist = dist.to_owned();
        Trial::test(format!("release::{name}"), move || check(&read_all(&dist)?.into_iter().collect()))
    };
    vec![
        check("the_version_is_complete", the_version_is_complete),
        check("the_snippet_has_the_hash", the_snippet_has_the_hash),
        check("nothing_dangerous", nothing_dangerous),
        check("nothing_happens_on_a_server", nothing_happens_on_a_server),
        check("the_minified_name_is_the_same_script", the_minified_name_is_the_same_script),
    ]
}

type Files = BTreeMap<String, Vec<u8>>;

/// The version's folder has exactly the files of the latest release, byte for byte.
fn the_version_is_complete(files: &Files) -> Result<(), Failed> {
    let latest = files.iter().filter(|(name, _)| !name.contains('/') && !DEMO.contains(&name.as_str()));
    let version = files.iter().filter_map(|(name, body)| Some((name.strip_prefix(VERSION)?, body)));
    let differs = |a: &BTreeMap<&str, &Vec<u8>>, b: &BTreeMap<&str, &Vec<u8>>| -> Vec<String> {
        a.iter()
            .filter(|(name, body)| b.get(*name) != Some(body))
            .map(|(name, _)| (*name).to_owned())
            .collect()
    };
    let (latest, version) = (latest.map(|(name, body)| (name.as_str(), body)).collect(), version.collect());
    let (missing, other) = (differs(&latest, &version), differs(&version, &latest));
    if missing.is_empty() && other.is_empty() {
        return Ok(());
    }
    Err(format!("{VERSION} lacks or changes {missing:?}, and has besides {other:?}").into())
}

/// The demo page shows a script tag to copy. Its integrity is the hash of the named file.
fn the_snippet_has_the_hash(files: &Files) -> Result<(), Failed> {
    let page = String::from_utf8_lossy(&files["index.html"]).into_owned();
    let snippet = page.split("&lt;script").nth(1).and_then(|it| it.split("&lt;/script").next());
    let snippet = snippet.ok_or("the demo page shows a script tag")?.replace("&quot;", "\"");
    let value = |name: &str| {
        let rest = snippet.split(&format!("{name}=\"")).nth(1).and_then(|it| it.split('"').next());
        rest.map(str::to_owned).ok_or(format!("the snippet has {name}: {snippet}"))
    };
    let (src, integrity) = (value("src")?, value("integrity")?);
    // On its own host or beside the page: the longest suffix of the address that is a file of the release.
    let mut ends = src.match_indices('/').map(|(at, _)| &src[at + 1..]);
    let file = files.get(&src).or_else(|| ends.find_map(|end| files.get(end))).ok_or(format!("{src} is a file"))?;
    let hash = format!("sha384-{}", STANDARD.encode(Sha384::digest(file)));
    match hash == integrity {
        true => Ok(()),
        false => Err(format!("{src} has {hash}, the snippet says {integrity}").into()),
    }
}

/// In the released files, not only in their sources.
fn nothing_dangerous(files: &Files) -> Result<(), Failed> {
    let mut scripts = 0;
    for (name, body) in files.iter().filter(|(name, _)| name.ends_with(".js")) {
        let text = String::from_utf8_lossy(body);
        if let Some(word) = DANGEROUS.iter().find(|word| text.contains(*word)) {
            return Err(format!("{name} has `{word}`").into());
        }
        scripts += 1;
    }
    assert!(scripts >= 6, "the scripts are there");
    Ok(())
}

/// Imported and required without a document, as by server-rendering frameworks: no effect, and no error.
fn nothing_happens_on_a_server(files: &Files) -> Result<(), Failed> {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("on-a-server");
    fs::create_dir_all(&folder)?;
    for (name, kind) in [("plain.js", "commonjs"), ("module.mjs", "module")] {
        for script in ["career-matcher.js", "career-matcher.min.js", "career-matcher.inline.js"] {
            fs::write(folder.join(script), &files[script])?;
            fs::write(folder.join("package.json"), format!(r#"{{ "type": "{kind}" }}"#))?;
            let globals = "const before = Reflect.ownKeys(globalThis).length;";
            let after = "if (Reflect.ownKeys(globalThis).length !== before) throw new Error('a new global');";
            let code = match kind {
                "commonjs" => format!("{globals} require('./{script}'); {after}"),
                _ => format!("{globals} await import('./{script}'); await import('./{script}?v=2'); {after}"),
            };
            fs::write(folder.join(name), code)?;
            let output = Command::new("node").arg(name).current_dir(&folder).output()?;
            let said = [output.stdout, output.stderr].concat();
            if !output.status.success() || !said.is_empty() {
                return Err(format!("{script} as {kind}: {}", String::from_utf8_lossy(&said)).into());
            }
        }
    }
    Ok(())
}

/// For optimisers, which leave such names alone; both scripts have types.
fn the_minified_name_is_the_same_script(files: &Files) -> Result<(), Failed> {
    assert!(files["career-matcher.min.js"] == files["career-matcher.js"], "one script under two names");
    for name in ["career-matcher.d.ts", "career-matcher.min.d.ts", "career-matcher.inline.d.ts"] {
        assert!(files.contains_key(name), "{name}");
    }
    Ok(())
}

/// A page at the versioned address needs nothing outside its folder.
fn the_version_plays(page: &Page) {
    let script = format!(r#"<script src="/{VERSION}career-matcher.js" async></script>"#);
    page.open_html(host::page(&script, "<career-matcher></career-matcher>"));
    page.ready();
    page.play_default_quiz();
    for level in ["error", "warn"] {
        assert_eq!(page.lines(level), [""; 0]);
    }
    let outside = page.eval(&format!(
        "performance.getEntriesByType('resource').map((it) => new URL(it.name).pathname)
           .filter((it) => !it.startsWith('/{VERSION}') && !/recorder|icon/.test(it))"
    ));
    assert_eq!(outside, json!([]));
}
