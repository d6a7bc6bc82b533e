#![doc = include_str!("../../docs/bring-your-own-currency.md")]
