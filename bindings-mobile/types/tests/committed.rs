//! What is committed is what would be written now.

use std::path::Path;

#[test]
fn the_mobile_types_say_what_the_core_says() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    for file in muntwerk_mobile_types::files(&root).unwrap() {
        let committed = std::fs::read_to_string(root.join(&file.path)).unwrap_or_default();
        assert!(
            committed == file.text,
            "{} is not what the core says: cargo run -p muntwerk-mobile-types",
            file.path.display()
        );
    }
}
