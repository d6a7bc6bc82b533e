//! The views agree with the records: each is recomputed from the entries alone, the slow and plain way.
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "a test stops by panicking")]
#![allow(clippy::arithmetic_side_effects, reason = "the figures of the tests are small")]

use std::collections::{BTreeMap, BTreeSet};

use muntwerk::books::{AccountChange, AccountKind, AccountState, Change, Entry, issued_by, redeemed_by};
use muntwerk::calendar::Day;
use muntwerk::id::{Id, OrderId};
use muntwerk::ledger::{Ledger, Outcome};
use muntwerk::orders::{Ask, AskKind, Order, RefusalCode};
use muntwerk::views::{
    Allowances, Beancount, Earner, Ending, EuroTotal, EuroUnits, Hledger, Overview, PartnerTotals, Quiet,
    Refusals, TrialBalance,
};
use muntwerk_tests::model::Rules;
use muntwerk_tests::pair::Pair;
use muntwerk_tests::script::{Line, first_day};
use muntwerk_tests::stage::{day, open};
use muntwerk_tests::strategies::{config, rules, script};
use proptest::prelude::*;

/// From this day on the unit has another value.
fn revalued() -> Day {
    day("2025-02-01")
}

/// The rules with a unit that is worth a third of a euro, and then two sevenths, so that nothing but an
/// exact sum is exact.
fn pegged(rules: &Rules) -> String {
    let design = rules.design().replace("kind = \"free_point\"", "kind = \"euro_pegged\"");
    let values = format!(
        "[[unit.value]]\nfrom = 2020-01-01\nunits = 3\neuro = \"1.00\"\n\
         [[unit.value]]\nfrom = {}\nunits = 7\neuro = \"2.00\"\n[circulation]\n",
        revalued()
    );
    design.replace("[circulation]\n", &values)
}

/// The ledger after a script.
fn played(rules: &Rules, script: &[Line]) -> Ledger {
    let mut pair = Pair::open(rules);
    let mut ledger = open(&pegged(rules), first_day());
    for line in script {
        let order = pair.order(line);
        pair.model.execute(&order);
        let _ = pair.ledger.execute(&order);
        let _ = ledger.execute(&order);
    }
    assert_eq!(pair.ledger.len(), ledger.len(), "what the unit is worth decides nothing");
    ledger
}

/// A booked record as somebody would note it who reads the journal from the beginning.
struct Noted {
    day: Day,
    id: OrderId,
    /// What was meant: of an order that waited, what that one asked.
    order: Order,
    entry: Entry,
}

impl Noted {
    /// The day of the activity.
    fn value_day(&self) -> Day {
        if matches!(self.order.ask, Ask::CloseDay(_)) { self.day } else { self.order.value_day }
    }

    fn moved(&self, account: &Id) -> i128 {
        self.entry.leg(account).map_or(0, |leg| leg.amount.minor().into())
    }
}

/// Whose doing an entry is, of those it concerns; nobody's if others brought it about.
fn acted(note: &Noted) -> BTreeSet<Id> {
    let acts = |pays: bool| match note.order.ask.kind() {
        AskKind::Transfer | AskKind::PayForRelative | AskKind::Award => true,
        AskKind::PayOut | AskKind::TakeIn => true,
        // To be given something is no doing of one's own.
        AskKind::Gift | AskKind::Redeem | AskKind::Reserve => pays,
        _ => false,
    };
    let legs = note.entry.legs.iter().filter(|leg| leg.amount.minor() != 0);
    legs.filter(|leg| acts(leg.amount.minor() < 0)).map(|leg| leg.account.id()).collect()
}

fn notes(ledger: &Ledger) -> Vec<Noted> {
    let mut today = first_day();
    let mut notes = Vec::new();
    for record in ledger.records_from(0) {
        let Outcome::Booked(order, entry) = record.outcome else { continue };
        let asked = entry.changes.iter().find_map(|change| match change {
            Change::PendingEnded { asked: Some(asked), .. } => Some(asked.as_ref().clone()),
            _ => None,
        });
        let closed = entry.changes.iter().find_map(|change| match change {
            Change::DayClosed { day, .. } => Some(*day),
            _ => None,
        });
        let id = order.id;
        notes.push(Noted { day: today, id, order: asked.unwrap_or(order), entry });
        today = closed.map_or(today, |day| day.next().unwrap());
    }
    notes
}

