//! The format of the conformance vectors in `tests/vectors/`: `README.md` beside them says what every
//! key means. Reading one is done here; running it is done in `tests/vectors.rs`.

use std::collections::BTreeMap;

use muntwerk::calendar::Day;
use muntwerk::people::PartnerRole;
use serde::Deserialize;
use serde_json::{Map, Value, json};

/// One file: vectors about one topic, and what they have in common.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct File {
    /// What the vectors are about.
    pub topic: String,
    /// Pieces of design text that the vectors put together.
    #[serde(default)]
    pub parts: BTreeMap<String, Vec<String>>,
    /// What holds for every vector that does not say otherwise.
    #[serde(default)]
    pub common: Scene,
    /// The vectors.
    pub vectors: Vec<Vector>,
}

/// The keys of a vector, and those of a step.
///
/// Reading does not refuse a key that it does not know, as these are put together from parts.
pub const KEYS: [&[&str]; 2] = [
    &[
        "name", "source", "working", "design", "opened", "ledger", "roles", "partners", "accounts", "steps",
        "balances", "then",
    ],
    &["order", "batch", "close", "check", "expect", "note"],
];

/// Where a vector plays.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Scene {
    /// The design.
    pub design: Option<DesignSource>,
    /// The first day of the ledger.
    pub opened: Option<Day>,
    /// The id of the ledger.
    pub ledger: Option<String>,
    /// The role in which a person acts unless the order says otherwise: `role` or `role@contact_point`.
    pub roles: Option<BTreeMap<String, String>>,
    /// Partners approved before the first step.
    pub partners: Option<Vec<Partner>>,
    /// Accounts opened before the first step, after the partners.
    pub accounts: Option<Vec<Account>>,
}

/// A design: a shipped file, or text in lines.
#[derive(Clone, Debug, Deserialize)]
#[serde(rename_all = "snake_case")]
#[allow(clippy::exhaustive_enums)]
pub enum DesignSource {
    /// The name of a file of `core/designs/`, without `.toml`.
    File(String),
    /// Lines; `@name` stands for the lines of a part.
    Text(Vec<String>),
}

/// A partner approved before the first step.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Partner {
    /// Its id.
    pub partner: String,
    /// What it may do.
    pub roles: Vec<PartnerRole>,
}

/// An account opened before the first step.
#[derive(Clone, Debug, Deserialize)]
#[serde(untagged)]
#[allow(clippy::exhaustive_enums)]
pub enum Account {
    /// A person's, with the id of the person.
    Person(String),
    /// A household's.
    Household {
        /// The id of the account.
        household: String,
        /// Who holds it.
        holders: Vec<String>,
    },
}

/// One vector.
#[derive(Clone, Debug, Deserialize)]
pub struct Vector {
    /// What it shows.
    pub name: String,
    /// The requirement, vector or decision it comes from, with the document.
    #[serde(default)]
    pub source: String,
    /// The arithmetic by hand.
    #[serde(default)]
    pub working: Vec<String>,
    /// Where it plays, as far as that is not common to the file.
    #[serde(flatten)]
    pub scene: Scene,
    /// What is asked, in order.
    pub steps: Vec<Step>,
    /// Every balance after the last step that is not zero, and any that are.
    pub balances: BTreeMap<String, i64>,
    /// More of the state after the last step.
    #[serde(default)]
    pub then: Check,
}

/// One step.
#[derive(Clone, Debug, Deserialize)]
#[serde(rename_all = "snake_case")]
#[allow(clippy::exhaustive_enums)]
pub enum StepKind {
    /// One order.
    Order(Value),
    /// Orders that succeed whole or not at all.
    Batch(Vec<Value>),
    /// A closing of every day up to this one, a day at a time, each just after midnight.
    Close(Day),
    /// Nothing is asked; the state is looked at.
    Check(Box<Check>),
}

