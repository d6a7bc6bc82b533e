//! The design file as it is written: its keys and types, before anything is checked.

use serde::Deserialize;
use serde::de::IgnoredAny;
use serde_path_to_error::{Path, Segment};
use toml::Value;

use super::problem::Problems;
use super::spanned::Spanned;
use super::{
    circulation, contact_points, currency, days, earning, expiry, leaving, limits, lots, office_holders,
    permissions, pot, redemption, reversal, spending, unit,
};

/// The format of design files that this library reads and writes.
pub(super) const FORMAT: i64 = 0;

/// The blocks of a design file.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RawDesign {
    #[serde(rename = "format")]
    _format: IgnoredAny,
    pub(super) currency: currency::RawCurrency,
    pub(super) unit: unit::RawUnit,
    pub(super) circulation: Spanned<circulation::RawCirculation>,
    #[serde(default)]
    pub(super) limits: limits::RawLimits,
    #[serde(default)]
    pub(super) earning: Vec<Spanned<earning::RawEarning>>,
    #[serde(default)]
    pub(super) redemption: Vec<redemption::RawOffer>,
    #[serde(default)]
    pub(super) expiry: expiry::RawExpiry,
    #[serde(default)]
    pub(super) lots: lots::RawLots,
    #[serde(default)]
    pub(super) days: days::RawDays,
    #[serde(default)]
    pub(super) spending: spending::RawSpending,
    #[serde(default)]
    pub(super) reversal: reversal::RawReversal,
    #[serde(default)]
    pub(super) leaving: leaving::RawLeaving,
    pub(super) pot: Option<pot::RawPot>,
    #[serde(default)]
    pub(super) contact_point: Vec<contact_points::RawContactPoint>,
    #[serde(default)]
    pub(super) roles: permissions::RawRoles,
    #[serde(default)]
    pub(super) permissions: permissions::RawCells,
    #[serde(default)]
    pub(super) office_holder: Vec<Spanned<office_holders::RawOfficeHolder>>,
}

impl RawDesign {
    /// The document, if it has the keys and types of a design file; otherwise a problem is added.
    pub(super) fn read(text: &str, problems: &mut Problems) -> Option<Self> {
        if !format_is_known(text, problems) {
            return None;
        }
        let document = toml::Deserializer::parse(text).map_err(|error| tell(&error, None, problems)).ok()?;
        serde_path_to_error::deserialize(document)
            .map_err(|error| tell(error.inner(), Some(error.path()), problems))
            .ok()
    }
}

/// A file of another format may have other keys: that is told before anything else.
fn format_is_known(text: &str, problems: &mut Problems) -> bool {
    #[derive(Deserialize)]
    struct FormatOnly {
        format: Option<Spanned<Value>>,
    }
    let format = match toml::from_str::<FormatOnly>(text) {
        Ok(document) => document.format,
        Err(error) => {
            tell(&error, None, problems);
            return false;
        }
    };
    let Some(format) = format else {
        problems.add(0..0, "format", format_args!("a design file begins with format = {FORMAT}"));
        return false;
    };
    let first = text.lines().map(str::trim_start).find(|line| !line.is_empty() && !line.starts_with('#'));
    if format.get_ref().as_integer() != Some(FORMAT) {
        problems.add(
            format.span(),
            "format",
            format_args!("this library reads format {FORMAT}, and not {}", format.get_ref()),
        );
    } else if !first.is_some_and(|line| line.starts_with("format") || line.starts_with("\"format")) {
        problems.add(format.span(), "format", "this is the first key of a design file");
    } else {
        return true;
    }
    false
}

/// Adds what the TOML reader refused, without its names for things in Rust.
fn tell(error: &toml::de::Error, path: Option<&Path>, problems: &mut Problems) {
    let message = error.message().lines().collect::<Vec<_>>().join(", ");
    let mut key = path.map(key_of).unwrap_or_default();
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
    [
        ("unknown field", "no key is called"),
        ("unknown variant", "no word here is"),
        ("expected i64", "expected a whole number"),
        (" as i128", ""),
        ("sequence", "list"),
        ("type: map", "type: table"),
    ]
    .into_iter()
    .fold(message.to_owned(), |message, (from, to)| message.replace(from, to))
}

/// The path without the steps that only carry a place.
fn key_of(path: &Path) -> String {
    let mut key = String::new();
    for segment in path {
        match segment {
            Segment::Seq { index } => key.push_str(&format!("[{index}]")),
            Segment::Map { key: step } if step.starts_with("$__") => {}
            Segment::Map { key: step } | Segment::Enum { variant: step } => {
                if !key.is_empty() {
                    key.push('.');
                }
                key.push_str(step);
            }
            Segment::Unknown => {}
        }
    }
    key
}
