"""What can be asked: one class for every kind of order, and what their fields are made of.

Written from the source of the engine by `cargo run -p muntwerk-python-types`; not by hand.
"""

from __future__ import annotations

import datetime
import fractions
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, ClassVar, Literal, TypeAlias, Union

from . import _model as _m
from ._model import Ask, Model, Question

if TYPE_CHECKING:
    from ._native import Order, Refusal


#: The name of an ask without its contents.
AskKind: TypeAlias = Literal[
    "open_account",
    "approve_partner",
    "amend_contract",
    "change_holders",
    "change_state",
    "close_account",
    "write_off",
    "appoint",
    "end_role",
    "give_mandate",
    "revoke_mandate",
    "set_limits",
    "grant_exception",
    "take_over",
    "record_fact",
    "welcome",
    "award",
    "transfer",
    "gift",
    "pay_for_relative",
    "redeem",
    "restock",
    "reserve",
    "pick_up",
    "release",
    "wait",
    "stop_waiting",
    "print_notes",
    "send_notes",
    "receive_notes",
    "pay_out",
    "take_in",
    "open_office",
    "count_cash",
    "approve_difference",
    "ask_recount",
    "end_office",
    "destroy_notes",
    "report_lost",
    "swap_notes",
    "fill_till",
    "hand_over_till",
    "sell",
    "hand_in",
    "redeem_notes",
    "award_notes",
    "change_euro",
    "chargeback",
    "file_claim",
    "reject_claim",
    "approve_claim",
    "confirm_paid",
    "return_payment",
    "claw_back",
    "top_up",
    "fund_backing",
    "exchange_back",
    "pay_given",
    "reverse",
    "complete",
    "reject",
    "withdraw",
    "amend_design",
    "close_day",
    "record_notice",
    "end_units",
]
_AskKind: _m.Check = _m.OneWord("AskKind", ("open_account", "approve_partner", "amend_contract", "change_holders", "change_state", "close_account", "write_off", "appoint", "end_role", "give_mandate", "revoke_mandate", "set_limits", "grant_exception", "take_over", "record_fact", "welcome", "award", "transfer", "gift", "pay_for_relative", "redeem", "restock", "reserve", "pick_up", "release", "wait", "stop_waiting", "print_notes", "send_notes", "receive_notes", "pay_out", "take_in", "open_office", "count_cash", "approve_difference", "ask_recount", "end_office", "destroy_notes", "report_lost", "swap_notes", "fill_till", "hand_over_till", "sell", "hand_in", "redeem_notes", "award_notes", "change_euro", "chargeback", "file_claim", "reject_claim", "approve_claim", "confirm_paid", "return_payment", "claw_back", "top_up", "fund_backing", "exchange_back", "pay_given", "reverse", "complete", "reject", "withdraw", "amend_design", "close_day", "record_notice", "end_units",))

#: What an order can ask for, as the permission matrix sees it.
Action: TypeAlias = Literal[
    "adopt_design",
    "approve_partner",
    "appoint_role",
    "take_over",
    "register_participant",
    "record_fact",
    "give_mandate",
    "revoke_mandate",
    "transfer",
    "welcome",
    "award",
    "gift",
    "redeem",
    "reserve",
    "restock",
    "reverse",
    "print_notes",
    "send_notes",
    "receive_notes",
    "pay_out",
    "take_in",
    "swap_notes",
    "keep_till",
    "chargeback",
    "count_cash",
    "approve_difference",
    "claim_settlement",
    "reject_claim",
    "approve_settlement",
    "confirm_payment",
    "claw_back",
    "top_up",
    "fund_backing",
    "exchange_back",
    "pay_given",
    "close_day",
    "record_notice",
    "end_units",
    "change_account_state",
    "set_limits",
    "exceed_limit",
    "close_account",
    "write_off",
    "see_account",
]
_Action: _m.Check = _m.OneWord("Action", ("adopt_design", "approve_partner", "appoint_role", "take_over", "register_participant", "record_fact", "give_mandate", "revoke_mandate", "transfer", "welcome", "award", "gift", "redeem", "reserve", "restock", "reverse", "print_notes", "send_notes", "receive_notes", "pay_out", "take_in", "swap_notes", "keep_till", "chargeback", "count_cash", "approve_difference", "claim_settlement", "reject_claim", "approve_settlement", "confirm_payment", "claw_back", "top_up", "fund_backing", "exchange_back", "pay_given", "close_day", "record_notice", "end_units", "change_account_state", "set_limits", "exceed_limit", "close_account", "write_off", "see_account",))

#: What an account is for (R4, R6).
AccountKind: TypeAlias = Literal[
    "person",
    "household",
    "organisation",
    "pot",
    "group",
    "reserved",
    "issued",
    "redeemed",
    "lapsed",
    "opening",
    "paper",
    "shortage",
    "surplus",
]
_AccountKind: _m.Check = _m.OneWord("AccountKind", ("person", "household", "organisation", "pot", "group", "reserved", "issued", "redeemed", "lapsed", "opening", "paper", "shortage", "surplus",))


@dataclass(frozen=True, slots=True, repr=False)
class OpenAccount(Ask):
    """Opens an account of a participant (R6): a person, a household with a shared number, an
    organisation. Its holders become known to the ledger.

    Attributes:
        account: The new account's id.
        kind: Person, household or organisation.
        holders: The persons who hold it; a person's account has one.
    """

    account: str
    kind: AccountKind
    holders: tuple[str, ...]

    _word: ClassVar[str] = "open_account"


OpenAccount._fields = (
    _m.Field("account", "account", _m.TEXT, _m.NEEDED),
    _m.Field("kind", "kind", _AccountKind, _m.NEEDED),
    _m.Field("holders", "holders", _m.Many(_m.TEXT), _m.NEEDED),
)
_OpenAccount: _m.Check = _m.One(OpenAccount)

#: What a partner may do (H3.3).
PartnerRole: TypeAlias = Literal[
    "issuing",
    "redeeming",
]
_PartnerRole: _m.Check = _m.OneWord("PartnerRole", ("issuing", "redeeming",))

#: The period of a budget.
BudgetPeriod: TypeAlias = Literal[
    "month",
    "year",
    "contract",
]
_BudgetPeriod: _m.Check = _m.OneWord("BudgetPeriod", ("month", "year", "contract",))


@dataclass(frozen=True, slots=True, repr=False)
class Budget(Model):
    """How many units a partner may issue in a period.

    Attributes:
        units: How many minor units, less what reversals take back. In minor units.
        per: Over which period, by the day of the activity.
    """

    units: int
    per: BudgetPeriod


Budget._fields = (
    _m.Field("units", "units", _m.MINOR, _m.NEEDED),
    _m.Field("per", "per", _BudgetPeriod, _m.NEEDED),
)
_Budget: _m.Check = _m.One(Budget)


@dataclass(frozen=True, slots=True, repr=False)
class EuroRate(Model):
    """So many euro cents for so many minor units, in lowest terms, both above zero."""

    cents: int
    units: int


EuroRate._fields = (
    _m.Field("cents", "cents", _m.WHOLE, _m.NEEDED),
    _m.Field("units", "units", _m.WHOLE, _m.NEEDED),
)
_EuroRate: _m.Check = _m.One(EuroRate)

#: The stretch of days over which something is counted, such as a ceiling on what is earned.
Period: TypeAlias = Literal[
    "day",
    "week",
    "month",
    "year",
    "lifetime",
]
_Period: _m.Check = _m.OneWord("Period", ("day", "week", "month", "year", "lifetime",))


@dataclass(frozen=True, slots=True, repr=False)
class EuroBudget(Model):
    """How many euro may be paid in a period, by the day of approval.

    Attributes:
        cents: How many cents. In minor units.
        per: Over which period.
    """

    cents: int
    per: BudgetPeriod


EuroBudget._fields = (
    _m.Field("cents", "cents", _m.MINOR, _m.NEEDED),
    _m.Field("per", "per", _BudgetPeriod, _m.NEEDED),
)
_EuroBudget: _m.Check = _m.One(EuroBudget)


@dataclass(frozen=True, slots=True, repr=False)
class SettlementTerms(Model):
    """How a partner is paid in euro. What is left out is what the design's `[settlement]` says.

    Attributes:
        rate: What units are paid with.
        fee: The share that is kept back.
        period: Claims go by whole periods of this kind.
        minimum: The least that a claim comes to, in cents. In minor units.
        claim_days: How many days after the activity it can still be claimed.
        pay_days: Within how many days a claim is paid.
        budget: How much may be approved for this partner.
        beneficiary: The partner that gets the given part of its fee where euro back the units (R29).
        second_beneficiary: The one that gets it if the first does not qualify.
    """

    rate: EuroRate | None = None
    fee: int | None = None
    period: Period | None = None
    minimum: int | None = None
    claim_days: int | None = None
    pay_days: int | None = None
    budget: EuroBudget | None = None
    beneficiary: str | None = None
    second_beneficiary: str | None = None


