//! Everything by everybody: who may do what.

use super::*;

impl Scribe<'_> {
    /// Everything by everybody.
    pub(super) fn try_every_role(&mut self) {
        let roles = self.design.permissions().roles().to_vec();
        let today = self.ledger.day();
        for n in 0..6 {
            self.rewarded(0, 6_000, n, 0);
        }
        for n in 0..roles.len() {
            for kind in ["b", "c"] {
                let name = format!("{kind}-{n}");
                self.by("project_manager", account(&name, &name));
            }
            self.own(0, mandate(&format!("y-{n}"), "m-0", "m-5"));
            for client in ["b", "c"] {
                let client = format!("{client}-{n}");
                let mandate = mandate(&format!("y-{client}"), &client, &worker(n));
                self.ask(&client, "participant", mandate);
            }
            self.rewarded(0, 60, 0, 0);
        }
        let point = self.design.contact_points().all().first().map(|point| point.id);
        for (n, role) in roles.into_iter().enumerate() {
            let own = role.scope == RoleScope::Account;
            let actor = if own { member(0) } else { worker(n) };
            for action in Action::ALL {
                let mut client = id("m-0");
                let ask: Ask = match action {
                    Action::AdoptDesign => {
                        let days = 20_000 + i32::try_from(n).unwrap();
                        let effective = today.plus_days(days).unwrap();
                        AmendDesign {
                            effective,
                            design: Box::new(self.design.clone()),
                            existing: Existing::Keep,
                        }
                        .into()
                    }
                    Action::ApprovePartner => {
                        let partner = id(&format!("r-{n}"));
                        ApprovePartner::plain(partner, vec![PartnerRole::Issuing]).into()
                    }
                    Action::AppointRole => {
                        let (person, role) = (id(&format!("a-{n}")), crate::stage::code("auditor"));
                        Appoint { person, role, from: today, scope: None, until: None }.into()
                    }
                    Action::TakeOver => {
                        let balance = muntwerk::money::Balance::from(amount(1));
                        let line = TakeOverLine { account: id("m-0"), balance, lots: Vec::new() };
                        TakeOver { lines: vec![line] }.into()
                    }
                    Action::RegisterParticipant => {
                        let new = format!("n-{n}");
                        let holder = if own { member(0) } else { new.clone() };
                        client = id(&holder);
                        account(&new, &holder).into()
                    }
                    Action::GiveMandate => mandate(&format!("v-{n}"), "m-0", "m-5").into(),
                    Action::RevokeMandate => RevokeMandate { mandate: id(&format!("y-{n}")) }.into(),
                    Action::RecordFact => match self.design.facts().kinds().first() {
                        Some(kind) => {
                            client = id(&if own { member(0) } else { format!("b-{n}") });
                            let value = kind.values.as_ref().and_then(|words| words.first().copied());
                            let (person, fact, until) = (client, kind.code, None);
                            RecordFact { person, fact, from: today, value, until }.into()
                        }
                        None => continue,
                    },
                    Action::Welcome => match self.design.welcome().gifts().first() {
                        Some(gift) => {
                            client = id(&if own { member(0) } else { format!("b-{n}") });
                            Welcome { account: client, gift: gift.code }.into()
                        }
                        None => continue,
                    },
                    Action::Transfer => transfer(0, 1, 1).into(),
                    Action::Award => {
                        client = id(if own { "m-0" } else { "m-1" });
                        match self.award(0, 60, &client.to_string()) {
                            Some(award) => award.into(),
                            None => continue,
                        }
                    }
                    Action::Gift => Gift { from: id("m-0"), to: id("m-1"), amount: amount(1) }.into(),
                    Action::Redeem => match self.design.redemption().offers().first() {
                        Some(offer) => {
                            let partner = offer.partner.unwrap_or(id("p-98"));
                            Redeem { account: id("m-0"), partner, reward: offer.code, count: 1, units: None }
                                .into()
                        }
                        None => continue,
                    },
                    Action::Reserve => match self.design.redemption().offers().first() {
                        Some(offer) => {
                            let partner = offer.partner.unwrap_or(id("p-98"));
                            let (account, reward) = (id("m-0"), offer.code);
                            Reserve { account, partner, reward, count: 1, units: None }.into()
                        }
                        None => continue,
                    },
                    Action::Restock => {
                        let offer = self.design.redemption().offers().first();
                        let partner = offer.and_then(|offer| offer.partner).unwrap_or(id("p-98"));
                        let reward = offer.map_or(crate::stage::code("nothing"), |offer| offer.code);
                        Restock { partner, reward, by: 1 }.into()
                    }
                    Action::Reverse => {
                        let (original, _) = self.pay(0, 1, 1);
                        Reverse { original, amount: None }.into()
                    }
                    Action::CloseDay => CloseDay { through: today, today }.into(),
                    Action::RecordNotice => {
                        let outcome = NoticeOutcome::Delivered;
                        RecordNotice { account: id("m-0"), end: today, outcome }.into()
                    }
                    Action::EndUnits => {
                        let ends_on = today.plus_days(400).unwrap();
                        EndUnits { earned_through: today, ends_on, earned_from: None }.into()
                    }
                    Action::ChangeAccountState => {
                        client = id(&format!("b-{n}"));
                        ChangeState { account: client, state: AccountState::Blocked }.into()
                    }
                    Action::SetLimits => {
                        client = id(&format!("c-{n}"));
                        let ceiling = Some(amount(10_000 * self.one()).into());
                        SetLimits { account: client, floor: None, ceiling, group: None }.into()
                    }
                    Action::ExceedLimit => {
                        client = id(&format!("c-{n}"));
                        let ceiling = Some(amount(20_000 * self.one()).into());
                        GrantException { account: client, until: today, floor: None, ceiling }.into()
                    }
                    Action::CloseAccount => {
                        client = id(&format!("c-{n}"));
                        CloseAccount { account: client, heir: None }.into()
                    }
                    Action::WriteOff => {
                        client = id(&format!("c-{n}"));
                        WriteOff { account: client }.into()
                    }
                    Action::PrintNotes
                    | Action::SendNotes
                    | Action::ReceiveNotes
                    | Action::PayOut
                    | Action::TakeIn
                    | Action::CountCash
                    | Action::SwapNotes
                    | Action::KeepTill
                    | Action::Chargeback
                    | Action::ApproveDifference
                    | Action::ClaimSettlement
                    | Action::RejectClaim
                    | Action::ApproveSettlement
                    | Action::ConfirmPayment
                    | Action::ClawBack
                    | Action::TopUp
                    | Action::FundBacking
                    | Action::ExchangeBack
                    | Action::PayGiven => continue,
                    Action::SeeAccount => continue,
                };
                let mut asked = self.draft(&actor, &role.code.to_string(), ask);
                asked.contact_point = point;
                asked.evidence = Some(id("e-1"));
                asked.on_behalf_of = Some(client);
                self.put(asked);
            }
        }
        self.close_through(today);
    }
}
