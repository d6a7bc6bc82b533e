//! Runs the conformance vectors of `tests/vectors/`. `README.md` there says what they mean; other
//! languages run the same files.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    reason = "a test that stops says more than one that goes on"
)]

use std::collections::BTreeMap;
use std::fmt::Debug;
use std::path::{Path, PathBuf};

use muntwerk::books::{AccountChange, Change, ClaimLine, CounterKey, Entry, Flag, Missed, OriginKind};
use muntwerk::calendar::Day;
use muntwerk::dense::Secret;
use muntwerk::design::Design;
use muntwerk::id::{Code, Id};
use muntwerk::ledger::{Answer, Ledger, Refused};
use muntwerk::office::{Note, OfficeChange, OfficeDay, Place};
use muntwerk::orders::{Ask, Lang, Order, Refusal, RefusalCode, Words};
use muntwerk_tests::vectors::{self as format, Check, Closing, File, Scene, Step, StepKind, Vector, padded};
use serde::Serialize;
use serde_json::{Map, Value, json};

type Outcome<T = ()> = Result<T, String>;

#[test]
fn every_vector_holds() {
    let mut failures = Vec::new();
    let mut count = 0;
    for (path, file) in files() {
        for vector in &file.vectors {
            count += 1;
            if let Err(reason) = run(&file, vector) {
                failures.push(format!("{path}, \"{}\": {reason}", vector.name));
            }
        }
    }
    assert!(count > 0, "there are no vectors");
    assert!(
        failures.is_empty(),
        "{} of {count} vectors do not hold:\n\n{}",
        failures.len(),
        failures.join("\n\n")
    );
}

#[test]
fn every_vector_names_its_source_and_shows_its_working() {
    let documents = ["domain.md", "design.md"];
    for (path, file) in files() {
        assert!(!file.topic.is_empty(), "{path}: no topic");
        let mut names = Vec::new();
        for Vector { name, source, working, .. } in &file.vectors {
            assert!(
                documents.iter().any(|document| source.contains(document)),
                "{path}, {name:?}: no source"
            );
            assert!(!working.is_empty(), "{path}, {name:?}: no working");
            assert!(!names.contains(&name), "{path}: two vectors are called {name:?}");
            names.push(name);
        }
    }
}

/// No order by itself is answered by these: they are about entries that were decided apart.
const NOT_BY_AN_ORDER: [RefusalCode; 2] = [RefusalCode::Stale, RefusalCode::ClosingUnderWay];

#[test]
fn every_refusal_is_the_answer_of_some_vector() {
    let texts: String = texts().into_iter().map(|(_, text)| text).collect();
    let expected = |code: &RefusalCode| texts.contains(&format!("\"code\": \"{code}\""));
    let missing: Vec<_> = RefusalCode::ALL
        .iter()
        .filter(|code| !expected(code) && !NOT_BY_AN_ORDER.contains(code))
        .map(ToString::to_string)
        .collect();
    assert!(missing.is_empty(), "no vector is refused as {}", missing.join(", "));
}

#[test]
fn no_vector_has_a_key_that_nothing_reads() {
    let [of_vector, of_step] = format::KEYS;
    for (path, text) in texts() {
        let file: Value = serde_json::from_str(&text).unwrap();
        for vector in file["vectors"].as_array().unwrap() {
            for key in vector.as_object().unwrap().keys() {
                assert!(of_vector.contains(&key.as_str()), "{path}, {}: {key}", vector["name"]);
            }
            for step in vector["steps"].as_array().unwrap() {
                for key in step.as_object().unwrap().keys() {
                    assert!(of_step.contains(&key.as_str()), "{path}, {}: {key}", vector["name"]);
                }
            }
        }
    }
}

fn here() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("vectors")
}

fn texts() -> Vec<(String, String)> {
    let mut paths: Vec<PathBuf> =
        std::fs::read_dir(here()).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.retain(|path| path.extension().is_some_and(|extension| extension == "json"));
    paths.sort();
    let read = |path: PathBuf| {
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        (name, std::fs::read_to_string(&path).unwrap())
    };
    paths.into_iter().map(read).collect()
}

fn files() -> Vec<(String, File)> {
    let read = |(name, text): (String, String)| {
        let file = serde_json::from_str(&text).unwrap_or_else(|error| panic!("{name}: {error}"));
        (name, file)
    };
    texts().into_iter().map(read).collect()
}

