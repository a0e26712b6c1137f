// The code that wasm-bindgen writes, as a factory: each call makes room for one instance.

export const glue = {{glue}};
