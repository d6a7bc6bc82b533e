//! Rules and books for community currencies (gemeenschapsmunten).
#![forbid(unsafe_code)]

pub mod calendar;
pub mod design;
pub mod id;
pub mod money;
pub mod people;
