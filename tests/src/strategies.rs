//! Random designs and random scripts.

use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;

use crate::model::{
    Activity, BalanceTo, CapRule, Credit, DebtTo, Ends, Grain, MOST, Manner, Most, OnCap, Over, Per, Present,
    Required, Reward, Rules, Soft, Suffices, WhenSpent,
};
use crate::script::{Act, Line, first_day};

/// How many cases a property runs, unless `PROPTEST_CASES` says more; no file is kept of failures, since
/// a failure becomes a test of its own.
pub fn config(cases: u32) -> ProptestConfig {
    let asked = std::env::var("PROPTEST_CASES").ok().and_then(|cases| cases.parse().ok());
    ProptestConfig {
        cases: asked.unwrap_or(cases),
        failure_persistence: None,
        max_shrink_iters: 20_000,
        ..ProptestConfig::default()
    }
}

fn activities() -> Vec<Activity> {
    vec![
        Activity { code: "work", units: 25, step: Some(15), partner: None, requires: None },
        Activity {
            code: "flowers",
            units: 10,
            step: None,
            partner: None,
            requires: Some(Required { fact: "insured", is: None, flag: true }),
        },
        Activity {
            code: "compost",
            units: 5,
            step: None,
            partner: Some("p-2"),
            requires: Some(Required { fact: "residence", is: Some("gent"), flag: false }),
        },
        Activity { code: "everything", units: MOST, step: None, partner: None, requires: None },
    ]
}

fn rewards() -> Vec<Reward> {
    vec![
        Reward { code: "soup", price: 10, partner: None },
        Reward { code: "garden", price: 35, partner: Some("p-1") },
    ]
}

/// A reward currency whose units end after two months, at the end of the month.
pub fn reward() -> Rules {
    Rules {
        credit: None,
        manner: Manner::default(),
        caps: Vec::new(),
        activities: activities(),
        welcome: vec![
            Present { code: "start", units: 15, from_pot: false },
            Present { code: "pot", units: 5, from_pot: true },
        ],
        rewards: rewards(),
        ends: Ends::Months { count: 6, to_month_end: true },
        notice: Some((14, Suffices::Given)),
        grace: 0,
        lapse_to_pot: false,
        renew: false,
        late_award: None,
        grain: Grain::Issue,
        oldest_first: false,
        late_window: 7,
        pending: 5,
        gifts: true,
        gifts_from_credit: false,
        relatives: true,
        window: 20,
        when_spent: WhenSpent::Refuse,
        when_lapsed: None,
        balance_to: BalanceTo::Pot,
        debt: DebtTo::Refuse,
        spend_out: None,
        close_at_zero: false,
        inactivity: None,
        pot: true,
    }
}

/// Mutual credit that sums to zero, with a floor and a ceiling.
pub fn ring() -> Rules {
    Rules {
        credit: Some(Credit { floor: -50, ceiling: Some(80), debt_stop: false }),
        activities: Vec::new(),
        ends: Ends::Never,
        notice: None,
        lapse_to_pot: true,
        gifts_from_credit: false,
        ..reward()
    }
}

/// Mutual credit in which whoever reached the floor must earn first.
pub fn debt_stop() -> Rules {
    Rules {
        credit: Some(Credit { floor: -20, ceiling: None, debt_stop: true }),
        gifts_from_credit: true,
        ends: Ends::Months { count: 1, to_month_end: false },
        notice: Some((10, Suffices::Delivered)),
        lapse_to_pot: true,
        ..ring()
    }
}

/// Reward and mutual credit together, in lots of a month.
pub fn mixed() -> Rules {
    Rules {
        credit: Some(Credit { floor: -50, ceiling: Some(500), debt_stop: false }),
        ends: Ends::YearEnd,
        notice: Some((45, Suffices::Given)),
        grace: 10,
        lapse_to_pot: true,
        renew: true,
        grain: Grain::Month,
        when_spent: WhenSpent::TechnicalDebt,
        ..reward()
    }
}

/// Reward units that end on one day, which passes soon.
pub fn dated() -> Rules {
    Rules {
        ends: Ends::On(first_day().plus_days(25).unwrap()),
        notice: Some((10, Suffices::DeliveredOrUndeliverable)),
        lapse_to_pot: true,
        late_award: Some(5),
        when_spent: WhenSpent::Pot,
        grain: Grain::Day,
        ..reward()
    }
}

