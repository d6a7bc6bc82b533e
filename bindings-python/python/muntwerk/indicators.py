"""What can be asked of movements, one class for each indicator, and what the answers say.

Written from the source of the engine by `cargo run -p muntwerk-python-types`; not by hand.
"""

from __future__ import annotations

import datetime
import fractions
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, ClassVar, Literal, TypeAlias, Union

from . import _model as _m
from ._model import Ask, Model, Question
from . import orders as _orders
from .orders import Period
from . import views as _views
from .views import PartnerTotals

if TYPE_CHECKING:
    from ._native import Order, Refusal



@dataclass(frozen=True, slots=True, repr=False)
class Flow(Model):
    """What happened in a part of the window, in minor units. Whatever was taken back is taken off on the day on
    which that was booked, so a part can be below zero.

    Attributes:
        window: The days.
        before: Outstanding before the first day.
        earned: New for an effort.
        taken_over: Taken over from before, or what a list begins with.
        bought: New for euro.
        drawn: New by credit that was drawn.
        short: New because notes were short, which the issuer bears.
        unexplained: Units that a list does not say the origin of.
        spent: Payments between participants, also to partners inside the ring. They neither make nor end units.
        redeemed: Taken in by partners outside the ring.
        lapsed: Lapsed.
        exchanged: Back to euro.
        over: Gone because notes were over.
        repaid: Gone because drawn credit was earned back.
        outstanding: Outstanding after the last day: on accounts, set aside and on notes.
        on_paper: The part of that on notes.
    """

    window: tuple[datetime.date, datetime.date]
    before: int
    earned: int
    taken_over: int
    bought: int
    drawn: int
    short: int
    unexplained: int
    spent: int
    redeemed: int
    lapsed: int
    exchanged: int
    over: int
    repaid: int
    outstanding: int
    on_paper: int


Flow._fields = (
    _m.Field("window", "window", _m.WINDOW, _m.NEEDED),
    _m.Field("before", "before", _m.WHOLE, _m.NEEDED),
    _m.Field("earned", "earned", _m.WHOLE, _m.NEEDED),
    _m.Field("taken_over", "taken_over", _m.WHOLE, _m.NEEDED),
    _m.Field("bought", "bought", _m.WHOLE, _m.NEEDED),
    _m.Field("drawn", "drawn", _m.WHOLE, _m.NEEDED),
    _m.Field("short", "short", _m.WHOLE, _m.NEEDED),
    _m.Field("unexplained", "unexplained", _m.WHOLE, _m.NEEDED),
    _m.Field("spent", "spent", _m.WHOLE, _m.NEEDED),
    _m.Field("redeemed", "redeemed", _m.WHOLE, _m.NEEDED),
    _m.Field("lapsed", "lapsed", _m.WHOLE, _m.NEEDED),
    _m.Field("exchanged", "exchanged", _m.WHOLE, _m.NEEDED),
    _m.Field("over", "over", _m.WHOLE, _m.NEEDED),
    _m.Field("repaid", "repaid", _m.WHOLE, _m.NEEDED),
    _m.Field("outstanding", "outstanding", _m.WHOLE, _m.NEEDED),
    _m.Field("on_paper", "on_paper", _m.WHOLE, _m.NEEDED),
)
_Flow: _m.Check = _m.One(Flow)


@dataclass(frozen=True, slots=True, repr=False)
class Flows(Question["tuple[Flow, ...]"]):
    """The flows of a window by period, in minor units; by `Period.Month` they are the monthly figures of a
    report. They are about everybody: units do not vanish by being held by somebody else.
    
    Earned are units for an effort, issued is everything that came about, spent are payments between
    participants. What a partner took in is redeemed if its contract stands outside the ring and spent if it may
    spend the units again. Where there are notes, `not_observed` is the part of what is outstanding at the end
    that is on them. Undefined if the source has no movement by the end of the window.

    Attributes:
        window: The days.
        by: By which periods it is told.
    """

    window: tuple[datetime.date, datetime.date]
    by: Period

    _word: ClassVar[str] = "flows"


