"""Notes: where the pieces of each series are, what offices do with them, and the units that stand behind them.

A note is live in circulation, in a till and while it is missing; units stand behind live notes, on
`paper:<series>`. Elsewhere it is blank. Not recomputed: renewal stamps, caps on what is rewarded in notes,
operations that are charged back, and closing an office for good; no day book here has them.
"""

from collections import Counter
from datetime import timedelta
from fractions import Fraction

from plain_offers import is_open
from plain_words import FOR_EVER, About, Booked, Refused, demand

LIVE = ("circulation", "missing")


def is_live(place):
    return place in LIVE or place[0] == "till"


def value(notes):
    return sum(face * count for face, count in notes.items())


def ways(drawer, most):
    """For each amount that pieces of a drawer make, the way with the fewest, then with the fewest small ones."""
    best = {0: (0, ())}
    for face, count in sorted(drawer.items()):
        more = {}
        for amount, (pieces, taken) in best.items():
            for some in range(min(count, (most - amount) // face) + 1):
                way = pieces + some, (*taken, some)
                at = amount + some * face
                if at not in more or way < more[at]:
                    more[at] = way
        best = more
    faces = sorted(drawer)
    return {amount: Counter(dict(zip(faces, taken))) for amount, (_, taken) in best.items()}


def pick(drawer, amount):
    drawer = +Counter(drawer)
    demand(drawer, "drawer_short")
    largest = max(drawer)
    can = ways(drawer, amount + largest)
    if amount in can:
        return can[amount]
    below = any(amount - largest <= one < amount for one in can if one)
    above = any(amount < one <= amount + largest for one in can)
    raise Refused({(1, 1): "no_exact_set", (1, 0): "no_exact_set_below", (0, 1): "no_exact_set_above"}.get((below, above), "drawer_short"))


class NoteAsks:
    """The part of the plain books that knows paper and offices."""

    # What there is.

    def paper(self):
        demand(self.design.paper, "paper_off")
        return self.design.paper

    def series(self, code):
        found = next((one for one in self.paper()["series"] if one["code"] == code), None)
        demand(found, "series_unknown")
        assert "stamp_percent" not in found, "stamps are not recomputed"
        return found

    def valid_series(self, order, code):
        series = self.series(code)
        demand(series["valid_from"] <= order.value_day <= series.get("spend_until", FOR_EVER), "series_not_valid")
        return series

    def window(self, order, series, until):
        demand(order.value_day >= series["valid_from"], "series_not_valid")
        demand(order.value_day <= series.get(until, series.get("spend_until", FOR_EVER)), "window_over")

    def pieces(self, series, notes):
        demand(all(face in [self.design.minor(one) for one in series["denominations"]] for face in notes), "face_unknown")
        demand(value(notes), "amount_zero")
        return value(notes)

    def there(self, place, series):
        return +self.notes.setdefault((place, series), Counter())

    def are_there(self, series, notes, place):
        there = self.there(place, series)
        demand(all(there[face] >= count for face, count in notes.items()), "notes_short")

    def were_issued(self, series, notes):
        """Notes that somebody hands over come out of circulation, or are some that were missing."""
        live = self.there("circulation", series) + self.there("missing", series)
        demand(all(live[face] >= count for face, count in notes.items()), "more_than_issued")

    def printed(self, series):
        demand("paper:" + series in self.accounts, "series_not_printed")

    def move(self, series, notes, one, other):
        self.notes.setdefault((one, series), Counter()).subtract(notes)
        self.notes.setdefault((other, series), Counter()).update(notes)

    def take_live(self, series, notes, to):
        first = Counter({face: min(count, self.there("circulation", series)[face]) for face, count in notes.items()})
        self.move(series, first, "circulation", to)
        self.move(series, Counter(notes) - first, "missing", to)

    def euro_moves(self, cents, one, other):
        self.euro[one] = self.euro.get(one, 0) - cents
        self.euro[other] = self.euro.get(other, 0) + cents

    def lose(self, booked, series, notes, place):
        """What is not there is missing, and the issuer bears it."""
        if value(notes):
            self.move(series, notes, place, "missing")
            if not is_live(place):
                self.counter_side(booked, "paper:" + series, value(notes))
                self.counter_side(booked, "shortage:" + series, -value(notes))

    def gain(self, booked, series, notes, place):
        """What is too many comes out of what is live, and is the issuer's gain."""
        if value(notes):
            self.take_live(series, notes, place)
            if not is_live(place):
                self.counter_side(booked, "paper:" + series, -value(notes))
                self.counter_side(booked, "surplus:" + series, value(notes))

    # Offices.

    def office(self, order):
        at = (self.completer and self.completer.place) or order.place
        demand(at, "contact_point_needed")
        demand(at in self.design.points, "contact_point_unknown")
        demand({"exchange", "redemption"} & set(self.design.points[at]["functions"]), "not_an_office")
        return at

    def open_office(self, order):
        office = self.office(order)
        demand(self.office_days.get(office, {}).get("is") == "open", "office_not_open")
        return office

    def may_touch(self, order, depot):
        """An office its own drawers while it is open, and nobody at an office the vault."""
        office = depot[1] if depot[0] in ("stock", "returned") else None
        demand(not office or self.office_days.get(office, {}).get("is") == "open", "office_not_open")
        asked = self.completer or order
        if self.design.roles[asked.role]["scope"] == "contact_point":
            demand(office and asked.place == office, "not_own")

    def drawers(self, office):
        there = {}
        for (place, series), notes in self.notes.items():
            if place[1:] == (office,) and place[0] in ("stock", "till", "returned") and +notes:
                there[place, series] = +notes
        return there

    def differs(self, office):
        """(place, series, short, over) of each drawer that a count found otherwise; and cents that are over."""
        counted, there = self.office_days[office]["count"], self.drawers(office)
        notes = [
            (place, series, there.get((place, series), Counter()) - counted["notes"].get((place, series), Counter()),
             counted["notes"].get((place, series), Counter()) - there.get((place, series), Counter()))
            for place, series in sorted(there.keys() | counted["notes"].keys())
        ]
        return [one for one in notes if one[2] or one[3]], counted["cents"] - self.euro.get(("till", office), 0)

    def ask_open_office(self, order, ask):
        self.paper()

        def effect():
            office = self.office(order)
            was = self.office_days.get(office, {})
            demand(was.get("is") != "open", "office_open")
            if was.get("is") == "counted":
                notes, cents = self.differs(office)
                demand(not notes and not cents, "difference_open")

            def book():
                self.office_days[office] = {"is": "open"}
                return Booked()

            return book

        return About("count_cash"), effect

    def ask_count_cash(self, order, ask):
        self.paper()

        def effect():
            office = self.open_office(order)
            demand(len(set(ask["series"])) == len(ask["series"]), "series_twice")
            notes = {}
            for at, code in enumerate(ask["series"]):
                series = self.series(code)
                for drawer in ("stock", "till", "returned"):
                    some = Counter(ask[drawer][at])
                    if value(some):
                        self.pieces(series, some)
                        notes[(drawer, office), code] = some

            def book():
                count = {"notes": notes, "cents": ask["cents"]}
                self.office_days[office] = {"is": "counted", "by": order.actor, "count": count}
                return Booked()

            return book

        return About("count_cash"), effect

    def counted(self, order, ask):
        day = self.office_days.get(ask["office"], {})
        demand(day.get("is") == "counted", "not_counted")
        demand(all(one.actor != day["by"] for one in (order, self.completer) if one), "second_person_needed")

    def ask_approve_difference(self, order, ask):
        self.paper()

        def effect():
            self.counted(order, ask)
            notes, cents = self.differs(ask["office"])
            demand(order.reason or (not notes and not cents), "reason_needed")
            for _, series, _, over in notes:
                self.were_issued(series, over)

            def book():
                booked = Booked()
                for place, series, short, _ in notes:
                    self.lose(booked, series, short, place)
                for place, series, _, over in notes:
                    self.gain(booked, series, over, place)
                self.euro_moves(cents, "outside", ("till", ask["office"]))
                self.office_days[ask["office"]] = {"is": "settled"}
                return booked

            return book

        return About("approve_difference"), effect

    def ask_ask_recount(self, order, ask):
        self.paper()

        def effect():
            self.counted(order, ask)

            def book():
                self.office_days[ask["office"]] = {"is": "open"}
                return Booked()

            return book

        return About("approve_difference"), effect

    # The vault and the ways from it.

    def ask_print_notes(self, order, ask):
        series, notes = self.series(ask["series"]), ask["notes"]
        self.pieces(series, notes)

        def effect():
            printed = self.notes.get(("printed", ask["series"]), Counter())
            most = series.get("print_run", 2**32 - 1)
            demand(all(count - printed[face] <= most for face, count in notes.items()), "print_run")

            def book():
                if "paper:" + ask["series"] not in self.accounts:
                    for side in ("paper:", "shortage:", "surplus:", "bought:"):
                        self.chart(side + ask["series"])
                self.move(ask["series"], notes, "printed", "vault")
                return Booked()

            return book

        return About("print_notes"), effect

    def ask_destroy_notes(self, order, ask):
        self.pieces(self.series(ask["series"]), ask["notes"])

        def effect():
            self.are_there(ask["series"], ask["notes"], "vault")

            def book():
                self.move(ask["series"], ask["notes"], "vault", "destroyed")
                return Booked()

            return book

        return About("print_notes"), effect

    def ask_send_notes(self, order, ask):
        one, to, series = ask["from"], ask["to"], ask["series"]
        self.pieces(self.series(series), ask["notes"])
        demand(one != to, "route_wrong")

        def effect():
            self.may_touch(order, one)
            if to[0] == "partner":
                self.contract(to[1], "issuing", order.value_day)
            elif to[0] == "stock":
                demand(to[1] in self.design.points, "contact_point_unknown")
                demand({"exchange", "redemption"} & set(self.design.points[to[1]]["functions"]), "not_an_office")
            self.are_there(series, ask["notes"], one)

            def book():
                self.move(series, ask["notes"], one, ("transit", ask["carrier"]))
                self.sendings[order.id] = ask
                return Booked()

            return book

        return About("send_notes", partner=one[1] if one[0] == "partner" else None), effect

    def sending(self, ask):
        demand(ask["sending"] in self.sendings, "sending_unknown")
        return self.sendings[ask["sending"]]

    def ask_receive_notes(self, order, ask):
        sent = self.sending(ask)
        series, to, transit = sent["series"], sent["to"], ("transit", sent["carrier"])

        def effect():
            self.may_touch(order, to)
            if value(ask["notes"]):
                self.pieces(self.series(series), ask["notes"])
            short, over = Counter(sent["notes"]) - Counter(ask["notes"]), Counter(ask["notes"]) - Counter(sent["notes"])
            demand(order.reason or (not short and not over), "reason_needed")
            self.were_issued(series, over)

            def book():
                booked = Booked()
                self.move(series, sent["notes"], transit, to)
                self.lose(booked, series, short, to)
                self.gain(booked, series, over, to)
                del self.sendings[ask["sending"]]
                return booked

            return book

        return About("receive_notes", partner=to[1] if to[0] == "partner" else None), effect

    def ask_report_lost(self, order, ask):
        self.paper()

        def effect():
            demand(order.reason, "reason_needed")
            sent = self.sending(ask)

            def book():
                booked = Booked()
                self.lose(booked, sent["series"], sent["notes"], ("transit", sent["carrier"]))
                del self.sendings[ask["sending"]]
                return booked

            return book

        return About("approve_difference"), effect

    # At the counter, on and off accounts.

    def ask_pay_out(self, order, ask):
        account, series = self.participant(ask["account"]), self.valid_series(order, ask["series"])
        code, wanted = ask["series"], ask["notes"]
        if wanted is None:
            demand(ask["amount"] > 0, "amount_zero")
        amount = ask["amount"] if wanted is None else self.pieces(series, wanted)

        def effect():
            stock = "stock", self.open_office(order)
            demand(self.paper().get("pay_out", True), "pay_out_off")
            self.printed(code)
            self.may_pay(account, amount, False)
            # Paper does not outlive the units that go onto it.
            until = series.get("spend_until", FOR_EVER)
            ends = {lot: self.lots[lot].ends for lot in account.pieces}
            fit = [lot for lot, end in ends.items() if end is None or (end >= until and until != FOR_EVER)]
            fit.sort(key=lambda lot: (ends[lot] or FOR_EVER, lot))
            taken, missing = self.first([(lot, account.pieces[lot]) for lot in fit], amount)
            demand(not missing, "available_for_paper")
            if wanted is not None:
                self.are_there(code, wanted, stock)
            notes = pick(self.there(stock, code), amount) if wanted is None else wanted

            def book():
                booked = Booked()
                self.leg(booked, account, -amount, [(lot, -units) for lot, units in taken])
                self.counter_side(booked, "paper:" + code, amount)
                self.move(code, notes, stock, "circulation")
                return booked

            return book

        return About("pay_out", account=account.id, debits=True, amount=amount), effect

    def ask_take_in(self, order, ask):
        account, series, code, notes = self.participant(ask["account"]), self.series(ask["series"]), ask["series"], ask["notes"]
        amount = self.pieces(series, notes)

        def effect():
            office = self.open_office(order)
            self.window(order, series, "deposit_until")
            self.printed(code)
            self.may_receive(account, amount)
            self.were_issued(code, notes)

            def book():
                booked = Booked()
                self.take_live(code, notes, ("returned", office))
                self.counter_side(booked, "paper:" + code, -amount)
                lot = self.issue(booked, ("paper", "paper:" + code), order.value_day, self.off_paper(order, series), None, amount)
                self.receive(booked, account, [(lot, amount)])
                return booked

            return book

        return About("take_in", account=account.id, gains=account.id, amount=amount), effect

    def off_paper(self, order, series):
        """Units that come off paper end no later than the notes could be spent; after that, some days from now."""
        fresh, until = self.design_on(order.value_day).end_of(order.value_day), series.get("spend_until")
        if not fresh or not until:
            return fresh
        if until < self.day:
            until = self.day + timedelta(self.paper().get("late_deposit_days", 30))
        return min(fresh, until)

    # At the counter, notes for something else.

    def ask_swap_notes(self, order, ask):
        old, notes = self.series(ask["from"]), ask["notes"]
        amount = self.pieces(old, notes)

        def effect():
            office = self.open_office(order)
            self.window(order, old, "swap_until")
            self.valid_series(order, ask["to"])
            self.printed(ask["from"])
            self.printed(ask["to"])
            out = pick(self.there(("stock", office), ask["to"]), amount)
            self.were_issued(ask["from"], notes)

            def book():
                booked = Booked()
                self.take_live(ask["from"], notes, ("returned", office))
                self.move(ask["to"], out, ("stock", office), "circulation")
                if ask["from"] != ask["to"]:
                    self.counter_side(booked, "paper:" + ask["from"], -amount)
                    self.counter_side(booked, "paper:" + ask["to"], amount)
                return booked

            return book

        return About("swap_notes", amount=amount), effect

    def ask_change_euro(self, order, ask):
        self.valid_series(order, ask["series"])
        design, code, cents = self.design_on(order.value_day), ask["series"], ask["cents"]
        rate = design.value_on(order.value_day)
        demand(rate and "euro" in rate[1], "value_unknown")
        demand(cents > 0, "amount_zero")
        units = Fraction(cents, 100) / design.euro_for(1, order.value_day)
        demand(units.denominator == 1, "euro_uneven")

        def effect():
            stock = "stock", self.open_office(order)
            demand(self.paper().get("change_euro", False), "change_euro_off")
            self.printed(code)
            notes = pick(self.there(stock, code), int(units))

            def book():
                booked = Booked()
                self.counter_side(booked, "bought:" + code, -int(units))
                self.counter_side(booked, "paper:" + code, int(units))
                self.move(code, notes, stock, "circulation")
                self.euro_moves(cents, "outside", ("till", stock[1]))
                return booked

            return book

        return About("swap_notes", amount=int(units)), effect

    def ask_redeem_notes(self, order, ask):
        code, notes = ask["series"], ask["notes"]
        self.pieces(self.valid_series(order, code), notes)
        bargain = self.bargain(order, ask | {"units": None})
        demand(not bargain.offer.get("per_person") and not bargain.offer.get("audience"), "offer_named")

        def effect():
            office = self.open_office(order)
            demand(is_open(bargain.offer, order.value_day), "out_of_season")
            contract = self.contract(ask["partner"], "redeeming", order.value_day)
            self.may_accept(order, contract)
            self.printed(code)
            back = value(notes) - bargain.units
            demand(back >= 0, "tendered_short")
            counted, freed = [], []
            if self.is_counted(bargain.offer["code"]):
                freed = self.room_for(bargain, [])
                counted = [(self.shelf(bargain.partner, bargain.offer["code"]), -bargain.pieces)]
            self.were_issued(code, notes)
            change = pick(self.there(("stock", office), code), back) if back else Counter()

            def book():
                booked = Booked()
                self.free(booked, freed)
                self.count(booked, counted)
                self.take_live(code, notes, ("returned", office))
                self.move(code, change, ("stock", office), "circulation")
                self.counter_side(booked, "paper:" + code, -bargain.units)
                self.counter_side(booked, "redeemed:" + contract["partner"], bargain.units)
                self.accept(order, contract, bargain.units, on_paper=True)
                self.beside(booked, bargain.partner, bargain.cents)
                return booked

            return book

        return About("redeem", partner=ask["partner"], amount=bargain.units), effect

    def ask_hand_in(self, order, ask):
        series, code, notes = self.series(ask["series"]), ask["series"], ask["notes"]
        amount = self.pieces(series, notes)

        def effect():
            office = self.open_office(order)
            contract = self.contract(ask["partner"], "redeeming", order.value_day)
            self.window(order, series, "deposit_until")
            self.printed(code)
            self.were_issued(code, notes)

            def book():
                booked = Booked()
                self.take_live(code, notes, ("returned", office))
                self.counter_side(booked, "paper:" + code, -amount)
                self.counter_side(booked, "redeemed:" + ask["partner"], amount)
                self.accept(order, contract, amount, on_paper=True)
                return booked

            return book

        return About("take_in", partner=ask["partner"], amount=amount), effect

    def ask_award_notes(self, order, ask):
        self.valid_series(order, ask["series"])
        design, code = self.design_on(order.value_day), ask["series"]
        line = design.earning.get(ask["activity"])
        demand(line, "activity_unknown")
        amount = self.earned(line, ask["measured"])
        demand(amount > 0, "nothing_earned")
        assert not design.caps and not line.get("requires"), "caps and facts in notes are not recomputed"

        def effect():
            demand(all(one.actor != ask["person"] for one in (order, self.completer) if one), "self_reward")
            contract = self.contract(ask["partner"], "issuing", order.value_day)
            demand("partners" not in line or ask["partner"] in line["partners"], "activity_elsewhere")
            counted = self.budget(contract, amount, order.value_day)
            self.printed(code)
            stock = "partner", ask["partner"]
            notes = pick(self.there(stock, code), amount)

            def book():
                booked = Booked()
                self.count(booked, counted)
                self.counter_side(booked, "issued:" + ask["partner"], -amount)
                self.counter_side(booked, "paper:" + code, amount)
                self.move(code, notes, stock, "circulation")
                return booked

            return book

        return About("award", person=ask["person"], partner=ask["partner"], amount=amount), effect

    # The till.

    def about_till(self, ask):
        series = self.series(ask["series"])
        if value(ask["notes"]):
            self.pieces(series, ask["notes"])
        else:
            demand(ask["cents"] > 0, "amount_zero")
        return About("keep_till")

    def ask_fill_till(self, order, ask):
        about = self.about_till(ask)

        def effect():
            till = "till", self.open_office(order)
            self.were_issued(ask["series"], ask["notes"])

            def book():
                self.take_live(ask["series"], ask["notes"], till)
                self.euro_moves(ask["cents"], "outside", till)
                return Booked()

            return book

        return about, effect

    def ask_hand_over_till(self, order, ask):
        about = self.about_till(ask)

        def effect():
            till = "till", self.open_office(order)
            self.are_there(ask["series"], ask["notes"], till)
            demand(self.euro.get(till, 0) >= ask["cents"], "euro_short")

            def book():
                self.move(ask["series"], ask["notes"], till, "circulation")
                self.euro_moves(ask["cents"], till, "bank")
                return Booked()

            return book

        return about, effect

    def ask_sell(self, order, ask):
        code, notes = ask["series"], Counter(ask["notes"])
        series = self.valid_series(order, code)
        if value(notes):
            self.pieces(series, notes)
        demand(ask["price"] or ask["euro_price"], "amount_zero")

        def effect():
            till = "till", self.open_office(order)
            demand(value(notes) >= ask["price"], "tendered_short")
            demand(ask["cents"] >= ask["euro_price"], "euro_tendered_short")
            self.were_issued(code, notes)
            back = value(notes) - ask["price"]
            # What is given can be given back as change.
            change = pick(self.there(till, code) + notes, back) if back else Counter()
            given_back = ask["cents"] - ask["euro_price"]
            demand(self.euro.get(till, 0) + ask["cents"] >= given_back, "euro_short")

            def book():
                self.take_live(code, notes, till)
                self.move(code, change, till, "circulation")
                self.euro_moves(ask["euro_price"], "outside", till)
                return Booked()

            return book

        return About("keep_till", amount=ask["price"]), effect
