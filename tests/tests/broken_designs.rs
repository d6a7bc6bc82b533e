//! Designs that a steering group could really write, each with a contradiction in it: `broken-designs/`.
//! What the library answers, to the line and the column, is kept beside the tests.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test stops by panicking")]

use muntwerk::design::{Design, DesignError};

fn refused(name: &str) -> DesignError {
    let path = format!("{}/broken-designs/{name}.toml", env!("CARGO_MANIFEST_DIR"));
    Design::parse(&std::fs::read_to_string(path).unwrap()).unwrap_err()
}

macro_rules! broken {
    ($($test:ident $name:literal)*) => {
        $(#[test]
        fn $test() {
            insta::assert_snapshot!($name, refused($name));
        })*

        /// Whatever stands in the folder is looked at.
        #[test]
        fn every_broken_design_is_refused() {
            let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/broken-designs");
            let files = std::fs::read_dir(folder).unwrap();
            let mut there: Vec<String> = files
                .map(|file| file.unwrap().file_name().into_string().unwrap())
                .collect();
            there.sort();
            let mut listed = vec![$(concat!($name, ".toml")),*];
            listed.sort_unstable();
            assert_eq!(there, listed);
        }
    };
}

broken! {
    a_cap_with_two_measures "a-cap-with-two-measures"
    a_fact_that_nobody_knows "a-fact-that-nobody-knows"
    a_ring_that_loses_units "a-ring-that-loses-units"
    a_notice_before_the_units "a-notice-before-the-units"
    a_pot_that_is_not_there "a-pot-that-is-not-there"
    beginners_who_may_owe_more "beginners-who-may-owe-more"
    debt_without_credit "debt-without-credit"
    two_values_on_one_day "two-values-on-one-day"
}