SettlementTerms._fields = (
    _m.Field("rate", "rate", _m.Maybe(_EuroRate), None, True),
    _m.Field("fee", "fee", _m.Maybe(_m.WHOLE), None, True),
    _m.Field("period", "period", _m.Maybe(_Period), None, True),
    _m.Field("minimum", "minimum", _m.Maybe(_m.MINOR), None, True),
    _m.Field("claim_days", "claim_days", _m.Maybe(_m.WHOLE), None, True),
    _m.Field("pay_days", "pay_days", _m.Maybe(_m.WHOLE), None, True),
    _m.Field("budget", "budget", _m.Maybe(_EuroBudget), None, True),
    _m.Field("beneficiary", "beneficiary", _m.Maybe(_m.TEXT), None, True),
    _m.Field("second_beneficiary", "second_beneficiary", _m.Maybe(_m.TEXT), None, True),
)
_SettlementTerms: _m.Check = _m.One(SettlementTerms)


@dataclass(frozen=True, slots=True, repr=False)
class ApprovePartner(Ask):
    """Approves a partner (R10, R38): an organisation that may reward, or take units in, or both. It gets
    the chart accounts `issued:<partner>` and `redeemed:<partner>`.

    Attributes:
        partner: The new partner's id, at most 23 characters.
        roles: What it may do; at least one, each once.
        from_: First day of its contract, by value day. Left out: every day that can still be named.
        until: Last day of its contract, if one was agreed.
        budget: How many units it may issue in a month, a year or the contract.
        account: The account of an organisation on which it takes units in: then it stands inside the ring and may
            spend them again. Left out: what it takes in leaves the ring.
        settlement: How it is paid in euro, where that is not what the design says for every partner (R38).
    """

    partner: str
    roles: tuple[PartnerRole, ...]
    from_: datetime.date | None = None
    until: datetime.date | None = None
    budget: Budget | None = None
    account: str | None = None
    settlement: SettlementTerms | None = None

    _word: ClassVar[str] = "approve_partner"


ApprovePartner._fields = (
    _m.Field("partner", "partner", _m.TEXT, _m.NEEDED),
    _m.Field("roles", "roles", _m.Many(_PartnerRole), _m.NEEDED),
    _m.Field("from_", "from", _m.Maybe(_m.DAY), None, True),
    _m.Field("until", "until", _m.Maybe(_m.DAY), None, True),
    _m.Field("budget", "budget", _m.Maybe(_Budget), None, True),
    _m.Field("account", "account", _m.Maybe(_m.TEXT), None, True),
    _m.Field("settlement", "settlement", _m.Maybe(_SettlementTerms), None, True),
)
_ApprovePartner: _m.Check = _m.One(ApprovePartner)


@dataclass(frozen=True, slots=True, repr=False)
class AmendContract(Ask):
    """Agrees something else with a partner (R38), from a day on: a new contract takes the place of the ones
    before it from its first day. All of it is named anew; what is left out no longer holds.

    Attributes:
        partner: Which partner.
        roles: What it may do; at least one, each once.
        from_: First day of the new contract, by value day; the current day if left out.
        until: Last day of the contract, if one was agreed.
        budget: How many units it may issue in a month, a year or the contract.
        account: The account of an organisation on which it takes units in, inside the ring.
        settlement: How it is paid in euro, where that is not what the design says for every partner.
    """

    partner: str
    roles: tuple[PartnerRole, ...]
    from_: datetime.date | None = None
    until: datetime.date | None = None
    budget: Budget | None = None
    account: str | None = None
    settlement: SettlementTerms | None = None

    _word: ClassVar[str] = "amend_contract"


AmendContract._fields = (
    _m.Field("partner", "partner", _m.TEXT, _m.NEEDED),
    _m.Field("roles", "roles", _m.Many(_PartnerRole), _m.NEEDED),
    _m.Field("from_", "from", _m.Maybe(_m.DAY), None, True),
    _m.Field("until", "until", _m.Maybe(_m.DAY), None, True),
    _m.Field("budget", "budget", _m.Maybe(_Budget), None, True),
    _m.Field("account", "account", _m.Maybe(_m.TEXT), None, True),
    _m.Field("settlement", "settlement", _m.Maybe(_SettlementTerms), None, True),
)
_AmendContract: _m.Check = _m.One(AmendContract)


@dataclass(frozen=True, slots=True, repr=False)
class ChangeHolders(Ask):
    """Changes who holds an account that is shared (R6, R60): somebody moves in or out. The books stay with
    the account, and somebody always holds it.

    Attributes:
        account: A household's or an organisation's account.
        add: Who comes.
        remove: Who goes.
    """

    account: str
    add: tuple[str, ...] = ()
    remove: tuple[str, ...] = ()

    _word: ClassVar[str] = "change_holders"


ChangeHolders._fields = (
    _m.Field("account", "account", _m.TEXT, _m.NEEDED),
    _m.Field("add", "add", _m.Many(_m.TEXT), (), True),
    _m.Field("remove", "remove", _m.Many(_m.TEXT), (), True),
)
_ChangeHolders: _m.Check = _m.One(ChangeHolders)

#: The state of a participant's account (R7).
AccountState: TypeAlias = Literal[
    "candidate",
    "active",
    "inactive",
    "leaver",
    "blocked",
    "deceased",
    "closed",
]
_AccountState: _m.Check = _m.OneWord("AccountState", ("candidate", "active", "inactive", "leaver", "blocked", "deceased", "closed",))


@dataclass(frozen=True, slots=True, repr=False)
class ChangeState(Ask):
    """Changes the state of an account (R7): blocks it, lets a candidate in, marks a leaver, and so on.

    Attributes:
        account: Whose state.
        state: The state it gets.
    """

    account: str
    state: AccountState

    _word: ClassVar[str] = "change_state"


ChangeState._fields = (
    _m.Field("account", "account", _m.TEXT, _m.NEEDED),
    _m.Field("state", "state", _AccountState, _m.NEEDED),
)
_ChangeState: _m.Check = _m.One(ChangeState)


@dataclass(frozen=True, slots=True, repr=False)
class CloseAccount(Ask):
    """Closes an account for good (R45). What is left on it goes where the design says, never to euro.

    Attributes:
        account: Which account.
        heir: The account of an heir, where the holder died and the design lets heirs receive what is left
            (R46).
    """

    account: str
    heir: str | None = None

    _word: ClassVar[str] = "close_account"


CloseAccount._fields = (
    _m.Field("account", "account", _m.TEXT, _m.NEEDED),
    _m.Field("heir", "heir", _m.Maybe(_m.TEXT), None, True),
)
_CloseAccount: _m.Check = _m.One(CloseAccount)


@dataclass(frozen=True, slots=True, repr=False)
class WriteOff(Ask):
    """Writes off the debt of somebody who is gone (R45): the pot or the group account bears it, as the
    design says. The account stands at zero after that and can be closed.

    Attributes:
        account: Whose debt.
    """

    account: str

    _word: ClassVar[str] = "write_off"


WriteOff._fields = (
    _m.Field("account", "account", _m.TEXT, _m.NEEDED),
)
_WriteOff: _m.Check = _m.One(WriteOff)


@dataclass(frozen=True, slots=True, repr=False)
class Appoint(Ask):
    """Gives a person a role, from a day on, until a day if one is set.

    Attributes:
        person: Who gets the role.
        role: Which role of the design.
        from_: First day of the appointment.
        scope: The partner or contact point for which it holds, where the role needs one.
        until: Last day of the appointment.
    """

    person: str
    role: str
    from_: datetime.date
    scope: str | None = None
    until: datetime.date | None = None

    _word: ClassVar[str] = "appoint"


Appoint._fields = (
    _m.Field("person", "person", _m.TEXT, _m.NEEDED),
    _m.Field("role", "role", _m.TEXT, _m.NEEDED),
    _m.Field("from_", "from", _m.DAY, _m.NEEDED),
    _m.Field("scope", "scope", _m.Maybe(_m.TEXT), None, True),
    _m.Field("until", "until", _m.Maybe(_m.DAY), None, True),
)
_Appoint: _m.Check = _m.One(Appoint)


@dataclass(frozen=True, slots=True, repr=False)
class EndRole(Ask):
    """Ends a role after the booking day.

    Attributes:
        person: Whose role ends.
        role: Which role.
        scope: The partner or contact point for which it held.
    """

    person: str
    role: str
    scope: str | None = None

    _word: ClassVar[str] = "end_role"


EndRole._fields = (
    _m.Field("person", "person", _m.TEXT, _m.NEEDED),
    _m.Field("role", "role", _m.TEXT, _m.NEEDED),
    _m.Field("scope", "scope", _m.Maybe(_m.TEXT), None, True),
)
_EndRole: _m.Check = _m.One(EndRole)


