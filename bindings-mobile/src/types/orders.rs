//! What can be asked: one class for every kind of order, and what their fields are made of.
//!
//! Written from the source of the engine by `cargo run -p muntwerk-mobile-types`; not by hand.

use super::by_hand::*;
use crate::error::MuntwerkError;
use crate::mirror::{FromCore, IntoCore};

/// The name of an ask without its contents.
#[derive(Clone, Copy, Debug, PartialEq, Eq, uniffi::Enum)]
pub enum AskKind {
    OpenAccount,
    ApprovePartner,
    AmendContract,
    ChangeHolders,
    ChangeState,
    CloseAccount,
    WriteOff,
    Appoint,
    EndRole,
    GiveMandate,
    RevokeMandate,
    SetLimits,
    GrantException,
    TakeOver,
    RecordFact,
    Welcome,
    Award,
    Transfer,
    Gift,
    PayForRelative,
    Redeem,
    Restock,
    Reserve,
    PickUp,
    Release,
    Wait,
    StopWaiting,
    PrintNotes,
    SendNotes,
    ReceiveNotes,
    PayOut,
    TakeIn,
    OpenOffice,
    CountCash,
    ApproveDifference,
    AskRecount,
    EndOffice,
    DestroyNotes,
    ReportLost,
    SwapNotes,
    FillTill,
    HandOverTill,
    Sell,
    HandIn,
    RedeemNotes,
    AwardNotes,
    ChangeEuro,
    Chargeback,
    FileClaim,
    RejectClaim,
    ApproveClaim,
    ConfirmPaid,
    ReturnPayment,
    ClawBack,
    TopUp,
    FundBacking,
    ExchangeBack,
    PayGiven,
    Reverse,
    Complete,
    Reject,
    Withdraw,
    AmendDesign,
    CloseDay,
    RecordNotice,
    EndUnits,
}

impl FromCore<muntwerk::orders::AskKind> for AskKind {
    fn from_core(core: &muntwerk::orders::AskKind) -> Self {
        match core {
            muntwerk::orders::AskKind::OpenAccount => Self::OpenAccount,
            muntwerk::orders::AskKind::ApprovePartner => Self::ApprovePartner,
            muntwerk::orders::AskKind::AmendContract => Self::AmendContract,
            muntwerk::orders::AskKind::ChangeHolders => Self::ChangeHolders,
            muntwerk::orders::AskKind::ChangeState => Self::ChangeState,
            muntwerk::orders::AskKind::CloseAccount => Self::CloseAccount,
            muntwerk::orders::AskKind::WriteOff => Self::WriteOff,
            muntwerk::orders::AskKind::Appoint => Self::Appoint,
            muntwerk::orders::AskKind::EndRole => Self::EndRole,
            muntwerk::orders::AskKind::GiveMandate => Self::GiveMandate,
            muntwerk::orders::AskKind::RevokeMandate => Self::RevokeMandate,
            muntwerk::orders::AskKind::SetLimits => Self::SetLimits,
            muntwerk::orders::AskKind::GrantException => Self::GrantException,
            muntwerk::orders::AskKind::TakeOver => Self::TakeOver,
            muntwerk::orders::AskKind::RecordFact => Self::RecordFact,
            muntwerk::orders::AskKind::Welcome => Self::Welcome,
            muntwerk::orders::AskKind::Award => Self::Award,
            muntwerk::orders::AskKind::Transfer => Self::Transfer,
            muntwerk::orders::AskKind::Gift => Self::Gift,
            muntwerk::orders::AskKind::PayForRelative => Self::PayForRelative,
            muntwerk::orders::AskKind::Redeem => Self::Redeem,
            muntwerk::orders::AskKind::Restock => Self::Restock,
            muntwerk::orders::AskKind::Reserve => Self::Reserve,
            muntwerk::orders::AskKind::PickUp => Self::PickUp,
            muntwerk::orders::AskKind::Release => Self::Release,
            muntwerk::orders::AskKind::Wait => Self::Wait,
            muntwerk::orders::AskKind::StopWaiting => Self::StopWaiting,
            muntwerk::orders::AskKind::PrintNotes => Self::PrintNotes,
            muntwerk::orders::AskKind::SendNotes => Self::SendNotes,
            muntwerk::orders::AskKind::ReceiveNotes => Self::ReceiveNotes,
            muntwerk::orders::AskKind::PayOut => Self::PayOut,
            muntwerk::orders::AskKind::TakeIn => Self::TakeIn,
            muntwerk::orders::AskKind::OpenOffice => Self::OpenOffice,
            muntwerk::orders::AskKind::CountCash => Self::CountCash,
            muntwerk::orders::AskKind::ApproveDifference => Self::ApproveDifference,
            muntwerk::orders::AskKind::AskRecount => Self::AskRecount,
            muntwerk::orders::AskKind::EndOffice => Self::EndOffice,
            muntwerk::orders::AskKind::DestroyNotes => Self::DestroyNotes,
            muntwerk::orders::AskKind::ReportLost => Self::ReportLost,
            muntwerk::orders::AskKind::SwapNotes => Self::SwapNotes,
            muntwerk::orders::AskKind::FillTill => Self::FillTill,
            muntwerk::orders::AskKind::HandOverTill => Self::HandOverTill,
            muntwerk::orders::AskKind::Sell => Self::Sell,
            muntwerk::orders::AskKind::HandIn => Self::HandIn,
            muntwerk::orders::AskKind::RedeemNotes => Self::RedeemNotes,
            muntwerk::orders::AskKind::AwardNotes => Self::AwardNotes,
            muntwerk::orders::AskKind::ChangeEuro => Self::ChangeEuro,
            muntwerk::orders::AskKind::Chargeback => Self::Chargeback,
            muntwerk::orders::AskKind::FileClaim => Self::FileClaim,
            muntwerk::orders::AskKind::RejectClaim => Self::RejectClaim,
            muntwerk::orders::AskKind::ApproveClaim => Self::ApproveClaim,
            muntwerk::orders::AskKind::ConfirmPaid => Self::ConfirmPaid,
            muntwerk::orders::AskKind::ReturnPayment => Self::ReturnPayment,
            muntwerk::orders::AskKind::ClawBack => Self::ClawBack,
            muntwerk::orders::AskKind::TopUp => Self::TopUp,
            muntwerk::orders::AskKind::FundBacking => Self::FundBacking,
            muntwerk::orders::AskKind::ExchangeBack => Self::ExchangeBack,
            muntwerk::orders::AskKind::PayGiven => Self::PayGiven,
            muntwerk::orders::AskKind::Reverse => Self::Reverse,
            muntwerk::orders::AskKind::Complete => Self::Complete,
            muntwerk::orders::AskKind::Reject => Self::Reject,
            muntwerk::orders::AskKind::Withdraw => Self::Withdraw,
            muntwerk::orders::AskKind::AmendDesign => Self::AmendDesign,
            muntwerk::orders::AskKind::CloseDay => Self::CloseDay,
            muntwerk::orders::AskKind::RecordNotice => Self::RecordNotice,
            muntwerk::orders::AskKind::EndUnits => Self::EndUnits,
        }
    }
}

/// What an order can ask for, as the permission matrix sees it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, uniffi::Enum)]
pub enum Action {
    AdoptDesign,
    ApprovePartner,
    AppointRole,
    TakeOver,
    RegisterParticipant,
    RecordFact,
    GiveMandate,
    RevokeMandate,
    Transfer,
    Welcome,
    Award,
    Gift,
    Redeem,
    Reserve,
    Restock,
    Reverse,
    PrintNotes,
    SendNotes,
    ReceiveNotes,
    PayOut,
    TakeIn,
    SwapNotes,
    KeepTill,
    Chargeback,
    CountCash,
    ApproveDifference,
    ClaimSettlement,
    RejectClaim,
    ApproveSettlement,
    ConfirmPayment,
    ClawBack,
    TopUp,
    FundBacking,
    ExchangeBack,
    PayGiven,
    CloseDay,
    RecordNotice,
    EndUnits,
    ChangeAccountState,
    SetLimits,
    ExceedLimit,
    CloseAccount,
    WriteOff,
    SeeAccount,
}

impl FromCore<muntwerk::people::Action> for Action {
    fn from_core(core: &muntwerk::people::Action) -> Self {
        match core {
            muntwerk::people::Action::AdoptDesign => Self::AdoptDesign,
            muntwerk::people::Action::ApprovePartner => Self::ApprovePartner,
            muntwerk::people::Action::AppointRole => Self::AppointRole,
            muntwerk::people::Action::TakeOver => Self::TakeOver,
            muntwerk::people::Action::RegisterParticipant => Self::RegisterParticipant,
            muntwerk::people::Action::RecordFact => Self::RecordFact,
            muntwerk::people::Action::GiveMandate => Self::GiveMandate,
            muntwerk::people::Action::RevokeMandate => Self::RevokeMandate,
            muntwerk::people::Action::Transfer => Self::Transfer,
            muntwerk::people::Action::Welcome => Self::Welcome,
            muntwerk::people::Action::Award => Self::Award,
            muntwerk::people::Action::Gift => Self::Gift,
            muntwerk::people::Action::Redeem => Self::Redeem,
            muntwerk::people::Action::Reserve => Self::Reserve,
            muntwerk::people::Action::Restock => Self::Restock,
            muntwerk::people::Action::Reverse => Self::Reverse,
            muntwerk::people::Action::PrintNotes => Self::PrintNotes,
            muntwerk::people::Action::SendNotes => Self::SendNotes,
            muntwerk::people::Action::ReceiveNotes => Self::ReceiveNotes,
            muntwerk::people::Action::PayOut => Self::PayOut,
            muntwerk::people::Action::TakeIn => Self::TakeIn,
            muntwerk::people::Action::SwapNotes => Self::SwapNotes,
            muntwerk::people::Action::KeepTill => Self::KeepTill,
            muntwerk::people::Action::Chargeback => Self::Chargeback,
            muntwerk::people::Action::CountCash => Self::CountCash,
            muntwerk::people::Action::ApproveDifference => Self::ApproveDifference,
            muntwerk::people::Action::ClaimSettlement => Self::ClaimSettlement,
            muntwerk::people::Action::RejectClaim => Self::RejectClaim,
            muntwerk::people::Action::ApproveSettlement => Self::ApproveSettlement,
            muntwerk::people::Action::ConfirmPayment => Self::ConfirmPayment,
            muntwerk::people::Action::ClawBack => Self::ClawBack,
            muntwerk::people::Action::TopUp => Self::TopUp,
            muntwerk::people::Action::FundBacking => Self::FundBacking,
            muntwerk::people::Action::ExchangeBack => Self::ExchangeBack,
            muntwerk::people::Action::PayGiven => Self::PayGiven,
            muntwerk::people::Action::CloseDay => Self::CloseDay,
            muntwerk::people::Action::RecordNotice => Self::RecordNotice,
            muntwerk::people::Action::EndUnits => Self::EndUnits,
            muntwerk::people::Action::ChangeAccountState => Self::ChangeAccountState,
            muntwerk::people::Action::SetLimits => Self::SetLimits,
            muntwerk::people::Action::ExceedLimit => Self::ExceedLimit,
            muntwerk::people::Action::CloseAccount => Self::CloseAccount,
            muntwerk::people::Action::WriteOff => Self::WriteOff,
            muntwerk::people::Action::SeeAccount => Self::SeeAccount,
        }
    }
}

impl IntoCore<muntwerk::people::Action> for Action {
    fn into_core(self) -> Result<muntwerk::people::Action, MuntwerkError> {
        Ok(match self {
            Self::AdoptDesign => muntwerk::people::Action::AdoptDesign,
            Self::ApprovePartner => muntwerk::people::Action::ApprovePartner,
            Self::AppointRole => muntwerk::people::Action::AppointRole,
            Self::TakeOver => muntwerk::people::Action::TakeOver,
            Self::RegisterParticipant => muntwerk::people::Action::RegisterParticipant,
            Self::RecordFact => muntwerk::people::Action::RecordFact,
            Self::GiveMandate => muntwerk::people::Action::GiveMandate,
            Self::RevokeMandate => muntwerk::people::Action::RevokeMandate,
            Self::Transfer => muntwerk::people::Action::Transfer,
            Self::Welcome => muntwerk::people::Action::Welcome,
            Self::Award => muntwerk::people::Action::Award,
            Self::Gift => muntwerk::people::Action::Gift,
            Self::Redeem => muntwerk::people::Action::Redeem,
            Self::Reserve => muntwerk::people::Action::Reserve,
            Self::Restock => muntwerk::people::Action::Restock,
            Self::Reverse => muntwerk::people::Action::Reverse,
            Self::PrintNotes => muntwerk::people::Action::PrintNotes,
            Self::SendNotes => muntwerk::people::Action::SendNotes,
            Self::ReceiveNotes => muntwerk::people::Action::ReceiveNotes,
            Self::PayOut => muntwerk::people::Action::PayOut,
            Self::TakeIn => muntwerk::people::Action::TakeIn,
            Self::SwapNotes => muntwerk::people::Action::SwapNotes,
            Self::KeepTill => muntwerk::people::Action::KeepTill,
            Self::Chargeback => muntwerk::people::Action::Chargeback,
            Self::CountCash => muntwerk::people::Action::CountCash,
            Self::ApproveDifference => muntwerk::people::Action::ApproveDifference,
            Self::ClaimSettlement => muntwerk::people::Action::ClaimSettlement,
            Self::RejectClaim => muntwerk::people::Action::RejectClaim,
            Self::ApproveSettlement => muntwerk::people::Action::ApproveSettlement,
            Self::ConfirmPayment => muntwerk::people::Action::ConfirmPayment,
            Self::ClawBack => muntwerk::people::Action::ClawBack,
            Self::TopUp => muntwerk::people::Action::TopUp,
            Self::FundBacking => muntwerk::people::Action::FundBacking,
            Self::ExchangeBack => muntwerk::people::Action::ExchangeBack,
            Self::PayGiven => muntwerk::people::Action::PayGiven,
            Self::CloseDay => muntwerk::people::Action::CloseDay,
            Self::RecordNotice => muntwerk::people::Action::RecordNotice,
            Self::EndUnits => muntwerk::people::Action::EndUnits,
            Self::ChangeAccountState => muntwerk::people::Action::ChangeAccountState,
            Self::SetLimits => muntwerk::people::Action::SetLimits,
            Self::ExceedLimit => muntwerk::people::Action::ExceedLimit,
            Self::CloseAccount => muntwerk::people::Action::CloseAccount,
            Self::WriteOff => muntwerk::people::Action::WriteOff,
            Self::SeeAccount => muntwerk::people::Action::SeeAccount,
        })
    }
}

/// What an account is for (R4, R6).
#[derive(Clone, Copy, Debug, PartialEq, Eq, uniffi::Enum)]
pub enum AccountKind {
    /// One participant's account.
    Person,
    /// Shared by the members of a household.
    Household,
    /// An association, a shop or an institution that takes part in the ring.
    Organisation,
    /// The common pot.
    Pot,
    /// The ring itself (groepsrekening): contra of start balances, joining gifts and debts that were
    /// written off, so that a ring still sums to zero (R56). It holds units and goes below zero without
    /// a floor.
    Group,
    /// The units set aside for what is reserved.
    Reserved,
    /// Contra of the units a partner issued.
    Issued,
    /// The units a partner took in for goods or services.
    Redeemed,
    /// The units that lapsed.
    Lapsed,
    /// Contra of the balances taken over from a scheme that was running already.
    Opening,
    /// The units on the live notes of a series (D8 of the design).
    Paper,
    /// Contra of the notes that were short: a loss of the issuer.
    Shortage,
    /// The notes that were over: a gain of the issuer.
    Surplus,
}

impl FromCore<muntwerk::people::AccountKind> for AccountKind {
    fn from_core(core: &muntwerk::people::AccountKind) -> Self {
        match core {
            muntwerk::people::AccountKind::Person => Self::Person,
            muntwerk::people::AccountKind::Household => Self::Household,
            muntwerk::people::AccountKind::Organisation => Self::Organisation,
            muntwerk::people::AccountKind::Pot => Self::Pot,
            muntwerk::people::AccountKind::Group => Self::Group,
            muntwerk::people::AccountKind::Reserved => Self::Reserved,
            muntwerk::people::AccountKind::Issued => Self::Issued,
            muntwerk::people::AccountKind::Redeemed => Self::Redeemed,
            muntwerk::people::AccountKind::Lapsed => Self::Lapsed,
            muntwerk::people::AccountKind::Opening => Self::Opening,
            muntwerk::people::AccountKind::Paper => Self::Paper,
            muntwerk::people::AccountKind::Shortage => Self::Shortage,
            muntwerk::people::AccountKind::Surplus => Self::Surplus,
        }
    }
}

