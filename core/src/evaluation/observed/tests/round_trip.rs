//! Random lists, written down in every schema, come back as the same movements.

use std::num::NonZeroU32;

use proptest::prelude::*;

use super::movements;
use super::rows::row;
use crate::calendar::Day;
use crate::evaluation::Kind;
use crate::evaluation::observed::{
    Attributes, Blocks, Boundary, Enters, Leaves, Observed, ObservedRow, Reading,
};
use crate::money::{Amount, Scale};

const NAMES: [&str; 4] = ["ann", "bob", "cas", "dia"];
const SOURCE: &str = "town";
const SINK: &str = "bank";

/// A row as the model has it: day, from, to, minor units.
#[derive(Clone, Debug)]
struct Line {
    day: i32,
    from: &'static str,
    to: &'static str,
    amount: i64,
}

impl Line {
    fn kind(&self) -> Kind {
        match (self.from, self.to) {
            (SOURCE, _) => Kind::Earn,
            (_, SINK) => Kind::Exchange,
            _ => Kind::Transfer,
        }
    }

    fn day(&self) -> Day {
        Day::parse("2020-02-27").unwrap().plus_days(self.day).unwrap()
    }

    fn amount(&self) -> String {
        Amount::from_minor(self.amount).unwrap().text(Scale::new(2).unwrap()).to_string()
    }
}

fn lines() -> impl Strategy<Value = Vec<Line>> {
    let line = (0..3_i32, 0..5_usize, 0..5_usize, 1..500_i64);
    proptest::collection::vec(line, 0..25).prop_map(|steps| {
        let mut day = 0;
        let mut lines = Vec::new();
        for (days, from, to, amount) in steps {
            day += days;
            let from = NAMES.get(from).copied().unwrap_or(SOURCE);
            let to = NAMES.get(to).copied().unwrap_or(SINK);
            if from != to && (from, to) != (SOURCE, SINK) {
                lines.push(Line { day, from, to, amount });
            }
        }
        lines
    })
}

fn reading() -> Reading {
    let boundary = Boundary { enters: Enters::Earned, leaves: Leaves::Exchanged };
    Reading { unit: "u".into(), scale: Scale::new(2).ok(), boundary, ..Reading::default() }
}

/// What should come back: whoever lacks something first gets it from where nobody knows.
fn expected(lines: &[Line]) -> Vec<(Kind, String, String, i64)> {
    let mut held = std::collections::BTreeMap::from(NAMES.map(|name| (name, 0_i64)));
    let mut rows = Vec::new();
    for line in lines {
        if let Some(has) = held.get_mut(line.from) {
            if *has < line.amount {
                rows.push((Kind::Unexplained, "unexplained".into(), line.from.into(), line.amount - *has));
                *has = line.amount;
            }
            *has -= line.amount;
        }
        if let Some(has) = held.get_mut(line.to) {
            *has += line.amount;
        }
        rows.push((line.kind(), line.from.into(), line.to.into(), line.amount));
    }
    rows
}

fn found(list: &Observed) -> Vec<(Kind, String, String, i64)> {
    let rows = movements(list).into_iter();
    rows.map(|(_, kind, _, from, to, amount)| (kind, from.to_owned(), to.to_owned(), amount)).collect()
}

/// A list of lines with what stands in each, behind a header.
fn csv(header: &str, lines: &[Line], line: impl Fn(usize, &Line) -> String) -> String {
    let lines = lines.iter().enumerate().map(|(at, of)| format!("{}\n", line(at, of)));
    std::iter::once(format!("{header}\n")).chain(lines).collect()
}

