//! From the rows that were gathered to an [`Observed`]: one scale, one order, nobody below nothing.

use std::collections::{BTreeMap, BTreeSet};

use super::balances::Balances;
use super::ends::Ends;
use super::gather::Gather;
use super::order::put_in_order;
use super::step::{End, Step};
use super::written::Written;
use super::{
    Beyond, BreakKind, Health, IdentityBreak, ImportError, Observed, OpeningBalance, Reason, RowFault,
    RowPlace, UnknownAccount,
};
use crate::calendar::Day;
use crate::evaluation::of_ledger::forward;
use crate::evaluation::parties::CREDIT;
use crate::evaluation::{Kind, Movement, Movements, PartyKind, PartyNo};
use crate::money::{Amount, Scale};

const UNEXPLAINED: &str = "unexplained";
const OPENING: &str = "opening";

/// Settles a list.
pub(super) fn settle(mut list: Gather<'_>) -> Result<Observed, ImportError> {
    let scale = list.reading.scale.unwrap_or_else(|| needed(&list));
    refuse_too_large(&mut list, scale);
    put_in_order(&mut list);
    list.health.unknown_accounts = unknown_accounts(&list);
    let net = net_by_name(&list.steps, scale);
    for (place, account, written) in &list.finals {
        let (expected, found) = (written.at(scale), net.get(account.as_str()).copied().unwrap_or(0));
        let amount = expected.saturating_sub(found);
        if amount != 0 {
            let (place, account, what) = (*place, account.clone(), BreakKind::FinalBalance);
            list.health.identity_breaks.push(IdentityBreak { place, account, what, expected, found, amount });
        }
    }
    let unit = Some(&list.reading.unit).filter(|unit| !unit.is_empty()).cloned().or(list.unit);
    let mut writer = Writer {
        scale,
        beyond: list.reading.beyond,
        ends: Ends::new(list.reading)?,
        balances: Balances::default(),
        health: list.health,
        rows: Vec::new(),
    };
    writer.openings(&list.steps)?;
    for step in &list.steps {
        writer.step(step)?;
    }
    Ok(writer.finish(unit.unwrap_or_else(|| String::from("units")), list.attributes))
}

/// The decimals that every figure of the list fits in.
fn needed(list: &Gather<'_>) -> Scale {
    let stated = |end: &End| end.stated.map_or(Scale::default(), Written::scale);
    let of_steps =
        list.steps.iter().map(|step| step.amount.scale().max(stated(&step.from)).max(stated(&step.to)));
    let of_finals = list.finals.iter().map(|(_, _, written)| written.scale());
    of_steps.chain(of_finals).max().unwrap_or_default()
}

/// A figure that fits at the decimals it needs may not at those that the others need.
fn refuse_too_large(list: &mut Gather<'_>, scale: Scale) {
    let fits = |step: &Step| amount(step, scale).is_some();
    let too_large: BTreeMap<RowPlace, String> =
        list.steps.iter().filter(|step| !fits(step)).map(|step| (step.place, step.amount.text())).collect();
    if too_large.is_empty() {
        return;
    }
    list.steps.retain(|step| !too_large.contains_key(&step.place));
    for (place, found) in too_large {
        if let Some(health) = list.health.file(place.file) {
            health.used = health.used.saturating_sub(1);
        }
        list.bad(place, vec![RowFault::line(Reason::TooLarge { found, decimals: scale.digits().into() })]);
    }
}

fn amount(step: &Step, scale: Scale) -> Option<Amount> {
    above_zero(step.amount.at(scale))
}

fn above_zero(minor: i128) -> Option<Amount> {
    let amount = i64::try_from(minor).ok().and_then(|minor| Amount::from_minor(minor).ok());
    amount.filter(|amount| !amount.is_zero())
}

fn unknown_accounts(list: &Gather<'_>) -> Vec<UnknownAccount> {
    let Some(known) = &list.known else { return Vec::new() };
    let mut found: BTreeMap<&str, (RowPlace, BTreeSet<RowPlace>)> = BTreeMap::new();
    for step in &list.steps {
        for end in [&step.from, &step.to] {
            if !known.contains(&end.name) {
                let (_, places) = found.entry(&end.name).or_insert_with(|| (step.place, BTreeSet::new()));
                places.insert(step.place);
            }
        }
    }
    let of = |(account, (first, places)): (&str, (RowPlace, BTreeSet<RowPlace>))| UnknownAccount {
        account: account.to_owned(),
        first,
        rows: u64::try_from(places.len()).unwrap_or(u64::MAX),
    };
    found.into_iter().map(of).collect()
}

/// In less out by name, whatever a name is in a row: what the list itself calls a balance.
fn net_by_name(steps: &[Step], scale: Scale) -> BTreeMap<&str, i128> {
    let mut net: BTreeMap<&str, i128> = BTreeMap::new();
    for step in steps {
        let amount = step.amount.at(scale);
        for (end, by) in [(&step.from, amount.saturating_neg()), (&step.to, amount)] {
            let sum = net.entry(&end.name).or_default();
            *sum = sum.saturating_add(by);
        }
    }
    net
}

struct Writer<'r> {
    scale: Scale,
    beyond: Beyond,
    ends: Ends<'r>,
    balances: Balances,
    health: Health,
    rows: Vec<Movement>,
}

