"""Who may do what, and the guards that no role switches off."""

from plain_words import Booked, Refused, demand


class Roles:
    """The part of the plain books that knows people, roles and mandates."""

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
            point = self.design.points[order.place]
            demand(point.get("from", self.day) <= self.day <= point.get("until", self.day), "contact_point_closed")
            demand(self.holds_role(order.actor, order.role, order.place, False), "role_not_held")
        else:
            demand(self.holds_role(order.actor, order.role), "role_not_held")
        if "own" in grant:
            demand(self.is_own(order, asked, about, scope), "not_own")
        if "same_day" in grant:
            original = self.original_of(asked)
            demand(not original or original[0].day == order.day, "not_same_day")
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
            place = original[1].asked_at or original[0].place
            return place is not None and place == order.place
        return order.actor in (original[0].actor, original[1].asked_by)

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
