//! No key of a shipped design stands there for nothing: whoever changes it gets another currency, or is
//! told that the design contradicts itself. Left out are the two that live on paper, Eusko and Chiemgauer: the
//! lives played here have no office; their vectors and the random designs have.
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "a test stops by panicking")]
#![allow(clippy::arithmetic_side_effects, reason = "the figures of the tests are small")]

use muntwerk::design::{Design, ExpiryRule, Names, StandsFor, Tariff, UnitKind, UnitValue};
use muntwerk_tests::life::Life;
use toml::{Table, Value};

const SHIPPED: [(&str, &str); 8] = [
    ("e-portemonnee", include_str!("../../core/designs/e-portemonnee.toml")),
    ("lets-brussel", include_str!("../../core/designs/lets-brussel.toml")),
    ("makkie", include_str!("../../core/designs/makkie.toml")),
    ("buurtijd", include_str!("../../core/designs/buurtijd.toml")),
    ("torekes", include_str!("../../core/designs/torekes.toml")),
    ("rabot-example", include_str!("../../core/designs/rabot-example.toml")),
    ("uurbank-example", include_str!("../../core/designs/uurbank-example.toml")),
    ("wijk-example", include_str!("../../core/designs/wijk-example.toml")),
];

/// One step to a value: a key, or a place in a list.
#[derive(Clone, Debug, PartialEq)]
enum Step {
    Key(String),
    Place(usize),
}

fn path_text(path: &[Step]) -> String {
    let mut text = String::new();
    for step in path {
        match step {
            Step::Key(key) if text.is_empty() => text.push_str(key),
            Step::Key(key) => text.push_str(&format!(".{key}")),
            Step::Place(place) => text.push_str(&format!("[{place}]")),
        }
    }
    text
}

/// The path with any place in a list written as `[]`.
fn key_text(path: &[Step]) -> String {
    let places =
        path.iter().map(|step| if matches!(step, Step::Place(_)) { Step::Place(0) } else { step.clone() });
    path_text(&places.collect::<Vec<_>>()).replace("[0]", "[]")
}

fn at<'v>(value: &'v mut Value, path: &[Step]) -> &'v mut Value {
    path.iter().fold(value, |value, step| match step {
        Step::Key(key) => value.get_mut(key).unwrap(),
        Step::Place(place) => value.get_mut(*place).unwrap(),
    })
}

/// Every single value, and every list.
fn walk(value: &Value, path: &mut Vec<Step>, found: &mut Vec<(Vec<Step>, Value)>) {
    match value {
        Value::Table(table) => {
            for (key, value) in table {
                path.push(Step::Key(key.clone()));
                walk(value, path, found);
                path.pop();
            }
        }
        Value::Array(list) => {
            found.push((path.clone(), value.clone()));
            for (place, value) in list.iter().enumerate() {
                path.push(Step::Place(place));
                walk(value, path, found);
                path.pop();
            }
        }
        single => found.push((path.clone(), single.clone())),
    }
}

const ROUNDINGS: &[&str] = &["up", "down", "half_up", "half_even"];
const FUNCTIONS: &[&str] = &["administration", "exchange", "redemption"];

/// The words that can stand at a key.
fn words(path: &[Step]) -> Option<&'static [&'static str]> {
    Some(match key_text(path).as_str() {
        "unit.kind" => &["time", "euro_pegged", "free_point"],
        "limits.floor.tested" | "limits.ceiling.tested" => &["before", "after"],
        "limits.floor.over" | "limits.ceiling.over" => &["refuse", "flag", "one_way"],
        "earning[].per" => &["hour", "action", "quantity"],
        "earning[].step_rounding" | "earning[].unit_rounding" | "spending.service.rounding" => ROUNDINGS,
        "expiry.rule" => &["never", "months", "year_end", "fixed_date"],
        "expiry.notice.suffices" => &["given", "delivered", "delivered_or_undeliverable"],
        "expiry.destination" => &["lapsed", "pot"],
        "expiry.on_transfer" => &["keep", "renew"],
        "expiry.late_award" => &["refuse", "grant"],
        "lots.grain" => &["issue", "day", "month"],
        "lots.spend" => &["soonest_to_expire", "oldest_first"],
        "reversal.when_spent" => &["refuse", "partial", "other_lots", "pot", "technical_debt"],
        "reversal.when_lapsed" => &["lapse", "grant"],
        "redemption[].stock" => &["endless", "counted"],
        "redemption[].mixed.rounding" => ROUNDINGS,
        "redemption[].per_person.per" => &["day", "week", "month", "year", "lifetime"],
        "leaving.balance_to" => &["refuse", "pot", "group", "lapsed"],
        "leaving.debt" => &["refuse", "pot", "group"],
        "leaving.death.balance_to" => &["heir", "pot", "group", "lapsed", "refuse"],
        "earning[].when_missing" => &["refuse", "flag"],
        "welcome[].from" => &["group", "pot"],
        "contact_point[].functions[]" => FUNCTIONS,
        key if key.starts_with("roles.") && key.ends_with(".scope") => {
            &["none", "account", "partner", "contact_point"]
        }
        key if key.starts_with("roles.") && key.ends_with(".function") => FUNCTIONS,
        _ => return None,
    })
}

