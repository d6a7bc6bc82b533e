//! `waiting`: the list of who waits for a piece.

use serde::Deserialize;

use crate::design::problem::Problems;
use crate::design::resolved::Writer;
use crate::design::spanned::Spanned;

/// That members can wait for a piece when there is none, and how they are called (R25).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct WaitingList {
    /// How many days after being called is the last one to reserve or redeem it.
    pub days: u16,
}

/// That members can wait for a piece when there is none.
#[derive(Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub(super) struct RawWaitingList {
    /// How many days after being called is the last one to reserve or redeem it, 1 to 366. Closing that day calls
    /// the next in line. Example: `2`. Source: R25 (waiting list).
    days: Spanned<i64>,
}

impl RawWaitingList {
    /// Its pieces must be counted, and it must be possible to reserve them.
    pub(super) fn check(
        raw: &Spanned<Self>,
        (counted, reserved): (bool, bool),
        key: &str,
        problems: &mut Problems,
    ) -> Option<WaitingList> {
        if !counted {
            problems.add(raw.span(), key, "nobody waits for what does not run out: its stock is not counted");
            return None;
        }
        if !reserved {
            problems.add(raw.span(), key, "who waits is called to reserve it, and it has no hold");
            return None;
        }
        let days = problems.whole(&raw.get_ref().days, &format!("{key}.days"), 1..=366)?;
        Some(WaitingList { days })
    }
}

impl WaitingList {
    pub(super) fn write(self, out: &mut Writer) {
        out.pair("waiting", format_args!("{{ days = {} }}", self.days));
    }
}
