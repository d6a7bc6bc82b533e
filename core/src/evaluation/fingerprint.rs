//! [`Movements::fingerprint`]: which rows a figure was taken from.

use std::fmt::{self, Write};

use sha2::{Digest, Sha256};

use super::{LotPiece, Movement, Movements};
use crate::hex::hex;
use crate::id::Id;

impl Movements {
    /// The SHA-256 of the movements, as 64 hexadecimal digits, so that figures can say which rows they are of and
    /// others can check that they have the same ones.
    ///
    /// What is hashed is text that any program can write: a line `unit;decimals`; for each lot that the books know
    /// `lot;number;day;off_paper`; for each movement a line
    /// `day;seq;kind;back;from;to;amount;on_behalf;contact_point;partner;left;came`. Days are written `2025-01-31`, kinds as
    /// in JSON, truth as `1` or `0`, parties by name, amounts in minor units, what is not there as nothing, and pieces
    /// of lots as `number:amount`, with commas between. Every line ends in a line feed.
    ///
    /// ```
    /// # use muntwerk::{calendar::Day, dense::Secret, design::Design, evaluation::Movements, id::Id, ledger::Ledger};
    /// let design = Design::parse(include_str!("../../designs/torekes.toml"))?;
    /// let ledger = Ledger::open(Id::parse("buurt-1")?, design, Day::new(2025, 1, 1)?, Secret::new([7; 16]))?;
    /// let nothing = Movements::of_ledger(&ledger)?;
    /// // The SHA-256 of "torekes;0\n".
    /// assert!(nothing.fingerprint().starts_with("21ab29660612"));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn fingerprint(&self) -> String {
        let mut hash = Hash(Sha256::new());
        // A hash takes everything that is written to it.
        let _ = self.write_lines(&mut hash);
        hex(&hash.0.finalize())
    }

    fn write_lines(&self, out: &mut impl Write) -> fmt::Result {
        writeln!(out, "{};{}", self.unit, self.scale.digits())?;
        for (number, lot) in self.lots.iter().flatten().enumerate() {
            writeln!(out, "lot;{number};{};{}", lot.day, u8::from(lot.off_paper))?;
        }
        self.rows.iter().try_for_each(|row| self.write_row(row, out))
    }

    fn write_row(&self, row: &Movement, out: &mut impl Write) -> fmt::Result {
        let name = |number| self.party(number).map_or("", |party| party.name.as_str());
        let Movement { day, seq, kind, back, from, to, amount, on_behalf, .. } = row;
        let (back, on_behalf, amount) = (u8::from(*back), u8::from(*on_behalf), amount.minor());
        write!(out, "{day};{seq};{};{back};{};{};{amount};", kind.word(), name(*from), name(*to))?;
        write!(out, "{on_behalf};{};{};", maybe(row.contact_point), maybe(row.partner))?;
        writeln!(out, "{};{}", pieces(&row.left), pieces(&row.came))
    }
}

fn maybe(id: Option<Id>) -> String {
    id.map(|id| id.to_string()).unwrap_or_default()
}

fn pieces(pieces: &[LotPiece]) -> String {
    let piece = |piece: &LotPiece| format!("{}:{}", piece.lot.get(), piece.amount.minor());
    pieces.iter().map(piece).collect::<Vec<_>>().join(",")
}

struct Hash(Sha256);

impl Write for Hash {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        self.0.update(text.as_bytes());
        Ok(())
    }
}
