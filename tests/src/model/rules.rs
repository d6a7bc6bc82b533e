//! What a currency decides, as plain figures: what the model is configured by, and the text of a
//! design file that says the same to the engine.

use std::fmt;

use muntwerk::calendar::Day;

use super::CapRule;

/// A currency in plain figures. Units have no decimals here.
#[derive(Clone)]
pub struct Rules {
    /// Mutual credit, if there is any.
    pub credit: Option<Credit>,
    /// How limits are tested, and where else they lie.
    pub manner: Manner,
    /// How much can be earned in a period.
    pub caps: Vec<CapRule>,
    /// What can be earned with; empty if nothing is issued as a reward.
    pub activities: Vec<Activity>,
    /// What whoever joins gets once.
    pub welcome: Vec<Present>,
    /// What units can be redeemed for.
    pub rewards: Vec<Reward>,
    /// When units end.
    pub ends: Ends,
    /// Days before the end on which a notice is owed, and what must have become of it.
    pub notice: Option<(u16, Suffices)>,
    /// Days after the end that the lapse waits.
    pub grace: u16,
    /// Whether lapsed units go to the pot.
    pub lapse_to_pot: bool,
    /// Whether a payment makes units new.
    pub renew: bool,
    /// How many days an award gets whose end has passed; refused if none.
    pub late_award: Option<u16>,
    /// What makes a lot of its own.
    pub grain: Grain,
    /// Whether the oldest units are spent first, instead of those that end soonest.
    pub oldest_first: bool,
    /// How many days a value day may lie back.
    pub late_window: u16,
    /// How many days an order waits.
    pub pending: u16,
    /// Whether gifts are possible.
    pub gifts: bool,
    /// Whether they may be given on credit.
    pub gifts_from_credit: bool,
    /// Whether one may pay for a relative.
    pub relatives: bool,
    /// How many days an order can be taken back.
    pub window: u16,
    /// What happens if the receiver has spent the units.
    pub when_spent: WhenSpent,
    /// How many days units get that come back after their end; they lapse if none.
    pub when_lapsed: Option<u16>,
    /// Where the balance goes of an account that is closed.
    pub balance_to: BalanceTo,
    /// Who bears a debt that is written off.
    pub debt: DebtTo,
    /// How many months a leaver has.
    pub spend_out: Option<u16>,
    /// Whether a leaver's account closes when it is empty.
    pub close_at_zero: bool,
    /// After how many months somebody is inactive, and how many days before they are warned.
    pub inactivity: Option<(u16, Option<u16>)>,
    /// Whether there is a pot.
    pub pot: bool,
}

impl fmt::Debug for Rules {
    /// The design on one line, without what is always the same.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let design = self.design();
        let own = design.strip_prefix(HEAD).unwrap_or(&design).replace(NAMES, "");
        let own = own.split("[[office_holder]]").next().unwrap_or_default();
        f.write_str(&own.split_whitespace().collect::<Vec<_>>().join(" "))
    }
}

/// How far accounts may go.
#[derive(Clone, Copy, Debug)]
pub struct Credit {
    /// The lowest balance.
    pub floor: i64,
    /// The highest balance.
    pub ceiling: Option<i64>,
    /// Whether whoever is above the floor may pay anything.
    pub debt_stop: bool,
}

/// How limits are tested, and where else they lie.
#[derive(Clone, Copy, Debug, Default)]
pub struct Manner {
    /// What happens at the floor.
    pub floor: Soft,
    /// Whether nobody may stand exactly there.
    pub floor_exclusive: bool,
    /// What happens at the ceiling.
    pub ceiling: Soft,
    /// Whether nobody may stand exactly there.
    pub ceiling_exclusive: bool,
    /// Whether whoever is below the ceiling may receive anything.
    pub ceiling_before: bool,
    /// Months, floor and ceiling of a new account.
    pub starter: Option<(u16, Option<i64>, Option<i64>)>,
    /// Floor and ceiling of the group `care`.
    pub group: Option<(Option<i64>, Option<i64>)>,
}

/// What happens to whoever passes a limit.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
#[allow(missing_docs)]
pub enum Soft {
    #[default]
    Hard,
    Flag,
    OneWay,
}

