//! The pay list as ISO 20022 `pain.001.001.09`: customer credit transfers in euro, as SEPA has them since the
//! rulebook of 2023.

use super::payees::LONGEST_NAME;
use super::sepa_text::sepa_text;
use super::{Iban, PayList, PayListError, Payees};
use crate::calendar::{Day, Instant};
use crate::design::euro_scale;
use crate::id::Id;

/// Who pays, and when.
#[derive(Clone, Debug, PartialEq, Eq)]
#[allow(clippy::exhaustive_structs)]
pub struct Payer {
    /// The name on the account.
    pub name: String,
    /// The account that is debited.
    pub iban: Iban,
    /// The id of the message: the bank takes each once.
    pub message: Id,
    /// When the file is made.
    pub created: Instant,
    /// The day on which the bank is to pay.
    pub on: Day,
}

impl PayList {
    /// As one message with one payment of all lines. The reference end to end is the order that filed the
    /// claim, and what the payee reads is the invoice number. Names are written in the letters that every
    /// bank takes (EPC217-08): `Café` is `Cafe`.
    ///
    /// # Errors
    /// [`PayListError`]: the payer has no name, a payee is missing, there is nothing to pay, or the sum does not
    /// fit.
    pub fn pain_001(&self, payer: &Payer, payees: &Payees) -> Result<String, PayListError> {
        if payer.name.trim().is_empty() {
            return Err(PayListError::PayerName);
        }
        let paid: Vec<_> = self.lines.iter().filter(|line| !line.cents.is_zero()).collect();
        if paid.is_empty() {
            return Err(PayListError::Empty);
        }
        let mut xml = Xml::default();
        let (count, sum) = (paid.len().to_string(), self.total()?.text(euro_scale()).to_string());
        let message = payer.message.to_string();
        let payer_name = name(&payer.name);
        xml.open("CstmrCdtTrfInitn");
        xml.open("GrpHdr");
        xml.text("MsgId", &message);
        xml.text("CreDtTm", &date_time(payer.created));
        xml.text("NbOfTxs", &count);
        xml.text("CtrlSum", &sum);
        xml.open("InitgPty");
        xml.text("Nm", &payer_name);
        xml.close("InitgPty");
        xml.close("GrpHdr");
        xml.open("PmtInf");
        xml.text("PmtInfId", &message);
        xml.text("PmtMtd", "TRF");
        xml.text("NbOfTxs", &count);
        xml.text("CtrlSum", &sum);
        xml.within(&["PmtTpInf", "SvcLvl"], "Cd", "SEPA");
        xml.within(&["ReqdExctnDt"], "Dt", &payer.on.to_string());
        xml.within(&["Dbtr"], "Nm", &payer_name);
        xml.within(&["DbtrAcct", "Id"], "IBAN", &payer.iban.to_string());
        // The bank follows from the account.
        xml.within(&["DbtrAgt", "FinInstnId", "Othr"], "Id", "NOTPROVIDED");
        xml.text("ChrgBr", "SLEV");
        for line in paid {
            let payee = payees.of(line.partner)?;
            xml.open("CdtTrfTxInf");
            xml.within(&["PmtId"], "EndToEndId", &line.claim.to_string());
            xml.open("Amt");
            xml.line(&format!("<InstdAmt Ccy=\"EUR\">{}</InstdAmt>", line.cents.text(euro_scale())));
            xml.close("Amt");
            xml.within(&["Cdtr"], "Nm", &name(&payee.name));
            xml.within(&["CdtrAcct", "Id"], "IBAN", &payee.iban.to_string());
            xml.within(&["RmtInf"], "Ustrd", &line.invoice.to_string());
            xml.close("CdtTrfTxInf");
        }
        xml.close("PmtInf");
        xml.close("CstmrCdtTrfInitn");
        Ok(format!(
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Document \
             xmlns=\"urn:iso:std:iso:20022:tech:xsd:pain.001.001.09\">\n{}</Document>\n",
            xml.text
        ))
    }
}

/// A name as banks take it; some signs become two letters, so the end may have to go.
fn name(text: &str) -> String {
    sepa_text(text.trim()).chars().take(LONGEST_NAME).collect()
}

const DAY: i64 = 86_400_000;

/// An instant as ISO 8601 in UTC; instants outside the days that can be written are its first.
fn date_time(instant: Instant) -> String {
    let millis = instant.millis();
    let day = i32::try_from(millis.div_euclid(DAY)).ok().and_then(|days| Day::from_since_epoch(days).ok());
    let seconds = millis.rem_euclid(DAY).div_euclid(1000);
    let (hours, rest) = (seconds.div_euclid(3600), seconds.rem_euclid(3600));
    let (minutes, seconds) = (rest.div_euclid(60), rest.rem_euclid(60));
    format!("{}T{hours:02}:{minutes:02}:{seconds:02}Z", day.unwrap_or(Day::FIRST))
}

/// Elements one below the other.
#[derive(Default)]
struct Xml {
    text: String,
    depth: usize,
}

impl Xml {
    fn line(&mut self, line: &str) {
        self.text.push_str(&"  ".repeat(self.depth.saturating_add(1)));
        self.text.push_str(line);
        self.text.push('\n');
    }

    fn open(&mut self, element: &str) {
        self.line(&format!("<{element}>"));
        self.depth = self.depth.saturating_add(1);
    }

    fn close(&mut self, element: &str) {
        self.depth = self.depth.saturating_sub(1);
        self.line(&format!("</{element}>"));
    }

    fn text(&mut self, element: &str, text: &str) {
        self.line(&format!("<{element}>{}</{element}>", escaped(text)));
    }

    fn within(&mut self, around: &[&str], element: &str, text: &str) {
        around.iter().for_each(|one| self.open(one));
        self.text(element, text);
        around.iter().rev().for_each(|one| self.close(one));
    }
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}
