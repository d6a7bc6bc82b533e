//! Moving what offices brought to the bank to the two accounts that back the units (domain 3.5).

use super::backing::short;
use crate::books::{BackedBy, Cash, Draft, EuroPlace};
use crate::money::Amount;
use crate::orders::{FundBacking, Refusal, RefusalCode};
use crate::people::Action;
use crate::rules::rule::Act;
use crate::rules::{About, Scene, amounts};

impl Act for FundBacking {
    fn about(&self, scene: &Scene<'_>) -> Result<About, Refusal> {
        if !scene.booking_design().circulation().euro_backed {
            return Err(Refusal::new(RefusalCode::NotBacked));
        }
        Ok(About::action(Action::FundBacking))
    }

    fn draft(&self, scene: &Scene<'_>, _: &About, draft: &mut Draft<'_>) -> Result<(), Refusal> {
        let sum = self.account.checked_add(self.paper).ok_or_else(|| Refusal::new(RefusalCode::Overflow))?;
        amounts::positive(sum)?;
        let there = scene.books.euro().cents(EuroPlace::Bank);
        if sum.minor() > there {
            return Err(short(sum, Amount::from_minor(there).unwrap_or(Amount::ZERO)));
        }
        draft.fund_backing(self.account, Cash::Bank, BackedBy::Account)?;
        Ok(draft.fund_backing(self.paper, Cash::Bank, BackedBy::Paper)?)
    }
}
