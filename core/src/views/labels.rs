//! The words of the views in three languages.

use crate::books::{AccountKind, AccountState};
use crate::design::Names;
use crate::id::Code;
use crate::money::Balance;
use crate::orders::{AskKind, Lang, NoticeOutcome, Words};

/// A text in Dutch, French and English.
pub(super) type Said = [&'static str; 3];

pub(super) fn say(lang: Lang, [nl, fr, en]: Said) -> &'static str {
    match lang {
        Lang::Nl => nl,
        Lang::Fr => fr,
        Lang::En => en,
    }
}

/// A sentence with its `{}` filled in, in order.
pub(super) fn fill(lang: Lang, said: Said, slots: &[&str]) -> String {
    let mut parts = say(lang, said).split("{}");
    let mut sentence = String::from(parts.next().unwrap_or(""));
    for (slot, part) in slots.iter().zip(parts) {
        sentence.push_str(slot);
        sentence.push_str(part);
    }
    sentence
}

/// What something of a catalogue is called; its code if it is not there any more.
pub(super) fn name_of(lang: Lang, names: Option<&Names>, code: &Code) -> String {
    names.map_or_else(|| code.to_string(), |names| String::from(lang.name(names)))
}

pub(super) fn figure(lang: Lang, words: &Words<'_>, minor: impl Into<Balance>) -> String {
    lang.figure(minor.into(), words.scale, words.shown)
}

/// A sum, which can be larger than a balance; then it is written in plain minor units.
pub(super) fn wide_figure(lang: Lang, words: &Words<'_>, minor: i128) -> String {
    let balance = i64::try_from(minor).ok().and_then(|minor| Balance::from_minor(minor).ok());
    balance.map_or_else(|| minor.to_string(), |balance| figure(lang, words, balance))
}

pub(super) const fn account_kind(kind: AccountKind) -> Said {
    match kind {
        AccountKind::Person => ["persoon", "personne", "person"],
        AccountKind::Household => ["huishouden", "ménage", "household"],
        AccountKind::Organisation => ["organisatie", "organisation", "organisation"],
        AccountKind::Pot => ["pot", "caisse commune", "pot"],
        AccountKind::Group => ["groep", "groupe", "group"],
        AccountKind::Issued => ["uitgegeven", "émis", "issued"],
        AccountKind::Redeemed => ["ingenomen", "encaissé", "redeemed"],
        AccountKind::Lapsed => ["vervallen", "échu", "lapsed"],
        AccountKind::Opening => ["overgenomen", "repris", "taken over"],
        AccountKind::Paper => ["op papier", "sur papier", "on paper"],
        AccountKind::Shortage => ["tekort", "manquant", "short"],
        AccountKind::Surplus => ["overschot", "excédent", "over"],
        AccountKind::Reserved => ["gereserveerd", "réservé", "reserved"],
    }
}

pub(super) const fn account_state(state: AccountState) -> Said {
    match state {
        AccountState::Candidate => ["kandidaat", "candidat", "candidate"],
        AccountState::Active => ["actief", "actif", "active"],
        AccountState::Inactive => ["inactief", "inactif", "inactive"],
        AccountState::Leaver => ["vertrekkend", "sortant", "leaving"],
        AccountState::Blocked => ["geblokkeerd", "bloqué", "blocked"],
        AccountState::Deceased => ["overleden", "décédé", "deceased"],
        AccountState::Closed => ["afgesloten", "clôturé", "closed"],
    }
}

pub(super) const fn outcome(outcome: NoticeOutcome) -> Said {
    match outcome {
        NoticeOutcome::Delivered => ["aangekomen", "reçu", "delivered"],
        NoticeOutcome::Undeliverable => ["niet te bezorgen", "non distribuable", "undeliverable"],
    }
}

