//! [`Column`]: what a column of the day book holds.

use std::fmt;

macro_rules! columns {
    ($($(#[$doc:meta])* $column:ident = $name:literal,)+) => {
        /// A column of the day book.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[repr(u8)]
        #[non_exhaustive]
        pub enum Column {
            $($(#[$doc])* $column,)+
        }

        impl Column {
            /// Every column, in the order in which they are documented.
            pub const ALL: [Self; [$($name),+].len()] = [$(Self::$column),+];

            /// The name in the header: `activity_day`.
            pub const fn name(self) -> &'static str {
                match self {
                    $(Self::$column => $name,)+
                }
            }
        }
    };
}

columns! {
    /// The office's own reference of the line. The same reference again is a resend, not a new order.
    Line = "line",
    /// The day on which the office books it.
    Day = "day",
    /// When on that day, if the office notes it.
    Time = "time",
    /// The day of the activity, if it was another day.
    ActivityDay = "activity_day",
    /// Which kind of order it is.
    What = "what",
    /// The person who asks.
    Actor = "actor",
    /// The role in which they ask.
    Role = "role",
    /// The contact point where it is asked.
    Place = "place",
    /// The participant for whom the actor acts.
    For = "for",
    /// Why, as a code.
    Reason = "reason",
    /// Where the evidence is kept.
    Evidence = "evidence",
    /// The account it is about.
    Account = "account",
    /// Who pays.
    From = "from",
    /// Who is paid.
    To = "to",
    /// The partner it is about.
    Partner = "partner",
    /// The person it is about; for a new account every holder, for an award the earner.
    Person = "person",
    /// The participant who lets somebody act for them.
    Client = "client",
    /// The relative for whom is paid.
    Relative = "relative",
    /// What it is about, in a word: activity, reward, role, state, mandate.
    Item = "item",
    /// The contact point at which a role is held.
    At = "at",
    /// How much, in units.
    Amount = "amount",
    /// Hours and minutes, or how many.
    Measured = "measured",
    /// The offer or need that is settled.
    Offer = "offer",
    /// The category of the service that is paid for.
    Category = "category",
    /// What a fact says, where it has words.
    Value = "value",
    /// The persons who no longer hold an account.
    Leaves = "leaves",
    /// The period of a budget.
    Per = "per",
    /// How a partner is paid in euro, where it is not as the design says.
    Terms = "terms",
    /// How low an account may go.
    Floor = "floor",
    /// How high an account may grow.
    Ceiling = "ceiling",
    /// The earlier line that is meant.
    Refers = "refers",
    /// The line by which a partner took in what is turned down.
    Acceptance = "acceptance",
    /// The first day of what is given.
    Start = "start",
    /// The last day of what is given; the end date of a notice.
    Until = "until",
    /// The new last day of units.
    Ends = "ends",
    /// The series of notes.
    Series = "series",
    /// Pieces by face: `3x5 1x10`.
    Notes = "notes",
    /// Pieces in the till.
    Till = "till",
    /// Pieces taken in and not sent back yet.
    Returned = "returned",
    /// Euro.
    Euro = "euro",
    /// Euro for units on paper.
    EuroPaper = "euro_paper",
    /// The part of a price that is in euro.
    EuroPrice = "euro_price",
    /// Who carries notes.
    Carrier = "carrier",
    /// What a mandate is for.
    Actions = "actions",
    /// The most units in one order under a mandate.
    PerOrder = "per_order",
    /// The most units in one month under a mandate.
    PerMonth = "per_month",
}

impl Column {
    /// The columns that every line fills.
    pub const NEEDED: &[Self] = &[Self::Line, Self::Day, Self::What, Self::Actor, Self::Role];
    /// The columns that every line may fill.
    pub const ALLOWED: &[Self] =
        &[Self::Time, Self::ActivityDay, Self::Place, Self::For, Self::Reason, Self::Evidence];

    /// The place in [`Column::ALL`], from 0.
    #[allow(clippy::as_conversions, reason = "the discriminant of a field-less repr(u8) enum")]
    pub(super) const fn index(self) -> usize {
        self as usize
    }

    pub(super) fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|column| column.name() == name)
    }
}

impl fmt::Display for Column {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.name())
    }
}
