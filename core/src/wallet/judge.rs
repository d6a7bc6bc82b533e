//! Whether a feed goes together with the slices a wallet has. It only looks; the signature was checked.

use super::ApplyError;
use super::chain::Chain;
use crate::feed::{AccountHead, Branch, Feed, ForkProof, Link};

/// What stands in the way of taking a feed in.
pub(super) fn judge(chain: &Chain, feed: &Feed) -> Option<ApplyError> {
    let head = feed.head().head();
    let seen = chain.len();
    // The host's word about a slice that the wallet has stands by itself.
    if let Some(link) = chain.link(head.slices).filter(|link| *link != head.link) {
        return Some(fork_at(chain, feed, head.slices, link, Vec::new()));
    }
    if feed.after() > seen {
        return if head.slices > seen {
            Some(ApplyError::Gap { since: seen, found: feed.after().saturating_add(1) })
        } else {
            behind(chain, head)
        };
    }
    // A head alone was compared already.
    if let Some(error) = links(chain, feed).filter(|_| feed.slices().len() > 0) {
        return Some(error);
    }
    let same_record = chain.head().is_some_and(|own| {
        let own = own.head();
        own.record == head.record
            && (own.journal, own.slices, own.day) != (head.journal, head.slices, head.day)
    });
    if same_record {
        let common = head.slices.min(seen);
        let link = chain.link(common).unwrap_or_default();
        return Some(fork_at(chain, feed, common, link, fresh(feed, common)));
    }
    behind(chain, head)
}

/// Whether the slices lead from what the wallet has to the head.
fn links(chain: &Chain, feed: &Feed) -> Option<ApplyError> {
    let after = feed.after();
    let before = chain.link(after)?;
    let links = feed.links(before);
    let own = chain.links_after(after);
    let differs = links.iter().zip(own).position(|(theirs, ours)| theirs != ours);
    let leads = links.last().copied().unwrap_or(before) == feed.head().head().link;
    match (leads, differs) {
        (true, None) => None,
        (true, Some(place)) => {
            let common = number_after(after, place);
            let link = chain.link(common).unwrap_or_default();
            Some(fork_at(chain, feed, common, link, fresh(feed, common)))
        }
        // Changed on the way: the wallet knows better.
        (false, Some(place)) => {
            let since = number_after(after, place);
            Some(ApplyError::Link { slice: since.saturating_add(1), since })
        }
        // Changed on the way; or the server's past is another one, which a look further back will show.
        (false, None) => {
            let slice = number_after(after, own.len().min(links.len())).saturating_add(1);
            Some(ApplyError::Link { slice, since: after / 2 })
        }
    }
}

fn behind(chain: &Chain, head: &AccountHead) -> Option<ApplyError> {
    let own = chain.head()?.head();
    let behind = head.slices < own.slices || head.record < own.record;
    behind.then_some(ApplyError::ServerBehind {
        server_slices: head.slices,
        server_record: head.record,
        slices: own.slices,
        record: own.record,
    })
}

/// The slices of a feed after one.
fn fresh(feed: &Feed, after: u64) -> Vec<Box<[u8]>> {
    let known = after.saturating_sub(feed.after());
    feed.slices().skip(usize::try_from(known).unwrap_or(usize::MAX)).map(Box::from).collect()
}

/// The proof that the host told two histories, which are the same up to a slice.
fn fork_at(chain: &Chain, feed: &Feed, after: u64, link: Link, theirs: Vec<Box<[u8]>>) -> ApplyError {
    let ours = Branch {
        slices: chain.slices_after(after).to_vec(),
        // A wallet with slices has a head.
        head: chain.head().unwrap_or(feed.head()).clone(),
    };
    let theirs = Branch { slices: theirs, head: feed.head().clone() };
    ApplyError::Fork { proof: Box::new(ForkProof { after, link, ours, theirs }) }
}

fn number_after(after: u64, places: usize) -> u64 {
    after.saturating_add(u64::try_from(places).unwrap_or(u64::MAX))
}
