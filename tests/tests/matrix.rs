//! The permission matrix, cell by cell, both ways: what a role may do it does, and no longer if the
//! design takes the cell away; what it may not do is refused, and done if the design grants it.
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "a test stops by panicking")]
#![allow(clippy::arithmetic_side_effects, reason = "the figures of the tests are small")]

use muntwerk::office::Depot;
use muntwerk::orders::{Ask, Complete, EndRole, Order, Reject, Reverse, RevokeMandate, Wait, Withdraw};
use muntwerk::people::{Action, Grant, Mode};
use muntwerk_tests::stage::{code, day, id};
use muntwerk_tests::town::{DESIGN, ROLES, Said, Town, award, first_of_march, mandate, redeem, transfer};

/// The matrix as the table of roles and permissions has it (domain, section 5). Its letters: A is
/// `allow`, "own" or "self" is `own`, P is `propose`, 2 is `second`, B is `behalf` where there is a
/// mandate, and `register` where the participant stands at a counter or is not enrolled yet.
///
/// Of rows that have no order of their own yet nothing stands here.
#[rustfmt::skip]
const MATRIX: &[(Action, &[(&str, &str)])] = &[
    // adopt/activate a new rule-set version: SG A2, PM P. The system's "A(at date)" is no order: a version
    // comes into force by its date.
    (Action::AdoptDesign, &[("steering_group", "allow second"), ("project_manager", "propose")]),
    // approve issuing/redeeming partner and its limits: SG A, PM P.
    (Action::ApprovePartner, &[("steering_group", "allow"), ("project_manager", "propose")]),
    // appoint roles: SG P, PM A.
    (Action::AppointRole, &[("steering_group", "propose"), ("project_manager", "allow")]),
    // No row. Requirement 74: opening balances, by two people.
    (Action::TakeOver, &[("project_manager", "allow second")]),
    // register participant: PM A, BM B, DN A(self), AP A. Nobody has given a mandate before being
    // enrolled, so the mediator registers, with evidence.
    (Action::RegisterParticipant, &[("project_manager", "allow"), ("mediator", "register"), ("participant", "allow own"), ("administration_point", "allow")]),
    // edit profile, consent, benefit declaration: PM A, BM B, DN A own, AP A.
    (Action::RecordFact, &[("project_manager", "allow"), ("mediator", "behalf"), ("participant", "allow own"), ("administration_point", "allow")]),
    // No row. Part of enrolling somebody (R13): PM, AP, and the mediator who registers; the system where
    // joining is automatic.
    (Action::Welcome, &[("project_manager", "allow"), ("mediator", "register"), ("administration_point", "allow"), ("system", "allow")]),
    // No row. Requirement 47: given by the participant, or recorded for them with evidence.
    (Action::GiveMandate, &[("project_manager", "register"), ("participant", "allow own"), ("administration_point", "register")]),
    // No row. Guards: "can be revoked by the participant"; the project manager ends what goes wrong.
    (Action::RevokeMandate, &[("project_manager", "allow"), ("participant", "allow own"), ("administration_point", "register")]),
    // member-to-member payment: BM B, DN A own, WK B at the counter.
    (Action::Transfer, &[("mediator", "behalf"), ("participant", "allow own"), ("exchange_office", "register")]),
    // reward effort: PM 2, BM P, DN P(claim hours), UP A within limits, WK B(register), SYS A(auto actions).
    // One claims for oneself, and an operator rewards for the own partner.
    (Action::Award, &[("project_manager", "allow second"), ("mediator", "propose"), ("participant", "propose own"), ("issuing_partner", "allow own"), ("exchange_office", "register"), ("system", "allow")]),
    // gift: BM B2, DN A own, WK B.
    (Action::Gift, &[("mediator", "behalf second"), ("participant", "allow own"), ("exchange_office", "register")]),
    // redeem at catalogue: BM B, DN A own, VP A(accept), VL A. A partner accepts what the participant who
    // stands there spends, with evidence, and for itself alone.
    (Action::Redeem, &[("mediator", "behalf"), ("participant", "allow own"), ("redeeming_partner", "register own"), ("redemption_desk", "allow")]),
    // reserve scarce item: PM A, BM B, DN A own, VP A, VL A, SYS A(release). Who may reserve may release.
    (Action::Reserve, &[("project_manager", "allow"), ("mediator", "behalf"), ("participant", "allow own"), ("redeeming_partner", "allow own"), ("redemption_desk", "allow"), ("system", "allow")]),
    // No row. Requirement 25: who hands out counts what there is; the project manager mends it.
    (Action::Restock, &[("project_manager", "allow"), ("redeeming_partner", "allow own"), ("redemption_desk", "allow")]),
    // correct by counter-entry: PM A, BM P own acts, DN P, UP P own, VP P own, AP P, WK P own same day,
    // VL P own. A participant asks about the own account.
    (Action::Reverse, &[("project_manager", "allow"), ("mediator", "propose own"), ("participant", "propose own"), ("issuing_partner", "propose own"), ("redeeming_partner", "propose own"), ("administration_point", "propose"), ("exchange_office", "propose own same_day"), ("redemption_desk", "propose own")]),
    // print/destroy notes, vault moves: PM A2, WK receive.
    (Action::PrintNotes, &[("project_manager", "allow second")]),
    // The same row; an office sends back what it took in.
    (Action::SendNotes, &[("project_manager", "allow second"), ("exchange_office", "allow")]),
    // The same row; a partner receives the stock it rewards from.
    (Action::ReceiveNotes, &[("project_manager", "allow second"), ("issuing_partner", "allow own"), ("exchange_office", "allow")]),
    // withdraw notes/tokens: BM B present, DN A via office, WK A. Whoever is not at the counter asks, and the
    // office completes it.
    (Action::PayOut, &[("mediator", "behalf second"), ("participant", "propose own"), ("exchange_office", "allow")]),
    // deposit notes/tokens on account: the same.
    (Action::TakeIn, &[("mediator", "behalf second"), ("participant", "propose own"), ("exchange_office", "allow")]),
    // withdraw a note series: WK execute.
    (Action::SwapNotes, &[("exchange_office", "allow")]),
    // No row. Domain 3.5: fees and sales in units at an office's till, and handing it over.
    (Action::KeepTill, &[("exchange_office", "allow"), ("redemption_desk", "allow")]),
    // No row. Domain 3.5: chargeback only by internal management.
    (Action::Chargeback, &[("project_manager", "allow second")]),
    // office cash count: WK A own, VL A own stock.
    (Action::CountCash, &[("exchange_office", "allow"), ("redemption_desk", "allow")]),
    // book difference: PM approve.
    (Action::ApproveDifference, &[("project_manager", "allow")]),
    // euro settlement to partner: VP claim own, SYS prepare. The project manager files the paper invoice of a
    // partner without an operator.
    (Action::ClaimSettlement, &[("project_manager", "allow"), ("redeeming_partner", "allow own"), ("system", "allow")]),
    // The same row: PM. Turning down pays nobody, so it takes one.
    (Action::RejectClaim, &[("project_manager", "allow")]),
    // The same row: PM A2.
    (Action::ApproveSettlement, &[("project_manager", "allow second")]),
    // The same row: PM. It says what the bank did.
    (Action::ConfirmPayment, &[("project_manager", "allow")]),
    // The same row: PM A2.
    (Action::ClawBack, &[("project_manager", "allow second")]),
    // No row. Domain 3.5: change euro to digital at an office, or by a transfer that the host sees come in.
    (Action::TopUp, &[("project_manager", "allow"), ("system", "allow"), ("exchange_office", "allow")]),
    // No row. Domain 3.5: moves between backing accounts are no operation of the desk.
    (Action::FundBacking, &[("project_manager", "allow second")]),
    // euro settlement to partner: PM A2, VP asks. Participant to euro: never by themselves.
    (Action::ExchangeBack, &[("project_manager", "allow second"), ("redeeming_partner", "propose own")]),
    // The same row: PM A2.
    (Action::PayGiven, &[("project_manager", "allow second")]),
    // run levy/expiry/redistribution: SYS A. The project manager's A2 is for running early or stopping, and
    // there is no order for that.
    (Action::CloseDay, &[("system", "allow")]),
    // send reminder: PM A, BM A, SYS A.
    (Action::RecordNotice, &[("project_manager", "allow"), ("mediator", "allow"), ("system", "allow")]),
    // No row. Requirement 18: bulk expiry is for the steering group, as the rule set is; two of them.
    (Action::EndUnits, &[("steering_group", "allow second"), ("project_manager", "propose")]),
    // block/unblock account: PM A, BM P.
    (Action::ChangeAccountState, &[("project_manager", "allow"), ("mediator", "propose")]),
    // set per-account limit: SG A policy, PM A, BM P. The system's automatic floor is no order yet.
    (Action::SetLimits, &[("steering_group", "allow"), ("project_manager", "allow"), ("mediator", "propose")]),
    // exceed limit (illness, big deal): PM A2, BM P.
    (Action::ExceedLimit, &[("project_manager", "allow second"), ("mediator", "propose")]),
    // close account, settle leaver: PM A, BM B, DN ask, AP ask, SYS A.
    (Action::CloseAccount, &[("project_manager", "allow"), ("mediator", "behalf"), ("participant", "propose own"), ("administration_point", "propose"), ("system", "allow")]),
    // No row. Requirement 45: "write-off from pot with approval", by two people.
    (Action::WriteOff, &[("project_manager", "allow second")]),
    // see balances/transactions of others: PM A, BM only clients with mandate, DN own, WK and VL at the desk
    // a single member. Aggregates and pseudonymous figures are other views.
    (Action::SeeAccount, &[("project_manager", "allow"), ("mediator", "behalf"), ("participant", "allow own"), ("exchange_office", "register"), ("redemption_desk", "register")]),
];