impl IntoCore<muntwerk::people::AccountKind> for AccountKind {
    fn into_core(self) -> Result<muntwerk::people::AccountKind, MuntwerkError> {
        Ok(match self {
            Self::Person => muntwerk::people::AccountKind::Person,
            Self::Household => muntwerk::people::AccountKind::Household,
            Self::Organisation => muntwerk::people::AccountKind::Organisation,
            Self::Pot => muntwerk::people::AccountKind::Pot,
            Self::Group => muntwerk::people::AccountKind::Group,
            Self::Reserved => muntwerk::people::AccountKind::Reserved,
            Self::Issued => muntwerk::people::AccountKind::Issued,
            Self::Redeemed => muntwerk::people::AccountKind::Redeemed,
            Self::Lapsed => muntwerk::people::AccountKind::Lapsed,
            Self::Opening => muntwerk::people::AccountKind::Opening,
            Self::Paper => muntwerk::people::AccountKind::Paper,
            Self::Shortage => muntwerk::people::AccountKind::Shortage,
            Self::Surplus => muntwerk::people::AccountKind::Surplus,
        })
    }
}

/// Opens an account of a participant (R6): a person, a household with a shared number, an
/// organisation. Its holders become known to the ledger.
#[derive(Clone, Debug, PartialEq, uniffi::Record)]
pub struct OpenAccount {
    /// The new account's id.
    pub account: Id,
    /// Person, household or organisation.
    pub kind: AccountKind,
    /// The persons who hold it; a person's account has one.
    pub holders: Vec<Id>,
}

impl FromCore<muntwerk::orders::OpenAccount> for OpenAccount {
    fn from_core(core: &muntwerk::orders::OpenAccount) -> Self {
        Self {
            account: FromCore::from_core(&core.account),
            kind: FromCore::from_core(&core.kind),
            holders: FromCore::from_core(&core.holders),
        }
    }
}

impl IntoCore<muntwerk::orders::OpenAccount> for OpenAccount {
    fn into_core(self) -> Result<muntwerk::orders::OpenAccount, MuntwerkError> {
        Ok(muntwerk::orders::OpenAccount {
            account: self.account.into_core()?,
            kind: self.kind.into_core()?,
            holders: self.holders.into_core()?,
        })
    }
}

/// What a partner may do (H3.3).
#[derive(Clone, Copy, Debug, PartialEq, Eq, uniffi::Enum)]
pub enum PartnerRole {
    /// It rewards with new units (uitgiftepartner).
    Issuing,
    /// It takes units in for goods or services (verzilverpartner).
    Redeeming,
}

impl FromCore<muntwerk::people::PartnerRole> for PartnerRole {
    fn from_core(core: &muntwerk::people::PartnerRole) -> Self {
        match core {
            muntwerk::people::PartnerRole::Issuing => Self::Issuing,
            muntwerk::people::PartnerRole::Redeeming => Self::Redeeming,
        }
    }
}

impl IntoCore<muntwerk::people::PartnerRole> for PartnerRole {
    fn into_core(self) -> Result<muntwerk::people::PartnerRole, MuntwerkError> {
        Ok(match self {
            Self::Issuing => muntwerk::people::PartnerRole::Issuing,
            Self::Redeeming => muntwerk::people::PartnerRole::Redeeming,
        })
    }
}

/// The period of a budget.
#[derive(Clone, Copy, Debug, PartialEq, Eq, uniffi::Enum)]
pub enum BudgetPeriod {
    /// A calendar month.
    Month,
    /// A calendar year.
    Year,
    /// The contract, counted from its first day: a later contract with the same first day goes on
    /// counting, one with another begins anew.
    Contract,
}

impl FromCore<muntwerk::people::BudgetPeriod> for BudgetPeriod {
    fn from_core(core: &muntwerk::people::BudgetPeriod) -> Self {
        match core {
            muntwerk::people::BudgetPeriod::Month => Self::Month,
            muntwerk::people::BudgetPeriod::Year => Self::Year,
            muntwerk::people::BudgetPeriod::Contract => Self::Contract,
        }
    }
}

impl IntoCore<muntwerk::people::BudgetPeriod> for BudgetPeriod {
    fn into_core(self) -> Result<muntwerk::people::BudgetPeriod, MuntwerkError> {
        Ok(match self {
            Self::Month => muntwerk::people::BudgetPeriod::Month,
            Self::Year => muntwerk::people::BudgetPeriod::Year,
            Self::Contract => muntwerk::people::BudgetPeriod::Contract,
        })
    }
}

/// How many units a partner may issue in a period.
#[derive(Clone, Debug, PartialEq, uniffi::Record)]
pub struct Budget {
    /// How many minor units, less what reversals take back.
    pub units: Amount,
    /// Over which period, by the day of the activity.
    pub per: BudgetPeriod,
}

impl FromCore<muntwerk::people::Budget> for Budget {
    fn from_core(core: &muntwerk::people::Budget) -> Self {
        Self {
            units: FromCore::from_core(&core.units),
            per: FromCore::from_core(&core.per),
        }
    }
}

impl IntoCore<muntwerk::people::Budget> for Budget {
    fn into_core(self) -> Result<muntwerk::people::Budget, MuntwerkError> {
        Ok(muntwerk::people::Budget {
            units: self.units.into_core()?,
            per: self.per.into_core()?,
        })
    }
}

/// So many euro cents for so many minor units, in lowest terms, both above zero.
#[derive(Clone, Debug, PartialEq, uniffi::Record)]
pub struct EuroRate {
    pub cents: i64,
    pub units: i64,
}

/// The stretch of days over which something is counted, such as a ceiling on what is earned.
#[derive(Clone, Copy, Debug, PartialEq, Eq, uniffi::Enum)]
pub enum Period {
    /// One day.
    Day,
    /// From a Monday to the Sunday after it.
    Week,
    /// From the first to the last day of a month.
    Month,
    /// From 1 January to 31 December.
    Year,
    /// All days there are.
    Lifetime,
}

impl FromCore<muntwerk::calendar::Period> for Period {
    fn from_core(core: &muntwerk::calendar::Period) -> Self {
        match core {
            muntwerk::calendar::Period::Day => Self::Day,
            muntwerk::calendar::Period::Week => Self::Week,
            muntwerk::calendar::Period::Month => Self::Month,
            muntwerk::calendar::Period::Year => Self::Year,
            muntwerk::calendar::Period::Lifetime => Self::Lifetime,
        }
    }
}

impl IntoCore<muntwerk::calendar::Period> for Period {
    fn into_core(self) -> Result<muntwerk::calendar::Period, MuntwerkError> {
        Ok(match self {
            Self::Day => muntwerk::calendar::Period::Day,
            Self::Week => muntwerk::calendar::Period::Week,
            Self::Month => muntwerk::calendar::Period::Month,
            Self::Year => muntwerk::calendar::Period::Year,
            Self::Lifetime => muntwerk::calendar::Period::Lifetime,
        })
    }
}

/// How many euro may be paid in a period, by the day of approval.
#[derive(Clone, Debug, PartialEq, uniffi::Record)]
pub struct EuroBudget {
    /// How many cents.
    pub cents: Amount,
    /// Over which period.
    pub per: BudgetPeriod,
}

impl FromCore<muntwerk::people::EuroBudget> for EuroBudget {
    fn from_core(core: &muntwerk::people::EuroBudget) -> Self {
        Self {
            cents: FromCore::from_core(&core.cents),
            per: FromCore::from_core(&core.per),
        }
    }
}

impl IntoCore<muntwerk::people::EuroBudget> for EuroBudget {
    fn into_core(self) -> Result<muntwerk::people::EuroBudget, MuntwerkError> {
        Ok(muntwerk::people::EuroBudget {
            cents: self.cents.into_core()?,
            per: self.per.into_core()?,
        })
    }
}

/// How a partner is paid in euro. What is left out is what the design's `[settlement]` says.
#[derive(Clone, Debug, PartialEq, uniffi::Record)]
pub struct SettlementTerms {
    /// What units are paid with.
    #[uniffi(default = None)]
    pub rate: Option<EuroRate>,
    /// The share that is kept back.
    #[uniffi(default = None)]
    pub fee: Option<Share>,
    /// Claims go by whole periods of this kind.
    #[uniffi(default = None)]
    pub period: Option<Period>,
    /// The least that a claim comes to, in cents.
    #[uniffi(default = None)]
    pub minimum: Option<Amount>,
    /// How many days after the activity it can still be claimed.
    #[uniffi(default = None)]
    pub claim_days: Option<u16>,
    /// Within how many days a claim is paid.
    #[uniffi(default = None)]
    pub pay_days: Option<u16>,
    /// How much may be approved for this partner.
    #[uniffi(default = None)]
    pub budget: Option<EuroBudget>,
    /// The partner that gets the given part of its fee where euro back the units (R29).
    #[uniffi(default = None)]
    pub beneficiary: Option<Id>,
    /// The one that gets it if the first does not qualify.
    #[uniffi(default = None)]
    pub second_beneficiary: Option<Id>,
}

impl FromCore<muntwerk::people::SettlementTerms> for SettlementTerms {
    fn from_core(core: &muntwerk::people::SettlementTerms) -> Self {
        Self {
            rate: FromCore::from_core(&core.rate),
            fee: FromCore::from_core(&core.fee),
            period: FromCore::from_core(&core.period),
            minimum: FromCore::from_core(&core.minimum),
            claim_days: FromCore::from_core(&core.claim_days),
            pay_days: FromCore::from_core(&core.pay_days),
            budget: FromCore::from_core(&core.budget),
            beneficiary: FromCore::from_core(&core.beneficiary),
            second_beneficiary: FromCore::from_core(&core.second_beneficiary),
        }
    }
}

impl IntoCore<muntwerk::people::SettlementTerms> for SettlementTerms {
    fn into_core(self) -> Result<muntwerk::people::SettlementTerms, MuntwerkError> {
        Ok(muntwerk::people::SettlementTerms {
            rate: self.rate.into_core()?,
            fee: self.fee.into_core()?,
            period: self.period.into_core()?,
            minimum: self.minimum.into_core()?,
            claim_days: self.claim_days.into_core()?,
            pay_days: self.pay_days.into_core()?,
            budget: self.budget.into_core()?,
            beneficiary: self.beneficiary.into_core()?,
            second_beneficiary: self.second_beneficiary.into_core()?,
        })
    }
}

/// Approves a partner (R10, R38): an organisation that may reward, or take units in, or both. It gets
/// the chart accounts `issued:<partner>` and `redeemed:<partner>`.
#[derive(Clone, Debug, PartialEq, uniffi::Record)]
pub struct ApprovePartner {
    /// The new partner's id, at most 23 characters.
    pub partner: Id,
    /// What it may do; at least one, each once.
    pub roles: Vec<PartnerRole>,
    /// First day of its contract, by value day. Left out: every day that can still be named.
    #[uniffi(default = None)]
    pub from: Option<Day>,
    /// Last day of its contract, if one was agreed.
    #[uniffi(default = None)]
    pub until: Option<Day>,
    /// How many units it may issue in a month, a year or the contract.
    #[uniffi(default = None)]
    pub budget: Option<Budget>,
    /// The account of an organisation on which it takes units in: then it stands inside the ring and may
    /// spend them again. Left out: what it takes in leaves the ring.
    #[uniffi(default = None)]
    pub account: Option<Id>,
    /// How it is paid in euro, where that is not what the design says for every partner (R38).
    #[uniffi(default = None)]
    pub settlement: Option<SettlementTerms>,
}

impl FromCore<muntwerk::orders::ApprovePartner> for ApprovePartner {
    fn from_core(core: &muntwerk::orders::ApprovePartner) -> Self {
        Self {
            partner: FromCore::from_core(&core.partner),
            roles: FromCore::from_core(&core.roles),
            from: FromCore::from_core(&core.from),
            until: FromCore::from_core(&core.until),
            budget: FromCore::from_core(&core.budget),
            account: FromCore::from_core(&core.account),
            settlement: FromCore::from_core(&core.settlement),
        }
    }
}

impl IntoCore<muntwerk::orders::ApprovePartner> for ApprovePartner {
    fn into_core(self) -> Result<muntwerk::orders::ApprovePartner, MuntwerkError> {
        Ok(muntwerk::orders::ApprovePartner {
            partner: self.partner.into_core()?,
            roles: self.roles.into_core()?,
            from: self.from.into_core()?,
            until: self.until.into_core()?,
            budget: self.budget.into_core()?,
            account: self.account.into_core()?,
            settlement: self.settlement.into_core()?,
        })
    }
}

/// Agrees something else with a partner (R38), from a day on: a new contract takes the place of the ones
/// before it from its first day. All of it is named anew; what is left out no longer holds.
#[derive(Clone, Debug, PartialEq, uniffi::Record)]
pub struct AmendContract {
    /// Which partner.
    pub partner: Id,
    /// What it may do; at least one, each once.
    pub roles: Vec<PartnerRole>,
    /// First day of the new contract, by value day; the current day if left out.
    #[uniffi(default = None)]
    pub from: Option<Day>,
    /// Last day of the contract, if one was agreed.
    #[uniffi(default = None)]
    pub until: Option<Day>,
    /// How many units it may issue in a month, a year or the contract.
    #[uniffi(default = None)]
    pub budget: Option<Budget>,
    /// The account of an organisation on which it takes units in, inside the ring.
    #[uniffi(default = None)]
    pub account: Option<Id>,
    /// How it is paid in euro, where that is not what the design says for every partner.
    #[uniffi(default = None)]
    pub settlement: Option<SettlementTerms>,
}

impl FromCore<muntwerk::orders::AmendContract> for AmendContract {
    fn from_core(core: &muntwerk::orders::AmendContract) -> Self {
        Self {
            partner: FromCore::from_core(&core.partner),
            roles: FromCore::from_core(&core.roles),
            from: FromCore::from_core(&core.from),
            until: FromCore::from_core(&core.until),
            budget: FromCore::from_core(&core.budget),
            account: FromCore::from_core(&core.account),
            settlement: FromCore::from_core(&core.settlement),
        }
    }
}

impl IntoCore<muntwerk::orders::AmendContract> for AmendContract {
    fn into_core(self) -> Result<muntwerk::orders::AmendContract, MuntwerkError> {
        Ok(muntwerk::orders::AmendContract {
            partner: self.partner.into_core()?,
            roles: self.roles.into_core()?,
            from: self.from.into_core()?,
            until: self.until.into_core()?,
            budget: self.budget.into_core()?,
            account: self.account.into_core()?,
            settlement: self.settlement.into_core()?,
        })
    }
}

/// Changes who holds an account that is shared (R6, R60): somebody moves in or out. The books stay with
/// the account, and somebody always holds it.
#[derive(Clone, Debug, PartialEq, uniffi::Record)]
pub struct ChangeHolders {
    /// A household's or an organisation's account.
    pub account: Id,
    /// Who comes.
    #[uniffi(default = [])]
    pub add: Vec<Id>,
    /// Who goes.
    #[uniffi(default = [])]
    pub remove: Vec<Id>,
}

impl FromCore<muntwerk::orders::ChangeHolders> for ChangeHolders {
    fn from_core(core: &muntwerk::orders::ChangeHolders) -> Self {
        Self {
            account: FromCore::from_core(&core.account),
            add: FromCore::from_core(&core.add),
            remove: FromCore::from_core(&core.remove),
        }
    }
}

impl IntoCore<muntwerk::orders::ChangeHolders> for ChangeHolders {
    fn into_core(self) -> Result<muntwerk::orders::ChangeHolders, MuntwerkError> {
        Ok(muntwerk::orders::ChangeHolders {
            account: self.account.into_core()?,
            add: self.add.into_core()?,
            remove: self.remove.into_core()?,
        })
    }
}

/// The state of a participant's account (R7).
#[derive(Clone, Copy, Debug, PartialEq, Eq, uniffi::Enum)]
pub enum AccountState {
    /// Enrolled but not let in yet: neither pays nor receives.
    Candidate,
    /// Takes part.
    Active,
    /// Takes part but has been quiet; paying or receiving is possible.
    Inactive,
    /// Is leaving: may only move its balance towards zero (practice of LETS groups).
    Leaver,
    /// Neither pays nor receives. Notices and expiry go on.
    Blocked,
    /// The holder died: neither pays nor receives.
    Deceased,
    /// Closed for good.
    Closed,
}

impl FromCore<muntwerk::people::AccountState> for AccountState {
    fn from_core(core: &muntwerk::people::AccountState) -> Self {
        match core {
            muntwerk::people::AccountState::Candidate => Self::Candidate,
            muntwerk::people::AccountState::Active => Self::Active,
            muntwerk::people::AccountState::Inactive => Self::Inactive,
            muntwerk::people::AccountState::Leaver => Self::Leaver,
            muntwerk::people::AccountState::Blocked => Self::Blocked,
            muntwerk::people::AccountState::Deceased => Self::Deceased,
            muntwerk::people::AccountState::Closed => Self::Closed,
        }
    }
}

