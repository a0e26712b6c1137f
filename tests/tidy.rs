//! The rules of ARCHITECTURE.md that the compiler does not check.

use std::{
    fs,
    path::{Path, PathBuf},
};

/// All files below a folder with one of the extensions.
fn files(folder: &str, endings: &[&str]) -> Vec<PathBuf> {
    let mut found = Vec::new();
    let mut folders = vec![PathBuf::from(folder)];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).expect("a folder can be read") {
            let path = entry.expect("an entry can be read").path();
            if path.is_dir() {
                folders.push(path);
            } else if endings.iter().any(|ending| path.extension().is_some_and(|it| it == *ending)) {
                found.push(path);
            }
        }
    }
    assert!(!found.is_empty(), "{folder} has files");
    found.sort();
    found
}

fn text(path: &Path) -> String {
    fs::read_to_string(path).expect("a file can be read")
}

/// The lines of code, without comments.
fn code(path: &Path) -> String {
    let text = text(path);
    text.lines().filter(|line| !line.trim_start().starts_with("//")).collect::<Vec<_>>().join("\n")
}

fn never(folders: &[&str], words: &[&str]) {
    for path in folders.iter().flat_map(|folder| files(folder, &["rs"])) {
        for word in words {
            assert!(!code(&path).contains(word), "{} names `{word}`", path.display());
        }
    }
}

#[test]
fn the_core_is_pure() {
    let core = ["src/config", "src/matcher", "src/adaptive", "src/quiz", "src/lab"];
    never(
        &core,
        &["yew", "web_sys", "js_sys", "wasm_bindgen", "gloo", "std::time", "std::fs", "std::net", "rand::"],
    );
    never(&core, &["HashMap", "HashSet"]);
}

/// The layers from the bottom to the top: a layer uses only those below it.
const LAYERS: [&str; 9] = ["text", "config", "matcher", "adaptive", "quiz", "lab", "widget", "embed", "cli"];

#[test]
fn use_goes_one_way() {
    for (at, layer) in LAYERS.iter().enumerate() {
        // `lab`, `widget` with `embed`, and `cli` stand side by side, but for the lab that `cli` shows.
        let apart: &[&str] = match *layer {
            "widget" | "embed" => &["lab"],
            "cli" => &["widget", "embed"],
            _ => &[],
        };
        let above: Vec<_> = LAYERS[at + 1..].iter().chain(apart).map(|it| format!("crate::{it}")).collect();
        never(&[&format!("src/{layer}")], &above.iter().map(String::as_str).collect::<Vec<_>>());
    }
    never(&["src/widget"], &["CustomEvent", "shadow", "gloo::utils::window", "web_sys::window"]);
}

/// A file that is compiled in comes from the same layer or from one below it; the examples are data for all.
#[test]
fn what_is_included_comes_from_below() {
    for (at, layer) in LAYERS.iter().enumerate() {
        for path in files(&format!("src/{layer}"), &["rs"]) {
            let code = code(&path);
            let shipped = code.split("#[cfg(test)]").next().unwrap_or_default();
            for piece in shipped.split("include_str!(").skip(1) {
                let named = piece.split('"').nth(1).expect("a name in quotes");
                let mut folder = path.parent().expect("a file is in a folder").to_path_buf();
                named.split('/').for_each(|step| match step {
                    ".." => drop(folder.pop()),
                    _ => folder.push(step),
                });
                let allowed = LAYERS[..=at].iter().map(|it| format!("src/{it}")).chain(["examples".to_owned()]);
                let is_below = allowed.into_iter().any(|it| folder.starts_with(it));
                assert!(is_below, "{} includes {}", path.display(), folder.display());
            }
        }
    }
}

#[test]
fn nothing_dangerous_on_a_strangers_page() {
    let words = ["from_html_unchecked", "inner_html", "innerHTML", "LocalStorage", "SessionStorage", "eval("];
    never(&["src"], &words);
    for path in files("src", &["js"]) {
        let dangerous = ["innerHTML", "outerHTML", "eval(", "new Function", "document.write", "document.cookie"];
        for word in dangerous {
            assert!(!code(&path).contains(word), "{} names `{word}`", path.display());
        }
    }
}

