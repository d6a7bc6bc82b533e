//! [`Movements::of_ledger`]: the entries of a ledger as movements.
//!
//! What an account draws beyond what it holds is a movement of its own before it pays, and what it repays one
//! after it is paid, so that nobody ever holds less than nothing: what a participant holds after any movement
//! is the sum of the pieces in the books.

use std::collections::BTreeMap;

use super::pairs::{Pair, pairs};
use super::parties::{CREDIT, Parties};
use super::{Birth, EvaluationError, Kind, LotPiece, Movement, Movements, PartyKind, PartyNo};
use crate::books::{Change, Leg, OriginKind, Reservation};
use crate::id::{Id, OrderId};
use crate::ledger::{Ledger, State};
use crate::money::Amount;
use crate::orders::{Ask, AskKind};
use crate::views::PartnerBook;
use crate::views::walk::{Booked, booked, taken_back};

impl Movements {
    /// Every movement of a ledger, by booking day. Walks all records.
    ///
    /// # Errors
    /// [`EvaluationError::TooManyAccounts`].
    pub fn of_ledger(ledger: &Ledger) -> Result<Self, EvaluationError> {
        let mut writer = Writer { state: ledger.state(), parties: Parties::default(), rows: Vec::new() };
        let mut asked: BTreeMap<OrderId, AskKind> = BTreeMap::new();
        for booked in booked(ledger) {
            if booked.entry.legs.is_empty() {
                continue;
            }
            let original = taken_back(&booked.order.ask).and_then(|original| asked.get(&original).copied());
            writer.entry(&booked, original)?;
            asked.insert(booked.id(), booked.order.ask.kind());
        }
        let unit = ledger.design().unit();
        Ok(Self {
            unit: unit.names.en.many.clone(),
            scale: unit.scale,
            parties: writer.parties.into_list(),
            rows: writer.rows,
            lots: Some(births(ledger)),
            partners: Some(PartnerBook::of(ledger)),
            dropped: 0,
        })
    }
}

/// When the units of each lot were issued: a lot that came of another has the day of that one.
fn births(ledger: &Ledger) -> Vec<Birth> {
    let mut births: Vec<Birth> = Vec::new();
    for (_, lot) in ledger.state().books().lots() {
        let facts = lot.facts();
        let own = Birth { day: facts.earned_on, off_paper: facts.origin.kind == OriginKind::Paper };
        let parent = facts.parent.and_then(|lot| usize::try_from(lot.get()).ok());
        births.push(parent.and_then(|lot| births.get(lot).copied()).unwrap_or(own));
    }
    births
}

struct Writer<'l> {
    state: &'l State,
    parties: Parties,
    rows: Vec<Movement>,
}

/// What is the same for every movement of an entry.
struct Context<'b> {
    booked: &'b Booked,
    /// What the order that is taken back had asked.
    original: Option<AskKind>,
    picked_up_for: Option<Id>,
}

impl Writer<'_> {
    fn entry(&mut self, booked: &Booked, original: Option<AskKind>) -> Result<(), EvaluationError> {
        let context = Context { booked, original, picked_up_for: picked_up_for(booked) };
        let legs = booked.entry.legs.as_slice();
        for leg in legs.iter().filter(|leg| leg.drawn.minor() > 0) {
            let (credit, account) = (self.credit()?, self.account(&leg.account.id())?);
            self.push(&context, (Kind::Credit, false), (credit, account), pair_of(leg.drawn.minor()));
        }
        for pair in pairs(legs) {
            self.pair(&context, legs, pair)?;
        }
        for leg in legs.iter().filter(|leg| leg.drawn.is_negative()) {
            let (credit, account) = (self.credit()?, self.account(&leg.account.id())?);
            let repaid = leg.drawn.minor().saturating_neg();
            self.push(&context, (Kind::Repay, false), (account, credit), pair_of(repaid));
        }
        Ok(())
    }

    fn credit(&mut self) -> Result<PartyNo, EvaluationError> {
        self.parties.number(CREDIT, PartyKind::Credit)
    }

    fn account(&mut self, id: &Id) -> Result<PartyNo, EvaluationError> {
        let kind = self.state.books().find(id).map(|account| account.kind());
        let kind = kind.map_or(PartyKind::Unexplained, |kind| PartyKind::of_account(id, kind));
        id.with_str(|name| self.parties.number(name, kind))
    }

    fn pair(&mut self, context: &Context<'_>, legs: &[Leg], pair: Pair) -> Result<(), EvaluationError> {
        let ends = legs.get(pair.from).zip(legs.get(pair.to));
        let Some((from, to)) = ends.map(|(from, to)| (from.account.id(), to.account.id())) else {
            return Ok(());
        };
        let (from, to) = (self.account(&from)?, self.account(&to)?);
        let kinds = (self.parties.kind(from), self.parties.kind(to));
        // What is picked up was the member's all the time, and it is the member who redeems it.
        let member = match (kinds, context.picked_up_for) {
            ((PartyKind::Reserved, PartyKind::Participant | PartyKind::Redeemed), Some(member)) => {
                Some(self.account(&member)?).filter(|member| *member != to)
            }
            _ => None,
        };
        if let Some(member) = member {
            let freed = Pair { left: pair.left.clone(), came: pair.left.clone(), ..pair };
            self.push(context, (Kind::Release, false), (from, member), freed);
            let kinds = (PartyKind::Participant, kinds.1);
            self.push(context, kind_of(context, kinds), (member, to), pair);
        } else {
            self.push(context, kind_of(context, kinds), (from, to), pair);
        }
        Ok(())
    }

    fn push(
        &mut self,
        context: &Context<'_>,
        (kind, back): (Kind, bool),
        (from, to): (PartyNo, PartyNo),
        pair: Pair,
    ) {
        let Some(amount) = Amount::from_minor(pair.amount).ok().filter(|amount| !amount.is_zero()) else {
            return;
        };
        let booked = context.booked;
        self.rows.push(Movement {
            day: booked.day,
            seq: booked.number,
            kind,
            back,
            from,
            to,
            amount,
            role: Some(booked.order.role),
            contact_point: booked.order.contact_point,
            on_behalf: booked.order.on_behalf_of.is_some(),
            partner: partner(booked),
            left: pair.left,
            came: pair.came,
        });
    }
}