fn cell(role: &str, action: Action) -> Option<Grant> {
    let row = MATRIX.iter().find(|(one, _)| *one == action).unwrap().1;
    row.iter().find(|(one, _)| *one == role).map(|(_, cell)| cell.parse().unwrap())
}

fn cells() -> impl Iterator<Item = (&'static str, Action, Option<Grant>)> {
    let all = ROLES.iter().flat_map(|(role, _)| Action::ALL.map(|action| (*role, action)));
    all.map(|(role, action)| (role, action, cell(role, action)))
}

/// Cells that are asked by orders.
fn asked() -> impl Iterator<Item = (&'static str, Action, Option<Grant>)> {
    cells().filter(|(_, action, _)| *action != Action::SeeAccount)
}

fn expected(grant: Grant) -> Said {
    if grant.second || !grant.completes() { Said::Waits } else { Said::Done }
}

/// A cell in a design file; what must stay possible is given to somebody else.
fn with_cell(role: &str, action: Action, cell: &str) -> String {
    let rest = match (role, action, cell) {
        ("system", Action::CloseDay, "none") => "project_manager = \"allow\"\n",
        ("project_manager", Action::AppointRole, "none") => "steering_group = \"allow\"\n",
        _ => "",
    };
    format!("[permissions.{action}]\n{role} = \"{cell}\"\n{rest}")
}

