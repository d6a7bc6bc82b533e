//! [`Finding`]: something in the books that cannot be right.

use crate::books::CounterKey;
use crate::books::EuroPlace;
use crate::calendar::Day;
use crate::dense::{AccountNo, LotNo};
use crate::id::{Code, Id, OrderId};
use crate::money::{Amount, Balance};
use crate::office::{Note, Place};

/// A broken invariant, with the account, the lot and the figures. Sums are in minor units.
///
/// None of these can come about by orders; one that does is a fault of the engine, or of whoever
/// wrote to its memory or its journal.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum Finding {
    /// Debits and credits differ.
    #[error("all balances together are {sum} instead of 0")]
    Unbalanced {
        /// The sum of all balances.
        sum: i128,
    },
    /// What circulates is not what was issued less what was redeemed and what lapsed (D5).
    #[error("{in_circulation} circulates, but {accounted_for} was issued and neither redeemed nor lapsed")]
    Circulation {
        /// Held less drawn.
        in_circulation: i128,
        /// Issued less redeemed less lapsed.
        accounted_for: i128,
    },
    /// Pieces appeared or vanished: printed less everywhere else is not zero.
    #[error("notes of {} of {}: {sum} more than were printed", note.face.minor(), note.series)]
    NotesUnbalanced {
        /// Which notes.
        note: Note,
        /// Their sum over all places.
        sum: i128,
    },
    /// Fewer than no pieces are somewhere.
    #[error("notes of {} of {}: {count} in {place}", note.face.minor(), note.series)]
    NotesWrongSide {
        /// Which notes.
        note: Note,
        /// Where.
        place: Place,
        /// How many.
        count: i64,
    },
    /// The units on a series are not what its live notes are worth (D8).
    #[error("{series}: {units} stands on paper, but its live notes are worth {live}")]
    NotItsNotes {
        /// Which series.
        series: Code,
        /// Units on its account.
        units: i128,
        /// Face of its live notes.
        live: i128,
    },
    /// Euro appeared or vanished.
    #[error("all euro together are {sum} cents instead of 0")]
    EuroUnbalanced {
        /// The sum over all places.
        sum: i128,
    },
    /// Fewer than no euro are somewhere.
    #[error("{place}: {cents} cents")]
    EuroWrongSide {
        /// Where.
        place: EuroPlace,
        /// How many cents.
        cents: i64,
    },
    /// Notes or euro somewhere are not what the records add up to.
    #[error("{what} in {place}: the entries add up to {recorded}, the books say {booked}")]
    CountNotItsEntries {
        /// Notes of a series and face, or euro.
        what: String,
        /// Where.
        place: String,
        /// What the entries add up to.
        recorded: i128,
        /// What the books say.
        booked: i128,
    },
    /// An office's drawers are not empty although it ended.
    #[error("{office}: ended with {count} notes of {} of {} in {place}", note.face.minor(), note.series)]
    EndedNotEmpty {
        /// Which office.
        office: Id,
        /// Where.
        place: Place,
        /// Which notes.
        note: Note,
        /// How many.
        count: i64,
    },
    /// What is in transit is not what the open sendings say.
    #[error("notes of {} of {} in {place}: {count}, but the sendings under way hold {sent}", note.face.minor(), note.series)]
    NotItsSendings {
        /// Where.
        place: Place,
        /// Which notes.
        note: Note,
        /// How many are there.
        count: i64,
        /// How many the open sendings say.
        sent: i64,
    },
    /// Units are born by mutual credit alone, and the ring does not sum to zero.
    #[error("participants, pot, group and what partners took in are {sum} together instead of 0")]
    NotZeroSum {
        /// Their sum.
        sum: i128,
    },
    /// An account is not found by its id.
    #[error("{account}: is not found by its id")]
    NotFound {
        /// Which account.
        account: Id,
    },
    /// A balance is not the sum of the pieces less what was drawn.
    #[error("{account}: the balance is {}, but {held} is held and {} drawn", balance.minor(), drawn.minor())]
    NotItsPieces {
        /// Which account.
        account: Id,
        /// Its balance.
        balance: Balance,
        /// The sum of its pieces.
        held: i128,
        /// What it has drawn.
        drawn: Amount,
    },
    /// An account holds units and has drawn.
    #[error("{account}: {held} is held while {} is drawn", drawn.minor())]
    HoldsAndOwes {
        /// Which account.
        account: Id,
        /// The sum of its pieces.
        held: i128,
        /// What it has drawn.
        drawn: Amount,
    },
    /// Technical debt is a part of what is drawn.
    #[error("{account}: technical debt of {} is more than the {} drawn", technical.minor(), drawn.minor())]
    TechnicalAboveDrawn {
        /// Which account.
        account: Id,
        /// Its technical debt.
        technical: Amount,
        /// What it has drawn.
        drawn: Amount,
    },
    /// A counter-side holds pieces or has drawn.
    #[error("{account}: a counter-side holds {held} in pieces and has drawn {}", drawn.minor())]
    CounterSideHolds {
        /// Which account.
        account: Id,
        /// The sum of its pieces.
        held: i128,
        /// What it has drawn.
        drawn: Amount,
    },
    /// More was taken back than was ever issued, redeemed or lapsed.
    #[error("{account}: {} is on the wrong side of zero", balance.minor())]
    WrongSide {
        /// Which account.
        account: Id,
        /// Its balance.
        balance: Balance,
    },
    /// A closed account is not empty.
    #[error("{account}: is closed with a balance of {}", balance.minor())]
    ClosedNotEmpty {
        /// Which account.
        account: Id,
        /// Its balance; zero if only pieces or debt are left.
        balance: Balance,
    },
    /// A participant's account has no holder, a counter-side has one, or a holder does not know it.
    #[error("{account}: the account and its holders do not know each other")]
    HolderMissing {
        /// Which account.
        account: Id,
    },
    /// A person lists an account that they do not hold.
    #[error("{person}: lists the account in row {}, which they do not hold", row.get())]
    NotAHolder {
        /// Whose list.
        person: Id,
        /// The row of the account.
        row: AccountNo,
    },
    /// The accounts of a partner are not there, or not of their kind.
    #[error("{partner}: the partner's accounts of the chart are not what they should be")]
    PartnerAccounts {
        /// Which partner.
        partner: Id,
    },
    /// A piece is of a lot that was never issued.
    #[error("{account}: holds a piece of lot {}, which does not exist", lot.get())]
    UnknownLot {
        /// Which account.
        account: Id,
        /// The lot.
        lot: LotNo,
    },
    /// A piece of nothing.
    #[error("{account}: holds nothing of lot {}, as a piece", lot.get())]
    EmptyPiece {
        /// Which account.
        account: Id,
        /// The lot.
        lot: LotNo,
    },
    /// A piece stands in the wrong place in spending order, or twice.
    #[error("{account}: lot {} is out of spending order", lot.get())]
    OutOfOrder {
        /// Which account.
        account: Id,
        /// The lot.
        lot: LotNo,
    },
    /// A piece that ends is not listed among what is due, so it would never lapse.
    #[error("{account}: lot {} ends on {end}, but nobody would notice", lot.get())]
    NeverLapses {
        /// Which account.
        account: Id,
        /// The lot.
        lot: LotNo,
        /// Its end date.
        end: Day,
    },
    /// What is outstanding of a lot is not the sum of its pieces.
    #[error("lot {}: {} is outstanding, but {held} is held", lot.get(), outstanding.minor())]
    Outstanding {
        /// Which lot.
        lot: LotNo,
        /// What the lot says.
        outstanding: Amount,
        /// The sum of its pieces.
        held: i128,
    },
    /// More of a lot is held than was issued.
    #[error("lot {}: {held} is held of the {} issued", lot.get(), issued.minor())]
    MoreThanIssued {
        /// Which lot.
        lot: LotNo,
        /// The sum of its pieces.
        held: i128,
        /// What was issued.
        issued: Amount,
    },
    /// A lot's parent is not older than itself.
    #[error("lot {}: its parent {} is not older", lot.get(), parent.get())]
    ParentNotOlder {
        /// Which lot.
        lot: LotNo,
        /// Its parent.
        parent: LotNo,
    },
    /// A lot came through an account that does not exist.
    #[error("lot {}: came through {account}, which does not exist", lot.get())]
    OriginUnknown {
        /// Which lot.
        lot: LotNo,
        /// The account.
        account: Id,
    },
    /// The records have a gap, or more or fewer were counted than there are.
    #[error("record {number} is missing, or counted wrongly")]
    RecordMissing {
        /// Which record.
        number: u64,
    },
    /// An entry's legs do not sum to zero.
    #[error("record {number}: the legs sum to {sum} instead of 0")]
    EntryUnbalanced {
        /// Which record.
        number: u64,
        /// Their sum.
        sum: i128,
    },
    /// The entries do not add up to an account's balance, debt or technical debt.
    #[error("{account}: the entries add up to {recorded}, the books say {booked} ({figure})")]
    NotItsEntries {
        /// Which account.
        account: Id,
        /// `balance`, `drawn` or `technical debt`.
        figure: &'static str,
        /// The sum of the entries.
        recorded: i128,
        /// What the books say.
        booked: i128,
    },
    /// The entries do not add up to what is issued or outstanding of a lot.
    #[error("lot {}: the entries add up to {recorded}, the books say {booked} ({figure})", lot.get())]
    LotNotItsEntries {
        /// Which lot.
        lot: LotNo,
        /// `issued` or `outstanding`.
        figure: &'static str,
        /// The sum of the entries.
        recorded: i128,
        /// What the books say.
        booked: i128,
    },
    /// An account has other limits than were recorded for it.
    #[error("{account}: its limits are not those that were recorded")]
    NotItsLimits {
        /// Which account.
        account: Id,
    },
    /// A payment took an account below the floor in force. Debt by a reversal may.
    #[error("record {number}: a payment took {account} from {before} to {after}, the floor is {}", floor.minor())]
    BelowFloor {
        /// Which record.
        number: u64,
        /// Whose balance.
        account: Id,
        /// The balance before.
        before: i128,
        /// The balance after.
        after: i128,
        /// The floor.
        floor: Balance,
    },
    /// A receipt took an account above the ceiling in force. What a reversal gives back may.
    #[error("record {number}: a receipt took {account} to {after}, the ceiling is {}", ceiling.minor())]
    AboveCeiling {
        /// Which record.
        number: u64,
        /// Whose balance.
        account: Id,
        /// The balance after.
        after: i128,
        /// The ceiling.
        ceiling: Balance,
    },
    /// Units should have lapsed at the closing of a day that is closed.
    #[error("{account}: units that end on {end} should have lapsed on {due}")]
    Overdue {
        /// Whose units.
        account: Id,
        /// Their end date.
        end: Day,
        /// The day at whose closing they should have lapsed.
        due: Day,
    },
    /// An order still waits after its last day.
    #[error("order {order} waits since before {until}, its last day")]
    PendingPastDay {
        /// Which order.
        order: OrderId,
        /// Its last day.
        until: Day,
    },
    /// What is set aside of a lot is not what is reserved.
    #[error("lot {}: {reserved} is reserved, {held} is set aside", lot.get())]
    SetAside {
        /// Which lot.
        lot: LotNo,
        /// What the reservations say.
        reserved: i128,
        /// What is on `system:reserved`.
        held: i128,
    },
    /// A line of a claim does not come to what its units come to.
    #[error("claim {claim} has a line that its units do not come to")]
    ClaimLineWrong {
        /// The order that filed it.
        claim: OrderId,
    },
    /// A partner would be paid for more than it took in.
    #[error("{partner} would be paid for {accepted} units and took in {taken_in}")]
    MoreToSettle {
        /// Which partner.
        partner: Id,
        /// What it has not claimed yet.
        accepted: i128,
        /// What stands on its account of the chart.
        taken_in: i128,
    },
    /// What is set aside for a partner is not what was approved and not paid, in cents.
    #[error("{set_aside} cents are set aside for {partner}, and {approved} were approved and not paid")]
    OwedDiffers {
        /// Which partner.
        partner: Id,
        /// What is set aside.
        set_aside: i128,
        /// What its approved claims say.
        approved: i128,
    },
    /// A reservation is still open after its last day.
    #[error("reservation {reservation} is kept since before {until}, its last day")]
    ReservationPastDay {
        /// The order that reserved it.
        reservation: OrderId,
        /// Its last day.
        until: Day,
    },
    /// Somebody who waits is still called after the last day to come.
    #[error("place {place} is called since before {until}, its last day")]
    CalledPastDay {
        /// The order that took the place.
        place: OrderId,
        /// The last day to come.
        until: Day,
    },
    /// More pieces are kept for who is called than there are.
    #[error("{kept} pieces of {reward} at {partner} are kept for who waits, and {there} are there")]
    MoreKept {
        /// Whose pieces.
        partner: Id,
        /// Which line of the redemption catalogue.
        reward: Code,
        /// How many are kept.
        kept: u64,
        /// How many are in stock.
        there: u64,
    },
    /// A counter is not what the entries add up to.
    #[error("{key}: {recorded} was counted, the books say {}", used.minor())]
    Counter {
        /// What is counted, for which period.
        key: CounterKey,
        /// The sum of the entries.
        recorded: i128,
        /// What the books say.
        used: Amount,
    },
    /// What is given once was given more often.
    #[error("{key}: was given {} times", used.minor())]
    GivenTwice {
        /// What to whom.
        key: CounterKey,
        /// How often.
        used: Amount,
    },
    /// More was credited than a cap allows in its period.
    #[error("record {number}: {key}: went past the cap")]
    CapPassed {
        /// Which record.
        number: u64,
        /// What is counted, for which period.
        key: CounterKey,
    },
    /// More was spent under a mandate in a month than it allows.
    #[error("mandate {mandate}: {} was spent in the month of {month}, allowed is {}", used.minor(), limit.minor())]
    MandateOverspent {
        /// Which mandate.
        mandate: Id,
        /// The first day of the month.
        month: Day,
        /// What was spent.
        used: Amount,
        /// What is allowed.
        limit: Amount,
    },
}
