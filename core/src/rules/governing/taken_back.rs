//! Where the units of a reversal come from: what the receiver still holds of the same lots, then what
//! the design says (R44).

use smallvec::SmallVec;

use crate::books::{Account, Books, Draft, Leg, Piece, Taken, first, total};
use crate::dense::{AccountNo, LotNo};
use crate::design::{Over, Tested, WhenSpent};
use crate::money::{Amount, Balance};
use crate::orders::{Refusal, RefusalCode};
use crate::rules::Scene;
use crate::rules::standing::{self, limits_of};

/// The pieces that an earlier leg put on an account, or took off it, as positive amounts.
pub(super) fn pieces_of(leg: &Leg) -> Taken {
    leg.lots.iter().map(|Piece(lot, amount)| (*lot, amount.magnitude())).collect()
}

/// What comes back: pieces of the same lots, and how much has to be made up from elsewhere.
pub(super) struct TakenBack {
    pub(super) same: Taken,
    pub(super) other: Amount,
}

impl TakenBack {
    pub(super) fn amount(&self) -> Result<Amount, Refusal> {
        let same = total(&self.same)?;
        same.checked_add(self.other).ok_or_else(|| Refusal::new(RefusalCode::Overflow))
    }
}

fn still_held(books: &Books, account: AccountNo, pieces: &Taken, asked: Amount) -> (Taken, Amount) {
    first(pieces.iter().map(|(lot, got)| (*lot, books.piece(account, *lot).min(*got))), asked)
}

fn without_empty(pieces: Taken) -> Taken {
    pieces.into_iter().filter(|(_, amount)| !amount.is_zero()).collect()
}

/// What the receiver of `received` gives back of `asked`, drafted as its leg and, if the design says
/// so, the pot's.
pub(super) fn take_back(
    scene: &Scene<'_>,
    from: AccountNo,
    received: &Leg,
    asked: Amount,
    pot: Option<AccountNo>,
    draft: &mut Draft<'_>,
) -> Result<TakenBack, Refusal> {
    let (same, missing) = still_held(scene.books, from, &pieces_of(received), asked);
    let same = without_empty(same);
    let account = scene.row(from)?;
    // What the receipt repaid of the receiver's own debt was never spent: it comes back out of what
    // else is held, and as debt again. Technical debt is technical again; credit only down to the floor.
    let technical = received.technical.magnitude().min(missing);
    let credit_repaid = received.drawn.magnitude().checked_sub(received.technical.magnitude());
    let room = room_for_credit(scene, account, total(&same)?);
    let beyond = missing.checked_sub(technical).unwrap_or(Amount::ZERO);
    let credit = credit_repaid.unwrap_or(Amount::ZERO).min(beyond).min(room);
    let unrepaid = technical.checked_add(credit).ok_or_else(|| Refusal::new(RefusalCode::Overflow))?;
    let others = Others::of(scene.books, from, &same);
    let (covered, owed) = first(others.iter(), unrepaid);
    let technical = technical.min(owed);
    let redrawn = owed.checked_sub(technical).unwrap_or(Amount::ZERO);
    let short = missing.checked_sub(unrepaid).unwrap_or(Amount::ZERO);
    let there = asked.checked_sub(short).unwrap_or(Amount::ZERO);
    let refuse = |available: Amount| {
        Refusal::about(RefusalCode::ReceiverSpent, account.id()).with(|figures| {
            figures.asked = Some(asked.into());
            figures.available = Some(available.into());
        })
    };
    let policy = scene.booking_design().reversal().when_spent;
    let mut leg = GivesBack { pieces: same.clone(), redrawn, technical };
    leg.add(covered);
    let others = Others::of(scene.books, from, &leg.pieces);
    let mut other = unrepaid;
    match policy {
        _ if short.is_zero() => {}
        WhenSpent::Refuse => return Err(refuse(there)),
        WhenSpent::Partial => {
            if there.is_zero() {
                return Err(refuse(there));
            }
        }
        WhenSpent::OtherLots => {
            let (more, lacking) = first(others.iter(), short);
            if !lacking.is_zero() {
                return Err(refuse(asked.checked_sub(lacking).unwrap_or(Amount::ZERO)));
            }
            leg.add(more);
            other = other.checked_add(short).ok_or_else(|| Refusal::new(RefusalCode::Overflow))?;
        }
        WhenSpent::Pot => {
            let pot = pot.ok_or_else(|| refuse(there))?;
            let held = scene.row(pot)?.balance();
            if Balance::from(short) > held {
                return Err(Refusal::new(RefusalCode::PotShort).with(|figures| {
                    figures.asked = Some(short.into());
                    figures.available = Some(held);
                }));
            }
            draft.pay(pot, short, || standing::credit(scene))?;
            other = other.checked_add(short).ok_or_else(|| Refusal::new(RefusalCode::Overflow))?;
        }
        WhenSpent::TechnicalDebt => {
            // Holdings and debt are never both above zero, so what is held goes first.
            let (more, lacking) = first(others.iter(), short);
            leg.add(more);
            leg.technical =
                technical.checked_add(lacking).ok_or_else(|| Refusal::new(RefusalCode::Overflow))?;
            other = other.checked_add(short).ok_or_else(|| Refusal::new(RefusalCode::Overflow))?;
        }
    }
    leg.draft(from, draft)?;
    Ok(TakenBack { same, other })
}

/// How far an account may go back into the red once these units have left it. Technical debt does not
/// count against the floor; past a soft floor, or under a debt stop, the balance before the receipt may
/// have been.
fn room_for_credit(scene: &Scene<'_>, account: &Account, leaving: Amount) -> Amount {
    let floor = limits_of(scene, account).floor.bound;
    let left = account.balance().plus(account.technical_debt()).and_then(|balance| balance.minus(leaving));
    let room = left.unwrap_or(Balance::ZERO).checked_sub(floor.lowest()).unwrap_or(Balance::MAX);
    let room = room.as_amount().unwrap_or(Amount::ZERO);
    match (floor.over, floor.tested) {
        (Over::Refuse, Tested::After) => room,
        (Over::Refuse | Over::Flag | Over::OneWay, _) => Amount::MAX,
    }
}

/// What else the receiver holds, in spending order.
struct Others(SmallVec<[(LotNo, Amount); 4]>);

impl Others {
    fn of(books: &Books, account: AccountNo, same: &Taken) -> Self {
        let held = books.account(account).into_iter().flat_map(|account| account.holdings().iter());
        let rest = held.filter_map(|(lot, amount)| {
            let taken =
                same.iter().find(|(other, _)| *other == lot).map_or(Amount::ZERO, |(_, taken)| *taken);
            amount.checked_sub(taken).filter(|rest| !rest.is_zero()).map(|rest| (lot, rest))
        });
        Self(rest.collect())
    }

    fn iter(&self) -> impl Iterator<Item = (LotNo, Amount)> {
        self.0.iter().copied()
    }
}

/// The receiver's leg in the making.
struct GivesBack {
    pieces: Taken,
    redrawn: Amount,
    technical: Amount,
}

impl GivesBack {
    fn add(&mut self, more: Taken) {
        for (lot, amount) in more {
            match self.pieces.iter_mut().find(|(held, _)| *held == lot) {
                Some((_, held)) => *held = held.checked_add(amount).unwrap_or(*held),
                None => self.pieces.push((lot, amount)),
            }
        }
    }

    fn draft(&self, from: AccountNo, draft: &mut Draft<'_>) -> Result<(), Refusal> {
        Ok(draft.give_back(from, &self.pieces, self.redrawn, self.technical)?)
    }
}
