//! [`Design::resolved`]: the design as text again, with every default written out.

use std::fmt;

use serde::Serialize;

use crate::money::{Amount, Balance, Scale};

use super::{Design, Names};

impl Design {
    /// The complete design as TOML text, with every default written out and catalogues in the order of
    /// their codes. Reading it gives an equal design, also for a library whose defaults are others, and
    /// equal designs give equal bytes.
    pub fn resolved(&self) -> String {
        let scale = self.unit.scale;
        let mut out = Writer(format!("format = {}\n", super::document::FORMAT));
        self.currency.write(&mut out);
        self.issuers.write(&mut out);
        self.unit.write(&mut out);
        self.circulation.write(&mut out);
        self.limits.write(self.circulation.mutual_credit, scale, &mut out);
        self.facts.write(&mut out);
        self.activities.write(&mut out);
        self.earning.write(scale, &mut out);
        self.caps.write(scale, &mut out);
        self.redemption.write(scale, &mut out);
        self.expiry.write(&mut out);
        self.lots.write(&mut out);
        self.days.write(&mut out);
        self.spending.write(&mut out);
        self.reversal.write(self.expiry.expires(), &mut out);
        self.leaving.write(&mut out);
        if let Some(inactivity) = self.inactivity {
            inactivity.write(&mut out);
        }
        if let Some(pot) = &self.pot {
            pot.write(&mut out);
        }
        self.welcome.write(scale, &mut out);
        if let Some(paper) = &self.paper {
            paper.write(scale, &mut out);
        }
        if let Some(settlement) = &self.settlement {
            settlement.write(scale, &mut out);
        }
        if let Some(exchange_back) = self.exchange_back {
            exchange_back.write(&mut out);
        }
        self.contact_points.write(&mut out);
        self.permissions.write(&mut out);
        for holder in &self.office_holders {
            holder.write(&mut out);
        }
        out.0
    }
}

/// Writes tables and keys one after the other.
pub(super) struct Writer(String);

impl Writer {
    fn line(&mut self, line: fmt::Arguments<'_>) {
        // Writing to a string does not fail.
        let _ = fmt::Write::write_fmt(&mut self.0, format_args!("{line}\n"));
    }

    pub(super) fn table(&mut self, name: &str) {
        self.line(format_args!("\n[{name}]"));
    }

    pub(super) fn element(&mut self, name: &str) {
        self.line(format_args!("\n[[{name}]]"));
    }

    /// A value that is TOML as it prints: a number, a truth, a day, a list.
    pub(super) fn pair(&mut self, key: impl fmt::Display, value: impl fmt::Display) {
        self.line(format_args!("{key} = {value}"));
    }

    pub(super) fn text(&mut self, key: impl fmt::Display, text: impl fmt::Display) {
        self.pair(key, quoted(text));
    }

    pub(super) fn word(&mut self, key: &str, word: impl Serialize) {
        self.pair(key, word_of(word));
    }

    pub(super) fn amount(&mut self, key: &str, amount: Amount, scale: Scale) {
        self.text(key, amount.text(scale));
    }

    pub(super) fn balance(&mut self, key: &str, balance: Balance, scale: Scale) {
        self.text(key, balance.text(scale));
    }

    pub(super) fn names(&mut self, names: &Names) {
        let [nl, fr, en] = [&names.nl, &names.fr, &names.en].map(quoted);
        self.pair("names", format_args!("{{ nl = {nl}, fr = {fr}, en = {en} }}"));
    }
}

/// A text as TOML writes it.
pub(super) fn quoted(text: impl fmt::Display) -> String {
    toml::Value::String(text.to_string()).to_string()
}

/// The word that stands for a value, in quotes.
pub(super) fn word_of(word: impl Serialize) -> String {
    toml::Value::try_from(word).map_or_else(|_| String::new(), |word| word.to_string())
}

/// Several values as a list.
pub(super) fn list(values: impl IntoIterator<Item = String>) -> String {
    format!("[{}]", values.into_iter().collect::<Vec<_>>().join(", "))
}

/// A code as a key: only a point needs quotes.
pub(super) fn key_of(code: impl fmt::Display) -> String {
    let code = code.to_string();
    if code.contains('.') { quoted(code) } else { code }
}
