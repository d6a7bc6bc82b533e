//! `[exchange_back]`: how units of a backed currency become euro again, for whom, and what is kept.

use serde::Deserialize;

use crate::money::Amount;
use crate::people::Share;

use super::load::Facts;
use super::problem::Problems;
use super::resolved::Writer;
use super::scalars::Figure;
use super::settlement::share;
use super::spanned::Spanned;
use super::unit::euro_scale;

/// How units of a backed currency become euro again (terugwisselen).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct ExchangeBack {
    /// What is kept of what a partner exchanges.
    pub fee: Share,
    /// The part of it that goes to the partner's beneficiary, as a share of the whole.
    pub given: Share,
    /// How many partners must have chosen a beneficiary before it gets anything.
    pub least_sponsors: u16,
    /// What is kept of what a participant exchanges in an emergency; `None` if no participant ever can.
    pub exceptional: Option<Exceptional>,
}

/// What is kept of what a participant exchanges in an emergency.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct Exceptional {
    /// What is kept.
    pub fee: Share,
    /// The value added tax on that.
    pub vat: Share,
}

/// How units become euro again (terugwisselen). Belongs to `circulation.euro_backed = true`, and takes
/// `[settlement]`.
#[derive(Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub(super) struct RawExchangeBack {
    /// What is kept of what a partner exchanges, in percent, 0 to 100 with at most two decimals.
    ///
    /// Default: `0`. Example: `5`. Source: R29; Chiemgauer.
    fee_percent: Option<Spanned<Figure>>,
    /// The part of `fee_percent` that goes to the beneficiary the partner chose; the rest is the issuer's. In
    /// percent of the whole, at most `fee_percent`.
    ///
    /// Default: `0`. Example: `3`. Source: R29 (5 = 3 + 2).
    given_percent: Option<Spanned<Figure>>,
    /// How many partners must have chosen a beneficiary; with fewer the second choice gets it, and after that
    /// the issuer. 1 to 1000.
    ///
    /// Default: `1`. Example: `30`. Source: R29, R68; Eusko.
    least_sponsors: Option<Spanned<i64>>,
    /// What is kept of what a participant exchanges in an emergency, in percent. Left out: no participant ever
    /// exchanges anything.
    ///
    /// Example: `20`. Source: R29 (20 % exceptional).
    exceptional_percent: Option<Spanned<Figure>>,
    /// The value added tax on what is kept of an exceptional exchange, in percent of it.
    ///
    /// Default: `0`. Example: `19`. Source: Chiemgauer (20 % + VAT).
    vat_percent: Option<Spanned<Figure>>,
}

const LEAST_SPONSORS: u16 = 1;

impl RawExchangeBack {
    pub(super) fn check(
        raw: &Spanned<Self>,
        settles: bool,
        facts: Facts,
        problems: &mut Problems,
    ) -> Option<ExchangeBack> {
        let this = raw.get_ref();
        if !facts.backed {
            let reason = "units become euro only where euro back them: circulation.euro_backed = true";
            problems.add(raw.span(), "exchange_back", reason);
        }
        if !settles {
            problems.add(raw.span(), "exchange_back", "what is exchanged is paid by [settlement]");
        }
        let percent = |raw: &Option<Spanned<Figure>>, key: &str, problems: &mut Problems| match raw {
            Some(raw) => share(raw, key, problems),
            None => Some(Share::default()),
        };
        let fee = percent(&this.fee_percent, "exchange_back.fee_percent", problems);
        let given = percent(&this.given_percent, "exchange_back.given_percent", problems);
        if let (Some(fee), Some(given), Some(raw)) = (fee, given, &this.given_percent)
            && given > fee
        {
            let reason = "it is a part of exchange_back.fee_percent, so at most that";
            problems.add(raw.span(), "exchange_back.given_percent", reason);
        }
        let sponsors = this.least_sponsors.as_ref();
        let key = "exchange_back.least_sponsors";
        let least_sponsors = problems.whole_or(sponsors, key, 1..=1000, LEAST_SPONSORS);
        let vat = percent(&this.vat_percent, "exchange_back.vat_percent", problems);
        let exceptional = match &this.exceptional_percent {
            Some(raw) => {
                let fee = share(raw, "exchange_back.exceptional_percent", problems)?;
                let exceptional = Exceptional { fee, vat: vat? };
                if exceptional.kept() > u64::from(Share::WHOLE).saturating_mul(Share::WHOLE.into()) {
                    let reason = "with the value added tax more than everything would be kept";
                    problems.add(raw.span(), "exchange_back.exceptional_percent", reason);
                }
                Some(exceptional)
            }
            None => {
                let reason = "nobody pays it without exchange_back.exceptional_percent";
                problems.refuse(this.vat_percent.as_ref(), "exchange_back.vat_percent", reason);
                None
            }
        };
        Some(ExchangeBack { fee: fee?, given: given?, least_sponsors: least_sponsors?, exceptional })
    }
}

impl Exceptional {
    /// Fee and tax together, in hundred millionths of the whole.
    fn kept(self) -> u64 {
        let fee = u64::from(self.fee.hundredths());
        fee.saturating_mul(u64::from(Share::WHOLE).saturating_add(self.vat.hundredths().into()))
    }
}

impl ExchangeBack {
    pub(super) fn write(self, out: &mut Writer) {
        out.table("exchange_back");
        let mut percent = |key: &str, share: Share| {
            let percent = Amount::from_minor(share.hundredths().into()).unwrap_or(Amount::ZERO);
            out.amount(key, percent, euro_scale());
        };
        percent("fee_percent", self.fee);
        percent("given_percent", self.given);
        if let Some(exceptional) = self.exceptional {
            percent("exceptional_percent", exceptional.fee);
            percent("vat_percent", exceptional.vat);
        }
        out.pair("least_sponsors", self.least_sponsors);
    }
}
