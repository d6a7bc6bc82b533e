"""Taking an order back: what the receiver still holds of the same lots, then what the design says."""

from datetime import timedelta

from plain_words import About, Booked, Refused, demand


class Reversals:
    """The part of the plain books that takes back."""

    def ask_reverse(self, order, ask):
        original = self.original_of(order)
        demand(original, "original_unknown")
        first, entry = original
        kinds = ("award", "welcome", "transfer", "gift", "pay_for_relative", "redeem", "pick_up", "complete")
        demand(first.what in kinds and not entry.reverses, "not_reversible")
        # Before it took the last piece, a redemption may have released what ran out of time.
        demand(len(entry.legs) == 2 or (entry.legs and first.what == "redeem"), "not_reversible")
        payer_leg, payee_leg = sorted(entry.legs[-2:], key=lambda leg: leg.amount)
        whole = payee_leg.amount
        amount = whole if ask.get("amount") is None else ask["amount"]
        demand(amount <= whole, "more_than_original")
        demand(amount > 0, "amount_zero")
        # What was picked up was paid when it was reserved.
        kept = entry.picked_up
        payer = self.accounts[kept["account"] if kept else payer_leg.account]
        payee = self.accounts[payee_leg.account]
        members = [account.id for account in (payer, payee) if account.kind != "chart"]
        partner = kept["bargain"].partner if kept else first.ask.get("partner")
        if partner is None:
            sides = [name.partition(":")[2] for name in (payer.id, payee.id) if ":" in name]
            partner = next((name for name in sides if name in self.partners), None)
        about = About("reverse", amount=amount, partner=partner)
        about.account = members[0] if members else None
        about.other = members[1] if len(members) > 1 else None

        def effect():
            window = self.design.reversal.get("window_days", 60)
            demand(first.day + timedelta(window) >= self.day, "reversal_window")
            demand(ask["original"] not in self.reversed, "already_reversed")
            demand("closed" not in (payer.state, payee.state), "may_not_receive")
            plan = self.plan_take_back(payee, payee_leg, amount)

            def book():
                booked = Booked(reverses=True)
                same, other = self.take_back(booked, payee, plan, order)
                back = sum(units for _, units in same) + other
                if payer.id.startswith("issued:"):
                    self.counter_side(booked, payer.id, back)
                else:
                    self.give_to_payer(booked, entry, payer, payer_leg, payee, same, other)
                for key, units in entry.counted:
                    # Acts and pieces are whole: they come back with all of the units, or not at all.
                    whole = abs(units) if back == payee_leg.amount else 0
                    much = whole if key[-1] in ("times", "pieces") else min(abs(units), back)
                    used = self.counters.get(key, 0)
                    self.counters[key] = used + much if units < 0 else used - min(much, used)
                if entry.euro and back == payee_leg.amount:
                    self.beside(booked, partner, -entry.euro)
                if entry.inside:
                    self.taken_in[partner] -= back
                self.reversed[ask["original"]] = back
                return booked

            return book

        return about, effect

    def plan_take_back(self, payee, received, asked):
        """What the receiver gives back: same lots, debt redrawn, other lots, new debt, off the pot."""
        if payee.id.startswith("redeemed:"):
            return {"asked": asked}
        got = [(lot, min(units, payee.pieces.get(lot, 0))) for lot, units in received.pieces]
        same, missing = self.first(got, asked)
        # What the receipt repaid of the receiver's own debt was never spent: it comes out of what else
        # is held, then as debt again, down to the floor and no further.
        # Technical debt is technical again and knows no floor; nor does a soft floor or a debt stop,
        # past which the balance may have been.
        marked = min(-received.technical, missing)
        floor = self.design.limits_of(payee, self.day)["floor"] if self.design.credit else 0
        floor += not self.design.floor_is.get("inclusive", True)
        hard = self.design.floor_is.get("over", "refuse") == "refuse"
        hard = hard and self.design.floor_is.get("tested", "after") == "after"
        room = max(0, payee.balance + payee.technical - sum(units for _, units in same) - floor)
        credit = min(received.technical - received.drawn, missing - marked)
        unrepaid = marked + (min(credit, room) if hard else credit)
        short = missing - unrepaid
        rest = [(lot, units - dict(same).get(lot, 0)) for lot, units in self.in_order(payee)]
        covered, owed = self.first(rest, unrepaid)
        marked = min(marked, owed)
        plan = {"asked": asked, "same": same, "redrawn": owed - marked, "more": covered, "owes": marked, "pot": 0}
        if not short:
            return plan
        rest = [(lot, units - dict(covered).get(lot, 0)) for lot, units in rest]
        policy = self.design.reversal.get("when_spent", "refuse")
        if policy == "refuse" or (policy == "partial" and short == asked):
            raise Refused("receiver_spent")
        if policy == "other_lots":
            more, lacking = self.first(rest, short)
            demand(not lacking, "receiver_spent")
            plan["more"] = [*covered, *more]
        elif policy == "technical_debt":
            more, lacking = self.first(rest, short)
            plan["owes"] += lacking
            plan["more"] = [*covered, *more]
        elif policy == "pot":
            demand(self.accounts["system:pot"].balance >= short, "pot_short")
            plan["pot"] = short
        return plan

    def take_back(self, booked, payee, plan, order):
        """Books the receiver's side; gives pieces of the same lots, and how much came from elsewhere."""
        if "same" not in plan:
            self.counter_side(booked, payee.id, -plan["asked"])
            return [], plan["asked"]
        if plan["pot"]:
            self.pay(booked, self.accounts["system:pot"], plan["pot"], order)
        pieces = dict(plan["same"])
        for lot, units in plan["more"]:
            pieces[lot] = pieces.get(lot, 0) + units
        drawn = plan["redrawn"] + plan["owes"]
        amount = sum(pieces.values()) + drawn
        gone = [(lot, -units) for lot, units in pieces.items()]
        self.leg(booked, payee, -amount, gone, drawn, plan["owes"])
        other = drawn + plan["pot"] + sum(units for _, units in plan["more"])
        return plan["same"], other

    def give_to_payer(self, booked, entry, payer, payer_leg, payee, same, other):
        """The payer gets back what was paid, each unit with the date it had."""
        paid = {lot: -units for lot, units in payer_leg.pieces}
        paid.update({lot: units for lot, units in entry.issues if self.lots[lot].origin[0] == "credit"})
        here = {lot for lot, _ in entry.issues}
        back = []  # (lot whose dates they have, lot they are or come from, units, the very same lot)
        for lot, units in same:
            parent = self.lots[lot].parent
            before = parent if lot in here and parent is not None else lot
            if before in paid:
                paid[before] = max(0, paid[before] - units)
            back.append((before, lot, units, before == lot))
        back.sort(key=lambda piece: not piece[3])
        back += [(lot, lot, units, False) for lot, units in self.first(paid.items(), other)[0]]
        given, lapsed = [], []
        for dates_of, lot, units, very_same in back:
            dates = self.lots[dates_of]
            fate, until = self.fate(payer, dates)
            if very_same and fate != "until":
                if fate == "lapses":
                    lapsed.append((lot, units))
                else:
                    given.append((lot, units, dates_of))
                continue
            new = self.issue(booked, ("renewed", payee.id), dates.earned, until or dates.ends, lot, units)
            if fate == "lapses":
                lapsed.append((new, units))
            else:
                given.append((new, units, dates_of))
        if given:
            # What was drawn to pay is repaid with what was drawn.
            drawn = {lot for lot, _ in entry.issues if self.lots[lot].origin[0] == "credit"}
            given.sort(key=lambda piece: piece[2] not in drawn)
            self.receive(booked, payer, [(lot, units) for lot, units, _ in given])
        if lapsed:
            self.away(booked, self.design.lapse_to, lapsed)
