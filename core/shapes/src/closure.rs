//! From the roots to every type they need, those that others need first.

use std::collections::BTreeSet;

use syn::{Fields, GenericArgument, PathArguments};

use crate::docs;
use crate::roots::Root;
use crate::shape::{Class, CoreType, Field, Form, Given, Holds, Role, Shape, Variant, snake};
use crate::source::{Items, SourceError, Type};

/// Types that are written as a value, and not taken apart.
const PLAIN: &[&str] = &[
    "Id",
    "Code",
    "OrderId",
    "Place",
    "EuroPlace",
    "AccountRef",
    "String",
    "RefusalCode",
    "Day",
    "Amount",
    "Balance",
    "Instant",
    "LotNo",
    "AccountNo",
    "Share",
    "Notes",
    "Fraction",
    "Window",
    "Design",
    "Order",
    "Refusal",
    "bool",
    "u8",
    "u16",
    "u32",
    "u64",
    "usize",
    "i16",
    "i32",
    "i64",
    "i128",
];

/// Every type that the roots need and that is not known yet, each after those it needs.
///
/// # Errors
/// [`SourceError`] if a name is unclear, or a type has a form for which there is no shape.
pub(crate) fn of(items: &Items, roots: &[Root], known: &[String]) -> Result<Vec<Shape>, SourceError> {
    let mut found = Found { items, known: known.iter().cloned().collect(), shapes: Vec::new() };
    for root in roots {
        match root {
            Root::Words { name, doc, words } => found.add(Shape {
                name: (*name).to_owned(),
                doc: (*doc).to_owned(),
                class: Class::Words(words.clone()),
                role: Role::Value,
                core: None,
            })?,
            Root::Type(name) => found.name(name)?,
            Root::Question(name) => {
                let (file, one) = items.public(name)?;
                let mut shape = shape(items, name, (file, one))?;
                let answer = items.answer_of(name).ok_or_else(|| SourceError::NoClass {
                    name: name.clone(),
                    what: "a question without an answer".to_owned(),
                })?;
                shape.role = Role::Question(snake(name), form(answer, name)?);
                found.add(shape)?;
            }
            Root::Renamed { name, under, called } => {
                let mut shape = shape(items, name, items.under(name, under)?)?;
                (*called).clone_into(&mut shape.name);
                found.add(shape)?;
            }
            Root::Ask(name) => {
                let mut shape = shape(items, name, items.under(name, "orders")?)?;
                shape.role = Role::Ask(snake(name));
                found.add(shape)?;
            }
        }
    }
    Ok(found.shapes)
}

struct Found<'i> {
    items: &'i Items,
    known: BTreeSet<String>,
    shapes: Vec<Shape>,
}

impl Found<'_> {
    fn name(&mut self, name: &str) -> Result<(), SourceError> {
        if self.known.contains(name) {
            return Ok(());
        }
        let shape = shape(self.items, name, self.items.public(name)?)?;
        self.add(shape)
    }

    fn add(&mut self, shape: Shape) -> Result<(), SourceError> {
        self.known.insert(shape.name.clone());
        for needed in shape.needs() {
            self.name(needed)?;
        }
        self.shapes.push(shape);
        Ok(())
    }
}

fn shape(items: &Items, name: &str, (file, one): (usize, &Type)) -> Result<Shape, SourceError> {
    let no_class = |what: &str| SourceError::NoClass { name: name.to_owned(), what: what.to_owned() };
    let (attributes, class) = match one {
        Type::Enum(one) => (&one.attrs, variants(items, file, one)?),
        Type::Struct(one) => {
            let written = serde_text(&one.attrs, "into").and_then(|other| items.beside(file, &other));
            let fields = match written {
                Some(Type::Struct(written)) => &written.fields,
                Some(Type::Enum(_)) => return Err(no_class("a struct that is written as an enum")),
                None => &one.fields,
            };
            let class = match fields {
                Fields::Named(named) => Class::Fields(self::fields(items, file, named, name)?),
                Fields::Unnamed(unnamed) => {
                    let forms: Result<Vec<Form>, _> =
                        unnamed.unnamed.iter().map(|field| form(&field.ty, name)).collect();
                    Class::Alias(together(forms?))
                }
                Fields::Unit => Class::Fields(Vec::new()),
            };
            (&one.attrs, class)
        }
    };
    let core = Some(CoreType {
        name: name.to_owned(),
        module: items.module_of(file, name),
        open: attributes.iter().any(|attribute| attribute.path().is_ident("non_exhaustive")),
    });
    Ok(Shape { name: name.to_owned(), doc: docs::text(attributes), class, role: Role::Value, core })
}

fn together(mut forms: Vec<Form>) -> Form {
    match forms.pop() {
        Some(only) if forms.is_empty() => only,
        last => {
            forms.extend(last);
            Form::Together(forms)
        }
    }
}

fn variants(items: &Items, file: usize, one: &syn::ItemEnum) -> Result<Class, SourceError> {
    let name = one.ident.to_string();
    let mut variants = Vec::new();
    for variant in &one.variants {
        let holds = match &variant.fields {
            Fields::Unit => Holds::Nothing,
            Fields::Named(named) => Holds::Fields(fields(items, file, named, &name)?),
            Fields::Unnamed(unnamed) => {
                let forms: Result<Vec<Form>, _> =
                    unnamed.unnamed.iter().map(|field| form(&field.ty, &name)).collect();
                Holds::Value(together(forms?))
            }
        };
        let variant_name = variant.ident.to_string();
        variants.push(Variant {
            word: snake(&variant_name),
            name: variant_name,
            doc: docs::text(&variant.attrs),
            holds,
        });
    }
    let words = |variant: &Variant| (variant.word.clone(), variant.doc.clone());
    let all_words = variants.iter().all(|variant| variant.holds == Holds::Nothing);
    Ok(if all_words { Class::Words(variants.iter().map(words).collect()) } else { Class::Variants(variants) })
}