impl IntoCore<muntwerk::people::AccountState> for AccountState {
    fn into_core(self) -> Result<muntwerk::people::AccountState, MuntwerkError> {
        Ok(match self {
            Self::Candidate => muntwerk::people::AccountState::Candidate,
            Self::Active => muntwerk::people::AccountState::Active,
            Self::Inactive => muntwerk::people::AccountState::Inactive,
            Self::Leaver => muntwerk::people::AccountState::Leaver,
            Self::Blocked => muntwerk::people::AccountState::Blocked,
            Self::Deceased => muntwerk::people::AccountState::Deceased,
            Self::Closed => muntwerk::people::AccountState::Closed,
        })
    }
}

/// Changes the state of an account (R7): blocks it, lets a candidate in, marks a leaver, and so on.
#[derive(Clone, Debug, PartialEq, uniffi::Record)]
pub struct ChangeState {
    /// Whose state.
    pub account: Id,
    /// The state it gets.
    pub state: AccountState,
}

impl FromCore<muntwerk::orders::ChangeState> for ChangeState {
    fn from_core(core: &muntwerk::orders::ChangeState) -> Self {
        Self {
            account: FromCore::from_core(&core.account),
            state: FromCore::from_core(&core.state),
        }
    }
}

impl IntoCore<muntwerk::orders::ChangeState> for ChangeState {
    fn into_core(self) -> Result<muntwerk::orders::ChangeState, MuntwerkError> {
        Ok(muntwerk::orders::ChangeState {
            account: self.account.into_core()?,
            state: self.state.into_core()?,
        })
    }
}

/// Closes an account for good (R45). What is left on it goes where the design says, never to euro.
#[derive(Clone, Debug, PartialEq, uniffi::Record)]
pub struct CloseAccount {
    /// Which account.
    pub account: Id,
    /// The account of an heir, where the holder died and the design lets heirs receive what is left
    /// (R46).
    #[uniffi(default = None)]
    pub heir: Option<Id>,
}

impl FromCore<muntwerk::orders::CloseAccount> for CloseAccount {
    fn from_core(core: &muntwerk::orders::CloseAccount) -> Self {
        Self {
            account: FromCore::from_core(&core.account),
            heir: FromCore::from_core(&core.heir),
        }
    }
}

impl IntoCore<muntwerk::orders::CloseAccount> for CloseAccount {
    fn into_core(self) -> Result<muntwerk::orders::CloseAccount, MuntwerkError> {
        Ok(muntwerk::orders::CloseAccount {
            account: self.account.into_core()?,
            heir: self.heir.into_core()?,
        })
    }
}

/// Writes off the debt of somebody who is gone (R45): the pot or the group account bears it, as the
/// design says. The account stands at zero after that and can be closed.
#[derive(Clone, Debug, PartialEq, uniffi::Record)]
pub struct WriteOff {
    /// Whose debt.
    pub account: Id,
}

impl FromCore<muntwerk::orders::WriteOff> for WriteOff {
    fn from_core(core: &muntwerk::orders::WriteOff) -> Self {
        Self {
            account: FromCore::from_core(&core.account),
        }
    }
}

impl IntoCore<muntwerk::orders::WriteOff> for WriteOff {
    fn into_core(self) -> Result<muntwerk::orders::WriteOff, MuntwerkError> {
        Ok(muntwerk::orders::WriteOff {
            account: self.account.into_core()?,
        })
    }
}

/// Gives a person a role, from a day on, until a day if one is set.
#[derive(Clone, Debug, PartialEq, uniffi::Record)]
pub struct Appoint {
    /// Who gets the role.
    pub person: Id,
    /// Which role of the design.
    pub role: Code,
    /// First day of the appointment.
    pub from: Day,
    /// The partner or contact point for which it holds, where the role needs one.
    #[uniffi(default = None)]
    pub scope: Option<Id>,
    /// Last day of the appointment.
    #[uniffi(default = None)]
    pub until: Option<Day>,
}

impl FromCore<muntwerk::orders::Appoint> for Appoint {
    fn from_core(core: &muntwerk::orders::Appoint) -> Self {
        Self {
            person: FromCore::from_core(&core.person),
            role: FromCore::from_core(&core.role),
            from: FromCore::from_core(&core.from),
            scope: FromCore::from_core(&core.scope),
            until: FromCore::from_core(&core.until),
        }
    }
}

impl IntoCore<muntwerk::orders::Appoint> for Appoint {
    fn into_core(self) -> Result<muntwerk::orders::Appoint, MuntwerkError> {
        Ok(muntwerk::orders::Appoint {
            person: self.person.into_core()?,
            role: self.role.into_core()?,
            from: self.from.into_core()?,
            scope: self.scope.into_core()?,
            until: self.until.into_core()?,
        })
    }
}

/// Ends a role after the booking day.
#[derive(Clone, Debug, PartialEq, uniffi::Record)]
pub struct EndRole {
    /// Whose role ends.
    pub person: Id,
    /// Which role.
    pub role: Code,
    /// The partner or contact point for which it held.
    #[uniffi(default = None)]
    pub scope: Option<Id>,
}

impl FromCore<muntwerk::orders::EndRole> for EndRole {
    fn from_core(core: &muntwerk::orders::EndRole) -> Self {
        Self {
            person: FromCore::from_core(&core.person),
            role: FromCore::from_core(&core.role),
            scope: FromCore::from_core(&core.scope),
        }
    }
}

impl IntoCore<muntwerk::orders::EndRole> for EndRole {
    fn into_core(self) -> Result<muntwerk::orders::EndRole, MuntwerkError> {
        Ok(muntwerk::orders::EndRole {
            person: self.person.into_core()?,
            role: self.role.into_core()?,
            scope: self.scope.into_core()?,
        })
    }
}

/// Lets a mediator act for a participant (R47): for some actions, up to some amounts, for some time.
///
/// Given by the participant, or recorded for them at a contact point with evidence; never by the
/// person who will hold it.
#[derive(Clone, Debug, PartialEq, uniffi::Record)]
pub struct GiveMandate {
    /// The mandate's own id.
    pub mandate: Id,
    /// The participant who is acted for.
    pub client: Id,
    /// The person who may act.
    pub holder: Id,
    /// What they may do.
    pub actions: Vec<Action>,
    /// First day.
    pub from: Day,
    /// Last day; a mandate always ends.
    pub until: Day,
    /// Most units in one order. In minor units.
    #[uniffi(default = None)]
    pub per_order: Option<Amount>,
    /// Most units in one calendar month, by value day. In minor units.
    #[uniffi(default = None)]
    pub per_month: Option<Amount>,
}

impl FromCore<muntwerk::orders::GiveMandate> for GiveMandate {
    fn from_core(core: &muntwerk::orders::GiveMandate) -> Self {
        Self {
            mandate: FromCore::from_core(&core.mandate),
            client: FromCore::from_core(&core.client),
            holder: FromCore::from_core(&core.holder),
            actions: FromCore::from_core(&core.actions),
            from: FromCore::from_core(&core.from),
            until: FromCore::from_core(&core.until),
            per_order: FromCore::from_core(&core.per_order),
            per_month: FromCore::from_core(&core.per_month),
        }
    }
}

impl IntoCore<muntwerk::orders::GiveMandate> for GiveMandate {
    fn into_core(self) -> Result<muntwerk::orders::GiveMandate, MuntwerkError> {
        Ok(muntwerk::orders::GiveMandate {
            mandate: self.mandate.into_core()?,
            client: self.client.into_core()?,
            holder: self.holder.into_core()?,
            actions: self.actions.into_core()?,
            from: self.from.into_core()?,
            until: self.until.into_core()?,
            per_order: self.per_order.into_core()?,
            per_month: self.per_month.into_core()?,
        })
    }
}

/// Takes a mandate back at once.
#[derive(Clone, Debug, PartialEq, uniffi::Record)]
pub struct RevokeMandate {
    /// Which mandate.
    pub mandate: Id,
}

impl FromCore<muntwerk::orders::RevokeMandate> for RevokeMandate {
    fn from_core(core: &muntwerk::orders::RevokeMandate) -> Self {
        Self {
            mandate: FromCore::from_core(&core.mandate),
        }
    }
}

impl IntoCore<muntwerk::orders::RevokeMandate> for RevokeMandate {
    fn into_core(self) -> Result<muntwerk::orders::RevokeMandate, MuntwerkError> {
        Ok(muntwerk::orders::RevokeMandate {
            mandate: self.mandate.into_core()?,
        })
    }
}

/// Sets an account's own limits, and the group whose limits it has (R15). Whatever is left out does not
/// hold for this account any more: its first months, its group and the design then say where the limit
/// lies.
#[derive(Clone, Debug, PartialEq, uniffi::Record)]
pub struct SetLimits {
    /// Whose limits.
    pub account: Id,
    /// Its own floor, in minor units; zero or below.
    #[uniffi(default = None)]
    pub floor: Option<Balance>,
    /// Its own ceiling, in minor units; above zero.
    #[uniffi(default = None)]
    pub ceiling: Option<Balance>,
    /// A group of the design.
    #[uniffi(default = None)]
    pub group: Option<Code>,
}

impl FromCore<muntwerk::orders::SetLimits> for SetLimits {
    fn from_core(core: &muntwerk::orders::SetLimits) -> Self {
        Self {
            account: FromCore::from_core(&core.account),
            floor: FromCore::from_core(&core.floor),
            ceiling: FromCore::from_core(&core.ceiling),
            group: FromCore::from_core(&core.group),
        }
    }
}

impl IntoCore<muntwerk::orders::SetLimits> for SetLimits {
    fn into_core(self) -> Result<muntwerk::orders::SetLimits, MuntwerkError> {
        Ok(muntwerk::orders::SetLimits {
            account: self.account.into_core()?,
            floor: self.floor.into_core()?,
            ceiling: self.ceiling.into_core()?,
            group: self.group.into_core()?,
        })
    }
}

/// Lets an account go past its limits for some time (illness, a big deal; R15). It takes the place of
/// an exception granted earlier, so that one can be ended before its day.
#[derive(Clone, Debug, PartialEq, uniffi::Record)]
pub struct GrantException {
    /// For which account.
    pub account: Id,
    /// Last day of the exception; there is always one.
    pub until: Day,
    /// The floor in that time, in minor units.
    #[uniffi(default = None)]
    pub floor: Option<Balance>,
    /// The ceiling in that time, in minor units.
    #[uniffi(default = None)]
    pub ceiling: Option<Balance>,
}

impl FromCore<muntwerk::orders::GrantException> for GrantException {
    fn from_core(core: &muntwerk::orders::GrantException) -> Self {
        Self {
            account: FromCore::from_core(&core.account),
            until: FromCore::from_core(&core.until),
            floor: FromCore::from_core(&core.floor),
            ceiling: FromCore::from_core(&core.ceiling),
        }
    }
}

impl IntoCore<muntwerk::orders::GrantException> for GrantException {
    fn into_core(self) -> Result<muntwerk::orders::GrantException, MuntwerkError> {
        Ok(muntwerk::orders::GrantException {
            account: self.account.into_core()?,
            until: self.until.into_core()?,
            floor: self.floor.into_core()?,
            ceiling: self.ceiling.into_core()?,
        })
    }
}

/// Units of one day of earning and one end.
#[derive(Clone, Debug, PartialEq, uniffi::Record)]
pub struct TakeOverLot {
    /// How many minor units.
    pub amount: Amount,
    /// The day on which they were earned, up to the value day of the order.
    pub earned_on: Day,
    /// The last day on which they can be spent; if absent the design sets it, counted from the day of
    /// earning.
    #[uniffi(default = None)]
    pub ends_on: Option<Day>,
}

impl FromCore<muntwerk::orders::TakeOverLot> for TakeOverLot {
    fn from_core(core: &muntwerk::orders::TakeOverLot) -> Self {
        Self {
            amount: FromCore::from_core(&core.amount),
            earned_on: FromCore::from_core(&core.earned_on),
            ends_on: FromCore::from_core(&core.ends_on),
        }
    }
}

impl IntoCore<muntwerk::orders::TakeOverLot> for TakeOverLot {
    fn into_core(self) -> Result<muntwerk::orders::TakeOverLot, MuntwerkError> {
        Ok(muntwerk::orders::TakeOverLot {
            amount: self.amount.into_core()?,
            earned_on: self.earned_on.into_core()?,
            ends_on: self.ends_on.into_core()?,
        })
    }
}

/// What one account brings along.
#[derive(Clone, Debug, PartialEq, uniffi::Record)]
pub struct TakeOverLine {
    /// A participant's account, the pot or the group account; each at most once.
    pub account: Id,
    /// Its balance in minor units; below zero it is a debt, which needs mutual credit.
    pub balance: Balance,
    /// The units by origin, which add up to the balance; without them all units are one lot, earned on
    /// the value day of the order.
    #[uniffi(default = [])]
    pub lots: Vec<TakeOverLot>,
}

impl FromCore<muntwerk::orders::TakeOverLine> for TakeOverLine {
    fn from_core(core: &muntwerk::orders::TakeOverLine) -> Self {
        Self {
            account: FromCore::from_core(&core.account),
            balance: FromCore::from_core(&core.balance),
            lots: FromCore::from_core(&core.lots),
        }
    }
}

impl IntoCore<muntwerk::orders::TakeOverLine> for TakeOverLine {
    fn into_core(self) -> Result<muntwerk::orders::TakeOverLine, MuntwerkError> {
        Ok(muntwerk::orders::TakeOverLine {
            account: self.account.into_core()?,
            balance: self.balance.into_core()?,
            lots: self.lots.into_core()?,
        })
    }
}

/// Takes over the balances of a scheme that was running already (R74): once, before anything else
/// moves units. The accounts are open by then; the contra is `system:opening`.
#[derive(Clone, Debug, PartialEq, uniffi::Record)]
pub struct TakeOver {
    /// One line for each account that had a balance.
    pub lines: Vec<TakeOverLine>,
}

impl FromCore<muntwerk::orders::TakeOver> for TakeOver {
    fn from_core(core: &muntwerk::orders::TakeOver) -> Self {
        Self {
            lines: FromCore::from_core(&core.lines),
        }
    }
}

impl IntoCore<muntwerk::orders::TakeOver> for TakeOver {
    fn into_core(self) -> Result<muntwerk::orders::TakeOver, MuntwerkError> {
        Ok(muntwerk::orders::TakeOver {
            lines: self.lines.into_core()?,
        })
    }
}

/// Records a fact about a person (domain.md section 4): insured until a day, volunteering declared to who
/// pays a benefit, a residence. Later records of the same fact take its place from their first day on.
#[derive(Clone, Debug, PartialEq, uniffi::Record)]
pub struct RecordFact {
    /// About whom.
    pub person: Id,
    /// Which fact of the design.
    pub fact: Code,
    /// First day.
    pub from: Day,
    /// What it says, where the fact has words.
    #[uniffi(default = None)]
    pub value: Option<Code>,
    /// Last day, if one is known. The day before `from` ends the fact: from then on it does not hold.
    #[uniffi(default = None)]
    pub until: Option<Day>,
}

impl FromCore<muntwerk::orders::RecordFact> for RecordFact {
    fn from_core(core: &muntwerk::orders::RecordFact) -> Self {
        Self {
            person: FromCore::from_core(&core.person),
            fact: FromCore::from_core(&core.fact),
            from: FromCore::from_core(&core.from),
            value: FromCore::from_core(&core.value),
            until: FromCore::from_core(&core.until),
        }
    }
}

impl IntoCore<muntwerk::orders::RecordFact> for RecordFact {
    fn into_core(self) -> Result<muntwerk::orders::RecordFact, MuntwerkError> {
        Ok(muntwerk::orders::RecordFact {
            person: self.person.into_core()?,
            fact: self.fact.into_core()?,
            from: self.from.into_core()?,
            value: self.value.into_core()?,
            until: self.until.into_core()?,
        })
    }
}

/// Gives what whoever joins gets once (R13): a start balance, a joining or verification gift, a reward for
/// an orientation, as the design lists it under `[[welcome]]`.
#[derive(Clone, Debug, PartialEq, uniffi::Record)]
pub struct Welcome {
    /// The account that gets it.
    pub account: Id,
    /// Which gift of the design's list.
    pub gift: Code,
}

impl FromCore<muntwerk::orders::Welcome> for Welcome {
    fn from_core(core: &muntwerk::orders::Welcome) -> Self {
        Self {
            account: FromCore::from_core(&core.account),
            gift: FromCore::from_core(&core.gift),
        }
    }
}

impl IntoCore<muntwerk::orders::Welcome> for Welcome {
    fn into_core(self) -> Result<muntwerk::orders::Welcome, MuntwerkError> {
        Ok(muntwerk::orders::Welcome {
            account: self.account.into_core()?,
            gift: self.gift.into_core()?,
        })
    }
}

