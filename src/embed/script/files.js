// The release's files by name, filled in by `tools/assemble.rs`: each with its integrity.

export const FILES = {{files}};

// The sheet of the first card, and the tokens that dark screens change.
export const SHEET = {{sheet}};
export const DARK = {{dark}};