fn shipped(name: &str) -> Outcome<String> {
    let path = here().join("../../core/designs").join(format!("{name}.toml"));
    std::fs::read_to_string(path).map_err(|error| format!("{name}: {error}"))
}

fn run(file: &File, vector: &Vector) -> Outcome {
    let mut running = Running::open(file, file.scene(vector))?;
    for (at, step) in vector.steps.iter().enumerate() {
        running.step(step).and_then(|()| running.sound()).map_err(|reason| {
            format!(
                "step {}{}: {reason}",
                at + 1,
                if step.note.is_empty() { String::new() } else { format!(" ({})", step.note) }
            )
        })?;
    }
    running.check(&vector.then).map_err(|reason| format!("at the end: {reason}"))?;
    running.balances_are(&vector.balances).map_err(|reason| format!("at the end: {reason}"))?;
    running.replays()
}

/// A vector at some step.
struct Running<'f> {
    file: &'f File,
    ledger: Ledger,
    roles: BTreeMap<String, String>,
    asked: u32,
    first_answers: BTreeMap<String, Option<u64>>,
}

fn same<T: PartialEq + Debug>(what: &str, expected: &T, got: &T) -> Outcome {
    if expected == got { Ok(()) } else { Err(format!("{what}\n  expected {expected:?}\n  got      {got:?}")) }
}

/// A word of the library, as it stands in JSON.
fn word(value: impl Serialize) -> String {
    serde_json::to_value(value).unwrap().as_str().unwrap().to_owned()
}

impl<'f> Running<'f> {
    fn open(file: &'f File, scene: Scene) -> Outcome<Self> {
        let text = file.design_text(&scene.design.ok_or("no design")?, shipped)?;
        let design = Design::parse(&text).map_err(|error| format!("the design: {error}"))?;
        let id = Id::parse(&scene.ledger.ok_or("no ledger")?).unwrap();
        let opened = scene.opened.ok_or("no first day")?;
        let ledger =
            Ledger::open(id, design, opened, Secret::new([7; 16])).map_err(|error| error.to_string())?;
        let roles = scene.roles.unwrap_or_default();
        let mut running = Self { file, ledger, roles, asked: 0, first_answers: BTreeMap::new() };
        for partner in scene.partners.unwrap_or_default() {
            let ask = json!({"approve_partner": {"partner": partner.partner, "roles": partner.roles}});
            running.prepare(json!({"actor": "s-001", "role": "steering_group", "ask": ask}))?;
        }
        for account in scene.accounts.unwrap_or_default() {
            let ask = match account {
                format::Account::Person(person) => {
                    json!({"account": person, "kind": "person", "holders": [person]})
                }
                format::Account::Household { household, holders } => {
                    json!({"account": household, "kind": "household", "holders": holders})
                }
            };
            let ask = json!({"open_account": ask});
            running.prepare(json!({"actor": "s-010", "role": "project_manager", "ask": ask}))?;
        }
        Ok(running)
    }

    fn prepare(&mut self, order: Value) -> Outcome {
        let order = self.order(&order)?.map_err(|error| format!("{order}: {error}"))?;
        self.ledger
            .execute(&order)
            .map(|_| ())
            .map_err(|refused| format!("before the first step: {}", shown(&refused)))
    }

    /// An order with its envelope completed; inside, whether it can be read.
    fn order(&mut self, order: &Value) -> Outcome<Result<Order, String>> {
        self.asked += 1;
        let mut order = order.clone();
        if let Some(design) = order.pointer_mut("/ask/amend_design/design") {
            let source = serde_json::from_value(design.take()).map_err(|error| error.to_string())?;
            *design = json!(self.file.design_text(&source, shipped)?);
        }
        let order = format::complete(&order, self.asked, self.ledger.day(), &self.roles);
        Ok(serde_json::from_value(order).map_err(|error| error.to_string()))
    }

    fn step(&mut self, step: &Step) -> Outcome {
        match &step.kind {
            StepKind::Order(order) => {
                let order = match (self.order(order)?, step.expect.unreadable) {
                    (Ok(order), false) => order,
                    (Err(_), true) => return Ok(()),
                    (Ok(_), true) => return Err("the order can be read".into()),
                    (Err(error), false) => return Err(format!("the order cannot be read: {error}")),
                };
                self.ask(&order, &step.expect)
            }
            StepKind::Batch(orders) => self.batch(orders, &step.expect),
            StepKind::Close(through) => self.close(*through, step.expect.closing.clone().unwrap_or_default()),
            StepKind::Check(check) => self.check(check),
        }
    }

