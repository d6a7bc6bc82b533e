//! The ids and codes that blocks and orders share.

/// The partners; the first may do everything, the second only issue, the third only take units in.
pub const PARTNERS: [&str; 3] = ["p-01", "p-02", "p-11"];

/// The activities a catalogue can have.
pub const ACTIVITIES: [&str; 4] = ["buurtwerk", "bloembak", "compost", "cursus"];

/// The offers a catalogue can have.
pub const OFFERS: [&str; 4] = ["soep", "bioscoop", "bon", "moestuin"];

/// The persons who hold a role from the first day: person, role, and what it is held at.
pub const OFFICES: [(&str, &str, Option<&str>); 14] = [
    ("s-900", "system", None),
    ("s-010", "project_manager", None),
    ("s-011", "project_manager", None),
    ("s-001", "steering_group", None),
    ("s-002", "steering_group", None),
    ("s-020", "mediator", None),
    ("s-021", "mediator", None),
    ("s-030", "auditor", None),
    ("s-050", "issuing_partner", Some("p-01")),
    ("s-052", "issuing_partner", Some("p-02")),
    ("s-051", "redeeming_partner", Some("p-11")),
    ("s-040", "administration_point", Some("cp-1")),
    ("s-041", "exchange_office", Some("cp-1")),
    ("s-042", "redemption_desk", Some("cp-2")),
];

/// A role that no currency has of itself.
pub const OWN_ROLE: &str = "youth_worker";

/// The gifts that somebody can be welcomed with.
pub const GIFTS: [&str; 2] = ["start", "onthaal"];

/// The facts about people: one that holds or does not, and one that has words.
pub const FACTS: [&str; 2] = ["verzekerd", "woonplaats"];

/// The words of the second fact.
pub const TOWNS: [&str; 2] = ["gent", "aalst"];

/// The categories of services.
pub const CATEGORIES: [&str; 2] = ["zorg", "klus"];

/// The series of notes.
pub const SERIES: [&str; 2] = ["r-2024", "r-2025"];
