"""What is had for units at a partner: prices, steps, euro beside them, stock, limits, and reservations."""

from dataclasses import dataclass
from datetime import timedelta
from fractions import Fraction

from plain_caps import period_of
from plain_words import About, Booked, Refused, demand, rounded


@dataclass
class Bargain:
    offer: dict
    partner: str
    pieces: int
    units: int
    cents: int


def is_open(offer, day):
    """Whether an offer can be had on a day: its dates, and the season of every year."""
    if not offer.get("from", day) <= day <= offer.get("until", day):
        return False
    season = offer.get("season")
    if not season:
        return True
    # 29 February compares rightly in a year without one: it lies between the 28th and 1 March.
    first, last = (tuple(map(int, season[side].split("-"))) for side in ("from", "until"))
    at = day.month, day.day
    return first <= at <= last if first <= last else at >= first or at <= last


def opens_again(offer, day):
    """Whether there is a later day on which it can be had; a season comes back within eight years."""
    return any(is_open(offer, day + timedelta(days)) for days in range(1, 8 * 366))


class Offers:
    """The part of the plain books that redeems, reserves and keeps stock."""

    def bargain(self, order, ask):
        design = self.design_on(order.value_day)
        offer = design.redemption.get(ask["reward"])
        demand(offer, "reward_unknown")
        demand(offer.get("partner", ask["partner"]) == ask["partner"], "reward_elsewhere")
        if "steps" in offer:
            step, least = design.minor(offer["steps"]["step"]), design.minor(offer["steps"]["minimum"])
            demand(ask["units"] is None or ask["count"] == 1, "count_or_units")
            offered = step * ask["count"] if ask["units"] is None else ask["units"]
            demand(offered > 0, "amount_zero")
            demand(offered >= least, "below_minimum")
            return Bargain(offer, ask["partner"], offered // step, offered // step * step, 0)
        price = design.minor(offer["price"]) * ask["count"]
        demand(price > 0, "amount_zero")
        cents = int(Fraction(str(offer.get("euro", 0))) * 100) * ask["count"]
        units = price if ask["units"] is None else ask["units"]
        demand(units <= price, "more_than_price")
        if units < price:
            mixed = offer.get("mixed")
            demand(mixed, "mixed_off")
            demand(units >= rounded(Fraction(price * mixed["least_units_percent"], 100), "up"), "too_few_units")
            cents += rounded(design.euro_for(price - units, order.value_day) * 100, mixed.get("rounding", "half_up"))
        return Bargain(offer, ask["partner"], ask["count"], units, cents)

    def ask_redeem(self, order, ask):
        account, bargain = self.participant(ask["account"]), self.bargain(order, ask)

        def effect():
            contract = self.contract(ask["partner"], "redeeming", order.value_day)
            counted, freed = self.may_have(order, bargain, account, [account.id, contract["account"]])
            self.may_take_in(contract, account, bargain.units)

            def book():
                booked = Booked()
                self.free(booked, freed)
                self.count(booked, counted)
                taken = self.pay(booked, account, bargain.units, order)
                self.take_in(booked, order, contract, account, taken)
                self.beside(booked, bargain.partner, bargain.cents)
                return booked

            return book

        about = About("redeem", account=account.id, partner=ask["partner"], debits=True, amount=bargain.units)
        return about, effect

    def ask_reserve(self, order, ask):
        account, bargain = self.participant(ask["account"]), self.bargain(order, ask)

        def effect():
            hold = bargain.offer.get("hold")
            demand(hold, "reserve_off")
            self.contract(ask["partner"], "redeeming", order.value_day)
            counted, freed = self.may_have(order, bargain, account, [account.id])

            def book():
                booked = Booked()
                self.free(booked, freed)
                self.count(booked, counted)
                taken = self.pay(booked, account, bargain.units, order)
                self.receive(booked, self.accounts["system:reserved"], taken)
                self.reservations[order.id] = {
                    "id": order.id,
                    "account": account.id,
                    "bargain": bargain,
                    "taken": taken,
                    "day": None if "days" not in hold else self.day + timedelta(hold["days"]),
                    "instant": None if "minutes" not in hold else self.now + hold["minutes"],
                    "counted": booked.counted,  # a mandate counts there too
                }
                return booked

            return book

        about = About("reserve", account=account.id, partner=ask["partner"], debits=True, amount=bargain.units)
        return about, effect

    def reserved(self, ask):
        demand(ask["reservation"] in self.reservations, "reservation_unknown")
        return self.reservations[ask["reservation"]]

    def ask_pick_up(self, order, ask):
        reservation = self.reserved(ask)
        account, bargain = self.participant(reservation["account"]), reservation["bargain"]

        def effect():
            demand(not self.is_over(reservation), "reservation_over")
            demand(account.state in ("active", "inactive", "leaver"), "may_not_pay")
            contract = self.contract(bargain.partner, "redeeming", order.value_day)
            self.may_take_in(contract, account, bargain.units)

            def book():
                booked = Booked(picked_up=reservation, counted=list(reservation["counted"]))
                self.leave_reserved(booked, reservation)
                self.take_in(booked, order, contract, account, reservation["taken"])
                self.beside(booked, bargain.partner, bargain.cents)
                del self.reservations[reservation["id"]]
                return booked

            return book

        return About("redeem", account=account.id, partner=bargain.partner, debits=True), effect

    def ask_release(self, order, ask):
        reservation = self.reserved(ask)

        def effect():
            def book():
                booked = Booked()
                self.free(booked, [reservation])
                return booked

            return book

        return About("reserve", account=reservation["account"], partner=reservation["bargain"].partner), effect

    def ask_restock(self, order, ask):
        def effect():
            offer = self.design.redemption.get(ask["reward"])
            demand(offer, "reward_unknown")
            demand(offer.get("partner", ask["partner"]) == ask["partner"], "reward_elsewhere")
            self.contract(ask["partner"], "redeeming", order.value_day)
            demand(self.is_counted(ask["reward"]), "stock_endless")
            demand(ask["by"] != 0, "amount_zero")
            key = self.shelf(ask["partner"], ask["reward"])
            demand(self.counters.get(key, 0) + ask["by"] >= 0, "out_of_stock")

            def book():
                booked = Booked()
                self.count(booked, [(key, ask["by"])])
                return booked

            return book

        return About("restock", partner=ask["partner"]), effect

    # Whether it can be had, and what is counted for it.

    def may_have(self, order, bargain, account, parties):
        """What is counted, and which reservations have to make room."""
        offer, day = bargain.offer, order.value_day
        if not is_open(offer, day):
            raise Refused("out_of_season" if opens_again(offer, day) or "until" not in offer else "offer_over")
        for required in offer.get("audience", []):
            demand(self.holds(self.taker(order, account), required, day), "not_in_audience")
        self.may_pay(account, bargain.units, False)
        counted, freed = self.quota(order, bargain, account), []
        if self.is_counted(offer["code"]):
            freed = self.room_for(bargain, parties)
            counted.append((self.shelf(bargain.partner, offer["code"]), -bargain.pieces))
        return counted, freed

    def taker(self, order, account):
        for named in (order.client, order.actor):
            if named in account.holders:
                return named
        demand(len(account.holders) == 1, "client_needed")
        return account.holders[0]

    def quota(self, order, bargain, account):
        limit = bargain.offer.get("per_person")
        if not limit:
            return []
        who = self.taker(order, account)
        home = account.id if account.kind == "household" else self.household_of(who)
        whose = ("household", home) if limit.get("household") and home else ("person", who)
        key = "taken", bargain.offer["code"], whose, limit["per"], period_of(limit["per"], order.value_day), "pieces"
        fits = bargain.pieces <= limit["times"] - self.counters.get(key, 0)
        demand(fits, "person_limit_for_life" if limit["per"] == "lifetime" else "person_limit")
        return [(key, bargain.pieces)]

    def is_counted(self, reward):
        return self.design.redemption.get(reward, {}).get("stock") == "counted"

    @staticmethod
    def shelf(partner, reward):
        return "stock", partner, reward, "pieces"

    def room_for(self, bargain, parties):
        """Reservations out of time that are released for want of pieces, those that ended first before others."""
        there = self.counters.get(self.shelf(bargain.partner, bargain.offer["code"]), 0)
        mine = [
            one
            for one in self.reservations.values()
            if (one["bargain"].partner, one["bargain"].offer["code"]) == (bargain.partner, bargain.offer["code"])
        ]
        mine.sort(key=lambda one: (one["instant"] is None, one["instant"] or 0, one["day"] or self.day))
        over, free = [], there
        for one in mine:
            if free < bargain.pieces and self.is_out_of_time(one) and one["account"] not in parties:
                free += one["bargain"].pieces
                over.append(one)
        if free >= bargain.pieces:
            return over
        for one in mine:
            there += one["bargain"].pieces
            if there >= bargain.pieces:
                if one["instant"] is None:
                    raise Refused("reserved_until")
                raise Refused("release_first" if self.is_out_of_time(one) else "reserved_for_minutes")
        raise Refused("out_of_stock")

    def is_out_of_time(self, reservation):
        return reservation["instant"] is not None and reservation["instant"] < self.now

    def is_over(self, reservation):
        return (reservation["day"] or self.day) < self.day or self.is_out_of_time(reservation)

    # Booking.

    def count(self, booked, counted):
        for key, much in counted:
            booked.counted.append((key, much))
            self.counters[key] = self.counters.get(key, 0) + much

    def beside(self, booked, partner, cents):
        booked.euro = cents
        self.euro_beside[partner] = self.euro_beside.get(partner, 0) + cents

    def may_take_in(self, contract, payer, amount):
        if contract["account"]:
            inside = self.participant(contract["account"])
            demand(inside is not payer, "self_transfer")
            self.may_receive(inside, amount)

    def take_in(self, booked, order, contract, payer, pieces):
        """Out of the ring, or to the partner's own account inside it."""
        amount = sum(units for _, units in pieces)
        if not contract["account"]:
            self.counter_side(booked, "redeemed:" + contract["partner"], amount)
            self.accept(order, contract, amount)
            return
        if self.design.renew:
            pieces = self.renewed(booked, order, payer, pieces)
        self.receive(booked, self.accounts[contract["account"]], pieces)
        booked.inside = amount
        self.taken_in[contract["partner"]] = self.taken_in.get(contract["partner"], 0) + amount

    def leave_reserved(self, booked, reservation):
        units = sum(part for _, part in reservation["taken"])
        gone = [(lot, -part) for lot, part in reservation["taken"]]
        self.leg(booked, self.accounts["system:reserved"], -units, gone)

    def free(self, booked, reservations):
        """Gives up what was reserved: pieces, units and room come back."""
        given = {}
        lapsed = []
        for reservation in reservations:
            account = self.accounts[reservation["account"]]
            self.leave_reserved(booked, reservation)
            for lot, units in reservation["taken"]:
                fate, end = self.fate(account, self.lots[lot])
                if fate == "lapses":
                    lapsed.append((lot, units))
                    continue
                if fate == "until":
                    origin = "renewed", "system:reserved"
                    lot = self.issue(booked, origin, self.lots[lot].earned, end, lot, units)
                given.setdefault(account.id, []).append((lot, units))
            for key, much in reservation["counted"]:
                self.counters[key] -= min(much, self.counters.get(key, 0)) if much > 0 else much
            del self.reservations[reservation["id"]]
        for name, pieces in given.items():
            self.receive(booked, self.accounts[name], pieces)
        if lapsed:
            self.away(booked, self.design.lapse_to, lapsed)