/// The note of what a note takes back.
fn original<'n>(notes: &'n [Noted], note: &Noted) -> Option<&'n Noted> {
    let Ask::Reverse(reverse) = &note.order.ask else { return None };
    notes.iter().find(|other| other.id == reverse.original)
}

/// The twenty-first parts of a cent that a unit is worth.
fn worth(on: Day) -> i128 {
    if on < revalued() { 700 } else { 600 }
}

/// Whether a total is this many twenty-first parts of a cent, rounded half to even.
fn is_worth(total: EuroUnits, exact: i128) -> bool {
    let Some(EuroTotal { cents, remainder_num, remainder_den, .. }) = total.euro else { return false };
    let half = remainder_num.abs() * 2;
    cents * 21 * remainder_den + remainder_num * 21 == exact * remainder_den
        && (half < remainder_den || half == remainder_den && cents % 2 == 0)
}

/// Every account's balance, summed from the legs of all records, and how many records move units.
fn summed(ledger: &Ledger) -> (BTreeMap<String, i128>, usize) {
    let mut balances: BTreeMap<String, i128> =
        TrialBalance::of(ledger).rows.iter().map(|row| (row.account.to_string(), 0)).collect();
    let mut movers = 0;
    for record in ledger.records_from(0) {
        let legs = record.entry().map(|entry| entry.legs.clone()).unwrap_or_default();
        movers += usize::from(legs.iter().any(|leg| leg.amount.minor() != 0));
        for leg in legs {
            *balances.get_mut(&leg.account.id().to_string()).unwrap() += i128::from(leg.amount.minor());
        }
    }
    (balances, movers)
}

/// A figure such as `-12.5` in the smallest parts.
fn minor(figure: &str, scale: u8) -> i128 {
    let (whole, fraction) = figure.split_once('.').unwrap_or((figure, ""));
    assert_eq!(fraction.len(), usize::from(scale), "{figure}");
    format!("{whole}{fraction}").parse().unwrap()
}

/// What is read back from a file: each account's postings, what it is asserted to come to, and how many
/// transactions there are.
#[derive(Debug, Default, PartialEq)]
struct ReadBack {
    posted: BTreeMap<String, i128>,
    asserted: BTreeMap<String, i128>,
    transactions: usize,
}

fn of_hledger(text: &str, scale: u8) -> ReadBack {
    let mut ids: BTreeMap<&str, &str> = BTreeMap::new();
    let mut read = ReadBack::default();
    for line in text.lines() {
        if let Some(account) = line.strip_prefix("account ") {
            let (name, tags) = account.split_once("  ; ").unwrap();
            if let Some(id) = tags.strip_prefix("id:") {
                let id = id.split_once(", ").unwrap().0;
                assert!(ids.insert(name, id).is_none(), "{name} stands for two accounts");
                read.posted.insert(id.to_owned(), 0);
            }
        } else if line.contains(" * (") {
            read.transactions += 1;
        } else if let Some(posting) = line.strip_prefix("    ").filter(|line| !line.starts_with(';')) {
            let (name, figures) = posting.split_once("  ").unwrap();
            let id = ids[name].to_owned();
            let figures: Vec<&str> = figures.split(' ').collect();
            match figures.as_slice() {
                [amount, _] => *read.posted.get_mut(&id).unwrap() += minor(amount, scale),
                ["0", _, "=", balance, _] => {
                    assert!(read.asserted.insert(id, minor(balance, scale)).is_none());
                }
                other => panic!("{other:?}"),
            }
        }
    }
    read
}

fn of_beancount(text: &str, scale: u8) -> ReadBack {
    let mut ids: BTreeMap<&str, &str> = BTreeMap::new();
    let mut read = ReadBack::default();
    let mut opened = "";
    for line in text.lines() {
        let words: Vec<&str> = line.split_ascii_whitespace().collect();
        match words.as_slice() {
            [_, "open", name, _] => opened = name,
            ["id:", id] => {
                let id = id.trim_matches('"');
                assert!(ids.insert(opened, id).is_none(), "{opened} stands for two accounts");
                read.posted.insert(id.to_owned(), 0);
            }
            [_, "*", ..] => read.transactions += 1,
            [name, amount, _] if ids.contains_key(name) => {
                *read.posted.get_mut(ids[name]).unwrap() += minor(amount, scale);
            }
            [_, "balance", name, balance, "~", "0", _] => {
                assert!(read.asserted.insert(ids[name].to_owned(), minor(balance, scale)).is_none());
            }
            _ => {}
        }
    }
    read
}

