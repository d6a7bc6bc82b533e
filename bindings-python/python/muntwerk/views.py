"""Read-only answers: statement, trial balance, what ends when, why a figure is what it is.

Written from the source of the engine by `cargo run -p muntwerk-python-types`; not by hand.
"""

from __future__ import annotations

import datetime
import fractions
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, ClassVar, Literal, TypeAlias, Union

from . import _model as _m
from ._model import Ask, Model, Question
from . import books as _books
from .books import OriginKind, CapHolder, Notice, Sending
from . import orders as _orders
from .orders import AskKind, AccountKind, AccountState

if TYPE_CHECKING:
    from ._native import Order, Refusal



@dataclass(frozen=True, slots=True, repr=False)
class EarnerPerson(Model):
    """A person."""

    value: str


EarnerPerson._fields = (
    _m.Field("value", "value", _m.TEXT, _m.NEEDED),
)
EarnerPerson._bare = True


@dataclass(frozen=True, slots=True, repr=False)
class EarnerOneOf(Model):
    """One of the holders of an account; which of them, nobody said."""

    value: str


EarnerOneOf._fields = (
    _m.Field("value", "value", _m.TEXT, _m.NEEDED),
)
EarnerOneOf._bare = True

#: Who earned.
Earner: TypeAlias = Union[EarnerPerson, EarnerOneOf]
_Earner: _m.Check = _m.OneOf("Earner", {"person": EarnerPerson, "one_of": EarnerOneOf}, ())


@dataclass(frozen=True, slots=True, repr=False)
class EuroTotal(Model):
    """A sum in cents, and what rounding it left: the exact sum is `cents + num / den`.

    Attributes:
        cents: Whole cents, half to even.
        remainder_num: What the exact sum is more than that, in cents: the term above the line, below zero if it was
            rounded up.
        remainder_den: The term below the line; 1 if nothing was rounded.
    """

    cents: int
    remainder_num: int
    remainder_den: int


EuroTotal._fields = (
    _m.Field("cents", "cents", _m.WHOLE, _m.NEEDED),
    _m.Field("remainder_num", "remainder_num", _m.WHOLE, _m.NEEDED),
    _m.Field("remainder_den", "remainder_den", _m.WHOLE, _m.NEEDED),
)
_EuroTotal: _m.Check = _m.One(EuroTotal)


@dataclass(frozen=True, slots=True, repr=False)
class EuroUnits(Model):
    """Units, and what they are worth.

    Attributes:
        units: Minor units.
        euro: Their worth; `None` if the unit had no euro value on one of the days.
    """

    units: int
    euro: EuroTotal | None


EuroUnits._fields = (
    _m.Field("units", "units", _m.WHOLE, _m.NEEDED),
    _m.Field("euro", "euro", _m.Maybe(_EuroTotal), _m.NEEDED),
)
_EuroUnits: _m.Check = _m.One(EuroUnits)


@dataclass(frozen=True, slots=True, repr=False)
class AllowanceLine(Model):
    """What somebody was granted for one day.

    Attributes:
        earner: Whom.
        day: The day of the activity.
        granted: How much.
    """

    earner: Earner
    day: datetime.date
    granted: EuroUnits


AllowanceLine._fields = (
    _m.Field("earner", "earner", _Earner, _m.NEEDED),
    _m.Field("day", "day", _m.DAY, _m.NEEDED),
    _m.Field("granted", "granted", _EuroUnits, _m.NEEDED),
)
_AllowanceLine: _m.Check = _m.One(AllowanceLine)


@dataclass(frozen=True, slots=True, repr=False)
class AllowanceTotal(Model):
    """What somebody was granted in the year.

    Attributes:
        earner: Whom.
        days: On how many days.
        granted: How much in all.
        most_on: The day with most, the first of them if there are more.
        most: How much on that day.
    """

    earner: Earner
    days: int
    granted: EuroUnits
    most_on: datetime.date
    most: EuroUnits


AllowanceTotal._fields = (
    _m.Field("earner", "earner", _Earner, _m.NEEDED),
    _m.Field("days", "days", _m.WHOLE, _m.NEEDED),
    _m.Field("granted", "granted", _EuroUnits, _m.NEEDED),
    _m.Field("most_on", "most_on", _m.DAY, _m.NEEDED),
    _m.Field("most", "most", _EuroUnits, _m.NEEDED),
)
_AllowanceTotal: _m.Check = _m.One(AllowanceTotal)


@dataclass(frozen=True, slots=True, repr=False)
class Allowances(Model):
    """The nominative list of what volunteers were granted in a calendar year, as an organisation keeps it by
    the law of 3 July 2005: who, each day on which an allowance was granted, and how much. Only opaque ids
    stand in it; the host, which has the names, puts them beside.
    
    The day is the day of the activity, which decides the year (R58). What was taken back later is taken
    off the day on which it had been granted. On an account of several it is who was named in the award;
    where nobody was, the account stands in the list. Who holds an account is as it was on the day of
    booking, whoever came or went since. Euro follow the unit's value on that day; each line and each
    total is summed exactly and rounded once, half to even, and what rounding left is told.

    Attributes:
        year: The year.
        partner: Only what was granted by this partner.
        activities: Only for these activities; all if there are none.
        lines: By earner and then by day; none are zero.
        earners: By earner.
        total: All of it.
    """

    year: int
    partner: str | None
    activities: tuple[str, ...]
    lines: tuple[AllowanceLine, ...]
    earners: tuple[AllowanceTotal, ...]
    total: EuroUnits


Allowances._fields = (
    _m.Field("year", "year", _m.WHOLE, _m.NEEDED),
    _m.Field("partner", "partner", _m.Maybe(_m.TEXT), _m.NEEDED),
    _m.Field("activities", "activities", _m.Many(_m.TEXT), _m.NEEDED),
    _m.Field("lines", "lines", _m.Many(_AllowanceLine), _m.NEEDED),
    _m.Field("earners", "earners", _m.Many(_AllowanceTotal), _m.NEEDED),
    _m.Field("total", "total", _EuroUnits, _m.NEEDED),
)
_Allowances: _m.Check = _m.One(Allowances)


@dataclass(frozen=True, slots=True, repr=False)
class BudgetUse(Model):
    """How much of a partner's budget is used in the period of a day, and what is left, in minor units.

    Attributes:
        from_: First day of the period; `None` for a contract without one.
        through: Last day of the period; `None` for a contract without one.
        limit: What it may issue in the period. In minor units.
        used: What it issued in it, less what was taken back. In minor units.
        left: What it may still issue. A budget that was lowered since may have been passed already; then it is
            zero. In minor units.
    """

    from_: datetime.date | None
    through: datetime.date | None
    limit: int
    used: int
    left: int


BudgetUse._fields = (
    _m.Field("from_", "from", _m.Maybe(_m.DAY), _m.NEEDED),
    _m.Field("through", "through", _m.Maybe(_m.DAY), _m.NEEDED),
    _m.Field("limit", "limit", _m.MINOR, _m.NEEDED),
    _m.Field("used", "used", _m.MINOR, _m.NEEDED),
    _m.Field("left", "left", _m.MINOR, _m.NEEDED),
)
_BudgetUse: _m.Check = _m.One(BudgetUse)


@dataclass(frozen=True, slots=True, repr=False)
class PartnerBudget(Model):
    """What one partner may still issue.

    Attributes:
        partner: Which partner.
        used: What of its budget is used and left.
    """

    partner: str
    used: BudgetUse


PartnerBudget._fields = (
    _m.Field("partner", "partner", _m.TEXT, _m.NEEDED),
    _m.Field("used", "used", _BudgetUse, _m.NEEDED),
)
_PartnerBudget: _m.Check = _m.One(PartnerBudget)


@dataclass(frozen=True, slots=True, repr=False)
class CapFiguresUnits(Model):
    """Units. Of a cap in euro they are counted at the value of the unit on that day, rounded down to
    whole minor units; what is compared is exact.

    Attributes:
        limit: The most in the period. In minor units.
        used: What was earned in it. In minor units.
        left: What can still be earned. In minor units.
        euro: The cap itself, in cents, if it is in euro. In minor units.
    """

    limit: int
    used: int
    left: int
    euro: int | None


CapFiguresUnits._fields = (
    _m.Field("limit", "limit", _m.MINOR, _m.NEEDED),
    _m.Field("used", "used", _m.MINOR, _m.NEEDED),
    _m.Field("left", "left", _m.MINOR, _m.NEEDED),
    _m.Field("euro", "euro", _m.Maybe(_m.MINOR), _m.NEEDED),
)


@dataclass(frozen=True, slots=True, repr=False)
class CapFiguresTimes(Model):
    """Acts.

    Attributes:
        limit: The most in the period.
        left: What is left of them.
    """

    limit: int
    left: int


CapFiguresTimes._fields = (
    _m.Field("limit", "limit", _m.WHOLE, _m.NEEDED),
    _m.Field("left", "left", _m.WHOLE, _m.NEEDED),
)

#: The figures of a cap.
CapFigures: TypeAlias = Union[CapFiguresUnits, CapFiguresTimes]
_CapFigures: _m.Check = _m.OneOf("CapFigures", {"units": CapFiguresUnits, "times": CapFiguresTimes}, ())


@dataclass(frozen=True, slots=True, repr=False)
class CapUse(Model):
    """How much of a cap is used in the period of a day, and what is left.

    Attributes:
        from_: First day of the period.
        through: Last day of the period; `None` for a cap for life.
        figures: The figures.
    """

    from_: datetime.date
    through: datetime.date | None
    figures: CapFigures


CapUse._fields = (
    _m.Field("from_", "from", _m.DAY, _m.NEEDED),
    _m.Field("through", "through", _m.Maybe(_m.DAY), _m.NEEDED),
    _m.Field("figures", "figures", _CapFigures, _m.NEEDED),
)
_CapUse: _m.Check = _m.One(CapUse)


@dataclass(frozen=True, slots=True, repr=False)
class WhyCap(Model):
    """Why somebody can still earn so much under a cap: how much it allows in its period, and what was
    earned of it.

    Attributes:
        cap: Which cap.
        activities: The activities it covers; `None` for all.
        whose: For whom or what is counted.
        used: What is used and left in the period of the current day; `None` if no legal maximum is known for
            it, so that nothing can be earned.
    """

    cap: str
    activities: tuple[str, ...] | None
    whose: CapHolder
    used: CapUse | None


WhyCap._fields = (
    _m.Field("cap", "cap", _m.TEXT, _m.NEEDED),
    _m.Field("activities", "activities", _m.Maybe(_m.Many(_m.TEXT)), _m.NEEDED),
    _m.Field("whose", "whose", _books._CapHolder, _m.NEEDED),
    _m.Field("used", "used", _m.Maybe(_CapUse), _m.NEEDED),
)
_WhyCap: _m.Check = _m.One(WhyCap)


