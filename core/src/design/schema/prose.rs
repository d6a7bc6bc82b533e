//! The sentences of a comment that a machine reads too.

use serde_json::{Map, Value};

/// Reads the sentences of a schema's description into keywords: its default, its example, its range.
pub(super) fn read(schema: &mut Map<String, Value>) {
    let Some(description) = schema.get("description").and_then(Value::as_str) else { return };
    let description = in_lines(description);
    if let Some(default) = labelled(&description, LABELS[0]) {
        schema.insert("default".to_owned(), default);
    }
    if let Some(example) = labelled(&description, LABELS[1]) {
        schema.insert("examples".to_owned(), Value::Array(vec![example]));
    }
    if schema.get("type").is_some_and(|kind| kind == "integer")
        && let Some((least, most)) = range(&description)
    {
        schema.insert("minimum".to_owned(), least.into());
        schema.insert("maximum".to_owned(), most.into());
    }
    schema.insert("description".to_owned(), description.into());
}

/// One line per paragraph: where a comment in the source is wrapped says nothing.
fn in_lines(text: &str) -> String {
    let paragraphs = text.split("\n\n").map(|paragraph| paragraph.replace('\n', " "));
    paragraphs.collect::<Vec<_>>().join("\n\n")
}

/// The labels of the sentences that are told apart from the rest of a comment.
pub(super) const LABELS: [&str; 3] = ["Default:", "Example:", "Source:"];

/// What a comment says behind a label, up to the next label.
pub(super) fn sentence<'d>(description: &'d str, label: &str) -> Option<&'d str> {
    let (_, after) = description.split_once(label)?;
    let end = LABELS.iter().filter_map(|next| after.find(next)).min().unwrap_or(after.len());
    let said = after.get(..end)?.trim();
    Some(said.strip_suffix('.').unwrap_or(said))
}

/// The TOML value behind a label: in ``Default: `7`.`` or `Default: 7.`; a lone word stands for itself,
/// but for none.
fn labelled(description: &str, label: &str) -> Option<Value> {
    let said = sentence(description, label)?;
    let said = said.strip_prefix('`').and_then(|said| said.strip_suffix('`')).unwrap_or(said);
    let document: Option<toml::Table> = toml::from_str(&format!("it = {said}")).ok();
    if let Some(document) = document {
        return document.get("it").and_then(as_json);
    }
    let word = !matches!(said, "" | "none") && said.chars().all(|c| c.is_ascii_lowercase() || c == '_');
    word.then(|| said.into())
}

/// The two numbers in `0 to 366`.
fn range(description: &str) -> Option<(i64, i64)> {
    let words: Vec<&str> = description.split([' ', ',', '.', ';', ':']).collect();
    words.windows(3).find_map(|window| match window {
        [least, "to", most] => Some((least.parse().ok()?, most.parse().ok()?)),
        _ => None,
    })
}

/// A TOML value as the JSON that the schema describes: a day becomes a text.
fn as_json(value: &toml::Value) -> Option<Value> {
    Some(match value {
        toml::Value::String(text) => text.as_str().into(),
        toml::Value::Integer(whole) => (*whole).into(),
        toml::Value::Boolean(truth) => (*truth).into(),
        toml::Value::Datetime(day) => day.to_string().into(),
        toml::Value::Array(values) => values.iter().map(as_json).collect::<Option<_>>()?,
        toml::Value::Table(table) => {
            let pair = |(key, value): (&String, &toml::Value)| Some((key.clone(), as_json(value)?));
            Value::Object(table.iter().map(pair).collect::<Option<_>>()?)
        }
        // Nothing in a design file is a float.
        toml::Value::Float(_) => return None,
    })
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn the_sentences_are_read() {
        let mut schema = json!({
            "type": "integer",
            "description": "How many days it\nwaits, 0 to 366.\n\nDefault: `7`. Source: R58.",
        });
        read(schema.as_object_mut().unwrap());
        assert_eq!(
            schema,
            json!({
                "type": "integer", "default": 7, "minimum": 0, "maximum": 366,
                "description": "How many days it waits, 0 to 366.\n\nDefault: `7`. Source: R58.",
            })
        );
        let read = |text| labelled(text, "Default:");
        assert_eq!(read("Default: `[\"p-01\", 2026-12-31]`."), Some(json!(["p-01", "2026-12-31"])));
        assert_eq!(read("Default: false. Source: R9."), Some(json!(false)));
        assert_eq!(read("Default: `refuse`. Source: R15,\nR16."), Some(json!("refuse")));
        assert_eq!(read("Default: as many as `scale`."), None);
        assert_eq!(range("a to z, from 1 to none"), None);
    }
}