@dataclass(frozen=True, slots=True, repr=False)
class GiveMandate(Ask):
    """Lets a mediator act for a participant (R47): for some actions, up to some amounts, for some time.
    
    Given by the participant, or recorded for them at a contact point with evidence; never by the
    person who will hold it.

    Attributes:
        mandate: The mandate's own id.
        client: The participant who is acted for.
        holder: The person who may act.
        actions: What they may do.
        from_: First day.
        until: Last day; a mandate always ends.
        per_order: Most units in one order. In minor units.
        per_month: Most units in one calendar month, by value day. In minor units.
    """

    mandate: str
    client: str
    holder: str
    actions: tuple[Action, ...]
    from_: datetime.date
    until: datetime.date
    per_order: int | None = None
    per_month: int | None = None

    _word: ClassVar[str] = "give_mandate"


GiveMandate._fields = (
    _m.Field("mandate", "mandate", _m.TEXT, _m.NEEDED),
    _m.Field("client", "client", _m.TEXT, _m.NEEDED),
    _m.Field("holder", "holder", _m.TEXT, _m.NEEDED),
    _m.Field("actions", "actions", _m.Many(_Action), _m.NEEDED),
    _m.Field("from_", "from", _m.DAY, _m.NEEDED),
    _m.Field("until", "until", _m.DAY, _m.NEEDED),
    _m.Field("per_order", "per_order", _m.Maybe(_m.MINOR), None, True),
    _m.Field("per_month", "per_month", _m.Maybe(_m.MINOR), None, True),
)
_GiveMandate: _m.Check = _m.One(GiveMandate)


@dataclass(frozen=True, slots=True, repr=False)
class RevokeMandate(Ask):
    """Takes a mandate back at once.

    Attributes:
        mandate: Which mandate.
    """

    mandate: str

    _word: ClassVar[str] = "revoke_mandate"


RevokeMandate._fields = (
    _m.Field("mandate", "mandate", _m.TEXT, _m.NEEDED),
)
_RevokeMandate: _m.Check = _m.One(RevokeMandate)


@dataclass(frozen=True, slots=True, repr=False)
class SetLimits(Ask):
    """Sets an account's own limits, and the group whose limits it has (R15). Whatever is left out does not
    hold for this account any more: its first months, its group and the design then say where the limit
    lies.

    Attributes:
        account: Whose limits.
        floor: Its own floor, in minor units; zero or below. In minor units.
        ceiling: Its own ceiling, in minor units; above zero. In minor units.
        group: A group of the design.
    """

    account: str
    floor: int | None = None
    ceiling: int | None = None
    group: str | None = None

    _word: ClassVar[str] = "set_limits"


SetLimits._fields = (
    _m.Field("account", "account", _m.TEXT, _m.NEEDED),
    _m.Field("floor", "floor", _m.Maybe(_m.MINOR), None, True),
    _m.Field("ceiling", "ceiling", _m.Maybe(_m.MINOR), None, True),
    _m.Field("group", "group", _m.Maybe(_m.TEXT), None, True),
)
_SetLimits: _m.Check = _m.One(SetLimits)


@dataclass(frozen=True, slots=True, repr=False)
class GrantException(Ask):
    """Lets an account go past its limits for some time (illness, a big deal; R15). It takes the place of
    an exception granted earlier, so that one can be ended before its day.

    Attributes:
        account: For which account.
        until: Last day of the exception; there is always one.
        floor: The floor in that time, in minor units. In minor units.
        ceiling: The ceiling in that time, in minor units. In minor units.
    """

    account: str
    until: datetime.date
    floor: int | None = None
    ceiling: int | None = None

    _word: ClassVar[str] = "grant_exception"


GrantException._fields = (
    _m.Field("account", "account", _m.TEXT, _m.NEEDED),
    _m.Field("until", "until", _m.DAY, _m.NEEDED),
    _m.Field("floor", "floor", _m.Maybe(_m.MINOR), None, True),
    _m.Field("ceiling", "ceiling", _m.Maybe(_m.MINOR), None, True),
)
_GrantException: _m.Check = _m.One(GrantException)


@dataclass(frozen=True, slots=True, repr=False)
class TakeOverLot(Model):
    """Units of one day of earning and one end.

    Attributes:
        amount: How many minor units. In minor units.
        earned_on: The day on which they were earned, up to the value day of the order.
        ends_on: The last day on which they can be spent; if absent the design sets it, counted from the day of
            earning.
    """

    amount: int
    earned_on: datetime.date
    ends_on: datetime.date | None = None


TakeOverLot._fields = (
    _m.Field("amount", "amount", _m.MINOR, _m.NEEDED),
    _m.Field("earned_on", "earned_on", _m.DAY, _m.NEEDED),
    _m.Field("ends_on", "ends_on", _m.Maybe(_m.DAY), None, True),
)
_TakeOverLot: _m.Check = _m.One(TakeOverLot)


@dataclass(frozen=True, slots=True, repr=False)
class TakeOverLine(Model):
    """What one account brings along.

    Attributes:
        account: A participant's account, the pot or the group account; each at most once.
        balance: Its balance in minor units; below zero it is a debt, which needs mutual credit. In minor units.
        lots: The units by origin, which add up to the balance; without them all units are one lot, earned on
            the value day of the order.
    """

    account: str
    balance: int
    lots: tuple[TakeOverLot, ...] = ()


TakeOverLine._fields = (
    _m.Field("account", "account", _m.TEXT, _m.NEEDED),
    _m.Field("balance", "balance", _m.MINOR, _m.NEEDED),
    _m.Field("lots", "lots", _m.Many(_TakeOverLot), (), True),
)
_TakeOverLine: _m.Check = _m.One(TakeOverLine)


@dataclass(frozen=True, slots=True, repr=False)
class TakeOver(Ask):
    """Takes over the balances of a scheme that was running already (R74): once, before anything else
    moves units. The accounts are open by then; the contra is `system:opening`.

    Attributes:
        lines: One line for each account that had a balance.
    """

    lines: tuple[TakeOverLine, ...]

    _word: ClassVar[str] = "take_over"


TakeOver._fields = (
    _m.Field("lines", "lines", _m.Many(_TakeOverLine), _m.NEEDED),
)
_TakeOver: _m.Check = _m.One(TakeOver)


@dataclass(frozen=True, slots=True, repr=False)
class RecordFact(Ask):
    """Records a fact about a person (domain.md section 4): insured until a day, volunteering declared to who
    pays a benefit, a residence. Later records of the same fact take its place from their first day on.

    Attributes:
        person: About whom.
        fact: Which fact of the design.
        from_: First day.
        value: What it says, where the fact has words.
        until: Last day, if one is known. The day before `from` ends the fact: from then on it does not hold.
    """

    person: str
    fact: str
    from_: datetime.date
    value: str | None = None
    until: datetime.date | None = None

    _word: ClassVar[str] = "record_fact"


RecordFact._fields = (
    _m.Field("person", "person", _m.TEXT, _m.NEEDED),
    _m.Field("fact", "fact", _m.TEXT, _m.NEEDED),
    _m.Field("from_", "from", _m.DAY, _m.NEEDED),
    _m.Field("value", "value", _m.Maybe(_m.TEXT), None, True),
    _m.Field("until", "until", _m.Maybe(_m.DAY), None, True),
)
_RecordFact: _m.Check = _m.One(RecordFact)


@dataclass(frozen=True, slots=True, repr=False)
class Welcome(Ask):
    """Gives what whoever joins gets once (R13): a start balance, a joining or verification gift, a reward for
    an orientation, as the design lists it under `[[welcome]]`.

    Attributes:
        account: The account that gets it.
        gift: Which gift of the design's list.
    """

    account: str
    gift: str

    _word: ClassVar[str] = "welcome"


Welcome._fields = (
    _m.Field("account", "account", _m.TEXT, _m.NEEDED),
    _m.Field("gift", "gift", _m.TEXT, _m.NEEDED),
)
_Welcome: _m.Check = _m.One(Welcome)


@dataclass(frozen=True, slots=True, repr=False)
class Award(Ask):
    """Rewards an effort by the earning catalogue (R10). Asked by an operator of the partner it is booked
    at once; asked by the participant it is a claim that the partner confirms (R12).

    Attributes:
        partner: The partner that rewards.
        to: The account rewarded.
        activity: Which line of the earning catalogue.
        measured: Minutes, actions or measured quantity, as the catalogue line says.
        earner: Which holder of the account earned it. Needed where an account has several and a cap counts by the
            person (R60).
    """

    partner: str
    to: str
    activity: str
    measured: int
    earner: str | None = None

    _word: ClassVar[str] = "award"


Award._fields = (
    _m.Field("partner", "partner", _m.TEXT, _m.NEEDED),
    _m.Field("to", "to", _m.TEXT, _m.NEEDED),
    _m.Field("activity", "activity", _m.TEXT, _m.NEEDED),
    _m.Field("measured", "measured", _m.WHOLE, _m.NEEDED),
    _m.Field("earner", "earner", _m.Maybe(_m.TEXT), None, True),
)
_Award: _m.Check = _m.One(Award)