    fn ask(&mut self, order: &Order, expect: &format::Expect) -> Outcome {
        let before = self.snapshot();
        let number_before = self.ledger.len();
        let preview = self.ledger.decide(order);
        let answer = self.ledger.execute(order);
        self.same_answer_as_before(order, &answer, expect.repeated)?;
        match (answer, &expect.refusal) {
            (Err(refused), None) => Err(format!("it is refused: {}", shown(&refused))),
            (Ok(_), Some(refusal)) => Err(format!("it is booked, and not refused as {}", refusal.code)),
            (Err(refused), Some(expected)) => {
                same("a refusal moves something", &before, &self.snapshot())?;
                // A preview does not look at ids.
                if !expect.repeated && refused.refusal.code != RefusalCode::IdConflict {
                    same("the preview differs", &preview.err().as_ref(), &Some(&refused.refusal))?;
                    let recorded = self.ledger.len() - number_before;
                    same("records of the refusal", &u64::from(!expect.unrecorded), &recorded)?;
                }
                same("whether it is recorded", &!expect.unrecorded, &refused.number.is_some())?;
                self.refusal_is(expected, &refused.refusal)
            }
            (Ok(_), None) if expect.repeated => same("a resend moves something", &before, &self.snapshot()),
            (Ok(_), None) if matches!(order.ask, Ask::CloseDay(_)) => {
                let expected = expect.closing.clone().unwrap_or_default();
                same("the closing", &expected, &self.closing(number_before))
            }
            (Ok(receipt), None) => {
                let record = self.ledger.get(receipt.number).ok_or("it has no record")?;
                let entry = record.entry().ok_or("it is not booked")?;
                same("the preview differs", &preview.ok().as_ref(), &Some(entry))?;
                match &expect.entry {
                    Some(expected) => same("the entry", expected, &self.entry(entry)),
                    None if expect.booked => Ok(()),
                    None => Err("the step says nothing of what comes of it".into()),
                }
            }
        }
    }

    fn same_answer_as_before(&mut self, order: &Order, answer: &Answer, repeated: bool) -> Outcome {
        let (number, is_repeated) = match answer {
            Ok(receipt) => (Some(receipt.number), receipt.repeated),
            Err(refused) => (refused.number, refused.repeated),
        };
        same("whether it repeats an answer", &repeated, &is_repeated)?;
        let id = order.id.to_string();
        if repeated {
            return same("the number of the first answer", &self.first_answers.get(&id), &Some(&number));
        }
        if number.is_some() {
            self.first_answers.insert(id, number);
        }
        Ok(())
    }

    fn batch(&mut self, orders: &[Value], expect: &format::Expect) -> Outcome {
        let orders: Outcome<Vec<Result<Order, String>>> =
            orders.iter().map(|order| self.order(order)).collect();
        let orders: Vec<Order> = orders?.into_iter().collect::<Result<_, _>>()?;
        let before = (self.snapshot(), self.ledger.len());
        match (self.ledger.execute_all(&orders), &expect.refusal) {
            (Ok(_), None) => Ok(()),
            (Ok(_), Some(refusal)) => Err(format!("it is booked, and not refused as {}", refusal.code)),
            (Err(refused), None) => Err(format!("order {} is refused: {:?}", refused.index, refused.refusal)),
            (Err(refused), Some(expected)) => {
                same("which order is refused", &expect.refused_index, &Some(refused.index))?;
                same("a refused batch leaves something", &before, &(self.snapshot(), self.ledger.len()))?;
                self.refusal_is(expected, &refused.refusal)
            }
        }
    }

    fn close(&mut self, through: Day, expected: Closing) -> Outcome {
        let number_before = self.ledger.len();
        while self.ledger.day() <= through {
            let day = self.ledger.day();
            let ask = json!({"close_day": {"through": day, "today": day.next().unwrap()}});
            let order = self.order(&json!({"actor": "s-900", "role": "system", "ask": ask}))??;
            self.ledger.execute(&order).map_err(|refused| format!("closing {day}: {}", shown(&refused)))?;
            self.sound()?;
        }
        same("the closing", &expected, &self.closing(number_before))
    }

