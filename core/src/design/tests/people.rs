//! What a design says about people: gifts on joining, facts and requirements, what is excluded.

use super::{OUT, code, day, edited, load};
use crate::design::{Design, Existing, PaidBy, Weekday, WhenMissing};

/// A reward currency of 24 lines; what the tests are about comes after them.
const BARE: &str = r#"format = 0
[currency]
id = "base"
names = { nl = "a", fr = "b", en = "c" }
zone = "Europe/Brussels"
[unit]
kind = "free_point"
names.nl = { one = "a", many = "aa" }
names.fr = { one = "b", many = "bb" }
names.en = { one = "c", many = "cc" }
scale = 0
[circulation]
reward = true
[[office_holder]]
person = "s-1"
role = "project_manager"
[[office_holder]]
person = "s-9"
role = "system"
[[earning]]
code = "werk"
names = { nl = "a", fr = "b", en = "c" }
per = "action"
units = 25
"#;

const NAMES: &str = "names = { nl = \"a\", fr = \"b\", en = \"c\" }";

/// A part that has everything, with one edit.
fn told(part: &str, from: &str, to: &str) -> String {
    let text = format!("{BARE}{}", edited(part, &[("NAMES", NAMES), (from, to)]));
    Design::parse(&text).map_or_else(|error| error.to_string(), |_| String::from("it is a design"))
}

const WELCOME: &str = "[[welcome]]\ncode = \"start\"\nNAMES\nunits = 150\n";

#[test]
fn gifts_on_joining() {
    let design = load(&format!("{BARE}{}", WELCOME.replace("NAMES", NAMES)));
    let gift = design.welcome().get(&code("start")).unwrap();
    assert_eq!((gift.units.minor(), gift.from), (150, PaidBy::Group));
    assert_eq!(load(&design.resolved()), design);
    insta::assert_snapshot!(told(WELCOME, "150", "0"), @"line 28, column 9: welcome[0].units: this must be above zero");
    insta::assert_snapshot!(told(WELCOME, "150", "150\nfrom = \"pot\""), @"line 29, column 8: welcome[0].from: there is no [pot]");
    insta::assert_snapshot!(told(WELCOME, "150", "150\nfrom = \"city\""), @"line 29, column 8: welcome[0].from: no word here is `city`, expected `group` or `pot`");
    let twice = format!("{WELCOME}[[welcome]]\ncode = \"start\"\n{NAMES}\nunits = 1\n");
    insta::assert_snapshot!(told(&twice, "150", "150"), @"line 30, column 8: welcome[1].code: there is already a gift with the code start");
}