@dataclass(frozen=True, slots=True, repr=False)
class PayAmount(Model):
    """Minor units."""

    value: int


PayAmount._fields = (
    _m.Field("value", "value", _m.MINOR, _m.NEEDED),
)
PayAmount._bare = True


@dataclass(frozen=True, slots=True, repr=False)
class PayMinutes(Model):
    """Minutes of service, where the unit is time: rounded to the design's step, then converted."""

    value: int


PayMinutes._fields = (
    _m.Field("value", "value", _m.WHOLE, _m.NEEDED),
)
PayMinutes._bare = True

#: How much a service is paid.
Pay: TypeAlias = Union[PayAmount, PayMinutes]
_Pay: _m.Check = _m.OneOf("Pay", {"amount": PayAmount, "minutes": PayMinutes}, ())


@dataclass(frozen=True, slots=True, repr=False)
class Transfer(Ask):
    """Pays another participant for a service (R22, H4.5); in mutual credit this is how units are born (R9).

    Attributes:
        from_: Who pays.
        to: Who is paid.
        pay: How much.
        offer: An opaque reference to the offer or need it settles.
        category: What kind of service it was, as a code of the design's categories.
    """

    from_: str
    to: str
    pay: Pay
    offer: str | None = None
    category: str | None = None

    _word: ClassVar[str] = "transfer"


Transfer._fields = (
    _m.Field("from_", "from", _m.TEXT, _m.NEEDED),
    _m.Field("to", "to", _m.TEXT, _m.NEEDED),
    _m.Field("pay", "pay", _Pay, _m.NEEDED),
    _m.Field("offer", "offer", _m.Maybe(_m.TEXT), None, True),
    _m.Field("category", "category", _m.Maybe(_m.TEXT), None, True),
)
_Transfer: _m.Check = _m.One(Transfer)


@dataclass(frozen=True, slots=True, repr=False)
class Gift(Ask):
    """Gives units without a service (R23, R43, H4.7). The lots keep their dates.

    Attributes:
        from_: Who gives.
        to: Who receives.
        amount: How much. In minor units.
    """

    from_: str
    to: str
    amount: int

    _word: ClassVar[str] = "gift"


Gift._fields = (
    _m.Field("from_", "from", _m.TEXT, _m.NEEDED),
    _m.Field("to", "to", _m.TEXT, _m.NEEDED),
    _m.Field("amount", "amount", _m.MINOR, _m.NEEDED),
)
_Gift: _m.Check = _m.One(Gift)


@dataclass(frozen=True, slots=True, repr=False)
class PayForRelative(Ask):
    """Pays for a service that a relative in need of care received (R24, H4.5).

    Attributes:
        from_: Who pays.
        to: Who rendered the service.
        relative: The relative who received it; they need no account.
        pay: How much.
        offer: An opaque reference to the offer or need it settles.
        category: What kind of service it was, as a code of the design's categories.
    """

    from_: str
    to: str
    relative: str
    pay: Pay
    offer: str | None = None
    category: str | None = None

    _word: ClassVar[str] = "pay_for_relative"


PayForRelative._fields = (
    _m.Field("from_", "from", _m.TEXT, _m.NEEDED),
    _m.Field("to", "to", _m.TEXT, _m.NEEDED),
    _m.Field("relative", "relative", _m.TEXT, _m.NEEDED),
    _m.Field("pay", "pay", _Pay, _m.NEEDED),
    _m.Field("offer", "offer", _m.Maybe(_m.TEXT), None, True),
    _m.Field("category", "category", _m.Maybe(_m.TEXT), None, True),
)
_PayForRelative: _m.Check = _m.One(PayForRelative)


@dataclass(frozen=True, slots=True, repr=False)
class Redeem(Ask):
    """Spends units outside the ring at a partner, by the redemption catalogue (R25, H4.6).

    Attributes:
        account: The account that pays.
        partner: The partner that hands out the reward.
        reward: Which line of the redemption catalogue.
        count: How many pieces; one if it is left out. Of an offer in steps, how many steps.
        units: Of an offer in steps, the units the member offers: as many steps as fit are taken. Of an offer
            that may be paid in part in euro, how much of the price is paid in units; all of it if absent
            (R26). In minor units.
    """

    account: str
    partner: str
    reward: str
    count: int = 1
    units: int | None = None

    _word: ClassVar[str] = "redeem"


Redeem._fields = (
    _m.Field("account", "account", _m.TEXT, _m.NEEDED),
    _m.Field("partner", "partner", _m.TEXT, _m.NEEDED),
    _m.Field("reward", "reward", _m.TEXT, _m.NEEDED),
    _m.Field("count", "count", _m.WHOLE, 1),
    _m.Field("units", "units", _m.Maybe(_m.MINOR), None, True),
)
_Redeem: _m.Check = _m.One(Redeem)


@dataclass(frozen=True, slots=True, repr=False)
class Restock(Ask):
    """Brings pieces of an offer into a partner's stock, or takes them away (R25, R51). What is reserved
    cannot be taken away.

    Attributes:
        partner: Whose stock.
        reward: Which line of the redemption catalogue.
        by: How many pieces come, or go if below zero.
    """

    partner: str
    reward: str
    by: int

    _word: ClassVar[str] = "restock"


Restock._fields = (
    _m.Field("partner", "partner", _m.TEXT, _m.NEEDED),
    _m.Field("reward", "reward", _m.TEXT, _m.NEEDED),
    _m.Field("by", "by", _m.WHOLE, _m.NEEDED),
)
_Restock: _m.Check = _m.One(Restock)


@dataclass(frozen=True, slots=True, repr=False)
class Reserve(Ask):
    """Keeps pieces of an offer for a member, at today's price: the units that will pay for them are set
    aside on `system:reserved`, where they do not lapse, until they are picked up or released (R25, R51).
    The reservation is known by the id of this order.

    Attributes:
        account: The account that pays.
        partner: The partner that will hand out the reward.
        reward: Which line of the redemption catalogue.
        count: How many pieces; one if it is left out. Of an offer in steps, how many steps.
        units: As in `Redeem.units`. What is paid in euro is paid when the reward is picked up. In minor units.
    """

    account: str
    partner: str
    reward: str
    count: int = 1
    units: int | None = None

    _word: ClassVar[str] = "reserve"


Reserve._fields = (
    _m.Field("account", "account", _m.TEXT, _m.NEEDED),
    _m.Field("partner", "partner", _m.TEXT, _m.NEEDED),
    _m.Field("reward", "reward", _m.TEXT, _m.NEEDED),
    _m.Field("count", "count", _m.WHOLE, 1),
    _m.Field("units", "units", _m.Maybe(_m.MINOR), None, True),
)
_Reserve: _m.Check = _m.One(Reserve)


@dataclass(frozen=True, slots=True, repr=False)
class PickUp(Ask):
    """Hands over what was reserved, at the price it was reserved at (R51).

    Attributes:
        reservation: The id of the order that reserved it.
    """

    reservation: str

    _word: ClassVar[str] = "pick_up"


PickUp._fields = (
    _m.Field("reservation", "reservation", _m.ORDER_ID, _m.NEEDED),
)
_PickUp: _m.Check = _m.One(PickUp)


@dataclass(frozen=True, slots=True, repr=False)
class Release(Ask):
    """Gives up what was reserved: the pieces are free again and the units come back.

    Attributes:
        reservation: The id of the order that reserved it.
    """

    reservation: str

    _word: ClassVar[str] = "release"


Release._fields = (
    _m.Field("reservation", "reservation", _m.ORDER_ID, _m.NEEDED),
)
_Release: _m.Check = _m.One(Release)


@dataclass(frozen=True, slots=True, repr=False)
class Wait(Ask):
    """Takes a place in the line for pieces of an offer that has none free (R25). No units move, and the price is
    that of the day of reserving. The place is known by the id of this order.

    Attributes:
        account: The account that waits.
        partner: The partner that will hand out the reward.
        reward: Which line of the redemption catalogue.
        count: How many pieces; one if it is left out.
    """

    account: str
    partner: str
    reward: str
    count: int = 1

    _word: ClassVar[str] = "wait"


Wait._fields = (
    _m.Field("account", "account", _m.TEXT, _m.NEEDED),
    _m.Field("partner", "partner", _m.TEXT, _m.NEEDED),
    _m.Field("reward", "reward", _m.TEXT, _m.NEEDED),
    _m.Field("count", "count", _m.WHOLE, 1),
)
_Wait: _m.Check = _m.One(Wait)


@dataclass(frozen=True, slots=True, repr=False)
class StopWaiting(Ask):
    """Gives up a place in the line.

    Attributes:
        place: The id of the order that took it.
    """

    place: str

    _word: ClassVar[str] = "stop_waiting"


