//! Reading the core's source: every struct and enum by its name.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

/// Why the shapes cannot be read.
#[derive(Debug, thiserror::Error)]
#[allow(clippy::exhaustive_enums)]
pub enum SourceError {
    /// A file cannot be read.
    #[error("{}: {error}", path.display())]
    Io {
        /// Which file.
        path: PathBuf,
        /// What the system said.
        error: std::io::Error,
    },
    /// A file is not Rust.
    #[error("{}: {error}", path.display())]
    Syntax {
        /// Which file.
        path: PathBuf,
        /// What is wrong with it.
        error: syn::Error,
    },
    /// A type is named that is nowhere, or in two places.
    #[error("{name}: {count} types are called so")]
    Unclear {
        /// Its name.
        name: String,
        /// How many there are.
        count: usize,
    },
    /// A type has a form for which there is no shape.
    #[error("{name}: there is no shape for {what}")]
    NoClass {
        /// Its name.
        name: String,
        /// Its form.
        what: String,
    },
}

/// A struct or an enum, with the file it stands in.
#[allow(clippy::exhaustive_enums, clippy::large_enum_variant)]
pub(crate) enum Type {
    /// A struct.
    Struct(syn::ItemStruct),
    /// An enum.
    Enum(syn::ItemEnum),
}

/// Everything the core defines.
#[derive(Default)]
pub(crate) struct Items {
    types: BTreeMap<String, Vec<(usize, Type)>>,
    files: Vec<(PathBuf, String, syn::File)>,
    /// By type, the fields that are left out of JSON when they say nothing.
    left_out: BTreeMap<(usize, String), Vec<String>>,
    /// By indicator, what its figures say.
    answers: BTreeMap<String, syn::Type>,
}

impl Items {
    /// The public type of a name, and the number of its file.
    pub(crate) fn public(&self, name: &str) -> Result<(usize, &Type), SourceError> {
        let is_public = |(_, one): &&(usize, Type)| match one {
            Type::Struct(one) => matches!(one.vis, syn::Visibility::Public(_)),
            Type::Enum(one) => matches!(one.vis, syn::Visibility::Public(_)),
        };
        let found: Vec<_> = self.types.get(name).into_iter().flatten().filter(is_public).collect();
        match found.as_slice() {
            [(file, one)] => Ok((*file, one)),
            others => Err(SourceError::Unclear { name: name.to_owned(), count: others.len() }),
        }
    }

    /// The type of a name under a directory of the core.
    pub(crate) fn under(&self, name: &str, directory: &str) -> Result<(usize, &Type), SourceError> {
        let is_under = |file: usize| {
            let path = self.files.get(file).map(|(path, ..)| path);
            path.is_some_and(|path| path.components().any(|one| one.as_os_str() == directory))
        };
        let found = self.types.get(name).into_iter().flatten().find(|(file, _)| is_under(*file));
        let unclear = || SourceError::Unclear { name: name.to_owned(), count: 0 };
        found.map(|(file, one)| (*file, one)).ok_or_else(unclear)
    }

    /// The type of a name in one file, public or not.
    pub(crate) fn beside(&self, file: usize, name: &str) -> Option<&Type> {
        self.types.get(name)?.iter().find(|(at, _)| *at == file).map(|(_, one)| one)
    }

    /// Whether a field of a type is left out of JSON when it says nothing.
    pub(crate) fn is_left_out(&self, file: usize, name: &str, field: &str) -> bool {
        let fields = self.left_out.get(&(file, name.to_owned()));
        fields.is_some_and(|fields| fields.iter().any(|one| one == field))
    }

    /// What a function of a file gives that does nothing but give a number.
    pub(crate) fn number_given_by(&self, file: usize, function: &str) -> Option<String> {
        let (_, _, file) = self.files.get(file)?;
        let body = file.items.iter().find_map(|item| match item {
            syn::Item::Fn(one) if one.sig.ident == function => Some(&one.block),
            _ => None,
        })?;
        match body.stmts.as_slice() {
            [syn::Stmt::Expr(syn::Expr::Lit(syn::ExprLit { lit: syn::Lit::Int(number), .. }), None)] => {
                Some(number.to_string())
            }
            _ => None,
        }
    }