Flows._fields = (
    _m.Field("window", "window", _m.WINDOW, _m.NEEDED),
    _m.Field("by", "by", _orders._Period, _m.NEEDED),
)
Flows._answer = _m.Many(_Flow)
_Flows: _m.Check = _m.One(Flows)

#: What a movement of units is.
Kind: TypeAlias = Literal[
    "earn",
    "opening",
    "buy",
    "credit",
    "unexplained",
    "transfer",
    "gift",
    "common",
    "reserve",
    "release",
    "pay_out",
    "take_in",
    "swap",
    "difference",
    "redeem",
    "lapse",
    "exchange",
    "repay",
]
_Kind: _m.Check = _m.OneWord("Kind", ("earn", "opening", "buy", "credit", "unexplained", "transfer", "gift", "common", "reserve", "release", "pay_out", "take_in", "swap", "difference", "redeem", "lapse", "exchange", "repay",))

#: The kinds of movements that count for a figure: at least one.
#:
#: What is *active*, and what turns over, differs from study to study; there is no default.
Kinds: TypeAlias = tuple[Kind, ...]
_Kinds: _m.Check = _m.Many(_Kind)


@dataclass(frozen=True, slots=True, repr=False)
class CountInGroups(Model):
    """What somebody outside the books says of each account: a household, an area, a group. Acts of accounts
    without one are left out and told.

    Attributes:
        one: What a group is called, one of them.
        of_: The group of each account, by name.
    """

    one: str
    of_: _m.Texts


CountInGroups._fields = (
    _m.Field("one", "one", _m.TEXT, _m.NEEDED),
    _m.Field("of_", "of", _m.TEXTS, _m.NEEDED),
)

#: What members are counted in.
CountIn: TypeAlias = Union[CountInGroups, Literal["accounts"]]
_CountIn: _m.Check = _m.OneOf("CountIn", {"groups": CountInGroups}, ("accounts",))


@dataclass(frozen=True, slots=True, repr=False)
class PopulationOnly(Model):
    """These accounts."""

    value: tuple[str, ...]


PopulationOnly._fields = (
    _m.Field("value", "value", _m.Many(_m.TEXT), _m.NEEDED),
)
PopulationOnly._bare = True


@dataclass(frozen=True, slots=True, repr=False)
class PopulationExcept(Model):
    """Every participant's account except these, for instance those of the office itself."""

    value: tuple[str, ...]


PopulationExcept._fields = (
    _m.Field("value", "value", _m.Many(_m.TEXT), _m.NEEDED),
)
PopulationExcept._bare = True

#: Whom a figure is about. Sources and sinks are never in it.
Population: TypeAlias = Union[PopulationOnly, PopulationExcept, Literal["everybody", "participants"]]
_Population: _m.Check = _m.OneOf("Population", {"only": PopulationOnly, "except": PopulationExcept}, ("everybody", "participants",))


@dataclass(frozen=True, slots=True, repr=False)
class ActiveMembers(Model):
    """How many did something in a part of the window.

    Attributes:
        window: The days.
        active: How many did something that counts.
        new: How many of them had never done so before.
    """

    window: tuple[datetime.date, datetime.date]
    active: int
    new: int


ActiveMembers._fields = (
    _m.Field("window", "window", _m.WINDOW, _m.NEEDED),
    _m.Field("active", "active", _m.WHOLE, _m.NEEDED),
    _m.Field("new", "new", _m.WHOLE, _m.NEEDED),
)
_ActiveMembers: _m.Check = _m.One(ActiveMembers)


@dataclass(frozen=True, slots=True, repr=False)
class Active(Question["tuple[ActiveMembers, ...]"]):
    """Active and new members by period, counted in accounts or groups.
    
    An act is a movement of one of `kinds`: of whoever pays, and of whoever is rewarded where units come about
    (`Movement.actor`). What is taken back later still was an act. Who
    pays with notes is not seen. Undefined if the source has no movement by the end of the window; a month
    without acts in a currency that runs is 0.

    Attributes:
        window: The days.
        by: By which periods it is told.
        kinds: The movements that count as acts.
        count_in: What members are counted in.
        population: Whose acts.
    """

    window: tuple[datetime.date, datetime.date]
    by: Period
    kinds: Kinds
    count_in: CountIn
    population: Population

    _word: ClassVar[str] = "active"