StopWaiting._fields = (
    _m.Field("place", "place", _m.ORDER_ID, _m.NEEDED),
)
_StopWaiting: _m.Check = _m.One(StopWaiting)


@dataclass(frozen=True, slots=True, repr=False)
class PrintNotes(Ask):
    """Prints notes of a series; they come into the vault, blank.

    Attributes:
        series: Which series.
        notes: The pieces.
    """

    series: str
    notes: _m.Notes

    _word: ClassVar[str] = "print_notes"


PrintNotes._fields = (
    _m.Field("series", "series", _m.TEXT, _m.NEEDED),
    _m.Field("notes", "notes", _m.NOTES, _m.NEEDED),
)
_PrintNotes: _m.Check = _m.One(PrintNotes)


@dataclass(frozen=True, slots=True, repr=False)
class DepotStock(Model):
    """An office's stock."""

    value: str


DepotStock._fields = (
    _m.Field("value", "value", _m.TEXT, _m.NEEDED),
)
DepotStock._bare = True


@dataclass(frozen=True, slots=True, repr=False)
class DepotReturned(Model):
    """What an office took in."""

    value: str


DepotReturned._fields = (
    _m.Field("value", "value", _m.TEXT, _m.NEEDED),
)
DepotReturned._bare = True


@dataclass(frozen=True, slots=True, repr=False)
class DepotPartner(Model):
    """An issuing partner's own stock."""

    value: str


DepotPartner._fields = (
    _m.Field("value", "value", _m.TEXT, _m.NEEDED),
)
DepotPartner._bare = True

#: Where a sending can leave from or go to.
Depot: TypeAlias = Union[DepotStock, DepotReturned, DepotPartner, Literal["vault"]]
_Depot: _m.Check = _m.OneOf("Depot", {"stock": DepotStock, "returned": DepotReturned, "partner": DepotPartner}, ("vault",))


@dataclass(frozen=True, slots=True, repr=False)
class SendNotes(Ask):
    """Sends notes with a named carrier. They are in transit until whoever they go to receives them.

    Attributes:
        from_: Where they leave.
        to: Where they go.
        carrier: Who carries them.
        series: Which series.
        notes: The pieces.
    """

    from_: Depot
    to: Depot
    carrier: str
    series: str
    notes: _m.Notes

    _word: ClassVar[str] = "send_notes"


SendNotes._fields = (
    _m.Field("from_", "from", _Depot, _m.NEEDED),
    _m.Field("to", "to", _Depot, _m.NEEDED),
    _m.Field("carrier", "carrier", _m.TEXT, _m.NEEDED),
    _m.Field("series", "series", _m.TEXT, _m.NEEDED),
    _m.Field("notes", "notes", _m.NOTES, _m.NEEDED),
)
_SendNotes: _m.Check = _m.One(SendNotes)


@dataclass(frozen=True, slots=True, repr=False)
class ReceiveNotes(Ask):
    """Receives a sending, counted by whoever receives it. What differs from what was sent is booked, with a
    reason in the order.

    Attributes:
        sending: The order that sent them.
        notes: The pieces, as counted.
    """

    sending: str
    notes: _m.Notes

    _word: ClassVar[str] = "receive_notes"


ReceiveNotes._fields = (
    _m.Field("sending", "sending", _m.ORDER_ID, _m.NEEDED),
    _m.Field("notes", "notes", _m.NOTES, _m.NEEDED),
)
_ReceiveNotes: _m.Check = _m.One(ReceiveNotes)


@dataclass(frozen=True, slots=True, repr=False)
class WantAmount(Model):
    """This much, in the pieces that the design prefers."""

    value: int


WantAmount._fields = (
    _m.Field("value", "value", _m.MINOR, _m.NEEDED),
)
WantAmount._bare = True


@dataclass(frozen=True, slots=True, repr=False)
class WantNotes(Model):
    """These pieces."""

    value: _m.Notes


WantNotes._fields = (
    _m.Field("value", "value", _m.NOTES, _m.NEEDED),
)
WantNotes._bare = True

#: What somebody wants in notes.
Want: TypeAlias = Union[WantAmount, WantNotes]
_Want: _m.Check = _m.OneOf("Want", {"amount": WantAmount, "notes": WantNotes}, ())


@dataclass(frozen=True, slots=True, repr=False)
class PayOut(Ask):
    """Takes units off an account in notes (biljetten van de rekening halen).

    Attributes:
        account: The account that pays.
        series: In which series.
        want: How much, or in which pieces.
    """

    account: str
    series: str
    want: Want

    _word: ClassVar[str] = "pay_out"


PayOut._fields = (
    _m.Field("account", "account", _m.TEXT, _m.NEEDED),
    _m.Field("series", "series", _m.TEXT, _m.NEEDED),
    _m.Field("want", "want", _Want, _m.NEEDED),
)
_PayOut: _m.Check = _m.One(PayOut)


@dataclass(frozen=True, slots=True, repr=False)
class TakeIn(Ask):
    """Puts notes on an account (biljetten op de rekening zetten).

    Attributes:
        account: The account that receives.
        series: The series of the notes.
        notes: The pieces handed in.
    """

    account: str
    series: str
    notes: _m.Notes

    _word: ClassVar[str] = "take_in"


TakeIn._fields = (
    _m.Field("account", "account", _m.TEXT, _m.NEEDED),
    _m.Field("series", "series", _m.TEXT, _m.NEEDED),
    _m.Field("notes", "notes", _m.NOTES, _m.NEEDED),
)
_TakeIn: _m.Check = _m.One(TakeIn)


@dataclass(frozen=True, slots=True, repr=False)
class OpenOffice(Ask):
    """Opens an office: from now on its keeper hands out and takes in."""


    _word: ClassVar[str] = "open_office"


OpenOffice._fields = (
)
_OpenOffice: _m.Check = _m.One(OpenOffice)


@dataclass(frozen=True, slots=True, repr=False)
class SeriesCount(Model):
    """What was counted of one series.

    Attributes:
        series: The series.
        stock: The pieces in stock.
        till: The pieces in the till.
        returned: The pieces taken in and not sent back yet.
    """

    series: str
    stock: _m.Notes
    till: _m.Notes
    returned: _m.Notes


SeriesCount._fields = (
    _m.Field("series", "series", _m.TEXT, _m.NEEDED),
    _m.Field("stock", "stock", _m.NOTES, _m.NEEDED),
    _m.Field("till", "till", _m.NOTES, _m.NEEDED),
    _m.Field("returned", "returned", _m.NOTES, _m.NEEDED),
)
_SeriesCount: _m.Check = _m.One(SeriesCount)


@dataclass(frozen=True, slots=True, repr=False)
class CashCount(Model):
    """What lies in an office's drawers, counted without knowing what should be there.

    Attributes:
        series: By series, in the order of the codes; a series that is not named was not there.
        euro: Euro cents in the euro till. In minor units.
    """

    series: tuple[SeriesCount, ...]
    euro: int


CashCount._fields = (
    _m.Field("series", "series", _m.Many(_SeriesCount), _m.NEEDED),
    _m.Field("euro", "euro", _m.MINOR, _m.NEEDED),
)
_CashCount: _m.Check = _m.One(CashCount)


@dataclass(frozen=True, slots=True, repr=False)
class CountCash(Ask):
    """Closes an office's day with a count of its drawers (kastelling). Whoever counts does so blind: nothing
    says what should be there until the count is booked.

    Attributes:
        count: What lies in the drawers.
    """

    count: CashCount

    _word: ClassVar[str] = "count_cash"


CountCash._fields = (
    _m.Field("count", "count", _CashCount, _m.NEEDED),
)
_CountCash: _m.Check = _m.One(CountCash)


@dataclass(frozen=True, slots=True, repr=False)
class ApproveDifference(Ask):
    """Books what a count differed from the books (kasverschil): by somebody who did not count, with a reason
    in the order.

    Attributes:
        office: Which office.
    """

    office: str

    _word: ClassVar[str] = "approve_difference"


ApproveDifference._fields = (
    _m.Field("office", "office", _m.TEXT, _m.NEEDED),
)
_ApproveDifference: _m.Check = _m.One(ApproveDifference)


@dataclass(frozen=True, slots=True, repr=False)
class AskRecount(Ask):
    """Sends a count back: the office counts again, as blind as before.

    Attributes:
        office: Which office.
    """

    office: str

    _word: ClassVar[str] = "ask_recount"


AskRecount._fields = (
    _m.Field("office", "office", _m.TEXT, _m.NEEDED),
)
_AskRecount: _m.Check = _m.One(AskRecount)


@dataclass(frozen=True, slots=True, repr=False)
class EndOffice(Ask):
    """Closes an office for good. Its drawers must be empty.

    Attributes:
        office: Which office.
    """

    office: str

    _word: ClassVar[str] = "end_office"


