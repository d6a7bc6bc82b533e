//! Taking an order back: what the receiver still holds of the same lots, then what the rules say.

use muntwerk::books::AccountState;
use muntwerk::calendar::Day;
use muntwerk::id::Id;
use muntwerk::orders::{Ask, RefusalCode, Reverse};

use super::facts::{Booked, Leg, Lot, LotKind};
use super::sketch::{Pieces, Sketch, first, total};
use super::who::{Concern, Deed};
use super::{GROUP, Model, POT, WhenSpent, id};

type Verdict<T> = Result<T, RefusalCode>;

/// The pieces that are left of some without others.
fn without(held: &Pieces, gone: &Pieces) -> Pieces {
    let taken = |lot: usize| gone.iter().find(|(one, _)| *one == lot).map_or(0, |(_, part)| *part);
    held.iter().map(|(lot, amount)| (*lot, amount - taken(*lot))).collect()
}

/// Adds pieces to others.
fn give(gives: &mut Pieces, more: Pieces) {
    for (lot, part) in more {
        match gives.iter_mut().find(|(one, _)| *one == lot) {
            Some((_, amount)) => *amount += part,
            None => gives.push((lot, part)),
        }
    }
}

/// An order that moved units, and between whom.
struct Moved<'m> {
    booked: &'m Booked,
    payer: &'m Leg,
    payee: &'m Leg,
}

