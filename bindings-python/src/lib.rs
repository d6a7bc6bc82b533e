//! The native half of the Python package `muntwerk`.
//!
//! It translates and holds no rules: what may be booked, and how, is decided in the core. What crosses often
//! (amounts, prepared orders, answers, the ledger itself) is a class written here; what is looked at (entries,
//! views) is a frozen Python class that `bindings-python/types` writes from the core's source, filled from the
//! core's own JSON.
//!
//! | file | what it does |
//! |---|---|
//! | `amount`, `day`, `text`, `whole` | values of Python to values of the core, exactly or not at all |
//! | `design`, `order`, `answer` | the classes that cross often |
//! | `payment` | payment requests |
//! | `feeds`, `wallet/` | the server's side of the phone, and the phone's |
//! | `movements` | what figures are asked of |
//! | `observed` | lists that others kept |
//! | `ledger/` | the class `Ledger`, one file for each thing it is used for |
//! | `arrow/` | tables in and out by the Arrow PyCapsule interface |
//! | `errors`, `typed` | the core's errors as exceptions of Python; its values as Python's classes |

use pyo3::prelude::*;

mod amount;
mod answer;
mod arrow;
mod day;
mod design;
mod errors;
mod feeds;
mod ledger;
mod movements;
mod observed;
mod order;
mod payment;
mod text;
mod typed;
mod wallet;
mod whole;

/// The native half of the package `muntwerk`; use what `muntwerk` itself offers.
#[pymodule]
mod _native {
    #[pymodule_export]
    use crate::amount::Amount;
    #[pymodule_export]
    use crate::answer::{Answers, Receipt, Refusal};
    #[pymodule_export]
    use crate::arrow::ArrowTable;
    #[pymodule_export]
    use crate::design::Design;
    #[pymodule_export]
    use crate::feeds::Feeds;
    #[pymodule_export]
    use crate::ledger::Ledger;
    #[pymodule_export]
    use crate::movements::{_about_indicators, _version, Movements};
    #[pymodule_export]
    use crate::observed::{_observe, _observe_table};
    #[pymodule_export]
    use crate::order::{_decode_order, Order, OrderBatch};
    #[pymodule_export]
    use crate::payment::PaymentRequest;
    #[pymodule_export]
    use crate::wallet::Wallet;
}
