//! The reference of the design file, written from its schema: every key with its type, its default, an
//! example and what it means.

use std::collections::BTreeMap;
use std::fmt::Write;

use super::prose::{LABELS, sentence};
use serde_json::Value;
use toml::{Table, Value as Toml};

/// A step from the root of a design to a key.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord)]
enum Step {
    Key(String),
    /// Every element of a list of tables.
    Each,
}

/// A key of the design file.
pub(super) struct Key {
    steps: Vec<Step>,
    /// Its schema, with what it refers to filled in.
    schema: Value,
    /// Of a list the schema of its elements, or the same.
    elements: Value,
    /// The name of the type of the elements, if it has one.
    of: Option<String>,
    required: bool,
}

/// Every key, children before their parents.
pub(super) fn keys(schema: &Value) -> Vec<Key> {
    let mut found = Vec::new();
    walk(schema, schema, &mut Vec::new(), &mut found);
    found
}

/// Types of tables that more than one key has: told once.
const SHARED: [&str; 2] = ["Names", "UnitName"];

/// A schema with what it refers to filled in, and the name of that.
fn resolve(root: &Value, schema: &Value) -> (Value, Option<String>) {
    let Some(name) = schema["$ref"].as_str().and_then(|path| path.strip_prefix("#/$defs/")) else {
        return (schema.clone(), None);
    };
    let mut resolved = root["$defs"][name].clone();
    for (key, value) in schema.as_object().unwrap() {
        if key != "$ref" {
            resolved[key] = value.clone();
        }
    }
    (resolved, Some(name.to_owned()))
}

fn walk(root: &Value, schema: &Value, steps: &mut Vec<Step>, found: &mut Vec<Key>) {
    let Some(properties) = schema["properties"].as_object() else { return };
    let required = schema["required"].as_array().cloned().unwrap_or_default();
    for (name, property) in properties {
        let (schema, of) = resolve(root, property);
        let list = schema["type"] == "array";
        let (elements, of) = if list { resolve(root, &schema["items"]) } else { (schema.clone(), of) };
        steps.push(Step::Key(name.clone()));
        let key = Key {
            steps: steps.clone(),
            schema,
            elements,
            of,
            required: required.contains(&Value::from(name.as_str())),
        };
        if key.is_table() {
            steps.extend(list.then_some(Step::Each));
            walk(root, &key.elements.clone(), steps, found);
            steps.truncate(key.steps.len());
        }
        found.push(key);
        steps.pop();
    }
}

impl Key {
    /// `unit.value.from`
    pub(super) fn path(&self) -> String {
        let names = self.steps.iter().filter_map(|step| match step {
            Step::Key(name) => Some(name.as_str()),
            Step::Each => None,
        });
        names.collect::<Vec<_>>().join(".")
    }

    pub(super) fn name(&self) -> &str {
        match self.steps.last() {
            Some(Step::Key(name)) => name,
            _ => "",
        }
    }

    pub(super) fn description(&self) -> &str {
        self.schema["description"].as_str().unwrap_or_default()
    }

    pub(super) fn default(&self) -> Option<&Value> {
        self.schema.get("default")
    }

    pub(super) fn is_whole(&self) -> bool {
        self.schema["type"] == "integer"
    }

    pub(super) fn range(&self) -> Option<(i64, i64)> {
        Some((self.schema["minimum"].as_i64()?, self.schema["maximum"].as_i64()?))
    }

    fn is_list(&self) -> bool {
        self.schema["type"] == "array"
    }

    /// Whether it holds a table or several, whose keys are told one by one.
    fn is_table(&self) -> bool {
        let shared = self.of.as_deref().is_some_and(|of| SHARED.contains(&of));
        self.elements["type"] == "object" && !shared
    }

    /// Whether it holds a value of its own.
    pub(super) fn is_value(&self) -> bool {
        !self.is_table()
    }

