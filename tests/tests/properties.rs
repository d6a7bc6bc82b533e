//! What is true of every ledger, whatever is asked of it: random designs, random scripts.
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "a test stops by panicking")]
#![allow(clippy::arithmetic_side_effects, reason = "the figures of the tests are small")]

use muntwerk::books::Account;
use muntwerk::ledger::{Ledger, ReplayReason, verify_journal};
use muntwerk::money::Balance;
use muntwerk::orders::{Ask, CloseDay, Order, Reverse};
use muntwerk_tests::invariants::{broken, held_by_end};
use muntwerk_tests::model::{Activity, Ends, Rules};
use muntwerk_tests::pair::Pair;
use muntwerk_tests::script::{Act, Line, first_day};
use muntwerk_tests::stage::{SECRET, order};
use muntwerk_tests::strategies::{config, prelude, reward, rules, script};
use proptest::prelude::*;
use proptest::sample::Index;

/// The ledger after a script, with every order that was asked.
fn played(rules: &Rules, script: &[Line]) -> (Ledger, Vec<Order>) {
    let mut pair = Pair::open(rules);
    let mut asked = Vec::new();
    for line in script {
        let order = pair.order(line);
        pair.model.execute(&order);
        let _ = pair.ledger.execute(&order);
        asked.push(order);
    }
    (pair.ledger, asked)
}

/// Everything the state shows but the number of records, which a recorded refusal moves too.
fn shown(ledger: &Ledger) -> impl PartialEq + std::fmt::Debug + use<> {
    let state = ledger.state();
    let books = state.books();
    let accounts: Vec<_> = books.accounts().map(|(row, account)| (row, account.clone())).collect();
    let lots: Vec<_> = books.lots().map(|(lot, facts)| (lot, facts.clone())).collect();
    let notices: Vec<_> = books.notices().map(|(end, row, notice)| (end, row, *notice)).collect();
    let people = state.people();
    let partners: Vec<_> = people.partners().cloned().collect();
    let mandates: Vec<_> = people.mandates().cloned().collect();
    (
        (accounts, lots, notices, state.day()),
        (people.count(), partners, mandates, state.counters().clone()),
        (state.pendings().clone(), state.designs().clone()),
    )
}

