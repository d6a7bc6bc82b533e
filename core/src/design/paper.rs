//! `[paper]`: notes and tokens by series, and how offices deal with them (R32-R35, R41, R42).

use serde::{Deserialize, Serialize};

use crate::calendar::Day;
use crate::id::Code;
use crate::money::{Amount, Scale};

use super::currency::RawNames;
use super::load::Facts;
use super::problem::Problems;
use super::resolved::{Writer, list, quoted};
use super::scalars::{Date, Figure, word_or};
use super::spanned::Spanned;
use super::{Destination, Expiry, ExpiryRule, Names, UnitKind};

/// Notes and tokens, and how offices deal with them.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Paper {
    /// Whether units can be taken off an account in notes.
    pub pay_out: bool,
    /// Which pieces an office hands out when several sets make the amount.
    pub change: ChangePolicy,
    /// How many days units live that come from notes handed in after the last day they could be spent.
    pub late_deposit_days: u16,
    /// How many days after the booking day an operation of an office can be taken back.
    pub chargeback_days: u16,
    /// What the closing of a day does about an office that is still open.
    pub open_offices: OpenOffices,
    /// Whether euro are changed into notes at an office.
    pub change_euro: bool,
    /// Where the renewal stamps go that are charged when notes are swapped.
    pub stamps_to: Destination,
    /// The series, in the order of their codes.
    pub series: Vec<Series>,
}

/// Which pieces an office hands out when several sets make the amount.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum ChangePolicy {
    /// As few pieces as there can be.
    FewestPieces,
    /// As few of the smallest as there can be, then of the next: small notes stay in the drawer.
    KeepSmall,
}

/// What the closing of a day does about an office that is still open.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum OpenOffices {
    /// It marks the day for a reviewer and goes on.
    Report,
    /// It is refused until the office is counted.
    Block,
}

/// A series of notes or tokens (biljettenreeks).
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Series {
    /// Its code, at most 26 characters.
    pub code: Code,
    /// Its name in each language.
    pub names: Names,
    /// The faces, in minor units, the smallest first.
    pub denominations: Vec<Amount>,
    /// How many pieces of every face can be printed; `None` if there is no limit.
    pub print_run: Option<u32>,
    /// First day on which its notes are handed out.
    pub valid_from: Day,
    /// Last day on which its notes are handed out and spent; `None` if it never ends.
    pub spend_until: Option<Day>,
    /// Last day on which its notes are swapped for those of another series.
    pub swap_until: Option<Day>,
    /// Last day on which its notes can be put on an account or handed in for a claim. After all these
    /// days they are void.
    pub deposit_until: Option<Day>,
    /// The renewal its notes need to stay valid; `None` if they need none.
    pub stamps: Option<Stamps>,
}

/// A renewal that notes need every half year: a stamp of a percentage of the face (R42).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct Stamps {
    /// Hundredths of a per cent of the face, for every half year after the first.
    pub basis_points: u16,
}

impl Paper {
    /// The series with this code.
    pub fn get(&self, code: &Code) -> Option<&Series> {
        let place = self.series.binary_search_by(|series| series.code.cmp(code)).ok()?;
        self.series.get(place)
    }
}

impl Series {
    /// Whether there are notes of this face.
    pub fn has(&self, face: Amount) -> bool {
        self.denominations.contains(&face)
    }

    /// Whether its notes are handed out and spent on a day.
    pub fn is_valid(&self, on: Day) -> bool {
        self.valid_from <= on && self.spend_until.is_none_or(|until| on <= until)
    }
}