#[test]
fn the_default_matrix_is_the_one_that_was_decided() {
    let design = muntwerk::design::Design::parse(DESIGN).unwrap();
    let permissions = design.permissions();
    let mut differ = Vec::new();
    for (role, action, grant) in cells() {
        let there = permissions.grant(permissions.role(&code(role)).unwrap(), action);
        if there != grant {
            let word = |grant: Option<Grant>| grant.map_or(String::from("none"), |grant| grant.to_string());
            differ.push(format!("{action} by {role}: {} instead of {}", word(there), word(grant)));
        }
    }
    assert!(differ.is_empty(), "{differ:#?}");
    assert_eq!(permissions.roles().len(), ROLES.len());
}

/// Who may reserve may wait, in the same way, and nobody else.
#[test]
fn waiting_is_allowed_as_reserving_is() {
    let town = Town::new().under("");
    for (role, _) in ROLES {
        let mut reserving = town.clone();
        let order = reserving.order_for(role, Action::Reserve);
        let mut waiting = reserving.clone();
        // More than there are, so that it has to be waited for.
        let wait = Wait { account: id("m-1"), partner: id("p-1"), reward: code("box"), count: 1_000 };
        let wait = Order { ask: wait.into(), ..order.clone() };
        assert_eq!(waiting.ask(&wait), reserving.ask(&order), "{role}");
    }
}

