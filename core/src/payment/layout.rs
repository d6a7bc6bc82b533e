//! What a request's text is made of.

use super::Part;

/// How every request begins: the scheme and our payment target type.
pub(super) const PREFIX: &str = "payto://muntwerk/";

/// What stands in front of the checksum.
pub(super) const BEFORE_SUM: &str = "&sum=";

/// The version of the form that is written and read.
pub(super) const VERSION: &str = "1";

/// The longest text that is read: that of a request in which nothing can be longer.
pub(super) const LONGEST: usize = 280;

/// The options in the order in which they are written. The checksum, always last, is not among them.
pub(super) const OPTIONS: [Part; 6] =
    [Part::Version, Part::Amount, Part::Reference, Part::Until, Part::Offer, Part::Category];