    /// What the figures of an indicator say.
    pub(crate) fn answer_of(&self, name: &str) -> Option<&syn::Type> {
        self.answers.get(name)
    }

    /// The module from which anybody can use a type of a file: the outermost that gives it away.
    pub(crate) fn module_of(&self, file: usize, name: &str) -> Option<String> {
        let (path, ..) = self.files.get(file)?;
        crate::paths::module_of(path, name, |path| {
            self.files.iter().find(|(other, ..)| other == path).map(|(_, _, file)| file)
        })
    }

    /// The text of a file, by the end of its path.
    pub(crate) fn text(&self, ends_with: &str) -> Result<&str, SourceError> {
        let found = self.files.iter().find(|(path, ..)| path.ends_with(ends_with));
        let unclear = || SourceError::Unclear { name: ends_with.to_owned(), count: 0 };
        found.map(|(_, text, _)| text.as_str()).ok_or_else(unclear)
    }
}

/// Reads every file under a directory.
///
/// # Errors
/// [`SourceError`] if one cannot be read, or is not Rust.
pub(crate) fn read(directory: &Path) -> Result<Items, SourceError> {
    let mut items = Items::default();
    for path in files(directory)? {
        let text =
            std::fs::read_to_string(&path).map_err(|error| SourceError::Io { path: path.clone(), error })?;
        let file =
            syn::parse_file(&text).map_err(|error| SourceError::Syntax { path: path.clone(), error })?;
        let number = items.files.len();
        for item in &file.items {
            let (name, one) = match item {
                syn::Item::Struct(one) => (one.ident.to_string(), Type::Struct(one.clone())),
                syn::Item::Enum(one) => (one.ident.to_string(), Type::Enum(one.clone())),
                syn::Item::Macro(one) if one.mac.path.is_ident("sparse") => {
                    let (name, fields) = left_out(&one.mac.tokens.to_string());
                    items.left_out.insert((number, name), fields);
                    continue;
                }
                syn::Item::Impl(one) => {
                    items.answers.extend(answer(one));
                    continue;
                }
                _ => continue,
            };
            items.types.entry(name).or_default().push((number, one));
        }
        items.files.push((path, text, file));
    }
    Ok(items)
}

/// The indicator of an `impl Indicator for ...`, and what its figures say.
fn answer(one: &syn::ItemImpl) -> Option<(String, syn::Type)> {
    let (of, _) = one.trait_.as_ref()?;
    let syn::Type::Path(name) = &*one.self_ty else { return None };
    let is_indicator = of.segments.last()?.ident == "Indicator";
    let value = one.items.iter().find_map(|item| match item {
        syn::ImplItem::Type(value) if value.ident == "Value" => Some(value.ty.clone()),
        _ => None,
    });
    Some((name.path.get_ident()?.to_string(), value.filter(|_| is_indicator)?))
}

/// The type of a `sparse!(Type { always | sometimes })`, and what is written sometimes.
fn left_out(tokens: &str) -> (String, Vec<String>) {
    let (name, lists) = tokens.split_once('{').unwrap_or((tokens, ""));
    let (_, sometimes) = lists.split_once('|').unwrap_or((lists, ""));
    let sometimes = sometimes.trim_end().trim_end_matches('}').split(',').map(str::trim);
    (name.trim().to_owned(), sometimes.filter(|field| !field.is_empty()).map(str::to_owned).collect())
}

fn files(directory: &Path) -> Result<Vec<PathBuf>, SourceError> {
    let at = |error| SourceError::Io { path: directory.to_owned(), error };
    let mut found = Vec::new();
    for entry in std::fs::read_dir(directory).map_err(at)? {
        let path = entry.map_err(at)?.path();
        if path.is_dir() {
            found.extend(files(&path)?);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            found.push(path);
        }
    }
    found.sort();
    Ok(found)
}
