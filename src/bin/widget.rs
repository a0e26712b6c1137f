//! The widget's WebAssembly. It runs nothing at start; `script/` calls the functions of `embed`.

extern crate career_matcher;

#[cfg(target_arch = "wasm32")]
#[global_allocator]
static ALLOCATOR: rlsf::SmallGlobalTlsf = rlsf::SmallGlobalTlsf::new();

fn main() {}