EndOffice._fields = (
    _m.Field("office", "office", _m.TEXT, _m.NEEDED),
)
_EndOffice: _m.Check = _m.One(EndOffice)


@dataclass(frozen=True, slots=True, repr=False)
class DestroyNotes(Ask):
    """Destroys notes in the vault.

    Attributes:
        series: Which series.
        notes: The pieces.
    """

    series: str
    notes: _m.Notes

    _word: ClassVar[str] = "destroy_notes"


DestroyNotes._fields = (
    _m.Field("series", "series", _m.TEXT, _m.NEEDED),
    _m.Field("notes", "notes", _m.NOTES, _m.NEEDED),
)
_DestroyNotes: _m.Check = _m.One(DestroyNotes)


@dataclass(frozen=True, slots=True, repr=False)
class LostSending(Model):
    """A sending that does not arrive, by the order that sent it."""

    value: str


LostSending._fields = (
    _m.Field("value", "value", _m.ORDER_ID, _m.NEEDED),
)
LostSending._bare = True


@dataclass(frozen=True, slots=True, repr=False)
class LostNotes(Model):
    """Notes that are no longer where they were.

    Attributes:
        place: The vault, a drawer of an office or a partner's stock.
        series: Which series.
        notes: The pieces.
    """

    place: str
    series: str
    notes: _m.Notes


LostNotes._fields = (
    _m.Field("place", "place", _m.TEXT, _m.NEEDED),
    _m.Field("series", "series", _m.TEXT, _m.NEEDED),
    _m.Field("notes", "notes", _m.NOTES, _m.NEEDED),
)

#: What was lost.
Lost: TypeAlias = Union[LostSending, LostNotes]
_Lost: _m.Check = _m.OneOf("Lost", {"sending": LostSending, "notes": LostNotes}, ())


@dataclass(frozen=True, slots=True, repr=False)
class ReportLost(Ask):
    """Reports notes lost, with a reason in the order (R48).

    Attributes:
        lost: What was lost.
    """

    lost: Lost

    _word: ClassVar[str] = "report_lost"


ReportLost._fields = (
    _m.Field("lost", "lost", _Lost, _m.NEEDED),
)
_ReportLost: _m.Check = _m.One(ReportLost)


@dataclass(frozen=True, slots=True, repr=False)
class SwapNotes(Ask):
    """Swaps notes at an office for those of a series that is valid (R41, R42, R50), or torn ones for whole
    ones of the same series (R49).

    Attributes:
        from_: The series of the notes handed in.
        notes: The pieces handed in.
        to: The series of the notes handed out.
        stamped: How many renewal stamps each note handed in carries.
        want: The pieces handed out; those that the design prefers if absent.
    """

    from_: str
    notes: _m.Notes
    to: str
    stamped: int = 0
    want: _m.Notes | None = None

    _word: ClassVar[str] = "swap_notes"


SwapNotes._fields = (
    _m.Field("from_", "from", _m.TEXT, _m.NEEDED),
    _m.Field("notes", "notes", _m.NOTES, _m.NEEDED),
    _m.Field("to", "to", _m.TEXT, _m.NEEDED),
    _m.Field("stamped", "stamped", _m.WHOLE, 0, True),
    _m.Field("want", "want", _m.Maybe(_m.NOTES), None, True),
)
_SwapNotes: _m.Check = _m.One(SwapNotes)


@dataclass(frozen=True, slots=True, repr=False)
class FillTill(Ask):
    """Puts notes and euro in an office's till, as a float for change (R34).

    Attributes:
        series: Which series.
        notes: The pieces, out of circulation.
        euro: Euro cents. In minor units.
    """

    series: str
    notes: _m.Notes
    euro: int

    _word: ClassVar[str] = "fill_till"


FillTill._fields = (
    _m.Field("series", "series", _m.TEXT, _m.NEEDED),
    _m.Field("notes", "notes", _m.NOTES, _m.NEEDED),
    _m.Field("euro", "euro", _m.MINOR, _m.NEEDED),
)
_FillTill: _m.Check = _m.One(FillTill)


@dataclass(frozen=True, slots=True, repr=False)
class HandOverTill(Ask):
    """Hands over what an office's till holds (R36): notes go back into circulation, euro to the bank.

    Attributes:
        series: Which series.
        notes: The pieces.
        euro: Euro cents. In minor units.
    """

    series: str
    notes: _m.Notes
    euro: int

    _word: ClassVar[str] = "hand_over_till"


HandOverTill._fields = (
    _m.Field("series", "series", _m.TEXT, _m.NEEDED),
    _m.Field("notes", "notes", _m.NOTES, _m.NEEDED),
    _m.Field("euro", "euro", _m.MINOR, _m.NEEDED),
)
_HandOverTill: _m.Check = _m.One(HandOverTill)


@dataclass(frozen=True, slots=True, repr=False)
class Sell(Ask):
    """Sells something, or takes a fee, at an office's till (R26): in notes, in euro, or in both.

    Attributes:
        what: What is paid for, as a code of the host's list.
        price: The part of the price in units. In minor units.
        euro_price: The part of the price in euro cents. In minor units.
        series: The series of the notes given.
        notes: The pieces given.
        euro: The euro cents given. In minor units.
    """

    what: str
    price: int
    euro_price: int
    series: str
    notes: _m.Notes
    euro: int

    _word: ClassVar[str] = "sell"


Sell._fields = (
    _m.Field("what", "what", _m.TEXT, _m.NEEDED),
    _m.Field("price", "price", _m.MINOR, _m.NEEDED),
    _m.Field("euro_price", "euro_price", _m.MINOR, _m.NEEDED),
    _m.Field("series", "series", _m.TEXT, _m.NEEDED),
    _m.Field("notes", "notes", _m.NOTES, _m.NEEDED),
    _m.Field("euro", "euro", _m.MINOR, _m.NEEDED),
)
_Sell: _m.Check = _m.One(Sell)


@dataclass(frozen=True, slots=True, repr=False)
class HandIn(Ask):
    """Hands in notes that a partner was paid with, by count, for a claim (R39).

    Attributes:
        partner: The partner.
        series: The series of the notes.
        notes: The pieces.
    """

    partner: str
    series: str
    notes: _m.Notes

    _word: ClassVar[str] = "hand_in"


HandIn._fields = (
    _m.Field("partner", "partner", _m.TEXT, _m.NEEDED),
    _m.Field("series", "series", _m.TEXT, _m.NEEDED),
    _m.Field("notes", "notes", _m.NOTES, _m.NEEDED),
)
_HandIn: _m.Check = _m.One(HandIn)


@dataclass(frozen=True, slots=True, repr=False)
class RedeemNotes(Ask):
    """Spends notes at a desk, by the redemption catalogue, without an account or a name (R25).

    Attributes:
        partner: The partner that hands out the reward.
        reward: Which line of the redemption catalogue.
        count: How many.
        series: The series of the notes.
        notes: The pieces given.
    """

    partner: str
    reward: str
    count: int
    series: str
    notes: _m.Notes

    _word: ClassVar[str] = "redeem_notes"


RedeemNotes._fields = (
    _m.Field("partner", "partner", _m.TEXT, _m.NEEDED),
    _m.Field("reward", "reward", _m.TEXT, _m.NEEDED),
    _m.Field("count", "count", _m.WHOLE, _m.NEEDED),
    _m.Field("series", "series", _m.TEXT, _m.NEEDED),
    _m.Field("notes", "notes", _m.NOTES, _m.NEEDED),
)
_RedeemNotes: _m.Check = _m.One(RedeemNotes)


@dataclass(frozen=True, slots=True, repr=False)
class AwardNotes(Ask):
    """Rewards an effort in notes, from the partner's own stock (R10), also a person without an account.

    Attributes:
        partner: The issuing partner.
        person: Who is rewarded, by an opaque id.
        activity: Which line of the earning catalogue.
        measured: Minutes, acts or measure.
        series: In which series.
        want: The pieces; those that the design prefers if absent.
    """

    partner: str
    person: str
    activity: str
    measured: int
    series: str
    want: _m.Notes | None = None

    _word: ClassVar[str] = "award_notes"


AwardNotes._fields = (
    _m.Field("partner", "partner", _m.TEXT, _m.NEEDED),
    _m.Field("person", "person", _m.TEXT, _m.NEEDED),
    _m.Field("activity", "activity", _m.TEXT, _m.NEEDED),
    _m.Field("measured", "measured", _m.WHOLE, _m.NEEDED),
    _m.Field("series", "series", _m.TEXT, _m.NEEDED),
    _m.Field("want", "want", _m.Maybe(_m.NOTES), None, True),
)
_AwardNotes: _m.Check = _m.One(AwardNotes)


