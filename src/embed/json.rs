//! Converts a JavaScript value to the config's tree.
//!
//! The browser's own parser reads the text. serde_json needed 5 KB more of compressed WebAssembly for the same work.

use js_sys::{Array, Object, Reflect};
use wasm_bindgen::{JsCast, JsValue};

use crate::config::{Kind, Path, Problem, Tree, limits};

/// Parses a text.
pub(super) fn parse(text: &str) -> Result<Tree, Problem> {
    if text.trim_ascii().is_empty() {
        return Err(Problem::error(Path::default(), Kind::Empty));
    }
    match js_sys::JSON::parse(text.trim_start_matches('\u{feff}')) {
        Ok(value) => tree(&value, limits::DEPTH).ok_or_else(|| {
            let what = "levels of `[ ]` and `{ }`";
            Problem::error(Path::default(), Kind::TooMany { what, count: limits::DEPTH + 1, limit: limits::DEPTH })
        }),
        Err(error) => {
            let message = Reflect::get(&error, &"message".into()).ok().and_then(|it| it.as_string());
            Err(Problem::error(Path::default(), Kind::Syntax { message: message.unwrap_or_default() }))
        }
    }
}

/// `None` if the value is nested deeper than a config may be.
fn tree(value: &JsValue, depth: usize) -> Option<Tree> {
    Some(if let Some(text) = value.as_string() {
        Tree::Text(text)
    } else if let Some(number) = value.as_f64() {
        Tree::Number(number)
    } else if let Some(flag) = value.as_bool() {
        Tree::Bool(flag)
    } else if !value.is_object() {
        Tree::Null
    } else if depth == 0 {
        return None;
    } else if Array::is_array(value) {
        Tree::List(value.unchecked_ref::<Array>().iter().map(|item| tree(&item, depth - 1)).collect::<Option<_>>()?)
    } else {
        let entry = |entry: JsValue| {
            let entry: Array = entry.unchecked_into();
            Some((entry.get(0).as_string().unwrap_or_default(), tree(&entry.get(1), depth - 1)?))
        };
        Tree::Map(Object::entries(value.unchecked_ref()).iter().map(entry).collect::<Option<_>>()?)
    })
}
