//! [`Feeds`]: the server's side, every account's chain of slices.

use std::collections::{BTreeMap, BTreeSet};

use super::seen::Seer;
use super::{AccountHead, Feed, FeedError, FeedKey, Link, named, public, slice, touched};
use crate::books::Entry;
use crate::calendar::Day;
use crate::id::{Id, OrderId};
use crate::ledger::{Head, Ledger, Outcome, Record, State};
use crate::orders::Order;

/// A slice, with the number of the record that it shows.
#[derive(Clone)]
struct Line {
    record: u64,
    slice: Box<[u8]>,
}

/// Where the journal stood after a record.
#[derive(Clone, Copy)]
struct At {
    journal: Head,
    day: Day,
}

/// What every account may see of a ledger's journal, and the feeds made of it.
///
/// It follows the ledger with books of its own, since what an account may see of a record depends on how
/// things stood at that record; the same journal gives the same slices whenever it is followed. A server
/// that starts anew makes it anew from the ledger that it replayed. It costs memory beside the ledger's:
/// the books once more, and the slices.
///
/// ```
/// use muntwerk::feed::{Feed, FeedKey, Feeds};
/// # use muntwerk::{ledger::Ledger, design::Design, calendar::Day, dense::Secret, id::Id, orders::Order};
/// # let design = Design::parse(include_str!("../../designs/rabot-example.toml"))?;
/// # let mut ledger = Ledger::open(Id::parse("rabot-1")?, design, Day::new(2025, 1, 1)?, Secret::new([7; 16]))?;
/// # let order: Order = serde_json::from_str(r#"{"id": "00000000000000000000000000000001", "actor": "s-010",
/// #     "role": "project_manager", "instant": 0, "booking_day": "2025-01-01", "value_day": "2025-01-01",
/// #     "ask": {"open_account": {"account": "m-1", "kind": "person", "holders": ["m-1"]}}}"#)?;
/// # ledger.execute(&order)?;
/// let key = FeedKey::from_bytes(&[9; 32]); // drawn at random once, and kept
/// let mut feeds = Feeds::of(&ledger, key.clone());
/// let feed = feeds.feed_for(&Id::parse("m-1")?, 0)?;
/// assert!(feed.head().is_signed_by(&key.public()));
/// assert_eq!(feed.head().head().slices, 2); // the opening of the ledger, and that of the account
/// assert_eq!(Feed::parse(&feed.text())?, feed);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone)]
pub struct Feeds {
    key: FeedKey,
    ledger: Id,
    /// How things stood after the records followed so far.
    state: State,
    at: Vec<At>,
    public: Vec<Line>,
    own: BTreeMap<Id, Vec<Line>>,
    /// How many slices of an account were linked already, and the link of the last.
    linked: BTreeMap<Id, (u64, Link)>,
}

impl Feeds {
    /// The feeds of a ledger, up to its last record, signed with a key.
    pub fn of(ledger: &Ledger, key: FeedKey) -> Self {
        let mut feeds = Self {
            key,
            ledger: ledger.id(),
            state: ledger.state_when_opened(),
            at: Vec::new(),
            public: Vec::new(),
            own: BTreeMap::new(),
            linked: BTreeMap::new(),
        };
        feeds.follow(ledger);
        feeds
    }

    /// Takes in every record of the ledger that it has not seen yet. A ledger that has fewer records than
    /// were seen, or other ones, is another ledger: make its feeds anew.
    pub fn follow(&mut self, ledger: &Ledger) {
        for record in ledger.records_from(self.records()) {
            let journal = self.at.last().map_or(Head::default(), |at| at.journal);
            let journal = journal.after(&record.line());
            self.take_in(record);
            self.at.push(At { journal, day: self.state.day() });
        }
    }

    /// How many records it has seen.
    pub fn records(&self) -> u64 {
        u64::try_from(self.at.len()).unwrap_or(u64::MAX)
    }

    /// The head of the journal after the last record it has seen.
    pub fn journal_head(&self) -> Head {
        self.at.last().map_or(Head::default(), |at| at.journal)
    }

    /// The key with which a phone checks what it is sent.
    pub fn public_key(&self) -> super::PublicKey {
        self.key.public()
    }

    fn take_in(&mut self, record: Record) {
        let number = record.number;
        match record.outcome {
            Outcome::Opened(opening) => {
                let slice = slice::write(number, &Outcome::Opened(opening));
                self.public.push(Line { record: number, slice });
            }
            Outcome::Refused(order, refusal) => {
                let accounts = named::askers_accounts(&self.state, &order);
                self.state.take_in_refusal(&order);
                let slice = slice::write(number, &Outcome::Refused(order, refusal));
                accounts.into_iter().for_each(|account| self.show(account, number, slice.clone()));
            }
            Outcome::Booked(order, entry) => self.take_in_booked(number, &order, &entry),
        }
    }