/// One step and what is expected of it.
#[derive(Clone, Debug, Deserialize)]
pub struct Step {
    /// What is done.
    #[serde(flatten)]
    pub kind: StepKind,
    /// What comes of it.
    #[serde(default)]
    pub expect: Expect,
    /// Why the step is there.
    #[serde(default)]
    pub note: String,
}

/// What is expected of a step.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Expect {
    /// It is booked; what it brings about is not looked at.
    #[serde(default)]
    pub booked: bool,
    /// It is booked, with exactly this.
    pub entry: Option<Entry>,
    /// It is refused.
    pub refusal: Option<Refusal>,
    /// In a batch: which order is refused, from zero.
    pub refused_index: Option<usize>,
    /// The same answer was given before.
    #[serde(default)]
    pub repeated: bool,
    /// The refusal leaves no trace.
    #[serde(default)]
    pub unrecorded: bool,
    /// The order cannot be read at all.
    #[serde(default)]
    pub unreadable: bool,
    /// Days are closed, with exactly this.
    pub closing: Option<Closing>,
}

/// What an entry brings about. What is left out is empty.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Entry {
    /// What is added to each account.
    #[serde(default)]
    pub legs: BTreeMap<String, i64>,
    /// Units issued: how (`award`, `credit`, `renewed`, or `grown` where a lot gets larger), how many,
    /// earned on, ending on.
    #[serde(default)]
    pub lots: Vec<(String, i64, Day, Option<Day>)>,
    /// Notes moved: place, series and face to how many pieces come.
    #[serde(default)]
    pub notes: BTreeMap<String, i64>,
    /// Euro moved: place to how many cents come.
    #[serde(default)]
    pub euro: BTreeMap<String, i64>,
    /// How an office stands now: which, and how (`open`, `counted`, `settled`, `ended`).
    pub office: Option<(String, String)>,
    /// A sending that left, or arrived: `sent` or `arrived`, and the order that sent it.
    pub sending: Option<(String, String)>,
    /// What a reviewer should look at.
    #[serde(default)]
    pub flags: Vec<String>,
    /// The order waits: for what, and until when it can be completed.
    pub waits: Option<(String, Day)>,
    /// A pending order ends: which, and how.
    pub ended: Option<(String, String)>,
    /// How much of an earlier order is taken back.
    pub reversed: Option<i64>,
    /// Whom it concerns, where it reaches many at once: accounts, and units on them.
    pub concerns: Option<(u32, i64)>,
    /// Something is reserved: the account, the pieces, the units set aside, the last day to pick it up.
    pub reserved: Option<(String, u32, i64, Option<Day>)>,
    /// Reservations that end: which, and how.
    #[serde(default)]
    pub reservations: Vec<(String, String)>,
    /// Reservations for which nobody came: which, who, and the units that the partner took in all the same.
    #[serde(default)]
    pub missed: Vec<(String, String, i64)>,
    /// Somebody waits: the account, and the pieces.
    pub waiting: Option<(String, u32)>,
    /// Places in a line that end: which, and how.
    #[serde(default)]
    pub places: Vec<(String, String)>,
    /// Whoever waits and is called: the place, the account, the last day to come.
    #[serde(default)]
    pub called: Vec<(String, String, Day)>,
    /// Paid in euro to a partner, in cents.
    #[serde(default)]
    pub paid_in_euro: BTreeMap<String, i64>,
    /// What a partner will be paid for: who, how many units, so many cents for so many units in lowest terms,
    /// the fee in hundredths of a percent.
    pub accepted: Option<(String, i64, i64, i64, u16)>,
    /// What is left of an acceptance that is not claimed: of which order, how many units.
    pub left: Option<(String, i64)>,
    /// A claim is filed.
    pub filed: Option<Filed>,
    /// A claim stands otherwise: which, how it stood, how it stands.
    pub claim: Option<(String, String, String)>,
    /// An acceptance of a claim gets smaller.
    pub claim_line: Option<ChangedLine>,
}

