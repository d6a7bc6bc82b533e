//! Asking to be paid: from the payee's screen to the payer's order.
//!
//! A payee shows a QR code, or sends a link; a payer's app reads it and asks no more than "25 rabotters to this
//! account?". What is shown is the text of a [`PaymentRequest`](crate::payment::PaymentRequest). It names accounts by
//! their opaque ids and holds nothing that a person wrote.
//!
//! # Asking
//!
//! ```
//! use muntwerk::calendar::Day;
//! use muntwerk::design::Design;
//! use muntwerk::id::Id;
//! use muntwerk::money::Amount;
//! use muntwerk::payment::PaymentRequest;
//!
//! let design = Design::parse(include_str!("../../designs/rabot-example.toml"))?;
//! let request = PaymentRequest::new(Id::parse("rabot-1")?, Id::parse("m-0041")?)?
//!     .asking(Amount::from_minor(25)?, &design)?
//!     .with_reference(Id::parse("f-0042")?)
//!     .until(Day::new(2026, 12, 31)?);
//! let text = request.to_string();
//! assert_eq!(
//!     text,
//!     "payto://muntwerk/rabot-1/m-0041?v=1&amount=RABOTEXAMPL:25&instruction=f-0042&until=2026-12-31&sum=bdygfaw24"
//! );
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! Without an amount it is an open request, such as a card on a counter: the payer says how much. A reference is
//! how the payee knows what was paid; an offer and a category go into the payment as they are.
//!
//! The text is put into the QR code as it is, in byte mode, and handed on as it is: an app does not decode, trim or
//! shorten it. An ordinary request has some hundred characters, a code of 41 modules a side. Nearly all of it could
//! be written in the shorter mode of capitals and digits, but for the `?`, `&` and `=` of every URI.
//!
//! # Paying
//!
//! Somebody may have several currencies, so an app first looks for the ledger, then reads the figure under its design:
//!
//! ```
//! use muntwerk::calendar::Day;
//! use muntwerk::design::Design;
//! use muntwerk::id::Id;
//! use muntwerk::payment::PaymentRequest;
//!
//! let scanned = "payto://muntwerk/rabot-1/m-0041?v=1&amount=RABOTEXAMPL:25&sum=71ra5f4yx";
//! let request = PaymentRequest::parse(scanned)?;
//! assert_eq!(request.ledger(), Id::parse("rabot-1")?); // which of the wallets
//! assert!(!request.is_expired_on(Day::new(2027, 1, 1)?)); // no last day
//!
//! let design = Design::parse(include_str!("../../designs/rabot-example.toml"))?;
//! let resolved = request.resolve(&Id::parse("rabot-1")?, &design)?;
//! assert_eq!(resolved.amount().map(|amount| amount.minor()), Some(25)); // shown, and confirmed by the payer
//! let transfer = resolved.to_transfer(Id::parse("m-0007")?, None)?;
//! assert_eq!(transfer.to, Id::parse("m-0041")?);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! The transfer goes into an [order](crate::orders::Order) like any other, with the request's reference as its
//! `evidence`. The books know nothing of requests: who has paid twice has paid two orders, and a request that is
//! over stops the payer's app, not the ledger.
//!
//! # When it is refused
//!
//! There is one error, [`PaymentRequestError`](crate::payment::PaymentRequestError), with a stable code, the part of
//! the request, and the byte in the text:
//!
//! ```
//! use muntwerk::payment::PaymentRequest;
//!
//! let code = |text| PaymentRequest::parse(text).unwrap_err().code();
//! assert_eq!(code("https://example.org"), "not_a_request");
//! assert_eq!(code("payto://muntwerk/rabot-1/m-0041?v=1&amount=RABOTEXAMPL:26&sum=71ra5f4yx"), "damaged");
//! assert_eq!(code("payto://muntwerk/rabot-1/m-0041?v=1&amount=RABOTEXAMPL:25&sum=71ra5f"), "cut_short");
//! assert_eq!(code("payto://muntwerk/rabot-1/m-0041?v=2"), "unknown_version");
//! ```
//!
//! An app does three things with it. `not_a_request` is for somebody else: a link, a bank's code. `unknown_version`
//! wants a newer app. For the rest it says that the code cannot be read, and the payee shows it again.
//!
//! The checksum is against accidents. Whoever means to deceive writes a request of their own, with a right checksum:
//! the payer looks at whom they pay, as with any code on a wall.
//!
//! # Where to look
//!
//! | what | where |
//! |---|---|
//! | the form, and what the checksum promises | `payment/mod.rs` |
//! | reading, writing | `payment/read.rs`, `payment/write.rs` |
//! | the amount under a design, the transfer | `payment/resolve.rs` |
//! | every code of the error | `payment/error.rs` |
//! | texts that are read and refused, in all languages | `tests/vectors/payment/` |
//! | why it is so | `docs/adr/0016-payment-requests.md` |