@dataclass(frozen=True, slots=True, repr=False)
class Budgets(Model):
    """The budgets that bound what is issued today: of each partner by its contract, and of the currency by
    its caps. Empty where nobody agreed on any.

    Attributes:
        day: The ledger's day, in whose periods they count.
        partners: The partners whose contract of today has a budget, by id.
        currency: The caps on what all earn together, by code.
    """

    day: datetime.date
    partners: tuple[PartnerBudget, ...]
    currency: tuple[WhyCap, ...]


Budgets._fields = (
    _m.Field("day", "day", _m.DAY, _m.NEEDED),
    _m.Field("partners", "partners", _m.Many(_PartnerBudget), _m.NEEDED),
    _m.Field("currency", "currency", _m.Many(_WhyCap), _m.NEEDED),
)
_Budgets: _m.Check = _m.One(Budgets)


@dataclass(frozen=True, slots=True, repr=False)
class LedgerSums(Model):
    """What all of a ledger comes to, from its first day through its current one, in minor units: by the figure
    `Flows`, so that `issued = ended + outstanding`.

    Attributes:
        issued: All that came about.
        earned: The part of it that is new for an effort.
        spent: Payments between participants.
        ended: All that ended.
        redeemed: The part of it that partners outside the ring took in.
        lapsed: The part of it that lapsed.
        lapsed_to_pot: What lapsed to the pot, where the design says so: it left whoever held it and did not end.
        outstanding: What is out at the end: on accounts, set aside and on notes.
        past_end: The part of it whose end has passed and that did not lapse: in its days of grace, or because its notice
            did not count. A notice that only the other design gives has nobody who recorded what became of it.
        refused: How many orders were refused.
        refused_units: How many units these are about. An order that was booked in the other ledger counts with what it moved
            there, any other with what it asked.
        refused_unsaid: How many of the refused orders say no number of units.
    """

    issued: int
    earned: int
    spent: int
    ended: int
    redeemed: int
    lapsed: int
    lapsed_to_pot: int
    outstanding: int
    past_end: int
    refused: int
    refused_units: int
    refused_unsaid: int


LedgerSums._fields = (
    _m.Field("issued", "issued", _m.WHOLE, _m.NEEDED),
    _m.Field("earned", "earned", _m.WHOLE, _m.NEEDED),
    _m.Field("spent", "spent", _m.WHOLE, _m.NEEDED),
    _m.Field("ended", "ended", _m.WHOLE, _m.NEEDED),
    _m.Field("redeemed", "redeemed", _m.WHOLE, _m.NEEDED),
    _m.Field("lapsed", "lapsed", _m.WHOLE, _m.NEEDED),
    _m.Field("lapsed_to_pot", "lapsed_to_pot", _m.WHOLE, _m.NEEDED),
    _m.Field("outstanding", "outstanding", _m.WHOLE, _m.NEEDED),
    _m.Field("past_end", "past_end", _m.WHOLE, _m.NEEDED),
    _m.Field("refused", "refused", _m.WHOLE, _m.NEEDED),
    _m.Field("refused_units", "refused_units", _m.WHOLE, _m.NEEDED),
    _m.Field("refused_unsaid", "refused_unsaid", _m.WHOLE, _m.NEEDED),
)
_LedgerSums: _m.Check = _m.One(LedgerSums)


@dataclass(frozen=True, slots=True, repr=False)
class AccountStanding(Model):
    """How an account stands at the end.

    Attributes:
        opened: Whether it was opened at all; where it was not, the balance is zero.
        balance: Its balance, below zero in the red. In minor units.
        lapsed: Minor units that lapsed on it.
        refused: How many orders were refused that are about it: by which it would have paid or, where nobody pays,
            received or been changed.
    """

    opened: bool
    balance: int
    lapsed: int
    refused: int


AccountStanding._fields = (
    _m.Field("opened", "opened", _m.TRUTH, _m.NEEDED),
    _m.Field("balance", "balance", _m.MINOR, _m.NEEDED),
    _m.Field("lapsed", "lapsed", _m.WHOLE, _m.NEEDED),
    _m.Field("refused", "refused", _m.WHOLE, _m.NEEDED),
)
_AccountStanding: _m.Check = _m.One(AccountStanding)


@dataclass(frozen=True, slots=True, repr=False)
class AccountCompared(Model):
    """An account that stands otherwise.

    Attributes:
        account: Its id.
        kind: What it is for.
        was: How it stands.
        is_: How it would stand.
    """

    account: str
    kind: AccountKind
    was: AccountStanding
    is_: AccountStanding


AccountCompared._fields = (
    _m.Field("account", "account", _m.TEXT, _m.NEEDED),
    _m.Field("kind", "kind", _orders._AccountKind, _m.NEEDED),
    _m.Field("was", "was", _AccountStanding, _m.NEEDED),
    _m.Field("is_", "is", _AccountStanding, _m.NEEDED),
)
_AccountCompared: _m.Check = _m.One(AccountCompared)


@dataclass(frozen=True, slots=True, repr=False)
class CameToRefused(Model):
    """It was refused, with this code."""

    value: str


CameToRefused._fields = (
    _m.Field("value", "value", _m.TEXT, _m.NEEDED),
)
CameToRefused._bare = True

#: What became of an order.
CameTo: TypeAlias = Union[CameToRefused, Literal["booked", "waiting"]]
_CameTo: _m.Check = _m.OneOf("CameTo", {"refused": CameToRefused}, ("booked", "waiting",))


@dataclass(frozen=True, slots=True, repr=False)
class Changed(Model):
    """An order that came to something else.

    Attributes:
        number: The number of its record.
        order: Its id.
        day: The day on which it was booked or refused.
        ask: What it asked.
        units: How many minor units it is about: what it moved where it was booked, or else what it asked; `None` where
            neither is said, or it is not about units.
        was: What it came to.
        is_: What it would come to.
    """

    number: int
    order: str
    day: datetime.date
    ask: AskKind
    units: int | None
    was: CameTo
    is_: CameTo


Changed._fields = (
    _m.Field("number", "number", _m.WHOLE, _m.NEEDED),
    _m.Field("order", "order", _m.ORDER_ID, _m.NEEDED),
    _m.Field("day", "day", _m.DAY, _m.NEEDED),
    _m.Field("ask", "ask", _orders._AskKind, _m.NEEDED),
    _m.Field("units", "units", _m.Maybe(_m.WHOLE), _m.NEEDED),
    _m.Field("was", "was", _CameTo, _m.NEEDED),
    _m.Field("is_", "is", _CameTo, _m.NEEDED),
)
_Changed: _m.Check = _m.One(Changed)


@dataclass(frozen=True, slots=True, repr=False)
class Orphaned(Model):
    """Something booked about an order that would be refused.

    Attributes:
        number: The number of its record.
        order: Its id.
        ask: What it asked.
        names: The order that it names.
        is_: What it would come to.
    """

    number: int
    order: str
    ask: AskKind
    names: str
    is_: CameTo


Orphaned._fields = (
    _m.Field("number", "number", _m.WHOLE, _m.NEEDED),
    _m.Field("order", "order", _m.ORDER_ID, _m.NEEDED),
    _m.Field("ask", "ask", _orders._AskKind, _m.NEEDED),
    _m.Field("names", "names", _m.ORDER_ID, _m.NEEDED),
    _m.Field("is_", "is", _CameTo, _m.NEEDED),
)
_Orphaned: _m.Check = _m.One(Orphaned)


@dataclass(frozen=True, slots=True, repr=False)
class WhyLeftOutNames(Model):
    """It names an order that is not tried."""

    value: str


WhyLeftOutNames._fields = (
    _m.Field("value", "value", _m.ORDER_ID, _m.NEEDED),
)
WhyLeftOutNames._bare = True

#: Why an order is not tried.
WhyLeftOut: TypeAlias = Union[WhyLeftOutNames, Literal["one_design", "day_went_on"]]
_WhyLeftOut: _m.Check = _m.OneOf("WhyLeftOut", {"names": WhyLeftOutNames}, ("one_design", "day_went_on",))


@dataclass(frozen=True, slots=True, repr=False)
class LeftOut(Model):
    """An order that is not tried.

    Attributes:
        number: The number of its record.
        order: Its id.
        ask: What it asked.
        why: Why it is not tried.
    """

    number: int
    order: str
    ask: AskKind
    why: WhyLeftOut


LeftOut._fields = (
    _m.Field("number", "number", _m.WHOLE, _m.NEEDED),
    _m.Field("order", "order", _m.ORDER_ID, _m.NEEDED),
    _m.Field("ask", "ask", _orders._AskKind, _m.NEEDED),
    _m.Field("why", "why", _WhyLeftOut, _m.NEEDED),
)
_LeftOut: _m.Check = _m.One(LeftOut)


@dataclass(frozen=True, slots=True, repr=False)
class Comparison(Model):
    """A ledger as it was beside the ledger as it would be under another design, from the first day through the
    current one. Amounts in minor units, which are the same in both. Record numbers are those of the ledger
    that was.

    Attributes:
        assumption: What is taken for granted: `ASSUMPTION`.
        from_: The first day of both ledgers.
        through: The current day of both.
        as_it_was: All together, as it was.
        as_it_would_be: All together, as it would be.
        tried: How many orders were tried again, those among them that had been refused. Closings are no part of it:
            days close where they closed.
        moved_otherwise: How many of them were booked in both and moved other units, or between other accounts: by another
            tariff, for instance.
        accounts: The accounts that differ, in the order of opening; those that only one ledger has come last.
        accounts_alike: How many accounts are in both with the same balance, the same lapsed and the same number of refusals.
        changed: The orders that came to something else, by record.
        orphaned: What was booked about an order that would be refused, by record: reversals of it, completions, what was
            picked up or paid. Mostly these are refused too, since what they name is not there, and then stand in
            `Comparison.changed` as well.
        left_out: The orders that are not tried, by record.
    """

    assumption: str
    from_: datetime.date
    through: datetime.date
    as_it_was: LedgerSums
    as_it_would_be: LedgerSums
    tried: int
    moved_otherwise: int
    accounts: tuple[AccountCompared, ...]
    accounts_alike: int
    changed: tuple[Changed, ...]
    orphaned: tuple[Orphaned, ...]
    left_out: tuple[LeftOut, ...]


Comparison._fields = (
    _m.Field("assumption", "assumption", _m.TEXT, _m.NEEDED),
    _m.Field("from_", "from", _m.DAY, _m.NEEDED),
    _m.Field("through", "through", _m.DAY, _m.NEEDED),
    _m.Field("as_it_was", "as_it_was", _LedgerSums, _m.NEEDED),
    _m.Field("as_it_would_be", "as_it_would_be", _LedgerSums, _m.NEEDED),
    _m.Field("tried", "tried", _m.WHOLE, _m.NEEDED),
    _m.Field("moved_otherwise", "moved_otherwise", _m.WHOLE, _m.NEEDED),
    _m.Field("accounts", "accounts", _m.Many(_AccountCompared), _m.NEEDED),
    _m.Field("accounts_alike", "accounts_alike", _m.WHOLE, _m.NEEDED),
    _m.Field("changed", "changed", _m.Many(_Changed), _m.NEEDED),
    _m.Field("orphaned", "orphaned", _m.Many(_Orphaned), _m.NEEDED),
    _m.Field("left_out", "left_out", _m.Many(_LeftOut), _m.NEEDED),
)
_Comparison: _m.Check = _m.One(Comparison)


