//! Bytes as hexadecimal digits.

/// Two digits in lower case for each byte.
pub(super) fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}
