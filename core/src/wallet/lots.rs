//! The numbers of lots: the journal's, and the wallet's own without gaps.

use std::collections::BTreeMap;

use crate::books::{Change, Entry, Issue, Piece, Reservation};
use crate::dense::LotNo;

/// Which of its lots a wallet's lot is in the journal. The books number lots without gaps, and an account
/// sees few of them.
#[derive(Clone, Default)]
pub(super) struct LotNumbers {
    in_journal: Vec<LotNo>,
    own: BTreeMap<LotNo, LotNo>,
}

impl LotNumbers {
    /// The journal's number of one of the wallet's lots; none for a lot that a preview only thought of.
    pub(super) fn in_journal(&self, own: LotNo) -> Option<LotNo> {
        self.in_journal.get(usize::try_from(own.get()).ok()?).copied()
    }

    fn own(&self, journal: LotNo) -> Option<LotNo> {
        self.own.get(&journal).copied()
    }

    /// An entry in the wallet's own numbers; lots it tells of for the first time get the next ones. None
    /// if it moves a lot that was never told of.
    pub(super) fn translated(&mut self, entry: &Entry) -> Option<Entry> {
        let mut entry = entry.clone();
        for issue in &mut entry.lots {
            self.issue(issue)?;
        }
        for Piece(lot, _) in entry.legs.iter_mut().flat_map(|leg| &mut leg.lots) {
            *lot = self.own(*lot)?;
        }
        for change in &mut entry.changes {
            if let Change::Reserved(reservation) | Change::ReservationEnded { reservation, .. } = change {
                self.reservation(reservation)?;
            }
        }
        Some(entry)
    }

    fn issue(&mut self, issue: &mut Issue) -> Option<()> {
        if let Some(own) = self.own(issue.lot) {
            // Told of before: pieces of it come back.
            (issue.lot, issue.new) = (own, None);
            return Some(());
        }
        let facts = issue.new.as_mut()?;
        facts.parent = None;
        let own = LotNo(u32::try_from(self.in_journal.len()).ok()?);
        self.in_journal.push(issue.lot);
        self.own.insert(issue.lot, own);
        issue.lot = own;
        Some(())
    }

    fn reservation(&self, reservation: &mut Reservation) -> Option<()> {
        for Piece(lot, _) in &mut reservation.lots {
            *lot = self.own(*lot)?;
        }
        Some(())
    }
}
