//! Units that go from one participant to another.

mod gift;
mod movement;
mod pay_for_relative;
mod transfer;
