//! The design file as it is written: its keys and types, before anything is checked.

use serde::Deserialize;
use serde::de::IgnoredAny;
use toml::de::DeValue;

use super::problem::Problems;
use super::reader::{Document, ReadError};
use super::spanned::Spanned;
use super::{
    activities, caps, circulation, contact_points, currency, days, earning, exchange_back, expiry, facts,
    inactivity, issuers, leaving, limits, lots, office_holders, paper, permissions, pot, redemption,
    reversal, settlement, spending, unit, welcome,
};

/// The format of design files that this library reads and writes.
pub(super) const FORMAT: i64 = 0;

/// A currency as its steering group decides it. `format = 0` stands first; every block that is left
/// out has the defaults of its keys.
#[derive(Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub(super) struct RawDesign {
    /// The format of the file: `0`, and the first key. A library that reads another format says so before
    /// anything else.
    ///
    /// Example: `0`.
    #[serde(rename = "format")]
    #[cfg_attr(feature = "schema", schemars(schema_with = "super::schema::format"))]
    _format: IgnoredAny,
    /// What the currency is called, and where it is.
    pub(super) currency: currency::RawCurrency,
    /// The legal persons behind the currency (H3.5): one `[[issuer]]` each, in the order of their days.
    #[serde(default)]
    pub(super) issuer: Vec<issuers::RawIssuer>,
    /// The unit: what it measures, its names, its decimals, what it stands for.
    pub(super) unit: unit::RawUnit,
    /// How units come into circulation.
    pub(super) circulation: Spanned<circulation::RawCirculation>,
    /// How far an account may go below zero and above it (R15, R16).
    #[serde(default)]
    pub(super) limits: limits::RawLimits,
    /// What can be recorded about a person: one `[[fact]]` each.
    #[serde(default)]
    pub(super) fact: Vec<facts::RawFact>,
    /// What is never rewarded or paid for, and the categories of services.
    #[serde(default)]
    pub(super) activities: activities::RawActivities,
    /// The catalogue of what can be earned with: one `[[earning]]` per line. Belongs to
    /// `circulation.reward = true`, which needs at least one.
    #[serde(default)]
    pub(super) earning: Vec<Spanned<earning::RawEarning>>,
    /// How much can be earned in a period: one `[[cap]]` each (R11). Every cap that covers an activity counts
    /// what is awarded for it; of several the one that leaves least says what happens.
    #[serde(default)]
    pub(super) cap: Vec<Spanned<caps::RawCap>>,
    /// The catalogue of what units can be spent on outside the ring: one `[[redemption]]` per offer.
    #[serde(default)]
    pub(super) redemption: Vec<redemption::RawOffer>,
    /// When units lapse, after which notice, and where they go. Left out: never.
    #[serde(default)]
    pub(super) expiry: expiry::RawExpiry,
    /// How finely units are told apart, and which are spent first.
    #[serde(default)]
    pub(super) lots: lots::RawLots,
    /// How late an act may be booked, and how long a pending order waits.
    #[serde(default)]
    pub(super) days: days::RawDays,
    /// What participants may do with units among themselves, beside paying for a service.
    #[serde(default)]
    pub(super) spending: spending::RawSpending,
    /// How a wrong entry is taken back, by a linked counter-entry (R44).
    #[serde(default)]
    pub(super) reversal: reversal::RawReversal,
    /// What happens to the balance of somebody who leaves (R45). Never euro.
    #[serde(default)]
    pub(super) leaving: leaving::RawLeaving,
    /// When somebody who does nothing is called inactive (R62). Left out: never.
    pub(super) inactivity: Option<inactivity::RawInactivity>,
    /// The common pot (gemeenschappelijke pot; H4.10, H4.12). Left out: there is none.
    pub(super) pot: Option<pot::RawPot>,
    /// What is given once to whoever joins (R13): one `[[welcome]]` each.
    #[serde(default)]
    pub(super) welcome: Vec<welcome::RawWelcome>,
    /// Notes and tokens by series, and how offices deal with them (R32-R35, R41). Left out: there is no paper.
    pub(super) paper: Option<paper::RawPaper>,
    /// How partners are paid in euro for the units they take in (uitbetaling; R38, R39). Left out: not through these
    /// books.
    pub(super) settlement: Option<Spanned<settlement::RawSettlement>>,
    /// How units of a backed currency become euro again (terugwisselen; R29). Left out: they never do.
    pub(super) exchange_back: Option<Spanned<exchange_back::RawExchangeBack>>,
    /// The places where people are helped (contactpunten; H3.7): one `[[contact_point]]` each.
    #[serde(default)]
    pub(super) contact_point: Vec<contact_points::RawContactPoint>,
    /// Roles beside those that are always there, by their codes. A code has at most 32 characters: a to z,
    /// digits, `-`, `.` and `_`.
    #[serde(default)]
    pub(super) roles: permissions::RawRoles,
    /// Who may do what: per action the roles, and what each is granted. Only what differs from the default
    /// matrix needs to stand here; `none` takes a default away. A role that is not named keeps the default.
    #[serde(default)]
    #[cfg_attr(feature = "schema", schemars(schema_with = "super::schema::cells"))]
    pub(super) permissions: permissions::RawCells,
    /// Who holds a role from the first day: one `[[office_holder]]` each. Later appointments are orders.
    /// Somebody must be able to close a day and to appoint.
    #[serde(default)]
    pub(super) office_holder: Vec<Spanned<office_holders::RawOfficeHolder>>,
}