impl Writer<'_> {
    /// What accounts hold before their first row, where that row says so, is there on the first day.
    fn openings(&mut self, steps: &[Step]) -> Result<(), ImportError> {
        let Some(first) = steps.first().map(|step| step.moment.day) else { return Ok(()) };
        let mut met: BTreeSet<PartyNo> = BTreeSet::new();
        for step in steps {
            for end in [&step.from, &step.to].into_iter().filter(|end| end.kind.holds()) {
                let party = self.ends.number(end)?;
                if !met.insert(party) {
                    continue;
                }
                let held = end.stated.map_or(0, |stated| stated.at(self.scale));
                self.opening(step.place, &end.name, (first, party), held)?;
            }
        }
        Ok(())
    }

    fn opening(
        &mut self,
        place: RowPlace,
        account: &str,
        (day, party): (Day, PartyNo),
        held: i128,
    ) -> Result<(), ImportError> {
        let Some(amount) = above_zero(held) else { return Ok(()) };
        let from = self.ends.party(OPENING, PartyKind::Opening)?;
        self.health.openings.push(OpeningBalance { place, account: account.to_owned(), amount: held });
        self.push(bare(day, place, Kind::Opening, (from, party), amount));
        self.balances.add(party, held);
        Ok(())
    }

    fn step(&mut self, step: &Step) -> Result<(), ImportError> {
        let Some(amount) = amount(step, self.scale) else { return Ok(()) };
        let (from, to) = (self.ends.number(&step.from)?, self.ends.number(&step.to)?);
        for (party, end) in [(from, &step.from), (to, &step.to)] {
            self.compare(step.place, party, end);
        }
        let minor = i128::from(amount.minor());
        if step.from.kind.holds() {
            self.supply(step, from, minor)?;
            self.balances.add(from, minor.saturating_neg());
        }
        if step.to.kind.holds() {
            self.balances.add(to, minor);
        }
        let kinds = self.kinds(from, to);
        let ways = if step.back { (kinds.1, kinds.0) } else { kinds };
        let kind = step.kind.unwrap_or_else(|| forward(ways, None));
        let told = &step.told;
        self.push(Movement {
            back: step.back,
            role: told.role,
            contact_point: told.contact_point,
            on_behalf: told.on_behalf,
            partner: told.partner,
            ..bare(step.moment.day, step.place, kind, (from, to), amount)
        });
        if step.to.kind.holds() {
            self.repay(step, to)?;
        }
        Ok(())
    }

    /// Whoever pays more than it holds first gets the rest: on credit, or from where nobody knows.
    fn supply(&mut self, step: &Step, payer: PartyNo, pays: i128) -> Result<(), ImportError> {
        let found = self.balances.held(payer);
        let lacks = pays.saturating_sub(found);
        let Some(rest) = above_zero(lacks) else { return Ok(()) };
        let (day, place) = (step.moment.day, step.place);
        match self.beyond {
            Beyond::Credit => {
                let source = self.ends.party(CREDIT, PartyKind::Credit)?;
                self.push(bare(day, place, Kind::Credit, (source, payer), rest));
                self.balances.draw(payer, lacks);
            }
            Beyond::Unexplained => {
                let source = self.ends.party(UNEXPLAINED, PartyKind::Unexplained)?;
                let (account, what) = (step.from.name.clone(), BreakKind::PaysMoreThanItHolds);
                let (expected, amount) = (pays, lacks);
                let told = IdentityBreak { place, account, what, expected, found, amount };
                self.health.identity_breaks.push(told);
                self.push(bare(day, place, Kind::Unexplained, (source, payer), rest));
                self.balances.explain(payer, lacks);
            }
        }
        Ok(())
    }

    /// Whoever drew credit repays it from what it got.
    fn repay(&mut self, step: &Step, payee: PartyNo) -> Result<(), ImportError> {
        if let Some(repaid) = above_zero(self.balances.repay(payee)) {
            let credit = self.ends.party(CREDIT, PartyKind::Credit)?;
            self.push(bare(step.moment.day, step.place, Kind::Repay, (payee, credit), repaid));
        }
        Ok(())
    }

    fn compare(&mut self, place: RowPlace, party: PartyNo, end: &End) {
        if let Some(stated) = end.stated.filter(|_| end.kind.holds()) {
            let found = self.balances.compare((place, party, &end.name), stated.at(self.scale));
            self.health.identity_breaks.extend(found);
        }
    }

    fn kinds(&self, from: PartyNo, to: PartyNo) -> (PartyKind, PartyKind) {
        (self.ends.kind(from), self.ends.kind(to))
    }

    fn push(&mut self, movement: Movement) {
        self.rows.push(movement);
    }

    fn finish(mut self, unit: String, attributes: super::Attributes) -> Observed {
        let health = &mut self.health;
        health.movements = u64::try_from(self.rows.len()).unwrap_or(u64::MAX);
        health.zones.sort_unstable();
        let lost = health.files.iter().filter(|file| file.file.moves_units());
        let dropped =
            lost.fold(0_u64, |sum, file| sum.saturating_add(file.bad).saturating_add(file.left_out));
        let parties = self.ends.into_list();
        let movements = Movements {
            unit,
            scale: self.scale,
            parties,
            rows: self.rows,
            lots: None,
            partners: None,
            dropped,
        };
        Observed { movements, health: self.health, attributes }
    }
}

/// A movement of which nothing more is told.
fn bare(day: Day, place: RowPlace, kind: Kind, (from, to): (PartyNo, PartyNo), amount: Amount) -> Movement {
    Movement {
        day,
        seq: place.line,
        kind,
        back: false,
        from,
        to,
        amount,
        role: None,
        contact_point: None,
        on_behalf: false,
        partner: None,
        left: Vec::new(),
        came: Vec::new(),
    }
}
