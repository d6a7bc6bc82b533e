"""What a member's wallet answers: what there is, what an order will come to, what a feed brought.

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
from .books import WaitsFor, Flag
from . import views as _views
from .views import HeldLot

if TYPE_CHECKING:
    from ._native import Order, Refusal



@dataclass(frozen=True, slots=True, repr=False)
class OrderOutcomeBooked(Model):
    """It was booked; one that waits for somebody else is booked as waiting.

    Attributes:
        record: The number of the record.
    """

    record: int


OrderOutcomeBooked._fields = (
    _m.Field("record", "record", _m.WHOLE, _m.NEEDED),
)


@dataclass(frozen=True, slots=True, repr=False)
class OrderOutcomeRefused(Model):
    """It was refused, which is final for its id.

    Attributes:
        record: The number of the record; none if it left no trace.
        refusal: Why.
    """

    record: int | None
    refusal: Refusal


OrderOutcomeRefused._fields = (
    _m.Field("record", "record", _m.Maybe(_m.WHOLE), _m.NEEDED),
    _m.Field("refusal", "refusal", _m.REFUSAL, _m.NEEDED),
)

#: What an order came to.
OrderOutcome: TypeAlias = Union[OrderOutcomeBooked, OrderOutcomeRefused]
_OrderOutcome: _m.Check = _m.OneOf("OrderOutcome", {"booked": OrderOutcomeBooked, "refused": OrderOutcomeRefused}, ())


@dataclass(frozen=True, slots=True, repr=False)
class Answered(Model):
    """An order of the outbox that was answered.

    Attributes:
        order: Which order.
        outcome: What it came to.
    """

    order: str
    outcome: OrderOutcome


Answered._fields = (
    _m.Field("order", "order", _m.ORDER_ID, _m.NEEDED),
    _m.Field("outcome", "outcome", _OrderOutcome, _m.NEEDED),
)
_Answered: _m.Check = _m.One(Answered)


@dataclass(frozen=True, slots=True, repr=False)
class Applied(Model):
    """What a feed brought.

    Attributes:
        new: How many slices were new.
        day: The ledger's current day.
        record: The last record of the journal that the server had looked at.
        answered: The orders of the outbox that were answered.
    """

    new: int
    day: datetime.date
    record: int
    answered: tuple[Answered, ...]


Applied._fields = (
    _m.Field("new", "new", _m.WHOLE, _m.NEEDED),
    _m.Field("day", "day", _m.DAY, _m.NEEDED),
    _m.Field("record", "record", _m.WHOLE, _m.NEEDED),
    _m.Field("answered", "answered", _m.Many(_Answered), _m.NEEDED),
)
_Applied: _m.Check = _m.One(Applied)


@dataclass(frozen=True, slots=True, repr=False)
class Balances(Model):
    """What a member has, on the phone's day, in minor units.
    
    `confirmed - ended + pending` is the balance that the server is expected to come to.

    Attributes:
        day: The day for which it holds.
        record: The record of the journal up to which the wallet knows the account.
        confirmed: What the server told. In minor units.
        ended: What will have lapsed, less what will have come back of reservations, by the closing of the days
            since: it can no longer be spent, though no feed has said so. Below zero if more comes back. In minor units.
        pending: What the orders in the outbox are expected to bring, or to take if below zero. In minor units.
        reserved: What is set aside for reservations. In minor units.
        available: What can be spent, given and redeemed of what is held, after the orders in the outbox. In minor units.
        payable: What can be paid for services, credit included; none if there is no limit. In minor units.
        lots: The lots, in the order in which they will be spent, and when they end.
    """

    day: datetime.date
    record: int
    confirmed: int
    ended: int
    pending: int
    reserved: int
    available: int
    payable: int | None
    lots: tuple[HeldLot, ...]


Balances._fields = (
    _m.Field("day", "day", _m.DAY, _m.NEEDED),
    _m.Field("record", "record", _m.WHOLE, _m.NEEDED),
    _m.Field("confirmed", "confirmed", _m.MINOR, _m.NEEDED),
    _m.Field("ended", "ended", _m.MINOR, _m.NEEDED),
    _m.Field("pending", "pending", _m.MINOR, _m.NEEDED),
    _m.Field("reserved", "reserved", _m.MINOR, _m.NEEDED),
    _m.Field("available", "available", _m.MINOR, _m.NEEDED),
    _m.Field("payable", "payable", _m.Maybe(_m.MINOR), _m.NEEDED),
    _m.Field("lots", "lots", _m.Many(_views._HeldLot), _m.NEEDED),
)
_Balances: _m.Check = _m.One(Balances)


@dataclass(frozen=True, slots=True, repr=False)
class UnitMove(Model):
    """Units of one lot that come or go.

    Attributes:
        lot: The lot's number in the journal; none for a lot that is made by the order.
        amount: What comes, or goes if below zero. In minor units.
        ends_on: The lot's last day, if it has one.
    """

    lot: int | None
    amount: int
    ends_on: datetime.date | None


UnitMove._fields = (
    _m.Field("lot", "lot", _m.Maybe(_m.WHOLE), _m.NEEDED),
    _m.Field("amount", "amount", _m.MINOR, _m.NEEDED),
    _m.Field("ends_on", "ends_on", _m.Maybe(_m.DAY), _m.NEEDED),
)
_UnitMove: _m.Check = _m.One(UnitMove)


@dataclass(frozen=True, slots=True, repr=False)
class Effect(Model):
    """What a booked order does to the account.

    Attributes:
        amount: What comes to the account in minor units, or goes if below zero. In minor units.
        balance: Its balance after it. In minor units.
        drawn: What is added to its debt, repaid if below zero. In minor units.
        set_aside: What is set aside by it for a reservation. In minor units.
        euro: What is paid in euro beside it, in cents. In minor units.
        lots: The pieces that come or go.
        flags: What a reviewer will look at.
    """

    amount: int
    balance: int
    drawn: int
    set_aside: int
    euro: int
    lots: tuple[UnitMove, ...]
    flags: tuple[Flag, ...]


Effect._fields = (
    _m.Field("amount", "amount", _m.MINOR, _m.NEEDED),
    _m.Field("balance", "balance", _m.MINOR, _m.NEEDED),
    _m.Field("drawn", "drawn", _m.MINOR, _m.NEEDED),
    _m.Field("set_aside", "set_aside", _m.MINOR, _m.NEEDED),
    _m.Field("euro", "euro", _m.MINOR, _m.NEEDED),
    _m.Field("lots", "lots", _m.Many(_UnitMove), _m.NEEDED),
    _m.Field("flags", "flags", _m.Many(_books._Flag), _m.NEEDED),
)
_Effect: _m.Check = _m.One(Effect)


@dataclass(frozen=True, slots=True, repr=False)
class ExpectedBooked(Model):
    """It is booked, with this effect on the account."""

    value: Effect


ExpectedBooked._fields = (
    _m.Field("value", "value", _Effect, _m.NEEDED),
)
ExpectedBooked._bare = True


@dataclass(frozen=True, slots=True, repr=False)
class ExpectedWaits(Model):
    """It waits for somebody else; if they complete it as things stand, it has this effect.

    Attributes:
        waits_for: Whom it waits for.
        until: The last day on which it can be completed.
    """

    waits_for: WaitsFor
    until: datetime.date


ExpectedWaits._fields = (
    _m.Field("waits_for", "waits_for", _books._WaitsFor, _m.NEEDED),
    _m.Field("until", "until", _m.DAY, _m.NEEDED),
)


@dataclass(frozen=True, slots=True, repr=False)
class ExpectedRefused(Model):
    """It is refused."""

    value: Refusal


ExpectedRefused._fields = (
    _m.Field("value", "value", _m.REFUSAL, _m.NEEDED),
)
ExpectedRefused._bare = True

#: What an order will come to.
Expected: TypeAlias = Union[ExpectedBooked, ExpectedWaits, ExpectedRefused, Literal["only_server"]]
_Expected: _m.Check = _m.OneOf("Expected", {"booked": ExpectedBooked, "waits": ExpectedWaits, "refused": ExpectedRefused}, ("only_server",))


@dataclass(frozen=True, slots=True, repr=False)
class AssumedOtherAccount(Model):
    """The other account is there and may receive this."""

    value: str


AssumedOtherAccount._fields = (
    _m.Field("value", "value", _m.TEXT, _m.NEEDED),
)
AssumedOtherAccount._bare = True


@dataclass(frozen=True, slots=True, repr=False)
class AssumedInStock(Model):
    """The partner has a piece of the offer.

    Attributes:
        partner: The partner.
        reward: The line of the redemption catalogue.
    """

    partner: str
    reward: str


AssumedInStock._fields = (
    _m.Field("partner", "partner", _m.TEXT, _m.NEEDED),
    _m.Field("reward", "reward", _m.TEXT, _m.NEEDED),
)


@dataclass(frozen=True, slots=True, repr=False)
class AssumedNotTakenElsewhere(Model):
    """The person took no more of the offer by other accounts that they hold.

    Attributes:
        reward: The line of the redemption catalogue.
    """

    reward: str


AssumedNotTakenElsewhere._fields = (
    _m.Field("reward", "reward", _m.TEXT, _m.NEEDED),
)

#: What a preview took for granted. If it is so, and nothing happened on the account since the record it
#: names, the server answers the same.
Assumed: TypeAlias = Union[AssumedOtherAccount, AssumedInStock, AssumedNotTakenElsewhere]
_Assumed: _m.Check = _m.OneOf("Assumed", {"other_account": AssumedOtherAccount, "in_stock": AssumedInStock, "not_taken_elsewhere": AssumedNotTakenElsewhere}, ())


@dataclass(frozen=True, slots=True, repr=False)
class Preview(Model):
    """What an order will come to, if it is decided on this day and nothing happened on the account since.

    Attributes:
        day: The day for which it holds.
        record: The record of the journal up to which the wallet knows the account.
        expected: What it will come to.
        assumed: What was taken for granted, since only the server knows it.
    """

    day: datetime.date
    record: int
    expected: Expected
    assumed: tuple[Assumed, ...]


Preview._fields = (
    _m.Field("day", "day", _m.DAY, _m.NEEDED),
    _m.Field("record", "record", _m.WHOLE, _m.NEEDED),
    _m.Field("expected", "expected", _Expected, _m.NEEDED),
    _m.Field("assumed", "assumed", _m.Many(_Assumed), _m.NEEDED),
)
_Preview: _m.Check = _m.One(Preview)

__all__ = [
    "Answered",
    "Applied",
    "Assumed",
    "AssumedInStock",
    "AssumedNotTakenElsewhere",
    "AssumedOtherAccount",
    "Balances",
    "Effect",
    "Expected",
    "ExpectedBooked",
    "ExpectedRefused",
    "ExpectedWaits",
    "OrderOutcome",
    "OrderOutcomeBooked",
    "OrderOutcomeRefused",
    "Preview",
    "UnitMove",
]
