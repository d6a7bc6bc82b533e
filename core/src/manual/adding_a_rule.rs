//! Adding a rule.
//!
//! Say a currency wants to let members lend units. Four places, no more:
//!
//! 1. **The ask**, in the file of its family under `orders/`: a struct with what is asked and nothing
//!    the envelope already says.
//! 2. **The one list**, `for_each_ask!` in `orders/ask.rs`: the enum, its name in JSON and the dispatch
//!    follow from it.
//! 3. **The rule**, a file of its own under `rules/`: implement `Act`. `about` names the account acted
//!    on, who gains, the amount and the action of the permission matrix; permissions, mandates and
//!    guards are then checked for you. `draft` says what it brings about, with the helpers of
//!    `books/draft.rs`: `pay`, `receive`, `counter_side`, `issue`, `renew`.
//! 4. **The design block** it reads, if it needs a figure of the steering group's: a file under
//!    `design/`.
//!
//! A new reason to refuse is a line in `orders/refusal/catalogue.rs`: code, rule, and the sentence in
//! Dutch, French and English. A new action of the matrix is a line in `people/action.rs` and a row in
//! `design/default-permissions.toml`.
//!
//! What applying must know goes into the entry: `apply` looks nothing up. If you need a status that no
//! `Change` expresses, add one that says what was and what is, and give it an arm in `apply`, `revert`
//! and `verify`.
//!
//! Then: a vector under `tests/vectors/` with its source and the working by hand, and the naive model
//! in `tests/src/model` learns the rule too.
//!
//! An indicator is no rule and changes nothing: its file stands under `evaluation/figures`, with one line in the list
//! there; vectors of figures are under `tests/vectors/figures`.