#[test]
fn nobody_gives_up_in_what_ships() {
    for path in files("src", &["rs"]) {
        let text = code(&path);
        let shipped = text.split("#[cfg(test)]").next().unwrap_or_default();
        for word in [".unwrap()", ".expect(", "panic!(", "todo!(", "unimplemented!(", "dbg!("] {
            let native = path.starts_with("src/cli") || path.starts_with("src/bin");
            assert!(native || !shipped.contains(word), "{} has `{word}`", path.display());
        }
    }
}

#[test]
fn every_module_says_what_it_is() {
    for path in files("src", &["rs"]) {
        assert!(text(&path).starts_with("//! "), "{} has no words at the top", path.display());
    }
}

#[test]
fn files_stay_small() {
    for path in files("src", &["rs", "js"]) {
        let lines = text(&path).lines().count();
        assert!(lines <= 320, "{} has {lines} lines: it holds more than one idea", path.display());
    }
    for path in files("src/bin", &["rs"]) {
        assert!(text(&path).lines().count() <= 15, "{} does more than start", path.display());
    }
}

/// All sheets but the demo page's.
fn shipped_sheets() -> Vec<PathBuf> {
    files("styles", &["css"]).into_iter().filter(|it| !it.ends_with("demo.css")).collect()
}

#[test]
fn every_sheet_is_joined() {
    let script = text(Path::new("tools/script.rs"));
    for path in shipped_sheets() {
        let name = path.strip_prefix("styles").expect("it is there").with_extension("");
        assert!(
            script.contains(&format!("\"{}\"", name.display())),
            "tools/script.rs does not name {}",
            path.display()
        );
    }
}

#[test]
fn literal_looks_live_in_tokens() {
    let sheets: String = shipped_sheets().iter().filter(|it| !it.ends_with("tokens.css")).map(|it| text(it)).collect();
    let bare: Vec<_> = sheets.lines().filter(|line| !line.trim_start().starts_with(['*', '/'])).collect();
    for line in bare {
        let value = line.split_once(':').map_or("", |(_, value)| value);
        assert!(!value.contains('#') && !value.contains("rgb("), "a colour outside tokens.css: {line}");
        assert!(!value.contains("rem;"), "hosts set odd root sizes: {line}");
        for side in ["margin-left", "margin-right", "padding-left", "padding-right", "text-align: left"] {
            assert!(!line.contains(side), "not for right-to-left: {line}");
        }
    }
}

/// Also in a fresh clone: `trunk serve` exits at once if a path to watch or ignore is missing.
#[test]
fn trunk_names_only_what_every_clone_has() {
    let trunk = text(Path::new("Trunk.toml"));
    let (_, watch) = trunk.split_once("[watch]").expect("Trunk.toml says what to watch");
    let (watch, _) = watch.split_once("\n[").expect("a section follows");
    let built = text(Path::new(".gitignore"));
    let paths: Vec<_> = watch.split('"').skip(1).step_by(2).map(|it| it.trim_start_matches("./")).collect();
    assert!(paths.len() > 3, "{paths:?}");
    for path in paths {
        assert!(Path::new(path).exists(), "Trunk.toml: {path} is not in the repository");
        assert!(
            !built.lines().any(|it| path.starts_with(it.trim_matches('/'))),
            "Trunk.toml: {path} is there only after a build"
        );
    }
}

/// ARCHITECTURE.md names existing files. A name is relative to the repository, to `src/`, or to the folder with which its
/// bullet of the code map begins.
#[test]
fn the_map_names_what_is_there() {
    let map = text(Path::new("ARCHITECTURE.md"));
    let endings = [".rs", ".js", ".css", ".json", ".html", ".md", ".sh"];
    let mut seen = 0;
    for line in map.lines() {
        let bullet = line.strip_prefix("- `").and_then(|it| it.split('`').next()).filter(|it| it.ends_with('/'));
        let folders: Vec<_> = bullet.into_iter().chain([""]).flat_map(|it| [it.into(), format!("src/{it}")]).collect();
        for name in line.split('`').skip(1).step_by(2) {
            if name.ends_with('/') || endings.iter().any(|it| name.ends_with(it)) {
                let is_there = folders.iter().any(|folder| Path::new(folder).join(name).exists());
                assert!(is_there, "ARCHITECTURE.md: {name} is not in the repository");
                seen += 1;
            }
        }
    }
    assert!(seen > 150, "{seen} names");
}
