//! Writes the Python classes of orders, entries and views from the core's own source.
//!
//! What the types look like is read by `muntwerk-shapes`; here they are written as Python. A test compares
//! what is committed with what would be written now.
//!
//! ```text
//! core/src/**.rs --muntwerk-shapes--> shapes --python--> orders.py, books.py, views.py
//! ```

mod python;

use std::path::{Path, PathBuf};

pub use muntwerk_shapes::SourceError;

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
    let mut written = Vec::new();
    let mut modules = Vec::new();
    for part in muntwerk_shapes::parts(root)? {
        let text = python::module(&part, &written);
        written.extend(part.shapes.iter().map(|shape| (shape.name.clone(), part.module)));
        let path = Path::new("bindings-python/python/muntwerk").join(format!("{}.py", part.module));
        modules.push(Module { path, text });
    }
    Ok(modules)
}
