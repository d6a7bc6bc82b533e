//! [`Reserved`]: what is kept for an account, and the units that were set aside for it.

use crate::books::Reservation;
use crate::calendar::Day;
use crate::design::Names;
use crate::id::{Code, Id, OrderId};
use crate::ledger::State;
use crate::money::Amount;
use crate::orders::{Lang, Words};

use super::euro::cents_text;
use super::labels::{fill, name_of};

/// Something reserved for an account. Its units are not in the balance: they were set aside, do not lapse
/// meanwhile, and come back if nobody picks it up (R51).
#[derive(Clone, Debug, PartialEq, serde::Serialize)]
#[non_exhaustive]
pub struct Reserved {
    /// The reservation: the id of the order that made it.
    pub reservation: OrderId,
    /// The partner that hands it out.
    pub partner: Id,
    /// Which line of the redemption catalogue.
    pub reward: Code,
    /// What that is called today; `None` if it is no longer in the catalogue.
    pub names: Option<Names>,
    /// How many pieces.
    pub pieces: u32,
    /// The minor units set aside.
    pub units: Amount,
    /// What is paid in euro when it is picked up, in cents.
    pub euro: Amount,
    /// The minor units that the partner takes in all the same if nobody picks it up.
    pub kept_if_missed: Amount,
    /// The last day on which it can be picked up, if days count.
    pub until: Option<Day>,
    /// The minutes that are left to pick it up, if minutes count: by the latest instant that the ledger has
    /// seen, rounded down, never below zero.
    pub minutes_left: Option<u64>,
}

impl Reserved {
    pub(crate) fn of_account(state: &State, account: &Id) -> Vec<Self> {
        reserved(state, account)
    }
}

/// What is reserved for an account, in the order of the ids.
pub(super) fn reserved(state: &State, account: &Id) -> Vec<Reserved> {
    let now = state.latest_instant().millis();
    let line = |reservation: &Reservation| {
        let minutes = reservation.kept_until.instant.map(|last| {
            let left = last.millis().saturating_sub(now).max(0);
            left.unsigned_abs().checked_div(60_000).unwrap_or(0)
        });
        let offer = state.design().redemption().get(&reservation.reward);
        Reserved {
            reservation: reservation.id,
            partner: reservation.partner,
            reward: reservation.reward,
            names: offer.map(|offer| offer.names.clone()),
            pieces: reservation.pieces,
            units: reservation.units(),
            euro: reservation.euro,
            kept_if_missed: reservation.kept_if_missed(),
            until: reservation.kept_until.day,
            minutes_left: minutes,
        }
    };
    state.reservations().of_account(*account).map(line).collect()
}

impl Reserved {
    /// As a sentence: what is set aside, for what and how long.
    pub fn sentence(&self, lang: Lang, words: &Words<'_>) -> String {
        let said = [
            "Opzij gezet, en niet in het saldo: {} voor {} × {} bij {}{}{}.",
            "Mis de côté, hors du solde : {} pour {} × {} chez {}{}{}.",
            "Set aside, and not in the balance: {} for {} × {} at {}{}{}.",
        ];
        let units = words.amount(lang, self.units.into());
        let beside = [
            ", met {} euro te betalen bij het afhalen",
            ", avec {} euros à payer au retrait",
            ", with {} euro to pay when it is picked up",
        ];
        let euro = cents_text(lang, self.euro.minor().into());
        let euro = if self.euro.is_zero() { String::new() } else { fill(lang, beside, &[&euro]) };
        let name = name_of(lang, self.names.as_ref(), &self.reward);
        let pieces = self.pieces.to_string();
        let mut text =
            fill(lang, said, &[&units, &pieces, &name, &self.partner.to_string(), &euro, &self.kept(lang)]);
        if !self.kept_if_missed.is_zero() {
            let missed = [
                " Wordt het niet afgehaald, dan houdt de partner {}.",
                " Sans retrait, le partenaire garde {}.",
                " If it is not picked up, the partner keeps {}.",
            ];
            text.push_str(&fill(lang, missed, &[&words.amount(lang, self.kept_if_missed.into())]));
        }
        text
    }

    /// How long it is kept, to stand behind what it is about.
    fn kept(&self, lang: Lang) -> String {
        let minutes = self.minutes_left.map(|left| {
            let said = [", nog {} minuten", ", encore {} minutes", ", for {} more minutes"];
            fill(lang, said, &[&left.to_string()])
        });
        let day = self.until.map(|day| format!(",{}", lang.through(day)));
        [minutes, day].into_iter().flatten().collect()
    }
}