@dataclass(frozen=True, slots=True, repr=False)
class Consignments(Model):
    """The sendings that have not arrived: to be received.

    Attributes:
        day: The ledger's day.
        sendings: The sendings, by the order that sent them.
    """

    day: datetime.date
    sendings: tuple[Sending, ...]


Consignments._fields = (
    _m.Field("day", "day", _m.DAY, _m.NEEDED),
    _m.Field("sendings", "sendings", _m.Many(_books._Sending), _m.NEEDED),
)
_Consignments: _m.Check = _m.One(Consignments)


@dataclass(frozen=True, slots=True, repr=False)
class NoticeStandingDueOn(Model):
    """It will be given on this day."""

    value: datetime.date


NoticeStandingDueOn._fields = (
    _m.Field("value", "value", _m.DAY, _m.NEEDED),
)
NoticeStandingDueOn._bare = True


@dataclass(frozen=True, slots=True, repr=False)
class NoticeStandingGiven(Model):
    """It was given."""

    value: Notice


NoticeStandingGiven._fields = (
    _m.Field("value", "value", _books._Notice, _m.NEEDED),
)
NoticeStandingGiven._bare = True


@dataclass(frozen=True, slots=True, repr=False)
class NoticeStandingCameWith(Model):
    """The units came in during the notice period, which began on this day: receiving them counted as
    notice."""

    value: datetime.date


NoticeStandingCameWith._fields = (
    _m.Field("value", "value", _m.DAY, _m.NEEDED),
)
NoticeStandingCameWith._bare = True

#: Where the notice about units stands that are to end.
NoticeStanding: TypeAlias = Union[NoticeStandingDueOn, NoticeStandingGiven, NoticeStandingCameWith, Literal["not_owed"]]
_NoticeStanding: _m.Check = _m.OneOf("NoticeStanding", {"due_on": NoticeStandingDueOn, "given": NoticeStandingGiven, "came_with": NoticeStandingCameWith}, ("not_owed",))


@dataclass(frozen=True, slots=True, repr=False)
class LapsesAt(Model):
    """At the closing of this day, grace and notice term included; if a notice is still to be given,
    when it is given on time and reaches the holder on that day."""

    value: datetime.date


LapsesAt._fields = (
    _m.Field("value", "value", _m.DAY, _m.NEEDED),
)
LapsesAt._bare = True

#: When units lapse, as things stand.
Lapses: TypeAlias = Union[LapsesAt, Literal["waits_for_notice", "never"]]
_Lapses: _m.Check = _m.OneOf("Lapses", {"at": LapsesAt}, ("waits_for_notice", "never",))


@dataclass(frozen=True, slots=True, repr=False)
class EndingLine(Model):
    """What ends on one day on one account.

    Attributes:
        end: The end date.
        account: Whose units.
        amount: How many minor units, in this date's lots together. In minor units.
        notice: Where the notice stands.
        lapses: When they really lapse.
    """

    end: datetime.date
    account: str
    amount: int
    notice: NoticeStanding
    lapses: Lapses


EndingLine._fields = (
    _m.Field("end", "end", _m.DAY, _m.NEEDED),
    _m.Field("account", "account", _m.TEXT, _m.NEEDED),
    _m.Field("amount", "amount", _m.MINOR, _m.NEEDED),
    _m.Field("notice", "notice", _NoticeStanding, _m.NEEDED),
    _m.Field("lapses", "lapses", _Lapses, _m.NEEDED),
)
_EndingLine: _m.Check = _m.One(EndingLine)


@dataclass(frozen=True, slots=True, repr=False)
class Ending(Model):
    """What participants hold that ends up to a day, by end date and then in the order of opening.
    
    Only the end dates up to that day are walked, not the accounts.

    Attributes:
        through: The last end date listed.
        lines: What ends.
    """

    through: datetime.date
    lines: tuple[EndingLine, ...]


Ending._fields = (
    _m.Field("through", "through", _m.DAY, _m.NEEDED),
    _m.Field("lines", "lines", _m.Many(_EndingLine), _m.NEEDED),
)
_Ending: _m.Check = _m.One(Ending)


@dataclass(frozen=True, slots=True, repr=False)
class SheetOperation(Model):
    """Something that was done at an office's drawers.

    Attributes:
        record: The number of its record.
        kind: What was asked.
        came_in: Face of the notes that came in, in minor units. In minor units.
        went_out: Face of the notes that went out. In minor units.
        cents: Euro cents that came in; below zero they went out.
    """

    record: int
    kind: AskKind
    came_in: int
    went_out: int
    cents: int


SheetOperation._fields = (
    _m.Field("record", "record", _m.WHOLE, _m.NEEDED),
    _m.Field("kind", "kind", _orders._AskKind, _m.NEEDED),
    _m.Field("came_in", "came_in", _m.MINOR, _m.NEEDED),
    _m.Field("went_out", "went_out", _m.MINOR, _m.NEEDED),
    _m.Field("cents", "cents", _m.WHOLE, _m.NEEDED),
)
_SheetOperation: _m.Check = _m.One(SheetOperation)


@dataclass(frozen=True, slots=True, repr=False)
class DrawerLine(Model):
    """One kind of note in one drawer.

    Attributes:
        place: The drawer: stock, till or what was taken in.
        series: The series.
        face: The face, in minor units. In minor units.
        opening: Pieces at opening: the float.
        expected: Pieces that should be there.
        counted: Pieces counted.
    """

    place: str
    series: str
    face: int
    opening: int
    expected: int
    counted: int


DrawerLine._fields = (
    _m.Field("place", "place", _m.TEXT, _m.NEEDED),
    _m.Field("series", "series", _m.TEXT, _m.NEEDED),
    _m.Field("face", "face", _m.MINOR, _m.NEEDED),
    _m.Field("opening", "opening", _m.WHOLE, _m.NEEDED),
    _m.Field("expected", "expected", _m.WHOLE, _m.NEEDED),
    _m.Field("counted", "counted", _m.WHOLE, _m.NEEDED),
)
_DrawerLine: _m.Check = _m.One(DrawerLine)


@dataclass(frozen=True, slots=True, repr=False)
class OfficeSheet(Model):
    """What an office did from its opening to its count, and what was counted of every kind of note.
    
    There is no sheet before the count is booked, so that whoever counts does not know what should lie in
    the drawers.

    Attributes:
        office: The office.
        opened_on: The day it opened.
        counted_on: The day it was counted.
        counted_by: Who counted.
        settled: Whether what differed was approved and booked.
        operations: What was done at its drawers, in order.
        drawers: The drawers by series, drawer and face.
        euro: The euro till, in cents: at opening, expected, counted.
    """

    office: str
    opened_on: datetime.date
    counted_on: datetime.date
    counted_by: str
    settled: bool
    operations: tuple[SheetOperation, ...]
    drawers: tuple[DrawerLine, ...]
    euro: tuple[int, int, int]


OfficeSheet._fields = (
    _m.Field("office", "office", _m.TEXT, _m.NEEDED),
    _m.Field("opened_on", "opened_on", _m.DAY, _m.NEEDED),
    _m.Field("counted_on", "counted_on", _m.DAY, _m.NEEDED),
    _m.Field("counted_by", "counted_by", _m.TEXT, _m.NEEDED),
    _m.Field("settled", "settled", _m.TRUTH, _m.NEEDED),
    _m.Field("operations", "operations", _m.Many(_SheetOperation), _m.NEEDED),
    _m.Field("drawers", "drawers", _m.Many(_DrawerLine), _m.NEEDED),
    _m.Field("euro", "euro", _m.Together(_m.WHOLE, _m.WHOLE, _m.WHOLE), _m.NEEDED),
)
_OfficeSheet: _m.Check = _m.One(OfficeSheet)


@dataclass(frozen=True, slots=True, repr=False)
class Names(Model):
    """A name in Dutch, French and English.

    Attributes:
        nl: Dutch.
        fr: French.
        en: English.
    """

    nl: str
    fr: str
    en: str


Names._fields = (
    _m.Field("nl", "nl", _m.TEXT, _m.NEEDED),
    _m.Field("fr", "fr", _m.TEXT, _m.NEEDED),
    _m.Field("en", "en", _m.TEXT, _m.NEEDED),
)
_Names: _m.Check = _m.One(Names)


@dataclass(frozen=True, slots=True, repr=False)
class KindFlow(Model):
    """What happened on all accounts of one kind together, in minor units.

    Attributes:
        kind: The kind.
        before: The balance before the period.
        during: What the period added.
    """

    kind: AccountKind
    before: int
    during: int


KindFlow._fields = (
    _m.Field("kind", "kind", _orders._AccountKind, _m.NEEDED),
    _m.Field("before", "before", _m.WHOLE, _m.NEEDED),
    _m.Field("during", "during", _m.WHOLE, _m.NEEDED),
)
_KindFlow: _m.Check = _m.One(KindFlow)


@dataclass(frozen=True, slots=True, repr=False)
class PartnerLine(Model):
    """What one partner issued and took in.

    Attributes:
        partner: Which partner.
        issued: What it issued, less what was taken back.
        redeemed: What it took in, less what was given back.
        paid_in_euro: What was paid to it in euro beside the units (R26), in cents, less what was given back.
    """

    partner: str
    issued: EuroUnits
    redeemed: EuroUnits
    paid_in_euro: int


PartnerLine._fields = (
    _m.Field("partner", "partner", _m.TEXT, _m.NEEDED),
    _m.Field("issued", "issued", _EuroUnits, _m.NEEDED),
    _m.Field("redeemed", "redeemed", _EuroUnits, _m.NEEDED),
    _m.Field("paid_in_euro", "paid_in_euro", _m.WHOLE, _m.NEEDED),
)
_PartnerLine: _m.Check = _m.One(PartnerLine)


@dataclass(frozen=True, slots=True, repr=False)
class PartnerTotals(Model):
    """What each partner issued and took in over a period of booking days.
    
    Euro follow the unit's value on the value day of each entry; a reversal is valued as the entry it
    takes back. Everything is summed exactly and rounded once per line, half to even; what rounding
    left is told.

    Attributes:
        from_: First booking day.
        through: Last booking day.
        lines: Every partner, by id, also those without entries.
        issued: All partners together, summed exactly and then rounded.
        redeemed: All partners together, summed exactly and then rounded.
        paid_in_euro: What was paid to all of them in euro, in cents.
    """

    from_: datetime.date
    through: datetime.date
    lines: tuple[PartnerLine, ...]
    issued: EuroUnits
    redeemed: EuroUnits
    paid_in_euro: int