/// Rewards an effort by the earning catalogue (R10). Asked by an operator of the partner it is booked
/// at once; asked by the participant it is a claim that the partner confirms (R12).
#[derive(Clone, Debug, PartialEq, uniffi::Record)]
pub struct Award {
    /// The partner that rewards.
    pub partner: Id,
    /// The account rewarded.
    pub to: Id,
    /// Which line of the earning catalogue.
    pub activity: Code,
    /// Minutes, actions or measured quantity, as the catalogue line says.
    pub measured: u32,
    /// Which holder of the account earned it. Needed where an account has several and a cap counts by the
    /// person (R60).
    #[uniffi(default = None)]
    pub earner: Option<Id>,
}

impl FromCore<muntwerk::orders::Award> for Award {
    fn from_core(core: &muntwerk::orders::Award) -> Self {
        Self {
            partner: FromCore::from_core(&core.partner),
            to: FromCore::from_core(&core.to),
            activity: FromCore::from_core(&core.activity),
            measured: FromCore::from_core(&core.measured),
            earner: FromCore::from_core(&core.earner),
        }
    }
}

impl IntoCore<muntwerk::orders::Award> for Award {
    fn into_core(self) -> Result<muntwerk::orders::Award, MuntwerkError> {
        Ok(muntwerk::orders::Award {
            partner: self.partner.into_core()?,
            to: self.to.into_core()?,
            activity: self.activity.into_core()?,
            measured: self.measured.into_core()?,
            earner: self.earner.into_core()?,
        })
    }
}

/// How much a service is paid.
#[derive(Clone, Debug, PartialEq, uniffi::Enum)]
#[allow(clippy::large_enum_variant)]
pub enum Pay {
    /// Minor units.
    Amount(Amount),
    /// Minutes of service, where the unit is time: rounded to the design's step, then converted.
    Minutes(u32),
}

impl FromCore<muntwerk::orders::Pay> for Pay {
    fn from_core(core: &muntwerk::orders::Pay) -> Self {
        match core {
            muntwerk::orders::Pay::Amount(value) => Self::Amount(FromCore::from_core(value)),
            muntwerk::orders::Pay::Minutes(value) => Self::Minutes(FromCore::from_core(value)),
        }
    }
}

impl IntoCore<muntwerk::orders::Pay> for Pay {
    fn into_core(self) -> Result<muntwerk::orders::Pay, MuntwerkError> {
        Ok(match self {
            Self::Amount(value) => muntwerk::orders::Pay::Amount(value.into_core()?),
            Self::Minutes(value) => muntwerk::orders::Pay::Minutes(value.into_core()?),
        })
    }
}

/// Pays another participant for a service (R22, H4.5); in mutual credit this is how units are born (R9).
#[derive(Clone, Debug, PartialEq, uniffi::Record)]
pub struct Transfer {
    /// Who pays.
    pub from: Id,
    /// Who is paid.
    pub to: Id,
    /// How much.
    pub pay: Pay,
    /// An opaque reference to the offer or need it settles.
    #[uniffi(default = None)]
    pub offer: Option<Id>,
    /// What kind of service it was, as a code of the design's categories.
    #[uniffi(default = None)]
    pub category: Option<Code>,
}

impl FromCore<muntwerk::orders::Transfer> for Transfer {
    fn from_core(core: &muntwerk::orders::Transfer) -> Self {
        Self {
            from: FromCore::from_core(&core.from),
            to: FromCore::from_core(&core.to),
            pay: FromCore::from_core(&core.pay),
            offer: FromCore::from_core(&core.offer),
            category: FromCore::from_core(&core.category),
        }
    }
}

impl IntoCore<muntwerk::orders::Transfer> for Transfer {
    fn into_core(self) -> Result<muntwerk::orders::Transfer, MuntwerkError> {
        Ok(muntwerk::orders::Transfer {
            from: self.from.into_core()?,
            to: self.to.into_core()?,
            pay: self.pay.into_core()?,
            offer: self.offer.into_core()?,
            category: self.category.into_core()?,
        })
    }
}

/// Gives units without a service (R23, R43, H4.7). The lots keep their dates.
#[derive(Clone, Debug, PartialEq, uniffi::Record)]
pub struct Gift {
    /// Who gives.
    pub from: Id,
    /// Who receives.
    pub to: Id,
    /// How much. In minor units.
    pub amount: Amount,
}

impl FromCore<muntwerk::orders::Gift> for Gift {
    fn from_core(core: &muntwerk::orders::Gift) -> Self {
        Self {
            from: FromCore::from_core(&core.from),
            to: FromCore::from_core(&core.to),
            amount: FromCore::from_core(&core.amount),
        }
    }
}

impl IntoCore<muntwerk::orders::Gift> for Gift {
    fn into_core(self) -> Result<muntwerk::orders::Gift, MuntwerkError> {
        Ok(muntwerk::orders::Gift {
            from: self.from.into_core()?,
            to: self.to.into_core()?,
            amount: self.amount.into_core()?,
        })
    }
}

/// Pays for a service that a relative in need of care received (R24, H4.5).
#[derive(Clone, Debug, PartialEq, uniffi::Record)]
pub struct PayForRelative {
    /// Who pays.
    pub from: Id,
    /// Who rendered the service.
    pub to: Id,
    /// The relative who received it; they need no account.
    pub relative: Id,
    /// How much.
    pub pay: Pay,
    /// An opaque reference to the offer or need it settles.
    #[uniffi(default = None)]
    pub offer: Option<Id>,
    /// What kind of service it was, as a code of the design's categories.
    #[uniffi(default = None)]
    pub category: Option<Code>,
}

impl FromCore<muntwerk::orders::PayForRelative> for PayForRelative {
    fn from_core(core: &muntwerk::orders::PayForRelative) -> Self {
        Self {
            from: FromCore::from_core(&core.from),
            to: FromCore::from_core(&core.to),
            relative: FromCore::from_core(&core.relative),
            pay: FromCore::from_core(&core.pay),
            offer: FromCore::from_core(&core.offer),
            category: FromCore::from_core(&core.category),
        }
    }
}

impl IntoCore<muntwerk::orders::PayForRelative> for PayForRelative {
    fn into_core(self) -> Result<muntwerk::orders::PayForRelative, MuntwerkError> {
        Ok(muntwerk::orders::PayForRelative {
            from: self.from.into_core()?,
            to: self.to.into_core()?,
            relative: self.relative.into_core()?,
            pay: self.pay.into_core()?,
            offer: self.offer.into_core()?,
            category: self.category.into_core()?,
        })
    }
}

/// Spends units outside the ring at a partner, by the redemption catalogue (R25, H4.6).
#[derive(Clone, Debug, PartialEq, uniffi::Record)]
pub struct Redeem {
    /// The account that pays.
    pub account: Id,
    /// The partner that hands out the reward.
    pub partner: Id,
    /// Which line of the redemption catalogue.
    pub reward: Code,
    /// How many pieces; one if it is left out. Of an offer in steps, how many steps.
    #[uniffi(default = 1)]
    pub count: u32,
    /// Of an offer in steps, the units the member offers: as many steps as fit are taken. Of an offer
    /// that may be paid in part in euro, how much of the price is paid in units; all of it if absent
    /// (R26). In minor units.
    #[uniffi(default = None)]
    pub units: Option<Amount>,
}

impl FromCore<muntwerk::orders::Redeem> for Redeem {
    fn from_core(core: &muntwerk::orders::Redeem) -> Self {
        Self {
            account: FromCore::from_core(&core.account),
            partner: FromCore::from_core(&core.partner),
            reward: FromCore::from_core(&core.reward),
            count: FromCore::from_core(&core.count),
            units: FromCore::from_core(&core.units),
        }
    }
}

impl IntoCore<muntwerk::orders::Redeem> for Redeem {
    fn into_core(self) -> Result<muntwerk::orders::Redeem, MuntwerkError> {
        Ok(muntwerk::orders::Redeem {
            account: self.account.into_core()?,
            partner: self.partner.into_core()?,
            reward: self.reward.into_core()?,
            count: self.count.into_core()?,
            units: self.units.into_core()?,
        })
    }
}

/// Brings pieces of an offer into a partner's stock, or takes them away (R25, R51). What is reserved
/// cannot be taken away.
#[derive(Clone, Debug, PartialEq, uniffi::Record)]
pub struct Restock {
    /// Whose stock.
    pub partner: Id,
    /// Which line of the redemption catalogue.
    pub reward: Code,
    /// How many pieces come, or go if below zero.
    pub by: i32,
}

impl FromCore<muntwerk::orders::Restock> for Restock {
    fn from_core(core: &muntwerk::orders::Restock) -> Self {
        Self {
            partner: FromCore::from_core(&core.partner),
            reward: FromCore::from_core(&core.reward),
            by: FromCore::from_core(&core.by),
        }
    }
}

impl IntoCore<muntwerk::orders::Restock> for Restock {
    fn into_core(self) -> Result<muntwerk::orders::Restock, MuntwerkError> {
        Ok(muntwerk::orders::Restock {
            partner: self.partner.into_core()?,
            reward: self.reward.into_core()?,
            by: self.by.into_core()?,
        })
    }
}

/// Keeps pieces of an offer for a member, at today's price: the units that will pay for them are set
/// aside on `system:reserved`, where they do not lapse, until they are picked up or released (R25, R51).
/// The reservation is known by the id of this order.
#[derive(Clone, Debug, PartialEq, uniffi::Record)]
pub struct Reserve {
    /// The account that pays.
    pub account: Id,
    /// The partner that will hand out the reward.
    pub partner: Id,
    /// Which line of the redemption catalogue.
    pub reward: Code,
    /// How many pieces; one if it is left out. Of an offer in steps, how many steps.
    #[uniffi(default = 1)]
    pub count: u32,
    /// As in `Redeem.units`. What is paid in euro is paid when the reward is picked up. In minor units.
    #[uniffi(default = None)]
    pub units: Option<Amount>,
}

impl FromCore<muntwerk::orders::Reserve> for Reserve {
    fn from_core(core: &muntwerk::orders::Reserve) -> Self {
        Self {
            account: FromCore::from_core(&core.account),
            partner: FromCore::from_core(&core.partner),
            reward: FromCore::from_core(&core.reward),
            count: FromCore::from_core(&core.count),
            units: FromCore::from_core(&core.units),
        }
    }
}

impl IntoCore<muntwerk::orders::Reserve> for Reserve {
    fn into_core(self) -> Result<muntwerk::orders::Reserve, MuntwerkError> {
        Ok(muntwerk::orders::Reserve {
            account: self.account.into_core()?,
            partner: self.partner.into_core()?,
            reward: self.reward.into_core()?,
            count: self.count.into_core()?,
            units: self.units.into_core()?,
        })
    }
}

/// Hands over what was reserved, at the price it was reserved at (R51).
#[derive(Clone, Debug, PartialEq, uniffi::Record)]
pub struct PickUp {
    /// The id of the order that reserved it.
    pub reservation: OrderId,
}

impl FromCore<muntwerk::orders::PickUp> for PickUp {
    fn from_core(core: &muntwerk::orders::PickUp) -> Self {
        Self {
            reservation: FromCore::from_core(&core.reservation),
        }
    }
}

impl IntoCore<muntwerk::orders::PickUp> for PickUp {
    fn into_core(self) -> Result<muntwerk::orders::PickUp, MuntwerkError> {
        Ok(muntwerk::orders::PickUp {
            reservation: self.reservation.into_core()?,
        })
    }
}

/// Gives up what was reserved: the pieces are free again and the units come back.
#[derive(Clone, Debug, PartialEq, uniffi::Record)]
pub struct Release {
    /// The id of the order that reserved it.
    pub reservation: OrderId,
}

impl FromCore<muntwerk::orders::Release> for Release {
    fn from_core(core: &muntwerk::orders::Release) -> Self {
        Self {
            reservation: FromCore::from_core(&core.reservation),
        }
    }
}

impl IntoCore<muntwerk::orders::Release> for Release {
    fn into_core(self) -> Result<muntwerk::orders::Release, MuntwerkError> {
        Ok(muntwerk::orders::Release {
            reservation: self.reservation.into_core()?,
        })
    }
}

/// Takes a place in the line for pieces of an offer that has none free (R25). No units move, and the price is
/// that of the day of reserving. The place is known by the id of this order.
#[derive(Clone, Debug, PartialEq, uniffi::Record)]
pub struct Wait {
    /// The account that waits.
    pub account: Id,
    /// The partner that will hand out the reward.
    pub partner: Id,
    /// Which line of the redemption catalogue.
    pub reward: Code,
    /// How many pieces; one if it is left out.
    #[uniffi(default = 1)]
    pub count: u32,
}

impl FromCore<muntwerk::orders::Wait> for Wait {
    fn from_core(core: &muntwerk::orders::Wait) -> Self {
        Self {
            account: FromCore::from_core(&core.account),
            partner: FromCore::from_core(&core.partner),
            reward: FromCore::from_core(&core.reward),
            count: FromCore::from_core(&core.count),
        }
    }
}

impl IntoCore<muntwerk::orders::Wait> for Wait {
    fn into_core(self) -> Result<muntwerk::orders::Wait, MuntwerkError> {
        Ok(muntwerk::orders::Wait {
            account: self.account.into_core()?,
            partner: self.partner.into_core()?,
            reward: self.reward.into_core()?,
            count: self.count.into_core()?,
        })
    }
}

/// Gives up a place in the line.
#[derive(Clone, Debug, PartialEq, uniffi::Record)]
pub struct StopWaiting {
    /// The id of the order that took it.
    pub place: OrderId,
}

impl FromCore<muntwerk::orders::StopWaiting> for StopWaiting {
    fn from_core(core: &muntwerk::orders::StopWaiting) -> Self {
        Self {
            place: FromCore::from_core(&core.place),
        }
    }
}

impl IntoCore<muntwerk::orders::StopWaiting> for StopWaiting {
    fn into_core(self) -> Result<muntwerk::orders::StopWaiting, MuntwerkError> {
        Ok(muntwerk::orders::StopWaiting {
            place: self.place.into_core()?,
        })
    }
}

/// Prints notes of a series; they come into the vault, blank.
#[derive(Clone, Debug, PartialEq, uniffi::Record)]
pub struct PrintNotes {
    /// Which series.
    pub series: Code,
    /// The pieces.
    pub notes: Vec<Pieces>,
}

impl FromCore<muntwerk::orders::PrintNotes> for PrintNotes {
    fn from_core(core: &muntwerk::orders::PrintNotes) -> Self {
        Self {
            series: FromCore::from_core(&core.series),
            notes: FromCore::from_core(&core.notes),
        }
    }
}

impl IntoCore<muntwerk::orders::PrintNotes> for PrintNotes {
    fn into_core(self) -> Result<muntwerk::orders::PrintNotes, MuntwerkError> {
        Ok(muntwerk::orders::PrintNotes {
            series: self.series.into_core()?,
            notes: self.notes.into_core()?,
        })
    }
}

/// Where a sending can leave from or go to.
#[derive(Clone, Debug, PartialEq, uniffi::Enum)]
#[allow(clippy::large_enum_variant)]
pub enum Depot {
    /// The vault.
    Vault,
    /// An office's stock.
    Stock(Id),
    /// What an office took in.
    Returned(Id),
    /// An issuing partner's own stock.
    Partner(Id),
}

impl FromCore<muntwerk::office::Depot> for Depot {
    fn from_core(core: &muntwerk::office::Depot) -> Self {
        match core {
            muntwerk::office::Depot::Vault => Self::Vault,
            muntwerk::office::Depot::Stock(value) => Self::Stock(FromCore::from_core(value)),
            muntwerk::office::Depot::Returned(value) => Self::Returned(FromCore::from_core(value)),
            muntwerk::office::Depot::Partner(value) => Self::Partner(FromCore::from_core(value)),
        }
    }
}

impl IntoCore<muntwerk::office::Depot> for Depot {
    fn into_core(self) -> Result<muntwerk::office::Depot, MuntwerkError> {
        Ok(match self {
            Self::Vault => muntwerk::office::Depot::Vault,
            Self::Stock(value) => muntwerk::office::Depot::Stock(value.into_core()?),
            Self::Returned(value) => muntwerk::office::Depot::Returned(value.into_core()?),
            Self::Partner(value) => muntwerk::office::Depot::Partner(value.into_core()?),
        })
    }
}

/// Sends notes with a named carrier. They are in transit until whoever they go to receives them.
#[derive(Clone, Debug, PartialEq, uniffi::Record)]
pub struct SendNotes {
    /// Where they leave.
    pub from: Depot,
    /// Where they go.
    pub to: Depot,
    /// Who carries them.
    pub carrier: Id,
    /// Which series.
    pub series: Code,
    /// The pieces.
    pub notes: Vec<Pieces>,
}

