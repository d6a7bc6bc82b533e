//! [`Ask`]: the one list of what can be asked.

use serde::{Deserialize, Serialize};

use super::{
    AmendContract, AmendDesign, Appoint, ApproveClaim, ApproveDifference, ApprovePartner, AskRecount, Award,
    AwardNotes, ChangeEuro, ChangeHolders, ChangeState, Chargeback, ClawBack, CloseAccount, CloseDay,
    Complete, ConfirmPaid, CountCash, DestroyNotes, EndOffice, EndRole, EndUnits, ExchangeBack, FileClaim,
    FillTill, FundBacking, Gift, GiveMandate, GrantException, HandIn, HandOverTill, OpenAccount, OpenOffice,
    PayForRelative, PayGiven, PayOut, PickUp, PrintNotes, ReceiveNotes, RecordFact, RecordNotice, Redeem,
    RedeemNotes, Reject, RejectClaim, Release, ReportLost, Reserve, Restock, ReturnPayment, Reverse,
    RevokeMandate, Sell, SendNotes, SetLimits, StopWaiting, SwapNotes, TakeIn, TakeOver, TopUp, Transfer,
    Wait, Welcome, Withdraw, WriteOff,
};

/// Hands the list of everything that can be asked to another macro. A new rule is added here, in its
/// own file under `rules/`, and in the design block it reads; nowhere else.
macro_rules! for_each_ask {
    ($use:ident) => {
        $use! {
            OpenAccount, ApprovePartner, AmendContract, ChangeHolders, ChangeState, CloseAccount, WriteOff, Appoint, EndRole,
            GiveMandate, RevokeMandate,
            SetLimits, GrantException,
            TakeOver,
            RecordFact, Welcome,
            Award,
            Transfer, Gift, PayForRelative,
            Redeem, Restock, Reserve, PickUp, Release, Wait, StopWaiting,
            PrintNotes, SendNotes, ReceiveNotes, PayOut, TakeIn,
            OpenOffice, CountCash, ApproveDifference, AskRecount, EndOffice,
            DestroyNotes, ReportLost, SwapNotes, FillTill, HandOverTill, Sell,
            HandIn, RedeemNotes, AwardNotes, ChangeEuro, Chargeback,
            FileClaim, RejectClaim, ApproveClaim, ConfirmPaid, ReturnPayment, ClawBack,
            TopUp, FundBacking, ExchangeBack, PayGiven,
            Reverse, Complete, Reject, Withdraw, AmendDesign,
            CloseDay, RecordNotice, EndUnits,
        }
    };
}

macro_rules! define_ask {
    ($($kind:ident),* $(,)?) => {
        /// What is asked, one variant per thing that can happen. In JSON the variant's name in
        /// snake case is the one key: `{"transfer": {...}}`.
        #[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
        #[serde(rename_all = "snake_case")]
        #[allow(clippy::exhaustive_enums)]
        pub enum Ask {
            $(#[doc = concat!("See [`", stringify!($kind), "`].")] $kind($kind),)*
        }

        /// The name of an ask without its contents.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
        #[serde(rename_all = "snake_case")]
        #[allow(clippy::exhaustive_enums)]
        pub enum AskKind {
            $(#[doc = concat!("See [`", stringify!($kind), "`].")] $kind,)*
        }

        impl Ask {
            /// Which kind of ask this is.
            pub fn kind(&self) -> AskKind {
                match self { $(Self::$kind(_) => AskKind::$kind,)* }
            }
        }

        impl AskKind {
            /// Every kind, in the order of the list.
            pub const ALL: &'static [Self] = &[$(Self::$kind,)*];
        }

        $(impl From<$kind> for Ask {
            fn from(ask: $kind) -> Self { Self::$kind(ask) }
        })*
    };
}

for_each_ask!(define_ask);

pub(crate) use for_each_ask;

impl Ask {
    /// Whether this is something that a holder of the account that pays, or of the one that is paid,
    /// does: serving and being served, earning, giving, reserving and redeeming, changing notes. To be given something is not.
    pub(crate) fn is_act_of(&self, pays: bool) -> bool {
        match self {
            Self::Transfer(_) | Self::PayForRelative(_) | Self::Award(_) => true,
            Self::PayOut(_) | Self::TakeIn(_) | Self::TopUp(_) | Self::ExchangeBack(_) => true,
            Self::Gift(_) | Self::Redeem(_) | Self::Reserve(_) => pays,
            _ => false,
        }
    }

    pub(super) fn asks_the_same_as(&self, other: &Self) -> bool {
        match (self, other) {
            // The true civil day is what the host's clock says, not what is asked.
            (Self::CloseDay(one), Self::CloseDay(two)) => one.through == two.through,
            _ => self == other,
        }
    }
}
