"""Entries and closings in the words of the conformance vectors (`tests/vectors/README.md`), from typed objects."""

from __future__ import annotations

from typing import Any

from muntwerk import books
from muntwerk.records import Lot, Record


def short(order_id: str) -> str:
    """An order id without its zeros in front, as a vector writes it."""
    return order_id.lstrip("0")


def standing(day: books.OfficeDay) -> str:
    """How an office stands."""
    words = {
        books.OfficeDayOpen: "open",
        books.OfficeDayCounted: "counted",
        books.OfficeDaySettled: "settled",
        books.OfficeDayEnded: "ended",
    }
    return words[type(day)]


def claim_word(state: books.ClaimState) -> str:
    """How a claim stands."""
    if isinstance(state, str):
        return state
    words: dict[type, str] = {
        books.ClaimStateRejected: "rejected",
        books.ClaimStateApproved: "approved",
        books.ClaimStatePaid: "paid",
    }
    return words[type(state)]


def line(one: books.ClaimLine) -> list[Any]:
    num, den = one.remainder
    return [one.units, one.gross, one.net, f"{num}/{den}"]


def day(value: Any) -> str | None:
    return None if value is None else value.isoformat()


def entry(booked: books.Entry, lots: dict[int, Lot]) -> dict[str, Any]:
    """What an entry brings about, as `expect.entry` has it."""
    seen: dict[str, Any] = {}
    if booked.legs:
        seen["legs"] = {leg.account: leg.amount for leg in booked.legs}
    if booked.lots:
        seen["lots"] = [
            [
                lots[issue.lot].kind if issue.new is not None else "grown",
                issue.amount,
                day(lots[issue.lot].earned_on),
                day(lots[issue.lot].ends_on),
            ]
            for issue in booked.lots
        ]
    if booked.concerns is not None:
        seen["concerns"] = [booked.concerns.accounts, booked.concerns.units]
    if booked.notes:
        seen["notes"] = {f"{leg.place} {leg.series} {leg.face}": leg.by for leg in booked.notes}
    if booked.euro:
        seen["euro"] = {leg.place: leg.cents for leg in booked.euro}
    if booked.flags:
        seen["flags"] = list(booked.flags)
    for change in booked.changes:
        change_of(change, seen)
    return seen


def change_of(change: books.Change, seen: dict[str, Any]) -> None:
    match change:
        case books.ChangePendingOpened(pending):
            seen["waits"] = [pending.waits_for, day(pending.until)]
        case books.ChangePendingEnded(order, end):
            seen["ended"] = [short(order), end]
        case books.ChangeOffice(books.OfficeChangeDay(office, _, is_)):
            seen["office"] = [office, standing(is_)]
        case books.ChangeOffice(books.OfficeChangeSent(sending)):
            seen["sending"] = ["sent", short(sending.order)]
        case books.ChangeOffice(books.OfficeChangeArrived(sending)):
            seen["sending"] = ["arrived", short(sending.order)]
        case books.ChangeReversed(_, amount):
            seen["reversed"] = amount
        case books.ChangeReserved(one):
            units = sum(amount for _, amount in one.lots)
            seen["reserved"] = [one.account, one.pieces, units, day(one.kept_until.day)]
        case books.ChangeReservationEnded(one, ended):
            seen.setdefault("reservations", []).append([short(one.id), ended])
        case books.ChangeNoShow(missed):
            seen.setdefault("missed", []).append(no_show(missed))
        case books.ChangePlaceOpened(place):
            seen["waiting"] = [place.account, place.pieces]
        case books.ChangePlaceEnded(place, ended):
            seen.setdefault("places", []).append([short(place.id), ended])
        case books.ChangePlaceCalled(called, account, until):
            seen.setdefault("called", []).append([short(called), account, day(until)])
        case books.ChangePaidInEuro(partner, amount):
            seen.setdefault("paid_in_euro", {})[partner] = amount
        case books.ChangeAccepted(accepted):
            rate = accepted.rate
            seen["accepted"] = [accepted.partner, accepted.units, rate.cents, rate.units, accepted.fee]
        case books.ChangeAcceptanceReduced(was, left):
            seen["left"] = [short(was.order), left]
        case books.ChangeClaimFiled(claim):
            seen["filed"] = {
                "partner": claim.partner,
                "invoice": claim.invoice,
                "through": day(claim.through),
                "lines": [line(one) for one in claim.lines],
            }
            if claim.pay_by is not None:
                seen["filed"]["pay_by"] = day(claim.pay_by)
        case books.ChangeClaimMoved(moved, was_state, is_state):
            seen["claim"] = [short(moved), claim_word(was_state), claim_word(is_state)]
        case books.ChangeClaimLineChanged(of, acceptance, _, has, _, now):
            seen["claim_line"] = {
                "claim": short(of),
                "acceptance": short(acceptance),
                "has": has,
                "line": line(now),
            }
            if now.rejected:
                seen["claim_line"]["rejected"] = now.rejected
            if now.clawed_cents:
                seen["claim_line"]["clawed"] = now.clawed_cents
        case _:
            pass


def no_show(missed: books.Missed) -> list[Any]:
    """A reservation for which nobody came: which, who, and what the partner took in all the same."""
    return [short(missed.reservation), missed.person, missed.kept]


def closing(records: list[Record]) -> dict[str, Any]:
    """What the records of a closing bring about, as `expect.closing` has it."""
    seen: dict[str, Any] = {}

    def add(key: str, one: Any) -> None:
        seen.setdefault(key, []).append(one)

    for record in records:
        booked = record.entry
        if booked is None:
            continue
        lapsed: tuple[str, list[str | None]] | None = None
        for change in booked.changes:
            match change:
                case books.ChangeLapsed(account, end):
                    lapsed = lapsed or (account, [])
                    lapsed[1].append(day(end))
                case books.ChangeNoticeGiven(account, end, notice):
                    add("notices", [account, day(end), notice.amount, day(notice.given_on)])
                case books.ChangeQuietWarned(account, given_on):
                    add("warned", [account, day(given_on)])
                case books.ChangeAccount(books.AccountChangeState(account=account, is_=state)):
                    add("states", [account, state, {leg.account: leg.amount for leg in booked.legs}])
                case books.ChangeEndsMoved() if booked.concerns is not None:
                    seen["extended"] = [booked.concerns.accounts, booked.concerns.units]
                case books.ChangeReservationEnded(one):
                    add("released", [one.account, sum(amount for _, amount in one.lots), short(one.id)])
                case books.ChangeNoShow(missed):
                    add("missed", no_show(missed))
                case books.ChangePlaceEnded(place, ended):
                    add("places", [short(place.id), ended])
                case books.ChangePlaceCalled(called, account, until):
                    add("called", [short(called), account, day(until)])
                case books.ChangePendingEnded(order, "expired"):
                    add("expired", short(order))
                case _:
                    pass
        if lapsed is not None:
            account, ends = lapsed
            units = next((-leg.amount for leg in booked.legs if leg.account == account), 0)
            to = next((leg.account for leg in booked.legs if leg.account != account), "")
            add("lapsed", [account, units, ends, to])
    return seen
