// All files of the single-file release: the wasm in base64 and the default quiz by name, and the modules that otherwise
// load on demand. `tools/assemble.rs` replaces this module for that release.

export const EMBEDDED = null;