proptest! {
    #![proptest_config(config(60))]

    #[test]
    fn the_audit_finds_nothing_after_any_order(rules in rules(), script in script()) {
        let mut pair = Pair::open(&rules);
        for line in &script {
            let order = pair.order(line);
            pair.model.execute(&order);
            let _ = pair.ledger.execute(&order);
            prop_assert_eq!(pair.ledger.audit(), vec![], "{:?}", order);
            prop_assert_eq!(broken(&pair.ledger), Ok(()), "{:?}", order);
        }
    }

    #[test]
    fn no_payment_takes_a_member_below_the_floor(rules in rules(), script in script()) {
        let credit = rules.credit;
        let mut pair = Pair::open(&rules);
        for line in &script {
            let order = pair.order(line);
            pair.model.execute(&order);
            let before = pair.ledger.clone();
            let _ = pair.ledger.execute(&order);
            for (_, account) in pair.ledger.state().books().accounts() {
                if !account.kind().is_participant() {
                    continue;
                }
                let floor = credit.map_or(0, |credit| credit.floor);
                let unmarked = account.balance().minor() + account.technical_debt().minor();
                let stopped = credit.is_some_and(|credit| credit.debt_stop);
                let was = before.state().books().find(&account.id()).map_or(0, |one| one.balance().minor());
                // Under a debt stop whoever is above the floor may pay anything, and only then; what is
                // taken back may be debt again.
                let again = matches!(order.ask, Ask::Reverse(_) | Ask::Complete(_));
                let paid_in_time = stopped && (was > floor || unmarked >= was || again);
                prop_assert!(unmarked >= floor || paid_in_time, "{} from {was} to {unmarked}: {order:?}", account.id());
            }
        }
    }

    #[test]
    fn deciding_changes_nothing_and_is_the_same_twice(rules in rules(), script in script()) {
        let mut pair = Pair::open(&rules);
        for line in &script {
            let order = pair.order(line);
            let before = pair.ledger.state().clone();
            let records = pair.ledger.len();
            let one = pair.ledger.decide(&order);
            let two = pair.ledger.decide(&order);
            prop_assert_eq!(&one, &two);
            prop_assert!(*pair.ledger.state() == before && pair.ledger.len() == records);
            // What was decided is what is booked; a preview of a known id is not an answer to it.
            let known = pair.model.answers.iter().any(|told| told.order.id == order.id);
            let is_close = matches!(order.ask, Ask::CloseDay(_));
            pair.model.execute(&order);
            let answer = pair.ledger.execute(&order);
            if let (Ok(entry), false, false) = (&one, known, is_close) {
                let record = pair.ledger.get(answer.unwrap().number).unwrap();
                prop_assert_eq!(record.entry(), Some(entry));
            } else if let (Err(refusal), false) = (&one, known) {
                prop_assert_eq!(&answer.unwrap_err().refusal, refusal);
            }
        }
    }

    #[test]
    fn what_is_decided_can_be_applied_once(rules in rules(), script in script()) {
        let mut pair = Pair::open(&rules);
        for line in &script {
            let order = pair.order(line);
            pair.model.execute(&order);
            let mut other = pair.ledger.clone();
            let entry = pair.ledger.decide(&order);
            let answer = pair.ledger.execute(&order);
            if matches!(order.ask, Ask::CloseDay(_)) {
                continue;
            }
            if let (Ok(entry), Ok(receipt)) = (&entry, &answer)
                && !receipt.repeated
            {
                prop_assert_eq!(other.apply(&order, entry), Ok(*receipt));
                prop_assert!(other.state() == pair.ledger.state());
                let mut later = order.clone();
                later.id = muntwerk::id::OrderId::new(u128::MAX - 1);
                prop_assert_eq!(other.apply(&later, entry).unwrap_err().refusal.code.text(), "stale");
            }
        }
    }

    #[test]
    fn a_refusal_moves_nothing(rules in rules(), script in script()) {
        let mut pair = Pair::open(&rules);
        for line in &script {
            let order = pair.order(line);
            pair.model.execute(&order);
            let (before, records) = (shown(&pair.ledger), pair.ledger.len());
            if let Err(refused) = pair.ledger.execute(&order) {
                prop_assert!(shown(&pair.ledger) == before, "{order:?}");
                let recorded = u64::from(refused.number.is_some() && !refused.repeated);
                prop_assert_eq!(pair.ledger.len(), records + recorded);
                prop_assert_eq!(refused.number.is_some(), refused.refusal.code.is_recorded());
            }
        }
    }

    #[test]
    fn replaying_the_journal_gives_the_same_state_and_the_same_journal(rules in rules(), script in script()) {
        let (mut ledger, _) = played(&rules, &script);
        let lines: Vec<Vec<u8>> = ledger.journal().collect();
        let replayed = Ledger::replay(&lines, SECRET);
        prop_assert!(replayed.is_ok(), "{:?}", replayed.err());
        let replayed = replayed.unwrap();
        prop_assert!(replayed.state() == ledger.state());
        let again: Vec<Vec<u8>> = replayed.journal().collect();
        prop_assert_eq!(&again, &lines);
        let mut sealed = Vec::new();
        let head = ledger.seal(&mut sealed);
        let stored: Vec<&[u8]> = sealed.split(|byte| *byte == b'\n').filter(|line| !line.is_empty()).collect();
        prop_assert_eq!(&stored, &lines);
        prop_assert_eq!(verify_journal(&lines).map(|found| (found.lines, found.head)), Ok((ledger.len(), head)));
        prop_assert_eq!(replayed.head(), head);
        // Another secret is another order of the indexes, and nothing else.
        let other = Ledger::replay(&lines, muntwerk::dense::Secret::new([9; 16])).unwrap();
        prop_assert!(other.state() == ledger.state());
    }

    #[test]
    fn a_replayed_ledger_answers_as_the_first_would(rules in rules(), script in script(), more in script()) {
        let (mut ledger, asked) = played(&rules, &script);
        let lines: Vec<Vec<u8>> = ledger.journal().collect();
        let mut replayed = Ledger::replay(&lines, SECRET).unwrap();
        let mut pair = Pair::open(&rules);
        for order in &asked {
            pair.model.execute(order);
        }
        for (at, line) in more.iter().enumerate() {
            let order = line.order(1_000 + u128::try_from(at).unwrap(), &pair.model);
            pair.model.execute(&order);
            prop_assert_eq!(ledger.execute(&order), replayed.execute(&order));
        }
        prop_assert!(replayed.state() == ledger.state());
    }

    #[test]
    fn orders_read_back_as_they_were_written(rules in rules(), script in script()) {
        let (ledger, asked) = played(&rules, &script);
        for order in &asked {
            let text = serde_json::to_string(order).unwrap();
            let read: Order = serde_json::from_str(&text).unwrap();
            prop_assert_eq!(&read, order);
            prop_assert_eq!(serde_json::to_string(&read).unwrap(), text);
        }
        for record in ledger.records_from(0) {
            if let Some(entry) = record.entry() {
                let text = serde_json::to_string(entry).unwrap();
                let read: muntwerk::books::Entry = serde_json::from_str(&text).unwrap();
                prop_assert_eq!(&read, entry);
            }
        }
    }

    #[test]
    fn a_batch_that_fails_leaves_no_trace(
        rules in rules(), script in script(), batch in prop::collection::vec(muntwerk_tests::strategies::line(), 1..8),
    ) {
        let mut pair = Pair::open(&rules);
        for line in &script {
            let order = pair.order(line);
            pair.model.execute(&order);
            let _ = pair.ledger.execute(&order);
        }
        let mut ledger = pair.ledger.clone();
        let before = ledger.state().clone();
        let journal: Vec<Vec<u8>> = ledger.journal().collect();
        let mut model = pair.model.clone();
        let mut orders = Vec::new();
        for (at, line) in batch.iter().enumerate() {
            if matches!(line.act, Act::Days { .. } | Act::Again { .. }) {
                continue;
            }
            let order = line.order(5_000 + u128::try_from(at).unwrap(), &model);
            // Only what would be booked; the last one is refused.
            if ledger.execute(&order).is_ok() {
                model.execute(&order);
                orders.push(order);
            }
        }
        let mut ledger = pair.ledger.clone();
        let mut wrong = order(9_999, "s-4", "system", ledger.day(), CloseDay { through: ledger.day(), today: ledger.day() });
        orders.push(wrong.clone());
        let refused = ledger.execute_all(&orders).unwrap_err();
        prop_assert_eq!(refused.index, orders.len() - 1);
        prop_assert!(*ledger.state() == before);
        prop_assert_eq!(ledger.journal().collect::<Vec<_>>(), journal.clone());
        // The ids are free again: without the wrong order everything is booked.
        orders.pop();
        let receipts = ledger.execute_all(&orders);
        prop_assert!(receipts.is_ok(), "{:?}", receipts);
        prop_assert!(receipts.unwrap().iter().all(|receipt| !receipt.repeated));
        // One by one gives the same.
        let mut single = pair.ledger.clone();
        for order in &orders {
            prop_assert!(single.execute(order).is_ok());
        }
        prop_assert!(single.state() == ledger.state());
        prop_assert_eq!(single.journal().collect::<Vec<_>>(), ledger.journal().collect::<Vec<_>>());
        prop_assert_eq!(ledger.audit(), vec![]);
        wrong.id = muntwerk::id::OrderId::new(10_000);
        prop_assert!(ledger.execute(&wrong).is_ok());
    }

    #[test]
    fn a_reversal_of_what_was_just_booked_restores_everybody(rules in rules(), script in script()) {
        let mut pair = Pair::open(&rules);
        for line in &script {
            let asked = pair.order(line);
            pair.model.execute(&asked);
            let before = pair.ledger.clone();
            let answer = pair.ledger.execute(&asked);
            let moves = matches!(
                asked.ask,
                Ask::Award(_) | Ask::Transfer(_) | Ask::Gift(_) | Ask::PayForRelative(_) | Ask::Redeem(_)
            );
            let booked = answer.is_ok_and(|receipt| {
                !receipt.repeated && pair.ledger.get(receipt.number).unwrap().entry().unwrap().legs.len() == 2
            });
            // Units past their end that wait for a notice may lapse as soon as they move.
            let ended = |account: &Account| {
                let books = before.state().books();
                held_by_end(books, &account.id()).into_keys().flatten().any(|end| end < before.day())
            };
            let waits = before.state().books().accounts().any(|(_, account)| ended(account));
            if !moves || !booked || waits {
                continue;
            }
            let mut after = pair.ledger.clone();
            let reverse = Reverse { original: asked.id, amount: None };
            let reversal = order(77_777, "s-2", "project_manager", after.day(), reverse);
            let reversed = after.execute(&reversal);
            // What repaid a debt is not taken back where that would be under the floor.
            let receives = |account: &&Account| {
                let then = before.state().books().find(&account.id()).map_or(Balance::ZERO, Account::balance);
                account.kind().is_participant() && account.balance() > then
            };
            let accounts = pair.ledger.state().books().accounts().map(|(_, account)| account);
            let floor = Balance::from_minor(rules.credit.map_or(0, |credit| credit.floor)).unwrap();
            let under = accounts.filter(receives).any(|account| {
                let then = before.state().books().find(&account.id()).unwrap();
                then.balance() < floor
            });
            if under {
                continue;
            }
            prop_assert!(reversed.is_ok(), "{asked:?}: {reversed:?}");
            prop_assert_eq!(after.audit(), vec![]);
            let (then, now) = (before.state().books(), after.state().books());
            for (_, account) in then.accounts() {
                let id = account.id();
                let there = now.find(&id).unwrap();
                let figures = |one: &Account| (one.balance(), one.drawn());
                prop_assert_eq!(figures(there), figures(account), "{} after {:?}", id, asked);
                prop_assert_eq!(held_by_end(now, &id), held_by_end(then, &id), "{} after {:?}", id, asked);
            }
        }
    }
}

