//! How the types are written as JSON, as a table: with it a test of any language writes its own objects as the
//! engine does, and reads them.

use muntwerk_shapes::{Class, Field, Form, Given, Holds, Part, Role, Shape, Variant};
use serde_json::{Map, Value, json};

use crate::TypesError;
use crate::rows;

/// The table as text.
pub(crate) fn table(parts: &[Part]) -> Result<String, TypesError> {
    let mut types = Map::new();
    let mut asks = Vec::new();
    for shape in parts.iter().flat_map(|part| &part.shapes) {
        for (row, forms) in rows::in_fields(shape) {
            types.insert(row.name.to_owned(), in_a_row(row.values, &forms));
        }
        types.insert(shape.name.clone(), one(shape)?);
        if let Role::Ask(word) = &shape.role {
            asks.push(json!({"name": shape.name, "word": word, "holds": shape.name}));
        }
    }
    types.insert("Ask".to_owned(), json!({"variants": asks}));
    types.insert("Order".to_owned(), order());
    let text = serde_json::to_string_pretty(&Value::Object(types)).unwrap_or_default();
    Ok(text + "\n")
}

/// An ask in its envelope: what may be left out comes last.
fn order() -> Value {
    let must = [
        ("id", "OrderId"),
        ("actor", "Id"),
        ("role", "Code"),
        ("instant", "Instant"),
        ("booking_day", "Day"),
        ("value_day", "Day"),
        ("ask", "Ask"),
    ];
    let may = [("contact_point", "Id"), ("on_behalf_of", "Id"), ("reason", "Code"), ("evidence", "Id")];
    let must = must.into_iter().map(|(name, form)| json!({"name": name, "form": form}));
    let may = may.into_iter().map(
        |(name, form)| json!({"name": name, "form": {"optional": form}, "given": null, "left_out": true}),
    );
    json!({"fields": must.chain(may).collect::<Vec<Value>>()})
}

fn one(shape: &Shape) -> Result<Value, TypesError> {
    Ok(match &shape.class {
        Class::Words(words) => json!({"words": words.iter().map(|(word, _)| word).collect::<Vec<_>>()}),
        Class::Alias(form) => in_a_row(rows::names(&shape.name, "", values(form))?, values(form)),
        Class::Fields(fields) => json!({"fields": self::fields(shape, fields)}),
        Class::Variants(variants) => {
            let variants: Result<Vec<Value>, TypesError> =
                variants.iter().map(|one| variant(shape, one)).collect();
            json!({"variants": variants?})
        }
    })
}

fn variant(shape: &Shape, variant: &Variant) -> Result<Value, TypesError> {
    let mut one = json!({"name": variant.name, "word": variant.word});
    let (key, holds) = match &variant.holds {
        Holds::Nothing => return Ok(one),
        Holds::Value(Form::Together(forms)) => {
            let names = rows::names(&shape.name, &variant.name, forms)?;
            ("row", rowed(names, forms))
        }
        Holds::Value(one) => ("holds", form(one)),
        Holds::Fields(fields) => ("fields", self::fields(shape, fields)),
    };
    if let Some(one) = one.as_object_mut() {
        one.insert(key.to_owned(), holds);
    }
    Ok(one)
}

fn in_a_row(names: &[&str], forms: &[Form]) -> Value {
    json!({"row": rowed(names, forms)})
}

fn rowed(names: &[&str], forms: &[Form]) -> Value {
    names.iter().zip(forms).map(|(name, one)| json!({"name": name, "form": form(one)})).collect()
}

fn fields(shape: &Shape, fields: &[Field]) -> Value {
    let field = |field: &Field| {
        let form = match rows::of(&shape.name, &field.name) {
            None => form(&field.form),
            Some(row) => match &field.form {
                Form::Optional(_) => json!({"optional": row.name}),
                Form::Many(_) => json!({"many": row.name}),
                _ => json!(row.name),
            },
        };
        let mut one = json!({"name": field.name, "form": form});
        if let (Some(given), Some(one)) = (&field.default, one.as_object_mut()) {
            one.insert("given".to_owned(), self::given(given));
            one.insert("left_out".to_owned(), json!(field.left_out));
        }
        one
    };
    fields.iter().map(field).collect()
}

fn given(given: &Given) -> Value {
    match given {
        Given::Nothing => Value::Null,
        Given::Empty => json!([]),
        Given::Number(number) => number.parse::<i64>().map_or(Value::Null, Value::from),
        Given::Word(word) => json!(word),
    }
}

fn form(one: &Form) -> Value {
    match one {
        Form::Plain(name) => json!(name),
        Form::Named(name) => json!(name),
        Form::Optional(one) => json!({"optional": form(one)}),
        Form::Many(one) => json!({"many": form(one)}),
        Form::Together(forms) => forms.iter().map(form).collect(),
    }
}

fn values(form: &Form) -> &[Form] {
    match form {
        Form::Together(values) => values,
        _ => &[],
    }
}
