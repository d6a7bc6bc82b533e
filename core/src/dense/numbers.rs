//! Row numbers, one type per kind of row.

use serde::{Deserialize, Serialize};

macro_rules! number {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(pub(crate) u32);

        impl $name {
            /// The number itself.
            pub const fn get(self) -> u32 {
                self.0
            }
        }
    };
}

number!(
    /// Row of an account, in the order of opening.
    AccountNo
);
number!(
    /// Row of a person, in the order in which the ledger came to know them.
    PersonNo
);
number!(
    /// Number of a lot, in the order of issue. Journals carry it: a lot has no other name.
    LotNo
);
