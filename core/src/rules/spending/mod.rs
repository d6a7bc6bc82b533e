//! Units that go from one participant to another.

mod category;
mod gift;
mod movement;
mod pay_for_relative;
mod transfer;
