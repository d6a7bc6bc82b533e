//! Buying units on an account with euro, where euro back them (domain 3.5): at an office into its till, or by
//! a transfer to the account that backs them.

use super::backing::bought;
use crate::books::{BOUGHT, BackedBy, Cash, Draft, LotFacts, Origin, OriginKind, Taken};
use crate::money::Balance;
use crate::orders::{Refusal, RefusalCode, TopUp};
use crate::people::Action;
use crate::rules::rule::Act;
use crate::rules::standing::{credit, may_receive};
use crate::rules::{About, Scene, amounts, offices};

impl Act for TopUp {
    fn about(&self, scene: &Scene<'_>) -> Result<About, Refusal> {
        let (row, _) = scene.participant(&self.account)?;
        if !scene.booking_design().circulation().euro_backed {
            return Err(Refusal::new(RefusalCode::NotBacked));
        }
        let amount = bought(scene, amounts::positive(self.euro)?)?;
        Ok(About { account: Some(row), gains: Some(row), amount, ..About::action(Action::TopUp) })
    }

    fn draft(&self, scene: &Scene<'_>, about: &About, draft: &mut Draft<'_>) -> Result<(), Refusal> {
        let (row, account) = scene.participant(&self.account)?;
        may_receive(scene, account, about.amount, draft)?;
        let source = scene.chart(BOUGHT)?;
        let dates = credit(scene);
        let origin = Origin { kind: OriginKind::Bought, account: draft.refer(source)? };
        let facts = LotFacts { origin, earned_on: dates.earned_on, ends_on: dates.ends_on, parent: None };
        let out = Balance::from(about.amount).checked_neg().unwrap_or(Balance::ZERO);
        draft.counter_side(source, out)?;
        let lot = draft.issue(facts, about.amount)?;
        draft.receive(row, &Taken::from_slice(&[(lot, about.amount)]))?;
        let at = scene.completer.unwrap_or(scene.order).contact_point;
        match at {
            Some(_) => {
                Ok(draft.move_cash(self.euro, Cash::Outside, Cash::Till(offices::open_office(scene)?))?)
            }
            None => Ok(draft.fund_backing(self.euro, Cash::Outside, BackedBy::Account)?),
        }
    }
}
