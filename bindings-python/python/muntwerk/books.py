"""What comes of an order: entries, their legs, lots and changes, and the figures of a refusal.

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
from .orders import Action, AccountKind, PartnerRole, BudgetPeriod, Budget, EuroRate, Period, SettlementTerms, AccountState, Depot, CashCount, Existing, NoticeOutcome

if TYPE_CHECKING:
    from ._native import Order, Refusal


#: The stable code of a refusal.
RefusalCode: TypeAlias = Literal[
    "day_closed",
    "close_day_first",
    "too_old",
    "value_day_ahead",
    "closing_under_way",
    "day_not_over",
    "day_already_closed",
    "too_many_days",
    "not_in_batch",
    "id_conflict",
    "actor_unknown",
    "stale",
    "overflow",
    "role_not_held",
    "role_unknown",
    "action_not_allowed",
    "not_own",
    "not_same_day",
    "contact_point_needed",
    "contact_point_unknown",
    "contact_point_closed",
    "client_needed",
    "not_the_client",
    "evidence_needed",
    "mandate_missing",
    "mandate_per_order",
    "mandate_per_month",
    "self_reward",
    "conflict_of_interest",
    "second_person_needed",
    "account_unknown",
    "account_exists",
    "not_a_participant",
    "may_not_pay",
    "may_not_receive",
    "state_change",
    "holders_wrong",
    "not_a_holder",
    "holder_twice",
    "holders_unchanged",
    "account_closed",
    "balance_left",
    "in_debt",
    "take_over_done",
    "take_over_late",
    "take_over_sum",
    "take_over_twice",
    "take_over_debt",
    "take_over_lots",
    "take_over_dates",
    "take_over_lapsed",
    "take_over_never_ends",
    "welcome_unknown",
    "welcomed_already",
    "heir_not_possible",
    "household_continues",
    "write_off_off",
    "not_in_debt",
    "not_gone",
    "amount_zero",
    "self_transfer",
    "insufficient_balance",
    "debt_stop",
    "ceiling",
    "spend_first",
    "limit_wrong",
    "group_unknown",
    "exception_empty",
    "leaver_direction",
    "gifts_off",
    "gift_from_credit",
    "relatives_off",
    "relative_is_party",
    "minutes_off",
    "partner_unknown",
    "partner_role",
    "partner_roles_wrong",
    "partner_id_long",
    "contract_not_in_force",
    "contract_pointless",
    "partner_budget",
    "not_an_organisation",
    "activity_unknown",
    "activity_elsewhere",
    "activity_excluded",
    "category_unknown",
    "fact_unknown",
    "fact_value",
    "fact_by_others",
    "fact_missing",
    "nothing_earned",
    "award_lapsed",
    "cap_reached",
    "cap_times",
    "cap_unset",
    "earner_needed",
    "earner_not_holder",
    "reward_unknown",
    "reward_elsewhere",
    "paper_off",
    "pay_out_off",
    "series_unknown",
    "series_not_printed",
    "series_not_valid",
    "series_twice",
    "window_over",
    "face_unknown",
    "print_run",
    "not_an_office",
    "office_not_open",
    "office_open",
    "office_ended",
    "office_not_empty",
    "not_counted",
    "difference_open",
    "reason_needed",
    "route_wrong",
    "sending_unknown",
    "notes_short",
    "more_than_issued",
    "available_for_paper",
    "no_exact_set",
    "no_exact_set_below",
    "no_exact_set_above",
    "drawer_short",
    "name_the_notes",
    "notes_elsewhere",
    "stamps_eat_all",
    "swap_differs",
    "offer_named",
    "change_euro_off",
    "euro_uneven",
    "tendered_short",
    "euro_tendered_short",
    "euro_short",
    "office_still_open",
    "mixed_off",
    "too_few_units",
    "more_than_price",
    "value_unknown",
    "below_minimum",
    "count_or_units",
    "out_of_season",
    "offer_over",
    "not_in_audience",
    "person_limit",
    "person_limit_for_life",
    "stock_endless",
    "out_of_stock",
    "reserved_until",
    "reserved_for_minutes",
    "release_first",
    "reserve_off",
    "reservation_unknown",
    "reservation_over",
    "reservation_open",
    "wait_off",
    "waits_already",
    "nothing_to_wait_for",
    "kept_for_waiting",
    "waiting_first",
    "place_unknown",
    "no_show_limit",
    "original_unknown",
    "not_reversible",
    "already_reversed",
    "reversal_window",
    "more_than_original",
    "receiver_spent",
    "pot_short",
    "settlement_off",
    "rate_unknown",
    "invoice_used",
    "nothing_to_claim",
    "claim_window_over",
    "not_whole_period",
    "below_claim_minimum",
    "claim_unknown",
    "claim_stands",
    "not_in_claim",
    "own_claim",
    "settlement_budget",
    "in_claim",
    "settled",
    "not_settled",
    "not_backed",
    "euro_not_whole",
    "backing_short",
    "exchange_back_off",
    "exchange_not_agreed",
    "pending_unknown",
    "not_the_proposer",
    "cannot_wait",
    "person_unknown",
    "scope_wrong",
    "already_appointed",
    "not_appointed",
    "dates_wrong",
    "mandate_unknown",
    "mandate_exists",
    "mandate_to_self",
    "mandate_by_holder",
    "mandate_empty",
    "notice_unknown",
    "notice_settled",
    "bulk_off",
    "notice_too_short",
    "whole_months",
    "nothing_ends",
    "needs_conversion",
    "amendment_day",
]
_RefusalCode: _m.Check = _m.OneWord("RefusalCode", ("day_closed", "close_day_first", "too_old", "value_day_ahead", "closing_under_way", "day_not_over", "day_already_closed", "too_many_days", "not_in_batch", "id_conflict", "actor_unknown", "stale", "overflow", "role_not_held", "role_unknown", "action_not_allowed", "not_own", "not_same_day", "contact_point_needed", "contact_point_unknown", "contact_point_closed", "client_needed", "not_the_client", "evidence_needed", "mandate_missing", "mandate_per_order", "mandate_per_month", "self_reward", "conflict_of_interest", "second_person_needed", "account_unknown", "account_exists", "not_a_participant", "may_not_pay", "may_not_receive", "state_change", "holders_wrong", "not_a_holder", "holder_twice", "holders_unchanged", "account_closed", "balance_left", "in_debt", "take_over_done", "take_over_late", "take_over_sum", "take_over_twice", "take_over_debt", "take_over_lots", "take_over_dates", "take_over_lapsed", "take_over_never_ends", "welcome_unknown", "welcomed_already", "heir_not_possible", "household_continues", "write_off_off", "not_in_debt", "not_gone", "amount_zero", "self_transfer", "insufficient_balance", "debt_stop", "ceiling", "spend_first", "limit_wrong", "group_unknown", "exception_empty", "leaver_direction", "gifts_off", "gift_from_credit", "relatives_off", "relative_is_party", "minutes_off", "partner_unknown", "partner_role", "partner_roles_wrong", "partner_id_long", "contract_not_in_force", "contract_pointless", "partner_budget", "not_an_organisation", "activity_unknown", "activity_elsewhere", "activity_excluded", "category_unknown", "fact_unknown", "fact_value", "fact_by_others", "fact_missing", "nothing_earned", "award_lapsed", "cap_reached", "cap_times", "cap_unset", "earner_needed", "earner_not_holder", "reward_unknown", "reward_elsewhere", "paper_off", "pay_out_off", "series_unknown", "series_not_printed", "series_not_valid", "series_twice", "window_over", "face_unknown", "print_run", "not_an_office", "office_not_open", "office_open", "office_ended", "office_not_empty", "not_counted", "difference_open", "reason_needed", "route_wrong", "sending_unknown", "notes_short", "more_than_issued", "available_for_paper", "no_exact_set", "no_exact_set_below", "no_exact_set_above", "drawer_short", "name_the_notes", "notes_elsewhere", "stamps_eat_all", "swap_differs", "offer_named", "change_euro_off", "euro_uneven", "tendered_short", "euro_tendered_short", "euro_short", "office_still_open", "mixed_off", "too_few_units", "more_than_price", "value_unknown", "below_minimum", "count_or_units", "out_of_season", "offer_over", "not_in_audience", "person_limit", "person_limit_for_life", "stock_endless", "out_of_stock", "reserved_until", "reserved_for_minutes", "release_first", "reserve_off", "reservation_unknown", "reservation_over", "reservation_open", "wait_off", "waits_already", "nothing_to_wait_for", "kept_for_waiting", "waiting_first", "place_unknown", "no_show_limit", "original_unknown", "not_reversible", "already_reversed", "reversal_window", "more_than_original", "receiver_spent", "pot_short", "settlement_off", "rate_unknown", "invoice_used", "nothing_to_claim", "claim_window_over", "not_whole_period", "below_claim_minimum", "claim_unknown", "claim_stands", "not_in_claim", "own_claim", "settlement_budget", "in_claim", "settled", "not_settled", "not_backed", "euro_not_whole", "backing_short", "exchange_back_off", "exchange_not_agreed", "pending_unknown", "not_the_proposer", "cannot_wait", "person_unknown", "scope_wrong", "already_appointed", "not_appointed", "dates_wrong", "mandate_unknown", "mandate_exists", "mandate_to_self", "mandate_by_holder", "mandate_empty", "notice_unknown", "notice_settled", "bulk_off", "notice_too_short", "whole_months", "nothing_ends", "needs_conversion", "amendment_day",))

#: So many units of one lot coming to an account, or leaving it when below zero. In JSON a pair.
Piece: TypeAlias = tuple[int, int]
_Piece: _m.Check = _m.Together(_m.WHOLE, _m.MINOR)


@dataclass(frozen=True, slots=True, repr=False)
class Leg(Model):
    """One side of an entry: what it does to one account.
    
    `amount = sum of pieces - drawn` on accounts that hold lots; counter-sides have no pieces.

    Attributes:
        account: Which account.
        amount: What is added to its balance. In minor units.
        lots: The pieces of lots that come or go.
        drawn: What is added to what the account has drawn. In minor units.
        technical: What is added to the technical part of it. In minor units.
    """

    account: str
    amount: int
    lots: tuple[Piece, ...] = ()
    drawn: int = 0
    technical: int = 0


Leg._fields = (
    _m.Field("account", "account", _m.TEXT, _m.NEEDED),
    _m.Field("amount", "amount", _m.MINOR, _m.NEEDED),
    _m.Field("lots", "lots", _m.Many(_Piece), (), True),
    _m.Field("drawn", "drawn", _m.MINOR, 0, True),
    _m.Field("technical", "technical", _m.MINOR, 0, True),
)
_Leg: _m.Check = _m.One(Leg)

#: How the units of a lot came to be.
OriginKind: TypeAlias = Literal[
    "award",
    "credit",
    "opening",
    "renewed",
    "paper",
    "bought",
]
_OriginKind: _m.Check = _m.OneWord("OriginKind", ("award", "credit", "opening", "renewed", "paper", "bought",))


@dataclass(frozen=True, slots=True, repr=False)
class Origin(Model):
    """How and through whom a lot came to be.

    Attributes:
        kind: How.
        account: Through which account.
    """

    kind: OriginKind
    account: str


Origin._fields = (
    _m.Field("kind", "kind", _OriginKind, _m.NEEDED),
    _m.Field("account", "account", _m.TEXT, _m.NEEDED),
)
_Origin: _m.Check = _m.One(Origin)


@dataclass(frozen=True, slots=True, repr=False)
class LotFacts(Model):
    """What is fixed about a lot when it is issued. Only its end can move later, for all lots of some days
    of earning together (`EndsMoved`).

    Attributes:
        origin: How the units came to be.
        earned_on: The day on which they were earned.
        ends_on: The last day on which they can be spent, if they end.
        parent: The lot they were before.
    """

    origin: Origin
    earned_on: datetime.date
    ends_on: datetime.date | None = None
    parent: int | None = None


LotFacts._fields = (
    _m.Field("origin", "origin", _Origin, _m.NEEDED),
    _m.Field("earned_on", "earned_on", _m.DAY, _m.NEEDED),
    _m.Field("ends_on", "ends_on", _m.Maybe(_m.DAY), None, True),
    _m.Field("parent", "parent", _m.Maybe(_m.WHOLE), None, True),
)
_LotFacts: _m.Check = _m.One(LotFacts)


@dataclass(frozen=True, slots=True, repr=False)
class Issue(Model):
    """Units issued by an entry: a new lot, or more of a cohort that is still open.

    Attributes:
        lot: The lot's number.
        amount: How many minor units. In minor units.
        new: The facts of a new lot; absent when a cohort grows.
    """

    lot: int
    amount: int
    new: LotFacts | None = None


Issue._fields = (
    _m.Field("lot", "lot", _m.WHOLE, _m.NEEDED),
    _m.Field("amount", "amount", _m.MINOR, _m.NEEDED),
    _m.Field("new", "new", _m.Maybe(_LotFacts), None, True),
)
_Issue: _m.Check = _m.One(Issue)


@dataclass(frozen=True, slots=True, repr=False)
class NoteLeg(Model):
    """So many notes coming to a place, or leaving it when below zero. The legs of an entry sum to zero for
    every series and face.

    Attributes:
        place: Where.
        series: Of which series.
        face: Of which face, in minor units. In minor units.
        by: How many pieces come; below zero they leave.
    """

    place: str
    series: str
    face: int
    by: int


NoteLeg._fields = (
    _m.Field("place", "place", _m.TEXT, _m.NEEDED),
    _m.Field("series", "series", _m.TEXT, _m.NEEDED),
    _m.Field("face", "face", _m.MINOR, _m.NEEDED),
    _m.Field("by", "by", _m.WHOLE, _m.NEEDED),
)
_NoteLeg: _m.Check = _m.One(NoteLeg)


@dataclass(frozen=True, slots=True, repr=False)
class EuroLeg(Model):
    """So many cents coming to a place, or leaving it when below zero. The legs of an entry sum to zero.

    Attributes:
        place: Where.
        cents: How many cents come; below zero they leave.
    """

    place: str
    cents: int


EuroLeg._fields = (
    _m.Field("place", "place", _m.TEXT, _m.NEEDED),
    _m.Field("cents", "cents", _m.WHOLE, _m.NEEDED),
)
_EuroLeg: _m.Check = _m.One(EuroLeg)


@dataclass(frozen=True, slots=True, repr=False)
class CapHolderPerson(Model):
    """A person, over all accounts and partners."""

    value: str


CapHolderPerson._fields = (
    _m.Field("value", "value", _m.TEXT, _m.NEEDED),
)
CapHolderPerson._bare = True


@dataclass(frozen=True, slots=True, repr=False)
class CapHolderHousehold(Model):
    """Whoever shares a household account."""

    value: str


CapHolderHousehold._fields = (
    _m.Field("value", "value", _m.TEXT, _m.NEEDED),
)
CapHolderHousehold._bare = True


@dataclass(frozen=True, slots=True, repr=False)
class CapHolderPartner(Model):
    """A partner."""

    value: str


CapHolderPartner._fields = (
    _m.Field("value", "value", _m.TEXT, _m.NEEDED),
)
CapHolderPartner._bare = True

#: For whom or what is counted under a cap.
CapHolder: TypeAlias = Union[CapHolderPerson, CapHolderHousehold, CapHolderPartner, Literal["currency"]]
_CapHolder: _m.Check = _m.OneOf("CapHolder", {"person": CapHolderPerson, "household": CapHolderHousehold, "partner": CapHolderPartner}, ("currency",))


@dataclass(frozen=True, slots=True, repr=False)
class CounterKeyMandate(Model):
    """Units spent under a mandate in a calendar month, by value day.

    Attributes:
        month: First day of the month.
        mandate: Which mandate.
    """

    month: datetime.date
    mandate: str


CounterKeyMandate._fields = (
    _m.Field("month", "month", _m.DAY, _m.NEEDED),
    _m.Field("mandate", "mandate", _m.TEXT, _m.NEEDED),
)


@dataclass(frozen=True, slots=True, repr=False)
class CounterKeyPartnerBudget(Model):
    """Units a partner issued in a period of its budget, by value day.

    Attributes:
        partner: Which partner.
        per: What the budget is for.
        first: First day of the period.
    """

    partner: str
    per: BudgetPeriod
    first: datetime.date


CounterKeyPartnerBudget._fields = (
    _m.Field("partner", "partner", _m.TEXT, _m.NEEDED),
    _m.Field("per", "per", _orders._BudgetPeriod, _m.NEEDED),
    _m.Field("first", "first", _m.DAY, _m.NEEDED),
)


@dataclass(frozen=True, slots=True, repr=False)
class CounterKeyWelcomed(Model):
    """How often a person had a gift of `[[welcome]]`, alone or with a household: once, for life (R13).

    Attributes:
        gift: Which gift.
        person: Who had it.
    """

    gift: str
    person: str


CounterKeyWelcomed._fields = (
    _m.Field("gift", "gift", _m.TEXT, _m.NEEDED),
    _m.Field("person", "person", _m.TEXT, _m.NEEDED),
)


@dataclass(frozen=True, slots=True, repr=False)
class CounterKeyAccountWelcomed(Model):
    """How often a household or an organisation had a gift of `[[welcome]]`: once, for life.

    Attributes:
        gift: Which gift.
        account: Its account.
    """

    gift: str
    account: str


CounterKeyAccountWelcomed._fields = (
    _m.Field("gift", "gift", _m.TEXT, _m.NEEDED),
    _m.Field("account", "account", _m.TEXT, _m.NEEDED),
)


@dataclass(frozen=True, slots=True, repr=False)
class CounterKeyTakenByPerson(Model):
    """Pieces of an offer that a person took in one period, by value day.

    Attributes:
        reward: Which line of the redemption catalogue.
        person: Who.
        period: The kind of period.
        from_: Its first day.
    """

    reward: str
    person: str
    period: Period
    from_: datetime.date


CounterKeyTakenByPerson._fields = (
    _m.Field("reward", "reward", _m.TEXT, _m.NEEDED),
    _m.Field("person", "person", _m.TEXT, _m.NEEDED),
    _m.Field("period", "period", _orders._Period, _m.NEEDED),
    _m.Field("from_", "from", _m.DAY, _m.NEEDED),
)


@dataclass(frozen=True, slots=True, repr=False)
class CounterKeyCapUnits(Model):
    """Units earned under a cap on earning in one period, by value day, at one value of the unit.

    Attributes:
        cap: Which cap.
        whose: For whom or what.
        period: The kind of period.
        from_: Its first day.
        value: The place of the unit's value in force, from zero; zero too where the unit has none.
    """

    cap: str
    whose: CapHolder
    period: Period
    from_: datetime.date
    value: int


CounterKeyCapUnits._fields = (
    _m.Field("cap", "cap", _m.TEXT, _m.NEEDED),
    _m.Field("whose", "whose", _CapHolder, _m.NEEDED),
    _m.Field("period", "period", _orders._Period, _m.NEEDED),
    _m.Field("from_", "from", _m.DAY, _m.NEEDED),
    _m.Field("value", "value", _m.WHOLE, _m.NEEDED),
)


@dataclass(frozen=True, slots=True, repr=False)
class CounterKeyCapTimes(Model):
    """Acts that earned something under a cap on earning in one period, by value day.

    Attributes:
        cap: Which cap.
        whose: For whom or what.
        period: The kind of period.
        from_: Its first day.
    """

    cap: str
    whose: CapHolder
    period: Period
    from_: datetime.date


CounterKeyCapTimes._fields = (
    _m.Field("cap", "cap", _m.TEXT, _m.NEEDED),
    _m.Field("whose", "whose", _CapHolder, _m.NEEDED),
    _m.Field("period", "period", _orders._Period, _m.NEEDED),
    _m.Field("from_", "from", _m.DAY, _m.NEEDED),
)


@dataclass(frozen=True, slots=True, repr=False)
class CounterKeyTakenByHousehold(Model):
    """Pieces of an offer that a household took in one period, by value day.

    Attributes:
        reward: Which line of the redemption catalogue.
        household: The household's account.
        period: The kind of period.
        from_: Its first day.
    """

    reward: str
    household: str
    period: Period
    from_: datetime.date


CounterKeyTakenByHousehold._fields = (
    _m.Field("reward", "reward", _m.TEXT, _m.NEEDED),
    _m.Field("household", "household", _m.TEXT, _m.NEEDED),
    _m.Field("period", "period", _orders._Period, _m.NEEDED),
    _m.Field("from_", "from", _m.DAY, _m.NEEDED),
)


@dataclass(frozen=True, slots=True, repr=False)
class CounterKeyNoShows(Model):
    """Reservations of an offer that a person did not pick up in one period, by the day they ran out.

    Attributes:
        reward: Which line of the redemption catalogue.
        person: Who.
        period: The kind of period.
        from_: Its first day.
    """

    reward: str
    person: str
    period: Period
    from_: datetime.date


CounterKeyNoShows._fields = (
    _m.Field("reward", "reward", _m.TEXT, _m.NEEDED),
    _m.Field("person", "person", _m.TEXT, _m.NEEDED),
    _m.Field("period", "period", _orders._Period, _m.NEEDED),
    _m.Field("from_", "from", _m.DAY, _m.NEEDED),
)


@dataclass(frozen=True, slots=True, repr=False)
class CounterKeySettled(Model):
    """Euro cents approved for all partners in a period of the settlement's budget, by the day of approval.

    Attributes:
        per: What the budget is for.
        first: First day of the period.
    """

    per: Period
    first: datetime.date


CounterKeySettled._fields = (
    _m.Field("per", "per", _orders._Period, _m.NEEDED),
    _m.Field("first", "first", _m.DAY, _m.NEEDED),
)


@dataclass(frozen=True, slots=True, repr=False)
class CounterKeyPartnerSettled(Model):
    """Euro cents approved for one partner in a period of its contract's budget, by the day of approval.

    Attributes:
        partner: Which partner.
        per: What the budget is for.
        first: First day of the period.
    """

    partner: str
    per: BudgetPeriod
    first: datetime.date


CounterKeyPartnerSettled._fields = (
    _m.Field("partner", "partner", _m.TEXT, _m.NEEDED),
    _m.Field("per", "per", _orders._BudgetPeriod, _m.NEEDED),
    _m.Field("first", "first", _m.DAY, _m.NEEDED),
)


@dataclass(frozen=True, slots=True, repr=False)
class CounterKeyStock(Model):
    """Pieces of an offer that a partner has and nobody has reserved. It is kept for ever.

    Attributes:
        partner: Whose.
        reward: Which line of the redemption catalogue.
    """

    partner: str
    reward: str


CounterKeyStock._fields = (
    _m.Field("partner", "partner", _m.TEXT, _m.NEEDED),
    _m.Field("reward", "reward", _m.TEXT, _m.NEEDED),
)

#: What is counted, for a period or for life.
CounterKey: TypeAlias = Union[CounterKeyMandate, CounterKeyPartnerBudget, CounterKeyWelcomed, CounterKeyAccountWelcomed, CounterKeyTakenByPerson, CounterKeyCapUnits, CounterKeyCapTimes, CounterKeyTakenByHousehold, CounterKeyNoShows, CounterKeySettled, CounterKeyPartnerSettled, CounterKeyStock]
_CounterKey: _m.Check = _m.OneOf("CounterKey", {"mandate": CounterKeyMandate, "partner_budget": CounterKeyPartnerBudget, "welcomed": CounterKeyWelcomed, "account_welcomed": CounterKeyAccountWelcomed, "taken_by_person": CounterKeyTakenByPerson, "cap_units": CounterKeyCapUnits, "cap_times": CounterKeyCapTimes, "taken_by_household": CounterKeyTakenByHousehold, "no_shows": CounterKeyNoShows, "settled": CounterKeySettled, "partner_settled": CounterKeyPartnerSettled, "stock": CounterKeyStock}, ())


@dataclass(frozen=True, slots=True, repr=False)
class Count(Model):
    """A counter moved by so much; below zero when a reversal gives room back.

    Attributes:
        key: Which counter.
        by: By how much. In minor units.
    """

    key: CounterKey
    by: int


Count._fields = (
    _m.Field("key", "key", _CounterKey, _m.NEEDED),
    _m.Field("by", "by", _m.MINOR, _m.NEEDED),
)
_Count: _m.Check = _m.One(Count)


@dataclass(frozen=True, slots=True, repr=False)
class Contract(Model):
    """What was agreed with a partner.
    
    A later contract takes the place of the earlier ones from its own first day on; the earlier ones
    still say what held before. It is asked by the day of the activity, not of the booking.

    Attributes:
        roles: What the partner may do; at least one, each once.
        from_: First day; without one it holds for every day that can still be named.
        until: Last day, if one was agreed.
        budget: How many units it may issue; without one, as many as it awards.
        account: The organisation's account that receives what the partner takes in: it stands inside the ring and
            may spend those units again. Without one, units taken in leave the ring.
        settlement: How it is paid in euro, where that is not what the design says for every partner.
    """

    roles: tuple[PartnerRole, ...]
    from_: datetime.date | None = None
    until: datetime.date | None = None
    budget: Budget | None = None
    account: str | None = None
    settlement: SettlementTerms | None = None


Contract._fields = (
    _m.Field("roles", "roles", _m.Many(_orders._PartnerRole), _m.NEEDED),
    _m.Field("from_", "from", _m.Maybe(_m.DAY), None, True),
    _m.Field("until", "until", _m.Maybe(_m.DAY), None, True),
    _m.Field("budget", "budget", _m.Maybe(_orders._Budget), None, True),
    _m.Field("account", "account", _m.Maybe(_m.TEXT), None, True),
    _m.Field("settlement", "settlement", _m.Maybe(_orders._SettlementTerms), None, True),
)
_Contract: _m.Check = _m.One(Contract)


@dataclass(frozen=True, slots=True, repr=False)
class LimitException(Model):
    """An exception for some time (illness, a big deal; R15).

    Attributes:
        until: Its last day.
        asked_by: Who asked for it.
        approved_by: Who approved it: the second person, where it takes two.
        floor: The floor in that time, if it is another one. In minor units.
        ceiling: The ceiling in that time, if it is another one. In minor units.
    """

    until: datetime.date
    asked_by: str
    approved_by: str
    floor: int | None = None
    ceiling: int | None = None


LimitException._fields = (
    _m.Field("until", "until", _m.DAY, _m.NEEDED),
    _m.Field("asked_by", "asked_by", _m.TEXT, _m.NEEDED),
    _m.Field("approved_by", "approved_by", _m.TEXT, _m.NEEDED),
    _m.Field("floor", "floor", _m.Maybe(_m.MINOR), None, True),
    _m.Field("ceiling", "ceiling", _m.Maybe(_m.MINOR), None, True),
)
_LimitException: _m.Check = _m.One(LimitException)


@dataclass(frozen=True, slots=True, repr=False)
class AccountLimits(Model):
    """What was decided about one account's limits; most accounts have none of it.

    Attributes:
        floor: Its own floor. In minor units.
        ceiling: Its own ceiling. In minor units.
        group: The group of the design it belongs to.
        exception: An exception for some time, in force or past.
    """

    floor: int | None = None
    ceiling: int | None = None
    group: str | None = None
    exception: LimitException | None = None


AccountLimits._fields = (
    _m.Field("floor", "floor", _m.Maybe(_m.MINOR), None, True),
    _m.Field("ceiling", "ceiling", _m.Maybe(_m.MINOR), None, True),
    _m.Field("group", "group", _m.Maybe(_m.TEXT), None, True),
    _m.Field("exception", "exception", _m.Maybe(_LimitException), None, True),
)
_AccountLimits: _m.Check = _m.One(AccountLimits)


@dataclass(frozen=True, slots=True, repr=False)
class AccountChangeOpened(Model):
    """A participant's account was opened.

    Attributes:
        account: The new account.
        kind: What it is for.
        on: The day it was opened.
        holders: Who holds it.
    """

    account: str
    kind: AccountKind
    on: datetime.date
    holders: tuple[str, ...]


AccountChangeOpened._fields = (
    _m.Field("account", "account", _m.TEXT, _m.NEEDED),
    _m.Field("kind", "kind", _orders._AccountKind, _m.NEEDED),
    _m.Field("on", "on", _m.DAY, _m.NEEDED),
    _m.Field("holders", "holders", _m.Many(_m.TEXT), _m.NEEDED),
)


@dataclass(frozen=True, slots=True, repr=False)
class AccountChangePartnerApproved(Model):
    """A partner was approved and its two accounts of the chart opened.

    Attributes:
        partner: The partner.
        contract: What was agreed with it.
        on: The day it was approved.
    """

    partner: str
    contract: Contract
    on: datetime.date


AccountChangePartnerApproved._fields = (
    _m.Field("partner", "partner", _m.TEXT, _m.NEEDED),
    _m.Field("contract", "contract", _Contract, _m.NEEDED),
    _m.Field("on", "on", _m.DAY, _m.NEEDED),
)


@dataclass(frozen=True, slots=True, repr=False)
class AccountChangeHolders(Model):
    """Other persons hold an account.

    Attributes:
        account: Which account.
        was: Who held it.
        is_: Who holds it now.
    """

    account: str
    was: tuple[str, ...]
    is_: tuple[str, ...]


AccountChangeHolders._fields = (
    _m.Field("account", "account", _m.TEXT, _m.NEEDED),
    _m.Field("was", "was", _m.Many(_m.TEXT), _m.NEEDED),
    _m.Field("is_", "is", _m.Many(_m.TEXT), _m.NEEDED),
)


@dataclass(frozen=True, slots=True, repr=False)
class AccountChangeState(Model):
    """An account went from one state to another.

    Attributes:
        account: Which account.
        was: The state it had.
        since: The day since which it had it.
        is_: The state it has now.
    """

    account: str
    was: AccountState
    since: datetime.date
    is_: AccountState


AccountChangeState._fields = (
    _m.Field("account", "account", _m.TEXT, _m.NEEDED),
    _m.Field("was", "was", _orders._AccountState, _m.NEEDED),
    _m.Field("since", "since", _m.DAY, _m.NEEDED),
    _m.Field("is_", "is", _orders._AccountState, _m.NEEDED),
)


@dataclass(frozen=True, slots=True, repr=False)
class AccountChangeSeriesOpened(Model):
    """A series was printed for the first time, and its four accounts of the chart opened.

    Attributes:
        series: The series.
        on: The day.
    """

    series: str
    on: datetime.date


AccountChangeSeriesOpened._fields = (
    _m.Field("series", "series", _m.TEXT, _m.NEEDED),
    _m.Field("on", "on", _m.DAY, _m.NEEDED),
)


@dataclass(frozen=True, slots=True, repr=False)
class AccountChangeLimits(Model):
    """Other limits were decided for an account.

    Attributes:
        account: Which account.
        was: What was decided before.
        is_: What is decided now.
    """

    account: str
    was: AccountLimits
    is_: AccountLimits


AccountChangeLimits._fields = (
    _m.Field("account", "account", _m.TEXT, _m.NEEDED),
    _m.Field("was", "was", _AccountLimits, _m.NEEDED),
    _m.Field("is_", "is", _AccountLimits, _m.NEEDED),
)

#: A change to an account that is not its balance.
AccountChange: TypeAlias = Union[AccountChangeOpened, AccountChangePartnerApproved, AccountChangeHolders, AccountChangeState, AccountChangeSeriesOpened, AccountChangeLimits]
_AccountChange: _m.Check = _m.OneOf("AccountChange", {"opened": AccountChangeOpened, "partner_approved": AccountChangePartnerApproved, "holders": AccountChangeHolders, "state": AccountChangeState, "series_opened": AccountChangeSeriesOpened, "limits": AccountChangeLimits}, ())


@dataclass(frozen=True, slots=True, repr=False)
class Appointment(Model):
    """A role held by a person; the rights end with its last day.

    Attributes:
        role: Which role of the design.
        from_: First day.
        scope: The partner or contact point for which it holds.
        until: Last day, if one is known.
    """

    role: str
    from_: datetime.date
    scope: str | None = None
    until: datetime.date | None = None


Appointment._fields = (
    _m.Field("role", "role", _m.TEXT, _m.NEEDED),
    _m.Field("from_", "from", _m.DAY, _m.NEEDED),
    _m.Field("scope", "scope", _m.Maybe(_m.TEXT), None, True),
    _m.Field("until", "until", _m.Maybe(_m.DAY), None, True),
)
_Appointment: _m.Check = _m.One(Appointment)


@dataclass(frozen=True, slots=True, repr=False)
class Mandate(Model):
    """Who may act for whom, in what, up to how much and until when.

    Attributes:
        id: The mandate's id.
        client: The participant acted for.
        holder: The person who may act.
        actions: What they may do.
        from_: First day.
        until: Last day.
        per_order: Most units in one order. In minor units.
        per_month: Most units in one calendar month. In minor units.
        evidence: Where the host keeps the signed paper, if it was recorded at a contact point.
        revoked: The day it was taken back; it holds no longer from that day on.
    """

    id: str
    client: str
    holder: str
    actions: tuple[Action, ...]
    from_: datetime.date
    until: datetime.date
    per_order: int | None = None
    per_month: int | None = None
    evidence: str | None = None
    revoked: datetime.date | None = None


Mandate._fields = (
    _m.Field("id", "id", _m.TEXT, _m.NEEDED),
    _m.Field("client", "client", _m.TEXT, _m.NEEDED),
    _m.Field("holder", "holder", _m.TEXT, _m.NEEDED),
    _m.Field("actions", "actions", _m.Many(_orders._Action), _m.NEEDED),
    _m.Field("from_", "from", _m.DAY, _m.NEEDED),
    _m.Field("until", "until", _m.DAY, _m.NEEDED),
    _m.Field("per_order", "per_order", _m.Maybe(_m.MINOR), None, True),
    _m.Field("per_month", "per_month", _m.Maybe(_m.MINOR), None, True),
    _m.Field("evidence", "evidence", _m.Maybe(_m.TEXT), None, True),
    _m.Field("revoked", "revoked", _m.Maybe(_m.DAY), None, True),
)
_Mandate: _m.Check = _m.One(Mandate)


@dataclass(frozen=True, slots=True, repr=False)
class Fact(Model):
    """Something that was recorded about a person.
    
    A later record of the same fact takes the place of the earlier ones from its own first day on; the
    earlier ones still say what held before. One whose last day is the day before its first ends the
    fact: from its first day on it does not hold.

    Attributes:
        fact: Which fact of the design.
        from_: First day.
        value: What it says, if the fact has words.
        until: Last day, if one is known.
    """

    fact: str
    from_: datetime.date
    value: str | None = None
    until: datetime.date | None = None


Fact._fields = (
    _m.Field("fact", "fact", _m.TEXT, _m.NEEDED),
    _m.Field("from_", "from", _m.DAY, _m.NEEDED),
    _m.Field("value", "value", _m.Maybe(_m.TEXT), None, True),
    _m.Field("until", "until", _m.Maybe(_m.DAY), None, True),
)
_Fact: _m.Check = _m.One(Fact)


@dataclass(frozen=True, slots=True, repr=False)
class PeopleChangeKnown(Model):
    """The ledger came to know a person."""

    value: str


PeopleChangeKnown._fields = (
    _m.Field("value", "value", _m.TEXT, _m.NEEDED),
)
PeopleChangeKnown._bare = True


@dataclass(frozen=True, slots=True, repr=False)
class PeopleChangeAppointed(Model):
    """A role was given."""

    value: tuple[str, Appointment]


PeopleChangeAppointed._fields = (
    _m.Field("value", "value", _m.Together(_m.TEXT, _Appointment), _m.NEEDED),
)
PeopleChangeAppointed._bare = True


@dataclass(frozen=True, slots=True, repr=False)
class PeopleChangeRoleEnded(Model):
    """A role ends: whose, which, for what, the last day before and now.

    Attributes:
        person: Whose role.
        role: Which role.
        scope: For which partner or contact point.
        was: The last day it had.
        until: The last day it has now.
    """

    person: str
    role: str
    scope: str | None
    was: datetime.date | None
    until: datetime.date


PeopleChangeRoleEnded._fields = (
    _m.Field("person", "person", _m.TEXT, _m.NEEDED),
    _m.Field("role", "role", _m.TEXT, _m.NEEDED),
    _m.Field("scope", "scope", _m.Maybe(_m.TEXT), _m.NEEDED),
    _m.Field("was", "was", _m.Maybe(_m.DAY), _m.NEEDED),
    _m.Field("until", "until", _m.DAY, _m.NEEDED),
)


@dataclass(frozen=True, slots=True, repr=False)
class PeopleChangeMandateGiven(Model):
    """A mandate was given."""

    value: Mandate


PeopleChangeMandateGiven._fields = (
    _m.Field("value", "value", _Mandate, _m.NEEDED),
)
PeopleChangeMandateGiven._bare = True


@dataclass(frozen=True, slots=True, repr=False)
class PeopleChangeMandateRevoked(Model):
    """A mandate was taken back on a day."""

    value: tuple[str, datetime.date]


PeopleChangeMandateRevoked._fields = (
    _m.Field("value", "value", _m.Together(_m.TEXT, _m.DAY), _m.NEEDED),
)
PeopleChangeMandateRevoked._bare = True


@dataclass(frozen=True, slots=True, repr=False)
class PeopleChangeFactRecorded(Model):
    """A fact about a person was recorded."""

    value: tuple[str, Fact]


PeopleChangeFactRecorded._fields = (
    _m.Field("value", "value", _m.Together(_m.TEXT, _Fact), _m.NEEDED),
)
PeopleChangeFactRecorded._bare = True


@dataclass(frozen=True, slots=True, repr=False)
class PeopleChangeContractAmended(Model):
    """Something else was agreed with a partner."""

    value: tuple[str, Contract]


PeopleChangeContractAmended._fields = (
    _m.Field("value", "value", _m.Together(_m.TEXT, _Contract), _m.NEEDED),
)
PeopleChangeContractAmended._bare = True

#: What a booked order changed among the people. Each change says enough to be taken back.
PeopleChange: TypeAlias = Union[PeopleChangeKnown, PeopleChangeAppointed, PeopleChangeRoleEnded, PeopleChangeMandateGiven, PeopleChangeMandateRevoked, PeopleChangeFactRecorded, PeopleChangeContractAmended]
_PeopleChange: _m.Check = _m.OneOf("PeopleChange", {"known": PeopleChangeKnown, "appointed": PeopleChangeAppointed, "role_ended": PeopleChangeRoleEnded, "mandate_given": PeopleChangeMandateGiven, "mandate_revoked": PeopleChangeMandateRevoked, "fact_recorded": PeopleChangeFactRecorded, "contract_amended": PeopleChangeContractAmended}, ())

#: Why an order waits.
WaitsFor: TypeAlias = Literal[
    "approval",
    "second_person",
]
_WaitsFor: _m.Check = _m.OneWord("WaitsFor", ("approval", "second_person",))


@dataclass(frozen=True, slots=True, repr=False)
class Pending(Model):
    """An order that waits.

    Attributes:
        order: The order as it was asked.
        waits_for: Whom it waits for.
        until: Last day on which it can be completed.
    """

    order: Order
    waits_for: WaitsFor
    until: datetime.date


Pending._fields = (
    _m.Field("order", "order", _m.ORDER, _m.NEEDED),
    _m.Field("waits_for", "waits_for", _WaitsFor, _m.NEEDED),
    _m.Field("until", "until", _m.DAY, _m.NEEDED),
)
_Pending: _m.Check = _m.One(Pending)

#: How a pending order ended.
PendingEnd: TypeAlias = Literal[
    "completed",
    "rejected",
    "withdrawn",
    "expired",
]
_PendingEnd: _m.Check = _m.OneWord("PendingEnd", ("completed", "rejected", "withdrawn", "expired",))


@dataclass(frozen=True, slots=True, repr=False)
class KeptUntil(Model):
    """How long a reservation is kept: at least one of the two is there, and whichever comes first ends it.

    Attributes:
        day: The last day on which it can be picked up. Closing that day releases it.
        instant: The last instant at which it can be picked up, by the latest instant that the ledger has seen.
    """

    day: datetime.date | None = None
    instant: int | None = None


KeptUntil._fields = (
    _m.Field("day", "day", _m.Maybe(_m.DAY), None, True),
    _m.Field("instant", "instant", _m.Maybe(_m.WHOLE), None, True),
)
_KeptUntil: _m.Check = _m.One(KeptUntil)


@dataclass(frozen=True, slots=True, repr=False)
class NoShowTerms(Model):
    """What was agreed on reserving for the case that nobody comes, by the design of that day.

    Attributes:
        person: Who was to come.
        keeps_percent: How many percent of the units the partner takes in all the same.
        per: In which period it counts, if it does.
    """

    person: str
    keeps_percent: int
    per: Period | None


NoShowTerms._fields = (
    _m.Field("person", "person", _m.TEXT, _m.NEEDED),
    _m.Field("keeps_percent", "keeps_percent", _m.WHOLE, _m.NEEDED),
    _m.Field("per", "per", _m.Maybe(_orders._Period), _m.NEEDED),
)
_NoShowTerms: _m.Check = _m.One(NoShowTerms)


@dataclass(frozen=True, slots=True, repr=False)
class Reservation(Model):
    """Something reserved: what, for which account, at the price of the day of reserving, and the very units
    that were set aside for it on `system:reserved`.

    Attributes:
        id: The id of the order that reserved it.
        account: The account that pays.
        partner: The partner that hands it out.
        reward: Which line of the redemption catalogue.
        pieces: How many pieces.
        lots: The units set aside, as pieces of lots above zero.
        kept_until: How long it is kept.
        euro: What is paid in euro when it is picked up, in cents. In minor units.
        counters: The counters that reserving moved; a release moves them back.
        no_show: What was agreed for the case that nobody picks it up, if anything was.
    """

    id: str
    account: str
    partner: str
    reward: str
    pieces: int
    lots: tuple[Piece, ...]
    kept_until: KeptUntil
    euro: int = 0
    counters: tuple[Count, ...] = ()
    no_show: NoShowTerms | None = None


Reservation._fields = (
    _m.Field("id", "id", _m.ORDER_ID, _m.NEEDED),
    _m.Field("account", "account", _m.TEXT, _m.NEEDED),
    _m.Field("partner", "partner", _m.TEXT, _m.NEEDED),
    _m.Field("reward", "reward", _m.TEXT, _m.NEEDED),
    _m.Field("pieces", "pieces", _m.WHOLE, _m.NEEDED),
    _m.Field("lots", "lots", _m.Many(_Piece), _m.NEEDED),
    _m.Field("kept_until", "kept_until", _KeptUntil, _m.NEEDED),
    _m.Field("euro", "euro", _m.MINOR, 0, True),
    _m.Field("counters", "counters", _m.Many(_Count), (), True),
    _m.Field("no_show", "no_show", _m.Maybe(_NoShowTerms), None, True),
)
_Reservation: _m.Check = _m.One(Reservation)

#: How a reservation ended.
ReservationEnd: TypeAlias = Literal[
    "picked_up",
    "released",
    "timed_out",
]
_ReservationEnd: _m.Check = _m.OneWord("ReservationEnd", ("picked_up", "released", "timed_out",))


@dataclass(frozen=True, slots=True, repr=False)
class Missed(Model):
    """A reservation that could have been picked up and was not.

    Attributes:
        reservation: Which reservation.
        account: The account that had it.
        person: Who did not come.
        partner: The partner that waited.
        kept: The units that the partner took in all the same. In minor units.
    """

    reservation: str
    account: str
    person: str
    partner: str
    kept: int


Missed._fields = (
    _m.Field("reservation", "reservation", _m.ORDER_ID, _m.NEEDED),
    _m.Field("account", "account", _m.TEXT, _m.NEEDED),
    _m.Field("person", "person", _m.TEXT, _m.NEEDED),
    _m.Field("partner", "partner", _m.TEXT, _m.NEEDED),
    _m.Field("kept", "kept", _m.MINOR, _m.NEEDED),
)
_Missed: _m.Check = _m.One(Missed)


@dataclass(frozen=True, slots=True, repr=False)
class WaitingPlace(Model):
    """A place in the line for pieces of an offer at a partner. No units are set aside for it.

    Attributes:
        id: The id of the order that took it.
        number: The number of the record that took it: lower numbers are before it.
        account: The account that waits.
        partner: The partner that hands it out.
        reward: Which line of the redemption catalogue.
        pieces: How many pieces are waited for.
        called_until: If it is called: the last day on which its pieces are kept.
    """

    id: str
    number: int
    account: str
    partner: str
    reward: str
    pieces: int
    called_until: datetime.date | None = None


WaitingPlace._fields = (
    _m.Field("id", "id", _m.ORDER_ID, _m.NEEDED),
    _m.Field("number", "number", _m.WHOLE, _m.NEEDED),
    _m.Field("account", "account", _m.TEXT, _m.NEEDED),
    _m.Field("partner", "partner", _m.TEXT, _m.NEEDED),
    _m.Field("reward", "reward", _m.TEXT, _m.NEEDED),
    _m.Field("pieces", "pieces", _m.WHOLE, _m.NEEDED),
    _m.Field("called_until", "called_until", _m.Maybe(_m.DAY), None, True),
)
_WaitingPlace: _m.Check = _m.One(WaitingPlace)

#: How a place in the line ended.
PlaceEnd: TypeAlias = Literal[
    "taken",
    "stopped",
    "not_taken",
    "account_ended",
    "list_ended",
]
_PlaceEnd: _m.Check = _m.OneWord("PlaceEnd", ("taken", "stopped", "not_taken", "account_ended", "list_ended",))


@dataclass(frozen=True, slots=True, repr=False)
class Acceptance(Model):
    """Units a partner took in outside the ring, with the rate and the fee of that day (R52). It is known by
    the order that booked it.

    Attributes:
        order: The order that booked it.
        partner: Who took them in.
        value_day: The day of the activity.
        units: How many minor units, less what was taken back. In minor units.
        rate: What they are paid with.
        fee: The share that is kept back.
        given: The part of that for the partner's beneficiary, as a share of the whole (R29).
        series: The series, if they came in as notes.
    """

    order: str
    partner: str
    value_day: datetime.date
    units: int
    rate: EuroRate
    fee: int = 0
    given: int = 0
    series: str | None = None


Acceptance._fields = (
    _m.Field("order", "order", _m.ORDER_ID, _m.NEEDED),
    _m.Field("partner", "partner", _m.TEXT, _m.NEEDED),
    _m.Field("value_day", "value_day", _m.DAY, _m.NEEDED),
    _m.Field("units", "units", _m.MINOR, _m.NEEDED),
    _m.Field("rate", "rate", _orders._EuroRate, _m.NEEDED),
    _m.Field("fee", "fee", _m.WHOLE, 0, True),
    _m.Field("given", "given", _m.WHOLE, 0, True),
    _m.Field("series", "series", _m.Maybe(_m.TEXT), None, True),
)
_Acceptance: _m.Check = _m.One(Acceptance)

#: Which way a fraction goes. Everything rounded here is zero or more, so up is away from zero.
Rounding: TypeAlias = Literal[
    "up",
    "down",
    "half_up",
    "half_even",
]
_Rounding: _m.Check = _m.OneWord("Rounding", ("up", "down", "half_up", "half_even",))


@dataclass(frozen=True, slots=True, repr=False)
class ClaimLine(Model):
    """All units of a claim at one rate and one fee, and what they come to.

    Attributes:
        rate: What they are paid with.
        units: How many minor units. In minor units.
        gross: What they are worth, in cents, rounded as the claim says. In minor units.
        net: What is paid of it; the rest is the fee. In minor units.
        remainder: What rounding left, as a fraction of a cent: the exact worth less `gross`. It is the issuer's.
        fee: The share that is kept back.
        given: The part of it for a beneficiary, as a share of the whole.
        vat: Tax on the fee, as a share of the fee.
        given_cents: What a beneficiary gets, in cents. In minor units.
        vat_cents: The tax, in cents. In minor units.
        rejected: How many minor units were turned down; they are in `units` no more. In minor units.
        clawed_units: How many minor units were clawed back after they were approved; they stay in `units`. In minor units.
        clawed_cents: How many cents the partner owes for them. In minor units.
    """

    rate: EuroRate
    units: int
    gross: int
    net: int
    remainder: tuple[int, int]
    fee: int = 0
    given: int = 0
    vat: int = 0
    given_cents: int = 0
    vat_cents: int = 0
    rejected: int = 0
    clawed_units: int = 0
    clawed_cents: int = 0


ClaimLine._fields = (
    _m.Field("rate", "rate", _orders._EuroRate, _m.NEEDED),
    _m.Field("units", "units", _m.MINOR, _m.NEEDED),
    _m.Field("gross", "gross", _m.MINOR, _m.NEEDED),
    _m.Field("net", "net", _m.MINOR, _m.NEEDED),
    _m.Field("remainder", "remainder", _m.Together(_m.WHOLE, _m.WHOLE), _m.NEEDED),
    _m.Field("fee", "fee", _m.WHOLE, 0, True),
    _m.Field("given", "given", _m.WHOLE, 0, True),
    _m.Field("vat", "vat", _m.WHOLE, 0, True),
    _m.Field("given_cents", "given_cents", _m.MINOR, 0, True),
    _m.Field("vat_cents", "vat_cents", _m.MINOR, 0, True),
    _m.Field("rejected", "rejected", _m.MINOR, 0, True),
    _m.Field("clawed_units", "clawed_units", _m.MINOR, 0, True),
    _m.Field("clawed_cents", "clawed_cents", _m.MINOR, 0, True),
)
_ClaimLine: _m.Check = _m.One(ClaimLine)


@dataclass(frozen=True, slots=True, repr=False)
class Claimed(Model):
    """One acceptance in a claim.

    Attributes:
        order: The order that booked the acceptance.
        value_day: The day of the activity.
        units: How many minor units, less what was turned down or clawed back. In minor units.
        line: The line it is in, from zero.
        series: The series, if they came in as notes.
    """

    order: str
    value_day: datetime.date
    units: int
    line: int
    series: str | None = None


Claimed._fields = (
    _m.Field("order", "order", _m.ORDER_ID, _m.NEEDED),
    _m.Field("value_day", "value_day", _m.DAY, _m.NEEDED),
    _m.Field("units", "units", _m.MINOR, _m.NEEDED),
    _m.Field("line", "line", _m.WHOLE, _m.NEEDED),
    _m.Field("series", "series", _m.Maybe(_m.TEXT), None, True),
)
_Claimed: _m.Check = _m.One(Claimed)


@dataclass(frozen=True, slots=True, repr=False)
class ClaimStateRejected(Model):
    """It was turned down as a whole; its acceptances are open again.

    Attributes:
        on: The day.
    """

    on: datetime.date


ClaimStateRejected._fields = (
    _m.Field("on", "on", _m.DAY, _m.NEEDED),
)


@dataclass(frozen=True, slots=True, repr=False)
class ClaimStateApproved(Model):
    """It stands on the pay list.

    Attributes:
        on: The day.
        pay: The cents that are paid. In minor units.
        set_off: The cents that were set off against what the partner owed back. In minor units.
    """

    on: datetime.date
    pay: int
    set_off: int = 0


ClaimStateApproved._fields = (
    _m.Field("on", "on", _m.DAY, _m.NEEDED),
    _m.Field("pay", "pay", _m.MINOR, _m.NEEDED),
    _m.Field("set_off", "set_off", _m.MINOR, 0),
)


@dataclass(frozen=True, slots=True, repr=False)
class ClaimStatePaid(Model):
    """It was paid.

    Attributes:
        approved_on: The day of approval.
        on: The day of payment.
        pay: The cents that were paid. In minor units.
        set_off: The cents that were set off. In minor units.
    """

    approved_on: datetime.date
    on: datetime.date
    pay: int
    set_off: int = 0


ClaimStatePaid._fields = (
    _m.Field("approved_on", "approved_on", _m.DAY, _m.NEEDED),
    _m.Field("on", "on", _m.DAY, _m.NEEDED),
    _m.Field("pay", "pay", _m.MINOR, _m.NEEDED),
    _m.Field("set_off", "set_off", _m.MINOR, 0),
)

#: How a claim stands.
ClaimState: TypeAlias = Union[ClaimStateRejected, ClaimStateApproved, ClaimStatePaid, Literal["filed"]]
_ClaimState: _m.Check = _m.OneOf("ClaimState", {"rejected": ClaimStateRejected, "approved": ClaimStateApproved, "paid": ClaimStatePaid}, ("filed",))


@dataclass(frozen=True, slots=True, repr=False)
class Claim(Model):
    """What a partner asks to be paid for. It is known by the id of the order that filed it.

    Attributes:
        id: The order that filed it.
        partner: Who is to be paid.
        invoice: The partner's invoice number: once per partner.
        filed_by: Who filed it; they cannot approve it.
        filed_on: The day it was filed.
        through: The last day of activity that it covers.
        rounding: Which way fractions of a cent went.
        lines: What it comes to, by rate and fee.
        acceptances: What it is for. Once it is paid, those whose orders can no longer be taken back are forgotten.
        state: How it stands.
        pay_by: The last day on which it is to be paid, if that was promised.
    """

    id: str
    partner: str
    invoice: str
    filed_by: str
    filed_on: datetime.date
    through: datetime.date
    rounding: Rounding
    lines: tuple[ClaimLine, ...]
    acceptances: tuple[Claimed, ...]
    state: ClaimState
    pay_by: datetime.date | None = None


Claim._fields = (
    _m.Field("id", "id", _m.ORDER_ID, _m.NEEDED),
    _m.Field("partner", "partner", _m.TEXT, _m.NEEDED),
    _m.Field("invoice", "invoice", _m.TEXT, _m.NEEDED),
    _m.Field("filed_by", "filed_by", _m.TEXT, _m.NEEDED),
    _m.Field("filed_on", "filed_on", _m.DAY, _m.NEEDED),
    _m.Field("through", "through", _m.DAY, _m.NEEDED),
    _m.Field("rounding", "rounding", _Rounding, _m.NEEDED),
    _m.Field("lines", "lines", _m.Many(_ClaimLine), _m.NEEDED),
    _m.Field("acceptances", "acceptances", _m.Many(_Claimed), _m.NEEDED),
    _m.Field("state", "state", _ClaimState, _m.NEEDED),
    _m.Field("pay_by", "pay_by", _m.Maybe(_m.DAY), None, True),
)
_Claim: _m.Check = _m.One(Claim)


@dataclass(frozen=True, slots=True, repr=False)
class Notice(Model):
    """A notice given, and what became of it.

    Attributes:
        given_on: The civil day on which it was really given.
        amount: What was to end, at that moment. In minor units.
        outcome: What became of it, and on which day that was recorded.
    """

    given_on: datetime.date
    amount: int
    outcome: tuple[NoticeOutcome, datetime.date] | None


Notice._fields = (
    _m.Field("given_on", "given_on", _m.DAY, _m.NEEDED),
    _m.Field("amount", "amount", _m.MINOR, _m.NEEDED),
    _m.Field("outcome", "outcome", _m.Maybe(_m.Together(_orders._NoticeOutcome, _m.DAY)), _m.NEEDED),
)
_Notice: _m.Check = _m.One(Notice)

#: Which of two ends a lot gets: the one it had, or the one it is moved to.
Towards: TypeAlias = Literal[
    "sooner",
    "later",
]
_Towards: _m.Check = _m.OneWord("Towards", ("sooner", "later",))


@dataclass(frozen=True, slots=True, repr=False)
class EarnedSpan(Model):
    """Days of earning whose units are moved to one end.

    Attributes:
        from_: The first day of earning.
        through: The last.
        ends_on: The end; none if units of these days end no more.
    """

    from_: datetime.date
    through: datetime.date
    ends_on: datetime.date | None


EarnedSpan._fields = (
    _m.Field("from_", "from", _m.DAY, _m.NEEDED),
    _m.Field("through", "through", _m.DAY, _m.NEEDED),
    _m.Field("ends_on", "ends_on", _m.Maybe(_m.DAY), _m.NEEDED),
)
_EarnedSpan: _m.Check = _m.One(EarnedSpan)


@dataclass(frozen=True, slots=True, repr=False)
class EndsMoved(Model):
    """Lots there are already get another end, by the day on which they were earned. It holds for lots of
    which nobody holds anything too, so that what comes back by a reversal has the new end, and for
    units that are booked late. Of what has ended, nothing comes back to life.

    Attributes:
        towards: Which end a lot gets.
        spans: The days of earning, in order and apart.
    """

    towards: Towards
    spans: tuple[EarnedSpan, ...]


EndsMoved._fields = (
    _m.Field("towards", "towards", _Towards, _m.NEEDED),
    _m.Field("spans", "spans", _m.Many(_EarnedSpan), _m.NEEDED),
)
_EndsMoved: _m.Check = _m.One(EndsMoved)


@dataclass(frozen=True, slots=True, repr=False)
class Sending(Model):
    """Notes that left one place and have not been received at the other: they wait with the carrier.

    Attributes:
        order: The order that sent them; whoever receives them names it.
        from_: Where they left.
        to: Where they go.
        carrier: Who carries them; the person needs no account.
        series: The series.
        notes: The pieces, as the sender counted them.
        on: The day they left.
    """

    order: str
    from_: Depot
    to: Depot
    carrier: str
    series: str
    notes: _m.Notes
    on: datetime.date


Sending._fields = (
    _m.Field("order", "order", _m.ORDER_ID, _m.NEEDED),
    _m.Field("from_", "from", _orders._Depot, _m.NEEDED),
    _m.Field("to", "to", _orders._Depot, _m.NEEDED),
    _m.Field("carrier", "carrier", _m.TEXT, _m.NEEDED),
    _m.Field("series", "series", _m.TEXT, _m.NEEDED),
    _m.Field("notes", "notes", _m.NOTES, _m.NEEDED),
    _m.Field("on", "on", _m.DAY, _m.NEEDED),
)
_Sending: _m.Check = _m.One(Sending)


@dataclass(frozen=True, slots=True, repr=False)
class OfficeDayOpen(Model):
    """Open since a day.

    Attributes:
        on: The day it opened.
    """

    on: datetime.date


OfficeDayOpen._fields = (
    _m.Field("on", "on", _m.DAY, _m.NEEDED),
)


@dataclass(frozen=True, slots=True, repr=False)
class OfficeDayCounted(Model):
    """Counted at the end of a day; nothing moves until it opens again, and a difference waits for
    somebody else.

    Attributes:
        on: The day of the count.
        by: Who counted.
        count: What was counted.
    """

    on: datetime.date
    by: str
    count: CashCount


OfficeDayCounted._fields = (
    _m.Field("on", "on", _m.DAY, _m.NEEDED),
    _m.Field("by", "by", _m.TEXT, _m.NEEDED),
    _m.Field("count", "count", _orders._CashCount, _m.NEEDED),
)


@dataclass(frozen=True, slots=True, repr=False)
class OfficeDaySettled(Model):
    """The count was compared with the books, and what differed was booked.

    Attributes:
        on: The day of the count.
    """

    on: datetime.date


OfficeDaySettled._fields = (
    _m.Field("on", "on", _m.DAY, _m.NEEDED),
)


@dataclass(frozen=True, slots=True, repr=False)
class OfficeDayEnded(Model):
    """Closed for good, with empty drawers.

    Attributes:
        on: The day it ended.
    """

    on: datetime.date


OfficeDayEnded._fields = (
    _m.Field("on", "on", _m.DAY, _m.NEEDED),
)

#: How an office stands.
OfficeDay: TypeAlias = Union[OfficeDayOpen, OfficeDayCounted, OfficeDaySettled, OfficeDayEnded]
_OfficeDay: _m.Check = _m.OneOf("OfficeDay", {"open": OfficeDayOpen, "counted": OfficeDayCounted, "settled": OfficeDaySettled, "ended": OfficeDayEnded}, ())


@dataclass(frozen=True, slots=True, repr=False)
class OfficeChangeSent(Model):
    """Notes left with a carrier."""

    value: Sending


OfficeChangeSent._fields = (
    _m.Field("value", "value", _Sending, _m.NEEDED),
)
OfficeChangeSent._bare = True


@dataclass(frozen=True, slots=True, repr=False)
class OfficeChangeArrived(Model):
    """They were received, or given up."""

    value: Sending


OfficeChangeArrived._fields = (
    _m.Field("value", "value", _Sending, _m.NEEDED),
)
OfficeChangeArrived._bare = True


@dataclass(frozen=True, slots=True, repr=False)
class OfficeChangeDay(Model):
    """An office opened, was counted, settled, or ended.

    Attributes:
        office: Which office.
        was: How it stood; an office that never opened did not.
        is_: How it stands now.
    """

    office: str
    was: OfficeDay | None
    is_: OfficeDay


OfficeChangeDay._fields = (
    _m.Field("office", "office", _m.TEXT, _m.NEEDED),
    _m.Field("was", "was", _m.Maybe(_OfficeDay), _m.NEEDED),
    _m.Field("is_", "is", _OfficeDay, _m.NEEDED),
)

#: A status of an office or of a sending that an entry changes.
OfficeChange: TypeAlias = Union[OfficeChangeSent, OfficeChangeArrived, OfficeChangeDay]
_OfficeChange: _m.Check = _m.OneOf("OfficeChange", {"sent": OfficeChangeSent, "arrived": OfficeChangeArrived, "day": OfficeChangeDay}, ())


@dataclass(frozen=True, slots=True, repr=False)
class ChangeAccount(Model):
    """Something about an account."""

    value: AccountChange


ChangeAccount._fields = (
    _m.Field("value", "value", _AccountChange, _m.NEEDED),
)
ChangeAccount._bare = True


@dataclass(frozen=True, slots=True, repr=False)
class ChangePeople(Model):
    """Something about a person, a role or a mandate."""

    value: PeopleChange


ChangePeople._fields = (
    _m.Field("value", "value", _PeopleChange, _m.NEEDED),
)
ChangePeople._bare = True


@dataclass(frozen=True, slots=True, repr=False)
class ChangePendingOpened(Model):
    """An order waits for somebody."""

    value: Pending


ChangePendingOpened._fields = (
    _m.Field("value", "value", _Pending, _m.NEEDED),
)
ChangePendingOpened._bare = True


@dataclass(frozen=True, slots=True, repr=False)
class ChangePendingEnded(Model):
    """A pending order ended.

    Attributes:
        order: The order that waited.
        end: How it ended.
        asked: The order that was completed: who asked it is named in the same record as who completed it.
    """

    order: str
    end: PendingEnd
    asked: Order | None


ChangePendingEnded._fields = (
    _m.Field("order", "order", _m.ORDER_ID, _m.NEEDED),
    _m.Field("end", "end", _PendingEnd, _m.NEEDED),
    _m.Field("asked", "asked", _m.Maybe(_m.ORDER), _m.NEEDED),
)


@dataclass(frozen=True, slots=True, repr=False)
class ChangeReversed(Model):
    """An earlier order was taken back.

    Attributes:
        original: The order taken back.
        amount: How much of it. In minor units.
        value_day: The original's value day: as long as its id is known, it is known to have been taken back.
    """

    original: str
    amount: int
    value_day: datetime.date


ChangeReversed._fields = (
    _m.Field("original", "original", _m.ORDER_ID, _m.NEEDED),
    _m.Field("amount", "amount", _m.MINOR, _m.NEEDED),
    _m.Field("value_day", "value_day", _m.DAY, _m.NEEDED),
)


@dataclass(frozen=True, slots=True, repr=False)
class ChangeReserved(Model):
    """Something was reserved, and its units set aside."""

    value: Reservation


ChangeReserved._fields = (
    _m.Field("value", "value", _Reservation, _m.NEEDED),
)
ChangeReserved._bare = True


@dataclass(frozen=True, slots=True, repr=False)
class ChangeReservationEnded(Model):
    """A reservation ended.

    Attributes:
        reservation: The reservation.
        end: How it ended.
    """

    reservation: Reservation
    end: ReservationEnd


ChangeReservationEnded._fields = (
    _m.Field("reservation", "reservation", _Reservation, _m.NEEDED),
    _m.Field("end", "end", _ReservationEnd, _m.NEEDED),
)


@dataclass(frozen=True, slots=True, repr=False)
class ChangeNoShow(Model):
    """A reservation that ended could have been picked up, and nobody came (R25). It moves nothing: the legs
    and the counters do."""

    value: Missed


ChangeNoShow._fields = (
    _m.Field("value", "value", _Missed, _m.NEEDED),
)
ChangeNoShow._bare = True


@dataclass(frozen=True, slots=True, repr=False)
class ChangePlaceOpened(Model):
    """Somebody waits for pieces of an offer (R25)."""

    value: WaitingPlace


ChangePlaceOpened._fields = (
    _m.Field("value", "value", _WaitingPlace, _m.NEEDED),
)
ChangePlaceOpened._bare = True


@dataclass(frozen=True, slots=True, repr=False)
class ChangePlaceCalled(Model):
    """Whoever waits is called: the pieces are kept for them until a day. The host tells them.

    Attributes:
        place: The place: the order that took it.
        account: The account that waits.
        until: The last day to come.
    """

    place: str
    account: str
    until: datetime.date


ChangePlaceCalled._fields = (
    _m.Field("place", "place", _m.ORDER_ID, _m.NEEDED),
    _m.Field("account", "account", _m.TEXT, _m.NEEDED),
    _m.Field("until", "until", _m.DAY, _m.NEEDED),
)


@dataclass(frozen=True, slots=True, repr=False)
class ChangePlaceEnded(Model):
    """A place in the line ended.

    Attributes:
        place: The place.
        end: How it ended.
    """

    place: WaitingPlace
    end: PlaceEnd


ChangePlaceEnded._fields = (
    _m.Field("place", "place", _WaitingPlace, _m.NEEDED),
    _m.Field("end", "end", _PlaceEnd, _m.NEEDED),
)


@dataclass(frozen=True, slots=True, repr=False)
class ChangePaidInEuro(Model):
    """A part of a price was paid in euro to a partner (R26). It is told and touches no unit.

    Attributes:
        partner: Whom.
        amount: How much, in cents; below zero if it was given back. In minor units.
    """

    partner: str
    amount: int


ChangePaidInEuro._fields = (
    _m.Field("partner", "partner", _m.TEXT, _m.NEEDED),
    _m.Field("amount", "amount", _m.MINOR, _m.NEEDED),
)


@dataclass(frozen=True, slots=True, repr=False)
class ChangeTakenIn(Model):
    """A partner inside the ring took units in on its own account, or gave them back when below zero. It
    moves nothing: the leg does. It tells that the leg was a redemption.

    Attributes:
        partner: Which partner.
        account: Its account.
        amount: How much. In minor units.
    """

    partner: str
    account: str
    amount: int


ChangeTakenIn._fields = (
    _m.Field("partner", "partner", _m.TEXT, _m.NEEDED),
    _m.Field("account", "account", _m.TEXT, _m.NEEDED),
    _m.Field("amount", "amount", _m.MINOR, _m.NEEDED),
)


@dataclass(frozen=True, slots=True, repr=False)
class ChangeAccepted(Model):
    """A partner took units in that it will be paid for in euro."""

    value: Acceptance


ChangeAccepted._fields = (
    _m.Field("value", "value", _Acceptance, _m.NEEDED),
)
ChangeAccepted._bare = True


@dataclass(frozen=True, slots=True, repr=False)
class ChangeAcceptanceReduced(Model):
    """Some of what a partner took in and had not claimed yet was taken back.

    Attributes:
        was: The acceptance as it was.
        left: The minor units that are left. In minor units.
    """

    was: Acceptance
    left: int


ChangeAcceptanceReduced._fields = (
    _m.Field("was", "was", _Acceptance, _m.NEEDED),
    _m.Field("left", "left", _m.MINOR, _m.NEEDED),
)


@dataclass(frozen=True, slots=True, repr=False)
class ChangeClaimFiled(Model):
    """A partner claimed what it took in."""

    value: Claim


ChangeClaimFiled._fields = (
    _m.Field("value", "value", _Claim, _m.NEEDED),
)
ChangeClaimFiled._bare = True


@dataclass(frozen=True, slots=True, repr=False)
class ChangeClaimMoved(Model):
    """A claim stands otherwise.

    Attributes:
        claim: Which claim.
        was: How it stood.
        is_: How it stands now.
    """

    claim: str
    was: ClaimState
    is_: ClaimState


ChangeClaimMoved._fields = (
    _m.Field("claim", "claim", _m.ORDER_ID, _m.NEEDED),
    _m.Field("was", "was", _ClaimState, _m.NEEDED),
    _m.Field("is_", "is", _ClaimState, _m.NEEDED),
)


@dataclass(frozen=True, slots=True, repr=False)
class ChangeClaimLineChanged(Model):
    """An acceptance of a claim was turned down or clawed back, whole or in part.

    Attributes:
        claim: Which claim.
        acceptance: Which acceptance.
        had: The minor units it had. In minor units.
        has: The minor units it has now. In minor units.
        was: Its line as it was.
        is_: Its line as it is now.
    """

    claim: str
    acceptance: str
    had: int
    has: int
    was: ClaimLine
    is_: ClaimLine


ChangeClaimLineChanged._fields = (
    _m.Field("claim", "claim", _m.ORDER_ID, _m.NEEDED),
    _m.Field("acceptance", "acceptance", _m.ORDER_ID, _m.NEEDED),
    _m.Field("had", "had", _m.MINOR, _m.NEEDED),
    _m.Field("has", "has", _m.MINOR, _m.NEEDED),
    _m.Field("was", "was", _ClaimLine, _m.NEEDED),
    _m.Field("is_", "is", _ClaimLine, _m.NEEDED),
)


@dataclass(frozen=True, slots=True, repr=False)
class ChangeNoticeGiven(Model):
    """A notice was given to the holder of units that end.

    Attributes:
        account: Whom it was given.
        end: The end date it is about.
        notice: The notice.
    """

    account: str
    end: datetime.date
    notice: Notice


ChangeNoticeGiven._fields = (
    _m.Field("account", "account", _m.TEXT, _m.NEEDED),
    _m.Field("end", "end", _m.DAY, _m.NEEDED),
    _m.Field("notice", "notice", _Notice, _m.NEEDED),
)


@dataclass(frozen=True, slots=True, repr=False)
class ChangeNoticeRecorded(Model):
    """It became known what became of a notice.

    Attributes:
        account: Whose notice.
        end: The end date it is about.
        was: The notice as it was.
        is_: The notice as it is now.
    """

    account: str
    end: datetime.date
    was: Notice
    is_: Notice


ChangeNoticeRecorded._fields = (
    _m.Field("account", "account", _m.TEXT, _m.NEEDED),
    _m.Field("end", "end", _m.DAY, _m.NEEDED),
    _m.Field("was", "was", _Notice, _m.NEEDED),
    _m.Field("is_", "is", _Notice, _m.NEEDED),
)


@dataclass(frozen=True, slots=True, repr=False)
class ChangeLapsed(Model):
    """Units of one end date lapsed on an account; its notice is used up.

    Attributes:
        account: Whose units.
        end: Their end date.
    """

    account: str
    end: datetime.date


ChangeLapsed._fields = (
    _m.Field("account", "account", _m.TEXT, _m.NEEDED),
    _m.Field("end", "end", _m.DAY, _m.NEEDED),
)


@dataclass(frozen=True, slots=True, repr=False)
class ChangeQuietWarned(Model):
    """A holder was warned that the account will be called inactive.

    Attributes:
        account: Whose account.
        given_on: The civil day on which the warning was really given.
    """

    account: str
    given_on: datetime.date


ChangeQuietWarned._fields = (
    _m.Field("account", "account", _m.TEXT, _m.NEEDED),
    _m.Field("given_on", "given_on", _m.DAY, _m.NEEDED),
)


@dataclass(frozen=True, slots=True, repr=False)
class ChangeEndsMoved(Model):
    """Lots there are already get another end."""

    value: EndsMoved


ChangeEndsMoved._fields = (
    _m.Field("value", "value", _EndsMoved, _m.NEEDED),
)
ChangeEndsMoved._bare = True


@dataclass(frozen=True, slots=True, repr=False)
class ChangeOffice(Model):
    """Something about an office or a sending of notes."""

    value: OfficeChange


ChangeOffice._fields = (
    _m.Field("value", "value", _OfficeChange, _m.NEEDED),
)
ChangeOffice._bare = True


@dataclass(frozen=True, slots=True, repr=False)
class ChangeDesignAdopted(Model):
    """A new version of the design is in force from a day on.

    Attributes:
        effective: First day of the new version.
        design: The design, resolved.
        existing: What its expiry does to units that were earned before.
    """

    effective: datetime.date
    design: str
    existing: Existing


ChangeDesignAdopted._fields = (
    _m.Field("effective", "effective", _m.DAY, _m.NEEDED),
    _m.Field("design", "design", _m.DESIGN, _m.NEEDED),
    _m.Field("existing", "existing", _orders._Existing, _m.NEEDED),
)


@dataclass(frozen=True, slots=True, repr=False)
class ChangeDayClosed(Model):
    """A day was closed.

    Attributes:
        day: Which day.
        notices: Notices about every end date up to this one have been given, and the civil day on which.
        quiet_through: Whoever may have been quiet since a day up to this one was looked at.
        forget_before: What concerned value days before this one can no longer change.
    """

    day: datetime.date
    notices: tuple[datetime.date, datetime.date] | None
    quiet_through: datetime.date | None
    forget_before: datetime.date


ChangeDayClosed._fields = (
    _m.Field("day", "day", _m.DAY, _m.NEEDED),
    _m.Field("notices", "notices", _m.Maybe(_m.Together(_m.DAY, _m.DAY)), _m.NEEDED),
    _m.Field("quiet_through", "quiet_through", _m.Maybe(_m.DAY), _m.NEEDED),
    _m.Field("forget_before", "forget_before", _m.DAY, _m.NEEDED),
)

#: A status an entry changes. Each says enough to be applied without looking anything up, and to be
#: taken back when a batch that must succeed whole does not.
Change: TypeAlias = Union[ChangeAccount, ChangePeople, ChangePendingOpened, ChangePendingEnded, ChangeReversed, ChangeReserved, ChangeReservationEnded, ChangeNoShow, ChangePlaceOpened, ChangePlaceCalled, ChangePlaceEnded, ChangePaidInEuro, ChangeTakenIn, ChangeAccepted, ChangeAcceptanceReduced, ChangeClaimFiled, ChangeClaimMoved, ChangeClaimLineChanged, ChangeNoticeGiven, ChangeNoticeRecorded, ChangeLapsed, ChangeQuietWarned, ChangeEndsMoved, ChangeOffice, ChangeDesignAdopted, ChangeDayClosed, Literal["taken_over"]]
_Change: _m.Check = _m.OneOf("Change", {"account": ChangeAccount, "people": ChangePeople, "pending_opened": ChangePendingOpened, "pending_ended": ChangePendingEnded, "reversed": ChangeReversed, "reserved": ChangeReserved, "reservation_ended": ChangeReservationEnded, "no_show": ChangeNoShow, "place_opened": ChangePlaceOpened, "place_called": ChangePlaceCalled, "place_ended": ChangePlaceEnded, "paid_in_euro": ChangePaidInEuro, "taken_in": ChangeTakenIn, "accepted": ChangeAccepted, "acceptance_reduced": ChangeAcceptanceReduced, "claim_filed": ChangeClaimFiled, "claim_moved": ChangeClaimMoved, "claim_line_changed": ChangeClaimLineChanged, "notice_given": ChangeNoticeGiven, "notice_recorded": ChangeNoticeRecorded, "lapsed": ChangeLapsed, "quiet_warned": ChangeQuietWarned, "ends_moved": ChangeEndsMoved, "office": ChangeOffice, "design_adopted": ChangeDesignAdopted, "day_closed": ChangeDayClosed}, ("taken_over",))

#: What a reviewer should look at; it never stops an entry.
Flag: TypeAlias = Literal[
    "both_sides",
    "over_floor",
    "over_ceiling",
    "fact_missing",
    "office_open",
    "capped",
]
_Flag: _m.Check = _m.OneWord("Flag", ("both_sides", "over_floor", "over_ceiling", "fact_missing", "office_open", "capped",))


@dataclass(frozen=True, slots=True, repr=False)
class Concerns(Model):
    """Whom an act concerns that reaches many accounts at once.

    Attributes:
        accounts: How many participants' accounts.
        units: How many minor units on them. In minor units.
    """

    accounts: int
    units: int


Concerns._fields = (
    _m.Field("accounts", "accounts", _m.WHOLE, _m.NEEDED),
    _m.Field("units", "units", _m.MINOR, _m.NEEDED),
)
_Concerns: _m.Check = _m.One(Concerns)


@dataclass(frozen=True, slots=True, repr=False)
class Entry(Model):
    """The consequence of an order: everything that applying it changes, and nothing it has to look up.

    Attributes:
        number: The sequence number on which it was decided; applying it on another is `stale`.
        design: The version of the design in force on the booking day.
        legs: Debits and credits; they sum to zero.
        lots: Units issued.
        notes: Notes moved: they sum to zero for every series and face.
        euro: Euro moved: they sum to zero.
        counters: Counters moved.
        changes: Statuses changed.
        flags: What a reviewer should look at.
        concerns: Whom it concerns, or will once it is completed, where it reaches many accounts at once.
    """

    number: int
    design: int
    legs: tuple[Leg, ...] = ()
    lots: tuple[Issue, ...] = ()
    notes: tuple[NoteLeg, ...] = ()
    euro: tuple[EuroLeg, ...] = ()
    counters: tuple[Count, ...] = ()
    changes: tuple[Change, ...] = ()
    flags: tuple[Flag, ...] = ()
    concerns: Concerns | None = None


Entry._fields = (
    _m.Field("number", "number", _m.WHOLE, _m.NEEDED),
    _m.Field("design", "design", _m.WHOLE, _m.NEEDED),
    _m.Field("legs", "legs", _m.Many(_Leg), (), True),
    _m.Field("lots", "lots", _m.Many(_Issue), (), True),
    _m.Field("notes", "notes", _m.Many(_NoteLeg), (), True),
    _m.Field("euro", "euro", _m.Many(_EuroLeg), (), True),
    _m.Field("counters", "counters", _m.Many(_Count), (), True),
    _m.Field("changes", "changes", _m.Many(_Change), (), True),
    _m.Field("flags", "flags", _m.Many(_Flag), (), True),
    _m.Field("concerns", "concerns", _m.Maybe(_Concerns), None, True),
)
_Entry: _m.Check = _m.One(Entry)


@dataclass(frozen=True, slots=True, repr=False)
class Opening(Model):
    """The first record of a journal: which ledger, from which day, under which design. The design stands
    there resolved, every default written out, so that a newer library cannot change old books.

    Attributes:
        ledger: The ledger's id.
        day: Its first day.
        design: The design, resolved.
    """

    ledger: str
    day: datetime.date
    design: str


Opening._fields = (
    _m.Field("ledger", "ledger", _m.TEXT, _m.NEEDED),
    _m.Field("day", "day", _m.DAY, _m.NEEDED),
    _m.Field("design", "design", _m.DESIGN, _m.NEEDED),
)
_Opening: _m.Check = _m.One(Opening)


@dataclass(frozen=True, slots=True, repr=False)
class Figures(Model):
    """What was asked, what there was, what the limit is, until when. Amounts in minor units; all absent
    where they have no meaning.

    Attributes:
        asked: What was asked. In minor units.
        available: What would have been possible. In minor units.
        limit: The limit that was met. In minor units.
        until: The last day on which it would have been, or will be, possible.
        from_: The first day on which it will be possible.
        who: The account, person, partner, mandate or place it is about.
        what: The role, activity, reward, action or state it is about.
        euro: Euro, in cents. In minor units.
        euro_limit: The most, or the least, in euro, in cents. In minor units.
        count: A count, where units would not do: days, pieces, persons.
    """

    asked: int | None = None
    available: int | None = None
    limit: int | None = None
    until: datetime.date | None = None
    from_: datetime.date | None = None
    who: str | None = None
    what: str | None = None
    euro: int | None = None
    euro_limit: int | None = None
    count: int | None = None


Figures._fields = (
    _m.Field("asked", "asked", _m.Maybe(_m.MINOR), None, True),
    _m.Field("available", "available", _m.Maybe(_m.MINOR), None, True),
    _m.Field("limit", "limit", _m.Maybe(_m.MINOR), None, True),
    _m.Field("until", "until", _m.Maybe(_m.DAY), None, True),
    _m.Field("from_", "from", _m.Maybe(_m.DAY), None, True),
    _m.Field("who", "who", _m.Maybe(_m.TEXT), None, True),
    _m.Field("what", "what", _m.Maybe(_m.TEXT), None, True),
    _m.Field("euro", "euro", _m.Maybe(_m.MINOR), None, True),
    _m.Field("euro_limit", "euro_limit", _m.Maybe(_m.MINOR), None, True),
    _m.Field("count", "count", _m.Maybe(_m.WHOLE), None, True),
)
_Figures: _m.Check = _m.One(Figures)

__all__ = [
    "Acceptance",
    "AccountChange",
    "AccountChangeHolders",
    "AccountChangeLimits",
    "AccountChangeOpened",
    "AccountChangePartnerApproved",
    "AccountChangeSeriesOpened",
    "AccountChangeState",
    "AccountLimits",
    "Appointment",
    "CapHolder",
    "CapHolderHousehold",
    "CapHolderPartner",
    "CapHolderPerson",
    "Change",
    "ChangeAcceptanceReduced",
    "ChangeAccepted",
    "ChangeAccount",
    "ChangeClaimFiled",
    "ChangeClaimLineChanged",
    "ChangeClaimMoved",
    "ChangeDayClosed",
    "ChangeDesignAdopted",
    "ChangeEndsMoved",
    "ChangeLapsed",
    "ChangeNoShow",
    "ChangeNoticeGiven",
    "ChangeNoticeRecorded",
    "ChangeOffice",
    "ChangePaidInEuro",
    "ChangePendingEnded",
    "ChangePendingOpened",
    "ChangePeople",
    "ChangePlaceCalled",
    "ChangePlaceEnded",
    "ChangePlaceOpened",
    "ChangeQuietWarned",
    "ChangeReservationEnded",
    "ChangeReserved",
    "ChangeReversed",
    "ChangeTakenIn",
    "Claim",
    "ClaimLine",
    "ClaimState",
    "ClaimStateApproved",
    "ClaimStatePaid",
    "ClaimStateRejected",
    "Claimed",
    "Concerns",
    "Contract",
    "Count",
    "CounterKey",
    "CounterKeyAccountWelcomed",
    "CounterKeyCapTimes",
    "CounterKeyCapUnits",
    "CounterKeyMandate",
    "CounterKeyNoShows",
    "CounterKeyPartnerBudget",
    "CounterKeyPartnerSettled",
    "CounterKeySettled",
    "CounterKeyStock",
    "CounterKeyTakenByHousehold",
    "CounterKeyTakenByPerson",
    "CounterKeyWelcomed",
    "EarnedSpan",
    "EndsMoved",
    "Entry",
    "EuroLeg",
    "Fact",
    "Figures",
    "Flag",
    "Issue",
    "KeptUntil",
    "Leg",
    "LimitException",
    "LotFacts",
    "Mandate",
    "Missed",
    "NoShowTerms",
    "NoteLeg",
    "Notice",
    "OfficeChange",
    "OfficeChangeArrived",
    "OfficeChangeDay",
    "OfficeChangeSent",
    "OfficeDay",
    "OfficeDayCounted",
    "OfficeDayEnded",
    "OfficeDayOpen",
    "OfficeDaySettled",
    "Opening",
    "Origin",
    "OriginKind",
    "Pending",
    "PendingEnd",
    "PeopleChange",
    "PeopleChangeAppointed",
    "PeopleChangeContractAmended",
    "PeopleChangeFactRecorded",
    "PeopleChangeKnown",
    "PeopleChangeMandateGiven",
    "PeopleChangeMandateRevoked",
    "PeopleChangeRoleEnded",
    "Piece",
    "PlaceEnd",
    "RefusalCode",
    "Reservation",
    "ReservationEnd",
    "Rounding",
    "Sending",
    "Towards",
    "WaitingPlace",
    "WaitsFor",
]