#[test]
fn what_a_role_may_do_it_does() {
    let town = Town::new().under("");
    let mut wrong = Vec::new();
    for (role, action, grant) in asked() {
        let Some(grant) = grant else { continue };
        let mut town = town.clone();
        let order = town.order_for(role, action);
        let said = town.ask(&order);
        if said != expected(grant) {
            wrong.push(format!("{action} by {role}, {grant}: {said:?}"));
        }
        assert_eq!(town.ledger.audit(), vec![]);
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn what_the_design_takes_away_is_refused() {
    let town = Town::new();
    let mut wrong = Vec::new();
    for (role, action, grant) in asked() {
        if grant.is_none() {
            continue;
        }
        let mut town = town.under(&with_cell(role, action, "none"));
        let order = town.order_for(role, action);
        let said = town.ask(&order);
        if said != Said::No("action_not_allowed") {
            wrong.push(format!("{action} by {role}: {said:?}"));
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn what_a_role_may_not_do_is_refused() {
    let town = Town::new().under("");
    let mut wrong = Vec::new();
    for (role, action, grant) in asked() {
        if grant.is_some() {
            continue;
        }
        let mut town = town.clone();
        let order = town.order_for(role, action);
        let said = town.ask(&order);
        if said != Said::No("action_not_allowed") {
            wrong.push(format!("{action} by {role}: {said:?}"));
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn what_the_design_grants_is_done() {
    let town = Town::new();
    let mut wrong = Vec::new();
    for (role, action, grant) in asked() {
        if grant.is_some() {
            continue;
        }
        let own = matches!(
            action,
            Action::RecordNotice | Action::ChangeAccountState | Action::SetLimits | Action::ExceedLimit
        );
        let cell = match role {
            // A participant acts for the own account, and only proposes what is nobody's own.
            "participant" if own => "allow own",
            "participant" => "propose",
            _ => "allow",
        };
        // Nobody waits for the end of a day.
        if (role, action) == ("participant", Action::CloseDay) {
            continue;
        }
        let mut town = town.under(&with_cell(role, action, cell));
        let order = town.order_for(role, action);
        let said = town.ask(&order);
        if said != expected(cell.parse().unwrap()) {
            wrong.push(format!("{action} by {role}, {cell}: {said:?}"));
        }
        assert_eq!(town.ledger.audit(), vec![]);
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

/// Every mode means the same for every action that one can do for somebody.
#[test]
fn every_mode_does_what_it_says() {
    let town = Town::new();
    for action in [Action::Transfer, Action::Gift, Action::Redeem, Action::Reserve, Action::CloseAccount] {
        for mode in ["allow", "behalf", "register", "propose"] {
            for condition in ["", " second"] {
                let cell = format!("{mode}{condition}");
                let mut town = town.under(&with_cell("auditor", action, &cell));
                let order = town.order_for("auditor", action);
                assert_eq!(town.ask(&order), expected(cell.parse().unwrap()), "{action} {cell}");
            }
        }
    }
}

/// Only proposing, or needing a second person, is no way to do something at once, for any action.
#[test]
fn nothing_that_waits_is_done_at_once() {
    let town = Town::new();
    for action in Action::ALL {
        if action == Action::SeeAccount {
            continue;
        }
        for cell in ["propose", "allow second"] {
            // A design that says so is refused, or means it.
            let permissions = with_cell("auditor", action, cell);
            if muntwerk::design::Design::parse(&format!("{DESIGN}{permissions}")).is_err() {
                continue;
            }
            let mut town = town.under(&permissions);
            let order = town.order_for("auditor", action);
            assert_ne!(town.ask(&order), Said::Done, "{action} {cell}");
        }
    }
}

/// The same order about something that is not the actor's own.
fn about_another(town: &mut Town, role: &str, action: Action) -> Option<Order> {
    let mut order = town.order_for(role, action);
    order.on_behalf_of = Some(id("d-2"));
    let ask: Ask = match (&order.ask, role) {
        (Ask::OpenAccount(open), _) => {
            let mut open = open.clone();
            open.holders = [id("d-9")].into_iter().collect();
            open.into()
        }
        (Ask::GiveMandate(_), _) => mandate("x-100", "d-2", "d-3").into(),
        (Ask::RevokeMandate(_), _) => {
            town.must("d-2", "participant", mandate("x-101", "d-2", "d-3"));
            RevokeMandate { mandate: id("x-101") }.into()
        }
        (Ask::RecordFact(record), _) => {
            let mut record = record.clone();
            record.person = id("d-2");
            record.into()
        }
        (Ask::Transfer(_), _) => transfer("m-2", "m-3", 1).into(),
        (Ask::Gift(gift), _) => {
            let mut gift = gift.clone();
            (gift.from, gift.to) = (id("m-2"), id("m-3"));
            gift.into()
        }
        (Ask::Redeem(redeem), "participant") => {
            let mut redeem = redeem.clone();
            redeem.account = id("m-2");
            redeem.into()
        }
        (Ask::Redeem(redeem), _) => {
            let mut redeem = redeem.clone();
            redeem.partner = id("p-2");
            redeem.into()
        }
        (Ask::Reserve(reserve), "participant") => {
            let mut reserve = reserve.clone();
            reserve.account = id("m-2");
            reserve.into()
        }
        (Ask::Reserve(reserve), _) => {
            let mut reserve = reserve.clone();
            reserve.partner = id("p-2");
            reserve.into()
        }
        (Ask::Restock(restock), _) => {
            let mut restock = restock.clone();
            restock.partner = id("p-2");
            restock.into()
        }
        (Ask::FileClaim(file), _) => {
            let mut file = file.clone();
            file.partner = id("p-2");
            file.into()
        }
        (Ask::ExchangeBack(exchange), _) => {
            let mut exchange = exchange.clone();
            exchange.who = id("p-2");
            exchange.into()
        }
        (Ask::Award(award), "participant") => {
            let mut award = award.clone();
            award.to = id("m-2");
            award.into()
        }
        (Ask::Award(award), _) => {
            let mut award = award.clone();
            award.partner = id("p-2");
            award.into()
        }
        (Ask::CloseAccount(close), _) => {
            let mut close = close.clone();
            close.account = id("m-2");
            close.into()
        }
        (Ask::PayOut(pay_out), _) => {
            let mut pay_out = pay_out.clone();
            pay_out.account = id("m-2");
            pay_out.into()
        }
        (Ask::TakeIn(take_in), _) => {
            let mut take_in = take_in.clone();
            take_in.account = id("m-2");
            take_in.into()
        }
        (Ask::ReceiveNotes(receive), _) => {
            let mut receive = receive.clone();
            receive.sending = town.sent(Depot::Vault, Depot::Partner(id("p-2")));
            receive.into()
        }
        (Ask::Reverse(_), _) => {
            let original = match role {
                // Between two others.
                "participant" => town.must("d-2", "participant", transfer("m-2", "m-3", 1)),
                // By another mediator, with a mandate of their own.
                "mediator" => {
                    town.must("d-1", "participant", mandate("x-102", "d-1", "s-32"));
                    town.must("s-32", "mediator", transfer("m-1", "m-2", 1))
                }
                // Of no partner, and at no counter.
                _ => town.must("d-2", "participant", transfer("m-2", "m-3", 1)),
            };
            Reverse { original, amount: None }.into()
        }
        _ => return None,
    };
    order.ask = ask;
    Some(order)
}

#[test]
fn own_is_nobody_elses() {
    let town = Town::new().under("");
    for (role, action, grant) in asked() {
        if !grant.is_some_and(|grant| grant.own) {
            continue;
        }
        let mut town = town.clone();
        let order = about_another(&mut town, role, action).unwrap_or_else(|| panic!("{action} by {role}"));
        let order = match role {
            // What the participant did at no counter carries one here all the same: name another.
            "exchange_office" | "redemption_desk" => at_another_counter(&mut town, order),
            _ => order,
        };
        assert_eq!(town.ask(&order), Said::No("not_own"), "{action} by {role}");
    }
}

/// A reversal of what was done elsewhere.
fn at_another_counter(town: &mut Town, mut order: Order) -> Order {
    let mut elsewhere = town.order("d-2", "participant", transfer("m-2", "m-3", 1));
    elsewhere.contact_point = Some(id("cp-2"));
    assert_eq!(town.ask(&elsewhere), Said::Done);
    order.ask = Reverse { original: elsewhere.id, amount: None }.into();
    order
}

#[test]
fn the_same_day_is_over_at_midnight() {
    let town = Town::new().under("");
    for (role, action, grant) in asked() {
        if !grant.is_some_and(|grant| grant.same_day) {
            continue;
        }
        let mut town = town.clone();
        let original = town.original_for(role);
        let actor = ROLES.iter().find(|(one, _)| *one == role).unwrap().1;
        let mut late = town.clone();
        let today = town.order(actor, role, Reverse { original, amount: None });
        assert_eq!(town.ask(&today), Said::Waits, "{action} by {role}");
        late.close_through("2025-03-01");
        let tomorrow = late.order(actor, role, Reverse { original, amount: None });
        assert_eq!(late.ask(&tomorrow), Said::No("not_same_day"), "{action} by {role}");
    }
}

#[test]
fn who_registers_says_for_whom_and_on_what_evidence() {
    let town = Town::new().under("");
    for (role, action, grant) in asked() {
        if !grant.is_some_and(|grant| grant.mode == Mode::Register) {
            continue;
        }
        let mut town = town.clone();
        let mut bare = town.order_for(role, action);
        bare.evidence = None;
        assert_eq!(town.ask(&bare), Said::No("evidence_needed"), "{action} by {role}");
        let mut nobodys = town.order_for(role, action);
        nobodys.on_behalf_of = None;
        assert_eq!(town.ask(&nobodys), Said::No("client_needed"), "{action} by {role}");
        let mut others = town.order_for(role, action);
        others.on_behalf_of = Some(id("d-3"));
        assert_eq!(town.ask(&others), Said::No("not_the_client"), "{action} by {role}");
    }
}

#[test]
fn who_acts_on_behalf_needs_a_mandate_that_holds() {
    let town = Town::new().under("");
    for (role, action, grant) in asked() {
        if !grant.is_some_and(|grant| grant.mode == Mode::Behalf) {
            continue;
        }
        let mut town = town.clone();
        let mut nobodys = town.order_for(role, action);
        nobodys.on_behalf_of = None;
        assert_eq!(town.ask(&nobodys), Said::No("client_needed"), "{action}");
        let mut others = town.order_for(role, action);
        others.on_behalf_of = Some(id("d-2"));
        assert_eq!(town.ask(&others), Said::No("not_the_client"), "{action}");
        let mut another = town.order_for(role, action);
        another.actor = id("s-32");
        assert_eq!(town.ask(&another), Said::No("mandate_missing"), "{action}");
        // A mandate for something else, one that is over, one that is still to come, one taken back.
        let other = if action == Action::Transfer { Action::Gift } else { Action::Transfer };
        for (n, change) in ["other", "over", "ahead", "revoked"].into_iter().enumerate() {
            let mut town = town.clone();
            let name = format!("x-20{n}");
            let mut given = mandate(&name, "d-1", "s-32");
            match change {
                "other" => given.actions = muntwerk::people::ActionSet::of(&[other]),
                "over" => given.until = first_of_march(),
                "ahead" => given.from = day("2025-03-02"),
                _ => {}
            }
            town.must("d-1", "participant", given);
            match change {
                "over" => town.close_through("2025-03-01"),
                "revoked" => drop(town.must("d-1", "participant", RevokeMandate { mandate: id(&name) })),
                _ => {}
            }
            let mut order = town.order_for(role, action);
            order.actor = id("s-32");
            assert_eq!(town.ask(&order), Said::No("mandate_missing"), "{action}, {change}");
        }
        // And one that holds.
        town.must("d-1", "participant", mandate("x-300", "d-1", "s-32"));
        let mut order = town.order_for(role, action);
        order.actor = id("s-32");
        assert_eq!(town.ask(&order), expected(grant.unwrap()), "{action}");
    }
}

#[test]
fn a_mandate_goes_no_further_than_it_says() {
    let mut town = Town::new().under("");
    let mut given = mandate("x-300", "d-1", "s-32");
    (given.per_order, given.per_month) =
        (Some(muntwerk_tests::stage::amount(10)), Some(muntwerk_tests::stage::amount(15)));
    town.must("d-1", "participant", given);
    let mut pay = |much: i64| {
        let order = town.order("s-32", "mediator", transfer("m-1", "m-2", much));
        town.ask(&order)
    };
    assert_eq!(pay(11), Said::No("mandate_per_order"));
    assert_eq!(pay(10), Said::Done);
    assert_eq!(pay(6), Said::No("mandate_per_month"));
    assert_eq!(pay(5), Said::Done);
    assert_eq!(pay(1), Said::No("mandate_per_month"));
    town.close_through("2025-03-31");
    let in_april = town.order("s-32", "mediator", transfer("m-1", "m-2", 1));
    // Nothing was delivered, so nothing has lapsed; and a month has gone by.
    assert_eq!(town.ask(&in_april), Said::Done);
}

#[test]
fn two_persons_are_two_persons() {
    let town = Town::new().under("");
    for (role, action, grant) in asked() {
        let Some(grant) = grant.filter(|grant| grant.second) else { continue };
        let mut town = town.clone();
        let order = town.order_for(role, action);
        assert_eq!(town.ask(&order), Said::Waits, "{action} by {role}, {grant}");
        let pending = order.id;
        let actor = order.actor.to_string();
        let mut alone = town.order(&actor, role, Complete { pending });
        alone.on_behalf_of = order.on_behalf_of;
        assert_eq!(town.ask(&alone), Said::No("second_person_needed"), "{action} by {role}");
        let mut rejects = town.order(&actor, role, Reject { pending });
        rejects.on_behalf_of = order.on_behalf_of;
        assert_eq!(town.ask(&rejects), Said::No("second_person_needed"), "{action} by {role}");
        // Who may only look on does not help.
        let other = town.order("s-41", "auditor", Complete { pending });
        assert_eq!(town.ask(&other), Said::No("action_not_allowed"), "{action} by {role}");
        let second = match role {
            "steering_group" => "s-12",
            "project_manager" => "s-22",
            "mediator" => {
                town.must("d-1", "participant", mandate("x-301", "d-1", "s-32"));
                "s-32"
            }
            other => panic!("nobody is the second {other}"),
        };
        let mut done = town.order(second, role, Complete { pending });
        done.on_behalf_of = order.on_behalf_of;
        assert_eq!(town.ask(&done), Said::Done, "{action} by {role}");
        let again = town.order(second, role, Complete { pending });
        assert_eq!(town.ask(&again), Said::No("pending_unknown"), "{action} by {role}");
        assert_eq!(town.ledger.audit(), vec![]);
    }
}

/// Somebody who may do it in their own right, and as whom.
fn who_completes(action: Action) -> (&'static str, &'static str) {
    match action {
        Action::AdoptDesign | Action::ApprovePartner | Action::EndUnits => ("s-12", "steering_group"),
        Action::Award => ("s-51", "issuing_partner"),
        Action::PayOut | Action::TakeIn => ("s-72", "exchange_office"),
        _ => ("s-22", "project_manager"),
    }
}

#[test]
fn what_is_proposed_waits_for_somebody_who_may() {
    let town = Town::new().under("");
    for (role, action, grant) in asked() {
        if grant.is_none_or(Grant::completes) {
            continue;
        }
        let mut town = town.clone();
        let order = town.order_for(role, action);
        let pending = order.id;
        if town.ask(&order) != Said::Waits {
            // Another test says so.
            continue;
        }
        let books = town.ledger.state().books().clone();
        // Nobody completes by proposing, nor the proposer in any role.
        for (other, actor) in ROLES {
            if actor == order.actor.to_string() || cell(other, action).is_some_and(Grant::completes) {
                continue;
            }
            let tries = town.order(actor, other, Complete { pending });
            assert_eq!(
                town.ask(&tries),
                Said::No("action_not_allowed"),
                "{action} by {role}, {other} completes"
            );
        }
        assert!(*town.ledger.state().books() == books, "{action} by {role}: it waits");
        let mut taken_back = town.clone();
        let withdraw = taken_back.order(&order.actor.to_string(), role, Withdraw { pending });
        assert_eq!(taken_back.ask(&withdraw), Said::Done, "{action} by {role}");
        let mut others = town.clone();
        let withdraw = others.order("s-41", "auditor", Withdraw { pending });
        assert_eq!(others.ask(&withdraw), Said::No("not_the_proposer"), "{action} by {role}");
        let (completer, as_role) = who_completes(action);
        let mut turned_down = town.clone();
        let reject = turned_down.order(completer, as_role, Reject { pending });
        assert_eq!(turned_down.ask(&reject), Said::Done, "{action} by {role}");
        assert!(*turned_down.ledger.state().books() == books, "{action} by {role}: it was turned down");
        let complete = town.order(completer, as_role, Complete { pending });
        assert_eq!(town.ask(&complete), Said::Done, "{action} by {role}");
        assert_eq!(town.ledger.audit(), vec![]);
    }
}

#[test]
fn a_role_is_held_by_who_was_appointed() {
    let town = Town::new().under("");
    for (role, action, grant) in asked() {
        if grant.is_none() {
            continue;
        }
        let mut town = town.clone();
        let mut stranger = town.order_for(role, action);
        // Somebody with another role and no account.
        stranger.actor = id(if role == "auditor" { "s-12" } else { "s-41" });
        assert_eq!(town.ask(&stranger), Said::No("role_not_held"), "{action} by {role}");
        let mut unknown = town.order_for(role, action);
        unknown.actor = id("z-1");
        assert_eq!(town.ask(&unknown), Said::No("actor_unknown"), "{action} by {role}");
        let mut unheard_of = town.order_for(role, action);
        unheard_of.role = code("mayor");
        assert_eq!(town.ask(&unheard_of), Said::No("role_unknown"), "{action} by {role}");
    }
}

#[test]
fn a_role_ends_with_its_last_day() {
    let town = Town::new().under("");
    for (role, actor) in ROLES {
        if role == "participant" || role == "system" {
            continue;
        }
        let Some((_, action, _)) = asked().find(|(one, _, grant)| *one == role && grant.is_some()) else {
            continue;
        };
        let mut town = town.clone();
        let scope = match role {
            "issuing_partner" | "redeeming_partner" => Some(id("p-1")),
            "administration_point" | "exchange_office" | "redemption_desk" => Some(id("cp-1")),
            _ => None,
        };
        let end = EndRole { person: id(actor), role: code(role), scope };
        town.must("s-22", "project_manager", end);
        let last = town.order_for(role, action);
        assert_ne!(town.ask(&last), Said::No("role_not_held"), "{role} on the last day");
        town.close_through("2025-03-01");
        let mut after = last.clone();
        after.id = muntwerk::id::OrderId::new(900);
        (after.booking_day, after.value_day) = (town.ledger.day(), town.ledger.day());
        assert_eq!(town.ask(&after), Said::No("role_not_held"), "{role} the day after");
    }
}

#[test]
fn a_role_at_a_counter_is_held_at_that_counter() {
    let town = Town::new().under("");
    for (role, action, grant) in asked() {
        let at_counter = matches!(role, "administration_point" | "exchange_office" | "redemption_desk");
        if grant.is_none() || !at_counter {
            continue;
        }
        let mut town = town.clone();
        let mut nowhere = town.order_for(role, action);
        nowhere.contact_point = None;
        assert_eq!(town.ask(&nowhere), Said::No("contact_point_needed"), "{action} by {role}");
        let mut elsewhere = town.order_for(role, action);
        elsewhere.contact_point = Some(id("cp-2"));
        assert_eq!(town.ask(&elsewhere), Said::No("role_not_held"), "{action} by {role}");
        let mut unknown = town.order_for(role, action);
        unknown.contact_point = Some(id("cp-9"));
        assert_eq!(town.ask(&unknown), Said::No("contact_point_unknown"), "{action} by {role}");
    }
}

/// Guards that no design switches off.
#[test]
fn nobody_rewards_themselves_or_gains_by_acting_for_another() {
    let mut town = Town::new().under("[permissions.award]\nauditor = \"allow\"\nmediator = \"allow\"\n");
    // The mediator gets an account of their own; acting for a client they cannot be paid.
    let holders = [id("s-31")].into_iter().collect();
    let open = muntwerk::orders::OpenAccount {
        account: id("m-31"),
        kind: muntwerk::books::AccountKind::Person,
        holders,
    };
    town.must("s-21", "project_manager", open);
    let pays = town.order("s-31", "mediator", transfer("m-1", "m-31", 1));
    assert_eq!(town.ask(&pays), Said::No("conflict_of_interest"));
    let rewards = town.order("s-31", "mediator", award("m-31", 1));
    assert_eq!(town.ask(&rewards), Said::No("self_reward"));
    // Nor is the partner of a household.
    let holders = [id("s-31"), id("d-3")].into_iter().collect();
    let home = muntwerk::orders::OpenAccount {
        account: id("m-32"),
        kind: muntwerk::books::AccountKind::Household,
        holders,
    };
    town.must("s-21", "project_manager", home);
    let rewards = town.order("s-31", "mediator", award("m-3", 1));
    assert_eq!(town.ask(&rewards), Said::No("self_reward"));
    let pays = town.order("s-31", "mediator", transfer("m-1", "m-3", 1));
    assert_eq!(town.ask(&pays), Said::No("conflict_of_interest"));
    // Who confirms a claim does not confirm their own.
    let claim = town.order("d-3", "participant", award("m-3", 1));
    assert_eq!(town.ask(&claim), Said::Waits);
    let confirms = town.order("s-31", "mediator", Complete { pending: claim.id });
    assert_eq!(town.ask(&confirms), Said::No("self_reward"));
    // Spending at a partner is nobody's gain.
    let redeems = town.order("s-31", "mediator", redeem("m-1"));
    assert_eq!(town.ask(&redeems), Said::Done);
}