    /// What the records from a number on say about closings.
    fn closing(&self, from: u64) -> Closing {
        let mut closing = Closing::default();
        for record in self.ledger.records_from(from) {
            let Some(entry) = record.entry() else { continue };
            let mut lapsed: Option<(String, Vec<Day>)> = None;
            for change in &entry.changes {
                match change {
                    Change::Lapsed { account, end } => {
                        lapsed.get_or_insert((account.id().to_string(), Vec::new())).1.push(*end);
                    }
                    Change::NoticeGiven { account, end, notice } => closing.notices.push((
                        account.id().to_string(),
                        *end,
                        notice.amount.minor(),
                        notice.given_on,
                    )),
                    Change::QuietWarned { account, given_on } => {
                        closing.warned.push((account.id().to_string(), *given_on));
                    }
                    Change::Account(AccountChange::State { account, is, .. }) => {
                        let legs =
                            entry.legs.iter().map(|leg| (leg.account.id().to_string(), leg.amount.minor()));
                        closing.states.push((account.id().to_string(), word(is), legs.collect()));
                    }
                    Change::EndsMoved(_) => {
                        closing.extended =
                            entry.concerns.map(|concerns| (concerns.accounts, concerns.units.minor()));
                    }
                    Change::ReservationEnded { reservation, .. } => closing.released.push((
                        reservation.account.id().to_string(),
                        reservation.units().minor(),
                        short(&reservation.id.to_string()),
                    )),
                    Change::NoShow(no_show) => closing.missed.push(missed(no_show)),
                    Change::PlaceEnded { place, end } => {
                        closing.places.push((short(&place.id.to_string()), word(end)));
                    }
                    Change::PlaceCalled { place, account, until } => {
                        let (place, account) = (short(&place.to_string()), account.id().to_string());
                        closing.called.push((place, account, *until));
                    }
                    Change::PendingEnded { order, end, .. } if word(end) == "expired" => {
                        closing.expired.push(short(&order.to_string()));
                    }
                    _ => {}
                }
            }
            if let Some((account, ends)) = lapsed {
                let of = |leg: &&muntwerk::books::Leg| leg.account.id().to_string() == account;
                let units = entry.legs.iter().find(of).map_or(0, |leg| -leg.amount.minor());
                let to = entry
                    .legs
                    .iter()
                    .find(|leg| !of(leg))
                    .map_or(String::new(), |leg| leg.account.id().to_string());
                closing.lapsed.push((account, units, ends, to));
            }
        }
        closing
    }

