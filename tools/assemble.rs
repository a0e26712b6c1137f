//! The last step of trunk: makes the files that a site owner hosts from the output of wasm-bindgen in the staging
//! folder.
//!
//! Splits the wasm, orders its functions so that they compress well, and names all files by their content. Joins
//! `src/embed/script/`, the glue and the stylesheet into `career-matcher.js`, and makes a second script that includes
//! all other files. Copies the default quiz, makes a page of `docs/problems.md`, and writes each file's integrity hash
//! where readers find it.

#[path = "../src/embed/chunk_table.rs"]
#[allow(dead_code, reason = "the widget reads the rest of it")]
mod chunk_table;
#[path = "glue.rs"]
mod glue;
#[path = "order.rs"]
mod order;
#[path = "problems.rs"]
mod problems;
#[path = "script.rs"]
mod script;
#[path = "split.rs"]
mod split;

use std::{env, fs, path::Path, process::Command};

use base64::{Engine, engine::general_purpose::STANDARD};
use script::{Languages, Script};
use sha2::{Digest, Sha256, Sha384};

const SCRIPT: &str = "career-matcher.js";
/// The same script under a name that optimisers leave alone, because it looks already minified.
const MINIFIED: &str = "career-matcher.min.js";
const INLINE: &str = "career-matcher.inline.js";
const VERSION: &str = env!("CARGO_PKG_VERSION");
const QUIZ: &str = "python-careers.json";

/// The WebAssembly features of the supported browsers.
const FEATURES: [&str; 6] = [
    "--enable-bulk-memory",
    "--enable-nontrapping-float-to-int",
    "--enable-sign-ext",
    "--enable-reference-types",
    "--enable-mutable-globals",
    "--enable-multivalue",
];

fn main() {
    let staging = env::var_os("TRUNK_STAGING_DIR").expect("trunk runs this and names its staging folder");
    let staging = Path::new(&staging);

    let glue_path = staging.join("widget.js");
    optimise(&staging.join("widget_bg.wasm"));
    let names = wasm_opt(&staging.join("widget_bg.wasm"), &["-g", "--minify-imports-and-exports-and-modules"]);
    let names = serde_json::from_slice(&names).expect("wasm-opt prints the new names");
    let glue = glue::short_names(&names, glue::fitted(&read(&glue_path)));
    fs::remove_file(glue_path).expect("the glue can be removed");
    let wasm = split_files(staging, &staging.join("widget_bg.wasm"));
    let quiz = default_quiz();
    fs::write(staging.join(QUIZ), &quiz).expect("the default quiz can be written");

    let languages = Languages::new();
    let script = Script::new(&glue, &languages);
    // The files that the script loads on demand, in the order of their names. Their contents determine all names.
    let mut files: Vec<_> = wasm.iter().map(|(name, bytes)| (name.clone(), "wasm", bytes.clone())).collect();
    files.extend(script::MODULES.map(|name| (name.to_owned(), "js", script.module(name).into_bytes())));
    let words = languages.others.iter().map(|(tag, words)| (format!("words-{tag}"), words.to_string().into_bytes()));
    files.extend(words.map(|(name, words)| (name, "json", words)));
    let release = &hex(&files.iter().flat_map(|(_, _, bytes)| bytes.iter().copied()).collect::<Vec<_>>())[..12];
    for (name, ending, bytes) in &files {
        let dash = if name.is_empty() { "" } else { "-" };
        let file = staging.join(format!("career-matcher-{name}{dash}{release}.{ending}"));
        fs::write(file, bytes).expect("a file can be written");
    }
    let integrity_of: serde_json::Map<_, _> =
        wasm.iter().map(|(name, bytes)| (name.clone(), short_integrity(bytes).into())).collect();
    let whole = script.whole(release, &integrity_of.into());
    for name in [SCRIPT, MINIFIED] {
        fs::write(staging.join(name), &whole).expect("the script can be written");
    }
    let inline = script.inline(&wasm, &quiz, &languages);
    fs::write(staging.join(INLINE), inline).expect("the single file can be written");

    for (from, to) in [
        ("src/embed/types/career-matcher.d.ts", "career-matcher.d.ts"),
        ("src/embed/types/career-matcher.inline.d.ts", "career-matcher.inline.d.ts"),
        ("src/embed/types/career-matcher.min.d.ts", "career-matcher.min.d.ts"),
        ("src/embed/types/career-matcher.react.d.ts", "career-matcher.react.d.ts"),
        ("src/embed/types/custom-elements.json", "custom-elements.json"),
        ("src/embed/types/html-custom-data.json", "html-custom-data.json"),
        ("schema/career-matcher.schema.json", "career-matcher.schema.json"),
        ("examples/gallery.html", "gallery.html"),
        ("examples/gallery.svg", "gallery.svg"),
    ] {
        fs::copy(from, staging.join(to)).unwrap_or_else(|error| panic!("{from}: {error}"));
    }
    fs::write(staging.join(problems::PAGE), problems::page(&read("docs/problems.md"))).expect("a page can be written");
    keep_version(staging);

    let page = staging.join("index.html");
    let html = read(&page).replace("{{version}}", VERSION).replace("{{integrity}}", &integrity(whole.as_bytes()));
    fs::write(page, html).expect("the demo page can be written");
}

