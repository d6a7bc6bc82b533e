//! [`OrderId`]: 128 bits chosen by whoever asks.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

use crate::hex;

/// The id of an order: 128 bits, chosen and kept by the caller before the order is sent, so that a
/// resend after a lost answer is recognised. Written as 32 hexadecimal digits.
///
/// ```
/// use muntwerk::id::OrderId;
/// let id: OrderId = "000000000000000000000000000000ff".parse().unwrap();
/// assert_eq!(id.bits(), 255);
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct OrderId([u8; 16]);

/// The text is not 32 lower-case hexadecimal digits.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("an order id is 32 hexadecimal digits, 0-9 and a-f")]
pub struct OrderIdError;

impl OrderId {
    /// An id from its bits.
    pub const fn new(bits: u128) -> Self {
        Self(bits.to_be_bytes())
    }

    /// The bits.
    pub const fn bits(self) -> u128 {
        u128::from_be_bytes(self.0)
    }

    fn hex(self, buffer: &mut [u8; 32]) -> &str {
        for (slot, digit) in buffer.iter_mut().zip(self.0.into_iter().flat_map(hex::digits)) {
            *slot = digit;
        }
        str::from_utf8(buffer).unwrap_or("")
    }
}

impl fmt::Display for OrderId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.hex(&mut [0; 32]))
    }
}

impl fmt::Debug for OrderId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{self}")
    }
}

impl FromStr for OrderId {
    type Err = OrderIdError;
    fn from_str(text: &str) -> Result<Self, OrderIdError> {
        hex::read(text.as_bytes()).map(Self).ok_or(OrderIdError)
    }
}

impl Serialize for OrderId {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if serializer.is_human_readable() {
            serializer.serialize_str(self.hex(&mut [0; 32]))
        } else {
            self.0.serialize(serializer)
        }
    }
}

impl<'de> Deserialize<'de> for OrderId {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        if deserializer.is_human_readable() {
            let text = <std::borrow::Cow<'de, str>>::deserialize(deserializer)?;
            text.parse().map_err(de::Error::custom)
        } else {
            <[u8; 16]>::deserialize(deserializer).map(Self)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_32_lower_case_digits_are_an_id() {
        for bad in ["", "ff", "+0000000000000000000000000000001", "0000000000000000000000000000000G"] {
            assert_eq!(bad.parse::<OrderId>(), Err(OrderIdError), "{bad}");
        }
        let id = OrderId::new(u128::MAX);
        assert_eq!(id.to_string().parse(), Ok(id));
        assert_eq!(serde_json::to_string(&id).unwrap(), format!("\"{id}\""));
        assert_eq!(postcard::to_allocvec(&id).unwrap().len(), 16);
    }
}