    /// What an entry brings about, in the words of a vector.
    fn entry(&self, entry: &Entry) -> format::Entry {
        let mut seen = format::Entry::default();
        for leg in &entry.legs {
            seen.legs.insert(leg.account.id().to_string(), leg.amount.minor());
        }
        for issue in &entry.lots {
            let facts = self.ledger.state().books().lot(issue.lot).unwrap().facts();
            let kind = if issue.new.is_some() { word(facts.origin.kind) } else { "grown".to_owned() };
            seen.lots.push((kind, issue.amount.minor(), facts.earned_on, facts.ends_on));
        }
        seen.concerns = entry.concerns.map(|concerns| (concerns.accounts, concerns.units.minor()));
        for leg in &entry.notes {
            seen.notes.insert(kind_in(leg.note(), leg.place), leg.by);
        }
        for leg in &entry.euro {
            seen.euro.insert(leg.place.to_string(), leg.cents);
        }
        seen.flags = entry.flags.iter().map(|flag: &Flag| word(flag)).collect();
        for change in &entry.changes {
            match change {
                Change::PendingOpened(pending) => seen.waits = Some((word(pending.waits_for), pending.until)),
                Change::PendingEnded { order, end, .. } => {
                    seen.ended = Some((short(&order.to_string()), word(end)))
                }
                Change::Office(OfficeChange::Day { office, is, .. }) => {
                    seen.office = Some((office.to_string(), standing(is)));
                }
                Change::Office(OfficeChange::Sent(sending)) => {
                    seen.sending = Some(("sent".to_owned(), short(&sending.order.to_string())));
                }
                Change::Office(OfficeChange::Arrived(sending)) => {
                    seen.sending = Some(("arrived".to_owned(), short(&sending.order.to_string())));
                }
                Change::Reversed { amount, .. } => seen.reversed = Some(amount.minor()),
                Change::Reserved(reservation) => {
                    seen.reserved = Some((
                        reservation.account.id().to_string(),
                        reservation.pieces,
                        reservation.units().minor(),
                        reservation.kept_until.day,
                    ));
                }
                Change::ReservationEnded { reservation, end } => {
                    seen.reservations.push((short(&reservation.id.to_string()), word(end)));
                }
                Change::NoShow(no_show) => seen.missed.push(missed(no_show)),
                Change::PlaceOpened(place) => {
                    seen.waiting = Some((place.account.id().to_string(), place.pieces));
                }
                Change::PlaceEnded { place, end } => {
                    seen.places.push((short(&place.id.to_string()), word(end)));
                }
                Change::PlaceCalled { place, account, until } => {
                    let (place, account) = (short(&place.to_string()), account.id().to_string());
                    seen.called.push((place, account, *until));
                }
                Change::PaidInEuro { partner, amount } => {
                    seen.paid_in_euro.insert(partner.to_string(), amount.minor());
                }
                Change::Accepted(one) => {
                    let (rate, fee) = (one.rate, one.fee.hundredths());
                    seen.accepted =
                        Some((one.partner.to_string(), one.units.minor(), rate.cents(), rate.units(), fee));
                }
                Change::AcceptanceReduced { was, left } => {
                    seen.left = Some((short(&was.order.to_string()), left.minor()));
                }
                Change::ClaimFiled(claim) => {
                    seen.filed = Some(format::Filed {
                        partner: claim.partner.to_string(),
                        invoice: claim.invoice.to_string(),
                        through: Some(claim.through),
                        pay_by: claim.pay_by,
                        lines: claim.lines.iter().map(line).collect(),
                    });
                }
                Change::ClaimMoved { claim, was, is } => {
                    let words = (was.word().to_owned(), is.word().to_owned());
                    seen.claim = Some((short(&claim.to_string()), words.0, words.1));
                }
                Change::ClaimLineChanged { claim, acceptance, has, is, .. } => {
                    seen.claim_line = Some(format::ChangedLine {
                        claim: short(&claim.to_string()),
                        acceptance: short(&acceptance.to_string()),
                        has: has.minor(),
                        line: line(is),
                        rejected: is.rejected.minor(),
                        clawed: is.clawed_cents.minor(),
                    });
                }
                _ => {}
            }
        }
        seen
    }

    fn refusal_is(&self, expected: &format::Refusal, refusal: &Refusal) -> Outcome {
        same("the refusal", &expected.code.as_str(), &refusal.code.text())?;
        let figures = serde_json::to_value(&refusal.figures).unwrap();
        let figures: Map<String, Value> = figures.as_object().cloned().unwrap_or_default();
        same(&format!("the figures of {}", expected.code), &expected.figures, &figures)?;
        let unit = self.ledger.design().unit();
        for (lang, sentence) in &expected.sentence {
            let lang: Lang = serde_json::from_value(json!(lang)).map_err(|error| error.to_string())?;
            let name = match lang {
                Lang::Nl => &unit.names.nl,
                Lang::Fr => &unit.names.fr,
                Lang::En => &unit.names.en,
            };
            let words =
                Words { one: &name.one, many: &name.many, scale: unit.scale, shown: unit.display_decimals };
            same("the sentence", sentence, &refusal.sentence(lang, &words))?;
        }
        Ok(())
    }