/// Notes and tokens by series, and how offices deal with them (R32-R35, R41). Without this block there
/// is no paper.
#[derive(Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub(super) struct RawPaper {
    /// Whether units can be taken off an account in notes.
    ///
    /// Default: `true`. Source: R34.
    pay_out: Option<Spanned<bool>>,
    /// Which pieces an office hands out when several sets make the amount.
    ///
    /// Default: `"fewest_pieces"`. Source: R34.
    change: Option<Spanned<ChangePolicy>>,
    /// How many days units live that come from notes handed in after the last day they could be spent,
    /// 1 to 3660. Where units never end, these do not either.
    ///
    /// Default: `30`. Source: R41.
    late_deposit_days: Option<Spanned<i64>>,
    /// How many days after the booking day an operation of an office can be taken back whole by the
    /// project manager, 0 to 366.
    ///
    /// Default: `60`. Source: the two months of the Eusko offices (domain, 3.5).
    chargeback_days: Option<Spanned<i64>>,
    /// What the closing of a day does about an office that is still open.
    ///
    /// Default: `"report"`. Source: R35.
    open_offices: Option<Spanned<OpenOffices>>,
    /// Whether euro are changed into notes at an office, at the value of the unit. Belongs to
    /// `unit.kind = "euro_pegged"` and `circulation.reward = true`: units come into being for them.
    ///
    /// Default: `false`. Source: domain, 3.5.
    change_euro: Option<Spanned<bool>>,
    /// Where the renewal stamps go that are charged when notes are swapped. Where balances sum to zero it must
    /// be the pot.
    ///
    /// Default: `"lapsed"`. Source: R42.
    stamps_to: Option<Spanned<Destination>>,
    /// The series of notes or tokens: one `[[paper.series]]` each, at least one.
    series: Vec<Spanned<RawSeries>>,
}

/// A series of notes or tokens (biljettenreeks).
#[derive(Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
struct RawSeries {
    /// Its code, at most 22 characters: its accounts are called after it.
    ///
    /// Example: `"r-2026"`. Source: R32.
    code: Spanned<String>,
    /// Its name in each language.
    names: RawNames,
    /// The faces of its notes, in units: one to twelve, each above zero and once.
    ///
    /// Example: `[1, 5, 10, 20, 50]`. Source: R32.
    denominations: Spanned<Vec<Spanned<Figure>>>,
    /// How many pieces of every face can be printed, 1 to 1000000000. Left out: there is no limit.
    ///
    /// Example: `10000`. Source: R32.
    print_run: Option<Spanned<i64>>,
    /// First day on which its notes are handed out.
    ///
    /// Example: `2026-01-01`. Source: R32.
    valid_from: Spanned<Date>,
    /// Last day on which its notes are handed out and spent. Left out: the series never ends, and units
    /// that end cannot be paid out in it.
    ///
    /// Example: `2027-12-31`. Source: R32.
    spend_until: Option<Spanned<Date>>,
    /// Last day on which its notes are swapped for those of another series; not before `spend_until`, which
    /// it needs. Left out: that day.
    ///
    /// Example: `2028-03-31`. Source: R41, R50.
    swap_until: Option<Spanned<Date>>,
    /// Last day on which its notes can be put on an account or handed in for a claim; not before
    /// `spend_until`, which it needs. Left out: that day. After all these days its notes are void.
    ///
    /// Example: `2028-06-30`. Source: R41, R50.
    deposit_until: Option<Spanned<Date>>,
    /// What the renewal stamp for a half year costs, in per cent of the face with at most two decimals; the
    /// first half year needs none. Left out: its notes need no stamps.
    ///
    /// Example: `"3"`. Source: R42.
    stamp_percent: Option<Spanned<Figure>>,
}

const PAY_OUT: bool = true;
const CHANGE: ChangePolicy = ChangePolicy::FewestPieces;
const LATE_DEPOSIT_DAYS: u16 = 30;
const CHARGEBACK_DAYS: u16 = 60;
const OPEN_OFFICES: OpenOffices = OpenOffices::Report;
const CHANGE_EURO: bool = false;
const STAMPS_TO: Destination = Destination::Lapsed;

/// The accounts of a series are called after it, `shortage:<series>`.
const LONGEST_CODE: usize = 22;
const MOST_FACES: usize = 12;

