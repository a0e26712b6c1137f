//! Trunk's last step: from what wasm-bindgen left in the staging folder to the files that a site owner hosts.
//!
//! Splits the wasm and names its files by their content, joins `src/embed/script/`, the glue and the sheet into
//! `career-matcher.js`, once more with all of them inside, copies the default quiz, and writes each file's integrity
//! where a reader finds it.

#[path = "script.rs"]
mod script;
#[path = "split.rs"]
mod split;

use std::{env, fs, path::Path, process::Command};

use base64::{Engine, engine::general_purpose::STANDARD};
use script::{Languages, Script};
use sha2::{Digest, Sha384};

const SCRIPT: &str = "career-matcher.js";
const INLINE: &str = "career-matcher.inline.js";
const QUIZ: &str = "python-careers.json";

/// What the browsers that we serve know of WebAssembly.
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
    let glue = short_names(&staging.join("widget_bg.wasm"), guarded(&read(&glue_path)));
    fs::remove_file(glue_path).expect("the glue can be removed");
    let mut files = split_files(staging, &staging.join("widget_bg.wasm"));
    let quiz = default_quiz();
    fs::write(staging.join(QUIZ), &quiz).expect("the default quiz can be written");

    let languages = Languages::new();
    for (_, file, words) in &languages.others {
        fs::write(staging.join(file), words.to_string()).expect("words can be written");
    }
    let script = Script::new(&glue, &languages);
    for name in script::MODULES {
        let module = script.module(name);
        let named = format!("career-matcher-{name}-{}.js", &hex(module.as_bytes())[..12]);
        fs::write(staging.join(&named), &module).expect("a module can be written");
        let taken = files.as_object_mut().and_then(|files| files.insert(name.to_owned(), serde_json::json!([named])));
        assert!(taken.is_none(), "`{name}` is a part of the wasm already");
    }
    let whole = script.whole(&files);
    fs::write(staging.join(SCRIPT), &whole).expect("the script can be written");
    let inline = script.inline(staging, &files, &quiz, &languages);
    fs::write(staging.join(INLINE), inline).expect("the single file can be written");

    for (from, to) in [
        ("docs/problems.md", "problems.md"),
        ("src/embed/types/career-matcher.d.ts", "career-matcher.d.ts"),
        ("src/embed/types/custom-elements.json", "custom-elements.json"),
        ("src/embed/types/html-custom-data.json", "html-custom-data.json"),
        ("schema/career-matcher.schema.json", "career-matcher.schema.json"),
        ("examples/gallery.html", "gallery.html"),
        ("examples/gallery.svg", "gallery.svg"),
    ] {
        fs::copy(from, staging.join(to)).unwrap_or_else(|error| panic!("{from}: {error}"));
    }
    keep_version(staging);

    let page = staging.join("index.html");
    let html = read(&page).replace("{{integrity}}", &integrity(whole.as_bytes()));
    fs::write(page, html).expect("the demo page can be written");
}

/// The quiz that ships along, without what only authors need.
fn default_quiz() -> String {
    let mut quiz: serde_json::Value =
        serde_json::from_str(&read(Path::new("examples").join(QUIZ))).expect("the default quiz is JSON");
    for field in ["$schema", "personas"] {
        quiz.as_object_mut().expect("a quiz is an object").remove(field);
    }
    quiz.to_string()
}