/// A movement of credit, which has no pieces; of an amount that is not above zero there is none.
fn pair_of(amount: i64) -> Pair {
    Pair { from: 0, to: 0, amount, left: Vec::<LotPiece>::new(), came: Vec::new() }
}

/// The account whose reservation ended, if it is the only one that did.
fn picked_up_for(booked: &Booked) -> Option<Id> {
    let ended = |change: &Change| match change {
        Change::ReservationEnded { reservation, .. } => Some(Reservation::clone(reservation).account.id()),
        _ => None,
    };
    let mut ended = booked.entry.changes.iter().filter_map(ended);
    ended.next().filter(|_| ended.next().is_none())
}

fn partner(booked: &Booked) -> Option<Id> {
    let told = booked.entry.changes.iter().find_map(|change| match change {
        Change::TakenIn { partner, .. } => Some(*partner),
        Change::Accepted(acceptance) => Some(acceptance.partner),
        _ => None,
    });
    told.or(match &booked.order.ask {
        Ask::Award(ask) => Some(ask.partner),
        Ask::AwardNotes(ask) => Some(ask.partner),
        Ask::Redeem(ask) => Some(ask.partner),
        Ask::RedeemNotes(ask) => Some(ask.partner),
        Ask::HandIn(ask) => Some(ask.partner),
        _ => None,
    })
}

/// What a movement between two parties is, and whether it takes back an earlier one.
fn kind_of(context: &Context<'_>, (from, to): (PartyKind, PartyKind)) -> (Kind, bool) {
    let reverses = taken_back(&context.booked.order.ask).is_some();
    if reverses && to != PartyKind::Lapsed {
        // Named by what it undoes, which went the other way.
        return (forward((to, from), context.original), true);
    }
    let back = !from.holds() && to.holds() && SINKS.contains(&from) || from.holds() && SOURCES.contains(&to);
    let ends = if back { (to, from) } else { (from, to) };
    (forward(ends, Some(context.booked.order.ask.kind())), back)
}

const SOURCES: [PartyKind; 4] =
    [PartyKind::Issued, PartyKind::Opening, PartyKind::Bought, PartyKind::Shortage];
const SINKS: [PartyKind; 4] =
    [PartyKind::Redeemed, PartyKind::Lapsed, PartyKind::Exchanged, PartyKind::Surplus];

/// What a movement between two kinds of parties is, if it takes nothing back.
pub(super) fn forward(ends: (PartyKind, PartyKind), ask: Option<AskKind>) -> Kind {
    use PartyKind as P;
    match ends {
        (_, P::Lapsed) => Kind::Lapse,
        (_, P::Redeemed) => Kind::Redeem,
        (_, P::Exchanged) => Kind::Exchange,
        (P::Issued, _) => Kind::Earn,
        (P::Opening, _) => Kind::Opening,
        (P::Bought, _) => Kind::Buy,
        (P::Shortage, _) | (_, P::Surplus) => Kind::Difference,
        (P::Reserved, _) => Kind::Release,
        (_, P::Reserved) => Kind::Reserve,
        (P::Paper, P::Paper) => Kind::Swap,
        (P::Paper, _) => Kind::TakeIn,
        (_, P::Paper) => Kind::PayOut,
        (P::Participant, P::Participant) => match ask {
            Some(AskKind::Gift) => Kind::Gift,
            Some(AskKind::CloseAccount | AskKind::WriteOff | AskKind::Welcome) => Kind::Common,
            _ => Kind::Transfer,
        },
        _ => Kind::Common,
    }
}