Active._fields = (
    _m.Field("window", "window", _m.WINDOW, _m.NEEDED),
    _m.Field("by", "by", _orders._Period, _m.NEEDED),
    _m.Field("kinds", "kinds", _Kinds, _m.NEEDED),
    _m.Field("count_in", "count_in", _CountIn, _m.NEEDED),
    _m.Field("population", "population", _Population, _m.NEEDED),
)
Active._answer = _m.Many(_ActiveMembers)
_Active: _m.Check = _m.One(Active)


@dataclass(frozen=True, slots=True, repr=False)
class Transacted(Model):
    """What was moved, in minor units.

    Attributes:
        count: How many, those included that were taken back later.
        volume: How many minor units they moved.
        mean: Volume by count.
        median: The one in the middle; of an even number, half the sum of the two in the middle.
        taken_back: How many movements of the window took back one of the kinds that count.
        taken_back_volume: How many minor units those gave back.
    """

    count: int
    volume: int
    mean: fractions.Fraction
    median: fractions.Fraction
    taken_back: int
    taken_back_volume: int


Transacted._fields = (
    _m.Field("count", "count", _m.WHOLE, _m.NEEDED),
    _m.Field("volume", "volume", _m.WHOLE, _m.NEEDED),
    _m.Field("mean", "mean", _m.FRACTION, _m.NEEDED),
    _m.Field("median", "median", _m.FRACTION, _m.NEEDED),
    _m.Field("taken_back", "taken_back", _m.WHOLE, _m.NEEDED),
    _m.Field("taken_back_volume", "taken_back_volume", _m.WHOLE, _m.NEEDED),
)
_Transacted: _m.Check = _m.One(Transacted)


@dataclass(frozen=True, slots=True, repr=False)
class Transactions(Question["Transacted"]):
    """The movements of `kinds` in the window whose actor is of the population, with their mean and median, exact.
    
    Undefined if there were none: the mean of nothing is no number. What passes from hand to hand in notes is not
    seen.

    Attributes:
        window: The days.
        kinds: The movements that count.
        population: Whose.
    """

    window: tuple[datetime.date, datetime.date]
    kinds: Kinds
    population: Population

    _word: ClassVar[str] = "transactions"


Transactions._fields = (
    _m.Field("window", "window", _m.WINDOW, _m.NEEDED),
    _m.Field("kinds", "kinds", _Kinds, _m.NEEDED),
    _m.Field("population", "population", _Population, _m.NEEDED),
)
Transactions._answer = _Transacted
_Transactions: _m.Check = _m.One(Transactions)

#: The time in which turns are counted.
Per: TypeAlias = Literal[
    "day",
    "week",
    "year",
    "window",
    "twelve_windows",
]
_Per: _m.Check = _m.OneWord("Per", ("day", "week", "year", "window", "twelve_windows",))

#: The supply that turns over.
Supply: TypeAlias = Literal[
    "everything",
    "on_accounts",
    "of_population",
]
_Supply: _m.Check = _m.OneWord("Supply", ("everything", "on_accounts", "of_population",))


@dataclass(frozen=True, slots=True, repr=False)
class Turns(Model):
    """Velocity and the terms it is made of.

    Attributes:
        volume: Minor units that were moved, less what was taken back.
        area: Minor units times days: the supply at the end of each day, summed.
        supply: The mean supply: area by days.
        velocity: Turns in the time that was asked for.
    """

    volume: int
    area: int
    supply: fractions.Fraction
    velocity: fractions.Fraction


Turns._fields = (
    _m.Field("volume", "volume", _m.WHOLE, _m.NEEDED),
    _m.Field("area", "area", _m.WHOLE, _m.NEEDED),
    _m.Field("supply", "supply", _m.FRACTION, _m.NEEDED),
    _m.Field("velocity", "velocity", _m.FRACTION, _m.NEEDED),
)
_Turns: _m.Check = _m.One(Turns)