impl FromCore<muntwerk::orders::SendNotes> for SendNotes {
    fn from_core(core: &muntwerk::orders::SendNotes) -> Self {
        Self {
            from: FromCore::from_core(&core.from),
            to: FromCore::from_core(&core.to),
            carrier: FromCore::from_core(&core.carrier),
            series: FromCore::from_core(&core.series),
            notes: FromCore::from_core(&core.notes),
        }
    }
}

impl IntoCore<muntwerk::orders::SendNotes> for SendNotes {
    fn into_core(self) -> Result<muntwerk::orders::SendNotes, MuntwerkError> {
        Ok(muntwerk::orders::SendNotes {
            from: self.from.into_core()?,
            to: self.to.into_core()?,
            carrier: self.carrier.into_core()?,
            series: self.series.into_core()?,
            notes: self.notes.into_core()?,
        })
    }
}

/// Receives a sending, counted by whoever receives it. What differs from what was sent is booked, with a
/// reason in the order.
#[derive(Clone, Debug, PartialEq, uniffi::Record)]
pub struct ReceiveNotes {
    /// The order that sent them.
    pub sending: OrderId,
    /// The pieces, as counted.
    pub notes: Vec<Pieces>,
}

impl FromCore<muntwerk::orders::ReceiveNotes> for ReceiveNotes {
    fn from_core(core: &muntwerk::orders::ReceiveNotes) -> Self {
        Self {
            sending: FromCore::from_core(&core.sending),
            notes: FromCore::from_core(&core.notes),
        }
    }
}

impl IntoCore<muntwerk::orders::ReceiveNotes> for ReceiveNotes {
    fn into_core(self) -> Result<muntwerk::orders::ReceiveNotes, MuntwerkError> {
        Ok(muntwerk::orders::ReceiveNotes {
            sending: self.sending.into_core()?,
            notes: self.notes.into_core()?,
        })
    }
}

/// What somebody wants in notes.
#[derive(Clone, Debug, PartialEq, uniffi::Enum)]
#[allow(clippy::large_enum_variant)]
pub enum Want {
    /// This much, in the pieces that the design prefers.
    Amount(Amount),
    /// These pieces.
    Notes(Vec<Pieces>),
}

impl FromCore<muntwerk::orders::Want> for Want {
    fn from_core(core: &muntwerk::orders::Want) -> Self {
        match core {
            muntwerk::orders::Want::Amount(value) => Self::Amount(FromCore::from_core(value)),
            muntwerk::orders::Want::Notes(value) => Self::Notes(FromCore::from_core(value)),
        }
    }
}

impl IntoCore<muntwerk::orders::Want> for Want {
    fn into_core(self) -> Result<muntwerk::orders::Want, MuntwerkError> {
        Ok(match self {
            Self::Amount(value) => muntwerk::orders::Want::Amount(value.into_core()?),
            Self::Notes(value) => muntwerk::orders::Want::Notes(value.into_core()?),
        })
    }
}

/// Takes units off an account in notes (biljetten van de rekening halen).
#[derive(Clone, Debug, PartialEq, uniffi::Record)]
pub struct PayOut {
    /// The account that pays.
    pub account: Id,
    /// In which series.
    pub series: Code,
    /// How much, or in which pieces.
    pub want: Want,
}

impl FromCore<muntwerk::orders::PayOut> for PayOut {
    fn from_core(core: &muntwerk::orders::PayOut) -> Self {
        Self {
            account: FromCore::from_core(&core.account),
            series: FromCore::from_core(&core.series),
            want: FromCore::from_core(&core.want),
        }
    }
}

impl IntoCore<muntwerk::orders::PayOut> for PayOut {
    fn into_core(self) -> Result<muntwerk::orders::PayOut, MuntwerkError> {
        Ok(muntwerk::orders::PayOut {
            account: self.account.into_core()?,
            series: self.series.into_core()?,
            want: self.want.into_core()?,
        })
    }
}

/// Puts notes on an account (biljetten op de rekening zetten).
#[derive(Clone, Debug, PartialEq, uniffi::Record)]
pub struct TakeIn {
    /// The account that receives.
    pub account: Id,
    /// The series of the notes.
    pub series: Code,
    /// The pieces handed in.
    pub notes: Vec<Pieces>,
}

impl FromCore<muntwerk::orders::TakeIn> for TakeIn {
    fn from_core(core: &muntwerk::orders::TakeIn) -> Self {
        Self {
            account: FromCore::from_core(&core.account),
            series: FromCore::from_core(&core.series),
            notes: FromCore::from_core(&core.notes),
        }
    }
}

impl IntoCore<muntwerk::orders::TakeIn> for TakeIn {
    fn into_core(self) -> Result<muntwerk::orders::TakeIn, MuntwerkError> {
        Ok(muntwerk::orders::TakeIn {
            account: self.account.into_core()?,
            series: self.series.into_core()?,
            notes: self.notes.into_core()?,
        })
    }
}

/// Opens an office: from now on its keeper hands out and takes in.
#[derive(Clone, Debug, PartialEq, uniffi::Record)]
pub struct OpenOffice {
}

impl FromCore<muntwerk::orders::OpenOffice> for OpenOffice {
    fn from_core(_core: &muntwerk::orders::OpenOffice) -> Self {
        Self {}
    }
}

impl IntoCore<muntwerk::orders::OpenOffice> for OpenOffice {
    fn into_core(self) -> Result<muntwerk::orders::OpenOffice, MuntwerkError> {
        Ok(muntwerk::orders::OpenOffice {})
    }
}

/// What was counted of one series.
#[derive(Clone, Debug, PartialEq, uniffi::Record)]
pub struct SeriesCount {
    /// The series.
    pub series: Code,
    /// The pieces in stock.
    pub stock: Vec<Pieces>,
    /// The pieces in the till.
    pub till: Vec<Pieces>,
    /// The pieces taken in and not sent back yet.
    pub returned: Vec<Pieces>,
}

impl FromCore<muntwerk::office::SeriesCount> for SeriesCount {
    fn from_core(core: &muntwerk::office::SeriesCount) -> Self {
        Self {
            series: FromCore::from_core(&core.series),
            stock: FromCore::from_core(&core.stock),
            till: FromCore::from_core(&core.till),
            returned: FromCore::from_core(&core.returned),
        }
    }
}

impl IntoCore<muntwerk::office::SeriesCount> for SeriesCount {
    fn into_core(self) -> Result<muntwerk::office::SeriesCount, MuntwerkError> {
        Ok(muntwerk::office::SeriesCount {
            series: self.series.into_core()?,
            stock: self.stock.into_core()?,
            till: self.till.into_core()?,
            returned: self.returned.into_core()?,
        })
    }
}

/// What lies in an office's drawers, counted without knowing what should be there.
#[derive(Clone, Debug, PartialEq, uniffi::Record)]
pub struct CashCount {
    /// By series, in the order of the codes; a series that is not named was not there.
    pub series: Vec<SeriesCount>,
    /// Euro cents in the euro till.
    pub euro: Amount,
}

impl FromCore<muntwerk::office::CashCount> for CashCount {
    fn from_core(core: &muntwerk::office::CashCount) -> Self {
        Self {
            series: FromCore::from_core(&core.series),
            euro: FromCore::from_core(&core.euro),
        }
    }
}

impl IntoCore<muntwerk::office::CashCount> for CashCount {
    fn into_core(self) -> Result<muntwerk::office::CashCount, MuntwerkError> {
        Ok(muntwerk::office::CashCount {
            series: self.series.into_core()?,
            euro: self.euro.into_core()?,
        })
    }
}

/// Closes an office's day with a count of its drawers (kastelling). Whoever counts does so blind: nothing
/// says what should be there until the count is booked.
#[derive(Clone, Debug, PartialEq, uniffi::Record)]
pub struct CountCash {
    /// What lies in the drawers.
    pub count: CashCount,
}

impl FromCore<muntwerk::orders::CountCash> for CountCash {
    fn from_core(core: &muntwerk::orders::CountCash) -> Self {
        Self {
            count: FromCore::from_core(&core.count),
        }
    }
}

impl IntoCore<muntwerk::orders::CountCash> for CountCash {
    fn into_core(self) -> Result<muntwerk::orders::CountCash, MuntwerkError> {
        Ok(muntwerk::orders::CountCash {
            count: self.count.into_core()?,
        })
    }
}

/// Books what a count differed from the books (kasverschil): by somebody who did not count, with a reason
/// in the order.
#[derive(Clone, Debug, PartialEq, uniffi::Record)]
pub struct ApproveDifference {
    /// Which office.
    pub office: Id,
}

impl FromCore<muntwerk::orders::ApproveDifference> for ApproveDifference {
    fn from_core(core: &muntwerk::orders::ApproveDifference) -> Self {
        Self {
            office: FromCore::from_core(&core.office),
        }
    }
}

impl IntoCore<muntwerk::orders::ApproveDifference> for ApproveDifference {
    fn into_core(self) -> Result<muntwerk::orders::ApproveDifference, MuntwerkError> {
        Ok(muntwerk::orders::ApproveDifference {
            office: self.office.into_core()?,
        })
    }
}

/// Sends a count back: the office counts again, as blind as before.
#[derive(Clone, Debug, PartialEq, uniffi::Record)]
pub struct AskRecount {
    /// Which office.
    pub office: Id,
}

impl FromCore<muntwerk::orders::AskRecount> for AskRecount {
    fn from_core(core: &muntwerk::orders::AskRecount) -> Self {
        Self {
            office: FromCore::from_core(&core.office),
        }
    }
}

impl IntoCore<muntwerk::orders::AskRecount> for AskRecount {
    fn into_core(self) -> Result<muntwerk::orders::AskRecount, MuntwerkError> {
        Ok(muntwerk::orders::AskRecount {
            office: self.office.into_core()?,
        })
    }
}

/// Closes an office for good. Its drawers must be empty.
#[derive(Clone, Debug, PartialEq, uniffi::Record)]
pub struct EndOffice {
    /// Which office.
    pub office: Id,
}

impl FromCore<muntwerk::orders::EndOffice> for EndOffice {
    fn from_core(core: &muntwerk::orders::EndOffice) -> Self {
        Self {
            office: FromCore::from_core(&core.office),
        }
    }
}

impl IntoCore<muntwerk::orders::EndOffice> for EndOffice {
    fn into_core(self) -> Result<muntwerk::orders::EndOffice, MuntwerkError> {
        Ok(muntwerk::orders::EndOffice {
            office: self.office.into_core()?,
        })
    }
}

/// Destroys notes in the vault.
#[derive(Clone, Debug, PartialEq, uniffi::Record)]
pub struct DestroyNotes {
    /// Which series.
    pub series: Code,
    /// The pieces.
    pub notes: Vec<Pieces>,
}

impl FromCore<muntwerk::orders::DestroyNotes> for DestroyNotes {
    fn from_core(core: &muntwerk::orders::DestroyNotes) -> Self {
        Self {
            series: FromCore::from_core(&core.series),
            notes: FromCore::from_core(&core.notes),
        }
    }
}

impl IntoCore<muntwerk::orders::DestroyNotes> for DestroyNotes {
    fn into_core(self) -> Result<muntwerk::orders::DestroyNotes, MuntwerkError> {
        Ok(muntwerk::orders::DestroyNotes {
            series: self.series.into_core()?,
            notes: self.notes.into_core()?,
        })
    }
}

/// What was lost.
#[derive(Clone, Debug, PartialEq, uniffi::Enum)]
#[allow(clippy::large_enum_variant)]
pub enum Lost {
    /// A sending that does not arrive, by the order that sent it.
    Sending(OrderId),
    /// Notes that are no longer where they were.
    Notes {
        /// The vault, a drawer of an office or a partner's stock.
        place: Place,
        /// Which series.
        series: Code,
        /// The pieces.
        notes: Vec<Pieces>,
    },
}

impl FromCore<muntwerk::orders::Lost> for Lost {
    fn from_core(core: &muntwerk::orders::Lost) -> Self {
        match core {
            muntwerk::orders::Lost::Sending(value) => Self::Sending(FromCore::from_core(value)),
            muntwerk::orders::Lost::Notes { place, series, notes } => Self::Notes { place: FromCore::from_core(place), series: FromCore::from_core(series), notes: FromCore::from_core(notes) },
        }
    }
}

impl IntoCore<muntwerk::orders::Lost> for Lost {
    fn into_core(self) -> Result<muntwerk::orders::Lost, MuntwerkError> {
        Ok(match self {
            Self::Sending(value) => muntwerk::orders::Lost::Sending(value.into_core()?),
            Self::Notes { place, series, notes } => muntwerk::orders::Lost::Notes { place: place.into_core()?, series: series.into_core()?, notes: notes.into_core()? },
        })
    }
}

/// Reports notes lost, with a reason in the order (R48).
#[derive(Clone, Debug, PartialEq, uniffi::Record)]
pub struct ReportLost {
    /// What was lost.
    pub lost: Lost,
}

impl FromCore<muntwerk::orders::ReportLost> for ReportLost {
    fn from_core(core: &muntwerk::orders::ReportLost) -> Self {
        Self {
            lost: FromCore::from_core(&core.lost),
        }
    }
}

impl IntoCore<muntwerk::orders::ReportLost> for ReportLost {
    fn into_core(self) -> Result<muntwerk::orders::ReportLost, MuntwerkError> {
        Ok(muntwerk::orders::ReportLost {
            lost: self.lost.into_core()?,
        })
    }
}

/// Swaps notes at an office for those of a series that is valid (R41, R42, R50), or torn ones for whole
/// ones of the same series (R49).
#[derive(Clone, Debug, PartialEq, uniffi::Record)]
pub struct SwapNotes {
    /// The series of the notes handed in.
    pub from: Code,
    /// The pieces handed in.
    pub notes: Vec<Pieces>,
    /// The series of the notes handed out.
    pub to: Code,
    /// How many renewal stamps each note handed in carries.
    #[uniffi(default = 0)]
    pub stamped: u16,
    /// The pieces handed out; those that the design prefers if absent.
    #[uniffi(default = None)]
    pub want: Option<Vec<Pieces>>,
}

impl FromCore<muntwerk::orders::SwapNotes> for SwapNotes {
    fn from_core(core: &muntwerk::orders::SwapNotes) -> Self {
        Self {
            from: FromCore::from_core(&core.from),
            notes: FromCore::from_core(&core.notes),
            to: FromCore::from_core(&core.to),
            stamped: FromCore::from_core(&core.stamped),
            want: FromCore::from_core(&core.want),
        }
    }
}

impl IntoCore<muntwerk::orders::SwapNotes> for SwapNotes {
    fn into_core(self) -> Result<muntwerk::orders::SwapNotes, MuntwerkError> {
        Ok(muntwerk::orders::SwapNotes {
            from: self.from.into_core()?,
            notes: self.notes.into_core()?,
            to: self.to.into_core()?,
            stamped: self.stamped.into_core()?,
            want: self.want.into_core()?,
        })
    }
}

/// Puts notes and euro in an office's till, as a float for change (R34).
#[derive(Clone, Debug, PartialEq, uniffi::Record)]
pub struct FillTill {
    /// Which series.
    pub series: Code,
    /// The pieces, out of circulation.
    pub notes: Vec<Pieces>,
    /// Euro cents.
    pub euro: Amount,
}

impl FromCore<muntwerk::orders::FillTill> for FillTill {
    fn from_core(core: &muntwerk::orders::FillTill) -> Self {
        Self {
            series: FromCore::from_core(&core.series),
            notes: FromCore::from_core(&core.notes),
            euro: FromCore::from_core(&core.euro),
        }
    }
}

impl IntoCore<muntwerk::orders::FillTill> for FillTill {
    fn into_core(self) -> Result<muntwerk::orders::FillTill, MuntwerkError> {
        Ok(muntwerk::orders::FillTill {
            series: self.series.into_core()?,
            notes: self.notes.into_core()?,
            euro: self.euro.into_core()?,
        })
    }
}

/// Hands over what an office's till holds (R36): notes go back into circulation, euro to the bank.
#[derive(Clone, Debug, PartialEq, uniffi::Record)]
pub struct HandOverTill {
    /// Which series.
    pub series: Code,
    /// The pieces.
    pub notes: Vec<Pieces>,
    /// Euro cents.
    pub euro: Amount,
}

impl FromCore<muntwerk::orders::HandOverTill> for HandOverTill {
    fn from_core(core: &muntwerk::orders::HandOverTill) -> Self {
        Self {
            series: FromCore::from_core(&core.series),
            notes: FromCore::from_core(&core.notes),
            euro: FromCore::from_core(&core.euro),
        }
    }
}

