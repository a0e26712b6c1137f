// The release's files by name, filled in by `tools/assemble.rs`: each with its integrity.

export const FILES = {{files}};

// The sheet of the first card.
export const SHEET = {{sheet}};