@dataclass(frozen=True, slots=True, repr=False)
class Velocity(Question["Turns"]):
    """Velocity over the window of the movements of `kinds` by members of the population, of a supply, in a unit.
    
    Where notes are part of the supply, `not_observed` is the part of its unit-time that stood on them: what
    changes hands in notes is in no volume, so velocity is too low by an unknown part of that. Undefined if nothing
    stood for a day.

    Attributes:
        window: The days.
        kinds: The movements that count.
        per: In which time turns are counted.
        population: By whom.
        supply: The supply that turns over.
    """

    window: tuple[datetime.date, datetime.date]
    kinds: Kinds
    per: Per
    population: Population
    supply: Supply

    _word: ClassVar[str] = "velocity"


Velocity._fields = (
    _m.Field("window", "window", _m.WINDOW, _m.NEEDED),
    _m.Field("kinds", "kinds", _Kinds, _m.NEEDED),
    _m.Field("per", "per", _Per, _m.NEEDED),
    _m.Field("population", "population", _Population, _m.NEEDED),
    _m.Field("supply", "supply", _Supply, _m.NEEDED),
)
Velocity._answer = _Turns
_Velocity: _m.Check = _m.One(Velocity)

#: Which of its units an account pays with. Units of equal face are not told apart by anybody who pays, so every
#: answer about holding times and ages rests on such a rule, and is told with it (`evaluation.md` section 2,
#: Mattsson, Luedtke and Takes).
TracingRule: TypeAlias = Literal[
    "as_booked",
    "fifo",
    "lifo",
    "well_mixed",
]
_TracingRule: _m.Check = _m.OneWord("TracingRule", ("as_booked", "fifo", "lifo", "well_mixed",))


@dataclass(frozen=True, slots=True, repr=False)
class HoldingTime(Model):
    """How long units were held.

    Attributes:
        ended: Minor units whose holding ended in the window by a movement that counts.
        ended_days: Minor units times days they had been held, also before the window.
        mean_days: The mean number of days, weighted by amount: τ.
        open: Minor units that the population still held when the window ended. Their time is not over: a mean of
            ended holdings alone is too short where much lies still.
        open_days: Minor units times days that those had been held.
    """

    ended: fractions.Fraction
    ended_days: fractions.Fraction
    mean_days: fractions.Fraction
    open: fractions.Fraction
    open_days: fractions.Fraction


HoldingTime._fields = (
    _m.Field("ended", "ended", _m.FRACTION, _m.NEEDED),
    _m.Field("ended_days", "ended_days", _m.FRACTION, _m.NEEDED),
    _m.Field("mean_days", "mean_days", _m.FRACTION, _m.NEEDED),
    _m.Field("open", "open", _m.FRACTION, _m.NEEDED),
    _m.Field("open_days", "open_days", _m.FRACTION, _m.NEEDED),
)
_HoldingTime: _m.Check = _m.One(HoldingTime)


@dataclass(frozen=True, slots=True, repr=False)
class Holding(Question["HoldingTime"]):
    """How long the population held units before movements of `ends_in` in the window, by a tracing rule.
    
    The time of a holding runs from the day on which units came to the account to that on which they left it, also
    where it began before the window. By the books it ends at the counter: what comes off notes begins anew.
    `not_observed` is the part of all unit-time of the window that stood on notes. Undefined if no holding ended
    so, or by the books if there are no lots.

    Attributes:
        window: The days in which holdings end.
        rule: By which rule units are followed.
        ends_in: The movements that end a holding.
        population: Who holds.
    """

    window: tuple[datetime.date, datetime.date]
    rule: TracingRule
    ends_in: Kinds
    population: Population

    _word: ClassVar[str] = "holding"


Holding._fields = (
    _m.Field("window", "window", _m.WINDOW, _m.NEEDED),
    _m.Field("rule", "rule", _TracingRule, _m.NEEDED),
    _m.Field("ends_in", "ends_in", _Kinds, _m.NEEDED),
    _m.Field("population", "population", _Population, _m.NEEDED),
)
Holding._answer = _HoldingTime
_Holding: _m.Check = _m.One(Holding)


@dataclass(frozen=True, slots=True, repr=False)
class Held(Model):
    """Units that were held as long.

    Attributes:
        days: For how many days.
        units: How many minor units.
    """

    days: int
    units: int


Held._fields = (
    _m.Field("days", "days", _m.WHOLE, _m.NEEDED),
    _m.Field("units", "units", _m.WHOLE, _m.NEEDED),
)
_Held: _m.Check = _m.One(Held)