proptest! {
    #[test]
    fn a_list_of_ukds(lines in lines()) {
        let header = "id,timeset,transfer_subtype,source,target,weight";
        let text = csv(header, &lines, |at, line| {
            let subtype = match line.kind() {
                Kind::Earn => "DISBURSEMENT",
                Kind::Exchange => "AGENT_OUT",
                _ => "STANDARD",
            };
            let (day, from, to, amount) = (line.day(), line.from, line.to, line.amount());
            format!("{at},{day} 10:00:00.{at:06},{subtype},{from},{to},{amount}")
        });
        let list = Observed::of_ukds(text.as_bytes(), None, &reading()).unwrap();
        prop_assert_eq!(found(&list), expected(&lines));
        prop_assert!(list.health.ties.is_empty() && list.health.out_of_order.is_empty());
    }

    #[test]
    fn a_list_of_follow_the_money(lines in lines()) {
        let configuration = r#"{"transaction_header": ["txn_ID","timestamp","type","src_ID","tgt_ID","amt"],
            "timeformat": "%Y-%m-%d", "boundary_type": "transactions", "delimiter": ";",
            "transaction_categories": {"in": "deposit", "out": "withdraw", "p2p": "transfer"}}"#;
        let text: String = lines.iter().enumerate().map(|(at, line)| {
            let kind = match line.kind() {
                Kind::Earn => "in",
                Kind::Exchange => "out",
                _ => "p2p",
            };
            format!("{at};{};{kind};{};{};{}\n", line.day(), line.from, line.to, line.amount())
        }).collect();
        let list = Observed::of_follow_the_money(text.as_bytes(), configuration.as_bytes(), &reading()).unwrap();
        prop_assert_eq!(found(&list), expected(&lines));
    }

    #[test]
    fn a_list_of_cyclos(lines in lines()) {
        let names = NAMES.map(|name| format!("{name},{name}")).join("\n");
        let accounts = format!("id,member_id\n{SOURCE},\n{SINK},\n{names}\n");
        let text = csv("id,date,amount,from_account_id,to_account_id", &lines, |at, line| {
            format!("{at},{},{},\"{}\",{}", line.day(), line.amount(), line.from, line.to)
        });
        let list = Observed::of_cyclos(accounts.as_bytes(), text.as_bytes(), None, &reading()).unwrap();
        prop_assert_eq!(found(&list), expected(&lines));
        prop_assert!(list.health.unknown_accounts.is_empty());
    }

    #[test]
    fn a_list_of_micro_velocity(lines in lines()) {
        let lines: Vec<Line> = lines.into_iter().filter(|line| line.kind() != Kind::Exchange).collect();
        let first_day = Day::parse("2020-02-27").unwrap();
        let blocks = Blocks { first_day, per_day: NonZeroU32::new(1_000).unwrap() };
        let block = |at: usize, line: &Line| line.day * 1_000 + i32::try_from(at).unwrap();
        let mut allocations = String::from("block_number,to_address,amount\n");
        let mut transfers = String::from("block_number,from_address,to_address,amount\n");
        for (at, line) in lines.iter().enumerate() {
            let (block, amount) = (block(at, line), line.amount());
            if line.kind() == Kind::Earn {
                allocations.push_str(&format!("{block},{},{amount}\n", line.to));
            } else {
                transfers.push_str(&format!("{block},{},{},{amount}\n", line.from, line.to));
            }
        }
        let list =
            Observed::of_micro_velocity(allocations.as_bytes(), transfers.as_bytes(), blocks, &reading()).unwrap();
        let named = |(kind, from, to, amount): (Kind, String, String, i64)| {
            (kind, if kind == Kind::Earn { "allocation".into() } else { from }, to, amount)
        };
        prop_assert_eq!(found(&list), expected(&lines).into_iter().map(named).collect::<Vec<_>>());
        let told = list.movements.rows.iter().filter(|row| row.kind != Kind::Unexplained);
        let days: Vec<Day> = told.map(|row| row.day).collect();
        prop_assert_eq!(days, lines.iter().map(Line::day).collect::<Vec<_>>());
    }

    #[test]
    fn a_day_book(lines in lines()) {
        let lines: Vec<Line> = lines.into_iter().filter(|line| line.kind() == Kind::Transfer).collect();
        let text = csv("# daybook 1\nline;day;what;actor;role;from;to;amount", &lines, |at, line| {
            let amount = line.amount().replace('.', ",");
            format!("w-{at};{};transfer;{};participant;{};{};{amount}", line.day(), line.from, line.from, line.to)
        });
        let list = Observed::of_day_book(text.as_bytes(), &reading()).unwrap();
        prop_assert_eq!(found(&list), expected(&lines));
    }

    #[test]
    fn rows_of_the_host(lines in lines()) {
        let rows = lines.iter().map(|line| {
            ObservedRow { day: line.day(), ..row(line.from, line.to, line.amount, Some(line.kind())) }
        });
        let list = Observed::of_rows(rows, Attributes::new(), &reading()).unwrap();
        prop_assert_eq!(found(&list), expected(&lines));
    }
}