    /// An example as it is written: from its comment, from the first design that has one, or a word or a
    /// default that it takes.
    pub(super) fn example(&self, designs: &[(String, String)]) -> Option<String> {
        if let Some(example) = self.schema["examples"].get(0) {
            return Some(self.toml(example).to_string());
        }
        let mut values = designs.iter().flat_map(|(_, text)| {
            let root = Toml::Table(text.parse::<Table>().unwrap());
            found(&root, &self.steps).into_iter().cloned().collect::<Vec<_>>()
        });
        let other = || {
            let word = self.words().into_iter().map(|(word, _)| Value::from(word));
            let truth = (self.elements["type"] == "boolean").then(|| Value::from(true));
            word.chain(truth).chain(self.default().cloned()).next_back().map(|value| self.toml(&value))
        };
        values.next().or_else(other).map(|value| value.to_string())
    }

    /// A value of this key as TOML.
    fn toml(&self, value: &Value) -> Toml {
        toml_of(value, self.elements["format"] == "date")
    }

    /// The design with the key set to a value, once for each place where its table is; and the same with
    /// the key left out.
    pub(super) fn set_and_left_out(&self, text: &str, value: &Value) -> Vec<(String, String)> {
        let value = self.toml(value);
        self.at_each_place(text, |table, name| {
            table.insert(name.to_owned(), value.clone());
            true
        })
        .into_iter()
        .zip(self.at_each_place(text, |table, name| {
            table.remove(name);
            true
        }))
        .collect()
    }

    /// The design with the key set to another value, once for each place where it is.
    pub(super) fn set_where_present(&self, text: &str, value: &Value) -> Vec<String> {
        let value = self.toml(value);
        self.at_each_place(text, |table, name| {
            let present = table.contains_key(name);
            table.insert(name.to_owned(), value.clone());
            present
        })
    }

    /// The designs in which `change` found what it was looking for.
    fn at_each_place(&self, text: &str, change: impl Fn(&mut Table, &str) -> bool) -> Vec<String> {
        let (_, above) = self.steps.split_last().unwrap();
        let mut changed = Vec::new();
        for place in 0.. {
            let mut root = text.parse::<Table>().unwrap();
            let mut tables = Vec::new();
            tables_at(&mut root, above, true, &mut tables);
            let Some(table) = tables.into_iter().nth(place) else { break };
            if change(table, self.name()) {
                changed.push(root.to_string());
            }
        }
        changed
    }
}

fn toml_of(value: &Value, is_day: bool) -> Toml {
    match value {
        Value::String(text) if is_day => Toml::Datetime(text.parse().unwrap()),
        Value::String(text) => Toml::String(text.clone()),
        Value::Bool(truth) => Toml::Boolean(*truth),
        Value::Number(whole) => Toml::Integer(whole.as_i64().unwrap()),
        Value::Array(values) => Toml::Array(values.iter().map(|value| toml_of(value, is_day)).collect()),
        Value::Null | Value::Object(_) => panic!("no key has the default {value}"),
    }
}

fn found<'v>(value: &'v Toml, steps: &[Step]) -> Vec<&'v Toml> {
    let Some((step, rest)) = steps.split_first() else { return vec![value] };
    match (step, value) {
        (Step::Key(name), Toml::Table(table)) => {
            table.get(name).map(|value| found(value, rest)).unwrap_or_default()
        }
        (Step::Each, Toml::Array(values)) => values.iter().flat_map(|value| found(value, rest)).collect(),
        _ => Vec::new(),
    }
}

/// The tables at a path. A block that a design leaves out is an empty table.
fn tables_at<'v>(table: &'v mut Table, steps: &[Step], is_root: bool, tables: &mut Vec<&'v mut Table>) {
    let Some((Step::Key(name), rest)) = steps.split_first() else {
        tables.push(table);
        return;
    };
    if is_root && rest.is_empty() && !table.contains_key(name) {
        table.insert(name.clone(), Toml::Table(Table::new()));
    }
    match (table.get_mut(name), rest.split_first()) {
        (Some(Toml::Array(elements)), Some((Step::Each, rest))) => {
            for element in elements {
                if let Toml::Table(table) = element {
                    tables_at(table, rest, false, tables);
                }
            }
        }
        (Some(Toml::Table(table)), _) => tables_at(table, rest, false, tables),
        _ => {}
    }
}

