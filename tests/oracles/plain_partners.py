"""What is agreed with partners: contracts by the day of the activity, and budgets."""

from datetime import date

from plain_caps import period_of
from plain_words import FOR_EVER, About, Booked, demand


class Partners:
    """The part of the plain books that approves partners."""

    def ask_approve_partner(self, order, ask):
        def effect():
            demand(ask["partner"] not in self.partners, "account_exists")
            self.check_contract(ask)

            def book():
                self.partners[ask["partner"]] = [ask]
                self.chart("issued:" + ask["partner"])
                self.chart("redeemed:" + ask["partner"])
                return Booked()

            return book

        return About("approve_partner"), effect

    def ask_amend_contract(self, order, ask):
        def effect():
            demand(ask["partner"] in self.partners, "partner_unknown")
            self.check_contract(ask)

            def book():
                self.partners[ask["partner"]].append(ask)
                return Booked()

            return book

        return About("approve_partner"), effect

    def check_contract(self, contract):
        roles = contract["roles"]
        demand(1 <= len(roles) <= 2 and len(set(roles)) == len(roles), "partner_roles_wrong")
        demand((contract["until"] or FOR_EVER) >= (contract["from"] or date.min), "dates_wrong")
        demand(not contract["budget"] or "issuing" in roles, "contract_pointless")
        demand(not contract["account"] or "redeeming" in roles, "contract_pointless")
        demand(not contract["budget"] or contract["budget"]["units"] > 0, "amount_zero")
        if contract["account"]:
            demand(contract["account"] in self.accounts, "account_unknown")
            demand(self.accounts[contract["account"]].kind == "organisation", "not_an_organisation")

    def contract(self, name, role, day):
        """What holds with a partner on a day: the contract made last of those that began by then."""
        demand(name in self.partners, "partner_unknown")
        begun = [one for one in self.partners[name] if (one["from"] or date.min) <= day]
        demand(begun and day <= (begun[-1]["until"] or FOR_EVER), "contract_not_in_force")
        demand(role in begun[-1]["roles"], "partner_role")
        return begun[-1]

    def budget(self, contract, granted, day):
        """What an award counts for the partner's budget."""
        budget = contract["budget"]
        if not budget or not granted:
            return []
        per = budget["per"]
        first = (contract["from"] or date.min) if per == "contract" else period_of(per, day)
        key = "budget", contract["partner"], per, first, "units"
        demand(granted <= budget["units"] - self.counters.get(key, 0), "partner_budget")
        return [(key, granted)]
