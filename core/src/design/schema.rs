//! [`Design::schema`]: the keys and types of a design file as a JSON Schema.
//!
//! It is derived from the structs that read the file, so it cannot know other keys than they do; what
//! is said about a key is the comment that stands at it there. Three kinds of sentence in those comments
//! are read by machines too: `Default:` and `Example:` with a TOML value, and `0 to 366` with a whole
//! number, which is its range.
//!
//! A text that fits the schema can still contradict itself: only [`Design::parse`] knows the currency.

mod prose;
#[cfg(test)]
mod reference;
#[cfg(test)]
mod tests;

use std::borrow::Cow;

use schemars::generate::SchemaSettings;
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde_json::{Map, Value, json};

use super::Design;
use super::document::{FORMAT, RawDesign};
use super::scalars::{Date, Figure};
use super::spanned::Spanned;
use crate::people::Action;

impl Design {
    /// The keys and types of a design file as a JSON Schema (draft 2020-12), for editors that complete and
    /// check while one writes. Days, which TOML writes without quotes, are texts in it.
    ///
    /// Only with the feature `schema`; kept as `docs/design.schema.json`.
    pub fn schema() -> Value {
        let generator = SchemaGenerator::new(SchemaSettings::draft2020_12());
        let mut schema = generator.into_root_schema_for::<RawDesign>().to_value();
        names_without_raw(&mut schema);
        tidy(&mut schema);
        if let Value::Object(root) = &mut schema {
            root.insert("title".to_owned(), json!("Design of a community currency"));
        }
        schema
    }
}

impl<T: JsonSchema> JsonSchema for Spanned<T> {
    fn inline_schema() -> bool {
        T::inline_schema()
    }
    fn schema_name() -> Cow<'static, str> {
        T::schema_name()
    }
    fn schema_id() -> Cow<'static, str> {
        T::schema_id()
    }
    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        T::json_schema(generator)
    }
}

impl JsonSchema for Figure {
    fn schema_name() -> Cow<'static, str> {
        "Figure".into()
    }
    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "description": "A whole number, or decimals in quotes, so that a figure stays exact.",
            "anyOf": [{ "type": "integer" }, { "type": "string", "pattern": r"^-?[0-9]+(\.[0-9]+)?$" }],
        })
    }
}

impl JsonSchema for Date {
    fn schema_name() -> Cow<'static, str> {
        "Day".into()
    }
    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "description": "A day, written without quotes: 2026-12-31.",
            "type": "string",
            "format": "date",
            "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$",
        })
    }
}

/// The one format there is.
pub(super) fn format(_: &mut SchemaGenerator) -> Schema {
    json_schema!({ "const": FORMAT })
}

/// `[permissions]`: per action the roles, per role a cell.
pub(super) fn cells(generator: &mut SchemaGenerator) -> Schema {
    let cell = generator.subschema_for::<Cell>();
    let mut actions = Action::json_schema(generator);
    let words = actions.remove("oneOf");
    let words = words.as_ref().and_then(Value::as_array).map(Vec::as_slice).unwrap_or_default();
    let action = |word: &Value| {
        let roles = json!({
            "description": word.get("description")?,
            "type": "object",
            "additionalProperties": cell,
        });
        Some((word.get("const")?.as_str()?.to_owned(), roles))
    };
    let actions = words.iter().filter_map(action);
    let mut schema = json_schema!({ "type": "object", "additionalProperties": false });
    schema.insert("properties".to_owned(), Value::Object(Map::from_iter(actions)));
    schema
}

/// A cell of the permission matrix, as [`Grant`](crate::people::Grant) reads it.
struct Cell;

impl JsonSchema for Cell {
    fn schema_name() -> Cow<'static, str> {
        "Cell".into()
    }
    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "description": "What a role is granted: `allow` in its own right, `behalf` for somebody who gave \
                a mandate, `register` for somebody at the counter, `propose` for somebody else to complete, \
                or `none`; and then the conditions `own`, `second` (another person completes it) and \
                `same_day`.",
            "type": "string",
            "pattern": "^(none|(allow|behalf|register|propose)( own| second| same_day){0,3})$",
        })
    }
}

/// The structs that read a file are called `Raw…`; whoever writes one need not know.
fn names_without_raw(schema: &mut Value) {
    let Some(Value::Object(definitions)) = schema.get_mut("$defs") else { return };
    let plain = |name: &str| name.strip_prefix("Raw").unwrap_or(name).to_owned();
    *definitions = std::mem::take(definitions).into_iter().map(|(name, it)| (plain(&name), it)).collect();
    rename_references(schema);
}

fn rename_references(value: &mut Value) {
    match value {
        Value::Object(object) => {
            for (key, value) in object {
                match value {
                    Value::String(path) if key == "$ref" => *path = path.replace("/$defs/Raw", "/$defs/"),
                    _ => rename_references(value),
                }
            }
        }
        Value::Array(values) => values.iter_mut().for_each(rename_references),
        _ => {}
    }
}

/// Takes out what TOML does not know and what only Rust does, and reads the machine's sentences.
fn tidy(value: &mut Value) {
    match value {
        Value::Object(object) => {
            object.values_mut().for_each(tidy);
            without_null(object);
            // Such as int64, which says how Rust keeps it.
            if object.get("format").is_some_and(|format| format.is_string() && format != "date") {
                object.remove("format");
            }
            prose::read(object);
        }
        Value::Array(values) => values.iter_mut().for_each(tidy),
        _ => {}
    }
}

/// A key that may be left out is never null: TOML has no null.
fn without_null(schema: &mut Map<String, Value>) {
    if let Some(Value::Array(types)) = schema.get_mut("type") {
        types.retain(|kind| kind != "null");
        if let [only] = types.as_slice() {
            let only = only.clone();
            schema.insert("type".to_owned(), only);
        }
    }
    if let Some(Value::Array(choices)) = schema.get_mut("anyOf") {
        let null = json!({ "type": "null" });
        let before = choices.len();
        choices.retain(|choice| *choice != null);
        if let ([Value::Object(only)], true) = (choices.as_slice(), choices.len() < before) {
            let only = only.clone();
            schema.remove("anyOf");
            schema.extend(only);
        }
    }
}
