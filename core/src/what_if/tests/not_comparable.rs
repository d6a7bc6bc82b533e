//! Where there is no comparison, and why.

use super::seven_months::{ask, seven_months, text};
use crate::design::{Design, UnitKind};
use crate::orders::RefusalCode;
use crate::views::scenario::{Scenario, day};
use crate::what_if::{WhatIf, WhatIfError};

#[track_caller]
fn refused(text: &str) -> WhatIfError {
    let ledger = seven_months(&super::seven_months::text("12", "pot"));
    let Err(error) = WhatIf::of(&ledger, Design::parse(text).unwrap()) else { panic!("compared") };
    error
}

#[test]
fn amounts_of_another_unit_mean_something_else() {
    let cents = text("12", "pot").replace("scale = 0", "scale = 2");
    assert_eq!(refused(&cents), WhatIfError::UnitScale { was: 0, is: 2 });
    let name = text("12", "pot").replace("many = \"rabotters\"", "many = \"torekes\"");
    let error = refused(&name);
    assert_eq!(error, WhatIfError::UnitName { was: "rabotters".into(), is: "torekes".into() });
    assert!(error.to_string().contains("\"torekes\"") && error.to_string().contains("\"rabotters\""));
    let hours = refused(include_str!("../../../designs/uurbank-example.toml"));
    assert_eq!(hours, WhatIfError::UnitKind { was: UnitKind::EuroPegged, is: UnitKind::Time });
}

#[test]
fn a_day_that_nobody_may_close_has_no_day_after_it() {
    let nobody = text("12", "pot").replace("person = \"s-900\"", "person = \"s-901\"");
    let Err(error) = WhatIf::of(&Scenario::rabot().ledger, Design::parse(&nobody).unwrap()) else { panic!() };
    let code = RefusalCode::ActorUnknown;
    assert_eq!(error, WhatIfError::DayNotClosed { record: 7, day: day("2025-01-01"), code });
    assert_eq!(
        error.to_string(),
        "2025-01-01 cannot be closed under the other design, as record 7 did: actor_unknown"
    );
}

/// An amendment may call the unit otherwise; it is the same one.
#[test]
fn any_name_that_the_unit_had_is_its_own() {
    let renamed =
        |many: &str| text("12", "pot").replace("many = \"rabotters\"", &format!("many = \"{many}\""));
    let mut it = Scenario::open(&renamed("rabotters"), "2025-01-01");
    let later = serde_json::to_string(&renamed("torekes")).unwrap();
    let amend = format!(r#"{{"amend_design":{{"effective":"2025-02-01","design":{later}}}}}"#);
    let amend = ask(&mut it, "s-001", "steering_group", &amend);
    it.book("s-002", "steering_group", &format!(r#"{{"complete":{{"pending":"{amend}"}}}}"#));
    it.close_through("2025-01-31");
    let under = |many: &str| WhatIf::of(&it.ledger, Design::parse(&renamed(many)).unwrap()).map(|_| ());
    assert_eq!((under("rabotters"), under("torekes")), (Ok(()), Ok(())));
    let error = WhatIfError::UnitName { was: "torekes".into(), is: "makkies".into() };
    assert_eq!(under("makkies"), Err(error));
}
