//! [`Line`]: one transaction, with its fees and the balances it states.

use super::boundary::Boundary;
use super::configuration::{BalanceType, Category, Configuration, FeeFrom};
use crate::evaluation::PartyKind;
use crate::evaluation::observed::cells::Cells;
use crate::evaluation::observed::gather::{Gather, Row};
use crate::evaluation::observed::moment::Moment;
use crate::evaluation::observed::step::{End, Step};
use crate::evaluation::observed::written::Written;
use crate::evaluation::observed::{BadRow, Reason, RowFault, RowPlace, WhyLeftOutRow};

/// Where fees go.
const FEES: &str = "fees";

pub(super) struct Line<'c> {
    pub(super) configuration: &'c Configuration,
    pub(super) boundary: &'c Boundary<'c>,
    pub(super) place: RowPlace,
}

impl Line<'_> {
    pub(super) fn read(&self, list: &mut Gather<'_>, cells: &mut Cells<'_>) -> Option<Row> {
        let moment = cells.read("timestamp", |text| Moment::read_by(&self.configuration.timeformat, text));
        let amount = cells.amount("amt");
        let (source, target, id) = (cells.text("src_ID"), cells.text("tgt_ID"), cells.text("txn_ID"));
        let fees = self.fees(cells);
        let (moment, amount, fees) = (moment?, amount?, fees?);
        if !self.boundary.contains(moment) {
            return Some(Row::LeftOut(WhyLeftOutRow::OutsideWindow));
        }
        let boundary = list.reading.boundary;
        let inside = PartyKind::Participant;
        let (from, to) = match self.boundary.category(cells) {
            Category::System => return Some(Row::LeftOut(WhyLeftOutRow::OutsideBoundary)),
            Category::Deposit => (boundary.enters.party(), inside),
            Category::Withdraw => (inside, boundary.leaves.party()),
            Category::Transfer => (inside, inside),
        };
        let (mut from, mut to) = (End::new(source?, from), End::new(target?, to));
        let sink = End::new(FEES, boundary.leaves.party());
        let taken = [(from.clone(), fees.0), (to.clone(), fees.1)];
        from.stated = self.before(list, cells, "src_balance", amount.plus(fees.0)?);
        to.stated = self.before(list, cells, "tgt_balance", fees.1.plus(amount.opposite())?);
        let mut steps = vec![Step::new(self.place, moment, (from, to), amount)];
        for (payer, fee) in taken.into_iter().filter(|(payer, fee)| payer.kind.holds() && !fee.is_zero()) {
            steps.push(Step::new(self.place, moment, (payer, sink.clone()), fee));
        }
        Some(Row::Moves(Some(id?.to_owned()), steps))
    }

    /// What the sender and the recipient pay. An empty fee is none.
    fn fees(&self, cells: &mut Cells<'_>) -> Option<(Written, Written)> {
        let mut fee = |column| match cells.get(column) {
            "" => Some(Written::ZERO),
            _ => cells.amount(column),
        };
        match self.configuration.fee {
            None => Some((Written::ZERO, Written::ZERO)),
            Some(FeeFrom::Sender) => Some((fee("src_fee")?, Written::ZERO)),
            Some(FeeFrom::Recipient) => Some((Written::ZERO, fee("tgt_fee")?)),
            Some(FeeFrom::Split) => fee("src_fee").zip(fee("tgt_fee")),
        }
    }

    /// The balance before the line: what stands there, or that and what the line took off it.
    fn before(
        &self,
        list: &mut Gather<'_>,
        cells: &Cells<'_>,
        column: &str,
        took: Written,
    ) -> Option<Written> {
        let when = self.configuration.balance_type?;
        let text = cells.get(column);
        if text.is_empty() {
            return None;
        }
        let too_large =
            || Reason::TooLarge { found: text.to_owned(), decimals: took.scale().digits().into() };
        let read = Written::read(text, list.reading.scale).and_then(|balance| match when {
            BalanceType::Pre => Ok(balance),
            BalanceType::Post => balance.plus(took).ok_or_else(too_large),
        });
        let place = self.place;
        read.map_err(|reason| {
            let faults = vec![RowFault::at(column, reason)];
            list.health.unread_cells.push(BadRow { place, faults });
        })
        .ok()
    }
}