/// A claim that is filed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Filed {
    /// Who is to be paid.
    pub partner: String,
    /// The invoice number.
    pub invoice: String,
    /// The last day of activity.
    pub through: Option<Day>,
    /// The last day to pay it.
    #[serde(default)]
    pub pay_by: Option<Day>,
    /// The lines: units, cents they are worth, cents that are paid, what rounding left as `n/d` cent.
    pub lines: Vec<(i64, i64, i64, String)>,
}

/// An acceptance of a claim that gets smaller.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ChangedLine {
    /// Which claim.
    pub claim: String,
    /// Which acceptance.
    pub acceptance: String,
    /// The units it has now.
    pub has: i64,
    /// The line now: units, cents they are worth, cents that are paid, what rounding left.
    pub line: (i64, i64, i64, String),
    /// The units that were turned down so far.
    #[serde(default)]
    pub rejected: i64,
    /// The cents that the partner owes back so far.
    #[serde(default)]
    pub clawed: i64,
}

/// A refusal.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Refusal {
    /// The stable code.
    pub code: String,
    /// Every figure.
    #[serde(default)]
    pub figures: Map<String, Value>,
    /// The sentence, in the languages given.
    #[serde(default)]
    pub sentence: BTreeMap<String, String>,
}

/// What closing days brings about, in the order of the records. What is left out does not happen.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Closing {
    /// Account, units, their end dates, where they go.
    #[serde(default)]
    pub lapsed: Vec<(String, i64, Vec<Day>, String)>,
    /// Reservations that nobody picked up in time: account, units, id.
    #[serde(default)]
    pub released: Vec<(String, i64, String)>,
    /// Reservations for which nobody came: which, who, and the units that the partner took in all the same.
    #[serde(default)]
    pub missed: Vec<(String, String, i64)>,
    /// Places in a line that end: which, and how.
    #[serde(default)]
    pub places: Vec<(String, String)>,
    /// Whoever waits and is called: the place, the account, the last day to come.
    #[serde(default)]
    pub called: Vec<(String, String, Day)>,
    /// Account, end date, units, the civil day on which it was given.
    #[serde(default)]
    pub notices: Vec<(String, Day, i64, Day)>,
    /// Pending orders that end because nobody completed them.
    #[serde(default)]
    pub expired: Vec<String>,
    /// Warnings of being quiet: account, and the civil day on which it was given.
    #[serde(default)]
    pub warned: Vec<(String, Day)>,
    /// Accounts put in another state: account, state, where what was left went.
    #[serde(default)]
    pub states: Vec<(String, String, BTreeMap<String, i64>)>,
    /// Units that are extended by a new version of the design: accounts, and units on them.
    pub extended: Option<(u32, i64)>,
}

/// The places in a line in order, with the last day to come of those who are called.
pub type Line = Vec<(String, Option<Day>)>;

/// Part of the state.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Check {
    /// Balances in minor units.
    #[serde(default)]
    pub balances: BTreeMap<String, i64>,
    /// What an account holds, in spending order: earned on, ending on, units.
    #[serde(default)]
    pub lots: BTreeMap<String, Vec<(Day, Option<Day>, i64)>>,
    /// How many pieces there are: place, series and face to count.
    #[serde(default)]
    pub notes: BTreeMap<String, i64>,
    /// Euro cents by place.
    #[serde(default)]
    pub euro: BTreeMap<String, i64>,
    /// How offices stand.
    #[serde(default)]
    pub offices: BTreeMap<String, String>,
    /// Every sending under way.
    pub sendings: Option<Vec<String>>,
    /// The part of a debt that reversals caused.
    #[serde(default)]
    pub technical: BTreeMap<String, i64>,
    /// States of accounts.
    #[serde(default)]
    pub states: BTreeMap<String, String>,
    /// Pieces in stock that are free: by offer, by partner.
    #[serde(default)]
    pub stock: BTreeMap<String, BTreeMap<String, i64>>,
    /// Every open reservation.
    pub reservations: Option<Vec<String>>,
    /// Every line: by offer, by partner, the places in order, with the last day to come of those who are called.
    #[serde(default)]
    pub lines: BTreeMap<String, BTreeMap<String, Line>>,
    /// Every order that waits.
    pub pending: Option<Vec<String>>,
    /// Every acceptance that is not claimed: the order, and the units.
    pub open: Option<BTreeMap<String, i64>>,
    /// How claims stand.
    #[serde(default)]
    pub claims: BTreeMap<String, String>,
    /// The current day.
    pub day: Option<Day>,
}

