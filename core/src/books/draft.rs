//! [`Draft`]: an entry in the making. Nothing here changes the books.

use smallvec::SmallVec;

use super::{
    Account, AccountRef, BackedBy, Books, Cash, Count, CounterKey, Entry, EuroLeg, EuroPlace, Flag, Issue,
    Leg, LotFacts, Origin, OriginKind, Piece,
};
use crate::calendar::Day;
use crate::dense::{AccountNo, LotNo};
use crate::design::Grain;
use crate::id::Code;
use crate::money::{Amount, Balance};
use crate::office::{Note, NoteLeg, Notes, Place};
use crate::people::EuroPayee;

/// Pieces on their way from one account to another, in spending order.
pub(crate) type Taken = SmallVec<[(LotNo, Amount); 4]>;

/// A figure left the range the ledger can carry, or the ledger ran out of numbers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Overflow;

/// Collects the consequences of an order on the books as they stand. Each account has at most one leg.
#[derive(Clone)]
pub(crate) struct Draft<'b> {
    books: &'b Books,
    grain: Grain,
    fresh_lots: u32,
    pub(crate) entry: Entry,
}

/// The sum of pieces.
pub(crate) fn total(pieces: &[(LotNo, Amount)]) -> Result<Amount, Overflow> {
    pieces.iter().try_fold(Amount::ZERO, |sum, (_, amount)| sum.checked_add(*amount)).ok_or(Overflow)
}

/// The first `amount` of the pieces, and what is missing.
pub(crate) fn first(pieces: impl Iterator<Item = (LotNo, Amount)>, amount: Amount) -> (Taken, Amount) {
    let (mut taken, mut missing) = (Taken::new(), amount);
    for (lot, held) in pieces {
        if missing.is_zero() {
            break;
        }
        let part = held.min(missing);
        taken.push((lot, part));
        missing = missing.checked_sub(part).unwrap_or(Amount::ZERO);
    }
    (taken, missing)
}

impl<'b> Draft<'b> {
    pub(crate) fn new(books: &'b Books, grain: Grain, number: u64, design: u32) -> Self {
        Self { books, grain, fresh_lots: 0, entry: Entry::new(number, design) }
    }

    /// Marks what a reviewer should look at.
    pub(crate) fn flag(&mut self, flag: Flag) {
        if !self.entry.flags.contains(&flag) {
            self.entry.flags.push(flag);
        }
    }

