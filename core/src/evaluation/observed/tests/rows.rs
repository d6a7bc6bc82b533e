//! Rows of the host's.

use std::collections::BTreeMap;

use super::{bad_rows, movements};
use crate::calendar::{Day, Period};
use crate::evaluation::observed::{Attributes, Beyond, ImportError, Observed, ObservedRow, Reading};
use crate::evaluation::tests::ask::{flows, mediated};
use crate::evaluation::{Kind, Kinds, PartyKind, Undefined};
use crate::money::Scale;

pub(super) fn row(from: &str, to: &str, amount: i64, kind: Option<Kind>) -> ObservedRow {
    ObservedRow {
        id: None,
        day: Day::parse("2025-01-01").unwrap(),
        time: 0,
        from: from.into(),
        to: to.into(),
        amount,
        kind,
        role: None,
        contact_point: None,
        on_behalf: false,
        partner: None,
    }
}

fn read(rows: Vec<ObservedRow>, holders: &[(&str, PartyKind)]) -> Result<Observed, ImportError> {
    let holders = holders.iter().map(|(name, kind)| ((*name).to_owned(), *kind)).collect();
    let reading = Reading { unit: "hours".into(), scale: Scale::new(2).ok(), holders, ..Reading::default() };
    Observed::of_rows(rows, Attributes::new(), &reading)
}

#[test]
fn a_kind_says_which_side_is_a_source() {
    let rows = vec![
        row("town", "ann", 10, Some(Kind::Earn)),
        row("ann", "pot", 4, None),
        row("pot", "bob", 4, None),
        row("bob", "notes", 3, None),
        row("bob", "town", 1, Some(Kind::Redeem)),
        row("ann", "bob", 1, Some(Kind::Difference)),
        row("ann", "bob", -1, None),
        row("ann", "", i64::MAX, None),
    ];
    let list = read(rows, &[("pot", PartyKind::Common), ("notes", PartyKind::Paper)]).unwrap();
    assert_eq!(
        movements(&list),
        [
            (1, Kind::Earn, false, "town", "ann", 10),
            (2, Kind::Common, false, "ann", "pot", 4),
            (3, Kind::Common, false, "pot", "bob", 4),
            (4, Kind::PayOut, false, "bob", "notes", 3),
            (5, Kind::Redeem, false, "bob", "town", 1),
        ]
    );
    let lines: Vec<_> = bad_rows(&list).into_iter().map(|(line, _)| line).collect();
    assert_eq!(lines, [6, 7, 8]);
    assert_eq!((list.movements.unit.as_str(), list.movements.dropped), ("hours", 3));
    // All rows of one day are one tie.
    assert_eq!((list.health.ties.len(), list.health.tied_rows), (1, 5));
}

#[test]
fn beyond_what_is_held_is_credit_where_the_currency_has_it() {
    let reading = Reading { beyond: Beyond::Credit, ..Reading::default() };
    let rows = [row("ann", "bob", 10, None), row("bob", "ann", 4, None), row("cas", "ann", 9, None)];
    let list = Observed::of_rows(rows, Attributes::new(), &reading).unwrap();
    // Ann owes 10, repays 4 of it and then the last 6, and has 3 left.
    assert_eq!(
        movements(&list),
        [
            (1, Kind::Credit, false, "credit", "ann", 10),
            (1, Kind::Transfer, false, "ann", "bob", 10),
            (2, Kind::Transfer, false, "bob", "ann", 4),
            (2, Kind::Repay, false, "ann", "credit", 4),
            (3, Kind::Credit, false, "credit", "cas", 9),
            (3, Kind::Transfer, false, "cas", "ann", 9),
            (3, Kind::Repay, false, "ann", "credit", 6),
        ]
    );
    assert!(list.health.is_sound());
    let window = list.movements.window().unwrap().unwrap();
    let flows = flows(&list.movements, window, Period::Month).unwrap().value.unwrap();
    assert!(flows[0].holds());
    assert_eq!((flows[0].drawn, flows[0].repaid, flows[0].outstanding), (19, 10, 9));
}

#[test]
fn an_account_is_no_source() {
    let error = read(Vec::new(), &[("town", PartyKind::Issued)]).unwrap_err();
    assert_eq!(error, ImportError::NotAHolder { account: "town".into() });
}

#[test]
fn an_empty_list_is_a_list() {
    let list = read(Vec::new(), &[]).unwrap();
    assert_eq!((list.movements.rows.len(), list.movements.window()), (0, Ok(None)));
    assert!(list.health.is_sound());
}

#[test]
fn who_asked_is_said_where_the_host_knows_it() {
    let asked = ObservedRow {
        role: "mediator".parse().ok(),
        on_behalf: true,
        contact_point: "library".parse().ok(),
        ..row("ann", "bob", 5, None)
    };
    let transfers = Kinds::of([Kind::Transfer]).unwrap();
    let figure = |rows: Vec<ObservedRow>| {
        let list = read(rows, &[]).unwrap();
        let window = list.movements.window().unwrap().unwrap();
        mediated(&list.movements, window, &transfers).unwrap()
    };
    let told = figure(vec![asked, row("bob", "ann", 5, None)]).value.unwrap();
    assert_eq!((told.on_behalf.acts.num(), told.on_behalf.acts.den()), (1, 2));
    assert_eq!(figure(vec![row("bob", "ann", 5, None)]).undefined, Some(Undefined::NotSaid));
}

#[test]
fn attributes_come_from_outside() {
    let area = BTreeMap::from([("area".to_owned(), "north".to_owned())]);
    let attributes = Attributes::from([("ann".to_owned(), area)]);
    let list = Observed::of_rows([row("ann", "bob", 5, None)], attributes.clone(), &Reading::default());
    assert_eq!(list.unwrap().attributes, attributes);
}
