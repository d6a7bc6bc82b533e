//! What can be asked and how it can be refused: orders, their envelope, pending orders, refusals.
//!
//! An [`Order`] is a question with an id of the caller's. It says who asks ([`Order::actor`], in which
//! [`Order::role`], at which contact point, for whom), when (instant, booking day, value day), why
//! (a reason code, an opaque evidence reference) and what ([`Ask`]).

mod ask;
mod earning;
mod governing;
mod membership;
mod offices;
mod order;
mod pending;
mod pendings;
mod redeeming;
mod refusal;
mod settling;
mod spending;
mod take_over;
mod time;

pub(crate) use ask::for_each_ask;
pub use ask::{Ask, AskKind};
pub use earning::Award;
pub use governing::{AmendDesign, Complete, Reject, Reverse, Withdraw};
pub use membership::{
    AmendContract, Appoint, ApprovePartner, ChangeHolders, ChangeState, CloseAccount, EndRole, GiveMandate,
    GrantException, OpenAccount, RecordFact, RevokeMandate, SetLimits, Welcome, WriteOff,
};
pub use offices::{
    ApproveDifference, AskRecount, AwardNotes, ChangeEuro, Chargeback, CountCash, DestroyNotes, EndOffice,
    FillTill, HandIn, HandOverTill, Lost, OpenOffice, PayOut, PrintNotes, ReceiveNotes, RedeemNotes,
    ReportLost, Sell, SendNotes, SwapNotes, TakeIn, Want,
};
pub use order::Order;
pub use pending::{Pending, PendingEnd, WaitsFor};
pub use pendings::Pendings;
pub use redeeming::{PickUp, Redeem, Release, Reserve, Restock, StopWaiting, Wait};
pub use refusal::{Figures, Lang, NotARefusal, Refusal, RefusalCode, Words};
pub use settling::{
    ApproveClaim, ClawBack, ConfirmPaid, ExchangeBack, FileClaim, FundBacking, PayGiven, RejectClaim,
    ReturnPayment, TopUp,
};
pub use spending::{Gift, Pay, PayForRelative, Transfer};
pub use take_over::{TakeOver, TakeOverLine, TakeOverLot};
pub use time::{CloseDay, EndUnits, NoticeOutcome, RecordNotice};