/// Units and worth, summed by something.
type Sums<K> = BTreeMap<K, (i128, i128)>;

fn add<K: Ord>(sums: &mut Sums<K>, key: K, units: i128, on: Day) {
    let (sum, exact) = sums.entry(key).or_default();
    *sum += units;
    *exact += units * worth(on);
}

/// What every partner issued and took in from a day on, by the days on which it was worth something.
fn by_partner(notes: &[Noted], partners: &[Id], from: Day) -> (Sums<Id>, Sums<Id>) {
    let (mut issued, mut redeemed) = (Sums::new(), Sums::new());
    for note in notes.iter().filter(|note| note.day >= from) {
        let worth_on = original(notes, note).map_or(note.value_day(), Noted::value_day);
        for partner in partners {
            add(&mut issued, *partner, -note.moved(&issued_by(partner).unwrap()), worth_on);
            add(&mut redeemed, *partner, note.moved(&redeemed_by(partner).unwrap()), worth_on);
        }
    }
    (issued, redeemed)
}

/// What everybody was granted for every day of a year.
fn by_earner_and_day(notes: &[Noted], partners: &[Id], only: Option<Id>) -> Sums<(Earner, Day)> {
    let mut holders: BTreeMap<Id, Vec<Id>> = BTreeMap::new();
    let mut granted = Sums::new();
    for note in notes {
        for change in &note.entry.changes {
            match change {
                Change::Account(AccountChange::Opened { account, holders: are, .. }) => {
                    holders.insert(*account, are.to_vec());
                }
                Change::Account(AccountChange::Holders { account, is, .. }) => {
                    holders.insert(account.id(), is.to_vec());
                }
                _ => {}
            }
        }
        let of = original(notes, note).unwrap_or(note);
        let Ask::Award(award) = &of.order.ask else { continue };
        if only.is_some_and(|only| only != award.partner) {
            continue;
        }
        let earner = match (award.earner, holders[&award.to].as_slice()) {
            (Some(one), _) | (None, &[one]) => Earner::Person(one),
            _ => Earner::OneOf(award.to),
        };
        for partner in partners {
            add(
                &mut granted,
                (earner, of.value_day()),
                -note.moved(&issued_by(partner).unwrap()),
                of.value_day(),
            );
        }
    }
    granted.retain(|_, (units, _)| *units != 0);
    granted
}