/// A short life: two months to the month's end, or until a day that passes soon.
fn short() -> impl Strategy<Value = Rules> {
    let ends = prop_oneof![
        Just(Ends::Months { count: 1, to_month_end: true }),
        Just(Ends::On(first_day().plus_days(20).unwrap()))
    ];
    let activities = vec![Activity { code: "flowers", units: 1, step: None, partner: None, requires: None }];
    (ends, any::<[bool; 3]>()).prop_map(move |(ends, [lapse_to_pot, oldest_first, notice])| Rules {
        ends,
        lapse_to_pot,
        oldest_first,
        notice: if notice { reward().notice } else { None },
        activities: activities.clone(),
        ..reward()
    })
}

proptest! {
    #![proptest_config(config(60))]

    /// In which order accounts got their units does not matter to what lapses when and where it goes.
    #[test]
    fn lapses_of_one_day_commute(
        rules in short(),
        awards in prop::collection::vec((0_usize..6, 1_u32..50, 0_usize..2), 1..25).prop_shuffle(),
        shuffled in Just(()).prop_perturb(|_, mut rng| rng.next_u64()),
        days in 1_i32..90,
    ) {
        let mut turned = awards.clone();
        let by = usize::try_from(shuffled).unwrap() % awards.len();
        turned.rotate_left(by);
        if shuffled % 2 == 0 {
            turned.reverse();
        }
        let closed = |awards: &[(usize, u32, usize)]| {
            let mut script = prelude();
            if shuffled % 3 == 0 {
                script[..6].reverse();
            }
            script.extend(awards.iter().map(|(to, measured, partner)| Line {
                act: Act::Award { partner: *partner, to: *to, activity: 0, measured: *measured, by: 9, earner: 0 },
                back: 0,
                off: 0,
                instead: None,
            }));
            script.push(Line { act: Act::Days { through: days, today: 0 }, back: 0, off: 0, instead: None });
            played(&rules, &script).0
        };
        let (one, two) = (closed(&awards), closed(&turned));
        prop_assert_eq!(one.len(), two.len());
        let (then, now) = (one.state().books(), two.state().books());
        for (_, account) in then.accounts() {
            let id = account.id();
            prop_assert_eq!(account.balance(), now.find(&id).unwrap().balance(), "{}", id);
            prop_assert_eq!(held_by_end(then, &id), held_by_end(now, &id), "{}", id);
        }
    }

    /// An altered, lost, repeated or moved line is found, and named.
    #[test]
    fn a_line_that_is_not_what_it_was_is_refused_with_its_number(
        rules in rules(), script in script(), at in any::<Index>(), to in any::<Index>(), byte in any::<Index>(), bit in 0_u8..8,
    ) {
        let (ledger, _) = played(&rules, &script);
        let lines: Vec<Vec<u8>> = ledger.journal().collect();
        let at = at.index(lines.len());
        let refused = |lines: &[Vec<u8>]| {
            let replayed = Ledger::replay(lines, SECRET).map(|_| ()).unwrap_err();
            let verified = verify_journal(lines).unwrap_err();
            // Whoever checks the chain alone finds the same line.
            assert_eq!(verified.line, replayed.line);
            replayed
        };
        let number = |at: usize| u64::try_from(at).unwrap() + 1;

        let mut changed = lines.clone();
        let place = byte.index(changed[at].len());
        changed[at][place] ^= 1 << bit;
        prop_assert_eq!(refused(&changed).line, number(at), "changed at {}", place);

        if at + 1 < lines.len() {
            let mut missing = lines.clone();
            missing.remove(at);
            let found = refused(&missing);
            prop_assert_eq!((found.line, found.reason), (number(at), ReplayReason::Chain));
        }

        let mut repeated = lines.clone();
        repeated.insert(at, lines[at].clone());
        prop_assert_eq!(refused(&repeated).line, number(at + 1));

        let to = to.index(lines.len());
        if at != to {
            let mut swapped = lines.clone();
            swapped.swap(at, to);
            prop_assert_eq!(refused(&swapped).line, number(at.min(to)));
        }

        // The last lines missing is no break in the chain; only who knows the head sees it.
        let shorter = &lines[..=at];
        prop_assert!(Ledger::replay(shorter, SECRET).is_ok());
    }

    /// A line whose chain was mended after it was changed still has to fit the books.
    #[test]
    fn a_forged_figure_does_not_fit_the_books(rules in rules(), script in script(), at in any::<Index>(), more in 1_i64..1_000) {
        let (ledger, _) = played(&rules, &script);
        let moving: Vec<u64> = ledger.records_from(0)
            .filter(|record| record.entry().is_some_and(|entry| !entry.legs.is_empty()))
            .map(|record| record.number)
            .collect();
        prop_assume!(!moving.is_empty());
        let number = moving[at.index(moving.len())];
        let mut head = muntwerk::ledger::Head::default();
        let mut forged = Vec::new();
        for (place, stored) in ledger.journal().enumerate() {
            let text = String::from_utf8(stored).unwrap();
            let line = text.split_once("\"line\":").unwrap().1.strip_suffix('}').unwrap().to_owned();
            let line = if u64::try_from(place).unwrap() == number { raised(&line, more) } else { line };
            head = head.after(line.as_bytes());
            forged.push(format!("{{\"head\":\"{head}\",\"line\":{line}}}").into_bytes());
        }
        let refused = Ledger::replay(&forged, SECRET).map(|_| ()).unwrap_err();
        prop_assert_eq!(refused.line, number + 1);
        prop_assert!(matches!(refused.reason, ReplayReason::Misfit(_)), "{}", refused);
    }
}

/// The line with the first leg's amount raised.
fn raised(line: &str, more: i64) -> String {
    let (before, after) = line.split_once("\"legs\":[{\"account\":").unwrap();
    let (account, after) = after.split_once("\"amount\":").unwrap();
    let end = after.find(|letter: char| letter != '-' && !letter.is_ascii_digit()).unwrap();
    let (amount, after) = after.split_at(end);
    let amount: i64 = amount.parse().unwrap();
    let amount = if amount > 0 { amount - more } else { amount + more };
    format!("{before}\"legs\":[{{\"account\":{account}\"amount\":{amount}{after}")
}
