//! `schema`: the JSON Schema of a config, from the doc comments of its structs.

use super::{Done, Misuse};
use crate::config::model::Config;

pub(super) fn run() -> Done {
    let schema = schemars::schema_for!(Config);
    let text = serde_json::to_string_pretty(&schema).map_err(Misuse::new)?;
    println!("{text}");
    Ok(true)
}