@dataclass(frozen=True, slots=True, repr=False)
class ChangeEuro(Ask):
    """Changes euro into notes at an office, where the design allows it (domain 3.5).

    Attributes:
        euro: Euro cents, at the unit's value of the value day. In minor units.
        series: In which series.
        want: The pieces; those that the design prefers if absent.
    """

    euro: int
    series: str
    want: _m.Notes | None = None

    _word: ClassVar[str] = "change_euro"


ChangeEuro._fields = (
    _m.Field("euro", "euro", _m.MINOR, _m.NEEDED),
    _m.Field("series", "series", _m.TEXT, _m.NEEDED),
    _m.Field("want", "want", _m.Maybe(_m.NOTES), None, True),
)
_ChangeEuro: _m.Check = _m.One(ChangeEuro)


@dataclass(frozen=True, slots=True, repr=False)
class Chargeback(Ask):
    """Takes an operation at a counter back, whole, inside the design's window (R44).

    Attributes:
        original: The order that was wrong.
    """

    original: str

    _word: ClassVar[str] = "chargeback"


Chargeback._fields = (
    _m.Field("original", "original", _m.ORDER_ID, _m.NEEDED),
)
_Chargeback: _m.Check = _m.One(Chargeback)


@dataclass(frozen=True, slots=True, repr=False)
class FileClaim(Ask):
    """Claims what a partner took in and has not claimed yet, under an invoice number.

    Attributes:
        partner: Who is to be paid.
        invoice: The partner's invoice number: once per partner. As an opaque id; the invoice stays with the host.
        through: The last day of activity that it covers; the last one possible if it is left out.
    """

    partner: str
    invoice: str
    through: datetime.date | None = None

    _word: ClassVar[str] = "file_claim"


FileClaim._fields = (
    _m.Field("partner", "partner", _m.TEXT, _m.NEEDED),
    _m.Field("invoice", "invoice", _m.TEXT, _m.NEEDED),
    _m.Field("through", "through", _m.Maybe(_m.DAY), None, True),
)
_FileClaim: _m.Check = _m.One(FileClaim)


@dataclass(frozen=True, slots=True, repr=False)
class RejectClaim(Ask):
    """Turns a claim down before it is approved: all of it, and then its acceptances are open again; or one
    acceptance, whole or in part, for good (R39: partial rejection of false notes).

    Attributes:
        claim: The order that filed it.
        acceptance: The order that booked what is turned down; the whole claim if absent.
        units: How many minor units of it; all of them if absent. In minor units.
    """

    claim: str
    acceptance: str | None = None
    units: int | None = None

    _word: ClassVar[str] = "reject_claim"


RejectClaim._fields = (
    _m.Field("claim", "claim", _m.ORDER_ID, _m.NEEDED),
    _m.Field("acceptance", "acceptance", _m.Maybe(_m.ORDER_ID), None, True),
    _m.Field("units", "units", _m.Maybe(_m.MINOR), None, True),
)
_RejectClaim: _m.Check = _m.One(RejectClaim)


@dataclass(frozen=True, slots=True, repr=False)
class ApproveClaim(Ask):
    """Approves a claim: it stands on the pay list from then on.

    Attributes:
        claim: The order that filed it.
    """

    claim: str

    _word: ClassVar[str] = "approve_claim"


ApproveClaim._fields = (
    _m.Field("claim", "claim", _m.ORDER_ID, _m.NEEDED),
)
_ApproveClaim: _m.Check = _m.One(ApproveClaim)


@dataclass(frozen=True, slots=True, repr=False)
class ConfirmPaid(Ask):
    """Says that a claim of the pay list was paid, on the value day of the order.

    Attributes:
        claim: The order that filed it.
    """

    claim: str

    _word: ClassVar[str] = "confirm_paid"


ConfirmPaid._fields = (
    _m.Field("claim", "claim", _m.ORDER_ID, _m.NEEDED),
)
_ConfirmPaid: _m.Check = _m.One(ConfirmPaid)


@dataclass(frozen=True, slots=True, repr=False)
class ReturnPayment(Ask):
    """Says that a payment came back: the claim stands on the pay list again.

    Attributes:
        claim: The order that filed it.
    """

    claim: str

    _word: ClassVar[str] = "return_payment"


ReturnPayment._fields = (
    _m.Field("claim", "claim", _m.ORDER_ID, _m.NEEDED),
)
_ReturnPayment: _m.Check = _m.One(ReturnPayment)


@dataclass(frozen=True, slots=True, repr=False)
class ClawBack(Ask):
    """Undoes a settled acceptance, whole or in part: the units go back to whoever spent them, and the partner
    owes the euro, which are set off against its next claim.

    Attributes:
        original: The order that booked the acceptance.
        amount: How many minor units of it; all of them if absent. In minor units.
    """

    original: str
    amount: int | None = None

    _word: ClassVar[str] = "claw_back"


ClawBack._fields = (
    _m.Field("original", "original", _m.ORDER_ID, _m.NEEDED),
    _m.Field("amount", "amount", _m.Maybe(_m.MINOR), None, True),
)
_ClawBack: _m.Check = _m.One(ClawBack)


@dataclass(frozen=True, slots=True, repr=False)
class TopUp(Ask):
    """Buys units on an account with euro, where euro back them: at the contact point of the order into its
    till, or without one by a transfer to the account that backs them (domain 3.5).

    Attributes:
        account: Which account.
        euro: Euro cents. In minor units.
    """

    account: str
    euro: int

    _word: ClassVar[str] = "top_up"


TopUp._fields = (
    _m.Field("account", "account", _m.TEXT, _m.NEEDED),
    _m.Field("euro", "euro", _m.MINOR, _m.NEEDED),
)
_TopUp: _m.Check = _m.One(TopUp)


@dataclass(frozen=True, slots=True, repr=False)
class FundBacking(Ask):
    """Moves euro from the bank account of the offices to those that back the units (domain 3.5).

    Attributes:
        account: Euro cents for units on accounts. In minor units.
        paper: Euro cents for units on paper. In minor units.
    """

    account: int
    paper: int

    _word: ClassVar[str] = "fund_backing"


FundBacking._fields = (
    _m.Field("account", "account", _m.MINOR, _m.NEEDED),
    _m.Field("paper", "paper", _m.MINOR, _m.NEEDED),
)
_FundBacking: _m.Check = _m.One(FundBacking)


@dataclass(frozen=True, slots=True, repr=False)
class ExchangeBack(Ask):
    """Makes units euro again where euro back them (R29): of a partner inside the ring, or in an emergency of a
    participant, where the design lets them.

    Attributes:
        who: The partner; or the account of the participant.
        units: How many minor units. In minor units.
        invoice: The invoice number: once for each.
    """

    who: str
    units: int
    invoice: str

    _word: ClassVar[str] = "exchange_back"


ExchangeBack._fields = (
    _m.Field("who", "who", _m.TEXT, _m.NEEDED),
    _m.Field("units", "units", _m.MINOR, _m.NEEDED),
    _m.Field("invoice", "invoice", _m.TEXT, _m.NEEDED),
)
_ExchangeBack: _m.Check = _m.One(ExchangeBack)


@dataclass(frozen=True, slots=True, repr=False)
class PayGiven(Ask):
    """Puts what was given to a beneficiary so far on the pay list (R29).

    Attributes:
        partner: The beneficiary.
        invoice: The invoice number: once for each.
    """

    partner: str
    invoice: str

    _word: ClassVar[str] = "pay_given"


PayGiven._fields = (
    _m.Field("partner", "partner", _m.TEXT, _m.NEEDED),
    _m.Field("invoice", "invoice", _m.TEXT, _m.NEEDED),
)
_PayGiven: _m.Check = _m.One(PayGiven)


@dataclass(frozen=True, slots=True, repr=False)
class Reverse(Ask):
    """Takes an earlier order back by a linked counter-entry (R44): once, whole or in part, inside the
    design's window. Nothing is deleted.

    Attributes:
        original: The order that was wrong.
        amount: How much of it; all of it if absent. In minor units.
    """

    original: str
    amount: int | None = None

    _word: ClassVar[str] = "reverse"


Reverse._fields = (
    _m.Field("original", "original", _m.ORDER_ID, _m.NEEDED),
    _m.Field("amount", "amount", _m.Maybe(_m.MINOR), None, True),
)
_Reverse: _m.Check = _m.One(Reverse)


@dataclass(frozen=True, slots=True, repr=False)
class Complete(Ask):
    """Completes a pending order: confirms a claim, approves a proposal, is the second person.

    Attributes:
        pending: The id of the order that waits.
    """

    pending: str

    _word: ClassVar[str] = "complete"


Complete._fields = (
    _m.Field("pending", "pending", _m.ORDER_ID, _m.NEEDED),
)
_Complete: _m.Check = _m.One(Complete)


@dataclass(frozen=True, slots=True, repr=False)
class Reject(Ask):
    """Turns a pending order down.

    Attributes:
        pending: The id of the order that waits.
    """

    pending: str

    _word: ClassVar[str] = "reject"


