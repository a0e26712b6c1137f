//! Builds the widget's JavaScript: fills the placeholders in the modules of `src/embed/script/`, and bundles them with
//! esbuild.

use std::{
    env, fs,
    path::{Path, PathBuf},
    process::Command,
};

use base64::{Engine, engine::general_purpose::STANDARD};

use super::{chunk_table::ASKS, read};

/// The modules that load on demand.
pub const MODULES: [&str; 4] = ["outcome", "looks", "drag", "speech"];

const SOURCE: &str = "src/embed/script";

/// The parts of the widget's sheet, in the order in which they are joined: later rules win.
const SHEET: [&str; 8] = [
    "tokens",
    "widget/host",
    "widget/base",
    "widget/controls",
    "widget/intro",
    "widget/card",
    "widget/adaptations",
    "widget/markdown",
];
/// The sheet that only the result needs: it is fetched after the first card.
const RESULT: [&str; 8] = [
    "result/best",
    "result/reasons",
    "result/details",
    "result/tables",
    "result/lists",
    "result/charts",
    "result/answers",
    "result/adaptations",
];

/// The oldest supported browsers.
const TARGET: &str = "--target=chrome105,firefox110,safari16.4";

/// A temporary folder with the modules, removed on drop.
pub struct Script {
    folder: PathBuf,
}

impl Script {
    /// With the glue of wasm-bindgen, the stylesheets, and the texts of all languages.
    pub fn new(glue: &str, languages: &Languages) -> Self {
        let folder = env::temp_dir().join(format!("career-matcher-{}", std::process::id()));
        fs::create_dir_all(&folder).expect("there is a folder for temporary files");
        let script = Self { folder };
        for entry in fs::read_dir(SOURCE).expect("the modules are there") {
            let path = entry.expect("an entry can be read").path();
            script.put(&path.file_name().expect("a file has a name").to_string_lossy(), &read(&path));
        }
        script.fill("origin.js", "{{version}}", env!("CARGO_PKG_VERSION"));
        script.fill("glue.js", "{{glue}}", &format!("(guard) => {{ let calmly; {glue}\nreturn wasm_bindgen; }}"));
        let sheet = script.minified("first.css", &joined(&SHEET));
        let (before, rest) = sheet.split_once("@media screen{:host(.dark){").expect("tokens.css has the dark colours");
        let (dark, after) = rest.split_once("}}").expect("their rule ends");
        script.fill("files.js", "{{sheet}}", &quoted(&[before, after].concat()));
        script.fill("files.js", "{{dark}}", &quoted(&[dark, ";"].concat()));
        script.fill("looks.js", "{{css}}", &quoted(&script.minified("looks.css", &joined(&["looks"]))));
        script.fill("outcome.js", "{{css}}", &quoted(&script.minified("outcome.css", &joined(&RESULT))));
        script.fill("outcome.js", "{{words}}", &languages.english.to_string());
        let asks: String = ASKS
            .map(|(name, pattern)| format!("export const {} = /{pattern}/;\n", name.to_uppercase()))
            .concat();
        script.fill("chunks.js", "{{asks}}", &asks);
        script.fill("speech.js", "{{keys}}", &serde_json::json!(languages.keys).to_string());
        let tags: Vec<_> = languages.others.iter().map(|(tag, _)| tag).collect();
        script.fill("speech.js", "{{languages}}", &serde_json::json!(tags).to_string());
        script
    }

    /// A module that loads on demand.
    pub fn module(&self, name: &str) -> String {
        self.bundle(&format!("{name}.js"), "esm", "--define:EMBEDDED=null")
    }

    /// The script for pages, with the name of the release and the integrity hashes of its wasm.
    pub fn whole(&self, release: &str, integrity: &serde_json::Value) -> String {
        self.fill("files.js", "{{release}}", release);
        self.fill("files.js", "{{wasm}}", &integrity.to_string());
        self.begin("--define:EMBEDDED=null")
    }

    /// The same with all other files inside.
    pub fn inline(&self, wasm: &[(String, Vec<u8>)], quiz: &str, languages: &Languages) -> String {
        let imports: String = MODULES.map(|name| format!("import * as {name} from './{name}.js';\n")).concat();
        // English too, for an error screen without a quiz: from a disk.
        let mut embedded = serde_json::json!({ "config": quiz, "words": { "en": languages.whole_english } });
        for (name, bytes) in wasm {
            embedded[name] = STANDARD.encode(bytes).into();
        }
        for (tag, words) in &languages.others {
            embedded["words"][tag] = words.clone();
        }
        let modules = MODULES.join(", ");
        self.fill("embedded.js", "{{imports}}", &imports);
        self.fill("embedded.js", "{{embedded}}", &format!("{{ ...{embedded}, modules: {{ {modules} }} }}"));
        self.begin("--inject:./embedded.js")
    }

