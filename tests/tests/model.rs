//! The engine against the naive model: the same answers, the same books, after every order.
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "a test stops by panicking")]

use muntwerk_tests::model::Rules;
use muntwerk_tests::pair::Pair;
use muntwerk_tests::script::Line;
use muntwerk_tests::strategies::{config, limited_rules, limiting_script, rules, script};
use std::collections::BTreeMap;

use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::TestRunner;

/// The engine answers to every line what the model answers, and its books are sound.
fn agree(rules: &Rules, script: &[Line]) -> Result<(), TestCaseError> {
    let mut pair = Pair::open(rules);
    for line in script {
        let order = pair.order(line);
        pair.ask(&order).map_err(TestCaseError::fail)?;
    }
    prop_assert_eq!(pair.ledger.audit(), vec![]);
    Ok(())
}

proptest! {
    #![proptest_config(config(400))]

    #[test]
    fn the_engine_answers_what_the_model_expects(rules in rules(), script in script()) {
        agree(&rules, &script)?;
    }
}

proptest! {
    #![proptest_config(config(300))]

    #[test]
    fn limits_and_caps_are_what_the_model_expects(rules in limited_rules(), script in limiting_script()) {
        agree(&rules, &script)?;
    }
}

#[test]
fn the_scripts_about_limits_and_caps_reach_what_they_should() {
    let mut runner = TestRunner::deterministic();
    let mut reached: BTreeMap<String, u32> = BTreeMap::new();
    for _ in 0..300 {
        let tree = (limited_rules(), limiting_script()).new_tree(&mut runner).unwrap();
        let (rules, script) = tree.current();
        let mut pair = Pair::open(&rules);
        for line in &script {
            let order = pair.order(line);
            let Ok(answer) = pair.ask(&order) else { continue };
            let what = match answer.outcome {
                Ok(()) => {
                    let record = pair.ledger.get(answer.number.unwrap()).unwrap();
                    let flags = record.entry().map(|entry| entry.flags.clone()).unwrap_or_default();
                    format!("{:?} {flags:?}", order.ask.kind())
                }
                Err(code) => code.to_string(),
            };
            *reached.entry(what).or_default() += 1;
        }
    }
    let wanted = [
        "SetLimits []",
        "GrantException []",
        "Transfer [OverFloor]",
        "Transfer [OverCeiling]",
        "Award [Capped]",
        "cap_reached",
        "cap_times",
        "ceiling",
        "debt_stop",
        "earner_needed",
        "earner_not_holder",
        "exception_empty",
        "group_unknown",
        "insufficient_balance",
        "limit_wrong",
        "spend_first",
    ];
    for what in wanted {
        assert!(reached.contains_key(what), "no script comes to {what}: {reached:#?}");
    }
}

/// A property says nothing about what its scripts never reach.
#[test]
fn the_scripts_reach_what_they_should() {
    let mut runner = TestRunner::deterministic();
    let mut reached: BTreeMap<String, u32> = BTreeMap::new();
    for _ in 0..400 {
        let tree = (rules(), script()).new_tree(&mut runner).unwrap();
        let (rules, script) = tree.current();
        let mut pair = Pair::open(&rules);
        for line in &script {
            let order = pair.order(line);
            let kind = order.ask.kind();
            let Ok(answer) = pair.ask(&order) else { continue };
            let what = match answer.outcome {
                Ok(()) if answer.repeated => String::from("repeated"),
                Ok(()) => format!("{kind:?}"),
                Err(code) => code.to_string(),
            };
            *reached.entry(what).or_default() += 1;
        }
    }
    let kinds = [
        "AmendContract",
        "ApprovePartner",
        "Award",
        "ChangeHolders",
        "ChangeState",
        "CloseAccount",
        "CloseDay",
        "Complete",
        "Gift",
        "OpenAccount",
        "PayForRelative",
        "RecordFact",
        "RecordNotice",
        "Redeem",
        "Reject",
        "Reverse",
        "Transfer",
        "Welcome",
        "Withdraw",
        "WriteOff",
    ];
    let codes = [
        "account_exists",
        "account_unknown",
        "action_not_allowed",
        "activity_elsewhere",
        "activity_excluded",
        "activity_unknown",
        "actor_unknown",
        "already_reversed",
        "amount_zero",
        "award_lapsed",
        "balance_left",
        "category_unknown",
        "ceiling",
        "contract_not_in_force",
        "contract_pointless",
        "close_day_first",
        "day_already_closed",
        "day_closed",
        "day_not_over",
        "debt_stop",
        "dates_wrong",
        "fact_by_others",
        "fact_missing",
        "fact_unknown",
        "fact_value",
        "gift_from_credit",
        "heir_not_possible",
        "holder_twice",
        "holders_unchanged",
        "holders_wrong",
        "household_continues",
        "id_conflict",
        "in_debt",
        "insufficient_balance",
        "leaver_direction",
        "may_not_pay",
        "may_not_receive",
        "minutes_off",
        "more_than_original",
        "not_a_participant",
        "not_gone",
        "not_in_debt",
        "not_a_holder",
        "not_an_organisation",
        "not_own",
        "not_reversible",
        "nothing_earned",
        "notice_settled",
        "notice_unknown",
        "original_unknown",
        "overflow",
        "partner_budget",
        "partner_id_long",
        "partner_roles_wrong",
        "partner_unknown",
        "pending_unknown",
        "pot_short",
        "receiver_spent",
        "relative_is_party",
        "repeated",
        "reversal_window",
        "reward_elsewhere",
        "reward_unknown",
        "role_not_held",
        "role_unknown",
        "self_reward",
        "self_transfer",
        "state_change",
        "too_old",
        "value_day_ahead",
        "welcome_unknown",
        "welcomed_already",
    ];
    for what in kinds.into_iter().chain(codes) {
        assert!(reached.contains_key(what), "no script comes to {what}: {reached:#?}");
    }
}
