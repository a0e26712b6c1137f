// All files of the release, in the release of one single file (`tools/assemble.rs` writes another module in place of
// this one there): wasm in base64 and the default quiz by name, and the modules that else come on need.

export const EMBEDDED = null;
