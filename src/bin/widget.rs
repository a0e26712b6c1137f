//! The widget's WebAssembly. Nothing runs at start; `element.js` calls the functions of `embed`.

extern crate career_matcher;

fn main() {}
