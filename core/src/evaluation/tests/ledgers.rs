//! Figures of small ledgers against the ledger's own books.

use super::ask::{active, flows, mediated, partners, transactions};
use crate::calendar::{Day, Period};
use crate::evaluation::figures::{Active, CountIn, Flow, INDICATORS, Question, Transactions};
use crate::evaluation::{
    EvaluationError, Figure, Fraction, Kind, Kinds, Movements, PartyKind, Population, Undefined, Window,
};
use crate::ledger::Ledger;
use crate::views::PartnerTotals;
use crate::views::scenario::{Scenario, day};

pub(crate) fn every_ledger() -> Vec<(&'static str, Ledger)> {
    let mut short = Scenario::paper();
    short.count_short();
    let mut picked_up = Scenario::rabot();
    let reservation = picked_up.reserve_a_meal();
    let mut inside = Scenario::rabot();
    inside.book(
        "s-010",
        "project_manager",
        r#"{"open_account":{"account":"o-1","kind":"organisation","holders":["b-1"]}}"#,
    );
    inside.book(
        "s-001",
        "steering_group",
        r#"{"approve_partner":{"partner":"p-20","roles":["redeeming"],"account":"o-1"}}"#,
    );
    let soup = r#"{"redeem":{"account":"m-1","partner":"p-20","reward":"kruidenier","count":1}}"#;
    inside.book("m-1", "participant", soup);
    let reserved = picked_up.ledger.clone();
    picked_up.book_with(
        "s-051",
        "redeeming_partner",
        r#","on_behalf_of":"m-1","evidence":"form-2""#,
        &format!(r#"{{"pick_up":{{"reservation":"{reservation}"}}}}"#),
    );
    let mut lapsed = Scenario::rabot();
    lapsed.close_through("2026-03-31");
    vec![
        ("rabot", Scenario::rabot().ledger),
        ("wijk", Scenario::wijk().ledger),
        ("uurbank", Scenario::uurbank().ledger),
        ("paper", Scenario::paper().ledger),
        ("short", short.ledger),
        ("reserved", reserved),
        ("picked up", picked_up.ledger),
        ("inside", inside.ledger),
        ("lapsed", lapsed.ledger),
    ]
}

fn all(ledger: &Ledger) -> Window {
    Window::new(day("2024-01-01"), ledger.day()).unwrap()
}

/// What each holder has by the books: its balance, and what it drew beside it.
fn held_by_the_books(ledger: &Ledger, movements: &Movements) -> Vec<(String, i128)> {
    let accounts = ledger.state().books().accounts().map(|(_, account)| account);
    let held = accounts.map(|account| {
        let balance = i128::from(account.balance().minor()) + i128::from(account.drawn().minor());
        (account.id().to_string(), PartyKind::of_account(&account.id(), account.kind()), balance)
    });
    let held = held.filter(|(_, kind, balance)| kind.holds() && *balance != 0);
    let mut held: Vec<_> = held.map(|(id, _, balance)| (id, balance)).collect();
    assert!(movements.rows.is_sorted_by_key(|row| (row.day, row.seq)));
    held.sort();
    held
}

#[test]
fn movements_add_up_to_the_books_and_nobody_holds_less_than_nothing() {
    for (name, ledger) in every_ledger() {
        let movements = Movements::of_ledger(&ledger).unwrap();
        let mut held = vec![0_i128; movements.parties.len()];
        for row in &movements.rows {
            let amount = i128::from(row.amount.minor());
            held[row.from.index()] -= amount;
            held[row.to.index()] += amount;
            let holds = movements.kind_of(row.from).holds();
            assert!(!holds || held[row.from.index()] >= 0, "{name}: {row:?}");
        }
        let parties = movements.parties.iter().zip(&held);
        let parties = parties.filter(|(party, held)| party.kind.holds() && **held != 0);
        let mut held: Vec<_> = parties.map(|(party, held)| (party.name.clone(), *held)).collect();
        held.sort();
        assert_eq!(held, held_by_the_books(&ledger, &movements), "{name}");
    }
}

#[test]
fn flows_add_up_every_month_and_to_the_partners_totals() {
    for (name, ledger) in every_ledger() {
        let movements = Movements::of_ledger(&ledger).unwrap();
        let window = all(&ledger);
        let flows = flows(&movements, window, Period::Month).unwrap().value.unwrap();
        assert!(flows.iter().all(|line| line.holds()), "{name}");
        assert!(flows.windows(2).all(|two| two[0].outstanding == two[1].before), "{name}");
        let sum = |part: fn(&Flow) -> i128| flows.iter().map(part).sum::<i128>();
        let totals = PartnerTotals::of(&ledger, Day::FIRST, ledger.day());
        assert_eq!(sum(|line| line.earned), totals.issued.units, "{name}");
        let outside: i128 = ledger
            .state()
            .people()
            .partners()
            .map(|partner| ledger.state().books().account(partner.redeemed).unwrap().balance().minor())
            .map(i128::from)
            .sum();
        assert_eq!(sum(|line| line.redeemed), outside, "{name}");
        let outstanding = held_by_the_books(&ledger, &movements).iter().map(|(_, held)| held).sum::<i128>();
        assert_eq!(flows.last().unwrap().outstanding, outstanding, "{name}");
    }
}

#[test]
fn the_rabot_by_month() {
    // January: m-1 earns 100, of it 30 to m-2, who gives 5 to m-3; soup for 20; m-2 earns 10; m-3 pays m-1 2.
    // February: 10 of the 30 are taken back.
    let ledger = Scenario::rabot().ledger;
    let movements = Movements::of_ledger(&ledger).unwrap();
    let window = Window::new(day("2025-01-01"), day("2025-02-05")).unwrap();
    let figure = flows(&movements, window, Period::Month).unwrap();
    let lines = figure.value.unwrap();
    let [january, february] = lines.as_slice() else { panic!("{lines:?}") };
    assert_eq!((january.earned, january.issued(), january.spent, january.redeemed), (110, 110, 32, 20));
    assert_eq!((january.before, january.outstanding, january.on_paper), (0, 90, 0));
    assert_eq!((february.spent, february.issued(), february.ended()), (-10, 0, 0));
    assert_eq!((february.before, february.outstanding), (90, 90));
    assert_eq!((figure.used, figure.dropped, figure.not_observed.unwrap().num()), (7, 0, 0));
}

#[test]
fn what_is_drawn_is_issued_and_what_a_partner_inside_takes_in_is_spent() {
    let ledgers = every_ledger();
    let find = |wanted| &ledgers.iter().find(|(name, _)| *name == wanted).unwrap().1;
    // A time bank in hundredths of an hour: m-1 paid 615 minutes that it did not have.
    let movements = Movements::of_ledger(find("uurbank")).unwrap();
    let line = flows(&movements, all(find("uurbank")), Period::Lifetime).unwrap().value.unwrap()[0];
    assert_eq!((line.drawn, line.spent, line.outstanding), (1_025, 1_025, 1_025));
    let movements = Movements::of_ledger(find("inside")).unwrap();
    let to_partner = movements.rows.iter().filter(|row| movements.parties[row.to.index()].name == "o-1");
    let to_partner: Vec<_> = to_partner.map(|row| (row.kind, row.amount.minor())).collect();
    assert_eq!(to_partner, [(Kind::Transfer, 10)]);
    // Who picks up redeems, and not the account on which it was set aside.
    let movements = Movements::of_ledger(find("picked up")).unwrap();
    let last = movements.rows.last().unwrap();
    assert_eq!((last.kind, movements.parties[last.from.index()].name.as_str()), (Kind::Redeem, "m-1"));
    // Notes that were short came about by the issuer's loss; what is on notes is not observed.
    let movements = Movements::of_ledger(find("short")).unwrap();
    let figure = flows(&movements, all(find("short")), Period::Lifetime).unwrap();
    let line = figure.value.unwrap()[0];
    assert!(line.on_paper > 0);
    assert_eq!(figure.not_observed, Fraction::new(line.on_paper, line.outstanding).unwrap());
}

#[test]
fn who_did_something_in_the_rabot() {
    let ledger = Scenario::rabot().ledger;
    let movements = Movements::of_ledger(&ledger).unwrap();
    let window = Window::new(day("2025-01-01"), day("2025-02-05")).unwrap();
    let ask = |kinds: &[Kind], unit: &CountIn| {
        let kinds = Kinds::of(kinds.iter().copied()).unwrap();
        active(&movements, window, Period::Month, &kinds, unit).unwrap()
    };
    let counts = |figure: &Figure<Active>| -> Vec<_> {
        figure.value.as_ref().unwrap().iter().map(|line| (line.active, line.new)).collect()
    };
    // m-1 and m-2 earned; m-1 and m-3 paid; that a part was taken back in February is nobody's act.
    assert_eq!(counts(&ask(&[Kind::Earn], &CountIn::Accounts)), [(2, 2), (0, 0)]);
    assert_eq!(counts(&ask(&[Kind::Transfer], &CountIn::Accounts)), [(2, 2), (0, 0)]);
    let three = ask(&[Kind::Earn, Kind::Transfer, Kind::Redeem], &CountIn::Accounts);
    assert_eq!(counts(&three), [(3, 3), (0, 0)]);
    // Of seven movements, the gift and what was taken back do not count.
    assert_eq!((three.used, three.dropped), (5, 2));
    let area = |account: &str| (account.to_owned(), String::from("a-1"));
    let areas = CountIn::Groups { one: String::from("area"), of: ["m-1", "m-2"].map(area).into() };
    let by_area = ask(&[Kind::Earn, Kind::Transfer, Kind::Redeem], &areas);
    assert_eq!((counts(&by_area), by_area.unit.as_str(), by_area.used), (vec![(1, 1), (0, 0)], "area", 4));
}

#[test]
fn what_was_moved_in_the_rabot() {
    let ledger = Scenario::rabot().ledger;
    let movements = Movements::of_ledger(&ledger).unwrap();
    let ask = |window, kinds: &[Kind]| {
        let kinds = Kinds::of(kinds.iter().copied()).unwrap();
        transactions(&movements, window, &kinds).unwrap()
    };
    // 30, 2 and a soup of 20: 52 by three, and the 20 is in the middle. 10 of the 30 were taken back.
    let figure = ask(all(&ledger), &[Kind::Transfer, Kind::Redeem]);
    let value = figure.value.unwrap();
    assert_eq!((value.count, value.volume, value.taken_back, value.taken_back_volume), (3, 52, 1, 10));
    assert_eq!((value.mean, value.median), (Fraction::new(52, 3).unwrap().unwrap(), Fraction::whole(20)));
    let before = Window::new(day("2024-01-01"), day("2024-12-31")).unwrap();
    let none = ask(before, &[Kind::Transfer]);
    assert_eq!((none.value, none.undefined), (None, Some(Undefined::NothingCounted)));
    assert_eq!(Kinds::of([]), Err(EvaluationError::NoKinds));
}

#[test]
fn partners_and_mediators_of_the_rabot() {
    let ledger = Scenario::rabot().ledger;
    let movements = Movements::of_ledger(&ledger).unwrap();
    let figure = partners(&movements, all(&ledger)).unwrap();
    assert_eq!(figure.value, Some(PartnerTotals::of(&ledger, day("2024-01-01"), ledger.day())));
    // Two awards and the soup.
    assert_eq!((figure.used, figure.dropped), (3, 4));
    let without = Movements { partners: None, ..movements.clone() };
    let without = partners(&without, all(&ledger)).unwrap();
    assert_eq!((without.value, without.undefined), (None, Some(Undefined::NotSaid)));
    let points = Scenario::wijk().ledger;
    let none = partners(&Movements::of_ledger(&points).unwrap(), all(&points)).unwrap();
    assert_eq!((none.value, none.undefined), (None, Some(Undefined::NoEuroValue)));

    // Of the payments of 30 by m-1 and 2 by m-3, the latter was asked at cp-1 for m-3.
    let kinds = Kinds::of([Kind::Transfer]).unwrap();
    let figure = mediated(&movements, all(&ledger), &kinds).unwrap();
    let value = figure.value.unwrap();
    let over = |num, den| Fraction::new(num, den).unwrap().unwrap();
    let shares = (value.on_behalf.acts, value.on_behalf.amount, value.on_behalf.accounts);
    assert_eq!(shares, (over(1, 2), over(1, 16), over(1, 2)));
    assert_eq!((value.at_contact_points, value.either), (value.on_behalf, value.on_behalf));
    assert_eq!((figure.used, figure.dropped), (2, 5));
    // A list that does not say so has no share of zero.
    let mut silent = movements.clone();
    silent.rows.iter_mut().for_each(|row| row.role = None);
    let unsaid = mediated(&silent, all(&ledger), &kinds).unwrap();
    assert_eq!((unsaid.value, unsaid.undefined), (None, Some(Undefined::NotSaid)));
}

#[test]
fn figures_are_written_with_what_they_rest_on() {
    let ledger = Scenario::rabot().ledger;
    let movements = Movements::of_ledger(&ledger).unwrap();
    let kinds = Kinds::of([Kind::Transfer]).unwrap();
    let figure = transactions(&movements, all(&ledger), &kinds).unwrap();
    let written = serde_json::to_value(&figure).unwrap();
    assert_eq!(written["asked"]["population"], "participants");
    assert_eq!(written["asked"]["kinds"], serde_json::json!(["transfer"]));
    assert_eq!(written["value"]["volume"], 32);
    assert_eq!(written["undefined"], serde_json::Value::Null);
    assert!(INDICATORS.iter().any(|indicator| indicator.name == figure.indicator));
    let mut names: Vec<_> = INDICATORS.iter().map(|indicator| indicator.name).collect();
    names.sort_unstable();
    names.dedup();
    assert_eq!(names.len(), INDICATORS.len());
    // The same question as data gives the same answer.
    let asked = serde_json::json!({ "transactions": figure.asked });
    let question: Question = serde_json::from_value(asked).unwrap();
    assert_eq!(question, Question::Transactions(Transactions { ..figure.asked }));
    assert_eq!(serde_json::to_value(question.answer(&movements).unwrap()).unwrap(), written);
}

#[test]
fn a_kind_is_called_the_same_everywhere() {
    for row in every_ledger().iter().flat_map(|(_, ledger)| Movements::of_ledger(ledger).unwrap().rows) {
        assert_eq!(serde_json::to_value(row.kind).unwrap(), row.kind.word());
    }
}

#[test]
fn whatever_figures_rest_on_is_in_the_fingerprint() {
    let movements = Movements::of_ledger(&Scenario::rabot().ledger).unwrap();
    let changes: [fn(&mut Movements); 9] = [
        |it| it.rows[1].amount = it.rows[0].amount,
        |it| it.rows[1].day = day("2025-12-31"),
        |it| it.rows[1].from = it.rows[0].from,
        |it| it.rows[0].back = true,
        |it| it.rows[0].partner = None,
        |it| it.rows[0].on_behalf ^= true,
        |it| it.rows[0].came.clear(),
        |it| it.lots.as_mut().unwrap()[0].off_paper = true,
        |it| it.unit.push('s'),
    ];
    let mut seen = std::collections::BTreeSet::from([movements.fingerprint()]);
    for change in changes {
        let mut other = movements.clone();
        change(&mut other);
        assert!(seen.insert(other.fingerprint()));
    }
    assert_eq!(movements.clone().fingerprint(), movements.fingerprint());
}

#[test]
fn parts_by_an_attribute_are_the_whole() {
    let movements = Movements::of_ledger(&Scenario::rabot().ledger).unwrap();
    let of = [("m-1", "noord"), ("m-9", "zuid")].map(|(who, area)| (who.to_owned(), area.to_owned()));
    let parts = Population::Participants.by_attribute(&movements, &of.into()).unwrap();
    let only = |names: &[&str]| Population::Only(names.iter().map(|name| (*name).to_owned()).collect());
    let north = (Some(String::from("noord")), only(&["m-1"]));
    assert_eq!(parts, [(None, only(&["m-2", "m-3"])), north].into());
    let nobody = only(&["m-9"]).by_attribute(&movements, &std::collections::BTreeMap::new());
    assert_eq!(nobody, Err(EvaluationError::UnknownAccount { name: String::from("m-9") }));
}