    fn check(&self, check: &Check) -> Outcome {
        let books = self.ledger.state().books();
        let account =
            |id: &str| books.find(&Id::parse(id).unwrap()).ok_or(format!("there is no account {id}"));
        for (id, balance) in &check.balances {
            same(&format!("the balance of {id}"), balance, &account(id)?.balance().minor())?;
        }
        for (id, lots) in &check.lots {
            let held = account(id)?.holdings().iter().map(|(lot, amount)| {
                let facts = books.lot(lot).unwrap().facts();
                (facts.earned_on, facts.ends_on, amount.minor())
            });
            same(&format!("the lots of {id}"), lots, &held.collect())?;
        }
        for (kind, count) in &check.notes {
            let there = books.paper().iter().find(|(note, place, _)| kind_in(*note, *place) == *kind);
            same(&format!("the notes of {kind}"), count, &there.map_or(0, |(_, _, count)| count))?;
        }
        for (place, cents) in &check.euro {
            let there = books.euro().cents(place.parse().map_err(|_| format!("{place} is no place"))?);
            same(&format!("the euro in {place}"), cents, &there)?;
        }
        let offices = self.ledger.state().offices();
        for (office, stands) in &check.offices {
            let there = offices.day(&Id::parse(office).unwrap()).map_or("never opened".to_owned(), standing);
            same(&format!("how {office} stands"), stands, &there)?;
        }
        if let Some(sendings) = &check.sendings {
            let there = offices.sendings().map(|sending| short(&sending.order.to_string()));
            same("the sendings under way", sendings, &there.collect())?;
        }
        for (id, technical) in &check.technical {
            same(&format!("the technical debt of {id}"), technical, &account(id)?.technical_debt().minor())?;
        }
        for (id, state) in &check.states {
            same(&format!("the state of {id}"), state, &word(account(id)?.state()))?;
        }
        for (reward, partners) in &check.stock {
            for (partner, pieces) in partners {
                let key = CounterKey::Stock {
                    partner: Id::parse(partner).unwrap(),
                    reward: Code::parse(reward).unwrap(),
                };
                let free = self.ledger.state().counters().used(&key).minor();
                same(&format!("the stock of {reward} at {partner}"), pieces, &free)?;
            }
        }
        for (reward, partners) in &check.lines {
            for (partner, places) in partners {
                let (who, what) = (Id::parse(partner).unwrap(), Code::parse(reward).unwrap());
                let line = self.ledger.state().waiting().line(who, what);
                let line = line.map(|place| (short(&place.id.to_string()), place.called_until));
                same(&format!("who waits for {reward} at {partner}"), places, &line.collect())?;
            }
        }
        if let Some(reservations) = &check.reservations {
            let open = self.ledger.state().reservations().iter().map(|one| short(&one.id.to_string()));
            same("the open reservations", reservations, &open.collect())?;
        }
        if let Some(pending) = &check.pending {
            let waiting = self.ledger.state().pendings().iter().map(|one| short(&one.order.id.to_string()));
            same("the orders that wait", pending, &waiting.collect())?;
        }
        let settlements = self.ledger.state().settlements();
        if let Some(open) = &check.open {
            let there = settlements.open().map(|one| (short(&one.order.to_string()), one.units.minor()));
            same("the open acceptances", open, &there.collect())?;
        }
        for (claim, stands) in &check.claims {
            let there = settlements.claim(padded(claim).parse().unwrap());
            let there = there.map_or("unknown", |claim| claim.state.word());
            same(&format!("how the claim {claim} stands"), &stands.as_str(), &there)?;
        }
        check.day.map_or(Ok(()), |day| same("the current day", &day, &self.ledger.day()))
    }

    /// Every balance that is not zero, and those a vector names.
    fn balances_are(&self, expected: &BTreeMap<String, i64>) -> Outcome {
        let accounts = self.ledger.state().books().accounts();
        let balances = accounts.map(|(_, account)| (account.id().to_string(), account.balance().minor()));
        let balances = balances.filter(|(id, balance)| *balance != 0 || expected.contains_key(id));
        same("the balances", expected, &balances.collect())
    }

    /// What must never change when nothing is booked.
    fn snapshot(&self) -> Vec<String> {
        let state = self.ledger.state();
        let accounts = state.books().accounts().map(|(_, account)| {
            format!("{} {:?} {:?} {:?}", account.id(), account.state(), account.balance(), account.holdings())
        });
        let lots = std::iter::once(state.books().lot_count().to_string());
        let drawers = [
            format!("{:?}", state.books().paper()),
            format!("{:?}", state.books().euro()),
            format!("{:?}", state.offices()),
            format!("{:?}", state.settlements()),
        ];
        let pending = state.pendings().iter().map(|one| one.order.id.to_string());
        let reserved = state.reservations().iter().map(|one| format!("{one:?}"));
        let waiting = state.waiting().iter().map(|one| format!("{one:?}"));
        let counters = state.counters().iter().map(|(key, used)| format!("{key} {used:?}"));
        accounts
            .chain(lots)
            .chain(drawers)
            .chain(pending)
            .chain(reserved)
            .chain(waiting)
            .chain(counters)
            .collect()
    }