/// A figure one unit higher, and one lower.
fn beside(figure: &str) -> Option<Vec<String>> {
    let (whole, rest) =
        figure.split_once('.').map_or((figure, String::new()), |(whole, rest)| (whole, format!(".{rest}")));
    let number: i64 = whole.parse().ok()?;
    Some([1, -1].into_iter().map(|by| format!("{}{rest}", number + by)).collect())
}

/// What else could stand there.
fn others(path: &[Step], value: &Value) -> Vec<Value> {
    if let [Step::Key(block), _, Step::Key(role)] = path
        && block == "permissions"
    {
        let granted = value.as_str() != Some("none");
        let grants: &[&str] = match (granted, role.as_str()) {
            (true, _) => &["none"],
            // Every account holder is a participant; one or the other can be written.
            (false, "participant") => &["allow own", "propose own", "propose"],
            (false, _) => &["allow"],
        };
        return grants.iter().map(|grant| Value::from(*grant)).collect();
    }
    match value {
        Value::Integer(number) => vec![Value::Integer(number + 1), Value::Integer(number - 1)],
        Value::Boolean(truth) => vec![Value::Boolean(!truth)],
        Value::Datetime(_) => {
            let day = muntwerk::calendar::Day::parse(&value.to_string()).unwrap().next().unwrap();
            vec![Value::Datetime(day.to_string().parse().unwrap())]
        }
        Value::String(text) => match (words(path), beside(text)) {
            (Some(words), _) => {
                words.iter().filter(|word| *word != text).map(|word| Value::from(*word)).collect()
            }
            (None, Some(figures)) => figures.into_iter().map(Value::from).collect(),
            (None, None) => vec![Value::from(format!("{text}x"))],
        },
        Value::Array(list) => {
            let without = |place: usize| {
                let mut list = list.clone();
                list.remove(place);
                Value::Array(list)
            };
            (0..list.len()).map(without).collect()
        }
        other => panic!("{other} at {}", path_text(path)),
    }
}

/// A single value without quotes; of a list of blocks, their ids.
fn text_of(value: &Value) -> String {
    match value {
        Value::Array(blocks) => names_of(blocks.iter().map(|block| {
            let id = block.get("id").and_then(Value::as_str);
            id.map_or_else(|| block.to_string(), String::from)
        })),
        single => single.as_str().map_or_else(|| single.to_string(), String::from),
    }
}

fn names<'n>(names: &'n Names, last: &Step) -> &'n str {
    match last {
        Step::Key(lang) if lang == "nl" => &names.nl,
        Step::Key(lang) if lang == "fr" => &names.fr,
        _ => &names.en,
    }
}

/// Whether what an hour is worth is for people to agree on: nothing turns minutes of service into units.
fn is_guideline(design: &Design) -> bool {
    design.unit().kind == UnitKind::Time && design.spending().service.is_none()
}

