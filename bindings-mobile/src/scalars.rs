//! What crosses the border as a text or a number, and is checked when it comes in.
//!
//! These are the core's own types, so that nothing that was let in has to be checked again. Their names must
//! not be those of the platform's types: Kotlin and Swift write `Id` for a text that is one.

use muntwerk::books::EuroPlace;
use muntwerk::calendar::Day;
use muntwerk::id::{Code, Id, OrderId};
use muntwerk::money::{Amount, Balance};
use muntwerk::office::Place;
use muntwerk::people::Share;

use crate::error::invalid;

/// A sum over many accounts, in minor units or cents: it may be larger than any amount.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Total(pub i128);

/// The text of a design file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DesignText(pub String);

/// The text of a payment request, or a part of one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RequestText(pub String);

/// The hexadecimal digits of a key.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeyDigits(pub String);

/// A text in JSON.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct JsonText(pub String);

uniffi::custom_type!(DesignText, String, {
    try_lift: |text| Ok(DesignText(text)),
    lower: |design| design.0,
});

uniffi::custom_type!(RequestText, String, {
    try_lift: |text| Ok(RequestText(text)),
    lower: |request| request.0,
});

uniffi::custom_type!(KeyDigits, String, {
    try_lift: |text| Ok(KeyDigits(text)),
    lower: |digits| digits.0,
});

uniffi::custom_type!(JsonText, String, {
    try_lift: |text| Ok(JsonText(text)),
    lower: |json| json.0,
});

uniffi::custom_type!(Id, String, {
    remote,
    try_lift: |text| Ok(Id::parse(&text).map_err(|error| invalid("id", &text, error))?),
    lower: |id| id.to_string(),
});

uniffi::custom_type!(Code, String, {
    remote,
    try_lift: |text| Ok(Code::parse(&text).map_err(|error| invalid("code", &text, error))?),
    lower: |code| code.to_string(),
});

uniffi::custom_type!(OrderId, String, {
    remote,
    try_lift: |text| Ok(text.parse::<OrderId>().map_err(|error| invalid("order_id", &text, error))?),
    lower: |id| id.to_string(),
});

uniffi::custom_type!(Day, String, {
    remote,
    try_lift: |text| Ok(Day::parse(&text).map_err(|error| invalid("day", &text, error))?),
    lower: |day| day.to_string(),
});

uniffi::custom_type!(Place, String, {
    remote,
    try_lift: |text| Ok(text.parse::<Place>().map_err(|error| invalid("place", &text, error))?),
    lower: |place| place.to_string(),
});

uniffi::custom_type!(EuroPlace, String, {
    remote,
    try_lift: |text| Ok(text.parse::<EuroPlace>().map_err(|error| invalid("euro_place", &text, error))?),
    lower: |place| place.to_string(),
});

uniffi::custom_type!(Amount, i64, {
    remote,
    try_lift: |minor| Ok(Amount::from_minor(minor).map_err(|error| invalid("amount", minor, error))?),
    lower: |amount| amount.minor(),
});

uniffi::custom_type!(Balance, i64, {
    remote,
    try_lift: |minor| Ok(Balance::from_minor(minor).map_err(|error| invalid("balance", minor, error))?),
    lower: |balance| balance.minor(),
});

uniffi::custom_type!(Share, u16, {
    remote,
    try_lift: |hundredths| Ok(Share::new(hundredths).map_err(|error| invalid("share", hundredths, error))?),
    lower: |share| share.hundredths(),
});

uniffi::custom_type!(Total, String, {
    try_lift: |text| Ok(Total(text.parse::<i128>().map_err(|error| invalid("total", &text, error))?)),
    lower: |total| total.0.to_string(),
});
