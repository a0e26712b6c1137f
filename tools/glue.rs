//! Edits the glue that wasm-bindgen writes: a guard around all calls, short names, and no code for what the widget's
//! script does itself. Every edit fails loudly if another version of wasm-bindgen writes different glue.

/// The glue in the form that the script needs: a function that makes an instance of a compiled module, with the exports
/// as fields.
pub fn fitted(glue: &str) -> String {
    trimmed(&guarded(glue))
}

/// The glue with the script's guard around every function of the wasm, and around the closures that the page calls. The
/// guard also gets the imports for chunks.
fn guarded(glue: &str) -> String {
    // A page's own Yew app puts the same marks on its elements, and would handle the widget's clicks.
    let glue = glue.replace("__yew_", "__career_matcher_");
    // Yew can write HTML; the widget never does, so this makes it impossible.
    let mut glue = replaced(&glue, ".innerHTML = ", ".title = ");
    for data in ["a", "state.a"] {
        let call = format!("return f({data}, state.b, ...args);");
        glue = replaced(&glue, &call, &format!("return calmly(() => f({data}, state.b, ...args));"));
    }
    replaced(&glue, "wasm = instance.exports;", "[wasm, calmly] = guard(instance.exports, __wbg_get_imports);")
}

/// Removes what the supported browsers and the script never need: other ways to load a module, and workarounds for old
/// browsers. Saves 430 bytes.
fn trimmed(glue: &str) -> String {
    const LOAD: &str = "return Object.assign(async (module) =>
        __wbg_finalize_init(await WebAssembly.instantiate(module, __wbg_get_imports())), exports);\n";
    let glue = cut(glue, "let script_src;", "/**", "");
    let glue = cut(&glue, "if (!('encodeInto' in cachedTextEncoder))", "let WASM_VECTOR_LEN", "");
    let glue = cut(&glue, "if (realloc === undefined) {", "let len = arg.length;", "");
    cut(&glue, "async function __wbg_load(", "})({ __proto__: null });", LOAD)
}

/// Replaces the text from one marker up to another.
fn cut(glue: &str, from: &str, to: &str, by: &str) -> String {
    let (before, rest) = glue.split_once(from).unwrap_or_else(|| panic!("the glue has no `{from}`"));
    let (_, after) = rest.split_once(to).unwrap_or_else(|| panic!("the glue has no `{to}` after `{from}`"));
    [before, by, to, after].concat()
}

/// Gives imports and exports short names in the wasm and in the glue. The long names end in hashes, which don't
/// compress: saves 3 KB.
///
/// `names` is the output of wasm-opt: lists of old and new names.
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

/// Replaces every whole-word occurrence of a name.
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
