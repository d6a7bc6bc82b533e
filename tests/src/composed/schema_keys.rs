//! The keys of a design file, from its JSON Schema; and those that a document fills.

use std::collections::BTreeSet;

use serde_json::Value as Json;
use toml::Value as Toml;

/// Blocks whose keys are names that a design makes up, or that have a test of their own (`matrix`).
const BY_NAME: [&str; 2] = ["roles", "permissions"];

/// Every key that the schema has, with `[]` for any place in a list.
pub fn of_schema(schema: &Json) -> BTreeSet<String> {
    let mut keys = BTreeSet::new();
    walk_schema(schema, schema, String::new(), &mut keys);
    keys
}

fn walk_schema(schema: &Json, all: &Json, at: String, keys: &mut BTreeSet<String>) {
    if let Some(name) = schema["$ref"].as_str().and_then(|name| name.strip_prefix("#/$defs/")) {
        walk_schema(&all["$defs"][name], all, at.clone(), keys);
    }
    for any in ["anyOf", "oneOf", "allOf"] {
        for one in schema[any].as_array().into_iter().flatten() {
            walk_schema(one, all, at.clone(), keys);
        }
    }
    if schema["items"].is_object() {
        walk_schema(&schema["items"], all, format!("{at}[]"), keys);
    }
    for (key, inner) in schema["properties"].as_object().into_iter().flatten() {
        if at.is_empty() && BY_NAME.contains(&key.as_str()) {
            continue;
        }
        let at = if at.is_empty() { key.clone() } else { format!("{at}.{key}") };
        keys.insert(at.clone());
        walk_schema(inner, all, at, keys);
    }
}

/// Every key that a document fills.
pub fn of_document(document: &Toml) -> BTreeSet<String> {
    let mut keys = BTreeSet::new();
    walk_document(document, "", &mut keys);
    keys
}

fn walk_document(value: &Toml, at: &str, keys: &mut BTreeSet<String>) {
    match value {
        Toml::Table(table) => {
            for (key, inner) in table {
                let at = if at.is_empty() { key.clone() } else { format!("{at}.{key}") };
                keys.insert(at.clone());
                walk_document(inner, &at, keys);
            }
        }
        Toml::Array(list) => list.iter().for_each(|inner| walk_document(inner, &format!("{at}[]"), keys)),
        _ => {}
    }
}
