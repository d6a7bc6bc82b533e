//! Records and enums: what can be asked, what comes of it, what can be looked at.

mod by_hand;
#[rustfmt::skip]
mod books;
mod order;
#[rustfmt::skip]
mod orders;
#[rustfmt::skip]
mod views;

pub use books::*;
pub use by_hand::*;
pub use order::Order;
pub use orders::*;
pub use views::*;