@dataclass(frozen=True, slots=True, repr=False)
class HoldingTimes(Model):
    """Holding times by length.

    Attributes:
        ended: Holdings that ended, in ascending order of days.
        open: Holdings of the population that are open at the end of the window.
    """

    ended: tuple[Held, ...]
    open: tuple[Held, ...]


HoldingTimes._fields = (
    _m.Field("ended", "ended", _m.Many(_Held), _m.NEEDED),
    _m.Field("open", "open", _m.Many(_Held), _m.NEEDED),
)
_HoldingTimes: _m.Check = _m.One(HoldingTimes)


@dataclass(frozen=True, slots=True, repr=False)
class HoldingSpread(Question["HoldingTimes"]):
    """How long units were held, by length: `Holding` taken apart.
    
    Undefined where units are well mixed, because those that are mixed cannot be told apart; where nothing ended so;
    and by the books if there are no lots. `not_observed` as there.

    Attributes:
        window: The days in which holdings end.
        rule: By which rule units are followed.
        ends_in: The movements that end a holding.
        population: Who holds.
    """

    window: tuple[datetime.date, datetime.date]
    rule: TracingRule
    ends_in: Kinds
    population: Population

    _word: ClassVar[str] = "holding_spread"


HoldingSpread._fields = (
    _m.Field("window", "window", _m.WINDOW, _m.NEEDED),
    _m.Field("rule", "rule", _TracingRule, _m.NEEDED),
    _m.Field("ends_in", "ends_in", _Kinds, _m.NEEDED),
    _m.Field("population", "population", _Population, _m.NEEDED),
)
HoldingSpread._answer = _HoldingTimes
_HoldingSpread: _m.Check = _m.One(HoldingSpread)


@dataclass(frozen=True, slots=True, repr=False)
class UnitTimes(Model):
    """Minor units times days, from the first movement to the end of the window.

    Attributes:
        ended: Of holdings that ended.
        open: Of holdings that are open, until the day after the window.
        held: Both together.
        under_curve: The area under the supply curve: what stood at the end of each day, summed.
    """

    ended: fractions.Fraction
    open: fractions.Fraction
    held: fractions.Fraction
    under_curve: int


UnitTimes._fields = (
    _m.Field("ended", "ended", _m.FRACTION, _m.NEEDED),
    _m.Field("open", "open", _m.FRACTION, _m.NEEDED),
    _m.Field("held", "held", _m.FRACTION, _m.NEEDED),
    _m.Field("under_curve", "under_curve", _m.WHOLE, _m.NEEDED),
)
_UnitTimes: _m.Check = _m.One(UnitTimes)


@dataclass(frozen=True, slots=True, repr=False)
class UnitTime(Question["UnitTimes"]):
    """The time of all holdings of everybody, from the first movement there is to the end of the window, by a tracing
    rule, and the area under the supply curve over the same days. `held` and `under_curve` are always equal; the
    figure is a check for whoever is handed the rows. Undefined if there is no movement by then, and by the books if
    there are no lots.

    Attributes:
        window: Until when; its first day does not matter.
        rule: By which rule units are followed.
    """

    window: tuple[datetime.date, datetime.date]
    rule: TracingRule

    _word: ClassVar[str] = "unit_time"


UnitTime._fields = (
    _m.Field("window", "window", _m.WINDOW, _m.NEEDED),
    _m.Field("rule", "rule", _TracingRule, _m.NEEDED),
)
UnitTime._answer = _UnitTimes
_UnitTime: _m.Check = _m.One(UnitTime)


@dataclass(frozen=True, slots=True, repr=False)
class IssuedIn(Model):
    """Units of one period of issue that are outstanding.

    Attributes:
        issued: The first day of the period of issue; `None` by the books for units that had been on notes.
        units: How many minor units.
    """

    issued: datetime.date | None
    units: fractions.Fraction


IssuedIn._fields = (
    _m.Field("issued", "issued", _m.Maybe(_m.DAY), _m.NEEDED),
    _m.Field("units", "units", _m.FRACTION, _m.NEEDED),
)
_IssuedIn: _m.Check = _m.One(IssuedIn)


