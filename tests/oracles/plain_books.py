"""The books of a community currency a second time, slow and plain, to check the engine by.

Written from the written rules (the decisions of the design, the requirements of the domain), with maps
and lists, whole numbers and nothing of the library. Every figure is a whole number of minor units.

What it decides, in the words of the rules:

  - an order books on the current day; the activity lies back by at most the late window;
  - a role may do what the matrix says: allow, behalf (a mandate and a client), register (evidence and a
    client), propose (somebody else completes it); "own", "second" and "same_day" narrow that;
  - nobody rewards themselves or their household; nobody who acts for another gains by it;
  - what is earned in a period stops at every cap that covers it, by the day of the activity; of several
    the one that leaves least decides;
  - a contract holds by the day of the activity, the one made last first, and its budget to the last unit;
  - of an offer in stock there are as many pieces as were brought in; what is reserved is paid for and set
    aside, and comes back by the day or the minute on which it was not picked up;
  - what a partner takes in is claimed under an invoice number, approved by two people who did not file it,
    within the budget, and paid; what is clawed back is set off against the next claim;
  - paying takes the lots that end soonest, then draws credit down to the floor; any receipt first repays
    what is drawn, and retires as much;
  - a reversal takes back what the receiver still holds of the same lots, then what the design says; the
    payer gets units with the dates they had;
  - a lot lapses at the closing of its last day plus grace, not before the notice has run its term; an
    amendment or an order can move the ends of all units of some days, one way each;
  - who is quiet for long is told and then inactive, until they act; a leaver's account closes when it is empty
    or the time to spend is over.
"""

from datetime import date, timedelta

from plain_caps import Caps
from plain_ends import Ends
from plain_leaving import Leaving
from plain_notes import NoteAsks
from plain_offers import Offers
from plain_partners import Partners
from plain_people import PeopleAsks
from plain_reversals import Reversals
from plain_roles import Roles
from plain_settlement import Settling
from plain_take_over import TakingOver
from plain_units import UnitAsks
from plain_words import FOR_EVER, UNRECORDED, About, Account, Booked, Leg, Lot, Refused, demand


class PlainBooks(Roles, PeopleAsks, Partners, UnitAsks, Caps, Offers, NoteAsks, Settling, Leaving, Ends, TakingOver, Reversals):
    def __init__(self, design, day, amendments=None):
        self.design, self.day = design, day
        self.versions, self.amendments = [(date.min, design, "keep")], amendments or {}
        self.accounts, self.lots, self.cohorts = {}, [], {}
        self.people, self.offices, self.mandates, self.partners = set(), [], {}, {}
        self.pendings, self.reversed, self.counters = {}, {}, {}
        self.notices, self.notice_runs, self.noticed_through = {}, {}, date.min
        self.moves, self.warned, self.facts = [], {}, []
        self.reservations, self.now, self.taken_over = {}, 0, False
        self.taken_in, self.euro_beside = {}, {}  # by partner: units inside the ring, cents
        self.notes, self.euro = {}, {}  # (place, series) -> pieces by face; place -> cents
        self.acceptances, self.claims, self.invoices = {}, {}, set()
        self.office_days, self.sendings, self.completer = {}, {}, None
        self.answers = {}  # order id -> (order, Booked or refusal code)
        self.chart("system:lapsed")
        if design.has_pot:
            self.chart("system:pot")
        self.chart("system:group")
        self.chart("system:opening")
        self.chart("system:reserved")
        for holder in design.holders:
            self.people.add(holder["person"])
            self.offices.append([holder["person"], holder["role"], holder.get("scope"), day, FOR_EVER])

    def design_on(self, day):
        """The design in force on a day."""
        return [design for effective, design, _ in self.versions if effective <= day][-1]

    def members(self):
        return [account for account in self.accounts.values() if account.takes_part]

    def chart(self, name):
        self.accounts[name] = Account(name, "chart", [], self.day)

    # The one way in.

    def execute(self, order):
        """'booked', 'repeated' (the first answer stands and is given again) or a refusal code."""
        known = self.answers.get(order.id)
        if known:
            first, answer = known
            if not first.asks_the_same(order):
                return "id_conflict"
            return "repeated"
        # Minutes are counted by the latest instant of any order on record.
        before, self.now = self.now, max(self.now, order.instant)
        try:
            answer = self.decide(order)
        except Refused as refused:
            if refused.code not in UNRECORDED:
                self.answers[order.id] = order, refused.code
            else:
                self.now = before
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
        self.completer = completer
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
        self.acted(order.what, booked)
        if mandate and mandate.get("per_month") is not None:
            key = order.value_day.replace(day=1), mandate["id"]
            booked.counted.append((key, about.amount))
            self.counters[key] = self.counters.get(key, 0) + about.amount
        return booked

    # What waits for somebody.

    def waiting(self, order):
        demand(order.ask["pending"] in self.pendings, "pending_unknown")
        inner, _ = self.pendings[order.ask["pending"]]
        return inner

    def complete(self, order):
        inner = self.waiting(order)
        booked = self.act(inner, order)
        booked.asked_by, booked.asked_at = inner.actor, inner.place
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

    def ask_amend_design(self, order, ask):
        def effect():
            demand(ask["effective"] > max(self.versions[-1][0], self.day), "amendment_day")

            def book():
                self.versions.append((ask["effective"], self.amendments[ask["design"]], ask["existing"]))
                return Booked()

            return book

        return About("adopt_design"), effect

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
        end = self.dated(order.value_day)
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

    # Time.

    def close(self, through, today):
        """Closes every day up to one, each in turn; it is `today` by the calendar on the wall."""
        while self.day <= through:
            self.close_one(today)

    def close_one(self, today):
        self.now = max(self.now, today.toordinal() * 24 * 60)
        while due := self.first_due():
            self.free(Booked(), [due])
        self.lapses()
        self.give_notices(today)
        self.standing(today)
        for waiting in [name for name, (_, until) in self.pendings.items() if until <= self.day]:
            del self.pendings[waiting]
        tomorrow = self.day + timedelta(1)
        effective, design, existing = self.versions[-1]
        if effective == tomorrow and existing == "extend" and design.expiry_rule != self.design.expiry_rule:
            self.extend(design)
        self.notices_ran(today)
        self.forget_spent()
        self.day, self.design = tomorrow, self.design_on(tomorrow)

    def first_due(self):
        """The first reservation whose last day is there, or whose minutes are over."""
        open_ = self.reservations.values()
        by_day = [one for one in open_ if one["day"] and one["day"] <= self.day]
        return min(by_day, key=lambda one: one["day"]) if by_day else next(filter(self.is_out_of_time, open_), None)

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
