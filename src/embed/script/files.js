// The release's files, filled in by `tools/assemble.rs`. All of them are named by the content of all, so that files of
// two releases never meet.

const RELEASE = "{{release}}";

// The integrity of each file of WebAssembly, by the name of the chunk. The primary has none.
export const PRIMARY = "";
export const WASM = {{wasm}};

export const file = (name, ending) => `career-matcher-${name && name + "-"}${RELEASE}.${ending}`;

// The sheet of the first card, and the tokens that dark screens change.
export const SHEET = {{sheet}};
export const DARK = {{dark}};
