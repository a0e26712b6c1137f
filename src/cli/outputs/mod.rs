//! The JSON outputs of commands, as data. The schemas are generated from the same structs, and their doc comments are
//! the descriptions in the schemas.

pub(super) mod check;
pub(super) mod lab;
pub(super) mod matching;
mod problem;
pub(super) mod simulate;

use std::{borrow::Cow, collections::BTreeMap};

use schemars::{JsonSchema, Schema, SchemaGenerator};
use serde::{Serialize, Serializer};

pub(super) use problem::Problem;

/// Values by id, in a fixed order.
pub(super) struct ById<T>(pub(super) Vec<(String, T)>);

impl<T: Serialize> Serialize for ById<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.0.iter().map(|(id, value)| (id, value)))
    }
}

impl<T: JsonSchema> JsonSchema for ById<T> {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        BTreeMap::<String, T>::schema_name()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        BTreeMap::<String, T>::json_schema(generator)
    }
}

/// A value as one line of JSON, without a line break.
pub(super) fn line(value: &impl Serialize) -> String {
    serde_json::to_string(value).expect("keys are texts, so that every output is JSON")
}