const FACTS: &str = "requires = [{ fact = \"insured\" }, { fact = \"residence\", is = [\"gent\"] }]
[[fact]]
code = \"insured\"
NAMES
[[fact]]
code = \"residence\"
names = { nl = \"a\", fr = \"b\", en = \"c\" }
values = [\"gent\", \"aalst\"]
";

#[test]
fn facts_and_what_requires_them() {
    let design = load(&format!("{BARE}{}", FACTS.replace("NAMES", NAMES)));
    let work = design.earning().get(&code("werk")).unwrap();
    assert_eq!((work.requires.len(), work.when_missing), (2, WhenMissing::Refuse));
    assert_eq!(load(&design.resolved()), design);
    let residence = design.facts().get(&code("residence")).unwrap();
    assert!(residence.takes(Some(code("gent"))) && !residence.takes(Some(code("brussel"))));
    assert!(!residence.takes(None) && !residence.self_declared);
    insta::assert_snapshot!(told(FACTS, "fact = \"insured\"", "fact = \"ensured\""), @"line 25, column 22: earning[0].requires[0].fact: there is no [[fact]] with the code ensured");
    insta::assert_snapshot!(told(FACTS, "is = [\"gent\"]", "is = [\"brussel\"]"), @"line 25, column 63: earning[0].requires[1].is: the fact residence never says brussel");
    insta::assert_snapshot!(told(FACTS, "is = [\"gent\"]", "is = []"), @"line 25, column 62: earning[0].requires[1].is: nobody could ever meet this");
    insta::assert_snapshot!(told(FACTS, "{ fact = \"insured\" }", "{ fact = \"insured\", is = [\"yes\"] }"), @"line 25, column 39: earning[0].requires[0].is: the fact insured never says yes");
    insta::assert_snapshot!(told(FACTS, "{ fact = \"insured\" }", "{ fact = \"residence\" }"), @"line 25, column 46: earning[0].requires[1].fact: this fact is required already");
    insta::assert_snapshot!(told(FACTS, "code = \"residence\"", "code = \"insured\""), @r"
    line 25, column 44: earning[0].requires[1].fact: there is no [[fact]] with the code residence
    line 30, column 8: fact[1].code: there is already a fact with the code insured
    ");
    insta::assert_snapshot!(told(FACTS, "\"aalst\"]", "\"gent\"]"), @"line 32, column 19: fact[1].values[1]: this stands there already");
    insta::assert_snapshot!(told(FACTS, "values = [\"gent\", \"aalst\"]", "values = []"), @r"
    line 25, column 63: earning[0].requires[1].is: the fact residence never says gent
    line 32, column 10: fact[1].values: the fact could never hold
    ");
    insta::assert_snapshot!(told("when_missing = \"flag\" # NAMES\n", "flag", "refuse"), @"line 25, column 16: earning[0].when_missing: nothing is required, so nothing can be missing");
}

const ACTIVITIES: &str = "[activities] # NAMES\nexcluded = [\"dak\"]\ncategories = [\"zorg\", \"klus\"]\n";

#[test]
fn what_is_excluded_is_not_rewarded_or_listed() {
    let design = load(&format!("{BARE}{ACTIVITIES}"));
    assert_eq!(design.activities().categories, Some(vec![code("klus"), code("zorg")]));
    assert_eq!(load(&design.resolved()), design);
    insta::assert_snapshot!(told(ACTIVITIES, "\"dak\"", "\"werk\""), @"line 21, column 8: earning[0].code: this stands under activities.excluded, so nobody can earn with it");
    insta::assert_snapshot!(told(ACTIVITIES, "\"dak\"", "\"klus\""), @"line 27, column 23: activities.categories: this category is excluded");
    insta::assert_snapshot!(told(ACTIVITIES, "\"dak\"", ""), @"line 26, column 12: activities.excluded: nothing is excluded: leave it out");
    insta::assert_snapshot!(told(ACTIVITIES, "\"klus\"", "\"zorg\""), @"line 27, column 23: activities.categories[1]: this stands there already");
    insta::assert_snapshot!(told(ACTIVITIES, "categories = [\"zorg\", \"klus\"]", "categories = []"), @"line 27, column 14: activities.categories: nothing could be named: leave it out, and any category will do");
}

const PLACES: &str = "[[issuer]] # NAMES
id = \"o-1\"
names = { nl = \"a\", fr = \"b\", en = \"c\" }
from = 2020-01-01
[[issuer]]
id = \"o-2\"
names = { nl = \"d\", fr = \"e\", en = \"f\" }
from = 2024-07-01
[[contact_point]]
id = \"cp-1\"
functions = [\"exchange\"]
hours = { monday = [\"09:00-12:30\", \"13:30-24:00\"], saturday = [\"10:00-12:00\"] }
subcontractor = \"o-3\"
from = 2020-01-01
until = 2026-12-31
";

#[test]
fn issuers_and_places_of_their_days() {
    let design = load(&format!("{BARE}{PLACES}"));
    assert_eq!(load(&design.resolved()), design);
    let issuer = |on| design.issuer_on(day(on)).map(|issuer| issuer.id.to_string());
    assert_eq!(issuer("2019-12-31"), None);
    assert_eq!(issuer("2024-06-30"), Some("o-1".into()));
    assert_eq!(issuer("2024-07-01"), Some("o-2".into()));
    let point = design.contact_points().all().first().unwrap();
    assert!(point.is_open_on(day("2020-01-01")) && point.is_open_on(day("2026-12-31")));
    assert!(!point.is_open_on(day("2019-12-31")) && !point.is_open_on(day("2027-01-01")));
    let afternoon = point.hours.on(Weekday::Monday)[1];
    assert_eq!((afternoon.from, afternoon.until, afternoon.to_string()), (810, 1_440, "13:30-24:00".into()));
    assert!(point.hours.on(Weekday::Sunday).is_empty());
    assert_eq!(point.subcontractor.unwrap().to_string(), "o-3");
    insta::assert_snapshot!(told(PLACES, "2024-07-01", "2020-01-01"), @"line 32, column 8: issuer[1].from: issuers stand in the order of their first days, one for each");
    insta::assert_snapshot!(told(PLACES, "id = \"o-2\"", "id = \"nobody\""), @"line 30, column 6: issuer[1].id: an id needs a digit, so that a person's name is not taken for one");
    insta::assert_snapshot!(told(PLACES, "13:30-24:00", "12:00-24:00"), @"line 36, column 36: contact_point[0].hours.monday: hours stand one after the other in the day");
    insta::assert_snapshot!(told(PLACES, "13:30-24:00", "13:30-24:01"), @"line 36, column 36: contact_point[0].hours.monday: hours are written as in 09:00-12:30");
    insta::assert_snapshot!(told(PLACES, "10:00-12:00", "10-12"), @"line 36, column 64: contact_point[0].hours.saturday: hours are written as in 09:00-12:30");
    insta::assert_snapshot!(told(PLACES, "[\"10:00-12:00\"]", "[]"), @"line 36, column 63: contact_point[0].hours.saturday: a day on which it is closed is left out");
    insta::assert_snapshot!(told(PLACES, "saturday", "zaterdag"), @"line 36, column 52: contact_point[0].hours.zaterdag: no key is called `zaterdag`, expected one of `monday`, `tuesday`, `wednesday`, `thursday`, `friday`, `saturday`, `sunday`");
    insta::assert_snapshot!(told(PLACES, "until = 2026-12-31", "until = 2019-12-31"), @"line 39, column 9: contact_point[0].until: it would close before it opens");
}

#[test]
fn an_amendment_leaves_the_issuers_of_the_past() {
    let old = load(&format!("{BARE}{PLACES}"));
    let new = |from: &str, to: &str| load(&format!("{BARE}{}", edited(PLACES, &[(from, to)])));
    let needed = |new: &Design| {
        new.amendable_from(&old, OUT, Existing::Keep).err().map(|needed| needed[0].key.clone())
    };
    let later = "[[issuer]]\nid = \"o-4\"\nnames = { nl = \"a\", fr = \"b\", en = \"c\" }\nfrom = 2027-01-01\n[[contact_point]]";
    assert_eq!(needed(&new("[[contact_point]]", later)), None);
    assert_eq!(needed(&new("nl = \"d\"", "nl = \"x\"")), None);
    assert_eq!(needed(&new("2024-07-01", "2024-07-02")), Some("issuer".into()));
    assert_eq!(needed(&new("id = \"o-2\"", "id = \"o-9\"")), Some("issuer".into()));
}
