//! Accounts, partners, roles and mandates; gifts on joining, facts about people, and what is agreed with a partner.

use super::*;

impl Scribe<'_> {
    /// Accounts, partners, roles, mandates.
    pub(super) fn found(&mut self) {
        for n in 0..MEMBERS {
            self.by("project_manager", account(&member(n), &member(n)));
        }
        let mut partners: Vec<String> = vec![String::from("p-97"), String::from("p-98")];
        let earning = self.design.earning().actions().iter().flat_map(|one| one.partners.iter().flatten());
        partners.extend(earning.map(ToString::to_string));
        let offers = self.design.redemption().offers().iter().filter_map(|one| one.partner);
        partners.extend(offers.map(|partner| partner.to_string()));
        for holder in self.design.office_holders() {
            partners
                .extend(holder.scope.map(|scope| scope.to_string()).filter(|scope| scope.starts_with("p-")));
        }
        partners.sort();
        partners.dedup();
        let today = self.ledger.day();
        for partner in partners {
            let roles = vec![PartnerRole::Issuing, PartnerRole::Redeeming];
            self.by("steering_group", ApprovePartner::plain(id(&partner), roles));
            let appoint = Appoint {
                person: id(&format!("o-{partner}")),
                role: crate::stage::code("issuing_partner"),
                from: today,
                scope: Some(id(&partner)),
                until: None,
            };
            self.by("project_manager", appoint);
        }
        for (n, role) in self.design.permissions().roles().to_vec().into_iter().enumerate() {
            let points = self.design.contact_points().all().to_vec();
            let fits = |point: &ContactPoint| role.function.is_some_and(|function| point.has(function));
            if role.scope == RoleScope::ContactPoint && !points.iter().any(fits) {
                // Nobody can hold it; somebody tries all the same.
                self.by("project_manager", account(&format!("t-{n}"), &worker(n)));
            }
            let scopes = match role.scope {
                RoleScope::None => vec![None],
                RoleScope::Partner => vec![Some(id("p-98"))],
                // Somewhere it fits, and wherever it does not.
                RoleScope::ContactPoint => points.iter().map(|point| Some(point.id)).collect(),
                RoleScope::Account => continue,
            };
            for scope in scopes {
                let appoint =
                    Appoint { person: id(&worker(n)), role: role.code, from: today, scope, until: None };
                self.by("project_manager", appoint);
            }
            let mandate = mandate(&format!("x-{n}"), "m-0", &worker(n));
            self.own(0, mandate);
        }
        // Whatever is handed out on the first day is worth what units are worth then.
        self.rewarded(0, 60, 0, 0);
        for offer in self.design.redemption().offers().to_vec() {
            self.redeem(0, &offer, 1, None);
        }
        let hour =
            Transfer { from: id("m-2"), to: id("m-3"), pay: Pay::Minutes(60), offer: None, category: None };
        self.own(2, hour);
        // Whoever holds a role from the first day does something in it.
        for holder in self.design.office_holders().to_vec() {
            let mut asked =
                self.draft(&holder.person.to_string(), &holder.role.to_string(), redeem_nothing());
            asked.ask = match holder.role.to_string().as_str() {
                "issuing_partner" => self.award(0, 60, "m-0").map_or(asked.ask, |mut award| {
                    award.partner = holder.scope.unwrap_or(award.partner);
                    award.into()
                }),
                "redeeming_partner" => {
                    offer_at(self.design, holder.scope).map_or(asked.ask, |(offer, partner)| {
                        Redeem { account: id("m-0"), partner, reward: offer.code, count: 1, units: None }
                            .into()
                    })
                }
                "steering_group" => {
                    let partner = id(&format!("q-{}", self.orders.len()));
                    ApprovePartner::plain(partner, vec![PartnerRole::Issuing]).into()
                }
                "mediator" => {
                    let mandate =
                        mandate(&format!("z-{}", self.orders.len()), "m-0", &holder.person.to_string());
                    self.own(0, mandate);
                    asked.id = OrderId::new(u128::try_from(self.orders.len()).unwrap() + 1);
                    transfer(0, 1, self.one()).into()
                }
                "exchange_office" => transfer(0, 1, self.one()).into(),
                "redemption_desk" => self.design.redemption().offers().first().map_or(asked.ask, |offer| {
                    let partner = offer.partner.unwrap_or(id("p-98"));
                    Redeem { account: id("m-0"), partner, reward: offer.code, count: 1, units: None }.into()
                }),
                "system" => CloseAccount { account: id("m-99"), heir: None }.into(),
                _ => {
                    let new = format!("n-{}", self.orders.len());
                    account(&new, &new).into()
                }
            };
            asked.contact_point = holder.scope;
            asked.evidence = Some(id("e-1"));
            asked.on_behalf_of = match &asked.ask {
                Ask::OpenAccount(open) => open.holders.first().copied(),
                _ => Some(id("m-0")),
            };
            self.put(asked);
        }
    }

    /// Every gift, on the account of a person, a household and an organisation, and once more.
    pub(super) fn welcome(&mut self) {
        for (kind, name, holders) in [
            (AccountKind::Household, "h-1", &["h-2", "h-3"][..]),
            (AccountKind::Organisation, "h-4", &["h-5"]),
        ] {
            let holders = holders.iter().map(|holder| id(holder)).collect();
            self.by("project_manager", OpenAccount { account: id(name), kind, holders });
        }
        for person in ["h-2", "h-5", "h-6"] {
            self.by("project_manager", account(person, person));
        }
        for gift in self.design.welcome().gifts().to_vec() {
            for name in ["h-1", "h-2", "h-4", "h-5", "h-5", "h-6"] {
                self.by("project_manager", Welcome { account: id(name), gift: gift.code });
            }
        }
        // Services of every category, excluded or not.
        let activities = self.design.activities().clone();
        let known = activities.categories.into_iter().flatten().chain(activities.excluded);
        let mut categories: Vec<Code> = known.collect();
        categories.push(crate::stage::code("unheard-of"));
        for category in categories {
            let pay = transfer(0, 1, self.one());
            self.own(0, Transfer { category: Some(category), ..pay });
        }
    }

    /// Every fact in every word it has, by the project manager and by whom it is about; and what is
    /// earned before, while and after it holds.
    pub(super) fn record(&mut self) {
        for kind in self.design.facts().kinds().to_vec() {
            let words: Vec<Option<Code>> = match &kind.values {
                Some(words) => words.iter().copied().map(Some).collect(),
                None => vec![None],
            };
            let unheard_of = Some(crate::stage::code("unheard-of"));
            for value in words.into_iter().chain([unheard_of]) {
                let from = self.ledger.day();
                let record = |n: usize, until| RecordFact {
                    person: id(&member(n)),
                    fact: kind.code,
                    from,
                    value,
                    until,
                };
                self.own(1, record(1, None));
                self.by("project_manager", record(0, Some(from)));
                for (at, _) in self.design.earning().actions().iter().enumerate() {
                    self.rewarded(at, 60, 0, 0);
                    self.rewarded(at, 60, 1, 0);
                    self.rewarded(at, 60, 2, 0);
                }
                for offer in self.design.redemption().offers().to_vec() {
                    for n in 0..3 {
                        self.redeem(n, &offer, 1, None);
                    }
                }
                self.pass(1);
            }
        }
        // From here on everything holds about everybody.
        let from = self.ledger.day();
        for kind in self.design.facts().kinds().to_vec() {
            let value = kind.values.as_ref().and_then(|words| words.first().copied());
            for n in 0..MEMBERS {
                let person = id(&member(n));
                self.by("project_manager", RecordFact { person, fact: kind.code, from, value, until: None });
            }
        }
    }

    /// With a partner: a budget that runs out, days on which nothing holds, an account of its own.
    pub(super) fn agree(&mut self) {
        let partner = id("p-96");
        let today = self.ledger.day();
        self.by("project_manager", account("h-7", "h-7"));
        let holders = [id("h-8")].into_iter().collect();
        let shop = OpenAccount { account: id("h-9"), kind: AccountKind::Organisation, holders };
        self.by("project_manager", shop);
        let roles = vec![PartnerRole::Issuing, PartnerRole::Redeeming];
        let budget = Some(Budget { units: amount(30 * self.one()), per: BudgetPeriod::Month });
        let approve = ApprovePartner {
            budget,
            account: Some(id("h-9")),
            ..ApprovePartner::plain(partner, roles.clone())
        };
        self.by("steering_group", approve);
        let role = crate::stage::code("issuing_partner");
        let appoint = Appoint { person: id("o-p-96"), role, from: today, scope: Some(partner), until: None };
        self.by("project_manager", appoint);
        for _ in 0..4 {
            for activity in 0..self.design.earning().actions().len() {
                let measured = 60;
                if let Some(award) = self.award(activity, measured, "h-7") {
                    self.ask("o-p-96", "issuing_partner", Award { partner, ..award });
                }
            }
        }
        for offer in self.design.redemption().offers().to_vec() {
            self.ask(
                "h-7",
                "participant",
                Redeem { account: id("h-7"), partner, reward: offer.code, count: 1, units: None },
            );
        }
        let amend = AmendContract {
            partner,
            roles,
            from: None,
            until: Some(today),
            budget: None,
            account: None,
            settlement: None,
        };
        self.by("steering_group", amend);
        self.pass(1);
        if let Some(award) = self.award(0, 60, "h-7") {
            self.ask("o-p-96", "issuing_partner", Award { partner, ..award });
        }
        let moves = ChangeHolders {
            account: id("h-1"),
            add: [id("h-6")].into_iter().collect(),
            remove: [id("h-2")].into_iter().collect(),
        };
        self.by("project_manager", moves);
    }
}
