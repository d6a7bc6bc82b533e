//! The command `muntwerk`.
fn main() {}
