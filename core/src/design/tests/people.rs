//! What a design says about people: gifts on joining, facts and requirements, what is excluded.

use super::{code, edited, load};
use crate::design::{Design, PaidBy, WhenMissing};

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
