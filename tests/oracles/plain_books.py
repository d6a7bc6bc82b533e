"""The books of a community currency a second time, slow and plain, to check the engine by.

Written from the written rules (the decisions of the design, the requirements of the domain), with maps
and lists, whole numbers and nothing of the library. Every figure is a whole number of minor units.

What it decides, in the words of the rules:

  - an order books on the current day; the activity lies back by at most the late window;
  - a role may do what the matrix says: allow, behalf (a mandate and a client), register (evidence and a
    client), propose (somebody else completes it); "own", "second" and "same_day" narrow that;
  - nobody rewards themselves or their household; nobody who acts for another gains by it;
  - paying takes the lots that end soonest, then draws credit down to the floor; any receipt first repays
    what is drawn, and retires as much;
  - a reversal takes back what the receiver still holds of the same lots, then what the design says; the
    payer gets units with the dates they had;
  - a lot lapses at the closing of its last day plus grace, not before the notice has run its term.
"""

import calendar
from dataclasses import dataclass, field
from datetime import date, timedelta
from fractions import Fraction

# Turned away without a trace: the same id may be tried again (decision 4).
UNRECORDED = {"actor_unknown", "too_old", "id_conflict", "closing_under_way", "not_in_batch", "stale"}
# What somebody can be mandated to do for a participant.
ACTABLE = {"transfer", "gift", "redeem", "close_account", "see_account"}
FOR_EVER = date.max


class Refused(Exception):
    def __init__(self, code):
        super().__init__(code)
        self.code = code


def demand(holds, code):
    if not holds:
        raise Refused(code)


def rounded(number, mode):
    """A fraction of zero or more as a whole number."""
    down = number.numerator // number.denominator
    rest = number - down
    if mode == "up":
        return down + (rest > 0)
    if mode == "half_up":
        return down + (rest >= Fraction(1, 2))
    if mode == "half_even":
        return down + (rest > Fraction(1, 2) or (rest == Fraction(1, 2) and down % 2))
    return down


def last_of_month(day):
    return day.replace(day=calendar.monthrange(day.year, day.month)[1])


