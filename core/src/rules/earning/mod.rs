//! Units that come into being because a partner rewards.

mod award;
mod requirements;
