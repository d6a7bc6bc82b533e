//! [`Feed`]: some slices of an account in a row, and the head after them.

use serde::{Deserialize, Serialize};

use super::head::FEED_VERSION;
use super::{AccountHead, FeedKey, FeedTextError, FeedTextReason, Link, SignedHead};
use crate::calendar::Day;
use crate::json;
use crate::ledger::Head;
use crate::wallet::Wallet;

/// Some slices of an account in a row, and the signed head after the last of them.
///
/// As text it is a line of JSON for each, with a newline after every line:
///
/// ```text
/// {"v":1,"after":12}
/// {"v":1,"number":345,"record":{...}}       slice 13
/// {"v":1,"number":351,"record":{...}}       slice 14
/// {"signature":"...","head":{"v":1,"ledger":"rabot-1","account":"m-1","slices":14,...}}
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Feed {
    pub(crate) after: u64,
    pub(crate) slices: Vec<Box<[u8]>>,
    pub(crate) head: SignedHead,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct First {
    v: u16,
    after: u64,
}

impl Feed {
    /// The longest text that is read, in bytes. A host that has more to say says it in several feeds.
    pub const LONGEST: usize = 64 << 20;

    /// The number of the last slice that is not in it.
    pub fn after(&self) -> u64 {
        self.after
    }

    /// The bytes of its slices.
    pub fn slices(&self) -> impl ExactSizeIterator<Item = &[u8]> {
        self.slices.iter().map(|slice| &**slice)
    }

    /// The signed head after the last slice.
    pub fn head(&self) -> &SignedHead {
        &self.head
    }

    /// The links of its slices, if the one before the first is this.
    pub(crate) fn links(&self, before: Link) -> Vec<Link> {
        let head = self.head.head();
        let mut link = before;
        let mut number = self.after;
        let next = |slice: &[u8]| {
            number = number.saturating_add(1);
            link = link.after(&head.ledger, &head.account, number, slice);
            link
        };
        self.slices().map(next).collect()
    }

    /// A feed after what a wallet has, of slices that somebody claims to be the next ones and signs: to see that
    /// a wallet bears a host that lies.
    #[doc(hidden)]
    pub fn claimed(wallet: &Wallet, slices: Vec<Box<[u8]>>, key: &FeedKey) -> Self {
        let (after, link) = wallet.at();
        let (ledger, record, journal, day) = match wallet.head().map(|head| *head.head()) {
            Some(head) => (head.ledger, head.record.saturating_add(1), head.journal, head.day),
            None => (wallet.account(), 0, Head::default(), Day::FIRST),
        };
        let count = u64::try_from(slices.len()).unwrap_or(u64::MAX);
        let mut head = AccountHead {
            ledger,
            account: wallet.account(),
            slices: after.saturating_add(count),
            link,
            record,
            journal,
            day,
        };
        let unsigned = Self { after, slices, head: head.sign(key) };
        head.link = unsigned.links(link).last().copied().unwrap_or(link);
        Self { head: head.sign(key), ..unsigned }
    }

    /// Its text.
    pub fn text(&self) -> Vec<u8> {
        let mut text = Vec::new();
        // Writing to memory cannot fail, and every key is a string.
        let _ = serde_json::to_writer(&mut text, &First { v: FEED_VERSION, after: self.after });
        text.push(b'\n');
        for slice in &self.slices {
            text.extend_from_slice(slice);
            text.push(b'\n');
        }
        text.extend_from_slice(&self.head.line());
        text.push(b'\n');
        text
    }

    /// The feed of a text. What its slices say, and who signed its head, is for the wallet to check.
    ///
    /// # Errors
    /// [`FeedTextError`] names the line that cannot be read, and why.
    pub fn parse(text: &[u8]) -> Result<Self, FeedTextError> {
        let at = |line, reason| FeedTextError { line, reason };
        if text.len() > Self::LONGEST {
            return Err(at(1, FeedTextReason::TooLong));
        }
        let whole = text.strip_suffix(b"\n").ok_or(at(1, FeedTextReason::CutOff))?;
        let lines: Vec<&[u8]> = whole.split(|byte| *byte == b'\n').collect();
        let count = u64::try_from(lines.len()).unwrap_or(u64::MAX);
        let [first, slices @ .., last] = lines.as_slice() else {
            return Err(at(1, FeedTextReason::CutOff));
        };
        let first: First = json::from_slice(first).map_err(|_| at(1, FeedTextReason::First))?;
        if first.v != FEED_VERSION {
            return Err(at(1, FeedTextReason::First));
        }
        // What is kept of it as a proof is kept as text.
        if let Some((_, line)) = lines.iter().zip(1..).find(|(line, _)| str::from_utf8(line).is_err()) {
            return Err(at(line, FeedTextReason::Utf8));
        }
        let head = SignedHead::parse(last).ok_or(at(count, FeedTextReason::Head))?;
        let slices: Vec<Box<[u8]>> = slices.iter().map(|slice| Box::from(*slice)).collect();
        let read = u64::try_from(slices.len()).unwrap_or(u64::MAX);
        // A wallet that is ahead of its server gets the server's head and no slice.
        let is_behind = slices.is_empty() && head.head().slices < first.after;
        if first.after.checked_add(read) != Some(head.head().slices) && !is_behind {
            return Err(at(count, FeedTextReason::Count));
        }
        Ok(Self { after: first.after, slices, head })
    }
}
