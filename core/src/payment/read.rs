//! A request from text, strictly. The checksum comes before everything else that is said about the text: of a
//! damaged one nothing is believed.

use std::str::FromStr;

use crate::calendar::Day;
use crate::id::{Code, Id};

use super::checksum::{CHARACTERS, checksum};
use super::layout::{BEFORE_SUM, LONGEST, OPTIONS, PREFIX, VERSION};
use super::{AskedAmount, Part, PaymentRequest, PaymentRequestError, Reason};

impl PaymentRequest {
    /// Reads a request. Nothing is trimmed, decoded or guessed; what may differ from what is written stands in the
    /// [module](super).
    ///
    /// # Errors
    /// [`PaymentRequestError`] with the part, the byte and the reason. [`Reason::NotARequest`] is a text for
    /// another app; [`Reason::UnknownVersion`] wants a newer library; the others are a damaged or a bad text.
    pub fn parse(text: &str) -> Result<Self, PaymentRequestError> {
        let body = checked(text)?;
        let (path, options) = body.split_once('?').unwrap_or((body, ""));
        let [ledger, payee] = read_path(path)?;
        let request = Self::new(ledger.value, payee.value)
            .map_err(|error| PaymentRequestError { at: Some(payee.at), ..error })?;
        Options::of(options, PREFIX.len().saturating_add(path.len()).saturating_add(1))?.fill(request)
    }
}

impl FromStr for PaymentRequest {
    type Err = PaymentRequestError;
    fn from_str(text: &str) -> Result<Self, PaymentRequestError> {
        Self::parse(text)
    }
}

/// Something that was found at a byte of the text.
#[derive(Clone, Copy)]
struct Found<T> {
    at: usize,
    value: T,
}

impl Found<&str> {
    fn read<T, E>(
        self,
        part: Part,
        read: impl FnOnce(&str) -> Result<T, E>,
        reason: impl FnOnce(E) -> Reason,
    ) -> Result<T, PaymentRequestError> {
        read(self.value).map_err(|error| reason(error).at(self.at).about(part))
    }
}

/// What stands between the beginning and the checksum, if the checksum belongs to it.
fn checked(text: &str) -> Result<&str, PaymentRequestError> {
    let Some(rest) = text.strip_prefix(PREFIX) else {
        let same = text.bytes().zip(PREFIX.bytes()).take_while(|(one, other)| one == other).count();
        return Err(Reason::NotARequest.at(same));
    };
    if text.len() > LONGEST {
        return Err(Reason::TooLong { bytes: text.len() }.at(LONGEST));
    }
    if let Some((at, found)) = text.char_indices().find(|(_, character)| !occurs(*character)) {
        return Err(Reason::Character { found }.at(at));
    }
    known_version(rest)?;
    let cut_short = || Reason::CutShort.at(text.len()).about(Part::Sum);
    let sum_at = text.len().checked_sub(CHARACTERS).ok_or_else(cut_short)?;
    let (before, sum) = text.split_at_checked(sum_at).ok_or_else(cut_short)?;
    let before = before.strip_suffix(BEFORE_SUM).ok_or_else(cut_short)?;
    if checksum(before) != sum {
        return Err(Reason::Damaged { found: sum.to_owned() }.at(sum_at).about(Part::Sum));
    }
    before.strip_prefix(PREFIX).ok_or_else(cut_short)
}

/// Whether a character occurs in requests.
const fn occurs(character: char) -> bool {
    matches!(character, 'a'..='z' | 'A'..='Z' | '0'..='9' | '-' | '.' | '_' | ':' | '/' | '?' | '&' | '=')
}

/// Another version may have another checksum, so it is looked at first.
fn known_version(rest: &str) -> Result<(), PaymentRequestError> {
    let (path, options) = rest.split_once('?').unwrap_or((rest, ""));
    let start = PREFIX.len().saturating_add(path.len()).saturating_add(1);
    let version = split(options, '&', start).find_map(|option| {
        let value = option.value.strip_prefix(Part::Version.name())?.strip_prefix('=')?;
        Some(Found { at: end_of(option).saturating_sub(value.len()), value })
    });
    match version {
        Some(Found { at, value: found }) if found != VERSION => {
            Err(Reason::UnknownVersion { found: found.to_owned() }.at(at).about(Part::Version))
        }
        _ => Ok(()),
    }
}

fn end_of(found: Found<&str>) -> usize {
    found.at.saturating_add(found.value.len())
}

/// The pieces between separators, with the bytes at which they begin.
fn split(text: &str, separator: char, start: usize) -> impl Iterator<Item = Found<&str>> {
    let mut at = start;
    text.split(separator).map(move |value| {
        let found = Found { at, value };
        at = end_of(found).saturating_add(1);
        found
    })
}

/// The ledger and the payee.
fn read_path(path: &str) -> Result<[Found<Id>; 2], PaymentRequestError> {
    let mut segments = split(path, '/', PREFIX.len());
    let (Some(ledger), Some(payee), None) = (segments.next(), segments.next(), segments.next()) else {
        return Err(Reason::Path { segments: path.split('/').count() }.at(PREFIX.len()));
    };
    let id = |part, found: Found<&str>| {
        found.read(part, Id::parse, Reason::Id).map(|value| Found { at: found.at, value })
    };
    Ok([id(Part::Ledger, ledger)?, id(Part::Payee, payee)?])
}

/// The values of the options, in the order of [`OPTIONS`].
struct Options<'t> {
    values: [Option<Found<&'t str>>; OPTIONS.len()],
    end: usize,
}

impl<'t> Options<'t> {
    fn of(text: &'t str, start: usize) -> Result<Self, PaymentRequestError> {
        let mut values = [None; OPTIONS.len()];
        for option in split(text, '&', start) {
            let (key, value) = option
                .value
                .split_once('=')
                .ok_or_else(|| Reason::NotAnOption { found: option.value.to_owned() }.at(option.at))?;
            let known = OPTIONS.into_iter().zip(&mut values).find(|(part, _)| part.name() == key);
            let (part, slot) = known.ok_or_else(|| match key == Part::Sum.name() {
                // The one that counts stands at the end.
                true => Reason::DoubledKey.at(option.at).about(Part::Sum),
                false => Reason::UnknownKey { key: key.to_owned() }.at(option.at),
            })?;
            if slot.is_some() {
                return Err(Reason::DoubledKey.at(option.at).about(part));
            }
            *slot = Some(Found { at: end_of(option).saturating_sub(value.len()), value });
        }
        Ok(Self { values, end: start.saturating_add(text.len()) })
    }

    fn fill(self, request: PaymentRequest) -> Result<PaymentRequest, PaymentRequestError> {
        let [version, amount, reference, until, offer, category] = self.values;
        version.ok_or_else(|| Reason::MissingKey.at(self.end).about(Part::Version))?;
        let mut request = request;
        if let Some(amount) = amount {
            request = request.with_amount(amount.read(Part::Amount, AskedAmount::read, |reason| reason)?);
        }
        if let Some(reference) = reference {
            request = request.with_reference(reference.read(Part::Reference, Id::parse, Reason::Id)?);
        }
        if let Some(until) = until {
            request = request.until(until.read(Part::Until, Day::parse, Reason::Day)?);
        }
        if let Some(offer) = offer {
            request = request.for_offer(offer.read(Part::Offer, Id::parse, Reason::Id)?);
        }
        if let Some(category) = category {
            request = request.of_category(category.read(Part::Category, Code::parse, Reason::Id)?);
        }
        Ok(request)
    }
}
