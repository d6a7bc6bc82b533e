use super::Design;
pub struct NeedsConversion { pub key: String }
impl Design {
    #[allow(missing_docs)]
    pub fn amendable_from(&self, _old: &Design) -> Result<(), Vec<NeedsConversion>> { Ok(()) }
    #[allow(missing_docs)]
    pub fn parse(_: &str) -> Result<Self, String> { Err(String::new()) }
}
impl serde::Serialize for Design { fn serialize<S: serde::Serializer>(&self, s: S) -> Result<S::Ok, S::Error> { s.serialize_str("") } }
impl<'de> serde::Deserialize<'de> for Design { fn deserialize<D: serde::Deserializer<'de>>(d: D) -> Result<Self, D::Error> { let _ = String::deserialize(d)?; Err(serde::de::Error::custom("temp")) } }
