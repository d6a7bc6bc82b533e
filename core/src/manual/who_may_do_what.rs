//! Who may do what.
//!
//! Every order names its actor and the role in which they ask. The design's permission matrix says what
//! the role may do; the default matrix follows the handbook, and a design overrides single cells:
//!
//! ```toml
//! [permissions.gift]
//! mediator = "behalf second"
//! ```
//!
//! A cell is a mode and conditions:
//!
//! | word | meaning |
//! |---|---|
//! | `allow` | in their own right |
//! | `behalf` | for a participant who gave them a mandate |
//! | `register` | for a participant who stands at the counter, with a reference to the evidence |
//! | `propose` | as a pending order that somebody else completes |
//! | `own` | only for the own account, partner or place, or for one's own earlier act |
//! | `second` | a second, different person must complete it |
//! | `same_day` | only on the day of the act concerned |
//!
//! Every holder of an account is a `participant`. Other roles are given by
//! [`Appoint`](crate::orders::Appoint), for a partner or a contact point where the role needs one, and
//! end with their last day. The first office-holders stand in the design.
//!
//! **Scopes.** A partner's operators act for that partner, and only within its contract: a role at a partner whose
//! contract gives it no such role, or has ended, rewards or takes in nothing. Whoever holds an account shared by
//! several acts for all of it; they can leave it, but neither turn the others out nor bring somebody in. That is
//! done where people are enrolled.
//!
//! **Facts** are recorded by whoever the cell `record_fact` names. Of a participant's own, it takes a fact that
//! the design calls `self_declared`. Nobody needs to be asked whether a fact holds: the rule that requires it
//! looks at the day of the activity.
//!
//! **Contracts** are agreed by `approve_partner`: the steering group's, or proposed by the project manager. **Limits**
//! of one account (`set_limits`) and exceptions (`exceed_limit`, which takes two) are for others to decide than
//! whoever holds the account; see [`limits`](super::limits).
//!
//! **Mandates** ([`GiveMandate`](crate::orders::GiveMandate)) say who may act for whom, in what, up to
//! how much an order and a month, and until when. The participant gives one, or a contact point records
//! it with evidence; never the person who will hold it. Revoking works at once.
//!
//! **Pending orders.** A claim of hours is an award asked by the participant; the partner's operator
//! confirms it with [`Complete`](crate::orders::Complete). Proposals and acts that take two people are
//! the same thing.
//!
//! **Guards** that no cell switches off: nobody rewards themselves or their household; nobody who acts
//! for another gains by it; two-person acts take two people. One mediator acting for both sides of a
//! match is allowed and flagged.
//!
//! The host authenticates people; the ledger authorises what they ask. For reading, ask
//! [`Ledger::may_see`](crate::ledger::Ledger::may_see).