@dataclass(frozen=True, slots=True, repr=False)
class Outstanding(Question["tuple[IssuedIn, ...]"]):
    """What the population holds at the end of the window, by period of issue and by a tracing rule.
    
    Days of issue as in `RedemptionAge`. The lines add up to what the population holds,
    exactly. `not_observed` is the part of all unit-time of the window that stood on notes. Undefined if the
    population holds nothing, and by the books if there are no lots.

    Attributes:
        window: Its last day is the one that counts.
        rule: By which rule units are followed.
        by: The periods of issue.
        population: Who holds.
    """

    window: tuple[datetime.date, datetime.date]
    rule: TracingRule
    by: Period
    population: Population

    _word: ClassVar[str] = "outstanding"


Outstanding._fields = (
    _m.Field("window", "window", _m.WINDOW, _m.NEEDED),
    _m.Field("rule", "rule", _TracingRule, _m.NEEDED),
    _m.Field("by", "by", _orders._Period, _m.NEEDED),
    _m.Field("population", "population", _Population, _m.NEEDED),
)
Outstanding._answer = _m.Many(_IssuedIn)
_Outstanding: _m.Check = _m.One(Outstanding)


@dataclass(frozen=True, slots=True, repr=False)
class Age(Model):
    """How old units were when they were redeemed.

    Attributes:
        units: Minor units whose age counts.
        unit_days: Minor units times days since they were issued.
        mean_days: The mean number of days, weighted by amount.
    """

    units: fractions.Fraction
    unit_days: fractions.Fraction
    mean_days: fractions.Fraction


Age._fields = (
    _m.Field("units", "units", _m.FRACTION, _m.NEEDED),
    _m.Field("unit_days", "unit_days", _m.FRACTION, _m.NEEDED),
    _m.Field("mean_days", "mean_days", _m.FRACTION, _m.NEEDED),
)
_Age: _m.Check = _m.One(Age)


@dataclass(frozen=True, slots=True, repr=False)
class RedemptionAge(Question["Age"]):
    """The age of what the population redeemed in the window, by a tracing rule.
    
    By the books the day of issue is that of earning, and what came off notes has none and is left out; by the other
    rules it is the booking day on which units came about, and units are followed through notes as if a series were
    one account. `not_observed` is the share of what was redeemed that had been on notes, or was there before the
    list begins. Undefined if nothing with an age was redeemed, and by the books if there are no lots.

    Attributes:
        window: The days of redemption.
        rule: By which rule units are followed.
        population: Who redeems.
    """

    window: tuple[datetime.date, datetime.date]
    rule: TracingRule
    population: Population

    _word: ClassVar[str] = "redemption_age"


RedemptionAge._fields = (
    _m.Field("window", "window", _m.WINDOW, _m.NEEDED),
    _m.Field("rule", "rule", _TracingRule, _m.NEEDED),
    _m.Field("population", "population", _Population, _m.NEEDED),
)
RedemptionAge._answer = _Age
_RedemptionAge: _m.Check = _m.One(RedemptionAge)


@dataclass(frozen=True, slots=True, repr=False)
class Cell(Model):
    """A cell of the matrix that is not empty.

    Attributes:
        issued: The first day of the period of issue; `None` by the books for units that had been on notes.
        redeemed: The first day of the period of redemption.
        units: How many minor units.
    """

    issued: datetime.date | None
    redeemed: datetime.date
    units: fractions.Fraction


Cell._fields = (
    _m.Field("issued", "issued", _m.Maybe(_m.DAY), _m.NEEDED),
    _m.Field("redeemed", "redeemed", _m.DAY, _m.NEEDED),
    _m.Field("units", "units", _m.FRACTION, _m.NEEDED),
)
_Cell: _m.Check = _m.One(Cell)


@dataclass(frozen=True, slots=True, repr=False)
class RedemptionMatrix(Question["tuple[Cell, ...]"]):
    """What the population redeemed in the window, by period of issue and of redemption and by a tracing rule.
    
    Days of issue and `not_observed` as in `RedemptionAge`. The cells of one redemption
    period add up to what was redeemed in it, exactly. Undefined if nothing was redeemed, and by the books if there
    are no lots.

    Attributes:
        window: The days of redemption.
        rule: By which rule units are followed.
        by: The periods of issue and of redemption.
        population: Who redeems.
    """

    window: tuple[datetime.date, datetime.date]
    rule: TracingRule
    by: Period
    population: Population

    _word: ClassVar[str] = "redemption_matrix"