impl RawPaper {
    pub(super) fn check(
        &self,
        facts: Facts,
        expiry: Option<&Expiry>,
        problems: &mut Problems,
    ) -> Option<Paper> {
        let pay_out = word_or(self.pay_out.as_ref(), PAY_OUT);
        let key = "paper.late_deposit_days";
        let late = problems.whole_or(self.late_deposit_days.as_ref(), key, 1..=3_660, LATE_DEPOSIT_DAYS);
        let key = "paper.chargeback_days";
        let chargeback = problems.whole_or(self.chargeback_days.as_ref(), key, 0..=366, CHARGEBACK_DAYS);
        let change_euro = word_or(self.change_euro.as_ref(), CHANGE_EURO);
        if change_euro && facts.kind != UnitKind::EuroPegged {
            let reason = "what a unit is worth in euro is said by kind = \"euro_pegged\" alone";
            problems.refuse(self.change_euro.as_ref(), "paper.change_euro", reason);
        } else if change_euro && !facts.reward && !facts.backed {
            let reason = "units come into being for euro: that takes circulation.reward = true";
            problems.refuse(self.change_euro.as_ref(), "paper.change_euro", reason);
        }
        let stamps_to = word_or(self.stamps_to.as_ref(), STAMPS_TO);
        let stamped = self.series.iter().any(|raw| raw.get_ref().stamp_percent.is_some());
        let why = match stamps_to {
            Destination::Pot if !facts.pot => Some("there is no [pot]"),
            Destination::Lapsed if facts.zero_sum() && stamped => {
                Some("balances sum to zero here, so stamps can only go into a [pot]")
            }
            _ => None,
        };
        if let Some(why) = why {
            let place = self.stamps_to.as_ref().map(Spanned::span).unwrap_or_default();
            problems.add(place, "paper.stamps_to", why);
        }
        let mut series: Vec<Series> = Vec::new();
        for (place, raw) in self.series.iter().enumerate() {
            let key = format!("paper.series[{place}]");
            let Some(one) = raw.get_ref().check(&key, facts, problems) else { continue };
            if series.iter().any(|earlier| earlier.code == one.code) {
                let reason = format_args!("there is already a series {}", one.code);
                problems.add(raw.get_ref().code.span(), format!("{key}.code"), reason);
            }
            if let Some(reason) = expiry.filter(|_| pay_out).and_then(|expiry| never_qualifies(&one, expiry))
            {
                problems.add(raw.span(), key, reason);
            }
            series.push(one);
        }
        series.sort_unstable_by_key(|one| one.code);
        if series.is_empty() && self.series.is_empty() {
            problems.add(0..0, "paper.series", "there are no notes without a series");
        }
        Some(Paper {
            pay_out,
            change: word_or(self.change.as_ref(), CHANGE),
            late_deposit_days: late?,
            chargeback_days: chargeback?,
            open_offices: word_or(self.open_offices.as_ref(), OPEN_OFFICES),
            change_euro,
            stamps_to,
            series,
        })
    }
}

/// Why no unit on an account could ever go onto a series: units that end before its notes do would
/// outlive themselves on paper (R41).
fn never_qualifies(series: &Series, expiry: &Expiry) -> Option<&'static str> {
    match (expiry.rule, series.spend_until) {
        (ExpiryRule::Never, _) => None,
        (_, None) => Some(
            "it never ends, and every unit does: nothing could be paid out in it; give it a \
                           spend_until, or set pay_out = false",
        ),
        (ExpiryRule::FixedDate(on), Some(until)) => {
            (on < until).then_some("every unit ends before these notes do: nothing could be paid out in it")
        }
        // Who earns on the last day holds units that end no earlier.
        (ExpiryRule::Months { .. } | ExpiryRule::YearEnd, Some(_)) => None,
    }
}

impl RawSeries {
    fn check(&self, key: &str, facts: Facts, problems: &mut Problems) -> Option<Series> {
        let code = problems.code(&self.code, &format!("{key}.code")).filter(|code| {
            let fits = code.with_str(str::len) <= LONGEST_CODE;
            if !fits {
                let reason = format_args!("the code of a series has at most {LONGEST_CODE} characters");
                problems.add(self.code.span(), format!("{key}.code"), reason);
            }
            fits
        });
        let names = self.names.check(&format!("{key}.names"), problems);
        let denominations = self.check_denominations(&format!("{key}.denominations"), facts, problems);
        let print_run = match &self.print_run {
            Some(raw) => Some(problems.whole(raw, &format!("{key}.print_run"), 1..=1_000_000_000)?),
            None => None,
        };
        let valid_from = problems.day(&self.valid_from, &format!("{key}.valid_from"));
        let spend_until =
            self.last_day(self.spend_until.as_ref(), valid_from, &format!("{key}.spend_until"), problems);
        let window = |raw: &Option<Spanned<Date>>, name: &str, problems: &mut Problems| {
            let key = format!("{key}.{name}");
            if self.spend_until.is_none() {
                problems.refuse(raw.as_ref(), &key, "this belongs to a series with a spend_until");
                return Some(None);
            }
            if raw.is_none() {
                return spend_until;
            }
            self.last_day(raw.as_ref(), spend_until?, &key, problems)
        };
        let swap_until = window(&self.swap_until, "swap_until", problems);
        let deposit_until = window(&self.deposit_until, "deposit_until", problems);
        let stamps = match &self.stamp_percent {
            Some(raw) => Some(check_stamps(raw, &format!("{key}.stamp_percent"), problems)?),
            None => None,
        };
        Some(Series {
            code: code?,
            names: names?,
            denominations: denominations?,
            print_run,
            valid_from: valid_from?,
            spend_until: spend_until?,
            swap_until: swap_until?,
            deposit_until: deposit_until?,
            stamps,
        })
    }

