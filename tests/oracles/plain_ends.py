"""When units end: by the design, by what was done since to all units of some days, and after which notice."""

from datetime import date, timedelta

from plain_words import FOR_EVER, About, Booked, demand


class Ends:
    """The part of the plain books that dates units, tells about it and has them lapse."""

    def dated(self, value_day):
        """The last day of units earned on a day: by its design, and by every move of ends since."""
        end = self.design_on(value_day).end_of(value_day)
        for move in self.moves:
            end = move(value_day, end)
        return end

    # Moving the ends of what is there.

    def ask_end_units(self, order, ask):
        def effect():
            demand(self.design.expiry.get("bulk", False), "bulk_off")
            demand(ask["through"] <= self.day, "value_day_ahead")
            demand(ask["from"] <= ask["through"], "dates_wrong")
            if self.design.grain == "month":
                tomorrow = ask["through"] + timedelta(1)
                demand(ask["from"].day == 1 and tomorrow.day == 1 and ask["from"] > date.min, "whole_months")
            days = self.design.notice["days"] + 1 if self.design.notice else 0
            demand(ask["ends"] >= self.day + timedelta(days), "notice_too_short")

            def sooner(earned, end):
                return min(end or FOR_EVER, ask["ends"]) if ask["from"] <= earned <= ask["through"] else end

            held = {lot for account in self.members() for lot in account.pieces}
            demand(any(self.moved(self.lots[lot], sooner, True) for lot in held), "nothing_ends")

            def book():
                self.move_ends(sooner)
                if ask["ends"] <= self.noticed_through:
                    # Nobody was told of these ends, however many others have been.
                    self.noticed_through = ask["ends"] - timedelta(1)
                return Booked()

            return book

        return About("end_units"), effect

    def extend(self, design):
        """Units earned before a new rule get the later of their end and the one it gives."""
        last = self.day

        def later(earned, end):
            new = design.end_of(earned)
            return end if earned > last else (max(end, new) if end and new else None)

        self.move_ends(later)

    def moved(self, lot, move, held):
        """The lot has another end after a move; not if it is over: past its end, and nobody has any of it."""
        over = not held and lot.ends is not None and lot.ends < self.day
        return not over and move(lot.earned, lot.ends) != lot.ends

    def move_ends(self, move):
        out = {lot for account in self.accounts.values() for lot in account.pieces}
        had = {at: lot.ends for at, lot in enumerate(self.lots) if self.moved(lot, move, at in out)}
        # What is issued from now on is a lot of its own, with what the new end says.
        self.cohorts = {key: at for key, at in self.cohorts.items() if at not in had}
        for at in had:
            self.lots[at].ends = move(self.lots[at].earned, self.lots[at].ends)
        for account in self.members():
            for lot in account.pieces:
                end = self.lots[lot].ends
                told = self.notices.get((account.id, had.get(lot)))
                if lot in had and end and told and end <= self.noticed_through:
                    # Too late to tell again: what was told of the old end stands for the new one.
                    self.notices.setdefault((account.id, end), dict(told))
        self.moves.append(move)

    # Notices.

    def give_notices(self, today):
        """Tells everybody of units that end so many days after tomorrow, or sooner and nobody was told."""
        tomorrow = self.day + timedelta(1)
        notice = self.design_on(tomorrow).notice
        if not notice:
            return
        horizon = tomorrow + timedelta(notice["days"])
        for account in self.members():
            for end in {self.lots[lot].ends for lot in account.pieces} - {None}:
                if self.noticed_through < end <= horizon:
                    self.notices.setdefault((account.id, end), {"given": today, "outcome": None})

    def notices_ran(self, today):
        tomorrow = self.day + timedelta(1)
        notice = self.design_on(tomorrow).notice
        if not notice:
            return
        through = tomorrow + timedelta(notice["days"])
        end = max(self.noticed_through, self.day) + timedelta(1)
        while end <= through:
            self.notice_runs[end] = today
            end += timedelta(1)
        self.noticed_through = max(self.noticed_through, through)

    def forget_spent(self):
        """Of ends that are past, only what is about somebody who still holds such units."""
        held = {(account.id, self.lots[lot].ends) for account in self.members() for lot in account.pieces}
        ends = {end for _, end in held}
        self.notices = {key: one for key, one in self.notices.items() if key[1] > self.day or key in held}
        self.notice_runs = {end: on for end, on in self.notice_runs.items() if end > self.day or end in ends}

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

    # Lapsing.

    def lapses(self):
        for account in self.members():
            ends = {self.lots[lot].ends for lot in account.pieces} - {None}
            due = sorted(end for end in ends if end <= self.day and self.lapses_on(account, end) <= self.day)
            if due:
                booked = Booked()
                pieces = [piece for piece in self.in_order(account) if self.lots[piece[0]].ends in due]
                gone = [(lot, -units) for lot, units in pieces]
                self.leg(booked, account, sum(units for _, units in gone), gone)
                self.away(booked, self.design.lapse_to, pieces)
                for end in due:
                    self.notices.pop((account.id, end), None)

    def lapses_on(self, account, end):
        """The day by whose closing an account's units of an end lapse; never as long as a notice is awaited."""
        spendable = end + timedelta(self.design.grace)
        if not self.design.notice:
            return spendable
        term = timedelta(self.design.notice["days"])
        notice = self.notices.get((account.id, end))
        if notice is None:
            # Units that came in during the notice period carry the notice with them. Where nobody was told
            # yet, the next closing is the first that can.
            owed = end - term
            if end > self.noticed_through:
                owed = max(owed, self.day + timedelta(1))
            told = self.notice_runs.get(end, owed)
        elif self.design.notice.get("suffices", "given") == "given":
            told = notice["given"]
        else:
            what, told = notice["outcome"] or (None, None)
            if what is None or (what == "undeliverable" and self.design.notice["suffices"] == "delivered"):
                return FOR_EVER
        return max(spendable, told + term)

    def fate(self, account, dates):
        """What becomes of units that come back to an account: ("as it was" or "lapses", -) or ("until", day)."""
        lapse = self.lapses_on(account, dates.ends) if dates.ends and account.takes_part else FOR_EVER
        if lapse >= self.day:
            return "as it was", None
        if self.design.reversal.get("when_lapsed", "lapse") == "grant":
            return "until", self.day + timedelta(self.design.reversal["when_lapsed_days"])
        return "lapses", None
