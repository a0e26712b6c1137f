// The files of the release, filled in by `tools/assemble.rs`. The names of all files depend on the content of all
// files, so files of two releases never mix.

const RELEASE = "{{release}}";

// The integrity hash of each WebAssembly file, by the name of the chunk. The name of the primary is empty.
export const PRIMARY = "";
export const WASM = {{wasm}};

export const file = (name, ending) => `career-matcher-${name && name + "-"}${RELEASE}.${ending}`;

// The stylesheet of the first card, and the tokens with other values in dark mode.
export const SHEET = {{sheet}};
export const DARK = {{dark}};