impl Soft {
    fn word(self) -> &'static str {
        match self {
            Self::Hard => "refuse",
            Self::Flag => "flag",
            Self::OneWay => "one_way",
        }
    }
}

/// One limit in a design file.
fn bound(name: &str, at: i64, soft: Soft, exclusive: bool, before: bool) -> String {
    let mut text = format!("[limits.{name}]\nat = {at}\nover = \"{}\"", soft.word());
    match (soft, before) {
        (Soft::OneWay, _) => {}
        (_, true) => return format!("{text}\ntested = \"before\""),
        (_, false) => text.push_str("\ntested = \"after\""),
    }
    format!("{text}\ninclusive = {}", !exclusive)
}

/// The figures of a starter or a group.
fn figures(floor: Option<i64>, ceiling: Option<i64>) -> String {
    let one = |name: &str, at: Option<i64>| at.map_or(String::new(), |at| format!("\n{name} = {at}"));
    one("floor", floor) + &one("ceiling", ceiling)
}

/// One thing to earn with.
#[derive(Clone, Debug)]
pub struct Activity {
    /// Its code.
    pub code: &'static str,
    /// Units for an act, or for an hour.
    pub units: i64,
    /// Minutes in a step that is rounded up to, if it is counted by the hour.
    pub step: Option<i64>,
    /// The only partner who may issue it.
    pub partner: Option<&'static str>,
    /// What must be recorded about whoever earns it.
    pub requires: Option<Required>,
}

/// A fact that must hold: its code, its word if it needs one, and whether it is flagged instead of refused.
#[derive(Clone, Copy, Debug)]
pub struct Required {
    /// The fact.
    pub fact: &'static str,
    /// The word it must have.
    pub is: Option<&'static str>,
    /// Whether it is booked and flagged all the same.
    pub flag: bool,
}

/// The facts that can be recorded: the code, the words, and whether participants record it themselves.
pub const FACTS: [(&str, &[&str], bool); 2] =
    [("insured", &[], false), ("residence", &["gent", "aalst"], true)];

/// What whoever joins gets once.
#[derive(Clone, Copy, Debug)]
pub struct Present {
    /// Its code.
    pub code: &'static str,
    /// Units.
    pub units: i64,
    /// Whether the pot pays.
    pub from_pot: bool,
}

/// One thing to redeem for.
#[derive(Clone, Debug)]
pub struct Reward {
    /// Its code.
    pub code: &'static str,
    /// Units.
    pub price: i64,
    /// The only partner who gives it.
    pub partner: Option<&'static str>,
}

/// When units end.
#[derive(Clone, Copy, Debug, PartialEq)]
#[allow(missing_docs)]
pub enum Ends {
    Never,
    Months { count: u16, to_month_end: bool },
    YearEnd,
    On(Day),
}

/// What must have become of a notice.
#[derive(Clone, Copy, Debug, PartialEq)]
#[allow(missing_docs)]
pub enum Suffices {
    Given,
    Delivered,
    DeliveredOrUndeliverable,
}

/// What makes a lot of its own.
#[derive(Clone, Copy, Debug, PartialEq)]
#[allow(missing_docs)]
pub enum Grain {
    Issue,
    Day,
    Month,
}

/// What happens if the receiver has spent what is taken back.
#[derive(Clone, Copy, Debug, PartialEq)]
#[allow(missing_docs)]
pub enum WhenSpent {
    Refuse,
    Partial,
    OtherLots,
    Pot,
    TechnicalDebt,
}

/// Where the balance goes of an account that is closed.
#[derive(Clone, Copy, Debug, PartialEq)]
#[allow(missing_docs)]
pub enum BalanceTo {
    Refuse,
    Pot,
    Group,
    Lapsed,
}

/// Who bears a debt that is written off.
#[derive(Clone, Copy, Debug, PartialEq)]
#[allow(missing_docs)]
pub enum DebtTo {
    Refuse,
    Pot,
    Group,
}

