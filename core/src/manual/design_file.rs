#![doc = include_str!("../../docs/design-file.md")]