Reject._fields = (
    _m.Field("pending", "pending", _m.ORDER_ID, _m.NEEDED),
)
_Reject: _m.Check = _m.One(Reject)


@dataclass(frozen=True, slots=True, repr=False)
class Withdraw(Ask):
    """Takes one's own pending order back.

    Attributes:
        pending: The id of the order that waits.
    """

    pending: str

    _word: ClassVar[str] = "withdraw"


Withdraw._fields = (
    _m.Field("pending", "pending", _m.ORDER_ID, _m.NEEDED),
)
_Withdraw: _m.Check = _m.One(Withdraw)

#: What an amendment does to units that were earned before it takes effect.
Existing: TypeAlias = Literal[
    "keep",
    "extend",
]
_Existing: _m.Check = _m.OneWord("Existing", ("keep", "extend",))


@dataclass(frozen=True, slots=True, repr=False)
class AmendDesign(Ask):
    """Adopts a new version of the design from a later day on (R8). What would need existing units to be
    converted is refused.

    Attributes:
        effective: First day of the new version, after the current day.
        design: The whole new design; as JSON, its TOML text.
        existing: What its expiry does to units that were earned before: they keep their end, or get the later of
            that and the one the new rule gives.
    """

    effective: datetime.date
    design: str
    existing: Existing = "keep"

    _word: ClassVar[str] = "amend_design"


AmendDesign._fields = (
    _m.Field("effective", "effective", _m.DAY, _m.NEEDED),
    _m.Field("design", "design", _m.DESIGN, _m.NEEDED),
    _m.Field("existing", "existing", _Existing, "keep", True),
)
_AmendDesign: _m.Check = _m.One(AmendDesign)


@dataclass(frozen=True, slots=True, repr=False)
class CloseDay(Ask):
    """Closes the current day and every day up to `through`: what is due lapses, notices are given, and
    the ledger's current day becomes the day after.

    Attributes:
        through: The last day to close.
        today: The civil day it really is in the currency's zone. A notice counts from here, so that a closing
            run late shortens nobody's notice.
    """

    through: datetime.date
    today: datetime.date

    _word: ClassVar[str] = "close_day"


CloseDay._fields = (
    _m.Field("through", "through", _m.DAY, _m.NEEDED),
    _m.Field("today", "today", _m.DAY, _m.NEEDED),
)
_CloseDay: _m.Check = _m.One(CloseDay)

#: What became of a notice.
NoticeOutcome: TypeAlias = Literal[
    "delivered",
    "undeliverable",
]
_NoticeOutcome: _m.Check = _m.OneWord("NoticeOutcome", ("delivered", "undeliverable",))


@dataclass(frozen=True, slots=True, repr=False)
class RecordNotice(Ask):
    """Records whether a notice reached the holder (R18, R62).

    Attributes:
        account: The account that was notified.
        end: The end date the notice was about.
        outcome: What became of it.
    """

    account: str
    end: datetime.date
    outcome: NoticeOutcome

    _word: ClassVar[str] = "record_notice"


RecordNotice._fields = (
    _m.Field("account", "account", _m.TEXT, _m.NEEDED),
    _m.Field("end", "end", _m.DAY, _m.NEEDED),
    _m.Field("outcome", "outcome", _NoticeOutcome, _m.NEEDED),
)
_RecordNotice: _m.Check = _m.One(RecordNotice)


@dataclass(frozen=True, slots=True, repr=False)
class EndUnits(Ask):
    """Gives units of some days of earning an earlier end, whoever holds them (R18, bulk expiry): none ends
    later than before, and none before the notice that the design demands can be given.

    Attributes:
        earned_through: The last day on which the units were earned, up to the current day.
        ends_on: The last day on which they can be spent.
        earned_from: The first day on which they were earned; from the beginning if absent.
    """

    earned_through: datetime.date
    ends_on: datetime.date
    earned_from: datetime.date | None = None

    _word: ClassVar[str] = "end_units"


EndUnits._fields = (
    _m.Field("earned_through", "earned_through", _m.DAY, _m.NEEDED),
    _m.Field("ends_on", "ends_on", _m.DAY, _m.NEEDED),
    _m.Field("earned_from", "earned_from", _m.Maybe(_m.DAY), None, True),
)
_EndUnits: _m.Check = _m.One(EndUnits)

#: Every class of ask by its word in JSON.
ASKS: dict[str, type[Ask]] = {
    "open_account": OpenAccount,
    "approve_partner": ApprovePartner,
    "amend_contract": AmendContract,
    "change_holders": ChangeHolders,
    "change_state": ChangeState,
    "close_account": CloseAccount,
    "write_off": WriteOff,
    "appoint": Appoint,
    "end_role": EndRole,
    "give_mandate": GiveMandate,
    "revoke_mandate": RevokeMandate,
    "set_limits": SetLimits,
    "grant_exception": GrantException,
    "take_over": TakeOver,
    "record_fact": RecordFact,
    "welcome": Welcome,
    "award": Award,
    "transfer": Transfer,
    "gift": Gift,
    "pay_for_relative": PayForRelative,
    "redeem": Redeem,
    "restock": Restock,
    "reserve": Reserve,
    "pick_up": PickUp,
    "release": Release,
    "wait": Wait,
    "stop_waiting": StopWaiting,
    "print_notes": PrintNotes,
    "send_notes": SendNotes,
    "receive_notes": ReceiveNotes,
    "pay_out": PayOut,
    "take_in": TakeIn,
    "open_office": OpenOffice,
    "count_cash": CountCash,
    "approve_difference": ApproveDifference,
    "ask_recount": AskRecount,
    "end_office": EndOffice,
    "destroy_notes": DestroyNotes,
    "report_lost": ReportLost,
    "swap_notes": SwapNotes,
    "fill_till": FillTill,
    "hand_over_till": HandOverTill,
    "sell": Sell,
    "hand_in": HandIn,
    "redeem_notes": RedeemNotes,
    "award_notes": AwardNotes,
    "change_euro": ChangeEuro,
    "chargeback": Chargeback,
    "file_claim": FileClaim,
    "reject_claim": RejectClaim,
    "approve_claim": ApproveClaim,
    "confirm_paid": ConfirmPaid,
    "return_payment": ReturnPayment,
    "claw_back": ClawBack,
    "top_up": TopUp,
    "fund_backing": FundBacking,
    "exchange_back": ExchangeBack,
    "pay_given": PayGiven,
    "reverse": Reverse,
    "complete": Complete,
    "reject": Reject,
    "withdraw": Withdraw,
    "amend_design": AmendDesign,
    "close_day": CloseDay,
    "record_notice": RecordNotice,
    "end_units": EndUnits,
}

__all__ = [
    "ASKS",
    "AccountKind",
    "AccountState",
    "Action",
    "AmendContract",
    "AmendDesign",
    "Appoint",
    "ApproveClaim",
    "ApproveDifference",
    "ApprovePartner",
    "Ask",
    "AskKind",
    "AskRecount",
    "Award",
    "AwardNotes",
    "Budget",
    "BudgetPeriod",
    "CashCount",
    "ChangeEuro",
    "ChangeHolders",
    "ChangeState",
    "Chargeback",
    "ClawBack",
    "CloseAccount",
    "CloseDay",
    "Complete",
    "ConfirmPaid",
    "CountCash",
    "Depot",
    "DepotPartner",
    "DepotReturned",
    "DepotStock",
    "DestroyNotes",
    "EndOffice",
    "EndRole",
    "EndUnits",
    "EuroBudget",
    "EuroRate",
    "ExchangeBack",
    "Existing",
    "FileClaim",
    "FillTill",
    "FundBacking",
    "Gift",
    "GiveMandate",
    "GrantException",
    "HandIn",
    "HandOverTill",
    "Lost",
    "LostNotes",
    "LostSending",
    "NoticeOutcome",
    "OpenAccount",
    "OpenOffice",
    "PartnerRole",
    "Pay",
    "PayAmount",
    "PayForRelative",
    "PayGiven",
    "PayMinutes",
    "PayOut",
    "Period",
    "PickUp",
    "PrintNotes",
    "ReceiveNotes",
    "RecordFact",
    "RecordNotice",
    "Redeem",
    "RedeemNotes",
    "Reject",
    "RejectClaim",
    "Release",
    "ReportLost",
    "Reserve",
    "Restock",
    "ReturnPayment",
    "Reverse",
    "RevokeMandate",
    "Sell",
    "SendNotes",
    "SeriesCount",
    "SetLimits",
    "SettlementTerms",
    "StopWaiting",
    "SwapNotes",
    "TakeIn",
    "TakeOver",
    "TakeOverLine",
    "TakeOverLot",
    "TopUp",
    "Transfer",
    "Wait",
    "Want",
    "WantAmount",
    "WantNotes",
    "Welcome",
    "Withdraw",
    "WriteOff",
]