    fn account(&self, number: AccountNo) -> Result<&'b Account, Overflow> {
        self.books.account(number).ok_or(Overflow)
    }

    /// A reference to an account by row.
    pub(crate) fn refer(&self, number: AccountNo) -> Result<AccountRef, Overflow> {
        Ok(AccountRef::new(self.account(number)?.id, number))
    }

    /// Moves a counter; each stands in the entry once, and not at all if it does not move.
    pub(crate) fn count(&mut self, key: CounterKey, by: Balance) -> Result<(), Overflow> {
        match self.entry.counters.iter_mut().find(|count| count.key == key) {
            Some(count) => count.by = count.by.checked_add(by).ok_or(Overflow)?,
            None => self.entry.counters.push(Count { key, by }),
        }
        self.entry.counters.retain(|count| !count.by.is_zero());
        Ok(())
    }

    /// Adds a leg on a counter-side: units that come into being or leave the ring.
    pub(crate) fn counter_side(&mut self, number: AccountNo, amount: Balance) -> Result<(), Overflow> {
        self.leg(number, amount, SmallVec::new(), Balance::ZERO, Balance::ZERO)
    }

    fn leg(
        &mut self,
        number: AccountNo,
        amount: Balance,
        lots: SmallVec<[Piece; 2]>,
        drawn: Balance,
        technical: Balance,
    ) -> Result<(), Overflow> {
        let account = self.account(number)?;
        account.balance.checked_add(amount).ok_or(Overflow)?;
        let account = AccountRef::new(account.id, number);
        let leg = Leg { account, amount, lots, drawn, technical };
        match self.entry.legs.iter_mut().find(|there| there.account == account) {
            Some(there) => joined(there, leg),
            None => {
                self.entry.legs.push(leg);
                Ok(())
            }
        }
    }

    /// Issues units as a new lot, or as more of a cohort that is still open.
    pub(crate) fn issue(&mut self, mut facts: LotFacts, amount: Amount) -> Result<LotNo, Overflow> {
        match self.grain {
            Grain::Issue => return self.new_lot(facts, amount),
            Grain::Day => {}
            Grain::Month => facts.earned_on = facts.earned_on.first_of_month(),
        }
        if let Some(lot) = self.books.cohort(&facts) {
            let issued = self.books.lot(lot).ok_or(Overflow)?.issued;
            issued.checked_add(amount).ok_or(Overflow)?;
            self.entry.lots.push(Issue { lot, amount, new: None });
            return Ok(lot);
        }
        let twin = self.entry.lots.iter_mut().find(|issue| issue.new.as_ref() == Some(&facts));
        if let Some(issue) = twin {
            issue.amount = issue.amount.checked_add(amount).ok_or(Overflow)?;
            return Ok(issue.lot);
        }
        self.new_lot(facts, amount)
    }

    pub(crate) fn new_lot(&mut self, facts: LotFacts, amount: Amount) -> Result<LotNo, Overflow> {
        let first = self.books.next_lot().ok_or(Overflow)?;
        let lot = LotNo(first.0.checked_add(self.fresh_lots).ok_or(Overflow)?);
        self.fresh_lots = self.fresh_lots.checked_add(1).ok_or(Overflow)?;
        self.entry.lots.push(Issue { lot, amount, new: Some(facts) });
        Ok(lot)
    }

    /// Issues more of a lot that this entry issues.
    pub(crate) fn issue_more(&mut self, lot: LotNo, amount: Amount) -> Result<(), Overflow> {
        let first = self.books.next_lot().ok_or(Overflow)?;
        let at = lot.0.checked_sub(first.0).and_then(|at| usize::try_from(at).ok()).ok_or(Overflow)?;
        let issue = self.entry.lots.get_mut(at).filter(|issue| issue.lot == lot).ok_or(Overflow)?;
        issue.amount = issue.amount.checked_add(amount).ok_or(Overflow)?;
        Ok(())
    }

    /// Puts a balance on an account that has no leg yet and holds nothing: pieces, or a debt. Nothing
    /// is looked up among the legs, so that an entry can have thousands.
    pub(crate) fn open_with(
        &mut self,
        number: AccountNo,
        lots: SmallVec<[Piece; 2]>,
        balance: Balance,
    ) -> Result<(), Overflow> {
        let account = AccountRef::new(self.account(number)?.id, number);
        let drawn = if balance.is_negative() { balance.magnitude() } else { Amount::ZERO };
        let drawn = Balance::from(drawn);
        self.entry.legs.push(Leg { account, amount: balance, lots, drawn, technical: Balance::ZERO });
        Ok(())
    }

    /// Takes units off an account in spending order; what the holdings do not cover is drawn, which
    /// issues a lot with the account's credit as its origin. Whether it may is for the rule to say.
    pub(crate) fn pay(
        &mut self,
        from: AccountNo,
        amount: Amount,
        credit: impl FnOnce() -> Credit,
    ) -> Result<Taken, Overflow> {
        let (mut taken, missing) = first(self.account(from)?.holdings.iter(), amount);
        let lots = leaving(&taken);
        let mut drawn = Balance::ZERO;
        if !missing.is_zero() {
            drawn = Balance::from(missing);
            let credit = credit();
            let origin = Origin { kind: OriginKind::Credit, account: self.refer(from)? };
            let facts =
                LotFacts { origin, earned_on: credit.earned_on, ends_on: credit.ends_on, parent: None };
            let account = self.account(from)?;
            account.drawn.checked_add(missing).ok_or(Overflow)?;
            let lot = self.issue(facts, missing)?;
            // Under a grain, the account may hold of its own cohort already.
            match taken.iter_mut().find(|(held, _)| *held == lot) {
                Some((_, amount)) => *amount = amount.checked_add(missing).ok_or(Overflow)?,
                None => taken.push((lot, missing)),
            }
        }
        let out = Balance::from(amount).checked_neg().ok_or(Overflow)?;
        self.leg(from, out, lots, drawn, Balance::ZERO)?;
        Ok(taken)
    }

    /// Takes these pieces off an account, whatever their place in spending order.
    pub(crate) fn remove(&mut self, from: AccountNo, pieces: &Taken) -> Result<(), Overflow> {
        let out = Balance::from(total(pieces)?).checked_neg().ok_or(Overflow)?;
        self.leg(from, out, leaving(pieces), Balance::ZERO, Balance::ZERO)
    }

    /// Takes pieces and debt off an account that gives back what it received: `redrawn` is debt the
    /// receipt had repaid, `technical` debt the reversal leaves behind (R44).
    pub(crate) fn give_back(
        &mut self,
        from: AccountNo,
        pieces: &Taken,
        redrawn: Amount,
        technical: Amount,
    ) -> Result<(), Overflow> {
        let drawn = redrawn.checked_add(technical).ok_or(Overflow)?;
        self.account(from)?.drawn.checked_add(drawn).ok_or(Overflow)?;
        let amount = total(pieces)?.checked_add(drawn).ok_or(Overflow)?;
        let out = Balance::from(amount).checked_neg().ok_or(Overflow)?;
        self.leg(from, out, leaving(pieces), drawn.into(), technical.into())
    }

    /// Puts pieces on an account. What it has drawn is repaid first, technical debt before credit, and
    /// as much of the pieces, soonest to be spent first, is retired.
    pub(crate) fn receive(&mut self, to: AccountNo, pieces: &Taken) -> Result<(), Overflow> {
        let account = self.account(to)?;
        let amount = total(pieces)?;
        let repaid = account.drawn.min(amount);
        let technical = account.technical.min(repaid);
        let mut to_retire = repaid;
        let mut lots = SmallVec::new();
        for (lot, part) in pieces {
            let retired = to_retire.min(*part);
            to_retire = to_retire.checked_sub(retired).ok_or(Overflow)?;
            let kept = part.checked_sub(retired).ok_or(Overflow)?;
            if !kept.is_zero() {
                lots.push(Piece(*lot, Balance::from(kept)));
            }
        }
        let negative = |amount: Amount| Balance::from(amount).checked_neg().ok_or(Overflow);
        self.leg(to, Balance::from(amount), lots, negative(repaid)?, negative(technical)?)
    }

    /// Turns pieces into new lots with other dates, each with the lot it was as its parent.
    pub(crate) fn renew(
        &mut self,
        pieces: &Taken,
        through: AccountNo,
        dates: impl Fn(&LotFacts) -> (Day, Option<Day>),
    ) -> Result<Taken, Overflow> {
        let origin = Origin { kind: OriginKind::Renewed, account: self.refer(through)? };
        let mut renewed = Taken::new();
        for (lot, amount) in pieces {
            // A lot issued in this very entry has its dates already.
            let Some(old) = self.books.lot(*lot) else {
                renewed.push((*lot, *amount));
                continue;
            };
            let (earned_on, ends_on) = dates(&old.facts);
            let facts = LotFacts { origin, earned_on, ends_on, parent: Some(*lot) };
            renewed.push((self.issue(facts, *amount)?, *amount));
        }
        Ok(renewed)
    }
}

