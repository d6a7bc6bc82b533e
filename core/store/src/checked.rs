//! Lines of text that carry their own checksum, so that half a line is never taken for one.

use sha2::{Digest, Sha256};

const CHECK: &str = " check ";

fn checksum(text: &str) -> String {
    Sha256::digest(text.as_bytes()).iter().map(|byte| format!("{byte:02x}")).collect()
}

/// The text with its checksum behind it, and a line end.
pub(crate) fn checked(text: &str) -> String {
    format!("{text}{CHECK}{}\n", checksum(text))
}

/// The words of the first line, if its checksum is right.
pub(crate) fn words(bytes: &[u8]) -> Option<Vec<&str>> {
    let line = bytes.split(|byte| *byte == b'\n').next()?;
    let (text, check) = str::from_utf8(line).ok()?.rsplit_once(CHECK)?;
    (checksum(text) == check).then(|| text.split(' ').collect())
}