RedemptionMatrix._fields = (
    _m.Field("window", "window", _m.WINDOW, _m.NEEDED),
    _m.Field("rule", "rule", _TracingRule, _m.NEEDED),
    _m.Field("by", "by", _orders._Period, _m.NEEDED),
    _m.Field("population", "population", _Population, _m.NEEDED),
)
RedemptionMatrix._answer = _m.Many(_Cell)
_RedemptionMatrix: _m.Check = _m.One(RedemptionMatrix)


@dataclass(frozen=True, slots=True, repr=False)
class Unequal(Model):
    """Balances, and how unequal they are.

    Attributes:
        balances: What each account holds, in ascending order, without saying whose it is.
        total: All of it.
        gini: The Gini coefficient: 0 if all hold the same, towards 1 if one holds everything.
    """

    balances: tuple[int, ...]
    total: int
    gini: fractions.Fraction


Unequal._fields = (
    _m.Field("balances", "balances", _m.Many(_m.WHOLE), _m.NEEDED),
    _m.Field("total", "total", _m.WHOLE, _m.NEEDED),
    _m.Field("gini", "gini", _m.FRACTION, _m.NEEDED),
)
_Unequal: _m.Check = _m.One(Unequal)


@dataclass(frozen=True, slots=True, repr=False)
class Inequality(Question["Unequal"]):
    """What the accounts of the population hold at the end of the window, and the Gini coefficient of it.
    
    Accounts that appear in a movement by then and hold nothing count as zero; who never did anything is in no
    movement and does not count. What somebody drew beyond what it held is not taken off: these are the units
    that it holds, never below zero. Undefined if nobody holds anything. With few accounts the balances themselves
    say who is who; see the manual before they are handed out.

    Attributes:
        window: Its last day is the one that counts.
        population: Whose balances.
    """

    window: tuple[datetime.date, datetime.date]
    population: Population

    _word: ClassVar[str] = "inequality"


Inequality._fields = (
    _m.Field("window", "window", _m.WINDOW, _m.NEEDED),
    _m.Field("population", "population", _Population, _m.NEEDED),
)
Inequality._answer = _Unequal
_Inequality: _m.Check = _m.One(Inequality)


@dataclass(frozen=True, slots=True, repr=False)
class Partners(Question["PartnerTotals"]):
    """What each partner issued and took in during the window, inside the ring and outside it, less what was taken
    back.
    
    Euro are in the lines where the unit had a value on every day that counts, and `None` in those where it had not,
    or where a sum leaves 128 bits. Undefined for a unit without any value in euro, and for a list without a ledger:
    only a design says what a unit is worth.

    Attributes:
        window: The booking days.
    """

    window: tuple[datetime.date, datetime.date]

    _word: ClassVar[str] = "partners"


Partners._fields = (
    _m.Field("window", "window", _m.WINDOW, _m.NEEDED),
)
Partners._answer = _views._PartnerTotals
_Partners: _m.Check = _m.One(Partners)


@dataclass(frozen=True, slots=True, repr=False)
class MediatedShare(Model):
    """A part of all that counts.

    Attributes:
        acts: Of the acts.
        amount: Of the minor units they moved.
        accounts: Of the accounts that did something: those that at least once did it so.
    """

    acts: fractions.Fraction
    amount: fractions.Fraction
    accounts: fractions.Fraction


MediatedShare._fields = (
    _m.Field("acts", "acts", _m.FRACTION, _m.NEEDED),
    _m.Field("amount", "amount", _m.FRACTION, _m.NEEDED),
    _m.Field("accounts", "accounts", _m.FRACTION, _m.NEEDED),
)
_MediatedShare: _m.Check = _m.One(MediatedShare)


