//! Writes the Python classes of orders, entries and views from the core's own source.
//!
//! The core has some two hundred types that can stand in an order, an entry or a view, and every one of
//! them already says in Rust what it is called, what its fields mean and how it is written as JSON. The
//! Python classes are written from there, so that they say the same in the same words and cannot fall
//! behind: a test compares what is committed with what would be written now.
//!
//! ```text
//! core/src/**.rs --source--> items --shapes--> closure of the roots --python--> orders.py, books.py, views.py
//! ```

mod closure;
mod docs;
mod python;
mod roots;
mod shape;
mod source;

use std::path::{Path, PathBuf};

pub use source::SourceError;

/// A module of the Python package that is written from the core's source.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Module {
    /// Where it stands, from the root of the repository.
    pub path: PathBuf,
    /// What stands in it.
    pub text: String,
}

/// Writes every module from the core's source under the root of the repository.
///
/// # Errors
/// [`SourceError`] if a file cannot be read, or a type has a form that has no Python class.
pub fn modules(root: &Path) -> Result<Vec<Module>, SourceError> {
    let items = source::read(&root.join("core/src"))?;
    let mut written = Vec::new();
    let mut modules = Vec::new();
    for part in roots::parts(&items)? {
        let shapes = closure::of(&items, &part.roots, &written)?;
        let text = python::module(&part, &shapes, &written);
        written.extend(shapes.iter().map(|shape| (shape.name.clone(), part.module)));
        let path = Path::new("bindings-python/python/muntwerk").join(format!("{}.py", part.module));
        modules.push(Module { path, text });
    }
    Ok(modules)
}
