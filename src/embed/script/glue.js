// The glue of wasm-bindgen as a factory: each call makes the variables of one instance.

export const glue = {{glue}};