impl IntoCore<muntwerk::orders::HandOverTill> for HandOverTill {
    fn into_core(self) -> Result<muntwerk::orders::HandOverTill, MuntwerkError> {
        Ok(muntwerk::orders::HandOverTill {
            series: self.series.into_core()?,
            notes: self.notes.into_core()?,
            euro: self.euro.into_core()?,
        })
    }
}

/// Sells something, or takes a fee, at an office's till (R26): in notes, in euro, or in both.
#[derive(Clone, Debug, PartialEq, uniffi::Record)]
pub struct Sell {
    /// What is paid for, as a code of the host's list.
    pub what: Code,
    /// The part of the price in units. In minor units.
    pub price: Amount,
    /// The part of the price in euro cents.
    pub euro_price: Amount,
    /// The series of the notes given.
    pub series: Code,
    /// The pieces given.
    pub notes: Vec<Pieces>,
    /// The euro cents given.
    pub euro: Amount,
}

impl FromCore<muntwerk::orders::Sell> for Sell {
    fn from_core(core: &muntwerk::orders::Sell) -> Self {
        Self {
            what: FromCore::from_core(&core.what),
            price: FromCore::from_core(&core.price),
            euro_price: FromCore::from_core(&core.euro_price),
            series: FromCore::from_core(&core.series),
            notes: FromCore::from_core(&core.notes),
            euro: FromCore::from_core(&core.euro),
        }
    }
}

impl IntoCore<muntwerk::orders::Sell> for Sell {
    fn into_core(self) -> Result<muntwerk::orders::Sell, MuntwerkError> {
        Ok(muntwerk::orders::Sell {
            what: self.what.into_core()?,
            price: self.price.into_core()?,
            euro_price: self.euro_price.into_core()?,
            series: self.series.into_core()?,
            notes: self.notes.into_core()?,
            euro: self.euro.into_core()?,
        })
    }
}

/// Hands in notes that a partner was paid with, by count, for a claim (R39).
#[derive(Clone, Debug, PartialEq, uniffi::Record)]
pub struct HandIn {
    /// The partner.
    pub partner: Id,
    /// The series of the notes.
    pub series: Code,
    /// The pieces.
    pub notes: Vec<Pieces>,
}

impl FromCore<muntwerk::orders::HandIn> for HandIn {
    fn from_core(core: &muntwerk::orders::HandIn) -> Self {
        Self {
            partner: FromCore::from_core(&core.partner),
            series: FromCore::from_core(&core.series),
            notes: FromCore::from_core(&core.notes),
        }
    }
}

impl IntoCore<muntwerk::orders::HandIn> for HandIn {
    fn into_core(self) -> Result<muntwerk::orders::HandIn, MuntwerkError> {
        Ok(muntwerk::orders::HandIn {
            partner: self.partner.into_core()?,
            series: self.series.into_core()?,
            notes: self.notes.into_core()?,
        })
    }
}

/// Spends notes at a desk, by the redemption catalogue, without an account or a name (R25).
#[derive(Clone, Debug, PartialEq, uniffi::Record)]
pub struct RedeemNotes {
    /// The partner that hands out the reward.
    pub partner: Id,
    /// Which line of the redemption catalogue.
    pub reward: Code,
    /// How many.
    pub count: u32,
    /// The series of the notes.
    pub series: Code,
    /// The pieces given.
    pub notes: Vec<Pieces>,
}

impl FromCore<muntwerk::orders::RedeemNotes> for RedeemNotes {
    fn from_core(core: &muntwerk::orders::RedeemNotes) -> Self {
        Self {
            partner: FromCore::from_core(&core.partner),
            reward: FromCore::from_core(&core.reward),
            count: FromCore::from_core(&core.count),
            series: FromCore::from_core(&core.series),
            notes: FromCore::from_core(&core.notes),
        }
    }
}

impl IntoCore<muntwerk::orders::RedeemNotes> for RedeemNotes {
    fn into_core(self) -> Result<muntwerk::orders::RedeemNotes, MuntwerkError> {
        Ok(muntwerk::orders::RedeemNotes {
            partner: self.partner.into_core()?,
            reward: self.reward.into_core()?,
            count: self.count.into_core()?,
            series: self.series.into_core()?,
            notes: self.notes.into_core()?,
        })
    }
}

/// Rewards an effort in notes, from the partner's own stock (R10), also a person without an account.
#[derive(Clone, Debug, PartialEq, uniffi::Record)]
pub struct AwardNotes {
    /// The issuing partner.
    pub partner: Id,
    /// Who is rewarded, by an opaque id.
    pub person: Id,
    /// Which line of the earning catalogue.
    pub activity: Code,
    /// Minutes, acts or measure.
    pub measured: u32,
    /// In which series.
    pub series: Code,
    /// The pieces; those that the design prefers if absent.
    #[uniffi(default = None)]
    pub want: Option<Vec<Pieces>>,
}

impl FromCore<muntwerk::orders::AwardNotes> for AwardNotes {
    fn from_core(core: &muntwerk::orders::AwardNotes) -> Self {
        Self {
            partner: FromCore::from_core(&core.partner),
            person: FromCore::from_core(&core.person),
            activity: FromCore::from_core(&core.activity),
            measured: FromCore::from_core(&core.measured),
            series: FromCore::from_core(&core.series),
            want: FromCore::from_core(&core.want),
        }
    }
}

impl IntoCore<muntwerk::orders::AwardNotes> for AwardNotes {
    fn into_core(self) -> Result<muntwerk::orders::AwardNotes, MuntwerkError> {
        Ok(muntwerk::orders::AwardNotes {
            partner: self.partner.into_core()?,
            person: self.person.into_core()?,
            activity: self.activity.into_core()?,
            measured: self.measured.into_core()?,
            series: self.series.into_core()?,
            want: self.want.into_core()?,
        })
    }
}

/// Changes euro into notes at an office, where the design allows it (domain 3.5).
#[derive(Clone, Debug, PartialEq, uniffi::Record)]
pub struct ChangeEuro {
    /// Euro cents, at the unit's value of the value day.
    pub euro: Amount,
    /// In which series.
    pub series: Code,
    /// The pieces; those that the design prefers if absent.
    #[uniffi(default = None)]
    pub want: Option<Vec<Pieces>>,
}

impl FromCore<muntwerk::orders::ChangeEuro> for ChangeEuro {
    fn from_core(core: &muntwerk::orders::ChangeEuro) -> Self {
        Self {
            euro: FromCore::from_core(&core.euro),
            series: FromCore::from_core(&core.series),
            want: FromCore::from_core(&core.want),
        }
    }
}

impl IntoCore<muntwerk::orders::ChangeEuro> for ChangeEuro {
    fn into_core(self) -> Result<muntwerk::orders::ChangeEuro, MuntwerkError> {
        Ok(muntwerk::orders::ChangeEuro {
            euro: self.euro.into_core()?,
            series: self.series.into_core()?,
            want: self.want.into_core()?,
        })
    }
}

/// Takes an operation at a counter back, whole, inside the design's window (R44).
#[derive(Clone, Debug, PartialEq, uniffi::Record)]
pub struct Chargeback {
    /// The order that was wrong.
    pub original: OrderId,
}

impl FromCore<muntwerk::orders::Chargeback> for Chargeback {
    fn from_core(core: &muntwerk::orders::Chargeback) -> Self {
        Self {
            original: FromCore::from_core(&core.original),
        }
    }
}

impl IntoCore<muntwerk::orders::Chargeback> for Chargeback {
    fn into_core(self) -> Result<muntwerk::orders::Chargeback, MuntwerkError> {
        Ok(muntwerk::orders::Chargeback {
            original: self.original.into_core()?,
        })
    }
}

/// Claims what a partner took in and has not claimed yet, under an invoice number.
#[derive(Clone, Debug, PartialEq, uniffi::Record)]
pub struct FileClaim {
    /// Who is to be paid.
    pub partner: Id,
    /// The partner's invoice number: once per partner. As an opaque id; the invoice stays with the host.
    pub invoice: Id,
    /// The last day of activity that it covers; the last one possible if it is left out.
    #[uniffi(default = None)]
    pub through: Option<Day>,
}

impl FromCore<muntwerk::orders::FileClaim> for FileClaim {
    fn from_core(core: &muntwerk::orders::FileClaim) -> Self {
        Self {
            partner: FromCore::from_core(&core.partner),
            invoice: FromCore::from_core(&core.invoice),
            through: FromCore::from_core(&core.through),
        }
    }
}

impl IntoCore<muntwerk::orders::FileClaim> for FileClaim {
    fn into_core(self) -> Result<muntwerk::orders::FileClaim, MuntwerkError> {
        Ok(muntwerk::orders::FileClaim {
            partner: self.partner.into_core()?,
            invoice: self.invoice.into_core()?,
            through: self.through.into_core()?,
        })
    }
}

/// Turns a claim down before it is approved: all of it, and then its acceptances are open again; or one
/// acceptance, whole or in part, for good (R39: partial rejection of false notes).
#[derive(Clone, Debug, PartialEq, uniffi::Record)]
pub struct RejectClaim {
    /// The order that filed it.
    pub claim: OrderId,
    /// The order that booked what is turned down; the whole claim if absent.
    #[uniffi(default = None)]
    pub acceptance: Option<OrderId>,
    /// How many minor units of it; all of them if absent.
    #[uniffi(default = None)]
    pub units: Option<Amount>,
}

impl FromCore<muntwerk::orders::RejectClaim> for RejectClaim {
    fn from_core(core: &muntwerk::orders::RejectClaim) -> Self {
        Self {
            claim: FromCore::from_core(&core.claim),
            acceptance: FromCore::from_core(&core.acceptance),
            units: FromCore::from_core(&core.units),
        }
    }
}

impl IntoCore<muntwerk::orders::RejectClaim> for RejectClaim {
    fn into_core(self) -> Result<muntwerk::orders::RejectClaim, MuntwerkError> {
        Ok(muntwerk::orders::RejectClaim {
            claim: self.claim.into_core()?,
            acceptance: self.acceptance.into_core()?,
            units: self.units.into_core()?,
        })
    }
}

/// Approves a claim: it stands on the pay list from then on.
#[derive(Clone, Debug, PartialEq, uniffi::Record)]
pub struct ApproveClaim {
    /// The order that filed it.
    pub claim: OrderId,
}

impl FromCore<muntwerk::orders::ApproveClaim> for ApproveClaim {
    fn from_core(core: &muntwerk::orders::ApproveClaim) -> Self {
        Self {
            claim: FromCore::from_core(&core.claim),
        }
    }
}

impl IntoCore<muntwerk::orders::ApproveClaim> for ApproveClaim {
    fn into_core(self) -> Result<muntwerk::orders::ApproveClaim, MuntwerkError> {
        Ok(muntwerk::orders::ApproveClaim {
            claim: self.claim.into_core()?,
        })
    }
}

/// Says that a claim of the pay list was paid, on the value day of the order.
#[derive(Clone, Debug, PartialEq, uniffi::Record)]
pub struct ConfirmPaid {
    /// The order that filed it.
    pub claim: OrderId,
}

impl FromCore<muntwerk::orders::ConfirmPaid> for ConfirmPaid {
    fn from_core(core: &muntwerk::orders::ConfirmPaid) -> Self {
        Self {
            claim: FromCore::from_core(&core.claim),
        }
    }
}

impl IntoCore<muntwerk::orders::ConfirmPaid> for ConfirmPaid {
    fn into_core(self) -> Result<muntwerk::orders::ConfirmPaid, MuntwerkError> {
        Ok(muntwerk::orders::ConfirmPaid {
            claim: self.claim.into_core()?,
        })
    }
}

/// Says that a payment came back: the claim stands on the pay list again.
#[derive(Clone, Debug, PartialEq, uniffi::Record)]
pub struct ReturnPayment {
    /// The order that filed it.
    pub claim: OrderId,
}

impl FromCore<muntwerk::orders::ReturnPayment> for ReturnPayment {
    fn from_core(core: &muntwerk::orders::ReturnPayment) -> Self {
        Self {
            claim: FromCore::from_core(&core.claim),
        }
    }
}

impl IntoCore<muntwerk::orders::ReturnPayment> for ReturnPayment {
    fn into_core(self) -> Result<muntwerk::orders::ReturnPayment, MuntwerkError> {
        Ok(muntwerk::orders::ReturnPayment {
            claim: self.claim.into_core()?,
        })
    }
}

/// Undoes a settled acceptance, whole or in part: the units go back to whoever spent them, and the partner
/// owes the euro, which are set off against its next claim.
#[derive(Clone, Debug, PartialEq, uniffi::Record)]
pub struct ClawBack {
    /// The order that booked the acceptance.
    pub original: OrderId,
    /// How many minor units of it; all of them if absent.
    #[uniffi(default = None)]
    pub amount: Option<Amount>,
}

impl FromCore<muntwerk::orders::ClawBack> for ClawBack {
    fn from_core(core: &muntwerk::orders::ClawBack) -> Self {
        Self {
            original: FromCore::from_core(&core.original),
            amount: FromCore::from_core(&core.amount),
        }
    }
}

impl IntoCore<muntwerk::orders::ClawBack> for ClawBack {
    fn into_core(self) -> Result<muntwerk::orders::ClawBack, MuntwerkError> {
        Ok(muntwerk::orders::ClawBack {
            original: self.original.into_core()?,
            amount: self.amount.into_core()?,
        })
    }
}

/// Buys units on an account with euro, where euro back them: at the contact point of the order into its
/// till, or without one by a transfer to the account that backs them (domain 3.5).
#[derive(Clone, Debug, PartialEq, uniffi::Record)]
pub struct TopUp {
    /// Which account.
    pub account: Id,
    /// Euro cents.
    pub euro: Amount,
}

impl FromCore<muntwerk::orders::TopUp> for TopUp {
    fn from_core(core: &muntwerk::orders::TopUp) -> Self {
        Self {
            account: FromCore::from_core(&core.account),
            euro: FromCore::from_core(&core.euro),
        }
    }
}

impl IntoCore<muntwerk::orders::TopUp> for TopUp {
    fn into_core(self) -> Result<muntwerk::orders::TopUp, MuntwerkError> {
        Ok(muntwerk::orders::TopUp {
            account: self.account.into_core()?,
            euro: self.euro.into_core()?,
        })
    }
}

/// Moves euro from the bank account of the offices to those that back the units (domain 3.5).
#[derive(Clone, Debug, PartialEq, uniffi::Record)]
pub struct FundBacking {
    /// Euro cents for units on accounts.
    pub account: Amount,
    /// Euro cents for units on paper.
    pub paper: Amount,
}

impl FromCore<muntwerk::orders::FundBacking> for FundBacking {
    fn from_core(core: &muntwerk::orders::FundBacking) -> Self {
        Self {
            account: FromCore::from_core(&core.account),
            paper: FromCore::from_core(&core.paper),
        }
    }
}

impl IntoCore<muntwerk::orders::FundBacking> for FundBacking {
    fn into_core(self) -> Result<muntwerk::orders::FundBacking, MuntwerkError> {
        Ok(muntwerk::orders::FundBacking {
            account: self.account.into_core()?,
            paper: self.paper.into_core()?,
        })
    }
}

/// Makes units euro again where euro back them (R29): of a partner inside the ring, or in an emergency of a
/// participant, where the design lets them.
#[derive(Clone, Debug, PartialEq, uniffi::Record)]
pub struct ExchangeBack {
    /// The partner; or the account of the participant.
    pub who: Id,
    /// How many minor units.
    pub units: Amount,
    /// The invoice number: once for each.
    pub invoice: Id,
}

impl FromCore<muntwerk::orders::ExchangeBack> for ExchangeBack {
    fn from_core(core: &muntwerk::orders::ExchangeBack) -> Self {
        Self {
            who: FromCore::from_core(&core.who),
            units: FromCore::from_core(&core.units),
            invoice: FromCore::from_core(&core.invoice),
        }
    }
}

impl IntoCore<muntwerk::orders::ExchangeBack> for ExchangeBack {
    fn into_core(self) -> Result<muntwerk::orders::ExchangeBack, MuntwerkError> {
        Ok(muntwerk::orders::ExchangeBack {
            who: self.who.into_core()?,
            units: self.units.into_core()?,
            invoice: self.invoice.into_core()?,
        })
    }
}

/// Puts what was given to a beneficiary so far on the pay list (R29).
#[derive(Clone, Debug, PartialEq, uniffi::Record)]
pub struct PayGiven {
    /// The beneficiary.
    pub partner: Id,
    /// The invoice number: once for each.
    pub invoice: Id,
}

impl FromCore<muntwerk::orders::PayGiven> for PayGiven {
    fn from_core(core: &muntwerk::orders::PayGiven) -> Self {
        Self {
            partner: FromCore::from_core(&core.partner),
            invoice: FromCore::from_core(&core.invoice),
        }
    }
}

