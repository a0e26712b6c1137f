//! What is changed in the glue that wasm-bindgen writes: a guard around all calls, short names, and nothing that the
//! widget's script does itself. Every change fails loudly when another version of wasm-bindgen writes other glue.

/// The glue as the script needs it: a function that makes an instance of a compiled module, with the exports as fields.
pub fn fitted(glue: &str) -> String {
    trimmed(&guarded(glue))
}

/// The glue with the script's guard around every function of the wasm and around closures that the page calls. The guard
/// also gets what a chunk needs to be instantiated.
fn guarded(glue: &str) -> String {
    // A page of Yew's own has the same marks on its elements, and would take our clicks for its own.
    let glue = glue.replace("__yew_", "__career_matcher_");
    // Yew can write plain HTML; the widget never does, and so that nobody can, nobody may.
    let mut glue = replaced(&glue, ".innerHTML = ", ".title = ");
    for data in ["a", "state.a"] {
        let call = format!("return f({data}, state.b, ...args);");
        glue = replaced(&glue, &call, &format!("return calmly(() => f({data}, state.b, ...args));"));
    }
    replaced(&glue, "wasm = instance.exports;", "[wasm, calmly] = guard(instance.exports, __wbg_get_imports);")
}

/// Without what our browsers and our script never need: other ways to load a module, and ways around what old browsers
/// lack. 430 bytes.
fn trimmed(glue: &str) -> String {
    const LOAD: &str = "return Object.assign(async (module) =>
        __wbg_finalize_init(await WebAssembly.instantiate(module, __wbg_get_imports())), exports);\n";
    let glue = cut(glue, "let script_src;", "/**", "");
    let glue = cut(&glue, "if (!('encodeInto' in cachedTextEncoder))", "let WASM_VECTOR_LEN", "");
    let glue = cut(&glue, "if (realloc === undefined) {", "let len = arg.length;", "");
    cut(&glue, "async function __wbg_load(", "})({ __proto__: null });", LOAD)
}

/// Replaces what lies from one place up to another.
fn cut(glue: &str, from: &str, to: &str, by: &str) -> String {
    let (before, rest) = glue.split_once(from).unwrap_or_else(|| panic!("the glue has no `{from}`"));
    let (_, after) = rest.split_once(to).unwrap_or_else(|| panic!("the glue has no `{to}` after `{from}`"));
    [before, by, to, after].concat()
}

/// Gives imports and exports short names in the wasm and in the glue. The long ones end in hashes, which don't
/// compress: 3 KB.
///
/// `names` is what wasm-opt says of them: lists of what they were and what they are.
pub fn short_names(names: &serde_json::Value, mut glue: String) -> String {
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
    assert_eq!(text.matches(from).count(), 1, "this wasm-bindgen writes its glue otherwise: look for `{from}`");
    text.replace(from, to)
}
