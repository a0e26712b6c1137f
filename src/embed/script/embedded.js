// All files of the single-file release: the wasm in base64 and the default quiz by name, and the modules that otherwise
// load on demand. The build fills it and injects it into that release; in every other file `EMBEDDED` is `null`.

{{imports}}
export const EMBEDDED = {{embedded}};