/// The dates of the units that paying beyond the holdings issues.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Credit {
    pub(crate) earned_on: Day,
    pub(crate) ends_on: Option<Day>,
}

/// Adds to an account's leg: the pot may pay for a reversal and get what lapses by it.
fn joined(there: &mut Leg, more: Leg) -> Result<(), Overflow> {
    let add = |one: Balance, two: Balance| one.checked_add(two).ok_or(Overflow);
    there.amount = add(there.amount, more.amount)?;
    there.drawn = add(there.drawn, more.drawn)?;
    there.technical = add(there.technical, more.technical)?;
    for Piece(lot, amount) in more.lots {
        match there.lots.iter_mut().find(|Piece(held, _)| *held == lot) {
            Some(Piece(_, sum)) => *sum = add(*sum, amount)?,
            None => there.lots.push(Piece(lot, amount)),
        }
    }
    there.lots.retain(|Piece(_, amount)| *amount != Balance::ZERO);
    Ok(())
}

fn leaving(pieces: &Taken) -> SmallVec<[Piece; 2]> {
    let negative = |amount: Amount| Balance::from(amount).checked_neg().unwrap_or(Balance::ZERO);
    pieces.iter().map(|(lot, amount)| Piece(*lot, negative(*amount))).collect()
}

/// Notes and euro.
impl Draft<'_> {
    /// Moves notes of a series from one place to another. Whether they are there is for the rule to say.
    pub(crate) fn move_notes(
        &mut self,
        series: Code,
        notes: &Notes,
        from: Place,
        to: Place,
    ) -> Result<(), Overflow> {
        for (face, count) in notes.iter() {
            let count = i64::from(count);
            self.note_leg(NoteLeg { place: from, series, face, by: count.checked_neg().ok_or(Overflow)? })?;
            self.note_leg(NoteLeg { place: to, series, face, by: count })?;
        }
        Ok(())
    }

    fn note_leg(&mut self, leg: NoteLeg) -> Result<(), Overflow> {
        let same = |there: &&mut NoteLeg| there.place == leg.place && there.note() == leg.note();
        match self.entry.notes.iter_mut().find(same) {
            Some(there) => there.by = there.by.checked_add(leg.by).ok_or(Overflow)?,
            None => self.entry.notes.push(leg),
        }
        self.entry.notes.retain(|leg| leg.by != 0);
        Ok(())
    }

    /// Adds the mirror of an earlier entry: everything it moved goes back. Whether it can is for the rule to
    /// say.
    pub(crate) fn mirror(&mut self, entry: &Entry) -> Result<(), Overflow> {
        let back = |by: Balance| by.checked_neg().ok_or(Overflow);
        for leg in &entry.legs {
            let row =
                leg.account.row().or_else(|| self.books.number_of(&leg.account.id())).ok_or(Overflow)?;
            let lots = leg.lots.iter().map(|Piece(lot, amount)| Ok(Piece(*lot, back(*amount)?)));
            let lots = lots.collect::<Result<SmallVec<[Piece; 2]>, Overflow>>()?;
            self.leg(row, back(leg.amount)?, lots, back(leg.drawn)?, back(leg.technical)?)?;
        }
        for leg in &entry.notes {
            self.note_leg(NoteLeg { by: leg.by.checked_neg().ok_or(Overflow)?, ..*leg })?;
        }
        for leg in &entry.euro {
            self.entry.euro.push(EuroLeg { cents: leg.cents.checked_neg().ok_or(Overflow)?, ..*leg });
        }
        Ok(())
    }

    /// How many pieces of a kind this entry has brought to a place so far.
    pub(crate) fn notes_moved(&self, note: Note, place: Place) -> i64 {
        let legs = self.entry.notes.iter().filter(|leg| leg.place == place && leg.note() == note);
        legs.map(|leg| leg.by).fold(0, i64::saturating_add)
    }

    /// Moves euro cents at a counter from one place to another.
    pub(crate) fn move_cash(&mut self, cents: Amount, from: Cash, to: Cash) -> Result<(), Overflow> {
        self.move_euro(cents, from.into(), to.into())
    }

    /// Sets euro cents aside for somebody who may be paid. Only this makes anything owed.
    pub(crate) fn owe(&mut self, cents: Amount, to: EuroPayee) -> Result<(), Overflow> {
        self.move_euro(cents, EuroPlace::Outside, EuroPlace::Owed(to.id()))
    }

    /// What was set aside for somebody was paid.
    pub(crate) fn pay_owed(&mut self, cents: Amount, to: EuroPayee) -> Result<(), Overflow> {
        self.move_euro(cents, EuroPlace::Owed(to.id()), EuroPlace::Outside)
    }

    /// Somebody who was paid, or will be, owes so many cents back.
    pub(crate) fn owe_back(&mut self, cents: Amount, from: EuroPayee) -> Result<(), Overflow> {
        self.move_euro(cents, EuroPlace::Outside, EuroPlace::Due(from.id()))
    }

    /// So many cents that were owed back are set off against what is to be paid.
    pub(crate) fn set_off(&mut self, cents: Amount, from: EuroPayee) -> Result<(), Overflow> {
        self.move_euro(cents, EuroPlace::Due(from.id()), EuroPlace::Outside)
    }

    /// Puts cash into what backs the units.
    pub(crate) fn fund_backing(&mut self, cents: Amount, from: Cash, to: BackedBy) -> Result<(), Overflow> {
        self.move_euro(cents, from.into(), EuroPlace::Backing(to))
    }

    /// Moves backing from one form of units to the other.
    pub(crate) fn shift_backing(&mut self, cents: Amount, from: BackedBy) -> Result<(), Overflow> {
        self.move_euro(cents, EuroPlace::Backing(from), EuroPlace::Backing(from.other()))
    }

    /// Backing of units that are no more: it is the issuer's until it is owed, given or tax.
    pub(crate) fn release_backing(&mut self, cents: Amount, from: BackedBy) -> Result<(), Overflow> {
        self.move_euro(cents, EuroPlace::Backing(from), EuroPlace::Fees)
    }

    /// Released backing backs units on accounts again.
    pub(crate) fn restore_backing(&mut self, cents: Amount) -> Result<(), Overflow> {
        self.move_euro(cents, EuroPlace::Fees, EuroPlace::Backing(BackedBy::Account))
    }

    /// Sets released backing aside for somebody who may be paid.
    pub(crate) fn owe_released(&mut self, cents: Amount, to: EuroPayee) -> Result<(), Overflow> {
        self.move_euro(cents, EuroPlace::Fees, EuroPlace::Owed(to.id()))
    }

    /// Keeps released backing for a beneficiary.
    pub(crate) fn give_released(&mut self, cents: Amount, to: EuroPayee) -> Result<(), Overflow> {
        self.move_euro(cents, EuroPlace::Fees, EuroPlace::Given(to.id()))
    }

    /// Keeps released backing as tax.
    pub(crate) fn tax_released(&mut self, cents: Amount) -> Result<(), Overflow> {
        self.move_euro(cents, EuroPlace::Fees, EuroPlace::Vat)
    }

    /// Sets what was given to a beneficiary aside for it.
    pub(crate) fn owe_given(&mut self, cents: Amount, to: EuroPayee) -> Result<(), Overflow> {
        self.move_euro(cents, EuroPlace::Given(to.id()), EuroPlace::Owed(to.id()))
    }

    fn move_euro(&mut self, cents: Amount, from: EuroPlace, to: EuroPlace) -> Result<(), Overflow> {
        let out = cents.minor().checked_neg().ok_or(Overflow)?;
        for leg in [EuroLeg { place: from, cents: out }, EuroLeg { place: to, cents: cents.minor() }] {
            match self.entry.euro.iter_mut().find(|there| there.place == leg.place) {
                Some(there) => there.cents = there.cents.checked_add(leg.cents).ok_or(Overflow)?,
                None => self.entry.euro.push(leg),
            }
        }
        self.entry.euro.retain(|leg| leg.cents != 0);
        Ok(())
    }
}
