//! How much can be earned in a period: what was earned is counted anew every time.

use muntwerk::books::{AccountKind, AccountState};
use muntwerk::calendar::Day;
use muntwerk::id::{Id, OrderId};
use muntwerk::orders::{Award, RefusalCode};

use super::{Activity, Model};

type Verdict<T> = Result<T, RefusalCode>;

/// A cap on what is earned.
#[derive(Clone, Copy, Debug)]
#[allow(missing_docs)]
pub struct CapRule {
    pub code: &'static str,
    pub over: Over,
    pub per: Per,
    /// The only activity it covers.
    pub activity: Option<&'static str>,
    pub most: Most,
    pub on_cap: OnCap,
}

/// Over whom is added up.
#[derive(Clone, Copy, Debug, PartialEq)]
#[allow(missing_docs)]
pub enum Over {
    Person,
    Household,
    Partner,
    Currency,
}

/// In which period.
#[derive(Clone, Copy, Debug, PartialEq)]
#[allow(missing_docs)]
pub enum Per {
    Day,
    Week,
    Month,
    Year,
    Lifetime,
}

/// How much.
#[derive(Clone, Copy, Debug, PartialEq)]
#[allow(missing_docs)]
pub enum Most {
    Units(i64),
    Times(i64),
}

/// What happens to what does not fit, the strictest first.
#[derive(Clone, Copy, Debug, PartialEq, PartialOrd, Eq, Ord)]
#[allow(missing_docs)]
pub enum OnCap {
    Refuse,
    Partial,
    RecordOnly,
}

/// For whom it is counted.
#[derive(Clone, Copy, Debug, PartialEq)]
#[allow(missing_docs)]
pub enum Whose {
    Person(Id),
    Household(Id),
    Partner(Id),
    Currency,
}

/// What an award counted for a cap.
#[derive(Clone, Copy, Debug)]
#[allow(missing_docs)]
pub struct Earned {
    pub cap: &'static str,
    pub whose: Whose,
    pub first: Day,
    pub units: i64,
    pub acts: i64,
    pub by: OrderId,
}

impl Per {
    fn word(self) -> &'static str {
        match self {
            Self::Day => "day",
            Self::Week => "week",
            Self::Month => "month",
            Self::Year => "year",
            Self::Lifetime => "lifetime",
        }
    }

    fn first(self, day: Day) -> Day {
        match self {
            Self::Day => day,
            // 1 January 1970 was a Thursday.
            Self::Week => day.minus_days((day.since_epoch() + 3).rem_euclid(7)).unwrap(),
            Self::Month => day.first_of_month(),
            Self::Year => Day::new(day.year(), 1, 1).unwrap(),
            Self::Lifetime => Day::FIRST,
        }
    }
}

impl CapRule {
    /// The block of a design file.
    pub fn design(&self) -> String {
        let over = match self.over {
            Over::Person => "person",
            Over::Household => "household",
            Over::Partner => "partner",
            Over::Currency => "currency",
        };
        let on_cap = match self.on_cap {
            OnCap::Refuse => "refuse",
            OnCap::Partial => "partial",
            OnCap::RecordOnly => "record_only",
        };
        let most = match self.most {
            Most::Units(units) => format!("units = {units}"),
            Most::Times(times) => format!("times = {times}"),
        };
        let only = self.activity.map_or(String::new(), |code| format!("activities = [\"{code}\"]\n"));
        format!(
            "[[cap]]\ncode = \"{}\"\nover = \"{over}\"\nper = \"{}\"\n{only}on_cap = \"{on_cap}\"\n{most}",
            self.code,
            self.per.word()
        )
    }
}

impl Model {
    /// Who earned it: the holder who is named, or the only one.
    pub(super) fn earner(&self, award: &Award) -> Verdict<Option<Id>> {
        let holders = &self.participant(award.to)?.holders;
        match award.earner {
            Some(named) if holders.contains(&named) => Ok(Some(named)),
            Some(_) => Err(RefusalCode::EarnerNotHolder),
            None => Ok(holders.first().copied().filter(|_| holders.len() == 1)),
        }
    }

    fn counts_for(&self, over: Over, award: &Award) -> Verdict<Whose> {
        let person = || self.earner(award)?.ok_or(RefusalCode::EarnerNeeded);
        Ok(match over {
            Over::Currency => Whose::Currency,
            Over::Partner => Whose::Partner(award.partner),
            Over::Person => Whose::Person(person()?),
            Over::Household if self.participant(award.to)?.kind == Some(AccountKind::Household) => {
                Whose::Household(award.to)
            }
            Over::Household => {
                let person = person()?;
                let home = self.accounts.iter().find(|one| {
                    one.kind == Some(AccountKind::Household)
                        && one.state != AccountState::Closed
                        && one.holders.contains(&person)
                });
                home.map_or(Whose::Person(person), |home| Whose::Household(home.id))
            }
        })
    }

    /// What of the units and acts counted by an award was not taken back: acts are whole.
    fn kept(&self, earned: &Earned) -> (i64, i64) {
        let back = self.booked.iter().find(|booked| booked.takes_back == Some(earned.by));
        let to_issuer = back.map_or(0, |booked| {
            let issued = booked.legs.iter().find(|leg| leg.account.to_string().starts_with("issued:"));
            issued.map_or(0, |leg| leg.amount)
        });
        let whole = to_issuer == earned.units;
        (earned.units - to_issuer, if whole { 0 } else { earned.acts })
    }

    /// What is credited of an award, and what it counts for each cap.
    pub(super) fn granted(
        &self,
        award: &Award,
        activity: &Activity,
        on: Day,
        asked: i64,
        by: OrderId,
    ) -> Verdict<(i64, Vec<Earned>)> {
        let mut rooms: Vec<(i64, OnCap, RefusalCode, i64)> = Vec::new();
        let mut counted = Vec::new();
        for cap in self.rules.caps_in_order() {
            if cap.activity.is_some_and(|only| only != activity.code) {
                continue;
            }
            let (whose, first) = (self.counts_for(cap.over, award)?, cap.per.first(on));
            let same = |one: &&Earned| (one.cap, one.whose, one.first) == (cap.code, whose, first);
            let kept = self.earned.iter().filter(same).map(|one| self.kept(one));
            let (units, acts) =
                kept.fold((0, 0), |(units, acts), (more, times)| (units + more, acts + times));
            let by_the_act = activity.step.is_none();
            let done = if by_the_act { i64::from(award.measured) } else { 1 };
            rooms.push(match cap.most {
                Most::Units(most) => (asked.min(most - units), cap.on_cap, RefusalCode::CapReached, done),
                Most::Times(most) if done <= most - acts => (asked, cap.on_cap, RefusalCode::CapTimes, done),
                Most::Times(most) => {
                    let fit = if by_the_act { most - acts } else { 0 };
                    (fit * activity.units, cap.on_cap, RefusalCode::CapTimes, fit)
                }
            });
            counted.push(Earned { cap: cap.code, whose, first, units: 0, acts: 0, by });
        }
        let Some((granted, on_cap, code, _)) = rooms.iter().copied().min_by_key(|(fit, on, ..)| (*fit, *on))
        else {
            return Ok((asked, Vec::new()));
        };
        let acts = rooms.iter().map(|(.., acts)| *acts).min().unwrap();
        if granted < asked && (on_cap == OnCap::Refuse || (on_cap == OnCap::Partial && granted == 0)) {
            return Err(code);
        }
        if granted == 0 {
            return Ok((0, Vec::new()));
        }
        for one in &mut counted {
            (one.units, one.acts) = (granted, acts);
        }
        Ok((granted, counted))
    }
}