    /// The entry of the script. Without elements, on a server or in a worker, it does nothing. `embedded` says what is inside.
    fn begin(&self, embedded: &str) -> String {
        let script = self.bundle("main.js", "iife", embedded);
        let at = script.find("(()=>{").expect("esbuild wraps the script into a function");
        let (strict, whole) = script.split_at(at);
        [strict, "typeof HTMLElement==\"function\"&&", whole].concat()
    }

    fn bundle(&self, file: &str, format: &str, embedded: &str) -> String {
        self.esbuild(&[file, "--bundle", &format!("--format={format}"), embedded])
    }

    fn minified(&self, file: &str, text: &str) -> String {
        self.put(file, text);
        self.esbuild(&[file]).trim().to_owned()
    }

    fn fill(&self, file: &str, place: &str, text: &str) {
        let module = read(self.folder.join(file));
        assert_eq!(module.matches(place).count(), 1, "{file} has one {place}");
        self.put(file, &module.replace(place, text));
    }

    fn put(&self, file: &str, text: &str) {
        fs::write(self.folder.join(file), text).expect("a temporary file can be written");
    }

    /// `tools/install.sh` puts it on PATH.
    fn esbuild(&self, arguments: &[&str]) -> String {
        let output = Command::new("esbuild")
            .args(["--minify", "--log-level=warning", TARGET, "--charset=utf8"])
            .args(arguments)
            .current_dir(&self.folder)
            .output()
            .expect("esbuild is installed: run `tools/install.sh build`");
        assert!(output.status.success(), "esbuild: {}", String::from_utf8_lossy(&output.stderr));
        String::from_utf8(output.stdout).expect("esbuild writes UTF-8")
    }
}

impl Drop for Script {
    fn drop(&mut self) {
        // Files that remain in the temporary folder do no harm.
        let _ = fs::remove_dir_all(&self.folder);
    }
}

/// Sheets of `styles/`, one after the other.
fn joined(sheets: &[&str]) -> String {
    sheets.iter().map(|name| read(format!("styles/{name}.css"))).collect()
}

fn quoted(text: &str) -> String {
    serde_json::Value::from(text).to_string()
}

/// The widget's own texts, from `src/text/words/`.
pub struct Languages {
    pub keys: Vec<String>,
    /// The texts that neither the program nor the script contains, in the order of the keys; the same order in
    /// `others`.
    pub english: serde_json::Value,
    /// All English texts.
    pub whole_english: serde_json::Value,
    /// Each language with its tag.
    pub others: Vec<(String, serde_json::Value)>,
}

const LANGUAGES: &str = "src/text/words";
const TABLE: &str = "src/widget/words/table.rs";

impl Languages {
    pub fn new() -> Self {
        let english = words("en");
        let keys: Vec<_> = english.keys().cloned().collect();
        let mut tags: Vec<String> = fs::read_dir(LANGUAGES)
            .expect("there are languages")
            .filter_map(|entry| Some(entry.ok()?.file_name().to_str()?.strip_suffix(".json")?.to_owned()))
            .filter(|tag| tag != "en")
            .collect();
        tags.sort();
        let others = tags.into_iter().map(|tag| {
            let words = words(&tag);
            (tag, keys.iter().map(|key| words.get(key).cloned().unwrap_or_else(|| "".into())).collect())
        });
        let table = read(TABLE);
        let (first, _) = table.split_once("rest {").expect("the table has what the first card says, and the rest");
        let own = english
            .iter()
            .take_while(|(key, _)| !key.starts_with("trouble"))
            .map(|(key, word)| if first.contains(&format!("\"{key}\" ")) { "".into() } else { word.clone() });
        let whole_english = english.values().cloned().collect();
        Self { others: others.collect(), english: own.collect(), whole_english, keys }
    }
}

fn words(tag: &str) -> serde_json::Map<String, serde_json::Value> {
    serde_json::from_str(&read(Path::new(LANGUAGES).join(format!("{tag}.json")))).expect("words are an object of texts")
}