impl Rules {
    /// The end of units earned on a day.
    pub fn end_of(&self, earned: Day) -> Option<Day> {
        match self.ends {
            Ends::Never => None,
            Ends::Months { count, to_month_end } => {
                let end = earned.plus_months(count).unwrap();
                Some(if to_month_end { end.last_of_month() } else { end })
            }
            Ends::YearEnd => Some(Day::new(earned.year(), 12, 31).unwrap()),
            Ends::On(day) => Some(day),
        }
    }

    /// The caps in the order of their codes.
    pub fn caps_in_order(&self) -> Vec<CapRule> {
        let mut caps = self.caps.clone();
        caps.sort_by_key(|cap| cap.code);
        caps
    }

    /// The same as a design file.
    pub fn design(&self) -> String {
        let mut text = String::from(HEAD);
        let mut line = |words: String| {
            text.push_str(&words);
            text.push('\n');
        };
        line(format!("[circulation]\nreward = {}", !self.activities.is_empty()));
        line(format!("mutual_credit = {}", self.credit.is_some()));
        if let Some(credit) = self.credit {
            let Manner { floor, floor_exclusive, .. } = self.manner;
            line(bound("floor", credit.floor, floor, floor_exclusive, credit.debt_stop));
            if let Some(at) = credit.ceiling {
                let Manner { ceiling, ceiling_exclusive, ceiling_before, .. } = self.manner;
                line(bound("ceiling", at, ceiling, ceiling_exclusive, ceiling_before));
            }
        }
        if let Some((months, floor, ceiling)) = self.manner.starter {
            line(format!("[limits.starter]\nmonths = {months}{}", figures(floor, ceiling)));
        }
        if let Some((floor, ceiling)) = self.manner.group {
            line(format!("[[limits.group]]\ncode = \"care\"{}", figures(floor, ceiling)));
        }
        for cap in &self.caps {
            line(cap.design());
        }
        for (code, words, self_declared) in FACTS {
            line(format!("[[fact]]\ncode = \"{code}\"\n{NAMES}\nself_declared = {self_declared}"));
            if !words.is_empty() {
                line(format!("values = {words:?}"));
            }
        }
        line(String::from("[activities]\nexcluded = [\"roofing\"]\ncategories = [\"care\", \"repair\"]"));
        for present in &self.welcome {
            let from = if present.from_pot { "pot" } else { "group" };
            line(format!("[[welcome]]\ncode = \"{}\"\n{NAMES}\nunits = {}", present.code, present.units));
            line(format!("from = \"{from}\""));
        }
        for activity in &self.activities {
            line(format!("[[earning]]\ncode = \"{}\"\n{NAMES}\nunits = {}", activity.code, activity.units));
            match activity.step {
                Some(step) => {
                    line(format!("per = \"hour\"\nstep_minutes = {step}\nstep_rounding = \"up\""));
                    line(String::from("unit_rounding = \"down\""));
                }
                None => line(String::from("per = \"action\"")),
            }
            if let Some(partner) = activity.partner {
                line(format!("partners = [\"{partner}\"]"));
            }
            if let Some(Required { fact, is, flag }) = activity.requires {
                let is = is.map_or(String::new(), |word| format!(", is = [\"{word}\"]"));
                line(format!("requires = [{{ fact = \"{fact}\"{is} }}]"));
                line(format!("when_missing = \"{}\"", if flag { "flag" } else { "refuse" }));
            }
        }
        for reward in &self.rewards {
            line(format!("[[redemption]]\ncode = \"{}\"\n{NAMES}\nprice = {}", reward.code, reward.price));
            if let Some(partner) = reward.partner {
                line(format!("partner = \"{partner}\""));
            }
        }
        line(String::from("[expiry]"));
        match self.ends {
            Ends::Never => line(String::from("rule = \"never\"")),
            Ends::Months { count, to_month_end } => {
                line(format!("rule = \"months\"\nmonths = {count}\nto_month_end = {to_month_end}"));
            }
            Ends::YearEnd => line(String::from("rule = \"year_end\"")),
            Ends::On(day) => line(format!("rule = \"fixed_date\"\non = {day}")),
        }
        if self.ends != Ends::Never {
            if let Some((days, suffices)) = self.notice {
                let word = match suffices {
                    Suffices::Given => "given",
                    Suffices::Delivered => "delivered",
                    Suffices::DeliveredOrUndeliverable => "delivered_or_undeliverable",
                };
                line(format!("notice = {{ days = {days}, suffices = \"{word}\" }}"));
            }
            line(format!("grace_days = {}", self.grace));
            line(format!("destination = \"{}\"", if self.lapse_to_pot { "pot" } else { "lapsed" }));
            line(format!("on_transfer = \"{}\"", if self.renew { "renew" } else { "keep" }));
            match self.late_award {
                Some(days) => line(format!("late_award = \"grant\"\nlate_award_days = {days}")),
                None => line(String::from("late_award = \"refuse\"")),
            }
        }
        let grain = match self.grain {
            Grain::Issue => "issue",
            Grain::Day => "day",
            Grain::Month => "month",
        };
        let spend = if self.oldest_first { "oldest_first" } else { "soonest_to_expire" };
        line(format!("[lots]\ngrain = \"{grain}\"\nspend = \"{spend}\""));
        line(format!("[days]\nlate_window = {}\npending = {}", self.late_window, self.pending));
        line(format!("[spending]\ngifts = {}\npay_for_relatives = {}", self.gifts, self.relatives));
        if self.gifts && self.credit.is_some() {
            line(format!("gifts_from_credit = {}", self.gifts_from_credit));
        }
        let when_spent = match self.when_spent {
            WhenSpent::Refuse => "refuse",
            WhenSpent::Partial => "partial",
            WhenSpent::OtherLots => "other_lots",
            WhenSpent::Pot => "pot",
            WhenSpent::TechnicalDebt => "technical_debt",
        };
        line(format!("[reversal]\nwindow_days = {}\nwhen_spent = \"{when_spent}\"", self.window));
        match self.when_lapsed {
            _ if self.ends == Ends::Never => {}
            Some(days) => line(format!("when_lapsed = \"grant\"\nwhen_lapsed_days = {days}")),
            None => line(String::from("when_lapsed = \"lapse\"")),
        }
        let balance_to = match self.balance_to {
            BalanceTo::Refuse => "refuse",
            BalanceTo::Pot => "pot",
            BalanceTo::Group => "group",
            BalanceTo::Lapsed => "lapsed",
        };
        let debt = match self.debt {
            DebtTo::Refuse => "refuse",
            DebtTo::Pot => "pot",
            DebtTo::Group => "group",
        };
        line(format!("[leaving]\nbalance_to = \"{balance_to}\"\ndebt = \"{debt}\""));
        line(format!("close_at_zero = {}", self.close_at_zero));
        if let Some(months) = self.spend_out {
            line(format!("spend_out_months = {months}"));
        }
        if let Some((months, notice)) = self.inactivity {
            line(format!("[inactivity]\nmonths = {months}"));
            if let Some(days) = notice {
                line(format!("notice_days = {days}"));
            }
        }
        if self.pot {
            line(format!("[pot]\n{NAMES}"));
        }
        for (person, role, scope) in POSTS {
            line(format!("[[office_holder]]\nperson = \"{person}\"\nrole = \"{role}\""));
            if let Some(scope) = scope {
                line(format!("scope = \"{scope}\""));
            }
        }
        text
    }
}

/// Who holds which role from the first day: the person, the role, and at which partner.
pub const POSTS: [(&str, &str, Option<&str>); 7] = [
    ("s-1", "steering_group", None),
    ("s-2", "project_manager", None),
    ("s-3", "project_manager", None),
    ("s-4", "system", None),
    ("s-5", "issuing_partner", Some("p-1")),
    ("s-6", "issuing_partner", Some("p-2")),
    // Also a participant, so that somebody could reward themselves.
    ("d-1", "issuing_partner", Some("p-1")),
];

const NAMES: &str = "names = { nl = \"a\", fr = \"b\", en = \"c\" }";

const HEAD: &str = r#"format = 0
[currency]
id = "model"
names = { nl = "a", fr = "b", en = "c" }
zone = "Europe/Brussels"
[unit]
kind = "free_point"
names.nl = { one = "a", many = "aa" }
names.fr = { one = "b", many = "bb" }
names.en = { one = "c", many = "cc" }
scale = 0
"#;
