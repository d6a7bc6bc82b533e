//! The core's own time, measured inside the library that Kotlin and Swift call: the yardstick of their bench.
//!
//! UniFFI does not export these: the bench looks them up by name, and an app has no such thing. What they give is
//! nanoseconds for one time, or 0 if it cannot be measured. The scenes are those of the bench in each language.

#![allow(unreachable_pub, reason = "looked up by name, from the loaded library")]
#![allow(clippy::disallowed_methods, reason = "a bench has a clock and files; nothing it measures has")]

mod ledger;
mod wallet;

use std::time::Instant as Clock;

type Fault = Box<dyn std::error::Error>;

/// Nanoseconds for what is done so many times, per time.
fn per(times: u32, mut work: impl FnMut()) -> u64 {
    let start = Clock::now();
    (0..times).for_each(|_| work());
    let each = start.elapsed().checked_div(times).unwrap_or_default();
    u64::try_from(each.as_nanos()).unwrap_or(u64::MAX)
}