impl Model {
    fn moved(&self, reverse: &Reverse) -> Verdict<Moved<'_>> {
        let waited = |order: &muntwerk::orders::Order| {
            self.answers.iter().any(|told| told.order.id == order.id && told.outcome.is_ok())
        };
        let Some(booked) = self.booked.iter().find(|booked| booked.order.id == reverse.original) else {
            let known = self.answers.iter().find(|told| told.order.id == reverse.original);
            return Err(match known {
                Some(told) if waited(&told.order) => RefusalCode::NotReversible,
                _ => RefusalCode::OriginalUnknown,
            });
        };
        let moves = !matches!(booked.asked, Ask::CloseDay(_) | Ask::CloseAccount(_) | Ask::Reverse(_));
        let [one, two] = booked.legs.as_slice() else { return Err(RefusalCode::NotReversible) };
        if !moves || booked.takes_back.is_some() {
            return Err(RefusalCode::NotReversible);
        }
        let (payer, payee) = if one.amount < 0 { (one, two) } else { (two, one) };
        Ok(Moved { booked, payer, payee })
    }

    pub(super) fn reverse_concerns(&self, reverse: &Reverse) -> Verdict<Concern> {
        let moved = self.moved(reverse)?;
        let amount = reverse.amount.map_or(moved.payee.amount, |amount| amount.minor());
        if amount > moved.payee.amount {
            return Err(RefusalCode::MoreThanOriginal);
        }
        if amount == 0 {
            return Err(RefusalCode::AmountZero);
        }
        let parties = [moved.payer.account, moved.payee.account];
        let accounts = parties.into_iter().filter(|id| self.participant(*id).is_ok()).collect();
        let partner = match &moved.booked.asked {
            Ask::Award(award) => Some(award.partner),
            Ask::Redeem(redeem) => Some(redeem.partner),
            _ => None,
        };
        Ok(Concern { accounts, partner, amount, ..Concern::of(Deed::Reverse) })
    }

    pub(super) fn reverse(&self, reverse: &Reverse, asked: i64, sketch: &mut Sketch<'_>) -> Verdict<()> {
        let moved = self.moved(reverse)?;
        if moved.booked.day.plus_days(self.rules.window.into()).unwrap() < self.day {
            return Err(RefusalCode::ReversalWindow);
        }
        if self.booked.iter().any(|booked| booked.takes_back == Some(reverse.original)) {
            return Err(RefusalCode::AlreadyReversed);
        }
        let (payer, payee) = (moved.payer.account, moved.payee.account);
        for party in [payer, payee] {
            if self.account(party)?.state == AccountState::Closed {
                return Err(RefusalCode::MayNotReceive);
            }
        }
        // The pot and the ring itself hold units as participants do.
        let holds_units =
            |account: Id| self.participant(account).is_ok() || [id(POT), id(GROUP)].contains(&account);
        let (same, other) = if self.participant(payee).is_ok() {
            self.give_back(&moved, asked, sketch)?
        } else {
            sketch.counter(payee, -asked)?;
            (Pieces::new(), asked)
        };
        if !holds_units(payer) {
            sketch.counter(payer, total(&same) + other)?;
        } else {
            self.return_to_payer(&moved, &same, other, sketch)?;
        }
        sketch.booked.takes_back = Some(reverse.original);
        Ok(())
    }

    /// What the receiver gives back of the same lots, and how much is made up from elsewhere.
    fn give_back(&self, moved: &Moved<'_>, asked: i64, sketch: &mut Sketch<'_>) -> Verdict<(Pieces, i64)> {
        let from = moved.payee.account;
        let held = self.held(from);
        let of = |lot: usize| held.iter().find(|(held, _)| *held == lot).map_or(0, |(_, amount)| *amount);
        let still: Pieces = moved.payee.pieces.iter().map(|(lot, got)| (*lot, of(*lot).min(*got))).collect();
        let (same, missing) = first(&still, asked);
        // What the receipt repaid was not spent: it comes out of what else is held, and as debt again.
        // Technical debt is technical again and knows no floor.
        let marked = (-moved.payee.technical).min(missing);
        let room = self.room_for_credit(from, total(&same));
        let credit = (moved.payee.technical - moved.payee.drawn).min(missing - marked).min(room);
        let unrepaid = marked + credit;
        let short = missing - unrepaid;
        let rest = without(&held, &same);
        let (covered, owed) = first(&rest, unrepaid);
        let marked = marked.min(owed);
        let mut gives = same.clone();
        give(&mut gives, covered.clone());
        let rest = without(&rest, &covered);
        let (more, lacking) = first(&rest, short);
        let mut other = unrepaid;
        let mut technical = marked;
        match self.rules.when_spent {
            _ if short == 0 => {}
            WhenSpent::Refuse => return Err(RefusalCode::ReceiverSpent),
            WhenSpent::Partial if short == asked => return Err(RefusalCode::ReceiverSpent),
            WhenSpent::Partial => {}
            WhenSpent::OtherLots if lacking > 0 => return Err(RefusalCode::ReceiverSpent),
            WhenSpent::OtherLots | WhenSpent::TechnicalDebt => {
                give(&mut gives, more);
                technical += lacking;
                other += short;
            }
            WhenSpent::Pot => {
                if short > self.balance(id(POT)) {
                    return Err(RefusalCode::PotShort);
                }
                let dates = self.dates(&sketch.booked.order);
                sketch.pay(id(POT), short, dates)?;
                other += short;
            }
        }
        let pieces: Pieces = gives.iter().map(|(lot, amount)| (*lot, -amount)).collect();
        let drawn = owed - marked + technical;
        super::facts::in_range(i128::from(self.drawn(from)) + i128::from(drawn))?;
        sketch.leg(Leg { account: from, amount: -(total(&gives) + drawn), pieces, drawn, technical })?;
        Ok((same, other))
    }

    /// What the payer gets: the lots it paid with, as they were; from elsewhere, as new lots with their dates.
    fn return_to_payer(
        &self,
        moved: &Moved<'_>,
        same: &Pieces,
        other: i64,
        sketch: &mut Sketch<'_>,
    ) -> Verdict<()> {
        let mut owed: Pieces = moved.payer.pieces.iter().map(|(lot, amount)| (*lot, -amount)).collect();
        let drawn = moved.booked.issues.iter().filter(|(lot, _)| self.lots[*lot].kind == LotKind::Credit);
        owed.extend(drawn);
        let mut plain = Pieces::new();
        let mut anew: Vec<(usize, usize, i64)> = Vec::new();
        for (lot, amount) in same {
            let issued_then = moved.booked.issues.iter().any(|(one, _)| one == lot);
            let before = self.lots[*lot].parent.filter(|_| issued_then).unwrap_or(*lot);
            if let Some((_, left)) = owed.iter_mut().find(|(paid, _)| *paid == before) {
                *left = (*left - amount).max(0);
            }
            if before == *lot { plain.push((*lot, *amount)) } else { anew.push((before, *lot, *amount)) }
        }
        anew.extend(first(&owed, other).0.into_iter().map(|(lot, amount)| (lot, lot, amount)));
        let (payer, payee) = (moved.payer.account, moved.payee.account);
        let (mut given, mut lapsed) = (Vec::new(), Pieces::new());
        let plain = plain.into_iter().map(|(lot, amount)| (lot, lot, amount, true));
        for (dates_of, parent, amount, as_it_was) in
            plain.chain(anew.into_iter().map(|(a, b, c)| (a, b, c, false)))
        {
            let Lot { earned, end, .. } = self.lots[dates_of].clone();
            // Units in their days of grace, or waiting for a notice, have not lapsed.
            let lapsed_before = |end: Day| self.lapses_on(payer, end).is_some_and(|on| on < self.day);
            // With the pot and the ring itself nothing lapses.
            let over = end.is_some_and(lapsed_before) && self.participant(payer).is_ok();
            let (end, gone) = match self.rules.when_lapsed {
                Some(days) if over => (self.day.plus_days(days.into()), false),
                None if over => (end, true),
                _ => (end, false),
            };
            let renewed = !as_it_was || (over && !gone);
            let lot = if renewed {
                let facts = Lot { earned, end, kind: LotKind::Renewed, from: payee, parent: Some(parent) };
                sketch.issue(facts, amount)?
            } else {
                parent
            };
            let credit = self.lots[dates_of].kind == LotKind::Credit && self.lots[dates_of].from == payer;
            if gone { lapsed.push((lot, amount)) } else { given.push((lot, amount, credit)) }
        }
        // Its own credit comes home first, so that what was held is held again.
        given.sort_by_key(|(_, _, credit)| !credit);
        let given: Pieces = given.into_iter().map(|(lot, amount, _)| (lot, amount)).collect();
        if !given.is_empty() {
            sketch.receive(payer, &given)?;
        }
        if !lapsed.is_empty() {
            self.lapse_to(&lapsed, sketch)?;
        }
        Ok(())
    }
}