/// Any of them, with its choices changed.
pub fn rules() -> impl Strategy<Value = Rules> {
    let notice = Some((14, Suffices::DeliveredOrUndeliverable));
    let base = prop_oneof![
        1 => Just(reward()),
        2 => Just(Rules { ends: Ends::Months { count: 1, to_month_end: true }, notice, ..reward() }),
        2 => Just(ring()),
        2 => Just(debt_stop()),
        2 => Just(mixed()),
        2 => Just(dated())
    ];
    let when_spent = prop_oneof![
        Just(WhenSpent::Refuse),
        Just(WhenSpent::Partial),
        Just(WhenSpent::OtherLots),
        Just(WhenSpent::Pot),
        Just(WhenSpent::TechnicalDebt)
    ];
    let grain = prop_oneof![Just(Grain::Issue), Just(Grain::Day), Just(Grain::Month)];
    let flags = any::<[bool; 6]>();
    let debt = prop_oneof![1 => Just(DebtTo::Refuse), 1 => Just(DebtTo::Pot), 2 => Just(DebtTo::Group)];
    let quiet = option::weighted(0.7, (1_u16..3, option::of(1_u16..20)));
    let leaving = (debt, quiet, option::of(1_u16..3), any::<[bool; 2]>());
    (base, when_spent, grain, option::of(1_u16..9), 0_u16..4, flags, leaving).prop_map(
        |(
            base,
            when_spent,
            grain,
            when_lapsed,
            grace,
            [renew, oldest_first, gifts, no_notice, on_credit, to_pot],
            (debt, inactivity, spend_out, [close_at_zero, to_group]),
        )| {
            let month_fits = !matches!(base.ends, Ends::Months { to_month_end: false, .. });
            let zero_sum = base.activities.is_empty();
            Rules {
                when_spent,
                grain: if grain == Grain::Month && !month_fits { Grain::Day } else { grain },
                when_lapsed,
                grace,
                renew: renew && base.ends != Ends::Never,
                oldest_first,
                gifts: gifts || base.gifts,
                gifts_from_credit: on_credit && base.credit.is_some(),
                lapse_to_pot: to_pot || zero_sum,
                notice: if no_notice && renew { None } else { base.notice },
                balance_to: match (to_pot, to_group) {
                    (true, true) => BalanceTo::Group,
                    (true, false) => BalanceTo::Pot,
                    (false, _) => BalanceTo::Refuse,
                },
                debt: if base.credit.is_some() || when_spent == WhenSpent::TechnicalDebt {
                    debt
                } else {
                    DebtTo::Refuse
                },
                inactivity,
                spend_out: spend_out.filter(|_| to_pot),
                close_at_zero,
                ..base
            }
        },
    )
}

fn much() -> impl Strategy<Value = i64> {
    prop_oneof![
        40 => 1_i64..40,
        8 => 40_i64..120,
        1 => Just(0),
        1 => Just(-1),
        1 => Just(MOST),
        1 => MOST - 100..MOST
    ]
}

