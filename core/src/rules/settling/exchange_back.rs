//! Units of a backed currency become euro again (R29): of a partner inside the ring at its fee, and in an
//! emergency of anybody at the exceptional one, where the design has one. Completing it is the approval: what
//! is owed stands on the pay list at once.

use super::backing::{Divided, beneficiary, par, take_out};
use super::{settlement, terms};
use crate::books::{BackedBy, Change, Claim, ClaimLine, ClaimState, Draft, EXCHANGED, Fees};
use crate::design::ExchangeBack as Block;
use crate::id::Id;
use crate::money::{Amount, Balance, EuroRate};
use crate::orders::{ExchangeBack, Refusal, RefusalCode};
use crate::people::{Action, EuroPayee, Partner, Share};
use crate::rules::rule::Act;
use crate::rules::standing::{Means, credit, may_pay};
use crate::rules::{About, Scene, amounts};

fn block<'s>(scene: &Scene<'s>) -> Result<&'s Block, Refusal> {
    scene.booking_design().exchange_back().ok_or_else(|| Refusal::new(RefusalCode::ExchangeBackOff))
}

/// Who exchanges, and on what terms.
struct Exchange<'s> {
    payee: EuroPayee,
    partner: Option<&'s Partner>,
    account: Id,
    fees: Fees,
}

impl ExchangeBack {
    fn exchange<'s>(&self, scene: &Scene<'s>) -> Result<Exchange<'s>, Refusal> {
        let block = block(scene)?;
        let none = Share::default();
        if let Some(partner) = scene.people.partner(&self.who) {
            let contract = partner.contract_on(scene.order.value_day).ok_or_else(|| {
                Refusal::about(RefusalCode::ContractNotInForce, self.who)
                    .with(|figures| figures.until = Some(scene.order.value_day))
            })?;
            let inside = contract.account.zip(EuroPayee::of_contract(partner));
            let (account, payee) =
                inside.ok_or_else(|| Refusal::about(RefusalCode::ExchangeNotAgreed, self.who))?;
            let fees = Fees { fee: block.fee, given: block.given, vat: none };
            return Ok(Exchange { payee, partner: Some(partner), account, fees });
        }
        let (_, account) = scene.participant(&self.who)?;
        let payee = EuroPayee::of_permission(scene.booking_design(), account.id());
        match (payee, block.exceptional) {
            (Some(payee), Some(exceptional)) => {
                let fees = Fees { fee: exceptional.fee, given: none, vat: exceptional.vat };
                Ok(Exchange { payee, partner: None, account: account.id(), fees })
            }
            _ => Err(Refusal::about(RefusalCode::ExchangeNotAgreed, self.who)),
        }
    }
}

impl Act for ExchangeBack {
    fn about(&self, scene: &Scene<'_>) -> Result<About, Refusal> {
        let exchange = self.exchange(scene)?;
        let (row, _) = scene.participant(&exchange.account)?;
        let partner = exchange.partner.map(|partner| partner.id);
        let amount = amounts::positive(self.units)?;
        Ok(About { account: Some(row), partner, amount, ..About::action(Action::ExchangeBack) })
    }

    fn draft(&self, scene: &Scene<'_>, _: &About, draft: &mut Draft<'_>) -> Result<(), Refusal> {
        let exchange = self.exchange(scene)?;
        let rounding = settlement(scene)?.rounding;
        if exchange.partner.is_none() && scene.order.reason.is_none() {
            return Err(Refusal::new(RefusalCode::ReasonNeeded));
        }
        if scene.settlements.has_invoice(self.who, self.invoice) {
            return Err(Refusal::about(RefusalCode::InvoiceUsed, self.invoice));
        }
        let (row, account) = scene.participant(&exchange.account)?;
        may_pay(scene, account, self.units, Means::Held, draft)?;
        draft.pay(row, self.units, || credit(scene))?;
        draft.counter_side(scene.chart(EXCHANGED)?, Balance::from(self.units))?;
        let overflow = || Refusal::new(RefusalCode::Overflow);
        let rate =
            EuroRate::new(par(scene, self.units)?.minor(), self.units.minor()).map_err(|_| overflow())?;
        let line = ClaimLine::of(rate, exchange.fees, self.units, rounding).ok_or_else(overflow)?;
        let gets = exchange.partner.and_then(|partner| beneficiary(scene, partner));
        let divided = Divided { net: line.net, given: line.given_cents, vat: line.vat_cents };
        let units = [(self.units, BackedBy::Account), (Amount::ZERO, BackedBy::Paper)];
        take_out(scene, units, divided, (exchange.payee, gets), draft)?;
        let terms = exchange.partner.map_or(Ok(settlement(scene)?.terms), |partner| terms(scene, partner))?;
        let claim = Claim {
            id: scene.booked_as(),
            partner: self.who,
            invoice: self.invoice,
            filed_by: scene.order.actor,
            filed_on: scene.day,
            through: scene.order.value_day,
            rounding,
            acceptances: Vec::new(),
            state: ClaimState::Approved { on: scene.day, pay: line.net, set_off: Amount::ZERO },
            lines: vec![line],
            pay_by: terms.pay_days.and_then(|days| scene.day.plus_days(i32::from(days))),
        };
        draft.entry.changes.push(Change::ClaimFiled(Box::new(claim)));
        Ok(())
    }
}
