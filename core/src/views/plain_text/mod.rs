//! The books as a text file that accounting programs read: [`Hledger`] and [`Beancount`].
//!
//! A ring's books are then open to anybody with a program of their own. Every entry that moves units is a
//! transaction on its booking day with the record's number, and every account ends in an assertion of its
//! balance, so that the program refuses the file if its sums are others than ours. Only ids and codes are
//! written; who they stand for, the host knows.
//!
//! Both look at the ring from its participants: what they hold is an asset, what partners issue an income
//! (below zero, as these programs have it), what is taken in or lapses an expense. So every balance has the
//! sign that it has in the ledger, and all of them sum to zero.
//!
//! | kind of account | name |
//! |---|---|
//! | person, household, organisation | `assets:person:m-1` |
//! | pot, the ring's own | `assets:pot`, `equity:group` |
//! | taken over | `equity:opening` |
//! | issued, taken in | `income:issued:p-01`, `expenses:redeemed:p-14` |
//! | lapsed | `expenses:lapsed` |

mod beancount;
mod commodity;
mod hledger;
mod name;
mod transaction;

pub use beancount::Beancount;
pub use hledger::Hledger;
