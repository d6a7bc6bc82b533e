//! How partners are paid in euro for the units they take in, and what stands behind the units.
//!
//! A partner outside the ring takes units in and is paid for them (uitbetaling): a bus company for tickets, a
//! shop for bread. With `[settlement]` in the design the books follow every unit from the counter to the bank.
//!
//! | step | order | day book | who, unless the design says otherwise |
//! |---|---|---|---|
//! | taken in | [`Redeem`](crate::orders::Redeem), [`PickUp`](crate::orders::PickUp), [`HandIn`](crate::orders::HandIn), [`RedeemNotes`](crate::orders::RedeemNotes) | | as [`redemption`](super::redemption) and [`office`](super::office) say |
//! | claimed | [`FileClaim`](crate::orders::FileClaim) | `invoice` | the partner for itself, the project manager |
//! | turned down | [`RejectClaim`](crate::orders::RejectClaim) | `turn_down` | the project manager, with a reason |
//! | approved | [`ApproveClaim`](crate::orders::ApproveClaim) | `approve` | two project managers, of whom none filed it |
//! | paid | [`ConfirmPaid`](crate::orders::ConfirmPaid) | `paid` | the project manager |
//! | came back | [`ReturnPayment`](crate::orders::ReturnPayment) | `bounced` | the project manager |
//! | undone | [`ClawBack`](crate::orders::ClawBack) | `claw_back` | two project managers |
//!
//! **What it comes to.** The rate and the fee of the day of the activity count, of the contract if it has its own
//! (`terms` in the day book), else of the design. All units of a claim at one rate and one fee are a
//! [`ClaimLine`](crate::books::ClaimLine): units times rate is rounded to cents once, the line keeps what rounding
//! left, and the fee is divided off those whole cents.
//!
//! ```
//! use muntwerk::money::{Amount, EuroRate, Rounding, allocate};
//! // 333 units at 10 units to the euro are 33.30 euro; of it 1.5 % is the fee: 0.4995.
//! let worth = EuroRate::new(100, 10)?.worth(Amount::from_minor(333)?, Rounding::HalfUp)?;
//! let shares = allocate(worth.amount, &[9_850, 150])?;
//! assert_eq!(shares.iter().map(|one| one.minor()).collect::<Vec<_>>(), [3_280, 50]);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! **What can stop it.** An invoice number is used once. A claim goes through whole periods (`period`), comes to a
//! `minimum`, and reaches back as far as `claim_days`; what is older stays unpaid. An approval fits the budget of
//! the design and that of the contract. A refusal says the figure that is missing.
//!
//! **Taken back.** While it is open, a redemption is reversed as any other, and the partner's claim will be
//! smaller. In a claim it waits until the claim is decided. Once it is approved only a clawback undoes it: the
//! units go back, and the partner owes the euro, which are set off against its next claim.
//!
//! **The bank.** The books hold neither names nor account numbers. A [`PayList`](crate::views::PayList) takes them
//! from a table of the host, [`Payees`](crate::views::Payees), and writes CSV, or pain.001.001.09 of ISO 20022 for
//! the bank:
//!
//! ```text
//! muntwerk pay-list books --payees payees.csv
//! muntwerk pay-list books --payees payees.csv --payer "Wijkmunt vzw" --payer-iban BE62510007547061 --message 2025-12
//! ```
//!
//! # Units that euro back
//!
//! With `circulation.euro_backed` a unit is a whole number of cents for ever. Whoever joins buys units, at a
//! counter into its till or by a transfer ([`TopUp`](crate::orders::TopUp)), or changes euro into notes. The euro
//! stand in two accounts, for units on accounts and for units on paper, and go from one to the other when value
//! does. A partner in the ring exchanges units back ([`ExchangeBack`](crate::orders::ExchangeBack)) at a fee, of
//! which a part goes to the beneficiary it chose (`[exchange_back]`); what was given so far is put on the pay list
//! by [`PayGiven`](crate::orders::PayGiven). A participant exchanges nothing, unless the design has an
//! exceptional rate: without it nobody can be made a payee ([`EuroPayee`](crate::people::EuroPayee)).
//!
//! # Reading it
//!
//! [`SettlementList`](crate::views::SettlementList) has for every partner what is open, claimed, to be paid and
//! owed back, and what all of it still costs; [`Reserve`](crate::views::Reserve) compares the units that are out
//! with the euro that back them, or with what is left of the budget. The command prints both: `muntwerk report
//! settlement`, `muntwerk report reserve`.
//!
//! Where to look: `rules/settling/` with one file for each step, `books/settlement/` for what is kept,
//! `design/settlement.rs` and `design/exchange_back.rs` for what a design can say, and
//! `docs/adr/0012-settlement.md` for why.
