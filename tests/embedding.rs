//! The declarations of the element for editors, compilers and readers agree with the element.

use std::{
    collections::{BTreeMap, BTreeSet},
    env, fs,
    path::Path,
    process::Command,
};

use serde_json::{Value, json};

const TYPES: &str = "src/embed/types/career-matcher.d.ts";
const MANIFEST: &str = "src/embed/types/custom-elements.json";
const DATA: &str = "src/embed/types/html-custom-data.json";
const DOCUMENT: &str = "docs/embedding.md";

/// The prefix of attributes that carry the page's data on a visitor.
const FIELD: &str = "data-field-";

#[path = "../tools/manifest.rs"]
#[allow(dead_code, reason = "the program writes the files, the test compares them")]
mod manifest;

fn text(path: &str) -> String {
    fs::read_to_string(path).unwrap_or_else(|error| panic!("{path}: {error}"))
}

fn parsed(path: &str) -> Value {
    serde_json::from_str(&text(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
}

fn all_sources(folder: &str) -> String {
    let mut all = String::new();
    for entry in fs::read_dir(folder).unwrap_or_else(|error| panic!("{folder}: {error}")) {
        let path = entry.expect("an entry can be read").path();
        let name = path.to_str().expect("names are text");
        if path.is_dir() {
            all += &all_sources(name);
        } else if name.ends_with(".rs") || name.ends_with(".js") {
            all += &text(name);
        }
    }
    all
}

/// The texts between two marks.
fn between(text: &str, begin: &str, end: &str) -> BTreeSet<String> {
    text.split(begin).skip(1).filter_map(|rest| rest.split(end).next()).map(str::to_owned).collect()
}

fn names(list: &Value) -> BTreeSet<String> {
    list.as_array()
        .expect("a list")
        .iter()
        .map(|it| it["name"].as_str().expect("a name").to_owned())
        .collect()
}

fn declaration() -> Value {
    parsed(MANIFEST)["modules"][0]["declarations"][0].clone()
}

fn assert_in_document(names: &BTreeSet<String>) {
    let document = text(DOCUMENT);
    for name in names {
        assert!(document.contains(&format!("`{name}")), "{DOCUMENT} does not know `{name}`");
    }
}

#[test]
fn the_manifest_and_the_types_are_fresh() {
    for (path, fresh) in manifest::files() {
        assert!(text(path) == fresh, "{path} is stale: run `make generate`");
    }
}

#[test]
fn attributes() {
    let class = text("src/embed/script/element.js");
    let observed = class.split("observedAttributes = [").nth(1).and_then(|it| it.split(']').next()).expect("a list");
    let mut known = between(observed, "\"", "\"");
    known.retain(|it| !it.is_empty() && !it.contains(','));
    known.insert("theme".to_owned()); // read only by the style sheet
    known.insert("lang".to_owned()); // `lang` and fields are read by `script/speech.js`
    known.insert(FIELD.to_owned());
    assert_eq!(names(&declaration()["attributes"]), known, "{MANIFEST}");
    assert_eq!(names(&parsed(DATA)["tags"][0]["attributes"]), known, "{DATA}");
    let types = text(TYPES);
    let types = types.split("interface CareerMatcherAttributes {").nth(1).and_then(|it| it.split("\n}").next());
    let typed = types.expect("the interface is there").lines().filter_map(|line| line.trim().split_once("?:"));
    let mut typed: BTreeSet<_> = typed.map(|(name, _)| name.trim_matches('"').to_owned()).collect();
    if text(TYPES).contains(&format!("[field: `{FIELD}${{string}}`]")) {
        typed.insert(FIELD.to_owned());
    }
    assert_eq!(typed, known, "{TYPES}");
    assert_in_document(&known);
}

#[test]
fn properties_and_methods() {
    let class = text("src/embed/script/element.js");
    // Public members are indented by two spaces, have no underscore, and are not callbacks of the browser.
    let own = [
        "constructor",
        "connectedCallback",
        "connectedMoveCallback",
        "disconnectedCallback",
        "attributeChangedCallback",
    ];
    let known: BTreeSet<_> = class
        .lines()
        .filter_map(|line| line.strip_prefix("  "))
        .filter(|line| line.starts_with(|it: char| it.is_ascii_lowercase()) && line.ends_with(" {"))
        .filter(|line| !line.starts_with("static") && line.contains('('))
        .map(|line| line.trim_start_matches("get ").trim_start_matches("set "))
        .filter_map(|line| line.split('(').next())
        .filter(|name| !own.contains(name) && name.chars().all(char::is_alphanumeric))
        .map(str::to_owned)
        .collect();
    assert!(known.contains("goTo") && known.contains("config"), "{known:?}");
    assert_eq!(names(&declaration()["members"]), known, "{MANIFEST}");
    let types = text(TYPES);
    let types = types.split("interface CareerMatcherElement").nth(1).and_then(|it| it.split("\n}").next());
    let typed = types
        .expect("the interface is there")
        .lines()
        .skip(1)
        .map(str::trim)
        .filter(|it| !it.starts_with('/'));
    let typed: BTreeSet<_> = typed.filter_map(|it| it.split(['(', ':']).next()).map(str::to_owned).collect();
    assert_eq!(typed, known, "{TYPES}");
    assert_in_document(&known);
}

#[test]
fn events() {
    let mut known = between(&text("src/embed/events.rs"), "dispatch(host, \"", "\"");
    known.insert("error".to_owned()); // sent by the script
    known.extend(career_matcher::quiz::EVENTS.iter().map(|it| it.name.to_owned()));
    let known: BTreeSet<_> = known.iter().map(|name| format!("career-matcher-{name}")).collect();
    assert_eq!(names(&declaration()["events"]), known, "{MANIFEST}");
    let typed = between(&text(TYPES), "  \"career-matcher-", "\"");
    assert_eq!(typed.iter().map(|name| format!("career-matcher-{name}")).collect::<BTreeSet<_>>(), known, "{TYPES}");
    let page = text("docs/embedding.md");
    for name in &known {
        assert!(page.contains(&format!("| `{name}` |")), "docs/embedding.md does not know {name}");
    }
}

#[test]
fn parts() {
    let sources = all_sources("src/widget") + &all_sources("src/embed");
    let mut known = between(&sources, "part=\"", "\"");
    known.extend(between(&sources, "part: \"", "\""));
    known.extend(between(&sources, "PART: &str = \"", "\""));
    assert_eq!(names(&declaration()["cssParts"]), known, "{MANIFEST}");
    assert_in_document(&known);
}

/// The custom properties of pages, with their defaults.
#[test]
fn custom_properties() {
    let tokens = text("styles/tokens.css");
    let host = tokens.split("\n}\n").next().expect("they are set on the host");
    let mut known: BTreeMap<_, _> = host
        .lines()
        .filter_map(|line| line.trim().strip_prefix("--cm-")?.split_once(": "))
        .filter_map(|(name, rest)| Some((format!("--cm-{name}"), Some(rest.split_once(';')?.0.to_owned()))))
        .collect();
    // Properties without a default come from the page or from other properties.
    known.extend(["--cm-font", "--cm-heading-font", "--cm-on-accent"].map(|name| (name.to_owned(), None)));
    let declaration = declaration();
    let listed = declaration["cssProperties"].as_array().expect("a list").iter().map(|it| {
        let field = |name: &str| it[name].as_str().map(str::to_owned);
        assert!(field("description").is_some_and(|it| it.ends_with('.')), "{it}");
        (field("name").expect("a name"), field("default"))
    });
    assert_eq!(listed.collect::<BTreeMap<_, _>>(), known, "{MANIFEST}");
}

/// The TypeScript compiler accepts correct code, with and without React, and rejects wrong code.
#[test]
fn types_compile() {
    assert_eq!(complaints("page.ts", false), "");
    assert_eq!(complaints("app.tsx", true), "");
    assert_eq!(complaints("bundled.ts", false), "");
    let found = complaints("wrong.tsx", true);
    for (at, line) in text("tests/fixtures/types/wrong.tsx").lines().enumerate() {
        let place = format!("wrong.tsx({},", at + 1);
        assert_eq!(found.contains(&place), line.ends_with("// no"), "{line}: {found}");
    }
}

/// The TypeScript compiler's errors for a fixture.
fn complaints(file: &str, react: bool) -> String {
    let hosts = env::var("HOSTS").expect("HOSTS names the folder that `tools/install.sh hosts` prints");
    let here = env!("CARGO_MANIFEST_DIR");
    let mut options = json!({
        "noEmit": true, "strict": true, "target": "es2022", "lib": ["es2022", "dom"], "types": [],
        "module": "esnext", "moduleResolution": "bundler", "jsx": "react-jsx",
    });
    if react {
        options["paths"] = json!({
            "react": [format!("{hosts}/@types/react/index.d.ts")],
            "react/*": [format!("{hosts}/@types/react/*.d.ts")],
        });
    }
    let project = json!({ "compilerOptions": options, "files": [format!("{here}/tests/fixtures/types/{file}")] });
    let place = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("{file}.json"));
    fs::write(&place, project.to_string()).expect("a project can be written");
    let output = Command::new(format!("{hosts}/.bin/tsc"))
        .arg("--project")
        .arg(&place)
        .current_dir(here)
        .output()
        .expect("TypeScript is there: `tools/install.sh browsers` installs it");
    String::from_utf8_lossy(&output.stdout).into_owned() + &String::from_utf8_lossy(&output.stderr)
}

/// A fact has a fix, and a test that fails without the fix.
#[test]
fn facts_name_tests_that_exist() {
    let document = text(DOCUMENT);
    let table = document
        .split("| fact |")
        .nth(1)
        .and_then(|it| it.split("\n\n").next())
        .expect("the table of facts");
    let tests = all_sources("tests/e2e/cases");
    let rows: Vec<_> = table.lines().skip(2).collect();
    assert_eq!(rows.len(), 10);
    for row in rows {
        let name = row.rsplit('`').nth(1).expect("a test in ticks");
        let (theme, last) = name.split_once("::").expect("theme::name");
        let plain = last.trim_start_matches("sheet_");
        assert!(
            tests.contains(&format!("\"{name}\""))
                || tests.contains(&format!("\"{plain}\"")) && tests.contains(&format!("\"{theme}::")),
            "there is no test {name}"
        );
    }
}