impl IntoCore<muntwerk::orders::PayGiven> for PayGiven {
    fn into_core(self) -> Result<muntwerk::orders::PayGiven, MuntwerkError> {
        Ok(muntwerk::orders::PayGiven {
            partner: self.partner.into_core()?,
            invoice: self.invoice.into_core()?,
        })
    }
}

/// Takes an earlier order back by a linked counter-entry (R44): once, whole or in part, inside the
/// design's window. Nothing is deleted.
#[derive(Clone, Debug, PartialEq, uniffi::Record)]
pub struct Reverse {
    /// The order that was wrong.
    pub original: OrderId,
    /// How much of it; all of it if absent. In minor units.
    #[uniffi(default = None)]
    pub amount: Option<Amount>,
}

impl FromCore<muntwerk::orders::Reverse> for Reverse {
    fn from_core(core: &muntwerk::orders::Reverse) -> Self {
        Self {
            original: FromCore::from_core(&core.original),
            amount: FromCore::from_core(&core.amount),
        }
    }
}

impl IntoCore<muntwerk::orders::Reverse> for Reverse {
    fn into_core(self) -> Result<muntwerk::orders::Reverse, MuntwerkError> {
        Ok(muntwerk::orders::Reverse {
            original: self.original.into_core()?,
            amount: self.amount.into_core()?,
        })
    }
}

/// Completes a pending order: confirms a claim, approves a proposal, is the second person.
#[derive(Clone, Debug, PartialEq, uniffi::Record)]
pub struct Complete {
    /// The id of the order that waits.
    pub pending: OrderId,
}

impl FromCore<muntwerk::orders::Complete> for Complete {
    fn from_core(core: &muntwerk::orders::Complete) -> Self {
        Self {
            pending: FromCore::from_core(&core.pending),
        }
    }
}

impl IntoCore<muntwerk::orders::Complete> for Complete {
    fn into_core(self) -> Result<muntwerk::orders::Complete, MuntwerkError> {
        Ok(muntwerk::orders::Complete {
            pending: self.pending.into_core()?,
        })
    }
}

/// Turns a pending order down.
#[derive(Clone, Debug, PartialEq, uniffi::Record)]
pub struct Reject {
    /// The id of the order that waits.
    pub pending: OrderId,
}

impl FromCore<muntwerk::orders::Reject> for Reject {
    fn from_core(core: &muntwerk::orders::Reject) -> Self {
        Self {
            pending: FromCore::from_core(&core.pending),
        }
    }
}

impl IntoCore<muntwerk::orders::Reject> for Reject {
    fn into_core(self) -> Result<muntwerk::orders::Reject, MuntwerkError> {
        Ok(muntwerk::orders::Reject {
            pending: self.pending.into_core()?,
        })
    }
}

/// Takes one's own pending order back.
#[derive(Clone, Debug, PartialEq, uniffi::Record)]
pub struct Withdraw {
    /// The id of the order that waits.
    pub pending: OrderId,
}

impl FromCore<muntwerk::orders::Withdraw> for Withdraw {
    fn from_core(core: &muntwerk::orders::Withdraw) -> Self {
        Self {
            pending: FromCore::from_core(&core.pending),
        }
    }
}

impl IntoCore<muntwerk::orders::Withdraw> for Withdraw {
    fn into_core(self) -> Result<muntwerk::orders::Withdraw, MuntwerkError> {
        Ok(muntwerk::orders::Withdraw {
            pending: self.pending.into_core()?,
        })
    }
}

/// What an amendment does to units that were earned before it takes effect.
#[derive(Clone, Copy, Debug, PartialEq, Eq, uniffi::Enum)]
pub enum Existing {
    /// They keep the end they have.
    Keep,
    /// They get the later of the end they have and the one the new rule gives.
    Extend,
}

impl FromCore<muntwerk::design::Existing> for Existing {
    fn from_core(core: &muntwerk::design::Existing) -> Self {
        match core {
            muntwerk::design::Existing::Keep => Self::Keep,
            muntwerk::design::Existing::Extend => Self::Extend,
        }
    }
}

impl IntoCore<muntwerk::design::Existing> for Existing {
    fn into_core(self) -> Result<muntwerk::design::Existing, MuntwerkError> {
        Ok(match self {
            Self::Keep => muntwerk::design::Existing::Keep,
            Self::Extend => muntwerk::design::Existing::Extend,
        })
    }
}

/// Adopts a new version of the design from a later day on (R8). What would need existing units to be
/// converted is refused.
#[derive(Clone, Debug, PartialEq, uniffi::Record)]
pub struct AmendDesign {
    /// First day of the new version, after the current day.
    pub effective: Day,
    /// The whole new design; as JSON, its TOML text.
    pub design: DesignText,
    /// What its expiry does to units that were earned before: they keep their end, or get the later of
    /// that and the one the new rule gives.
    pub existing: Existing,
}

impl FromCore<muntwerk::orders::AmendDesign> for AmendDesign {
    fn from_core(core: &muntwerk::orders::AmendDesign) -> Self {
        Self {
            effective: FromCore::from_core(&core.effective),
            design: FromCore::from_core(&core.design),
            existing: FromCore::from_core(&core.existing),
        }
    }
}

impl IntoCore<muntwerk::orders::AmendDesign> for AmendDesign {
    fn into_core(self) -> Result<muntwerk::orders::AmendDesign, MuntwerkError> {
        Ok(muntwerk::orders::AmendDesign {
            effective: self.effective.into_core()?,
            design: self.design.into_core()?,
            existing: self.existing.into_core()?,
        })
    }
}

/// Closes the current day and every day up to `through`: what is due lapses, notices are given, and
/// the ledger's current day becomes the day after.
#[derive(Clone, Debug, PartialEq, uniffi::Record)]
pub struct CloseDay {
    /// The last day to close.
    pub through: Day,
    /// The civil day it really is in the currency's zone. A notice counts from here, so that a closing
    /// run late shortens nobody's notice.
    pub today: Day,
}

impl FromCore<muntwerk::orders::CloseDay> for CloseDay {
    fn from_core(core: &muntwerk::orders::CloseDay) -> Self {
        Self {
            through: FromCore::from_core(&core.through),
            today: FromCore::from_core(&core.today),
        }
    }
}

impl IntoCore<muntwerk::orders::CloseDay> for CloseDay {
    fn into_core(self) -> Result<muntwerk::orders::CloseDay, MuntwerkError> {
        Ok(muntwerk::orders::CloseDay {
            through: self.through.into_core()?,
            today: self.today.into_core()?,
        })
    }
}

/// What became of a notice.
#[derive(Clone, Copy, Debug, PartialEq, Eq, uniffi::Enum)]
pub enum NoticeOutcome {
    /// It reached the holder.
    Delivered,
    /// It came back.
    Undeliverable,
}

impl FromCore<muntwerk::orders::NoticeOutcome> for NoticeOutcome {
    fn from_core(core: &muntwerk::orders::NoticeOutcome) -> Self {
        match core {
            muntwerk::orders::NoticeOutcome::Delivered => Self::Delivered,
            muntwerk::orders::NoticeOutcome::Undeliverable => Self::Undeliverable,
        }
    }
}

impl IntoCore<muntwerk::orders::NoticeOutcome> for NoticeOutcome {
    fn into_core(self) -> Result<muntwerk::orders::NoticeOutcome, MuntwerkError> {
        Ok(match self {
            Self::Delivered => muntwerk::orders::NoticeOutcome::Delivered,
            Self::Undeliverable => muntwerk::orders::NoticeOutcome::Undeliverable,
        })
    }
}

/// Records whether a notice reached the holder (R18, R62).
#[derive(Clone, Debug, PartialEq, uniffi::Record)]
pub struct RecordNotice {
    /// The account that was notified.
    pub account: Id,
    /// The end date the notice was about.
    pub end: Day,
    /// What became of it.
    pub outcome: NoticeOutcome,
}

impl FromCore<muntwerk::orders::RecordNotice> for RecordNotice {
    fn from_core(core: &muntwerk::orders::RecordNotice) -> Self {
        Self {
            account: FromCore::from_core(&core.account),
            end: FromCore::from_core(&core.end),
            outcome: FromCore::from_core(&core.outcome),
        }
    }
}

impl IntoCore<muntwerk::orders::RecordNotice> for RecordNotice {
    fn into_core(self) -> Result<muntwerk::orders::RecordNotice, MuntwerkError> {
        Ok(muntwerk::orders::RecordNotice {
            account: self.account.into_core()?,
            end: self.end.into_core()?,
            outcome: self.outcome.into_core()?,
        })
    }
}

/// Gives units of some days of earning an earlier end, whoever holds them (R18, bulk expiry): none ends
/// later than before, and none before the notice that the design demands can be given.
#[derive(Clone, Debug, PartialEq, uniffi::Record)]
pub struct EndUnits {
    /// The last day on which the units were earned, up to the current day.
    pub earned_through: Day,
    /// The last day on which they can be spent.
    pub ends_on: Day,
    /// The first day on which they were earned; from the beginning if absent.
    #[uniffi(default = None)]
    pub earned_from: Option<Day>,
}

impl FromCore<muntwerk::orders::EndUnits> for EndUnits {
    fn from_core(core: &muntwerk::orders::EndUnits) -> Self {
        Self {
            earned_through: FromCore::from_core(&core.earned_through),
            ends_on: FromCore::from_core(&core.ends_on),
            earned_from: FromCore::from_core(&core.earned_from),
        }
    }
}

impl IntoCore<muntwerk::orders::EndUnits> for EndUnits {
    fn into_core(self) -> Result<muntwerk::orders::EndUnits, MuntwerkError> {
        Ok(muntwerk::orders::EndUnits {
            earned_through: self.earned_through.into_core()?,
            ends_on: self.ends_on.into_core()?,
            earned_from: self.earned_from.into_core()?,
        })
    }
}

/// What is asked, one variant per thing that can happen.
#[derive(Clone, Debug, PartialEq, uniffi::Enum)]
#[allow(clippy::large_enum_variant)]
pub enum Ask {
    /// Opens an account of a participant (R6): a person, a household with a shared number, an
    /// organisation. Its holders become known to the ledger.
    OpenAccount(OpenAccount),
    /// Approves a partner (R10, R38): an organisation that may reward, or take units in, or both. It gets
    /// the chart accounts `issued:<partner>` and `redeemed:<partner>`.
    ApprovePartner(ApprovePartner),
    /// Agrees something else with a partner (R38), from a day on: a new contract takes the place of the ones
    /// before it from its first day. All of it is named anew; what is left out no longer holds.
    AmendContract(AmendContract),
    /// Changes who holds an account that is shared (R6, R60): somebody moves in or out. The books stay with
    /// the account, and somebody always holds it.
    ChangeHolders(ChangeHolders),
    /// Changes the state of an account (R7): blocks it, lets a candidate in, marks a leaver, and so on.
    ChangeState(ChangeState),
    /// Closes an account for good (R45). What is left on it goes where the design says, never to euro.
    CloseAccount(CloseAccount),
    /// Writes off the debt of somebody who is gone (R45): the pot or the group account bears it, as the
    /// design says. The account stands at zero after that and can be closed.
    WriteOff(WriteOff),
    /// Gives a person a role, from a day on, until a day if one is set.
    Appoint(Appoint),
    /// Ends a role after the booking day.
    EndRole(EndRole),
    /// Lets a mediator act for a participant (R47): for some actions, up to some amounts, for some time.
    ///
    /// Given by the participant, or recorded for them at a contact point with evidence; never by the
    /// person who will hold it.
    GiveMandate(GiveMandate),
    /// Takes a mandate back at once.
    RevokeMandate(RevokeMandate),
    /// Sets an account's own limits, and the group whose limits it has (R15). Whatever is left out does not
    /// hold for this account any more: its first months, its group and the design then say where the limit
    /// lies.
    SetLimits(SetLimits),
    /// Lets an account go past its limits for some time (illness, a big deal; R15). It takes the place of
    /// an exception granted earlier, so that one can be ended before its day.
    GrantException(GrantException),
    /// Takes over the balances of a scheme that was running already (R74): once, before anything else
    /// moves units. The accounts are open by then; the contra is `system:opening`.
    TakeOver(TakeOver),
    /// Records a fact about a person (domain.md section 4): insured until a day, volunteering declared to who
    /// pays a benefit, a residence. Later records of the same fact take its place from their first day on.
    RecordFact(RecordFact),
    /// Gives what whoever joins gets once (R13): a start balance, a joining or verification gift, a reward for
    /// an orientation, as the design lists it under `[[welcome]]`.
    Welcome(Welcome),
    /// Rewards an effort by the earning catalogue (R10). Asked by an operator of the partner it is booked
    /// at once; asked by the participant it is a claim that the partner confirms (R12).
    Award(Award),
    /// Pays another participant for a service (R22, H4.5); in mutual credit this is how units are born (R9).
    Transfer(Transfer),
    /// Gives units without a service (R23, R43, H4.7). The lots keep their dates.
    Gift(Gift),
    /// Pays for a service that a relative in need of care received (R24, H4.5).
    PayForRelative(PayForRelative),
    /// Spends units outside the ring at a partner, by the redemption catalogue (R25, H4.6).
    Redeem(Redeem),
    /// Brings pieces of an offer into a partner's stock, or takes them away (R25, R51). What is reserved
    /// cannot be taken away.
    Restock(Restock),
    /// Keeps pieces of an offer for a member, at today's price: the units that will pay for them are set
    /// aside on `system:reserved`, where they do not lapse, until they are picked up or released (R25, R51).
    /// The reservation is known by the id of this order.
    Reserve(Reserve),
    /// Hands over what was reserved, at the price it was reserved at (R51).
    PickUp(PickUp),
    /// Gives up what was reserved: the pieces are free again and the units come back.
    Release(Release),
    /// Takes a place in the line for pieces of an offer that has none free (R25). No units move, and the price is
    /// that of the day of reserving. The place is known by the id of this order.
    Wait(Wait),
    /// Gives up a place in the line.
    StopWaiting(StopWaiting),
    /// Prints notes of a series; they come into the vault, blank.
    PrintNotes(PrintNotes),
    /// Sends notes with a named carrier. They are in transit until whoever they go to receives them.
    SendNotes(SendNotes),
    /// Receives a sending, counted by whoever receives it. What differs from what was sent is booked, with a
    /// reason in the order.
    ReceiveNotes(ReceiveNotes),
    /// Takes units off an account in notes (biljetten van de rekening halen).
    PayOut(PayOut),
    /// Puts notes on an account (biljetten op de rekening zetten).
    TakeIn(TakeIn),
    /// Opens an office: from now on its keeper hands out and takes in.
    OpenOffice(OpenOffice),
    /// Closes an office's day with a count of its drawers (kastelling). Whoever counts does so blind: nothing
    /// says what should be there until the count is booked.
    CountCash(CountCash),
    /// Books what a count differed from the books (kasverschil): by somebody who did not count, with a reason
    /// in the order.
    ApproveDifference(ApproveDifference),
    /// Sends a count back: the office counts again, as blind as before.
    AskRecount(AskRecount),
    /// Closes an office for good. Its drawers must be empty.
    EndOffice(EndOffice),
    /// Destroys notes in the vault.
    DestroyNotes(DestroyNotes),
    /// Reports notes lost, with a reason in the order (R48).
    ReportLost(ReportLost),
    /// Swaps notes at an office for those of a series that is valid (R41, R42, R50), or torn ones for whole
    /// ones of the same series (R49).
    SwapNotes(SwapNotes),
    /// Puts notes and euro in an office's till, as a float for change (R34).
    FillTill(FillTill),
    /// Hands over what an office's till holds (R36): notes go back into circulation, euro to the bank.
    HandOverTill(HandOverTill),
    /// Sells something, or takes a fee, at an office's till (R26): in notes, in euro, or in both.
    Sell(Sell),
    /// Hands in notes that a partner was paid with, by count, for a claim (R39).
    HandIn(HandIn),
    /// Spends notes at a desk, by the redemption catalogue, without an account or a name (R25).
    RedeemNotes(RedeemNotes),
    /// Rewards an effort in notes, from the partner's own stock (R10), also a person without an account.
    AwardNotes(AwardNotes),
    /// Changes euro into notes at an office, where the design allows it (domain 3.5).
    ChangeEuro(ChangeEuro),
    /// Takes an operation at a counter back, whole, inside the design's window (R44).
    Chargeback(Chargeback),
    /// Claims what a partner took in and has not claimed yet, under an invoice number.
    FileClaim(FileClaim),
    /// Turns a claim down before it is approved: all of it, and then its acceptances are open again; or one
    /// acceptance, whole or in part, for good (R39: partial rejection of false notes).
    RejectClaim(RejectClaim),
    /// Approves a claim: it stands on the pay list from then on.
    ApproveClaim(ApproveClaim),
    /// Says that a claim of the pay list was paid, on the value day of the order.
    ConfirmPaid(ConfirmPaid),
    /// Says that a payment came back: the claim stands on the pay list again.
    ReturnPayment(ReturnPayment),
    /// Undoes a settled acceptance, whole or in part: the units go back to whoever spent them, and the partner
    /// owes the euro, which are set off against its next claim.
    ClawBack(ClawBack),
    /// Buys units on an account with euro, where euro back them: at the contact point of the order into its
    /// till, or without one by a transfer to the account that backs them (domain 3.5).
    TopUp(TopUp),
    /// Moves euro from the bank account of the offices to those that back the units (domain 3.5).
    FundBacking(FundBacking),
    /// Makes units euro again where euro back them (R29): of a partner inside the ring, or in an emergency of a
    /// participant, where the design lets them.
    ExchangeBack(ExchangeBack),
    /// Puts what was given to a beneficiary so far on the pay list (R29).
    PayGiven(PayGiven),
    /// Takes an earlier order back by a linked counter-entry (R44): once, whole or in part, inside the
    /// design's window. Nothing is deleted.
    Reverse(Reverse),
    /// Completes a pending order: confirms a claim, approves a proposal, is the second person.
    Complete(Complete),
    /// Turns a pending order down.
    Reject(Reject),
    /// Takes one's own pending order back.
    Withdraw(Withdraw),
    /// Adopts a new version of the design from a later day on (R8). What would need existing units to be
    /// converted is refused.
    AmendDesign(AmendDesign),
    /// Closes the current day and every day up to `through`: what is due lapses, notices are given, and
    /// the ledger's current day becomes the day after.
    CloseDay(CloseDay),
    /// Records whether a notice reached the holder (R18, R62).
    RecordNotice(RecordNotice),
    /// Gives units of some days of earning an earlier end, whoever holds them (R18, bulk expiry): none ends
    /// later than before, and none before the notice that the design demands can be given.
    EndUnits(EndUnits),
}

