//! Running a ledger durably: a chapter of the manual.
//!
//! The core keeps books in memory and knows no disk. Whoever runs a currency for real opens a [`Store`] and
//! asks it instead of the ledger.
//!
//! # One call to open, one to ask
//!
//! [`Store::open_or_create`] makes the directory, or finds what is there: the books as they were answered last.
//! [`Store::execute`] decides, books, writes the line and waits until the disk has it. Only then there is an
//! answer. Whoever gets no answer, because the power went or the connection broke, asks the same again: the id of
//! the order decides, so it is booked once.
//!
//! ```
//! use muntwerk::{calendar::Day, design::Design, id::Id, ledger::Opening, orders::Order};
//! use muntwerk_store::{Store, StoreError, read};
//!
//! # let folder = std::env::temp_dir().join(format!("muntwerk-running-{}", std::process::id()));
//! # let _ = std::fs::remove_dir_all(&folder);
//! let order = |number: u32, ask: &str| -> Result<Order, serde_json::Error> {
//!     serde_json::from_str(&format!(
//!         r#"{{"id": "{number:032x}", "actor": "s-010", "role": "project_manager", "instant": 0,
//!             "booking_day": "2025-01-02", "value_day": "2025-01-02", "ask": {ask}}}"#
//!     ))
//! };
//! let opening = Opening {
//!     ledger: Id::parse("rabot-1")?,
//!     day: Day::new(2025, 1, 2)?,
//!     design: Box::new(Design::parse(include_str!("../../designs/rabot-example.toml"))?),
//! };
//! let mut store = Store::open_or_create(&folder, opening.clone())?;
//! assert!(store.opened().created);
//!
//! // One order, one sync.
//! let open = r#"{"open_account": {"account": "m-1", "kind": "person", "holders": ["m-1"]}}"#;
//! let booked = store.execute(&order(1, open)?)?.map_err(|refused| refused.refusal.code.text())?;
//!
//! // Many orders, one sync: each has its own answer, and all are on the disk when the call returns.
//! let orders: Vec<Order> = (2..=50)
//!     .map(|n| {
//!         let ask = format!(r#"{{"open_account": {{"account": "m-{n}", "kind": "person", "holders": ["m-{n}"]}}}}"#);
//!         order(n, &ask)
//!     })
//!     .collect::<Result<_, _>>()?;
//! let answers = store.execute_many(&orders)?;
//! assert!(answers.iter().all(Result::is_ok));
//!
//! // Somebody else who wants to write is told so; whoever only reads needs no lock.
//! assert!(matches!(Store::open(&folder), Err(StoreError::Locked { .. })));
//! assert_eq!(read(&folder)?.ledger.len(), 51);
//!
//! // The process dies. In the middle of its next line, say.
//! drop(store);
//! let journal = folder.join("journal.jsonl");
//! let mut torn = std::fs::read(&journal)?;
//! let answered = torn.len();
//! torn.extend_from_slice(br#"{"head":"5f0c"#);
//! std::fs::write(&journal, &torn)?;
//!
//! // What was answered is there; what was not is cut off and kept beside, and the same order gets the answer
//! // it got before.
//! let mut store = Store::open(&folder)?;
//! let cut = store.opened().torn.clone().ok_or("nothing was torn")?;
//! assert_eq!((cut.line, cut.from, cut.bytes), (52, u64::try_from(answered)?, 13));
//! let again = store.execute(&order(1, open)?)?.map_err(|refused| refused.refusal.code.text())?;
//! assert!(again.repeated && again.number == booked.number);
//!
//! // At a quiet hour: a snapshot, so that the next opening need not read the journal from its first line.
//! store.snapshot()?;
//! drop(store);
//! let store = Store::open(&folder)?;
//! assert_eq!(store.opened().replayed, 0);
//! assert_eq!(store.verify()?.lines, 51);
//! store.close()?;
//! # std::fs::remove_dir_all(&folder)?;
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! # What a host does
//!
//! * **Collect while the disk works.** A sync takes as long for a thousand lines as for one. A host with many
//!   clients gathers what came in while the last sync ran, hands it over with [`Store::execute_many`], and then
//!   answers all of them. What must succeed whole goes through [`Store::execute_all`].
//! * **One writer, any number of readers.** The process that holds the [`Store`] is the only one that writes. Views
//!   and previews take [`Store::ledger`], which shows nothing that is not durable; another process uses
//!   [`read`](crate::read()), or the journal itself.
//! * **Stop when told to.** After a failed write every call is answered
//!   [`StoreError::Poisoned`](crate::StoreError::Poisoned). Drop the store, mend the cause, open it anew. Going on
//!   with books that may be ahead of the disk is not offered.
//! * **Look at what the opening found.** [`Opened`](crate::Opened) says whether something was cut off, and where it
//!   is kept. No whole line of it was ever answered, so nobody has to be told; but it says that a machine stopped.
//! * **Keep a head elsewhere.** A head out of the books of last week, mailed to the treasurer, tells in one line
//!   whether the journal is still the one it was. `muntwerk verify --head` asks for it.
//! * **Close the days.** The store does nothing on its own. That a day is over is an order like any other.
//!
//! # From the command line
//!
//! ```console
//! $ muntwerk run rabot.toml daybook.csv --store books
//! $ muntwerk statement books m-0012
//! $ muntwerk verify books
//! ```
//!
//! `run --store` makes the store or goes on with it. A thousand lines of the day book share one sync, and nothing
//! is counted before it is on the disk. A run that was killed is simply started again: the lines that were
//! answered are recognised by their ids and passed over, and the day book goes on where it was. The design has to
//! be one of those that the ledger is kept by, and `--from` its first day. The other commands take a store
//! wherever they take a journal, and do not lock it.
//!
//! [`Store`]: crate::Store
//! [`Store::open_or_create`]: crate::Store::open_or_create
//! [`Store::execute`]: crate::Store::execute
//! [`Store::execute_many`]: crate::Store::execute_many
//! [`Store::execute_all`]: crate::Store::execute_all
//! [`Store::ledger`]: crate::Store::ledger
