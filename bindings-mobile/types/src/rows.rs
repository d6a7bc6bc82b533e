//! Names for values that stand in a row without any: UniFFI has records, and no tuples.

use muntwerk_shapes::{Form, Holds, Shape};

use crate::TypesError;

/// A row that is a record of its own here, written by hand in `src/types/by_hand.rs`: in which type and field
/// it stands, what it is called, and what its values are called.
pub(crate) struct Row {
    of: &'static str,
    field: &'static str,
    pub(crate) name: &'static str,
    pub(crate) values: &'static [&'static str],
}

#[rustfmt::skip]
const ROWS: &[Row] = &[
    Row { of: "ClaimLine", field: "remainder", name: "Remainder", values: &["num", "den"] },
    Row { of: "Notice", field: "outcome", name: "NoticeRecord", values: &["outcome", "on"] },
    Row { of: "Change", field: "notices", name: "NoticesThrough", values: &["through", "on"] },
    Row { of: "OfficeSheet", field: "euro", name: "EuroTill", values: &["at_opening", "expected", "counted"] },
    Row { of: "Overview", field: "accounts", name: "StateCount", values: &["state", "accounts"] },
    Row { of: "StatementLine", field: "completed_by", name: "CompletedBy", values: &["person", "role"] },
];

/// Types that are a row themselves, and variants that hold one: what their values are called.
const NAMED: &[(&str, &str, &[&str])] = &[
    ("Piece", "", &["lot", "amount"]),
    ("PeopleChange", "Appointed", &["person", "appointment"]),
    ("PeopleChange", "MandateRevoked", &["mandate", "on"]),
    ("PeopleChange", "FactRecorded", &["person", "fact"]),
    ("PeopleChange", "ContractAmended", &["partner", "contract"]),
];

/// The row that a field of a type holds, if it holds one.
pub(crate) fn of(shape: &str, field: &str) -> Option<&'static Row> {
    ROWS.iter().find(|row| row.of == shape && row.field == field)
}

/// The names of the values of a type that is a row (no variant), or of one of its variants.
pub(crate) fn names(
    shape: &str,
    variant: &str,
    values: &[Form],
) -> Result<&'static [&'static str], TypesError> {
    let found = NAMED.iter().find(|(of, which, _)| *of == shape && *which == variant);
    let names = found.map(|(_, _, names)| *names).filter(|names| names.len() == values.len());
    names.ok_or_else(|| TypesError::Row { of: shape.to_owned(), what: variant.to_owned() })
}

/// The rows that the fields of a type hold, with the forms of their values.
pub(crate) fn in_fields(shape: &Shape) -> Vec<(&'static Row, Vec<Form>)> {
    use muntwerk_shapes::Class;
    let fields: Vec<_> = match &shape.class {
        Class::Fields(fields) => fields.iter().collect(),
        Class::Variants(variants) => variants
            .iter()
            .flat_map(|variant| match &variant.holds {
                Holds::Fields(fields) => fields.as_slice(),
                _ => &[],
            })
            .collect(),
        Class::Words(_) | Class::Alias(_) => Vec::new(),
    };
    let row = |field: &&muntwerk_shapes::Field| Some((of(&shape.name, &field.name)?, values(&field.form)?));
    fields.iter().filter_map(row).collect()
}

fn values(form: &Form) -> Option<Vec<Form>> {
    match form {
        Form::Together(values) => Some(values.clone()),
        Form::Optional(one) | Form::Many(one) => values(one),
        Form::Plain(_) | Form::Named(_) => None,
    }
}