fn act() -> impl Strategy<Value = Act> {
    // The last of the accounts and partners are seldom named: they are not what they should be.
    let who = || prop_oneof![30 => 0_usize..6, 1 => 6_usize..8];
    let partner = || prop_oneof![30 => 0_usize..2, 2 => Just(2_usize), 1 => Just(3_usize)];
    let activity = || prop_oneof![20 => 0_usize..2, 3 => Just(2_usize), 1 => 3_usize..5];
    let measured = || prop_oneof![30 => 1_u32..120, 1 => Just(0_u32), 1 => Just(u32::MAX)];
    prop_oneof![
        1 => (prop_oneof![3 => 6_usize..8, 1 => 0_usize..6], 0_usize..4).prop_map(|(who, by)| Act::Open { who, by }),
        1 => (prop_oneof![3 => 2_usize..4, 1 => 0_usize..2], 0_usize..5, 0_usize..10)
            .prop_map(|(partner, roles, terms)| Act::Approve { partner, roles, terms }),
        3 => (partner(), prop_oneof![6 => Just(0_usize), 3 => 1_usize..3, 1 => 3_usize..5], 0_usize..12)
            .prop_map(|(partner, roles, terms)| Act::Agree { partner, roles, terms }),
        2 => (prop_oneof![8 => 4_usize..6, 2 => 0_usize..4, 1 => 6_usize..8], 0_usize..6, 0_usize..6, 0_usize..3)
            .prop_map(|(who, add, remove, by)| Act::Hold { who, add, remove, by }),
        14 => (partner(), who(), activity(), measured(), 0_usize..10, prop_oneof![8 => Just(0_usize), 1 => 1_usize..7])
            .prop_map(|(partner, to, activity, measured, by, earner)| {
                Act::Award { partner, to, activity, measured, by, earner }
            }),
        3 => (who(), 0_usize..3).prop_map(|(who, gift)| Act::Welcome { who, gift }),
        3 => (who(), 0_usize..3, 0_usize..4, 0_i32..30, option::of(-2_i32..30), 0_usize..3)
            .prop_map(|(who, fact, value, back, length, by)| Act::Fact { who, fact, value, back, length, by }),
        14 => (who(), who(), much(), prop_oneof![8 => Just(0_usize), 1 => 1_usize..4])
            .prop_map(|(from, to, much, category)| Act::Transfer { from, to, much, category }),
        4 => (who(), who(), much()).prop_map(|(from, to, much)| Act::Gift { from, to, much }),
        2 => (who(), who(), who(), much(), prop_oneof![8 => Just(0_usize), 1 => 1_usize..4])
            .prop_map(|(from, to, relative, much, category)| Act::Relative { from, to, relative, much, category }),
        6 => (who(), partner(), 0_usize..3, prop_oneof![10 => 1_u32..4, 1 => Just(0), 1 => Just(u32::MAX)])
            .prop_map(|(who, partner, reward, count)| Act::Redeem { who, partner, reward, count }),
        12 => (0_usize..12, option::weighted(0.4, much()), 0_usize..8)
            .prop_map(|(nth, part, by)| Act::Reverse { nth, part, by }),
        5 => (0_usize..4, prop_oneof![0_usize..8, Just(2), Just(4), Just(5)]).prop_map(|(nth, by)| Act::Complete { nth, by }),
        1 => (0_usize..4, 0_usize..8).prop_map(|(nth, by)| Act::Reject { nth, by }),
        1 => (0_usize..4).prop_map(|nth| Act::Withdraw { nth }),
        3 => (who(), 0_usize..9).prop_map(|(who, state)| Act::State { who, state: state.saturating_sub(2) }),
        2 => (who(), 0_usize..2, option::weighted(0.3, who())).prop_map(|(who, by, heir)| Act::Leave { who, by, heir }),
        2 => who().prop_map(|who| Act::WriteOff { who }),
        10 => (prop_oneof![6 => 0_i32..3, 8 => 3_i32..20, 2 => 20_i32..100, 1 => -2_i32..0], prop_oneof![8 => 0_i32..2, 1 => 2_i32..20, 1 => Just(-1)])
            .prop_map(|(through, today)| Act::Days { through, today }),
        4 => (0_usize..4, any::<bool>()).prop_map(|(nth, delivered)| Act::Notice { nth, delivered }),
        5 => (0_usize..30, 0_usize..8).prop_map(|(nth, twist)| Act::Again { nth, twist }),
    ]
}

/// One line of a script.
pub fn line() -> impl Strategy<Value = Line> {
    let back = prop_oneof![40 => Just(0), 8 => 1_i32..8, 1 => 8_i32..12, 1 => -3_i32..0];
    let off = prop_oneof![80 => Just(0), 1 => Just(-1), 1 => Just(1)];
    let instead = option::weighted(0.06, (0_usize..8, 0_usize..4));
    (act(), back, off, instead).prop_map(|(act, back, off, instead)| Line { act, back, off, instead })
}

/// What almost every ledger begins with: six accounts and two partners.
pub fn prelude() -> Vec<Line> {
    let opening = (0..6).map(|who| Act::Open { who, by: 1 });
    let approve = |partner| Act::Approve { partner, roles: 0, terms: 0 };
    let approving = [approve(0), approve(1)];
    opening.chain(approving).map(|act| Line { act, back: 0, off: 0, instead: None }).collect()
}

/// A script of 1 to 80 lines after the prelude.
pub fn script() -> impl Strategy<Value = Vec<Line>> {
    vec(line(), 1..80).prop_map(|lines| prelude().into_iter().chain(lines).collect())
}