    fn take_in_booked(&mut self, number: u64, order: &Order, entry: &Entry) {
        let before = &self.state;
        let ended: Vec<(OrderId, BTreeSet<Id>)> = touched::ended(before, entry)
            .into_iter()
            .map(|order| (order.id, touched::waits_for(before, order)))
            .collect();
        self.state.take_in(order, entry);
        let state = &self.state;
        let mut seen: Vec<(Id, Box<[u8]>)> = Vec::new();
        for account in touched::touched(state, entry, &ended) {
            let mine = ended.iter().filter(|(_, accounts)| accounts.contains(&account));
            let mine: Vec<OrderId> = mine.map(|(order, _)| *order).collect();
            let seer = Seer { state, account, ended: &mine };
            if let Some((order, entry)) = seer.of(order, entry) {
                seen.push((account, slice::write(number, &Outcome::Booked(order, entry))));
            }
        }
        if let Some((order, entry)) = public::of(order, entry) {
            let slice = slice::write(number, &Outcome::Booked(order, entry));
            self.public.push(Line { record: number, slice });
        }
        seen.into_iter().for_each(|(account, slice)| self.show(account, number, slice));
    }

    fn show(&mut self, account: Id, record: u64, slice: Box<[u8]>) {
        self.own.entry(account).or_default().push(Line { record, slice });
    }

    /// The slices of an account in order: what it sees of a record takes the place of what everybody sees.
    fn lines(&self, account: &Id) -> impl Iterator<Item = &Line> {
        let mut public = self.public.iter().peekable();
        let mut own = self.own.get(account).map_or(&[][..], Vec::as_slice).iter().peekable();
        std::iter::from_fn(move || match (public.peek(), own.peek()) {
            (Some(for_all), Some(mine)) if for_all.record < mine.record => public.next(),
            (Some(for_all), Some(mine)) if for_all.record == mine.record => {
                public.next();
                own.next()
            }
            (_, Some(_)) => own.next(),
            (_, None) => public.next(),
        })
    }

    /// What an account has not seen yet: everything after its slice `since`; all of it after slice 0. For
    /// an account that has seen more than there is, only the head. Whoever asks must be allowed to see
    /// the account ([`Ledger::may_see`]); that is for the host to check.
    ///
    /// # Errors
    /// [`FeedError`] if no participant has the account.
    pub fn feed_for(&mut self, account: &Id, since: u64) -> Result<Feed, FeedError> {
        self.feed_up_to(account, since, u64::MAX)
    }

    /// As [`Feeds::feed_for`], with at most so many slices. The head is then that of the last of them; the
    /// next feed goes on from there.
    ///
    /// # Errors
    /// [`FeedError`] if no participant has the account.
    pub fn feed_up_to(&mut self, account: &Id, since: u64, most: u64) -> Result<Feed, FeedError> {
        let known = self.state.books().find(account);
        if !known.is_some_and(|account| account.kind().is_participant()) {
            return Err(FeedError::AccountUnknown(*account));
        }
        let ledger = self.ledger;
        let last = since.saturating_add(most);
        let (mut number, mut link) = (0_u64, Link::default());
        let linked = self.linked.get(account).copied().filter(|(linked, _)| *linked <= last);
        let mut slices = Vec::new();
        let mut record = 0;
        let mut lines = self.lines(account).peekable();
        // Every chain has the opening, and so every feed a head.
        while let Some(line) = lines.next_if(|_| number < last.max(1)) {
            number = number.saturating_add(1);
            match linked {
                Some((linked, known)) if number == linked => link = known,
                Some((linked, _)) if number < linked => {}
                _ => link = link.after(&ledger, account, number, &line.slice),
            }
            if number > since {
                slices.push(line.slice.clone());
            }
            record = line.record;
        }
        // Whoever is told everything is told how far the journal goes; a part goes as far as its last slice.
        if lines.peek().is_none() {
            record = self.records().saturating_sub(1);
        }
        drop(lines);
        let stood = usize::try_from(record).ok().and_then(|record| self.at.get(record)).copied();
        let Some(stood) = stood else { return Err(FeedError::AccountUnknown(*account)) };
        if self.linked.get(account).is_none_or(|(linked, _)| *linked < number) {
            self.linked.insert(*account, (number, link));
        }
        let head = AccountHead {
            ledger,
            account: *account,
            slices: number,
            link,
            record,
            journal: stood.journal,
            day: stood.day,
        };
        Ok(Feed { after: since, slices, head: head.sign(&self.key) })
    }
}