/// The page of the manual.
pub(super) fn page(schema: &Value, designs: &[(String, String)]) -> String {
    let keys = keys(schema);
    let order = order(designs);
    let page = Page { keys: &keys, order: &order, designs };
    let mut out = String::from(INTRODUCTION);
    let roots: Vec<&Key> = page.children(&[]);
    let (tables, values): (Vec<&Key>, Vec<&Key>) = roots.into_iter().partition(|key| key.is_table());
    for key in values {
        page.value(key, &mut out);
    }
    for key in tables {
        page.table(key, &mut out);
    }
    for name in SHARED {
        let shared = &schema["$defs"][name];
        let _ = write!(out, "## {name}\n\n{}\n\n", shared["description"].as_str().unwrap());
        for (name, key) in shared["properties"].as_object().unwrap() {
            let _ = writeln!(out, "- `{name}`: text. {}", key["description"].as_str().unwrap());
        }
        out.push('\n');
    }
    out.truncate(out.trim_end().len());
    out.push('\n');
    out
}

const INTRODUCTION: &str = "\
<!-- Written by `make schema` from the comments in core/src/design. -->

A design file is TOML. What a steering group does not decide has a default, which is told at each key;
`muntwerk check --resolved` prints a design with every default written out. An editor that knows JSON
Schema completes and checks a design against `core/docs/design.schema.json`; a design that contradicts
itself is refused when it is read, with line, column, key and reason.

Figures of units and of euro are whole numbers, or decimals in quotes, so that they stay exact. Days stand
without quotes: `2026-12-31`. Ids and codes have at most 32 characters out of a to z, digits, `-`, `.` and
`_`; an id holds a digit, so that nobody's name is taken for one. The examples are those of the shipped
designs. A number such as R18 or H4.9 is a requirement of the domain, or a paragraph of the handbook on
community currencies.

";

struct Page<'p> {
    keys: &'p [Key],
    order: &'p BTreeMap<String, usize>,
    designs: &'p [(String, String)],
}

/// The place of each key in the designs as they are written out, first come first.
fn order(designs: &[(String, String)]) -> BTreeMap<String, usize> {
    fn note(value: &Toml, path: &str, order: &mut BTreeMap<String, usize>) {
        match value {
            Toml::Table(table) => {
                for (name, value) in table {
                    let path = if path.is_empty() { name.clone() } else { format!("{path}.{name}") };
                    let next = order.len();
                    order.entry(path.clone()).or_insert(next);
                    note(value, &path, order);
                }
            }
            Toml::Array(values) => values.iter().for_each(|value| note(value, path, order)),
            _ => {}
        }
    }
    let mut order = BTreeMap::new();
    for (_, text) in designs {
        let resolved = crate::design::Design::parse(text).unwrap().resolved();
        note(&Toml::Table(resolved.parse().unwrap()), "", &mut order);
    }
    order
}

