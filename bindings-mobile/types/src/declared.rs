//! The records and enums as Rust declares them, with the words of the core.

use muntwerk_shapes::{Class, Field, Form, Given, Holds, Role, Shape, Variant};

use crate::TypesError;
use crate::rows;

/// What stands at the head of a file, before its types.
pub(crate) fn heading(doc: &str, types: &str) -> String {
    let mut text = format!(
        "//! {doc}\n//!\n//! Written from the source of the engine by `cargo run -p muntwerk-mobile-types`; \
         not by hand.\n\nuse super::by_hand::*;\n"
    );
    if types.contains("into_core") {
        text.push_str("use crate::error::MuntwerkError;\nuse crate::mirror::{FromCore, IntoCore};\n");
    } else {
        // What is asked comes first, and needs nothing of what comes after.
        text.push_str("use super::*;\nuse crate::mirror::FromCore;\n");
    }
    text
}

/// The declaration of a type.
pub(crate) fn one(shape: &Shape) -> Result<String, TypesError> {
    let mut text = String::new();
    match &shape.class {
        // A code is text: an app goes on working when a later engine knows more of them.
        Class::Words(_) if shape.name == "RefusalCode" => {}
        Class::Words(words) => {
            text.push_str(&opening(&shape.doc));
            text.push_str("#[derive(Clone, Copy, Debug, PartialEq, Eq, uniffi::Enum)]\n");
            text.push_str(&format!("pub enum {} {{\n", shape.name));
            for (word, about) in words {
                text.push_str(&doc(4, about));
                text.push_str(&format!("    {},\n", pascal(word)));
            }
            text.push_str("}\n");
        }
        Class::Alias(Form::Together(forms)) => {
            let names = rows::names(&shape.name, "", forms)?;
            let fields = names.iter().zip(forms);
            let fields = fields.map(|(name, form)| Ok(((*name).to_owned(), String::new(), rust(form)?)));
            record(&mut text, &shape.name, &shape.doc, &fields.collect::<Result<Vec<_>, TypesError>>()?, &[]);
        }
        Class::Alias(_) => return Err(TypesError::Row { of: shape.name.clone(), what: String::new() }),
        Class::Fields(fields) => {
            let is_asked =
                matches!(shape.role, Role::Ask(_)) || fields.iter().any(|field| field.default.is_some());
            let defaults: Vec<Option<&str>> = fields
                .iter()
                .map(|field| field.default.as_ref().filter(|_| is_asked).and_then(literal))
                .collect();
            let fields = fields
                .iter()
                .map(|field| Ok((field.name.clone(), about(field), of_field(&shape.name, field)?)));
            let fields: Vec<_> = fields.collect::<Result<_, TypesError>>()?;
            record(&mut text, &shape.name, &shape.doc, &fields, &defaults);
        }
        Class::Variants(variants) => {
            text.push_str(&opening(&shape.doc));
            text.push_str("#[derive(Clone, Debug, PartialEq, uniffi::Enum)]\n");
            text.push_str("#[allow(clippy::large_enum_variant)]\n");
            text.push_str(&format!("pub enum {} {{\n", shape.name));
            for variant in variants {
                text.push_str(&doc(4, &variant.doc));
                text.push_str(&of_variant(shape, variant)?);
            }
            text.push_str("}\n");
        }
    }
    Ok(text)
}

/// The declaration of everything that can be asked.
pub(crate) fn ask(shapes: &[Shape]) -> String {
    let mut text = opening("What is asked, one variant per thing that can happen.");
    text.push_str("#[derive(Clone, Debug, PartialEq, uniffi::Enum)]\n#[allow(clippy::large_enum_variant)]\npub enum Ask {\n");
    for shape in shapes.iter().filter(|shape| matches!(shape.role, Role::Ask(_))) {
        text.push_str(&doc(4, &shape.doc));
        text.push_str(&format!("    {0}({0}),\n", shape.name));
    }
    text.push_str("}\n");
    text
}

