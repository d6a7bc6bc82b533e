//! Whether an amount under one design means the same under another.

use super::WhatIfError;
use crate::design::{Design, Unit, UnitNames};
use crate::ledger::Ledger;

/// Stored orders ask amounts in minor units, which mean the same only as long as the unit is the same: of its
/// kind, with its decimals, under a name that it had at some time.
pub(super) fn check(ledger: &Ledger, design: &Design) -> Result<(), WhatIfError> {
    let (was, is) = (ledger.design().unit(), design.unit());
    if was.kind != is.kind {
        return Err(WhatIfError::UnitKind { was: was.kind, is: is.kind });
    }
    if was.scale != is.scale {
        return Err(WhatIfError::UnitScale { was: was.scale.digits(), is: is.scale.digits() });
    }
    let mut versions = ledger.state().designs().iter();
    if versions.any(|version| version.design.unit().names == is.names) {
        return Ok(());
    }
    Err(other_name(was, is))
}

fn other_name(was: &Unit, is: &Unit) -> WhatIfError {
    let names = all_names(&was.names).into_iter().zip(all_names(&is.names));
    let (was, is) = names.into_iter().find(|(was, is)| was != is).unwrap_or_default();
    WhatIfError::UnitName { was: was.to_owned(), is: is.to_owned() }
}

fn all_names(names: &UnitNames) -> [&str; 6] {
    let [nl, fr, en] = [&names.nl, &names.fr, &names.en];
    [&nl.many, &nl.one, &fr.many, &fr.one, &en.many, &en.one]
}
