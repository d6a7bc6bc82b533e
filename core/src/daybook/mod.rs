//! The day book: CSV as an office keeps it, into orders and located errors. Text in, values out.
//!
//! ```text
//! # daybook 1
//! line;day;time;activity_day;what;actor;role;partner;account;from;to;item;measured;amount
//! w-2025-00012;2025-01-02;14:30;2025-01-01;award;s-050;issuing_partner;p-01;m-0012;;;buurtwerk;2:30;
//! w-2025-00013;2025-01-02;;;transfer;m-0012;participant;;;m-0012;m-0044;;;25
//! ```
//!
//! # The text
//!
//! UTF-8, with or without a byte order mark; lines end in LF or CRLF. The first line is the version,
//! `# daybook 1`. The second names the columns, in any order, with `,` or `;` between them all through
//! the file; a column that no line fills can be left out. A value that holds the separator stands in
//! quotation marks, and a quotation mark inside it is doubled (RFC 4180); a value never holds a line
//! break, and spaces around it do not count. Blank lines are skipped.
//!
//! A line that cannot be read is reported with everything wrong in it ([`LineError`]); nothing of it is
//! booked, and the next lines are read. A version or a header that cannot be read ([`NotADayBook`])
//! stops before the first line.
//!
//! # The columns of every line
//!
//! | column | what stands in it |
//! |---|---|
//! | `line` | the office's own reference, such as `w-2025-00012`; needed. The order's id follows from it ([`order_id`]), so the same line entered twice is a resend |
//! | `day` | the day on which the office books it, `2025-01-31`; needed |
//! | `time` | the time it notes, `14:30`, as evidence |
//! | `activity_day` | the day of the activity, if it was another; a line sent again on a later day names it |
//! | `what` | the kind of line, one of the table below; needed |
//! | `actor` | the person who asks; needed |
//! | `role` | the role in which they ask; needed |
//! | `place` | the contact point where they ask |
//! | `for` | the participant for whom they ask |
//! | `reason` | why, as a code of the office's list |
//! | `evidence` | an opaque reference to the paper that the office keeps |
//!
//! # The other columns
//!
//! | column | what stands in it |
//! |---|---|
//! | `account` | an account; for `partner` and `contract` the one on which the partner takes units in, inside the ring |
//! | `from` | the account that pays |
//! | `to` | the account that is paid; for `close` that of the heir of somebody who died |
//! | `partner` | a partner; for `appoint` and `end_role` the one at which the role is held |
//! | `person` | a person: who gets a role or a mandate; for `open` and `holders` all who come, with spaces between; for `award` and `claim` the holder who earned it |
//! | `client` | the participant who gives a mandate |
//! | `relative` | the relative for whom is paid |
//! | `item` | `open`: person, household, organisation. `partner`, `contract`: issuing, redeeming or both with a space. `state`: candidate, active, inactive, leaver, blocked, deceased. `appoint`, `end_role`: the role. `mandate`, `revoke`: the mandate's id. `fact`: the fact. `welcome`: the gift. `limits`: the group. `amend`: the name of the new design, which is handed in beside the day book ([`DayBook::with_amendments`]). `award`, `claim`: the activity. `redeem`, `redeem_notes`, `restock`, `reserve`, `wait`: the reward. `award_notes`: the activity. `swap`: the series handed out. `sale`: what is paid for. `send_back`: stock or returned. `notice`: delivered, undeliverable. `invoice`, `exchange_back`, `pay_given`: the invoice number |
//! | `at` | the contact point at which a role is held; `send`: where the notes go; `difference`, `recount`, `end_office`: which office |
//! | `amount` | units, with `.` or `,` before the decimals and nothing between thousands: `7,50`. `redeem`, `reserve`: what the member offers where a reward is taken in steps, what is paid in units where a part may be paid in euro. `turn_down`, `claw_back`: how much, otherwise all |
//! | `measured` | `award`, `claim`: hours and minutes `2:30` for what is rewarded by the hour, otherwise how many. `transfer`, `pay_for`: hours and minutes of service. `redeem`, `redeem_notes`, `reserve`, `wait`: how many, 1 if empty. `restock`: how many come in, with `-` in front how many go. `swap`: how many stamps each note has |
//! | `offer` | an opaque reference to the offer or need that is settled |
//! | `category` | the category of the service that is paid for |
//! | `value` | what a fact says, where it has words; `amend`: keep or extend, what becomes of the end of units earned before, keep if empty |
//! | `leaves` | `holders`: the persons who no longer hold the account, with spaces between; `person` are those who come |
//! | `per` | `partner`, `contract`: the period of the budget that stands in `amount`: month, year, contract |
//! | `terms` | `partner`, `contract`: how the partner is paid in euro, where it is not as the design says, with spaces between: `rate=10/0,95` (so many units for so many euro) `fee=1,5` (percent) `period=month` `minimum=25` (euro) `claim_days=90` `pay_days=30` `budget=500/year` `beneficiary=p-2` `second_beneficiary=p-3` |
//! | `floor` | `limits`, `exception`: how low the account may go, in units; `-` stands before what lies below zero |
//! | `ceiling` | `limits`, `exception`: how high it may grow |
//! | `refers` | the reference (`line`) of the line that is meant |
//! | `acceptance` | `turn_down`: the reference (`line`) of the line by which the partner took in what is turned down; the whole claim if empty |
//! | `start` | the first day; `day` if empty, and for `partner` every day if empty. `amend`: the first day of the new design. `end_units`: the first day of earning, from the beginning if empty |
//! | `until` | the last day; for `notice` the end date it was about, for `end_units` the last day of earning, for `exception` its last day, for `invoice` the last day of activity that it covers |
//! | `ends` | the new last day on which the units of `end_units` can be spent |
//! | `series` | the series of the notes; for `swap` of those handed in. `count`: all series that lie there, with spaces between, and `|` between their pieces in each drawer: `3x5 1x10 \| 2x5` |
//! | `notes` | pieces by face, with spaces between: `3x5 1x10`. `count`: those in stock. `pay_out`, `award_notes`: those handed out, otherwise the office chooses |
//! | `till` | `count`: pieces in the till |
//! | `returned` | `count`: pieces taken in and not sent back yet |
//! | `euro` | euro given, put in, handed over or counted: `2,50`. `fund_backing`: those that back units on accounts |
//! | `euro_paper` | `fund_backing`: euro that back units on paper |
//! | `euro_price` | the part of a price that is in euro |
//! | `carrier` | who carries the notes |
//! | `actions` | what a mandate is for, with spaces between: `transfer redeem` |
//! | `per_order` | the most units in one order under a mandate |
//! | `per_month` | the most units in one calendar month under a mandate |
//!
//! # The kinds of line
//!
//! A column that is filled where the kind has no use for it is an error: it would not be booked.
//!
//! | what | needs | may have |
//! |---|---|---|
//! | `open` | `account` `item` `person` | |
//! | `partner` | `partner` `item` | `account` `amount` `per` `terms` `start` `until` |
//! | `contract` | `partner` `item` | `account` `amount` `per` `terms` `start` `until` |
//! | `holders` | `account` | `person` `leaves` |
//! | `limits` | `account` | `item` `floor` `ceiling` |
//! | `exception` | `account` `until` | `floor` `ceiling` |
//! | `state` | `account` `item` | |
//! | `close` | `account` | `to` |
//! | `write_off` | `account` | |
//! | `appoint` | `person` `item` | `partner` `at` `start` `until` |
//! | `end_role` | `person` `item` | `partner` `at` |
//! | `mandate` | `item` `client` `person` `actions` `until` | `start` `per_order` `per_month` |
//! | `revoke` | `item` | |
//! | `fact` | `person` `item` | `value` `start` `until` |
//! | `welcome` | `account` `item` | |
//! | `amend` | `item` `start` | `value` |
//! | `award` | `partner` `account` `item` `measured` | `person` |
//! | `claim` | `partner` `account` `item` `measured` | `person` |
//! | `confirm` | `refers` | |
//! | `reject` | `refers` | |
//! | `withdraw` | `refers` | |
//! | `transfer` | `from` `to` | `amount` `measured` `offer` `category` |
//! | `gift` | `from` `to` `amount` | |
//! | `pay_for` | `from` `to` `relative` | `amount` `measured` `offer` `category` |
//! | `redeem` | `account` `partner` `item` | `amount` `measured` |
//! | `restock` | `partner` `item` `measured` | |
//! | `reserve` | `account` `partner` `item` | `amount` `measured` |
//! | `pick_up` | `refers` | |
//! | `release` | `refers` | |
//! | `wait` | `account` `partner` `item` | `measured` |
//! | `stop_waiting` | `refers` | |
//! | `print` | `series` `notes` | |
//! | `destroy` | `series` `notes` | |
//! | `send` | `series` `notes` `carrier` | `at` `partner` |
//! | `lost` | `refers` | |
//! | `pay_out` | `account` `series` | `amount` `notes` |
//! | `take_in` | `account` `series` `notes` | |
//! | `open_office` | | |
//! | `count` | | `series` `notes` `till` `returned` `euro` |
//! | `receive` | `refers` | `notes` |
//! | `send_back` | `item` `series` `notes` `carrier` | |
//! | `swap` | `series` `notes` `item` | `measured` |
//! | `change` | `series` `euro` | `notes` |
//! | `fill_till` | `series` | `notes` `euro` |
//! | `hand_over` | `series` | `notes` `euro` |
//! | `sale` | `item` `series` | `amount` `euro_price` `notes` `euro` |
//! | `hand_in` | `partner` `series` `notes` | |
//! | `redeem_notes` | `partner` `item` `series` `notes` | `measured` |
//! | `award_notes` | `partner` `person` `item` `measured` `series` | `notes` |
//! | `invoice` | `partner` `item` | `until` |
//! | `turn_down` | `refers` | `acceptance` `amount` |
//! | `approve` | `refers` | |
//! | `paid` | `refers` | |
//! | `bounced` | `refers` | |
//! | `claw_back` | `refers` | `amount` |
//! | `top_up` | `account` `euro` | |
//! | `fund_backing` | | `euro` `euro_paper` |
//! | `exchange_back` | `amount` `item` | `partner` `account` |
//! | `pay_given` | `partner` `item` | |
//! | `difference` | `at` | |
//! | `recount` | `at` | |
//! | `end_office` | `at` | |
//! | `charge_back` | `refers` | |
//! | `reverse` | `refers` | `amount` |
//! | `end_units` | `until` `ends` | `start` |
//! | `notice` | `account` `until` `item` | |
//!
//! `transfer` and `pay_for` fill either `amount` or `measured`, `pay_out` either `amount` or `notes`,
//! `exchange_back` either `partner` or `account`, `send` either `at` or `partner`. A role is held at a `partner`, `at` a
//! contact point, or at neither. What a scheme that ran before brings along is a list of its own
//! ([`read_take_over`]). Closing a day has no line: a line of a later day closes the days
//! before it ([`Run`]).

mod asks;
mod cells;
mod columns;
mod error;
mod kinds;
mod line;
mod paper;
mod read;
mod resume;
mod run;
mod settling;
mod take_over;
mod taking_over;
mod terms;

pub(crate) use cells::{amount, time};
pub use columns::Column;
pub use error::{DAYBOOK_VERSION, LineError, LineReason, NotADayBook, TAKE_OVER_VERSION};
pub use kinds::What;
pub use line::{order_id, read_order};
pub use read::{DayBook, Row};
pub use resume::{Done, DoneLine, resume};
pub use run::{LineOutcome, Run, RunLine, close_through, closes_days};
pub use take_over::{TakeOverColumn, read_take_over};
pub use taking_over::{TakingOver, take_over};

#[cfg(test)]
mod tests;
