//! [`ASSUMPTION`]: what a comparison of two designs takes for granted.

use crate::orders::Lang;

/// What every comparison takes for granted, in English.
pub const ASSUMPTION: &str = assumption(Lang::En);

/// What every comparison takes for granted: that nobody does anything else because the design is another one.
pub const fn assumption(lang: Lang) -> &'static str {
    match lang {
        Lang::Nl => {
            "Er is aangenomen dat niemand zich anders gedraagt: dezelfde mensen vragen op dezelfde dagen hetzelfde, \
             ook waar het andere ontwerp hen tot iets anders had gebracht."
        }
        Lang::Fr => {
            "On suppose que personne ne se comporte autrement : les mêmes personnes demandent les mêmes choses les \
             mêmes jours, même là où l’autre modèle les aurait amenées à agir autrement."
        }
        Lang::En => {
            "No change of behaviour is assumed: the same people ask the same things on the same days, also where \
             the other design would have made them do something else."
        }
    }
}