impl Page<'_> {
    /// The keys directly under some steps, as the designs have them; those none has come last.
    fn children(&self, above: &[Step]) -> Vec<&Key> {
        let under = |key: &&Key| {
            let (_, own) = key.steps.split_last().unwrap();
            let own = own.strip_suffix(&[Step::Each]).unwrap_or(own);
            own == above
        };
        let mut children: Vec<&Key> = self.keys.iter().filter(under).collect();
        children.sort_by_key(|key| {
            let path = key.path();
            (self.order.get(&path).copied().unwrap_or(usize::MAX), path)
        });
        children
    }

    fn table(&self, key: &Key, out: &mut String) {
        let path = key.path();
        let heading = if key.is_list() { format!("[[{path}]]") } else { format!("[{path}]") };
        let told = Told::of(key.description());
        let must = if key.required { "It must be there. " } else { "" };
        let _ = write!(out, "## `{heading}`\n\n{}\n", told.meaning);
        if !must.is_empty() || told.source.is_some() {
            let source = told.source.map(|source| format!("Source: {source}.")).unwrap_or_default();
            let _ = write!(out, "\n{}\n", format!("{must}{source}").trim_end());
        }
        out.push('\n');
        if path == "permissions" {
            let _ = writeln!(out, "{CELLS}\n\nThe actions:\n");
            for key in self.children(&key.steps) {
                let _ = writeln!(out, "- `{}`: {}", key.name(), key.description());
            }
            out.push('\n');
            return;
        }
        if key.elements.get("properties").is_none() {
            let _ = writeln!(out, "Each is a table under its own name:\n");
        }
        let (tables, values): (Vec<&Key>, Vec<&Key>) =
            self.children(&key.steps).into_iter().partition(|key| key.is_table());
        for key in values {
            self.value(key, out);
        }
        for key in tables {
            self.table(key, out);
        }
    }

    fn value(&self, key: &Key, out: &mut String) {
        let told = Told::of(key.description());
        let mut facts = vec![key.kind()];
        if key.required {
            facts.push("must be there".to_owned());
        }
        match (key.default(), told.default) {
            (Some(default), _) => facts.push(format!("default `{}`", key.toml(default))),
            (None, Some(said)) => facts.push(format!("default {said}")),
            (None, None) => {}
        }
        let _ = writeln!(out, "- `{}`: {}.", key.name(), facts.join("; "));
        let _ = writeln!(out, "  {}", told.meaning.replace("\n\n", "\n\n  "));
        if let Some(source) = told.source {
            let _ = writeln!(out, "  Source: {source}.");
        }
        for (word, meaning) in key.words() {
            let _ = writeln!(out, "  - `\"{word}\"`: {meaning}");
        }
        if let Some(example) = key.example(self.designs) {
            let _ = writeln!(out, "\n  `{} = {example}`", key.name());
        }
        out.push('\n');
    }
}

const CELLS: &str = "\
Each action is a table of its own, as in `[permissions.award]`, with a line per role: `mediator = \"propose\"`.
A cell is one of

- `allow`: in its own right;
- `behalf`: for a participant who gave a mandate;
- `register`: for a participant who stands at the counter, with a reference to evidence;
- `propose`: only as an order that somebody else completes;
- `none`: not at all;

and then the conditions that hold: `own` (the own account, partner, office or earlier acts), `second` (another
person completes it), `same_day` (on the day of the act concerned).";

impl Key {
    /// What kind of value it holds, in words.
    fn kind(&self) -> String {
        let one = |plural: bool| {
            let (one, many) = match (self.of.as_deref(), self.elements["type"].as_str()) {
                (Some("Figure"), _) => ("figure", "figures"),
                (Some("Day"), _) => ("day", "days"),
                (Some(of), Some("object")) => {
                    return format!("table of [{of}](#{})", of.to_lowercase());
                }
                _ if !self.words().is_empty() => ("word", "words"),
                (_, Some("integer")) => ("whole number", "whole numbers"),
                (_, Some("boolean")) => ("`true` or `false`", "truths"),
                (_, Some("string")) => ("text", "texts"),
                _ if self.schema.get("const").is_some() => ("whole number", "whole numbers"),
                (of, kind) => panic!("{}: no words for {of:?} {kind:?}", self.path()),
            };
            String::from(if plural { many } else { one })
        };
        let kind = if self.is_list() { format!("list of {}", one(true)) } else { one(false) };
        match self.range() {
            Some((least, most)) => format!("{kind}, {least} to {most}"),
            None => kind,
        }
    }

    /// The words it takes, each with what it means.
    fn words(&self) -> Vec<(&str, &str)> {
        let choices = self.elements["oneOf"].as_array().map(Vec::as_slice).unwrap_or_default();
        choices
            .iter()
            .filter_map(|choice| Some((choice["const"].as_str()?, choice["description"].as_str()?)))
            .collect()
    }
}

/// A comment in its parts.
struct Told<'t> {
    meaning: &'t str,
    default: Option<&'t str>,
    source: Option<&'t str>,
}

impl<'t> Told<'t> {
    fn of(description: &'t str) -> Self {
        let first = LABELS.iter().filter_map(|label| description.split_once(label)).map(|(before, _)| before);
        let meaning = first.min_by_key(|before| before.len()).unwrap_or(description).trim();
        let [default, _, source] = LABELS.map(|label| sentence(description, label));
        Told { meaning, default, source }
    }
}
