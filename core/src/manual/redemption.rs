//! How units leave the ring: prices, stock, seasons, reservations.
//!
//! To redeem (verzilveren) is to spend units outside the ring of participants: a ticket, a garden plot, soup, a
//! voucher. Each thing that can be had is one `[[redemption]]` of the design, an
//! [`Offer`](crate::design::Offer); a [`Redeem`](crate::orders::Redeem) names the account, the partner and the
//! offer. The units go to `redeemed:<partner>`. Participants never get euro for them; what the partner gets for
//! them is another matter.
//!
//! **What it costs.** Either a `price` for a piece, or `steps`: then the member offers units and gets as many
//! whole steps as fit, never fewer than the minimum, and keeps the rest. A piece can have a part in euro beside
//! its units (`euro`), and some of the units can be paid in euro instead (`mixed`), at the unit's value on the
//! day and not more than the design allows. Euro moves no unit: the entry tells how much it was, to the cent,
//! and nobody gets euro back.
//!
//! ```
//! use muntwerk::design::{Design, Price};
//! use muntwerk::id::Code;
//! let design = Design::parse(include_str!("../../designs/rabot-example.toml"))?;
//! let offer = design.redemption().get(&Code::parse("waardebon")?).ok_or("no such offer")?;
//! // A voucher of 5 euro costs 50 units, and two are the least: 99 are refused, 170 buy three and leave 20.
//! let Price::Steps { minimum, step } = offer.price else { return Err("no steps".into()) };
//! assert_eq!((minimum.minor(), step.minor()), (100, 50));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! **When, and how many.** `from` and `until` are first and last days, `season` a part of every year, which may
//! pass the new year. `per_person` counts pieces by the person over all their accounts and partners, or by the
//! household. With `stock = "counted"` there are only as many pieces as a partner brought in with
//! [`Restock`](crate::orders::Restock). All of it goes by the day of the activity; what is on the account goes by
//! the day of booking. A refusal says what is left, or from which day.
//!
//! **Reserving.** Where the offer has a `hold`, a [`Reserve`](crate::orders::Reserve) keeps pieces for a member at
//! the price of that day. The units that will pay, with the dates they have, are set aside on `system:reserved`;
//! lapse waits there. A [`PickUp`](crate::orders::PickUp) redeems them; a [`Release`](crate::orders::Release)
//! gives them back. A hold by days is released by the closing of its last day. A hold by minutes is over when the
//! ledger has seen a later instant: then it cannot be picked up any more, and whoever asks for the last piece
//! takes it over. A clock that goes back changes nothing, because only the latest instant counts.
//!
//! Of two members after the last piece the second is refused, and told until when the first one's is kept.
//! Units that come back after their date has passed lapse at once or get some days, as the design says for
//! whatever comes back (`[reversal] when_lapsed`, see [`reversal`](super::reversal)). A redemption that is taken
//! back gives pieces, and what was used of a person's share, back too.
//!
//! **Not coming.** `no_show` says what it costs. A share of the units stays with the partner as if it had been
//! picked up, rounded down, and after so many times in a period one reserves no more; redeeming at the desk is
//! possible. Giving it up in time costs nothing, and nobody misses what could not be had: an account that was
//! blocked, a partner without a contract. The terms are those of the day of reserving.
//!
//! **Waiting.** `waiting` gives an offer a waiting list. With [`Wait`](crate::orders::Wait) a member takes a place in
//! line when there is nothing left; no units move. When pieces come free, the first in line are called in the same
//! entry, until a last day, and what is kept for them is not for others: whoever asks is told until when. They
//! take it by reserving or redeeming. Who does not come loses the place when that day closes, and the next is
//! called. The line is strict: nobody overtakes the first, also not with a smaller wish. A place ends with
//! [`StopWaiting`](crate::orders::StopWaiting), and when the account is blocked or closed. Who is to be told is in
//! [`WaitingLines`](crate::views::WaitingLines).
//!
//! ```
//! use muntwerk::design::Design;
//! use muntwerk::id::Code;
//! let counted = "stock = \"counted\" # example, no source";
//! let text = include_str!("../../designs/rabot-example.toml");
//! // Every counted offer with a list: whoever is called has two days.
//! let design = Design::parse(&text.replace(counted, "stock = \"counted\"\nwaiting = { days = 2 }"))?;
//! let offer = design.redemption().get(&Code::parse("fietskar")?).ok_or("no such offer")?;
//! assert_eq!(offer.waiting.map(|list| list.days), Some(2));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! What a redemption came to, in words for the member, is a [`RedemptionSlip`](crate::views::RedemptionSlip); what is
//! reserved for an account stands beside its balance in a [`Statement`](crate::views::Statement).
//!
//! Where to look: `design/redemption/` for what an offer can say, `rules/redeeming/` with one file for each thing
//! that can happen, `books/reservations.rs` for what is kept, and `docs/adr/0011-reservations.md` and
//! `docs/adr/0014-waiting.md` for why.