/// Caps of every kind, each with its choices.
fn caps() -> impl Strategy<Value = Vec<CapRule>> {
    let over = prop_oneof![
        3 => Just(Over::Person),
        2 => Just(Over::Household),
        1 => Just(Over::Partner),
        1 => Just(Over::Currency)
    ];
    let per =
        prop_oneof![Just(Per::Day), Just(Per::Week), Just(Per::Month), Just(Per::Year), Just(Per::Lifetime)];
    let most = prop_oneof![(1_i64..400).prop_map(Most::Units), (1_i64..12).prop_map(Most::Times)];
    let on_cap = prop_oneof![Just(OnCap::Refuse), Just(OnCap::Partial), Just(OnCap::RecordOnly)];
    let activity = option::weighted(0.4, prop_oneof![Just("work"), Just("flowers")]);
    let codes = ["c-1", "c-2", "c-3"];
    vec((over, per, most, on_cap, activity), 0..4).prop_map(move |caps| {
        let numbered = codes.into_iter().zip(caps);
        numbered
            .map(|(code, (over, per, most, on_cap, activity))| CapRule {
                code,
                over,
                per,
                activity,
                most,
                on_cap,
            })
            .collect()
    })
}

fn manner() -> impl Strategy<Value = Manner> {
    let soft = || prop_oneof![2 => Just(Soft::Hard), 1 => Just(Soft::Flag), 1 => Just(Soft::OneWay)];
    let starter = option::of((1_u16..3, option::of(-15_i64..=0), option::of(20_i64..80)));
    let group = option::of((option::of(-90_i64..=0), option::of(20_i64..200)));
    (soft(), soft(), any::<[bool; 3]>(), starter, group).prop_map(
        |(floor, ceiling, [floor_exclusive, ceiling_exclusive, ceiling_before], starter, group)| Manner {
            floor,
            floor_exclusive,
            ceiling,
            ceiling_exclusive: ceiling_exclusive && !ceiling_before,
            ceiling_before: ceiling_before && ceiling != Soft::OneWay,
            starter: starter.filter(|(_, floor, ceiling)| floor.is_some() || ceiling.is_some()),
            group: group.filter(|(floor, ceiling)| floor.is_some() || ceiling.is_some()),
        },
    )
}

/// Any rules, with limits of every manner and caps.
pub fn limited_rules() -> impl Strategy<Value = Rules> {
    (rules(), manner(), caps(), any::<bool>()).prop_map(|(rules, mut manner, caps, more)| {
        let credit = rules.credit.map(|credit| Credit {
            // A limit that looks at both sides looks at no balance before.
            debt_stop: credit.debt_stop && manner.floor != Soft::OneWay,
            ceiling: if more { credit.ceiling.or(Some(90)) } else { credit.ceiling },
            ..credit
        });
        manner.floor_exclusive = manner.floor_exclusive && !credit.is_some_and(|one| one.debt_stop);
        if credit.is_none() {
            // Without credit nobody goes below zero.
            let no_floor = |(floor, ceiling): (Option<i64>, Option<i64>)| (floor.map(|_| 0), ceiling);
            manner.group = manner.group.map(no_floor);
            manner.starter =
                manner.starter.map(|(months, floor, ceiling)| (months, floor.map(|_| 0), ceiling));
        }
        if let Some(most) = credit.and_then(|one| one.ceiling) {
            let within = |at: Option<i64>| at.map(|at| at.min(most));
            manner.starter = manner.starter.map(|(months, floor, at)| (months, floor, within(at)));
        }
        let caps = if rules.activities.is_empty() { Vec::new() } else { caps };
        Rules { credit, manner, caps, ..rules }
    })
}

/// A line about limits, or any other.
fn limiting_line() -> impl Strategy<Value = Line> {
    let floor = || option::of(prop_oneof![8 => -120_i64..=0, 1 => Just(1_i64)]);
    let ceiling = || option::of(prop_oneof![8 => 10_i64..300, 1 => Just(0_i64)]);
    let set = (0_usize..7, floor(), ceiling(), prop_oneof![3 => 0_usize..2, 1 => Just(2_usize)], 0_usize..2)
        .prop_map(|(who, floor, ceiling, group, by)| Act::Limits { who, floor, ceiling, group, by });
    let except = (0_usize..7, floor(), ceiling(), -1_i32..20)
        .prop_map(|(who, floor, ceiling, days)| Act::Exception { who, floor, ceiling, days });
    let limits = prop_oneof![set, except].prop_map(|act| Line { act, back: 0, off: 0, instead: None });
    prop_oneof![1 => limits, 9 => line()]
}

/// A script of 1 to 80 lines after the prelude, some of them about limits.
pub fn limiting_script() -> impl Strategy<Value = Vec<Line>> {
    vec(limiting_line(), 1..80).prop_map(|lines| prelude().into_iter().chain(lines).collect())
}
