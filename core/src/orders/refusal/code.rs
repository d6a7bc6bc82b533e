//! [`RefusalCode`]: the stable codes and the rule behind each.

use super::catalogue;

macro_rules! define_codes {
    ($($name:ident, $text:literal, $rule:literal, $recorded:literal, $nl:literal, $fr:literal, $en:literal;)*) => {
        /// The stable code of a refusal. In JSON and in figures the text of [`RefusalCode::text`].
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, serde::Serialize, serde::Deserialize)]
        #[allow(clippy::exhaustive_enums)]
        pub enum RefusalCode {
            $(#[doc = $en] #[serde(rename = $text)] $name,)*
        }

        impl RefusalCode {
            /// Every code, in the order of the catalogue.
            pub const ALL: &'static [Self] = &[$(Self::$name,)*];

            /// The code as text; it never changes.
            pub const fn text(self) -> &'static str {
                match self { $(Self::$name => $text,)* }
            }

            /// The rule that refuses: a key of the design, a guard, or the ledger itself.
            pub const fn rule(self) -> &'static str {
                match self { $(Self::$name => $rule,)* }
            }

            /// Whether the refusal is journaled and final. The others leave no trace: the ledger
            /// cannot tell who asked, or cannot tell whether it answered before.
            pub const fn is_recorded(self) -> bool {
                match self { $(Self::$name => $recorded,)* }
            }

            pub(super) const fn templates(self) -> [&'static str; 3] {
                match self { $(Self::$name => [$nl, $fr, $en],)* }
            }
        }
    };
}

catalogue::for_each_code!(define_codes);

impl std::fmt::Display for RefusalCode {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.pad(self.text())
    }
}
