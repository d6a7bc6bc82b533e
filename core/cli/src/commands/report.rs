//! `muntwerk report`: what a ledger's books say, one answer at a time.

use muntwerk::calendar::{Day, Period};
use muntwerk::ledger::Ledger;
use muntwerk::orders::{Lang, Words};
use muntwerk::views::{
    Allowances, Consignments, Ending, OfficeSheet, Overview, PartnerTotals, Quiet, RedemptionSlip, Refusals,
    Reserve, SeriesReport, SettlementList, ToDo, TrialBalance, WaitingLines,
};

use super::{Done, first_day};
use crate::args::{About, Report};
use crate::failure::Failure;
use crate::files::replay;

pub(crate) fn report(args: &Report, lang: Lang) -> Result<Done, Failure> {
    let ledger = replay(args.about.journal())?;
    let words = Words::of(ledger.design().unit(), lang);
    let text = match &args.about {
        About::Overview { from, .. } => {
            let from = from.unwrap_or_else(|| this_year(&ledger));
            Overview::of(&ledger, from).text(lang, &words)
        }
        About::TrialBalance { csv: true, .. } => TrialBalance::of(&ledger).csv(&words),
        About::TrialBalance { .. } => TrialBalance::of(&ledger).text(lang, &words),
        About::Partners { from, through, .. } => {
            let from = from.unwrap_or_else(|| first_day(&ledger));
            PartnerTotals::of(&ledger, from, through.unwrap_or(ledger.day())).text(lang, &words)
        }
        About::Refusals { .. } => Refusals::of(&ledger).text(lang),
        About::Ending { through, for_whom, .. } => {
            let ending = Ending::of(&ledger, through.unwrap_or_else(|| end_of_next_month(&ledger)));
            match for_whom {
                Some(person) => ending.seen_by(&ledger, person),
                None => ending,
            }
            .text(lang, &words)
        }
        About::Quiet { days, for_whom, .. } => {
            let quiet = Quiet::of(&ledger, *days);
            match for_whom {
                Some(person) => quiet.seen_by(&ledger, person),
                None => quiet,
            }
            .text(lang, &words)
        }
        About::OfficeSheet { office, on, .. } => {
            let on = on.unwrap_or(ledger.day());
            let sheet = OfficeSheet::of(&ledger, office, on);
            let none = || Failure::NoCount(args.about.journal().to_owned(), *office, on);
            sheet.ok_or_else(none)?.text(lang, &words)
        }
        About::Waiting { .. } => WaitingLines::of(&ledger).text(lang),
        About::Series { .. } => SeriesReport::of(&ledger).text(lang, &words),
        About::Settlement { .. } => SettlementList::of(&ledger).text(lang, &words),
        About::Reserve { .. } => Reserve::of(&ledger).text(lang),
        About::ToDo { .. } => ToDo::of(&ledger).text(lang, &words),
        About::Consignments { carrier, .. } => Consignments::of(&ledger, carrier.as_ref()).text(lang, &words),
        About::Slip { journal, record } => {
            let slip = RedemptionSlip::of(&ledger, *record);
            let slip = slip.ok_or_else(|| Failure::NoRedemption(journal.clone(), *record))?;
            format!("{}\n", slip.sentences(lang, &words).join("\n"))
        }
        About::Allowances { year, partner, activity, csv, .. } => {
            let allowances = Allowances::of(&ledger, *year, *partner, activity);
            if *csv { allowances.csv(&words) } else { allowances.text(lang, &words) }
        }
    };
    Ok(Done::well(text))
}

fn this_year(ledger: &Ledger) -> Day {
    Period::Year.first_day(ledger.day())
}

fn end_of_next_month(ledger: &Ledger) -> Day {
    let last = Period::Month.last_day(ledger.day());
    last.next().map_or(last, |first| Period::Month.last_day(first))
}