/// What an entry did to an account, seen from that account.
pub(super) const fn happened(kind: AskKind, incoming: bool) -> Said {
    match (kind, incoming) {
        (AskKind::Award, true) => ["verdiend", "gagné", "earned"],
        (AskKind::Award, false) => ["uitgegeven", "émis", "issued"],
        (AskKind::Welcome, true) => ["welkomstgeschenk", "cadeau de bienvenue", "welcome gift"],
        (AskKind::Welcome, false) => {
            ["welkomstgeschenk gegeven", "cadeau de bienvenue donné", "welcome gift given"]
        }
        (AskKind::Transfer, true) => ["ontvangen", "reçu", "received"],
        (AskKind::Transfer, false) => ["betaald", "payé", "paid"],
        (AskKind::Gift, true) => ["gekregen", "don reçu", "gift received"],
        (AskKind::Gift, false) => ["geschonken", "don fait", "gift given"],
        (AskKind::PayForRelative, true) => {
            ["ontvangen via verwant", "reçu via un proche", "received from a relative"]
        }
        (AskKind::PayForRelative, false) => {
            ["betaald voor verwant", "payé pour un proche", "paid for a relative"]
        }
        (AskKind::Redeem, true) => ["ingenomen", "encaissé", "taken in"],
        (AskKind::Redeem, false) => ["verzilverd", "utilisé", "redeemed"],
        (AskKind::PayOut, true) => ["op biljetten gezet", "mis en billets", "put on notes"],
        (AskKind::PayOut, false) => ["opgenomen in biljetten", "retiré en billets", "paid out in notes"],
        (AskKind::SwapNotes, true) => {
            ["zegels van omgeruilde biljetten", "timbres de billets échangés", "stamps of swapped notes"]
        }
        (AskKind::SwapNotes, false) => ["biljetten omgeruild", "billets échangés", "notes swapped"],
        (AskKind::ChangeEuro, _) => ["euro gewisseld", "euros changés", "euro changed"],
        (AskKind::HandIn, _) => ["biljetten ingeleverd", "billets remis", "notes handed in"],
        (AskKind::RedeemNotes, true) => {
            ["ingenomen in biljetten", "encaissé en billets", "taken in as notes"]
        }
        (AskKind::RedeemNotes, false) => {
            ["verzilverd met biljetten", "utilisé en billets", "redeemed with notes"]
        }
        (AskKind::AwardNotes, false) => ["uitgegeven in biljetten", "émis en billets", "issued in notes"],
        (AskKind::Chargeback, true) => ["teruggekregen", "restitué", "given back"],
        (AskKind::Chargeback, false) => ["teruggenomen", "repris", "taken back"],
        (AskKind::ReceiveNotes, _) => ["zending ontvangen", "envoi reçu", "sending received"],
        (AskKind::SendNotes, _) => ["zending vertrokken", "envoi parti", "sending left"],
        (AskKind::FillTill, _) => ["kas aangevuld", "caisse alimentée", "till filled"],
        (AskKind::HandOverTill, _) => ["kas afgegeven", "caisse remise", "till handed over"],
        (AskKind::Sell, _) => ["verkoop", "vente", "sale"],
        (AskKind::TakeIn, true) => ["biljetten gestort", "billets déposés", "notes put on the account"],
        (AskKind::TakeIn, false) => ["biljetten ingeleverd", "billets remis", "notes handed in"],
        (AskKind::Reserve, true) => ["gereserveerd", "réservé", "reserved"],
        (AskKind::Reserve, false) => ["gereserveerd", "réservé", "reserved"],
        (AskKind::PickUp, true) => ["ingenomen", "encaissé", "taken in"],
        (AskKind::PickUp, false) => ["afgehaald", "retiré", "picked up"],
        (AskKind::Release, _) => ["reservatie vrijgegeven", "réservation libérée", "reservation released"],
        (AskKind::Reverse, true) => ["teruggekregen", "restitué", "given back"],
        (AskKind::Reverse, false) => ["teruggenomen", "repris", "taken back"],
        (AskKind::TopUp, true) => ["gekocht", "acheté", "bought"],
        (AskKind::TopUp, false) => ["verkocht", "vendu", "sold"],
        (AskKind::ExchangeBack, _) => ["teruggewisseld", "rééchangé", "exchanged back"],
        (AskKind::ClawBack, true) => ["teruggekregen", "restitué", "given back"],
        (AskKind::ClawBack, false) => ["teruggevorderd", "récupéré", "clawed back"],
        (AskKind::CloseAccount, true) => {
            ["van afgesloten rekening", "d’un compte clôturé", "from a closed account"]
        }
        (AskKind::CloseAccount, false) => ["afgestaan bij afsluiten", "cédé à la clôture", "left at closing"],
        (AskKind::WriteOff, true) => ["schuld kwijtgescholden", "dette remise", "debt written off"],
        (AskKind::WriteOff, false) => {
            ["kwijtgescholden voor anderen", "remis à d’autres", "written off for others"]
        }
        (AskKind::TakeOver, _) => ["overgenomen saldo", "solde repris", "balance taken over"],
        (AskKind::CloseDay, true) => ["vervallen bij anderen", "échu chez d’autres", "lapsed elsewhere"],
        (AskKind::CloseDay, false) => ["vervallen", "échu", "lapsed"],
        _ => ["overige", "autre", "other"],
    }
}
