//! Bytes as hexadecimal digits in lower case, and back.

const DIGITS: &[u8; 16] = b"0123456789abcdef";

/// The two digits of a byte.
pub(crate) fn digits(byte: u8) -> [u8; 2] {
    [byte >> 4, byte & 15].map(|nibble| DIGITS.get(usize::from(nibble)).copied().unwrap_or(b'0'))
}

/// Appends two digits for each byte.
pub(crate) fn write(bytes: &[u8], out: &mut Vec<u8>) {
    out.extend(bytes.iter().copied().flat_map(digits));
}

/// Two digits for each byte.
pub(crate) fn hex(bytes: &[u8]) -> String {
    let mut out = Vec::with_capacity(bytes.len().saturating_mul(2));
    write(bytes, &mut out);
    String::from_utf8(out).unwrap_or_default()
}

/// The bytes that exactly so many digits stand for.
pub(crate) fn read<const N: usize>(digits: &[u8]) -> Option<[u8; N]> {
    let mut bytes = [0_u8; N];
    let (pairs, rest) = digits.as_chunks::<2>();
    if pairs.len() != N || !rest.is_empty() {
        return None;
    }
    let digit = |byte: u8| match byte {
        b'0'..=b'9' => byte.checked_sub(b'0'),
        b'a'..=b'f' => byte.checked_sub(b'a')?.checked_add(10),
        _ => None,
    };
    for (byte, [high, low]) in bytes.iter_mut().zip(pairs) {
        *byte = (digit(*high)? << 4) | digit(*low)?;
    }
    Some(bytes)
}
