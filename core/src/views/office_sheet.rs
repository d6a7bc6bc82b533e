//! [`OfficeSheet`]: an office's day on one sheet, once its drawers are counted (R35).

use std::collections::BTreeMap;

use crate::books::{Change, EuroPlace};
use crate::calendar::Day;
use crate::id::{Code, Id};
use crate::ledger::Ledger;
use crate::money::Amount;
use crate::office::{CashCount, Note, OfficeChange, OfficeDay, Place};
use crate::orders::{AskKind, Lang, Words};

use super::labels::{figure, fill, happened, say};
use super::table::Table;
use super::walk::{Step, Walk};

/// What an office did from its opening to its count, and what was counted of every kind of note.
///
/// There is no sheet before the count is booked, so that whoever counts does not know what should lie in
/// the drawers.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
#[non_exhaustive]
pub struct OfficeSheet {
    /// The office.
    pub office: Id,
    /// The day it opened.
    pub opened_on: Day,
    /// The day it was counted.
    pub counted_on: Day,
    /// Who counted.
    pub counted_by: Id,
    /// Whether what differed was approved and booked.
    pub settled: bool,
    /// What was done at its drawers, in order.
    pub operations: Vec<SheetOperation>,
    /// The drawers by series, drawer and face.
    pub drawers: Vec<DrawerLine>,
    /// The euro till, in cents: at opening, expected, counted.
    pub euro: (i64, i64, i64),
}

/// Something that was done at an office's drawers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize)]
#[non_exhaustive]
pub struct SheetOperation {
    /// The number of its record.
    pub record: u64,
    /// What was asked.
    pub kind: AskKind,
    /// Face of the notes that came in, in minor units.
    pub came_in: Amount,
    /// Face of the notes that went out.
    pub went_out: Amount,
    /// Euro cents that came in; below zero they went out.
    pub cents: i64,
}

/// One kind of note in one drawer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize)]
#[non_exhaustive]
pub struct DrawerLine {
    /// The drawer: stock, till or what was taken in.
    pub place: Place,
    /// The series.
    pub series: Code,
    /// The face, in minor units.
    pub face: Amount,
    /// Pieces at opening: the float.
    pub opening: i64,
    /// Pieces that should be there.
    pub expected: i64,
    /// Pieces counted.
    pub counted: i64,
}

impl DrawerLine {
    /// Counted less expected.
    pub fn difference(&self) -> i64 {
        self.counted.saturating_sub(self.expected)
    }
}

type Drawers = BTreeMap<(Note, Place), i64>;

/// An office's drawers as the records are walked.
#[derive(Clone, Default)]
struct Running {
    drawers: Drawers,
    cents: i64,
    opening: (Drawers, i64),
    opened_on: Option<Day>,
    operations: Vec<SheetOperation>,
}

impl OfficeSheet {
    /// The sheet of an office's last count on a day; none if it was not counted then.
    pub fn of(ledger: &Ledger, office: &Id, on: Day) -> Option<Self> {
        let mut running = Running::default();
        let mut sheet: Option<Self> = None;
        for step in Walk::through(ledger) {
            let Step::Booked(booked) = step else { continue };
            for change in &booked.entry.changes {
                let Change::Office(OfficeChange::Day { office: whose, is, .. }) = change else { continue };
                if whose != office {
                    continue;
                }
                match &**is {
                    // Counted anew, it is the same sheet.
                    OfficeDay::Open { .. } if booked.order.ask.kind() == AskKind::AskRecount => {}
                    OfficeDay::Open { on } => running.open(*on),
                    OfficeDay::Counted { on: day, by, count } if *day == on => {
                        sheet = running.sheet(*office, *day, *by, count);
                    }
                    OfficeDay::Settled { on: day } if *day == on => {
                        if let Some(sheet) = &mut sheet {
                            sheet.settled = true;
                        }
                    }
                    _ => {}
                }
            }
            let (mut came_in, mut went_out, mut cents) = (0_i128, 0_i128, 0_i64);
            for leg in booked.entry.notes.iter().filter(|leg| leg.place.office() == Some(*office)) {
                let there = running.drawers.entry((leg.note(), leg.place)).or_default();
                *there = there.saturating_add(leg.by);
                let side = if leg.by < 0 { &mut went_out } else { &mut came_in };
                *side = side.saturating_add(leg.value().saturating_abs());
            }
            for leg in booked.entry.euro.iter().filter(|leg| leg.place == EuroPlace::Till(*office)) {
                cents = cents.saturating_add(leg.cents);
            }
            running.cents = running.cents.saturating_add(cents);
            if came_in != 0 || went_out != 0 || cents != 0 {
                let face = |wide: i128| {
                    i64::try_from(wide)
                        .ok()
                        .and_then(|minor| Amount::from_minor(minor).ok())
                        .unwrap_or(Amount::MAX)
                };
                running.operations.push(SheetOperation {
                    record: booked.number,
                    kind: booked.order.ask.kind(),
                    came_in: face(came_in),
                    went_out: face(went_out),
                    cents,
                });
            }
        }
        sheet
    }

