"""Partners paid in euro: what they took in, claims, two people who approve, what is paid, what is owed back.

Rates and fees are those of the day of the activity; the euro of a claim are rounded once for all units at one
rate and one fee, and the fee is divided off in whole cents by the largest remainder. Not recomputed: units that
euro back, and taking back an order by which a partner took units in; no day book here has them.
"""

from collections import Counter
from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction

from plain_caps import period_of
from plain_words import About, Booked, demand, rounded


@dataclass
class Acceptance:
    partner: str
    day: date
    units: int
    rate: Fraction  # cents for a minor unit
    fee: Fraction  # of the whole
    on_paper: bool
    claim: str | None = None
    clawed: int = 0


def pay_and_fee(cents, fee):
    """Whole cents divided by the largest remainder; of two alike the first gets the cent."""
    exact = [cents * (1 - fee), cents * fee]
    shares = [part.numerator // part.denominator for part in map(Fraction, exact)]
    if sum(shares) < cents:
        rests = [part - share for part, share in zip(exact, shares)]
        shares[rests.index(max(rests))] += 1
    return shares


def next_first(per, day):
    """The first day of the next period."""
    later = day
    while period_of(per, later) == period_of(per, day):
        later += timedelta(1)
    return later


class Settling:
    """The part of the plain books that settles with partners."""

    def accept(self, order, contract, units, on_paper=False):
        """Notes what a partner is to be paid for; the books of accounts are for the caller."""
        design = self.design_on(order.value_day)
        if not design.settlement:
            return
        own = contract["terms"] or {}
        rate, fee = own.get("rate") or self.rate(design, order.value_day), own.get("fee", self.terms_of(design)["fee"])
        assert order.id not in self.acceptances
        self.acceptances[order.id] = Acceptance(contract["partner"], order.value_day, units, rate, fee, on_paper)

    def may_accept(self, order, contract):
        """Whoever would not be paid is told at the counter."""
        design = self.design_on(order.value_day)
        if design.settlement and not (contract["terms"] or {}).get("rate"):
            demand(self.rate(design, order.value_day), "rate_unknown")

    @staticmethod
    def rate(design, day):
        rates = [one for one in design.settlement.get("rate", []) if one["from"] <= day]
        if rates:
            return Fraction(str(rates[-1]["euro"])) * 100 / design.minor(rates[-1]["units"])
        value = design.value_on(day)
        return design.euro_for(1, day) * 100 if value and "euro" in value[1] else None

    @staticmethod
    def terms_of(design):
        block = design.settlement
        return {
            "fee": Fraction(str(block.get("fee_percent", 0))) / 100,
            "period": block.get("period"),
            "minimum": int(Fraction(str(block.get("minimum", 0))) * 100),
            "claim_days": block.get("claim_days"),
        }

    def terms(self, partner):
        terms = self.terms_of(self.design)
        contract = self.contract_today(partner)
        return terms | ((contract or {}).get("terms") or {})

    def contract_today(self, partner):
        begun = [one for one in self.partners[partner] if (one["from"] or date.min) <= self.day]
        return begun[-1] if begun and self.day <= (begun[-1]["until"] or date.max) else None

    # A claim.

    def ask_file_claim(self, order, ask):
        partner = ask["partner"]
        demand(partner in self.partners, "partner_unknown")

        def effect():
            demand(self.design.settlement, "settlement_off")
            demand(any("redeeming" in one["roles"] for one in self.partners[partner]), "partner_role")
            terms = self.terms(partner)
            demand((partner, ask["invoice"]) not in self.invoices, "invoice_used")
            latest = self.day
            if terms["period"]:
                at_end = next_first(terms["period"], self.day) == self.day + timedelta(1)
                latest = self.day if at_end else period_of(terms["period"], self.day) - timedelta(1)
            through = ask["through"] or latest
            whole = not terms["period"] or next_first(terms["period"], through) == through + timedelta(1)
            demand(through <= latest and whole, "not_whole_period")
            window = terms["claim_days"]
            first = date.min if window is None else self.day - timedelta(window)
            mine = [(name, one) for name, one in self.acceptances.items() if one.partner == partner and not one.claim]
            due = [(name, one) for name, one in mine if one.day <= through]
            taken = [name for name, one in due if one.day >= first and one.units]
            demand(taken, "claim_window_over" if due else "nothing_to_claim")
            claim = {"partner": partner, "filed_by": order.actor, "state": "filed", "taken": taken}
            cents = sum(pay for pay, _ in self.lines(claim))
            demand(not self.contract_today(partner) or cents >= terms["minimum"], "below_claim_minimum")

            def book():
                self.claims[order.id] = claim
                self.invoices.add((partner, ask["invoice"]))
                for name in taken:
                    self.acceptances[name].claim = order.id
                return Booked()

            return book

        return About("claim_settlement", partner=partner), effect

    def lines(self, claim):
        """(what is paid, what is kept) for all units at one rate and one fee."""
        units = Counter()
        for name in claim["taken"]:
            one = self.acceptances[name]
            units[one.rate, one.fee] += one.units
        mode = self.design.settlement.get("rounding", "half_up")
        return [pay_and_fee(rounded(rate * count, mode), fee) for (rate, fee), count in units.items()]

    def claim(self, ask):
        demand(ask["claim"] in self.claims, "claim_unknown")
        return self.claims[ask["claim"]]

    def ask_reject_claim(self, order, ask):
        claim = self.claim(ask)

        def effect():
            demand(claim["state"] == "filed", "claim_stands")
            demand(order.reason, "reason_needed")
            name, units = ask["acceptance"], ask["units"]
            if name is None:
                demand(units is None, "not_in_claim")
            else:
                demand(name in claim["taken"] and self.acceptances[name].units, "not_in_claim")
                units = self.acceptances[name].units if units is None else units
                demand(units > 0, "amount_zero")
                demand(units <= self.acceptances[name].units, "more_than_original")

            def book():
                if name is None:
                    claim["state"] = "rejected"
                    for one in claim["taken"]:
                        self.acceptances[one].claim = None
                else:
                    self.acceptances[name].units -= units
                return Booked()

            return book

        return About("reject_claim", partner=claim["partner"]), effect

    def ask_approve_claim(self, order, ask):
        claim = self.claim(ask)
        partner = claim["partner"]

        def effect():
            demand(claim["state"] == "filed", "claim_stands")
            demand(all(one.actor != claim["filed_by"] for one in (order, self.completer) if one), "own_claim")
            net = sum(pay for pay, _ in self.lines(claim))
            counted, budget = [], self.design.settlement.get("budget")
            if budget:
                key = "settled", budget["per"], period_of(budget["per"], self.day)
                left = int(Fraction(str(budget["euro"])) * 100) - self.counters.get(key, 0)
                demand(net <= left, "settlement_budget")
                counted = [(key, net)]
            assert "budget" not in self.terms(partner), "a partner's own budget of euro is not recomputed"
            due = "due", partner
            set_off = min(net, self.euro.get(due, 0))

            def book():
                booked = Booked()
                self.count(booked, counted)
                self.euro_moves(set_off, due, "outside")
                self.euro_moves(net - set_off, "outside", ("owed", partner))
                claim["state"], claim["pay"] = "approved" if net > set_off else "paid", net - set_off
                return booked

            return book

        return About("approve_settlement", partner=partner), effect

    def ask_confirm_paid(self, order, ask):
        claim = self.claim(ask)

        def effect():
            demand(claim["state"] == "approved", "claim_stands")

            def book():
                self.euro_moves(claim["pay"], ("owed", claim["partner"]), "outside")
                claim["state"] = "paid"
                return Booked()

            return book

        return About("confirm_payment", partner=claim["partner"]), effect

    def ask_return_payment(self, order, ask):
        claim = self.claim(ask)

        def effect():
            demand(claim["state"] == "paid" and claim["pay"], "claim_stands")

            def book():
                self.euro_moves(claim["pay"], "outside", ("owed", claim["partner"]))
                claim["state"] = "approved"
                return Booked()

            return book

        return About("confirm_payment", partner=claim["partner"]), effect

    def ask_claw_back(self, order, ask):
        one = self.acceptances.get(ask["original"])
        claim = one and one.claim and self.claims[one.claim]
        demand(claim, "not_settled")
        demand(claim["state"] in ("approved", "paid"), "in_claim")
        units = one.units - one.clawed if ask["units"] is None else ask["units"]
        demand(units > 0, "amount_zero")
        demand(units <= one.units - one.clawed, "more_than_original")
        assert one.on_paper, "what is clawed back of units on accounts is not recomputed"

        def effect():
            alike = [self.acceptances[name] for name in claim["taken"]]
            alike = [other for other in alike if (other.rate, other.fee) == (one.rate, one.fee)]
            mode = self.design.settlement.get("rounding", "half_up")
            all_units, so_far = sum(other.units for other in alike), sum(other.clawed for other in alike)
            net, _ = pay_and_fee(rounded(one.rate * all_units, mode), one.fee)
            # Rounded down for all that is clawed back so far, so that the parts add up to the whole.
            cents = net * (so_far + units) // all_units - net * so_far // all_units

            def book():
                self.euro_moves(cents, "outside", ("due", one.partner))
                one.clawed += units
                return Booked()

            return book

        return About("claw_back", partner=one.partner, amount=units), effect

    def settled(self):
        """For every partner with something to settle: units open, and cents claimed, owed, paid and owed back."""
        names = {one.partner for one in self.acceptances.values()}
        for partner in sorted(names):
            states = Counter()
            for claim in (one for one in self.claims.values() if one["partner"] == partner):
                filed = claim["state"] == "filed"
                states[claim["state"]] += sum(pay for pay, _ in self.lines(claim)) if filed else claim.get("pay", 0)
            open_units = sum(one.units for one in self.acceptances.values() if one.partner == partner and not one.claim)
            yield partner, open_units, states["filed"], states["approved"], states["paid"], self.euro.get(("due", partner), 0)
