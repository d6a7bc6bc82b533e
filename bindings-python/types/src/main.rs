//! `cargo run -p muntwerk-python-types`: writes the Python classes anew.

use std::path::Path;
use std::process::ExitCode;

fn main() -> ExitCode {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let written =
        muntwerk_python_types::modules(&root).map_err(|error| error.to_string()).and_then(|modules| {
            let write = |module: &muntwerk_python_types::Module| {
                std::fs::write(root.join(&module.path), &module.text)
            };
            modules.iter().try_for_each(write).map_err(|error| error.to_string())
        });
    match written {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            use std::io::Write;
            let _ = writeln!(std::io::stderr(), "{error}");
            ExitCode::FAILURE
        }
    }
}
