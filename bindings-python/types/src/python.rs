//! Writing a module of Python.

use std::collections::BTreeMap;
use std::fmt::Write;

use muntwerk_shapes::{Class, Field, Form, Given, Holds, Part, Role, Shape, Variant};

const WORDS_OF_PYTHON: &[&str] =
    &["from", "is", "in", "for", "as", "class", "not", "and", "or", "with", "of"];

/// The text of a module. `written` says in which module what was written before stands.
pub(crate) fn module(part: &Part, written: &[(String, &'static str)]) -> String {
    let shapes = &part.shapes;
    let mut text = String::new();
    let out = &mut text;
    line(
        out,
        &format!(
            "\"\"\"{}\n\nWritten from the source of the engine by `cargo run -p muntwerk-python-types`; not by hand.\n\"\"\"\n",
            part.doc
        ),
    );
    line(out, "from __future__ import annotations\n");
    line(out, "import datetime");
    line(out, "import fractions");
    line(out, "from dataclasses import dataclass");
    line(out, "from typing import TYPE_CHECKING, Any, ClassVar, Literal, TypeAlias, Union\n");
    line(out, "from . import _model as _m");
    line(out, "from ._model import Ask, Model, Question");
    let mut imports: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for (name, module) in written {
        let needed = shapes.iter().any(|shape| shape.needs().contains(&name.as_str()));
        if needed {
            imports.entry(module).or_default().push(name);
        }
    }
    for (module, names) in &imports {
        line(out, &format!("from . import {module} as _{module}"));
        line(out, &format!("from .{module} import {}", names.join(", ")));
    }
    line(out, "\nif TYPE_CHECKING:\n    from ._native import Order, Refusal\n");
    let in_module = |name: &str| written.iter().find(|(other, _)| other == name).map(|(_, module)| *module);
    let mut names = Vec::new();
    for shape in shapes {
        names.extend(one(out, shape, &in_module));
    }
    let asks = shapes.iter().filter_map(|shape| match &shape.role {
        Role::Ask(word) => Some((word.as_str(), shape.name.as_str())),
        _ => None,
    });
    names.extend(by_word(out, ("ASKS", "Ask", "Ask"), &asks.collect::<Vec<_>>()));
    let questions = shapes.iter().filter_map(|shape| match &shape.role {
        Role::Question(word, _) => Some((word.as_str(), shape.name.as_str())),
        _ => None,
    });
    names.extend(by_word(out, ("QUESTIONS", "Question", "Question[Any]"), &questions.collect::<Vec<_>>()));
    names.sort();
    line(out, "\n__all__ = [");
    for name in names {
        line(out, &format!("    \"{name}\","));
    }
    line(out, "]");
    text
}

/// A dictionary of classes by their word in JSON; gives the names it adds.
fn by_word(
    out: &mut String,
    (list, base, annotated): (&str, &str, &str),
    classes: &[(&str, &str)],
) -> Vec<String> {
    if classes.is_empty() {
        return Vec::new();
    }
    line(out, &format!("\n#: Every class of {} by its word in JSON.", base.to_lowercase()));
    line(out, &format!("{list}: dict[str, type[{annotated}]] = {{"));
    for (word, class) in classes {
        line(out, &format!("    \"{word}\": {class},"));
    }
    line(out, "}");
    vec![list.to_owned(), base.to_owned()]
}

type InModule<'w> = dyn Fn(&str) -> Option<&'static str> + 'w;

fn one(out: &mut String, shape: &Shape, in_module: &InModule<'_>) -> Vec<String> {
    let name = &shape.name;
    match &shape.class {
        Class::Words(words) => {
            let quoted: Vec<String> = words.iter().map(|(word, _)| format!("\"{word}\"")).collect();
            line(out, &format!("\n{}", comment(&shape.doc)));
            line(out, &format!("{name}: TypeAlias = Literal[\n    {},\n]", quoted.join(",\n    ")));
            line(out, &format!("_{name}: _m.Check = _m.OneWord(\"{name}\", ({},))", quoted.join(", ")));
            vec![name.clone()]
        }
        Class::Alias(form) => {
            line(out, &format!("\n{}", comment(&shape.doc)));
            line(out, &format!("{name}: TypeAlias = {}", runtime(form)));
            line(out, &format!("_{name}: _m.Check = {}", check(form, in_module)));
            vec![name.clone()]
        }
        Class::Fields(fields) => {
            class(out, name, &shape.doc, fields, &shape.role, in_module);
            line(out, &format!("_{name}: _m.Check = _m.One({name})"));
            vec![name.clone()]
        }
        Class::Variants(variants) => {
            let mut names: Vec<String> =
                variants.iter().filter_map(|variant| of_variant(out, name, variant, in_module)).collect();
            let words: Vec<String> = variants
                .iter()
                .filter(|variant| variant.holds == Holds::Nothing)
                .map(|variant| format!("\"{}\"", variant.word))
                .collect();
            let mut members = names.clone();
            if !words.is_empty() {
                members.push(format!("Literal[{}]", words.join(", ")));
            }
            line(out, &format!("\n{}", comment(&shape.doc)));
            line(out, &format!("{name}: TypeAlias = Union[{}]", members.join(", ")));
            let classes: Vec<String> = variants
                .iter()
                .filter(|variant| variant.holds != Holds::Nothing)
                .map(|variant| format!("\"{}\": {name}{}", variant.word, variant.name))
                .collect();
            let words = if words.is_empty() { String::new() } else { format!("{},", words.join(", ")) };
            line(
                out,
                &format!("_{name}: _m.Check = _m.OneOf(\"{name}\", {{{}}}, ({words}))", classes.join(", ")),
            );
            names.push(name.clone());
            names
        }
    }
}

fn of_variant(out: &mut String, of: &str, variant: &Variant, in_module: &InModule<'_>) -> Option<String> {
    let name = format!("{of}{}", variant.name);
    match &variant.holds {
        Holds::Nothing => return None,
        Holds::Fields(fields) => class(out, &name, &variant.doc, fields, &Role::Value, in_module),
        Holds::Value(form) => {
            let value = Field {
                name: "value".into(),
                form: form.clone(),
                default: None,
                left_out: false,
                doc: String::new(),
            };
            class(out, &name, &variant.doc, &[value], &Role::Value, in_module);
            line(out, &format!("{name}._bare = True"));
        }
    }
    Some(name)
}

fn class(out: &mut String, name: &str, doc: &str, fields: &[Field], role: &Role, in_module: &InModule<'_>) {
    // Python wants those that must be there first.
    let mut fields: Vec<&Field> = fields.iter().collect();
    fields.sort_by_key(|field| field.default.is_some());
    line(out, "\n\n@dataclass(frozen=True, slots=True, repr=False)");
    let base = match role {
        Role::Value => "Model".to_owned(),
        Role::Ask(_) => "Ask".to_owned(),
        Role::Question(_, answer) => format!("Question[\"{}\"]", annotation(answer)),
    };
    line(out, &format!("class {name}({base}):"));
    let mut text = escaped(doc).replace('\n', "\n    ");
    if text.is_empty() {
        name.clone_into(&mut text);
    }
    if fields.iter().any(|field| !field.doc.is_empty()) {
        text.push_str("\n\n    Attributes:");
        for field in fields.iter().filter(|field| !field.doc.is_empty()) {
            let unit = unit(&field.form);
            let _ = write!(
                text,
                "\n        {}: {}{unit}",
                python_name(&field.name),
                escaped(&field.doc).replace('\n', "\n            ")
            );
        }
        text.push_str("\n    ");
    }
    line(out, &format!("    \"\"\"{text}\"\"\"\n"));
    for field in &fields {
        let default =
            field.default.as_ref().map(given).map_or(String::new(), |default| format!(" = {default}"));
        line(out, &format!("    {}: {}{default}", python_name(&field.name), annotation(&field.form)));
    }
    if let Role::Ask(word) | Role::Question(word, _) = role {
        line(out, &format!("\n    _word: ClassVar[str] = \"{word}\""));
    }
    line(out, "");
    line(out, &format!("\n{name}._fields = ("));
    for field in &fields {
        let default = field.default.as_ref().map_or_else(|| "_m.NEEDED".to_owned(), given);
        let left_out = if field.left_out { ", True" } else { "" };
        line(
            out,
            &format!(
                "    _m.Field(\"{}\", \"{}\", {}, {default}{left_out}),",
                python_name(&field.name),
                field.name,
                check(&field.form, in_module)
            ),
        );
    }
    line(out, ")");
    if let Role::Question(_, answer) = role {
        line(out, &format!("{name}._answer = {}", check(answer, in_module)));
    }
}

/// A text as it stands between three quotation marks.
fn escaped(text: &str) -> String {
    text.replace('\\', "\\\\").replace("\"\"\"", "'''")
}

/// What a field is if it is left out.
fn given(default: &Given) -> String {
    match default {
        Given::Nothing => "None".to_owned(),
        Given::Empty => "()".to_owned(),
        Given::Number(number) => number.clone(),
        Given::Word(word) => format!("\"{word}\""),
    }
}

/// The check in `_model.py` of a value that Python has a type of its own for.
fn plain(rust: &str) -> &'static str {
    match rust {
        "OrderId" => "ORDER_ID",
        "Day" => "DAY",
        "Amount" | "Balance" => "MINOR",
        "Notes" => "NOTES",
        "Fraction" => "FRACTION",
        "Window" => "WINDOW",
        "Design" => "DESIGN",
        "Order" => "ORDER",
        "Refusal" => "REFUSAL",
        "bool" => "TRUTH",
        "BTreeMap" => "TEXTS",
        "Id" | "Code" | "Place" | "EuroPlace" | "AccountRef" | "String" | "RefusalCode" => "TEXT",
        _ => "WHOLE",
    }
}

/// Amounts are told apart from other whole numbers.
fn unit(form: &Form) -> &'static str {
    match form {
        Form::Plain("Amount" | "Balance") => " In minor units.",
        Form::Optional(one) => match **one {
            Form::Plain("Amount" | "Balance") => " In minor units.",
            _ => "",
        },
        _ => "",
    }
}

