//! What is committed is what would be written now.

use std::path::Path;

#[test]
fn the_python_classes_say_what_the_core_says() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    for module in muntwerk_python_types::modules(&root).unwrap() {
        let committed = std::fs::read_to_string(root.join(&module.path)).unwrap_or_default();
        assert!(
            committed == module.text,
            "{} is not what the core says: cargo run -p muntwerk-python-types",
            module.path.display()
        );
    }
}