    /// A last day that is not before another one.
    fn last_day(
        &self,
        raw: Option<&Spanned<Date>>,
        first: Option<Day>,
        key: &str,
        problems: &mut Problems,
    ) -> Option<Option<Day>> {
        let Some(raw) = raw else { return Some(None) };
        let day = problems.day(raw, key)?;
        if first.is_some_and(|first| day < first) {
            problems.add(raw.span(), key, "this day comes before the one it follows");
        }
        Some(Some(day))
    }

    fn check_denominations(&self, key: &str, facts: Facts, problems: &mut Problems) -> Option<Vec<Amount>> {
        let mut faces: Vec<Amount> = Vec::new();
        for raw in self.denominations.get_ref() {
            let face = problems.amount_above_zero(raw, key, facts.scale)?;
            if faces.contains(&face) {
                problems.add(raw.span(), key, "this face stands there already");
            }
            faces.push(face);
        }
        if faces.is_empty() || faces.len() > MOST_FACES {
            let reason = format_args!("a series has one to {MOST_FACES} faces");
            problems.add(self.denominations.span(), key, reason);
        }
        faces.sort_unstable();
        Some(faces)
    }
}

/// A percentage with two decimals.
fn check_stamps(raw: &Spanned<Figure>, key: &str, problems: &mut Problems) -> Option<Stamps> {
    let percent = problems.amount_above_zero(raw, key, Scale::new(2).ok())?;
    let basis_points = u16::try_from(percent.minor()).ok().filter(|points| *points <= 10_000);
    if basis_points.is_none() {
        problems.add(raw.span(), key, "this lies between 0.01 and 100 per cent");
    }
    Some(Stamps { basis_points: basis_points? })
}

impl Paper {
    pub(super) fn write(&self, scale: Scale, out: &mut Writer) {
        out.table("paper");
        out.pair("pay_out", self.pay_out);
        out.word("change", self.change);
        out.pair("late_deposit_days", self.late_deposit_days);
        out.pair("chargeback_days", self.chargeback_days);
        out.word("open_offices", self.open_offices);
        out.pair("change_euro", self.change_euro);
        out.word("stamps_to", self.stamps_to);
        for series in &self.series {
            series.write(scale, out);
        }
    }
}

impl Series {
    fn write(&self, scale: Scale, out: &mut Writer) {
        out.element("paper.series");
        out.text("code", self.code);
        out.names(&self.names);
        let faces = self.denominations.iter().map(|face| quoted(face.text(scale)));
        out.pair("denominations", list(faces));
        if let Some(print_run) = self.print_run {
            out.pair("print_run", print_run);
        }
        out.pair("valid_from", self.valid_from);
        let days = [
            ("spend_until", self.spend_until),
            ("swap_until", self.swap_until),
            ("deposit_until", self.deposit_until),
        ];
        for (key, day) in days.into_iter().filter_map(|(key, day)| Some((key, day?))) {
            out.pair(key, day);
        }
        if let (Some(stamps), Ok(scale)) = (self.stamps, Scale::new(2))
            && let Ok(percent) = Amount::from_minor(i64::from(stamps.basis_points))
        {
            out.amount("stamp_percent", percent, scale);
        }
    }
}
