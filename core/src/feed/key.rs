//! [`FeedKey`] and [`PublicKey`]: who signs feeds, and how a phone knows.

use std::fmt;

use ed25519_dalek::{Signature, Signer, SigningKey, VerifyingKey};
use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

use crate::hex;

/// What keeps these signatures apart from others made with the same key.
const DOMAIN: &[u8] = b"muntwerk.feed.1";

/// The host's key that signs heads (Ed25519, RFC 8032). The host keeps its 32 secret bytes and gives the
/// public half to the app, in the app itself or over a way it trusts.
#[derive(Clone)]
pub struct FeedKey(SigningKey);

impl FeedKey {
    /// The key of 32 secret bytes, which the host drew at random once.
    pub fn from_bytes(secret: &[u8; 32]) -> Self {
        Self(SigningKey::from_bytes(secret))
    }

    /// The half that everybody may have.
    pub fn public(&self) -> PublicKey {
        PublicKey(self.0.verifying_key())
    }

    pub(super) fn sign(&self, head: &[u8]) -> [u8; 64] {
        self.0.sign(&[DOMAIN, head].concat()).to_bytes()
    }
}

impl fmt::Debug for FeedKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "the key of {}", self.public())
    }
}

/// The public half of a [`FeedKey`]; as text 64 hexadecimal digits.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct PublicKey(VerifyingKey);

impl PublicKey {
    /// The key of 32 bytes; `None` if they are no key, or a weak one under which other signatures would
    /// fit too.
    pub fn from_bytes(bytes: &[u8; 32]) -> Option<Self> {
        VerifyingKey::from_bytes(bytes).ok().filter(|key| !key.is_weak()).map(Self)
    }

    /// The key that 64 hexadecimal digits in lower case stand for.
    pub fn from_hex(digits: &[u8]) -> Option<Self> {
        Self::from_bytes(&hex::read(digits)?)
    }

    /// The 32 bytes.
    pub fn bytes(&self) -> [u8; 32] {
        self.0.to_bytes()
    }

    pub(super) fn has_signed(&self, head: &[u8], signature: &[u8; 64]) -> bool {
        let signature = Signature::from_bytes(signature);
        self.0.verify_strict(&[DOMAIN, head].concat(), &signature).is_ok()
    }
}

impl fmt::Display for PublicKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&hex::hex(&self.bytes()))
    }
}

impl fmt::Debug for PublicKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{self}")
    }
}

impl Serialize for PublicKey {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.to_string())
    }
}

impl<'de> Deserialize<'de> for PublicKey {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let digits = std::borrow::Cow::<str>::deserialize(deserializer)?;
        Self::from_hex(digits.as_bytes()).ok_or_else(|| de::Error::custom("not a public key"))
    }
}