fn python_name(name: &str) -> String {
    if WORDS_OF_PYTHON.contains(&name) { format!("{name}_") } else { name.to_owned() }
}

/// The type as an annotation.
fn annotation(form: &Form) -> String {
    match form {
        Form::Plain(rust) => match plain(rust) {
            "TEXT" | "ORDER_ID" | "DESIGN" => "str",
            "DAY" => "datetime.date",
            "MINOR" | "WHOLE" => "int",
            "TRUTH" => "bool",
            "NOTES" => "_m.Notes",
            "TEXTS" => "_m.Texts",
            "WINDOW" => "tuple[datetime.date, datetime.date]",
            "FRACTION" => "fractions.Fraction",
            "ORDER" => "Order",
            "REFUSAL" => "Refusal",
            _ => "Any",
        }
        .to_owned(),
        Form::Optional(one) => format!("{} | None", annotation(one)),
        Form::Many(one) => format!("tuple[{}, ...]", annotation(one)),
        Form::Together(all) => {
            format!("tuple[{}]", all.iter().map(annotation).collect::<Vec<_>>().join(", "))
        }
        Form::Named(name) => name.clone(),
    }
}

/// The type where it is evaluated: nothing there may stand for itself only in a text.
fn runtime(form: &Form) -> String {
    annotation(form)
}

/// What checks, writes and reads such a value.
fn check(form: &Form, in_module: &InModule<'_>) -> String {
    match form {
        Form::Plain(rust) => format!("_m.{}", plain(rust)),
        Form::Optional(one) => format!("_m.Maybe({})", check(one, in_module)),
        Form::Many(one) => format!("_m.Many({})", check(one, in_module)),
        Form::Together(all) => {
            let all: Vec<String> = all.iter().map(|one| check(one, in_module)).collect();
            format!("_m.Together({})", all.join(", "))
        }
        Form::Named(name) => match in_module(name) {
            Some(module) => format!("_{module}._{name}"),
            None => format!("_{name}"),
        },
    }
}

fn comment(doc: &str) -> String {
    escaped(doc).lines().map(|line| format!("#: {line}").trim_end().to_owned()).collect::<Vec<_>>().join("\n")
}

fn line(out: &mut String, text: &str) {
    out.push_str(text);
    out.push('\n');
}