/// Keys that are for the host alone: why, and what the design answers when the host asks.
fn for_the_host(path: &[Step], design: &Design) -> Option<(&'static str, String)> {
    let last = path.last()?;
    let place = path.iter().find_map(|step| if let Step::Place(place) = step { Some(*place) } else { None });
    Some(match key_text(&path[..path.len() - 1]).as_str() {
        "currency" => match last {
            Step::Key(key) if key == "zone" => {
                ("the host tells the civil day by it", design.currency().zone.clone())
            }
            Step::Key(key) if key == "id" => (
                "the host tells currencies apart by it, and no amendment changes it",
                design.currency().id.to_string(),
            ),
            _ => return None,
        },
        "unit.value[]" if is_guideline(design) => {
            let value = &design.unit().values.get(place?)?;
            let told = match (last, value.stands_for) {
                (Step::Key(key), _) if key == "from" => value.from.to_string(),
                (Step::Key(key), _) if key == "units" => value.units.text(design.unit().scale).to_string(),
                (_, StandsFor::Minutes(minutes)) => minutes.to_string(),
                (_, StandsFor::Euro(_)) => return None,
            };
            ("a guideline, which the host shows", told)
        }
        "currency.names" => ("shown by the host", names(&design.currency().names, last).to_owned()),
        "pot.names" => ("shown by the host", names(&design.pot()?.names, last).to_owned()),
        "earning[].names" => {
            ("shown by the host", names(&design.earning().actions().get(place?)?.names, last).to_owned())
        }
        "issuer[].names" => {
            ("shown by the host", names(&design.issuers().all().get(place?)?.names, last).to_owned())
        }
        "issuer[]" => {
            let issuer = design.issuers().all().get(place?)?;
            let told = if *last == Step::Key(String::from("id")) {
                issuer.id.to_string()
            } else {
                issuer.from.to_string()
            };
            ("contracts carry the name of the issuer of their day", told)
        }
        "contact_point[]" if *last == Step::Key(String::from("subcontractor")) => {
            let point = design.contact_points().all().get(place?)?;
            ("shown by the host", point.subcontractor.map_or_else(String::new, |one| one.to_string()))
        }
        "welcome[].names" => {
            ("shown by the host", names(&design.welcome().gifts().get(place?)?.names, last).to_owned())
        }
        "fact[].names" => {
            ("shown by the host", names(&design.facts().kinds().get(place?)?.names, last).to_owned())
        }
        "redemption[].names" => {
            ("shown by the host", names(&design.redemption().offers().get(place?)?.names, last).to_owned())
        }
        "earning[]" if *last == Step::Key(String::from("measure")) => {
            match &design.earning().actions().get(place?)?.tariff {
                Tariff::Quantity { measure, .. } => ("shown by the host", measure.clone()),
                _ => return None,
            }
        }
        "" if *last == Step::Key(String::from("issuer")) => (
            "contracts carry the name of the issuer of their day",
            names_of(design.issuers().all().iter().map(|issuer| issuer.id.to_string())),
        ),
        _ => return None,
    })
}

fn names_of(ids: impl Iterator<Item = String>) -> String {
    ids.collect::<Vec<_>>().join(", ")
}

/// Keys about something that cannot come about under this design, and why.
fn cannot_come_about(path: &[Step], other: &Value, design: &Design) -> Option<&'static str> {
    if let [Step::Key(block), Step::Key(action), Step::Key(role)] = path
        && block == "permissions"
    {
        let role = design.permissions().roles().iter().find(|one| one.code.to_string() == *role)?;
        let points = design.contact_points().all();
        let nowhere = role.function.is_some_and(|function| !points.iter().any(|point| point.has(function)));
        return match action.as_str() {
            "award" if design.earning().actions().is_empty() => Some("nothing can be earned"),
            "redeem" | "reserve" if design.redemption().offers().is_empty() => {
                Some("nothing can be redeemed")
            }
            "welcome" if design.welcome().gifts().is_empty() => Some("nothing is given on joining"),
            "record_fact" if design.facts().kinds().is_empty() => Some("nothing is recorded"),
            "gift" if !design.spending().gifts => Some("there are no gifts"),
            "print_notes" | "send_notes" | "receive_notes" | "pay_out" | "take_in" | "count_cash"
            | "swap_notes" | "keep_till" | "chargeback" | "approve_difference"
                if design.paper().is_none() =>
            {
                Some("there are no notes")
            }
            "claim_settlement" | "reject_claim" | "approve_settlement" | "confirm_payment" | "claw_back"
                if design.settlement().is_none() =>
            {
                Some("partners are not paid")
            }
            "top_up" | "fund_backing" | "exchange_back" | "pay_given"
                if !design.circulation().euro_backed =>
            {
                Some("no euro back the units")
            }
            "see_account" if nowhere => Some("nobody can hold the role"),
            _ => None,
        };
    }
    match key_text(path).as_str() {
        "redemption[].mixed.rounding" => {
            let whole = |value: &UnitValue| matches!(value, UnitValue::Euro(cents) if cents.den() == 1);
            let values: Vec<UnitValue> =
                design.unit().values.iter().filter_map(|value| design.unit().value_on(value.from)).collect();
            values.iter().all(whole).then_some("every unit is whole cents")
        }
        "expiry.late_award_days" => {
            let longest_wait = design.days().late_window + design.days().pending;
            let ExpiryRule::Months { months, .. } = design.expiry().rule else { return None };
            (months * 28 > longest_wait).then_some("units live longer than any award can be late")
        }
        "earning[].step_rounding" | "earning[].unit_rounding" => {
            let Step::Place(place) = path[1] else { return None };
            let action = &design.earning().actions()[place];
            let Tariff::Hour { step_minutes, .. } = action.tariff else { return None };
            let step = i64::from(step_minutes);
            if key_text(path).ends_with("unit_rounding") {
                return (action.units.minor() * step % 60 == 0).then_some("every step is whole units");
            }
            let halves = other.as_str().is_some_and(|word| word.starts_with("half"));
            match step {
                1 => Some("every minute counts"),
                _ if step % 2 == 1 && halves => Some("no minutes are half a step"),
                _ => None,
            }
        }
        _ => None,
    }
}