PartnerTotals._fields = (
    _m.Field("from_", "from", _m.DAY, _m.NEEDED),
    _m.Field("through", "through", _m.DAY, _m.NEEDED),
    _m.Field("lines", "lines", _m.Many(_PartnerLine), _m.NEEDED),
    _m.Field("issued", "issued", _EuroUnits, _m.NEEDED),
    _m.Field("redeemed", "redeemed", _EuroUnits, _m.NEEDED),
    _m.Field("paid_in_euro", "paid_in_euro", _m.WHOLE, _m.NEEDED),
)
_PartnerTotals: _m.Check = _m.One(PartnerTotals)


@dataclass(frozen=True, slots=True, repr=False)
class EndingOn(Model):
    """What ends on a day.

    Attributes:
        end: The day.
        accounts: On how many accounts.
        units: How many minor units.
    """

    end: datetime.date
    accounts: int
    units: int


EndingOn._fields = (
    _m.Field("end", "end", _m.DAY, _m.NEEDED),
    _m.Field("accounts", "accounts", _m.WHOLE, _m.NEEDED),
    _m.Field("units", "units", _m.WHOLE, _m.NEEDED),
)
_EndingOn: _m.Check = _m.One(EndingOn)


@dataclass(frozen=True, slots=True, repr=False)
class Overview(Model):
    """A currency on one page, for a steering group: how many units were issued, redeemed and lapsed, who holds
    what is left, what that may come to cost, what partners did and may still do, and what asks for attention.
    
    The figures of the period are those of its booking days, the last of which is the ledger's current day.

    Attributes:
        names: What the currency is called.
        from_: First booking day of the period.
        day: The ledger's day, the last of the period.
        records: How many records there are.
        kinds: What came about and where it went, by kind of account, in the order of `AccountKind`. Balances
            sum to zero before the period, in it and after it.
        held: What participants hold, before what others owe is taken off.
        owed: What participants paid beyond what they held, and have yet to earn.
        liability: The units that may still be redeemed, and what the issuer would pay partners for them at the unit's
            value of today: what participants hold, what is reserved, what is in the pot, and what is on notes.
            Participants never get euro. `None` where nothing can be redeemed.
        partners: What each partner issued and took in during the period.
        budgets: What each partner, and everybody together, may still issue.
        ending: What ends up to the last day of next month, by day.
        accounts: The accounts of participants by their state; none are zero.
        active: The accounts of participants that did something in the period: paid or were paid for something,
            earned, gave, redeemed, reserved, went for notes or brought them. Being given something is none.
        entries: The entries of the period that moved units.
        refused: The orders that were refused in the period, of those refusals that are recorded.
        waiting: The orders that wait for somebody.
    """

    names: Names
    from_: datetime.date
    day: datetime.date
    records: int
    kinds: tuple[KindFlow, ...]
    held: int
    owed: int
    liability: EuroUnits | None
    partners: PartnerTotals
    budgets: Budgets
    ending: tuple[EndingOn, ...]
    accounts: tuple[tuple[AccountState, int], ...]
    active: int
    entries: int
    refused: int
    waiting: int


Overview._fields = (
    _m.Field("names", "names", _Names, _m.NEEDED),
    _m.Field("from_", "from", _m.DAY, _m.NEEDED),
    _m.Field("day", "day", _m.DAY, _m.NEEDED),
    _m.Field("records", "records", _m.WHOLE, _m.NEEDED),
    _m.Field("kinds", "kinds", _m.Many(_KindFlow), _m.NEEDED),
    _m.Field("held", "held", _m.WHOLE, _m.NEEDED),
    _m.Field("owed", "owed", _m.WHOLE, _m.NEEDED),
    _m.Field("liability", "liability", _m.Maybe(_EuroUnits), _m.NEEDED),
    _m.Field("partners", "partners", _PartnerTotals, _m.NEEDED),
    _m.Field("budgets", "budgets", _Budgets, _m.NEEDED),
    _m.Field("ending", "ending", _m.Many(_EndingOn), _m.NEEDED),
    _m.Field("accounts", "accounts", _m.Many(_m.Together(_orders._AccountState, _m.WHOLE)), _m.NEEDED),
    _m.Field("active", "active", _m.WHOLE, _m.NEEDED),
    _m.Field("entries", "entries", _m.WHOLE, _m.NEEDED),
    _m.Field("refused", "refused", _m.WHOLE, _m.NEEDED),
    _m.Field("waiting", "waiting", _m.WHOLE, _m.NEEDED),
)
_Overview: _m.Check = _m.One(Overview)


@dataclass(frozen=True, slots=True, repr=False)
class PayLine(Model):
    """One claim to pay.

    Attributes:
        pay_by: The last day to pay it; those without one come last.
        partner: Whom.
        invoice: The partner's invoice number.
        claim: The order that filed the claim.
        cents: How much, in cents. In minor units.
    """

    pay_by: datetime.date | None
    partner: str
    invoice: str
    claim: str
    cents: int


PayLine._fields = (
    _m.Field("pay_by", "pay_by", _m.Maybe(_m.DAY), _m.NEEDED),
    _m.Field("partner", "partner", _m.TEXT, _m.NEEDED),
    _m.Field("invoice", "invoice", _m.TEXT, _m.NEEDED),
    _m.Field("claim", "claim", _m.ORDER_ID, _m.NEEDED),
    _m.Field("cents", "cents", _m.MINOR, _m.NEEDED),
)
_PayLine: _m.Check = _m.One(PayLine)


@dataclass(frozen=True, slots=True, repr=False)
class PayList(Model):
    """The claims that are approved and not paid yet.

    Attributes:
        day: The ledger's day.
        lines: The claims, those to be paid soonest first, then by partner and invoice.
    """

    day: datetime.date
    lines: tuple[PayLine, ...]


PayList._fields = (
    _m.Field("day", "day", _m.DAY, _m.NEEDED),
    _m.Field("lines", "lines", _m.Many(_PayLine), _m.NEEDED),
)
_PayList: _m.Check = _m.One(PayList)


@dataclass(frozen=True, slots=True, repr=False)
class QuietLine(Model):
    """An account whose holders do nothing.

    Attributes:
        account: Which account.
        kind: What it is for.
        acted_on: The booking day of the last act; of the opening, if there was none.
        quiet_days: How many days ago that was.
        balance: What is on it. In minor units.
    """

    account: str
    kind: AccountKind
    acted_on: datetime.date
    quiet_days: int
    balance: int


QuietLine._fields = (
    _m.Field("account", "account", _m.TEXT, _m.NEEDED),
    _m.Field("kind", "kind", _orders._AccountKind, _m.NEEDED),
    _m.Field("acted_on", "acted_on", _m.DAY, _m.NEEDED),
    _m.Field("quiet_days", "quiet_days", _m.WHOLE, _m.NEEDED),
    _m.Field("balance", "balance", _m.MINOR, _m.NEEDED),
)
_QuietLine: _m.Check = _m.One(QuietLine)


@dataclass(frozen=True, slots=True, repr=False)
class Quiet(Model):
    """The accounts whose holders have done nothing with units for a number of days, the longest quiet first;
    so that somebody calls. What others bring about is no sign of life: lapses, corrections, a gift received.
    Accounts that may not move are left out: candidates, blocked and closed accounts, and the dead.
    
    Reads what is kept for each account, and no records.

    Attributes:
        day: The ledger's day.
        days: For how many days nothing was done.
        lines: The accounts.
    """

    day: datetime.date
    days: int
    lines: tuple[QuietLine, ...]


Quiet._fields = (
    _m.Field("day", "day", _m.DAY, _m.NEEDED),
    _m.Field("days", "days", _m.WHOLE, _m.NEEDED),
    _m.Field("lines", "lines", _m.Many(_QuietLine), _m.NEEDED),
)
_Quiet: _m.Check = _m.One(Quiet)

#: What happened to what is redeemed.
SlipOf: TypeAlias = Literal[
    "redeemed",
    "reserved",
    "picked_up",
]
_SlipOf: _m.Check = _m.OneWord("SlipOf", ("redeemed", "reserved", "picked_up",))


@dataclass(frozen=True, slots=True, repr=False)
class RedemptionSlip(Model):
    """What a redemption came to: the pieces, the units they cost, what those are worth, what was paid in euro
    beside them, and what is left of the units that were offered (R25, R26; E-portemonnee, V11).

    Attributes:
        account: The account that paid.
        partner: The partner that hands it out.
        day: The day of the activity.
        taken: What happened to it.
        reward: Which line of the redemption catalogue.
        names: What that was called on the day of the activity; `None` if it was not in the catalogue any more.
        pieces: How many pieces, or steps.
        paid: The units paid, and what they were worth on the day of the activity. That is what the issuer pays the
            partner for them; the member gets what is handed over, never euro.
        paid_in_euro: What was paid in euro beside the units, or will be when it is picked up, in cents. In minor units.
        left_of_offered: What is left of the units offered, of an offer that is taken in steps; `None` if none were offered. In minor units.
    """

    account: str
    partner: str
    day: datetime.date
    taken: SlipOf
    reward: str
    names: Names | None
    pieces: int
    paid: EuroUnits
    paid_in_euro: int
    left_of_offered: int | None


RedemptionSlip._fields = (
    _m.Field("account", "account", _m.TEXT, _m.NEEDED),
    _m.Field("partner", "partner", _m.TEXT, _m.NEEDED),
    _m.Field("day", "day", _m.DAY, _m.NEEDED),
    _m.Field("taken", "taken", _SlipOf, _m.NEEDED),
    _m.Field("reward", "reward", _m.TEXT, _m.NEEDED),
    _m.Field("names", "names", _m.Maybe(_Names), _m.NEEDED),
    _m.Field("pieces", "pieces", _m.WHOLE, _m.NEEDED),
    _m.Field("paid", "paid", _EuroUnits, _m.NEEDED),
    _m.Field("paid_in_euro", "paid_in_euro", _m.MINOR, _m.NEEDED),
    _m.Field("left_of_offered", "left_of_offered", _m.Maybe(_m.MINOR), _m.NEEDED),
)
_RedemptionSlip: _m.Check = _m.One(RedemptionSlip)


@dataclass(frozen=True, slots=True, repr=False)
class RefusalCount(Model):
    """How often a code was answered in a month.

    Attributes:
        code: The code.
        month: The first day of the month.
        count: How often.
    """

    code: str
    month: datetime.date
    count: int


RefusalCount._fields = (
    _m.Field("code", "code", _m.TEXT, _m.NEEDED),
    _m.Field("month", "month", _m.DAY, _m.NEEDED),
    _m.Field("count", "count", _m.WHOLE, _m.NEEDED),
)
_RefusalCount: _m.Check = _m.One(RefusalCount)


@dataclass(frozen=True, slots=True, repr=False)
class Refusals(Model):
    """The orders that were refused, by code and by month of the ledger's day. Only codes that are
    recorded leave a trace to count (`RefusalCode.is_recorded`).

    Attributes:
        counts: By code in the order of the catalogue, then by month; none are zero.
    """

    counts: tuple[RefusalCount, ...]