/// The same files in a folder that is named by the version and never changes; those beside it are the latest.
fn keep_version(staging: &Path) {
    let folder = staging.join(concat!("v", env!("CARGO_PKG_VERSION")));
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

/// Makes the whole as small as it can be, but leaves it the names of its functions.
fn optimise(wasm: &Path) {
    let doors: Vec<_> = split::doors()
        .map(|door| format!("--no-inline=*{}", door.trim_start_matches(|it| it != ':')))
        .collect();
    let mut arguments: Vec<_> = doors.iter().map(String::as_str).collect();
    arguments.extend(["-g", "--low-memory-unused", "-Oz", "--flatten", "--rereloop", "-Oz", "-Oz", "--converge"]);
    wasm_opt(wasm, &arguments);
}

/// Puts the primary and the parts in the place of the whole. Returns the name and the integrity of each.
fn split_files(staging: &Path, whole: &Path) -> serde_json::Value {
    let split = split::split(&fs::read(whole).expect("trunk has built the widget"));
    fs::remove_file(whole).expect("the whole can be removed");
    let primary = ("primary", "career-matcher".to_owned(), split.primary);
    let parts = split.parts.into_iter().map(|(name, wasm)| (name, format!("career-matcher-{name}"), wasm));
    let mut files = serde_json::Map::new();
    for (name, stem, wasm) in std::iter::once(primary).chain(parts) {
        let file = staging.join("part.wasm");
        fs::write(&file, wasm).expect("a part can be written");
        wasm_opt(&file, &["--low-memory-unused", "-Oz", "--strip-producers", "--strip-target-features"]);
        let wasm = fs::read(&file).expect("wasm-opt has written it");
        let named = format!("{stem}-{}.wasm", &hex(&wasm)[..12]);
        fs::rename(file, staging.join(&named)).expect("a part can be renamed");
        files.insert(name.to_owned(), serde_json::json!([named, integrity(&wasm)]));
    }
    files.into()
}

/// Runs wasm-opt on a file, and returns what it prints.
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

/// The glue with the script's guard around every function of the wasm. The guard also gets what a part needs to be
/// instantiated.
fn guarded(glue: &str) -> String {
    let plain = "wasm = instance.exports;";
    assert_eq!(glue.matches(plain).count(), 1, "this wasm-bindgen writes its glue otherwise: look for `{plain}`");
    // A page of Yew's own has the same marks on its elements, and would take our clicks for its own.
    let glue = glue.replace("__yew_", "__career_matcher_");
    let glue = loading(&glue);
    glue.replace(plain, "wasm = guard(instance.exports, __wbg_get_imports);")
}

/// The script compiles by itself: of all the ways in which the glue can load a module, it needs one. 200 bytes.
fn loading(glue: &str) -> String {
    const OWN: &str = "async function __wbg_load(module, imports) {
        return { instance: await WebAssembly.instantiate(module, imports), module };
    }\n";
    let ends = ["async function __wbg_load(", "function initSync("].map(|end| {
        assert_eq!(glue.matches(end).count(), 1, "this wasm-bindgen writes its glue otherwise: look for `{end}`");
        glue.find(end).unwrap_or_default()
    });
    assert!(ends[0] < ends[1], "this wasm-bindgen writes its glue in another order");
    [&glue[..ends[0]], OWN, &glue[ends[1]..]].concat()
}

/// Gives imports and exports short names in the wasm and in the glue. The long ones end in hashes, which don't
/// compress: 3 KB.
fn short_names(wasm: &Path, mut glue: String) -> String {
    let names = wasm_opt(wasm, &["-g", "--minify-imports-and-exports-and-modules"]);
    let names: serde_json::Value = serde_json::from_slice(&names).expect("wasm-opt prints the new names");
    let pairs = |list: &str, long: usize| {
        let pair =
            |it: &serde_json::Value| [&it[long], &it[long + 1]].map(|it| it.as_str().unwrap_or_default().to_owned());
        names[list].as_array().expect("a list of names").iter().map(pair).collect::<Vec<_>>()
    };
    for [long, short] in pairs("imports", 1) {
        glue = replaced(&glue, &format!("{long}: function"), &format!("{short}: function"));
    }
    for [long, short] in pairs("exports", 0) {
        glue = renamed(&glue, &format!("wasm.{long}"), &format!("wasm.{short}"));
    }
    replaced(&glue, "\"./widget_bg.js\"", "\"a\"")
}

/// Replaces a name wherever it stands as a whole.
fn renamed(text: &str, from: &str, to: &str) -> String {
    let mut parts = text.split(from);
    let mut renamed = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let goes_on = part.starts_with(|c: char| c.is_ascii_alphanumeric() || c == '_' || c == '$');
        renamed.extend([if goes_on { from } else { to }, part]);
    }
    renamed
}

fn replaced(text: &str, from: &str, to: &str) -> String {
    assert_eq!(text.matches(from).count(), 1, "the glue says `{from}` just once");
    text.replace(from, to)
}

fn read(path: impl AsRef<Path>) -> String {
    let path = path.as_ref();
    fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

fn integrity(bytes: &[u8]) -> String {
    format!("sha384-{}", STANDARD.encode(Sha384::digest(bytes)))
}

fn hex(bytes: &[u8]) -> String {
    Sha384::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect()
}
