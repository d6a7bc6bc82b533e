//! The way from the core's types and, for what can be asked, the way back.

use muntwerk_shapes::{Class, Field, Form, Holds, Role, Shape, Variant};

use crate::TypesError;
use crate::declared::{ident, pascal};
use crate::rows;

/// Types whose fields are their own business in the core: their ways are written by hand.
const BY_HAND: &[&str] = &["EuroRate", "RefusalCode"];

/// The ways of a type; the way back only `if_asked`.
pub(crate) fn one(shape: &Shape, if_asked: bool) -> Result<String, TypesError> {
    if BY_HAND.contains(&shape.name.as_str()) {
        return Ok(String::new());
    }
    let core = core_path(shape)?;
    let name = &shape.name;
    let mut text = String::new();
    let there = match &shape.class {
        Class::Words(words) => {
            let arms = words.iter().map(|(word, _)| pascal(word));
            matched("core", arms.map(|word| (format!("{core}::{word}"), format!("Self::{word}"))))
        }
        Class::Alias(form) => {
            let names = rows::names(name, "", values(form))?;
            let fields = names.iter().enumerate();
            built("Self", fields.map(|(at, name)| format!("{name}: FromCore::from_core(&core.{at})")))
        }
        Class::Fields(fields) => built("Self", fields.iter().map(from_field)),
        Class::Variants(variants) => {
            let arms: Result<Vec<_>, _> = variants.iter().map(|one| there_of(shape, &core, one)).collect();
            matched("core", arms?.into_iter())
        }
    };
    let core_arg = if there.contains("core") { "core" } else { "_core" };
    text.push_str(&format!(
        "\nimpl FromCore<{core}> for {name} {{\n    fn from_core({core_arg}: &{core}) -> Self {{\n{there}    }}\n}}\n"
    ));
    if if_asked {
        let back = match &shape.class {
            Class::Words(words) => {
                let arms = words.iter().map(|(word, _)| pascal(word));
                format!(
                    "        Ok({})\n",
                    matched("self", arms.map(|word| (format!("Self::{word}"), format!("{core}::{word}"))))
                        .trim()
                )
            }
            Class::Alias(_) => return Err(TypesError::Row { of: name.clone(), what: "asked".to_owned() }),
            Class::Fields(fields) => {
                let fields = fields.iter().map(|field| {
                    let name = ident(&field.name);
                    format!("{name}: self.{name}.into_core()?")
                });
                format!("        Ok({})\n", built(&core, fields).trim())
            }
            Class::Variants(variants) => {
                let arms: Result<Vec<_>, _> = variants.iter().map(|one| back_of(shape, &core, one)).collect();
                format!("        Ok({})\n", matched("self", arms?.into_iter()).trim())
            }
        };
        text.push_str(&format!(
            "\nimpl IntoCore<{core}> for {name} {{\n    fn into_core(self) -> Result<{core}, MuntwerkError> {{\n{back}    }}\n}}\n"
        ));
    }
    Ok(text)
}

/// The ways of everything that can be asked.
pub(crate) fn ask(shapes: &[Shape]) -> String {
    const CORE: &str = "muntwerk::orders::Ask";
    let names: Vec<&str> = shapes
        .iter()
        .filter(|shape| matches!(shape.role, Role::Ask(_)))
        .map(|shape| shape.name.as_str())
        .collect();
    let there = names
        .iter()
        .map(|name| (format!("{CORE}::{name}(ask)"), format!("Self::{name}(FromCore::from_core(ask))")));
    let back =
        names.iter().map(|name| (format!("Self::{name}(ask)"), format!("{CORE}::{name}(ask.into_core()?)")));
    format!(
        "\nimpl FromCore<{CORE}> for Ask {{\n    fn from_core(core: &{CORE}) -> Self {{\n{}    }}\n}}\n\
         \nimpl IntoCore<{CORE}> for Ask {{\n    fn into_core(self) -> Result<{CORE}, MuntwerkError> {{\n        Ok({})\n    }}\n}}\n",
        matched("core", there),
        matched("self", back).trim()
    )
}

fn core_path(shape: &Shape) -> Result<String, TypesError> {
    let Some(core) = &shape.core else {
        // What a macro of the core defines.
        return Ok(match shape.name.as_str() {
            "Action" => "muntwerk::people::Action".to_owned(),
            name => format!("muntwerk::orders::{name}"),
        });
    };
    let module = core.module.as_ref().ok_or_else(|| TypesError::Hidden(shape.name.clone()))?;
    Ok(format!("{module}::{}", core.name))
}

fn values(form: &Form) -> &[Form] {
    match form {
        Form::Together(values) => values,
        _ => &[],
    }
}

fn from_field(field: &Field) -> String {
    let name = ident(&field.name);
    format!("{name}: FromCore::from_core(&core.{name})")
}

fn there_of(shape: &Shape, core: &str, variant: &Variant) -> Result<(String, String), TypesError> {
    let name = &variant.name;
    Ok(match &variant.holds {
        Holds::Nothing => (format!("{core}::{name}"), format!("Self::{name}")),
        Holds::Value(Form::Together(forms)) => {
            let names = rows::names(&shape.name, name, forms)?;
            let fields: Vec<String> =
                names.iter().map(|name| format!("{name}: FromCore::from_core({name})")).collect();
            (
                format!("{core}::{name}({})", names.join(", ")),
                format!("Self::{name} {{ {} }}", fields.join(", ")),
            )
        }
        Holds::Value(_) => {
            (format!("{core}::{name}(value)"), format!("Self::{name}(FromCore::from_core(value))"))
        }
        Holds::Fields(fields) => {
            let names: Vec<String> = fields.iter().map(|field| ident(&field.name)).collect();
            let made: Vec<String> =
                names.iter().map(|name| format!("{name}: FromCore::from_core({name})")).collect();
            let pattern = if names.is_empty() { "..".to_owned() } else { names.join(", ") };
            (format!("{core}::{name} {{ {pattern} }}"), format!("Self::{name} {{ {} }}", made.join(", ")))
        }
    })
}

fn back_of(shape: &Shape, core: &str, variant: &Variant) -> Result<(String, String), TypesError> {
    let name = &variant.name;
    Ok(match &variant.holds {
        Holds::Nothing => (format!("Self::{name}"), format!("{core}::{name}")),
        Holds::Value(Form::Together(_)) => {
            return Err(TypesError::Row { of: shape.name.clone(), what: name.clone() });
        }
        Holds::Value(_) => (format!("Self::{name}(value)"), format!("{core}::{name}(value.into_core()?)")),
        Holds::Fields(fields) => {
            let names: Vec<String> = fields.iter().map(|field| ident(&field.name)).collect();
            let made: Vec<String> = names.iter().map(|name| format!("{name}: {name}.into_core()?")).collect();
            (
                format!("Self::{name} {{ {} }}", names.join(", ")),
                format!("{core}::{name} {{ {} }}", made.join(", ")),
            )
        }
    })
}

fn matched(what: &str, arms: impl Iterator<Item = (String, String)>) -> String {
    let arms: String = arms.map(|(from, to)| format!("            {from} => {to},\n")).collect();
    format!("        match {what} {{\n{arms}        }}\n")
}

fn built(what: &str, fields: impl Iterator<Item = String>) -> String {
    let fields: String = fields.map(|field| format!("            {field},\n")).collect();
    if fields.is_empty() {
        format!("        {what} {{}}\n")
    } else {
        format!("        {what} {{\n{fields}        }}\n")
    }
}
