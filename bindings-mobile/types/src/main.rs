//! `cargo run -p muntwerk-mobile-types`: writes the types of the mobile library anew.

use std::path::Path;
use std::process::ExitCode;

fn main() -> ExitCode {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let written = muntwerk_mobile_types::files(&root).map_err(|error| error.to_string()).and_then(|files| {
        let write = |file: &muntwerk_mobile_types::Written| std::fs::write(root.join(&file.path), &file.text);
        files.iter().try_for_each(write).map_err(|error| error.to_string())
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