proptest! {
    #![proptest_config(config(24))]

    #[test]
    fn plain_text_says_what_the_legs_say(rules in rules(), script in script()) {
        let ledger = played(&rules, &script);
        let scale = ledger.design().unit().scale.digits();
        let (balances, transactions) = summed(&ledger);
        let expected = ReadBack { posted: balances.clone(), asserted: balances, transactions };
        prop_assert_eq!(&of_hledger(&Hledger::of(&ledger).to_string(), scale), &expected);
        prop_assert_eq!(&of_beancount(&Beancount::of(&ledger).to_string(), scale), &expected);
    }

    #[test]
    fn partners_issued_and_took_in_what_the_legs_say(rules in rules(), script in script(), later in 0..60_i32) {
        let ledger = played(&rules, &script);
        let from = first_day().plus_days(later).unwrap();
        let partners: Vec<Id> = ledger.state().people().partners().map(|partner| partner.id).collect();
        let (issued, redeemed) = by_partner(&notes(&ledger), &partners, from);
        let totals = PartnerTotals::of(&ledger, from, ledger.day());
        prop_assert_eq!(totals.lines.len(), partners.len());
        for line in &totals.lines {
            for (side, sums) in [(line.issued, &issued), (line.redeemed, &redeemed)] {
                let (units, exact) = sums.get(&line.partner).copied().unwrap_or_default();
                prop_assert_eq!(side.units, units);
                prop_assert!(is_worth(side, exact), "{:?} is not {}/21", side, exact);
            }
        }
        let paid: i128 = notes(&ledger).iter().filter(|note| note.day >= from).flat_map(|note| &note.entry.changes)
            .map(|change| match change {
                Change::PaidInEuro { amount, .. } => i128::from(amount.minor()),
                _ => 0,
            })
            .sum();
        prop_assert_eq!(totals.paid_in_euro, paid);
        prop_assert_eq!(totals.lines.iter().map(|line| line.paid_in_euro).sum::<i128>(), paid);
        for (side, sums) in [(totals.issued, &issued), (totals.redeemed, &redeemed)] {
            prop_assert!(is_worth(side, sums.values().map(|(_, exact)| exact).sum()));
        }
    }

    #[test]
    fn allowances_are_what_was_granted_and_not_taken_back(rules in rules(), script in script(), one in 0..3_usize) {
        let ledger = played(&rules, &script);
        let partners: Vec<Id> = ledger.state().people().partners().map(|partner| partner.id).collect();
        let only = partners.get(one).copied();
        let granted = by_earner_and_day(&notes(&ledger), &partners, only);
        let mut years: BTreeSet<i16> = granted.keys().map(|(_, day)| day.year()).collect();
        years.insert(first_day().year());
        for year in years {
            let list = Allowances::of(&ledger, year, only, &[]);
            let expected: Vec<_> = granted.iter().filter(|((_, day), _)| day.year() == year).collect();
            prop_assert_eq!(list.lines.len(), expected.len());
            for (line, ((earner, day), (units, exact))) in list.lines.iter().zip(&expected) {
                prop_assert_eq!((line.earner, line.day, line.granted.units), (*earner, *day, *units));
                prop_assert!(is_worth(line.granted, *exact));
            }
            for total in &list.earners {
                let own = || expected.iter().filter(|((earner, _), _)| *earner == total.earner);
                prop_assert_eq!(usize::try_from(total.days).unwrap(), own().count());
                prop_assert_eq!(total.most.units, own().map(|(_, (units, _))| *units).max().unwrap());
                prop_assert!(is_worth(total.granted, own().map(|(_, (_, exact))| exact).sum()));
            }
            prop_assert!(is_worth(list.total, expected.iter().map(|(_, (_, exact))| exact).sum()));
        }
    }

    #[test]
    fn who_is_quiet_did_nothing_since(rules in rules(), script in script(), days in 0..40_u16) {
        let ledger = played(&rules, &script);
        let notes = notes(&ledger);
        let quiet = Quiet::of(&ledger, days);
        let mut expected = Vec::new();
        for (_, account) in ledger.state().books().accounts() {
            let acts = |note: &&Noted| acted(note).contains(&account.id());
            let last = notes.iter().filter(acts).map(|note| note.day).max();
            let since = last.unwrap_or(account.opened_on());
            let may = [AccountState::Active, AccountState::Inactive, AccountState::Leaver];
            let long = since.plus_days(days.into()).is_some_and(|then| then <= ledger.day());
            if account.kind().is_participant() && may.contains(&account.state()) && long {
                expected.push((account.id(), since));
            }
        }
        let mut found: Vec<_> = quiet.lines.iter().map(|line| (line.account, line.acted_on)).collect();
        prop_assert!(quiet.lines.windows(2).all(|pair| pair[0].quiet_days >= pair[1].quiet_days));
        found.sort();
        expected.sort();
        prop_assert_eq!(found, expected);
    }

    #[test]
    fn what_ends_is_what_is_left_of_the_lots(rules in rules(), script in script(), within in 0..120_i32) {
        let ledger = played(&rules, &script);
        let through = ledger.day().plus_days(within).unwrap();
        let mut ends = BTreeMap::new();
        let mut held: BTreeMap<(Day, Id), i128> = BTreeMap::new();
        for note in notes(&ledger) {
            for issue in &note.entry.lots {
                if let Some(facts) = &issue.new {
                    ends.insert(issue.lot, facts.ends_on);
                }
            }
            for leg in &note.entry.legs {
                for piece in &leg.lots {
                    if let Some(end) = ends[&piece.0] {
                        *held.entry((end, leg.account.id())).or_default() += i128::from(piece.1.minor());
                    }
                }
            }
        }
        let books = ledger.state().books();
        held.retain(|(end, account), units| {
            *units != 0 && *end <= through && books.find(account).unwrap().kind().is_participant()
        });
        let lines = Ending::of(&ledger, through).lines;
        let found: BTreeMap<(Day, Id), i128> =
            lines.iter().map(|line| ((line.end, line.account), i128::from(line.amount.minor()))).collect();
        prop_assert_eq!(found.len(), lines.len());
        prop_assert_eq!(found, held);
    }

    #[test]
    fn the_page_adds_up(rules in rules(), script in script(), later in 0..60_i32) {
        let ledger = played(&rules, &script);
        let from = first_day().plus_days(later).unwrap();
        let notes = notes(&ledger);
        let page = Overview::of(&ledger, from);
        let books = ledger.state().books();
        let mut flows: BTreeMap<AccountKind, (i128, i128)> = BTreeMap::new();
        let (mut entries, mut active) = (0, BTreeSet::new());
        for note in &notes {
            let moving = || note.entry.legs.iter().filter(|leg| leg.amount.minor() != 0);
            for leg in moving() {
                let account = books.find(&leg.account.id()).unwrap();
                let flow = flows.entry(account.kind()).or_default();
                *(if note.day < from { &mut flow.0 } else { &mut flow.1 }) += i128::from(leg.amount.minor());
            }
            let participant = |id: &Id| books.find(id).unwrap().kind().is_participant();
            active.extend(acted(note).into_iter().filter(|id| note.day >= from && participant(id)));
            entries += u64::from(note.day >= from && moving().next().is_some());
        }
        let found: BTreeMap<_, _> = page.kinds.iter().map(|flow| (flow.kind, (flow.before, flow.during))).collect();
        prop_assert_eq!(&found, &flows);
        prop_assert_eq!(found.values().map(|(before, _)| before).sum::<i128>(), 0);
        prop_assert_eq!(found.values().map(|(_, during)| during).sum::<i128>(), 0);
        prop_assert_eq!(page.entries, entries);
        prop_assert_eq!(page.active, u64::try_from(active.len()).unwrap());
        // What is held less what is owed is the balance of all participants.
        let participants = |kind: &AccountKind| kind.is_participant();
        let balance: i128 = flows.iter().filter(|(kind, _)| participants(kind)).map(|(_, (a, b))| a + b).sum();
        prop_assert_eq!(page.held - page.owed, balance);
        let owed: i128 = notes.iter().flat_map(|note| &note.entry.legs).filter(|leg| {
            participants(&books.find(&leg.account.id()).unwrap().kind())
        }).map(|leg| i128::from(leg.drawn.minor())).sum();
        prop_assert_eq!(page.owed, owed);
        let kept = [AccountKind::Pot, AccountKind::Reserved, AccountKind::Paper];
        let kept: i128 = kept.iter().filter_map(|kind| flows.get(kind)).map(|(a, b)| a + b).sum();
        if let Some(liability) = page.liability {
            prop_assert_eq!(liability.units, page.held + kept);
            prop_assert!(is_worth(liability, liability.units * worth(ledger.day())));
        }
        prop_assert_eq!(page.liability.is_some(), !ledger.design().redemption().offers().is_empty());
        prop_assert_eq!(page.partners, PartnerTotals::of(&ledger, from, ledger.day()));
    }

    #[test]
    fn refusals_are_counted_once_each(rules in rules(), script in script()) {
        let ledger = played(&rules, &script);
        let mut counts: BTreeMap<RefusalCode, u64> = BTreeMap::new();
        for record in ledger.records_from(0) {
            if let Outcome::Refused(_, refusal) = record.outcome {
                *counts.entry(refusal.code).or_default() += 1;
            }
        }
        let refusals = Refusals::of(&ledger);
        prop_assert_eq!(refusals.count(None, None), counts.values().sum::<u64>());
        for (code, count) in counts {
            prop_assert_eq!(refusals.count(Some(code), None), count);
        }
        let all = Overview::of(&ledger, first_day()).refused;
        prop_assert_eq!(refusals.count(None, None), all);
    }
}
