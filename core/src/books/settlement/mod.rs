//! What partners took in and are to be paid for in euro: acceptances and claims (R38, R39).

mod acceptance;
mod claim;
mod claim_line;
mod settlements;

pub use acceptance::Acceptance;
pub use claim::{Claim, ClaimState, Claimed};
pub use claim_line::{ClaimLine, Fees};
pub use settlements::{Settlements, Stands};