impl RawDesign {
    /// The document, if it has the keys and types of a design file; otherwise a problem is added.
    pub(super) fn read(text: &str, problems: &mut Problems) -> Option<Self> {
        let document = Document::parse(text).map_err(|error| tell(&error, problems)).ok()?;
        if !format_is_known(&document, text, problems) {
            return None;
        }
        document.read().map_err(|error| tell(&error, problems)).ok()
    }
}

/// A file of another format may have other keys: that is told before anything else.
fn format_is_known(document: &Document<'_>, text: &str, problems: &mut Problems) -> bool {
    let Some(format) = document.get("format") else {
        problems.add(0..0, "format", format_args!("a design file begins with format = {FORMAT}"));
        return false;
    };
    let first = text.lines().map(str::trim_start).find(|line| !line.is_empty() && !line.starts_with('#'));
    if !is(format.get_ref(), FORMAT) {
        let found = text.get(format.span()).unwrap_or_default();
        problems.add(
            format.span(),
            "format",
            format_args!("this library reads format {FORMAT}, and not {found}"),
        );
    } else if !first.is_some_and(|line| line.starts_with("format") || line.starts_with("\"format")) {
        problems.add(format.span(), "format", "this is the first key of a design file");
    } else {
        return true;
    }
    false
}

fn is(value: &DeValue<'_>, number: i64) -> bool {
    let DeValue::Integer(whole) = value else { return false };
    i64::from_str_radix(whole.as_str(), whole.radix()) == Ok(number)
}

/// Adds what the TOML reader refused, without its names for things in Rust.
fn tell(error: &ReadError, problems: &mut Problems) {
    let message = error.message().lines().collect::<Vec<_>>().join(", ");
    let mut key = error.path();
    let missing = message.strip_prefix("missing field `").and_then(|rest| rest.strip_suffix('`'));
    if let Some(field) = missing {
        if !key.is_empty() {
            key.push('.');
        }
        key.push_str(field);
    }
    let reason = match missing {
        Some(_) => "it is missing".to_owned(),
        None => plain(&message),
    };
    problems.add(
        error.span().unwrap_or_default(),
        if key.is_empty() { "design".to_owned() } else { key },
        reason,
    );
}

/// The message in words that a design file is written in.
fn plain(message: &str) -> String {
    let (said, expected) =
        message.split_once("expected struct ").map_or((message, ""), |(said, _)| (said, "expected a table"));
    [
        ("unknown field", "no key is called"),
        ("unknown variant", "no word here is"),
        ("expected i64", "expected a whole number"),
        (" as i128", ""),
        ("sequence", "list"),
        ("type: map", "type: table"),
    ]
    .into_iter()
    .fold(format!("{said}{expected}"), |message, (from, to)| message.replace(from, to))
}