@dataclass(frozen=True, slots=True, repr=False)
class MediatedShares(Model):
    """How much went through others.

    Attributes:
        on_behalf: Acts that were asked by somebody for the member.
        at_contact_points: Acts that were asked at a contact point, by the member or for them.
        either: Acts of which at least one of both is true.
    """

    on_behalf: MediatedShare
    at_contact_points: MediatedShare
    either: MediatedShare


MediatedShares._fields = (
    _m.Field("on_behalf", "on_behalf", _MediatedShare, _m.NEEDED),
    _m.Field("at_contact_points", "at_contact_points", _MediatedShare, _m.NEEDED),
    _m.Field("either", "either", _MediatedShare, _m.NEEDED),
)
_MediatedShares: _m.Check = _m.One(MediatedShares)


@dataclass(frozen=True, slots=True, repr=False)
class Mediated(Question["MediatedShares"]):
    """The share of the acts of `kinds` by members of the population that went through others in the window.
    
    An act is whose `Movement.actor` says; of one that was asked and completed
    by two, what was asked counts. Undefined if there were none, and of a list that does not say how acts were asked.

    Attributes:
        window: The days.
        kinds: The movements that count as acts.
        population: Whose acts.
    """

    window: tuple[datetime.date, datetime.date]
    kinds: Kinds
    population: Population

    _word: ClassVar[str] = "mediated"


Mediated._fields = (
    _m.Field("window", "window", _m.WINDOW, _m.NEEDED),
    _m.Field("kinds", "kinds", _Kinds, _m.NEEDED),
    _m.Field("population", "population", _Population, _m.NEEDED),
)
Mediated._answer = _MediatedShares
_Mediated: _m.Check = _m.One(Mediated)

#: What a party is: a holder, a source or a sink.
#:
#: Units that a holder has are the supply S of `evaluation.md` section 3: what stands outside the accounts of
#: the issuer. Sources and sinks are where the supply grows and shrinks.
PartyKind: TypeAlias = Literal[
    "participant",
    "common",
    "reserved",
    "paper",
    "issued",
    "opening",
    "bought",
    "credit",
    "shortage",
    "unexplained",
    "redeemed",
    "lapsed",
    "exchanged",
    "surplus",
]
_PartyKind: _m.Check = _m.OneWord("PartyKind", ("participant", "common", "reserved", "paper", "issued", "opening", "bought", "credit", "shortage", "unexplained", "redeemed", "lapsed", "exchanged", "surplus",))


@dataclass(frozen=True, slots=True, repr=False)
class Party(Model):
    """One end of movements.

    Attributes:
        name: As the books, or the file it was read from, call it.
        kind: What it is.
    """

    name: str
    kind: PartyKind


Party._fields = (
    _m.Field("name", "name", _m.TEXT, _m.NEEDED),
    _m.Field("kind", "kind", _PartyKind, _m.NEEDED),
)
_Party: _m.Check = _m.One(Party)

#: Every class of question by its word in JSON.
QUESTIONS: dict[str, type[Question[Any]]] = {
    "flows": Flows,
    "active": Active,
    "transactions": Transactions,
    "velocity": Velocity,
    "holding": Holding,
    "holding_spread": HoldingSpread,
    "unit_time": UnitTime,
    "outstanding": Outstanding,
    "redemption_age": RedemptionAge,
    "redemption_matrix": RedemptionMatrix,
    "inequality": Inequality,
    "partners": Partners,
    "mediated": Mediated,
}

__all__ = [
    "Active",
    "ActiveMembers",
    "Age",
    "Cell",
    "CountIn",
    "CountInGroups",
    "Flow",
    "Flows",
    "Held",
    "Holding",
    "HoldingSpread",
    "HoldingTime",
    "HoldingTimes",
    "Inequality",
    "IssuedIn",
    "Kind",
    "Kinds",
    "Mediated",
    "MediatedShare",
    "MediatedShares",
    "Outstanding",
    "Partners",
    "Party",
    "PartyKind",
    "Per",
    "Population",
    "PopulationExcept",
    "PopulationOnly",
    "QUESTIONS",
    "Question",
    "RedemptionAge",
    "RedemptionMatrix",
    "Supply",
    "TracingRule",
    "Transacted",
    "Transactions",
    "Turns",
    "Unequal",
    "UnitTime",
    "UnitTimes",
    "Velocity",
]
