//! Words of the library's own that a refusal can carry as a code: states of accounts and of claims, roles of
//! partners. What a design calls something is shown as it is.

use crate::id::Code;
use crate::orders::Lang;

/// A code, and what it is called in Dutch, French and English.
const WORDS: &[(&str, [&str; 3])] = &[
    ("candidate", ["kandidaat", "candidat", "candidate"]),
    ("active", ["actief", "actif", "active"]),
    ("inactive", ["inactief", "inactif", "inactive"]),
    ("leaver", ["vertrekkend", "sortant", "leaving"]),
    ("blocked", ["geblokkeerd", "bloqué", "blocked"]),
    ("deceased", ["overleden", "décédé", "deceased"]),
    ("closed", ["afgesloten", "clôturé", "closed"]),
    ("filed", ["ingediend", "introduite", "filed"]),
    ("rejected", ["afgewezen", "rejetée", "rejected"]),
    ("approved", ["goedgekeurd", "approuvée", "approved"]),
    ("paid", ["betaald", "payée", "paid"]),
    ("issuing", ["uitgifte", "émetteur", "issuing"]),
    ("redeeming", ["verzilver", "encaisseur", "redeeming"]),
];

/// What one of the library's own words is called; any other as it is.
pub(super) fn own_word(lang: Lang, code: Code) -> String {
    let text = code.to_string();
    let Some((_, [nl, fr, en])) = WORDS.iter().find(|(word, _)| *word == text) else { return text };
    let called = match lang {
        Lang::Nl => nl,
        Lang::Fr => fr,
        Lang::En => en,
    };
    (*called).to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::books::{AccountState, ClaimState};
    use crate::calendar::Day;
    use crate::money::Amount;

    /// Every state has its words, so no sentence falls back to the code of one.
    #[test]
    fn every_state_has_its_words() {
        use AccountState::{Active, Blocked, Candidate, Closed, Deceased, Inactive, Leaver};
        let states = [Candidate, Active, Inactive, Leaver, Blocked, Deceased, Closed];
        let text = |state: AccountState| serde_json::to_value(state).unwrap().as_str().unwrap().to_owned();
        let (on, pay, set_off) = (Day::FIRST, Amount::ZERO, Amount::ZERO);
        let claims = [
            ClaimState::Filed,
            ClaimState::Rejected { on },
            ClaimState::Approved { on, pay, set_off },
            ClaimState::Paid { approved_on: on, on, pay, set_off },
        ];
        let words = states.map(text).into_iter().chain(claims.map(|state| state.word().to_owned()));
        for word in words.chain(["issuing", "redeeming"].map(str::to_owned)) {
            let code = Code::parse(&word).unwrap();
            assert_ne!(own_word(Lang::Nl, code), word, "{word}");
        }
        assert_eq!(own_word(Lang::Nl, Code::parse("soep").unwrap()), "soep");
    }
}