/// What a text with one value changed comes to.
#[derive(Debug, PartialEq)]
enum Change {
    /// The text is refused.
    Refused,
    /// Something else happens.
    Read,
    /// Only the host sees it.
    ForTheHost,
    /// It is about what cannot come about.
    Moot,
    /// Nothing is different.
    Unread,
}

fn changed(life: &Life, base: &Design, document: &Value, path: &[Step], other: &Value) -> Change {
    let mut text = document.clone();
    *at(&mut text, path) = other.clone();
    let Ok(design) = Design::parse(&toml::to_string(&text).unwrap()) else { return Change::Refused };
    if design == *base {
        return Change::Unread;
    }
    if life.differs_under(&design) {
        return Change::Read;
    }
    let told = |design: &Design| for_the_host(path, design).map(|(_, told)| told);
    if told(base).is_some() && told(&design) != told(base) && told(&design) == Some(text_of(other)) {
        return Change::ForTheHost;
    }
    if cannot_come_about(path, other, base).is_some() { Change::Moot } else { Change::Unread }
}

/// The design of which every cell of the permission matrix is changed. Of the others those that they write
/// themselves: the cells that all take over from the default are the same, and `matrix.rs` tries each both ways.
const WHOLE_MATRIX: &str = "e-portemonnee";

/// Whether a path is a cell of the matrix that a design does not write itself.
fn is_default_cell(text: &str, path: &[Step]) -> bool {
    let [Step::Key(block), Step::Key(action), Step::Key(role)] = path else { return false };
    let written: Table = text.parse().unwrap();
    block == "permissions"
        && written.get(block).and_then(|it| it.get(action)).and_then(|it| it.get(role)).is_none()
}

fn every_key_is_read(name: &str) {
    let text = SHIPPED.iter().find(|(one, _)| *one == name).unwrap().1;
    let design = Design::parse(text).unwrap();
    let resolved = design.resolved();
    let document = Value::Table(resolved.parse::<Table>().unwrap());
    // The walk changes values, not the form: writing the document again gives the same design.
    assert_eq!(Design::parse(&toml::to_string(&document).unwrap()).unwrap(), design);
    let life = Life::of(&design);
    assert!(!life.differs_under(&design));
    let mut found = Vec::new();
    walk(&document, &mut Vec::new(), &mut found);
    found.retain(|(path, _)| name == WHOLE_MATRIX || !is_default_cell(text, path));
    let mut unread = Vec::new();
    let mut counts = [0; 5];
    for (path, value) in &found {
        for other in others(path, value) {
            let change = changed(&life, &design, &document, path, &other);
            counts[match change {
                Change::Refused => 0,
                Change::Read => 1,
                Change::ForTheHost => 2,
                Change::Moot => 3,
                Change::Unread => 4,
            }] += 1;
            if change == Change::Unread {
                unread.push(format!("{}: {value} -> {other}", path_text(path)));
            }
        }
    }
    #[allow(clippy::print_stdout, reason = "shown with --nocapture")]
    {
        println!("{name}: {} orders; {counts:?} refused, read, for the host, moot, unread", life.len());
    }
    assert!(unread.is_empty(), "{name}: nothing reads\n  {}", unread.join("\n  "));
}

#[test]
fn every_key_of_lets_brussel_is_read() {
    every_key_is_read("lets-brussel");
}

#[test]
fn every_key_of_e_portemonnee_is_read() {
    every_key_is_read("e-portemonnee");
}

#[test]
fn every_key_of_makkie_is_read() {
    every_key_is_read("makkie");
}

#[test]
fn every_key_of_buurtijd_is_read() {
    every_key_is_read("buurtijd");
}

#[test]
fn every_key_of_torekes_is_read() {
    every_key_is_read("torekes");
}

#[test]
fn every_key_of_the_rabot_example_is_read() {
    every_key_is_read("rabot-example");
}

#[test]
fn every_key_of_the_uurbank_example_is_read() {
    every_key_is_read("uurbank-example");
}

#[test]
fn every_key_of_the_wijk_example_is_read() {
    every_key_is_read("wijk-example");
}

/// Whose lives are lived on paper, which the lives played here are not.
const ON_PAPER: [&str; 2] = ["chiemgauer", "eusko"];

/// The walk above covers whatever is shipped, but for what lives on paper.
#[test]
fn every_shipped_design_is_walked() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../core/designs");
    let mut shipped: Vec<String> = std::fs::read_dir(folder)
        .unwrap()
        .filter_map(|entry| {
            entry.unwrap().file_name().to_str().and_then(|name| name.strip_suffix(".toml").map(String::from))
        })
        .collect();
    shipped.sort();
    let mut walked: Vec<String> =
        SHIPPED.map(|(name, _)| name).into_iter().chain(ON_PAPER).map(String::from).collect();
    walked.sort();
    assert_eq!(shipped, walked);
}