fn record(
    text: &mut String,
    name: &str,
    about: &str,
    fields: &[(String, String, String)],
    defaults: &[Option<&str>],
) {
    text.push_str(&opening(about));
    text.push_str("#[derive(Clone, Debug, PartialEq, uniffi::Record)]\n");
    text.push_str(&format!("pub struct {name} {{\n"));
    for (at, (name, about, rust)) in fields.iter().enumerate() {
        text.push_str(&doc(4, about));
        if let Some(Some(default)) = defaults.get(at) {
            text.push_str(&format!("    #[uniffi(default = {default})]\n"));
        }
        text.push_str(&format!("    pub {}: {rust},\n", ident(name)));
    }
    text.push_str("}\n");
}

fn of_variant(shape: &Shape, variant: &Variant) -> Result<String, TypesError> {
    let name = &variant.name;
    Ok(match &variant.holds {
        Holds::Nothing => format!("    {name},\n"),
        Holds::Value(Form::Together(forms)) => {
            let names = rows::names(&shape.name, name, forms)?;
            let mut text = format!("    {name} {{\n");
            for (name, form) in names.iter().zip(forms) {
                text.push_str(&format!("        {name}: {},\n", rust(form)?));
            }
            text + "    },\n"
        }
        Holds::Value(form) => format!("    {name}({}),\n", rust(form)?),
        Holds::Fields(fields) => {
            let mut text = format!("    {name} {{\n");
            for field in fields {
                text.push_str(&doc(8, &about(field)));
                text.push_str(&format!(
                    "        {}: {},\n",
                    ident(&field.name),
                    of_field(&shape.name, field)?
                ));
            }
            text + "    },\n"
        }
    })
}

fn of_field(shape: &str, field: &Field) -> Result<String, TypesError> {
    match rows::of(shape, &field.name) {
        None => rust(&field.form),
        Some(row) => Ok(match &field.form {
            Form::Optional(_) => format!("Option<{}>", row.name),
            Form::Many(_) => format!("Vec<{}>", row.name),
            _ => row.name.to_owned(),
        }),
    }
}

/// A form as a type of Rust that can cross.
fn rust(form: &Form) -> Result<String, TypesError> {
    Ok(match form {
        Form::Plain(name) => plain(name).to_owned(),
        Form::Optional(one) => format!("Option<{}>", rust(one)?),
        Form::Many(one) => format!("Vec<{}>", rust(one)?),
        Form::Named(name) => name.clone(),
        Form::Together(_) => {
            return Err(TypesError::Row { of: String::new(), what: format!("{form:?}") });
        }
    })
}

fn plain(name: &str) -> &str {
    match name {
        "AccountRef" => "Id",
        "RefusalCode" => "String",
        "Design" => "DesignText",
        "Instant" => "i64",
        "LotNo" | "AccountNo" => "u32",
        "usize" => "u64",
        "i128" => "Total",
        "Notes" => "Vec<Pieces>",
        same => same,
    }
}

/// A default as UniFFI writes it; `None` where it cannot be written.
fn literal(default: &Given) -> Option<&str> {
    match default {
        Given::Nothing => Some("None"),
        Given::Empty => Some("[]"),
        Given::Number(number) => Some(number),
        Given::Word(_) => None,
    }
}

/// What a field means; amounts are told apart from other whole numbers.
fn about(field: &Field) -> String {
    let inner = match &field.form {
        Form::Optional(one) => one,
        other => other,
    };
    let unit = match inner {
        Form::Plain("Amount" | "Balance" | "i128")
            if !field.doc.contains("cent") && !field.doc.contains("inor units") =>
        {
            " In minor units."
        }
        Form::Plain("Instant") => " In milliseconds since 1970.",
        _ => "",
    };
    format!("{}{unit}", field.doc)
}

/// The doc of a type, with a line free before it.
fn opening(text: &str) -> String {
    format!("\n{}", doc(0, text))
}

fn doc(indent: usize, text: &str) -> String {
    let spaces = " ".repeat(indent);
    text.lines().map(|line| format!("{spaces}/// {line}").trim_end().to_owned() + "\n").collect()
}

/// A name as an identifier: some are words of the language.
pub(crate) fn ident(name: &str) -> String {
    match name {
        "for" | "in" | "as" | "type" | "match" | "move" | "where" | "use" => format!("r#{name}"),
        other => other.to_owned(),
    }
}

/// `half_up` as `HalfUp`.
pub(crate) fn pascal(word: &str) -> String {
    word.split('_')
        .map(|part| part.get(..1).unwrap_or_default().to_uppercase() + part.get(1..).unwrap_or_default())
        .collect()
}
