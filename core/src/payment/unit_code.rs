//! [`UnitCode`]: how a request names the unit it asks for.

use std::fmt;

use crate::design::Currency;
use crate::id::Code;

use super::Reason;

/// The most letters of a unit.
const LONGEST: usize = 11;

/// Three letters are an ISO 4217 code (RFC 8905, section 5), which no unit of ours has.
const OF_ISO_4217: usize = 3;

/// How a request names a unit: capital letters, at most eleven and never three.
///
/// RFC 8905 has letters alone before the figure, and keeps those of three for ISO 4217. So a unit is called by the
/// letters of its currency's id: the first eleven, in capitals. Where they are three or none, `UNIT` follows.
/// Two currencies can share one: it guards against a mix-up, and the ledger says which currency it is.
///
/// ```
/// use muntwerk::design::Design;
/// use muntwerk::payment::UnitCode;
/// let design = Design::parse(include_str!("../../designs/lets-brussel.toml"))?;
/// assert_eq!(UnitCode::of(design.currency()).to_string(), "LETSBRUSSEL");
/// # Ok::<(), muntwerk::design::DesignError>(())
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct UnitCode(Code);

impl UnitCode {
    /// The unit of a currency.
    pub fn of(currency: &Currency) -> Self {
        let mut letters = currency.id.to_string();
        letters.retain(|character| character.is_ascii_lowercase());
        letters.truncate(LONGEST);
        if letters.is_empty() || letters.len() == OF_ISO_4217 {
            letters.push_str("unit");
        }
        // Up to eleven small letters are a code.
        Self(Code::parse(&letters).unwrap_or(currency.id))
    }

    /// Reads a unit.
    pub(super) fn read(text: &str) -> Result<Self, Reason> {
        let letters = !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_uppercase());
        let fits = text.len() <= LONGEST && text.len() != OF_ISO_4217;
        let code = if letters && fits { Code::parse(&text.to_ascii_lowercase()).ok() } else { None };
        code.map(Self).ok_or_else(|| Reason::Unit { found: text.to_owned() })
    }
}

impl fmt::Display for UnitCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.with_str(|letters| f.pad(&letters.to_ascii_uppercase()))
    }
}

impl fmt::Debug for UnitCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{self}")
    }
}
