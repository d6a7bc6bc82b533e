//! [`Change`]: statuses an entry changes beside the units it moves.

use serde::{Deserialize, Serialize};
use smallvec::SmallVec;

use super::{
    Acceptance, AccountKind, AccountLimits, AccountRef, AccountState, Claim, ClaimLine, ClaimState,
    EndsMoved, Missed, Notice, PlaceEnd, Reservation, ReservationEnd, WaitingPlace,
};
use crate::calendar::Day;
use crate::design::{Design, Existing};
use crate::id::{Code, Id, OrderId};
use crate::money::{Amount, Balance};
use crate::office::OfficeChange;
use crate::orders::{Order, Pending, PendingEnd};
use crate::people::{Contract, PeopleChange};

/// A change to an account that is not its balance.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
#[allow(clippy::exhaustive_enums)]
pub enum AccountChange {
    /// A participant's account was opened.
    Opened {
        /// The new account.
        account: Id,
        /// What it is for.
        kind: AccountKind,
        /// The day it was opened.
        on: Day,
        /// Who holds it.
        holders: SmallVec<[Id; 1]>,
    },
    /// A partner was approved and its two accounts of the chart opened.
    PartnerApproved {
        /// The partner.
        partner: Id,
        /// What was agreed with it.
        contract: Box<Contract>,
        /// The day it was approved.
        on: Day,
    },
    /// Other persons hold an account.
    Holders {
        /// Which account.
        account: AccountRef,
        /// Who held it.
        was: SmallVec<[Id; 1]>,
        /// Who holds it now.
        is: SmallVec<[Id; 1]>,
    },
    /// An account went from one state to another.
    State {
        /// Which account.
        account: AccountRef,
        /// The state it had.
        was: AccountState,
        /// The day since which it had it.
        since: Day,
        /// The state it has now.
        is: AccountState,
    },
    /// A series was printed for the first time, and its four accounts of the chart opened.
    SeriesOpened {
        /// The series.
        series: Code,
        /// The day.
        on: Day,
    },
    /// Other limits were decided for an account.
    Limits {
        /// Which account.
        account: AccountRef,
        /// What was decided before.
        was: Box<AccountLimits>,
        /// What is decided now.
        is: Box<AccountLimits>,
    },
}