impl FromCore<muntwerk::orders::Ask> for Ask {
    fn from_core(core: &muntwerk::orders::Ask) -> Self {
        match core {
            muntwerk::orders::Ask::OpenAccount(ask) => Self::OpenAccount(FromCore::from_core(ask)),
            muntwerk::orders::Ask::ApprovePartner(ask) => Self::ApprovePartner(FromCore::from_core(ask)),
            muntwerk::orders::Ask::AmendContract(ask) => Self::AmendContract(FromCore::from_core(ask)),
            muntwerk::orders::Ask::ChangeHolders(ask) => Self::ChangeHolders(FromCore::from_core(ask)),
            muntwerk::orders::Ask::ChangeState(ask) => Self::ChangeState(FromCore::from_core(ask)),
            muntwerk::orders::Ask::CloseAccount(ask) => Self::CloseAccount(FromCore::from_core(ask)),
            muntwerk::orders::Ask::WriteOff(ask) => Self::WriteOff(FromCore::from_core(ask)),
            muntwerk::orders::Ask::Appoint(ask) => Self::Appoint(FromCore::from_core(ask)),
            muntwerk::orders::Ask::EndRole(ask) => Self::EndRole(FromCore::from_core(ask)),
            muntwerk::orders::Ask::GiveMandate(ask) => Self::GiveMandate(FromCore::from_core(ask)),
            muntwerk::orders::Ask::RevokeMandate(ask) => Self::RevokeMandate(FromCore::from_core(ask)),
            muntwerk::orders::Ask::SetLimits(ask) => Self::SetLimits(FromCore::from_core(ask)),
            muntwerk::orders::Ask::GrantException(ask) => Self::GrantException(FromCore::from_core(ask)),
            muntwerk::orders::Ask::TakeOver(ask) => Self::TakeOver(FromCore::from_core(ask)),
            muntwerk::orders::Ask::RecordFact(ask) => Self::RecordFact(FromCore::from_core(ask)),
            muntwerk::orders::Ask::Welcome(ask) => Self::Welcome(FromCore::from_core(ask)),
            muntwerk::orders::Ask::Award(ask) => Self::Award(FromCore::from_core(ask)),
            muntwerk::orders::Ask::Transfer(ask) => Self::Transfer(FromCore::from_core(ask)),
            muntwerk::orders::Ask::Gift(ask) => Self::Gift(FromCore::from_core(ask)),
            muntwerk::orders::Ask::PayForRelative(ask) => Self::PayForRelative(FromCore::from_core(ask)),
            muntwerk::orders::Ask::Redeem(ask) => Self::Redeem(FromCore::from_core(ask)),
            muntwerk::orders::Ask::Restock(ask) => Self::Restock(FromCore::from_core(ask)),
            muntwerk::orders::Ask::Reserve(ask) => Self::Reserve(FromCore::from_core(ask)),
            muntwerk::orders::Ask::PickUp(ask) => Self::PickUp(FromCore::from_core(ask)),
            muntwerk::orders::Ask::Release(ask) => Self::Release(FromCore::from_core(ask)),
            muntwerk::orders::Ask::Wait(ask) => Self::Wait(FromCore::from_core(ask)),
            muntwerk::orders::Ask::StopWaiting(ask) => Self::StopWaiting(FromCore::from_core(ask)),
            muntwerk::orders::Ask::PrintNotes(ask) => Self::PrintNotes(FromCore::from_core(ask)),
            muntwerk::orders::Ask::SendNotes(ask) => Self::SendNotes(FromCore::from_core(ask)),
            muntwerk::orders::Ask::ReceiveNotes(ask) => Self::ReceiveNotes(FromCore::from_core(ask)),
            muntwerk::orders::Ask::PayOut(ask) => Self::PayOut(FromCore::from_core(ask)),
            muntwerk::orders::Ask::TakeIn(ask) => Self::TakeIn(FromCore::from_core(ask)),
            muntwerk::orders::Ask::OpenOffice(ask) => Self::OpenOffice(FromCore::from_core(ask)),
            muntwerk::orders::Ask::CountCash(ask) => Self::CountCash(FromCore::from_core(ask)),
            muntwerk::orders::Ask::ApproveDifference(ask) => Self::ApproveDifference(FromCore::from_core(ask)),
            muntwerk::orders::Ask::AskRecount(ask) => Self::AskRecount(FromCore::from_core(ask)),
            muntwerk::orders::Ask::EndOffice(ask) => Self::EndOffice(FromCore::from_core(ask)),
            muntwerk::orders::Ask::DestroyNotes(ask) => Self::DestroyNotes(FromCore::from_core(ask)),
            muntwerk::orders::Ask::ReportLost(ask) => Self::ReportLost(FromCore::from_core(ask)),
            muntwerk::orders::Ask::SwapNotes(ask) => Self::SwapNotes(FromCore::from_core(ask)),
            muntwerk::orders::Ask::FillTill(ask) => Self::FillTill(FromCore::from_core(ask)),
            muntwerk::orders::Ask::HandOverTill(ask) => Self::HandOverTill(FromCore::from_core(ask)),
            muntwerk::orders::Ask::Sell(ask) => Self::Sell(FromCore::from_core(ask)),
            muntwerk::orders::Ask::HandIn(ask) => Self::HandIn(FromCore::from_core(ask)),
            muntwerk::orders::Ask::RedeemNotes(ask) => Self::RedeemNotes(FromCore::from_core(ask)),
            muntwerk::orders::Ask::AwardNotes(ask) => Self::AwardNotes(FromCore::from_core(ask)),
            muntwerk::orders::Ask::ChangeEuro(ask) => Self::ChangeEuro(FromCore::from_core(ask)),
            muntwerk::orders::Ask::Chargeback(ask) => Self::Chargeback(FromCore::from_core(ask)),
            muntwerk::orders::Ask::FileClaim(ask) => Self::FileClaim(FromCore::from_core(ask)),
            muntwerk::orders::Ask::RejectClaim(ask) => Self::RejectClaim(FromCore::from_core(ask)),
            muntwerk::orders::Ask::ApproveClaim(ask) => Self::ApproveClaim(FromCore::from_core(ask)),
            muntwerk::orders::Ask::ConfirmPaid(ask) => Self::ConfirmPaid(FromCore::from_core(ask)),
            muntwerk::orders::Ask::ReturnPayment(ask) => Self::ReturnPayment(FromCore::from_core(ask)),
            muntwerk::orders::Ask::ClawBack(ask) => Self::ClawBack(FromCore::from_core(ask)),
            muntwerk::orders::Ask::TopUp(ask) => Self::TopUp(FromCore::from_core(ask)),
            muntwerk::orders::Ask::FundBacking(ask) => Self::FundBacking(FromCore::from_core(ask)),
            muntwerk::orders::Ask::ExchangeBack(ask) => Self::ExchangeBack(FromCore::from_core(ask)),
            muntwerk::orders::Ask::PayGiven(ask) => Self::PayGiven(FromCore::from_core(ask)),
            muntwerk::orders::Ask::Reverse(ask) => Self::Reverse(FromCore::from_core(ask)),
            muntwerk::orders::Ask::Complete(ask) => Self::Complete(FromCore::from_core(ask)),
            muntwerk::orders::Ask::Reject(ask) => Self::Reject(FromCore::from_core(ask)),
            muntwerk::orders::Ask::Withdraw(ask) => Self::Withdraw(FromCore::from_core(ask)),
            muntwerk::orders::Ask::AmendDesign(ask) => Self::AmendDesign(FromCore::from_core(ask)),
            muntwerk::orders::Ask::CloseDay(ask) => Self::CloseDay(FromCore::from_core(ask)),
            muntwerk::orders::Ask::RecordNotice(ask) => Self::RecordNotice(FromCore::from_core(ask)),
            muntwerk::orders::Ask::EndUnits(ask) => Self::EndUnits(FromCore::from_core(ask)),
        }
    }
}

impl IntoCore<muntwerk::orders::Ask> for Ask {
    fn into_core(self) -> Result<muntwerk::orders::Ask, MuntwerkError> {
        Ok(match self {
            Self::OpenAccount(ask) => muntwerk::orders::Ask::OpenAccount(ask.into_core()?),
            Self::ApprovePartner(ask) => muntwerk::orders::Ask::ApprovePartner(ask.into_core()?),
            Self::AmendContract(ask) => muntwerk::orders::Ask::AmendContract(ask.into_core()?),
            Self::ChangeHolders(ask) => muntwerk::orders::Ask::ChangeHolders(ask.into_core()?),
            Self::ChangeState(ask) => muntwerk::orders::Ask::ChangeState(ask.into_core()?),
            Self::CloseAccount(ask) => muntwerk::orders::Ask::CloseAccount(ask.into_core()?),
            Self::WriteOff(ask) => muntwerk::orders::Ask::WriteOff(ask.into_core()?),
            Self::Appoint(ask) => muntwerk::orders::Ask::Appoint(ask.into_core()?),
            Self::EndRole(ask) => muntwerk::orders::Ask::EndRole(ask.into_core()?),
            Self::GiveMandate(ask) => muntwerk::orders::Ask::GiveMandate(ask.into_core()?),
            Self::RevokeMandate(ask) => muntwerk::orders::Ask::RevokeMandate(ask.into_core()?),
            Self::SetLimits(ask) => muntwerk::orders::Ask::SetLimits(ask.into_core()?),
            Self::GrantException(ask) => muntwerk::orders::Ask::GrantException(ask.into_core()?),
            Self::TakeOver(ask) => muntwerk::orders::Ask::TakeOver(ask.into_core()?),
            Self::RecordFact(ask) => muntwerk::orders::Ask::RecordFact(ask.into_core()?),
            Self::Welcome(ask) => muntwerk::orders::Ask::Welcome(ask.into_core()?),
            Self::Award(ask) => muntwerk::orders::Ask::Award(ask.into_core()?),
            Self::Transfer(ask) => muntwerk::orders::Ask::Transfer(ask.into_core()?),
            Self::Gift(ask) => muntwerk::orders::Ask::Gift(ask.into_core()?),
            Self::PayForRelative(ask) => muntwerk::orders::Ask::PayForRelative(ask.into_core()?),
            Self::Redeem(ask) => muntwerk::orders::Ask::Redeem(ask.into_core()?),
            Self::Restock(ask) => muntwerk::orders::Ask::Restock(ask.into_core()?),
            Self::Reserve(ask) => muntwerk::orders::Ask::Reserve(ask.into_core()?),
            Self::PickUp(ask) => muntwerk::orders::Ask::PickUp(ask.into_core()?),
            Self::Release(ask) => muntwerk::orders::Ask::Release(ask.into_core()?),
            Self::Wait(ask) => muntwerk::orders::Ask::Wait(ask.into_core()?),
            Self::StopWaiting(ask) => muntwerk::orders::Ask::StopWaiting(ask.into_core()?),
            Self::PrintNotes(ask) => muntwerk::orders::Ask::PrintNotes(ask.into_core()?),
            Self::SendNotes(ask) => muntwerk::orders::Ask::SendNotes(ask.into_core()?),
            Self::ReceiveNotes(ask) => muntwerk::orders::Ask::ReceiveNotes(ask.into_core()?),
            Self::PayOut(ask) => muntwerk::orders::Ask::PayOut(ask.into_core()?),
            Self::TakeIn(ask) => muntwerk::orders::Ask::TakeIn(ask.into_core()?),
            Self::OpenOffice(ask) => muntwerk::orders::Ask::OpenOffice(ask.into_core()?),
            Self::CountCash(ask) => muntwerk::orders::Ask::CountCash(ask.into_core()?),
            Self::ApproveDifference(ask) => muntwerk::orders::Ask::ApproveDifference(ask.into_core()?),
            Self::AskRecount(ask) => muntwerk::orders::Ask::AskRecount(ask.into_core()?),
            Self::EndOffice(ask) => muntwerk::orders::Ask::EndOffice(ask.into_core()?),
            Self::DestroyNotes(ask) => muntwerk::orders::Ask::DestroyNotes(ask.into_core()?),
            Self::ReportLost(ask) => muntwerk::orders::Ask::ReportLost(ask.into_core()?),
            Self::SwapNotes(ask) => muntwerk::orders::Ask::SwapNotes(ask.into_core()?),
            Self::FillTill(ask) => muntwerk::orders::Ask::FillTill(ask.into_core()?),
            Self::HandOverTill(ask) => muntwerk::orders::Ask::HandOverTill(ask.into_core()?),
            Self::Sell(ask) => muntwerk::orders::Ask::Sell(ask.into_core()?),
            Self::HandIn(ask) => muntwerk::orders::Ask::HandIn(ask.into_core()?),
            Self::RedeemNotes(ask) => muntwerk::orders::Ask::RedeemNotes(ask.into_core()?),
            Self::AwardNotes(ask) => muntwerk::orders::Ask::AwardNotes(ask.into_core()?),
            Self::ChangeEuro(ask) => muntwerk::orders::Ask::ChangeEuro(ask.into_core()?),
            Self::Chargeback(ask) => muntwerk::orders::Ask::Chargeback(ask.into_core()?),
            Self::FileClaim(ask) => muntwerk::orders::Ask::FileClaim(ask.into_core()?),
            Self::RejectClaim(ask) => muntwerk::orders::Ask::RejectClaim(ask.into_core()?),
            Self::ApproveClaim(ask) => muntwerk::orders::Ask::ApproveClaim(ask.into_core()?),
            Self::ConfirmPaid(ask) => muntwerk::orders::Ask::ConfirmPaid(ask.into_core()?),
            Self::ReturnPayment(ask) => muntwerk::orders::Ask::ReturnPayment(ask.into_core()?),
            Self::ClawBack(ask) => muntwerk::orders::Ask::ClawBack(ask.into_core()?),
            Self::TopUp(ask) => muntwerk::orders::Ask::TopUp(ask.into_core()?),
            Self::FundBacking(ask) => muntwerk::orders::Ask::FundBacking(ask.into_core()?),
            Self::ExchangeBack(ask) => muntwerk::orders::Ask::ExchangeBack(ask.into_core()?),
            Self::PayGiven(ask) => muntwerk::orders::Ask::PayGiven(ask.into_core()?),
            Self::Reverse(ask) => muntwerk::orders::Ask::Reverse(ask.into_core()?),
            Self::Complete(ask) => muntwerk::orders::Ask::Complete(ask.into_core()?),
            Self::Reject(ask) => muntwerk::orders::Ask::Reject(ask.into_core()?),
            Self::Withdraw(ask) => muntwerk::orders::Ask::Withdraw(ask.into_core()?),
            Self::AmendDesign(ask) => muntwerk::orders::Ask::AmendDesign(ask.into_core()?),
            Self::CloseDay(ask) => muntwerk::orders::Ask::CloseDay(ask.into_core()?),
            Self::RecordNotice(ask) => muntwerk::orders::Ask::RecordNotice(ask.into_core()?),
            Self::EndUnits(ask) => muntwerk::orders::Ask::EndUnits(ask.into_core()?),
        })
    }
}