impl File {
    /// A vector with what is common to the file filled in.
    pub fn scene(&self, vector: &Vector) -> Scene {
        let (own, common) = (vector.scene.clone(), self.common.clone());
        Scene {
            design: own.design.or(common.design),
            opened: own.opened.or(common.opened),
            ledger: own.ledger.or(common.ledger),
            roles: own.roles.or(common.roles),
            partners: own.partners.or(common.partners),
            accounts: own.accounts.or(common.accounts),
        }
    }

    /// The text of a design; a shipped one is read with `shipped`.
    ///
    /// # Errors
    /// Which part or file is missing.
    pub fn design_text(
        &self,
        source: &DesignSource,
        shipped: impl Fn(&str) -> Result<String, String>,
    ) -> Result<String, String> {
        let lines = match source {
            DesignSource::File(name) => return shipped(name),
            DesignSource::Text(lines) => lines,
        };
        let mut text = String::new();
        for line in lines {
            let part = match line.strip_prefix('@') {
                Some(name) => self.parts.get(name).ok_or(format!("there is no part {name}"))?.as_slice(),
                None => std::slice::from_ref(line),
            };
            for line in part {
                text.push_str(line);
                text.push('\n');
            }
        }
        Ok(text)
    }
}

/// An order id with the zeros that a vector leaves out.
pub fn padded(id: &str) -> String {
    format!("{id:0>32}")
}

/// Completes an order as a vector writes it: everything an order has, in the form the library reads.
///
/// `number` counts the vector's orders from one, the ones before the first step included.
pub fn complete(order: &Value, number: u32, day: Day, roles: &BTreeMap<String, String>) -> Value {
    let mut full = order.as_object().cloned().unwrap_or_default();
    let id = full.get("id").and_then(Value::as_str).map_or(format!("1{number:016x}"), str::to_owned);
    full.insert("id".into(), json!(padded(&id)));
    let actor = full.get("actor").and_then(Value::as_str).unwrap_or_default();
    let role = roles.get(actor).map_or("participant", String::as_str);
    let (role, place) = role.split_once('@').map_or((role, None), |(role, place)| (role, Some(place)));
    if !full.contains_key("role") {
        full.insert("role".into(), json!(role));
        if let Some(place) = place {
            full.entry("contact_point").or_insert(json!(place));
        }
    }
    let instant = 1_735_689_600_000_i64.saturating_add(i64::from(number).saturating_mul(60_000));
    full.entry("instant").or_insert(json!(instant));
    let booking_day = full.entry("booking_day").or_insert(json!(day)).clone();
    full.entry("value_day").or_insert(booking_day);
    let ask = full.get_mut("ask").and_then(Value::as_object_mut).into_iter().flat_map(Map::values_mut);
    for ask in ask.filter_map(Value::as_object_mut) {
        if let Some(Value::String(id)) = ask.get_mut("lost").and_then(|lost| lost.get_mut("sending")) {
            *id = padded(id);
        }
        for refers_to in ["original", "pending", "sending", "reservation", "place", "claim", "acceptance"] {
            if let Some(Value::String(id)) = ask.get_mut(refers_to) {
                *id = padded(id);
            }
        }
    }
    Value::Object(full)
}