Refusals._fields = (
    _m.Field("counts", "counts", _m.Many(_RefusalCount), _m.NEEDED),
)
_Refusals: _m.Check = _m.One(Refusals)


@dataclass(frozen=True, slots=True, repr=False)
class SeriesLine(Model):
    """The notes of one series and face.

    Attributes:
        series: The series.
        face: The face, in minor units. In minor units.
        printed: Pieces printed.
        vault: Pieces in the vault and in partners' stocks.
        transit: Pieces on their way.
        out: Pieces in the drawers of offices and in circulation.
        circulation: Of these, pieces in circulation; `None` while an office is open.
        missing: Pieces missing.
        destroyed: Pieces destroyed.
        age: Days since the series became valid; below zero it is not yet.
    """

    series: str
    face: int
    printed: int
    vault: int
    transit: int
    out: int
    circulation: int | None
    missing: int
    destroyed: int
    age: int


SeriesLine._fields = (
    _m.Field("series", "series", _m.TEXT, _m.NEEDED),
    _m.Field("face", "face", _m.MINOR, _m.NEEDED),
    _m.Field("printed", "printed", _m.WHOLE, _m.NEEDED),
    _m.Field("vault", "vault", _m.WHOLE, _m.NEEDED),
    _m.Field("transit", "transit", _m.WHOLE, _m.NEEDED),
    _m.Field("out", "out", _m.WHOLE, _m.NEEDED),
    _m.Field("circulation", "circulation", _m.Maybe(_m.WHOLE), _m.NEEDED),
    _m.Field("missing", "missing", _m.WHOLE, _m.NEEDED),
    _m.Field("destroyed", "destroyed", _m.WHOLE, _m.NEEDED),
    _m.Field("age", "age", _m.WHOLE, _m.NEEDED),
)
_SeriesLine: _m.Check = _m.One(SeriesLine)


@dataclass(frozen=True, slots=True, repr=False)
class SeriesReport(Model):
    """Where the notes of every series are, and what part of the units is on paper.
    
    While an office is open, what lies in its drawers and what circulates are shown together: whoever
    counts must not be able to look up what should be there (R35).

    Attributes:
        day: The ledger's day.
        lines: By series in the order of the codes, then by face.
        on_accounts: Units on the accounts of participants, the pot and the group, less what was drawn.
        on_paper: Units on live notes.
    """

    day: datetime.date
    lines: tuple[SeriesLine, ...]
    on_accounts: int
    on_paper: int


SeriesReport._fields = (
    _m.Field("day", "day", _m.DAY, _m.NEEDED),
    _m.Field("lines", "lines", _m.Many(_SeriesLine), _m.NEEDED),
    _m.Field("on_accounts", "on_accounts", _m.WHOLE, _m.NEEDED),
    _m.Field("on_paper", "on_paper", _m.WHOLE, _m.NEEDED),
)
_SeriesReport: _m.Check = _m.One(SeriesReport)


@dataclass(frozen=True, slots=True, repr=False)
class SettlementLine(Model):
    """One partner.

    Attributes:
        partner: Which partner.
        open: Units it took in and has not claimed.
        late: Of these, units that can no longer be claimed.
        open_cents: What the open ones that can still be claimed would come to today, in cents, without the fee.
        claimed: What waits to be approved, in cents.
        owed: What is approved and not paid, in cents.
        paid: What was paid, in cents.
        due: What it owes back, in cents.
    """

    partner: str
    open: int
    late: int
    open_cents: int
    claimed: int
    owed: int
    paid: int
    due: int


SettlementLine._fields = (
    _m.Field("partner", "partner", _m.TEXT, _m.NEEDED),
    _m.Field("open", "open", _m.WHOLE, _m.NEEDED),
    _m.Field("late", "late", _m.WHOLE, _m.NEEDED),
    _m.Field("open_cents", "open_cents", _m.WHOLE, _m.NEEDED),
    _m.Field("claimed", "claimed", _m.WHOLE, _m.NEEDED),
    _m.Field("owed", "owed", _m.WHOLE, _m.NEEDED),
    _m.Field("paid", "paid", _m.WHOLE, _m.NEEDED),
    _m.Field("due", "due", _m.WHOLE, _m.NEEDED),
)
_SettlementLine: _m.Check = _m.One(SettlementLine)


@dataclass(frozen=True, slots=True, repr=False)
class EuroLiability(Model):
    """What is still to be paid in euro, in cents.

    Attributes:
        units_out: Units that participants hold, on accounts and as notes.
        units_out_cents: What they would come to if all were spent today at the design's rate, before any fee; `None` without a
            rate.
        accepted: What was accepted and not claimed, and can still be.
        claimed: What was claimed and not approved.
        owed: What was approved and not paid.
        due: What partners owe back.
    """

    units_out: int
    units_out_cents: int | None
    accepted: int
    claimed: int
    owed: int
    due: int


EuroLiability._fields = (
    _m.Field("units_out", "units_out", _m.WHOLE, _m.NEEDED),
    _m.Field("units_out_cents", "units_out_cents", _m.Maybe(_m.WHOLE), _m.NEEDED),
    _m.Field("accepted", "accepted", _m.WHOLE, _m.NEEDED),
    _m.Field("claimed", "claimed", _m.WHOLE, _m.NEEDED),
    _m.Field("owed", "owed", _m.WHOLE, _m.NEEDED),
    _m.Field("due", "due", _m.WHOLE, _m.NEEDED),
)
_EuroLiability: _m.Check = _m.One(EuroLiability)


@dataclass(frozen=True, slots=True, repr=False)
class SettlementList(Model):
    """What every partner took in, claimed and was paid, and what units that are still out would cost.

    Attributes:
        day: The ledger's day.
        lines: Every partner with something to settle, by id.
        liability: What is still to be paid.
    """

    day: datetime.date
    lines: tuple[SettlementLine, ...]
    liability: EuroLiability


SettlementList._fields = (
    _m.Field("day", "day", _m.DAY, _m.NEEDED),
    _m.Field("lines", "lines", _m.Many(_SettlementLine), _m.NEEDED),
    _m.Field("liability", "liability", _EuroLiability, _m.NEEDED),
)
_SettlementList: _m.Check = _m.One(SettlementList)


@dataclass(frozen=True, slots=True, repr=False)
class LotMove(Model):
    """A piece of a lot that came or went.

    Attributes:
        lot: Which lot.
        amount: What came, or went if below zero. In minor units.
        ends_on: The lot's last day, if it has one.
    """

    lot: int
    amount: int
    ends_on: datetime.date | None


LotMove._fields = (
    _m.Field("lot", "lot", _m.WHOLE, _m.NEEDED),
    _m.Field("amount", "amount", _m.MINOR, _m.NEEDED),
    _m.Field("ends_on", "ends_on", _m.Maybe(_m.DAY), _m.NEEDED),
)
_LotMove: _m.Check = _m.One(LotMove)


@dataclass(frozen=True, slots=True, repr=False)
class StatementLine(Model):
    """One entry on an account.

    Attributes:
        record: The number of the record.
        booking_day: The ledger's day on which it was booked.
        value_day: The day of the activity.
        kind: What was asked; of a pending order that was completed, what that one asked.
        counterparts: The accounts on the other side.
        actor: Who asked.
        role: In which role.
        contact_point: At which contact point.
        on_behalf_of: For whom.
        completed_by: Who completed it and in which role, if it waited for somebody.
        reason: Why, as a code of the host's list.
        reverses: Of a reversal, the record it takes back, if that moved this account too.
        ran_out: If it is of a reservation that nobody picked up in time: what the partner took in of it all the same. In minor units.
        both_sides: Whether one mediator acted for both sides.
        amount: What came, or went if below zero. In minor units.
        balance: The balance after it. In minor units.
        drawn: What was added to the debt, repaid if below zero. In minor units.
        technical: The part of it that a reversal caused. In minor units.
        lots: The pieces that came or went.
    """

    record: int
    booking_day: datetime.date
    value_day: datetime.date
    kind: AskKind
    counterparts: tuple[str, ...]
    actor: str
    role: str
    contact_point: str | None
    on_behalf_of: str | None
    completed_by: tuple[str, str] | None
    reason: str | None
    reverses: int | None
    ran_out: int | None
    both_sides: bool
    amount: int
    balance: int
    drawn: int
    technical: int
    lots: tuple[LotMove, ...]


StatementLine._fields = (
    _m.Field("record", "record", _m.WHOLE, _m.NEEDED),
    _m.Field("booking_day", "booking_day", _m.DAY, _m.NEEDED),
    _m.Field("value_day", "value_day", _m.DAY, _m.NEEDED),
    _m.Field("kind", "kind", _orders._AskKind, _m.NEEDED),
    _m.Field("counterparts", "counterparts", _m.Many(_m.TEXT), _m.NEEDED),
    _m.Field("actor", "actor", _m.TEXT, _m.NEEDED),
    _m.Field("role", "role", _m.TEXT, _m.NEEDED),
    _m.Field("contact_point", "contact_point", _m.Maybe(_m.TEXT), _m.NEEDED),
    _m.Field("on_behalf_of", "on_behalf_of", _m.Maybe(_m.TEXT), _m.NEEDED),
    _m.Field("completed_by", "completed_by", _m.Maybe(_m.Together(_m.TEXT, _m.TEXT)), _m.NEEDED),
    _m.Field("reason", "reason", _m.Maybe(_m.TEXT), _m.NEEDED),
    _m.Field("reverses", "reverses", _m.Maybe(_m.WHOLE), _m.NEEDED),
    _m.Field("ran_out", "ran_out", _m.Maybe(_m.MINOR), _m.NEEDED),
    _m.Field("both_sides", "both_sides", _m.TRUTH, _m.NEEDED),
    _m.Field("amount", "amount", _m.MINOR, _m.NEEDED),
    _m.Field("balance", "balance", _m.MINOR, _m.NEEDED),
    _m.Field("drawn", "drawn", _m.MINOR, _m.NEEDED),
    _m.Field("technical", "technical", _m.MINOR, _m.NEEDED),
    _m.Field("lots", "lots", _m.Many(_LotMove), _m.NEEDED),
)
_StatementLine: _m.Check = _m.One(StatementLine)


@dataclass(frozen=True, slots=True, repr=False)
class HeldLot(Model):
    """A piece of a lot on an account.

    Attributes:
        lot: Which lot.
        amount: How much of it. In minor units.
        earned_on: When it was earned; the first day of the month where the design keeps lots by month.
        earned_through: The last day on which units of this lot can have been earned: the same, or that month's last.
        ends_on: The last day by its date, if it has one.
        lapses: When it really lapses.
    """

    lot: int
    amount: int
    earned_on: datetime.date
    earned_through: datetime.date
    ends_on: datetime.date | None
    lapses: Lapses