def months_on(day, months):
    month = day.month - 1 + months
    first = date(day.year + month // 12, month % 12 + 1, 1)
    return first.replace(day=min(day.day, last_of_month(first).day))


@dataclass
class Order:
    id: str
    actor: str
    role: str
    day: date
    value_day: date
    what: str
    ask: dict
    place: str | None = None
    client: str | None = None
    reason: str | None = None
    evidence: str | None = None

    def asks_the_same(self, other):
        mine, theirs = vars(self).copy(), vars(other).copy()
        mine.pop("day"), theirs.pop("day")
        return mine == theirs


@dataclass
class Account:
    id: str
    kind: str
    holders: list
    state: str = "active"
    balance: int = 0
    drawn: int = 0
    technical: int = 0
    pieces: dict = field(default_factory=dict)  # lot number -> units


@dataclass
class Lot:
    origin: tuple  # (how, through which account)
    earned: date
    ends: date | None
    parent: int | None
    issued: int = 0


@dataclass
class About:
    """Whom and what an order concerns."""

    action: str
    account: str | None = None
    other: str | None = None
    person: str | None = None
    partner: str | None = None
    debits: bool = False
    gains: str | None = None
    amount: int = 0


@dataclass
class Leg:
    """What a booked order did to one account."""

    account: str
    amount: int
    pieces: list = field(default_factory=list)  # (lot number, units), units below zero when they leave
    drawn: int = 0
    technical: int = 0


@dataclass
class Booked:
    legs: list = field(default_factory=list)
    issues: list = field(default_factory=list)  # (lot number, units)
    counted: list = field(default_factory=list)  # (mandate and month, units)
    reverses: bool = False


class Design:
    """The keys of a design file that matter here, defaults filled in."""

    def __init__(self, toml, default_matrix):
        """`default_matrix` holds the roles and permissions unless the file says otherwise."""
        self.scale = toml["unit"]["scale"]
        self.values = [
            (value["from"], Fraction(str(value["units"])), value) for value in toml["unit"].get("value", [])
        ]
        circulation = toml["circulation"]
        credit = circulation.get("mutual_credit")
        self.credit = credit is not None
        self.floor = self.minor(credit["floor"]) if credit else 0
        self.ceiling = self.minor(credit["ceiling"]) if credit and "ceiling" in credit else None
        self.floor_before = bool(credit) and credit.get("floor_tested", "after") == "before"
        self.earning = {line["code"]: line for line in toml.get("earning", [])}
        self.redemption = {line["code"]: line for line in toml.get("redemption", [])}
        expiry = toml.get("expiry", {"rule": "never"})
        self.expiry = expiry
        self.notice = expiry.get("notice")
        self.grace = expiry.get("grace_days", 0)
        self.lapse_to = expiry.get("destination", "lapsed")
        self.renew = expiry.get("on_transfer", "keep") == "renew"
        lots = toml.get("lots", {})
        self.grain = lots.get("grain", "issue")
        self.soonest = lots.get("spend", "soonest_to_expire") == "soonest_to_expire"
        days = toml.get("days", {})
        self.late_window, self.pending = days.get("late_window", 7), days.get("pending", 30)
        self.spending = toml.get("spending", {})
        self.reversal = toml.get("reversal", {})
        self.balance_to = toml.get("leaving", {}).get("balance_to", "refuse")
        self.has_pot = "pot" in toml
        self.points = {point["id"]: point["functions"] for point in toml.get("contact_point", [])}
        self.holders = toml.get("office_holder", [])
        self.roles = {**default_matrix["roles"], **toml.get("roles", {})}
        self.cells = {action: dict(cells) for action, cells in default_matrix["permissions"].items()}
        for action, cells in toml.get("permissions", {}).items():
            self.cells.setdefault(action, {}).update(cells)

    def minor(self, figure):
        """A figure of the design file in minor units."""
        return int(Fraction(str(figure)) * 10**self.scale)

    def grant(self, role, action):
        cell = self.cells.get(action, {}).get(role, "none")
        return None if cell == "none" else cell.split()

    def end_of(self, earned):
        rule = self.expiry.get("rule", "never")
        if rule == "months":
            end = months_on(earned, self.expiry["months"])
            return last_of_month(end) if self.expiry.get("to_month_end", False) else end
        if rule == "year_end":
            return date(earned.year, 12, 31)
        return self.expiry["on"] if rule == "fixed_date" else None

    def value_on(self, day):
        """(units, what they stand for) in force on a day."""
        found = None
        for start, units, value in self.values:
            if start <= day:
                found = units, value
        return found

    def euro_for(self, minor, day):
        """Exact euro for minor units, as a fraction."""
        units, value = self.value_on(day)
        return Fraction(minor, 10**self.scale) * Fraction(str(value["euro"])) / units


class PlainBooks:
    def __init__(self, design, day):
        self.design, self.day = design, day
        self.accounts, self.lots, self.cohorts = {}, [], {}
        self.people, self.offices, self.mandates, self.partners = set(), [], {}, {}
        self.pendings, self.reversed, self.counters = {}, {}, {}
        self.notices, self.notice_runs = {}, {}
        self.answers = {}  # order id -> (order, Booked or refusal code)
        self.chart("system:lapsed")
        if design.has_pot:
            self.chart("system:pot")
        for holder in design.holders:
            self.people.add(holder["person"])
            self.offices.append([holder["person"], holder["role"], holder.get("scope"), day, FOR_EVER])

    def chart(self, name):
        self.accounts[name] = Account(name, "chart", [])

    # The one way in.

    def execute(self, order):
        """'booked', 'repeated' (the first answer stands and is given again) or a refusal code."""
        known = self.answers.get(order.id)
        if known:
            first, answer = known
            if not first.asks_the_same(order):
                return "id_conflict"
            return "repeated"
        try:
            answer = self.decide(order)
        except Refused as refused:
            if refused.code not in UNRECORDED:
                self.answers[order.id] = order, refused.code
            return refused.code
        self.answers[order.id] = order, answer
        return "booked"

    def decide(self, order):
        demand(order.actor in self.people, "actor_unknown")
        demand(order.day >= self.day, "day_closed")
        demand(order.day <= self.day, "close_day_first")
        demand(order.value_day <= self.day, "value_day_ahead")
        demand(order.value_day >= self.day - timedelta(self.design.late_window), "too_old")
        if order.what in ("complete", "reject", "withdraw"):
            return getattr(self, order.what)(order)
        return self.act(order, None)

    def act(self, order, completer):
        about, effect = self.prepare(order)
        grant, mandate = self.authorise(order, order, about)
        if completer:
            self.may_complete(order, completer, about)
        self.interests(order, completer, about)
        book = effect()
        waits = grant[0] == "propose" or "second" in grant
        if waits and not completer:
            self.pendings[order.id] = order, self.day + timedelta(self.design.pending)
            return Booked()
        booked = book()
        if mandate and mandate.get("per_month") is not None:
            key = order.value_day.replace(day=1), mandate["id"]
            booked.counted.append((key, about.amount))
            self.counters[key] = self.counters.get(key, 0) + about.amount
        return booked

    # Who may do it.

    def holds_role(self, person, role, scope=None, any_scope=True):
        return any(
            who == person and what == role and start <= self.day <= end and (any_scope or where == scope)
            for who, what, where, start, end in self.offices
        )

    def accounts_of(self, person):
        return [account for account in self.accounts.values() if person in account.holders]

    def authorise(self, order, asked, about):
        """The grant and the mandate by which `order` may do what `asked` asks."""
        role = self.design.roles.get(order.role)
        demand(role, "role_unknown")
        grant = self.design.grant(order.role, about.action)
        demand(grant, "action_not_allowed")
        demand(order.actor in self.people, "actor_unknown")
        scope = role["scope"]
        if scope == "account":
            demand(self.accounts_of(order.actor), "role_not_held")
        elif scope == "contact_point":
            demand(order.place, "contact_point_needed")
            demand(order.place in self.design.points, "contact_point_unknown")
            demand(self.holds_role(order.actor, order.role, order.place, False), "role_not_held")
        else:
            demand(self.holds_role(order.actor, order.role), "role_not_held")
        if "own" in grant:
            demand(self.is_own(order, asked, about, scope), "not_own")
        if "same_day" in grant:
            original = self.original_of(asked)
            demand(not original or original[0].day == self.day, "not_same_day")
        if grant[0] == "behalf":
            self.names_client(order, about)
            return grant, self.mandate_for(order, asked, about)
        if grant[0] == "register":
            demand(order.evidence, "evidence_needed")
            self.names_client(order, about)
        if grant[0] == "allow" and about.debits and scope != "account":
            self.names_client(order, about)
        return grant, None

    def is_own(self, order, asked, about, scope):
        if scope == "account":
            held = [name for name in (about.account, about.other) if name]
            return about.person == order.actor or any(order.actor in self.accounts[name].holders for name in held)
        if scope == "partner":
            return about.partner is not None and self.holds_role(order.actor, order.role, about.partner, False)
        original = self.original_of(asked)
        if original is None:
            return False
        if scope == "contact_point":
            return original[0].place is not None and original[0].place == order.place
        return original[0].actor == order.actor

    def original_of(self, order):
        """The booked order that a reversal is about."""
        if order.what != "reverse":
            return None
        first, answer = self.answers.get(order.ask["original"], (None, None))
        return (first, answer) if isinstance(answer, Booked) else None

    def names_client(self, order, about):
        demand(order.client, "client_needed")
        if about.account:
            demand(order.client in self.accounts[about.account].holders, "not_the_client")
        else:
            demand(about.person in (None, order.client), "not_the_client")

    def mandate_for(self, order, asked, about):
        why = "mandate_missing"
        for mandate in self.mandates.values():
            if (mandate["holder"], mandate["client"]) != (order.actor, order.client) or mandate["revoked"]:
                continue
            if not mandate["from"] <= self.day <= mandate["until"] or about.action not in mandate["actions"]:
                continue
            month = asked.value_day.replace(day=1)
            used = self.counters.get((month, mandate["id"]), 0)
            if mandate.get("per_order") is not None and about.amount > mandate["per_order"]:
                why = "mandate_per_order"
            elif mandate.get("per_month") is not None and used + about.amount > mandate["per_month"]:
                why = "mandate_per_month"
            else:
                return mandate
        raise Refused(why)

    def may_complete(self, order, completer, about):
        demand(order.actor != completer.actor, "second_person_needed")
        grant = self.design.grant(completer.role, about.action)
        demand(grant and grant[0] != "propose", "action_not_allowed")
        self.authorise(completer, order, about)

    def interests(self, order, completer, about):
        """Nobody rewards themselves or their household; who acts for another does not gain."""
        if about.gains is None:
            return
        rewards = about.action == "award"
        for one in filter(None, (order, completer)):
            as_member = self.design.roles.get(one.role, {}).get("scope") == "account"
            if as_member and (one is order or not rewards):
                continue
            circle = {one.actor}
            for account in self.accounts_of(one.actor):
                if account.kind == "household":
                    circle.update(account.holders)
            if circle & set(self.accounts[about.gains].holders):
                raise Refused("self_reward" if rewards else "conflict_of_interest")

    # What waits for somebody.

    def waiting(self, order):
        demand(order.ask["pending"] in self.pendings, "pending_unknown")
        inner, until = self.pendings[order.ask["pending"]]
        demand(until >= self.day, "pending_expired")
        return inner

    def complete(self, order):
        booked = self.act(self.waiting(order), order)
        del self.pendings[order.ask["pending"]]
        return booked

    def reject(self, order):
        inner = self.waiting(order)
        self.may_complete(inner, order, self.prepare(inner)[0])
        del self.pendings[order.ask["pending"]]
        return Booked()

    def withdraw(self, order):
        demand(self.waiting(order).actor == order.actor, "not_the_proposer")
        del self.pendings[order.ask["pending"]]
        return Booked()

    # What can be asked. Each gives what it is about, and a step that checks and gives the booking.

    def prepare(self, order):
        return getattr(self, "ask_" + order.what)(order, order.ask)

    def participant(self, name):
        demand(name in self.accounts, "account_unknown")
        account = self.accounts[name]
        demand(account.kind != "chart", "not_a_participant")
        return account

    def ask_open(self, order, ask):
        holders = ask["holders"]
        person = order.actor if order.actor in holders else next(iter(holders), None)

        def effect():
            demand(ask["account"] not in self.accounts, "account_exists")
            many = 1 if ask["kind"] == "person" else 20
            demand(1 <= len(holders) <= many and len(set(holders)) == len(holders), "holders_wrong")

            def book():
                self.people.update(holders)
                self.accounts[ask["account"]] = Account(ask["account"], ask["kind"], list(holders))
                return Booked()

            return book

        return About("register_participant", person=person), effect

    def ask_approve_partner(self, order, ask):
        def effect():
            demand(ask["partner"] not in self.partners, "account_exists")

            def book():
                self.partners[ask["partner"]] = ask["roles"]
                self.chart("issued:" + ask["partner"])
                self.chart("redeemed:" + ask["partner"])
                return Booked()

            return book

        return About("approve_partner"), effect

    def ask_change_state(self, order, ask):
        account = self.participant(ask["account"])
        was, will = account.state, ask["state"]

        def effect():
            wrong = was == "closed" or will in ("closed", "candidate") or was == will
            wrong |= was == "candidate" and will in ("inactive", "leaver", "blocked")
            wrong |= was == "deceased" and will in ("active", "inactive", "leaver")
            demand(not wrong, "state_change")

            def book():
                account.state = will
                return Booked()

            return book

        return About("change_account_state", account=account.id), effect

    def ask_close_account(self, order, ask):
        account = self.participant(ask["account"])

        def effect():
            demand(account.state != "closed", "state_change")
            demand(account.balance >= 0, "in_debt")
            demand(account.balance == 0 or self.design.balance_to != "refuse", "balance_left")

            def book():
                booked = Booked()
                if account.balance:
                    taken = self.pay(booked, account, account.balance, order)
                    self.away(booked, self.design.balance_to, taken)
                account.state = "closed"
                return booked

            return book

        return About("close_account", account=account.id), effect

    def ask_appoint(self, order, ask):
        def effect():
            role = self.design.roles.get(ask["role"])
            demand(role, "role_unknown")
            scope, at = role["scope"], ask.get("scope")
            fits = scope == "none" and at is None
            fits |= scope == "partner" and at in self.partners
            fits |= scope == "contact_point" and role.get("function") in self.design.points.get(at, [])
            demand(fits, "scope_wrong")
            start, end = ask["from"], ask.get("until") or FOR_EVER
            demand(end >= start and end >= self.day, "dates_wrong")
            for who, what, where, other_start, other_end in self.offices:
                if (who, what, where) == (ask["person"], ask["role"], at):
                    demand(other_end < start or end < other_start, "already_appointed")

            def book():
                self.people.add(ask["person"])
                self.offices.append([ask["person"], ask["role"], at, start, end])
                return Booked()

            return book

        return About("appoint_role"), effect

    def ask_end_role(self, order, ask):
        def effect():
            mine = [
                office
                for office in self.offices
                if office[:3] == [ask["person"], ask["role"], ask.get("scope")] and office[4] > self.day
            ]
            demand(mine, "not_appointed")

            def book():
                mine[-1][4] = self.day
                return Booked()

            return book

        return About("appoint_role"), effect

    def ask_give_mandate(self, order, ask):
        def effect():
            demand(ask["id"] not in self.mandates, "mandate_exists")
            demand(ask["client"] in self.people and ask["holder"] in self.people, "person_unknown")
            demand(ask["client"] != ask["holder"], "mandate_to_self")
            demand(order.actor != ask["holder"], "mandate_by_holder")
            demand(ask["actions"] and set(ask["actions"]) <= ACTABLE, "mandate_empty")
            demand(ask["until"] >= max(ask["from"], self.day), "dates_wrong")

            def book():
                self.mandates[ask["id"]] = {**ask, "revoked": False}
                return Booked()

            return book

        return About("give_mandate", person=ask["client"]), effect

    def ask_revoke_mandate(self, order, ask):
        mandate = self.mandates.get(ask["id"])
        demand(mandate and not mandate["revoked"], "mandate_unknown")

        def book():
            mandate["revoked"] = True
            return Booked()

        return About("revoke_mandate", person=mandate["client"]), lambda: book

    def ask_record_notice(self, order, ask):
        account = self.participant(ask["account"])

        def effect():
            notice = self.notices.get((account.id, ask["end"]))
            demand(notice, "notice_unknown")
            demand(notice["outcome"] is None, "notice_settled")

            def book():
                notice["outcome"] = ask["outcome"], max(order.value_day, notice["given"])
                return Booked()

            return book

        return About("record_notice", account=account.id), effect

    def ask_award(self, order, ask):
        account = self.participant(ask["to"])
        line = self.design.earning.get(ask["activity"])
        demand(line, "activity_unknown")
        amount = self.earned(line, ask["measured"])
        demand(amount > 0, "nothing_earned")

        def effect():
            demand(ask["partner"] in self.partners, "partner_unknown")
            demand("issuing" in self.partners[ask["partner"]], "partner_role")
            demand("partners" not in line or ask["partner"] in line["partners"], "activity_elsewhere")
            self.may_receive(account, amount)
            end = self.design.end_of(order.value_day)
            if end and end < self.day:
                demand(self.design.expiry.get("late_award", "refuse") == "grant", "award_lapsed")
                end = self.day + timedelta(self.design.expiry["late_award_days"])

            def book():
                booked, source = Booked(), "issued:" + ask["partner"]
                self.counter_side(booked, source, -amount)
                lot = self.issue(booked, ("award", source), order.value_day, end, None, amount)
                self.receive(booked, account, [(lot, amount)])
                return booked

            return book

        about = About("award", account=account.id, partner=ask["partner"], gains=account.id, amount=amount)
        return about, effect

    def earned(self, line, measured):
        units = self.design.minor(line["units"])
        mode = line.get("step_rounding", "down")
        if line["per"] == "hour":
            step = line["step_minutes"]
            minutes = rounded(Fraction(measured, step), mode) * step
            return rounded(Fraction(units * minutes, 60), line.get("unit_rounding", "down"))
        if line["per"] == "quantity":
            return units * rounded(Fraction(measured, line["quantity"]), mode)
        return units * measured

    def priced(self, order, ask):
        """Units of a payment: as said, or by the minutes of service."""
        if ask.get("minutes") is None:
            return ask["amount"]
        service = self.design.spending.get("service")
        demand(service, "minutes_off")
        step = service["step_minutes"]
        minutes = rounded(Fraction(ask["minutes"], step), service["rounding"]) * step
        units, value = self.design.value_on(order.value_day)
        minor = Fraction(minutes, value["minutes"]) * units * 10**self.design.scale
        return rounded(minor, service["rounding"])

    def movement(self, order, ask, action, amount):
        demand(amount > 0, "amount_zero")
        payer, payee = self.participant(ask["from"]), self.participant(ask["to"])
        demand(payer is not payee, "self_transfer")
        return payer, payee, About(action, account=payer.id, debits=True, gains=payee.id, amount=amount)

    def ask_transfer(self, order, ask):
        amount = self.priced(order, ask)
        payer, payee, about = self.movement(order, ask, "transfer", amount)
        return about, lambda: self.moving(order, payer, payee, amount, True, self.design.renew)

    def ask_pay_for_relative(self, order, ask):
        demand(self.design.spending.get("pay_for_relatives", False), "relatives_off")
        about, effect = self.ask_transfer(order, ask)
        for name in (about.account, about.gains):
            demand(ask["relative"] not in self.accounts[name].holders, "relative_is_party")
        return about, effect

    def ask_gift(self, order, ask):
        demand(self.design.spending.get("gifts", False), "gifts_off")
        amount = ask["amount"]
        giver, payee, about = self.movement(order, ask, "gift", amount)
        on_credit = self.design.spending.get("gifts_from_credit", False)

        def effect():
            if self.design.credit and not on_credit:
                demand(amount <= max(giver.balance, 0), "gift_from_credit")
            return self.moving(order, giver, payee, amount, on_credit, False)

        return about, effect

    def moving(self, order, payer, payee, amount, on_credit, renew):
        self.may_pay(payer, amount, on_credit)
        self.may_receive(payee, amount)

        def book():
            booked = Booked()
            taken = self.pay(booked, payer, amount, order)
            if renew:
                fresh = {lot for lot, _ in booked.issues}
                end = self.credit_end(order)
                taken = [
                    piece
                    if piece[0] in fresh
                    else (
                        self.issue(booked, ("renewed", payer.id), order.value_day, end, piece[0], piece[1]),
                        piece[1],
                    )
                    for piece in taken
                ]
            self.receive(booked, payee, taken)
            return booked

        return book

    def ask_redeem(self, order, ask):
        account = self.participant(ask["account"])
        offer = self.design.redemption.get(ask["reward"])
        demand(offer, "reward_unknown")
        demand(offer.get("partner", ask["partner"]) == ask["partner"], "reward_elsewhere")
        amount = self.design.minor(offer["price"]) * ask["count"]
        demand(amount > 0, "amount_zero")

        def effect():
            demand(ask["partner"] in self.partners, "partner_unknown")
            demand("redeeming" in self.partners[ask["partner"]], "partner_role")
            self.may_pay(account, amount, False)

            def book():
                booked = Booked()
                self.pay(booked, account, amount, order)
                self.counter_side(booked, "redeemed:" + ask["partner"], amount)
                return booked

            return book

        about = About("redeem", account=account.id, partner=ask["partner"], debits=True, amount=amount)
        return about, effect

    # Whether an account may pay or receive.

    def may_pay(self, account, amount, on_credit):
        demand(account.state in ("active", "inactive", "leaver"), "may_not_pay")
        if account.state == "leaver":
            demand(amount <= max(account.balance, 0), "leaver_direction")
        if on_credit and self.design.floor_before:
            demand(account.balance > self.design.floor, "debt_stop")
        else:
            floor = self.design.floor if on_credit else 0
            demand(account.balance - amount >= floor, "insufficient_balance")

    def may_receive(self, account, amount):
        demand(account.state in ("active", "inactive", "leaver"), "may_not_receive")
        if account.state == "leaver":
            demand(amount <= max(-account.balance, 0), "leaver_direction")
        if self.design.ceiling is not None:
            demand(account.balance + amount <= self.design.ceiling, "ceiling")

    # Booking.

    def rank(self, number):
        lot = self.lots[number]
        return ((lot.ends or FOR_EVER) if self.design.soonest else lot.earned, number)

    def leg(self, booked, account, amount, pieces=(), drawn=0, technical=0):
        booked.legs.append(Leg(account.id, amount, list(pieces), drawn, technical))
        account.balance += amount
        account.drawn += drawn
        account.technical += technical
        for lot, units in pieces:
            held = account.pieces.get(lot, 0) + units
            assert held >= 0
            account.pieces[lot] = held
            if not held:
                del account.pieces[lot]

    def counter_side(self, booked, name, amount):
        self.leg(booked, self.accounts[name], amount)

    def issue(self, booked, origin, earned, ends, parent, amount):
        if self.design.grain == "month":
            earned = earned.replace(day=1)
        key = origin, earned, ends, parent
        number = self.cohorts.get(key) if self.design.grain != "issue" else None
        if number is None:
            number = self.cohorts[key] = len(self.lots)
            self.lots.append(Lot(origin, earned, ends, parent))
        self.lots[number].issued += amount
        booked.issues.append((number, amount))
        return number

    def credit_end(self, order):
        end = self.design.end_of(order.value_day)
        return end and max(end, self.day)

    @staticmethod
    def first(pieces, amount):
        """The first so many units of the pieces, and how many are missing."""
        taken = []
        for lot, held in pieces:
            part = min(held, amount)
            if part:
                taken.append((lot, part))
                amount -= part
        return taken, amount

    def in_order(self, account):
        return sorted(account.pieces.items(), key=lambda piece: self.rank(piece[0]))

    def pay(self, booked, account, amount, order):
        taken, missing = self.first(self.in_order(account), amount)
        self.leg(booked, account, -amount, [(lot, -units) for lot, units in taken], missing)
        if missing:
            end = self.credit_end(order)
            lot = self.issue(booked, ("credit", account.id), order.value_day, end, None, missing)
            taken = [*taken, (lot, missing)]
        return taken

    def receive(self, booked, account, pieces):
        amount = sum(units for _, units in pieces)
        repaid = min(account.drawn, amount)
        kept, retire = [], repaid
        for lot, units in pieces:
            gone = min(retire, units)
            retire -= gone
            if units > gone:
                kept.append((lot, units - gone))
        self.leg(booked, account, amount, kept, -repaid, -min(account.technical, repaid))

    def away(self, booked, destination, pieces):
        """Units that lapse or are left: to the pot, or out of circulation."""
        if destination == "pot":
            self.receive(booked, self.accounts["system:pot"], pieces)
        else:
            self.counter_side(booked, "system:lapsed", sum(units for _, units in pieces))

    # Taking back.

    def ask_reverse(self, order, ask):
        original = self.original_of(order)
        demand(original, "original_unknown")
        first, entry = original
        kinds = ("award", "transfer", "gift", "pay_for_relative", "redeem", "complete")
        demand(first.what in kinds and not entry.reverses and len(entry.legs) == 2, "not_reversible")
        payer_leg, payee_leg = sorted(entry.legs, key=lambda leg: leg.amount)
        whole = payee_leg.amount
        amount = whole if ask.get("amount") is None else ask["amount"]
        demand(amount <= whole, "more_than_original")
        demand(amount > 0, "amount_zero")
        payer, payee = self.accounts[payer_leg.account], self.accounts[payee_leg.account]
        members = [account.id for account in (payer, payee) if account.kind != "chart"]
        partner = first.ask.get("partner")
        if partner is None:
            sides = [name.partition(":")[2] for name in (payer.id, payee.id) if ":" in name]
            partner = next((name for name in sides if name in self.partners), None)
        about = About("reverse", amount=amount, partner=partner)
        about.account = members[0] if members else None
        about.other = members[1] if len(members) > 1 else None

        def effect():
            demand(ask["original"] not in self.reversed, "already_reversed")
            window = self.design.reversal.get("window_days", 60)
            demand(first.day + timedelta(window) >= self.day, "reversal_window")
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
                    given_back = min(back, units, self.counters.get(key, 0))
                    self.counters[key] = self.counters.get(key, 0) - given_back
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
        only_these = sum(payee.pieces.values()) == sum(units for _, units in same)
        # What the receipt repaid of the receiver's own debt was never spent: it becomes debt again.
        redrawn = min(-received.drawn, missing) if only_these else 0
        short = missing - redrawn
        plan = {"asked": asked, "same": same, "redrawn": redrawn, "more": [], "owes": 0, "pot": 0}
        if not short:
            return plan
        rest = [(lot, units - dict(same).get(lot, 0)) for lot, units in self.in_order(payee)]
        policy = self.design.reversal.get("when_spent", "refuse")
        if policy == "refuse" or (policy == "partial" and short == asked):
            raise Refused("receiver_spent")
        if policy == "other_lots":
            plan["more"], lacking = self.first(rest, short)
            demand(not lacking, "receiver_spent")
        elif policy == "technical_debt":
            plan["more"], plan["owes"] = self.first(rest, short)
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
            past = dates.ends is not None and dates.ends < self.day
            grant = self.design.reversal.get("when_lapsed", "lapse") == "grant"
            if very_same and not (past and grant):
                (lapsed if past else given).append((lot, units))
                continue
            end = self.day + timedelta(self.design.reversal["when_lapsed_days"]) if past and grant else dates.ends
            new = self.issue(booked, ("renewed", payee.id), dates.earned, end, lot, units)
            (lapsed if past and not grant else given).append((new, units))
        if given:
            self.receive(booked, payer, given)
        if lapsed:
            self.away(booked, self.design.lapse_to, lapsed)

    # Time.

    def close(self, through, today):
        """Closes every day up to one, each in turn; it is `today` by the calendar on the wall."""
        while self.day <= through:
            self.close_one(today)

    def close_one(self, today):
        booked = Booked()
        members = [account for account in self.accounts.values() if account.kind != "chart"]
        for account in members:
            ends = {self.lots[lot].ends for lot in account.pieces} - {None}
            due = sorted(end for end in ends if self.lapses_on(account, end) <= self.day)
            if due:
                pieces = [piece for piece in self.in_order(account) if self.lots[piece[0]].ends in due]
                gone = [(lot, -units) for lot, units in pieces]
                self.leg(booked, account, sum(units for _, units in gone), gone)
                self.away(booked, self.design.lapse_to, pieces)
                for end in due:
                    self.notices.pop((account.id, end), None)
        if self.design.notice:
            noticed = self.day + timedelta(1 + self.design.notice["days"])
            for account in members:
                if any(self.lots[lot].ends == noticed for lot in account.pieces):
                    self.notices[account.id, noticed] = {"given": today, "outcome": None}
            self.notice_runs[noticed] = today
        for waiting in [name for name, (_, until) in self.pendings.items() if until <= self.day]:
            del self.pendings[waiting]
        self.day += timedelta(1)

    def lapses_on(self, account, end):
        spendable = end + timedelta(self.design.grace)
        if not self.design.notice:
            return spendable
        term = timedelta(self.design.notice["days"])
        notice = self.notices.get((account.id, end))
        if notice is None:
            # Units that came in during the notice period carry the notice with them.
            told = self.notice_runs.get(end, end - term)
        elif self.design.notice.get("suffices", "given") == "given":
            told = notice["given"]
        else:
            what, told = notice["outcome"] or (None, None)
            if what is None or (what == "undeliverable" and self.design.notice["suffices"] == "delivered"):
                return FOR_EVER
        return max(spendable, told + term)

    # What it all adds up to.

    def totals(self):
        def over(prefix):
            return sum(account.balance for account in self.accounts.values() if account.id.startswith(prefix))

        members = [account for account in self.accounts.values() if account.kind != "chart"]
        pot = self.accounts["system:pot"].balance if self.design.has_pot else 0
        return {
            "issued": -over("issued:"),
            "redeemed": over("redeemed:"),
            "lapsed": over("system:lapsed"),
            "pot": pot,
            "on accounts": sum(account.balance for account in members),
            "in the red": -sum(min(0, account.balance) for account in members),
        }
