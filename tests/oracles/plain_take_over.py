"""Taking over the balances of a scheme that ran before: the list, and the order it becomes."""

import hashlib
import json
from datetime import date, timedelta

from plain_words import About, Booked, Order, Refused, demand


def read_list(text, design):
    """The lines of a list of balances, in whole minor units."""
    version, header, *lines = text.splitlines()
    if version != "# takeover 1":
        raise SystemExit("not a list of balances of version 1")
    accounts = {}
    for line in filter(None, lines):
        row = dict(zip(header.split(";"), line.split(";"), strict=True))
        one = accounts.setdefault(row["account"], {"account": row["account"], "balance": None, "lots": []})
        if row["balance"]:
            one["balance"] = design.minor(row["balance"].replace(",", "."))
        if row["amount"]:
            lot = {"amount": design.minor(row["amount"].replace(",", ".")), "earned_on": row["earned"]}
            one["lots"].append(lot | ({"ends_on": row["ends"]} if row["ends"] else {}))
    return list(accounts.values())


def order_id(ledger, day, actor, step, lines):
    """The id of the order by which somebody asks for it, or completes it; both say which balances."""
    lines = [{key: value for key, value in line.items() if value != []} for line in lines]
    balances = json.dumps({"lines": lines}, separators=(",", ":"))
    text = f"{step} {actor} {day} {balances}".encode()
    return hashlib.sha256(b"muntwerk.daybook.takeover.1" + ledger.encode() + b"\0" + text).hexdigest()[:32]


def orders(day, lines, by, second):
    """What the two ask, each in the role in which they may; and the id that each has in a ledger."""
    common = {"role": "project_manager", "day": day, "value_day": day, "instant": day.toordinal() * 24 * 60}
    asks = ("asked", by, "take_over", {"lines": lines}), ("completed", second, "complete", {"pending": "asked"})
    for step, actor, what, ask in asks:
        order = Order(id=step, actor=actor, what=what, ask=ask, **common)
        yield order, lambda ledger, order=order: order_id(ledger, day, order.actor, order.id, lines)


class TakingOver:
    """The part of the plain books that takes balances over."""

    def ask_take_over(self, order, ask):
        def effect():
            demand(not self.taken_over, "take_over_done")
            demand(not any(account.pieces or account.balance for account in self.accounts.values()), "take_over_late")
            coming = [(self.receiver(line), line, self.lots_of(order, line)) for line in ask["lines"] if line["balance"]]
            demand(coming, "amount_zero")
            total = sum(line["balance"] for _, line, _ in coming)

            def book():
                booked = Booked()
                for account, line, lots in coming:
                    origin = "opening", "system:opening"
                    pieces = [(self.issue(booked, origin, earned, end, None, units), units) for units, earned, end in lots]
                    owed = -line["balance"] if line["balance"] < 0 else 0
                    self.leg(booked, account, line["balance"], pieces, owed)
                if total:
                    self.counter_side(booked, "system:opening", -total)
                self.taken_over = True
                # Whoever took part before was not told by these books of any end.
                self.noticed_through = date.min
                return booked

            return book

        return About("take_over"), effect

    def receiver(self, line):
        demand(line["account"] in self.accounts, "account_unknown")
        account = self.accounts[line["account"]]
        pot = account.id == "system:pot" and self.design.has_pot
        demand(account.takes_part or pot or account.id == "system:group", "not_a_participant")
        demand(account.state != "closed", "may_not_receive")
        may_owe = account.id == "system:group" or (account.takes_part and self.design.credit)
        demand(line["balance"] > 0 or may_owe, "take_over_debt")
        return account

    def lots_of(self, order, line):
        """(units, day of earning, end) of each lot; a balance without any was earned today."""
        lots = line["lots"] or [{"amount": line["balance"], "earned_on": order.value_day.isoformat()}]
        if line["balance"] < 0:
            demand(not line["lots"], "take_over_lots")
            return []
        demand(sum(lot["amount"] for lot in lots) == line["balance"], "take_over_lots")
        return [(lot["amount"], date.fromisoformat(lot["earned_on"]), self.brought_end(order, lot)) for lot in lots]

    def brought_end(self, order, lot):
        earned, design = date.fromisoformat(lot["earned_on"]), self.design_on(order.value_day)
        own = date.fromisoformat(lot["ends_on"]) if "ends_on" in lot else None
        demand(earned <= order.value_day and (own is None or own >= earned), "take_over_dates")
        end = own or design.end_of(earned)
        if end is None or end >= self.day:
            return end
        if design.expiry.get("late_award", "refuse") == "refuse":
            raise Refused("take_over_lapsed")
        return self.day + timedelta(design.expiry["late_award_days"])
