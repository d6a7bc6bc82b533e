//! Reads the core's source, for those who write its types in another language.
//!
//! The core has some two hundred types that can stand in an order, an entry or a view, and every one of
//! them already says in Rust what it is called, what its fields mean and how it is written as JSON. What
//! other languages have for them is written from there, so that it says the same in the same words and
//! cannot fall behind: a test of each compares what is committed with what would be written now.
//!
//! ```text
//! core/src/**.rs --source--> items --roots, closure--> parts, each a list of shapes
//! ```

mod closure;
mod docs;
mod paths;
mod roots;
mod shape;
mod source;

use std::path::Path;

pub use shape::{Class, CoreType, Field, Form, Given, Holds, Role, Shape, Variant};
pub use source::SourceError;

/// Types that belong together, each after those it needs.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Part {
    /// What they are called together: `orders`, `books`, `views` and so on.
    pub module: &'static str,
    /// What they are.
    pub doc: &'static str,
    /// The types.
    pub shapes: Vec<Shape>,
}

/// Reads every part from the core's source under the root of the repository, in the order in which they
/// need one another.
///
/// # Errors
/// [`SourceError`] if a file cannot be read, or a type has a form for which there is no shape.
pub fn parts(root: &Path) -> Result<Vec<Part>, SourceError> {
    let items = source::read(&root.join("core/src"))?;
    let mut known: Vec<String> = Vec::new();
    let mut parts = Vec::new();
    for roots::Part { module, doc, roots } in roots::parts(&items)? {
        let shapes = closure::of(&items, &roots, &known)?;
        known.extend(shapes.iter().map(|shape| shape.name.clone()));
        parts.push(Part { module, doc, shapes });
    }
    Ok(parts)
}
