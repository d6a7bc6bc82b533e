//! Writes the records and enums of the mobile library from the core's own source.
//!
//! What the types look like is read by `muntwerk-shapes`; here they are written as Rust that UniFFI turns
//! into Kotlin and Swift, with the way from the core's type and, for what can be asked, the way back. A test
//! compares what is committed with what would be written now.
//!
//! ```text
//! core/src/**.rs --muntwerk-shapes--> shapes --chosen--> declared + converted --> src/types/*.rs
//!                                                    \--wire--> tests/wire.json
//! ```

mod chosen;
mod converted;
mod declared;
mod rows;
mod wire;

use std::path::{Path, PathBuf};

/// Why the types cannot be written.
#[derive(Debug, thiserror::Error)]
#[allow(clippy::exhaustive_enums)]
pub enum TypesError {
    /// The core's source cannot be read.
    #[error(transparent)]
    Source(#[from] muntwerk_shapes::SourceError),
    /// Several values stand in a row without names, and nobody has named them.
    #[error("{of}: the values in a row of {what} have no names; give them some in rows.rs")]
    Row {
        /// In which type.
        of: String,
        /// Which field or variant.
        what: String,
    },
    /// A type cannot be used from outside the core.
    #[error("{0}: no public module of the core gives it away")]
    Hidden(String),
}

/// A file that is written from the core's source.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Written {
    /// Where it stands, from the root of the repository.
    pub path: PathBuf,
    /// What stands in it.
    pub text: String,
}

/// Writes every file from the core's source under the root of the repository.
///
/// # Errors
/// [`TypesError`] if the source cannot be read, or something in it has no form here.
pub fn files(root: &Path) -> Result<Vec<Written>, TypesError> {
    let chosen = chosen::of(muntwerk_shapes::parts(root)?);
    let mut files = Vec::new();
    for part in &chosen.parts {
        let mut text = String::new();
        for shape in &part.shapes {
            text.push_str(&declared::one(shape)?);
            text.push_str(&converted::one(shape, chosen.is_asked(&shape.name))?);
        }
        if part.module == "orders" {
            text.push_str(&declared::ask(&part.shapes));
            text.push_str(&converted::ask(&part.shapes));
        }
        let text = declared::heading(part.doc, &text) + &text;
        let path = Path::new("bindings-mobile/src/types").join(format!("{}.rs", part.module));
        files.push(Written { path, text });
    }
    let text = wire::table(&chosen.parts)?;
    files.push(Written { path: PathBuf::from("bindings-mobile/tests/wire.json"), text });
    Ok(files)
}