HeldLot._fields = (
    _m.Field("lot", "lot", _m.WHOLE, _m.NEEDED),
    _m.Field("amount", "amount", _m.MINOR, _m.NEEDED),
    _m.Field("earned_on", "earned_on", _m.DAY, _m.NEEDED),
    _m.Field("earned_through", "earned_through", _m.DAY, _m.NEEDED),
    _m.Field("ends_on", "ends_on", _m.Maybe(_m.DAY), _m.NEEDED),
    _m.Field("lapses", "lapses", _Lapses, _m.NEEDED),
)
_HeldLot: _m.Check = _m.One(HeldLot)


@dataclass(frozen=True, slots=True, repr=False)
class Reserved(Model):
    """Something reserved for an account. Its units are not in the balance: they were set aside, do not lapse
    meanwhile, and come back if nobody picks it up (R51).

    Attributes:
        reservation: The reservation: the id of the order that made it.
        partner: The partner that hands it out.
        reward: Which line of the redemption catalogue.
        names: What that is called today; `None` if it is no longer in the catalogue.
        pieces: How many pieces.
        units: The minor units set aside. In minor units.
        euro: What is paid in euro when it is picked up, in cents. In minor units.
        kept_if_missed: The minor units that the partner takes in all the same if nobody picks it up. In minor units.
        until: The last day on which it can be picked up, if days count.
        minutes_left: The minutes that are left to pick it up, if minutes count: by the latest instant that the ledger has
            seen, rounded down, never below zero.
    """

    reservation: str
    partner: str
    reward: str
    names: Names | None
    pieces: int
    units: int
    euro: int
    kept_if_missed: int
    until: datetime.date | None
    minutes_left: int | None


Reserved._fields = (
    _m.Field("reservation", "reservation", _m.ORDER_ID, _m.NEEDED),
    _m.Field("partner", "partner", _m.TEXT, _m.NEEDED),
    _m.Field("reward", "reward", _m.TEXT, _m.NEEDED),
    _m.Field("names", "names", _m.Maybe(_Names), _m.NEEDED),
    _m.Field("pieces", "pieces", _m.WHOLE, _m.NEEDED),
    _m.Field("units", "units", _m.MINOR, _m.NEEDED),
    _m.Field("euro", "euro", _m.MINOR, _m.NEEDED),
    _m.Field("kept_if_missed", "kept_if_missed", _m.MINOR, _m.NEEDED),
    _m.Field("until", "until", _m.Maybe(_m.DAY), _m.NEEDED),
    _m.Field("minutes_left", "minutes_left", _m.Maybe(_m.WHOLE), _m.NEEDED),
)
_Reserved: _m.Check = _m.One(Reserved)


@dataclass(frozen=True, slots=True, repr=False)
class Waits(Model):
    """A place in the line for pieces of an offer (R25). No units are set aside for it.

    Attributes:
        place: The place: the id of the order that took it.
        account: The account that waits.
        partner: The partner that hands it out.
        reward: Which line of the redemption catalogue.
        names: What that is called today; `None` if it is no longer in the catalogue.
        pieces: How many pieces.
        position: Where in line it is, from 1, those who are called included.
        called_until: If it is called: the last day on which it can be reserved or redeemed.
    """

    place: str
    account: str
    partner: str
    reward: str
    names: Names | None
    pieces: int
    position: int
    called_until: datetime.date | None


Waits._fields = (
    _m.Field("place", "place", _m.ORDER_ID, _m.NEEDED),
    _m.Field("account", "account", _m.TEXT, _m.NEEDED),
    _m.Field("partner", "partner", _m.TEXT, _m.NEEDED),
    _m.Field("reward", "reward", _m.TEXT, _m.NEEDED),
    _m.Field("names", "names", _m.Maybe(_Names), _m.NEEDED),
    _m.Field("pieces", "pieces", _m.WHOLE, _m.NEEDED),
    _m.Field("position", "position", _m.WHOLE, _m.NEEDED),
    _m.Field("called_until", "called_until", _m.Maybe(_m.DAY), _m.NEEDED),
)
_Waits: _m.Check = _m.One(Waits)


@dataclass(frozen=True, slots=True, repr=False)
class Statement(Model):
    """An account over a period of booking days: the balance before, every entry with the balance after
    it, the balance at the end, and the lots that are on it now; and what is reserved for it.

    Attributes:
        account: Which account.
        kind: What it is for.
        state: Its state now.
        from_: First booking day.
        through: Last booking day.
        opening: The balance before the first entry. In minor units.
        lines: The entries that moved it.
        closing: The balance after the last entry. In minor units.
        today: The ledger's day, on which `Statement.held` was on the account.
        held: The lots on it today, in spending order.
        reserved: What is reserved for it today, beside the balance.
        waits: What it waits for today.
    """

    account: str
    kind: AccountKind
    state: AccountState
    from_: datetime.date
    through: datetime.date
    opening: int
    lines: tuple[StatementLine, ...]
    closing: int
    today: datetime.date
    held: tuple[HeldLot, ...]
    reserved: tuple[Reserved, ...]
    waits: tuple[Waits, ...]


Statement._fields = (
    _m.Field("account", "account", _m.TEXT, _m.NEEDED),
    _m.Field("kind", "kind", _orders._AccountKind, _m.NEEDED),
    _m.Field("state", "state", _orders._AccountState, _m.NEEDED),
    _m.Field("from_", "from", _m.DAY, _m.NEEDED),
    _m.Field("through", "through", _m.DAY, _m.NEEDED),
    _m.Field("opening", "opening", _m.MINOR, _m.NEEDED),
    _m.Field("lines", "lines", _m.Many(_StatementLine), _m.NEEDED),
    _m.Field("closing", "closing", _m.MINOR, _m.NEEDED),
    _m.Field("today", "today", _m.DAY, _m.NEEDED),
    _m.Field("held", "held", _m.Many(_HeldLot), _m.NEEDED),
    _m.Field("reserved", "reserved", _m.Many(_Reserved), _m.NEEDED),
    _m.Field("waits", "waits", _m.Many(_Waits), _m.NEEDED),
)
_Statement: _m.Check = _m.One(Statement)


@dataclass(frozen=True, slots=True, repr=False)
class TaskReceive(Model):
    """To receive: a sending that has not arrived."""

    value: Sending


TaskReceive._fields = (
    _m.Field("value", "value", _books._Sending, _m.NEEDED),
)
TaskReceive._bare = True


@dataclass(frozen=True, slots=True, repr=False)
class TaskCount(Model):
    """To count: an office is open since a day.

    Attributes:
        office: Which office.
        since: Since when.
    """

    office: str
    since: datetime.date


TaskCount._fields = (
    _m.Field("office", "office", _m.TEXT, _m.NEEDED),
    _m.Field("since", "since", _m.DAY, _m.NEEDED),
)


@dataclass(frozen=True, slots=True, repr=False)
class TaskReconcile(Model):
    """To reconcile: a count differs from the books, and waits for somebody else.

    Attributes:
        office: Which office.
        on: The day of the count.
    """

    office: str
    on: datetime.date


TaskReconcile._fields = (
    _m.Field("office", "office", _m.TEXT, _m.NEEDED),
    _m.Field("on", "on", _m.DAY, _m.NEEDED),
)


@dataclass(frozen=True, slots=True, repr=False)
class TaskHandOver(Model):
    """To hand over: notes that an office took in, or has in its till.

    Attributes:
        place: Where they lie.
        units: What they are worth, in minor units. In minor units.
    """

    place: str
    units: int


TaskHandOver._fields = (
    _m.Field("place", "place", _m.TEXT, _m.NEEDED),
    _m.Field("units", "units", _m.MINOR, _m.NEEDED),
)


@dataclass(frozen=True, slots=True, repr=False)
class TaskBankIn(Model):
    """To bring to the bank: euro in a till.

    Attributes:
        office: Which office.
        cents: How many cents.
    """

    office: str
    cents: int


TaskBankIn._fields = (
    _m.Field("office", "office", _m.TEXT, _m.NEEDED),
    _m.Field("cents", "cents", _m.WHOLE, _m.NEEDED),
)


@dataclass(frozen=True, slots=True, repr=False)
class TaskFund(Model):
    """To transfer: euro at the bank of the offices, to what backs the units.

    Attributes:
        cents: How many cents.
    """

    cents: int


TaskFund._fields = (
    _m.Field("cents", "cents", _m.WHOLE, _m.NEEDED),
)


@dataclass(frozen=True, slots=True, repr=False)
class TaskApprove(Model):
    """To approve: a claim.

    Attributes:
        partner: Whose.
        invoice: Its invoice number.
        cents: What it comes to, in cents. In minor units.
    """

    partner: str
    invoice: str
    cents: int


TaskApprove._fields = (
    _m.Field("partner", "partner", _m.TEXT, _m.NEEDED),
    _m.Field("invoice", "invoice", _m.TEXT, _m.NEEDED),
    _m.Field("cents", "cents", _m.MINOR, _m.NEEDED),
)


@dataclass(frozen=True, slots=True, repr=False)
class TaskPay(Model):
    """To pay: an approved claim.

    Attributes:
        partner: Whom.
        invoice: Its invoice number.
        cents: How many cents. In minor units.
        by: The last day, if that was promised.
    """

    partner: str
    invoice: str
    cents: int
    by: datetime.date | None


TaskPay._fields = (
    _m.Field("partner", "partner", _m.TEXT, _m.NEEDED),
    _m.Field("invoice", "invoice", _m.TEXT, _m.NEEDED),
    _m.Field("cents", "cents", _m.MINOR, _m.NEEDED),
    _m.Field("by", "by", _m.Maybe(_m.DAY), _m.NEEDED),
)

#: One thing to do. What lies in the drawers of an office is said only once they are counted: whoever counts
#: does so blind (R35).
Task: TypeAlias = Union[TaskReceive, TaskCount, TaskReconcile, TaskHandOver, TaskBankIn, TaskFund, TaskApprove, TaskPay]
_Task: _m.Check = _m.OneOf("Task", {"receive": TaskReceive, "count": TaskCount, "reconcile": TaskReconcile, "hand_over": TaskHandOver, "bank_in": TaskBankIn, "fund": TaskFund, "approve": TaskApprove, "pay": TaskPay}, ())


@dataclass(frozen=True, slots=True, repr=False)
class ToDo(Model):
    """What waits for somebody at the offices and at the bank.

    Attributes:
        day: The ledger's day.
        tasks: What is to be done, in the order of `Task`.
    """

    day: datetime.date
    tasks: tuple[Task, ...]


ToDo._fields = (
    _m.Field("day", "day", _m.DAY, _m.NEEDED),
    _m.Field("tasks", "tasks", _m.Many(_Task), _m.NEEDED),
)
_ToDo: _m.Check = _m.One(ToDo)