    /// What holds after every step, whatever the design.
    fn sound(&self) -> Outcome {
        let books = self.ledger.state().books();
        let mut sum = 0_i128;
        let mut held_of: BTreeMap<_, i64> = BTreeMap::new();
        for (_, account) in books.accounts() {
            sum += i128::from(account.balance().minor());
            if !account.kind().holds_lots() {
                continue;
            }
            let mut held = 0;
            for (lot, amount) in account.holdings().iter() {
                held += amount.minor();
                *held_of.entry(lot).or_default() += amount.minor();
            }
            let drawn = account.drawn().minor();
            same(
                &format!("units and debt of {}", account.id()),
                &(held - drawn),
                &account.balance().minor(),
            )?;
            if held > 0 && drawn > 0 {
                return Err(format!("{} holds units and has drawn", account.id()));
            }
        }
        same("the sum of all balances", &0, &sum)?;
        self.paper_is_sound()?;
        for (number, lot) in books.lots() {
            let held = held_of.get(&number).copied().unwrap_or(0);
            same("what is held of a lot", &lot.outstanding().minor(), &held)?;
            if held > lot.issued().minor() {
                return Err("more of a lot is held than was issued".into());
            }
            same(
                "that renewed units have a parent",
                &(lot.facts().origin.kind == OriginKind::Renewed),
                &lot.facts().parent.is_some(),
            )?;
        }
        Ok(())
    }

    /// What was printed is somewhere, and units stand behind the live notes and no others.
    fn paper_is_sound(&self) -> Outcome {
        let books = self.ledger.state().books();
        let mut pieces: BTreeMap<_, i64> = BTreeMap::new();
        let mut live: BTreeMap<String, i64> = BTreeMap::new();
        for (note, place, count) in books.paper().iter() {
            *pieces.entry(note).or_default() += count;
            let printed = place.to_string() == "printed";
            same("that notes are somewhere", &!printed, &(count > 0))?;
            let is_live =
                ["circulation", "till", "missing"].contains(&place.to_string().split(':').next().unwrap());
            let value = live.entry(format!("paper:{}", note.series)).or_default();
            *value += if is_live { note.face.minor() * count } else { 0 };
        }
        for (note, sum) in pieces {
            same(&format!("all the notes of {} of {}", note.face.minor(), note.series), &0, &sum)?;
        }
        for (account, value) in live {
            let units =
                books.find(&Id::parse(&account).unwrap()).map_or(0, |account| account.balance().minor());
            same(&format!("the units on {account}"), &value, &units)?;
        }
        let euro: i64 = books.euro().iter().map(|(_, cents)| cents).sum();
        same("the sum of all euro", &0, &euro)
    }

    fn replays(&self) -> Outcome {
        let replayed = Ledger::replay(self.ledger.journal(), Secret::new([9; 16]));
        let replayed = replayed.map_err(|error| format!("the journal cannot be replayed: {error}"))?;
        same("whether a replay gives the same state", &true, &(replayed.state() == self.ledger.state()))
    }
}

/// Notes in a place, as a vector writes them: place, series, face.
fn kind_in(note: Note, place: Place) -> String {
    format!("{place} {} {}", note.series, note.face.minor())
}

/// A line of a claim, as a vector writes it.
fn line(line: &ClaimLine) -> (i64, i64, i64, String) {
    let (num, den) = line.remainder;
    (line.units.minor(), line.gross.minor(), line.net.minor(), format!("{num}/{den}"))
}

/// A reservation for which nobody came, as a vector writes it.
fn missed(no_show: &Missed) -> (String, String, i64) {
    (short(&no_show.reservation.to_string()), no_show.person.to_string(), no_show.kept.minor())
}

/// How an office stands, as a vector writes it.
fn standing(day: &OfficeDay) -> String {
    match day {
        OfficeDay::Open { .. } => "open",
        OfficeDay::Counted { .. } => "counted",
        OfficeDay::Settled { .. } => "settled",
        OfficeDay::Ended { .. } => "ended",
    }
    .to_owned()
}

/// An order id without its zeros in front, as a vector writes it.
fn short(id: &str) -> String {
    let short = id.trim_start_matches('0').to_owned();
    debug_assert_eq!(padded(&short), id);
    short
}

fn shown(refused: &Refused) -> String {
    format!("{} {}", refused.refusal.code, serde_json::to_string(&refused.refusal.figures).unwrap())
}