/// The bundled quiz, without what only authors need.
fn default_quiz() -> String {
    let mut quiz: serde_json::Value =
        serde_json::from_str(&read(Path::new("examples").join(QUIZ))).expect("the default quiz is JSON");
    spare(&mut quiz);
    quiz.to_string()
}

/// Removes what only authors need, and default values.
fn spare(quiz: &mut serde_json::Value) {
    let spared = |field: &str, value: &serde_json::Value| match field {
        "$schema" | "personas" | "accept" => true,
        "language" => value == "en",
        "matching" => *value == serde_json::json!({ "model": "points" }),
        "steps" => *value == 5,
        "min" => *value == 1,
        "show" => value == "inline",
        _ => false,
    };
    match quiz {
        serde_json::Value::Object(fields) => {
            fields.retain(|field, value| !spared(field, value));
            fields.values_mut().for_each(spare);
        }
        serde_json::Value::Array(items) => items.iter_mut().for_each(spare),
        _ => {}
    }
}

/// Copies the files to a folder named by the version, whose content never changes. The files beside it are the latest.
fn keep_version(staging: &Path) {
    let folder = staging.join(format!("v{VERSION}"));
    fs::create_dir_all(&folder).expect("a folder can be made");
    for entry in fs::read_dir(staging).expect("the staging folder can be read") {
        let path = entry.expect("an entry can be read").path();
        let name = path.file_name().expect("a file has a name");
        let ours = ["career-matcher", "python-careers", "problems", "custom-elements", "html-custom-data"];
        if path.is_file() && ours.iter().any(|it| name.to_string_lossy().starts_with(it)) {
            fs::copy(&path, folder.join(name)).expect("a file can be copied");
        }
    }
}

/// Makes the whole wasm as small as possible, but keeps the names of its functions.
fn optimise(wasm: &Path) {
    let entries: Vec<_> = split::entries()
        .map(|entry| format!("--no-inline=*{}", entry.trim_start_matches(|it| it != ':')))
        .collect();
    let mut arguments: Vec<_> = entries.iter().map(String::as_str).collect();
    arguments.extend(["-g", "--low-memory-unused", "-Oz", "--flatten", "--rereloop", "-Oz", "-Oz", "--converge"]);
    wasm_opt(wasm, &arguments);
}

/// Splits the whole wasm: the primary, with an empty name, and the chunks by name.
fn split_files(staging: &Path, whole: &Path) -> Vec<(String, Vec<u8>)> {
    let split = split::split(&fs::read(whole).expect("trunk has built the widget"));
    fs::remove_file(whole).expect("the whole can be removed");
    let file = staging.join("chunk.wasm");
    let small = |(name, wasm): (&str, Vec<u8>)| {
        fs::write(&file, wasm).expect("a chunk can be written");
        wasm_opt(&file, &["--low-memory-unused", "-Oz", "--strip-producers", "--strip-target-features"]);
        // Optimises each file once more after the split: saves 80 bytes.
        wasm_opt(&file, &["--low-memory-unused", "-Oz", "--converge"]);
        (name.to_owned(), order::alike_together(&fs::read(&file).expect("wasm-opt has written it")))
    };
    let all = std::iter::once(("", split.primary)).chain(split.chunks).map(small).collect();
    fs::remove_file(&file).expect("a temporary file can be removed");
    all
}

/// Runs wasm-opt on a file and returns its output.
fn wasm_opt(file: &Path, arguments: &[&str]) -> Vec<u8> {
    let output = Command::new("wasm-opt")
        .args(FEATURES)
        .args(arguments)
        .arg("-o")
        .args([file, file])
        .output()
        .expect("wasm-opt is installed: run `tools/install.sh build`");
    assert!(output.status.success(), "wasm-opt: {}", String::from_utf8_lossy(&output.stderr));
    output.stdout
}

fn read(path: impl AsRef<Path>) -> String {
    let path = path.as_ref();
    fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// The integrity hash for pages.
fn integrity(bytes: &[u8]) -> String {
    format!("sha384-{}", STANDARD.encode(Sha384::digest(bytes)))
}

/// The shorter hash inside the script, where each byte counts before the first card.
fn short_integrity(bytes: &[u8]) -> String {
    format!("sha256-{}", STANDARD.encode(Sha256::digest(bytes)))
}

fn hex(bytes: &[u8]) -> String {
    Sha384::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect()
}