fn fields(items: &Items, file: usize, named: &syn::FieldsNamed, of: &str) -> Result<Vec<Field>, SourceError> {
    let mut fields = Vec::new();
    for field in &named.named {
        if serde_has(&field.attrs, "skip") {
            continue;
        }
        let form = form(&field.ty, of)?;
        let name = field.ident.as_ref().map(|ident| ident.to_string().trim_start_matches("r#").to_owned());
        let default = match serde_text(&field.attrs, "default") {
            Some(function) => items.number_given_by(file, &function).map(Given::Number),
            None if serde_has(&field.attrs, "default") => Some(default(items, &form)?),
            None => None,
        };
        let name = name.unwrap_or_default();
        let left_out = items.is_left_out(file, of, &name);
        fields.push(Field { name, form, default, left_out, doc: docs::text(&field.attrs) });
    }
    Ok(fields)
}

/// What a form is if it is left out.
fn default(items: &Items, form: &Form) -> Result<Given, SourceError> {
    Ok(match form {
        Form::Optional(_) => Given::Nothing,
        Form::Many(_) | Form::Plain("Notes") => Given::Empty,
        Form::Plain("Amount" | "Balance" | "Share" | "u8" | "u16" | "u32" | "u64" | "i32" | "i64") => {
            Given::Number("0".to_owned())
        }
        Form::Named(name) => {
            let (_, one) = items.public(name)?;
            let no_class = |what: &str| SourceError::NoClass { name: name.clone(), what: what.to_owned() };
            let Type::Enum(one) = one else { return Err(no_class("a struct by default")) };
            let default = one
                .variants
                .iter()
                .find(|variant| variant.attrs.iter().any(|attribute| attribute.path().is_ident("default")));
            let word = default.map(|variant| snake(&variant.ident.to_string()));
            Given::Word(word.ok_or_else(|| no_class("an enum by default"))?)
        }
        Form::Plain(_) | Form::Together(_) => {
            let what = format!("{form:?} by default");
            return Err(SourceError::NoClass { name: String::new(), what });
        }
    })
}

fn form(ty: &syn::Type, of: &str) -> Result<Form, SourceError> {
    let no_class = |what: String| SourceError::NoClass { name: of.to_owned(), what };
    match ty {
        syn::Type::Tuple(tuple) => {
            let forms: Result<Vec<Form>, _> = tuple.elems.iter().map(|one| form(one, of)).collect();
            Ok(Form::Together(forms?))
        }
        syn::Type::Array(array) => Ok(Form::Many(Box::new(form(&array.elem, of)?))),
        syn::Type::Path(path) => {
            let last = path.path.segments.last().ok_or_else(|| no_class("a path".to_owned()))?;
            let name = last.ident.to_string();
            let inner = match &last.arguments {
                PathArguments::AngleBracketed(inner) => inner.args.iter().find_map(|one| match one {
                    GenericArgument::Type(ty) => Some(ty),
                    _ => None,
                }),
                _ => None,
            };
            match (name.as_str(), inner) {
                ("Option", Some(inner)) => Ok(Form::Optional(Box::new(form(inner, of)?))),
                ("Box", Some(inner)) => form(inner, of),
                ("BTreeMap", Some(_)) => Ok(Form::Plain("BTreeMap")),
                ("Vec" | "BTreeSet", Some(inner)) => Ok(Form::Many(Box::new(form(inner, of)?))),
                ("ActionSet", None) => Ok(Form::Many(Box::new(Form::Named("Action".to_owned())))),
                ("SmallVec", Some(syn::Type::Array(array))) => {
                    Ok(Form::Many(Box::new(form(&array.elem, of)?)))
                }
                (_, None) => {
                    let plain = PLAIN.iter().find(|plain| **plain == name);
                    Ok(plain.map_or(Form::Named(name), |plain| Form::Plain(plain)))
                }
                _ => Err(no_class(format!("the type {name} of a field"))),
            }
        }
        _ => Err(no_class("the type of a field".to_owned())),
    }
}

/// The text of a key of a serde attribute: `one` of `#[serde(default = "one")]`.
fn serde_text(attributes: &[syn::Attribute], key: &str) -> Option<String> {
    let mut found = None;
    each_serde(attributes, |meta| {
        if meta.path.is_ident(key) && meta.input.peek(syn::Token![=]) {
            found = Some(meta.value()?.parse::<syn::LitStr>()?.value());
        } else if meta.input.peek(syn::Token![=]) {
            meta.value()?.parse::<syn::LitStr>()?;
        }
        Ok(())
    });
    found
}

fn serde_has(attributes: &[syn::Attribute], key: &str) -> bool {
    let mut found = false;
    each_serde(attributes, |meta| {
        found |= meta.path.is_ident(key);
        if meta.input.peek(syn::Token![=]) {
            meta.value()?.parse::<syn::LitStr>()?;
        }
        Ok(())
    });
    found
}

fn each_serde(
    attributes: &[syn::Attribute],
    mut look: impl FnMut(syn::meta::ParseNestedMeta<'_>) -> syn::Result<()>,
) {
    for attribute in attributes.iter().filter(|one| one.path().is_ident("serde")) {
        // What is looked for stands in no attribute that cannot be taken apart so.
        let _ = attribute.parse_nested_meta(&mut look);
    }
}