    /// The sheet as a table: operations, then drawers.
    pub fn text(&self, lang: Lang, words: &Words<'_>) -> String {
        let title = [
            "Kassablad van {}, {}, geteld door {}",
            "Feuille de caisse de {}, {}, comptée par {}",
            "Office sheet of {}, {}, counted by {}",
        ];
        let title = fill(
            lang,
            title,
            &[&self.office.to_string(), &lang.day(self.counted_on), &self.counted_by.to_string()],
        );
        let state = if self.settled {
            [
                "Het verschil is goedgekeurd en geboekt.",
                "L’écart est approuvé et comptabilisé.",
                "The difference was approved and booked.",
            ]
        } else if self.differs() {
            [
                "Het verschil wacht op goedkeuring.",
                "L’écart attend une approbation.",
                "The difference waits for approval.",
            ]
        } else {
            ["De telling klopt.", "Le comptage est exact.", "The count agrees."]
        };
        format!(
            "{title}\n\n{}\n{}\n{}\n",
            self.operations_table(lang, words),
            self.drawers_table(lang, words),
            say(lang, state)
        )
    }

    /// Whether anything counted is not what was expected.
    pub fn differs(&self) -> bool {
        let (_, expected, counted) = self.euro;
        self.drawers.iter().any(|line| line.difference() != 0) || expected != counted
    }

    fn operations_table(&self, lang: Lang, words: &Words<'_>) -> Table {
        let mut table = Table::new("rlrrr");
        let heads = [
            ["nr", "nº", "no"],
            ["wat", "opération", "what"],
            ["in", "entré", "in"],
            ["uit", "sorti", "out"],
            ["cent", "cents", "cents"],
        ];
        table.row(heads.map(|head| say(lang, head)));
        table.rule();
        for one in &self.operations {
            table.row([
                one.record.to_string(),
                say(lang, happened(one.kind, false)).to_owned(),
                figure(lang, words, one.came_in),
                figure(lang, words, one.went_out),
                one.cents.to_string(),
            ]);
        }
        table
    }

    fn drawers_table(&self, lang: Lang, words: &Words<'_>) -> Table {
        let mut table = Table::new("llrrrrr");
        let heads = [
            ["lade", "tiroir", "drawer"],
            ["reeks", "série", "series"],
            ["biljet", "billet", "note"],
            ["begin", "début", "opening"],
            ["verwacht", "attendu", "expected"],
            ["geteld", "compté", "counted"],
            ["verschil", "écart", "difference"],
        ];
        table.row(heads.map(|head| say(lang, head)));
        table.rule();
        for line in &self.drawers {
            table.row([
                drawer(lang, line.place).to_owned(),
                line.series.to_string(),
                figure(lang, words, line.face),
                line.opening.to_string(),
                line.expected.to_string(),
                line.counted.to_string(),
                line.difference().to_string(),
            ]);
        }
        let (opening, expected, counted) = self.euro;
        let name = say(lang, ["eurocent", "cents d’euro", "euro cents"]);
        let difference = counted.saturating_sub(expected);
        let figures = [opening, expected, counted, difference].map(|cents| cents.to_string());
        table.row([name.to_owned(), String::new(), String::new()].into_iter().chain(figures));
        table
    }
}

fn drawer(lang: Lang, place: Place) -> &'static str {
    match place {
        Place::Stock(_) => say(lang, ["voorraad", "stock", "stock"]),
        Place::Till(_) => say(lang, ["kas", "caisse", "till"]),
        _ => say(lang, ["ingenomen", "repris", "taken in"]),
    }
}

impl Running {
    fn open(&mut self, on: Day) {
        self.opening = (self.drawers.clone(), self.cents);
        self.opened_on = Some(on);
        self.operations.clear();
    }

