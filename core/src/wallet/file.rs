//! The wallet as bytes, to keep it on the phone.
//!
//! ```text
//! muntwerk.wallet.1                         what it is, and its version
//! {"account":"m-1","key":"..."}             whose, and the key that signs its feeds
//! s{"v":1,"number":0,"record":{...}}        a slice; so many lines
//! h{"signature":"...","head":{...}}         the last head, if there are slices
//! o{"id":"...",...}                         an order of the outbox
//! f{"after":...}                            the proof of a fork
//! sha256:<64 hexadecimal digits>            of all bytes before this line
//! ```
//!
//! A newline ends every line, the last too. The file is a copy of what the server can tell again, but for
//! the outbox and the proofs.

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use super::apply::take_in;
use super::{FileError, Wallet};
use crate::feed::{ForkProof, Link, PublicKey, SignedHead};
use crate::hex;
use crate::id::Id;
use crate::json;
use crate::orders::Order;

/// The version every wallet file begins with. Every version stays readable for ever.
pub const WALLET_VERSION: u16 = 1;

const MAGIC: &str = "muntwerk.wallet.";
const SUM: &[u8] = b"sha256:";
/// The last line: its word, 64 digits, the newline.
const SUM_LINE: usize = 7 + 64 + 1;

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Whose {
    account: Id,
    key: PublicKey,
}

fn checksum(bytes: &[u8]) -> String {
    hex::hex(&Sha256::digest(bytes))
}

fn put(kind: u8, line: &[u8], out: &mut Vec<u8>) {
    out.push(kind);
    out.extend_from_slice(line);
    out.push(b'\n');
}

impl Wallet {
    /// The wallet as bytes for [`Wallet::load`]. Equal wallets give equal bytes. Replace the old file in one
    /// step (write another, then rename it), so that a phone that dies keeps one of the two.
    pub fn save(&self) -> Vec<u8> {
        let mut out = format!("{MAGIC}{WALLET_VERSION}\n").into_bytes();
        // Writing to memory cannot fail, and every key is a string.
        let whose = Whose { account: self.account, key: self.key };
        out.extend_from_slice(&serde_json::to_vec(&whose).unwrap_or_default());
        out.push(b'\n');
        self.chain.slices().iter().for_each(|slice| put(b's', slice, &mut out));
        if let Some(head) = self.chain.head() {
            put(b'h', &head.line(), &mut out);
        }
        for order in self.outbox() {
            put(b'o', &serde_json::to_vec(order).unwrap_or_default(), &mut out);
        }
        self.forks.iter().for_each(|fork| put(b'f', &fork.line(), &mut out));
        let sum = checksum(&out);
        out.extend_from_slice(SUM);
        out.extend_from_slice(sum.as_bytes());
        out.push(b'\n');
        out
    }

    /// The wallet that [`Wallet::save`] wrote.
    ///
    /// # Errors
    /// [`FileError`]: it is none, another version wrote it, or it was cut off or damaged. An empty wallet
    /// that asks for everything again is then the way on; only what was in the outbox is lost.
    pub fn load(bytes: &[u8]) -> Result<Self, FileError> {
        let contents = whole(bytes)?;
        let mut lines = contents.split(|byte| *byte == b'\n').zip(1..);
        lines.next();
        let whose = lines.next().and_then(|(line, _)| json::from_slice::<Whose>(line).ok());
        let whose = whose.ok_or(FileError::Line { line: 2, reason: "it does not say whose wallet it is" })?;
        let mut wallet = Self::new(whose.account, whose.key);
        let mut link = Link::default();
        let mut slices: Vec<Box<[u8]>> = Vec::new();
        for (text, line) in lines {
            let Some((kind, rest)) = text.split_first() else { continue };
            wallet.read_line(*kind, rest, &mut slices).map_err(|reason| FileError::Line { line, reason })?;
        }
        let Some(head) = wallet.chain.head().map(|head| *head.head()) else {
            return if slices.is_empty() {
                Ok(wallet)
            } else {
                Err(FileError::Line { line: 3, reason: "slices without a head" })
            };
        };
        for (slice, number) in slices.into_iter().zip(1_u64..) {
            take_in(&mut wallet.replica, wallet.account, &slice)
                .map_err(|reason| FileError::Slice { slice: number, reason })?;
            link = link.after(&head.ledger, &head.account, number, &slice);
            wallet.chain.push(slice, link);
        }
        if (wallet.seen(), link) != (head.slices, head.link) {
            return Err(FileError::Line { line: 3, reason: "the slices do not lead to the head" });
        }
        Ok(wallet)
    }

    fn read_line(&mut self, kind: u8, line: &[u8], slices: &mut Vec<Box<[u8]>>) -> Result<(), &'static str> {
        match kind {
            b's' => slices.push(Box::from(line)),
            b'h' => {
                let head = SignedHead::parse(line).ok_or("not a signed head")?;
                if !head.is_signed_by(&self.key) || head.head().account != self.account {
                    return Err("a head that is not signed for this wallet");
                }
                self.chain.set_head(head);
            }
            b'o' => {
                let order: Order = json::from_slice(line).map_err(|_| "not an order")?;
                self.outbox.push(order);
            }
            b'f' => {
                let fork = ForkProof::parse(line).ok_or("not the proof of a fork")?;
                if !fork.holds(&self.key) {
                    return Err("a proof of a fork that proves nothing");
                }
                self.forks.push(fork);
            }
            _ => return Err("not a line of a wallet"),
        }
        Ok(())
    }
}

/// What stands before the checksum, if that is right.
fn whole(bytes: &[u8]) -> Result<&[u8], FileError> {
    let version = bytes.strip_prefix(MAGIC.as_bytes()).ok_or(FileError::Form)?;
    let version = version.split(|byte| *byte == b'\n').next().unwrap_or_default();
    let at = bytes.len().checked_sub(SUM_LINE).ok_or(FileError::Damaged)?;
    let (contents, sum) = bytes.split_at_checked(at).ok_or(FileError::Damaged)?;
    let digits = sum.strip_prefix(SUM).and_then(|sum| sum.strip_suffix(b"\n"));
    if digits != Some(checksum(contents).as_bytes()) {
        return Err(FileError::Damaged);
    }
    if version != WALLET_VERSION.to_string().as_bytes() {
        let found = String::from_utf8_lossy(version).chars().take(16).collect();
        return Err(FileError::Version { found });
    }
    Ok(contents)
}