@dataclass(frozen=True, slots=True, repr=False)
class TrialRow(Model):
    """One account.

    Attributes:
        account: Its id.
        kind: What it is for.
        balance: Its balance, below zero in the red. In minor units.
        technical_debt: The part of a debt that reversals caused. In minor units.
    """

    account: str
    kind: AccountKind
    balance: int
    technical_debt: int


TrialRow._fields = (
    _m.Field("account", "account", _m.TEXT, _m.NEEDED),
    _m.Field("kind", "kind", _orders._AccountKind, _m.NEEDED),
    _m.Field("balance", "balance", _m.MINOR, _m.NEEDED),
    _m.Field("technical_debt", "technical_debt", _m.MINOR, _m.NEEDED),
)
_TrialRow: _m.Check = _m.One(TrialRow)


@dataclass(frozen=True, slots=True, repr=False)
class KindTotal(Model):
    """The accounts of one kind together.

    Attributes:
        kind: The kind.
        accounts: How many accounts.
        balance: Their balances together, in minor units.
    """

    kind: AccountKind
    accounts: int
    balance: int


KindTotal._fields = (
    _m.Field("kind", "kind", _orders._AccountKind, _m.NEEDED),
    _m.Field("accounts", "accounts", _m.WHOLE, _m.NEEDED),
    _m.Field("balance", "balance", _m.WHOLE, _m.NEEDED),
)
_KindTotal: _m.Check = _m.One(KindTotal)


@dataclass(frozen=True, slots=True, repr=False)
class TrialBalance(Model):
    """Every account with its balance, and totals per kind. Reads balances that are kept, so it takes time
    in proportion to the accounts and none to the records.

    Attributes:
        day: The ledger's day.
        records: How many records there are; the balances stand after the last.
        rows: The accounts, in the order of opening.
        totals: The kinds there are accounts of, in the order of `AccountKind`.
        sum: All balances together: zero.
    """

    day: datetime.date
    records: int
    rows: tuple[TrialRow, ...]
    totals: tuple[KindTotal, ...]
    sum: int


TrialBalance._fields = (
    _m.Field("day", "day", _m.DAY, _m.NEEDED),
    _m.Field("records", "records", _m.WHOLE, _m.NEEDED),
    _m.Field("rows", "rows", _m.Many(_TrialRow), _m.NEEDED),
    _m.Field("totals", "totals", _m.Many(_KindTotal), _m.NEEDED),
    _m.Field("sum", "sum", _m.WHOLE, _m.NEEDED),
)
_TrialBalance: _m.Check = _m.One(TrialBalance)


@dataclass(frozen=True, slots=True, repr=False)
class WaitingLines(Model):
    """Everybody who waits, line by line, the first in line first: whoever is called is to be told.

    Attributes:
        places: The places.
    """

    places: tuple[Waits, ...]


WaitingLines._fields = (
    _m.Field("places", "places", _m.Many(_Waits), _m.NEEDED),
)
_WaitingLines: _m.Check = _m.One(WaitingLines)


@dataclass(frozen=True, slots=True, repr=False)
class BalancePart(Model):
    """What came, or went, in one way.

    Attributes:
        kind: By what kind of order.
        incoming: Whether it came.
        ran_out: Whether it is of reservations that nobody picked up in time.
        partner: Through which partner, where one is on the other side.
        times: How many times.
        amount: All of it together; below zero if it went.
    """

    kind: AskKind
    incoming: bool
    ran_out: bool
    partner: str | None
    times: int
    amount: int


BalancePart._fields = (
    _m.Field("kind", "kind", _orders._AskKind, _m.NEEDED),
    _m.Field("incoming", "incoming", _m.TRUTH, _m.NEEDED),
    _m.Field("ran_out", "ran_out", _m.TRUTH, _m.NEEDED),
    _m.Field("partner", "partner", _m.Maybe(_m.TEXT), _m.NEEDED),
    _m.Field("times", "times", _m.WHOLE, _m.NEEDED),
    _m.Field("amount", "amount", _m.WHOLE, _m.NEEDED),
)
_BalancePart: _m.Check = _m.One(BalancePart)


@dataclass(frozen=True, slots=True, repr=False)
class WhyBalance(Model):
    """Why a balance is what it is: what came and went, by kind and partner. The parts sum to the balance.

    Attributes:
        account: Which account.
        day: The ledger's day.
        balance: The balance: held less drawn. In minor units.
        held: The units on the account.
        drawn: What was paid beyond what it held and is not earned back. In minor units.
        technical_debt: The part of it that reversals caused. In minor units.
        parts: What came and went.
        reserved: What is reserved, beside the balance.
        waits: What is waited for; no units are set aside for it.
    """

    account: str
    day: datetime.date
    balance: int
    held: int
    drawn: int
    technical_debt: int
    parts: tuple[BalancePart, ...]
    reserved: tuple[Reserved, ...]
    waits: tuple[Waits, ...]


WhyBalance._fields = (
    _m.Field("account", "account", _m.TEXT, _m.NEEDED),
    _m.Field("day", "day", _m.DAY, _m.NEEDED),
    _m.Field("balance", "balance", _m.MINOR, _m.NEEDED),
    _m.Field("held", "held", _m.WHOLE, _m.NEEDED),
    _m.Field("drawn", "drawn", _m.MINOR, _m.NEEDED),
    _m.Field("technical_debt", "technical_debt", _m.MINOR, _m.NEEDED),
    _m.Field("parts", "parts", _m.Many(_BalancePart), _m.NEEDED),
    _m.Field("reserved", "reserved", _m.Many(_Reserved), _m.NEEDED),
    _m.Field("waits", "waits", _m.Many(_Waits), _m.NEEDED),
)
_WhyBalance: _m.Check = _m.One(WhyBalance)


@dataclass(frozen=True, slots=True, repr=False)
class ExpiryRuleMonths(Model):
    """A number of months after they were earned.

    Attributes:
        months: How many, 1 to 600.
        to_month_end: Whether the end moves on to the last day of its month.
    """

    months: int
    to_month_end: bool


ExpiryRuleMonths._fields = (
    _m.Field("months", "months", _m.WHOLE, _m.NEEDED),
    _m.Field("to_month_end", "to_month_end", _m.TRUTH, _m.NEEDED),
)


@dataclass(frozen=True, slots=True, repr=False)
class ExpiryRuleFixedDate(Model):
    """One day for all units."""

    value: datetime.date


ExpiryRuleFixedDate._fields = (
    _m.Field("value", "value", _m.DAY, _m.NEEDED),
)
ExpiryRuleFixedDate._bare = True

#: What sets the end of a lot.
ExpiryRule: TypeAlias = Union[ExpiryRuleMonths, ExpiryRuleFixedDate, Literal["never", "year_end"]]
_ExpiryRule: _m.Check = _m.OneOf("ExpiryRule", {"months": ExpiryRuleMonths, "fixed_date": ExpiryRuleFixedDate}, ("never", "year_end",))

#: What set the end of a lot.
DateSetBy: TypeAlias = Literal[
    "rule",
    "handed",
    "brought_forward",
    "extended",
    "brought",
    "granted",
    "off_paper",
]
_DateSetBy: _m.Check = _m.OneWord("DateSetBy", ("rule", "handed", "brought_forward", "extended", "brought", "granted", "off_paper",))


@dataclass(frozen=True, slots=True, repr=False)
class LaterGrace(Model):
    """The design grants so many days after the end.

    Attributes:
        days: How many.
    """

    days: int


LaterGrace._fields = (
    _m.Field("days", "days", _m.WHOLE, _m.NEEDED),
)


@dataclass(frozen=True, slots=True, repr=False)
class LaterNoticeTerm(Model):
    """The notice came late, and its term has to run.

    Attributes:
        from_: From this day.
        days: So many days.
    """

    from_: datetime.date
    days: int


LaterNoticeTerm._fields = (
    _m.Field("from_", "from", _m.DAY, _m.NEEDED),
    _m.Field("days", "days", _m.WHOLE, _m.NEEDED),
)

#: Why units lapse later than their date.
Later: TypeAlias = Union[LaterGrace, LaterNoticeTerm, Literal["notice_unknown", "next_closing"]]
_Later: _m.Check = _m.OneOf("Later", {"grace": LaterGrace, "notice_term": LaterNoticeTerm}, ("notice_unknown", "next_closing",))


@dataclass(frozen=True, slots=True, repr=False)
class WhyDate(Model):
    """Why a piece of a lot on an account ends when it does, and on which day it will really lapse.

    Attributes:
        account: Which account.
        lot: Which lot.
        amount: How much of it is on the account. In minor units.
        origin: How the units came to be.
        through: Through whom: a partner, or the account whose credit they were or from which they came back.
        earned_on: When they were earned; the first day of the month where the design keeps lots by month.
        earned_through: The last day on which units of this lot can have been earned: the same, or that month's last.
        parent: The lot they were before.
        ends_on: The last day by their date, if they have one.
        rule: The rule of the design in force when they were earned.
        version: The version of that design, counted from zero.
        set_by: Whether the date follows from the rule.
        notice: Where the notice stands.
        lapses: When they really lapse.
        later: What puts that off beyond the date, in days where they are known.
    """

    account: str
    lot: int
    amount: int
    origin: OriginKind
    through: str
    earned_on: datetime.date
    earned_through: datetime.date
    parent: int | None
    ends_on: datetime.date | None
    rule: ExpiryRule
    version: int
    set_by: DateSetBy
    notice: NoticeStanding
    lapses: Lapses
    later: tuple[Later, ...]


WhyDate._fields = (
    _m.Field("account", "account", _m.TEXT, _m.NEEDED),
    _m.Field("lot", "lot", _m.WHOLE, _m.NEEDED),
    _m.Field("amount", "amount", _m.MINOR, _m.NEEDED),
    _m.Field("origin", "origin", _books._OriginKind, _m.NEEDED),
    _m.Field("through", "through", _m.TEXT, _m.NEEDED),
    _m.Field("earned_on", "earned_on", _m.DAY, _m.NEEDED),
    _m.Field("earned_through", "earned_through", _m.DAY, _m.NEEDED),
    _m.Field("parent", "parent", _m.Maybe(_m.WHOLE), _m.NEEDED),
    _m.Field("ends_on", "ends_on", _m.Maybe(_m.DAY), _m.NEEDED),
    _m.Field("rule", "rule", _ExpiryRule, _m.NEEDED),
    _m.Field("version", "version", _m.WHOLE, _m.NEEDED),
    _m.Field("set_by", "set_by", _DateSetBy, _m.NEEDED),
    _m.Field("notice", "notice", _NoticeStanding, _m.NEEDED),
    _m.Field("lapses", "lapses", _Lapses, _m.NEEDED),
    _m.Field("later", "later", _m.Many(_Later), _m.NEEDED),
)
_WhyDate: _m.Check = _m.One(WhyDate)

#: What happens to an act that goes past a limit. What brings an account closer to it again is always
#: possible (R16).
Over: TypeAlias = Literal[
    "refuse",
    "flag",
    "one_way",
]
_Over: _m.Check = _m.OneWord("Over", ("refuse", "flag", "one_way",))

