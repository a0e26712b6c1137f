//! The syntax of authors' texts: a little Markdown, and names in braces.
//!
//! Pure, and in linear time for any text. It must never know who displays a text, nor write HTML.

mod markdown;
mod template;
#[cfg(not(target_arch = "wasm32"))]
pub mod words;

pub use markdown::{Block, Inline, is_marked, markdown};
pub use template::{NAMES, Placeholder, fill, placeholders, plain};