/// A status an entry changes. Each says enough to be applied without looking anything up, and to be
/// taken back when a batch that must succeed whole does not.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
#[allow(clippy::exhaustive_enums)]
pub enum Change {
    /// Something about an account.
    Account(AccountChange),
    /// Something about a person, a role or a mandate.
    People(PeopleChange),
    /// An order waits for somebody.
    PendingOpened(Pending),
    /// A pending order ended.
    PendingEnded {
        /// The order that waited.
        order: OrderId,
        /// How it ended.
        end: PendingEnd,
        /// The order that was completed: who asked it is named in the same record as who completed it.
        asked: Option<Box<Order>>,
    },
    /// An earlier order was taken back.
    Reversed {
        /// The order taken back.
        original: OrderId,
        /// How much of it.
        amount: Amount,
        /// The original's value day: as long as its id is known, it is known to have been taken back.
        value_day: Day,
    },
    /// Something was reserved, and its units set aside.
    Reserved(Box<Reservation>),
    /// A reservation ended.
    ReservationEnded {
        /// The reservation.
        reservation: Box<Reservation>,
        /// How it ended.
        end: ReservationEnd,
    },
    /// A reservation that ended could have been picked up, and nobody came (R25). It moves nothing: the legs
    /// and the counters do.
    NoShow(Missed),
    /// Somebody waits for pieces of an offer (R25).
    PlaceOpened(Box<WaitingPlace>),
    /// Whoever waits is called: the pieces are kept for them until a day. The host tells them.
    PlaceCalled {
        /// The place: the order that took it.
        place: OrderId,
        /// The account that waits.
        account: AccountRef,
        /// The last day to come.
        until: Day,
    },
    /// A place in the line ended.
    PlaceEnded {
        /// The place.
        place: Box<WaitingPlace>,
        /// How it ended.
        end: PlaceEnd,
    },
    /// A part of a price was paid in euro to a partner (R26). It is told and touches no unit.
    PaidInEuro {
        /// Whom.
        partner: Id,
        /// How much, in cents; below zero if it was given back.
        amount: Balance,
    },
    /// A partner inside the ring took units in on its own account, or gave them back when below zero. It
    /// moves nothing: the leg does. It tells that the leg was a redemption.
    TakenIn {
        /// Which partner.
        partner: Id,
        /// Its account.
        account: AccountRef,
        /// How much.
        amount: Balance,
    },
    /// A partner took units in that it will be paid for in euro.
    Accepted(Box<Acceptance>),
    /// Some of what a partner took in and had not claimed yet was taken back.
    AcceptanceReduced {
        /// The acceptance as it was.
        was: Box<Acceptance>,
        /// The minor units that are left.
        left: Amount,
    },
    /// A partner claimed what it took in.
    ClaimFiled(Box<Claim>),
    /// A claim stands otherwise.
    ClaimMoved {
        /// Which claim.
        claim: OrderId,
        /// How it stood.
        was: ClaimState,
        /// How it stands now.
        is: ClaimState,
    },
    /// An acceptance of a claim was turned down or clawed back, whole or in part.
    ClaimLineChanged {
        /// Which claim.
        claim: OrderId,
        /// Which acceptance.
        acceptance: OrderId,
        /// The minor units it had.
        had: Amount,
        /// The minor units it has now.
        has: Amount,
        /// Its line as it was.
        was: Box<ClaimLine>,
        /// Its line as it is now.
        is: Box<ClaimLine>,
    },
    /// A notice was given to the holder of units that end.
    NoticeGiven {
        /// Whom it was given.
        account: AccountRef,
        /// The end date it is about.
        end: Day,
        /// The notice.
        notice: Notice,
    },
    /// It became known what became of a notice.
    NoticeRecorded {
        /// Whose notice.
        account: AccountRef,
        /// The end date it is about.
        end: Day,
        /// The notice as it was.
        was: Notice,
        /// The notice as it is now.
        is: Notice,
    },
    /// Units of one end date lapsed on an account; its notice is used up.
    Lapsed {
        /// Whose units.
        account: AccountRef,
        /// Their end date.
        end: Day,
    },
    /// A holder was warned that the account will be called inactive.
    QuietWarned {
        /// Whose account.
        account: AccountRef,
        /// The civil day on which the warning was really given.
        given_on: Day,
    },
    /// Lots there are already get another end.
    EndsMoved(EndsMoved),
    /// The balances of a scheme that was running already were taken over; that happens once.
    TakenOver,
    /// Something about an office or a sending of notes.
    Office(OfficeChange),
    /// A new version of the design is in force from a day on.
    DesignAdopted {
        /// First day of the new version.
        effective: Day,
        /// The design, resolved.
        design: Box<Design>,
        /// What its expiry does to units that were earned before.
        existing: Existing,
    },
    /// A day was closed.
    DayClosed {
        /// Which day.
        day: Day,
        /// Notices about every end date up to this one have been given, and the civil day on which.
        notices: Option<(Day, Day)>,
        /// Whoever may have been quiet since a day up to this one was looked at.
        quiet_through: Option<Day>,
        /// What concerned value days before this one can no longer change.
        forget_before: Day,
    },
}

/// What a reviewer should look at; it never stops an entry.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[allow(clippy::exhaustive_enums)]
pub enum Flag {
    /// One mediator acted for both sides of a match.
    BothSides,

    /// The payer passes a soft floor, or is past it (R15).
    OverFloor,
    /// The receiver passes a soft ceiling, or is past it (R15).
    OverCeiling,
    /// A fact that the activity requires does not hold about whoever earned.
    FactMissing,
    /// An office was still open when its day closed.
    OfficeOpen,
    /// Less was credited than was earned, because a cap was reached (R61).
    Capped,
}