#: Which balance a limit is compared with.
Tested: TypeAlias = Literal[
    "before",
    "after",
]
_Tested: _m.Check = _m.OneWord("Tested", ("before", "after",))


@dataclass(frozen=True, slots=True, repr=False)
class Bound(Model):
    """A limit: the figure, and what happens there.

    Attributes:
        at: The figure. In minor units.
        inclusive: Whether an account may stand exactly there.
        over: What happens to an act that goes past it.
        tested: Which balance is compared with it.
    """

    at: int
    inclusive: bool
    over: Over
    tested: Tested


Bound._fields = (
    _m.Field("at", "at", _m.MINOR, _m.NEEDED),
    _m.Field("inclusive", "inclusive", _m.TRUTH, _m.NEEDED),
    _m.Field("over", "over", _Over, _m.NEEDED),
    _m.Field("tested", "tested", _Tested, _m.NEEDED),
)
_Bound: _m.Check = _m.One(Bound)


@dataclass(frozen=True, slots=True, repr=False)
class LimitSourceGroup(Model):
    """The group of the account."""

    value: str


LimitSourceGroup._fields = (
    _m.Field("value", "value", _m.TEXT, _m.NEEDED),
)
LimitSourceGroup._bare = True


@dataclass(frozen=True, slots=True, repr=False)
class LimitSourceStarter(Model):
    """Its first months; the last day of them."""

    value: datetime.date


LimitSourceStarter._fields = (
    _m.Field("value", "value", _m.DAY, _m.NEEDED),
)
LimitSourceStarter._bare = True


@dataclass(frozen=True, slots=True, repr=False)
class LimitSourceException(Model):
    """An exception; its last day and who approved it.

    Attributes:
        until: The last day.
        approved_by: Who approved it.
    """

    until: datetime.date
    approved_by: str


LimitSourceException._fields = (
    _m.Field("until", "until", _m.DAY, _m.NEEDED),
    _m.Field("approved_by", "approved_by", _m.TEXT, _m.NEEDED),
)

#: What says where a limit of an account lies.
LimitSource: TypeAlias = Union[LimitSourceGroup, LimitSourceStarter, LimitSourceException, Literal["system", "own"]]
_LimitSource: _m.Check = _m.OneOf("LimitSource", {"group": LimitSourceGroup, "starter": LimitSourceStarter, "exception": LimitSourceException}, ("system", "own",))


@dataclass(frozen=True, slots=True, repr=False)
class LimitInForce(Model):
    """A limit of an account, and what says where it lies.

    Attributes:
        bound: The limit.
        source: What says where it lies.
    """

    bound: Bound
    source: LimitSource


LimitInForce._fields = (
    _m.Field("bound", "bound", _Bound, _m.NEEDED),
    _m.Field("source", "source", _LimitSource, _m.NEEDED),
)
_LimitInForce: _m.Check = _m.One(LimitInForce)

#: What limits a payment or a receipt.
LimitedBy: TypeAlias = Literal[
    "nothing",
    "state",
    "leaver",
    "floor",
    "debt_stop",
    "ceiling",
    "spend_first",
    "held",
]
_LimitedBy: _m.Check = _m.OneWord("LimitedBy", ("nothing", "state", "leaver", "floor", "debt_stop", "ceiling", "spend_first", "held",))


@dataclass(frozen=True, slots=True, repr=False)
class Room(Model):
    """How much, and what stands in the way of more.

    Attributes:
        available: The most in one order; `None` if any amount will do. In minor units.
        limited_by: What stands in the way of more.
    """

    available: int | None
    limited_by: LimitedBy


Room._fields = (
    _m.Field("available", "available", _m.Maybe(_m.MINOR), _m.NEEDED),
    _m.Field("limited_by", "limited_by", _LimitedBy, _m.NEEDED),
)
_Room: _m.Check = _m.One(Room)


@dataclass(frozen=True, slots=True, repr=False)
class WhyLimit(Model):
    """Why an account may pay and receive what it may: its state, the floor and the ceiling, what says where
    they lie, and what is left of them now; and what can still be earned on it under each cap.

    Attributes:
        account: Which account.
        day: The ledger's day.
        state: Its state.
        balance: Its balance. In minor units.
        version: The version of the design in force, counted from zero.
        since: The first day of that version.
        floor: How low it may go by paying for services, and what says so; `None` where there is no mutual
            credit and nobody goes below zero.
        ceiling: How high it may grow, if that is limited, and what says so.
        pay: What it may pay for services.
        give: What it may give; redeeming is from what is held too.
        receive: What it may receive.
        caps: What can still be earned on it under each cap.
    """

    account: str
    day: datetime.date
    state: AccountState
    balance: int
    version: int
    since: datetime.date
    floor: LimitInForce | None
    ceiling: LimitInForce | None
    pay: Room
    give: Room
    receive: Room
    caps: tuple[WhyCap, ...]


WhyLimit._fields = (
    _m.Field("account", "account", _m.TEXT, _m.NEEDED),
    _m.Field("day", "day", _m.DAY, _m.NEEDED),
    _m.Field("state", "state", _orders._AccountState, _m.NEEDED),
    _m.Field("balance", "balance", _m.MINOR, _m.NEEDED),
    _m.Field("version", "version", _m.WHOLE, _m.NEEDED),
    _m.Field("since", "since", _m.DAY, _m.NEEDED),
    _m.Field("floor", "floor", _m.Maybe(_LimitInForce), _m.NEEDED),
    _m.Field("ceiling", "ceiling", _m.Maybe(_LimitInForce), _m.NEEDED),
    _m.Field("pay", "pay", _Room, _m.NEEDED),
    _m.Field("give", "give", _Room, _m.NEEDED),
    _m.Field("receive", "receive", _Room, _m.NEEDED),
    _m.Field("caps", "caps", _m.Many(_WhyCap), _m.NEEDED),
)
_WhyLimit: _m.Check = _m.One(WhyLimit)


@dataclass(frozen=True, slots=True, repr=False)
class Cover(Model):
    """What is needed, and what is there.

    Attributes:
        needed: What the units take at par.
        there: What is on the account.
    """

    needed: int
    there: int


Cover._fields = (
    _m.Field("needed", "needed", _m.WHOLE, _m.NEEDED),
    _m.Field("there", "there", _m.WHOLE, _m.NEEDED),
)
_Cover: _m.Check = _m.One(Cover)


@dataclass(frozen=True, slots=True, repr=False)
class ReserveAgainstBacking(Model):
    """Euro back them, in two accounts.

    Attributes:
        account: Units on accounts, with those that partners took in there and that are not settled yet.
        paper: Units on live notes, with those that were handed in and are not settled yet.
        under_way: Cash in tills and at the bank of the offices, and what partners owe back, on its way to the accounts.
    """

    account: Cover
    paper: Cover
    under_way: int


ReserveAgainstBacking._fields = (
    _m.Field("account", "account", _Cover, _m.NEEDED),
    _m.Field("paper", "paper", _Cover, _m.NEEDED),
    _m.Field("under_way", "under_way", _m.WHOLE, _m.NEEDED),
)


@dataclass(frozen=True, slots=True, repr=False)
class ReserveAgainstBudget(Model):
    """A budget pays for them.

    Attributes:
        left: What of the budget is not used up in the period; `None` if there is no budget.
        liability: What is still to be paid.
    """

    left: int | None
    liability: EuroLiability


ReserveAgainstBudget._fields = (
    _m.Field("left", "left", _m.Maybe(_m.WHOLE), _m.NEEDED),
    _m.Field("liability", "liability", _EuroLiability, _m.NEEDED),
)

#: Against what the units that are out are held.
ReserveAgainst: TypeAlias = Union[ReserveAgainstBacking, ReserveAgainstBudget]
_ReserveAgainst: _m.Check = _m.OneOf("ReserveAgainst", {"backing": ReserveAgainstBacking, "budget": ReserveAgainstBudget}, ())


@dataclass(frozen=True, slots=True, repr=False)
class EuroReserve(Model):
    """What the units that are out take in euro, and what is there. All in cents.

    Attributes:
        day: The ledger's day.
        against: Against what.
    """

    day: datetime.date
    against: ReserveAgainst


EuroReserve._fields = (
    _m.Field("day", "day", _m.DAY, _m.NEEDED),
    _m.Field("against", "against", _ReserveAgainst, _m.NEEDED),
)
_EuroReserve: _m.Check = _m.One(EuroReserve)

__all__ = [
    "AccountCompared",
    "AccountStanding",
    "AllowanceLine",
    "AllowanceTotal",
    "Allowances",
    "BalancePart",
    "Bound",
    "BudgetUse",
    "Budgets",
    "CameTo",
    "CameToRefused",
    "CapFigures",
    "CapFiguresTimes",
    "CapFiguresUnits",
    "CapUse",
    "Changed",
    "Comparison",
    "Consignments",
    "Cover",
    "DateSetBy",
    "DrawerLine",
    "Earner",
    "EarnerOneOf",
    "EarnerPerson",
    "Ending",
    "EndingLine",
    "EndingOn",
    "EuroLiability",
    "EuroReserve",
    "EuroTotal",
    "EuroUnits",
    "ExpiryRule",
    "ExpiryRuleFixedDate",
    "ExpiryRuleMonths",
    "HeldLot",
    "KindFlow",
    "KindTotal",
    "Lapses",
    "LapsesAt",
    "Later",
    "LaterGrace",
    "LaterNoticeTerm",
    "LedgerSums",
    "LeftOut",
    "LimitInForce",
    "LimitSource",
    "LimitSourceException",
    "LimitSourceGroup",
    "LimitSourceStarter",
    "LimitedBy",
    "LotMove",
    "Names",
    "NoticeStanding",
    "NoticeStandingCameWith",
    "NoticeStandingDueOn",
    "NoticeStandingGiven",
    "OfficeSheet",
    "Orphaned",
    "Over",
    "Overview",
    "PartnerBudget",
    "PartnerLine",
    "PartnerTotals",
    "PayLine",
    "PayList",
    "Quiet",
    "QuietLine",
    "RedemptionSlip",
    "RefusalCount",
    "Refusals",
    "ReserveAgainst",
    "ReserveAgainstBacking",
    "ReserveAgainstBudget",
    "Reserved",
    "Room",
    "SeriesLine",
    "SeriesReport",
    "SettlementLine",
    "SettlementList",
    "SheetOperation",
    "SlipOf",
    "Statement",
    "StatementLine",
    "Task",
    "TaskApprove",
    "TaskBankIn",
    "TaskCount",
    "TaskFund",
    "TaskHandOver",
    "TaskPay",
    "TaskReceive",
    "TaskReconcile",
    "Tested",
    "ToDo",
    "TrialBalance",
    "TrialRow",
    "WaitingLines",
    "Waits",
    "WhyBalance",
    "WhyCap",
    "WhyDate",
    "WhyLeftOut",
    "WhyLeftOutNames",
    "WhyLimit",
]