    fn sheet(&self, office: Id, on: Day, by: Id, count: &CashCount) -> Option<OfficeSheet> {
        let mut counted = Drawers::new();
        for one in &count.series {
            let drawers = [
                (Place::Stock(office), &one.stock),
                (Place::Till(office), &one.till),
                (Place::Returned(office), &one.returned),
            ];
            for (place, notes) in drawers {
                let pieces = notes
                    .iter()
                    .map(|(face, count)| ((Note { series: one.series, face }, place), i64::from(count)));
                counted.extend(pieces);
            }
        }
        let (opening, cents) = &self.opening;
        let mut kinds: Vec<(Note, Place)> = [&self.drawers, opening, &counted]
            .into_iter()
            .flat_map(|drawers| drawers.keys().copied())
            .collect();
        kinds.sort_by_key(|(note, place)| (note.series, *place, note.face));
        kinds.dedup();
        let of = |drawers: &Drawers, kind: &(Note, Place)| drawers.get(kind).copied().unwrap_or(0);
        let line = |kind: &(Note, Place)| DrawerLine {
            place: kind.1,
            series: kind.0.series,
            face: kind.0.face,
            opening: of(opening, kind),
            expected: of(&self.drawers, kind),
            counted: of(&counted, kind),
        };
        let some = |line: &DrawerLine| line.opening != 0 || line.expected != 0 || line.counted != 0;
        Some(OfficeSheet {
            office,
            opened_on: self.opened_on?,
            counted_on: on,
            counted_by: by,
            settled: false,
            operations: self.operations.clone(),
            drawers: kinds.iter().map(line).filter(some).collect(),
            euro: (*cents, self.cents, count.euro.minor()),
        })
    }
}

#[cfg(test)]
mod tests {
    use insta::assert_snapshot;

    use super::*;
    use crate::views::scenario::{Scenario, day, id};

    #[test]
    fn a_day_with_a_shortage() {
        let mut it = Scenario::paper();
        // Open, and nothing is said of what should be there.
        assert_eq!(OfficeSheet::of(&it.ledger, &id("cp-1"), day("2025-01-01")), None);
        it.count_short();
        let sheet = OfficeSheet::of(&it.ledger, &id("cp-1"), day("2025-01-01")).unwrap();
        assert!(sheet.differs() && !sheet.settled);
        let words = |lang| Words::of(it.ledger.design().unit(), lang);
        assert_snapshot!(sheet.text(Lang::Nl, &words(Lang::Nl)), @r"
        Kassablad van cp-1, 1 januari 2025, geteld door s-041

        nr  wat                      in  uit  cent
        --  ----------------------  ---  ---  ----
         8  zending ontvangen       120    0     0
         9  opgenomen in biljetten    0   37     0
        10  biljetten ingeleverd     10    0     0
        11  verkoop                   5    0   250

        lade       reeks  biljet  begin  verwacht  geteld  verschil
        ---------  -----  ------  -----  --------  ------  --------
        voorraad   r-25        1      0        18      18         0
        voorraad   r-25        5      0        13      12        -1
        ingenomen  r-25        5      0         2       2         0
        kas        r-25        5      0         1       1         0
        eurocent                      0       250     260        10

        Het verschil wacht op goedkeuring.
        ");
        assert_snapshot!(sheet.text(Lang::Fr, &words(Lang::Fr)), @r"
        Feuille de caisse de cp-1, 1er janvier 2025, comptée par s-041

        nº  opération          entré  sorti  cents
        --  -----------------  -----  -----  -----
         8  envoi reçu           120      0      0
         9  retiré en billets      0     37      0
        10  billets remis         10      0      0
        11  vente                  5      0    250

        tiroir        série  billet  début  attendu  compté  écart
        ------------  -----  ------  -----  -------  ------  -----
        stock         r-25        1      0       18      18      0
        stock         r-25        5      0       13      12     -1
        repris        r-25        5      0        2       2      0
        caisse        r-25        5      0        1       1      0
        cents d’euro                     0      250     260     10

        L’écart attend une approbation.
        ");
        assert_snapshot!(sheet.text(Lang::En, &words(Lang::En)), @r"
        Office sheet of cp-1, 1 January 2025, counted by s-041

        no  what                in  out  cents
        --  -----------------  ---  ---  -----
         8  sending received   120    0      0
         9  paid out in notes    0   37      0
        10  notes handed in     10    0      0
        11  sale                 5    0    250

        drawer      series  note  opening  expected  counted  difference
        ----------  ------  ----  -------  --------  -------  ----------
        stock       r-25       1        0        18       18           0
        stock       r-25       5        0        13       12          -1
        taken in    r-25       5        0         2        2           0
        till        r-25       5        0         1        1           0
        euro cents                      0       250      260          10

        The difference waits for approval.
        ");
        assert_eq!(OfficeSheet::of(&it.ledger, &id("cp-1"), day("2025-01-02")), None);
    }

    /// R35: what happened at the counter stands on the sheet of the count that was asked again, too.
    #[test]
    fn a_count_that_was_sent_back() {
        let mut it = Scenario::paper();
        it.count_short();
        let sheet = |it: &Scenario| OfficeSheet::of(&it.ledger, &id("cp-1"), day("2025-01-01")).unwrap();
        let first = sheet(&it);
        it.book("s-010", "project_manager", r#"{"ask_recount":{"office":"cp-1"}}"#);
        it.count_short();
        assert_eq!(sheet(&it), first);
    }
}
